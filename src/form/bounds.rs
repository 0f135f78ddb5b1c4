//! [`Bound`]: the least and the most that a question takes, whatever the type of its number.

use std::cmp::Ordering;

use super::fields::Field;
use super::shape::{FieldShape, Kind};
use crate::values::number::Number;
use crate::values::{
    DecimalNumber, ErrorArgument, Money, MoneyWithPence, ValueError, WholeNumber, WholePounds, amount, decimal_number,
    whole_number,
};

/// The least or the most that [`Field::min`] and [`Field::max`] say: a number, exact, in pounds where the answer is an amount.
///
/// ```
/// use townhall::form::Field;
/// use townhall::values::Money;
///
/// let height = Field::new().min(0.4).max(2.8);
/// let deposit = Field::new().min(Money::from_pounds(50)?).max(1_000);
/// # assert_ne!(height, deposit);
/// # Ok::<(), townhall::values::ValueError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound(Option<Number>);

impl Bound {
    fn of(text: &str) -> Self {
        Self(Number::read(text, None).ok())
    }
}

macro_rules! from_numbers {
    ($($number:ty),* $(,)?) => {$(
        impl From<$number> for Bound {
            fn from(number: $number) -> Self {
                Self::of(&number.to_string())
            }
        }
    )*};
}

from_numbers! {
    i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, Money, MoneyWithPence, WholePounds,
}

impl From<f64> for Bound {
    /// The number as it is written shortest: 0.1 is 0.1. One that is not finite is no bound.
    fn from(number: f64) -> Self {
        Self::of(&number.to_string())
    }
}

impl<const MIN: i64, const MAX: i64> From<WholeNumber<MIN, MAX>> for Bound {
    fn from(number: WholeNumber<MIN, MAX>) -> Self {
        Self::of(&number.to_string())
    }
}

impl<const PLACES: usize> From<DecimalNumber<PLACES>> for Bound {
    fn from(number: DecimalNumber<PLACES>) -> Self {
        Self::of(&number.to_string())
    }
}

/// What is wrong with a number that was typed, as far as the question's own bounds tell. Nothing is said of a text that its type will refuse
/// anyway.
pub(super) fn bounds_error(field: &FieldShape, text: &str) -> Option<ValueError> {
    let Field { min, max, .. } = &field.shown;
    let min = min.as_ref().and_then(|bound| bound.0.as_ref());
    let max = max.as_ref().and_then(|bound| bound.0.as_ref());
    let number = match (min, max) {
        (None, None) => return None,
        _ if !takes_bounds(field) => return None,
        _ => number_of(field, text)?,
    };
    let is_low = min.is_some_and(|min| number < *min);
    let is_high = max.is_some_and(|max| number > *max);
    if !is_low && !is_high {
        return None;
    }
    let argument = |bound: &Number| bound_argument(bound, is_money(field));
    Some(match (min, max) {
        (Some(min), Some(max)) => ValueError::new("out-of-range").with("min", argument(min)).with("max", argument(max)),
        (Some(min), None) => ValueError::new("too-low").with("min", argument(min)),
        (None, Some(max)) => ValueError::new("too-high").with("max", argument(max)),
        (None, None) => return None,
    })
}

/// Whether a field asks for a number: by its type, or by a type of the application that may be made of one.
pub(super) fn takes_bounds(field: &FieldShape) -> bool {
    match field.kind {
        Kind::WholeNumber
        | Kind::DecimalNumber
        | Kind::Text("" | "townhall::WholeNumber" | "townhall::DecimalNumber") => true,
        Kind::Text(_) => is_amount(field),
        _ => false,
    }
}

fn is_amount(field: &FieldShape) -> bool {
    matches!(field.kind, Kind::Text("townhall::Money" | "townhall::MoneyWithPence" | "townhall::WholePounds"))
}

/// The number in a text, if the field's type can read it.
fn number_of(field: &FieldShape, text: &str) -> Option<Number> {
    match field.kind {
        Kind::WholeNumber | Kind::Text("townhall::WholeNumber") => whole_number(text).ok(),
        Kind::Text(name @ ("townhall::Money" | "townhall::MoneyWithPence" | "townhall::WholePounds")) => {
            let pence = amount(name, text)?;
            let sign = if pence < 0 { "-" } else { "" };
            let pence = pence.unsigned_abs();
            Number::read(&format!("{sign}{}.{:02}", pence / 100, pence % 100), None).ok()
        }
        _ => decimal_number(text, None).ok(),
    }
}

/// Whether the numbers of a field are amounts of pounds.
pub(super) fn is_money(field: &FieldShape) -> bool {
    field.shown.prefix == Some("£") || is_amount(field)
}

/// Two amounts that a question takes, for its messages: those of the official templates, unless it has bounds that refuse them.
pub(super) fn amounts_taken(field: &FieldShape) -> [String; 2] {
    let Field { min, max, .. } = &field.shown;
    let is_taken = |text: &str| {
        let Ok(number) = Number::read(text, None) else { return false };
        let is_beyond = |bound: &Option<Bound>, beyond: Ordering| {
            let bound = bound.as_ref().and_then(|bound| bound.0.as_ref());
            bound.is_some_and(|bound| number.cmp(bound) == beyond)
        };
        !is_beyond(min, Ordering::Less) && !is_beyond(max, Ordering::Greater)
    };
    let has_no_pence = field.kind == Kind::Text("townhall::WholePounds");
    let lists: [&[&str]; 2] = if has_no_pence {
        [&["123", "12", "1234", "12345", "1", "0"], &["156", "15", "1560", "15600", "2", "1", "0"]]
    } else {
        [
            &["123.45", "12.50", "1234.50", "12345.50", "1.50", "0.50"],
            &["156.00", "15.00", "1560.00", "15600.00", "2.00", "1.00"],
        ]
    };
    // A question that takes none of them takes its own bounds, and what is next to them.
    let bounds = [(min, 100), (max, -100)].into_iter().filter_map(|(bound, step)| {
        let pence: i64 = bound.as_ref()?.0.as_ref()?.scaled(2)?;
        Some([pence, pence.saturating_add(step)])
    });
    let near: Vec<String> = bounds
        .flatten()
        .map(|pence| {
            if has_no_pence { (pence / 100).to_string() } else { format!("{}.{:02}", pence / 100, (pence % 100).abs()) }
        })
        .filter(|text| is_taken(text))
        .collect();
    let mut taken: Vec<String> = Vec::new();
    for list in lists {
        let all = list.iter().map(|text| (*text).to_owned()).filter(|text| is_taken(text)).chain(near.iter().cloned());
        let found = all.clone().find(|text| !taken.contains(text)).or_else(|| all.clone().next());
        taken.push(found.unwrap_or_default());
    }
    <[String; 2]>::try_from(taken).unwrap_or_default()
}

/// A bound for a message, which chooses a plural form by it if it is a whole number.
pub(super) fn bound_argument(bound: &Number, is_money: bool) -> ErrorArgument {
    let pence = is_money.then(|| bound.scaled(2).filter(|_| bound.significant_places() <= 2)).flatten();
    let whole = bound.is_whole().then(|| bound.to_integer()).flatten();
    match (pence, whole) {
        (Some(pence), _) => ErrorArgument::Money(pence),
        (None, Some(whole)) => ErrorArgument::Number(whole),
        (None, None) => ErrorArgument::Text(bound.to_text()),
    }
}

/// Which side of its input a unit stands on.
#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

/// An answer without a copy of the units that stand beside its input.
pub(super) fn without_units<'t>(field: &FieldShape, text: &'t str) -> &'t str {
    let mut text = text;
    if let Some(suffix) = field.shown.suffix {
        text = without_unit(text, suffix, Side::After);
    }
    if let Some(prefix) = field.shown.prefix {
        text = without_unit(text, prefix, Side::Before);
    }
    text
}

/// What "per cent" is in words.
const PERCENT: [&str; 5] = ["%", "per cent", "percent", "y cant", "\u{66a}"];

fn without_unit<'t>(text: &'t str, unit: &str, side: Side) -> &'t str {
    let all = match unit {
        "%" => PERCENT.as_slice(),
        _ => &[],
    };
    let found = all.iter().copied().chain([unit]).find_map(|unit| cut(text, unit, side));
    // Nothing but the unit is no answer: its type says so.
    found.filter(|rest| rest.chars().any(char::is_alphanumeric)).unwrap_or(text)
}

/// A text without a unit at one of its ends, whatever the spaces and the case, a full stop or a plural `s` after it.
fn cut<'t>(text: &'t str, unit: &str, side: Side) -> Option<&'t str> {
    let small = |text: &str| -> Vec<char> {
        text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
    };
    let unit = small(unit);
    if unit.is_empty() {
        return None;
    }
    match side {
        Side::Before => {
            let mut left = unit.iter();
            for (at, character) in text.char_indices() {
                if character.is_whitespace() {
                    continue;
                }
                let mut letters = character.to_lowercase();
                match left.next() {
                    None => return Some(&text[at..]),
                    Some(wanted) if letters.next() == Some(*wanted) && letters.next().is_none() => {}
                    Some(_) => return None,
                }
            }
            None
        }
        Side::After => {
            let text = text.trim_end().trim_end_matches('.');
            let cut_here = |text: &'t str| {
                let mut left = unit.iter().rev();
                for (at, character) in text.char_indices().rev() {
                    if character.is_whitespace() {
                        continue;
                    }
                    let mut letters = character.to_lowercase();
                    match left.next() {
                        None => return Some(&text[..at + character.len_utf8()]),
                        Some(wanted) if letters.next() == Some(*wanted) && letters.next().is_none() => {}
                        Some(_) => return None,
                    }
                }
                None
            };
            let plural = || cut_here(text.strip_suffix(['s', 'S'])?);
            cut_here(text).or_else(plural)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_of_a_unit_is_not_part_of_an_answer() {
        for (text, unit, expected) in [
            ("40 cm", "cm", "40"),
            ("40CM.", "cm", "40"),
            (" 40\u{a0}cms", "cm", " 40"),
            ("40 per  item", "per item", "40"),
            ("40 per cent", "%", "40"),
            ("40 y cant", "%", "40"),
            ("40%", "%", "40"),
            ("cm", "cm", "cm"),
            ("40 m", "cm", "40 m"),
            ("", "cm", ""),
            ("40", "", "40"),
        ] {
            assert_eq!(without_unit(text, unit, Side::After), expected, "{text}");
        }
        for (text, unit, expected) in [
            ("£40", "£", "40"),
            (" £ 40", "£", "40"),
            ("NB-40", "nb-", "40"),
            ("£", "£", "£"),
            ("40", "£", "40"),
            ("-£40", "£", "-£40"),
        ] {
            assert_eq!(without_unit(text, unit, Side::Before), expected, "{text}");
        }
    }
}
