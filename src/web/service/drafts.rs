//! What was typed and is not right yet, kept for people who leave and come back.

use crate::form::{Entry, FieldKind, FormData, Shape, join};

/// What is kept of a page: the fields that the question has, each as often as it can be answered, and none that is a secret.
pub(super) fn draft(data: &FormData, shape: &Shape) -> Vec<(String, Entry)> {
    let entries = data.entries();
    let last = |name: &str| entries.iter().rev().find(|(key, _)| key == name).cloned();
    let mut kept = Vec::new();
    for field in shape.all() {
        let path = field.path.as_str();
        match &field.kind {
            FieldKind::Group(..) | FieldKind::Text("townhall::Password") => {}
            FieldKind::Date => kept.extend(["day", "month", "year"].iter().filter_map(|part| last(&join(path, part)))),
            FieldKind::MonthAndYear => kept.extend(["month", "year"].iter().filter_map(|part| last(&join(path, part)))),
            FieldKind::AnyOf(choices) => {
                let chosen =
                    |value: &str| entries.iter().find(|(key, entry)| key == path && entry.text() == Some(value));
                kept.extend(choices.iter().filter_map(|choice| chosen(choice.value)).cloned());
            }
            FieldKind::Files => kept.extend(entries.iter().filter(|(key, _)| key == path).cloned()),
            _ => kept.extend(last(path)),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};
    use validator::Validate;

    use super::*;
    use crate::form::Question;
    use crate::values::{Date, FullName, MonthAndYear, Password, Text, UkAddress};

    #[derive(Serialize, Deserialize, Validate)]
    struct About {
        name: FullName,
        born: Date,
        since: MonthAndYear,
        address: UkAddress,
        permit: Vec<Permit>,
        contact: Contact,
        password: Password,
    }
    #[derive(Serialize, Deserialize)]
    enum Permit {
        Car,
        Van,
    }
    #[derive(Serialize, Deserialize)]
    enum Contact {
        Phone { number: Text<20> },
        Letter,
    }
    impl Question for About {
        const NAME: &'static str = "about";
    }

    #[test]
    fn a_draft_has_the_fields_of_its_question() {
        let typed = [
            ("townhall-token", "t"),
            ("name", "first"),
            ("name", "Sam"),
            ("name-x", "x"),
            ("born", "x"),
            ("born-day", "1"),
            ("born-month", "2"),
            ("born-hour", "3"),
            ("since-month", "4"),
            ("since-day", "5"),
            ("address", "x"),
            ("address-line_1", "1 High Street"),
            ("permit", "Car"),
            ("permit", "Lorry"),
            ("permit", "Car"),
            ("contact", "Phone"),
            ("contact-Phone-number", "07"),
            ("password", "secret"),
            ("admin", "yes"),
        ];
        let data: FormData = typed.into_iter().collect();
        let kept = draft(&data, Shape::of::<About>());
        let kept: Vec<(&str, &str)> =
            kept.iter().map(|(name, entry)| (name.as_str(), entry.text().unwrap_or_default())).collect();
        let expected = [
            ("name", "Sam"),
            ("born-day", "1"),
            ("born-month", "2"),
            ("since-month", "4"),
            ("address-line_1", "1 High Street"),
            ("permit", "Car"),
            ("contact", "Phone"),
            ("contact-Phone-number", "07"),
        ];
        assert_eq!(kept, expected);
    }
}
