//! Values that are texts: names, addresses for email, phone numbers, texts with a limit.

use std::fmt;

use super::ValueError;
use super::text_value::{text_impls, text_value};
use super::tidy::{all_digits, compact, not_empty, tidy, tidy_lines};

text_value! {
    /// A full name, in one box: every character is accepted, and nothing is taken away but space at the ends
    /// ([names](https://design-system.service.gov.uk/patterns/names/)).
    ///
    /// Codes: `empty`, `too-long` above 200 characters.
    FullName, full_name, sample "Sam Rees", "a name"
}

text_value! {
    /// An email address, up to 254 characters
    /// ([pattern](https://design-system.service.gov.uk/patterns/email-addresses/),
    /// [RFC 5321](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1)).
    ///
    /// It has the form of an address that people have: no quotes, no spaces, a domain with a dot. Whether it works, an email shows.
    /// It is kept as typed: only the domain may be compared without regard to case.
    ///
    /// Codes: `empty`, `email-format`, `too-long`.
    EmailAddress, email_address, sample "name@example.com", "an email address"
}

text_value! {
    /// A phone number from the UK or abroad, kept as it was typed: people are confused by an added +44
    /// ([pattern](https://design-system.service.gov.uk/patterns/phone-numbers/)).
    ///
    /// Spaces, hyphens, dashes, brackets and full stops do not count, an extension may follow. UK numbers have the lengths of Ofcom's numbering plan;
    /// the numbers it keeps for drama, as 07700 900 982, are accepted.
    ///
    /// Codes: `empty`, `phone-format`.
    PhoneNumber, phone_number, sample "07700 900 982", "a phone number"
}

impl PhoneNumber {
    /// The number for machines ([E.164](https://www.itu.int/rec/T-REC-E.164)): `+447700900982`. Without its extension.
    #[must_use]
    pub fn to_e164(&self) -> String {
        phone_digits(&self.0).unwrap_or_default()
    }
}

fn full_name(text: &str) -> Result<String, ValueError> {
    at_most(not_empty(tidy(text))?, 200)
}

fn at_most(text: String, max: usize) -> Result<String, ValueError> {
    if text.chars().count() > max {
        Err(ValueError::new("too-long").with("max", i64::try_from(max).unwrap_or(i64::MAX)))
    } else {
        Ok(text)
    }
}

fn email_address(text: &str) -> Result<String, ValueError> {
    let text = tidy(text);
    // Brackets and punctuation come along when an address is copied from a sentence or a mail header.
    let text = text.trim_start_matches(['<', '"', '\'', ' ']).trim_end_matches(['>', '.', ',', ';', '"', '\'', ' ']);
    let text = not_empty(text.to_owned())?;
    if text.len() > 254 {
        return Err(ValueError::new("too-long").with("max", 254));
    }
    match text.rsplit_once('@') {
        Some((local, domain)) if is_local_part(local) && is_domain(domain) => Ok(text),
        _ => Err(ValueError::new("email-format")),
    }
}

fn is_local_part(local: &str) -> bool {
    !local.is_empty()
        && local.len() <= 64
        && local.split('.').all(|atom| !atom.is_empty())
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c))
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    labels.len() >= 2
        && labels.iter().all(is_label)
        && labels.last().is_some_and(|last| last.chars().count() >= 2 && last.chars().any(char::is_alphabetic))
}

fn phone_number(text: &str) -> Result<String, ValueError> {
    let text = not_empty(tidy(text))?;
    if phone_digits(&text).is_some() { Ok(text) } else { Err(ValueError::new("phone-format")) }
}

/// The number with its country, if it can be one.
fn phone_digits(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let (number, extension) =
        ["extension", "ext", "x", "#"].iter().find_map(|word| lower.split_once(word)).unwrap_or((&lower, "1"));
    if !all_digits(&compact(extension)) {
        return None;
    }
    // "+44 (0)20 ..." has a zero that is not dialled.
    let number = compact(&number.replace("(0)", "(~)"));
    let (number, dropped_zero) = match number.replacen('~', "", 1) {
        without if without.len() < number.len() => (without, true),
        _ => (number, false),
    };
    let (country, national) = if let Some(abroad) = number.strip_prefix('+').or_else(|| number.strip_prefix("00")) {
        match abroad.strip_prefix("44") {
            Some(national) => ("44", national.strip_prefix('0').unwrap_or(national)),
            None => ("", abroad),
        }
    } else if dropped_zero {
        ("44", number.as_str())
    } else {
        ("44", number.strip_prefix('0')?)
    };
    if !all_digits(national) {
        return None;
    }
    let length = national.len();
    let is_right = if country == "44" {
        // Areas, freephone, mobile, non-geographic. A few areas have numbers that are one digit shorter, as has 0800 1111.
        match national.as_bytes().first()? {
            b'1' | b'8' => (9..=10).contains(&length) || national == "8001111",
            b'2' | b'3' | b'5' | b'7' | b'9' => length == 10,
            _ => false,
        }
    } else {
        (7..=15).contains(&length) && !national.starts_with('0')
    };
    is_right.then(|| format!("+{country}{national}"))
}

/// A text of at most so many characters. Characters are counted as people see them counted: code points, a line break as one.
///
/// Codes: `empty`, `too-long` with `max`.
///
/// ```
/// use townhall::values::Text;
///
/// let name: Text<20> = " Number 10 ".parse()?;
/// assert_eq!(name.as_str(), "Number 10");
/// # Ok::<(), townhall::values::ValueError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<const MAX: usize>(String);

impl<const MAX: usize> Text<MAX> {
    /// Reads what was typed.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as a code.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        at_most(not_empty(tidy_lines(text))?, MAX).map(Self)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

text_impls! { [const MAX: usize] Text<MAX>, "townhall::Text", "a text", sample Self("A".to_owned()), held }

impl<const MAX: usize> fmt::Display for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const MAX: usize> fmt::Debug for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Text").finish_non_exhaustive()
    }
}
