//! The second way in: forms and pages inside the application's own handlers, with its own addresses and its own storage. Here somebody
//! reports a missed bin: a question, an error that only the application can find, a confirmation.
//!
//! ```sh
//! npm ci && cargo run -p own_handlers
//! ```

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use serde::{Deserialize, Serialize};
use townhall::form::{Form, FormData, FormDataError, Question, rules};
use townhall::language::{Languages, Locale};
use townhall::page::{Brand, Layout};
use townhall::patterns::{ConfirmationPage, ErrorPage, StartPage};
use townhall::values::{Date, Postcode, ValueError};
use townhall::web::RequestLanguage;
use townhall::web::axum::assets;
use validator::Validate;

#[derive(Debug, Serialize, Deserialize, Validate)]
struct MissedBin {
    postcode: Postcode,
    #[validate(custom(function = rules::today_or_in_the_past))]
    day: Date,
}

impl Question for MissedBin {
    const NAME: &'static str = "missed-bin";
}

const ENGLISH: &str = "
service = Report a missed bin
    .body = Tell us if we did not empty your bin. We come back within 2 working days.
missed-bin = Which bin did we miss?
missed-bin-postcode = Postcode
    .hint = For example, NB1 4AB
    .it = your postcode
    .error-not-here = We do not empty bins at this postcode
missed-bin-day = When should we have emptied it?
    .hint = For example, 27 3 2026
    .it = the day
    .It = The day
done = Thank you for telling us
    .next = We come back to empty your bin within 2 working days.
";

const WELSH: &str = "
service = Rhoi gwybod am fin heb ei gasglu
    .body = Dywedwch wrthym os na wnaethom wagio eich bin. Byddwn yn dod yn ôl o fewn 2 ddiwrnod gwaith.
missed-bin = Pa fin na wnaethom ei gasglu?
missed-bin-postcode = Cod post
    .hint = Er enghraifft, NB1 4AB
    .it = eich cod post
    .error-not-here = Nid ydym yn gwagio biniau yn y cod post hwn
missed-bin-day = Pryd dylem fod wedi ei wagio?
    .hint = Er enghraifft, 27 3 2026
    .it = y dyddiad
done = Diolch am ddweud wrthym
    .next = Byddwn yn dod yn ôl i wagio eich bin o fewn 2 ddiwrnod gwaith.
";

struct App {
    brand: &'static Brand,
    languages: Languages,
    reports: AtomicU32,
}

fn languages() -> Result<Languages, townhall::language::LanguagesError> {
    Languages::builder().file("en", "own_handlers.en.ftl", ENGLISH).file("cy", "own_handlers.cy.ftl", WELSH).build()
}

impl App {
    /// What all pages have around them.
    fn layout<'a>(&'a self, locale: &'a Locale, address: &'a str) -> Layout<'a> {
        Layout::new(self.brand, locale).service(locale.text("service"), "/").languages(&self.languages, address)
    }

    fn ask(&self, form: &Form<MissedBin>, locale: &Locale) -> Response {
        let layout = self.layout(locale, "/report").without_languages();
        let page = form.page(self.brand, locale).layout(&layout).languages(&self.languages).back_link("/").document();
        ([("set-cookie", locale.cookie().secure(false))], page).into_response()
    }
}

async fn start(State(app): State<Arc<App>>, asked: RequestLanguage) -> Response {
    let locale = app.languages.negotiate(&asked.wanted());
    let page = StartPage::new(locale.text("service"), "/report").body(locale.text("service.body"));
    ([("set-cookie", locale.cookie().secure(false))], page.page(&app.layout(&locale, "/"))).into_response()
}

async fn report(State(app): State<Arc<App>>, asked: RequestLanguage) -> Response {
    app.ask(&Form::new(), &app.languages.negotiate(&asked.wanted()))
}

async fn receive(
    State(app): State<Arc<App>>,
    asked: RequestLanguage,
    data: Result<FormData, FormDataError>,
) -> Response {
    let data = match data {
        Ok(data) => data,
        Err(error) => {
            let locale = app.languages.negotiate(&asked.wanted());
            return ErrorPage::of_form(&error).page(&app.layout(&locale, "/")).into_response();
        }
    };
    let locale = app.languages.negotiate(&asked.wanted().chosen(data.chosen_language()));
    match Form::<MissedBin>::submit(data) {
        Err(form) => app.ask(&form, &locale),
        // Only the application knows where it empties bins.
        Ok(answers) if !answers.postcode.as_str().starts_with("NB") => {
            app.ask(&Form::filled(&answers).add_error("postcode", ValueError::new("not-here")), &locale)
        }
        Ok(_) => {
            let number = app.reports.fetch_add(1, Ordering::Relaxed) + 1;
            let page = ConfirmationPage::new(locale.text("done"))
                .reference(format!("MB-{number}"))
                .next(locale.text("done.next"));
            page.page(&app.layout(&locale, "/")).into_response()
        }
    }
}

async fn not_found(State(app): State<Arc<App>>, asked: RequestLanguage) -> Response {
    let locale = app.languages.negotiate(&asked.wanted());
    ErrorPage::not_found().page(&app.layout(&locale, "/")).into_response()
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let brand: &'static Brand = Box::leak(Box::new(Brand::council("London Borough of Northbridge").build()?));
    let app = Router::new()
        .route("/", get(start))
        .route("/report", get(report).post(receive))
        .nest("/assets", assets(brand))
        .fallback(not_found)
        .with_state(Arc::new(App { brand, languages: languages()?, reports: AtomicU32::new(0) }));

    let port = std::env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("Listening on http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, app).with_graceful_shutdown(townhall::web::shutdown_signal()).await?)
}

#[cfg(test)]
mod tests {
    use townhall::form::{ContentCheck, ContentProblems};

    use super::*;

    #[test]
    fn content_is_complete() -> Result<(), ContentProblems> {
        let languages = languages().expect("the files can be read");
        ContentCheck::new(&languages)
            .question::<MissedBin>()
            .used(["service", "done", "missed-bin-postcode.error-not-here"])
            .run()
    }
}
