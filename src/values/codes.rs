//! Values that are codes with a form of their own.

use std::fmt;

use super::text_value::{text_impls, text_value};
use super::tidy::{all_digits, compact, compact_upper, not_empty, tidy_digits};
use super::{ErrorArgument, ValueError};

text_value! {
    /// A full UK postcode, such as `SW1A 1AA`: any spacing, punctuation and case are accepted.
    ///
    /// It has the form of a postcode; whether there is one, an address service knows.
    /// ([Addresses](https://design-system.service.gov.uk/patterns/addresses/); the forms are those of BS 7666.)
    ///
    /// Codes: `empty`, `postcode-format`.
    ///
    /// ```
    /// use townhall::values::Postcode;
    ///
    /// let postcode: Postcode = " (sw1a-1aa). ".parse()?;
    /// assert_eq!(postcode.as_str(), "SW1A 1AA");
    /// assert_eq!(postcode.outward(), "SW1A");
    /// # Ok::<(), townhall::values::ValueError>(())
    /// ```
    Postcode, postcode, sample "SW1A 1AA", "a UK postcode"
}

impl Postcode {
    /// The part that names the district: `SW1A`.
    #[must_use]
    pub fn outward(&self) -> &str {
        self.0.split(' ').next().unwrap_or_default()
    }

    /// The part within the district: `1AA`.
    #[must_use]
    pub fn inward(&self) -> &str {
        self.0.split(' ').nth(1).unwrap_or_default()
    }
}

text_value! {
    /// The first part of a UK postcode, such as `SW1A`. Codes: `empty`, `outward-postcode-format`.
    OutwardPostcode, outward_postcode, sample "SW1A", "the first part of a UK postcode"
}

text_value! {
    /// A National Insurance number, such as `QQ 12 34 56 C`
    /// ([pattern](https://design-system.service.gov.uk/patterns/national-insurance-numbers/)).
    ///
    /// Two letters, six digits, and A, B, C or D; spaces, punctuation and case are ignored. It proves nobody's identity.
    ///
    /// Numbers whose first two letters are never issued are refused
    /// ([NIM39110](https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110)), but for QQ, which stands in examples.
    ///
    /// Codes: `empty`, `national-insurance-number-format`, `national-insurance-number-prefix`.
    NationalInsuranceNumber, national_insurance_number, sample "QQ 12 34 56 C", "a National Insurance number"
}

text_value! {
    /// A sort code of six digits, shown as `30-94-30`
    /// ([bank details](https://design-system.service.gov.uk/patterns/bank-details/)). Codes: `empty-sort-code`, `sort-code-format`.
    SortCode, sort_code, sample "30-94-30", "a sort code"
}

text_value! {
    /// An account number of six to eight digits
    /// ([bank details](https://design-system.service.gov.uk/patterns/bank-details/)).
    ///
    /// Codes: `empty-account-number`, `account-number-format`, `account-number-length`.
    AccountNumber, account_number, sample "00733445", "an account number"
}

text_value! {
    /// A building society's roll number: 1 to 18 letters, digits, hyphens, spaces, slashes and full stops
    /// ([bank details](https://design-system.service.gov.uk/patterns/bank-details/)).
    ///
    /// Codes: `empty`, `roll-number-length`, `roll-number-characters`.
    RollNumber, roll_number, sample "A/12.3-4", "a roll number"
}

text_value! {
    /// A vehicle registration number, such as `AB51 ABC`. Old and personal numbers have no space.
    ///
    /// It has a form in which numbers were given: those of the United Kingdom since 1903
    /// ([INF104](https://www.gov.uk/government/publications/vehicle-registration-numbers-and-number-plates)), of the armed forces, diplomats,
    /// the trade, the Isle of Man and the Channel Islands. A postcode is none.
    ///
    /// Codes: `empty`, `vehicle-registration-format`, `vehicle-registration-postcode`.
    VehicleRegistration, vehicle_registration, sample "AB51 ABC", "a vehicle registration number"
}

text_value! {
    /// An NHS number of ten digits, shown as `943 476 5919`. The last one checks the others
    /// ([data dictionary](https://www.datadictionary.nhs.uk/attributes/nhs_number.html)).
    ///
    /// Codes: `empty`, `nhs-number-length`, `nhs-number-wrong`.
    NhsNumber, nhs_number, sample "943 476 5919", "an NHS number"
}

text_value! {
    /// A company number of eight characters, such as `01234567` or `SC123456`. Zeros that were left out are filled in
    /// ([Companies House](https://www.gov.uk/government/organisations/companies-house)).
    ///
    /// Codes: `empty`, `company-number-format`.
    CompanyNumber, company_number, sample "01234567", "a company number"
}

text_value! {
    /// A UK VAT registration number of 9 or 12 digits, shown as `GB 123 4567 82`. The last two of nine digits check the others, by
    /// either of the two ways in use.
    ///
    /// Codes: `empty`, `vat-number-format`, `vat-number-wrong`.
    VatNumber, vat_number, sample "GB 123 4567 82", "a VAT registration number"
}

fn postcode(text: &str) -> Result<String, ValueError> {
    let code = not_empty(compact_upper(text))?;
    let error = || ValueError::new("postcode-format");
    let (outward, inward) = code.len().checked_sub(3).and_then(|at| code.split_at_checked(at)).ok_or_else(error)?;
    let inward_is_right = match inward.as_bytes() {
        [digit, letters @ ..] => {
            digit.is_ascii_digit() && letters.iter().all(|letter| b"ABDEFGHJLNPQRSTUWXYZ".contains(letter))
        }
        [] => false,
    };
    // Girobank, and the territories that have one postcode.
    let is_single = matches!(
        code.as_str(),
        "GIR0AA"
            | "ASCN1ZZ"
            | "BBND1ZZ"
            | "BIQQ1ZZ"
            | "FIQQ1ZZ"
            | "PCRN1ZZ"
            | "SIQQ1ZZ"
            | "STHL1ZZ"
            | "TDCU1ZZ"
            | "TKCA1ZZ"
    );
    if is_single || (inward_is_right && is_outward(outward)) {
        Ok([outward, " ", inward].concat())
    } else {
        Err(error())
    }
}

/// A9, A99, AA9, AA99, A9A, AA9A, without the letters that are not used in each place.
fn is_outward(code: &str) -> bool {
    let first = |letter: &u8| letter.is_ascii_uppercase() && !b"QVX".contains(letter);
    let second = |letter: &u8| letter.is_ascii_uppercase() && !b"IJZ".contains(letter);
    let digit = u8::is_ascii_digit;
    match code.as_bytes() {
        [a, n] => first(a) && digit(n),
        [a, n, c] if digit(n) => first(a) && (digit(c) || b"ABCDEFGHJKPSTUW".contains(c)),
        [a, b, n] => first(a) && second(b) && digit(n),
        [a, b, n, c] => first(a) && second(b) && digit(n) && (digit(c) || b"ABEHMNPRVWXY".contains(c)),
        _ => false,
    }
}

fn outward_postcode(text: &str) -> Result<String, ValueError> {
    let code = not_empty(compact_upper(text))?;
    if is_outward(&code) { Ok(code) } else { Err(ValueError::new("outward-postcode-format")) }
}

fn national_insurance_number(text: &str) -> Result<String, ValueError> {
    let mut code = compact_upper(text);
    code.retain(|character| !character.is_ascii_punctuation());
    let code = not_empty(code)?;
    match code.as_bytes() {
        [a, b, digits @ .., suffix]
            if a.is_ascii_uppercase()
                && b.is_ascii_uppercase()
                && digits.len() == 6
                && digits.iter().all(u8::is_ascii_digit)
                && matches!(suffix, b'A'..=b'D') =>
        {
            if is_issued_prefix(*a, *b) {
                Ok(format!("{} {} {} {} {}", &code[..2], &code[2..4], &code[4..6], &code[6..8], &code[8..]))
            } else {
                Err(ValueError::new("national-insurance-number-prefix"))
            }
        }
        _ => Err(ValueError::new("national-insurance-number-format")),
    }
}

/// Whether numbers start with these letters (HMRC's manual, NIM39110), or the examples of public services do.
fn is_issued_prefix(a: u8, b: u8) -> bool {
    let first_is_right = !b"DFIQUV".contains(&a);
    let second_is_right = !b"DFIOQUV".contains(&b);
    let is_kept_back = matches!(&[a, b], b"BG" | b"GB" | b"KN" | b"NK" | b"NT" | b"TN" | b"ZZ");
    [a, b] == *b"QQ" || (first_is_right && second_is_right && !is_kept_back)
}

/// [`compact`], without the slashes that stand between groups of digits.
fn compact_groups(text: &str) -> String {
    let mut code = compact(text);
    code.retain(|character| !matches!(character, '/' | '\\'));
    code
}

fn sort_code(text: &str) -> Result<String, ValueError> {
    let code = compact_groups(text);
    match code.len() {
        0 => Err(ValueError::new("empty-sort-code")),
        6 if all_digits(&code) => Ok(format!("{}-{}-{}", &code[..2], &code[2..4], &code[4..])),
        _ => Err(ValueError::new("sort-code-format")),
    }
}

fn account_number(text: &str) -> Result<String, ValueError> {
    let code = compact(text);
    match code.len() {
        0 => Err(ValueError::new("empty-account-number")),
        _ if !all_digits(&code) => Err(ValueError::new("account-number-format")),
        6..=8 => Ok(code),
        _ => Err(ValueError::new("account-number-length")),
    }
}

fn roll_number(text: &str) -> Result<String, ValueError> {
    // Word processors make dashes of hyphens and spaces that do not break of spaces.
    let usual = |character: char| match character {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        space if space.is_whitespace() => ' ',
        other => other,
    };
    let code: String = not_empty(tidy_digits(text))?.chars().map(usual).collect();
    if !code.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ' ' | '/' | '.')) {
        Err(ValueError::new("roll-number-characters"))
    } else if code.len() > 18 {
        Err(ValueError::new("roll-number-length"))
    } else {
        Ok(code)
    }
}

/// The forms of registration numbers: `A` for a letter, `9` for a digit.
const REGISTRATIONS: &[&str] = &[
    // Since 2001, 1983 to 2001, 1963 to 1983.
    "AA99AAA", "A9AAA", "A99AAA", "A999AAA", "AAA9A", "AAA99A", "AAA999A",
    // Until 1963 and in Northern Ireland, either way round; most trade plates.
    "A9", "A99", "A999", "A9999", "AA9", "AA99", "AA999", "AA9999", "AAA9", "AAA99", "AAA999", "AAA9999", "9A", "99A",
    "999A", "9999A", "9AA", "99AA", "999AA", "9999AA", "9AAA", "99AAA", "999AAA", "9999AAA",
    // Trade plates since 2015, and those of Guernsey.
    "99999", // The armed forces, before and since the 1990s.
    "99AA99", "AA99AA",  // Diplomats, and the staff of embassies and of international organisations.
    "999A999", // The Isle of Man, Jersey, Alderney.
    "AA9A", "AA99A", "AA999A", "A99999", "A999999", "AA99999",
];

/// The areas of postcodes that have two letters and, in some district, one digit: those that could be the armed forces' letters.
const AREAS: &str = "AB AL BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY EC EH EN EX FK FY GL GU \
    GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY LA LD LE LL LN LS LU ME MK ML NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM SA \
    SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB WA WC WD WF WN WR WS WV YO ZE";

fn vehicle_registration(text: &str) -> Result<String, ValueError> {
    let code = not_empty(compact_upper(text))?;
    let form: String = code
        .chars()
        .map(|character| match character {
            'A'..='Z' => 'A',
            '0'..='9' => '9',
            other => other,
        })
        .collect();
    if is_postcode_and_not_registration(text, &code, &form) {
        return Err(ValueError::new("vehicle-registration-postcode"));
    }
    // Diplomatic numbers have D or X in the middle.
    let is_diplomatic = form != "999A999" || matches!(code.as_bytes().get(3), Some(b'D' | b'X'));
    if !REGISTRATIONS.contains(&form.as_str()) || !is_diplomatic {
        return Err(ValueError::new("vehicle-registration-format"));
    }
    // The form since 2001 has a space.
    match code.split_at_checked(4) {
        Some((area_and_year, letters)) if form == "AA99AAA" => Ok([area_and_year, " ", letters].concat()),
        _ => Ok(code),
    }
}

/// Whether a code is a postcode: `LS1 1AA` is one, and `LS 11 AA` a number of the armed forces.
fn is_postcode_and_not_registration(text: &str, code: &str, form: &str) -> bool {
    if postcode(code).is_err() {
        return false;
    }
    if form != "AA99AA" {
        return true;
    }
    let groups: Vec<usize> =
        tidy_digits(text).split(|c: char| !c.is_alphanumeric()).map(str::len).filter(|len| *len > 0).collect();
    let area = code.get(..2).unwrap_or_default();
    match groups.as_slice() {
        [2, 2, 2] | [4, 2] => false,
        [3, 3] => true,
        _ => AREAS.split_whitespace().any(|known| known == area),
    }
}

/// The sum of digits, each multiplied by its weight; the weights go down by one from the first.
fn weighted_sum(digits: &str, first_weight: u32) -> u32 {
    digits
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .zip((0..=first_weight).rev())
        .map(|(digit, weight)| digit * weight)
        .sum()
}

/// Whether all digits are zeros: a number that nobody was given.
fn is_zero(digits: &str) -> bool {
    digits.bytes().all(|digit| digit == b'0')
}

fn nhs_number(text: &str) -> Result<String, ValueError> {
    let code = not_empty(compact_groups(text))?;
    if code.len() != 10 || !all_digits(&code) {
        return Err(ValueError::new("nhs-number-length"));
    }
    // The check digit completes the sum to a multiple of 11; its own weight is 1.
    if weighted_sum(&code, 10).is_multiple_of(11) && !is_zero(&code) {
        Ok(format!("{} {} {}", &code[..3], &code[3..6], &code[6..]))
    } else {
        Err(ValueError::new("nhs-number-wrong"))
    }
}

fn company_number(text: &str) -> Result<String, ValueError> {
    let code = not_empty(compact_upper(text))?;
    let error = || ValueError::new("company-number-format");
    if !code.bytes().all(|byte| byte.is_ascii_alphanumeric()) || code.len() > 8 {
        return Err(error());
    }
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    let (prefix, number) = code.split_at(letters);
    // Some societies' numbers end in R.
    let (number, suffix) = number.strip_suffix('R').map_or((number, ""), |number| (number, "R"));
    let prefix_is_right = prefix.is_empty() || prefix.len() == 2 || prefix == "R";
    if !prefix_is_right || !all_digits(number) || (prefix.is_empty() && !suffix.is_empty()) {
        return Err(error());
    }
    let width = 8 - prefix.len() - suffix.len();
    if number.len() > width || is_zero(number) {
        Err(error())
    } else {
        Ok(format!("{prefix}{number:0>width$}{suffix}"))
    }
}

fn vat_number(text: &str) -> Result<String, ValueError> {
    let code = not_empty(compact_upper(text))?;
    let (country, number) = match code.get(..2) {
        Some(country @ ("GB" | "XI")) => (country, &code[2..]),
        _ => ("GB", code.as_str()),
    };
    if !all_digits(number) || !matches!(number.len(), 9 | 12) {
        return Err(ValueError::new("vat-number-format"));
    }
    let checks: u32 = number[7..9].parse().unwrap_or_default();
    let sum = weighted_sum(&number[..7], 8) + checks;
    if (!sum.is_multiple_of(97) && !(sum + 55).is_multiple_of(97)) || is_zero(&number[..9]) {
        return Err(ValueError::new("vat-number-wrong"));
    }
    let branch = if number.len() == 12 { format!(" {}", &number[9..]) } else { String::new() };
    Ok(format!("{country} {} {} {}{branch}", &number[..3], &number[3..7], &number[7..9]))
}

/// A security code that was sent to somebody, of five digits unless another number is given
/// ([pattern](https://design-system.service.gov.uk/patterns/confirm-a-phone-number/)).
///
/// Codes: `empty`, `code-too-short`, `code-too-long`, `code-format`, with `digits`.
///
/// ```
/// use townhall::values::OneTimeCode;
///
/// let code: OneTimeCode = "12 345".parse()?;
/// assert!(code.is("12345"));
/// # Ok::<(), townhall::values::ValueError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct OneTimeCode<const DIGITS: usize = 5>(String);

impl<const DIGITS: usize> OneTimeCode<DIGITS> {
    /// Reads what was typed.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as a code.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let code = not_empty(compact(text))?;
        let digits = ErrorArgument::Number(i64::try_from(DIGITS).unwrap_or(i64::MAX));
        let error = |code: &'static str| Err(ValueError::new(code).with("digits", digits.clone()));
        match code.len().cmp(&DIGITS) {
            _ if !all_digits(&code) => error("code-format"),
            std::cmp::Ordering::Less => error("code-too-short"),
            std::cmp::Ordering::Greater => error("code-too-long"),
            std::cmp::Ordering::Equal => Ok(Self(code)),
        }
    }

    /// Whether it is the code that was sent. It takes as long for a wrong code as for the right one.
    #[must_use]
    pub fn is(&self, sent: &str) -> bool {
        let differences = self.0.bytes().zip(sent.bytes()).fold(0, |differences, (a, b)| differences | (a ^ b));
        self.0.len() == sent.len() && differences == 0
    }
}

text_impls! {
    [const DIGITS: usize] OneTimeCode<DIGITS>, "townhall::OneTimeCode", "a security code", sample Self("1".repeat(DIGITS))
}

impl<const DIGITS: usize> fmt::Display for OneTimeCode<DIGITS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const DIGITS: usize> fmt::Debug for OneTimeCode<DIGITS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OneTimeCode").finish_non_exhaustive()
    }
}
