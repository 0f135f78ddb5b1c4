//! [`PluralText`]: a text in each plural form of its language.

use std::borrow::Cow;

/// A plural category of the Unicode CLDR (<https://cldr.unicode.org/index/cldr-spec/plural-rules>).
///
/// English has `One` and `Other`. Welsh and Arabic have all six.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's own")]
pub enum PluralCategory {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl PluralCategory {
    /// All six, in the order of the standard.
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// The name in the standard: `zero`, `one`, `two`, `few`, `many` or `other`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// A text that depends on a number, in each plural form that its language has. `%{count}` stands for the number.
///
/// The scripts of GOV.UK Frontend merge these over English defaults: a form that is left out appears in English. Give
/// at least `One` and `Other`, and every form the language has.
///
/// ```
/// use townhall::markup::{PluralCategory::{One, Other}, PluralText};
///
/// let text = PluralText::new([
///     (One, "Mae gennych %{count} nod yn weddill"),
///     (Other, "Mae gennych %{count} nod yn weddill"),
/// ]);
/// # assert!(!text.is_empty());
/// ```
#[derive(Clone)]
pub struct PluralText<'a>(Forms<'a>);

/// Not a `Cow`, which would keep a text from being lent for a shorter time than its parts live.
#[derive(Clone)]
enum Forms<'a> {
    Owned(Vec<(PluralCategory, Cow<'a, str>)>),
    Borrowed(&'a [(PluralCategory, Cow<'a, str>)]),
}

impl<'a> PluralText<'a> {
    /// The forms, in the order in which they are written.
    pub fn new<T: Into<Cow<'a, str>>>(forms: impl IntoIterator<Item = (PluralCategory, T)>) -> Self {
        Self(Forms::Owned(forms.into_iter().map(|(category, text)| (category, text.into())).collect()))
    }

    fn as_slice(&self) -> &[(PluralCategory, Cow<'a, str>)] {
        match &self.0 {
            Forms::Owned(forms) => forms,
            Forms::Borrowed(forms) => forms,
        }
    }

    /// The same forms, borrowed.
    pub(crate) fn borrowed(&'a self) -> Self {
        Self(Forms::Borrowed(self.as_slice()))
    }

    /// Whether there is no form at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }

    pub(crate) fn forms(&self) -> impl Iterator<Item = (PluralCategory, &str)> {
        self.as_slice().iter().map(|(category, text)| (*category, text.as_ref()))
    }
}

impl Default for PluralText<'_> {
    fn default() -> Self {
        Self(Forms::Owned(Vec::new()))
    }
}

impl PartialEq for PluralText<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl Eq for PluralText<'_> {}

crate::markup::opaque_debug! { PluralText<'_> }
