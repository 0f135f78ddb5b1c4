//! No string leaves its attribute or its text, whatever is in it.

use proptest::prelude::*;
use scraper::{ElementRef, Html};
use serde_json::Value;
use townhall::attributes;
use townhall::components::{
    BackLink, CharacterCount, DateInput, DateInputPart, ErrorSummary, ErrorSummaryItem, Fieldset, FooterMeta, Input,
    Label, LanguageLink, LanguageNavigation, PaginationItem, PasswordInput, PhaseBanner, RadioItem, Radios, Select,
    Tab, Table, TableCell, Tabs, Task, TaskList, Textarea,
};
use townhall::macro_options::render;
use townhall::markup::{Component, PluralCategory, PluralText, Writer, from_fn};
use townhall::page::{Brand, Page};

use crate::front_end::{Fixture, fixtures};

/// The names of all elements and of their attributes, nested as they are.
fn shape(html: &str) -> String {
    fn write(out: &mut String, element: ElementRef<'_>) {
        let mut names: Vec<&str> = element.value().attrs().map(|(name, _)| name).collect();
        names.sort_unstable();
        *out += &format!("<{} {}>", element.value().name(), names.join(" "));
        for child in element.child_elements() {
            write(out, child);
        }
        *out += "</>";
    }
    let mut out = String::new();
    write(&mut out, Html::parse_document(html).root_element());
    out
}

/// Options that hold numbers as text, or one of a few words.
const NOT_FREE: [&str; 10] = [
    "maxlength",
    "maxwords",
    "threshold",
    "rows",
    "headingLevel",
    "titleHeadingLevel",
    "columns",
    "colspan",
    "rowspan",
    "countType",
];

/// Puts `text` in the place of every string. What the options call HTML stays, and ids get no white space.
fn with_every_string(value: &Value, key: &str, text: &str, id: &str) -> Value {
    let is_html =
        key == "html" || key.ends_with("Html") || ["start", "end", "navigationStart", "navigationEnd"].contains(&key);
    match value {
        Value::String(old) if old.is_empty() || is_html || NOT_FREE.contains(&key) => value.clone(),
        Value::String(_)
            if ["id", "name", "idPrefix", "namePrefix", "for", "titleId", "navigationId"].contains(&key) =>
        {
            id.into()
        }
        Value::String(_) => text.into(),
        Value::Array(list) => list.iter().map(|value| with_every_string(value, key, text, id)).collect(),
        Value::Object(map) => {
            map.iter().map(|(name, value)| (name.clone(), with_every_string(value, name, text, id))).collect()
        }
        other => other.clone(),
    }
}

fn shape_with(fixture: &Fixture, text: &str) -> String {
    let id: String = text.split_ascii_whitespace().collect();
    let options = with_every_string(&fixture.options, "", text, &id);
    shape(&render(&fixture.component, &options).unwrap().into_string())
}

/// What the options of the macros do not reach: constructors and setters of our own, the page and all its variables.
fn page_of(text: &str) -> String {
    let brand = Brand::council("Northbridge").build().unwrap();
    let attributes = || attributes! { "data-x": text };
    let plural = || PluralText::new(PluralCategory::ALL.map(|category| (category, text)));
    let summary =
        ErrorSummary::new(text, [ErrorSummaryItem::for_field(text, text), ErrorSummaryItem::link(text, text)]);
    let inner = Input::new(text, Label::page_heading(text))
        .value(text)
        .hint(text)
        .error_message(text)
        .prefix(text)
        .classes(text);
    let radios = Radios::new(
        text,
        Fieldset::new(text).classes(text).described_by(text),
        [RadioItem::new(text, text).hint(text).conditional(&inner), RadioItem::divider(text)],
    );
    let date = DateInput::new(text, text)
        .name_prefix(text)
        .parts([DateInputPart::new(text, text).value(text).autocomplete(text)]);
    let count = CharacterCount::new(text, text)
        .value(text)
        .characters_over_limit_text(plural())
        .textarea_description_text(text);
    let password = PasswordInput::new(text, text).show_password_text(text);
    let select = Select::new(text, text, [(text, text)]);
    let textarea = Textarea::new(text, text).value(text);
    let tabs = Tabs::new([Tab::new(text, text, text)]).id(text);
    let tasks = TaskList::new([Task::new(text, text).href(text).hint(text)]).id_prefix(text);
    let table = Table::new([[TableCell::new(text).classes(text).format(text).attributes(attributes())]]).caption(text);
    let pages = townhall::components::Pagination::new().items([PaginationItem::new(text, text)]);
    let languages = LanguageNavigation::new([LanguageLink::new(text, text, text).dir(text)]);
    let own = from_fn(|out: &mut Writer<'_>| {
        let components: [&dyn Component; 11] =
            [&summary, &radios, &date, &count, &password, &select, &textarea, &tabs, &tasks, &table, &pages];
        for component in components {
            component.write(out);
        }
        out.element("p").attr("title", text).id(text, "").class("x", text).text(text);
    });
    let page = Page::new(&brand, text)
        .service_name(text)
        .service_url(text)
        .has_errors(true)
        .error_title_prefix(text)
        .html_lang(text)
        .dir(text)
        .html_classes(text)
        .page_title_lang(text)
        .main_lang(text)
        .theme_color(text)
        .asset_path(text)
        .asset_url(text)
        .csp_nonce(text)
        .body_classes(text)
        .body_attributes(attributes())
        .header_classes(text)
        .container_classes(text)
        .main_classes(text)
        .footer_classes(text)
        .skip_link_text(text)
        .header_start(text)
        .phase_banner(PhaseBanner::new(text, text))
        .header_end(&languages)
        .back_link(BackLink::new(text).content(text))
        .content(&own)
        .footer_meta(FooterMeta::new().items([(text, text)]).content(text))
        .body_end(text);
    page.render_document().into_string()
}

/// Any characters, with those that mean something to HTML more often than by chance.
fn any_text() -> impl Strategy<Value = String> {
    let markup = prop::sample::select(vec![
        "\"",
        "'",
        "<",
        ">",
        "&",
        "</",
        "-->",
        "<!--",
        "<script>",
        "</title>",
        "</textarea>",
        "</style>",
        "&lt;",
        "&#34;",
        "]]>",
        "\n",
        "\r\n",
        "\t",
        " ",
        "\u{c}",
        "=",
        "/",
        "`",
        "\\",
        "{{",
        "javascript:",
    ]);
    // It starts with a letter, because an empty string may leave an element out.
    prop::collection::vec(prop_oneof![markup.prop_map(str::to_owned), any::<char>().prop_map(String::from)], 0..12)
        .prop_map(|parts| format!("x{}", parts.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string_in_any_option_leaves_the_elements_as_they_are(text in any_text(), start in 0_usize..29) {
        // A twenty-ninth of the examples each time, so that each is met several times.
        for fixture in fixtures().unwrap().iter().skip(start).step_by(29) {
            prop_assert_eq!(shape_with(fixture, &text), shape_with(fixture, "x"), "{} / {}", fixture.component, fixture.name);
        }
    }

    #[test]
    fn any_string_in_any_setter_leaves_the_page_as_it_is(text in any_text()) {
        prop_assert_eq!(shape(&page_of(&text)), shape(&page_of("x")));
    }
}

#[test]
fn ids_and_what_refers_to_them_meet_even_with_white_space() {
    let input = Input::new("full name\n", "Name").hint("Hint").error_message("Error");
    let html = maud::html! { (input) }.into_string();
    for part in [
        "id=\"full-name-\"",
        "for=\"full-name-\"",
        "id=\"full-name--hint\"",
        "id=\"full-name--error\"",
        "aria-describedby=\"full-name--hint full-name--error\"",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    // What is sent is the name itself.
    assert!(html.contains("name=\"full name\n\""));
    let item = maud::html! { (ErrorSummary::new("x", [ErrorSummaryItem::for_field("full name\n", "y")])) };
    assert!(item.into_string().contains("href=\"#full-name-\""));
}
