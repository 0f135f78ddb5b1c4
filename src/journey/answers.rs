//! Answers as rows, from the types and the content.

use crate::form::{AnyForm, FieldKind, FieldShape, Words, join};
use crate::language::Locale;
use crate::patterns::{AnswerRow, AnswerValue};
use crate::values::number::Number;
use crate::values::{Date, FILE, MonthAndYear, hints_of, money_text};

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
                let files = self.form.data.files(path);
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
                if let Some(amount) = amount_text(self.words, field, text) {
                    return vec![amount];
                }
                let (prefix, suffix) =
                    (self.words.prefix(field).unwrap_or(own), self.words.suffix(field).unwrap_or_default());
                let space = if suffix.starts_with(char::is_alphanumeric) { " " } else { "" };
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

/// An amount as its type shows itself, "£1,234.50", if that is what the field asks for: an amount of money, or a number of pounds.
fn amount_text(words: Words<'_>, field: &FieldShape, text: &str) -> Option<String> {
    let locale = words.locale;
    let (prefix, suffix) = (words.prefix(field), words.suffix(field).unwrap_or_default());
    let number_of_pounds = || {
        let number = Number::read(text, None).ok().filter(|number| number.significant_places() <= 2)?;
        number.scaled(2).map(|pence| locale.money(pence))
    };
    let amount = match field.kind {
        FieldKind::WholeNumber
        | FieldKind::DecimalNumber
        | FieldKind::Text("townhall::WholeNumber" | "townhall::DecimalNumber")
            if prefix == Some("£") =>
        {
            number_of_pounds()?
        }
        FieldKind::Text(name) if prefix.is_none_or(|prefix| prefix == "£") => money_text(name, text, locale)?,
        _ => return None,
    };
    let space = if suffix.starts_with(char::is_alphanumeric) { " " } else { "" };
    Some([amount.as_str(), space, suffix].concat())
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

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};
    use validator::Validate;

    use super::*;
    use crate::form::{Field, Fields, Form, Question};
    use crate::values::{DecimalNumber, Money, MoneyWithPence, WholePounds};

    #[derive(Serialize, Deserialize, Validate)]
    struct Costs {
        rent: Money,
        wage: MoneyWithPence,
        savings: WholePounds,
        fee: u32,
        rate: DecimalNumber<2>,
        share: f64,
        year: u16,
        days: Option<Vec<Day>>,
        note: Option<String>,
    }

    #[derive(Clone, Copy, Serialize, Deserialize)]
    enum Day {
        Monday,
        Tuesday,
    }

    impl Question for Costs {
        const NAME: &'static str = "costs";

        fn fields() -> Fields {
            Fields::new()
                .field("fee", Field::new().prefix("£").suffix("a year"))
                .field("rate", Field::new().prefix("£"))
                .field("share", Field::new().suffix("%"))
        }
    }

    #[test]
    fn amounts_are_shown_as_amounts_and_no_choice_as_not_provided() {
        let shown = |days: Option<Vec<Day>>| {
            let form = Form::filled(&Costs {
                rent: Money::from_pence(123_450).unwrap(),
                wage: MoneyWithPence::from_pence(1_250).unwrap(),
                savings: WholePounds::from_pounds(16_000).unwrap(),
                fee: 1_200,
                rate: DecimalNumber::from_scaled(123_456),
                share: 12.5,
                year: 2026,
                days,
                note: None,
            });
            answer_rows(&form.into_any(), &Locale::english(), "").into_iter().map(|row| row.value).collect::<Vec<_>>()
        };
        let line = |text: &str| AnswerValue::Lines(vec![text.to_owned()]);
        let mut expected =
            ["£1,234.50", "£12.50", "£16,000", "£1,200 a year", "£1,234.56", "12.5%", "2026"].map(line).to_vec();
        expected.extend([AnswerValue::NotProvided, AnswerValue::NotProvided]);
        assert_eq!(shown(None), expected);
        expected[7] = AnswerValue::Lines(vec!["Monday".to_owned(), "Tuesday".to_owned()]);
        assert_eq!(shown(Some(vec![Day::Monday, Day::Tuesday])), expected);
    }
}
