//! Numbers and money.

use std::fmt;

use super::text_value::text_impls;
use super::tidy::{all_digits, is_blank, tidy_digits};
use super::{ErrorArgument, ValueError};
use crate::language::Locale;

/// A number as its sign and digits: whole ones, and those after the point if there is one.
struct Digits {
    negative: bool,
    whole: String,
    fraction: Option<String>,
}

/// Reads a number in digits. Spaces do not count, nor commas that separate thousands.
fn digits(text: &str) -> Option<Digits> {
    let text: String = tidy_digits(text).chars().filter(|c| !c.is_whitespace()).collect();
    let (negative, number) = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(number) => (true, number),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let groups: Vec<&str> = whole.split(',').collect();
    let grouped =
        groups.iter().skip(1).all(|group| group.len() == 3) && groups.first().is_some_and(|first| first.len() <= 3);
    let whole = match groups.as_slice() {
        [whole] => (*whole).to_owned(),
        _ if grouped => groups.concat(),
        _ => return None,
    };
    let fraction_is_right = fraction.is_none_or(all_digits);
    let whole_is_right = all_digits(&whole) || (whole.is_empty() && fraction.is_some());
    (fraction_is_right && whole_is_right).then(|| Digits { negative, whole, fraction: fraction.map(str::to_owned) })
}

impl Digits {
    fn fraction_is_zero(&self) -> bool {
        self.fraction.as_ref().is_none_or(|fraction| fraction.bytes().all(|digit| digit == b'0'))
    }

    /// The number times ten to the power of `places`, if it fits.
    fn scaled(&self, places: usize) -> Option<i64> {
        let fraction = self.fraction.as_deref().unwrap_or_default();
        let fraction = fraction.get(..places).unwrap_or(fraction);
        let digits: i64 = format!("0{}{fraction:0<places$}", self.whole).parse().ok()?;
        Some(if self.negative { -digits } else { digits })
    }
}

/// A whole number between two bounds, which belong to the type.
///
/// Spaces and commas between thousands do not count, "30.00" is 30. Codes: `empty`, `not-a-number`, `not-whole`, and for a bound that
/// failed `too-low` with `min`, `too-high` with `max`, or `out-of-range` with both if both are set.
/// ([Text input](https://design-system.service.gov.uk/components/text-input/))
///
/// ```
/// use townhall::values::WholeNumber;
///
/// let people: WholeNumber<1, 12> = " 4 ".parse()?;
/// assert_eq!(people.get(), 4);
/// assert_eq!("13".parse::<WholeNumber<1, 12>>().unwrap_err().code(), "out-of-range");
/// assert_eq!("1.5".parse::<WholeNumber<0>>().unwrap_err().code(), "not-whole");
/// # Ok::<(), townhall::values::ValueError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WholeNumber<const MIN: i64 = { i64::MIN }, const MAX: i64 = { i64::MAX }>(i64);

impl<const MIN: i64, const MAX: i64> WholeNumber<MIN, MAX> {
    /// Reads what was typed.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as a code.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        whole_number(text, MIN, MAX).map(Self)
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }
}

/// The largest number where a type sets no bound: above it nobody can read a number.
const MOST: i64 = 999_999_999_999_999;

/// Reads a whole number between bounds. A bound beyond [`MOST`] is none.
pub(crate) fn whole_number(text: &str, min: i64, max: i64) -> Result<i64, ValueError> {
    if is_blank(text) {
        return Err(ValueError::empty());
    }
    let digits = digits(text).ok_or_else(|| ValueError::new("not-a-number"))?;
    if !digits.fraction_is_zero() {
        return Err(ValueError::new("not-whole"));
    }
    let number = digits.scaled(0);
    let (lowest, highest) = (min.max(-MOST), max.min(MOST));
    let is_low = number.map_or(digits.negative, |number| number < lowest);
    let is_high = number.map_or(!digits.negative, |number| number > highest);
    match number {
        Some(number) if !is_low && !is_high => Ok(number),
        _ if lowest == min && highest == max => Err(ValueError::new("out-of-range").with("min", min).with("max", max)),
        _ if is_low => Err(ValueError::new("too-low").with("min", lowest)),
        _ => Err(ValueError::new("too-high").with("max", highest)),
    }
}

text_impls! {
    [const MIN: i64, const MAX: i64] WholeNumber<MIN, MAX>, "townhall::WholeNumber", "a whole number",
    sample Self(1.clamp(MIN, MAX))
}

impl<const MIN: i64, const MAX: i64> fmt::Display for WholeNumber<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A decimal number with up to so many places, exact.
///
/// Codes: `empty`, `not-a-number`, `too-precise` with `max`, `too-high` or `too-low` if it does not fit.
///
/// ```
/// use townhall::values::DecimalNumber;
///
/// let height: DecimalNumber<2> = "1.8".parse()?;
/// assert_eq!(height.scaled(), 180);
/// assert_eq!(height.to_string(), "1.80");
/// # Ok::<(), townhall::values::ValueError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DecimalNumber<const PLACES: usize>(i64);

impl<const PLACES: usize> DecimalNumber<PLACES> {
    /// Reads what was typed.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as a code.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        if is_blank(text) {
            return Err(ValueError::empty());
        }
        let digits = digits(text).ok_or_else(|| ValueError::new("not-a-number"))?;
        let places = digits.fraction.as_deref().unwrap_or_default().trim_end_matches('0').len();
        if places > PLACES {
            return Err(ValueError::new("too-precise").with("max", i64::try_from(PLACES).unwrap_or(i64::MAX)));
        }
        let scale = 10_i64.checked_pow(u32::try_from(PLACES).unwrap_or(u32::MAX)).unwrap_or(i64::MAX);
        let most = (MOST / scale).max(1);
        match digits.scaled(PLACES) {
            Some(number) if number.abs() <= most.saturating_mul(scale) => Ok(Self(number)),
            _ if digits.negative => Err(ValueError::new("too-low").with("min", -most)),
            _ => Err(ValueError::new("too-high").with("max", most)),
        }
    }

    /// The number times ten to the power of its places: 1.80 with two places is 180.
    #[must_use]
    pub fn scaled(self) -> i64 {
        self.0
    }
}

text_impls! {
    [const PLACES: usize] DecimalNumber<PLACES>, "townhall::DecimalNumber", "a number", sample Self(1)
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

fn pence(text: &str, policy: Pence) -> Result<i64, ValueError> {
    if is_blank(text) {
        return Err(ValueError::empty());
    }
    let error = || ValueError::new("not-money");
    let text = tidy_digits(text).to_lowercase();
    // A copy of the sign that stands before the box, and pence alone.
    let amount = text.trim_start_matches(['£', ' ']).trim_start_matches("gbp");
    let amount = amount.trim_end_matches("gbp").trim_end_matches("pounds").trim();
    let pence_alone = amount.strip_suffix('p').filter(|_| !text.starts_with('£')).map(str::trim);
    let digits = digits(pence_alone.unwrap_or(amount)).ok_or_else(error)?;
    if digits.negative {
        return Err(error());
    }
    let places = digits.fraction.as_deref().map(str::len);
    let number = match (pence_alone.is_some(), places) {
        (true, None) => digits.scaled(0),
        (true, Some(_)) => return Err(error()),
        (false, _) => digits.scaled(2),
    };
    let has_pence = pence_alone.is_some() || !digits.fraction_is_zero();
    match (policy, places) {
        (_, Some(places)) if places > 2 && !digits.fraction_is_zero() => Err(error()),
        (Pence::Forbidden, _) if has_pence => Err(ValueError::new("no-pence")),
        (Pence::Needed, None) if pence_alone.is_none() => Err(ValueError::new("needs-pence")),
        (Pence::Needed, Some(1)) => Err(ValueError::new("needs-pence")),
        (Pence::Optional, Some(1)) => Err(error()),
        _ => match number {
            Some(number) if number <= MOST_PENCE => Ok(number),
            _ => Err(ValueError::new("too-much").with("max", ErrorArgument::Money(MOST_PENCE))),
        },
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
                pence(text, Pence::$policy).map(Self)
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

        text_impls! { [] $name, $serde, "an amount of money", sample Self($sample) }
    )*};
}

money! {
    /// An amount of pounds, with pence or without, exact to the penny.
    ///
    /// A copied "£", spaces and commas between thousands do not count; "50p" is 0.50.
    ///
    /// Codes: `empty`, `not-money`, `too-much` with `max`.
    ///
    /// ```
    /// use townhall::values::Money;
    ///
    /// assert_eq!("£1,234.50".parse::<Money>()?.pence(), 123_450);
    /// # Ok::<(), townhall::values::ValueError>(())
    /// ```
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
