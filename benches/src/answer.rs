//! A page with five errors: read, checked and shown again in Welsh; and the same page built of components with English literals.

use maud::html;
use serde::{Deserialize, Serialize};
use townhall::components::{
    BackLink, Button, DateInput, DateInputPart, ErrorSummary, ErrorSummaryItem, Input, Label, Legend, RadioItem, Radios,
};
use townhall::form::{Form, FormData, Limits, Question};
use townhall::language::Languages;
use townhall::markup::{Writer, from_fn};
use townhall::page::{Brand, Page};
use townhall::values::{Date, EmailAddress, FullName, PhoneNumber, Postcode};
use validator::Validate;

#[derive(Debug, Serialize, Deserialize, Validate)]
pub struct AboutYou {
    full_name: FullName,
    date_of_birth: Date,
    email: EmailAddress,
    postcode: Postcode,
    contact: Contact,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Contact {
    Email,
    Phone(PhoneNumber),
    Text,
    Letter,
    Nothing,
}

impl Question for AboutYou {
    const NAME: &'static str = "about-you";
}

const ENGLISH: &str = "
about-you = About you
about-you-full_name = Full name
    .hint = As it is on your passport
    .it = your full name
about-you-date_of_birth = Date of birth
    .hint = For example, 27 3 1984
    .it = your date of birth
about-you-email = Email address
    .it = your email address
about-you-postcode = Postcode
    .it = your postcode
about-you-contact = How should we contact you?
    .it = how we should contact you
    .option-email = Email
    .option-phone = Phone
    .option-text = Text message
    .option-letter = Letter
    .option-nothing = Do not contact me
about-you-contact-phone = Phone number
    .it = your phone number
";

const WELSH: &str = "
about-you = Amdanoch chi
about-you-full_name = Enw llawn
    .hint = Fel y mae ar eich pasbort
    .it = eich enw llawn
about-you-date_of_birth = Dyddiad geni
    .hint = Er enghraifft, 27 3 1984
    .it = eich dyddiad geni
about-you-email = Cyfeiriad e-bost
    .it = eich cyfeiriad e-bost
about-you-postcode = Cod post
    .it = eich cod post
about-you-contact = Sut dylem gysylltu â chi?
    .option-email = E-bost
    .option-phone = Ffôn
    .option-text = Neges destun
    .option-letter = Llythyr
    .option-nothing = Peidiwch â chysylltu â mi
about-you-contact-phone = Rhif ffôn
    .it = eich rhif ffôn
";

pub fn languages() -> Languages {
    let builder = Languages::builder().file("en", "en.ftl", ENGLISH).file("cy", "cy.ftl", WELSH);
    builder.build().expect("the files can be read")
}

/// What a browser sends: nothing in it is right.
pub struct Sent {
    pub body: String,
    day: String,
    email: String,
    postcode: String,
    phone: String,
}

pub fn sent(version: usize) -> Sent {
    let day = (1 + version % 28).to_string();
    let (email, postcode, phone) = (format!("name{version}"), format!("SW{version}"), format!("07700 {version}"));
    let body: FormData = [
        ("full_name", ""),
        ("date_of_birth-day", &day),
        ("date_of_birth-month", ""),
        ("date_of_birth-year", ""),
        ("email", &email),
        ("postcode", &postcode),
        ("contact", "phone"),
        ("contact-phone", &phone),
    ]
    .into_iter()
    .collect();
    Sent { body: body.to_urlencoded(), day, email, postcode, phone }
}

/// Reads, checks, and shows the page again in a language.
pub fn answer(brand: &Brand, languages: &Languages, tag: &str, sent: &Sent) -> String {
    let data = FormData::from_urlencoded(sent.body.as_bytes(), &Limits::default()).expect("it is a form");
    let locale = languages.get(tag).expect("the language is there");
    let form = Form::<AboutYou>::submit(data).expect_err("nothing is right");
    form.page(brand, locale).back_link("/start").service("Permits", "/").into()
}

/// The same page in English, from literals.
pub fn literals(brand: &Brand, sent: &Sent) -> String {
    let errors = [
        "Enter your full name",
        "Date of birth must include a month and year",
        "Enter an email address in the correct format, like name@example.com",
        "Enter a full UK postcode",
        "Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192",
    ];
    let targets = ["full_name", "date_of_birth-month", "email", "postcode", "contact-phone"];
    let items = targets.into_iter().zip(errors).map(|(target, error)| ErrorSummaryItem::for_field(target, error));
    let summary = ErrorSummary::new("There is a problem", items);
    let label = |text| Label::new(text).classes("govuk-label--s");
    let legend = |text| Legend::new(text).classes("govuk-fieldset__legend--s");
    let name = Input::new("full_name", label("Full name"))
        .hint("As it is on your passport")
        .autocomplete("name")
        .spellcheck(false)
        .value("")
        .error_message(errors[0]);
    let birth = DateInput::new("date_of_birth", legend("Date of birth"))
        .name_prefix("date_of_birth")
        .hint("For example, 27 3 1984")
        .error_message(errors[1])
        .parts([
            DateInputPart::day().value(&sent.day).error(false),
            DateInputPart::month().value("").error(true),
            DateInputPart::year().value("").error(true),
        ]);
    let email = Input::new("email", label("Email address"))
        .input_type("email")
        .autocomplete("email")
        .spellcheck(false)
        .value(&sent.email)
        .error_message(errors[2]);
    let postcode = Input::new("postcode", label("Postcode"))
        .classes("govuk-input--width-10")
        .autocomplete("postal-code")
        .value(&sent.postcode)
        .error_message(errors[3]);
    let phone = Input::new("contact-phone", "Phone number")
        .input_type("tel")
        .classes("govuk-input--width-20")
        .autocomplete("tel")
        .value(&sent.phone)
        .error_message(errors[4]);
    let contact = Radios::new(
        "contact",
        legend("How should we contact you?"),
        [
            RadioItem::new("email", "Email"),
            RadioItem::new("phone", "Phone").conditional(&phone),
            RadioItem::new("text", "Text message"),
            RadioItem::new("letter", "Letter"),
            RadioItem::new("nothing", "Do not contact me"),
        ],
    )
    .value("phone");
    let content = from_fn(|out: &mut Writer<'_>| {
        out.element("div").class("govuk-grid-row", "").children(|out| {
            out.element("div").class("govuk-grid-column-two-thirds", "").children(|out| {
                out.component(&summary);
                out.element("h1").class("govuk-heading-l", "").text("About you");
                out.element("form").attr("id", "question").attr("method", "post").boolean("novalidate").children(
                    |out| {
                        out.render(&html! { input type="hidden" name="townhall-errors" value="shown"; });
                        out.component(&name);
                        out.component(&birth);
                        out.component(&email);
                        out.component(&postcode);
                        out.component(&contact);
                        out.component(&Button::new("Continue").prevent_double_click(true));
                    },
                );
            });
        });
    });
    Page::new(brand, "About you")
        .has_errors(true)
        .back_link(BackLink::new("/start"))
        .service_name("Permits")
        .service_url("/")
        .content(&content)
        .render_document()
        .into_string()
}
