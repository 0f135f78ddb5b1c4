//! Every component with all its official examples, rendered by townhall and compared with the official HTML on the spot:
//!
//! ```sh
//! npm ci && cargo run -p gallery
//! ```
//!
//! The pages are in the colours of a council; below `/gov-uk` they are in those of GOV.UK.

mod patterns;

use std::error::Error;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, PreEscaped, html};
use serde_json::Value;
use townhall::attributes;
use townhall::components::{BackLink, Breadcrumb, Breadcrumbs, Details, FooterMeta, Table, TableCell, Tag};
use townhall::macro_options::render;
use townhall::page::{Brand, Page, SCRIPT_HASH};

use townhall_tests::canonical;
use townhall_tests::front_end::{self, Fixture};

/// What all pages of one brand share.
#[derive(Clone)]
struct Gallery {
    brand: &'static Brand,
    /// What all addresses of this brand start with.
    base: &'static str,
    components: Arc<Vec<Component>>,
}

struct Component {
    name: String,
    /// As the design system writes it: "Summary list".
    title: String,
    fixtures: Vec<Entry>,
}

struct Entry {
    fixture: Fixture,
    /// The name in the address.
    slug: String,
}

impl Entry {
    /// Our HTML, or why there is none.
    fn ours(&self) -> Result<String, String> {
        let rendered = render(&self.fixture.component, &self.fixture.options);
        rendered.map(PreEscaped::into_string).map_err(|error| error.to_string())
    }

    /// Where our HTML differs from the official, as a browser sees both.
    fn difference(&self) -> Option<String> {
        match self.ours() {
            Ok(ours) => {
                canonical::first_difference(&canonical::fragment(&ours), &canonical::fragment(&self.fixture.html))
            }
            Err(error) => Some(error),
        }
    }

    fn verdict(&self) -> Markup {
        match self.difference() {
            None => html! { (Tag::new("Same as the official HTML").classes("govuk-tag--green")) },
            Some(_) => html! { (Tag::new("Differs").classes("govuk-tag--red")) },
        }
    }
}

fn slug(name: &str) -> String {
    let mut slug = String::new();
    for word in name.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

fn load() -> Result<Vec<Component>, Box<dyn Error>> {
    let mut components = Vec::new();
    for name in front_end::components()? {
        let fixtures = front_end::fixtures_of(&name)?;
        let words = name.replace('-', " ");
        components.push(Component {
            title: words[..1].to_uppercase() + &words[1..],
            fixtures: fixtures.into_iter().map(|fixture| Entry { slug: slug(&fixture.name), fixture }).collect(),
            name,
        });
    }
    Ok(components)
}

impl Gallery {
    fn find(&self, component: &str, fixture: &str) -> Option<(&Component, &Entry)> {
        let component = self.components.iter().find(|known| known.name == component)?;
        Some((component, component.fixtures.iter().find(|known| known.slug == fixture)?))
    }

    /// The frame of every page of the gallery.
    fn page<'a>(&'a self, title: &'a str) -> Page<'a> {
        Page::new(self.brand, title)
            .service_name("Component gallery")
            .service_url(self.address("/"))
            .asset_path(self.address("/assets"))
            .head(html! { link rel="stylesheet" href="/gallery.css"; })
            .body_end(html! { script type="module" src="/gallery.js" {} })
            .footer_meta(FooterMeta::new().items([self.other_brand()]))
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    fn other_brand(&self) -> (&'static str, &'static str) {
        if self.base.is_empty() {
            ("See it in the colours of GOV.UK", "/gov-uk/")
        } else {
            ("See it in the colours of a council", "/")
        }
    }
}

/// Every response has the policy that the library's pages need, and no more.
fn respond(page: &Page<'_>) -> Response {
    respond_with_styles(page, "'self'")
}

fn respond_with_styles(page: &Page<'_>, styles: &str) -> Response {
    let policy = format!(
        "default-src 'self'; script-src 'self' '{SCRIPT_HASH}'; style-src {styles}; object-src 'none'; base-uri 'none'; \
         frame-ancestors 'self'"
    );
    let html = page.render_document().into_string();
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()), (header::CONTENT_SECURITY_POLICY, policy)], html)
        .into_response()
}

fn not_found(gallery: &Gallery) -> Response {
    let page = gallery.page("Page not found").content(html! {
        h1.govuk-heading-l { "Page not found" }
        p.govuk-body { "If you typed the web address, check it is correct." }
        p.govuk-body { a.govuk-link href=(gallery.address("/")) { "See all components" } }
    });
    (StatusCode::NOT_FOUND, respond(&page)).into_response()
}

async fn index(State(gallery): State<Gallery>) -> Response {
    let all: usize = gallery.components.iter().map(|component| component.fixtures.len()).sum();
    let same_of =
        |component: &Component| component.fixtures.iter().filter(|entry| entry.difference().is_none()).count();
    let counts: Vec<(&Component, usize)> =
        gallery.components.iter().map(|component| (component, same_of(component))).collect();
    let same: usize = counts.iter().map(|(_, same)| same).sum();
    let table = Table::map(&counts, |(component, same)| {
        let address = gallery.address(&format!("/components/{}", component.name));
        let link = html! { a.govuk-link href=(address) { (component.title) } };
        [link.into(), TableCell::numeric(format!("{same} of {}", component.fixtures.len()))]
    });
    let table = table
        .caption("Components of GOV.UK Frontend 6.6.0")
        .caption_classes("govuk-table__caption--m")
        .head([
            TableCell::new("Component"),
            TableCell::numeric(html! { span.govuk-visually-hidden { "Examples that are the " } "Same" }),
        ])
        .first_cell_is_header(true);
    let page = gallery.page("Components").main_classes("govuk-main-wrapper--l").content(html! {
        h1.govuk-heading-xl { "Components" }
        p.govuk-body-l {
            (same) " of " (all) " official examples render the same as the official HTML."
        }
        p.govuk-body { a.govuk-link href=(gallery.address("/patterns")) { "Patterns: whole pages of a service" } }
        div.govuk-grid-row { div.govuk-grid-column-two-thirds { (table) } }
    });
    respond(&page)
}

async fn component(State(gallery): State<Gallery>, Path(name): Path<String>) -> Response {
    let Some(component) = gallery.components.iter().find(|component| component.name == name) else {
        return not_found(&gallery);
    };
    let address = |entry: &Entry| gallery.address(&format!("/components/{}/{}", component.name, entry.slug));
    let page = gallery
        .page(&component.title)
        .breadcrumbs(Breadcrumbs::new([
            Breadcrumb::new("Components", gallery.address("/")),
            Breadcrumb::current(&component.title),
        ]))
        .content(html! {
            h1.govuk-heading-xl { (component.title) }
            h2.govuk-heading-m { "Examples" }
            ul.govuk-list.app-fixtures {
                @for entry in &component.fixtures {
                    li {
                        a.govuk-link href=(address(entry)) { (entry.fixture.name) }
                        @if entry.difference().is_some() { " " (Tag::new("Differs").classes("govuk-tag--red")) }
                    }
                }
            }
            @for entry in component.fixtures.iter().filter(|entry| !entry.fixture.hidden) {
                h2.govuk-heading-m { (entry.fixture.name) }
                (preview_frame(&gallery, entry))
                p.govuk-body {
                    (entry.verdict()) " "
                    a.govuk-link href=(address(entry)) {
                        "Options and HTML" span.govuk-visually-hidden { " of " (entry.fixture.name) }
                    }
                }
            }
        });
    respond(&page)
}

fn preview_frame(gallery: &Gallery, entry: &Entry) -> Markup {
    let address = gallery.address(&format!("/components/{}/{}/preview", entry.fixture.component, entry.slug));
    html! { iframe.app-preview loading="lazy" src=(address) title={ "Example: " (entry.fixture.name) } {} }
}

fn code(name: &str, text: &str) -> Markup {
    html! { pre.app-code tabindex="0" role="region" aria-label=(name) { code { (text) } } }
}

async fn fixture(State(gallery): State<Gallery>, Path((name, slug)): Path<(String, String)>) -> Response {
    let Some((component, entry)) = gallery.find(&name, &slug) else { return not_found(&gallery) };
    let heading = format!("{}: {}", component.title, entry.fixture.name);
    let options = serde_json::to_string_pretty(&entry.fixture.options).unwrap_or_default();
    let ours = entry.ours();
    let preview = gallery.address(&format!("/components/{name}/{slug}/preview"));
    let official = Details::new("The official HTML", code("The official HTML", &entry.fixture.html));
    let page = gallery
        .page(&heading)
        .back_link(BackLink::new(gallery.address(&format!("/components/{name}"))).content(&component.title))
        .content(html! {
            h1.govuk-heading-l { span.govuk-caption-l { (component.title) } (entry.fixture.name) }
            p.govuk-body { (entry.verdict()) }
            @if let Some(difference) = entry.difference() { (code("Difference", &difference)) }
            h2.govuk-heading-m { "Result" }
            (preview_frame(&gallery, entry))
            p.govuk-body { a.govuk-link href=(preview) { "Open the result on its own" } }
            h2.govuk-heading-m { "Options" }
            (code("Options", &options))
            h2.govuk-heading-m { "HTML" }
            (code("HTML", ours.as_deref().unwrap_or_default()))
            (official)
        });
    respond(&page)
}

/// The example alone, ours or, with `?official`, the official HTML: what the browser tests compare.
async fn preview(
    State(gallery): State<Gallery>,
    Path((name, slug)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Response {
    let Some((_, entry)) = gallery.find(&name, &slug) else { return not_found(&gallery) };
    let html = if query.iter().any(|(key, _)| key == "official") {
        entry.fixture.html.clone()
    } else {
        entry.ours().unwrap_or_default()
    };
    // The script of a skip link stops if its target is not on the page.
    let target = match (name.as_str(), &entry.fixture.options["href"]) {
        ("skip-link", Value::String(href)) => href.trim_start_matches('#').to_owned(),
        _ => "content".to_owned(),
    };
    let title = format!("{name}: {}", entry.fixture.name);
    let page = gallery
        .page(&title)
        .body_classes(entry.fixture.body_classes.clone())
        .skip_link_block("")
        .header_block("")
        .footer_block("")
        .container_attributes(attributes! { "id": target })
        .content(PreEscaped(html));
    // An official example has a style of its own in its HTML.
    respond_with_styles(&page, "'self' 'unsafe-inline'")
}

fn routes(gallery: Gallery) -> Router {
    Router::new()
        .route("/", get(index))
        .merge(patterns::routes())
        .route("/components/{component}", get(component))
        .route("/components/{component}/{fixture}", get(fixture))
        .route("/components/{component}/{fixture}/preview", get(preview))
        .fallback(|State(gallery): State<Gallery>| async move { not_found(&gallery) })
        .nest("/assets", townhall::web::axum::assets(gallery.brand))
        .with_state(gallery)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let council: &'static Brand =
        Box::leak(Box::new(Brand::council("London Borough of Northbridge").colour("#4a2f63").build()?));
    let gov_uk: &'static Brand = Box::leak(Box::new(Brand::gov_uk()));
    let components = Arc::new(load()?);
    let gallery = |brand, base| routes(Gallery { brand, base, components: Arc::clone(&components) });
    let styles = ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("gallery.css"));
    let script = ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("gallery.js"));
    let app = gallery(council, "")
        .nest("/gov-uk", gallery(gov_uk, "/gov-uk"))
        .route("/gov-uk/", get(|| async { axum::response::Redirect::permanent("/gov-uk") }))
        .route("/gallery.css", get(|| async move { styles }))
        .route("/gallery.js", get(|| async move { script }));

    let port = std::env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("Listening on http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, app).with_graceful_shutdown(townhall::web::shutdown_signal()).await?)
}
