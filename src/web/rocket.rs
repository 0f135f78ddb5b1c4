//! Rocket: a [`Page`] is a response, [`FormData`] is a data guard, [`RequestLanguage`] a request guard, and the [`assets`] of a brand are routes.
//!
//! ```no_run
//! use rocket::{State, get, routes};
//! use townhall::page::{Brand, Page};
//!
//! #[get("/")]
//! fn hello(brand: &State<&'static Brand>) -> Page<'static> {
//!     Page::new(brand.inner(), "Hello").content("Hello")
//! }
//!
//! #[rocket::main]
//! async fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     // Made once, and lent to every page.
//!     let brand: &'static Brand = Box::leak(Box::new(Brand::council("London Borough of Northbridge").build()?));
//!     let assets = townhall::web::rocket::assets(brand);
//!     rocket::build().manage(brand).mount("/", routes![hello]).mount("/assets", assets).launch().await?;
//!     Ok(())
//! }
//! ```

use std::io::Cursor;

use bytes::Bytes;
use http::HeaderName;
use rocket::http::{Header, Status};
use rocket::request::{FromRequest, Outcome};
use rocket::response::Responder;
use rocket::route::{Handler, Route};
use rocket::{Data, Request, Response};

use super::{FormDataFromAnySite, RequestLanguage};
use crate::form::{FormData, FormDataError, QuestionPage};
use crate::page::{Document, Page};

fn response(response: http::Response<Bytes>) -> Response<'static> {
    let (parts, body) = response.into_parts();
    let mut response = Response::build();
    response.status(Status::new(parts.status.as_u16()));
    for (name, value) in &parts.headers {
        response.header_adjoin(Header::new(name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
    }
    if !body.is_empty() {
        response.sized_body(body.len(), Cursor::new(body));
    }
    response.finalize()
}

macro_rules! responses {
    ($($page:ty)*) => {$(
        impl<'r> Responder<'r, 'static> for $page {
            fn respond_to(self, _: &'r Request<'_>) -> rocket::response::Result<'static> {
                Ok(response(self.into()))
            }
        }
    )*};
}

responses! { Page<'_> Document QuestionPage<'_> FormDataError }

/// The head of a request.
fn parts(request: &Request<'_>) -> http::request::Parts {
    let mut parts = http::Request::new(()).into_parts().0;
    for one in request.headers().iter() {
        let name = HeaderName::from_bytes(one.name().as_str().as_bytes());
        // Not `from_str`: a cookie of somebody else may have any character.
        let value = http::HeaderValue::from_bytes(one.value().as_bytes());
        if let (Ok(name), Ok(value)) = (name, value) {
            parts.headers.append(name, value);
        }
    }
    // HTTP/2 has no such header: Rocket knows the host from the address.
    if let Some(host) = request.host().filter(|_| !parts.headers.contains_key(http::header::HOST))
        && let Ok(host) = http::HeaderValue::try_from(host.to_string())
    {
        parts.headers.insert(http::header::HOST, host);
    }
    parts.method = http::Method::from_bytes(request.method().as_str().as_bytes()).unwrap_or_default();
    parts.uri = request.uri().to_string().parse().unwrap_or_default();
    parts
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for RequestLanguage {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        Outcome::Success(Self::new(&parts(request)))
    }
}

/// The body, read no further than our own limits let it.
fn body(data: Data<'_>) -> (impl Future<Output = ()> + Send, super::bridge::Body) {
    let (sender, body) = super::bridge::pipe();
    let read = async move {
        let mut stream = data.open(rocket::data::ByteUnit::max_value());
        loop {
            let mut bytes = Vec::with_capacity(16 * 1024);
            let read = tokio::io::AsyncReadExt::read_buf(&mut stream, &mut bytes).await;
            if matches!(read, Ok(0)) || sender.send(read.map(|_| bytes.into())).await.is_err() {
                break;
            }
        }
    };
    (read, body)
}

/// What a data guard says of a form.
fn outcome<'r, T>(data: Result<T, FormDataError>) -> rocket::data::Outcome<'r, T, FormDataError>
where
    T: rocket::data::FromData<'r, Error = FormDataError>,
{
    match data {
        Ok(data) => rocket::outcome::Outcome::Success(data),
        Err(error) => rocket::outcome::Outcome::Error((Status::new(error.status()), error)),
    }
}

/// What a page of this site has sent with `application/x-www-form-urlencoded`, within the default [`Limits`](crate::form::Limits).
/// [`FormDataFromAnySite`] takes what others have sent as well.
#[rocket::async_trait]
impl<'r> rocket::data::FromData<'r> for FormData {
    type Error = FormDataError;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> rocket::data::Outcome<'r, Self> {
        let (parts, (read, body)) = (parts(request), body(data));
        outcome(super::bridge::both(super::form_data(&parts, body), read).await)
    }
}

#[rocket::async_trait]
impl<'r> rocket::data::FromData<'r> for FormDataFromAnySite {
    type Error = FormDataError;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> rocket::data::Outcome<'r, Self> {
        let (parts, (read, body)) = (parts(request), body(data));
        outcome(super::bridge::both(super::form_data_from_any_site(&parts, body), read).await.map(Self))
    }
}

/// The head of a request, for [`receive`]: a request guard.
///
/// It holds cookies, so `Debug` shows none of it.
#[derive(Clone)]
pub struct RequestHead(http::request::Parts);

impl std::fmt::Debug for RequestHead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RequestHead").finish_non_exhaustive()
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for RequestHead {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        Outcome::Success(Self(parts(request)))
    }
}

/// Reads the form of a question, with its files: [`form::receive`](crate::form::receive) for Rocket's requests. The head of the request is a guard.
///
/// What another site has sent is refused before it is read: [`receive_from_any_site`] takes it.
///
/// # Errors
///
/// When another site has sent it, the body is no form, is cut off, is above a limit, or is not there in time.
pub async fn receive<Q, U>(
    request: &RequestHead,
    data: Data<'_>,
    limits: &crate::form::Limits,
    uploads: &U,
    handles: &crate::form::FileHandles,
) -> Result<FormData, FormDataError>
where
    Q: crate::form::Question,
    U: crate::form::Uploads,
{
    let (read, body) = body(data);
    super::bridge::both(super::receive::<Q, _, _, _>(&request.0, body, limits, uploads, handles), read).await
}

/// [`receive`] without the check of where the form comes from.
///
/// # Errors
///
/// When the body is no form, is cut off, is above a limit, or is not there in time.
pub async fn receive_from_any_site<Q, U>(
    request: &RequestHead,
    data: Data<'_>,
    limits: &crate::form::Limits,
    uploads: &U,
    handles: &crate::form::FileHandles,
) -> Result<FormData, FormDataError>
where
    Q: crate::form::Question,
    U: crate::form::Uploads,
{
    let (read, body) = body(data);
    super::bridge::both(super::receive_from_any_site::<Q, _, _, _>(&request.0, body, limits, uploads, handles), read)
        .await
}

/// Answers every method below a path. Of those that a path could belong to, the one with the lowest rank is asked; routes of the application come first.
fn routes(handler: &(impl Handler + Clone), rank: isize) -> Vec<Route> {
    use rocket::http::Method::{Connect, Delete, Get, Head, Options, Patch, Post, Put, Trace};

    let methods = [Get, Head, Post, Put, Delete, Options, Trace, Connect, Patch];
    let route = |method| Route::ranked(rank, method, "/<path..>", handler.clone());
    methods.into_iter().map(route).collect()
}

/// A whole [`Service`](crate::web::Service), at the path that it has: a fairing to attach.
///
/// What Rocket cannot read, such as methods that it does not know, it answers by itself, unless [`catchers`] are registered.
///
/// ```no_run
/// # async fn run<A>(permit: townhall::web::Service<A>) -> Result<(), rocket::Error>
/// # where A: townhall::journey::Answers {
/// rocket::build().attach(townhall::web::rocket::service(permit)).launch().await?;
/// # Ok(()) }
/// ```
#[cfg(feature = "journey")]
pub fn service<A, U>(service: impl Into<std::sync::Arc<crate::web::Service<A, U>>>) -> impl rocket::fairing::Fairing
where
    A: crate::journey::Answers,
    U: crate::form::Uploads + Send + 'static,
{
    let mounted = Mounted(service.into());
    rocket::fairing::AdHoc::on_ignite("townhall", async move |rocket| {
        let path = if mounted.0.path().is_empty() { "/".to_owned() } else { mounted.0.path().to_owned() };
        // A service below another one is asked first.
        let depth = path.bytes().filter(|byte| *byte == b'/').count();
        rocket.mount(path, routes(&mounted, 100 - isize::try_from(depth).unwrap_or_default()))
    })
}

/// The page for what Rocket cannot read, such as a method that it does not know, in the words of a service. Register it at the path of the service,
/// unless you have a catcher for the status 400 there.
#[cfg(feature = "journey")]
pub fn catchers<A, U>(service: impl Into<std::sync::Arc<crate::web::Service<A, U>>>) -> Vec<rocket::Catcher>
where
    A: crate::journey::Answers,
    U: crate::form::Uploads + Send + 'static,
{
    vec![rocket::Catcher::new(400, Mounted(service.into()))]
}

#[cfg(feature = "journey")]
#[rocket::async_trait]
impl<A, U> rocket::catcher::Handler for Mounted<A, U>
where
    A: crate::journey::Answers,
    U: crate::form::Uploads + Send + 'static,
{
    async fn handle<'r>(&self, _: Status, request: &'r Request<'_>) -> rocket::catcher::Result<'r> {
        Ok(response(self.0.not_understood(&parts(request))))
    }
}

/// A service, as a handler.
#[cfg(feature = "journey")]
struct Mounted<A, U>(std::sync::Arc<crate::web::Service<A, U>>);

#[cfg(feature = "journey")]
impl<A, U> Clone for Mounted<A, U> {
    fn clone(&self) -> Self {
        Self(std::sync::Arc::clone(&self.0))
    }
}

#[cfg(feature = "journey")]
#[rocket::async_trait]
impl<A, U> Handler for Mounted<A, U>
where
    A: crate::journey::Answers,
    U: crate::form::Uploads + Send + 'static,
{
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> rocket::route::Outcome<'r> {
        let parts = parts(request);
        let (read, body) = body(data);
        let answered = super::bridge::both(self.0.respond(http::Request::from_parts(parts, body)), read).await;
        rocket::route::Outcome::Success(response(answered))
    }
}

/// The files that the pages of a brand need: mount them at the pages' asset path, `/assets`.
#[must_use]
pub fn assets(brand: &'static crate::page::Brand) -> Vec<Route> {
    routes(&Files(brand), 50)
}

/// The files of a brand, as a handler.
#[derive(Clone)]
struct Files(&'static crate::page::Brand);

#[rocket::async_trait]
impl Handler for Files {
    async fn handle<'r>(&self, request: &'r Request<'_>, _: Data<'r>) -> rocket::route::Outcome<'r> {
        let base = request.route().map_or("", |route| route.uri.base());
        let parts = parts(request);
        let path = parts.uri.path().strip_prefix(base.trim_end_matches('/')).unwrap_or_default();
        rocket::route::Outcome::Success(response(super::asset(self.0, path, &parts.headers)))
    }
}
