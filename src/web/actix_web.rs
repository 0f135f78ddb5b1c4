//! actix-web: a [`Page`] is a response, [`FormData`] and [`RequestLanguage`] are extractors, and the [`assets`] of a brand are a service.
//!
//! ```no_run
//! use actix_web::{App, HttpServer, web};
//! use townhall::page::{Brand, Page};
//!
//! # #[actix_web::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Made once, and lent to every page.
//! let brand: &'static Brand = Box::leak(Box::new(Brand::council("London Borough of Northbridge").build()?));
//! let app = move || {
//!     App::new()
//!         .route("/", web::get().to(move || async move { Page::new(brand, "Hello").content("Hello") }))
//!         .service(townhall::web::actix_web::assets("/assets", brand))
//! };
//! HttpServer::new(app).bind("127.0.0.1:3000")?.run().await?;
//! # Ok(()) }
//! ```

use std::future::{Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{HttpServiceFactory, Payload};
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder, ResponseError, web};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, header};

use super::{FormDataFromAnySite, RequestLanguage};
use crate::form::{FormData, FormDataError, QuestionPage};
use crate::page::{Document, Page};

/// The head of a request: actix-web has an older version of its types.
fn parts(request: &HttpRequest) -> http::request::Parts {
    let mut parts = http::Request::new(()).into_parts().0;
    for (name, value) in request.headers() {
        let name = HeaderName::from_bytes(name.as_str().as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value.as_bytes())) {
            parts.headers.append(name, value);
        }
    }
    parts.method = http::Method::from_bytes(request.method().as_str().as_bytes()).unwrap_or_default();
    parts.uri = request.uri().to_string().parse().unwrap_or_default();
    parts
}

/// What `HEAD` is answered with: a length, and nothing of it.
struct Nothing(u64);

impl MessageBody for Nothing {
    type Error = std::convert::Infallible;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.0)
    }

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Poll::Ready(None)
    }
}

fn response(response: http::Response<Bytes>) -> HttpResponse {
    let (parts, body) = response.into_parts();
    let status = actix_web::http::StatusCode::from_u16(parts.status.as_u16());
    let mut response = HttpResponse::build(status.unwrap_or(actix_web::http::StatusCode::INTERNAL_SERVER_ERROR));
    let mut length = None;
    for (name, value) in &parts.headers {
        if *name == header::CONTENT_LENGTH {
            length = value.to_str().ok().and_then(|length| length.parse().ok());
        } else {
            response.append_header((name.as_str(), value.as_bytes()));
        }
    }
    match length {
        Some(length) if body.is_empty() => response.body(Nothing(length)),
        _ => response.body(body),
    }
}

macro_rules! responses {
    ($($page:ty)*) => {$(
        impl Responder for $page {
            type Body = BoxBody;

            fn respond_to(self, _: &HttpRequest) -> HttpResponse {
                response(self.into())
            }
        }
    )*};
}

responses! { Page<'_> Document QuestionPage<'_> }

impl ResponseError for FormDataError {
    fn status_code(&self) -> actix_web::http::StatusCode {
        actix_web::http::StatusCode::from_u16(self.status()).unwrap_or(actix_web::http::StatusCode::BAD_REQUEST)
    }

    fn error_response(&self) -> HttpResponse {
        response(self.clone().into())
    }
}

impl FromRequest for RequestLanguage {
    type Error = std::convert::Infallible;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::new(&parts(request))))
    }
}

/// What a page of this site has sent with `application/x-www-form-urlencoded`, within the default [`Limits`](crate::form::Limits).
/// [`FormDataFromAnySite`] takes what others have sent as well.
impl FromRequest for FormData {
    type Error = FormDataError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, FormDataError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (parts, payload) = (parts(request), payload.take());
        Box::pin(async move { super::form_data(&parts, payload).await })
    }
}

impl FromRequest for FormDataFromAnySite {
    type Error = FormDataError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, FormDataError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (parts, payload) = (parts(request), payload.take());
        Box::pin(async move { super::form_data_from_any_site(&parts, payload).await.map(Self) })
    }
}

/// The body, read on the thread that it belongs to.
fn body(payload: web::Payload) -> (impl Future<Output = ()>, super::bridge::Body) {
    let (sender, body) = super::bridge::pipe();
    let mut payload = Box::pin(payload.into_inner());
    let read = async move {
        let mut next =
            async || std::future::poll_fn(|context| futures_core::Stream::poll_next(payload.as_mut(), context)).await;
        while let Some(bytes) = next().await {
            if sender.send(bytes.map_err(std::io::Error::other)).await.is_err() {
                break;
            }
        }
    };
    (read, body)
}

/// Reads the form of a question, with its files: [`form::receive`](crate::form::receive) for requests of actix-web.
///
/// What another site has sent is refused before it is read: [`receive_from_any_site`] takes it.
///
/// # Errors
///
/// When another site has sent it, the body is no form, is cut off, is above a limit, or is not there in time.
pub async fn receive<Q, U>(
    request: &HttpRequest,
    payload: web::Payload,
    limits: &crate::form::Limits,
    uploads: &U,
    handles: &crate::form::FileHandles,
) -> Result<FormData, FormDataError>
where
    Q: crate::form::Question,
    U: crate::form::Uploads,
{
    let (parts, (read, body)) = (parts(request), body(payload));
    super::bridge::both(super::receive::<Q, _, _, _>(&parts, body, limits, uploads, handles), read).await
}

/// [`receive`] without the check of where the form comes from.
///
/// # Errors
///
/// When the body is no form, is cut off, is above a limit, or is not there in time.
pub async fn receive_from_any_site<Q, U>(
    request: &HttpRequest,
    payload: web::Payload,
    limits: &crate::form::Limits,
    uploads: &U,
    handles: &crate::form::FileHandles,
) -> Result<FormData, FormDataError>
where
    Q: crate::form::Question,
    U: crate::form::Uploads,
{
    let (parts, (read, body)) = (parts(request), body(payload));
    super::bridge::both(super::receive_from_any_site::<Q, _, _, _>(&parts, body, limits, uploads, handles), read).await
}

/// A whole [`Service`](crate::web::Service), at the path that it has.
///
/// ```no_run
/// # use std::sync::Arc;
/// # use actix_web::{App, HttpServer};
/// # async fn run<A>(permit: townhall::web::Service<A>) -> Result<(), Box<dyn std::error::Error>>
/// # where A: townhall::journey::Answers {
/// // All threads share it.
/// let permit = Arc::new(permit);
/// let app = move || App::new().service(townhall::web::actix_web::service(Arc::clone(&permit)));
/// HttpServer::new(app).bind("127.0.0.1:3000")?.run().await?;
/// # Ok(()) }
/// ```
#[cfg(feature = "journey")]
pub fn service<A, U>(service: impl Into<std::sync::Arc<crate::web::Service<A, U>>>) -> impl HttpServiceFactory
where
    A: crate::journey::Answers,
    U: crate::form::Uploads + Send + 'static,
{
    let service = service.into();
    let path = service.path().to_owned();
    let respond = move |request: HttpRequest, payload: web::Payload| {
        let service = std::sync::Arc::clone(&service);
        async move {
            let (read, body) = body(payload);
            response(super::bridge::both(service.respond(http::Request::from_parts(parts(&request), body)), read).await)
        }
    };
    web::scope(&path).default_service(web::route().to(respond))
}

/// The files that the pages of a brand need, under a path: that of the pages, `/assets`.
#[must_use]
pub fn assets(path: &str, brand: &'static crate::page::Brand) -> impl HttpServiceFactory + use<> {
    let path = path.to_owned();
    let below = path.clone();
    let serve = move |request: HttpRequest| {
        let file = request.path().strip_prefix(below.as_str()).unwrap_or_default().to_owned();
        ready(response(super::asset(brand, &file, &parts(&request).headers)))
    };
    web::scope(&path).default_service(web::get().to(serve))
}
