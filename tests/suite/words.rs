//! Kinds of mistakes in words: each test is about every message, not about one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use townhall::form::{ContentCheck, ErrorListing, Form, FormData, Question};
use townhall::language::{Argument, Languages, Locale, capitalised};
use townhall::page::{Brand, Layout};
use townhall::patterns::{
    AddAnotherPage, Cookie, CookiesPage, ErrorPage, RemovePage, SafetyPage, SectionComplete, SignInDetails,
    UnavailablePage,
};
use townhall::values::{Date, Postcode, Text, UploadedFile, ValueError, WholeNumber};
use validator::Validate;

const ENGLISH: &str =
    concat!(include_str!("../../src/language/en.ftl"), include_str!("../../src/language/patterns.en.ftl"));
const WELSH: &str =
    concat!(include_str!("../../src/language/cy.ftl"), include_str!("../../src/language/patterns.cy.ftl"));
const URDU: &str = include_str!("../../examples/townhall.ur.ftl");
const EXAMPLES: [(&str, &str); 6] = [
    ("en", include_str!("../../examples/parking_permit/content/en.ftl")),
    ("cy", include_str!("../../examples/parking_permit/content/cy.ftl")),
    ("ur", include_str!("../../examples/parking_permit/content/ur.ftl")),
    ("en", include_str!("../../examples/question/content/en.ftl")),
    ("cy", include_str!("../../examples/question/content/cy.ftl")),
    ("ur", include_str!("../../examples/question/content/ur.ftl")),
];

/// The messages of a file and their attributes, with the text of each as it is written.
fn messages(file: &str) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    let (mut message, mut current) = (String::new(), String::new());
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let is_message = line.starts_with(|c: char| c.is_ascii_lowercase());
        let is_attribute = line.starts_with("    .");
        if (is_message || is_attribute) && line.contains(" =") {
            let (name, text) = line.split_once(" =").unwrap();
            if is_message {
                name.clone_into(&mut message);
                current.clone_from(&message);
            } else {
                current = format!("{message}{}", name.trim());
            }
            messages.insert(current.clone(), text.trim().to_owned());
        } else if let Some(text) = messages.get_mut(&current) {
            text.push('\n');
            text.push_str(line.trim());
        }
    }
    messages
}

/// The arms of the choices by number in a text: `one` → "1 file".
fn arms(text: &str) -> Vec<(&str, &str)> {
    let lines = text.lines().map(|line| line.trim_start_matches('*'));
    lines.filter_map(|line| line.strip_prefix('[')?.split_once("] ")).collect()
}

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

#[test]
fn every_message_is_there_in_english_and_in_welsh() {
    // Attributes that a language has because of its grammar.
    let of_grammar = |id: &str| {
        let attribute = id.split_once('.').map(|(_, attribute)| attribute);
        attribute.is_some_and(|name| {
            ["it", "It", "if", "label", "question", "example-label", "measure", "before-vowel", "error-too-long"]
                .contains(&name)
        })
    };
    let ids = |file: &str| -> BTreeSet<String> { messages(file).into_keys().filter(|id| !of_grammar(id)).collect() };
    assert_eq!(ids(ENGLISH), ids(WELSH));
    assert!(ids(ENGLISH).len() > 300, "all of them are read");
    let english = ids(ENGLISH);
    let stray: Vec<_> = ids(URDU).into_iter().filter(|id| !english.contains(id)).collect();
    assert!(stray.is_empty(), "the library has no such message: {stray:?}");
}

#[test]
fn welsh_numbers_have_all_six_forms_with_the_right_mutation() {
    // zero, one, two (soft), few (aspirate), many (aspirate), other.
    let nouns = [
        ["nod", "nod", "nod", "nod", "nod", "nod"],
        ["gair", "gair", "air", "gair", "gair", "gair"],
        ["ffeil", "ffeil", "ffeil", "ffeil", "ffeil", "ffeil"],
        ["munud", "munud", "funud", "munud", "munud", "munud"],
        ["diwrnod", "diwrnod", "ddiwrnod", "diwrnod", "diwrnod", "diwrnod"],
        ["mis", "mis", "fis", "mis", "mis", "mis"],
        ["lle", "lle", "le", "lle", "lle", "lle"],
        ["cerbyd", "cerbyd", "gerbyd", "cherbyd", "cherbyd", "cerbyd"],
        ["rhif", "rhif", "rif", "rhif", "rhif", "rhif"],
        ["digid", "digid", "ddigid", "digid", "digid", "digid"],
        ["blwydd", "blwydd", "flwydd", "blwydd", "blwydd", "blwydd"],
        ["cynnig", "cynnig", "gynnig", "chynnig", "chynnig", "cynnig"],
        ["eitem", "eitem", "eitem", "eitem", "eitem", "eitem"],
        ["opsiwn", "opsiwn", "opsiwn", "opsiwn", "opsiwn", "opsiwn"],
        ["ateb", "ateb", "ateb", "ateb", "ateb", "ateb"],
        ["eiliad", "eiliad", "eiliad", "eiliad", "eiliad", "eiliad"],
        ["awr", "awr", "awr", "awr", "awr", "awr"],
    ];
    let mut seen = 0;
    for file in [WELSH, EXAMPLES[1].1, EXAMPLES[4].1] {
        for (id, text) in messages(file) {
            // "o" and a plural never follow 1 and 2, so no sentence may have a number before it.
            assert!(!text.replace("} o leiaf", "").contains("} o "), "{id}: {text}");
            let arms = arms(&text);
            if !arms.iter().any(|(key, _)| CATEGORIES.contains(key)) {
                continue;
            }
            let keys: Vec<_> = arms.iter().map(|(key, _)| *key).collect();
            assert_eq!(keys, CATEGORIES, "{id}");
            // What is counted follows the number that chooses the form.
            let number = text.split_once(" ->").map_or("", |(number, _)| number).replace("{ ", "");
            let number = format!("{{ {} }} ", number.trim());
            let noun = |text: &str| {
                let after = text.split_once(&number).map_or("", |(_, after)| after);
                after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_owned()
            };
            let other = noun(arms[5].1);
            let Some(forms) = nouns.iter().find(|forms| forms[5] == other) else { continue };
            for ((key, text), form) in arms.iter().zip(forms) {
                let has_number = text.contains(&number);
                assert!(!has_number || noun(text) == *form, "{id} [{key}]: {text}, not {form}");
                seen += usize::from(has_number);
            }
        }
    }
    assert!(seen > 60, "{seen} forms were looked at");
}

#[test]
fn one_is_singular_in_english() {
    let english = Locale::english();
    let plurals = ["characters", "words", "files", "minutes", "days", "decimal places", "hours", "seconds", "things"];
    let mut seen = 0;
    for (id, text) in messages(ENGLISH) {
        let is_counted = plurals.iter().any(|noun| text.contains(&format!("}} {noun}")));
        // "Between 1 and 50" is plural whatever the numbers are.
        if !is_counted || text.contains("$min") && text.contains("$max") {
            continue;
        }
        seen += 1;
        let one = ["count", "max", "min", "length", "days", "minutes", "n", "years"];
        let mut arguments: Vec<_> = one.iter().map(|name| (*name, Argument::Number(1))).collect();
        arguments.extend(["It", "it", "label", "example"].map(|name| (name, Argument::from("x"))));
        let said = english.find(&id, &arguments).unwrap_or_else(|| panic!("{id} needs another variable"));
        for noun in plurals {
            assert!(!said.contains(&format!("1 {noun}")), "{id}: {said}");
        }
    }
    assert!(seen > 5, "{seen} messages count something");
}

#[test]
fn english_follows_the_style_of_gov_uk() {
    let english = [ENGLISH, EXAMPLES[0].1, EXAMPLES[3].1];
    for (id, text) in english.iter().flat_map(|file| messages(file)) {
        let lower = text.to_lowercase();
        let has = |word: &str| lower.split(|c: char| !c.is_alphanumeric() && c != '’').any(|other| other == word);
        for word in ["please", "invalid", "forbidden", "illegal", "whoops", "oops", "e.g", "via", "council tax account"]
        {
            assert!(!has(word), "{word} in {id}: {text}");
        }
        // Official headings and sentences have these words; nothing else has.
        assert!(!has("sorry") || ["townhall-problem", "townhall-unavailable"].contains(&&*id), "{id}: {text}");
        let of_a_bank = ["townhall-error-sort-code-format", "townhall-error-account-number-format"].contains(&&*id);
        assert!(!has("valid") || of_a_bank, "{id}: {text}");
        assert!(!text.contains('\'') && !text.contains(" - "), "typographic marks in {id}: {text}");
        if id.split_once('.').is_some_and(|(_, attribute)| attribute == "hint") {
            assert!(!text.contains(". ") && !text.ends_with('.'), "a hint is one sentence without a full stop: {id}");
        }
        if id.starts_with("townhall-error-") || id.contains(".error-") {
            let official = ["townhall-error-code-expired"].contains(&&*id);
            assert!(official || !text.ends_with('.'), "an error has no full stop at its end: {id}");
        }
    }
}

#[test]
fn no_answer_is_quoted_that_a_page_may_not_have() {
    for (id, text) in messages(WELSH).into_iter().chain(messages(URDU)) {
        for fixed in ["‘Ie’", "‘Na’", "‘جی ہاں’", "‘نہیں’"] {
            assert!(!text.contains(fixed), "{id}: {text}");
        }
    }
}

#[test]
fn welsh_answers_repeat_the_verb_of_every_question() {
    let welsh = Locale::welsh();
    let mut seen = 0;
    for file in [WELSH, EXAMPLES[1].1, EXAMPLES[4].1] {
        let messages = messages(file);
        for (id, question) in messages.iter().filter(|(_, text)| text.ends_with('?')) {
            let (yes, no) = welsh.yes_and_no(question);
            if yes == "Ie" {
                continue;
            }
            for (name, right) in [("option-yes", yes), ("yes", yes), ("option-no", no), ("no", no)] {
                // "townhall-equality.question" is answered by "townhall-equality.yes".
                let message = id.split_once('.').map_or(&**id, |(message, _)| message);
                if let Some(said) = messages.get(&format!("{message}.{name}")).filter(|said| !said.ends_with("gwbl")) {
                    assert!(said.starts_with(right), "{id} {question} {said}: {right}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen >= 10, "{seen} answers were looked at");
}

#[test]
fn pages_with_yes_and_no_answer_their_question() {
    let brand = Brand::council("Northbridge").build().unwrap();
    let (english, welsh) = (Locale::english(), Locale::welsh());
    let cookie = || Cookie { name: "visits".into(), purpose: "x".into(), expires: "x".into() };
    for (locale, another, remove, yes, no, error) in [
        (
            &english,
            "Do you want to add another vehicle?",
            "Do you want to remove vehicle 1?",
            "Yes",
            "No",
            ["Select yes if you want to add another", "Select yes if you want to remove it"],
        ),
        (
            &welsh,
            "Ydych chi am ychwanegu cerbyd arall?",
            "Ydych chi am ddileu cerbyd 1?",
            "Ydw",
            "Nac ydw",
            ["Dewiswch ‘Ydw’ os ydych am ychwanegu un arall", "Dewiswch ‘Ydw’ os ydych am ddileu’r eitem hon"],
        ),
    ] {
        let layout = Layout::new(&brand, locale);
        let list = || AddAnotherPage::new("x", [], "another").question(another).missing(true);
        let one = || RemovePage::new(remove, "another", "/").missing(true);
        let cookies = CookiesPage::new().additional([cookie()]);
        for html in [list().page(&layout).html, one().page(&layout).html, cookies.page(&layout).html] {
            for answer in [yes, no] {
                let answer =
                    html.split('\n').any(|line| line.trim() == answer || line.contains(&format!(">{answer}<")));
                assert!(answer, "{yes} or {no} is not in {html}");
            }
        }
        assert_eq!(list().page(&layout).html.matches(error[0]).count(), 2);
        assert_eq!(one().page(&layout).html.matches(error[1]).count(), 2);
        // A page can have its own pair, which the error repeats.
        let html = one().answers("Iawn", "Paid").page(&layout).html;
        assert!(html.contains("Iawn") && html.contains("Paid"));
        assert!(locale.tag() == "en" || html.contains("Dewiswch ‘Iawn’ os"), "{html}");
    }
}

#[test]
fn days_are_small_inside_welsh_sentences() {
    let welsh = Locale::welsh();
    let date = Date::new(2026, 3, 27).unwrap().to_text_with_weekday(&welsh);
    assert_eq!(date, "dydd Gwener 27 Mawrth 2026");
    assert_eq!(capitalised(&date), "Dydd Gwener 27 Mawrth 2026");
    assert_eq!(capitalised("éclair"), "Éclair");
    assert_eq!(capitalised(""), "");
    for file in [WELSH, EXAMPLES[1].1, EXAMPLES[4].1] {
        for (id, text) in messages(file) {
            for day in ["Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul"] {
                assert!(!text.contains(&format!("Dydd {day}")), "{id}: {text}");
            }
        }
    }
    let brand = Brand::council("Northbridge").build().unwrap();
    for (page, expected) in [
        (UnavailablePage::closed(&*date), "Mae’r gwasanaeth wedi bod ar gau ers dydd Gwener 27 Mawrth 2026."),
        (UnavailablePage::until(&*date), "eto o’r adeg hon ymlaen: dydd Gwener 27 Mawrth 2026."),
    ] {
        let html = page.page(&Layout::new(&brand, &welsh)).html;
        assert!(html.contains(expected) && html.contains("nid yw’r gwasanaeth ar gael"), "{html}");
    }
}

#[test]
fn pages_about_a_closed_service_have_one_heading_and_a_time_can_follow_each_sentence() {
    let brand = Brand::council("Northbridge").build().unwrap();
    let english = Locale::english();
    let layout = Layout::new(&brand, &english);
    let time = "9am on Monday 30 November 2026";
    for (page, expected) in [
        (UnavailablePage::until(time), format!("You will be able to use the service from {time}.")),
        (UnavailablePage::opens(time), format!("You will be able to use it from {time}.")),
        (UnavailablePage::closed(time), format!("The service has been closed since {time}.")),
        (UnavailablePage::for_good(), "The service has closed, and will not open again.".to_owned()),
        (UnavailablePage::later().answers_kept_for(1), "They will be available for 1 day.".to_owned()),
        (UnavailablePage::later().answers_kept_for(30), "They will be available for 30 days.".to_owned()),
    ] {
        let page = page.page(&layout);
        assert!(page.html.contains(&expected), "{}", page.html);
        assert!(page.html.contains("<h1 class=\"govuk-heading-l\">Sorry, the service is unavailable</h1>"));
        assert_eq!(page.status, 503);
    }
}

#[test]
fn a_page_that_is_not_there_says_where_to_go() {
    let brand = Brand::council("Northbridge").build().unwrap();
    let english = Locale::english();
    let layout = Layout::new(&brand, &english);
    let html = ErrorPage::not_found().page(&layout).html;
    for sentence in [
        "If you typed the web address, check it is correct.",
        "If you pasted the web address, check you copied the entire address.",
        "go back to the start of the service.",
    ] {
        assert!(html.contains(sentence), "{sentence}: {html}");
    }
    let html = ErrorPage::not_found().contact("Call 01632 960 001.").page(&layout).html;
    let (before, after) = html.split_once("If the web address is correct or you selected a link or button:").unwrap();
    assert!(!before.contains("01632") && after.contains("01632"));
    // Other errors say nothing about addresses.
    assert!(!ErrorPage::problem().page(&layout).html.contains("web address"));
}

#[test]
fn the_safety_page_warns_before_it_advises() {
    let brand = Brand::council("Northbridge").build().unwrap();
    for (locale, needed) in [
        (
            Locale::english(),
            [
                "a device that they do not have access to",
                "clearing your history could make someone more suspicious",
                "deleting cookies can also remove the passwords",
                "This does not delete your browsing history",
            ],
        ),
        (
            Locale::welsh(),
            [
                "ddyfais nad oes gan y person hwnnw fynediad ati",
                "gallai clirio eich hanes wneud i rywun fod yn fwy amheus",
                "gall dileu cwcis hefyd ddileu’r cyfrineiriau",
                "Nid yw hyn yn dileu eich hanes pori",
            ],
        ),
    ] {
        let html = SafetyPage::new().page(&Layout::new(&brand, &locale)).html;
        for text in needed {
            assert!(html.contains(text), "{text} is not in {html}");
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Two {
    First,
    Second,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Three {
    First,
    Second,
    Third,
}

/// One field of each kind.
#[derive(Debug, Serialize, Deserialize, Validate)]
struct Kinds {
    text: Text<50>,
    code: Postcode,
    number: WholeNumber<5, 20>,
    date: Date,
    yes: bool,
    two: Two,
    three: Three,
    some: Vec<Three>,
    file: UploadedFile,
}

impl Question for Kinds {
    const NAME: &'static str = "kinds";
}

const FIELDS: [&str; 9] = ["text", "code", "number", "date", "yes", "two", "three", "some", "file"];

/// Content in which every field has the same label and attributes.
fn content(label: &str, attributes: &str) -> String {
    let mut file = "kinds = x\n".to_owned();
    for field in FIELDS {
        file.push_str(&format!("kinds-{field} = {label}\n{attributes}"));
        for option in ["first", "second", "third"] {
            file.push_str(&format!("    .option-{option} = {option}\n"));
        }
    }
    file
}

/// Every sentence that can be said with such content.
fn sentences(tag: &str, label: &str, attributes: &str) -> Vec<(String, String, String)> {
    let mut languages = Languages::builder().file(tag, "kinds.ftl", content(label, attributes));
    if tag == "ur" {
        languages = languages.file(tag, "townhall.ur.ftl", URDU);
    }
    let languages = languages.build().unwrap();
    let listing = ErrorListing::new(&languages).question::<Kinds>();
    let of_this = |texts: &[(String, String)]| texts.iter().find(|(known, _)| known == tag).unwrap().1.clone();
    listing.errors().iter().map(|error| (error.field.clone(), error.code.clone(), of_this(&error.texts))).collect()
}

#[test]
fn a_label_that_is_a_question_is_followed_by_a_sentence_of_its_own() {
    for (tag, label, expected) in [
        (
            "en",
            "Where do you live?",
            &[
                ("text", "empty", "Where do you live? Enter an answer"),
                ("text", "too-long", "Where do you live? Your answer must be 50 characters or less"),
                ("number", "not-a-number", "Where do you live? Your answer must be a number"),
                ("date", "missing-month", "Where do you live? Your answer must include a month"),
                ("date", "not-real", "Where do you live? Your answer must be a real date"),
                ("yes", "empty", "Where do you live? Select yes or no"),
                ("two", "empty", "Where do you live? Select an answer"),
                ("some", "empty", "Where do you live? Select one or more answers"),
                ("file", "empty", "Where do you live? Select a file"),
            ][..],
        ),
        (
            "cy",
            "Ble rydych chi?",
            &[
                ("text", "empty", "Ble rydych chi? Rhowch ateb"),
                ("text", "too-long", "Ble rydych chi? Rhaid i’ch ateb fod yn 50 nod neu lai"),
                ("number", "not-a-number", "Ble rydych chi? Rhaid i’ch ateb fod yn rhif"),
                ("date", "missing-month", "Ble rydych chi? Rhaid i’ch ateb gynnwys mis"),
                ("date", "not-real", "Ble rydych chi? Rhaid i’ch ateb fod yn ddyddiad go iawn"),
                ("yes", "empty", "Ble rydych chi? Dewiswch ‘Ie’ neu ‘Na’"),
                ("two", "empty", "Ble rydych chi? Dewiswch un opsiwn"),
                ("some", "empty", "Ble rydych chi? Dewiswch un opsiwn neu ragor"),
                ("file", "empty", "Ble rydych chi? Dewiswch ffeil"),
            ],
        ),
        (
            "ur",
            "آپ کہاں رہتے ہیں؟",
            &[
                ("text", "too-long", "آپ کہاں رہتے ہیں؟ آپ کا جواب: 50 یا اس سے کم حروف استعمال کریں"),
                ("yes", "empty", "آپ کہاں رہتے ہیں؟ ‘جی ہاں’ یا ‘نہیں’ منتخب کریں"),
            ],
        ),
    ] {
        let said = sentences(tag, label, "");
        for (field, code, expected) in expected {
            let sentence = said.iter().find(|(name, known, _)| name == field && known == code);
            let sentence = sentence.map(|(_, _, sentence)| sentence.as_str());
            assert_eq!(sentence, Some(*expected), "{field} {code} in {tag}");
        }
        for (field, code, sentence) in &said {
            assert!(
                !sentence.is_empty() && !sentence.contains("?:") && !sentence.contains("؟:"),
                "{field} {code}: {sentence}"
            );
            assert!(tag == "ur" || !sentence.contains("Check your answer"), "{field} {code}: {sentence}");
        }
    }
}

#[test]
fn a_clause_is_never_the_subject_of_a_sentence() {
    let said = sentences("en", "Where do you live?", "    .it = where you live\n");
    for (field, code, sentence) in &said {
        assert!(!sentence.starts_with("Where you live"), "{field} {code}: {sentence}");
    }
    let of = |field: &str, code: &str| {
        said.iter().find(|(name, known, _)| name == field && known == code).unwrap().2.clone()
    };
    assert_eq!(of("text", "empty"), "Enter where you live");
    assert_eq!(of("text", "too-long"), "Where do you live? Your answer must be 50 characters or less");
    assert_eq!(of("two", "empty"), "Select where you live");
    let said = sentences("en", "Where do you live?", "    .it = where you live\n    .It = Your address\n");
    assert!(said.iter().any(|(_, _, sentence)| sentence == "Your address must be 50 characters or less"));
}

#[test]
fn it_means_the_same_whatever_the_number_of_choices() {
    for (tag, attributes, label, expected, named) in [
        ("en", "    .it = your fuel\n", "Fuel", "Select your fuel", "Select if you have petrol or diesel"),
        (
            "cy",
            "    .it = eich tanwydd\n",
            "Tanwydd",
            "Dewiswch eich tanwydd",
            "Dewiswch a oes gennych betrol neu ddisel",
        ),
    ] {
        let clause = named.replace("Select if ", "").replace("Dewiswch a ", "");
        for (attributes, expected) in
            [(attributes.to_owned(), expected), (format!("{attributes}    .if = {clause}\n"), named)]
        {
            let said = sentences(tag, label, &attributes);
            for field in ["two", "three"] {
                let sentence = said.iter().find(|(name, code, _)| name == field && code == "empty").unwrap();
                assert_eq!(sentence.2, expected, "{field}");
            }
        }
    }
}

#[test]
fn a_capital_of_a_phrase_is_small_inside_a_sentence() {
    for (tag, it, expected) in [
        ("en", "Your answer to this", "Enter your answer to this"),
        ("en", "National Insurance number", "Enter National Insurance number"),
        ("cy", "Eich ateb", "Rhowch eich ateb"),
    ] {
        let said = sentences(tag, "Ateb", &format!("    .it = {it}\n"));
        assert_eq!(said.iter().find(|(name, code, _)| name == "text" && code == "empty").unwrap().2, expected);
    }
}

#[test]
fn characters_that_could_be_words_are_quoted() {
    use townhall::form::rules;
    #[derive(Debug, Serialize, Deserialize, Validate)]
    struct Reference {
        #[validate(custom(function = "no_letters"))]
        reference: Text<20>,
    }
    impl Question for Reference {
        const NAME: &'static str = "reference";
    }
    fn no_letters(text: &Text<20>) -> Result<(), validator::ValidationError> {
        rules::without_characters(text.as_str(), "a€,£è")
    }
    let languages = Languages::builder()
        .file("en", "en.ftl", "reference-reference = Reference")
        .file("cy", "cy.ftl", "reference-reference = Cyfeirnod\n    .it = eich cyfeirnod")
        .build()
        .unwrap();
    for (typed, english, welsh) in [
        ("x£è", "Reference must not include £ and è", "Ni all eich cyfeirnod gynnwys £ ac è"),
        ("xa€", "Reference must not include ‘a’ and ‘€’", "Ni all eich cyfeirnod gynnwys ‘a’ ac ‘€’"),
        ("x,£", "Reference must not include ‘,’ and ‘£’", "Ni all eich cyfeirnod gynnwys ‘,’ a ‘£’"),
    ] {
        let sent: FormData = [("reference", typed)].into_iter().collect();
        let form = Form::<Reference>::submit(sent).unwrap_err();
        let brand = Brand::council("Northbridge").build().unwrap();
        for (tag, expected) in [("en", english), ("cy", welsh)] {
            let html = form.page(&brand, languages.get(tag).unwrap()).document().html;
            assert!(html.contains(expected), "{expected} is not in {html}");
        }
    }
}

#[test]
fn the_content_check_says_what_does_not_fit() {
    let fits = |tag: &str, label: &str, attributes: &str| {
        let languages = Languages::builder().file(tag, "kinds.ftl", content(label, attributes)).build().unwrap();
        let check = ContentCheck::new(&languages).question::<Kinds>();
        check.run().err().map(|problems| problems.to_string()).unwrap_or_default()
    };
    for (tag, label, attributes, field, expected) in [
        ("cy", "Hyd", "    .it = hyd y drwydded\n", "text", "does not start with y, yr, eich, ein, ei or eu"),
        ("cy", "Hyd", "    .it = Eich ateb\n", "text", "starts with a capital"),
        ("cy", "Hyd", "    .it = eich ateb\n    .It = Eich ateb\n", "text", "no Welsh sentence starts with it"),
        ("cy", "Ydych chi’n talu?", "    .it = yr ydych yn talu\n", "yes", "there is no “y” or “yr”"),
        (
            "cy",
            "Oes gennych gar?",
            "    .it = oes gennych gar\n    .option-yes = Ie\n    .option-no = Na\n",
            "yes",
            "are “Oes” and “Nac oes”",
        ),
        (
            "cy",
            "Oes gennych gar?",
            "    .it = oes gennych gar\n    .option-yes = Ydw\n",
            "yes",
            "are “Oes” and “Nac oes”",
        ),
        ("cy", "Tanwydd", "    .it = y tanwydd\n    .if = byddwch yn gyrru\n", "two", "softens the verb"),
        ("en", "Fuel", "    .it = Your fuel\n", "three", "starts with a capital"),
    ] {
        let problems = fits(tag, label, attributes);
        let line = problems.lines().find(|line| line.contains(&format!("kinds-{field}.")) && line.contains(expected));
        assert!(line.is_some(), "{expected} is not in {problems}");
    }
    for (tag, label, attributes) in
        [("cy", "Eich ateb", "    .it = eich ateb\n"), ("en", "Your answer", "    .it = your answer\n")]
    {
        let problems = fits(tag, label, attributes);
        assert!(!problems.contains("does not fit"), "{problems}");
    }
}

#[test]
fn files_are_named_with_their_article() {
    use townhall::form::{Field, Fields};
    use townhall::values::FileType;
    #[derive(Debug, Serialize, Deserialize, Validate)]
    struct Letter {
        several: UploadedFile,
        one: UploadedFile,
    }
    impl Question for Letter {
        const NAME: &'static str = "letter";
        fn fields() -> Fields {
            Fields::new()
                .field("several", Field::new().files(&[FileType::Pdf, FileType::Jpg], 1_024))
                .field("one", Field::new().files(&[FileType::Pdf], 1_024))
        }
    }
    let file = "letter = x\nletter-several = A\nletter-one = B";
    let languages = Languages::builder().file("en", "en.ftl", file).file("cy", "cy.ftl", file).build().unwrap();
    let listing = ErrorListing::new(&languages).question::<Letter>();
    let said = |field: &str, tag: &str| {
        let error = listing.errors().iter().find(|error| error.field == field && error.code == "file-type").unwrap();
        error.texts.iter().find(|(known, _)| known == tag).unwrap().1.clone()
    };
    assert_eq!(said("several", "en"), "The selected file must be a PDF or JPG");
    assert_eq!(said("one", "en"), "The selected file must be a PDF");
    assert_eq!(said("several", "cy"), "Rhaid i’r ffeil a ddewiswyd fod yn un o’r mathau hyn: PDF neu JPG");
    assert_eq!(said("one", "cy"), "Rhaid i’r ffeil a ddewiswyd fod yn PDF");
}

#[test]
fn a_measure_is_less_and_a_count_is_fewer() {
    use townhall::form::{Field, Fields};
    #[derive(Debug, Serialize, Deserialize, Validate)]
    struct Sizes {
        #[validate(range(max = 9))]
        height: u32,
        #[validate(range(max = 9))]
        children: u32,
    }
    impl Question for Sizes {
        const NAME: &'static str = "sizes";
        fn fields() -> Fields {
            Fields::new().field("height", Field::new().suffix("cm"))
        }
    }
    let file =
        "sizes = x\nsizes-height = Height, in centimetres\n    .It = Height\nsizes-children = Number of children";
    let languages = Languages::builder().file("en", "en.ftl", file).build().unwrap();
    let sent: FormData = [("height", "10"), ("children", "10")].into_iter().collect();
    let form = Form::<Sizes>::submit(sent).unwrap_err();
    let brand = Brand::council("Northbridge").build().unwrap();
    let html = form.page(&brand, &languages.default_locale()).document().html;
    assert!(html.contains("Height must be 9 or less"), "{html}");
    assert!(html.contains("Number of children must be 9 or fewer"), "{html}");
}

#[test]
fn states_of_signing_in_and_of_sections_have_words() {
    let brand = Brand::council("Northbridge").build().unwrap();
    for (locale, failed, locked, section) in [
        (
            Locale::english(),
            "The email address or the password is not correct. Check both, then try again",
            "You’ve tried to sign in too many times. Wait 15 minutes, then try again",
            "Select whether you’ve completed this section",
        ),
        (
            Locale::welsh(),
            "Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir. Gwiriwch y ddau, yna rhowch gynnig arall arni",
            "Rydych wedi ceisio mewngofnodi ormod o weithiau. Arhoswch 15 munud, yna rhowch gynnig arall arni",
            "Dewiswch a ydych wedi cwblhau’r adran hon",
        ),
    ] {
        for (error, expected) in [
            (ValueError::new("sign-in-failed"), failed),
            (ValueError::new("sign-in-locked").with("minutes", 15), locked),
        ] {
            let sent: FormData = [("email", "a@example.com"), ("password", "correct horse")].into_iter().collect();
            let form = Form::<SignInDetails>::again(sent).add_error("email", error);
            let html = form.page(&brand, &locale).document().html;
            assert_eq!(html.matches(expected).count(), 2, "{html}");
            assert!(!html.contains("correct horse") && html.contains("current-password"));
        }
        // A password that no account can have says nothing more than a wrong one.
        let sent: FormData = [("email", "a@example.com"), ("password", "abc")].into_iter().collect();
        let html = Form::<SignInDetails>::submit(sent).unwrap_err().page(&brand, &locale).document().html;
        assert!(html.contains(failed), "{html}");
        let form = Form::<SectionComplete>::submit(FormData::new()).unwrap_err();
        assert_eq!(form.page(&brand, &locale).document().html.matches(section).count(), 2);
    }
}
