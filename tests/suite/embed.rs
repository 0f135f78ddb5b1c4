//! What each framework is given besides whole services: pages as responses, and forms as extractors.

use http_body_util::{BodyExt, Full};
use tower::{Service as TowerService, ServiceExt};
use townhall::form::{FormData, FormDataError};
use townhall::language::Languages;
use townhall::page::{Brand, Document, Page};
use townhall::web::{FormDataFromAnySite, RequestLanguage, Service};

use super::block_on;

fn brand() -> &'static Brand {
    static BRAND: std::sync::LazyLock<Brand> =
        std::sync::LazyLock::new(|| Brand::council("London Borough of Northbridge").build().unwrap());
    &BRAND
}

fn hello() -> Page<'static> {
    Page::new(brand(), "Hello").content("Hello")
}

/// What somebody has sent, and in which language.
fn said(asked: &RequestLanguage, data: &FormData) -> Document {
    let languages = Languages::builder().file("en", "en.ftl", "a = b").file("cy", "cy.ftl", "a = b").build().unwrap();
    let locale = languages.negotiate(&asked.wanted());
    let said = format!("{} {:?}", locale.tag(), data.get_all("colour").collect::<Vec<_>>());
    let said = Document::new(said).status(202).header("referrer-policy", "no-referrer");
    said.header("set-cookie", "a=1").header("set-cookie", "b=2")
}

const FORM: &str = "application/x-www-form-urlencoded";
const BODY: &str = "colour=red&colour=blue%C3%A9";

/// A response as text: the status, the headers, and the body.
struct Said {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Said {
    fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s str> {
        self.headers.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// What is sent: the path, headers besides the host, and a form.
type Sent = (&'static str, Vec<(&'static str, &'static str)>, String);

/// The requests that every framework answers, and how.
fn requests() -> Vec<(Sent, Expected)> {
    let form = |path, more: &[(&'static str, &'static str)]| {
        (path, [&[("content-type", FORM)], more].concat(), BODY.to_owned())
    };
    let taken = |sent, language| (sent, Expected::Taken(language));
    let refused = |sent| (sent, Expected::Refused(403, "the form was sent from another site"));
    vec![
        taken(form("/", &[("accept-language", "cy")]), "cy"),
        (
            ("/", vec![("content-type", "application/json")], "{}".to_owned()),
            Expected::Refused(415, "a form cannot be read from `application/json`"),
        ),
        (
            ("/", vec![("content-type", FORM)], format!("a={}", "x".repeat(2_000_000))),
            Expected::Refused(413, "the form has more than"),
        ),
        taken(form("/", &[("sec-fetch-site", "same-origin")]), "en"),
        taken(form("/", &[("origin", "http://example.com")]), "en"),
        refused(form("/", &[("sec-fetch-site", "cross-site")])),
        refused(form("/", &[("sec-fetch-site", "same-site"), ("origin", "http://example.com")])),
        refused(form("/", &[("origin", "https://elsewhere.example")])),
        refused(form("/", &[("origin", "null")])),
        // A handler that takes what others have sent says so by name.
        taken(form("/any", &[("sec-fetch-site", "cross-site")]), "en"),
        taken(form("/any", &[("origin", "https://elsewhere.example")]), "en"),
    ]
}

enum Expected {
    /// The handler has read it, and answers in a language.
    Taken(&'static str),
    /// It was not read: the status, and why.
    Refused(u16, &'static str),
}

fn is_expected((path, headers, _): &Sent, expected: &Expected, said: &Said) {
    let one = |name| said.all(name).next();
    match expected {
        Expected::Taken(language) => {
            assert_eq!(
                (said.status, one("content-type")),
                (202, Some("text/html; charset=utf-8")),
                "{path} {headers:?}"
            );
            assert_eq!(said.body, format!(r#"{language} ["red", "blueé"]"#), "{path} {headers:?}");
            assert_eq!(said.all("set-cookie").collect::<Vec<_>>(), ["a=1", "b=2"]);
            // What the handler says itself takes the place of what every page says.
            assert_eq!(said.all("referrer-policy").collect::<Vec<_>>(), ["no-referrer"]);
        }
        Expected::Refused(status, words) => {
            assert_eq!(said.status, *status, "{path} {headers:?}: {}", said.body);
            assert!(said.body.contains(words), "{path} {headers:?}: {}", said.body);
            assert_eq!(one("content-type"), Some("text/plain; charset=utf-8"));
        }
    }
    is_safe(path, said);
}

/// Whether a response has what keeps it safe, once.
fn is_safe(path: &str, said: &Said) {
    for (name, part) in [
        ("content-security-policy", "frame-ancestors 'none'"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        let all: Vec<&str> = said.all(name).collect();
        assert!(all.len() == 1 && all[0].contains(part), "{path} {name}: {all:?}");
    }
}

fn is_hello(page: &Said) {
    assert_eq!((page.status, page.all("content-type").next()), (200, Some("text/html; charset=utf-8")));
    assert!(page.body.starts_with("<!DOCTYPE html>") && page.body.contains("Northbridge"), "{}", page.body);
    is_safe("/", page);
}

/// A page of an application that sends such headers itself.
fn bare() -> Document {
    Document::new("bare").without_security_headers()
}

fn is_bare(page: &Said) {
    assert_eq!((page.status, page.body.as_str()), (200, "bare"));
    for name in ["content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy"] {
        assert_eq!(page.all(name).next(), None, "{name}");
    }
}

fn request<B: From<String>>((path, headers, body): &Sent) -> http::Request<B> {
    let mut request = http::Request::post(*path).header("host", "example.com");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(body.clone().into()).unwrap()
}

async fn read<B: http_body::Body<Error: std::fmt::Debug>>(response: http::Response<B>) -> Said {
    let (parts, body) = response.into_parts();
    let headers = parts.headers.iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
    let body = body.collect().await.unwrap().to_bytes();
    Said { status: parts.status.as_u16(), headers: headers.collect(), body: String::from_utf8(body.to_vec()).unwrap() }
}

/// Asks a service of tower: axum, warp, and what is none but speaks it.
async fn ask<S, B, R>(mut service: S)
where
    S: TowerService<http::Request<B>, Response = http::Response<R>, Error: std::fmt::Debug> + Clone,
    B: From<String> + Default,
    R: http_body::Body<Error: std::fmt::Debug>,
{
    for (sent, expected) in requests() {
        is_expected(&sent, &expected, &read(service.call(request(&sent)).await.unwrap()).await);
    }
    is_hello(&read(service.call(http::Request::new(B::default())).await.unwrap()).await);
    let bare = http::Request::get("/bare").body(B::default()).unwrap();
    is_bare(&read(service.call(bare).await.unwrap()).await);
}

#[test]
fn axum_has_pages_and_forms() {
    use axum::routing::{get, post};

    let form = async |asked: RequestLanguage, data: FormData| said(&asked, &data);
    let any = async |asked: RequestLanguage, FormDataFromAnySite(data): FormDataFromAnySite| said(&asked, &data);
    let app = axum::Router::new().route("/", get(async || hello()).post(form));
    let app = app.route("/any", post(any)).route("/bare", get(async || bare()));
    block_on(ask::<_, axum::body::Body, _>(app));
}

#[test]
fn warp_has_pages_and_forms() {
    use townhall::web::warp::{form_data, form_data_from_any_site, language};
    use warp::{Filter, Reply};

    let answer = |asked: RequestLanguage, data: Result<FormData, FormDataError>| {
        data.map_or_else(Reply::into_response, |data| said(&asked, &data).into_response())
    };
    let any = warp::path("any").and(warp::post()).and(language()).and(form_data_from_any_site()).map(answer);
    let posted = warp::post().and(language()).and(form_data()).map(answer);
    let pages = warp::path("bare").map(bare).or(warp::get().map(hello));
    let app = warp::service(any.or(posted).or(pages));
    block_on(async {
        let app = app.map_request(|request: http::Request<Full<bytes::Bytes>>| request);
        ask(app).await;
    });
}

#[test]
fn tower_has_pages_and_forms() {
    use townhall::web::tower::{form_data, form_data_from_any_site, language, response};

    let app = tower::service_fn(async |request: http::Request<Full<bytes::Bytes>>| {
        let asked = language(&request);
        let answer =
            |data: Result<FormData, FormDataError>| data.map_or_else(response, |data| response(said(&asked, &data)));
        Ok::<_, std::convert::Infallible>(match (request.method(), request.uri().path()) {
            (&http::Method::GET, "/bare") => response(bare()),
            (&http::Method::GET, _) => response(hello()),
            (_, "/any") => answer(form_data_from_any_site(request).await),
            _ => answer(form_data(request).await),
        })
    });
    block_on(ask(app));
}

#[test]
fn poem_has_pages_and_forms() {
    use poem::{Endpoint, IntoResponse, Request, Route, get, handler};

    #[handler]
    fn page() -> Page<'static> {
        hello()
    }
    #[handler]
    #[expect(clippy::needless_pass_by_value, reason = "a handler owns what it is given")]
    fn form(asked: RequestLanguage, data: FormData) -> Document {
        said(&asked, &data)
    }
    #[handler]
    #[expect(clippy::needless_pass_by_value, reason = "a handler owns what it is given")]
    fn any(asked: RequestLanguage, data: FormDataFromAnySite) -> Document {
        said(&asked, &data.0)
    }
    #[handler]
    fn bare_page() -> Document {
        bare()
    }
    let app = Route::new().at("/", get(page).post(form)).at("/any", poem::post(any)).at("/bare", get(bare_page));
    let answer = async |request: Request| {
        let response = app.get_response(request).await.into_response();
        let headers = response.headers().iter();
        let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
        let status = response.status().as_u16();
        Said { status, headers, body: response.into_body().into_string().await.unwrap() }
    };
    block_on(async {
        for (sent, expected) in requests() {
            let (path, headers, body) = &sent;
            let mut request =
                Request::builder().method(http::Method::POST).uri_str(*path).header("host", "example.com");
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            is_expected(&sent, &expected, &answer(request.body(body.clone())).await);
        }
        is_hello(&answer(Request::default()).await);
        is_bare(&answer(Request::builder().uri_str("/bare").finish()).await);
    });
}

#[test]
fn actix_has_pages_and_forms() {
    use actix_web::{App, test, web};

    actix_web::rt::System::new().block_on(async {
        let app = App::new()
            .route("/", web::get().to(async || hello()))
            .route("/", web::post().to(async |asked: RequestLanguage, data: FormData| said(&asked, &data)))
            .route(
                "/any",
                web::post().to(async |asked: RequestLanguage, data: FormDataFromAnySite| said(&asked, &data.0)),
            )
            .route("/bare", web::get().to(async || bare()));
        let app = test::init_service(app).await;
        let answer = async |request: test::TestRequest| {
            let response = test::call_service(&app, request.to_request()).await;
            let headers = response.headers().iter();
            let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
            let status = response.status().as_u16();
            Said { status, headers, body: String::from_utf8(test::read_body(response).await.to_vec()).unwrap() }
        };
        for (sent, expected) in requests() {
            let (path, headers, body) = &sent;
            let mut request = test::TestRequest::post().uri(path).insert_header(("host", "example.com"));
            for header in headers {
                request = request.insert_header(*header);
            }
            is_expected(&sent, &expected, &answer(request.set_payload(body.clone())).await);
        }
        is_hello(&answer(test::TestRequest::get()).await);
        is_bare(&answer(test::TestRequest::get().uri("/bare")).await);
    });
}

#[rocket::get("/")]
fn rocket_page() -> Page<'static> {
    hello()
}

#[rocket::post("/", data = "<data>")]
#[expect(clippy::needless_pass_by_value, reason = "a handler owns what it is given")]
fn rocket_form(asked: RequestLanguage, data: Result<FormData, FormDataError>) -> Result<Document, FormDataError> {
    Ok(said(&asked, &data?))
}

#[rocket::post("/any", data = "<data>")]
#[expect(clippy::needless_pass_by_value, reason = "a handler owns what it is given")]
fn rocket_any(asked: RequestLanguage, data: FormDataFromAnySite) -> Document {
    said(&asked, &data.0)
}

#[rocket::get("/bare")]
fn rocket_bare() -> Document {
    bare()
}

#[test]
fn rocket_has_pages_and_forms() {
    use rocket::http::Header;
    use rocket::local::blocking::{Client, LocalResponse};

    let config = rocket::Config { log_level: rocket::config::LogLevel::Off, ..rocket::Config::default() };
    // Rocket has headers of its own for every response.
    let app = rocket::custom(config).attach(rocket::shield::Shield::new());
    let app = app.mount("/", rocket::routes![rocket_page, rocket_form, rocket_any, rocket_bare]);
    let client = Client::untracked(app).unwrap();
    let answer = |response: LocalResponse<'_>| {
        let headers = response.headers().iter();
        let headers =
            headers.map(|header| (header.name().as_str().to_lowercase(), header.value().to_owned())).collect();
        Said { status: response.status().code, headers, body: response.into_string().unwrap() }
    };
    for (sent, expected) in requests() {
        let (path, headers, body) = &sent;
        let mut request = client.post(*path).header(Header::new("host", "example.com"));
        for (name, value) in headers {
            request = request.header(Header::new(*name, *value));
        }
        is_expected(&sent, &expected, &answer(request.body(body).dispatch()));
    }
    is_hello(&answer(client.get("/").dispatch()));
    is_bare(&answer(client.get("/bare").dispatch()));
}

/// A service below a path, beside a page of the application: where each address leads.
const ADDRESSES: [(&str, u16, &str); 8] = [
    ("/", 200, "Hello"),
    ("/grant", 303, ""),
    ("/grant/", 303, ""),
    ("/grant/tasks", 200, "Apply for a grant"),
    ("/grant/name", 200, "What is your name?"),
    ("/grant/nothing", 404, "Page not found"),
    ("/grants", 404, ""),
    ("/name", 404, ""),
];

fn grant() -> std::sync::Arc<Service<super::tasks::Grant>> {
    let service = super::tasks::builder(&std::sync::Arc::default()).at("/grant").build().unwrap();
    std::sync::Arc::new(service)
}

fn leads(path: &str, expected: (u16, &str), seen: (u16, &str)) {
    assert_eq!(seen.0, expected.0, "{path}: {}", seen.1);
    assert!(seen.1.contains(expected.1), "{path}: {}", seen.1);
    // What is not the service's own is not answered by it.
    let is_ours = seen.1.contains("govuk-template");
    assert_eq!(is_ours, !expected.1.is_empty(), "{path}: {}", seen.1);
}

/// Asks a service of tower for each address.
async fn visit<S, B, R>(mut service: S)
where
    S: TowerService<http::Request<B>, Response = http::Response<R>, Error: std::fmt::Debug>,
    B: Default,
    R: http_body::Body<Error: std::fmt::Debug>,
{
    for (path, status, words) in ADDRESSES {
        let request = http::Request::get(path).body(B::default()).unwrap();
        let said = read(service.call(request).await.unwrap()).await;
        leads(path, (status, words), (said.status, &said.body));
    }
}

#[test]
fn axum_has_a_service_below_a_path() {
    let app = axum::Router::new().route("/", axum::routing::get(async || hello()));
    block_on(visit::<_, axum::body::Body, _>(app.merge(townhall::web::axum::service(grant()))));
}

#[test]
fn warp_has_a_service_below_a_path() {
    use warp::Filter;

    let page = warp::path::end().and(warp::get()).map(hello);
    let app = warp::service(page.or(townhall::web::warp::service(grant())));
    block_on(async { visit(app.map_request(|request: http::Request<Full<bytes::Bytes>>| request)).await });
}

#[test]
fn tower_has_a_service_below_a_path() {
    let permit = townhall::web::tower::service(grant());
    let app = tower::service_fn(move |request: http::Request<Full<bytes::Bytes>>| {
        let mut permit = permit.clone();
        async move {
            match request.uri().path() {
                "/" => Ok(townhall::web::tower::response(hello())),
                path if path == "/grant" || path.starts_with("/grant/") => permit.call(request).await,
                _ => Ok(http::Response::builder().status(404).body(Full::default()).unwrap()),
            }
        }
    });
    block_on(visit(app));
}

#[test]
fn poem_has_a_service_below_a_path() {
    use poem::{Endpoint, IntoResponse, Request, Route, get, handler};

    #[handler]
    fn page() -> Page<'static> {
        hello()
    }
    let app = Route::new().at("/", get(page)).nest_no_strip("/grant", townhall::web::poem::service(grant()));
    block_on(async {
        for (path, status, words) in ADDRESSES {
            let response = app.get_response(Request::builder().uri_str(path).finish()).await.into_response();
            let seen = response.status().as_u16();
            leads(path, (status, words), (seen, &response.into_body().into_string().await.unwrap()));
        }
    });
}

#[test]
fn actix_has_a_service_below_a_path() {
    use actix_web::{App, test, web};

    actix_web::rt::System::new().block_on(async {
        let app = App::new().route("/", web::get().to(async || hello()));
        let app = test::init_service(app.service(townhall::web::actix_web::service(grant()))).await;
        for (path, status, words) in ADDRESSES {
            let response = test::call_service(&app, test::TestRequest::get().uri(path).to_request()).await;
            let seen = response.status().as_u16();
            let html = String::from_utf8(test::read_body(response).await.to_vec()).unwrap();
            leads(path, (status, words), (seen, &html));
        }
    });
}

#[test]
fn rocket_has_a_service_below_a_path() {
    let config = rocket::Config { log_level: rocket::config::LogLevel::Off, ..rocket::Config::default() };
    let app = rocket::custom(config).mount("/", rocket::routes![rocket_page]);
    let app = app.attach(townhall::web::rocket::service(grant()));
    let client = rocket::local::blocking::Client::untracked(app).unwrap();
    for (path, status, words) in ADDRESSES {
        let response = client.get(path).dispatch();
        let seen = response.status().code;
        leads(path, (status, words), (seen, &response.into_string().unwrap_or_default()));
    }
}
