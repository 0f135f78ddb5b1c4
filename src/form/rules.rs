//! Rules for `#[validate(custom(function = ..))]`, with the codes that have ready-made sentences.
//!
//! Rules without arguments are named directly. One with arguments is called from a function of two lines:
//!
//! ```
//! use townhall::form::rules;
//! use townhall::values::Date;
//! use validator::{Validate, ValidationError};
//!
//! #[derive(Validate)]
//! struct Stay {
//!     #[validate(custom(function = rules::in_the_past))]
//!     moved_in: Date,
//!     #[validate(custom(function = adult))]
//!     date_of_birth: Date,
//! }
//!
//! fn adult(date: &Date) -> Result<(), ValidationError> {
//!     rules::at_least_age(*date, 18)
//! }
//! # let today = Date::today();
//! # assert!(Stay { moved_in: today, date_of_birth: today }.validate().is_err());
//! # assert!(Stay { moved_in: today.plus_days(-1), date_of_birth: today.plus_years(-18) }.validate().is_ok());
//! ```
//!
//! A rule over several fields names the one that its error belongs to:
//!
//! ```
//! # use townhall::form::rules;
//! # use townhall::values::{Date, ValueError};
//! # use validator::{Validate, ValidationError};
//! #[derive(Validate)]
//! #[validate(schema(function = ends_after_it_starts))]
//! struct Holiday { from: Date, to: Date }
//!
//! fn ends_after_it_starts(holiday: &Holiday) -> Result<(), ValidationError> {
//!     rules::for_field("to", rules::after(holiday.to, holiday.from))
//! }
//! # let today = Date::today();
//! # assert!(Holiday { from: today, to: today }.validate().is_err());
//! ```

use validator::ValidationError;

use crate::values::tidy::is_mark;
use crate::values::{Date, ErrorArgument, ValueError};

type Outcome = Result<(), ValidationError>;

fn demand(holds: bool, error: impl FnOnce() -> ValueError) -> Outcome {
    if holds { Ok(()) } else { Err(error().into()) }
}

/// Before today. Code `not-past`.
///
/// # Errors
///
/// When it is not.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "validator passes a reference")]
pub fn in_the_past(date: &Date) -> Outcome {
    demand(*date < Date::today(), || ValueError::new("not-past"))
}

/// Today or before. Code `not-today-or-past`.
///
/// # Errors
///
/// When it is not.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "validator passes a reference")]
pub fn today_or_in_the_past(date: &Date) -> Outcome {
    demand(*date <= Date::today(), || ValueError::new("not-today-or-past"))
}

/// After today. Code `not-future`.
///
/// # Errors
///
/// When it is not.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "validator passes a reference")]
pub fn in_the_future(date: &Date) -> Outcome {
    demand(*date > Date::today(), || ValueError::new("not-future"))
}

/// Today or after. Code `not-today-or-future`.
///
/// # Errors
///
/// When it is not.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "validator passes a reference")]
pub fn today_or_in_the_future(date: &Date) -> Outcome {
    demand(*date >= Date::today(), || ValueError::new("not-today-or-future"))
}

/// The same day or later. Code `not-same-or-after` with `date`.
///
/// # Errors
///
/// When it is not.
pub fn same_or_after(date: Date, earliest: Date) -> Outcome {
    demand(date >= earliest, || ValueError::new("not-same-or-after").with("date", earliest))
}

/// Later. Code `not-after` with `date`.
///
/// # Errors
///
/// When it is not.
pub fn after(date: Date, other: Date) -> Outcome {
    demand(date > other, || ValueError::new("not-after").with("date", other))
}

/// The same day or earlier. Code `not-same-or-before` with `date`.
///
/// # Errors
///
/// When it is not.
pub fn same_or_before(date: Date, latest: Date) -> Outcome {
    demand(date <= latest, || ValueError::new("not-same-or-before").with("date", latest))
}

/// Earlier. Code `not-before` with `date`.
///
/// # Errors
///
/// When it is not.
pub fn before(date: Date, other: Date) -> Outcome {
    demand(date < other, || ValueError::new("not-before").with("date", other))
}

/// Between two days, both included. Code `not-between` with `from` and `to`.
///
/// # Errors
///
/// When it is not.
pub fn between(date: Date, from: Date, to: Date) -> Outcome {
    demand((from..=to).contains(&date), || ValueError::new("not-between").with("from", from).with("to", to))
}

/// Born at least this many years ago. Code `too-young` with `years`.
///
/// # Errors
///
/// When not.
pub fn at_least_age(born: Date, years: i16) -> Outcome {
    demand(born.age_on(Date::today()) >= years, || ValueError::new("too-young").with("years", i64::from(years)))
}

/// One of the given values. Code `unknown-choice`.
///
/// # Errors
///
/// When it is not one of them.
pub fn one_of<T: PartialEq>(value: &T, accepted: &[T]) -> Outcome {
    demand(accepted.contains(value), || ValueError::new("unknown-choice"))
}

/// None of the given characters. Code `not-allowed` with those that were found, in `characters`.
///
/// # Errors
///
/// When one of them is in the text.
pub fn without_characters(text: &str, refused: &str) -> Outcome {
    let mut found: Vec<String> = text.chars().filter(|c| refused.contains(*c)).map(String::from).collect();
    found.sort();
    found.dedup();
    demand(found.is_empty(), || ValueError::new("not-allowed").with("characters", ErrorArgument::List(found)))
}

/// Nothing but letters, hyphens, spaces and apostrophes, as any keyboard writes them. Code `only-allowed` with `allowed`. Names of people need every character: use it
/// for other names, if at all.
///
/// # Errors
///
/// When there is anything else in the text.
pub fn only_letters(text: &str) -> Outcome {
    let is_hyphen = |c: char| matches!(c, '-' | '\u{2010}' | '\u{2011}');
    let is_apostrophe = |c: char| matches!(c, '\'' | '’' | '‘' | '\u{2bc}');
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{200c}' | '\u{200d}');
    let is_allowed = |c: char| c.is_alphabetic() || is_mark(c) || is_hyphen(c) || is_apostrophe(c) || is_space(c);
    demand(text.chars().all(is_allowed), || {
        ValueError::new("only-allowed").with("allowed", ErrorArgument::Message("townhall-characters-name".into()))
    })
}

/// The error of a rule over several fields, for one of them.
///
/// # Errors
///
/// The error of the rule.
pub fn for_field(field: &'static str, outcome: Outcome) -> Outcome {
    outcome.map_err(|mut error| {
        error.add_param("field".into(), &field);
        error
    })
}
