//! The first way in: components in an application that has its own pages, its own forms and its own language. Here it is a page of search results
//! on axum.
//!
//! ```sh
//! npm ci && cargo run -p components_only
//! ```

use std::error::Error;

use axum::extract::Query;
use axum::response::Html;
use axum::{Router, routing::get};
use maud::{DOCTYPE, PreEscaped, html};
use serde::Deserialize;
use townhall::components::{Button, Input, Pagination, PaginationItem, SummaryCard, SummaryList, Tag};
use townhall::language::Direction;
use townhall::page::{Brand, SCRIPT};

#[derive(Deserialize, Default)]
struct Search {
    #[serde(default)]
    street: String,
}

/// Made-up data: streets, and when their bins are emptied.
const STREETS: [(&str, &str, &str); 3] = [
    ("Bridge Street", "Monday", "Every week"),
    ("Castle Lane", "Thursday", "Every 2 weeks"),
    ("Mill Road", "Friday", "Every week"),
];

fn search(search: &Search, brand: &'static Brand) -> Html<String> {
    let wanted = search.street.to_lowercase();
    let found = STREETS.iter().filter(|(street, ..)| street.to_lowercase().contains(&wanted));
    // The application's own page. Components are values that render themselves.
    let page = html! {
        (DOCTYPE)
        html lang="en" class="govuk-template" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Bin collection days" }
                @for path in brand.stylesheets(Direction::LeftToRight) { link rel="stylesheet" href={ "/assets/" (path) }; }
            }
            body class="govuk-template__body" {
                // It tells the styles that there are scripts. A `Content-Security-Policy` allows it by `SCRIPT_HASH`.
                script { (PreEscaped(SCRIPT)) }
                div class="govuk-width-container" {
                    main class="govuk-main-wrapper" {
                        h1 class="govuk-heading-l" { "Bin collection days" }
                        form {
                            (Input::new("street", "Street").value(&search.street).hint("For example, Mill Road"))
                            (Button::new("Search"))
                        }
                        @for (street, day, often) in found {
                            (SummaryList::new([("Day", *day), ("How often", *often)]).card(SummaryCard::new(*street)))
                        }
                        (Tag::new("Up to date"))
                        (Pagination::new().items([PaginationItem::new(1, "/").current(true), PaginationItem::new(2, "/?page=2")]))
                    }
                }
                script type="module" src={ "/assets/" (townhall::assets::SCRIPT) } {}
            }
        }
    };
    Html(page.into_string())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let brand: &'static Brand = Box::leak(Box::new(Brand::council("London Borough of Northbridge").build()?));
    let app = Router::new()
        .route("/", get(move |Query(wanted): Query<Search>| async move { search(&wanted, brand) }))
        .nest("/assets", townhall::web::axum::assets(brand));

    let port = std::env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("Listening on http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, app).with_graceful_shutdown(townhall::web::shutdown_signal()).await?)
}
