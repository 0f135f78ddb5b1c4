//! One question page in English, Welsh and Urdu: a name, a date, a way to be contacted, a file, a reason.
//!
//! ```sh
//! npm ci && cargo run -p question
//! ```
//!
//! What was typed comes along when the language is changed. `/errors` lists every error in every language.

use std::error::Error;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::{Html, IntoResponse, Response};
use axum::{Router, routing::get};
use maud::html;
use serde::{Deserialize, Serialize};
use townhall::components::Panel;
use townhall::form::{
    Count, ErrorListing, Field, Fields, FileHandles, Form, FormDataError, Limits, MemoryUploads, Question, rules,
};
use townhall::language::{Languages, Locale};
use townhall::page::{Brand, Page};
use townhall::values::{Date, EmailAddress, FullName, PhoneNumber, UploadedFile};
use townhall::web::RequestLanguage;
use townhall::web::axum::{assets, receive};
use validator::Validate;

#[derive(Debug, Serialize, Deserialize, Validate)]
struct AboutYou {
    full_name: FullName,
    #[validate(custom(function = rules::in_the_past))]
    date_of_birth: Date,
    has_permit: bool,
    contact: Contact,
    needs: Vec<Need>,
    proof: UploadedFile,
    reason: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Contact {
    Email(EmailAddress),
    Phone(PhoneNumber),
    Letter,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Need {
    LargePrint,
    Interpreter,
    None,
}

impl Question for AboutYou {
    const NAME: &'static str = "about-you";

    fn fields() -> Fields {
        Fields::new()
            .field("date_of_birth", Field::new().autocomplete("bday"))
            .field("has_permit", Field::new().inline())
            .field("reason", Field::new().character_count(Count::Characters(200)))
    }
}

struct App {
    brand: &'static Brand,
    languages: Languages,
    uploads: MemoryUploads,
    handles: FileHandles,
}

fn languages() -> Result<Languages, Box<dyn Error>> {
    let languages = Languages::builder()
        .file("en", "question/en.ftl", include_str!("../content/en.ftl"))
        .file("cy", "question/cy.ftl", include_str!("../content/cy.ftl"))
        .file("ur", "townhall.ur.ftl", include_str!("../../townhall.ur.ftl"))
        .file("ur", "question/ur.ftl", include_str!("../content/ur.ftl"))
        .on_problem(|problem| eprintln!("{problem}"));
    Ok(languages.build()?)
}

/// The page, in the language that was asked for, which is remembered.
fn page(app: &App, form: &Form<AboutYou>, locale: &Locale) -> Response {
    let page = form.page(app.brand, locale).languages(&app.languages).service(locale.text("service"), "/");
    ([("set-cookie", locale.cookie().secure(false))], page).into_response()
}

async fn ask(State(app): State<Arc<App>>, asked: RequestLanguage) -> Response {
    page(&app, &Form::new(), &app.languages.negotiate(&asked.wanted()))
}

async fn answer(
    State(app): State<Arc<App>>,
    asked: RequestLanguage,
    request: Request,
) -> Result<Response, FormDataError> {
    let data = receive::<AboutYou, _>(request, &Limits::default(), &app.uploads, &app.handles).await?;
    let locale = app.languages.negotiate(&asked.wanted().chosen(data.chosen_language()));
    Ok(match Form::<AboutYou>::submit(data) {
        Err(form) => page(&app, &form, &locale),
        Ok(answers) => {
            let (title, born) = (locale.text("thanks"), answers.date_of_birth.to_text(&locale));
            let panel = Panel::new(&*title).content(locale.text_with("thanks.body", &[("date", born.into())]));
            Page::new(app.brand, &*title).content(html! { (panel) }).localised(&locale).into_response()
        }
    })
}

async fn errors(State(app): State<Arc<App>>) -> Html<String> {
    Html(ErrorListing::new(&app.languages).question::<AboutYou>().page(app.brand).into_string())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let brand: &'static Brand = Box::leak(Box::new(Brand::council("London Borough of Northbridge").build()?));
    let app = Router::new()
        .route("/", get(ask).post(answer))
        .route("/errors", get(errors))
        .with_state(Arc::new(App {
            brand,
            languages: languages()?,
            uploads: MemoryUploads::new(),
            handles: FileHandles::random()?,
        }))
        .nest("/assets", assets(brand));

    let port = std::env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("Listening on http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, app).with_graceful_shutdown(townhall::web::shutdown_signal()).await?)
}

#[cfg(test)]
mod tests {
    use townhall::form::ContentCheck;

    use super::*;

    #[test]
    fn content_is_complete() -> Result<(), Box<dyn Error>> {
        let languages = languages()?;
        let used = ["service", "thanks", "thanks.body"];
        Ok(ContentCheck::new(&languages).question::<AboutYou>().used(used).run()?)
    }
}
