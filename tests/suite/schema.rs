//! The JSON Schema of each value fits what serde writes, and nothing else that looks like it.

use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use townhall::values::{
    AccountNumber, CompanyNumber, Date, DecimalNumber, EmailAddress, FileType, FullName, Money, MoneyWithPence,
    MonthAndYear, NationalInsuranceNumber, NhsNumber, OneTimeCode, OutwardPostcode, PhoneNumber, Postcode, RollNumber,
    SortCode, Text, UkAddress, UploadedFile, VatNumber, VehicleRegistration, WholeNumber, WholePounds,
};

/// What people type, and the canonical form of it; and what is none.
fn fits<T: JsonSchema + Serialize + DeserializeOwned>(typed: &[&str], others: &[&str]) {
    let schema = serde_json::to_value(schema_for!(T)).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    for text in typed {
        let value: T = serde_json::from_value(json!(text)).unwrap_or_else(|error| panic!("{text}: {error}"));
        let written = serde_json::to_value(&value).unwrap();
        assert!(validator.is_valid(&written), "{written} does not fit {schema}");
    }
    for other in others {
        assert!(!validator.is_valid(&json!(other)), "{other} fits {schema}");
    }
    for other in [json!(1), json!(null), json!({}), json!([])] {
        assert!(!validator.is_valid(&other), "{other} fits {schema}");
    }
}

#[test]
fn every_value_fits_its_schema() {
    fits::<FullName>(&["Siân D’Arcy", "X"], &["", &"x".repeat(201)]);
    fits::<Text<5>>(&["x", "ééééé"], &["", "xxxxxx"]);
    fits::<EmailAddress>(&["sam@example.com", "siân@example.wales"], &[&"x".repeat(255)]);
    fits::<PhoneNumber>(&["07700 900 982", "+44 808 157 0192 ext 3"], &[""]);
    let postcodes =
        ["sw1a1aa", "M1 1AE", "nb1 4ab", "EC1A1BB", "W1P 1HQ", "gir 0aa", "ASCN 1ZZ", "CR2 6XH", "DN55 1PT"];
    fits::<Postcode>(&postcodes, &["sw1a 1aa", "SW1A1AA", "SW1A 1AAA", "12 3AB"]);
    fits::<OutwardPostcode>(&["sw1a", "M1", "EC1A"], &["SW1A 1AA", "A", "1A"]);
    fits::<NationalInsuranceNumber>(&["qq123456c"], &["QQ123456C", "QQ 12 34 56 E"]);
    fits::<SortCode>(&["309430"], &["309430", "30-94-3"]);
    fits::<AccountNumber>(&["00733445", "123456"], &["12345", "123456789"]);
    fits::<RollNumber>(&["A/12.3-4", "B 1"], &["", &"1".repeat(19), "a_b"]);
    fits::<VehicleRegistration>(&["ab51abc", "A 1", "q123 abc"], &["AB51ABCD", "ab51 abc", "A"]);
    fits::<NhsNumber>(&["9434765919"], &["9434765919", "943 476 591"]);
    fits::<CompanyNumber>(&["1234567", "SC123456", "R0000001", "IP12345R"], &["123456789", "ABC12345"]);
    fits::<VatNumber>(&["123456782", "GB 123 4567 82 001"], &["123456782", "FR 123 4567 82"]);
    fits::<OneTimeCode<5>>(&["12 345"], &["1234", "123456"]);
    fits::<WholeNumber<1, 1_000>>(&["1,000", "007"], &["1,000", "1.5", ""]);
    fits::<WholeNumber<-50, 50>>(&["-7", "−50"], &["+7"]);
    fits::<DecimalNumber<2>>(&["1.80", "-0.5", "3"], &["1,80", "."]);
    fits::<Money>(&["£1,234.50", "12"], &["£12.00", "12"]);
    fits::<MoneyWithPence>(&["12.34"], &["12.3"]);
    fits::<WholePounds>(&["£1,200"], &["1200.00"]);
    fits::<Date>(&["2026-09-27"], &["27/9/2026", "2026-02-30"]);
    fits::<MonthAndYear>(&["2026-09"], &["2026-13", "9-2026"]);
}

#[test]
fn a_file_fits_its_schema() {
    let schema = serde_json::to_value(schema_for!(UploadedFile)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let file = UploadedFile::new("0f", FileType::Pdf, 12, "a letter.pdf").unwrap();
    let json = serde_json::to_value(&file).unwrap();
    assert_eq!(json, json!({ "key": "0f", "type": "PDF", "size": 12, "name": "a letter.pdf" }));
    assert!(validator.is_valid(&json));
    for wrong in [
        json!("0f/PDF/12/a letter.pdf"),
        json!({ "key": "0f" }),
        json!({ "key": "../x", "type": "PDF", "size": 1, "name": "" }),
    ] {
        assert!(!validator.is_valid(&wrong) && serde_json::from_value::<UploadedFile>(wrong).is_err());
    }
}

#[test]
fn an_address_has_its_parts() {
    let schema = serde_json::to_value(schema_for!(UkAddress)).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let address: Value = json!({
        "line_1": "1 High Street", "line_2": null, "town": "Northbridge", "county": null, "postcode": "NB1 4AB",
    });
    let read: UkAddress = serde_json::from_value(address.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), address);
    assert!(validator.is_valid(&address));
    for (part, wrong) in [("town", json!(null)), ("postcode", json!("x")), ("line_1", json!(""))] {
        let mut address = address.clone();
        address[part] = wrong;
        assert!(!validator.is_valid(&address), "{address}");
    }
}
