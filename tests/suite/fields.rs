//! Fields: what a type asks, what is read, which rules hold, and that these agree.

use scraper::{Html, Selector};
use serde::{Deserialize, Serialize};
use townhall::form::{ContentCheck, ErrorListing, Field, Fields, Form, FormData, Question, rules};
use townhall::language::Languages;
use townhall::values::{
    Date, DecimalNumber, FullName, Money, PhoneNumber, Postcode, Text, UkAddress, ValueError, WholeNumber,
};
use validator::{Validate, ValidationError};

macro_rules! questions {
    ($($type:ident $name:literal),* $(,)?) => {$(
        impl Question for $type {
            const NAME: &'static str = $name;
        }
    )*};
}

fn english(content: &str) -> Languages {
    Languages::builder().file("en", "en.ftl", content).build().unwrap()
}

/// What the content check says of a question.
fn problems<Q: Question>(languages: &Languages) -> String {
    ContentCheck::new(languages).question::<Q>().run().err().map(|problems| problems.to_string()).unwrap_or_default()
}

fn data<const N: usize>(pairs: [(&str, &str); N]) -> FormData {
    pairs.into_iter().collect()
}

fn errors<Q: Question>(sent: FormData) -> Vec<(String, String)> {
    let form = Form::<Q>::submit(sent).err().map(|form| form.errors().clone()).unwrap_or_default();
    form.iter().map(|error| (error.field().to_owned(), error.error().code().to_owned())).collect()
}

mod cannot_be_asked {
    use std::collections::HashMap;

    use super::*;

    #[derive(Serialize, Deserialize)]
    struct Inner {
        line: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Tuple {
        Plain,
        Two(String, String),
    }

    #[derive(Serialize, Deserialize)]
    #[serde(tag = "kind", rename_all = "kebab-case")]
    enum Tagged {
        A { first: String },
        B { second: String },
    }

    #[derive(Serialize, Deserialize)]
    #[serde(tag = "kind", content = "inside", rename_all = "kebab-case")]
    enum Adjacent {
        A(String),
        B(u8),
    }

    #[derive(Serialize, Deserialize)]
    enum Choice {
        A,
        B,
    }

    #[derive(Serialize, Deserialize)]
    struct Chain {
        next: Option<Box<Chain>>,
    }

    #[derive(Clone, Serialize, Deserialize)]
    #[serde(try_from = "String", into = "String")]
    struct Prefixed(String);

    impl TryFrom<String> for Prefixed {
        type Error = ValueError;

        fn try_from(text: String) -> Result<Self, ValueError> {
            if text.starts_with("NB-") { Ok(Self(text)) } else { Err(ValueError::new("no-prefix")) }
        }
    }

    impl From<Prefixed> for String {
        fn from(number: Prefixed) -> Self {
            number.0
        }
    }

    #[derive(Serialize, Deserialize, Validate)]
    struct Flat {
        first: String,
        #[serde(flatten)]
        inner: Inner,
    }

    #[derive(Serialize, Deserialize, Validate)]
    struct Beside {
        value: Adjacent,
    }

    questions! { Flat "flat", Beside "beside" }

    macro_rules! asks {
        ($($type:ty: $reason:literal),* $(,)?) => {$({
            #[derive(Serialize, Deserialize, Validate)]
            struct Asks {
                value: $type,
            }
            questions! { Asks "asks" }
            let said = problems::<Asks>(&english("asks-value = What?"));
            assert!(said.contains($reason), "{}: {said}", stringify!($type));
        })*};
    }

    /// Each with the reason, and with what to write instead.
    #[test]
    fn types_that_no_control_has_are_refused_with_the_reason() {
        asks! {
            Vec<Inner>: "the field `value`: a `Vec` is one of choices (an enum) or of files: ask for several other things with `add_another`",
            Vec<Postcode>: "the field `value`: a `Vec` is one of choices (an enum) or of files",
            Vec<String>: "a `Vec` is one of choices",
            Vec<Option<Choice>>: "a `Vec` is one of choices",
            Vec<Vec<Choice>>: "a `Vec` is one of choices",
            Tuple: "the field `value-two`: a variant that holds several things needs names for them",
            (String, String): "make it a struct with named fields",
            [u8; 3]: "make it a struct with named fields",
            (): "there is nothing to ask for",
            HashMap<String, String>: "has no names that are known before it is answered",
            Tagged: "leave out `#[serde(tag = ..)]`",
            Chain: "a type that holds itself has no end",
            Prefixed: "the field `value`: its type refuses the sample with `no-prefix`: give it a good answer with `Field::sample`",
        }
        let said = problems::<Flat>(&english("flat = Flat"));
        assert!(said.contains("question `flat`: a map, or a struct with `#[serde(flatten)]`"), "{said}");
        let said = problems::<Beside>(&english("beside-value = What?"));
        assert!(said.contains("leave them out") || said.contains("refuses the sample"), "{said}");
    }

    /// Two controls with one name or one id would be mixed up.
    #[test]
    fn names_that_two_fields_would_have_are_refused() {
        #[derive(Serialize, Deserialize, Validate)]
        struct Clash {
            born: Date,
            #[serde(rename = "born-day")]
            weekday: String,
        }
        #[derive(Serialize, Deserialize, Validate)]
        struct Ids {
            name: String,
            #[serde(rename = "name-hint")]
            hint: String,
        }
        #[derive(Serialize, Deserialize, Validate)]
        struct Reserved {
            #[serde(rename = "townhall-language")]
            language: String,
        }
        questions! { Clash "clash", Ids "ids", Reserved "reserved" }
        let said = problems::<Clash>(&english("clash = C\nclash-born = Born\nclash-born-day = Day"));
        assert!(
            said.contains("the field `born-day`: `born-day` is a name or an id of the field `born` already"),
            "{said}"
        );
        let said = problems::<Ids>(&english("ids = I\nids-name = Name\nids-name-hint = Hint"));
        assert!(said.contains("`name-hint` is a name or an id of the field `name` already"), "{said}");
        let said = problems::<Reserved>(&english("reserved-townhall-language = Language"));
        assert!(said.contains("names that start with `townhall-` belong to the library"), "{said}");
    }
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Beside {
    phone: Option<PhoneNumber>,
    #[serde(rename = "phone-owner")]
    phone_owner: Text<50>,
    born: Option<Date>,
    #[serde(rename = "born-in")]
    #[validate(length(max = 3))]
    born_in: String,
    home: Option<UkAddress>,
    #[serde(rename = "home-is-let")]
    home_is_let: bool,
    pets: Option<Vec<Pet>>,
    contact: Option<Contact>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Pet {
    Cat,
    Other { what: String },
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Contact {
    Email { address: String },
    Letter,
}

questions! { Beside "beside" }

/// A field is there if one of its own parts is, whatever the others are called.
#[test]
fn fields_whose_names_start_alike_do_not_interfere() {
    let needed = [("phone-owner", "Sam"), ("born-in", "Ely"), ("home-is-let", "no")];
    let answers = Form::<Beside>::submit(data(needed)).unwrap();
    assert!(answers.phone.is_none() && answers.born.is_none() && answers.home.is_none());
    assert!(answers.pets.is_none() && answers.contact.is_none());

    let with = |more: &[(&str, &str)]| -> FormData { needed.iter().chain(more).copied().collect() };
    assert_eq!(
        errors::<Beside>(with(&[("born-month", "3")])),
        [("born".to_owned(), "missing-day-and-year".to_owned())]
    );
    let of_home: Vec<String> =
        errors::<Beside>(with(&[("home-line_2", "x")])).into_iter().map(|(path, _)| path).collect();
    assert_eq!(of_home, ["home-line_1", "home-town", "home-postcode"]);
    // What a box asks that was ticked and is not any more cannot be seen, and is no answer; a radio cannot be taken back.
    assert!(Form::<Beside>::submit(with(&[("pets-other-what", "a hen")])).is_ok());
    assert_eq!(
        errors::<Beside>(with(&[("contact-email-address", "a@b.cd")])),
        [("contact".to_owned(), "empty".to_owned())]
    );
    // An error of one field hides none of another.
    let sent = data([
        ("phone", "x"),
        ("phone-owner", "Sam"),
        ("born", "x"),
        ("born-day", "40"),
        ("born-in", "Ely x"),
        ("home-is-let", "no"),
    ]);
    let wrong: Vec<String> = errors::<Beside>(sent).into_iter().map(|(path, _)| path).collect();
    assert_eq!(wrong, ["phone", "born", "born-in"]);
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Reply {
    Call(Option<PhoneNumber>),
    Post(Option<UkAddress>),
    None,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Optional {
    reply: Reply,
}

questions! { Optional "optional" }

/// What a variant holds may be left blank if it is an `Option`, whatever it holds, and says so.
#[test]
fn what_a_variant_holds_can_be_optional() {
    for chosen in ["call", "post", "none"] {
        let answers = Form::<Optional>::submit(data([("reply", chosen)])).unwrap();
        assert!(!matches!(answers.reply, Reply::Call(Some(_)) | Reply::Post(Some(_))));
    }
    let languages = english("optional-reply-call = Number\noptional-reply-post = Address");
    let html = Form::<Optional>::new().controls(&languages.default_locale()).into_string();
    for label in ["Number (optional)", "Address (optional)"] {
        assert!(html.contains(label), "{label}\n{html}");
    }
    assert_eq!(errors::<Optional>(data([("reply", "post"), ("reply-post-town", "Ely")])).len(), 2);
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Ruled {
    #[validate(length(min = 3, max = 10), does_not_contain(pattern = "£"))]
    title: Text<50>,
    #[validate(length(max = 5))]
    nickname: Option<FullName>,
    #[validate(range(min = 2, max = 50))]
    people: WholeNumber,
    #[validate(range(max = 9))]
    rooms: Option<WholeNumber<0, 100>>,
    #[validate(range(min = 5, max = 250))]
    rent: Money,
    #[validate(range(min = 0.5))]
    deposit: Option<Money>,
    #[validate(range(min = 0.5, max = 2.5))]
    height: DecimalNumber<2>,
    #[validate(required)]
    phone: Option<PhoneNumber>,
    #[validate(required)]
    born: Option<Date>,
    #[validate(must_match(other = "title"))]
    again: Text<50>,
    #[validate(length(max = 4, message = "short-please"))]
    short: Text<50>,
    #[validate(custom(function = rules::in_the_past, code = "not_yet"))]
    since: Date,
}

questions! { Ruled "ruled" }

const RULED: &str = "
ruled = Ruled
ruled-title = Title
ruled-nickname = Nickname
ruled-people = People
ruled-rooms = Rooms
ruled-rent = Rent
ruled-deposit = Deposit
ruled-height = Height
ruled-phone = Phone
ruled-born = Date of birth
ruled-again = Title again
ruled-short = Code
ruled-since = Start
    .error-not-yet = It must have started
short-please = A code has { $max } letters
";

fn ruled(changed: &[(&str, &str)]) -> FormData {
    let good = [
        ("title", "Doctor"),
        ("people", "3"),
        ("rent", "100"),
        ("height", "1.80"),
        ("phone", "07700 900 982"),
        ("born-day", "1"),
        ("born-month", "2"),
        ("born-year", "1990"),
        ("again", "Doctor"),
        ("short", "ab"),
        ("since-day", "1"),
        ("since-month", "2"),
        ("since-year", "2020"),
    ];
    let kept = good.into_iter().filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
    kept.chain(changed.iter().copied()).collect()
}

/// validator's own rules on the library's types, in sentences with the bounds that were asked for.
#[test]
fn rules_of_validator_hold_for_the_library_s_types() {
    let languages = english(RULED);
    assert!(Form::<Ruled>::submit(ruled(&[])).is_ok());
    let year = (Date::today().year() + 2).to_string();
    for (changed, expected) in [
        (&[("title", "x"), ("again", "x")][..], "Title must be between 3 and 10 characters"),
        (&[("title", "£££"), ("again", "£££")], "Title must not include £"),
        (&[("nickname", "Bartholomew")], "Nickname must be 5 characters or less"),
        (&[("people", "1")], "People must be between 2 and 50"),
        (&[("rooms", "10")], "Rooms must be 9 or fewer"),
        (&[("rent", "4.99")], "Rent must be between £5 and £250"),
        (&[("rent", "250.01")], "Rent must be between £5 and £250"),
        (&[("deposit", "0.49")], "Deposit must be £0.50 or more"),
        (&[("height", "2.51")], "Height must be between 0.5 and 2.5"),
        (&[("phone", " ")], "Enter phone"),
        (&[("born-day", ""), ("born-month", ""), ("born-year", "")], "Enter date of birth"),
        (&[("again", "Professor")], "Title again must be the same in both boxes"),
        (&[("short", "abcde")], "A code has 4 letters"),
        (&[("since-year", &year)], "It must have started"),
    ] {
        let form = Form::<Ruled>::submit(ruled(changed)).unwrap_err();
        assert_eq!(form.error_texts(&languages.default_locale()), [expected], "{changed:?}");
    }
    // The bounds themselves are good.
    for changed in [
        [("rent", "5")],
        [("rent", "250.00")],
        [("height", "0.5")],
        [("height", "2.50")],
        [("people", "50")],
        [("deposit", "0.50")],
    ] {
        assert!(Form::<Ruled>::submit(ruled(&changed)).is_ok(), "{changed:?}");
    }
    assert_eq!(problems::<Ruled>(&languages), "");
}

#[test]
fn a_required_option_is_not_marked_as_optional() {
    let html = Form::<Ruled>::new().controls(&english(RULED).default_locale()).into_string();
    let document = Html::parse_fragment(&html);
    let labels: Vec<String> = document
        .select(&Selector::parse("label, legend").unwrap())
        .map(|label| label.text().collect::<String>().trim().to_owned())
        .collect();
    for label in ["Nickname (optional)", "Rooms (optional)", "Phone", "Date of birth"] {
        assert!(labels.iter().any(|found| found == label), "{label} in {labels:?}");
    }
}

/// An error has to find its field.
#[test]
fn rules_about_fields_that_are_sent_under_another_name_are_refused() {
    #[derive(Serialize, Deserialize, Validate)]
    struct Renamed {
        #[serde(rename = "title")]
        #[validate(length(max = 4))]
        name: String,
    }
    questions! { Renamed "renamed" }
    let said = problems::<Renamed>(&english("renamed-title = Title"));
    assert!(said.contains("a rule has an error for `name`, and no field is called so"), "{said}");
}

/// Words have their place in content: a rule can name a message, and not hold one.
#[test]
fn words_inside_a_rule_are_refused() {
    #[derive(Debug, Serialize, Deserialize, Validate)]
    struct Wordy {
        #[validate(length(max = 4, message = "Enter a shorter name"))]
        name: Text<50>,
    }
    questions! { Wordy "wordy" }
    let said = problems::<Wordy>(&english("wordy-name = Name"));
    let expected = "the rule of `name` with the code `too-long` has `message = \"Enter a shorter name\"`, and there is no such message: \
                    write the words of each language as `wordy-name.error-too-long`, and leave `message` out";
    assert!(said.contains(expected), "{said}");
    let form = Form::<Wordy>::submit(data([("name", "Bartholomew")])).unwrap_err();
    assert_eq!(form.error_texts(&english("wordy-name = Name").default_locale()), ["Name must be 4 characters or less"]);
}

#[derive(Serialize, Deserialize, Validate)]
#[validate(schema(function = in_order, skip_on_field_errors = false))]
struct Bounds {
    low: WholeNumber<200, 300>,
    #[validate(range(min = 400))]
    high: u32,
    #[validate(custom(function = rules::in_the_future))]
    from: Date,
    to: Date,
    how: How,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum How {
    Plain,
    Far { miles: WholeNumber<1_000, 2_000> },
}

fn in_order(bounds: &Bounds) -> Result<(), ValidationError> {
    rules::for_field("to", rules::after(bounds.to, bounds.from))?;
    if i64::from(bounds.high) - bounds.low.get() > 50_000 {
        return Err(ValueError::new("far-apart").into());
    }
    Ok(())
}

questions! { Bounds "bounds" }

/// Samples lie inside the bounds of their types, and of the rules where those are narrower, so that rules over several fields are
/// judged, and their words are looked for.
#[test]
fn rules_over_several_fields_are_judged_in_the_listing() {
    let languages = english(
        "bounds = B\nbounds-low = Low\nbounds-high = High\nbounds-from = From\nbounds-to = To\nbounds-how = How",
    );
    let listing = ErrorListing::new(&languages).question::<Bounds>();
    let found: Vec<(&str, &str)> =
        listing.errors().iter().map(|error| (error.field.as_str(), error.code.as_str())).collect();
    for expected in [
        ("low", "out-of-range"),
        ("high", "too-low"),
        ("from", "not-future"),
        ("to", "not-after"),
        ("how-far-miles", "out-of-range"),
        ("", "far-apart"),
    ] {
        assert!(found.contains(&expected), "{expected:?} is not in {found:?}");
    }
    let said = problems::<Bounds>(&languages);
    assert!(said.contains("no `bounds.error-far-apart`, which is an error of the question `bounds`"), "{said}");
    assert!(!said.contains("sample"), "{said}");
}

#[test]
fn a_refused_sample_is_reported_with_its_code() {
    #[derive(Serialize, Deserialize, Validate)]
    struct Local {
        #[validate(custom(function = is_local))]
        postcode: Postcode,
    }
    #[derive(Serialize, Deserialize, Validate)]
    struct Given {
        #[validate(custom(function = is_local))]
        postcode: Postcode,
    }
    fn is_local(postcode: &Postcode) -> Result<(), ValidationError> {
        if postcode.as_str().starts_with("NB") { Ok(()) } else { Err(ValueError::new("elsewhere").into()) }
    }
    impl Question for Local {
        const NAME: &'static str = "local";
    }
    impl Question for Given {
        const NAME: &'static str = "given";

        fn fields() -> Fields {
            Fields::new().field("postcode", Field::new().sample("NB1 1AA"))
        }
    }
    let content = |name: &str| english(&format!("{name}-postcode = Postcode\n    .error-elsewhere = No"));
    let said = problems::<Local>(&content("local"));
    assert!(said.contains("the rules of the field `postcode` refuse the sample with `elsewhere`"), "{said}");
    assert_eq!(problems::<Given>(&content("given")), "");
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Worded {
    weight: DecimalNumber<1>,
    count: WholeNumber<1, 9>,
    #[validate(length(max = 3))]
    place: String,
}

impl Question for Worded {
    const NAME: &'static str = "worded";

    fn fields() -> Fields {
        Fields::new().field("weight", Field::new().suffix("kg")).field("count", Field::new().suffix("weeks"))
    }
}

/// Units, hints and sentences of each language.
#[test]
fn units_and_hints_are_those_of_the_language() {
    let languages = Languages::builder()
        .file(
            "en",
            "en.ftl",
            "worded = W\nworded-weight = Weight\n    .hint = In kilograms\nworded-count = How many?\n    .it = how many\nworded-place = Where?\n    .it = where\n    .It = Where",
        )
        .file(
            "cy",
            "cy.ftl",
            "worded = W\nworded-weight = Pwysau\n    .hint = { \"\" }\nworded-count = Sawl wythnos?\n    .suffix = wythnos\nworded-place = Ble rydych chi?",
        )
        .build()
        .unwrap();
    let html = |tag: &str| Form::<Worded>::new().controls(languages.get(tag).unwrap()).into_string();
    let (english, welsh) = (html("en"), html("cy"));
    assert!(english.contains(">kg<") && english.contains(">weeks<") && english.contains("In kilograms"), "{english}");
    assert!(welsh.contains(">kg<") && welsh.contains(">wythnos<") && !welsh.contains(">weeks<"), "{welsh}");
    // An empty hint is none: no element, and nothing that refers to one.
    assert!(!welsh.contains("hint"), "{welsh}");

    let sent = data([("weight", "1"), ("count", "10"), ("place", "Abergele")]);
    let form = Form::<Worded>::submit(sent).unwrap_err();
    let welsh = form.error_texts(languages.get("cy").unwrap());
    assert_eq!(
        welsh,
        [
            "Sawl wythnos? Rhaid i’ch ateb fod yn 1 o leiaf ac yn 9 ar y mwyaf",
            "Ble rydych chi? Rhaid i’ch ateb fod yn 3 nod neu lai",
        ]
    );
    let said = problems::<Worded>(&languages);
    assert!(!said.contains("hint"), "{said}");
}
