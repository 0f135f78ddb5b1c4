//! [`ErrorListing`]: every error of every question, in every language.

use std::collections::HashSet;

use maud::html;

use super::decode::decode;
use super::shape::{FieldShape, Kind, Shape, join};
use super::words::Words;
use super::{FieldError, FormData, Question};
use crate::components::{Table, TableCell};
use crate::language::Languages;
use crate::markup::Markup;
use crate::page::{Brand, Page};
use crate::values::{Date, FILE, ValueError};

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
        for error in possible_errors::<Q>() {
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

/// Every error that a question answers with when its fields are given what people get wrong, one for each field and code.
pub(super) fn possible_errors<Q: Question>() -> Vec<FieldError> {
    let shape = Shape::of::<Q>();
    let mut good = FormData::new();
    for field in &shape.fields {
        fill(&mut good, field);
    }
    let mut found: Vec<FieldError> = Vec::new();
    let mut known = HashSet::new();
    let mut note = |error: FieldError| {
        if known.insert((error.path.clone(), error.error.code().to_owned())) {
            found.push(error);
        }
    };
    for field in &shape.fields {
        each_field(field, &good, &mut |field, data| {
            if field.is_file() {
                // Files are checked while they arrive.
                let rules = field.shown.file_rules();
                let codes = ["file-empty", "file-failed"].map(ValueError::new);
                let too_many = (field.kind == Kind::Files).then(|| rules.too_many());
                for error in [rules.wrong_type(), rules.too_big()].into_iter().chain(too_many).chain(codes) {
                    note(FieldError { path: field.path.clone(), error });
                }
            }
            for wrong in mistakes(field) {
                let mut data = without(data, &field.path);
                for (name, value) in wrong {
                    data.push(join(&field.path, name), value);
                }
                let Err(errors) = decode::<Q>(&data, shape) else { continue };
                let own = errors.iter().filter(|error| error.path == field.path || error.path.is_empty());
                own.cloned().for_each(&mut note);
            }
        });
    }
    let order = shape.all();
    found.sort_by_key(|error| order.iter().position(|field| field.path == error.path).unwrap_or(usize::MAX));
    found
}

/// Visits a field and all below it, with data in which the choices that lead to it are made.
fn each_field(field: &FieldShape, data: &FormData, visit: &mut impl FnMut(&FieldShape, &FormData)) {
    match &field.kind {
        Kind::Group(_, inner) => {
            for field in inner {
                each_field(field, data, visit);
            }
        }
        Kind::OneOf(choices) | Kind::AnyOf(choices) => {
            visit(field, data);
            for choice in choices {
                let mut chosen = without(data, &field.path);
                chosen.push(field.path.as_str(), choice.value);
                for below in &choice.fields {
                    fill(&mut chosen, below);
                }
                for below in &choice.fields {
                    each_field(below, &chosen, visit);
                }
            }
        }
        _ => visit(field, data),
    }
}

/// The data without a field and what is below it.
fn without(data: &FormData, path: &str) -> FormData {
    let is_below = |name: &str| name.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    data.iter().filter(|(name, _)| !is_below(name)).collect()
}

/// Adds a good answer to a field.
fn fill(data: &mut FormData, field: &FieldShape) {
    let path = field.path.as_str();
    let answer = match &field.kind {
        Kind::Group(_, fields) => return fields.iter().for_each(|field| fill(data, field)),
        Kind::Date => {
            for (part, value) in [("day", "28"), ("month", "1"), ("year", "2000")] {
                data.push(join(path, part), value);
            }
            return;
        }
        Kind::MonthAndYear => {
            data.push(join(path, "month"), "1");
            return data.push(join(path, "year"), "2000");
        }
        Kind::OneOf(choices) | Kind::AnyOf(choices) => {
            let Some(first) = choices.first() else { return };
            data.push(path, first.value);
            return first.fields.iter().for_each(|field| fill(data, field));
        }
        Kind::YesNo => "yes",
        Kind::WholeNumber | Kind::DecimalNumber => "1",
        Kind::Files => sample_text(FILE),
        Kind::Text(name) => field.shown.sample.unwrap_or_else(|| sample_text(name)),
    };
    data.push(path, answer);
}

/// A good text of a type of the library.
fn sample_text(name: &str) -> &'static str {
    match name.strip_prefix("townhall::").unwrap_or_default() {
        "EmailAddress" => "name@example.com",
        "PhoneNumber" => "07700 900 982",
        "Postcode" => "SW1A 1AA",
        "OutwardPostcode" => "SW1A",
        "NationalInsuranceNumber" => "QQ 12 34 56 C",
        "SortCode" => "309430",
        "AccountNumber" => "00733445",
        "VehicleRegistration" => "AB51 ABC",
        "NhsNumber" => "943 476 5919",
        "CompanyNumber" => "01234567",
        "VatNumber" => "GB 123 4567 82",
        "Money" | "MoneyWithPence" => "12.00",
        "WholePounds" | "WholeNumber" | "DecimalNumber" | "RollNumber" => "12",
        "OneTimeCode" => "12345",
        "Password" => "correct horse",
        "UploadedFile" => "0/PDF/1/a.pdf",
        _ => "A",
    }
}

/// Whatever people get wrong about a field: names below it, and values.
fn mistakes(field: &FieldShape) -> Vec<Vec<(&'static str, String)>> {
    let one = |text: &str| vec![("", text.to_owned())];
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
            let days = [-400_000, -36_525, -3_650, -365, -1, 0, 1, 365, 3_650, 36_525];
            all.extend(days.map(|days| {
                let date = today.plus_days(days);
                parts(&date.day().to_string(), &date.month().to_string(), &date.year().to_string())
            }));
            all
        }
        Kind::YesNo | Kind::OneOf(_) => vec![one(""), one("townhall")],
        Kind::AnyOf(choices) => {
            vec![one(""), one("townhall"), choices.iter().map(|choice| ("", choice.value.to_owned())).collect()]
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

/// Texts that are wrong for one type or the other.
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
];
