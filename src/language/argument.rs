//! [`Argument`]: what a message is given.

use std::borrow::Cow;

use fluent::FluentValue;

/// A value for a variable of a message. A number chooses the plural form, a text does not.
///
/// ```
/// use townhall::language::Argument;
///
/// let (name, count): (Argument, Argument) = ("Siân".into(), 6.into());
/// assert_ne!(name, count);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub enum Argument<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(i64),
}

impl<'a> Argument<'a> {
    #[allow(clippy::cast_precision_loss, reason = "a count above 2^53 has no plural form of its own")]
    pub(super) fn to_fluent(&'a self) -> FluentValue<'a> {
        match self {
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Self::Number(number) => FluentValue::from(*number as f64),
        }
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Argument<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! from_numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Argument<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::from(number))
            }
        }
    )*};
}

from_numbers!(u8, u16, u32, i8, i16, i32, i64);

impl From<usize> for Argument<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

crate::markup::opaque_debug! { Argument<'_> }
