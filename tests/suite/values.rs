//! Tables of what is accepted and refused, from the specification: the canonical value, or the code.

use std::fmt::Display;
use std::str::FromStr;

use proptest::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use townhall::form::{Form, Question};
use townhall::values::{
    AccountNumber, CompanyNumber, Date, DateParts, DecimalNumber, EmailAddress, FullName, Money, MoneyWithPence,
    MonthAndYear, NationalInsuranceNumber, NhsNumber, OneTimeCode, OutwardPostcode, Password, PhoneNumber, Postcode,
    RollNumber, SortCode, Text, UkAddress, ValueError, VatNumber, VehicleRegistration, WholeNumber, WholePounds,
};
use validator::Validate;

/// Checks a table of what is typed and what it becomes: a canonical value, or `!` and a code.
fn table<T>(least: usize, rows: &[(&str, &str)])
where
    T: FromStr<Err = ValueError> + Display + Serialize + DeserializeOwned,
{
    assert!(rows.len() >= least, "{} rows for {}, not {least}", rows.len(), std::any::type_name::<T>());
    for (typed, expected) in rows {
        match (typed.parse::<T>(), expected.strip_prefix('!')) {
            (Ok(value), None) => {
                assert_eq!(value.to_string(), *expected, "{typed:?}");
                // What was read once reads the same again, as text and through serde.
                assert_eq!(
                    value.to_string().parse::<T>().map(|again| again.to_string()).ok().as_deref(),
                    Some(*expected)
                );
                let json = serde_json::to_string(&value).unwrap();
                assert_eq!(serde_json::from_str::<T>(&json).unwrap().to_string(), *expected, "{json}");
            }
            (Err(error), Some(code)) => assert_eq!(error.code(), code, "{typed:?}"),
            (Ok(value), Some(code)) => panic!("{typed:?} is accepted as {value}, not {code}"),
            (Err(error), None) => panic!("{typed:?} is refused as {error}, not {expected}"),
        }
    }
}

#[test]
fn dates() {
    const D: DateParts = DateParts::DAY;
    const M: DateParts = DateParts::MONTH;
    const Y: DateParts = DateParts::YEAR;
    const ALL: DateParts = DateParts::NONE;
    let both = |a: DateParts, b: DateParts| DateParts {
        day: a.day || b.day,
        month: a.month || b.month,
        year: a.year || b.year,
    };
    let accepted = [
        (["27", "3", "2026"], "2026-03-27"),
        (["27", "03", "2026"], "2026-03-27"),
        (["01", "01", "2000"], "2000-01-01"),
        ([" 27 ", "\u{a0}3", "2026\u{200b}"], "2026-03-27"),
        (["27th", "3", "2026"], "2026-03-27"),
        (["1st", "May", "2026"], "2026-05-01"),
        (["2nd.", "may", "2026"], "2026-05-02"),
        (["3rd", "MAY", "2026"], "2026-05-03"),
        (["27ain", "o Fawrth", "2026"], "2026-03-27"),
        (["13eg", "o Fai", "2026"], "2026-05-13"),
        (["1af", "Mai", "2026"], "2026-05-01"),
        (["27", "March", "2026"], "2026-03-27"),
        (["27", "Mar", "2026"], "2026-03-27"),
        (["27", "mar.", "2026"], "2026-03-27"),
        (["27", "Mawrth", "2026"], "2026-03-27"),
        (["27", "mis Mawrth", "2026"], "2026-03-27"),
        (["27", "Maw", "2026"], "2026-03-27"),
        (["9", "Sept", "2026"], "2026-09-09"),
        (["9", "Sep", "2026"], "2026-09-09"),
        (["9", "Medi", "2026"], "2026-09-09"),
        (["9", "fedi", "2026"], "2026-09-09"),
        (["31", "Ionawr", "2026"], "2026-01-31"),
        (["28", "Chwefror", "2026"], "2026-02-28"),
        (["28", "Febuary", "2026"], "2026-02-28"),
        (["30", "Ebrill", "2026"], "2026-04-30"),
        (["30", "Mehefin", "2026"], "2026-06-30"),
        (["30", "Gorffennaf", "2026"], "2026-07-30"),
        (["30", "Ngorffennaf", "2026"], "2026-07-30"),
        (["30", "Awst", "2026"], "2026-08-30"),
        (["30", "Hydref", "2026"], "2026-10-30"),
        (["30", "Tachwedd", "2026"], "2026-11-30"),
        (["30", "Dachwedd", "2026"], "2026-11-30"),
        (["30", "Rhagfyr", "2026"], "2026-12-30"),
        (["30", "december", "2026"], "2026-12-30"),
        (["29", "2", "2024"], "2024-02-29"),
        (["٢٧", "٣", "٢٠٢٦"], "2026-03-27"),
        (["۲۷", "۳", "۲۰۲۶"], "2026-03-27"),
        (["31", "12", "9999"], "9999-12-31"),
        (["1", "1", "1000"], "1000-01-01"),
    ];
    let refused = [
        (["", "", ""], "empty", ALL),
        ([" ", "\t", "\u{200b}"], "empty", ALL),
        (["", "3", "2026"], "missing-day", D),
        (["27", "", "2026"], "missing-month", M),
        (["27", "3", ""], "missing-year", Y),
        (["", "", "2026"], "missing-day-and-month", both(D, M)),
        (["", "3", ""], "missing-day-and-year", both(D, Y)),
        (["27", "", ""], "missing-month-and-year", both(M, Y)),
        (["27", "3", "26"], "short-year", Y),
        (["27", "3", "202"], "short-year", Y),
        (["27", "3", "6"], "short-year", Y),
        (["31", "2", "2026"], "not-real", ALL),
        (["29", "2", "2026"], "not-real", ALL),
        (["31", "4", "2026"], "not-real", ALL),
        (["32", "3", "2026"], "not-real", D),
        (["0", "3", "2026"], "not-real", D),
        (["00", "3", "2026"], "not-real", D),
        (["100", "3", "2026"], "not-real", D),
        (["x", "3", "2026"], "not-real", D),
        (["27xx", "3", "2026"], "not-real", D),
        (["-1", "3", "2026"], "not-real", D),
        (["27", "13", "2026"], "not-real", M),
        (["27", "0", "2026"], "not-real", M),
        (["27", "Ma", "2026"], "not-real", M),
        (["27", "M", "2026"], "not-real", M),
        (["27", "Juno", "2026"], "not-real", M),
        (["27", "3", "20266"], "not-real", Y),
        (["27", "3", "twenty"], "not-real", Y),
        (["27", "3", "0026"], "not-real", Y),
        (["x", "y", "2026"], "not-real", ALL),
        (["x", "3", "26"], "not-real", D),
        (["x", "y", "z"], "not-real", ALL),
    ];
    assert!(accepted.len() + refused.len() >= 60);
    for ([day, month, year], expected) in accepted {
        assert_eq!(Date::from_parts(day, month, year).unwrap().to_string(), expected, "{day} {month} {year}");
    }
    for ([day, month, year], code, parts) in refused {
        let error = Date::from_parts(day, month, year).unwrap_err();
        assert_eq!((error.code(), error.parts()), (code, parts), "{day} {month} {year}");
    }
    table::<Date>(
        0,
        &[
            ("2026-03-27", "2026-03-27"),
            ("27 March 2026", "2026-03-27"),
            ("27/3/2026", "2026-03-27"),
            ("27.3.2026", "2026-03-27"),
            ("27-3-2026", "2026-03-27"),
            ("", "!empty"),
            ("tomorrow", "!not-real"),
            ("2026-02-30", "!not-real"),
        ],
    );
}

#[test]
fn months_and_years() {
    table::<MonthAndYear>(
        20,
        &[
            ("2026-03", "2026-03"),
            ("3/2026", "2026-03"),
            ("03/2026", "2026-03"),
            ("3 2026", "2026-03"),
            ("March 2026", "2026-03"),
            ("mar 2026", "2026-03"),
            ("Mawrth 2026", "2026-03"),
            ("Sept 2026", "2026-09"),
            ("Medi 2026", "2026-09"),
            ("12-2026", "2026-12"),
            ("٣ ٢٠٢٦", "2026-03"),
            ("", "!empty"),
            ("  ", "!empty"),
            ("2026", "!not-real"),
            ("13/2026", "!not-real"),
            ("0/2026", "!not-real"),
            ("3/26", "!short-year"),
            ("3/x", "!not-real"),
            ("x/2026", "!not-real"),
            ("1 3 2026", "!not-real"),
        ],
    );
    for ([month, year], code) in [
        (["", ""], "empty"),
        (["3", ""], "missing-year"),
        (["", "2026"], "missing-month"),
        (["3", "26"], "short-year"),
        (["x", "y"], "not-real"),
    ] {
        assert_eq!(MonthAndYear::from_parts(month, year).unwrap_err().code(), code);
    }
}

#[test]
fn phone_numbers() {
    table::<PhoneNumber>(
        40,
        &[
            ("01632 960 001", "01632 960 001"),
            ("01632960001", "01632960001"),
            ("(01632) 960001", "(01632) 960001"),
            ("01632-960-001", "01632-960-001"),
            ("01632 – 960 – 001", "01632 – 960 – 001"),
            ("01632.960.001", "01632.960.001"),
            ("07700 900 982", "07700 900 982"),
            ("07700900982", "07700900982"),
            ("020 7946 0000", "020 7946 0000"),
            ("+44 20 7946 0000", "+44 20 7946 0000"),
            ("+44 (0)20 7946 0000", "+44 (0)20 7946 0000"),
            ("+44 (0) 20 7946 0000", "+44 (0) 20 7946 0000"),
            ("0044 20 7946 0000", "0044 20 7946 0000"),
            ("+44 808 157 0192", "+44 808 157 0192"),
            ("+447700900982", "+447700900982"),
            ("+44 07700 900982", "+44 07700 900982"),
            ("0808 157 0192", "0808 157 0192"),
            ("0800 1111", "0800 1111"),
            ("0300 123 4567", "0300 123 4567"),
            ("016977 3555", "016977 3555"),
            ("020 7946 0000 ext 12", "020 7946 0000 ext 12"),
            ("020 7946 0000 extension 12", "020 7946 0000 extension 12"),
            ("020 7946 0000 x12", "020 7946 0000 x12"),
            ("020 7946 0000 #12", "020 7946 0000 #12"),
            ("+33 1 23 45 67 89", "+33 1 23 45 67 89"),
            ("0033 1 23 45 67 89", "0033 1 23 45 67 89"),
            ("+1 (202) 555-0123", "+1 (202) 555-0123"),
            ("+92 300 1234567", "+92 300 1234567"),
            ("٠٧٧٠٠ ٩٠٠ ٩٨٢", "٠٧٧٠٠ ٩٠٠ ٩٨٢"),
            ("  07700 900 982\u{200b} ", "07700 900 982"),
            ("\u{202a}07700 900982\u{202c}", "07700 900982"),
            ("", "!empty"),
            ("   ", "!empty"),
            ("x", "!phone-format"),
            ("999", "!phone-format"),
            ("7700900982", "7700900982"),
            ("0770090098", "!phone-format"),
            ("077009009822", "!phone-format"),
            ("04632 960 001", "!phone-format"),
            ("06632 960 001", "!phone-format"),
            ("+44 123", "!phone-format"),
            ("+0 123456789", "!phone-format"),
            ("+1234567890123456", "!phone-format"),
            ("07700 900 98a", "!phone-format"),
            ("07700 900 982 ext", "!phone-format"),
            ("my number is 07700 900 982", "!phone-format"),
            ("07700 900 982 or 020 7946 0000", "!phone-format"),
        ],
    );
    for (typed, expected) in [
        ("07700 900 982", "+447700900982"),
        ("+44 (0)20 7946 0000 ext 3", "+442079460000"),
        ("0033 1 23 45 67 89", "+33123456789"),
    ] {
        assert_eq!(typed.parse::<PhoneNumber>().unwrap().to_e164(), expected);
    }
}

#[test]
fn postcodes() {
    table::<Postcode>(
        40,
        &[
            ("SW1A 1AA", "SW1A 1AA"),
            ("sw1a1aa", "SW1A 1AA"),
            ("Sw1A 1aA", "SW1A 1AA"),
            (" SW1A  1AA ", "SW1A 1AA"),
            ("S W 1 A 1 A A", "SW1A 1AA"),
            ("SW1A-1AA", "SW1A 1AA"),
            ("SW1A–1AA", "SW1A 1AA"),
            ("(SW1A 1AA)", "SW1A 1AA"),
            ("SW1A.1AA.", "SW1A 1AA"),
            ("“SW1A 1AA”,", "SW1A 1AA"),
            ("SW1A\u{a0}1AA\u{200b}", "SW1A 1AA"),
            ("M1 1AE", "M1 1AE"),
            ("B33 8TH", "B33 8TH"),
            ("CR2 6XH", "CR2 6XH"),
            ("DN55 1PT", "DN55 1PT"),
            ("W1A 0AX", "W1A 0AX"),
            ("EC1A 1BB", "EC1A 1BB"),
            ("E98 1SN", "E98 1SN"),
            ("N1P 2NG", "N1P 2NG"),
            ("CF10 3NP", "CF10 3NP"),
            ("BT1 5GS", "BT1 5GS"),
            ("JE2 4UE", "JE2 4UE"),
            ("GY1 1AA", "GY1 1AA"),
            ("IM1 1AG", "IM1 1AG"),
            ("BF1 3AA", "BF1 3AA"),
            ("GIR 0AA", "GIR 0AA"),
            ("ASCN 1ZZ", "ASCN 1ZZ"),
            ("fiqq1zz", "FIQQ 1ZZ"),
            ("", "!empty"),
            (" - ", "!empty"),
            ("SW1A", "!postcode-format"),
            ("1AA", "!postcode-format"),
            ("SW1A 1A", "!postcode-format"),
            ("SW1A 1AAA", "!postcode-format"),
            ("SW1A AA1", "!postcode-format"),
            ("SW1A 1CI", "!postcode-format"),
            ("QW1A 1AA", "!postcode-format"),
            ("VA1 1AA", "!postcode-format"),
            ("XA1 1AA", "!postcode-format"),
            ("AI1 1AA", "!postcode-format"),
            ("A1I 1AA", "!postcode-format"),
            ("AA1C 1AA", "!postcode-format"),
            ("12345", "!postcode-format"),
            ("75008 Paris", "!postcode-format"),
            ("ŚW1A 1AA", "!postcode-format"),
            ("Northbridge", "!postcode-format"),
        ],
    );
    table::<OutwardPostcode>(
        20,
        &[
            ("SW1A", "SW1A"),
            ("sw1a", "SW1A"),
            (" M 1 ", "M1"),
            ("B33", "B33"),
            ("CR2", "CR2"),
            ("DN55", "DN55"),
            ("W1A", "W1A"),
            ("EC1A", "EC1A"),
            ("N1P", "N1P"),
            ("cf10", "CF10"),
            ("BT1.", "BT1"),
            ("", "!empty"),
            ("S", "!outward-postcode-format"),
            ("1", "!outward-postcode-format"),
            ("SW1A 1AA", "!outward-postcode-format"),
            ("Q1", "!outward-postcode-format"),
            ("AI1", "!outward-postcode-format"),
            ("A1I", "!outward-postcode-format"),
            ("SW111", "!outward-postcode-format"),
            ("ZZZ", "!outward-postcode-format"),
        ],
    );
}

#[test]
fn money() {
    table::<Money>(
        30,
        &[
            ("0", "0.00"),
            ("5", "5.00"),
            ("75", "75.00"),
            ("£75", "75.00"),
            ("£ 75", "75.00"),
            ("75.50", "75.50"),
            ("£75.50", "75.50"),
            ("££75.50", "75.50"),
            ("1234", "1234.00"),
            ("1,234", "1234.00"),
            ("£1,234,567.89", "1234567.89"),
            ("1 234.56", "1234.56"),
            (" 12.00 ", "12.00"),
            ("12.000", "!amount-unclear"),
            ("007", "7.00"),
            (".50", "0.50"),
            ("50p", "0.50"),
            ("5p", "0.05"),
            ("1234p", "12.34"),
            ("GBP 12", "12.00"),
            ("12 pounds", "12.00"),
            ("٧٥", "75.00"),
            ("", "!empty"),
            ("£", "!not-money"),
            ("x", "!not-money"),
            ("12.5", "!not-money"),
            ("12.345", "!amount-unclear"),
            ("1,23", "!amount-unclear"),
            ("1.234,50", "!amount-unclear"),
            ("-5", "!too-low"),
            ("£5p", "!not-money"),
            ("5.5p", "!not-money"),
            ("12.", "12.00"),
            ("twelve", "!not-money"),
            ("99999999999999999999", "!amount-too-large"),
            ("1000000000000.01", "!amount-too-large"),
        ],
    );
    table::<MoneyWithPence>(
        20,
        &[
            ("12.50", "12.50"),
            ("12.00", "12.00"),
            ("£12.50", "12.50"),
            ("£ 12.50", "12.50"),
            ("0.00", "0.00"),
            (".50", "0.50"),
            ("50p", "0.50"),
            ("1234p", "12.34"),
            ("1,234.50", "1234.50"),
            ("1 234.50", "1234.50"),
            ("GBP 12.50", "12.50"),
            (" 12.50\u{200b}", "12.50"),
            ("٧٥.٥٠", "75.50"),
            ("", "!empty"),
            ("12", "!needs-pence"),
            ("£1,200", "!needs-pence"),
            ("12.5", "!needs-pence"),
            ("12 pounds", "!needs-pence"),
            ("x", "!not-money"),
            ("-12.50", "!too-low"),
            ("1.234,50", "!amount-unclear"),
            ("99999999999999999999.00", "!amount-too-large"),
        ],
    );
    table::<WholePounds>(
        20,
        &[
            ("12", "12"),
            ("£12", "12"),
            ("£ 12", "12"),
            ("0", "0"),
            ("007", "7"),
            ("12.00", "12"),
            ("£1,200", "1200"),
            ("1,234,567", "1234567"),
            ("1 200", "1200"),
            ("GBP 12", "12"),
            ("12 pounds", "12"),
            (" 12\u{a0}", "12"),
            ("٧٥", "75"),
            ("1200p", "!no-pence"),
            ("", "!empty"),
            ("12.50", "!no-pence"),
            ("£0.99", "!no-pence"),
            ("50p", "!no-pence"),
            ("x", "!not-money"),
            ("-12", "!too-low"),
            ("1,23", "!amount-unclear"),
            ("99999999999999999999", "!amount-too-large"),
        ],
    );
}

#[test]
fn national_insurance_numbers() {
    table::<NationalInsuranceNumber>(
        30,
        &[
            ("QQ 12 34 56 C", "QQ 12 34 56 C"),
            ("QQ123456C", "QQ 12 34 56 C"),
            ("qq123456c", "QQ 12 34 56 C"),
            ("qQ 12 34 56 c", "QQ 12 34 56 C"),
            (" QQ123456C ", "QQ 12 34 56 C"),
            ("QQ-12-34-56-C", "QQ 12 34 56 C"),
            ("QQ–12–34–56–C", "QQ 12 34 56 C"),
            ("QQ.12.34.56.C", "QQ 12 34 56 C"),
            ("(QQ) 12 34 56 C", "QQ 12 34 56 C"),
            ("QQ 123456 A", "QQ 12 34 56 A"),
            ("QQ 123456 B", "QQ 12 34 56 B"),
            ("QQ 123456 D", "QQ 12 34 56 D"),
            ("QQ\u{a0}12\u{a0}34 56\u{200b}C", "QQ 12 34 56 C"),
            ("‘QQ 12 34 56 C’", "QQ 12 34 56 C"),
            ("QQ١٢٣٤٥٦C", "QQ 12 34 56 C"),
            ("", "!empty"),
            ("  ", "!empty"),
            ("Q", "!national-insurance-number-format"),
            ("QQ", "!national-insurance-number-format"),
            ("QQ 12 34 56", "!national-insurance-number-format"),
            ("QQ 12 34 56 E", "!national-insurance-number-format"),
            ("QQ 12 34 56 F", "!national-insurance-number-format"),
            ("QQ 12 34 5 C", "!national-insurance-number-format"),
            ("QQ 12 34 567 C", "!national-insurance-number-format"),
            ("Q1 12 34 56 C", "!national-insurance-number-format"),
            ("QQQ 12 34 56 C", "!national-insurance-number-format"),
            ("123456789", "!national-insurance-number-format"),
            ("QQ 12 34 56 CC", "!national-insurance-number-format"),
            ("QQ 1Z 34 56 C", "!national-insurance-number-format"),
            ("ÉQ 12 34 56 C", "!national-insurance-number-format"),
            ("I do not know", "!national-insurance-number-format"),
        ],
    );
}

#[test]
fn email_addresses() {
    let long = format!("{}@example.com", "a".repeat(64));
    let too_long = format!("a@{}.com", "b.".repeat(126) + "c");
    let local_too_long = format!("{}@example.com", "a".repeat(65));
    table::<EmailAddress>(
        30,
        &[
            ("name@example.com", "name@example.com"),
            (" name@example.com ", "name@example.com"),
            ("name@example.com.", "name@example.com"),
            ("<name@example.com>", "name@example.com"),
            ("\"name@example.com\",", "name@example.com"),
            ("Name@Example.COM", "Name@Example.COM"),
            ("first.last@example.co.uk", "first.last@example.co.uk"),
            ("a+b@example.com", "a+b@example.com"),
            ("o'brien@example.com", "o'brien@example.com"),
            ("a_b-c@sub.example.com", "a_b-c@sub.example.com"),
            ("siân@example.cymru", "siân@example.cymru"),
            ("name@exämple.com", "name@exämple.com"),
            ("name@xn--exmple-cua.com", "name@xn--exmple-cua.com"),
            ("1@2.com", "1@2.com"),
            ("name@example.com\u{200b}", "name@example.com"),
            (&long, &long),
            ("", "!empty"),
            (" ", "!empty"),
            ("name", "!email-format"),
            ("name@", "!email-format"),
            ("@example.com", "!email-format"),
            ("name@example", "!email-format"),
            ("name@@example.com", "!email-format"),
            ("name@example..com", "!email-format"),
            (".name@example.com", "!email-format"),
            ("na..me@example.com", "!email-format"),
            ("name.@example.com", "!email-format"),
            ("na me@example.com", "!email-format"),
            ("name@exa mple.com", "!email-format"),
            ("name@-example.com", "!email-format"),
            ("name@example.c", "!email-format"),
            ("name@127.0.0.1", "!email-format"),
            ("name@example.com, other@example.com", "!email-format"),
            ("name(at)example.com", "!email-format"),
            (&local_too_long, "!email-format"),
            (&too_long, "!too-long"),
        ],
    );
}

#[test]
fn names_and_texts() {
    let long = "a".repeat(201);
    table::<FullName>(
        20,
        &[
            ("Sam Rees", "Sam Rees"),
            (" Sam Rees ", "Sam Rees"),
            ("Siân ap Gwilym", "Siân ap Gwilym"),
            ("D’Arcy O'Brien-Smith", "D’Arcy O'Brien-Smith"),
            ("X Æ A-12", "X Æ A-12"),
            ("Nguyễn Thị Minh", "Nguyễn Thị Minh"),
            ("محمد علي", "محمد علي"),
            ("李小龙", "李小龙"),
            ("Sam  Rees", "Sam  Rees"),
            ("7", "7"),
            ("S. Rees (née Jones)", "S. Rees (née Jones)"),
            ("Null", "Null"),
            ("-", "-"),
            ("<b>Sam</b>", "<b>Sam</b>"),
            ("Sam\u{200b}", "Sam"),
            ("🦀", "🦀"),
            ("", "!empty"),
            (" \u{a0}", "!empty"),
            ("\u{200b}", "!empty"),
            (&long, "!too-long"),
        ],
    );
    table::<Text<5>>(
        20,
        &[
            ("a", "a"),
            ("abcde", "abcde"),
            (" abcde ", "abcde"),
            ("âêîôû", "âêîôû"),
            ("🦀🦀🦀🦀🦀", "🦀🦀🦀🦀🦀"),
            ("a\r\nb", "a\nb"),
            ("a\r\n\r\nbc", "a\n\nbc"),
            ("1", "1"),
            (".", "."),
            ("a b c", "a b c"),
            ("a\tb", "a\tb"),
            ("a\u{200b}bcde", "abcde"),
            ("", "!empty"),
            ("  ", "!empty"),
            ("\r\n", "!empty"),
            ("abcdef", "!too-long"),
            ("âêîôûŵ", "!too-long"),
            ("a b c d", "!too-long"),
            ("🦀🦀🦀🦀🦀🦀", "!too-long"),
            ("a\r\nb\r\ncd", "!too-long"),
        ],
    );
}

#[test]
fn bank_details() {
    table::<SortCode>(
        20,
        &[
            ("309430", "30-94-30"),
            ("30-94-30", "30-94-30"),
            ("30 94 30", "30-94-30"),
            ("30–94–30", "30-94-30"),
            ("30.94.30", "30-94-30"),
            ("(30) 9430", "30-94-30"),
            (" 309430 ", "30-94-30"),
            ("000000", "00-00-00"),
            ("3 0 9 4 3 0", "30-94-30"),
            ("٣٠٩٤٣٠", "30-94-30"),
            ("", "!empty-sort-code"),
            (" - ", "!empty-sort-code"),
            ("30943", "!sort-code-format"),
            ("3094300", "!sort-code-format"),
            ("30943a", "!sort-code-format"),
            ("sort code", "!sort-code-format"),
            ("30/94/30", "30-94-30"),
            ("+309430", "!sort-code-format"),
            ("30943O", "!sort-code-format"),
            ("é09430", "!sort-code-format"),
        ],
    );
    table::<AccountNumber>(
        20,
        &[
            ("00733445", "00733445"),
            ("0733445", "0733445"),
            ("733445", "733445"),
            ("00 73 34 45", "00733445"),
            ("00-733-445", "00733445"),
            ("0073.3445", "00733445"),
            (" 00733445 ", "00733445"),
            ("(00733445)", "00733445"),
            ("٠٠٧٣٣٤٤٥", "00733445"),
            ("00000000", "00000000"),
            ("", "!empty-account-number"),
            ("  ", "!empty-account-number"),
            ("12345", "!account-number-length"),
            ("123456789", "!account-number-length"),
            ("1", "!account-number-length"),
            ("0073344x", "!account-number-format"),
            ("x", "!account-number-format"),
            ("00733445/1", "!account-number-format"),
            ("£00733445", "!account-number-format"),
            ("account", "!account-number-format"),
        ],
    );
    table::<RollNumber>(
        20,
        &[
            ("A1", "A1"),
            ("A/12.3-4", "A/12.3-4"),
            ("D-123/456.7", "D-123/456.7"),
            (" A1 ", "A1"),
            ("a b c", "a b c"),
            ("1", "1"),
            ("123456789012345678", "123456789012345678"),
            ("ABCDEFGHIJKLMNOPQR", "ABCDEFGHIJKLMNOPQR"),
            ("0", "0"),
            ("..", ".."),
            ("A\u{200b}1", "A1"),
            ("", "!empty"),
            (" ", "!empty"),
            ("1234567890123456789", "!roll-number-length"),
            ("ABCDEFGHIJKLMNOPQRS", "!roll-number-length"),
            ("A_1", "!roll-number-characters"),
            ("A,1", "!roll-number-characters"),
            ("Â1", "!roll-number-characters"),
            ("A–1", "A-1"),
            ("A(1)", "!roll-number-characters"),
        ],
    );
}

#[test]
fn codes_of_registers() {
    table::<VehicleRegistration>(
        20,
        &[
            ("AB51 ABC", "AB51 ABC"),
            ("ab51abc", "AB51 ABC"),
            ("AB51-ABC", "AB51 ABC"),
            (" ab 51 abc ", "AB51 ABC"),
            ("A123 BCD", "A123BCD"),
            ("ABC 123D", "ABC123D"),
            ("ABC 1", "ABC1"),
            ("1 A", "1A"),
            ("123 ABC", "123ABC"),
            ("BIG 1234", "BIG1234"),
            ("1234 AB", "1234AB"),
            ("", "!empty"),
            ("..", "!empty"),
            ("A", "!vehicle-registration-format"),
            ("ABCD", "!vehicle-registration-format"),
            ("1234", "!vehicle-registration-format"),
            ("AB51 ABCD", "!vehicle-registration-format"),
            ("ÀB51 ABC", "!vehicle-registration-format"),
            ("AB51/ABC", "!vehicle-registration-format"),
            ("my car 1", "!vehicle-registration-format"),
        ],
    );
    table::<NhsNumber>(
        20,
        &[
            ("943 476 5919", "943 476 5919"),
            ("9434765919", "943 476 5919"),
            ("943-476-5919", "943 476 5919"),
            ("943.476.5919", "943 476 5919"),
            (" 943 476 5919 ", "943 476 5919"),
            ("401 023 2137", "401 023 2137"),
            ("٩٤٣ ٤٧٦ ٥٩١٩", "943 476 5919"),
            ("999 000 0018", "999 000 0018"),
            ("000 000 0000", "!nhs-number-wrong"),
            ("", "!empty"),
            (" - ", "!empty"),
            ("943 476 591", "!nhs-number-length"),
            ("943 476 59190", "!nhs-number-length"),
            ("943 476 591x", "!nhs-number-length"),
            ("number", "!nhs-number-length"),
            ("943 476 5918", "!nhs-number-wrong"),
            ("943 476 5910", "!nhs-number-wrong"),
            ("943 467 5919", "!nhs-number-wrong"),
            ("123 456 7890", "!nhs-number-wrong"),
            ("999 999 9998", "!nhs-number-wrong"),
        ],
    );
    table::<CompanyNumber>(
        20,
        &[
            ("01234567", "01234567"),
            ("1234567", "01234567"),
            ("12345", "00012345"),
            ("0123 4567", "01234567"),
            ("SC123456", "SC123456"),
            ("sc123456", "SC123456"),
            ("SC 123", "SC000123"),
            ("NI012345", "NI012345"),
            ("OC312345", "OC312345"),
            ("R0000123", "R0000123"),
            ("IP12345R", "IP12345R"),
            ("SP 1234 R", "SP01234R"),
            ("", "!empty"),
            ("123456789", "!company-number-format"),
            ("SC1234567", "!company-number-format"),
            ("ABC12345", "!company-number-format"),
            ("SC", "!company-number-format"),
            ("12345R", "!company-number-format"),
            ("X1234567", "!company-number-format"),
            ("my company", "!company-number-format"),
        ],
    );
    table::<VatNumber>(
        20,
        &[
            ("GB 123 4567 82", "GB 123 4567 82"),
            ("123456782", "GB 123 4567 82"),
            ("gb123456782", "GB 123 4567 82"),
            ("GB123456782", "GB 123 4567 82"),
            ("123-4567-82", "GB 123 4567 82"),
            ("XI123456782", "XI 123 4567 82"),
            ("GB 123 4567 82 001", "GB 123 4567 82 001"),
            ("123456782001", "GB 123 4567 82 001"),
            ("123456727", "GB 123 4567 27"),
            ("GB 980 7806 84", "GB 980 7806 84"),
            ("", "!empty"),
            ("GB", "!vat-number-format"),
            ("GB 123 4567", "!vat-number-format"),
            ("12345678", "!vat-number-format"),
            ("1234567822", "!vat-number-format"),
            ("FR123456782", "!vat-number-format"),
            ("GB12345678X", "!vat-number-format"),
            ("123456783", "!vat-number-wrong"),
            ("GB 123 4567 28", "!vat-number-wrong"),
            ("213456782", "!vat-number-wrong"),
        ],
    );
}

#[test]
fn numbers() {
    table::<WholeNumber<1, 120>>(
        20,
        &[
            ("1", "1"),
            ("120", "120"),
            (" 30 ", "30"),
            ("030", "30"),
            ("30.00", "30"),
            ("+30", "30"),
            ("٣٠", "30"),
            ("3 0", "30"),
            ("", "!empty"),
            ("\u{200b}", "!empty"),
            ("0", "!out-of-range"),
            ("-5", "!out-of-range"),
            ("121", "!out-of-range"),
            ("99999999999999999999999", "!out-of-range"),
            ("1,000", "!out-of-range"),
            ("1.5", "!not-whole"),
            ("thirty", "!not-a-number"),
            ("30 years", "!not-a-number"),
            ("1,5", "!whole-number-unclear"),
            ("--5", "!not-a-number"),
            ("1e2", "!not-a-number"),
        ],
    );
    table::<WholeNumber<0>>(
        0,
        &[("1,234,567", "1234567"), ("-1", "!too-low"), ("99999999999999999999", "!number-too-large")],
    );
    table::<WholeNumber>(
        0,
        &[
            ("−12", "-12"),
            ("99999999999999999999", "!number-too-large"),
            ("-99999999999999999999", "!number-too-small"),
        ],
    );
    table::<DecimalNumber<2>>(
        20,
        &[
            ("1.8", "1.80"),
            ("1.85", "1.85"),
            ("1", "1.00"),
            (".5", "0.50"),
            ("0.05", "0.05"),
            ("-1.5", "-1.50"),
            ("−0.25", "-0.25"),
            ("1,234.5", "1234.50"),
            ("1.500", "!too-precise"),
            (" 2 ", "2.00"),
            ("007.10", "7.10"),
            ("", "!empty"),
            ("1.855", "!too-precise"),
            ("x", "!not-a-number"),
            ("1.", "1.00"),
            ("1.2.3", "!not-a-number"),
            ("1,8", "!number-unclear"),
            (".", "!not-a-number"),
            ("99999999999999999999", "!number-too-large"),
            ("-99999999999999999999", "!number-too-small"),
        ],
    );
}

#[test]
fn one_time_codes_and_passwords() {
    table::<OneTimeCode>(
        20,
        &[
            ("12345", "12345"),
            ("12 345", "12345"),
            ("1-2-3-4-5", "12345"),
            ("12–345", "12345"),
            (" 12345 ", "12345"),
            ("(12345)", "12345"),
            ("12345.", "12345"),
            ("00000", "00000"),
            ("١٢٣٤٥", "12345"),
            ("", "!empty"),
            (" - ", "!empty"),
            ("1234", "!code-too-short"),
            ("1", "!code-too-short"),
            ("123456", "!code-too-long"),
            ("1234567890", "!code-too-long"),
            ("1234a", "!code-format"),
            ("abcde", "!code-format"),
            ("abc", "!code-format"),
            ("12345a", "!code-format"),
            ("code", "!code-format"),
        ],
    );
    for (typed, code) in [
        ("", Some("empty-password")),
        ("short", Some("too-short")),
        ("1234567", Some("too-short")),
        ("âêîôûŵŷ", Some("too-short")),
        ("       ", Some("too-short")),
        ("Liverpool", Some("password-common")),
        ("P@ssw0rd", Some("password-common")),
        ("123456789", Some("password-common")),
        ("trailing space ", None),
        ("tab\tinside", None),
        ("<script>alert(1)</script>", None),
        ("اردو حروف", None),
        ("passwordpassword", None),
        ("password", Some("password-common")),
        ("PASSWORD", Some("password-common")),
        ("Qwerty123", Some("password-common")),
        ("        ", None),
        (" leading space", None),
        ("correct horse battery staple", None),
        ("âêîôûŵŷ!", None),
        ("12345679", None),
    ] {
        let result = Password::parse(typed);
        assert_eq!(result.as_ref().err().map(ValueError::code), code, "{typed}");
        if let Ok(password) = result {
            assert_eq!(password.expose(), typed);
            assert_eq!(serde_json::to_string(&password).unwrap(), "\"\"");
            assert!(!format!("{password:?}").contains(typed.trim()) || typed.trim().is_empty());
        }
    }
}

/// A whole address from its lines: the lines of an envelope, or each field that is wrong with its code.
#[test]
fn addresses() {
    #[derive(Debug, Serialize, Deserialize, Validate)]
    struct Home {
        home: UkAddress,
    }
    impl Question for Home {
        const NAME: &'static str = "home";
    }
    let long = "x".repeat(101);
    let rows: &[([&str; 5], Result<&str, &str>)] = &[
        (["1 High Street", "", "Northbridge", "", "SW1A 1AA"], Ok("1 High Street, Northbridge, SW1A 1AA")),
        (["1 High Street", "Upper Mill", "Leeds", "", "ls11aa"], Ok("1 High Street, Upper Mill, Leeds, LS1 1AA")),
        (["Flat 2", "", "York", "North Yorkshire", "YO1 1AA"], Ok("Flat 2, York, North Yorkshire, YO1 1AA")),
        (
            ["Flat 2", "3 Mill Lane", "York", "Yorkshire", "yo1-1aa"],
            Ok("Flat 2, 3 Mill Lane, York, Yorkshire, YO1 1AA"),
        ),
        ([" 1 High Street ", " ", " Ely\u{200b}", "\t", " cb7  4aa "], Ok("1 High Street, Ely, CB7 4AA")),
        (["Tŷ Gwyn", "", "Caerdydd", "", "CF10 1AA"], Ok("Tŷ Gwyn, Caerdydd, CF10 1AA")),
        (
            ["1/2, 3–5 \"The Mill\"", "", "St Andrews", "", "KY16 9AA"],
            Ok("1/2, 3–5 \"The Mill\", St Andrews, KY16 9AA"),
        ),
        (["<b>1</b>", "", "A & B", "", "M1 1AA"], Ok("<b>1</b>, A & B, M1 1AA")),
        (["1", "", "Y", "", "EC1A 1BB"], Ok("1, Y, EC1A 1BB")),
        (["PO Box 9", "", "Bath", "", "(BA1 1AA)"], Ok("PO Box 9, Bath, BA1 1AA")),
        (["", "", "", "", ""], Err("line_1 empty, town empty, postcode empty")),
        ([" ", "\u{200b}", "\t", "", "-"], Err("line_1 empty, town empty, postcode empty")),
        (["", "", "York", "", "YO1 1AA"], Err("line_1 empty")),
        (["1 High Street", "", "", "", "YO1 1AA"], Err("town empty")),
        (["1 High Street", "", "York", "", ""], Err("postcode empty")),
        (["1 High Street", "", "York", "", "YO1"], Err("postcode postcode-format")),
        (["1 High Street", "", "York", "", "12345"], Err("postcode postcode-format")),
        ([&long, "", "York", "", "YO1 1AA"], Err("line_1 too-long")),
        (["1", &long, "York", "", "YO1 1AA"], Err("line_2 too-long")),
        (["1", "", &long, "", "YO1 1AA"], Err("town too-long")),
        (["1", "", "York", &long, "YO1 1AA"], Err("county too-long")),
        (
            ["", &long, "", &long, "x"],
            Err("line_1 empty, line_2 too-long, town empty, county too-long, postcode postcode-format"),
        ),
    ];
    assert!(rows.len() >= 20);
    let names = ["line_1", "line_2", "town", "county", "postcode"];
    for (typed, expected) in rows {
        let sent = names.into_iter().zip(typed).map(|(name, value)| (format!("home-{name}"), *value)).collect();
        let found = match Form::<Home>::submit(sent) {
            Ok(answers) => Ok(answers.home.lines().join(", ")),
            Err(form) => {
                let errors = form.errors().iter();
                let said = errors
                    .map(|error| format!("{} {}", error.field().trim_start_matches("home-"), error.error().code()));
                Err(said.collect::<Vec<_>>().join(", "))
            }
        };
        assert_eq!(found, expected.map(str::to_owned).map_err(str::to_owned), "{typed:?}");
    }
}

#[test]
fn ages() {
    let born = Date::new(2004, 2, 29).unwrap();
    for ((year, month, day), age) in [((2022, 2, 28), 17), ((2022, 3, 1), 18), ((2024, 2, 29), 20), ((2004, 2, 29), 0)]
    {
        assert_eq!(born.age_on(Date::new(year, month, day).unwrap()), age);
    }
    assert_eq!(born.plus_years(1).to_string(), "2005-02-28");
    assert_eq!(born.plus_days(1).to_string(), "2004-03-01");
    assert_eq!(Date::new(2026, 3, 27).unwrap().weekday(), 5);
}

proptest! {
    /// Whatever is typed is read or refused, and what was read is read the same again.
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        macro_rules! check {
            ($($value:ty),*) => {$(
                if let Ok(value) = text.parse::<$value>() {
                    let canonical = value.to_string();
                    prop_assert_eq!(canonical.parse::<$value>().map(|again| again.to_string()), Ok(canonical));
                }
            )*};
        }
        check!(
            Date, MonthAndYear, FullName, EmailAddress, PhoneNumber, Postcode, OutwardPostcode, NationalInsuranceNumber, SortCode,
            AccountNumber, RollNumber, Money, MoneyWithPence, WholePounds, WholeNumber<0, 9>, DecimalNumber<3>, VehicleRegistration,
            NhsNumber, CompanyNumber, VatNumber, OneTimeCode, Text<10>
        );
    }

    /// Texts that look like values.
    #[test]
    fn texts_that_look_like_values_are_read_or_refused(text in "[0-9A-Za-z .,+£p@()-]{0,16}") {
        let _ = (text.parse::<Date>(), text.parse::<PhoneNumber>(), text.parse::<Money>(), text.parse::<VatNumber>());
        if let Ok(money) = text.parse::<Money>() {
            prop_assert_eq!(money.to_string().parse::<Money>(), Ok(money));
        }
        if let Ok(number) = text.parse::<PhoneNumber>() {
            prop_assert!(number.to_e164().starts_with('+'));
        }
    }

    #[test]
    fn every_date_is_read_in_every_way(days in 0..200_000_i32) {
        let date = Date::new(1800, 1, 1).unwrap().plus_days(days);
        prop_assert_eq!(date.to_string().parse::<Date>(), Ok(date));
        for locale in [townhall::language::Locale::english(), townhall::language::Locale::welsh()] {
            let text = date.to_text(&locale);
            let parts: Vec<&str> = text.split(' ').collect();
            prop_assert_eq!(Date::from_parts(parts[0], parts[1], parts[2]), Ok(date));
        }
    }
}
