//! The JSON Schema of each value, in its canonical form: what systems get that receive answers.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{
    AccountNumber, CompanyNumber, Date, DecimalNumber, EmailAddress, FullName, Money, MoneyWithPence, MonthAndYear,
    NationalInsuranceNumber, NhsNumber, OneTimeCode, OutwardPostcode, Password, PhoneNumber, Postcode, RollNumber,
    SortCode, Text, UploadedFile, VatNumber, VehicleRegistration, WholeNumber, WholePounds,
};

/// A text that follows a pattern.
fn pattern(about: &str, pattern: &str) -> Schema {
    json_schema!({ "type": "string", "description": about, "pattern": pattern })
}

/// A text of a length, in characters.
fn length(about: &str, most: usize) -> Schema {
    json_schema!({ "type": "string", "description": about, "minLength": 1, "maxLength": most })
}

macro_rules! schemas {
    ($([$($generics:tt)*] $type:ty, $name:expr, $schema:expr;)*) => {$(
        impl<$($generics)*> JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn schema_id() -> Cow<'static, str> {
                format!("townhall::{}", $name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

const OUTWARD: &str = "[A-Z]{1,2}[0-9][A-Z0-9]?";
const POUNDS: &str = "^-?[0-9]+\\.[0-9]{2}$";

schemas! {
    [] FullName, "FullName", length("A full name, as it was typed", 200);
    [const MAX: usize] Text<MAX>, format!("Text{MAX}"), length("A text, as it was typed", MAX);
    [] EmailAddress, "EmailAddress", json_schema!({
        "type": "string", "description": "An email address", "format": "idn-email", "maxLength": 254,
    });
    [] PhoneNumber, "PhoneNumber", json_schema!({
        "type": "string", "description": "A phone number, as it was typed", "minLength": 1,
    });
    [] Postcode, "Postcode", pattern(
        "A UK postcode", &format!("^({OUTWARD} [0-9][A-Z]{{2}}|GIR 0AA|(ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA) 1ZZ)$"),
    );
    [] OutwardPostcode, "OutwardPostcode", pattern("The first part of a UK postcode", &format!("^{OUTWARD}$"));
    [] NationalInsuranceNumber, "NationalInsuranceNumber", pattern(
        "A National Insurance number",
        "^(QQ|(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z])( [0-9]{2}){3} [A-D]$",
    );
    [] SortCode, "SortCode", pattern("A sort code", "^[0-9]{2}-[0-9]{2}-[0-9]{2}$");
    [] AccountNumber, "AccountNumber", pattern("A bank account number", "^[0-9]{6,8}$");
    [] RollNumber, "RollNumber", pattern("A building society roll number", "^[A-Za-z0-9 ./-]{1,18}$");
    [] VehicleRegistration, "VehicleRegistration", pattern(
        "A vehicle registration number", "^([A-Z]{2}[0-9]{2} [A-Z]{3}|[A-Z0-9]{2,7})$",
    );
    [] NhsNumber, "NhsNumber", pattern("An NHS number", "^[0-9]{3} [0-9]{3} [0-9]{4}$");
    [] CompanyNumber, "CompanyNumber", pattern("A company number", "^(?=.{8}$)([A-Z]{2}|R)?[0-9]+R?$");
    [] VatNumber, "VatNumber", pattern(
        "A UK VAT registration number", "^(GB|XI) [0-9]{3} [0-9]{4} [0-9]{2}( [0-9]{3})?$",
    );
    [const DIGITS: usize] OneTimeCode<DIGITS>, format!("OneTimeCode{DIGITS}"), pattern(
        "A security code", &format!("^[0-9]{{{DIGITS}}}$"),
    );
    [] Password, "Password", json_schema!({
        "type": "string", "description": "Empty: a password is not passed on", "const": "",
    });
    [const MIN: i64, const MAX: i64] WholeNumber<MIN, MAX>, format!("WholeNumber{MIN}To{MAX}"), pattern(
        &format!("A whole number from {MIN} to {MAX}, as text"), "^-?[0-9]+$",
    );
    [const PLACES: usize] DecimalNumber<PLACES>, format!("DecimalNumber{PLACES}"), pattern(
        &format!("A number with up to {PLACES} decimal places, as text"), "^-?[0-9]+(\\.[0-9]+)?$",
    );
    [] Money, "Money", pattern("An amount of pounds, with pence", POUNDS);
    [] MoneyWithPence, "MoneyWithPence", pattern("An amount of pounds, with pence", POUNDS);
    [] WholePounds, "WholePounds", pattern("An amount of whole pounds", "^-?[0-9]+$");
    [] Date, "Date", json_schema!({ "type": "string", "description": "A date", "format": "date" });
    [] MonthAndYear, "MonthAndYear", pattern("A month of a year", "^[0-9]{4}-(0[1-9]|1[0-2])$");
    [] UploadedFile, "UploadedFile", json_schema!({
        "type": "object",
        "description": "A file: its key, its type, its size in bytes, and the name that it had",
        "properties": {
            "key": { "type": "string", "pattern": "^[A-Za-z0-9_-]+$" },
            "type": { "type": "string", "pattern": "^[A-Z]+$" },
            "size": { "type": "integer", "minimum": 0 },
            "name": { "type": "string" },
        },
        "required": ["key", "type", "size", "name"],
    });
}
