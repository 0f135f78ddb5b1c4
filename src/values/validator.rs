//! [validator](https://docs.rs/validator)'s own rules on the types of this room: `length`, `contains`, `regex` and the others about
//! texts, `range` about numbers.
//!
//! `required` holds for each of them, because none can be blank; it is of use on an `Option`.

use std::borrow::Cow;

use validator::{
    AsRegex, ValidateContains, ValidateEmail, ValidateLength, ValidateRange, ValidateRegex, ValidateRequired,
    ValidateUrl,
};

use super::{
    AccountNumber, CompanyNumber, Date, DecimalNumber, EmailAddress, FullName, Money, MoneyWithPence, MonthAndYear,
    NationalInsuranceNumber, NhsNumber, OneTimeCode, OutwardPostcode, Password, PhoneNumber, Postcode, RollNumber,
    SortCode, Text, UkAddress, UploadedFile, VatNumber, VehicleRegistration, WholeNumber, WholePounds,
};

macro_rules! text_rules {
    ($([$($generics:tt)*] $type:ty),* $(,)?) => {$(
        impl<$($generics)*> ValidateLength<u64> for $type {
            fn length(&self) -> Option<u64> {
                self.as_str().length()
            }
        }

        impl<$($generics)*> ValidateContains for $type {
            fn validate_contains(&self, needle: &str) -> bool {
                self.as_str().contains(needle)
            }
        }

        impl<$($generics)*> ValidateRegex for $type {
            fn validate_regex(&self, regex: impl AsRegex) -> bool {
                self.as_str().validate_regex(regex)
            }
        }

        impl<$($generics)*> ValidateEmail for $type {
            fn as_email_string(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Borrowed(self.as_str()))
            }
        }

        impl<$($generics)*> ValidateUrl for $type {
            fn as_url_string(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Borrowed(self.as_str()))
            }
        }
    )*};
}

text_rules! {
    [const MAX: usize] Text<MAX>,
    [] AccountNumber, [] CompanyNumber, [] EmailAddress, [] FullName, [] NationalInsuranceNumber, [] NhsNumber,
    [] OutwardPostcode, [] PhoneNumber, [] Postcode, [] RollNumber, [] SortCode, [] VatNumber, [] VehicleRegistration,
}

macro_rules! always_there {
    ($([$($generics:tt)*] $type:ty),* $(,)?) => {$(
        impl<$($generics)*> ValidateRequired for $type {
            fn is_some(&self) -> bool {
                true
            }
        }
    )*};
}

always_there! {
    [const MAX: usize] Text<MAX>, [const MIN: i64, const MAX: i64] WholeNumber<MIN, MAX>,
    [const PLACES: usize] DecimalNumber<PLACES>, [const LENGTH: usize] OneTimeCode<LENGTH>,
    [] AccountNumber, [] CompanyNumber, [] Date, [] EmailAddress, [] FullName, [] Money, [] MoneyWithPence, [] MonthAndYear,
    [] NationalInsuranceNumber, [] NhsNumber, [] OutwardPostcode, [] Password, [] PhoneNumber, [] Postcode, [] RollNumber,
    [] SortCode, [] UkAddress, [] UploadedFile, [] VatNumber, [] VehicleRegistration, [] WholePounds,
}

impl<const MIN: i64, const MAX: i64> ValidateRange<i64> for WholeNumber<MIN, MAX> {
    fn greater_than(&self, max: i64) -> Option<bool> {
        Some(self.get() > max)
    }

    fn less_than(&self, min: i64) -> Option<bool> {
        Some(self.get() < min)
    }
}

/// A number that is kept as a whole number of parts, with bounds in whole ones (`range(max = 250)`) or with a decimal point
/// (`range(max = 2.5)`).
macro_rules! in_parts {
    ($([$($generics:tt)*] $type:ty, $get:ident, $parts:expr;)*) => {$(
        impl<$($generics)*> ValidateRange<i64> for $type {
            fn greater_than(&self, max: i64) -> Option<bool> {
                Some(i128::from(self.$get()) > i128::from(max) * i128::from($parts))
            }

            fn less_than(&self, min: i64) -> Option<bool> {
                Some(i128::from(self.$get()) < i128::from(min) * i128::from($parts))
            }
        }

        impl<$($generics)*> ValidateRange<f64> for $type {
            fn greater_than(&self, max: f64) -> Option<bool> {
                Some(quotient(self.$get(), $parts) > max)
            }

            fn less_than(&self, min: f64) -> Option<bool> {
                Some(quotient(self.$get(), $parts) < min)
            }
        }
    )*};
}

in_parts! {
    [const PLACES: usize] DecimalNumber<PLACES>, scaled, power_of_ten(PLACES);
    [] Money, pence, 100_i64;
    [] MoneyWithPence, pence, 100_i64;
    [] WholePounds, pence, 100_i64;
}

/// The nearest number to the quotient, which is the one that a literal of the same number is.
#[allow(clippy::cast_precision_loss, reason = "no value of this room has more than 15 digits")]
fn quotient(number: i64, parts: i64) -> f64 {
    number as f64 / parts as f64
}

fn power_of_ten(places: usize) -> i64 {
    let exponent = u32::try_from(places).unwrap_or(u32::MAX);
    10_i64.checked_pow(exponent).unwrap_or(i64::MAX)
}
