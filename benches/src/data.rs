//! Plain data, in 64 versions.

/// How many versions there are.
pub const VERSIONS: usize = 64;

#[derive(Debug, serde::Serialize)]
pub struct ButtonData {
    pub text: String,
}

/// A page with three inputs, a date, and radios of which one has a conditional input, sent back with three errors. All words are data,
/// because a service has them in several languages.
#[derive(Debug, serde::Serialize)]
pub struct Question {
    pub title: String,
    pub problem: String,
    pub full_name: Field,
    pub email: Field,
    pub postcode: Field,
    pub phone: Field,
    pub birth: Field,
    pub day: Field,
    pub month: Field,
    pub year: Field,
    pub contact: String,
    pub contacts: Contacts,
    pub contact_hint: String,
    pub chosen: &'static str,
    pub send: String,
}

/// The labels of the five choices.
#[derive(Debug, serde::Serialize)]
pub struct Contacts {
    pub email: String,
    pub phone: String,
    pub text: String,
    pub letter: String,
    pub none: String,
}

/// What is said about a field, and what was typed into it.
#[derive(Debug, serde::Serialize)]
pub struct Field {
    pub label: String,
    pub hint: String,
    pub error: String,
    pub value: String,
}

#[derive(Debug, serde::Serialize)]
pub struct CheckAnswers {
    pub title: String,
    pub rows: Vec<Answer>,
}

#[derive(Debug, serde::Serialize)]
pub struct Answer {
    pub question: String,
    pub answer: String,
    pub href: String,
    pub subject: String,
}

/// A list of 1,000 cases, and where it stands among the pages of the list.
#[derive(Debug, serde::Serialize)]
pub struct Cases {
    pub title: String,
    pub cases: Vec<[String; 6]>,
    pub page: u32,
}

/// Numbers without order that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

const FIRST: [&str; 8] = ["Siân", "Mohammed", "Zoë", "Agnieszka", "Tom", "Oluwaseun", "Mary-Ann", "D’Arcy"];
const LAST: [&str; 8] = ["Jones", "Okafor", "O'Brien", "Smith & Sons", "Nowak", "Begum", "de Souza", "Llywelyn"];
const STREETS: [&str; 8] = [
    "Mill Lane",
    "High Street",
    "Queen’s Road",
    "Station Approach",
    "The Green",
    "Cwm Road",
    "Park View",
    "Old Kent Road",
];
const STATES: [&str; 6] = ["Received", "In progress", "Waiting for proof", "Approved", "Refused", "Withdrawn"];
const CONTACTS: [&str; 5] = ["email", "phone", "text", "letter", "none"];

fn numbers(version: usize) -> Numbers {
    Numbers(0x9e37_79b9_7f4a_7c15 ^ (version as u64).wrapping_mul(0x00c0_ffee_1234_5678))
}

pub fn button(version: usize) -> ButtonData {
    let mut n = numbers(version);
    ButtonData { text: format!("Save and go to {}", n.pick(&STREETS)) }
}

pub fn question(version: usize) -> Question {
    let mut n = numbers(version);
    let (first, last) = (n.pick(&FIRST), n.pick(&LAST));
    let field = |label: &str, hint: &str, error: String, value: String| Field {
        label: label.to_owned(),
        hint: hint.to_owned(),
        error,
        value,
    };
    Question {
        title: format!("About you and your home in {}", n.pick(&STREETS)),
        problem: "There is a problem".to_owned(),
        full_name: field(
            "Full name",
            "As it is on your passport",
            format!("Full name must be {} characters or less", 20 + n.below(60)),
            format!("{first} {last}"),
        ),
        email: field(
            "Email address",
            "",
            "Enter an email address in the correct format, like name@example.com".to_owned(),
            format!("{}@example.com", last.to_lowercase().replace(' ', ".")),
        ),
        postcode: field("Postcode", "", String::new(), format!("SW1A {}AA", n.below(10))),
        phone: field("Phone number", "", String::new(), format!("07700 900{:03}", n.below(1000))),
        birth: field(
            "What is your date of birth?",
            "For example, 31 3 1980",
            format!("Date of birth must be before {} March 2026", 1 + n.below(30)),
            String::new(),
        ),
        day: field("Day", "", String::new(), n.below(31).to_string()),
        month: field("Month", "", String::new(), n.below(13).to_string()),
        year: field("Year", "", String::new(), (1920 + n.below(90)).to_string()),
        contact: format!("How should we contact you about {}?", n.pick(&STREETS)),
        contacts: Contacts {
            email: "Email".to_owned(),
            phone: "Phone".to_owned(),
            text: "Text message".to_owned(),
            letter: "Letter".to_owned(),
            none: "Do not contact me".to_owned(),
        },
        contact_hint: "You will not hear about changes".to_owned(),
        chosen: n.pick(&CONTACTS),
        send: "Continue".to_owned(),
    }
}

pub fn check_answers(version: usize) -> CheckAnswers {
    let mut n = numbers(version);
    let rows = (0..50)
        .map(|at| {
            let subject = format!("{} {}", n.pick(&STREETS).to_lowercase(), at);
            Answer {
                question: format!("Vehicles at {}", n.pick(&STREETS)),
                answer: format!("{} {}, {} miles", n.pick(&FIRST), n.pick(&LAST), n.below(90_000)),
                href: format!("/permit/vehicles/{}?from=check&row={at}", n.below(1000)),
                subject,
            }
        })
        .collect();
    CheckAnswers { title: format!("Check your answers before sending application {}", n.below(10_000)), rows }
}

pub fn cases(version: usize) -> Cases {
    let mut n = numbers(version);
    let mut cases: Vec<[String; 6]> = (0..1_000)
        .map(|at| {
            [
                format!("NB-{:05}", 10_000 + at),
                format!("{} {}", n.pick(&FIRST), n.pick(&LAST)),
                format!("{} {}", 1 + n.below(200), n.pick(&STREETS)),
                format!("{} March 2026", 1 + n.below(31)),
                n.pick(&STATES).to_owned(),
                format!("£{}.{:02}", n.below(400), n.below(100)),
            ]
        })
        .collect();
    // Another order in each version, so that neighbours in memory are not neighbours in the table.
    for at in (1..cases.len()).rev() {
        cases.swap(at, n.below(at + 1));
    }
    Cases { title: "Cases".to_owned(), cases, page: 2 + u32::try_from(n.below(8)).unwrap_or_default() }
}
