//! `docs/messages.md`: every message that there is, from where the code looks for it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use fluent_syntax::{ast, parser};
use serde::{Deserialize, Serialize};
use validator::Validate;

use crate::form::{QUESTION_MESSAGES, Question};
use crate::journey::{Journey, Keys, MemoryStore, Receipt};
use crate::language::Languages;
use crate::page::Brand;
use crate::web::Service;

#[derive(Serialize, Deserialize, Validate)]
struct Asked {
    name: String,
}

#[derive(Serialize, Deserialize, Validate)]
struct Listed {
    name: String,
}

impl Question for Asked {
    const NAME: &'static str = "the-question";
}

impl Question for Listed {
    const NAME: &'static str = "the-list";
}

#[derive(Default, Serialize, Deserialize)]
struct Answers {
    asked: Option<Asked>,
    listed: Vec<Listed>,
}

/// The messages of a service that has everything, by their patterns: what each says, and whether it must be there.
fn messages_of_a_service() -> BTreeMap<String, (String, bool)> {
    let journey = Journey::new("the-journey")
        .section("the-section")
        .question(|a: &mut Answers| &mut a.asked)
        .stop("the-stop", |_| false)
        .page("the-page")
        .add_another(|a| &mut a.listed, 1..=3)
        .task_list()
        .submit(|_| async { Ok(Receipt::new("1")) });
    let languages = Languages::builder().file("en", "en.ftl", "the-journey = Name").build().unwrap();
    let service = Service::builder(journey, Brand::council("Northbridge").build().unwrap(), languages)
        .store(MemoryStore::new(), Keys::from_hex(&"07".repeat(32)).unwrap())
        .text_page("the-text-page")
        .additional_cookie("cookie", "the-purpose")
        .save_and_return()
        .feedback(|_| async {})
        .build()
        .unwrap();
    let names = ["journey", "question", "list", "stop", "page", "section", "text-page", "purpose"];
    let pattern =
        |id: String| names.iter().fold(id, |id, name| id.replace(&format!("the-{name}"), &format!("{{{name}}}")));
    service.content_check().notes.into_iter().map(|(id, note)| (pattern(id), note)).collect()
}

/// The text of a message with its variables, in the form that is said if no other fits.
fn text(pattern: &ast::Pattern<&str>) -> String {
    fn inline(expression: &ast::InlineExpression<&str>) -> String {
        match expression {
            ast::InlineExpression::VariableReference { id } => format!("{{ ${} }}", id.name),
            ast::InlineExpression::StringLiteral { value } => (*value).to_owned(),
            ast::InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().map(inline).collect()
            }
            _ => String::new(),
        }
    }
    let element = |element: &ast::PatternElement<&str>| match element {
        ast::PatternElement::TextElement { value } => (*value).to_owned(),
        ast::PatternElement::Placeable { expression: ast::Expression::Inline(expression) } => inline(expression),
        ast::PatternElement::Placeable { expression: ast::Expression::Select { variants, .. } } => {
            let default = variants.iter().find(|variant| variant.default);
            default.map(|variant| text(&variant.value)).unwrap_or_default()
        }
    };
    pattern.elements.iter().map(element).collect()
}

/// The messages of one of the library's files: a table for each of its headings.
fn library_messages(file: &str) -> String {
    let mut out = String::new();
    let mut is_new = true;
    for entry in &parser::parse(file).unwrap().body {
        match entry {
            ast::Entry::GroupComment(comment) => {
                write!(out, "\n### {}\n", comment.content.join(" ")).unwrap();
                is_new = true;
            }
            ast::Entry::Message(message) => {
                if std::mem::replace(&mut is_new, false) {
                    out.push_str("\n| message | English |\n| --- | --- |\n");
                }
                let id = message.id.name;
                let value = message.value.iter().map(|pattern| (id.to_owned(), pattern));
                let attributes = message.attributes.iter();
                let attributes = attributes.map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value));
                for (id, pattern) in value.chain(attributes) {
                    let text = text(pattern);
                    let mut said = text.split_whitespace().collect::<Vec<_>>().join(" ");
                    if said.chars().count() > 120 {
                        said = said.chars().take(119).chain(['…']).collect();
                    }
                    writeln!(out, "| `{id}` | {} |", said.replace('|', "\\|").replace('<', "&lt;")).unwrap();
                }
            }
            _ => {}
        }
    }
    out
}

const START: &str = "\
# Messages

Every message and attribute that the library looks for, made from the code: `TOWNHALL_UPDATE=1 cargo test -p townhall --all-features --lib reference` writes this
page, and the test fails while it is out of date. [Content](content.md) says how to write them.

`{question}` is the `NAME` of a question, `{field}` a field as it is sent (`full_name`, `contact-phone`), `{journey}` the name of a journey, and
the others are the names that a journey gives its steps. An id with a full stop is an attribute: `permit-start.body` is

```text
permit-start = Apply for a parking permit
    .body = Use this service to park near your home.
```

## A question

| message | what it says |
| --- | --- |
";

const SERVICE: &str = "
## A service

What is needed must be there in every language: `Service::check` says so. The others may be there.

| message | needed | what it says |
| --- | --- | --- |
";

const LIBRARY: &str = "
## The library's own

The library's own words. An application replaces any of them with a message of the same id in a file of its own:

```text
townhall-not-found = We cannot find this page
    .body = If you typed the web address, check it is correct.
```

is the page for an address that does not exist, and `townhall-continue = Next` the button of every question. Long texts are cut off here, and of
plural forms the last one is shown.
";

fn reference() -> String {
    let mut out = START.to_owned();
    for (pattern, says) in QUESTION_MESSAGES {
        writeln!(out, "| `{pattern}` | {says} |").unwrap();
    }
    out.push_str(SERVICE);
    for (pattern, (says, is_needed)) in messages_of_a_service() {
        writeln!(out, "| `{pattern}` | {} | {says} |", if is_needed { "yes" } else { "" }).unwrap();
    }
    out.push_str(LIBRARY);
    for file in crate::language::ENGLISH_FILES {
        out.push_str(&library_messages(file));
    }
    out
}

#[test]
fn the_reference_of_messages_is_what_the_code_looks_for() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/messages.md");
    let expected = reference();
    for named in
        ["`{journey}-phase`", "`{journey}-contact`", "`{question}-{field}.summary`", "`townhall-not-found.body`"]
    {
        assert!(expected.contains(named), "{named}");
    }
    if std::env::var_os("TOWNHALL_UPDATE").is_some() {
        std::fs::write(path, &expected).unwrap();
    }
    let found = std::fs::read_to_string(path).unwrap_or_default();
    let differs =
        expected.lines().zip(found.lines().chain(std::iter::repeat(""))).find(|(expected, found)| expected != found);
    assert!(
        expected == found,
        "docs/messages.md is out of date: `TOWNHALL_UPDATE=1 cargo test -p townhall --all-features --lib reference` writes it. The first difference: {differs:?}"
    );
}
