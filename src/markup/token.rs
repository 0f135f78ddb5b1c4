//! [`Token`]: a short string of the author.

use std::borrow::Cow;
use std::ops::Deref;

use super::Id;
use super::escape::{is_special_id, push_escaped};

/// A name, a type, classes: a string that is nearly always a literal of the author, and that nearly never has to be escaped.
///
/// It is looked at when it is set, where compilers see the literal and need not look at it at all.
#[derive(Debug, Clone)]
pub(crate) enum Token<'a> {
    /// Can be written as it is, as an id too.
    Plain(&'a str),
    /// Has something to be escaped, or white space.
    Special(&'a str),
    Owned(String),
}

impl<'a> Token<'a> {
    #[inline(always)]
    pub(crate) fn new(text: impl Into<Cow<'a, str>>) -> Self {
        Self::from(text.into())
    }

    /// Nothing.
    pub(crate) const EMPTY: Self = Self::Plain("");

    /// A literal of this source that need not be escaped, and is no id.
    pub(crate) const fn fixed(text: &'static str) -> Self {
        Self::Plain(text)
    }

    #[inline(always)]
    pub(super) fn write(&self, out: &mut String) {
        match self {
            Self::Plain(text) => out.push_str(text),
            Self::Special(text) => push_escaped(out, text),
            Self::Owned(text) => push_escaped(out, text),
        }
    }
}

impl<'a> From<Cow<'a, str>> for Token<'a> {
    #[inline(always)]
    fn from(text: Cow<'a, str>) -> Self {
        match text {
            Cow::Borrowed(text) if is_special_id(text) => Self::Special(text),
            Cow::Borrowed(text) => Self::Plain(text),
            Cow::Owned(text) => Self::Owned(text),
        }
    }
}

impl<'a> From<&'a Token<'_>> for Id<'a> {
    #[inline(always)]
    fn from(token: &'a Token<'_>) -> Self {
        match token {
            Token::Plain(text) => Self::plain(text),
            Token::Special(text) => Self::from(*text),
            Token::Owned(text) => Self::from(text.as_str()),
        }
    }
}

impl Default for Token<'_> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Deref for Token<'_> {
    type Target = str;

    #[inline(always)]
    fn deref(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Special(text) => text,
            Self::Owned(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_a_string_says() {
        for text in ["", "name", "a & b", "\"x\"", "govuk-input--width-10 <app-wide>"] {
            let mut expected = String::new();
            push_escaped(&mut expected, text);
            for token in [Token::new(text), Token::new(text.to_owned())] {
                let mut out = String::new();
                token.write(&mut out);
                assert_eq!((out.as_str(), &*token), (expected.as_str(), text));
            }
        }
    }
}
