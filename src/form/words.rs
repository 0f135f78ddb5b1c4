//! What is said about a question: its messages, looked up in one place.

use std::borrow::Cow;

use super::FieldError;
use super::bounds::{amounts_taken, is_money};
use super::shape::{Choice, FieldShape, Kind, Shape};
use crate::language::{Argument, Locale, Phrase, is_question};
use crate::values::{ErrorArgument, FILE, MESSAGE, ValueError};

/// What a question can say, by the pattern of the message's id. The check knows messages from here, and so does `docs/messages.md`.
pub(crate) const QUESTION_MESSAGES: &[(&str, &str)] = &[
    ("{question}", "the heading of a page with several fields"),
    ("{question}.body", "what stands below the heading: paragraphs, lists and links"),
    ("{question}.error-{code}", "an error of the whole page, from a rule over several fields that names none of them"),
    ("{question}-{field}", "the label or the legend; the heading if the page has one field and no message of its own"),
    ("{question}-{field}.hint", "the hint: one short sentence without a full stop. An empty one, `{ \"\" }`, is none"),
    ("{question}-{field}.it", "what is asked for, in the middle of a sentence: \"your full name\""),
    ("{question}-{field}.It", "the same at the start of a sentence, if it is not the label: \"Full name\""),
    (
        "{question}-{field}.if",
        "what one chooses between, for choices that the question names: \"you are a resident or a visitor\"",
    ),
    ("{question}-{field}.summary", "a short form of the label, on the page that checks answers"),
    ("{question}-{field}.example", "an example in errors about numbers: \"30\""),
    ("{question}-{field}.prefix", "a unit before the box, instead of `Field::prefix`"),
    ("{question}-{field}.suffix", "a unit after the box, instead of `Field::suffix`"),
    ("{question}-{field}.option-{value}", "a choice"),
    ("{question}-{field}.option-{value}-hint", "the hint of a choice"),
    ("{question}-{field}.option-yes", "\"Yes\" of a `bool`"),
    ("{question}-{field}.option-no", "\"No\" of a `bool`"),
    ("{question}-{field}.error-{code}", "a whole error, instead of the ready-made one"),
];

/// The messages about a question in one language: [`QUESTION_MESSAGES`].
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) locale: &'a Locale,
    pub(crate) question: &'static str,
}

impl<'a> Words<'a> {
    /// A text of a field: its label, or the attribute whose name consists of the parts.
    fn own(self, field: &FieldShape, attribute: &[&str]) -> Option<&'a str> {
        let built_in = || self.locale.fixed(field.built_in.as_deref()?, attribute);
        self.locale.fixed(&field.message, attribute).or_else(built_in)
    }

    /// A text that must be there: from another language if this one lacks it, and from its name in the code if none has it.
    fn needed(self, field: &FieldShape, attribute: &[&str], name: &str) -> Cow<'a, str> {
        if let Some(text) = self.own(field, attribute) {
            return Cow::Borrowed(text);
        }
        let dot = if attribute.is_empty() { "" } else { "." };
        let text = self.locale.text(&format!("{}{dot}{}", field.message, attribute.concat()));
        if text.is_empty() { humanised(name).into() } else { text }
    }

    pub(crate) fn heading(self) -> Option<&'a str> {
        self.locale.fixed(self.question, &[])
    }

    pub(crate) fn label(self, field: &FieldShape) -> Cow<'a, str> {
        self.needed(field, &[], &field.path)
    }

    /// A short form of the question, for the page on which answers are checked.
    #[cfg(feature = "journey")]
    pub(crate) fn summary(self, field: &FieldShape) -> Cow<'a, str> {
        self.own(field, &["summary"]).map_or_else(|| self.label(field), Cow::Borrowed)
    }

    pub(crate) fn hint(self, field: &FieldShape) -> Option<&'a str> {
        self.optional(field, &["hint"])
    }

    /// A text that may be missing. An empty text counts as missing.
    fn optional(self, field: &FieldShape, attribute: &[&str]) -> Option<&'a str> {
        self.own(field, attribute).filter(|text| !text.trim().is_empty())
    }

    /// The unit before a text input, in this language.
    pub(crate) fn prefix(self, field: &FieldShape) -> Option<&'a str> {
        self.own(field, &["prefix"]).or(field.shown.prefix)
    }

    /// The unit after a text input, in this language.
    pub(crate) fn suffix(self, field: &FieldShape) -> Option<&'a str> {
        self.own(field, &["suffix"]).or(field.shown.suffix).filter(|suffix| !suffix.is_empty())
    }

    pub(crate) fn choice(self, field: &FieldShape, choice: &Choice) -> Cow<'a, str> {
        self.needed(field, &["option-", choice.value], choice.value)
    }

    pub(crate) fn choice_hint(self, field: &FieldShape, choice: &Choice) -> Option<&'a str> {
        self.optional(field, &["option-", choice.value, "-hint"])
    }

    /// "Yes" or "No" as answers to the question, or what it says instead.
    pub(crate) fn yes_or_no(self, field: &FieldShape, yes: bool) -> &'a str {
        let own = self.own(field, &[if yes { "option-yes" } else { "option-no" }]);
        own.unwrap_or_else(|| {
            let words = self.locale.yes_and_no(&self.label(field));
            if yes { words.0 } else { words.1 }
        })
    }

    /// What the content says about a field, for ready-made sentences.
    fn phrase<'p>(self, field: &FieldShape, label: &'p str) -> Phrase<'p>
    where
        'a: 'p,
    {
        let it = self.own(field, &["it"]);
        let clause = if is_yes_no(field) { it } else { self.own(field, &["if"]) };
        Phrase { label, it, it_first: self.own(field, &["It"]), clause }
    }

    /// An error of a page in words.
    pub(crate) fn error(self, shape: &Shape, error: &FieldError) -> Cow<'a, str> {
        match shape.field(&error.path) {
            Some(field) => self.field_error(field, &error.error),
            None => self.page_error(&error.error),
        }
    }

    /// The message that a rule names itself, if it is there.
    fn of_rule(self, error: &ValueError, arguments: &[(&str, Argument<'_>)]) -> Option<Cow<'a, str>> {
        let id = rule_message(error)?;
        self.locale.find(id, arguments).or_else(|| {
            // The application hears that it is missing; the resident reads the sentence of the code.
            let _ = self.locale.text_with(id, arguments);
            None
        })
    }

    fn page_error(self, error: &ValueError) -> Cow<'a, str> {
        let arguments = self.arguments(error);
        if let Some(text) = self.of_rule(error, &arguments) {
            return text;
        }
        let id = [self.question, ".error-", error.code()].concat();
        self.locale.find(&id, &arguments).unwrap_or_else(|| self.locale.text_with(&id, &arguments))
    }

    /// An error of a field in words: the question's own sentence, or the ready-made one.
    pub(crate) fn field_error(self, field: &FieldShape, error: &ValueError) -> Cow<'a, str> {
        let mut arguments = self.arguments(error);
        let code = error.code();
        if let Some(text) = self.of_rule(error, &arguments) {
            return text;
        }
        for message in [Some(&field.message), field.built_in.as_ref()].into_iter().flatten() {
            if self.locale.has(message, &["error-", code])
                && let Some(text) = self.locale.find(&format!("{message}.error-{code}"), &arguments)
            {
                return text;
            }
        }
        let base = ["townhall-error-", self.library_code(field, code)].concat();
        let label = self.label(field);
        let is_question = is_question(&label);
        let shows_example =
            self.hint(field).is_some_and(|hint| hint.contains(|c: char| c.is_ascii_digit() || c == '@'));
        let example = self.own(field, &["example"]);
        let has_example = !shows_example && example.is_some();
        let attributes = [
            (shows_example, "example-shown"),
            (has_example, "example"),
            (has_example && !is_question, "example-label"),
            (self.is_measure(field), "measure"),
            (true, ""),
            (is_question, "question"),
            (!is_question, "label"),
        ];
        // Most sentences about values with a form of their own say the same for every field.
        let first = attributes
            .iter()
            .find(|(fits, attribute)| *fits && (attribute.is_empty() || self.locale.has(&base, &[attribute])));
        let fixed = first.and_then(|(_, attribute)| match *attribute {
            "" => self.locale.fixed(&base, &[]),
            attribute => self.locale.fixed(&base, &[attribute]),
        });
        if let Some(text) = fixed {
            return Cow::Borrowed(text);
        }
        if let Some(example) = example {
            arguments.push(("example", example.into()));
        }
        if matches!(code, "needs-pence" | "no-pence" | "not-money") {
            let amounts = amounts_taken(field);
            arguments.push(("amounts", self.locale.list_or(&amounts).into()));
            let [amount, _] = amounts;
            arguments.push(("amount", amount.into()));
        }
        if is_yes_no(field) {
            arguments.push(("yes", self.yes_or_no(field, true).into()));
            arguments.push(("no", self.yes_or_no(field, false).into()));
        }
        let find = |message: &str, attribute: &str, arguments: &[(&str, Argument<'_>)]| match attribute {
            "" => self.locale.find(message, arguments),
            _ if self.locale.has(message, &[attribute]) => {
                self.locale.find(&format!("{message}.{attribute}"), arguments)
            }
            _ => None,
        };
        let own = [self.locale.phrases(&self.phrase(field, &label)), arguments.clone()].concat();
        // Nothing follows a question mark but a sentence that was written to.
        let in_sentences: Vec<_> = own.iter().filter(|(name, _)| !is_question || *name != "label").cloned().collect();
        let said = |message: &str| {
            attributes.iter().filter(|(fits, _)| *fits).find_map(|(_, attribute)| {
                find(message, attribute, if *attribute == "question" { &own } else { &in_sentences })
            })
        };
        // Behind a label that is a question, the sentence is about "your answer".
        let after_question = |message: &str| {
            let answer = self.locale.fixed("townhall-your-answer", &[])?;
            let it = self.locale.fixed("townhall-your-answer", &["it"]);
            let answer = Phrase { label: answer, it, it_first: Some(answer), clause: None };
            let answer = [self.locale.phrases(&answer), arguments.clone()].concat();
            let mut fitting = attributes.iter().filter(|(fits, attribute)| *fits && *attribute != "question");
            let sentence = fitting.find_map(|(_, attribute)| find(message, attribute, &answer))?;
            Some(Cow::Owned(format!("{label} {sentence}")))
        };
        let said = |message: &str| said(message).or_else(|| is_question.then(|| after_question(message)).flatten());
        said(&base).unwrap_or_else(|| {
            // No words for this code: the application hears of it, the resident is told where to look.
            let _ = self.locale.text_with(&format!("{}.error-{code}", field.message), &own);
            said("townhall-error-other").unwrap_or_default()
        })
    }

    /// The code of the ready-made sentence: nothing given is said by what was asked for, options and files are counted and not characters,
    /// and an amount is less where a number is fewer.
    pub(super) fn library_code<'c>(self, field: &FieldShape, code: &'c str) -> &'c str {
        let names_choices = || self.own(field, &["if"]).is_some();
        match (code, &field.kind) {
            ("empty", Kind::Files | Kind::Text(FILE)) => "empty-file",
            ("empty" | "unknown-choice", _) if is_yes_no(field) => "empty-yes-no",
            ("empty" | "unknown-choice", Kind::OneOf(_) | Kind::AnyOf(_)) if names_choices() => "empty-either",
            ("empty" | "unknown-choice", Kind::OneOf(_)) => "empty-choice",
            ("empty" | "unknown-choice", Kind::AnyOf(_)) => "empty-choices",
            ("too-short", Kind::AnyOf(_)) => "too-few-choices",
            ("too-long", Kind::AnyOf(_)) => "too-many-choices",
            ("length", Kind::AnyOf(_)) => "choices-between",
            ("exact-length", Kind::AnyOf(_)) => "exact-choices",
            ("too-short", Kind::Files) => "too-few-files",
            ("too-long", Kind::Files) => "file-too-many",
            ("length", Kind::Files) => "files-between",
            ("exact-length", Kind::Files) => "exact-files",
            ("too-low", _) if is_money(field) => "too-little",
            ("too-high", _) if is_money(field) => "too-much",
            ("out-of-range", _) if is_money(field) => "amount-out-of-range",
            _ => code,
        }
    }

    /// Whether a number is measured and not counted: "2.5 or less", but "3 or fewer".
    fn is_measure(self, field: &FieldShape) -> bool {
        field.kind == Kind::DecimalNumber || self.suffix(field).is_some()
    }

    /// Characters as they stand in a sentence: each in quotation marks if one of them could be taken for a part of it.
    fn quoted(self, characters: &[String]) -> Vec<String> {
        if !characters.iter().any(|character| is_part_of_sentences(character)) {
            return characters.to_vec();
        }
        let quoted =
            |character: &String| self.locale.text_with("townhall-quoted", &[("text", character.into())]).into_owned();
        characters.iter().map(quoted).collect()
    }

    /// What the message of an error needs, in this language.
    fn arguments<'e>(self, error: &'e ValueError) -> Vec<(&'e str, Argument<'a>)> {
        let mut arguments = Vec::new();
        for (name, value) in error.arguments().filter(|(name, _)| *name != MESSAGE) {
            let value = match value {
                ErrorArgument::Text(text) => Argument::Typed(text.clone().into()),
                ErrorArgument::Number(number) => Argument::Number(*number),
                ErrorArgument::Money(pence) => Argument::Typed(self.locale.money(*pence).into()),
                ErrorArgument::Date(date) => Argument::from(date.to_text(self.locale)),
                ErrorArgument::AnyOf(items) => {
                    arguments.push(("count", items.len().into()));
                    let article = items.first().map_or("", |first| self.locale.article(first));
                    arguments.push(("article", article.into()));
                    Argument::from(self.locale.list_or(items.iter().map(|item| self.locale.isolated(item))))
                }
                ErrorArgument::Kilobytes(size) => {
                    let (id, n) = match size {
                        size if *size >= 1_024 => ("townhall-size-megabytes", size / 1_024),
                        size => ("townhall-size-kilobytes", *size),
                    };
                    Argument::from(self.locale.text_with(id, &[("n", n.into())]).into_owned())
                }
                ErrorArgument::List(items) => {
                    let items = self.quoted(items);
                    Argument::from(self.locale.list_and(items.iter().map(|item| self.locale.isolated(item))))
                }
                ErrorArgument::Message(id) => Argument::from(self.locale.text(id).into_owned()),
            };
            arguments.push((name, value));
        }
        arguments
    }
}

/// The id of the message that a rule names: `#[validate(length(max = 5, message = "my-message"))]`.
pub(super) fn rule_message(error: &ValueError) -> Option<&str> {
    error.arguments().find_map(|(name, value)| match value {
        ErrorArgument::Message(id) if name == MESSAGE => Some(&**id),
        _ => None,
    })
}

/// Whether the answer is yes or no: a `bool`, or an enum of `yes` and `no`, one of which asks something more.
pub(super) fn is_yes_no(field: &FieldShape) -> bool {
    match &field.kind {
        Kind::YesNo => true,
        Kind::OneOf(choices) => choices.len() == 2 && choices.iter().all(|choice| matches!(choice.value, "yes" | "no")),
        _ => false,
    }
}

/// Whether a character in the middle of a sentence could be taken for a word or a mark of it: "a", ",".
fn is_part_of_sentences(text: &str) -> bool {
    let mut characters = text.chars();
    let one = characters.next().filter(|_| characters.next().is_none());
    one.is_some_and(|c| c.is_ascii_alphanumeric() || c.is_whitespace() || ".,;:?!'\"()-‘’“”".contains(c))
}

/// A name from the code as words: `date_of_birth` → "Date of birth".
fn humanised(name: &str) -> String {
    let mut words = name.replace(['-', '_'], " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
