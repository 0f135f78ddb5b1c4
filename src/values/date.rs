//! [`Date`] and [`MonthAndYear`].

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::text_value::SAMPLE;
use super::tidy::{all_digits, is_blank, is_mark, tidy_digits};
use super::{DateParts, ValueError};
use crate::language::Locale;

/// A calendar date, as people type it: in three boxes, the month as a number or by name, in English or Welsh, short or long.
///
/// ```
/// use townhall::values::Date;
/// use townhall::language::Locale;
///
/// let date = Date::from_parts("27", "Mawrth", "2026")?;
/// assert_eq!(date, Date::new(2026, 3, 27)?);
/// assert_eq!(date.to_text(&Locale::english()), "27 March 2026");
///
/// let error = Date::from_parts("27", "", "2026").unwrap_err();
/// assert_eq!(error.code(), "missing-month");
/// assert!(error.parts().month);
/// # Ok::<(), townhall::values::ValueError>(())
/// ```
///
/// # Errors
///
/// | code | when | parts |
/// | --- | --- | --- |
/// | `empty` | nothing was typed | |
/// | `missing-day`, `missing-month-and-year` and so on | some parts are empty | those |
/// | `short-year` | the year has fewer than 4 digits | the year |
/// | `not-real` | there is no such date | the part that cannot be, or the whole date |
///
/// A whole date that was pasted into one of the boxes is read where the others are blank.
///
/// ([Date input](https://design-system.service.gov.uk/components/date-input/))
///
/// As text, in JSON and with `Display`, it is `2026-03-27` ([RFC 3339](https://www.rfc-editor.org/rfc/rfc3339)).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// A date of year, month (1 to 12) and day (1 to 31).
    ///
    /// # Errors
    ///
    /// `not-real` if there is no such date, or the year is not between 1000 and 9999.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, ValueError> {
        if !(1000..=9999).contains(&year) {
            return Err(not_real(DateParts::YEAR));
        }
        civil::Date::new(year, month, day).map(Self).map_err(|_| not_real(DateParts::NONE))
    }

    /// Reads what was typed into the three boxes.
    ///
    /// # Errors
    ///
    /// See the table of [`Date`].
    pub fn from_parts(day: &str, month: &str, year: &str) -> Result<Self, ValueError> {
        if let Some(typed) = pasted([day, month, year]) {
            return typed.parse();
        }
        let blank = DateParts { day: is_blank(day), month: is_blank(month), year: is_blank(year) };
        match (blank.day, blank.month, blank.year) {
            (true, true, true) => return Err(ValueError::empty()),
            (false, false, false) => {}
            (true, false, false) => return Err(ValueError::new("missing-day").in_parts(blank)),
            (false, true, false) => return Err(ValueError::new("missing-month").in_parts(blank)),
            (false, false, true) => return Err(ValueError::new("missing-year").in_parts(blank)),
            (true, true, false) => return Err(ValueError::new("missing-day-and-month").in_parts(blank)),
            (true, false, true) => return Err(ValueError::new("missing-day-and-year").in_parts(blank)),
            (false, true, true) => return Err(ValueError::new("missing-month-and-year").in_parts(blank)),
        }
        let (day, month, year) = (day_number(day), month_number(month), year_number(year));
        let wrong = DateParts { day: day.is_none(), month: month.is_none(), year: matches!(year, Year::Wrong) };
        match (day, month, year) {
            (Some(day), Some(month), Year::Is(year)) => Self::new(year, month, day),
            (Some(_), Some(_), Year::Short) => Err(short_year()),
            // Which of several is wrong is not clear: the whole date is.
            _ if [wrong.day, wrong.month, wrong.year].iter().filter(|wrong| **wrong).count() > 1 => {
                Err(not_real(DateParts::NONE))
            }
            _ => Err(not_real(wrong)),
        }
    }

    /// Today in the United Kingdom.
    #[must_use]
    pub fn today() -> Self {
        Self::in_london(jiff::Timestamp::now())
    }

    /// The day in the United Kingdom at a time in seconds since 1970. It stops at the ends of the calendar.
    #[must_use]
    pub fn of_unix_time(seconds: u64) -> Self {
        let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
        Self::in_london(jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::MAX))
    }

    fn in_london(time: jiff::Timestamp) -> Self {
        // The rules since 1996, so that no time zone database is needed.
        let zone = jiff::tz::TimeZone::posix("GMT0BST,M3.5.0/1,M10.5.0").unwrap_or(jiff::tz::TimeZone::UTC);
        Self(time.to_zoned_datetime(zone).date())
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day, from 1 to 31.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day of the week, from Monday, 1, to Sunday, 7.
    #[must_use]
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }

    /// A number of days later, or earlier if it is negative. It stops at the ends of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(days)))
    }

    /// A number of years later, or earlier if it is negative: 28 February for 29 February. It stops at the ends of the calendar.
    #[must_use]
    pub fn plus_years(self, years: i16) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().years(years)))
    }

    /// The age, in whole years, on another date of somebody who was born on this one. Nobody is older than they are: who was born
    /// on 29 February is a year older on 1 March (in England and Wales the day of birth itself counts, Family Law Reform Act 1969, s 9).
    #[must_use]
    pub fn age_on(self, other: Self) -> i16 {
        let years = other.year() - self.year();
        let had_birthday = (other.month(), other.day()) >= (self.month(), self.day());
        if had_birthday { years } else { years - 1 }
    }

    /// As it is written in a sentence: "27 March 2026".
    #[must_use]
    pub fn to_text(self, locale: &Locale) -> String {
        locale.date(self.year(), self.month(), self.day())
    }

    /// With its weekday: "Friday 27 March 2026".
    #[must_use]
    pub fn to_text_with_weekday(self, locale: &Locale) -> String {
        locale.date_with_weekday(self.weekday(), self.year(), self.month(), self.day())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Date {
    type Err = ValueError;

    /// Reads `2026-03-27`, also with a time after it, or day, month and year in the order in which they are spoken: `27 March 2026`,
    /// `Friday 27 Mawrth 2026`, `27/3/2026`, and `March 27, 2026`, where the name of the month says which is which.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        if let Some(date) = kept(text) {
            return Ok(date);
        }
        let text = tidy_digits(text);
        if text.is_empty() {
            return Err(ValueError::empty());
        }
        // A time, as machines write it: 2026-03-27T09:30:00Z.
        if let Some((date, time)) = text.split_at_checked(10)
            && time.starts_with(['T', ' '])
            && time.get(1..).is_some_and(|time| time.starts_with(|c: char| c.is_ascii_digit()))
            && let Some(date) = kept(date)
        {
            return Ok(date);
        }
        match words(&text).as_slice() {
            [year, month, day] if is_year(year) => Self::from_parts(day, month, year),
            [month, day, year] if month_by_name(month).is_some() && day_number(day).is_some() => {
                Self::from_parts(day, month, year)
            }
            [day, month, year] => Self::from_parts(day, month, year),
            [digits] if digits.len() == 8 && all_digits(digits) => of_eight_digits(digits),
            _ => Err(not_real(DateParts::NONE)),
        }
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = |[day, month, year]: [&str; 3]| Self::from_parts(day, month, year);
        deserializer.deserialize_newtype_struct(DATE, PartsVisitor { read, sample: || Self::new(2000, 1, 28) })
    }
}

/// The names under which serde, and so a form, knows the types.
pub(crate) const DATE: &str = "townhall::Date";
pub(crate) const MONTH_AND_YEAR: &str = "townhall::MonthAndYear";

/// Reads a date from a text, or from the parts that a form has.
struct PartsVisitor<T> {
    read: fn([&str; 3]) -> Result<T, ValueError>,
    sample: fn() -> Result<T, ValueError>,
}

impl<'de, T: FromStr<Err = ValueError>> Visitor<'de> for PartsVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date such as 2026-03-27")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<T, E> {
        if bytes == SAMPLE {
            (self.sample)().map_err(E::custom)
        } else {
            Err(E::invalid_type(de::Unexpected::Bytes(bytes), &self))
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let (mut day, mut month, mut year) = (String::new(), String::new(), String::new());
        while let Some((part, value)) = map.next_entry::<String, String>()? {
            match part.as_str() {
                "day" => day = value,
                "month" => month = value,
                _ => year = value,
            }
        }
        (self.read)([&day, &month, &year]).map_err(de::Error::custom)
    }
}

/// A month of a year, where nobody knows or needs the day: an expiry date, when somebody moved in.
///
/// Codes, parts and what is accepted are those of [`Date`]. As text it is `2026-03`.
///
/// ```
/// use townhall::values::MonthAndYear;
///
/// let expiry = MonthAndYear::from_parts("Medi", "2026")?;
/// assert_eq!(expiry.to_string(), "2026-09");
/// # Ok::<(), townhall::values::ValueError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthAndYear {
    year: i16,
    month: i8,
}

impl MonthAndYear {
    /// A month (1 to 12) of a year.
    ///
    /// # Errors
    ///
    /// `not-real` if there is no such month, or the year is not between 1000 and 9999.
    pub fn new(year: i16, month: i8) -> Result<Self, ValueError> {
        if !(1..=12).contains(&month) {
            return Err(not_real(DateParts::MONTH));
        }
        Date::new(year, month, 1).map(|_| Self { year, month })
    }

    /// Reads what was typed into the two boxes.
    ///
    /// # Errors
    ///
    /// As [`Date`], without a day.
    pub fn from_parts(month: &str, year: &str) -> Result<Self, ValueError> {
        if let Some(typed) = pasted([month, year]) {
            return typed.parse();
        }
        match (is_blank(month), is_blank(year)) {
            (true, true) => return Err(ValueError::empty()),
            (true, false) => return Err(ValueError::new("missing-month").in_parts(DateParts::MONTH)),
            (false, true) => return Err(ValueError::new("missing-year").in_parts(DateParts::YEAR)),
            (false, false) => {}
        }
        match (month_number(month), year_number(year)) {
            (Some(month), Year::Is(year)) => Self::new(year, month),
            (Some(_), Year::Short) => Err(short_year()),
            (Some(_), Year::Wrong) => Err(not_real(DateParts::YEAR)),
            (None, Year::Is(_)) => Err(not_real(DateParts::MONTH)),
            (None, _) => Err(not_real(DateParts::NONE)),
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.month
    }

    /// As it is written in a sentence: "March 2026".
    #[must_use]
    pub fn to_text(self, locale: &Locale) -> String {
        locale.month_and_year(self.year, self.month)
    }
}

impl fmt::Display for MonthAndYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for MonthAndYear {
    type Err = ValueError;

    /// Reads `2026-03`, `March 2026` or `3/2026`.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let text = tidy_digits(text);
        match words(&text).as_slice() {
            [] => Err(ValueError::empty()),
            [year, month] if is_year(year) => Self::from_parts(month, year),
            [month, year] => Self::from_parts(month, year),
            _ => Err(not_real(DateParts::NONE)),
        }
    }
}

impl Serialize for MonthAndYear {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MonthAndYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = |[_, month, year]: [&str; 3]| Self::from_parts(month, year);
        deserializer.deserialize_newtype_struct(MONTH_AND_YEAR, PartsVisitor { read, sample: || Self::new(2000, 1) })
    }
}

fn not_real(parts: DateParts) -> ValueError {
    ValueError::new("not-real").in_parts(parts)
}

fn short_year() -> ValueError {
    ValueError::new("short-year").in_parts(DateParts::YEAR)
}

/// The words of a date: what stands between spaces, slashes, hyphens and full stops, without the names of weekdays and the little words
/// of a spoken date.
fn words(text: &str) -> Vec<&str> {
    let is_separator = |c: char| !c.is_alphanumeric() && !is_mark(c);
    let words = text.split(is_separator).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.filter(|word| !LITTLE_WORDS.contains(&word.to_lowercase().as_str())).collect();
    // "Mawrth" is March and Tuesday.
    match words.as_slice() {
        [weekday, rest @ ..] if rest.len() >= 3 && is_weekday(weekday) => rest.to_vec(),
        _ => words,
    }
}

/// What is said beside day, month and year, in English and Welsh.
const LITTLE_WORDS: [&str; 9] = ["of", "the", "o", "y", "mis", "fis", "dydd", "ddydd", "on"];

/// Weekdays by name, in English and Welsh, long and short.
fn is_weekday(word: &str) -> bool {
    const NAMES: [&str; 27] = [
        "monday",
        "mon",
        "llun",
        "tuesday",
        "tue",
        "tues",
        "mawrth",
        "maw",
        "wednesday",
        "wed",
        "mercher",
        "mer",
        "thursday",
        "thu",
        "thur",
        "thurs",
        "iau",
        "friday",
        "fri",
        "gwener",
        "gwe",
        "saturday",
        "sat",
        "sadwrn",
        "sad",
        "sunday",
        "sun",
    ];
    let word = word.to_lowercase();
    NAMES.contains(&word.as_str()) || word == "sul"
}

/// A whole date that was pasted into one of several boxes, or split over too few of them: the others are blank.
fn pasted<const N: usize>(parts: [&str; N]) -> Option<String> {
    if !parts.iter().any(|part| is_blank(part)) {
        return None;
    }
    let filled: Vec<&str> = parts.into_iter().filter(|part| !is_blank(part)).collect();
    let text = filled.iter().map(|part| tidy_digits(part)).collect::<Vec<_>>().join(" ");
    let found = words(&text);
    let is_compact = N == 3 && matches!(found.as_slice(), [digits] if digits.len() == 8 && all_digits(digits));
    let has_time = N == 3 && found.len() > N && kept(text.get(..10).unwrap_or_default()).is_some();
    (found.len() == N || is_compact || has_time).then_some(text)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && all_digits(word)
}

/// A date without separators: `27032026` or `20260327`, if only one of them is a date.
fn of_eight_digits(digits: &str) -> Result<Date, ValueError> {
    let part = |range| digits.get(range).unwrap_or_default();
    let day_first = Date::from_parts(part(0..2), part(2..4), part(4..8));
    let year_first = Date::from_parts(part(6..8), part(4..6), part(0..4));
    match (day_first, year_first) {
        (Ok(date), Err(_)) | (Err(_), Ok(date)) => Ok(date),
        (Ok(date), Ok(other)) if date == other => Ok(date),
        _ => Err(not_real(DateParts::NONE)),
    }
}

/// What was typed into one box, in small letters, without punctuation and spaces around it.
fn part(text: &str) -> String {
    let text = tidy_digits(text).to_lowercase();
    let is_kept = |c: char| c.is_alphanumeric() || is_mark(c) || matches!(c, '-' | '+' | '\u{2212}' | '\u{2013}');
    text.trim_matches(|c| !is_kept(c)).to_owned()
}

/// A day from 1 to 31, with or without the ending of a counted day: "27", "27th", "27ain".
fn day_number(text: &str) -> Option<i8> {
    let text = part(text);
    let digits = text.trim_end_matches(|letter: char| letter.is_alphabetic());
    let ending = text.get(digits.len()..)?;
    let digits = digits.trim_end();
    let known = ["", "st", "nd", "rd", "th", "af", "il", "ydd", "ed", "fed", "eg", "ain"].contains(&ending);
    let day = if known && digits.len() <= 2 && all_digits(digits) { digits.parse().ok()? } else { return None };
    (1..=31).contains(&day).then_some(day)
}

/// A date as it is kept, `2026-03-27`, if it is one.
fn kept(text: &str) -> Option<Date> {
    let &[_, _, _, _, b'-', _, _, b'-', _, _] = text.as_bytes() else { return None };
    let date: civil::Date = text.parse().ok()?;
    Date::new(date.year(), date.month(), date.day()).ok()
}

enum Year {
    Is(i16),
    Short,
    Wrong,
}

fn year_number(text: &str) -> Year {
    let text = part(text);
    match text.parse() {
        Ok(year) if all_digits(&text) && text.len() == 4 && year >= 1000 => Year::Is(year),
        Ok(_) if all_digits(&text) && text.len() < 4 => Year::Short,
        _ => Year::Wrong,
    }
}

/// The months by name: English, Welsh with the forms it takes in a sentence, short forms, and common misspellings.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "ionawr", "ion", "ionor", "janurary", "januray"],
    &["february", "feb", "chwefror", "chwef", "chw", "chwe", "chwefor", "febuary", "feburary"],
    &["march", "mar", "mawrth", "maw", "fawrth", "mawrh"],
    &["april", "apr", "ebrill", "ebr", "ebril", "aprill"],
    &["may", "mai", "fai"],
    &["june", "jun", "mehefin", "meh", "fehefin", "mehefyn"],
    &["july", "jul", "gorffennaf", "gorff", "gor", "orffennaf", "ngorffennaf", "gorffenaf", "gorfennaf"],
    &["august", "aug", "awst", "aws", "agust"],
    &["september", "sep", "sept", "medi", "med", "fedi", "setember"],
    &["october", "oct", "hydref", "hyd", "hydre"],
    &["november", "nov", "tachwedd", "tach", "tac", "dachwedd", "nhachwedd", "thachwedd", "tachwed", "novemeber"],
    &["december", "dec", "rhagfyr", "rhag", "rha", "ragfyr", "rhagfir", "decemeber"],
];

/// What stands before a month in Welsh: in, of, the month of.
const BEFORE_MONTHS: [&str; 7] = ["mis", "fis", "o", "ym", "yn", "yng", "i"];

/// A month from 1 to 12, by number or by name, with or without "mis", "o" or "ym" before it.
fn month_number(text: &str) -> Option<i8> {
    let text = part(text);
    if all_digits(&text) {
        let month = if text.len() <= 2 { text.parse().ok()? } else { return None };
        return (1..=12).contains(&month).then_some(month);
    }
    month_by_name(&text)
}

/// A month from 1 to 12 by its name.
fn month_by_name(text: &str) -> Option<i8> {
    let text = text.to_lowercase().replace('.', "");
    let mut words = text.split_whitespace().skip_while(|word| BEFORE_MONTHS.contains(word));
    let (Some(name), None) = (words.next(), words.next()) else { return None };
    let at = MONTHS.iter().position(|names| names.contains(&name))?;
    i8::try_from(at + 1).ok()
}

// A date of birth is an answer like any other: not for logs.
crate::markup::opaque_debug! { Date, MonthAndYear }
