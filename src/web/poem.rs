//! poem: a [`Page`] is a response, [`FormData`] and [`RequestLanguage`] are extractors, and the [`assets`] of a brand are an endpoint.
//!
//! ```no_run
//! use poem::{EndpointExt, Route, Server, get, handler, listener::TcpListener, web::Data};
//! use townhall::page::{Brand, Page};
//!
//! #[handler]
//! fn hello(Data(brand): Data<&&'static Brand>) -> Page<'static> {
//!     Page::new(brand, "Hello").content("Hello")
//! }
//!
//! # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Made once, and lent to every page.
//! let brand: &'static Brand = Box::leak(Box::new(Brand::council("London Borough of Northbridge").build()?));
//! let app = Route::new().at("/", get(hello)).nest("/assets", townhall::web::poem::assets(brand)).data(brand);
//! Server::new(TcpListener::bind("127.0.0.1:3000")).run(app).await?;
//! # Ok(()) }
//! ```

use bytes::Bytes;
use poem::http;
use poem::{Body, Endpoint, FromRequest, IntoResponse, Request, RequestBody, Response};

use super::{FormDataFromAnySite, RequestLanguage};
use crate::form::{FormData, FormDataError, QuestionPage};
use crate::page::{Document, Page};

fn response(response: http::Response<Bytes>) -> Response {
    let (parts, body) = response.into_parts();
    let mut response = Response::builder().status(parts.status).body(Body::from_bytes(body));
    *response.headers_mut() = parts.headers;
    response
}

/// The head of a request.
fn parts(request: &Request) -> http::request::Parts {
    let mut parts = http::Request::new(()).into_parts().0;
    parts.method = request.method().clone();
    parts.uri = request.uri().clone();
    parts.headers = request.headers().clone();
    parts
}

macro_rules! responses {
    ($($page:ty)*) => {$(
        impl IntoResponse for $page {
            fn into_response(self) -> Response {
                response(self.into())
            }
        }
    )*};
}

responses! { Page<'_> Document QuestionPage<'_> }

impl poem::error::ResponseError for FormDataError {
    fn status(&self) -> http::StatusCode {
        http::StatusCode::from_u16(self.status()).unwrap_or(http::StatusCode::BAD_REQUEST)
    }

    fn as_response(&self) -> Response {
        response(self.clone().into())
    }
}

impl<'a> FromRequest<'a> for RequestLanguage {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        Ok(Self::new(&parts(request)))
    }
}

/// What a page of this site has sent with `application/x-www-form-urlencoded`, within the default [`Limits`](crate::form::Limits).
/// [`FormDataFromAnySite`] takes what others have sent as well.
impl<'a> FromRequest<'a> for FormData {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        Ok(super::form_data(&parts(request), body.take()?.into_bytes_stream()).await?)
    }
}

impl<'a> FromRequest<'a> for FormDataFromAnySite {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        Ok(Self(super::form_data_from_any_site(&parts(request), body.take()?.into_bytes_stream()).await?))
    }
}

/// Reads the form of a question, with its files: [`form::receive`](crate::form::receive) for requests of poem.
///
/// What another site has sent is refused before it is read: [`receive_from_any_site`] takes it.
///
/// # Errors
///
/// When another site has sent it, the body is no form, is cut off, is above a limit, or is not there in time.
pub async fn receive<Q, U>(
    request: &Request,
    body: Body,
    limits: &crate::form::Limits,
    uploads: &U,
    handles: &crate::form::FileHandles,
) -> Result<FormData, FormDataError>
where
    Q: crate::form::Question,
    U: crate::form::Uploads,
{
    super::receive::<Q, _, _, _>(&parts(request), body.into_bytes_stream(), limits, uploads, handles).await
}

/// [`receive`] without the check of where the form comes from.
///
/// # Errors
///
/// When the body is no form, is cut off, is above a limit, or is not there in time.
pub async fn receive_from_any_site<Q, U>(
    request: &Request,
    body: Body,
    limits: &crate::form::Limits,
    uploads: &U,
    handles: &crate::form::FileHandles,
) -> Result<FormData, FormDataError>
where
    Q: crate::form::Question,
    U: crate::form::Uploads,
{
    super::receive_from_any_site::<Q, _, _, _>(&parts(request), body.into_bytes_stream(), limits, uploads, handles)
        .await
}

/// A whole [`Service`](crate::web::Service), as an endpoint: nest it at the path that the service has (`/` if it has none), without taking
/// the path off.
///
/// ```no_run
/// # use poem::{Route, Server, listener::TcpListener};
/// # async fn run<A>(permit: townhall::web::Service<A>) -> Result<(), Box<dyn std::error::Error>>
/// # where A: townhall::journey::Answers {
/// let app = Route::new().nest_no_strip("/permit", townhall::web::poem::service(permit));
/// Server::new(TcpListener::bind("127.0.0.1:3000")).run(app).await?;
/// # Ok(()) }
/// ```
#[cfg(feature = "journey")]
pub fn service<A, U>(service: impl Into<std::sync::Arc<crate::web::Service<A, U>>>) -> impl Endpoint<Output = Response>
where
    A: crate::journey::Answers,
    U: crate::form::Uploads + Send + 'static,
{
    let service = service.into();
    poem::endpoint::make(move |request: Request| {
        let service = std::sync::Arc::clone(&service);
        async move {
            let mut parts = parts(&request);
            // `nest` takes its path off; what the browser has asked for has it.
            let asked = request.original_uri();
            if !service.path().is_empty() && asked.path().starts_with(service.path()) {
                parts.uri = asked.clone();
            }
            let body = request.into_body().into_bytes_stream();
            response(service.respond(http::Request::from_parts(parts, body)).await)
        }
    })
}

/// The files that the pages of a brand need, as an endpoint: nest it under the pages' asset path, `/assets`.
#[must_use]
pub fn assets(brand: &'static crate::page::Brand) -> impl Endpoint<Output = Response> {
    poem::endpoint::make(move |request: Request| async move {
        response(super::asset(brand, request.uri().path(), request.headers()))
    })
}
