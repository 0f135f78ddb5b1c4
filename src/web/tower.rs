//! tower, and with it hyper: services for whole [`Service`](crate::web::Service)s and for the files of a brand, and functions for handlers of
//! your own. hyper takes them with `TowerToHyperService` of the crate `hyper-util`.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{Request, Response};
use http_body::Body;
use http_body_util::{BodyExt, Full};
use tower_service::Service as TowerService;

use super::RequestLanguage;
use crate::form::{FormData, FormDataError};

/// A response of [`Full`] bytes: of a [`Page`](crate::page::Page), a [`Document`](crate::page::Document), a page of a question.
///
/// ```
/// use townhall::page::{Brand, Page};
///
/// let brand = Brand::council("London Borough of Northbridge").build()?;
/// assert_eq!(townhall::web::tower::response(Page::new(&brand, "Hello").content("Hello")).status(), 200);
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
pub fn response(page: impl Into<Response<Bytes>>) -> Response<Full<Bytes>> {
    page.into().map(Full::new)
}

/// The language that a request asks for.
pub fn language<B>(request: &Request<B>) -> RequestLanguage {
    RequestLanguage::of(request.uri(), request.headers())
}

/// What a page of this site has sent with `application/x-www-form-urlencoded`, within the default [`Limits`](crate::form::Limits).
/// [`form_data_from_any_site`] takes what others have sent as well.
///
/// # Errors
///
/// When another site has sent it, it has another type, is above a limit, or breaks off.
pub async fn form_data<B: Body<Data = Bytes>>(request: Request<B>) -> Result<FormData, FormDataError> {
    let (parts, body) = request.into_parts();
    super::form_data(&parts, body.into_data_stream()).await
}

/// [`form_data`] without the check of where the form comes from.
///
/// # Errors
///
/// When it has another type, is above a limit, or breaks off.
pub async fn form_data_from_any_site<B: Body<Data = Bytes>>(request: Request<B>) -> Result<FormData, FormDataError> {
    let (parts, body) = request.into_parts();
    super::form_data_from_any_site(&parts, body.into_data_stream()).await
}

/// Reads the form of a question, with its files: [`form::receive`](crate::form::receive) for such requests.
///
/// What another site has sent is refused before it is read: [`receive_from_any_site`] takes it.
///
/// # Errors
///
/// When another site has sent it, the body is no form, is cut off, is above a limit, or is not there in time.
pub async fn receive<Q, B, U>(
    request: Request<B>,
    limits: &crate::form::Limits,
    uploads: &U,
    handles: &crate::form::FileHandles,
) -> Result<FormData, FormDataError>
where
    Q: crate::form::Question,
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
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
pub async fn receive_from_any_site<Q, B, U>(
    request: Request<B>,
    limits: &crate::form::Limits,
    uploads: &U,
    handles: &crate::form::FileHandles,
) -> Result<FormData, FormDataError>
where
    Q: crate::form::Question,
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    U: crate::form::Uploads,
{
    let (parts, body) = request.into_parts();
    super::receive_from_any_site::<Q, _, _, _>(&parts, body.into_data_stream(), limits, uploads, handles).await
}

/// A whole service, as a service of tower. A copy is the same service.
#[cfg(feature = "journey")]
#[derive(Debug)]
pub struct Mounted<A, U>(std::sync::Arc<crate::web::Service<A, U>>);

#[cfg(feature = "journey")]
impl<A, U> Clone for Mounted<A, U> {
    fn clone(&self) -> Self {
        Self(std::sync::Arc::clone(&self.0))
    }
}

/// A whole [`Service`](crate::web::Service), at the path that it has. Every other path is "page not found".
#[cfg(feature = "journey")]
pub fn service<A, U>(service: impl Into<std::sync::Arc<crate::web::Service<A, U>>>) -> Mounted<A, U> {
    Mounted(service.into())
}

#[cfg(feature = "journey")]
impl<A, U, B> TowerService<Request<B>> for Mounted<A, U>
where
    A: crate::journey::Answers,
    U: crate::form::Uploads + Send + 'static,
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = std::pin::Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let service = std::sync::Arc::clone(&self.0);
        Box::pin(async move { Ok(service.respond(request.map(BodyExt::into_data_stream)).await.map(Full::new)) })
    }
}

/// The files that the pages of a brand need, below the path that was taken off before: `/assets`.
#[derive(Debug, Clone, Copy)]
pub struct Assets(&'static crate::page::Brand);

/// The files that the pages of a brand need. Nest it under the pages' asset path, `/assets`.
#[must_use]
pub fn assets(brand: &'static crate::page::Brand) -> Assets {
    Assets(brand)
}

impl<B> TowerService<Request<B>> for Assets {
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        ready(Ok(super::asset(self.0, request.uri().path(), request.headers()).map(Full::new)))
    }
}
