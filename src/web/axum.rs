//! axum: a [`Page`] is a response, [`FormData`] and [`RequestLanguage`] are extractors, and the [`assets`] of a brand are a route.
//!
//! ```no_run
//! use axum::{Router, routing::get};
//! use townhall::page::{Brand, Page};
//!
//! # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Made once, and lent to every page.
//! let brand: &'static Brand = Box::leak(Box::new(Brand::council("London Borough of Northbridge").build()?));
//! let app = Router::new()
//!     .route("/", get(move || async move { Page::new(brand, "Hello").content("Hello") }))
//!     .nest("/assets", townhall::web::axum::assets(brand));
//! axum::serve(tokio::net::TcpListener::bind("127.0.0.1:3000").await?, app).await?;
//! # Ok(()) }
//! ```

use std::convert::Infallible;

use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};

use super::{FormDataFromAnySite, RequestLanguage};
use crate::form::{FormData, FormDataError, QuestionPage};
use crate::page::{Document, Page};

macro_rules! responses {
    ($($page:ty)*) => {$(
        impl IntoResponse for $page {
            fn into_response(self) -> Response {
                http::Response::from(self).map(Body::from)
            }
        }
    )*};
}

responses! { Page<'_> Document QuestionPage<'_> FormDataError }

impl<S: Send + Sync> FromRequestParts<S> for RequestLanguage {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self::new(parts))
    }
}

/// What a page of this site has sent with `application/x-www-form-urlencoded`, within the default [`Limits`](crate::form::Limits).
/// [`FormDataFromAnySite`] takes what others have sent as well.
impl<S: Send + Sync> FromRequest<S> for FormData {
    type Rejection = FormDataError;

    async fn from_request(request: Request, _state: &S) -> Result<Self, FormDataError> {
        let (parts, body) = request.into_parts();
        super::form_data(&parts, body.into_data_stream()).await
    }
}

impl<S: Send + Sync> FromRequest<S> for FormDataFromAnySite {
    type Rejection = FormDataError;

    async fn from_request(request: Request, _state: &S) -> Result<Self, FormDataError> {
        let (parts, body) = request.into_parts();
        super::form_data_from_any_site(&parts, body.into_data_stream()).await.map(Self)
    }
}

/// Reads the form of a question, with its files: [`form::receive`](crate::form::receive) for axum's requests.
///
/// What another site has sent is refused before it is read: [`receive_from_any_site`] takes it.
///
/// # Errors
///
/// When another site has sent it, the body is no form, is cut off, is above a limit, or is not there in time.
pub async fn receive<Q, U>(
    request: Request,
    limits: &crate::form::Limits,
    uploads: &U,
    handles: &crate::form::FileHandles,
) -> Result<FormData, FormDataError>
where
    Q: crate::form::Question,
    U: crate::form::Uploads,
{
    let (parts, body) = request.into_parts();
    super::receive::<Q, _, _, _>(&parts, body.into_data_stream(), limits, uploads, handles).await
}

/// [`receive`] without the check of where the form comes from.
///
/// # Errors
///
/// When the body is no form, is cut off, is above a limit, or is not there in time.
pub async fn receive_from_any_site<Q, U>(
    request: Request,
    limits: &crate::form::Limits,
    uploads: &U,
    handles: &crate::form::FileHandles,
) -> Result<FormData, FormDataError>
where
    Q: crate::form::Question,
    U: crate::form::Uploads,
{
    let (parts, body) = request.into_parts();
    super::receive_from_any_site::<Q, _, _, _>(&parts, body.into_data_stream(), limits, uploads, handles).await
}

/// A whole [`Service`](crate::web::Service) as a router, at the path that the service has.
///
/// ```no_run
/// # async fn run<A>(permit: townhall::web::Service<A>) -> Result<(), Box<dyn std::error::Error>>
/// # where A: townhall::journey::Answers {
/// let app = axum::Router::new().merge(townhall::web::axum::service(permit));
/// axum::serve(tokio::net::TcpListener::bind("127.0.0.1:3000").await?, app).await?;
/// # Ok(()) }
/// ```
#[cfg(feature = "journey")]
pub fn service<A, U, S>(service: impl Into<std::sync::Arc<crate::web::Service<A, U>>>) -> axum::Router<S>
where
    A: crate::journey::Answers,
    U: crate::form::Uploads + Send + 'static,
    S: Clone + Send + Sync + 'static,
{
    let service = service.into();
    let path = service.path().to_owned();
    let respond = move |request: Request| {
        let service = std::sync::Arc::clone(&service);
        async move { service.respond(request.map(Body::into_data_stream)).await.map(Body::from) }
    };
    let route = axum::routing::any(respond);
    match path.as_str() {
        "" => axum::Router::new().fallback(route),
        path => axum::Router::new()
            .route(path, route.clone())
            .route(&format!("{path}/"), route.clone())
            .route(&format!("{path}/{{*rest}}"), route),
    }
}

/// A route for the files that the pages of a brand need. Nest it under the page's asset path, `/assets`.
pub fn assets<S>(brand: &'static crate::page::Brand) -> axum::Router<S>
where
    S: Clone + Send + Sync + 'static,
{
    let serve = move |uri: http::Uri, headers: http::HeaderMap| async move {
        super::asset(brand, uri.path(), &headers).map(Body::from)
    };
    axum::Router::new().fallback(axum::routing::get(serve))
}
