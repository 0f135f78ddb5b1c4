//! Which language, which words, and dates, numbers and lists in it.
//!
//! Words live in [Fluent](https://projectfluent.org) files. The library brings the words of components, pages and errors in English and
//! Welsh; an application adds its own files on top, and any further language.
//!
//! - [`Languages`]: all languages of an application, and which of them a request is answered in.
//! - [`Locale`]: one language. Components take one with `localised`: `BackLink::new("/").localised(&locale)`.
//!
//! The Welsh is written with the terms that Welsh public services use and with all six plural forms. Have a translator check it, as you
//! would your own.

mod argument;
#[cfg(feature = "form")]
mod english;
mod languages;
mod locale;
mod negotiate;
mod welsh;
mod words;

pub use argument::Argument;
#[cfg(feature = "form")]
pub(crate) use languages::ContentFile;
#[cfg(all(test, feature = "journey"))]
pub(crate) use languages::ENGLISH_FILES;
pub use languages::{Languages, LanguagesBuilder, LanguagesError};
pub use locale::{Locale, MessageProblem};
#[cfg(feature = "form")]
pub(crate) use locale::{Phrase, is_question};
#[cfg(feature = "journey")]
pub(crate) use negotiate::LANGUAGE_COOKIE;
pub use negotiate::Wanted;
pub(crate) use words::{ScriptText, Word};

/// A text with a capital first letter, for the start of a sentence: "dydd Gwener" → "Dydd Gwener".
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The direction in which a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As English and Welsh.
    LeftToRight,
    /// As Arabic, Hebrew and Urdu.
    RightToLeft,
}

impl Direction {
    /// The value of the attribute `dir`: `ltr` or `rtl`
    /// ([HTML](https://html.spec.whatwg.org/multipage/dom.html#the-dir-attribute)).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}
