//! Which language a request is answered in.

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

use crate::cookies::Cookies;

/// What is known about the language that somebody wants. [`Languages::negotiate`](super::Languages::negotiate) looks at the choice first,
/// then the cookie, then the browser's header.
///
/// ```
/// use townhall::language::{Languages, Wanted};
///
/// let languages = Languages::builder().build()?;
/// let wanted = Wanted::default().cookie("cy").accept_language("en-GB,en;q=0.9");
/// assert_eq!(languages.negotiate(&wanted).tag(), "cy");
/// assert_eq!(languages.negotiate(&wanted.chosen("en")).tag(), "en");
/// # Ok::<(), townhall::language::LanguagesError>(())
/// ```
#[derive(Clone, Copy, Default)]
#[must_use]
pub struct Wanted<'a> {
    pub(super) chosen: Option<&'a str>,
    pub(super) cookies: [Option<&'a str>; MOST_COOKIES],
    pub(super) accept_language: Option<&'a str>,
}

impl<'a> Wanted<'a> {
    /// The tag that was chosen on this page, by a button or a link.
    pub fn chosen(mut self, tag: impl Into<Option<&'a str>>) -> Self {
        self.chosen = tag.into();
        self
    }

    /// The tag that a cookie remembers.
    pub fn cookie(mut self, tag: impl Into<Option<&'a str>>) -> Self {
        self.cookies = [None; MOST_COOKIES];
        self.cookies[0] = tag.into();
        self
    }

    /// The tags in the cookies of a request, as [`Locale::cookie`](super::Locale::cookie) has set one: the first that the service has counts.
    pub fn cookies(mut self, cookies: &Cookies<'a>) -> Self {
        let mut found = cookies.all(LANGUAGE_COOKIE).filter_map(|value| std::str::from_utf8(value).ok());
        self.cookies = std::array::from_fn(|_| found.next());
        self
    }

    /// The header `Accept-Language` ([RFC 9110, 12.5.4](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4)).
    pub fn accept_language(mut self, header: impl Into<Option<&'a str>>) -> Self {
        self.accept_language = header.into();
        self
    }
}

/// How many cookies of one name are looked at: each path and each domain above this one may have set its own.
const MOST_COOKIES: usize = 4;
/// The cookie that remembers a language.
pub(crate) const LANGUAGE_COOKIE: &str = "language";

/// How many languages of a header are looked at: no browser sends more.
const MOST_RANGES: usize = 32;

/// The place of the best language for a header, if any fits. Higher weights first; a weight of nothing excludes.
pub(super) fn best_match(header: &str, available: &[&LanguageIdentifier]) -> Option<usize> {
    let mut ranges: Vec<(u16, LanguageIdentifier)> = header
        .split(',')
        .take(MOST_RANGES)
        .filter_map(|range| {
            let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
            let weight = match parameters.trim().strip_prefix("q=") {
                Some(weight) => weight_of(weight)?,
                None => 1_000,
            };
            Some((weight, tag.trim().parse().ok()?))
        })
        .filter(|(weight, _)| *weight > 0)
        .collect();
    // The sort is stable: of two with the same weight the first wins.
    ranges.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let requested: Vec<LanguageIdentifier> = ranges.into_iter().map(|(_, id)| id).collect();
    let found = negotiate_languages(&requested, available, None, NegotiationStrategy::Filtering);
    let best = found.first()?;
    available.iter().position(|id| id == *best)
}

/// A weight in thousandths: `0.8` is 800. Anything else is no weight.
fn weight_of(text: &str) -> Option<u16> {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits = |text: &str| text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    match whole {
        "0" if digits(fraction) => format!("{fraction:0<3}").parse().ok(),
        "1" if digits(fraction) && fraction.bytes().all(|byte| byte == b'0') => Some(1_000),
        _ => None,
    }
}

crate::markup::opaque_debug! { Wanted<'_> }

#[cfg(test)]
mod tests {
    use super::*;

    fn best(header: &str, available: &[&str]) -> Option<String> {
        let ids: Vec<LanguageIdentifier> = available.iter().map(|tag| tag.parse().unwrap()).collect();
        let refs: Vec<&LanguageIdentifier> = ids.iter().collect();
        best_match(header, &refs).map(|at| available[at].to_owned())
    }

    #[test]
    fn weights_and_order_decide() {
        for (header, expected) in [
            ("cy", Some("cy")),
            ("cy-GB, en;q=0.5", Some("cy")),
            ("en;q=0.5, cy", Some("cy")),
            ("en;q=0.5, cy;q=0.6", Some("cy")),
            ("en, cy", Some("en")),
            ("fr, de;q=0.9, en-US;q=0.1", Some("en")),
            ("cy;q=0, en", Some("en")),
            ("cy;q=0", None),
            ("fr", None),
            ("", None),
            ("*", None),
            (";;;,,,q=1", None),
            ("cy;q=2, en;q=0.1", Some("en")),
            ("ur-PK", Some("ur")),
            ("EN_gb", Some("en")),
        ] {
            assert_eq!(best(header, &["en", "cy", "ur"]).as_deref(), expected, "{header}");
        }
    }
}
