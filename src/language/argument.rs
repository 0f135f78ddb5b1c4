//! [`Argument`]: what a message is given.

use std::borrow::Cow;

use fluent::FluentValue;

use super::Direction;

/// A value for a variable of a message. A number chooses the plural form, a text does not. What somebody typed keeps its own direction.
///
/// ```
/// use townhall::language::Argument;
///
/// let (name, count): (Argument, Argument) = ("Siân".into(), 6.into());
/// assert_ne!(name, count);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub enum Argument<'a> {
    /// A text in the language of the message.
    Text(Cow<'a, str>),
    /// A text that somebody typed, or a code: the name of a file, a reference. Where it or the message is written from right to left it is
    /// isolated, so that neither turns the other around ([UAX #9](https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates)).
    Typed(Cow<'a, str>),
    /// A whole number.
    Number(i64),
}

impl<'a> Argument<'a> {
    #[allow(clippy::cast_precision_loss, reason = "a count above 2^53 has no plural form of its own")]
    pub(super) fn to_fluent(&'a self, direction: Direction) -> FluentValue<'a> {
        match self {
            Self::Typed(text) => FluentValue::String(isolated(text, direction)),
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Self::Number(number) => FluentValue::from(*number as f64),
        }
    }
}

/// A text that does not change the direction of what stands around it, nor is changed by it.
pub(crate) fn isolated(text: &str, around: Direction) -> Cow<'_, str> {
    if around == Direction::LeftToRight && !text.chars().any(may_turn) {
        return Cow::Borrowed(text);
    }
    // What ends an isolate inside the text would end this one.
    let text = text.replace(
        ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}'],
        "",
    );
    Cow::Owned(["\u{2068}", &text, "\u{2069}"].concat())
}

/// Whether a character is from a script that is written from right to left, or a mark of direction.
fn may_turn(character: char) -> bool {
    matches!(character,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
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
