//! Answers as rows, from the types and the content.

use crate::form::{AnyForm, FieldKind, FieldShape, Words, join};
use crate::language::Locale;
use crate::patterns::{AnswerRow, AnswerValue};
use crate::values::{Date, FILE, MonthAndYear, UploadedFile, hints_of};

/// What was answered to a question: a row for each field that was asked for, with its address for changes.
pub(crate) fn answer_rows(form: &AnyForm, locale: &Locale, address: &str) -> Vec<AnswerRow> {
    let rows = Rows { form, words: Words { locale, question: form.name }, address };
    let mut all = Vec::new();
    for field in &form.shape.fields {
        rows.push(field, &mut all);
    }
    all
}

struct Rows<'a> {
    form: &'a AnyForm,
    words: Words<'a>,
    address: &'a str,
}

impl Rows<'_> {
    fn text(&self, path: &str) -> &str {
        self.form.data.get(path).unwrap_or_default()
    }

    fn push(&self, field: &FieldShape, all: &mut Vec<AnswerRow>) {
        let path = field.path.as_str();
        match &field.kind {
            // What is never shown again is not shown here.
            FieldKind::Text("townhall::Password") => {}
            FieldKind::Group("townhall::UkAddress", fields) => {
                let lines = fields.iter().map(|field| self.text(&field.path).to_owned());
                all.push(self.row(field, lines.filter(|line| !line.is_empty()).collect()));
            }
            FieldKind::Group(_, fields) => {
                for field in fields {
                    self.push(field, all);
                }
            }
            FieldKind::OneOf(choices) | FieldKind::AnyOf(choices) => {
                let chosen: Vec<_> = choices
                    .iter()
                    .filter(|choice| self.form.data.get_all(path).any(|value| value == choice.value))
                    .collect();
                let labels = chosen.iter().map(|choice| self.words.choice(field, choice).into_owned());
                all.push(self.row(field, labels.collect()));
                for field in chosen.iter().flat_map(|choice| &choice.fields) {
                    self.push(field, all);
                }
            }
            _ => all.push(self.row(field, self.lines(field))),
        }
    }

    /// An answer, in lines.
    fn lines(&self, field: &FieldShape) -> Vec<String> {
        let (path, locale) = (field.path.as_str(), self.words.locale);
        let part = |name: &str| self.text(&join(path, name));
        match &field.kind {
            FieldKind::Date => {
                let date = Date::from_parts(part("day"), part("month"), part("year"));
                date.ok().into_iter().map(|date| date.to_text(locale)).collect()
            }
            FieldKind::MonthAndYear => {
                let month = MonthAndYear::from_parts(part("month"), part("year"));
                month.ok().into_iter().map(|month| month.to_text(locale)).collect()
            }
            FieldKind::YesNo => match self.text(path) {
                "" => Vec::new(),
                value => vec![self.words.yes_or_no(field, value == "yes").to_owned()],
            },
            FieldKind::Files | FieldKind::Text(FILE) => {
                let files = self.form.data.get_all(path).filter_map(|text| UploadedFile::parse(text).ok());
                files.map(|file| file.name().to_owned()).collect()
            }
            kind => {
                let text = self.text(path);
                if text.is_empty() {
                    return Vec::new();
                }
                let own = match kind {
                    FieldKind::Text(name) => hints_of(name).prefix,
                    _ => "",
                };
                let (prefix, suffix) =
                    (self.words.prefix(field).unwrap_or(own), self.words.suffix(field).unwrap_or_default());
                let space = if suffix.is_empty() { "" } else { " " };
                format!("{prefix}{text}{space}{suffix}").lines().map(str::to_owned).collect()
            }
        }
    }

    fn row(&self, field: &FieldShape, lines: Vec<String>) -> AnswerRow {
        let value = if lines.is_empty() { AnswerValue::NotProvided } else { AnswerValue::Lines(lines) };
        let change = (!self.address.is_empty()).then(|| format!("{}#{}", self.address, target(field)));
        AnswerRow { key: self.words.summary(field).into_owned(), value, change }
    }
}

/// The id of a field's first control.
fn target(field: &FieldShape) -> String {
    match &field.kind {
        FieldKind::Date => join(&field.path, "day"),
        FieldKind::MonthAndYear => join(&field.path, "month"),
        FieldKind::Group(_, fields) => fields.first().map_or_else(|| field.path.clone(), target),
        _ => field.path.clone(),
    }
}
