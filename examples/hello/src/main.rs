//! One question on one page, on axum:
//!
//! ```sh
//! npm ci && cargo run -p hello
//! ```

use std::collections::HashMap;
use std::error::Error;
use std::sync::LazyLock;

use axum::response::{IntoResponse, Response};
use axum::{Form, Router, routing::get};
use maud::html;
use townhall::components::{Button, ErrorSummary, ErrorSummaryItem, Input, Label, Panel};
use townhall::page::{Brand, BrandError, Page};
use townhall::web;

static BRAND: LazyLock<Result<Brand, BrandError>> =
    LazyLock::new(|| Brand::council("London Borough of Northbridge").colour("#4a2f63").build());

/// The page that asks, with what was typed and what is wrong with it.
fn ask(brand: &'static Brand, typed: &str, error: Option<&str>) -> Response {
    let mut name = Input::new("name", Label::page_heading("What is your name?")).autocomplete("name").value(typed);
    if let Some(error) = error {
        name = name.error_message(error);
    }
    let summary =
        error.map(|error| ErrorSummary::new("There is a problem", [ErrorSummaryItem::for_field("name", error)]));
    let page = Page::new(brand, "What is your name?").service_name("Say hello").service_url("/").content(html! {
        @if let Some(summary) = &summary { (summary) }
        form method="post" novalidate { (name) (Button::new("Continue")) }
    });
    page.has_errors(error.is_some()).into_response()
}

fn answer(brand: &'static Brand, form: &HashMap<String, String>) -> Response {
    match form.get("name").map(|name| name.trim()).unwrap_or_default() {
        "" => ask(brand, "", Some("Enter your name")),
        name => Page::new(brand, "Hello").content(html! { (Panel::new(format!("Hello, {name}"))) }).into_response(),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let brand = BRAND.as_ref()?;
    let question = get(move || async move { ask(brand, "", None) })
        .post(move |Form(form): Form<HashMap<String, String>>| async move { answer(brand, &form) });
    let app = Router::new().route("/", question).nest("/assets", web::axum::assets(brand));

    let port = std::env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("Listening on http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, app).with_graceful_shutdown(townhall::web::shutdown_signal()).await?)
}
