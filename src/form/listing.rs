//! [`ErrorListing`]: every error of every question, in every language.

use std::collections::HashSet;

use maud::html;

use super::decode::decode;
use super::settings::{Setting, is_honoured};
use super::shape::{FieldShape, Kind, Shape, join};
use super::words::Words;
use super::{FieldError, FieldErrors, FormData, Question};
use crate::components::{Table, TableCell};
use crate::language::Languages;
use crate::markup::Markup;
use crate::page::{Brand, Page};
use crate::values::{Date, ErrorArgument, FILE, FileType, UploadedFile, ValueError};

/// An error that a question can have, in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListedError {
    /// The name of the question.
    pub question: &'static str,
    /// The field as it is sent; empty for an error of the whole page.
    pub field: String,
    /// The code.
    pub code: String,
    /// The tag of each language, and what is said in it.
    pub texts: Vec<(String, String)>,
}

/// Every error that questions can have, in every language: for content designers and translators.
///
/// They are not read from a list. Each field is given everything that people get wrong, and what the question
/// answers is written down, rules of the application included. An error that depends on two fields may not be found.
///
/// ```
/// # use serde::{Deserialize, Serialize};
/// # use townhall::form::{ErrorListing, Question};
/// # use townhall::language::Languages;
/// # use townhall::values::Postcode;
/// # use validator::Validate;
/// # #[derive(Serialize, Deserialize, Validate)]
/// # struct Home { postcode: Postcode }
/// # impl Question for Home { const NAME: &'static str = "home"; }
/// let languages = Languages::builder()
///     .file("en", "home.en.ftl", "home-postcode = What is your postcode?\n    .it = your postcode")
///     .build()?;
/// let listing = ErrorListing::new(&languages).question::<Home>();
/// let texts: Vec<&str> = listing.errors().iter().map(|error| error.texts[0].1.as_str()).collect();
/// assert_eq!(texts, ["Enter your postcode", "Enter a full UK postcode"]);
/// # Ok::<(), townhall::language::LanguagesError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct ErrorListing<'l> {
    languages: &'l Languages,
    errors: Vec<ListedError>,
}

impl<'l> ErrorListing<'l> {
    /// An empty listing.
    pub fn new(languages: &'l Languages) -> Self {
        Self { languages, errors: Vec::new() }
    }

    /// Adds the errors of a question.
    pub fn question<Q: Question>(mut self) -> Self {
        let shape = Shape::of::<Q>();
        for error in possible_errors::<Q>(|_| Vec::new()).errors {
            let texts = self
                .languages
                .locales()
                .map(|locale| {
                    let words = Words { locale, question: Q::NAME };
                    (locale.tag().to_owned(), words.error(shape, &error).into_owned())
                })
                .collect();
            let code = error.error.code().to_owned();
            self.errors.push(ListedError { question: Q::NAME, field: error.path, code, texts });
        }
        self
    }

    /// The errors, in the order of the pages.
    #[must_use]
    pub fn errors(&self) -> &[ListedError] {
        &self.errors
    }

    /// The listing as a page, for those who write and translate.
    #[must_use]
    pub fn page(&self, brand: &Brand) -> Markup {
        let tags: Vec<String> = self.languages.locales().map(|locale| locale.tag().to_owned()).collect();
        let head = ["Question", "Field", "Code"].into_iter().map(TableCell::from);
        let names = self.languages.locales().map(|locale| TableCell::from(locale.name()));
        let table = Table::map(&self.errors, |error| {
            let said = tags.iter().map(|tag| {
                let text = error.texts.iter().find(|(known, _)| known == tag).map_or("", |(_, text)| text);
                let direction = self.languages.get(tag).map_or("ltr", |locale| locale.direction().as_str());
                TableCell::from(html! { span lang=(tag) dir=(direction) { (text) } })
            });
            let own = [error.question, error.field.as_str(), error.code.as_str()].map(TableCell::from);
            own.into_iter().chain(said).collect::<Vec<_>>()
        })
        .caption("Errors")
        .head(head.chain(names));
        let title = "Every error of every question";
        let content = html! { h1.govuk-heading-l { (title) } (table) };
        Page::new(brand, title).content(content).render_document()
    }
}

/// What [`possible_errors`] found.
pub(super) struct PossibleErrors {
    /// One for each field and code.
    pub(super) errors: Vec<FieldError>,
    /// What is wrong with samples for which no better ones were found.
    pub(super) refused_samples: Vec<FieldError>,
    /// Examples of answers that are none, and why.
    pub(super) refused_examples: Vec<(String, FieldError)>,
}

/// Every error that a question answers with when its fields are given what people get wrong. `examples` are those that the content gives of
/// answers to a field.
pub(super) fn possible_errors<Q: Question>(examples: impl Fn(&FieldShape) -> Vec<String>) -> PossibleErrors {
    let shape = Shape::of::<Q>();
    let mut good = FormData::new();
    for field in &shape.fields {
        fill(&mut good, field);
    }
    let mut errors: Vec<FieldError> = Vec::new();
    let mut known = HashSet::new();
    let mut note = |error: FieldError| {
        if known.insert((error.path.clone(), error.error.code().to_owned())) {
            errors.push(error);
        }
    };
    let refused = |data: &FormData| decode::<Q>(data, shape).err();
    let good = repaired(good, shape, &refused);
    let mut refused_samples: Vec<FieldError> = Vec::new();
    let mut refused_examples: Vec<(String, FieldError)> = Vec::new();
    let mut visit = |field: &FieldShape, data: &FormData| {
        if let Some(error) = refused(data).and_then(|errors| errors.of(&field.path).cloned())
            && is_honoured(field, Setting::Sample)
        {
            refused_samples.push(FieldError { path: field.path.clone(), error });
        }
        for example in examples(field) {
            let errors = refused(&with(data, field, one(&example)));
            if let Some(error) = errors.and_then(|errors| errors.of(&field.path).cloned()) {
                refused_examples.push((example, FieldError { path: field.path.clone(), error }));
            }
        }
        if field.is_file() {
            // Files are checked while they arrive.
            let rules = field.shown.file_rules();
            let codes = ["file-empty", "file-failed", "file-again", "file-quota"].map(ValueError::new);
            let too_many = (field.kind == Kind::Files).then(|| rules.too_many());
            for error in [rules.wrong_type(), rules.too_big()].into_iter().chain(too_many).chain(codes) {
                note(FieldError { path: field.path.clone(), error });
            }
        }
        for wrong in mistakes(field) {
            let errors = refused(&with(data, field, wrong));
            errors.iter().flat_map(FieldErrors::iter).cloned().for_each(&mut note);
        }
    };
    for field in &shape.fields {
        each_field(field, &good, &|data| repaired(data, shape, &refused), &mut visit);
    }
    let order = shape.all();
    errors.sort_by_key(|error| order.iter().position(|field| field.path == error.path).unwrap_or(usize::MAX));
    PossibleErrors { errors, refused_samples, refused_examples }
}

/// The data with better samples for fields whose rules refuse those of their types: a bound of the rule, or whatever else is tried.
fn repaired(mut data: FormData, shape: &Shape, refused: &impl Fn(&FormData) -> Option<FieldErrors>) -> FormData {
    // A better sample of one field may be refused beside another.
    for _ in 0..3 {
        let Some(errors) = refused(&data) else { break };
        for error in errors.iter() {
            let Some(field) = shape.field(&error.path) else { continue };
            let better = bounds(field, &error.error).into_iter().chain(mistakes(field)).find_map(|answer| {
                let better = with(&data, field, answer);
                let errors = refused(&better);
                errors.is_none_or(|errors| errors.of(&field.path).is_none()).then_some(better)
            });
            if let Some(better) = better {
                data = better;
            }
        }
    }
    data
}

/// Names below a field, and values.
pub(super) type Answer = Vec<(&'static str, String)>;

/// The data with another answer to a field.
pub(super) fn with(data: &FormData, field: &FieldShape, answer: Answer) -> FormData {
    let mut data = without(data, field);
    for (name, value) in answer {
        data.push(join(&field.path, name), value);
    }
    data
}

/// Answers at the bounds that an error names.
fn bounds(field: &FieldShape, error: &ValueError) -> Vec<Answer> {
    let mut all = Vec::new();
    for (_, argument) in error.arguments() {
        match argument {
            ErrorArgument::Number(bound) => {
                all.extend(
                    [*bound, bound.saturating_add(1), bound.saturating_sub(1)].map(|text| one(&text.to_string())),
                );
                if let Ok(length) = usize::try_from(*bound) {
                    all.push(one(&"a".repeat(length.min(10_000))));
                }
            }
            ErrorArgument::Money(pence) => all.push(one(&format!("{}.{:02}", pence / 100, (pence % 100).abs()))),
            ErrorArgument::Text(text) => all.push(one(text)),
            ErrorArgument::Date(date) => all.extend([0, 1, -1].map(|days| date_parts(field, date.plus_days(days)))),
            _ => {}
        }
    }
    all
}

fn one(text: &str) -> Answer {
    vec![("", text.to_owned())]
}

fn date_parts(field: &FieldShape, date: Date) -> Answer {
    let number = |part: &str| match part {
        "day" => date.day().to_string(),
        "month" => date.month().to_string(),
        _ => date.year().to_string(),
    };
    field.parts().iter().map(|part| (*part, number(part))).collect()
}

/// Visits a field and all below it, with data in which the choices that lead to it are made.
fn each_field(
    field: &FieldShape,
    data: &FormData,
    repaired: &impl Fn(FormData) -> FormData,
    visit: &mut impl FnMut(&FieldShape, &FormData),
) {
    if field.fields().is_empty() {
        visit(field, data);
    }
    for field in field.fields() {
        each_field(field, data, repaired, visit);
    }
    for choice in field.choices().iter().filter(|choice| !choice.fields.is_empty()) {
        let mut chosen = without(data, field);
        chosen.push(field.path.as_str(), choice.value);
        for below in &choice.fields {
            fill(&mut chosen, below);
        }
        let chosen = repaired(chosen);
        for below in &choice.fields {
            each_field(below, &chosen, repaired, visit);
        }
    }
}

/// The data without a field and what is below it.
fn without(data: &FormData, field: &FieldShape) -> FormData {
    let names = field.names();
    let entries = data.entries().iter().filter(|(name, _)| names.iter().all(|own| own != name));
    FormData::from_entries(entries.cloned().collect())
}

/// Adds a good answer to a field.
pub(super) fn fill(data: &mut FormData, field: &FieldShape) {
    let path = field.path.as_str();
    let own = field.shown.sample.filter(|_| is_honoured(field, Setting::Sample));
    let sample = own.or(field.sample.as_deref()).unwrap_or("A");
    match &field.kind {
        Kind::Group(_, fields) => fields.iter().for_each(|field| fill(data, field)),
        Kind::Date | Kind::MonthAndYear => {
            // As it is in JSON: the year first.
            for (part, value) in ["year", "month", "day"].into_iter().zip(sample.splitn(field.parts().len(), '-')) {
                data.push(join(path, part), value);
            }
        }
        Kind::OneOf(choices) | Kind::AnyOf(choices) => {
            let chosen = choices.iter().find(|choice| own == Some(choice.value));
            let Some(choice) = chosen.or(choices.first()) else { return };
            data.push(path, choice.value);
            choice.fields.iter().for_each(|field| fill(data, field));
        }
        Kind::YesNo => data.push(path, own.unwrap_or("yes")),
        Kind::Files | Kind::Text(FILE) => {
            if let Ok(file) = UploadedFile::new("0", FileType::Pdf, 1, "a.pdf") {
                data.push_file(path, file, None);
            }
        }
        _ => data.push(path, sample),
    }
}

/// Whatever people get wrong about a field: names below it, and values.
pub(super) fn mistakes(field: &FieldShape) -> Vec<Answer> {
    match &field.kind {
        Kind::Date | Kind::MonthAndYear => {
            let has_day = field.kind == Kind::Date;
            let parts = |day: &str, month: &str, year: &str| {
                let mut parts = vec![("month", month.to_owned()), ("year", year.to_owned())];
                if has_day {
                    parts.push(("day", day.to_owned()));
                }
                parts
            };
            let mut all = vec![
                parts("", "", ""),
                parts("", "1", "2000"),
                parts("1", "", "2000"),
                parts("1", "1", ""),
                parts("", "", "2000"),
                parts("", "1", ""),
                parts("1", "", ""),
                parts("1", "1", "20"),
                parts("31", "2", "2000"),
                parts("1", "13", "2000"),
            ];
            let today = Date::today();
            let days = [-400_000, -36_525, -3_650, -365, 365, 3_650, 36_525];
            all.extend(days.into_iter().chain(-8..=8).map(|days| date_parts(field, today.plus_days(days))));
            all
        }
        Kind::YesNo => ["", "townhall", "yes", "no"].map(one).into(),
        Kind::OneOf(choices) => {
            let plain = choices.iter().filter(|choice| choice.fields.is_empty()).map(|choice| choice.value);
            ["", "townhall"].into_iter().chain(plain).map(one).collect()
        }
        Kind::AnyOf(choices) => {
            let all = choices.iter().map(|choice| ("", choice.value.to_owned())).collect();
            [one(""), one("townhall"), all].into_iter().chain(choices.iter().map(|choice| one(choice.value))).collect()
        }
        Kind::Group(..) => Vec::new(),
        Kind::Files | Kind::Text(FILE) => vec![one("")],
        Kind::Text(_) | Kind::WholeNumber | Kind::DecimalNumber => {
            let mut all: Vec<_> = TEXTS.iter().map(|text| one(text)).collect();
            for length in [2, 3, 5, 7, 9, 11, 19, 21, 31, 51, 71, 101, 201, 256, 501, 1_001, 5_001] {
                all.push(one(&"a".repeat(length)));
                all.push(one(&"word ".repeat(length)));
            }
            all.push(one(&format!("{}@example.com", "a".repeat(300))));
            all
        }
    }
}

/// Texts that are wrong for one type or the other, or good and yet refused by a rule.
const TEXTS: &[&str] = &[
    "",
    "x",
    "!",
    "_",
    "<b>&\"'",
    "è £ é",
    "abc 123",
    "12345a",
    "-1",
    "0",
    "1",
    "2",
    "12",
    "100",
    "1234",
    "1.5",
    "12.5",
    "12.50",
    "12.345",
    "123456",
    "1234567",
    "123456783",
    "1234567890",
    "99999999999999999999999999",
    "-99999999999999999999999999",
    "password",
    "name@example",
    "SW1A",
    "Sam Rees",
    "M1 1AE",
    "sam@example.org",
    "01632 960 001",
    "QQ 12 34 56 A",
    "AB51 ABC",
    "SW1A 1AA",
    "1,5",
    "12345.678",
    "GB 12 34 56 A",
];
