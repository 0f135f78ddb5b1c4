//! The one reader of numbers, whatever their type: what can be read in two ways is not read.

use std::cmp::Ordering;
use std::str::FromStr;

use super::tidy::{all_digits, tidy_digits};

/// A number as it was typed, exact, whatever its size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    is_negative: bool,
    /// Digits without zeros before them; none for zero.
    whole: String,
    /// Digits, as many as were typed.
    fraction: String,
}

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It is something else.
    NotANumber,
    /// Its commas are not between thousands: "1,5" is 1.5 to some and a slip for 15 to others.
    Separators,
    /// Its full stop may stand between thousands: "7.000" is 7 to some and 7,000 to others.
    MaybeThousands,
}

impl Number {
    /// Reads a number of digits. Space does not count, nor commas between thousands, nor punctuation that comes after it. `most_places`
    /// are the decimal places that its type has, or `None` if it has as many as are typed.
    pub(crate) fn read(text: &str, most_places: Option<usize>) -> Result<Self, Unread> {
        let text: String = tidy_digits(text).chars().filter(|c| !c.is_whitespace()).map(separator).collect();
        let text = text.trim_matches(['"', '\u{201c}', '\u{201d}', '\u{2018}']);
        let text = text.trim_end_matches(['.', ',', ';', ':', '\'', '"']);
        let (is_negative, text) = signed(text);
        if !text.chars().all(|c| matches!(c, '0'..='9' | '.' | ',' | '\'')) {
            return Err(Unread::NotANumber);
        }
        let parts: Vec<&str> = text.split(['.', ',', '\'']).collect();
        let has_gap = parts.iter().skip(1).any(|part| part.is_empty());
        if has_gap || parts.iter().all(|part| part.is_empty()) {
            return Err(Unread::NotANumber);
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        if fraction.contains(['.', ',', '\'']) {
            // "1.234.567" has full stops between thousands, "1.234,50" both the other way round, "1.2.3" is something else.
            let is_grouped = parts.iter().skip(1).all(|part| part.len() == 3);
            let has_commas = text.contains([',', '\'']);
            return Err(if is_grouped || has_commas { Unread::Separators } else { Unread::NotANumber });
        }
        if whole.contains(['\'', ',']) && !is_grouped(whole) {
            return Err(Unread::Separators);
        }
        let has_thousands_of_its_own = whole.contains(',');
        let looks_like_thousands = fraction.len() == 3
            && (1..=3).contains(&whole.len())
            && !whole.starts_with('0')
            && !has_thousands_of_its_own;
        if looks_like_thousands && most_places.is_some_and(|most| most < 3) {
            return Err(Unread::MaybeThousands);
        }
        let whole = whole.replace(',', "").trim_start_matches('0').to_owned();
        let number = Self { is_negative, whole, fraction: fraction.to_owned() };
        Ok(Self { is_negative: is_negative && !number.is_zero(), ..number })
    }

    /// The decimal places that were typed.
    pub(crate) fn places(&self) -> usize {
        self.fraction.len()
    }

    /// The decimal places that count: zeros at the end do not.
    pub(crate) fn significant_places(&self) -> usize {
        self.fraction.trim_end_matches('0').len()
    }

    pub(crate) fn is_whole(&self) -> bool {
        self.significant_places() == 0
    }

    pub(crate) fn is_negative(&self) -> bool {
        self.is_negative
    }

    fn is_zero(&self) -> bool {
        self.whole.is_empty() && self.is_whole()
    }

    /// The whole part as an integer of any kind, if it fits.
    pub(crate) fn to_integer<T: FromStr>(&self) -> Option<T> {
        self.scaled(0)
    }

    /// The number times ten to the power of `places`, as an integer of any kind, if it fits. What is beyond these places is left out.
    pub(crate) fn scaled<T: FromStr>(&self, places: usize) -> Option<T> {
        let fraction = self.fraction.get(..places).unwrap_or(&self.fraction);
        let digits = format!("{}{fraction:0<places$}", self.whole);
        let digits = digits.trim_start_matches('0');
        match (digits, self.is_negative) {
            ("", _) => "0".parse().ok(),
            (digits, false) => digits.parse().ok(),
            (digits, true) => format!("-{digits}").parse().ok(),
        }
    }

    /// The nearest number of 64 bits. It is infinite if none is near.
    pub(crate) fn to_f64(&self) -> f64 {
        let text = format!("{}0{}.{}0", if self.is_negative { "-" } else { "" }, self.whole, self.fraction);
        text.parse().unwrap_or(f64::NAN)
    }

    /// As it is written in a sentence: "1,234.5".
    pub(crate) fn to_text(&self) -> String {
        let sign = if self.is_negative { "-" } else { "" };
        let whole = match self.whole.as_str() {
            "" => "0".to_owned(),
            digits => {
                let first = digits.len() % 3;
                let groups = digits.as_bytes().get(first..).unwrap_or_default().chunks(3);
                let groups = groups.map(|group| String::from_utf8_lossy(group).into_owned());
                let first = digits.get(..first).filter(|first| !first.is_empty()).map(str::to_owned);
                first.into_iter().chain(groups).collect::<Vec<_>>().join(",")
            }
        };
        match self.fraction.trim_end_matches('0') {
            "" => format!("{sign}{whole}"),
            fraction => format!("{sign}{whole}.{fraction}"),
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let size = |number: &Self, other: &Self| {
            let (fraction, others) = (number.fraction.trim_end_matches('0'), other.fraction.trim_end_matches('0'));
            let whole = number.whole.len().cmp(&other.whole.len()).then_with(|| number.whole.cmp(&other.whole));
            whole.then_with(|| fraction.cmp(others))
        };
        match (self.is_negative, other.is_negative) {
            (false, false) => size(self, other),
            (true, true) => size(other, self),
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
        }
    }
}

/// Whether commas stand between thousands, and nowhere else. "0,123" has none: nobody writes a thousand that way.
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && all_digits(first)
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && all_digits(group))
}

/// The signs that stand between digits elsewhere, as those that stand there here: the full stop of older British numbers, the separators of
/// Arabic and Persian, the apostrophe of Switzerland.
fn separator(character: char) -> char {
    match character {
        '\u{b7}' | '\u{66b}' => '.',
        '\u{66c}' | '\u{60c}' => ',',
        '\u{2019}' => '\'',
        other => other,
    }
}

/// A number without its sign, and whether it is negative.
pub(super) fn signed(text: &str) -> (bool, &str) {
    // A hyphen, dashes, and the sign itself.
    if let Some(number) =
        text.strip_prefix(['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}', '\u{fe63}'])
    {
        return (true, number);
    }
    for word in ["minus", "minws"] {
        if text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)) {
            return (true, text.get(word.len()..).unwrap_or_default());
        }
    }
    (false, text.strip_prefix('+').unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Number {
        Number::read(text, None).unwrap()
    }

    #[test]
    fn numbers_are_ordered_by_what_they_are_worth() {
        let ordered = [
            "-1,000", "-12.5", "-12.49", "-2", "-0.5", "0", "0.049", "0.05", "0.5", "1", "1.5", "2", "10", "99", "100",
            "1,000",
        ];
        for (at, text) in ordered.iter().enumerate() {
            for (other_at, other) in ordered.iter().enumerate() {
                assert_eq!(read(text).cmp(&read(other)), at.cmp(&other_at), "{text} {other}");
            }
        }
        assert_eq!(read("1.50").cmp(&read("01.5")), Ordering::Equal);
        assert_eq!(read("-0").cmp(&read("0.00")), Ordering::Equal);
    }

    #[test]
    fn a_number_of_any_size_is_exact() {
        let most = u128::MAX.to_string();
        assert_eq!(read(&most).to_integer(), Some(u128::MAX));
        assert_eq!(read(&format!("{most}0")).to_integer::<u128>(), None);
        assert_eq!(read(&i128::MIN.to_string()).to_integer(), Some(i128::MIN));
        assert_eq!(read("-0").to_integer(), Some(0_u8));
        assert_eq!(read("1.239").scaled::<i64>(2), Some(123));
        assert_eq!(read("1,234,567.50").to_text(), "1,234,567.5");
        assert_eq!(read("-.5").to_text(), "-0.5");
        assert!(read(&"9".repeat(400)).to_f64().is_infinite());
        assert!((read("-1,234.5").to_f64() + 1234.5).abs() < f64::EPSILON);
    }
}
