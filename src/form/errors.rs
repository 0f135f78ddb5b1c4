//! [`FieldErrors`]: what is wrong with a page, in the order of the page.

use std::borrow::Cow;

use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use super::bounds::bound_argument;
use super::shape::{FieldShape, Kind, Shape, simplified};
use crate::values::number::Number;
use crate::values::{DecimalNumber, ErrorArgument, MESSAGE, ValueError};

/// What is wrong with one field: where, and a [`ValueError`] with its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    pub(crate) path: String,
    pub(crate) error: ValueError,
}

impl FieldError {
    /// The name of the field as it is sent: `date_of_birth`, `contact-phone-number`. Empty for an error of the whole page.
    #[must_use]
    pub fn field(&self) -> &str {
        &self.path
    }

    /// What is wrong.
    #[must_use]
    pub fn error(&self) -> &ValueError {
        &self.error
    }
}

/// All that is wrong with a page, in the order in which the page asks, one error for each field.
///
/// It holds codes and no words, so that it can be said in any language, and nothing of what was typed, so that it can be
/// logged and counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    /// No errors.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds an error for a field, unless it has one already.
    ///
    /// [`Form::add_error`](super::Form::add_error) puts it in its place on the page.
    pub(crate) fn push(&mut self, path: impl Into<String>, error: ValueError) {
        let path = path.into();
        if self.of(&path).is_none() {
            self.0.push(FieldError { path, error });
        }
    }

    /// The error of a field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&ValueError> {
        self.0.iter().find(|error| error.path == field).map(|error| &error.error)
    }

    /// The errors in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &FieldError> {
        self.0.iter()
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many fields are wrong.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn sort(&mut self, shape: &Shape) {
        let order = shape.all();
        self.0.sort_by_key(|error| order.iter().position(|field| field.path == error.path).unwrap_or(usize::MAX));
    }

    /// Adds what validator found, unless the field has an error already.
    ///
    /// validator knows fields by their names in Rust, loses their order, and keeps what was typed: names are mapped to those of serde,
    /// what was typed is left behind.
    ///
    /// `has_placeholders` says that numbers stand in for some that were typed.
    pub(crate) fn add_validator_errors(&mut self, errors: ValidationErrors, shape: &Shape, has_placeholders: bool) {
        let undecided = has_placeholders || !self.is_empty();
        let mut found = Vec::new();
        collect(errors, "", &mut found);
        // Of several errors of one field the first to say is that nothing was given, then what is the coarsest.
        found.sort_by_key(|(_, error)| rank(error.code()));
        let fields = shape.all();
        for (rust_path, error) in found {
            if rust_path.is_empty() {
                // Rules over several fields are not judged while one of them could not be read.
                if !undecided {
                    self.push("", error);
                }
                continue;
            }
            let wanted = simplified(&rust_path);
            let field = fields.iter().find(|field| field.path == rust_path);
            let field = field.or_else(|| fields.iter().find(|field| simplified(&field.path) == wanted));
            let path = field.map_or(rust_path, |field| field.path.clone());
            // An error inside a field that could not be read is one of its placeholder.
            let is_placeholder = undecided
                && self
                    .0
                    .iter()
                    .any(|known| shape.is_inside(&path, &known.path) || shape.is_inside(&known.path, &path));
            if !is_placeholder {
                self.push(path, field.map_or(error.clone(), |field| in_units_of(field, error)));
            }
        }
    }
}

/// The error with bounds in the unit of the field: those of an amount are given in pounds.
fn in_units_of(field: &FieldShape, error: ValueError) -> ValueError {
    let is_money =
        matches!(field.kind, Kind::Text("townhall::Money" | "townhall::MoneyWithPence" | "townhall::WholePounds"));
    if !is_money || !matches!(error.code(), "out-of-range" | "too-low" | "too-high" | "not-above" | "not-below") {
        return error;
    }
    let code = error.code().to_owned();
    error.arguments().fold(ValueError::new(code), |money, (name, argument)| {
        let argument = match argument {
            ErrorArgument::Number(pounds) => ErrorArgument::Money(pounds.saturating_mul(100)),
            ErrorArgument::Text(pounds) => match DecimalNumber::<2>::parse(pounds) {
                Ok(amount) => ErrorArgument::Money(amount.scaled()),
                Err(_) => ErrorArgument::Text(pounds.clone()),
            },
            other => other.clone(),
        };
        money.with(name.to_owned(), argument)
    })
}

fn rank(code: &str) -> u8 {
    match code {
        "empty" => 0,
        "too-short" | "too-long" | "length" | "exact-length" => 1,
        "wrong-format" => 3,
        _ => 2,
    }
}

/// The rules of single fields that failed: the name of the field in Rust, and the code.
pub(super) fn field_rules(errors: ValidationErrors) -> Vec<(String, String)> {
    fn add(errors: ValidationErrors, prefix: &str, found: &mut Vec<(String, String)>) {
        for (name, kind) in errors.0 {
            if name == "__all__" {
                continue;
            }
            let path = super::shape::join(prefix, &name);
            match kind {
                ValidationErrorsKind::Field(errors) => {
                    let own = errors.iter().filter(|error| !error.params.contains_key("field"));
                    found.extend(own.map(|error| (path.clone(), error.code.to_string())));
                }
                ValidationErrorsKind::Struct(errors) => add(*errors, &path, found),
                ValidationErrorsKind::List(_) => {}
            }
        }
    }
    let mut found = Vec::new();
    add(errors, "", &mut found);
    found
}

fn collect(errors: ValidationErrors, prefix: &str, found: &mut Vec<(String, ValueError)>) {
    for (name, kind) in errors.0 {
        let path = if name == "__all__" { prefix.to_owned() } else { super::shape::join(prefix, &name) };
        match kind {
            ValidationErrorsKind::Field(errors) => {
                found.extend(errors.iter().map(|error| of_validator(error, &path)));
            }
            ValidationErrorsKind::Struct(errors) => collect(*errors, &path, found),
            ValidationErrorsKind::List(items) => {
                for errors in items.into_values() {
                    collect(*errors, &path, found);
                }
            }
        }
    }
}

/// The error with its place: a rule over several fields can name the one it belongs to.
fn of_validator(error: &ValidationError, path: &str) -> (String, ValueError) {
    let text = |name: &str| error.params.get(name).and_then(serde_value_text);
    let path = text("field").map_or_else(|| path.to_owned(), |field| super::shape::join(path, &field));
    let mapped = match text("townhall") {
        // A rule of the library, or an own one that returned a `ValueError`: a code that the rule is given replaces its own.
        Some(own) => ValueError::read(&own).with_code(&error.code),
        None => of_rule(error, text),
    };
    (
        path,
        match &error.message {
            // The message that is said, whatever the code.
            Some(id) => mapped.with(MESSAGE, ErrorArgument::Message(id.to_string().into())),
            None => mapped,
        },
    )
}

/// The error of one of validator's own rules, or of a rule of the application.
fn of_rule(error: &ValidationError, text: impl Fn(&str) -> Option<String>) -> ValueError {
    let count = |name: &str| text(name).and_then(|text| text.parse::<i64>().ok());
    let size = || {
        let value = error.params.get("value")?;
        let count = match (value.as_str(), value.as_array()) {
            (Some(text), _) => text.chars().count(),
            (None, Some(items)) => items.len(),
            _ => return None,
        };
        i64::try_from(count).ok()
    };
    let (min, max) = (count("min"), count("max"));
    match (&*error.code, min, max) {
        ("required", ..) => ValueError::empty(),
        ("length", ..) if size() == Some(0) => ValueError::empty(),
        ("length", Some(min), Some(max)) if min == max => ValueError::new("exact-length").with("length", max),
        ("length", Some(min), Some(max)) if min > 1 => ValueError::new("length").with("min", min).with("max", max),
        ("length", Some(min), _) if size().is_some_and(|size| size < min) => {
            ValueError::new("too-short").with("min", min)
        }
        ("length", _, Some(max)) => ValueError::new("too-long").with("max", max),
        ("length", ..) => match count("equal") {
            Some(equal) => ValueError::new("exact-length").with("length", equal),
            None => ValueError::new("other"),
        },
        ("range", ..) => {
            let bound = |name: &str| Number::read(&text(name)?, None).ok();
            range_error(bound("value").as_ref(), &bound)
        }
        ("email", ..) => ValueError::new("email-format"),
        ("must_match", ..) => ValueError::new("not-the-same"),
        ("does_not_contain", ..) => {
            ValueError::new("not-allowed").with("characters", text("needle").unwrap_or_default())
        }
        ("url" | "ip" | "credit_card" | "regex" | "contains" | "non_control_character", ..) => {
            ValueError::new("wrong-format")
        }
        (code, ..) => {
            let mut own = ValueError::new(code.replace('_', "-"));
            let mut params: Vec<_> =
                error.params.keys().filter(|name| !matches!(&***name, "value" | "field")).collect();
            params.sort();
            for name in params {
                let Some(value) = text(name) else { continue };
                let name = Cow::Owned(name.to_string());
                own = match value.parse::<i64>() {
                    Ok(number) => own.with(name, number),
                    Err(_) => own.with(name, value),
                };
            }
            own
        }
    }
}

/// What is said of a number out of its range: the bound that it is beyond, or both if both count themselves.
fn range_error(value: Option<&Number>, bound: &dyn Fn(&str) -> Option<Number>) -> ValueError {
    let argument = |number: &Number| bound_argument(number, false);
    let (min, max) = (bound("min"), bound("max"));
    let (above, below) = (bound("exclusive_min"), bound("exclusive_max"));
    let is_above = |limit: &Number| value.is_none_or(|value| value > limit);
    match (&min, &max, &above, &below) {
        (_, _, Some(above), _) if value.is_none_or(|value| value <= above) => {
            ValueError::new("not-above").with("min", argument(above))
        }
        (_, _, _, Some(below)) if value.is_none_or(|value| value >= below) => {
            ValueError::new("not-below").with("max", argument(below))
        }
        (Some(min), Some(max), ..) => {
            ValueError::new("out-of-range").with("min", argument(min)).with("max", argument(max))
        }
        (_, Some(max), ..) if is_above(max) => ValueError::new("too-high").with("max", argument(max)),
        (Some(min), ..) => ValueError::new("too-low").with("min", argument(min)),
        _ => ValueError::new("wrong-format"),
    }
}

/// A parameter as text, if it is a text or a number.
fn serde_value_text(value: &impl serde::Serialize) -> Option<String> {
    super::encode::scalar(value)
}
