//! Numbers and money.

use std::fmt;

use super::number::{Number, Unread, signed};
use super::text_value::{JsonNumber, text_impls};
use super::tidy::{is_blank, tidy_digits};
use super::{ErrorArgument, ValueError};
use crate::language::Locale;

/// Reads a whole number of any size.
pub(crate) fn whole_number(text: &str) -> Result<Number, ValueError> {
    if is_blank(text) {
        return Err(ValueError::empty());
    }
    match Number::read(text, Some(0)) {
        Ok(number) if number.is_whole() => Ok(number),
        Ok(_) => Err(ValueError::new("not-whole")),
        Err(Unread::NotANumber) => Err(ValueError::new("not-a-number")),
        Err(Unread::Separators | Unread::MaybeThousands) => Err(ValueError::new("whole-number-unclear")),
    }
}

/// Reads a number with up to so many decimal places, or with any number of them.
pub(crate) fn decimal_number(text: &str, most_places: Option<usize>) -> Result<Number, ValueError> {
    if is_blank(text) {
        return Err(ValueError::empty());
    }
    let too_precise = || {
        let most = most_places.unwrap_or_default();
        ValueError::new("too-precise").with("max", i64::try_from(most).unwrap_or(i64::MAX))
    };
    match Number::read(text, most_places) {
        Ok(number) if most_places.is_some_and(|most| number.significant_places() > most) => Err(too_precise()),
        Ok(number) => Ok(number),
        Err(Unread::NotANumber) => Err(ValueError::new("not-a-number")),
        Err(Unread::Separators) => Err(ValueError::new("number-unclear")),
        Err(Unread::MaybeThousands) => Err(too_precise()),
    }
}

/// The error of a number that its type cannot hold, though no rule of the question says so.
pub(crate) fn beyond_the_type(number: &Number, least: i128) -> ValueError {
    match (number.is_negative(), least) {
        (true, 0) => ValueError::new("too-low").with("min", 0),
        (true, _) => ValueError::new("number-too-small"),
        (false, _) => ValueError::new("number-too-large"),
    }
}

/// A whole number between two bounds, which belong to the type.
///
/// Spaces and commas between thousands do not count, "30.00" is 30. Codes: `empty`, `not-a-number`, `not-whole`, `whole-number-unclear` for
/// what can be read in two ways ("1,5", "30.000"), and for a bound that failed `too-low` with `min`, `too-high` with `max`, or `out-of-range`
/// with both if both are set. Without bounds `number-too-small` and `number-too-large` are what 64 bits cannot hold.
/// ([Text input](https://design-system.service.gov.uk/components/text-input/))
///
/// ```
/// use townhall::values::WholeNumber;
///
/// let people: WholeNumber<1, 12> = " 4 ".parse()?;
/// assert_eq!(people.get(), 4);
/// assert_eq!(WholeNumber::<1, 12>::new(4)?, people);
/// assert_eq!("13".parse::<WholeNumber<1, 12>>().unwrap_err().code(), "out-of-range");
/// assert_eq!("1.5".parse::<WholeNumber<0>>().unwrap_err().code(), "not-whole");
/// # Ok::<(), townhall::values::ValueError>(())
/// ```
///
/// In JSON it is written as a text, and read from a text or a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WholeNumber<const MIN: i64 = { i64::MIN }, const MAX: i64 = { i64::MAX }>(i64);

impl<const MIN: i64, const MAX: i64> WholeNumber<MIN, MAX> {
    /// Reads what was typed.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as a code.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let number = whole_number(text)?;
        number.to_integer().map_or_else(|| Err(Self::beyond(number.is_negative())), Self::new)
    }

    /// A number of the program's.
    ///
    /// # Errors
    ///
    /// When it is beyond a bound: `too-low`, `too-high` or `out-of-range`.
    pub fn new(number: i64) -> Result<Self, ValueError> {
        if (MIN..=MAX).contains(&number) { Ok(Self(number)) } else { Err(Self::beyond(number < MIN)) }
    }

    fn beyond(is_low: bool) -> ValueError {
        match (MIN, MAX, is_low) {
            (i64::MIN, _, true) => ValueError::new("number-too-small"),
            (_, i64::MAX, false) => ValueError::new("number-too-large"),
            (_, i64::MAX, true) => ValueError::new("too-low").with("min", MIN),
            (i64::MIN, _, false) => ValueError::new("too-high").with("max", MAX),
            _ => ValueError::new("out-of-range").with("min", MIN).with("max", MAX),
        }
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }
}

impl<const MIN: i64, const MAX: i64> JsonNumber for WholeNumber<MIN, MAX> {}

text_impls! {
    [const MIN: i64, const MAX: i64] WholeNumber<MIN, MAX>, "townhall::WholeNumber", "a whole number",
    sample Self(1.clamp(MIN, MAX)), number
}

impl<const MIN: i64, const MAX: i64> fmt::Display for WholeNumber<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<const MIN: i64, const MAX: i64> From<WholeNumber<MIN, MAX>> for i64 {
    fn from(number: WholeNumber<MIN, MAX>) -> Self {
        number.0
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => {$(
        impl<const MIN: i64, const MAX: i64> TryFrom<$integer> for WholeNumber<MIN, MAX> {
            type Error = ValueError;

            fn try_from(number: $integer) -> Result<Self, ValueError> {
                Self::parse(&number.to_string())
            }
        }

        impl<const PLACES: usize> TryFrom<$integer> for DecimalNumber<PLACES> {
            type Error = ValueError;

            fn try_from(number: $integer) -> Result<Self, ValueError> {
                Self::parse(&number.to_string())
            }
        }
    )*};
}

from_integers!(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize);

/// A decimal number with up to so many places, exact. [`Field::min`](crate::form::Field::min) and
/// [`Field::max`](crate::form::Field::max) set its bounds in a question.
///
/// Codes: `empty`, `not-a-number`, `number-unclear` where commas are not between thousands ("1,5"), `too-precise` with `max`,
/// `number-too-large` or `number-too-small` if 64 bits cannot hold it.
///
/// ```
/// use townhall::values::DecimalNumber;
///
/// let height: DecimalNumber<2> = "1.8".parse()?;
/// assert_eq!(height.scaled(), 180);
/// assert_eq!(height.to_string(), "1.80");
/// assert_eq!(DecimalNumber::<2>::try_from(1.8)?, height);
/// assert_eq!(DecimalNumber::<2>::from_scaled(180), height);
/// # Ok::<(), townhall::values::ValueError>(())
/// ```
///
/// In JSON it is written as a text, and read from a text or a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DecimalNumber<const PLACES: usize>(i64);

impl<const PLACES: usize> DecimalNumber<PLACES> {
    /// Reads what was typed.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as a code.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let number = decimal_number(text, Some(PLACES))?;
        number.scaled(PLACES).map(Self).ok_or_else(|| beyond_the_type(&number, i128::from(i64::MIN)))
    }

    /// A number from what [`scaled`](Self::scaled) gives: 180 is 1.80 with two places.
    #[must_use]
    pub fn from_scaled(scaled: i64) -> Self {
        Self(scaled)
    }

    /// The number times ten to the power of its places: 1.80 with two places is 180.
    #[must_use]
    pub fn scaled(self) -> i64 {
        self.0
    }

    /// The nearest number of 64 bits with a binary point: for arithmetic that need not be exact.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.to_string().parse().unwrap_or_default()
    }
}

impl<const PLACES: usize> JsonNumber for DecimalNumber<PLACES> {}

text_impls! {
    [const PLACES: usize] DecimalNumber<PLACES>, "townhall::DecimalNumber", "a number", sample Self(1), number
}

impl<const PLACES: usize> TryFrom<f64> for DecimalNumber<PLACES> {
    type Error = ValueError;

    /// The number as it is written shortest: 0.1 is 0.1, whatever its binary digits are.
    fn try_from(number: f64) -> Result<Self, ValueError> {
        Self::from_json(&number.to_string())
    }
}

impl<const PLACES: usize> fmt::Display for DecimalNumber<PLACES> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let width = PLACES + 1;
        let digits = format!("{:0>width$}", self.0.unsigned_abs());
        match digits.split_at_checked(digits.len() - PLACES) {
            Some((whole, fraction)) if !fraction.is_empty() => write!(f, "{sign}{whole}.{fraction}"),
            _ => write!(f, "{sign}{digits}"),
        }
    }
}

/// Whether an amount of [`Money`] may or must have pence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pence {
    Optional,
    Needed,
    Forbidden,
}

/// The highest amount: more than any council has.
const MOST_PENCE: i64 = 100_000_000_000_000;

impl Pence {
    /// Reads an amount in pence, which may be negative or larger than any: [`in_bounds`] tells.
    fn read(self, text: &str) -> Result<i64, ValueError> {
        if is_blank(text) {
            return Err(ValueError::empty());
        }
        let error = || ValueError::new("not-money");
        let typed = Typed::of(text);
        let number = match Number::read(&typed.amount, Some(2)) {
            Ok(number) => number,
            Err(Unread::NotANumber) => return Err(error()),
            Err(Unread::Separators | Unread::MaybeThousands) => return Err(ValueError::new("amount-unclear")),
        };
        if typed.has_sign_of_pence && !typed.has_pounds {
            // "50p"
            return match number.places() {
                0 if self == Self::Forbidden => Err(ValueError::new("no-pence")),
                0 => Ok(saturated(&number, 0)),
                _ => Err(error()),
            };
        }
        match (self, number.places()) {
            (Self::Needed, 0 | 1) if !typed.has_sign_of_pence => Err(ValueError::new("needs-pence")),
            // "£5p" may be 5 pounds or 5 pence, "£12.50p" is clear.
            (_, places) if typed.has_sign_of_pence && places != 2 => Err(error()),
            (Self::Forbidden, 2) if !number.is_whole() => Err(ValueError::new("no-pence")),
            (_, 0 | 2) => Ok(saturated(&number, 2)),
            _ => Err(error()),
        }
    }

    fn parse(self, text: &str) -> Result<i64, ValueError> {
        in_bounds(self.read(text)?)
    }

    /// An amount of pence that a program has.
    fn of(self, pence: i64) -> Result<i64, ValueError> {
        let pence = in_bounds(pence)?;
        if self == Self::Forbidden && pence % 100 != 0 { Err(ValueError::new("no-pence")) } else { Ok(pence) }
    }

    /// An amount of pounds as a program writes it: "2.5" is 2.50.
    fn of_json(self, text: &str) -> Result<i64, ValueError> {
        let number = Number::read(text, None).map_err(|_| ValueError::new("not-money"))?;
        if number.significant_places() > 2 {
            return Err(ValueError::new("not-money"));
        }
        self.of(saturated(&number, 2))
    }
}

fn saturated(number: &Number, places: usize) -> i64 {
    number.scaled(places).unwrap_or(if number.is_negative() { i64::MIN } else { i64::MAX })
}

fn in_bounds(pence: i64) -> Result<i64, ValueError> {
    match pence {
        ..0 => Err(ValueError::new("too-low").with("min", ErrorArgument::Money(0))),
        0..=MOST_PENCE => Ok(pence),
        _ => Err(ValueError::new("amount-too-large")),
    }
}

/// An amount without the signs and words of its currency.
struct Typed {
    amount: String,
    has_pounds: bool,
    has_sign_of_pence: bool,
}

/// What stands after an amount, in English and Welsh.
const WORDS_OF_POUNDS: [&str; 8] = ["gbp", "pounds", "pound", "punnoedd", "bunnoedd", "punt", "bunt", "£"];
const WORDS_OF_PENCE: [&str; 8] = ["pence", "penny", "p", "ceiniogau", "ceiniog", "geiniog", "cheiniog", "c"];

impl Typed {
    fn of(text: &str) -> Self {
        let text = tidy_digits(text).to_lowercase();
        let mut text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let quotes = ['"', '\'', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}'];
        text.truncate(text.trim_end_matches(['.', ',', ';', ':']).trim_end_matches(quotes).len());
        // A copy of the sign that stands before the box; a minus may stand on either side of it.
        let (is_negative, mut amount) = signed(text.trim_start_matches(quotes));
        let before = amount.len();
        while let Some(rest) = ["£", "gbp"].iter().find_map(|word| amount.strip_prefix(word)) {
            amount = rest;
        }
        let mut has_pounds = amount.len() < before;
        let mut has_sign_of_pence = false;
        if let Some(rest) = WORDS_OF_POUNDS.iter().find_map(|word| amount.strip_suffix(word)) {
            (amount, has_pounds) = (rest, true);
        } else if let Some(rest) = WORDS_OF_PENCE.iter().find_map(|word| amount.strip_suffix(word)) {
            (amount, has_sign_of_pence) = (rest, true);
        }
        let sign = if is_negative { "-" } else { "" };
        Self { amount: format!("{sign}{amount}"), has_pounds, has_sign_of_pence }
    }
}

/// An amount of money as it is written on a page, by the name under which serde knows its type, if it is one.
#[cfg(feature = "journey")]
pub(crate) fn money_text(serde_name: &str, text: &str, locale: &Locale) -> Option<String> {
    amount(serde_name, text).map(|pence| locale.money(pence))
}

/// The pence of an amount of money, by the name under which serde knows its type, if it is one.
pub(crate) fn amount(serde_name: &str, text: &str) -> Option<i64> {
    money_of(serde_name)?.read(text).ok()
}

fn money_of(serde_name: &str) -> Option<Pence> {
    match serde_name {
        "townhall::Money" => Some(Pence::Optional),
        "townhall::MoneyWithPence" => Some(Pence::Needed),
        "townhall::WholePounds" => Some(Pence::Forbidden),
        _ => None,
    }
}

macro_rules! money {
    ($($(#[$meta:meta])* $name:ident, $serde:literal, $policy:ident, sample $sample:literal;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        crate::markup::opaque_debug! { $name }

        impl $name {
            /// Reads what was typed.
            ///
            /// # Errors
            ///
            /// What is wrong with it, as a code.
            pub fn parse(text: &str) -> Result<Self, ValueError> {
                Pence::$policy.parse(text).map(Self)
            }

            /// An amount of pence.
            ///
            /// # Errors
            ///
            /// `too-low` if it is negative, `amount-too-large` above a million million pounds, and `no-pence` where the type has none.
            pub fn from_pence(pence: i64) -> Result<Self, ValueError> {
                Pence::$policy.of(pence).map(Self)
            }

            /// An amount of pounds.
            ///
            /// # Errors
            ///
            /// Those of [`from_pence`](Self::from_pence).
            pub fn from_pounds(pounds: i64) -> Result<Self, ValueError> {
                Self::from_pence(pounds.saturating_mul(100))
            }

            /// The amount in pence.
            #[must_use]
            pub fn pence(self) -> i64 {
                self.0
            }

            /// As it is written in a sentence: "£1,234.50".
            #[must_use]
            pub fn to_text(self, locale: &Locale) -> String {
                locale.money(self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                if Pence::$policy == Pence::Forbidden {
                    write!(f, "{}", self.0 / 100)
                } else {
                    write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
                }
            }
        }

        impl JsonNumber for $name {
            fn from_json(text: &str) -> Result<Self, ValueError> {
                Pence::$policy.of_json(text).map(Self)
            }
        }

        text_impls! { [] $name, $serde, "an amount of money", sample Self($sample), number }
    )*};
}

money! {
    /// An amount of pounds, with pence or without, exact to the penny. [`Field::min`](crate::form::Field::min) and
    /// [`Field::max`](crate::form::Field::max) set its bounds in a question; without them it is £0 or more.
    ///
    /// A copied "£", spaces and commas between thousands do not count; "50p" is 0.50.
    ///
    /// Codes: `empty`, `not-money`, `amount-unclear` for what can be read in two ways ("2,50", "7.000"), `too-low` with `min`,
    /// `amount-too-large`.
    ///
    /// ```
    /// use townhall::values::Money;
    ///
    /// assert_eq!("£1,234.50".parse::<Money>()?, Money::from_pence(123_450)?);
    /// # Ok::<(), townhall::values::ValueError>(())
    /// ```
    ///
    /// In JSON it is written as a text of pounds, and read from a text or a number of pounds.
    Money, "townhall::Money", Optional, sample 100;
    /// An amount that must be given to the penny. Codes: those of [`Money`], and `needs-pence`.
    MoneyWithPence, "townhall::MoneyWithPence", Needed, sample 100;
    /// An amount of whole pounds. Codes: those of [`Money`], and `no-pence`.
    WholePounds, "townhall::WholePounds", Forbidden, sample 100;
}

// Numbers are answers like any other: not for logs.
impl<const MIN: i64, const MAX: i64> std::fmt::Debug for WholeNumber<MIN, MAX> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WholeNumber").finish_non_exhaustive()
    }
}

impl<const PLACES: usize> std::fmt::Debug for DecimalNumber<PLACES> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DecimalNumber").finish_non_exhaustive()
    }
}
