//! Questions: what is sent, what is answered, what is said.

use std::collections::HashSet;

use proptest::prelude::*;
use scraper::{Html, Selector};
use serde::{Deserialize, Serialize};
use townhall::form::{
    ContentCheck, Count, ErrorListing, Field, FieldError, Fields, Form, FormData, FormDataError, Limits, Question,
    rules,
};
use townhall::language::{Languages, Locale};
use townhall::page::Brand;
use townhall::values::{
    AccountNumber, CompanyNumber, Date, DecimalNumber, EmailAddress, FullName, Money, MoneyWithPence, MonthAndYear,
    NationalInsuranceNumber, NhsNumber, OneTimeCode, OutwardPostcode, Password, PhoneNumber, Postcode, RollNumber,
    SortCode, Text, UkAddress, UploadedFile, ValueError, VatNumber, VehicleRegistration, WholeNumber, WholePounds,
};
use validator::{Validate, ValidationError};

/// Every kind of field, and one inside the other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate)]
struct Everything {
    full_name: FullName,
    #[validate(length(max = 10))]
    nickname: Option<String>,
    #[validate(custom(function = rules::in_the_past))]
    born: Date,
    expiry: MonthAndYear,
    #[validate(range(min = 1, max = 12))]
    people: u8,
    height: DecimalNumber<2>,
    owner: bool,
    contact: Contact,
    permits: Vec<Permit>,
    home: UkAddress,
    reason: Option<String>,
    code: Registered,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Contact {
    Email { email: EmailAddress, daily: bool },
    Phone(PhoneNumber),
    Visit(When),
    Letter,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum When {
    Morning,
    Date { date: Date },
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Permit {
    Car,
    ElectricVan,
    None,
}

/// A type of an application, which accepts no sample.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
struct Registered(String);

impl TryFrom<String> for Registered {
    type Error = ValueError;

    fn try_from(text: String) -> Result<Self, ValueError> {
        if text.starts_with("NB-") { Ok(Self(text)) } else { Err(ValueError::new("no-prefix").with("prefix", "NB-")) }
    }
}

impl From<Registered> for String {
    fn from(code: Registered) -> Self {
        code.0
    }
}

impl Question for Everything {
    const NAME: &'static str = "everything";

    fn fields() -> Fields {
        Fields::new()
            .field("reason", Field::new().character_count(Count::Words(5)))
            .field("code", Field::new().sample("NB-0"))
    }
}

const ENGLISH: &str = "
everything = All about you
everything-full_name = Full name
    .it = your full name
everything-nickname = Nickname
everything-born = Date of birth
    .it = your date of birth
everything-expiry = Expiry date
    .it = the expiry date
everything-people = Number of people
    .it = the number of people
everything-height = Height
everything-owner = Do you own your home?
    .it = you own your home
everything-contact = How should we contact you?
    .it = how we should contact you
    .option-email = Email
    .option-phone = Phone
    .option-visit = A visit
    .option-letter = Letter
everything-contact-email-email = Email address
    .it = your email address
everything-contact-email-daily = Daily?
    .it = you want an email every day
everything-contact-phone = Phone number
everything-contact-visit = When?
    .it = when we should visit
    .option-morning = In the morning
    .option-date = On a date
    .option-never = Never
everything-contact-visit-date-date = Date of the visit
everything-permits = Permits
    .it = the permits that you need
    .option-car = Car
    .option-electric-van = Electric van
    .option-none = None of these
everything-home = Where do you live?
    .it = where you live
everything-reason = Reason
everything-code = Code
    .error-no-prefix = The code must start with { $prefix }
";

fn english() -> Locale {
    Languages::builder().file("en", "everything.ftl", ENGLISH).build().unwrap().default_locale()
}

fn sent(pairs: &[(&str, &str)]) -> FormData {
    pairs.iter().copied().collect()
}

const GOOD: &[(&str, &str)] = &[
    ("full_name", "Siân Rees"),
    ("born-day", "27"),
    ("born-month", "Mawrth"),
    ("born-year", "1984"),
    ("expiry-month", "9"),
    ("expiry-year", "2027"),
    ("people", " 4 "),
    ("height", "1.8"),
    ("owner", "yes"),
    ("contact", "visit"),
    ("contact-visit", "date"),
    ("contact-visit-date-date-day", "1"),
    ("contact-visit-date-date-month", "2"),
    ("contact-visit-date-date-year", "2027"),
    ("permits", "car"),
    ("permits", "electric-van"),
    ("home-line_1", "1 Mill Lane"),
    ("home-town", "Northbridge"),
    ("home-postcode", "sw1a1aa"),
    ("code", "NB-1"),
];

/// The good answers with some of them replaced: `None` takes a field away.
fn good_but(changes: &[(&str, Option<&str>)]) -> FormData {
    let mut data: FormData =
        GOOD.iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name)).copied().collect();
    for (name, value) in changes {
        if let Some(value) = value {
            data.push(*name, *value);
        }
    }
    data
}

fn texts(data: FormData) -> Vec<String> {
    Form::<Everything>::submit(data).expect_err("something is wrong").error_texts(&english())
}

#[test]
fn good_answers_are_typed() {
    let answers = Form::<Everything>::submit(sent(GOOD)).unwrap();
    assert_eq!(answers.born, Date::new(1984, 3, 27).unwrap());
    assert_eq!(answers.people, 4);
    assert_eq!(answers.contact, Contact::Visit(When::Date { date: Date::new(2027, 2, 1).unwrap() }));
    assert_eq!(answers.permits, [Permit::Car, Permit::ElectricVan]);
    assert_eq!(answers.home.lines(), ["1 Mill Lane", "Northbridge", "SW1A 1AA"]);
    assert_eq!((answers.nickname.as_deref(), answers.reason.as_deref()), (None, None));
}

#[test]
fn answers_that_are_shown_again_are_the_same_answers() {
    let answers = Form::<Everything>::submit(sent(GOOD)).unwrap();
    let form = Form::filled(&answers);
    assert_eq!(form.data().get("born-month"), Some("3"));
    assert_eq!(Form::<Everything>::submit(form.data().clone()).unwrap(), answers);
    let through_the_wire =
        FormData::from_urlencoded(form.data().to_urlencoded().as_bytes(), &Limits::default()).unwrap();
    assert_eq!(Form::<Everything>::submit(through_the_wire).unwrap(), answers);
}

#[test]
fn an_empty_page_has_all_its_errors_in_its_order() {
    assert_eq!(
        texts(FormData::new()),
        [
            "Enter your full name",
            "Enter your date of birth",
            "Enter the expiry date",
            "Enter the number of people",
            "Enter height",
            "Select yes if you own your home",
            "Select how we should contact you",
            "Select the permits that you need",
            "Enter address line 1, typically the building and street",
            "Enter town or city",
            "Enter postcode",
            "Enter code",
        ]
    );
}

#[test]
fn typed_errors_and_rules_are_told_together() {
    let tomorrow = Date::today().plus_days(1);
    let wrong = good_but(&[
        ("nickname", Some("much too long")),
        ("born-day", Some(&tomorrow.day().to_string())),
        ("born-month", Some(&tomorrow.month().to_string())),
        ("born-year", Some(&tomorrow.year().to_string())),
        ("expiry-year", Some("27")),
        ("people", Some("13")),
        ("height", Some("tall")),
        ("owner", Some("perhaps")),
        ("home-postcode", Some("SW1A")),
        ("code", Some("XX-1")),
    ]);
    assert_eq!(
        texts(wrong),
        [
            "Nickname must be 10 characters or less",
            "Date of birth must be in the past",
            "Year must include 4 numbers",
            "Number of people must be between 1 and 12",
            "Height must be a number",
            "Select yes if you own your home",
            "Enter a full UK postcode",
            "The code must start with NB-",
        ]
    );
}

#[test]
fn what_is_not_chosen_is_neither_read_nor_kept() {
    let data = good_but(&[
        ("contact", Some("letter")),
        ("contact-phone", Some("not a number")),
        ("contact-email-email", Some("not an address")),
    ]);
    let answers = Form::<Everything>::submit(data).unwrap();
    assert_eq!(answers.contact, Contact::Letter);
    let again = Form::filled(&answers);
    assert!(again.data().iter().all(|(name, _)| !name.starts_with("contact-")));
}

#[test]
fn what_is_chosen_is_asked_for() {
    assert_eq!(
        texts(good_but(&[("contact", Some("email"))])),
        ["Enter your email address", "Select yes if you want an email every day"]
    );
    assert_eq!(texts(good_but(&[("contact", Some("phone"))])), ["Enter phone number"]);
    assert_eq!(texts(good_but(&[("contact-visit", None)])), ["Select when we should visit"]);
    assert_eq!(texts(good_but(&[("contact-visit-date-date-day", None)])), ["Date of the visit must include a day"]);
    assert_eq!(texts(good_but(&[("contact", Some("pigeon"))])), ["Select how we should contact you"]);
}

#[test]
fn none_excludes_the_others() {
    let mut data = sent(GOOD);
    data.push("permits", "none");
    assert_eq!(texts(data), ["Select the permits that you need or select ‘None of these’"]);
    assert!(Form::<Everything>::submit(good_but(&[("permits", Some("none"))])).is_ok());
    assert_eq!(texts(good_but(&[("permits", Some("boat"))])), ["Select the permits that you need"]);
}

#[test]
fn a_limit_is_counted_as_the_page_counts() {
    assert!(Form::<Everything>::submit(good_but(&[("reason", Some("one two three four five"))])).is_ok());
    assert_eq!(texts(good_but(&[("reason", Some("one two three four five six"))])), ["Reason must be 5 words or less"]);
}

#[test]
fn a_name_that_is_sent_twice_counts_as_it_was_sent_last() {
    let mut data = good_but(&[("people", Some("2"))]);
    data.push("people", "3");
    assert_eq!(Form::<Everything>::submit(data).unwrap().people, 3);
}

#[test]
fn an_error_of_the_application_takes_its_place() {
    let form = Form::<Everything>::submit(good_but(&[("code", Some("x")), ("people", None)])).unwrap_err();
    let form = form.add_error("born", ValueError::new("not-past")).add_error("people", ValueError::new("too-low"));
    let fields: Vec<&str> = form.errors().iter().map(FieldError::field).collect();
    assert_eq!(fields, ["born", "people", "code"]);
    assert_eq!(form.errors().of("people").unwrap().code(), "empty", "a field has one error, the first");
}

/// A type that accepts no sample, and a question that gives none.
#[derive(Debug, Serialize, Deserialize, Validate)]
struct Unknown {
    code: Registered,
    other: Registered,
    #[validate(length(max = 3))]
    name: String,
    age: u8,
}

impl Question for Unknown {
    const NAME: &'static str = "unknown";
}

#[test]
fn fields_after_a_type_without_a_sample_are_read_all_the_same() {
    let data = sent(&[("code", "x"), ("other", ""), ("name", ""), ("age", "old")]);
    let form = Form::<Unknown>::submit(data).unwrap_err();
    let codes: Vec<_> = form.errors().iter().map(|error| (error.field(), error.error().code())).collect();
    assert_eq!(codes, [("code", "no-prefix"), ("other", "empty"), ("name", "empty"), ("age", "not-a-number")]);
    let languages = Languages::builder().build().unwrap();
    let problems = ContentCheck::new(&languages).question::<Unknown>().run().unwrap_err().to_string();
    assert!(
        problems.contains("question `unknown`: the field `code`: its type refuses the sample with `no-prefix`"),
        "{problems}"
    );
}

/// A limit and a box that excludes others, inside choices.
#[derive(Debug, Serialize, Deserialize, Validate)]
struct Inside {
    help: Help,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Help {
    Yes { why: String, kinds: Vec<Kinds> },
    No,
}

#[derive(Debug, Serialize, Deserialize)]
enum Kinds {
    Lift,
    Nothing,
}

impl Question for Inside {
    const NAME: &'static str = "inside";

    fn fields() -> Fields {
        Fields::new()
            .field("help-yes-why", Field::new().character_count(Count::Length(3)))
            .field("help-yes-kinds", Field::new().exclusive("Nothing"))
    }
}

#[test]
fn limits_inside_a_choice_count_only_if_it_is_made() {
    let content = "inside-help-yes-why = Why\ninside-help-yes-kinds = Kinds\n    .it = kinds\n    .option-Nothing = Not a thing\n";
    let languages = Languages::builder().file("en", "inside.ftl", content).build().unwrap();
    let answers = |help: &str| -> FormData {
        let kinds = [("help-yes-kinds", "Lift"), ("help-yes-kinds", "Nothing")];
        [("help", help), ("help-yes-why", "because")].into_iter().chain(kinds).collect()
    };
    assert!(matches!(Form::<Inside>::submit(answers("no")), Ok(Inside { help: Help::No })));
    let form = Form::<Inside>::submit(answers("yes")).unwrap_err();
    let expected = ["Why must be 3 characters or less", "Select kinds or select ‘Not a thing’"];
    assert_eq!(form.error_texts(&languages.default_locale()), expected);
}

#[test]
fn an_error_of_the_application_has_whatever_variables_it_likes() {
    let content = "everything-code = Code\n    .error-moved = That permit is now in { $ward }, since { $since }";
    let languages = Languages::builder().file("en", "x.ftl", content).build().unwrap();
    let error = ValueError::new("moved").with("ward", "Riverside").with("since", day(2026, 3, 27));
    let form = Form::<Everything>::new().add_error("code", error);
    assert_eq!(form.error_texts(&languages.default_locale()), ["That permit is now in Riverside, since 27 March 2026"]);
}

/// Rules over two fields, and names that serde changes.
#[derive(Debug, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
#[validate(schema(function = ends_after_it_starts, skip_on_field_errors = false))]
struct Holiday {
    start_date: Date,
    end_date: Date,
    #[validate(length(min = 3, max = 5))]
    place_name: String,
    #[validate(email)]
    contact: String,
    #[validate(must_match(other = "contact"))]
    contact_again: String,
    #[validate(custom(function = own_rule))]
    secret_word: String,
}

fn ends_after_it_starts(holiday: &Holiday) -> Result<(), ValidationError> {
    rules::for_field("endDate", rules::after(holiday.end_date, holiday.start_date))
}

fn own_rule(word: &str) -> Result<(), ValidationError> {
    if word == "sesame" {
        return Ok(());
    }
    let mut error = ValidationError::new("not_sesame");
    error.add_param("text".into(), &"open");
    Err(error)
}

impl Question for Holiday {
    const NAME: &'static str = "holiday";
}

#[test]
fn validator_errors_find_their_fields() {
    let languages = Languages::builder()
        .file(
            "en",
            "h.ftl",
            "holiday-endDate = End date\nholiday-placeName = Place\nholiday-contactAgain = Email address\n    .it = your email address again\n\
             holiday-secretWord = Word\n    .error-not-sesame = Say { $text }\nholiday-contact = Email",
        )
        .build()
        .unwrap();
    let data = sent(&[
        ("startDate-day", "2"),
        ("startDate-month", "2"),
        ("startDate-year", "2026"),
        ("endDate-day", "1"),
        ("endDate-month", "2"),
        ("endDate-year", "2026"),
        ("placeName", "Rhyl upon Sea"),
        ("contact", "nobody"),
        ("contactAgain", "somebody"),
        ("secretWord", "wrong"),
    ]);
    let form = Form::<Holiday>::submit(data).unwrap_err();
    assert_eq!(
        form.error_texts(&languages.default_locale()),
        [
            "End date must be after 2 February 2026",
            "Place must be between 3 and 5 characters",
            "Enter an email address in the correct format, like name@example.com",
            "Email address must be the same in both boxes",
            "Say open",
        ]
    );
    // What was typed is not in what may be logged.
    let logged = format!("{form:?}");
    for typed in ["Rhyl", "nobody", "somebody", "wrong"] {
        assert!(!logged.contains(typed), "{logged}");
    }
}

fn page_of(form: &Form<Everything>) -> String {
    let languages = Languages::builder()
        .file("en", "everything.ftl", ENGLISH)
        .file("cy", "everything.cy.ftl", "everything-full_name = Enw llawn\n    .it = eich enw llawn")
        .build()
        .unwrap();
    let brand = Brand::council("London Borough of Northbridge").build().unwrap();
    let locale = languages.default_locale();
    form.page(&brand, &locale).languages(&languages).render_document().into_string()
}

/// Every reference leads somewhere, no id is there twice, and every link of the summary leads to something that takes focus.
fn check_references(html: &str) {
    let document = Html::parse_document(html);
    let all = |selector: &str| -> Vec<scraper::ElementRef<'_>> {
        document.select(&Selector::parse(selector).unwrap()).collect()
    };
    let ids: Vec<&str> = all("[id]").iter().filter_map(|element| element.value().attr("id")).collect();
    let unique: HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id is there twice: {ids:?}");
    for attribute in ["for", "aria-describedby", "aria-labelledby", "data-aria-controls", "form"] {
        for element in all(&format!("[{attribute}]")) {
            for id in element.value().attr(attribute).unwrap().split(' ') {
                assert!(unique.contains(id), "{attribute} names {id}, which is nowhere");
            }
        }
    }
    for link in all(".govuk-error-summary__list a") {
        let target = link.value().attr("href").unwrap().strip_prefix('#').unwrap();
        let found =
            document.tree.values().filter_map(|node| node.as_element()).find(|element| element.id() == Some(target));
        assert!(
            found.is_some_and(|element| matches!(element.name(), "input" | "select" | "textarea")),
            "{target} takes no focus"
        );
    }
    assert!(all("[required]").is_empty());
}

#[test]
fn a_page_with_errors_says_so_everywhere() {
    let form = Form::<Everything>::submit(good_but(&[
        ("born-year", Some("84")),
        ("contact", Some("email")),
        ("contact-email-email", Some("<script>\"&")),
        ("home-line_1", None),
    ]))
    .unwrap_err();
    let html = page_of(&form);
    check_references(&html);
    let document = Html::parse_document(&html);
    let one = |selector: &str| document.select(&Selector::parse(selector).unwrap()).next().unwrap();
    assert_eq!(one("title").text().collect::<String>(), "Error: All about you – London Borough of Northbridge");
    assert_eq!(
        one("main .govuk-grid-column-two-thirds > :first-child").value().attr("class"),
        Some("govuk-error-summary")
    );
    let links: Vec<_> = document.select(&Selector::parse(".govuk-error-summary__list a").unwrap()).collect();
    let links: Vec<_> =
        links.iter().map(|link| (link.value().attr("href").unwrap(), link.text().collect::<String>())).collect();
    let expected = [
        ("#born-year", "Year must include 4 numbers"),
        ("#contact-email-email", "Enter an email address in the correct format, like name@example.com"),
        ("#contact-email-daily", "Select yes if you want an email every day"),
        ("#home-line_1", "Enter address line 1, typically the building and street"),
    ];
    assert_eq!(links, expected.map(|(href, text)| (href, text.to_owned())));
    assert_eq!(one("#contact-email-email").value().attr("value"), Some("<script>\"&"));
    assert!(one("#born-year").value().attr("class").unwrap().contains("govuk-input--error"));
    assert!(!one("#born-day").value().attr("class").unwrap().contains("govuk-input--error"));
    let labels: Vec<String> = document
        .select(&Selector::parse("label.govuk-label--s").unwrap())
        .map(|label| label.text().collect::<String>().trim().to_owned())
        .collect();
    assert!(labels.contains(&"Nickname (optional)".to_owned()), "{labels:?}");
    assert!(one("form#question").value().attr("novalidate").is_some());
}

#[test]
fn the_language_is_changed_without_losing_anything() {
    let mut typed = good_but(&[("full_name", Some("")), ("people", Some("many")), ("code", Some("<x>"))]);
    typed.push("townhall-language", "cy");
    let form = Form::<Everything>::submit(typed.clone()).unwrap_err();
    assert_eq!(form.chosen_language(), Some("cy"));
    assert!(form.errors().is_empty(), "the page showed no errors, so it shows none in the other language");
    assert_eq!(form.data().get("code"), Some("<x>"));
    typed.push("townhall-errors", "shown");
    let form = Form::<Everything>::submit(typed).unwrap_err();
    assert_eq!(form.errors().len(), 3);
    let mut right = sent(GOOD);
    right.push("townhall-language", "cy");
    assert!(Form::<Everything>::submit(right).is_err(), "a change of language does not send the answers");
}

/// All values and their errors, in words.
macro_rules! values {
    ($($field:ident: $type:ty, $label:literal),* $(,)?) => {
        #[derive(Serialize, Deserialize, Validate)]
        struct Values { $($field: $type),* }

        impl Question for Values {
            const NAME: &'static str = "values";

            fn fields() -> Fields {
                Fields::new()
                    .field("story", Field::new().character_count(Count::Length(100)))
                    .field("poem", Field::new().character_count(Count::Words(5)))
            }
        }

        const VALUES_ENGLISH: &str = concat!("values = Values\n", $("values-", stringify!($field), " = ", $label, "\n"),*);
    };
}

values! {
    date: Date, "Date", month: MonthAndYear, "Month", name: FullName, "Name", email: EmailAddress, "Email address",
    phone: PhoneNumber, "Phone number", postcode: Postcode, "Postcode", outward: OutwardPostcode, "District",
    nino: NationalInsuranceNumber, "National Insurance number", sort_code: SortCode, "Sort code", account: AccountNumber, "Account number",
    roll: RollNumber, "Roll number", money: Money, "Rent", pence: MoneyWithPence, "Wage", pounds: WholePounds, "Savings",
    number: WholeNumber<1, 9>, "Children", low: WholeNumber<1>, "Rooms", high: WholeNumber<{ i64::MIN }, 9>, "Windows",
    decimal: DecimalNumber<2>, "Height", car: VehicleRegistration, "Car", nhs: NhsNumber, "NHS number", company: CompanyNumber, "Company number",
    vat: VatNumber, "VAT number", code: OneTimeCode, "Security code", password: Password, "Password", short: Text<10>, "Summary",
    story: String, "Story", poem: String, "Poem", yes: bool, "Yes", either: Either, "Either", one: One, "One", any: Vec<Permit>, "Permits",
}

#[derive(Serialize, Deserialize)]
enum Either {
    A,
    B,
}

#[derive(Serialize, Deserialize)]
enum One {
    A,
    B,
    C,
}

/// Every ready-made sentence that values have, word for word, in English and Welsh.
#[test]
fn every_error_of_every_value_in_english_and_welsh() {
    let options = "
values-yes = Yes
    .it = you rent your home
values-either = Either
    .if = you are happy
    .option-A = A
    .option-B = B
values-one = One
    .it = a letter
    .option-A = A
    .option-B = B
    .option-C = C
values-any = Permits
    .option-car = Car
    .option-electric-van = Electric van
    .option-none = None
";
    let welsh = "
values-date = Dyddiad
    .it = y dyddiad
values-month = Mis
values-yes = Ie
    .it = ydych yn rhentu eich cartref
values-either = A neu B
    .if = ydych yn hapus
values-one = Un
    .it = eich llythyren
values-any = Trwyddedau
    .option-none = Dim un
";
    let languages = Languages::builder()
        .file("en", "values.ftl", format!("{VALUES_ENGLISH}{options}"))
        .file("cy", "values.cy.ftl", welsh)
        .build()
        .unwrap();
    let listing = ErrorListing::new(&languages).question::<Values>();
    let lines: Vec<String> = listing
        .errors()
        .iter()
        .map(|error| format!("{} {}\n    {}\n    {}", error.field, error.code, error.texts[0].1, error.texts[1].1))
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

/// Rules that take their limits from a day or a list.
macro_rules! ruled {
    ($($field:ident: $type:ty, $rule:expr;)*) => {
        mod rule {
            use super::*;
            $(pub(super) fn $field(value: &$type) -> Result<(), ValidationError> {
                let rule: fn(&$type) -> Result<(), ValidationError> = $rule;
                rule(value)
            })*
        }

        #[derive(Serialize, Deserialize, Validate)]
        struct Ruled {
            $(#[validate(custom(function = rule::$field))] $field: $type,)*
            #[validate(length(min = 2))]
            short: String,
            #[validate(length(min = 2, max = 4))]
            between: String,
            #[validate(range(min = 3))]
            low: i64,
            #[validate(range(max = 3))]
            high: i64,
            #[validate(url)]
            link: String,
            #[validate(does_not_contain(pattern = "£"))]
            pattern: String,
        }
    };
}

fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap()
}

ruled! {
    past: Date, rules::in_the_past;
    today_or_past: Date, rules::today_or_in_the_past;
    future: Date, rules::in_the_future;
    today_or_future: Date, rules::today_or_in_the_future;
    same_or_after: Date, |date| rules::same_or_after(*date, day(2026, 3, 27));
    after: Date, |date| rules::after(*date, day(2026, 3, 27));
    same_or_before: Date, |date| rules::same_or_before(*date, day(2026, 3, 27));
    before: Date, |date| rules::before(*date, day(2026, 3, 27));
    range: Date, |date| rules::between(*date, day(2026, 3, 27), day(2026, 4, 5));
    adult: Date, |date| rules::at_least_age(*date, 18);
    letters: FullName, |name| rules::without_characters(name.as_str(), "è£");
    only: FullName, |name| rules::only_letters(name.as_str());
    choice: WholeNumber<0, 99>, |number| rules::one_of(&number.get(), &[1, 2]);
}

impl Question for Ruled {
    const NAME: &'static str = "ruled";
}

/// Every ready-made sentence that rules have, word for word, in English and Welsh with a phrase and without one.
#[test]
fn every_error_of_every_rule_in_english_and_welsh() {
    let names = [
        "past",
        "today_or_past",
        "future",
        "today_or_future",
        "same_or_after",
        "after",
        "same_or_before",
        "before",
        "range",
        "adult",
        "letters",
        "only",
        "choice",
        "short",
        "between",
        "low",
        "high",
        "link",
        "pattern",
    ];
    let english: String = names.map(|name| format!("ruled-{name} = Answer\n")).concat();
    let welsh: String = names.map(|name| format!("ruled-{name} = Ateb\n    .it = eich ateb\n")).concat();
    let labels: String = names.map(|name| format!("ruled-{name} = Ateb\n")).concat();
    let languages = |welsh: String| {
        let builder = Languages::builder().file("en", "en.ftl", english.clone()).file("cy", "cy.ftl", welsh);
        builder.build().unwrap()
    };
    let (phrases, labels) = (languages(welsh), languages(labels));
    let with_phrase = ErrorListing::new(&phrases).question::<Ruled>();
    let with_label = ErrorListing::new(&labels).question::<Ruled>();
    let lines: Vec<String> = with_phrase
        .errors()
        .iter()
        .zip(with_label.errors())
        .filter(|(error, _)| !matches!(error.code.as_str(), "empty" | "not-a-number" | "not-whole" | "short-year"))
        .filter(|(error, _)| !error.code.starts_with("missing-") && error.code != "not-real")
        .map(|(error, labelled)| {
            let (english, welsh) = (&error.texts[0].1, &error.texts[1].1);
            format!("{} {}\n    {english}\n    {welsh}\n    {}", error.field, error.code, labelled.texts[1].1)
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_listing_is_a_page() {
    let languages = Languages::builder().file("en", "everything.ftl", ENGLISH).build().unwrap();
    let brand = Brand::council("London Borough of Northbridge").build().unwrap();
    let listing = ErrorListing::new(&languages).question::<Everything>();
    let html = listing.page(&brand).into_string();
    for text in ["Enter your full name", "Select when we should visit", "Date of birth must be in the past"] {
        assert!(html.contains(text), "{text}");
    }
}

/// The templates that only an application can need: it scans files and sends codes.
#[test]
fn errors_that_only_the_application_finds_have_their_words() {
    #[derive(Serialize, Deserialize, Validate)]
    struct Application {
        letter: UploadedFile,
        code: OneTimeCode,
        age: WholeNumber<0, 120>,
    }
    impl Question for Application {
        const NAME: &'static str = "application";
    }
    let content = "application = A\napplication-letter = Letter\napplication-code = Code\napplication-age = Age\n    .example = 30\n";
    let welsh = "application-age = Oedran\n    .it = eich oedran\n    .example = 30\n";
    let languages = Languages::builder().file("en", "a.ftl", content).file("cy", "b.ftl", welsh).build().unwrap();
    let new = ValueError::new;
    for (field, error, english, welsh) in [
        (
            "letter",
            new("file-virus"),
            "The selected file contains a virus",
            "Mae’r ffeil a ddewiswyd yn cynnwys feirws",
        ),
        (
            "letter",
            new("file-password"),
            "The selected file is password protected",
            "Mae cyfrinair yn diogelu’r ffeil a ddewiswyd",
        ),
        (
            "letter",
            new("file-failed"),
            "The selected file could not be uploaded – try again",
            "Nid oedd modd uwchlwytho’r ffeil a ddewiswyd – rhowch gynnig arall arni",
        ),
        (
            "letter",
            new("file-template"),
            "The selected file must use the template",
            "Rhaid i’r ffeil a ddewiswyd ddefnyddio’r templed",
        ),
        (
            "letter",
            new("file-too-many").with("max", 3),
            "You can only select up to 3 files at the same time",
            "Dim ond hyd at 3 ffeil y gallwch eu dewis ar y tro",
        ),
        ("code", new("code-wrong"), "Enter a correct security code", "Rhowch god diogelwch cywir"),
        (
            "code",
            new("code-expired"),
            "The security code has expired. New code sent.",
            "Mae’r cod diogelwch wedi dod i ben. Rydym wedi anfon cod newydd.",
        ),
        ("age", new("not-a-number"), "Age must be a number, like 30", "Rhaid i’ch oedran fod yn rhif, fel 30"),
        ("age", new("not-whole"), "Age must be a whole number, like 30", "Rhaid i’ch oedran fod yn rhif cyfan, fel 30"),
    ] {
        let form = Form::<Application>::new().add_error(field, error);
        assert_eq!(form.error_texts(languages.get("en").unwrap()), [english]);
        assert_eq!(form.error_texts(languages.get("cy").unwrap()), [welsh]);
    }
}

#[test]
fn lines_of_an_address_know_their_autofill_tokens() {
    let html = page_of(&Form::new());
    let document = Html::parse_document(&html);
    for (field, token) in [
        ("home-line_1", "address-line1"),
        ("home-line_2", "address-line2"),
        ("home-town", "address-level2"),
        ("home-postcode", "postal-code"),
        ("full_name", "name"),
        ("contact-email-email", "email"),
        ("contact-phone", "tel"),
    ] {
        let selector = Selector::parse(&format!("[name=\"{field}\"]")).unwrap();
        let input = document.select(&selector).next().unwrap().value();
        assert_eq!(input.attr("autocomplete"), Some(token), "{field}");
    }
}

#[test]
fn the_content_check_finds_each_problem() {
    let welsh = "
everything = Popeth amdanoch
everything-full_name = Enw llawn
    .hint = Fel ar eich pasbort
    .option-stray = Neb
everything-nickname = Nickname for all friends
everything-born = TODO
everything-expiry = Dyddiad dod i ben
everything-people = { $count ->
    [one] Un
   *[other] { $count } o bobl
}
nobody-says-this = Neb
townhall-not-there = Dim
";
    let english = format!("{ENGLISH}everything-unasked = Nothing\n")
        .replace("everything-nickname = Nickname", "everything-nickname = Nickname for all friends");
    let languages = Languages::builder()
        .file("en", "everything.en.ftl", english)
        .file("cy", "everything.cy.ftl", welsh)
        .build()
        .unwrap();
    let problems = ContentCheck::new(&languages).question::<Everything>().run().unwrap_err().to_string();
    for expected in [
        "everything.en.ftl: nothing uses `everything-unasked`",
        "everything.cy.ftl: nothing uses `everything-full_name.option-stray`",
        "everything.cy.ftl: nothing uses `nobody-says-this`",
        "everything.cy.ftl: nothing uses `townhall-not-there`",
        "everything.cy.ftl: `everything-born` is unfinished: TODO",
        "everything.cy.ftl: `everything-nickname` is unfinished: the same as in en: Nickname for all friends",
        "everything.cy.ftl: `everything-people` lacks the plural forms zero, two, few, many",
        "everything.cy.ftl: `everything-people` has the variables $count, and in en none",
        "cy: no `everything-contact.option-email`, which is a choice of the question `everything`",
        "cy: no `everything-owner`, which is a label of the question `everything`",
    ] {
        assert!(problems.contains(expected), "{expected}\nis not in\n{problems}");
    }
}

#[test]
fn a_form_that_cannot_be_read_is_refused() {
    let limits = Limits { bytes: 100, fields: 3, ..Limits::default() };
    let read = |body: &[u8]| FormData::from_urlencoded(body, &limits);
    assert_eq!(read(&[b'a'; 101]), Err(FormDataError::TooLarge { limit: 100 }));
    assert_eq!(read(b"a&b&c&d"), Err(FormDataError::TooManyFields { limit: 3 }));
    assert_eq!(read(b"a=%ff"), Err(FormDataError::Encoding));
    assert_eq!(read(b"a=\xff"), Err(FormDataError::Encoding));
    assert_eq!([FormDataError::TooLarge { limit: 1 }, FormDataError::Encoding].map(|error| error.status()), [413, 400]);
    let many = "a=1&".repeat(100_000);
    assert!(FormData::from_urlencoded(many.as_bytes(), &Limits::default()).is_err());
    let data = read(b"&&a=1&=2&b").unwrap();
    assert_eq!(data.iter().collect::<Vec<_>>(), [("a", "1"), ("", "2"), ("b", "")]);
}

/// Any good answers.
fn any_answers() -> impl Strategy<Value = Everything> {
    let text = "[A-Za-zŵŷâ'’<>&\"-]{1,9}";
    let date = |days: i32| day(1900, 1, 1).plus_days(days);
    let contact = prop_oneof![
        ("[a-z]{1,9}", any::<bool>())
            .prop_map(|(name, daily)| Contact::Email { email: format!("{name}@example.com").parse().unwrap(), daily }),
        (0..1_000).prop_map(|number| Contact::Phone(format!("07700 900{number:03}").parse().unwrap())),
        Just(Contact::Visit(When::Morning)),
        (0..90_000).prop_map(move |days| Contact::Visit(When::Date { date: date(days) })),
        Just(Contact::Visit(When::Never)),
        Just(Contact::Letter),
    ];
    let permits = prop_oneof![
        Just(vec![Permit::None]),
        Just(vec![Permit::Car]),
        Just(vec![Permit::Car, Permit::ElectricVan]),
        Just(vec![Permit::ElectricVan, Permit::Car]),
    ];
    let numbers = (0..40_000, 1..=12_i8, 2000..2100_i16, 1..=12_u8, -500..500_i64, any::<bool>());
    let texts = (text, proptest::option::of(text), text, proptest::option::of(text), proptest::option::of(text));
    (numbers, texts, contact, permits).prop_map(move |(numbers, texts, contact, permits)| {
        let (days, month, year, people, height, owner) = numbers;
        let (name, nickname, line, second, reason) = texts;
        Everything {
            full_name: name.parse().unwrap(),
            nickname,
            born: date(days),
            expiry: MonthAndYear::new(year, month).unwrap(),
            people,
            height: format!("{}{}.{:02}", if height < 0 { "-" } else { "" }, height.abs() / 100, height.abs() % 100)
                .parse()
                .unwrap(),
            owner,
            contact,
            permits,
            home: UkAddress {
                line_1: line.parse().unwrap(),
                line_2: second.map(|line| line.parse().unwrap()),
                town: "Northbridge".parse().unwrap(),
                county: None,
                postcode: "SW1A 1AA".parse().unwrap(),
            },
            reason,
            code: Registered("NB-7".to_owned()),
        }
    })
}

proptest! {
    /// What is shown again and sent as it is, is the same answer, and holds nothing that was not chosen.
    #[test]
    fn any_answers_shown_again_are_the_same_answers(answers in any_answers()) {
        let form = Form::filled(&answers);
        let chosen = form.data().get("contact").unwrap().to_owned();
        for (name, _) in form.data().iter().filter(|(name, _)| name.starts_with("contact-")) {
            prop_assert!(name.starts_with(&format!("contact-{chosen}")), "{} is not of {}", name, chosen);
        }
        let again = Form::<Everything>::submit(form.data().clone());
        prop_assert_eq!(again.map_err(|form| form.error_texts(&english())), Ok(answers));
    }

    /// Any bytes give answers or errors, and what was typed is shown again.
    #[test]
    fn any_bytes_are_a_form_or_none(body in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(data) = FormData::from_urlencoded(&body, &Limits::default()) {
            let again = FormData::from_urlencoded(data.to_urlencoded().as_bytes(), &Limits::default()).unwrap();
            prop_assert_eq!(&again, &data);
            if let Err(form) = Form::<Everything>::submit(data) {
                prop_assert!(!form.errors().is_empty());
            }
        }
    }

    /// Whatever is typed into every field comes back as it was, on a page whose references are right.
    #[test]
    fn what_was_typed_is_shown_again(text in any::<String>(), choice in 0..5_usize) {
        let choices = ["email", "phone", "visit", "letter", "x"];
        let names = ["full_name", "nickname", "born-day", "born-month", "expiry-year", "people", "contact-email-email", "contact-phone",
            "contact-visit-date-date-day", "home-line_1", "home-postcode", "reason", "code"];
        let mut data = FormData::new();
        for name in names {
            data.push(name, text.as_str());
        }
        data.push("contact", choices[choice]);
        let form = Form::<Everything>::submit(data).unwrap_err();
        let html = page_of(&form);
        check_references(&html);
        let document = Html::parse_document(&html);
        // A browser reads line breaks and the character that means nothing in its own way.
        let as_read = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
        for name in names.iter().filter(|name| **name != "reason") {
            let selector = Selector::parse(&format!("[name=\"{name}\"]")).unwrap();
            let input = document.select(&selector).next().unwrap();
            prop_assert_eq!(input.value().attr("value").unwrap_or_default(), as_read(&text), "{}", name);
        }
    }
}
