//! [`ValueError`]: what is wrong with something that was typed, as a code.

use std::borrow::Cow;
use std::fmt;

use super::Date;

/// A value of an error that its message needs: a limit, a date.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorArgument {
    /// A text that is the same in all languages.
    Text(String),
    /// Texts that are the same in all languages, put together with each language's "and".
    List(Vec<String>),
    /// The same with each language's "or".
    AnyOf(Vec<String>),
    /// A size in kilobytes of 1,024 bytes.
    Kilobytes(i64),
    /// A number.
    Number(i64),
    /// A date, which each language writes in its own way.
    Date(Date),
    /// The id of a message that says it in each language.
    Message(Cow<'static, str>),
    /// An amount of money in pence.
    Money(i64),
}

impl From<i64> for ErrorArgument {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for ErrorArgument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for ErrorArgument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Date> for ErrorArgument {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

/// The name of the argument that names the message to say, where a rule has one: `#[validate(length(max = 5, message = "my-message"))]`.
pub(crate) const MESSAGE: &str = "message";

/// Parts of a date, of which some are wrong.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DateParts {
    pub day: bool,
    pub month: bool,
    pub year: bool,
}

impl DateParts {
    /// No part.
    pub const NONE: Self = Self { day: false, month: false, year: false };
    /// The day.
    pub const DAY: Self = Self { day: true, ..Self::NONE };
    /// The month.
    pub const MONTH: Self = Self { month: true, ..Self::NONE };
    /// The year.
    pub const YEAR: Self = Self { year: true, ..Self::NONE };

    /// Whether no single part is wrong, but the whole date.
    #[must_use]
    pub const fn is_none(self) -> bool {
        !self.day && !self.month && !self.year
    }
}

/// What is wrong with a value: a code such as `too-long`, and what its message needs. It holds no words, and nothing
/// of what was typed.
///
/// A code is said by a message of the application, or by the library's `townhall-error-` and the code. An own type
/// can return its own codes:
///
/// ```
/// use townhall::values::ValueError;
///
/// struct PermitNumber(String);
///
/// impl TryFrom<String> for PermitNumber {
///     type Error = ValueError;
///
///     fn try_from(text: String) -> Result<Self, ValueError> {
///         if text.starts_with("NB-") { Ok(Self(text)) } else { Err(ValueError::new("no-prefix").with("prefix", "NB-")) }
///     }
/// }
///
/// let error = PermitNumber::try_from("12".to_owned()).err().unwrap();
/// assert_eq!(error.code(), "no-prefix");
/// ```
///
/// # Display
///
/// It is for developers, and is read again where an error passes through serde, which keeps nothing but the text of an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueError {
    code: Cow<'static, str>,
    arguments: Vec<(Cow<'static, str>, ErrorArgument)>,
    parts: DateParts,
}

impl ValueError {
    /// An error with its code: lower-case words with hyphens.
    #[must_use]
    pub fn new(code: impl Into<Cow<'static, str>>) -> Self {
        Self { code: code.into(), arguments: Vec::new(), parts: DateParts::NONE }
    }

    /// Nothing was typed, or nothing was chosen.
    #[must_use]
    pub fn empty() -> Self {
        Self::new("empty")
    }

    /// Adds what the message needs.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<ErrorArgument>) -> Self {
        self.arguments.push((name.into(), value.into()));
        self
    }

    /// Says which parts of a date are wrong. Without it the whole date is.
    #[must_use]
    pub fn in_parts(mut self, parts: DateParts) -> Self {
        self.parts = parts;
        self
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The same with another code, unless it is that already.
    pub(crate) fn with_code(mut self, code: &str) -> Self {
        if self.code != code {
            self.code = code.replace('_', "-").into();
        }
        self
    }

    /// What the message needs.
    pub fn arguments(&self) -> impl Iterator<Item = (&str, &ErrorArgument)> {
        self.arguments.iter().map(|(name, value)| (&**name, value))
    }

    /// The parts of a date that are wrong.
    #[must_use]
    pub fn parts(&self) -> DateParts {
        self.parts
    }

    /// Reads what [`Display`](fmt::Display) wrote. Any other text is an error with the code `other`.
    pub(crate) fn read(text: &str) -> Self {
        Self::try_read(text).unwrap_or_else(|| Self::new("other"))
    }

    fn try_read(text: &str) -> Option<Self> {
        let (code, rest) = text.split_once(' ').unwrap_or((text, ""));
        let is_code = |code: &str| {
            !code.is_empty() && code.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
        };
        if !is_code(code) {
            return None;
        }
        let mut error = Self::new(code.to_owned());
        if rest.is_empty() {
            return Some(error);
        }
        for part in rest.strip_prefix('(')?.strip_suffix(')')?.split("; ") {
            let (name, value) = part.split_once('=')?;
            let mut rest = value.chars();
            let kind = rest.next()?;
            let value = rest.as_str();
            if name == "parts" {
                let has = |letter| value.contains(letter);
                error.parts = DateParts { day: has('d'), month: has('m'), year: has('y') };
                continue;
            }
            let value = match kind {
                '#' => ErrorArgument::Number(value.parse().ok()?),
                '£' => ErrorArgument::Money(value.parse().ok()?),
                '@' => ErrorArgument::Date(value.parse().ok()?),
                '$' => ErrorArgument::Message(value.to_owned().into()),
                '\'' => ErrorArgument::Text(restored(value)),
                '&' => ErrorArgument::List(value.split(',').map(restored).collect()),
                '|' => ErrorArgument::AnyOf(value.split(',').map(restored).collect()),
                'K' => ErrorArgument::Kilobytes(value.parse().ok()?),
                _ => return None,
            };
            error.arguments.push((name.to_owned().into(), value));
        }
        Some(error)
    }
}

/// A text without the characters that separate arguments.
fn marked(text: &str) -> String {
    text.replace('%', "%25").replace(')', "%29").replace(';', "%3B").replace(',', "%2C")
}

fn restored(text: &str) -> String {
    text.replace("%2C", ",").replace("%3B", ";").replace("%29", ")").replace("%25", "%")
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)?;
        let mut separator = " (";
        for (name, value) in &self.arguments {
            write!(f, "{separator}{name}=")?;
            match value {
                ErrorArgument::Text(text) => write!(f, "'{}", marked(text))?,
                ErrorArgument::Kilobytes(size) => write!(f, "K{size}")?,
                ErrorArgument::List(items) | ErrorArgument::AnyOf(items) => {
                    f.write_str(if matches!(value, ErrorArgument::List(_)) { "&" } else { "|" })?;
                    for (at, item) in items.iter().enumerate() {
                        write!(f, "{}{}", if at > 0 { "," } else { "" }, marked(item))?;
                    }
                }
                ErrorArgument::Number(number) => write!(f, "#{number}")?,
                ErrorArgument::Money(pence) => write!(f, "£{pence}")?,
                ErrorArgument::Date(date) => write!(f, "@{date}")?,
                ErrorArgument::Message(id) => write!(f, "${id}")?,
            }
            separator = "; ";
        }
        if !self.parts.is_none() {
            let letter = |on, letter| if on { letter } else { "" };
            let DateParts { day, month, year } = self.parts;
            write!(f, "{separator}parts=:{}{}{}", letter(day, "d"), letter(month, "m"), letter(year, "y"))?;
            separator = "; ";
        }
        if separator == "; " { f.write_str(")") } else { Ok(()) }
    }
}

impl std::error::Error for ValueError {}

impl From<ValueError> for validator::ValidationError {
    /// So that a rule can be used as `#[validate(custom(function = ..))]`.
    fn from(error: ValueError) -> Self {
        let mut validation = Self::new("");
        validation.code.clone_from(&error.code);
        // Beside `code` and `message`, which an attribute of the rule replaces.
        validation.add_param(Cow::Borrowed("townhall"), &error.to_string());
        validation
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_error_survives_as_text() {
        let date = Date::new(2026, 3, 27).unwrap();
        for error in [
            ValueError::empty(),
            ValueError::new("too-long").with("max", 70),
            ValueError::new("missing-month-and-year").in_parts(DateParts { month: true, year: true, day: false }),
            ValueError::new("not-between").with("from", date).with("to", date).in_parts(DateParts::DAY),
            ValueError::new("not-allowed").with("characters", "; ) % (=#"),
            ValueError::new("not-allowed")
                .with("characters", ErrorArgument::List([",", "%", "é"].map(str::to_owned).to_vec())),
            ValueError::new("too-much").with("max", ErrorArgument::Money(-1)),
            ValueError::new("file-type")
                .with("types", ErrorArgument::AnyOf(["PDF", "JPG"].map(str::to_owned).to_vec())),
            ValueError::new("file-too-big").with("size", ErrorArgument::Kilobytes(2_048)),
            ValueError::new("only-allowed").with("allowed", ErrorArgument::Message("townhall-characters-name".into())),
        ] {
            assert_eq!(ValueError::read(&error.to_string()), error, "{error}");
        }
    }

    #[test]
    fn another_text_is_an_error_without_a_code() {
        for text in ["invalid type: null", "", "X", "too-long (max)", "too-long (max=#x)", "too-long max"] {
            assert_eq!(ValueError::read(text).code(), "other", "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_argument_survives(text in any::<String>()) {
            let error = ValueError::new("x").with("a", text.as_str()).with("b", 1);
            prop_assert_eq!(ValueError::read(&error.to_string()), error);
        }
    }
}
