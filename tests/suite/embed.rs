//! What each framework is given besides whole services: pages as responses, and forms as extractors.

use http_body_util::{BodyExt, Full};
use tower::{Service, ServiceExt};
use townhall::form::{FormData, FormDataError};
use townhall::language::Languages;
use townhall::page::{Brand, Document, Page};
use townhall::web::RequestLanguage;

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
    S: Service<http::Request<B>, Response = http::Response<R>, Error: std::fmt::Debug> + Clone,
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
