//! What is typed into one field, pasted, dictated or filled in by a browser: the exact answer, or the exact sentence in English and Welsh.

use serde::{Deserialize, Serialize};
use townhall::form::{ContentCheck, Count, Field, Fields, Form, FormData, Question, rules};
use townhall::language::{Argument, Languages, Locale};
use townhall::values::{
    AccountNumber, CompanyNumber, Date, DecimalNumber, EmailAddress, FullName, Money, MoneyWithPence, MonthAndYear,
    NationalInsuranceNumber, NhsNumber, OneTimeCode, PhoneNumber, Postcode, RollNumber, SortCode, Text, ValueError,
    VatNumber, VehicleRegistration, WholeNumber, WholePounds,
};
use validator::Validate;

/// A question of one field, `answer`, with what it is called in English and Welsh.
macro_rules! question {
    ($name:ident, $(#[$rule:meta])* $type:ty, $label:literal, $it:literal, $welsh_it:literal $(, $fields:expr)?) => {
        #[derive(Debug, Serialize, Deserialize, Validate)]
        struct $name {
            $(#[$rule])*
            answer: $type,
        }

        impl Question for $name {
            const NAME: &'static str = "q";

            $(fn fields() -> Fields {
                Fields::new().field("answer", $fields)
            })?
        }

        impl Asked for $name {
            const LABEL: &'static str = $label;
            const IT: &'static str = $it;
            const WELSH_IT: &'static str = $welsh_it;
        }
    };
}

trait Asked: Question + std::fmt::Debug {
    const LABEL: &'static str;
    const IT: &'static str;
    const WELSH_IT: &'static str;
}

fn languages<Q: Asked>() -> Languages {
    let english = format!("q-answer = {}\n    .it = {}\n    .option-none = None of these\n", Q::LABEL, Q::IT);
    let welsh = format!("q-answer = {0}\n    .it = {0}\n    .option-none = Dim un o’r rhain\n", Q::WELSH_IT);
    Languages::builder().file("en", "en.ftl", english).file("cy", "cy.ftl", welsh).build().unwrap()
}

/// The answer as systems get it: a text, or the JSON of it.
fn answer<Q: Asked>(answers: &Q) -> String {
    let json = serde_json::to_value(answers).unwrap();
    match &json["answer"] {
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn sent(pairs: &[(&str, &str)]) -> FormData {
    pairs.iter().map(|(part, value)| (format!("answer{part}"), *value)).collect()
}

fn check<Q: Asked>(data: FormData, about: &str, expected: Result<&str, (&str, &str)>, languages: &Languages) {
    match (Form::<Q>::submit(data), expected) {
        (Ok(answers), Ok(expected)) => assert_eq!(answer(&answers), expected, "{about}"),
        (Err(form), Err((english, welsh))) => {
            assert_eq!(form.error_texts(languages.get("en").unwrap()), [english], "{about}");
            assert_eq!(form.error_texts(languages.get("cy").unwrap()), [welsh], "{about}");
        }
        (Ok(answers), Err((english, _))) => panic!("{about} is read as {}, not: {english}", answer(&answers)),
        (Err(form), Ok(expected)) => {
            panic!("{about} is not read as {expected}: {:?}", form.error_texts(languages.get("en").unwrap()))
        }
    }
}

/// Rows of what is typed and what it is.
fn reads<Q: Asked>(rows: &[(&str, &str)]) {
    let languages = languages::<Q>();
    for (typed, expected) in rows {
        check::<Q>(sent(&[("", typed)]), &format!("{typed:?}"), Ok(expected), &languages);
    }
}

/// Rows of what is typed and what is said, in English and Welsh.
fn says<Q: Asked>(rows: &[(&str, &str, &str)]) {
    let languages = languages::<Q>();
    for (typed, english, welsh) in rows {
        check::<Q>(sent(&[("", typed)]), &format!("{typed:?}"), Err((english, welsh)), &languages);
    }
}

const UNCLEAR: (&str, &str) = (
    "Rent must have a full stop before any pence, and commas only between thousands",
    "Rhaid i’r rhent gael atalnod llawn cyn unrhyw geiniogau, a chomas rhwng miloedd yn unig",
);

#[test]
fn money() {
    question!(Rent, Money, "Rent", "your rent", "y rhent");
    reads::<Rent>(&[
        ("12.", "12.00"),
        ("12,", "12.00"),
        ("1,234", "1234.00"),
        ("1,234,567", "1234567.00"),
        ("1,234,567.89", "1234567.89"),
        ("£ 1 234.50", "1234.50"),
        ("１２３４.５０", "1234.50"),
        ("٧٥٫٥٠", "75.50"),
        ("١٬٢٣٤٫٥٠", "1234.50"),
        ("۱۲۳", "123.00"),
        ("১২৩", "123.00"),
        ("12·50", "12.50"),
        ("“£12.50”", "12.50"),
        ("£12.50p", "12.50"),
        ("50 pence", "0.50"),
        ("50 ceiniog", "0.50"),
        ("50c", "0.50"),
        ("12 punt", "12.00"),
        ("12 GBP", "12.00"),
        ("12.50£", "12.50"),
        ("+12", "12.00"),
        ("-0", "0.00"),
        ("12\u{202f}500", "12500.00"),
        ("0.99", "0.99"),
    ]);
    let unclear = [
        "2,50",
        "1,5",
        "7.000",
        "£12.345",
        "1.234,50",
        "1.234.567",
        "1’234.50",
        "1,00,000",
        "0,123",
        "12,34,567",
        "1234,5",
        "٢،٥٠",
    ];
    says::<Rent>(&unclear.map(|typed| (typed, UNCLEAR.0, UNCLEAR.1)));
    says::<Rent>(&[
        ("-7.25", "Rent must be £0 or more", "Rhaid i’r rhent fod yn £0 neu fwy"),
        ("£-7.25", "Rent must be £0 or more", "Rhaid i’r rhent fod yn £0 neu fwy"),
        ("−£5", "Rent must be £0 or more", "Rhaid i’r rhent fod yn £0 neu fwy"),
        ("minus 5", "Rent must be £0 or more", "Rhaid i’r rhent fod yn £0 neu fwy"),
        ("12.5", "Rent must be an amount of money, like 123.45", "Rhaid i’r rhent fod yn swm o arian, fel 123.45"),
        ("1,234.500", "Rent must be an amount of money, like 123.45", "Rhaid i’r rhent fod yn swm o arian, fel 123.45"),
        ("€40", "Rent must be an amount of money, like 123.45", "Rhaid i’r rhent fod yn swm o arian, fel 123.45"),
        ("$40", "Rent must be an amount of money, like 123.45", "Rhaid i’r rhent fod yn swm o arian, fel 123.45"),
        ("1.5k", "Rent must be an amount of money, like 123.45", "Rhaid i’r rhent fod yn swm o arian, fel 123.45"),
        ("(40)", "Rent must be an amount of money, like 123.45", "Rhaid i’r rhent fod yn swm o arian, fel 123.45"),
        ("--5", "Rent must be an amount of money, like 123.45", "Rhaid i’r rhent fod yn swm o arian, fel 123.45"),
        ("1..5", "Rent must be an amount of money, like 123.45", "Rhaid i’r rhent fod yn swm o arian, fel 123.45"),
        ("£5p", "Rent must be an amount of money, like 123.45", "Rhaid i’r rhent fod yn swm o arian, fel 123.45"),
        ("999999999999999999999", "Rent must be a smaller amount", "Rhaid i’r rhent fod yn swm llai"),
        ("\u{3164}", "Enter your rent", "Rhowch y rhent"),
    ]);
    question!(Wage, MoneyWithPence, "Wage", "your wage", "y cyflog");
    reads::<Wage>(&[("12.00.", "12.00"), ("1,200.50", "1200.50"), ("50p", "0.50"), ("１２.５０", "12.50")]);
    says::<Wage>(&[
        (
            "12",
            "Wage must include pence, like 123.45 or 156.00",
            "Rhaid i’r cyflog gynnwys ceiniogau, fel 123.45 neu 156.00",
        ),
        (
            "2,50",
            "Wage must have a full stop before any pence, and commas only between thousands",
            "Rhaid i’r cyflog gael atalnod llawn cyn unrhyw geiniogau, a chomas rhwng miloedd yn unig",
        ),
        ("-2.50", "Wage must be £0 or more", "Rhaid i’r cyflog fod yn £0 neu fwy"),
    ]);
    question!(Savings, WholePounds, "Savings", "your savings", "eich cynilion");
    reads::<Savings>(&[("£1,200.00", "1200"), ("1 200", "1200"), ("12 pounds", "12")]);
    says::<Savings>(&[
        (
            "12.50",
            "Savings must not include pence, like 123 or 156",
            "Ni all eich cynilion gynnwys ceiniogau: rhowch swm fel 123 neu 156",
        ),
        (
            "50p",
            "Savings must not include pence, like 123 or 156",
            "Ni all eich cynilion gynnwys ceiniogau: rhowch swm fel 123 neu 156",
        ),
        ("x", "Savings must be an amount of money, like 123", "Rhaid i’ch cynilion fod yn swm o arian, fel 123"),
        (
            "7.000",
            "Savings must have a full stop before any pence, and commas only between thousands",
            "Rhaid i’ch cynilion gael atalnod llawn cyn unrhyw geiniogau, a chomas rhwng miloedd yn unig",
        ),
    ]);
}

#[test]
fn whole_numbers_of_every_type() {
    question!(
        Pets,
        #[validate(range(min = 2, max = 50))]
        u32,
        "Number of pets",
        "the number of pets",
        "eich nifer"
    );
    reads::<Pets>(&[
        ("2", "2"),
        ("50", "50"),
        ("30.00", "30"),
        ("+7", "7"),
        ("7.", "7"),
        ("٧", "7"),
        ("７", "7"),
        ("৭", "7"),
        ("1 2", "12"),
        ("007", "7"),
    ]);
    let range = ("Number of pets must be between 2 and 50", "Rhaid i’ch nifer fod yn 2 o leiaf ac yn 50 ar y mwyaf");
    says::<Pets>(
        &["-4", "1", "51", "99999999999", "-99999999999999999999999", "1,000"].map(|typed| (typed, range.0, range.1)),
    );
    let unclear = (
        "Number of pets must be a whole number, with commas only between thousands",
        "Rhaid i’ch nifer fod yn rhif cyfan, gyda chomas rhwng miloedd yn unig",
    );
    says::<Pets>(
        &["1,5", "30.000", "1.234", "1,00,000", "1.234.567", "0,123"].map(|typed| (typed, unclear.0, unclear.1)),
    );
    says::<Pets>(&[
        ("2.5", "Number of pets must be a whole number", "Rhaid i’ch nifer fod yn rhif cyfan"),
        ("0.500", "Number of pets must be a whole number", "Rhaid i’ch nifer fod yn rhif cyfan"),
        ("two", "Number of pets must be a number", "Rhaid i’ch nifer fod yn rhif"),
        ("1e1", "Number of pets must be a number", "Rhaid i’ch nifer fod yn rhif"),
        ("5²", "Number of pets must be a number", "Rhaid i’ch nifer fod yn rhif"),
        ("½", "Number of pets must be a number", "Rhaid i’ch nifer fod yn rhif"),
        ("(3)", "Number of pets must be a number", "Rhaid i’ch nifer fod yn rhif"),
    ]);
    question!(Least, u8, "Children", "how many children", "y nifer");
    reads::<Least>(&[("255", "255"), ("0", "0"), ("-0", "0")]);
    says::<Least>(&[
        ("-1", "Children must be 0 or more", "Rhaid i’r nifer fod yn 0 neu fwy"),
        ("256", "Children must be a smaller number", "Rhaid i’r nifer fod yn rhif llai"),
    ]);
    question!(Signed, i8, "Temperature", "the temperature", "y tymheredd");
    reads::<Signed>(&[("-128", "-128"), ("−5", "-5"), ("minws 5", "-5"), ("- 5", "-5")]);
    says::<Signed>(&[
        ("-129", "Temperature must be a larger number", "Rhaid i’r tymheredd fod yn rhif mwy"),
        ("128", "Temperature must be a smaller number", "Rhaid i’r tymheredd fod yn rhif llai"),
    ]);
    question!(Large, u64, "Number", "the number", "y rhif");
    reads::<Large>(&[
        ("18446744073709551615", "18446744073709551615"),
        ("18,446,744,073,709,551,615", "18446744073709551615"),
    ]);
    says::<Large>(&[("18446744073709551616", "Number must be a smaller number", "Rhaid i’r rhif fod yn rhif llai")]);
    question!(Bounded, WholeNumber<1, 120>, "Age", "your age", "eich oedran");
    reads::<Bounded>(&[("40.", "40"), ("４０", "40"), ("120", "120")]);
    says::<Bounded>(&[
        ("-5", "Age must be between 1 and 120", "Rhaid i’ch oedran fod yn 1 o leiaf ac yn 120 ar y mwyaf"),
        (
            "4,0",
            "Age must be a whole number, with commas only between thousands",
            "Rhaid i’ch oedran fod yn rhif cyfan, gyda chomas rhwng miloedd yn unig",
        ),
    ]);
    question!(Unbounded, WholeNumber, "Number", "the number", "y rhif");
    reads::<Unbounded>(&[
        ("9,223,372,036,854,775,807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"),
    ]);
    says::<Unbounded>(&[
        ("9223372036854775808", "Number must be a smaller number", "Rhaid i’r rhif fod yn rhif llai"),
        ("-9223372036854775809", "Number must be a larger number", "Rhaid i’r rhif fod yn rhif mwy"),
    ]);
}

#[test]
fn numbers_of_128_bits() {
    #[derive(Debug, Serialize, Deserialize, Validate)]
    struct Wide {
        answer: u128,
        other: i128,
    }
    impl Question for Wide {
        const NAME: &'static str = "q";
    }
    let data =
        |answer: String, other: String| -> FormData { [("answer", answer), ("other", other)].into_iter().collect() };
    let read = Form::<Wide>::submit(data(u128::MAX.to_string(), i128::MIN.to_string())).unwrap();
    assert_eq!((read.answer, read.other), (u128::MAX, i128::MIN));
    assert_eq!(Form::filled(&read).data().get("other"), Some(i128::MIN.to_string().as_str()));
    let form = Form::<Wide>::submit(data(format!("{}0", u128::MAX), "1,5".to_owned())).unwrap_err();
    let codes: Vec<&str> = form.errors().iter().map(|error| error.error().code()).collect();
    assert_eq!(codes, ["number-too-large", "whole-number-unclear"]);
}

#[test]
fn decimal_numbers_of_every_type() {
    question!(Height, f64, "Height", "your height", "eich taldra");
    reads::<Height>(&[
        ("1.5", "1.5"),
        ("7.000", "7.0"),
        ("1.234", "1.234"),
        ("1,234.5", "1234.5"),
        (".5", "0.5"),
        ("2", "2.0"),
        ("-2.50", "-2.5"),
        ("1.80.", "1.8"),
        ("١٫٥", "1.5"),
        ("1·8", "1.8"),
        ("１.５", "1.5"),
    ]);
    let unclear = (
        "Height must have a full stop before any decimals, and commas only between thousands",
        "Rhaid i’ch taldra gael atalnod llawn cyn unrhyw ddegolion, a chomas rhwng miloedd yn unig",
    );
    says::<Height>(
        &["1,5", "2,50", "1.234,5", "12,34", "0,5", ",5", "1.234.567", "1 234,5"]
            .map(|typed| (typed, unclear.0, unclear.1)),
    );
    says::<Height>(&[
        ("5'11", "Height must have a full stop before any decimals, and commas only between thousands", unclear.1),
        ("1.2.3", "Height must be a number", "Rhaid i’ch taldra fod yn rhif"),
        ("inf", "Height must be a number", "Rhaid i’ch taldra fod yn rhif"),
        ("NaN", "Height must be a number", "Rhaid i’ch taldra fod yn rhif"),
        ("1e5", "Height must be a number", "Rhaid i’ch taldra fod yn rhif"),
        ("0x10", "Height must be a number", "Rhaid i’ch taldra fod yn rhif"),
        (".", "Height must be a number", "Rhaid i’ch taldra fod yn rhif"),
        ("\u{2800}", "Enter your height", "Rhowch eich taldra"),
    ]);
    says::<Height>(&[(&"9".repeat(400), "Height must be a smaller number", "Rhaid i’ch taldra fod yn rhif llai")]);
    question!(Width, f32, "Width", "the width", "y lled");
    reads::<Width>(&[("1.25", "1.25")]);
    says::<Width>(&[
        (
            "1,5",
            "Width must have a full stop before any decimals, and commas only between thousands",
            "Rhaid i’r lled gael atalnod llawn cyn unrhyw ddegolion, a chomas rhwng miloedd yn unig",
        ),
        (&"9".repeat(60), "Width must be a smaller number", "Rhaid i’r lled fod yn rhif llai"),
    ]);
    question!(Weight, DecimalNumber<2>, "Weight", "the weight", "y pwysau");
    reads::<Weight>(&[
        ("1.8", "1.80"),
        ("1,234.5", "1234.50"),
        ("0.500", "0.50"),
        ("12.", "12.00"),
        ("1.2000", "1.20"),
    ]);
    says::<Weight>(&[
        (
            "1,8",
            "Weight must have a full stop before any decimals, and commas only between thousands",
            "Rhaid i’r pwysau gael atalnod llawn cyn unrhyw ddegolion, a chomas rhwng miloedd yn unig",
        ),
        ("99999999999999999999", "Weight must be a smaller number", "Rhaid i’r pwysau fod yn rhif llai"),
        ("-99999999999999999999", "Weight must be a larger number", "Rhaid i’r pwysau fod yn rhif mwy"),
    ]);
    let codes = [("7.000", "too-precise"), ("1.855", "too-precise"), ("1.500", "too-precise")];
    for (typed, code) in codes {
        assert_eq!(typed.parse::<DecimalNumber<2>>().unwrap_err().code(), code, "{typed}");
    }
    assert_eq!("7.000".parse::<DecimalNumber<3>>().unwrap().to_string(), "7.000");
}

#[test]
fn bounds_of_a_question() {
    question!(Deposit, Money, "Deposit", "your deposit", "y blaendal", Field::new().min(5).max(500.5));
    reads::<Deposit>(&[("5", "5.00"), ("500.50", "500.50"), ("£5.00", "5.00")]);
    let range =
        ("Deposit must be between £5 and £500.50", "Rhaid i’r blaendal fod yn £5 o leiaf ac yn £500.50 ar y mwyaf");
    says::<Deposit>(
        &["4.99", "500.51", "-7.25", "£-7.25", "99999999999999999999", "0"].map(|typed| (typed, range.0, range.1)),
    );
    says::<Deposit>(&[(
        "x",
        "Deposit must be an amount of money, like 123.45",
        "Rhaid i’r blaendal fod yn swm o arian, fel 123.45",
    )]);

    question!(Small, MoneyWithPence, "Fee", "the fee", "y ffi", Field::new().max(2));
    says::<Small>(&[
        ("1", "Fee must include pence, like 1.50 or 2.00", "Rhaid i’r ffi gynnwys ceiniogau, fel 1.50 neu 2.00"),
        ("2.01", "Fee must be £2 or less", "Rhaid i’r ffi fod yn £2 neu lai"),
        ("fee", "Fee must be an amount of money, like 1.50", "Rhaid i’r ffi fod yn swm o arian, fel 1.50"),
    ]);

    question!(Least, WholePounds, "Savings", "your savings", "eich cynilion", Field::new().min(16_000));
    says::<Least>(&[
        ("15,999", "Savings must be £16,000 or more", "Rhaid i’ch cynilion fod yn £16,000 neu fwy"),
        (
            "16000.50",
            "Savings must not include pence, like 16000 or 16001",
            "Ni all eich cynilion gynnwys ceiniogau: rhowch swm fel 16000 neu 16001",
        ),
    ]);

    question!(Height, DecimalNumber<2>, "Height", "your height", "eich taldra", Field::new().min(0.4).max(2.8));
    reads::<Height>(&[("0.4", "0.40"), ("2.80", "2.80")]);
    let range = ("Height must be between 0.4 and 2.8", "Rhaid i’ch taldra fod yn 0.4 o leiaf ac yn 2.8 ar y mwyaf");
    says::<Height>(&["0.39", "2.81", "180", "-1", "99999999999999999999"].map(|typed| (typed, range.0, range.1)));

    question!(People, u32, "People", "how many people", "y nifer", Field::new().min(2).max(50));
    let range = ("People must be between 2 and 50", "Rhaid i’r nifer fod yn 2 o leiaf ac yn 50 ar y mwyaf");
    says::<People>(&["-4", "1", "51", "4294967296"].map(|typed| (typed, range.0, range.1)));
    says::<People>(&[("1.5", "People must be a whole number", "Rhaid i’r nifer fod yn rhif cyfan")]);

    question!(Rent, u32, "Rent", "your rent", "y rhent", Field::new().min(100).max(1_500).prefix("£"));
    reads::<Rent>(&[("£1,200", "1200"), ("£ 1,500", "1500"), ("100", "100")]);
    says::<Rent>(&[(
        "£99",
        "Rent must be between £100 and £1,500",
        "Rhaid i’r rhent fod yn £100 o leiaf ac yn £1,500 ar y mwyaf",
    )]);

    /// A number of the application's own.
    #[derive(Debug, Clone, Serialize, Deserialize)]
    struct Metres(f64);
    question!(Length, Metres, "Length", "the length", "yr hyd", Field::new().min(1).max(12.5).suffix("m"));
    reads::<Length>(&[("12.5m", "12.5"), ("1 m", "1.0")]);
    let range = ("Length must be between 1 and 12.5", "Rhaid i’r hyd fod yn 1 o leiaf ac yn 12.5 ar y mwyaf");
    says::<Length>(&["0.9", "12.51 m", "-3"].map(|typed| (typed, range.0, range.1)));

    /// A text of the application's own that is a number.
    #[derive(Debug, Clone, Serialize, Deserialize)]
    #[serde(try_from = "String", into = "String")]
    struct Zone(String);
    impl TryFrom<String> for Zone {
        type Error = ValueError;

        fn try_from(text: String) -> Result<Self, ValueError> {
            if text.chars().all(|c| c.is_ascii_digit()) { Ok(Self(text)) } else { Err(ValueError::new("not-a-number")) }
        }
    }
    impl From<Zone> for String {
        fn from(zone: Zone) -> Self {
            zone.0
        }
    }
    question!(Zones, Zone, "Zone", "the zone", "y parth", Field::new().min(1).max(9).sample("1"));
    reads::<Zones>(&[("9", "9")]);
    says::<Zones>(&[
        ("10", "Zone must be between 1 and 9", "Rhaid i’r parth fod yn 1 o leiaf ac yn 9 ar y mwyaf"),
        ("A", "Zone must be a number", "Rhaid i’r parth fod yn rhif"),
    ]);

    question!(Optional, Option<DecimalNumber<1>>, "Score", "your score", "eich sgôr", Field::new().max(10));
    reads::<Optional>(&[("", "null"), ("10", "10.0")]);
    question!(Most, Option<u16>, "Score", "your score", "eich sgôr", Field::new().max(10));
    reads::<Most>(&[(" ", "null")]);
    says::<Most>(&[("11", "Score must be 10 or fewer", "Rhaid i’ch sgôr fod yn 10 neu lai")]);
}

#[test]
fn bounds_that_do_not_count_themselves() {
    question!(
        More,
        #[validate(range(exclusive_min = 0.0))]
        f64,
        "Size",
        "the size",
        "y maint"
    );
    reads::<More>(&[("0.01", "0.01")]);
    says::<More>(&[("0", "Size must be more than 0", "Rhaid i’r maint fod dros 0")]);
    question!(
        Less,
        #[validate(range(exclusive_max = 10))]
        i32,
        "Size",
        "the size",
        "y maint"
    );
    says::<Less>(&[("10", "Size must be less than 10", "Rhaid i’r maint fod o dan 10")]);
    question!(
        Inside,
        #[validate(range(exclusive_min = 1.5, exclusive_max = 2.5))]
        f64,
        "Size",
        "the size",
        "y maint"
    );
    says::<Inside>(&[
        ("1.5", "Size must be more than 1.5", "Rhaid i’r maint fod dros 1.5"),
        ("2.5", "Size must be less than 2.5", "Rhaid i’r maint fod o dan 2.5"),
    ]);
    question!(
        Half,
        #[validate(range(min = 0.5, max = 1_000.25))]
        f64,
        "Size",
        "the size",
        "y maint"
    );
    says::<Half>(&[(
        "0.4",
        "Size must be between 0.5 and 1,000.25",
        "Rhaid i’r maint fod yn 0.5 o leiaf ac yn 1,000.25 ar y mwyaf",
    )]);
    question!(
        Low,
        #[validate(range(min = 0.5))]
        f64,
        "Size",
        "the size",
        "y maint"
    );
    says::<Low>(&[("0.4", "Size must be 0.5 or more", "Rhaid i’r maint fod yn 0.5 neu fwy")]);
    question!(
        Machine,
        #[validate(range(min = 1, max = 12))]
        u8,
        "Month",
        "the month",
        "y mis"
    );
    says::<Machine>(
        &["0", "300", "-1"].map(|typed| {
            (typed, "Month must be between 1 and 12", "Rhaid i’r mis fod yn 1 o leiaf ac yn 12 ar y mwyaf")
        }),
    );
}

#[test]
fn lengths() {
    question!(
        Exact,
        #[validate(length(equal = 8))]
        String,
        "Reference",
        "your reference",
        "eich cyfeirnod"
    );
    says::<Exact>(
        &["ABC", "ABCDEFGHI"]
            .map(|typed| (typed, "Reference must be 8 characters", "Rhaid i’ch cyfeirnod fod yn 8 nod")),
    );
    question!(
        Both,
        #[validate(length(min = 8, max = 8))]
        String,
        "Reference",
        "your reference",
        "eich cyfeirnod"
    );
    says::<Both>(&[("ABC", "Reference must be 8 characters", "Rhaid i’ch cyfeirnod fod yn 8 nod")]);
    question!(
        Single,
        #[validate(length(max = 1))]
        String,
        "Initial",
        "your initial",
        "eich llythyren"
    );
    says::<Single>(&[("AB", "Initial must be 1 character or less", "Rhaid i’ch llythyren fod yn 1 nod neu lai")]);
    question!(Letter, Text<1>, "Initial", "your initial", "eich llythyren");
    reads::<Letter>(&[("A", "A")]);
    says::<Letter>(&[("AB", "Initial must be 1 character or less", "Rhaid i’ch llythyren fod yn 1 nod neu lai")]);
    question!(OneWord, String, "Word", "the word", "y gair", Field::new().character_count(Count::Words(1)));
    says::<OneWord>(&[("two words", "Word must be 1 word or less", "Rhaid i’r gair fod yn 1 gair neu lai")]);
    question!(TwoWords, String, "Words", "the words", "y geiriau", Field::new().character_count(Count::Words(2)));
    reads::<TwoWords>(&[("我喜欢吃", "我喜欢吃"), ("ฉันอยากขอใบอนุญาต", "ฉันอยากขอใบอนุญาต"), ("two words", "two words")]);
    says::<TwoWords>(&[("now three words", "Words must be 2 words or less", "Rhaid i’r geiriau fod yn 2 air neu lai")]);
    question!(Places, DecimalNumber<1>, "Score", "your score", "eich sgôr");
    assert_eq!(
        Form::<Places>::submit(sent(&[("", "1.25")]))
            .unwrap_err()
            .error_texts(languages::<Places>().get("en").unwrap()),
        ["Score must have 1 decimal place or fewer"]
    );
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Day {
    Mon,
    Tue,
    Wed,
    Thu,
    None,
}

#[test]
fn options_are_counted_as_options() {
    question!(Few, #[validate(length(min = 2))] Vec<Day>, "Days", "the days you need", "y dyddiau");
    question!(Many, #[validate(length(max = 2))] Vec<Day>, "Days", "the days you need", "y dyddiau");
    question!(Some2, #[validate(length(min = 2, max = 3))] Vec<Day>, "Days", "the days you need", "y dyddiau");
    question!(Exactly, #[validate(length(equal = 2))] Vec<Day>, "Days", "the days you need", "y dyddiau");
    fn one<Q: Asked>(chosen: &[&str], english: &str, welsh: &str) {
        let pairs: Vec<_> = chosen.iter().map(|day| ("", *day)).collect();
        check::<Q>(sent(&pairs), &chosen.join(" "), Err((english, welsh)), &languages::<Q>());
    }
    one::<Few>(
        &["mon"],
        "Select at least 2 options for the days you need",
        "Dewiswch o leiaf 2 opsiwn ar gyfer y dyddiau",
    );
    one::<Few>(&[], "Select the days you need", "Dewiswch y dyddiau");
    one::<Many>(
        &["mon", "tue", "wed"],
        "Select up to 2 options for the days you need",
        "Dewiswch hyd at 2 opsiwn ar gyfer y dyddiau",
    );
    one::<Some2>(
        &["mon"],
        "Select between 2 and 3 options for the days you need",
        "Dewiswch o 2 i 3 opsiwn ar gyfer y dyddiau",
    );
    one::<Exactly>(&["mon"], "Select 2 options for the days you need", "Dewiswch 2 opsiwn ar gyfer y dyddiau");
}

/// `Vec` of an enum is one answer or more, `Option` of it none or more.
#[test]
fn none_of_several_boxes() {
    question!(Needed, Vec<Day>, "Days", "the days you need", "y dyddiau");
    question!(Optional, Option<Vec<Day>>, "Days", "the days you need", "y dyddiau");
    let (needed, optional) = (languages::<Needed>(), languages::<Optional>());
    check::<Needed>(FormData::new(), "none", Err(("Select the days you need", "Dewiswch y dyddiau")), &needed);
    check::<Needed>(sent(&[("", "")]), "blank", Err(("Select the days you need", "Dewiswch y dyddiau")), &needed);
    check::<Needed>(sent(&[("", "mon")]), "one", Ok("[\"mon\"]"), &needed);
    check::<Optional>(FormData::new(), "none", Ok("null"), &optional);
    check::<Optional>(sent(&[("", "")]), "blank", Ok("null"), &optional);
    check::<Optional>(sent(&[("", "mon"), ("", "tue")]), "two", Ok("[\"mon\",\"tue\"]"), &optional);
    check::<Optional>(
        sent(&[("", "sun")]),
        "unknown",
        Err(("Select the days you need", "Dewiswch y dyddiau")),
        &optional,
    );
    let both = (
        "Select the days you need or select ‘None of these’",
        "Dewiswch yr opsiynau sy’n berthnasol, neu dewiswch ‘Dim un o’r rhain’ yn unig",
    );
    check::<Optional>(sent(&[("", "mon"), ("", "none")]), "both", Err(both), &optional);
    // The control and what is shown again.
    let locale = optional.default_locale();
    let html = Form::<Optional>::new().controls(&locale).into_string();
    assert!(html.contains("Days (optional)") && html.matches("type=\"checkbox\"").count() == 5, "{html}");
    assert!(!Form::<Needed>::new().controls(&locale).into_string().contains("(optional)"));
    for answer in [None, Some(vec![Day::Mon, Day::Tue])] {
        let form = Form::filled(&Optional { answer: answer.clone() });
        assert_eq!(Form::<Optional>::submit(form.data().clone()).unwrap().answer, answer);
    }
}

#[test]
fn units_that_are_typed_along() {
    question!(Cm, WholeNumber<1, 300>, "Height, in centimetres", "your height", "eich taldra", Field::new().suffix("cm"));
    reads::<Cm>(&[
        ("40 cm", "40"),
        ("40cm", "40"),
        ("40 CM", "40"),
        ("40 cm.", "40"),
        ("40\u{a0}cm", "40"),
        ("40", "40"),
        ("٤٠ cm", "40"),
    ]);
    says::<Cm>(&[
        ("40 m", "Height, in centimetres must be a number", "Rhaid i’ch taldra fod yn rhif"),
        (
            "400 cm",
            "Height, in centimetres must be between 1 and 300",
            "Rhaid i’ch taldra fod yn 1 o leiaf ac yn 300 ar y mwyaf",
        ),
    ]);
    question!(Share, f64, "Share", "your share", "eich cyfran", Field::new().suffix("%"));
    reads::<Share>(&[
        ("40%", "40.0"),
        ("40 %", "40.0"),
        ("40 per cent", "40.0"),
        ("40 percent", "40.0"),
        ("40 y cant", "40.0"),
        ("٤٠٪", "40.0"),
    ]);
    says::<Share>(&[("%", "Share must be a number", "Rhaid i’ch cyfran fod yn rhif")]);
    question!(Kilos, f64, "Weight", "the weight", "y pwysau", Field::new().suffix("kg"));
    reads::<Kilos>(&[("40 kgs", "40.0"), ("1,234.5 Kg", "1234.5")]);
    question!(Pounds, f64, "Cost", "the cost", "y gost", Field::new().prefix("£").suffix("per item"));
    reads::<Pounds>(&[("£40", "40.0"), ("£ 40.5 per item", "40.5"), ("40 Per Item", "40.0")]);
    question!(Code, Text<10>, "Code", "the code", "y cod", Field::new().prefix("NB-"));
    reads::<Code>(&[("NB-123", "123"), ("nb-123", "123"), ("123", "123")]);
}

#[test]
fn phone_numbers() {
    question!(Phone, PhoneNumber, "Phone number", "your phone number", "eich rhif ffôn");
    reads::<Phone>(&[
        ("7700 900 982", "7700 900 982"),
        ("7700900982", "7700900982"),
        ("44 7700 900982", "44 7700 900982"),
        ("447700900982", "447700900982"),
        ("44 (0)7700 900982", "44 (0)7700 900982"),
        ("4407700900982", "4407700900982"),
        ("0044 7700 900982", "0044 7700 900982"),
        ("00 44 (0) 7700 900982", "00 44 (0) 7700 900982"),
        ("+0044 7700 900982", "+0044 7700 900982"),
        ("(+44) 7700 900982", "(+44) 7700 900982"),
        ("+44(0)2079460000", "+44(0)2079460000"),
        ("+44 ( 0 ) 20 7946 0000", "+44 ( 0 ) 20 7946 0000"),
        ("+44 [0]20 7946 0000", "+44 [0]20 7946 0000"),
        ("tel:+447700900982", "+447700900982"),
        ("Tel. 01632 960001", "01632 960001"),
        ("Ffôn: 01632 960001", "01632 960001"),
        ("Mobile: 07700 900982", "07700 900982"),
        ("01632/960001", "01632/960001"),
        ("1632 960001", "1632 960001"),
        ("20 7946 0000", "20 7946 0000"),
        ("＋44 7700 900982", "＋44 7700 900982"),
        ("０７７００９００９８２", "０７７００９００９８２"),
        ("۰۷۷۰۰ ۹۰۰ ۹۸۲", "۰۷۷۰۰ ۹۰۰ ۹۸۲"),
        ("07700\u{a0}900\u{202f}982", "07700\u{a0}900\u{202f}982"),
        ("07700\u{200d}900\u{200c}982", "07700900982"),
        ("\u{2068}07700 900982\u{2069}", "07700 900982"),
        ("020 7946 0000 est 12", "020 7946 0000 est 12"),
        ("020 7946 0000 ext. 12", "020 7946 0000 ext. 12"),
        ("07700 900982.", "07700 900982."),
        ("‘07700 900982’", "‘07700 900982’"),
    ]);
    let wrong = (
        "Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192",
        "Rhowch rif ffôn, fel 01632 960 001, 07700 900 982 neu +44 808 157 0192",
    );
    says::<Phone>(
        &["770090098", "4477009009", "44 7700 90098222", "960 001", "07700 900982/020 7946 0000", "+44"]
            .map(|typed| (typed, wrong.0, wrong.1)),
    );
    says::<Phone>(&[("\u{3164}\u{2800}", "Enter your phone number", "Rhowch eich rhif ffôn")]);
    for (typed, expected) in [
        ("7700 900 982", "+447700900982"),
        ("447700900982", "+447700900982"),
        ("44 (0)7700 900982", "+447700900982"),
        ("+0044 7700 900982", "+447700900982"),
        ("tel:+447700900982", "+447700900982"),
        ("０７７００９００９８２", "+447700900982"),
        ("1632 960001", "+441632960001"),
        ("+44 ( 0 ) 20 7946 0000", "+442079460000"),
    ] {
        assert_eq!(typed.parse::<PhoneNumber>().unwrap().to_e164(), expected, "{typed}");
    }
}

#[test]
fn email_addresses() {
    question!(Email, EmailAddress, "Email address", "your email address", "eich cyfeiriad e-bost");
    reads::<Email>(&[
        ("mailto:sam@example.com", "sam@example.com"),
        ("MAILTO:sam@example.com?subject=Hello", "sam@example.com"),
        ("<mailto:sam@example.com>", "sam@example.com"),
        ("Sam Rees <sam@example.com>", "sam@example.com"),
        ("\"Rees, Sam\" <sam@example.com>;", "sam@example.com"),
        ("(sam@example.com)", "sam@example.com"),
        ("‘sam@example.com’", "sam@example.com"),
        ("“sam@example.com”,", "sam@example.com"),
        ("o’brien@example.com", "o'brien@example.com"),
        ("sam @ example.com", "sam@example.com"),
        ("sam@example. com", "sam@example.com"),
        ("sam＠example.com", "sam@example.com"),
        ("sam@example。com", "sam@example.com"),
        ("s\u{200d}am@exam\u{ad}ple.com", "sam@example.com"),
        ("sam\u{a0}@example.com", "sam@example.com"),
        ("संपर्क@उदाहरण.भारत", "संपर्क@उदाहरण.भारत"),
    ]);
    let english = "Enter an email address in the correct format, like name@example.com";
    let languages = languages::<Email>();
    for typed in [
        "sam rees@example.com",
        "sam@example,com",
        "sam@example",
        "mailto:",
        "<sam>@",
        "a@b@example.com",
        "sam@example.com sue@example.com",
    ] {
        let form = Form::<Email>::submit(sent(&[("", typed)])).unwrap_err();
        assert_eq!(form.error_texts(languages.get("en").unwrap()), [english], "{typed}");
    }
}

#[test]
fn national_insurance_numbers() {
    question!(
        Number,
        NationalInsuranceNumber,
        "National Insurance number",
        "your National Insurance number",
        "eich rhif"
    );
    reads::<Number>(&[
        ("QQ/12/34/56/C", "QQ 12 34 56 C"),
        ("QQ_12_34_56_C", "QQ 12 34 56 C"),
        ("QQ*123456*C", "QQ 12 34 56 C"),
        ("QQ, 12, 34, 56, C.", "QQ 12 34 56 C"),
        ("ＱＱ１２３４５６Ｃ", "QQ 12 34 56 C"),
        ("QQ۱۲۳۴۵۶C", "QQ 12 34 56 C"),
        ("AB 12 34 56 C", "AB 12 34 56 C"),
        ("JK123456D", "JK 12 34 56 D"),
        ("OA123456A", "OA 12 34 56 A"),
        ("ZY987654B", "ZY 98 76 54 B"),
    ]);
    let never = (
        "Enter the National Insurance number exactly as it is on a payslip, letter or card. No number starts with those 2 letters",
        "Rhowch y rhif Yswiriant Gwladol yn union fel y mae ar slip cyflog, llythyr neu gerdyn. Nid oes rhif sy’n dechrau gyda’r 2 lythyren hynny",
    );
    let prefixes = [
        "BG", "GB", "KN", "NK", "NT", "TN", "ZZ", "DA", "FA", "IA", "QA", "UA", "VA", "AD", "AF", "AI", "AO", "AQ",
        "AU", "AV",
    ];
    for prefix in prefixes {
        says::<Number>(&[(&format!("{prefix} 12 34 56 A"), never.0, never.1)]);
    }
}

#[test]
fn vehicle_registrations() {
    question!(Vehicle, VehicleRegistration, "Registration number", "your registration number", "eich rhif cofrestru");
    reads::<Vehicle>(&[
        ("ab51 abc", "AB51 ABC"),
        ("ＡＢ５１ＡＢＣ", "AB51 ABC"),
        ("A 1", "A1"),
        ("1 A", "1A"),
        ("A123 BCD", "A123BCD"),
        ("Q123 ABC", "Q123ABC"),
        ("ABC 123D", "ABC123D"),
        ("AIZ 1234", "AIZ1234"),
        ("1234 AZ", "1234AZ"),
        ("SW 1", "SW1"),
        // The armed forces.
        ("12 AB 34", "12AB34"),
        ("AB 12 CD", "AB12CD"),
        ("AB12CD", "AB12CD"),
        ("LS 11 AA", "LS11AA"),
        ("BM45AA", "BM45AA"),
        // Diplomats.
        ("101 D 234", "101D234"),
        ("101X234", "101X234"),
        // The trade.
        ("123 AB", "123AB"),
        ("20123", "20123"),
        // The Isle of Man and the Channel Islands.
        ("MAN 123 A", "MAN123A"),
        ("MN 123 A", "MN123A"),
        ("J123456", "J123456"),
    ]);
    let postcode = ("Enter a vehicle registration number, not a postcode", "Rhowch rif cofrestru cerbyd, nid cod post");
    says::<Vehicle>(
        &[
            "SW1A 1AA", "sw1a1aa", "CR2 6XH", "LS1 1AA", "ls11aa", "M1 1AE", "B33 8TH", "DN55 1PT", "EC1A 1BB",
            "W1A 0AX", "CF10 1AA", "GIR 0AA",
        ]
        .map(|typed| (typed, postcode.0, postcode.1)),
    );
    let languages = languages::<Vehicle>();
    for typed in ["my car 1", "101 A 234", "ABCD 123", "AB51 AB1", "1234567", "ABCDEFG", "A1B2C3D", "AB51 ABCD", "999"]
    {
        let form = Form::<Vehicle>::submit(sent(&[("", typed)])).unwrap_err();
        let english = "Enter a vehicle registration number in the correct format, like AB51 ABC";
        assert_eq!(form.error_texts(languages.get("en").unwrap()), [english], "{typed}");
    }
}

#[test]
fn codes() {
    question!(Sort, SortCode, "Sort code", "the sort code", "y cod didoli");
    reads::<Sort>(&[
        ("30/94/30", "30-94-30"),
        ("３０９４３０", "30-94-30"),
        ("30\u{2011}94\u{2011}30", "30-94-30"),
        ("30·94·30", "30-94-30"),
    ]);
    question!(Account, AccountNumber, "Account number", "the account number", "rhif y cyfrif");
    reads::<Account>(&[("００７３３４４５", "00733445"), ("0073\u{202f}3445", "00733445"), ("0073 3445.", "00733445")]);
    question!(Roll, RollNumber, "Roll number", "the roll number", "y rhif");
    reads::<Roll>(&[("A–12", "A-12"), ("A\u{2011}12", "A-12"), ("A\u{a0}12", "A 12"), ("Ａ１２", "A12")]);
    question!(Post, Postcode, "Postcode", "your postcode", "y cod post");
    reads::<Post>(&[
        ("ＳＷ１Ａ　１ＡＡ", "SW1A 1AA"),
        ("sw1a\u{2011}1aa", "SW1A 1AA"),
        ("SW1A • 1AA", "SW1A 1AA"),
        ("SW1A\u{200d}1AA", "SW1A 1AA"),
    ]);
    says::<Post>(&[("\u{115f}\u{1160}", "Enter your postcode", "Rhowch y cod post")]);
    question!(Nhs, NhsNumber, "NHS number", "your NHS number", "y rhif");
    reads::<Nhs>(&[
        ("943/476/5919", "943 476 5919"),
        ("９４３ ４７６ ５９１９", "943 476 5919"),
        ("943 476 5919.", "943 476 5919"),
    ]);
    question!(Company, CompanyNumber, "Company number", "the company number", "y rhif");
    reads::<Company>(&[("ｓｃ１２３４５６", "SC123456"), ("SC–123456", "SC123456")]);
    question!(Vat, VatNumber, "VAT number", "the VAT number", "y rhif");
    reads::<Vat>(&[("ＧＢ１２３４５６７８２", "GB 123 4567 82"), ("GB-123-4567-82.", "GB 123 4567 82")]);
    question!(Code, OneTimeCode, "Security code", "the security code", "y cod");
    reads::<Code>(&[
        ("１２３４５", "12345"),
        ("“12345”", "12345"),
        ("12\u{2011}345", "12345"),
        ("12345\u{2060}", "12345"),
    ]);
    for zeros in ["000 000 0000", "0000000000"] {
        assert_eq!(zeros.parse::<NhsNumber>().unwrap_err().code(), "nhs-number-wrong");
    }
    assert_eq!("00000000".parse::<CompanyNumber>().unwrap_err().code(), "company-number-format");
    assert_eq!("GB 000 0000 00".parse::<VatNumber>().unwrap_err().code(), "vat-number-wrong");
}

#[test]
fn names() {
    question!(Name, FullName, "Full name", "your full name", "eich enw llawn");
    for name in [
        "علی\u{200c}رضا",
        "مه\u{200c}لقا رضایی",
        "ශ්\u{200d}රීමතී",
        "क्\u{200d}षितिज",
        "👩\u{200d}👧",
        "👨🏽\u{200d}⚕\u{fe0f}",
        "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
        "O’Brien",
        "김\u{3164}이",
        "Ŵyn–Jones",
    ] {
        reads::<Name>(&[(name, name)]);
    }
    reads::<Name>(&[
        ("\u{200e}Sam\u{200f}", "Sam"),
        ("Sam\u{200d} Rees\u{200c}", "Sam Rees"),
        ("\u{2067}علی\u{2069}", "علی"),
        ("Si\u{ad}ân", "Siân"),
        ("\u{3000}Sam\u{2003}", "Sam"),
    ]);
    let blank = [
        "\u{3164}",
        "\u{2800}",
        "\u{115f}\u{1160}",
        "\u{ffa0} ",
        "\u{200d}\u{200c}",
        "\u{fe0f}",
        "\u{2060}\u{feff}",
        "\u{e0020}\u{e007f}",
        "\u{180e}\u{17b4}",
        "\u{3000}\u{2028}",
    ];
    says::<Name>(&blank.map(|typed| (typed, "Enter your full name", "Rhowch eich enw llawn")));
    question!(Story, Text<20>, "Story", "your story", "eich stori");
    says::<Story>(&blank.map(|typed| (typed, "Enter your story", "Rhowch eich stori")));
    question!(Plain, String, "Story", "your story", "eich stori");
    says::<Plain>(&blank.map(|typed| (typed, "Enter your story", "Rhowch eich stori")));
    reads::<Plain>(&[("علی\u{200c}رضا", "علی\u{200c}رضا"), ("👩\u{200d}👧", "👩\u{200d}👧")]);
    question!(Optional, Option<String>, "Story", "your story", "eich stori");
    for typed in blank {
        reads::<Optional>(&[(typed, "null")]);
    }
    question!(
        Letters,
        #[validate(custom(function = rules::only_letters))]
        String,
        "Town",
        "your town",
        "y dref"
    );
    reads::<Letters>(&[
        ("King’s Lynn", "King’s Lynn"),
        ("Stow\u{2010}on\u{2011}the-Wold", "Stow\u{2010}on\u{2011}the-Wold"),
        ("Llanfair\u{a0}PG", "Llanfair\u{a0}PG"),
        ("Y\u{302}r", "Y\u{302}r"),
        ("हिन्दी", "हिन्दी"),
    ]);
}

#[test]
fn dates() {
    question!(Born, Date, "Date of birth", "your date of birth", "eich dyddiad geni");
    let languages = languages::<Born>();
    let parts = |[day, month, year]: [&str; 3]| sent(&[("-day", day), ("-month", month), ("-year", year)]);
    for (typed, expected) in [
        (["27", "3.", "1984"], "1984-03-27"),
        (["27.", "03.", "1984."], "1984-03-27"),
        (["27/", "3/", "1984"], "1984-03-27"),
        (["(27)", "‎3", "1984"], "1984-03-27"),
        (["２７", "３", "１９８４"], "1984-03-27"),
        (["২৭", "৩", "১৯৮৪"], "1984-03-27"),
        (["9", "Sept", "1984"], "1984-09-09"),
        (["9", "Sept.", "1984"], "1984-09-09"),
        (["9", "ym Medi", "1984"], "1984-09-09"),
        (["9", "o fis Medi", "1984"], "1984-09-09"),
        (["9", "yn Nhachwedd", "1984"], "1984-11-09"),
        (["9", "yng Ngorffennaf", "1984"], "1984-07-09"),
        (["9", "Thachwedd", "1984"], "1984-11-09"),
        (["9fed", "mis Mai", "1984"], "1984-05-09"),
        (["1 af", "o Fai", "1984"], "1984-05-01"),
        (["21 st", "MARCH", "1984"], "1984-03-21"),
        // A whole date in one box, or in two.
        (["27/03/1984", "", ""], "1984-03-27"),
        (["27 March 1984", "", ""], "1984-03-27"),
        (["Tuesday 27th of March, 1984", "", ""], "1984-03-27"),
        (["Dydd Mawrth 27 Mawrth 1984", "", ""], "1984-03-27"),
        (["27ain o Fawrth 1984", "", ""], "1984-03-27"),
        (["1984-03-27", "", ""], "1984-03-27"),
        (["1984/3/27", "", ""], "1984-03-27"),
        (["1984-03-27T00:00:00Z", "", ""], "1984-03-27"),
        (["1984-03-27 09:30", "", ""], "1984-03-27"),
        (["March 27, 1984", "", ""], "1984-03-27"),
        (["27–03–1984", "", ""], "1984-03-27"),
        (["27 . 03 . 1984", "", ""], "1984-03-27"),
        (["27031984", "", ""], "1984-03-27"),
        (["19840327", "", ""], "1984-03-27"),
        (["", "", "27.3.1984"], "1984-03-27"),
        (["27", "March 1984", ""], "1984-03-27"),
        (["27 March", "", "1984"], "1984-03-27"),
        (["٢٧/٣/١٩٨٤", "", ""], "1984-03-27"),
    ] {
        check::<Born>(parts(typed), &format!("{typed:?}"), Ok(expected), &languages);
    }
    for (typed, english, welsh) in [
        (
            ["03/27/1984", "", ""],
            "Date of birth must be a real date",
            "Rhaid i’ch dyddiad geni fod yn ddyddiad go iawn",
        ),
        (["10121012", "", ""], "Date of birth must be a real date", "Rhaid i’ch dyddiad geni fod yn ddyddiad go iawn"),
        (["27", "", "1984"], "Date of birth must include a month", "Rhaid i’ch dyddiad geni gynnwys mis"),
        (["27", "\u{3164}", "1984"], "Date of birth must include a month", "Rhaid i’ch dyddiad geni gynnwys mis"),
        (["27", "yn", "1984"], "Date of birth must be a real date", "Rhaid i’ch dyddiad geni fod yn ddyddiad go iawn"),
        (["\u{2800}", "\u{3164}", " "], "Enter your date of birth", "Rhowch eich dyddiad geni"),
    ] {
        check::<Born>(parts(typed), &format!("{typed:?}"), Err((english, welsh)), &languages);
    }
    for typed in [["27/3/84", "", ""], ["27", "3", "84"], ["27", "3", "’84"], ["27 March 84", "", ""]] {
        let form = Form::<Born>::submit(parts(typed)).unwrap_err();
        assert_eq!(form.error_texts(languages.get("en").unwrap()), ["Year must include 4 numbers"], "{typed:?}");
    }
    question!(Expiry, MonthAndYear, "Expiry date", "the expiry date", "y dyddiad");
    let parts = |[month, year]: [&str; 2]| sent(&[("-month", month), ("-year", year)]);
    let languages = self::languages::<Expiry>();
    for (typed, expected) in [
        (["3.", "2027"], "2027-03"),
        (["03/2027", ""], "2027-03"),
        (["2027-03", ""], "2027-03"),
        (["mis Medi 2027", ""], "2027-09"),
        (["", "Sept 2027"], "2027-09"),
        (["٣", "٢٠٢٧"], "2027-03"),
    ] {
        check::<Expiry>(parts(typed), &format!("{typed:?}"), Ok(expected), &languages);
    }
}

/// Every example that a sentence of the library gives is read by the type that the sentence is about.
#[test]
fn examples_are_answers() {
    fn read<T: std::str::FromStr>(examples: &[&str]) {
        for example in examples {
            assert!(example.parse::<T>().is_ok(), "{example} is refused");
        }
    }
    read::<Money>(&["123.45"]);
    read::<MoneyWithPence>(&["123.45", "156.00"]);
    read::<WholePounds>(&["123", "156"]);
    read::<EmailAddress>(&["name@example.com", "enw@example.com", "enw@enghraifft.com"]);
    read::<PhoneNumber>(&["01632 960 001", "07700 900 982", "+44 808 157 0192"]);
    read::<NationalInsuranceNumber>(&["QQ 12 34 56 C"]);
    read::<SortCode>(&["309430"]);
    read::<AccountNumber>(&["00733445"]);
    read::<VehicleRegistration>(&["AB51 ABC"]);
    read::<CompanyNumber>(&["01234567", "SC123456"]);
    read::<VatNumber>(&["GB 123 4567 82"]);
}

/// Numbers are made of numbers in a program, and read from numbers in JSON.
#[test]
fn numbers_of_programs() {
    fn json<T: Serialize + for<'de> Deserialize<'de>>(rows: &[(&str, &str)]) {
        for (json, expected) in rows {
            match (serde_json::from_str::<T>(json), expected.strip_prefix('!')) {
                (Ok(value), None) => {
                    assert_eq!(serde_json::to_string(&value).unwrap(), format!("\"{expected}\""), "{json}");
                }
                (Err(error), Some(code)) => assert!(error.to_string().starts_with(code), "{json}: {error}"),
                (Ok(_), Some(code)) => panic!("{json} is not refused as {code}"),
                (Err(error), None) => panic!("{json}: {error}"),
            }
        }
    }
    json::<Money>(&[
        ("2", "2.00"),
        ("2.5", "2.50"),
        ("\"2\"", "2.00"),
        ("\"£2.50\"", "2.50"),
        ("0", "0.00"),
        ("-1", "!too-low"),
        ("2.555", "!not-money"),
        ("1e20", "!amount-too-large"),
        ("\"2,50\"", "!amount-unclear"),
        ("true", "!invalid type"),
    ]);
    json::<WholePounds>(&[("2", "2"), ("2.0", "2"), ("2.5", "!no-pence")]);
    json::<MoneyWithPence>(&[("2", "2.00"), ("2.25", "2.25"), ("\"2\"", "!needs-pence")]);
    json::<WholeNumber<1, 9>>(&[
        ("2", "2"),
        ("2.0", "2"),
        ("\"2\"", "2"),
        ("10", "!out-of-range"),
        ("2.5", "!not-whole"),
        ("null", "!invalid type"),
    ]);
    json::<DecimalNumber<2>>(&[
        ("2", "2.00"),
        ("2.5", "2.50"),
        ("\"2.5\"", "2.50"),
        ("-0.25", "-0.25"),
        ("2.555", "!too-precise"),
        ("1.1", "1.10"),
    ]);
    assert_eq!(Money::from_pence(123_450).unwrap().to_string(), "1234.50");
    assert_eq!(Money::from_pounds(12).unwrap().pence(), 1_200);
    assert_eq!(Money::from_pence(-1).unwrap_err().code(), "too-low");
    assert_eq!(Money::from_pence(i64::MAX).unwrap_err().code(), "amount-too-large");
    assert_eq!(WholePounds::from_pence(150).unwrap_err().code(), "no-pence");
    assert_eq!(WholePounds::from_pounds(i64::MAX).unwrap_err().code(), "amount-too-large");
    assert_eq!(WholeNumber::<1, 9>::try_from(4_u8).unwrap().get(), 4);
    assert_eq!(WholeNumber::<1, 9>::new(10).unwrap_err().code(), "out-of-range");
    assert_eq!(WholeNumber::<1>::try_from(u128::MAX).unwrap_err().code(), "number-too-large");
    assert_eq!(i64::from(WholeNumber::<1, 9>::new(9).unwrap()), 9);
    assert_eq!(DecimalNumber::<2>::try_from(0.1).unwrap().scaled(), 10);
    assert_eq!(DecimalNumber::<2>::try_from(3_u32).unwrap().to_string(), "3.00");
    assert_eq!(DecimalNumber::<2>::try_from(0.125).unwrap_err().code(), "too-precise");
    assert_eq!(DecimalNumber::<2>::try_from(f64::NAN).unwrap_err().code(), "not-a-number");
    assert!((DecimalNumber::<2>::from_scaled(-150).to_f64() + 1.5).abs() < f64::EPSILON);
}

/// What somebody typed, and codes, stand in a sentence of the other direction as they are, wherever it is said.
#[test]
fn typed_texts_keep_their_direction() {
    let languages = Languages::builder()
        .file(
            "en",
            "en.ftl",
            "kept = You have uploaded { $name }.\nq-answer = Code\n    .error-no-prefix = Start it with { $prefix }",
        )
        .file(
            "ur",
            "ur.ftl",
            "kept = آپ نے { $name } اپ لوڈ کی ہے۔\nq-answer = کوڈ\n    .error-no-prefix = اسے { $prefix } سے شروع کریں",
        )
        .build()
        .unwrap();
    let (english, urdu) = (languages.get("en").unwrap(), languages.get("ur").unwrap());
    let kept =
        |locale: &Locale, name: &str| locale.text_with("kept", &[("name", Argument::Typed(name.into()))]).into_owned();
    assert_eq!(kept(english, "letter.pdf"), "You have uploaded letter.pdf.");
    assert_eq!(kept(english, "خط.pdf"), "You have uploaded \u{2068}خط.pdf\u{2069}.");
    assert_eq!(kept(urdu, "letter (1).pdf"), "آپ نے \u{2068}letter (1).pdf\u{2069} اپ لوڈ کی ہے۔");
    // An override of direction, or the end of an isolate, inside the name ends nothing.
    assert_eq!(kept(english, "\u{202e}fdp\u{2069}.exe"), "You have uploaded \u{2068}fdp.exe\u{2069}.");
    assert_eq!(urdu.list_and([urdu.isolated("a.pdf"), urdu.isolated("b.pdf")]).matches('\u{2068}').count(), 2);
    question!(Code, Text<10>, "Code", "the code", "y cod");
    let form = Form::<Code>::new().add_error("answer", ValueError::new("no-prefix").with("prefix", "NB-"));
    assert_eq!(form.error_texts(english), ["Start it with NB-"]);
    assert_eq!(form.error_texts(urdu), ["اسے \u{2068}NB-\u{2069} سے شروع کریں"]);
    let html = form.controls(urdu).into_string() + &form.error_summary(urdu).unwrap().into_string();
    assert_eq!(html.matches("\u{2068}NB-\u{2069}").count(), 2, "{html}");
}

/// What a sentence tells people to type is an answer, in each language.
#[test]
fn an_example_that_is_refused_is_a_problem_of_content() {
    question!(Age, WholeNumber<1, 120>, "Age", "your age", "eich oedran");
    let problems = |english: &str, welsh: &str| {
        let languages = Languages::builder()
            .file("en", "en.ftl", format!("q-answer = Age\n    .it = your age\n    .example = {english}\n"))
            .file("cy", "cy.ftl", format!("q-answer = Oedran\n    .it = eich oedran\n    .example = {welsh}\n"))
            .build()
            .unwrap();
        ContentCheck::new(&languages).question::<Age>().run().err().map(|problems| problems.to_string())
    };
    assert_eq!(problems("30", "30"), None);
    for (english, welsh, expected) in [
        ("30", "tri deg", "`q-answer.example` is `tri deg`, which the field refuses with `not-a-number`"),
        ("1,5", "30", "`q-answer.example` is `1,5`, which the field refuses with `whole-number-unclear`"),
        ("300", "30", "`q-answer.example` is `300`, which the field refuses with `out-of-range`"),
    ] {
        let said = problems(english, welsh).unwrap();
        assert!(said.contains(expected), "{said}");
    }
}
