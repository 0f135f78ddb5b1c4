//! What is the same in every framework: a page of components, and a form in a handler of one's own, with a file.

use std::sync::LazyLock;

use maud::html;
use serde::{Deserialize, Serialize};
use townhall::components::{InsetText, SummaryList};
use townhall::form::{FileHandles, Form, FormData, FormDataError, MemoryUploads, Question};
use townhall::language::Languages;
use townhall::page::{Brand, Document, Layout, Page};
use townhall::patterns::{ConfirmationPage, ErrorPage};
use townhall::values::{FullName, PhoneNumber, UploadedFile};
use townhall::web::RequestLanguage;
use validator::Validate;

/// Somebody asks to be called, perhaps about a letter.
#[derive(Debug, Serialize, Deserialize, Validate)]
pub struct Call {
    full_name: FullName,
    phone: PhoneNumber,
    letter: Option<UploadedFile>,
}

impl Question for Call {
    const NAME: &'static str = "call";
}

const ENGLISH: &str = "
call = Ask us to call you
call-full_name = Full name
    .it = your full name
call-phone = Phone number
    .it = your phone number
call-done = We will call you
call-letter = Upload our letter (optional)
    .it = our letter
";

const WELSH: &str = "
call = Gofyn i ni eich ffonio
call-full_name = Enw llawn
    .it = eich enw llawn
call-phone = Rhif ffôn
    .it = eich rhif ffôn
call-done = Byddwn yn eich ffonio
call-letter = Lanlwytho ein llythyr (dewisol)
    .it = ein llythyr
";

/// Whatever can go wrong while a program is started.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

struct App {
    brand: Brand,
    languages: Languages,
    handles: FileHandles,
}

static APP: LazyLock<Result<App, Failure>> = LazyLock::new(|| {
    let languages =
        Languages::builder().file("en", "embed.en.ftl", ENGLISH).file("cy", "embed.cy.ftl", WELSH).build()?;
    let brand = Brand::council("London Borough of Northbridge").colour("#4a2f63").build()?;
    Ok(App { brand, languages, handles: FileHandles::random()? })
});

/// Where letters are kept.
pub static LETTERS: LazyLock<MemoryUploads> = LazyLock::new(MemoryUploads::new);

#[expect(clippy::panic, reason = "constants, which tests have built")]
fn app() -> &'static App {
    APP.as_ref().unwrap_or_else(|error| panic!("{error}"))
}

/// Whose pages they are.
#[must_use]
pub fn brand() -> &'static Brand {
    &app().brand
}

/// By which pages keep letters. There are no sessions here: a handle is good for whoever has the page.
#[must_use]
pub fn handles() -> &'static FileHandles {
    &app().handles
}

/// The first way in: a page of components.
pub fn office() -> Page<'static> {
    let hours = SummaryList::new([("Monday to Friday", "9am to 5pm"), ("Saturday", "Closed")]);
    let content = html! {
        h1.govuk-heading-l { "The parking office" }
        (hours)
        (InsetText::new("You do not need to come to us: you can apply online."))
    };
    Page::new(brand(), "The parking office").asset_path("/files").content(content)
}

fn page(asked: &RequestLanguage, form: &Form<Call>, chosen: Option<&str>) -> Document {
    let locale = app().languages.negotiate(&asked.wanted().chosen(chosen));
    let page = form.page(brand(), &locale).languages(&app().languages).document();
    page.header("set-cookie", locale.cookie().secure(false))
}

/// The second way in: a question in a handler of one's own.
#[expect(clippy::needless_pass_by_value, reason = "a handler owns what it is given")]
pub fn ask(asked: RequestLanguage) -> Document {
    page(&asked, &Form::new(), None)
}

/// What was answered: the question again, or a thank-you.
#[expect(clippy::needless_pass_by_value, reason = "a handler owns what it is given")]
pub fn answer(asked: RequestLanguage, data: Result<FormData, FormDataError>) -> Document {
    let locale = app().languages.negotiate(&asked.wanted());
    let layout = Layout::new(brand(), &locale);
    let data = match data {
        Ok(data) => data,
        Err(error) => return ErrorPage::of_form(&error).page(&layout),
    };
    let chosen = data.chosen_language().map(str::to_owned);
    match Form::submit(data) {
        Err(form) => page(&asked, &form, chosen.as_deref()),
        Ok(_) => ConfirmationPage::new(locale.text("call-done")).page(&layout),
    }
}

/// The port that residents are listened to on.
///
/// # Errors
///
/// If `PORT` is not a number.
pub fn port() -> Result<u16, Failure> {
    Ok(std::env::var("PORT").unwrap_or_else(|_| "3000".to_owned()).parse()?)
}

/// Where residents are listened to.
///
/// # Errors
///
/// If the port is in use.
pub fn listener() -> Result<std::net::TcpListener, Failure> {
    let listener = std::net::TcpListener::bind(("127.0.0.1", port()?))?;
    listener.set_nonblocking(true)?;
    listening(listener.local_addr()?.port());
    Ok(listener)
}

/// Says where residents are listened to.
pub fn listening(port: u16) {
    println!("Listening on http://127.0.0.1:{port}");
}
