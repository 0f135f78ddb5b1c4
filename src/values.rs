//! What people type: dates, postcodes, phone numbers, money. Each is read with tolerance, has one canonical form, and says
//! exactly what is wrong.
//!
//! | type | accepts, for example | canonical |
//! | --- | --- | --- |
//! | [`Date`], [`MonthAndYear`] | `27`, `Medi`, `2026` in boxes | `2026-09-27` |
//! | [`FullName`], [`Text`] | anything up to a length | as typed |
//! | [`EmailAddress`] | ` <sam@example.com>, ` | `sam@example.com` |
//! | [`PhoneNumber`] | `(01632) 960 001`, `+44 808 157 0192 ext 3` | as typed |
//! | [`Postcode`], [`OutwardPostcode`] | `sw1a-1aa` | `SW1A 1AA` |
//! | [`UkAddress`] | lines, town, county, postcode | a struct |
//! | [`NationalInsuranceNumber`] | `qq123456c` | `QQ 12 34 56 C` |
//! | [`SortCode`], [`AccountNumber`], [`RollNumber`] | `30 94 30` | `30-94-30` |
//! | [`Money`], [`MoneyWithPence`], [`WholePounds`] | `£1,234.50`, `50p` | `1234.50` |
//! | [`WholeNumber`], [`DecimalNumber`] | `1,200`, `30.00` | `1200` |
//! | [`VehicleRegistration`] | `ab51abc` | `AB51 ABC` |
//! | [`NhsNumber`], [`CompanyNumber`], [`VatNumber`] | `943-476-5919` | `943 476 5919` |
//! | [`OneTimeCode`] | `12 345` | `12345` |
//! | [`UploadedFile`] | a file, checked by its first bytes | a map of its key, type, size and name |
//! | [`Password`] | anything from 8 characters | never shown |
//!
//! In all of them invisible characters and space at the ends do not count. In codes and numbers spaces, hyphens, dashes,
//! brackets, full stops and other pasted punctuation do not count either
//! ([validation](https://design-system.service.gov.uk/patterns/validation/)).
//!
//! Every type goes both ways through serde, and [`ValueError`] has the codes.
#![cfg_attr(
    feature = "schema",
    doc = "\n\
    Every type has its [JSON Schema](https://json-schema.org): derive `schemars::JsonSchema` for your answers, and give the schema to \
    those who receive them.\n\
    \n\
    ```\n\
    use schemars::JsonSchema;\n\
    use serde::{Deserialize, Serialize};\n\
    use townhall::values::{Date, FullName};\n\
    \n\
    #[derive(Serialize, Deserialize, JsonSchema)]\n\
    struct AboutYou { full_name: FullName, date_of_birth: Date }\n\
    \n\
    let schema = schemars::schema_for!(AboutYou);\n\
    assert_eq!(schema.pointer(\"/$defs/Date/format\"), Some(&\"date\".into()));\n\
    ```"
)]

mod codes;
mod date;
mod error;
mod file_name;
mod file_type;
mod hints;
pub(crate) mod number;
mod numbers;
mod password;
#[cfg(feature = "schema")]
mod schema;
pub(crate) mod text_value;
mod texts;
pub(crate) mod tidy;
mod uk_address;
mod uploaded_file;
mod validator;

pub use codes::{
    AccountNumber, CompanyNumber, NationalInsuranceNumber, NhsNumber, OneTimeCode, OutwardPostcode, Postcode,
    RollNumber, SortCode, VatNumber, VehicleRegistration,
};
pub(crate) use date::{DATE, MONTH_AND_YEAR};
pub use date::{Date, MonthAndYear};
pub(crate) use error::MESSAGE;
pub use error::{DateParts, ErrorArgument, ValueError};
pub use file_type::FileType;
pub use hints::Hints;
#[cfg(feature = "journey")]
pub(crate) use numbers::money_text;
pub use numbers::{DecimalNumber, Money, MoneyWithPence, WholeNumber, WholePounds};
pub(crate) use numbers::{amount, beyond_the_type, decimal_number, whole_number};
pub use password::Password;
pub(crate) use text_value::SAMPLE;
pub use texts::{EmailAddress, FullName, PhoneNumber, Text};
pub use uk_address::UkAddress;
pub(crate) use uploaded_file::FILE;
pub use uploaded_file::UploadedFile;

/// What a type of this room asks of its control, by the name under which serde knows it.
pub(crate) fn hints_of(serde_name: &str) -> Hints {
    let (text, code, number) = (Hints::TEXT, Hints::CODE, Hints::NUMBER);
    let spaced = "govuk-input--width-10 govuk-input--extra-letter-spacing";
    match serde_name.strip_prefix("townhall::").unwrap_or_default() {
        "FullName" => Hints { autocomplete: Some("name"), spellcheck: Some(false), ..text },
        "EmailAddress" => Hints { input_type: "email", autocomplete: Some("email"), ..code },
        "PhoneNumber" => Hints {
            input_type: "tel",
            autocomplete: Some("tel"),
            classes: "govuk-input--width-20",
            left_to_right: true,
            ..text
        },
        "Postcode" => {
            Hints { autocomplete: Some("postal-code"), classes: "govuk-input--width-10", left_to_right: true, ..text }
        }
        "OutwardPostcode" => Hints { classes: "govuk-input--width-5", ..code },
        "NationalInsuranceNumber" | "NhsNumber" | "VatNumber" | "RollNumber" | "CompanyNumber" => {
            Hints { classes: spaced, ..code }
        }
        "SortCode" => Hints {
            inputmode: Some("numeric"),
            classes: "govuk-input--width-5 govuk-input--extra-letter-spacing",
            ..code
        },
        "AccountNumber" => Hints { inputmode: Some("numeric"), classes: spaced, ..code },
        "VehicleRegistration" => Hints { classes: "govuk-input--width-10", ..code },
        "OneTimeCode" => Hints {
            inputmode: Some("numeric"),
            autocomplete: Some("one-time-code"),
            classes: "govuk-input--width-4 govuk-input--extra-letter-spacing",
            ..code
        },
        "Money" | "MoneyWithPence" => Hints { inputmode: Some("decimal"), ..pounds() },
        "WholePounds" => Hints { inputmode: Some("numeric"), ..pounds() },
        "WholeNumber" => Hints { classes: "govuk-input--width-5", ..number },
        "DecimalNumber" => Hints { inputmode: Some("decimal"), classes: "govuk-input--width-5", ..number },
        _ => text,
    }
}

/// What is wrong with a text as a type of this room, by the name under which serde knows the type. Nothing is said of types whose
/// names do not tell their limits.
pub(crate) fn error_of(serde_name: &str, text: &str) -> Option<ValueError> {
    macro_rules! one_of {
        ($($type:ident)*) => {
            match serde_name.strip_prefix("townhall::")? {
                $(stringify!($type) => $type::parse(text).err(),)*
                _ => None,
            }
        };
    }
    one_of! {
        FullName EmailAddress PhoneNumber Postcode OutwardPostcode NationalInsuranceNumber SortCode AccountNumber RollNumber
        VehicleRegistration NhsNumber CompanyNumber VatNumber Money MoneyWithPence WholePounds Password
    }
}

fn pounds() -> Hints {
    Hints { classes: "govuk-input--width-5", prefix: "£", spellcheck: Some(false), ..Hints::NUMBER }
}
