//! Values that are texts: names, addresses for email, phone numbers, texts with a limit.

use std::fmt;

use super::ValueError;
use super::text_value::{text_impls, text_value};
use super::tidy::{all_digits, compact, is_mark, not_empty, tidy, tidy_digits, tidy_lines, visible};

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
    /// Spaces, hyphens, dashes, brackets and full stops do not count, an extension may follow, the zero at the start or the plus may be
    /// missing. UK numbers have the lengths of Ofcom's numbering plan; the numbers it keeps for drama, as 07700 900 982, are accepted.
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
    // Nothing but the scheme of a link is something, and no address.
    let text = copied_address(&not_empty(visible(text))?);
    if text.len() > 254 {
        return Err(ValueError::new("too-long").with("max", 254));
    }
    match text.rsplit_once('@') {
        Some((local, domain)) if is_local_part(local) && is_domain(domain) => Ok(text),
        _ => Err(ValueError::new("email-format")),
    }
}

/// An address without what comes along when it is copied from a link, a mail header or a sentence, and without what keyboards add.
fn copied_address(text: &str) -> String {
    // "Sam Rees <sam@example.com>"
    let text = match (text.rfind('<'), text.rfind('>')) {
        (Some(start), Some(end)) if start < end => &text[start + 1..end],
        _ => text,
    };
    let text = text.trim();
    let text = match text.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => {
            let address = &text[7..];
            address.split_once('?').map_or(address, |(address, _)| address)
        }
        _ => text,
    };
    let is_wrapping = |c: char| {
        c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | '\'' | '\u{2018}'..='\u{201f}')
    };
    let text = text.trim_start_matches(is_wrapping);
    let text = text.trim_end_matches(|c| is_wrapping(c) || matches!(c, '.' | ',' | ';' | ':'));
    let mut address = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            // What keyboards for Chinese letters write, and the apostrophe that word processors make of the plain one.
            '\u{ff20}' => address.push('@'),
            '\u{ff0e}' | '\u{3002}' | '\u{ff61}' => address.push('.'),
            '\u{2019}' | '\u{2bc}' => address.push('\''),
            other => address.push(other),
        }
    }
    // Phones put a space after a full stop, and around the sign when it is dictated.
    let mut parts = address.split('@').map(str::trim);
    let (Some(local), Some(domain), None) = (parts.next(), parts.next(), parts.next()) else { return address };
    let domain: Vec<&str> = domain.split('.').map(str::trim).collect();
    [local, "@", &domain.join(".")].concat()
}

fn is_local_part(local: &str) -> bool {
    !local.is_empty()
        && local.len() <= 64
        && local.split('.').all(|atom| !atom.is_empty())
        && local.chars().all(|c| is_letter_or_digit(c) || "!#$%&'*+-/=?^_`{|}~.".contains(c))
}

/// Letters and digits of every script, with the marks that some are written with.
fn is_letter_or_digit(character: char) -> bool {
    character.is_alphanumeric() || is_mark(character)
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| is_letter_or_digit(c) || c == '-')
    };
    labels.len() >= 2
        && labels.iter().all(is_label)
        && labels.last().is_some_and(|last| last.chars().count() >= 2 && last.chars().any(char::is_alphabetic))
}

fn phone_number(text: &str) -> Result<String, ValueError> {
    let text = visible(text);
    let text = not_empty(without_label(&text).to_owned())?;
    if phone_digits(&text).is_some() { Ok(text) } else { Err(ValueError::new("phone-format")) }
}

/// A number without the scheme of a link, or the word that stands before it where it was copied.
fn without_label(text: &str) -> &str {
    let label =
        |start: &str| matches!(start, "tel" | "telephone" | "phone" | "mobile" | "mob" | "ffôn" | "ffon" | "symudol");
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (start, rest) = text.split_at(end);
    if label(&start.to_lowercase()) { rest.trim_start_matches(['.', ':', ' ', '\u{a0}']) } else { text }
}

/// What stands before an extension, in English and Welsh.
const EXTENSIONS: [&str; 7] = ["extension", "estyniad", "extn", "ext", "est", "x", "#"];

/// The number with its country, if it can be one.
fn phone_digits(text: &str) -> Option<String> {
    let lower = tidy_digits(text).to_lowercase();
    let (number, extension) = EXTENSIONS.iter().find_map(|word| lower.split_once(word)).unwrap_or((&lower, "1"));
    if !all_digits(&compact(extension)) {
        return None;
    }
    // "+44 (0)20 ..." has a zero that is not dialled. A slash stands between an area and a number.
    let number: String = number.chars().filter(|c| !c.is_whitespace()).collect();
    let dropped_zero = ["(0)", "[0]"].iter().any(|zero| number.contains(zero));
    let mut number = compact(&number.replacen("(0)", "", 1).replacen("[0]", "", 1));
    number.retain(|character| character != '/');
    let (country, national) = if let Some(abroad) = number.strip_prefix('+').or_else(|| number.strip_prefix("00")) {
        let abroad = abroad.strip_prefix("00").unwrap_or(abroad);
        match abroad.strip_prefix("44") {
            Some(national) => ("44", national.strip_prefix('0').unwrap_or(national)),
            None => ("", abroad),
        }
    } else if let Some(national) = number.strip_prefix('0') {
        ("44", national)
    } else if let Some(national) = number.strip_prefix("44") {
        // No number in the United Kingdom starts with 4.
        ("44", national.strip_prefix('0').unwrap_or(national))
    } else if dropped_zero || number.len() == 10 {
        // The zero at the start is lost where a number was kept as one.
        ("44", number.as_str())
    } else {
        return None;
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
