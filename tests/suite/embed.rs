//! What each framework is given besides whole services: pages as responses, and forms as extractors.

use http_body_util::{BodyExt, Full};
use tower::{Service as TowerService, ServiceExt};
use townhall::form::{FormData, FormDataError};
use townhall::language::Languages;
use townhall::page::{Brand, Document, Page};
use townhall::web::{RequestLanguage, Service};

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
    Document::new(said).status(202).header("x-said", "yes").header("set-cookie", "a=1").header("set-cookie", "b=2")
}

const FORM: &str = "application/x-www-form-urlencoded";
const BODY: &str = "colour=red&colour=blue%C3%A9";

/// A response as text: the status, the headers that matter, and the body.
type Said = (u16, Option<String>, Vec<String>, String);

fn expected(said: &Said, json: &Said, large: &Said, page: &Said) {
    let (status, kind, cookies, body) = said;
    assert_eq!(
        (*status, kind.as_deref(), body.as_str()),
        (202, Some("text/html; charset=utf-8"), r#"cy ["red", "blueé"]"#)
    );
    assert_eq!(cookies, &["a=1", "b=2"]);
    assert_eq!((json.0, json.3.as_str()), (415, "a form cannot be read from `application/json`"));
    assert_eq!(large.0, 413);
    assert!(large.3.contains("the form has more than"), "{}", large.3);
    assert_eq!((page.0, page.1.as_deref()), (200, Some("text/html; charset=utf-8")));
    assert!(page.3.starts_with("<!DOCTYPE html>") && page.3.contains("Northbridge"), "{}", page.3);
}

/// The requests that every framework answers.
fn requests() -> [(&'static str, &'static str, String); 3] {
    [
        (FORM, "cy", BODY.to_owned()),
        ("application/json", "en", "{}".to_owned()),
        (FORM, "en", format!("a={}", "x".repeat(2_000_000))),
    ]
}

fn request<B: From<String>>(kind: &str, language: &str, body: String) -> http::Request<B> {
    let request = http::Request::post("/").header("content-type", kind).header("accept-language", language);
    request.body(body.into()).unwrap()
}

async fn read<B: http_body::Body<Error: std::fmt::Debug>>(response: http::Response<B>) -> Said {
    let (parts, body) = response.into_parts();
    let text = |name: &str| parts.headers.get_all(name).iter().map(|value| value.to_str().unwrap().to_owned());
    let body = body.collect().await.unwrap().to_bytes();
    let body = String::from_utf8(body.to_vec()).unwrap();
    (parts.status.as_u16(), text("content-type").next(), text("set-cookie").collect(), body)
}

/// Asks a service of tower: axum, warp, and what is none but speaks it.
async fn ask<S, B, R>(mut service: S)
where
    S: TowerService<http::Request<B>, Response = http::Response<R>, Error: std::fmt::Debug> + Clone,
    B: From<String> + Default,
    R: http_body::Body<Error: std::fmt::Debug>,
{
    let mut answers = Vec::new();
    for (kind, language, body) in requests() {
        answers.push(read(service.call(request(kind, language, body)).await.unwrap()).await);
    }
    let page = read(service.call(http::Request::new(B::default())).await.unwrap()).await;
    expected(&answers[0], &answers[1], &answers[2], &page);
}

#[test]
fn axum_has_pages_and_forms() {
    let app = axum::Router::new().route(
        "/",
        axum::routing::get(async || hello()).post(async |asked: RequestLanguage, data: FormData| said(&asked, &data)),
    );
    block_on(ask::<_, axum::body::Body, _>(app));
}

#[test]
fn warp_has_pages_and_forms() {
    use townhall::web::warp::{form_data, language};
    use warp::{Filter, Reply};

    let posted = warp::post().and(language()).and(form_data()).map(|asked, data: Result<FormData, FormDataError>| {
        data.map_or_else(Reply::into_response, |data| said(&asked, &data).into_response())
    });
    let app = warp::service(warp::get().map(hello).or(posted));
    block_on(async {
        let app = app.map_request(|request: http::Request<Full<bytes::Bytes>>| request);
        ask(app).await;
    });
}

#[test]
fn tower_has_pages_and_forms() {
    use townhall::web::tower::{form_data, language, response};

    let app = tower::service_fn(async |request: http::Request<Full<bytes::Bytes>>| {
        let asked = language(&request);
        Ok::<_, std::convert::Infallible>(match *request.method() {
            http::Method::GET => response(hello()),
            _ => form_data(request).await.map_or_else(response, |data| response(said(&asked, &data))),
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
    let app = Route::new().at("/", get(page).post(form));
    let answer = async |request: Request| {
        let response = app.get_response(request).await.into_response();
        let text = |name: &str| response.headers().get_all(name).iter().map(|value| value.to_str().unwrap().to_owned());
        let (kind, cookies) = (text("content-type").next(), text("set-cookie").collect());
        (response.status().as_u16(), kind, cookies, response.into_body().into_string().await.unwrap())
    };
    block_on(async {
        let mut answers = Vec::new();
        for (kind, language, body) in requests() {
            let request = Request::builder().method(http::Method::POST).header("content-type", kind);
            answers.push(answer(request.header("accept-language", language).body(body)).await);
        }
        expected(&answers[0], &answers[1], &answers[2], &answer(Request::default()).await);
    });
}

#[test]
fn actix_has_pages_and_forms() {
    use actix_web::{App, test, web};

    actix_web::rt::System::new().block_on(async {
        let app = App::new()
            .route("/", web::get().to(async || hello()))
            .route("/", web::post().to(async |asked: RequestLanguage, data: FormData| said(&asked, &data)));
        let app = test::init_service(app).await;
        let answer = async |request: test::TestRequest| {
            let response = test::call_service(&app, request.to_request()).await;
            let text = |name: &str| response.headers().get_all(name).map(|value| value.to_str().unwrap().to_owned());
            let (kind, cookies) = (text("content-type").next(), text("set-cookie").collect());
            let status = response.status().as_u16();
            (status, kind, cookies, String::from_utf8(test::read_body(response).await.to_vec()).unwrap())
        };
        let mut answers = Vec::new();
        for (kind, language, body) in requests() {
            let request = test::TestRequest::post().insert_header(("content-type", kind));
            answers.push(answer(request.insert_header(("accept-language", language)).set_payload(body)).await);
        }
        expected(&answers[0], &answers[1], &answers[2], &answer(test::TestRequest::get()).await);
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

#[test]
fn rocket_has_pages_and_forms() {
    use rocket::http::Header;
    use rocket::local::blocking::{Client, LocalResponse};

    let config = rocket::Config { log_level: rocket::config::LogLevel::Off, ..rocket::Config::default() };
    let app = rocket::custom(config).mount("/", rocket::routes![rocket_page, rocket_form]);
    let client = Client::untracked(app).unwrap();
    let answer = |response: LocalResponse<'_>| {
        let text = |name: &str| response.headers().get(name).map(str::to_owned).collect::<Vec<_>>();
        let (kind, cookies) = (text("content-type").pop(), text("set-cookie"));
        (response.status().code, kind, cookies, response.into_string().unwrap())
    };
    let answers = requests().map(|(kind, language, body)| {
        let request = client.post("/").header(Header::new("content-type", kind));
        answer(request.header(Header::new("accept-language", language)).body(body).dispatch())
    });
    expected(&answers[0], &answers[1], &answers[2], &answer(client.get("/").dispatch()));
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
        let (seen, _, _, html) = read(service.call(request).await.unwrap()).await;
        leads(path, (status, words), (seen, &html));
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
