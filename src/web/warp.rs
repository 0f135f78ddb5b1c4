//! warp: a [`Page`] is a reply, [`form_data`] and [`language`] are filters, and so are the [`assets`] of a brand.
//!
//! ```no_run
//! use townhall::page::{Brand, Page};
//! use warp::Filter;
//!
//! # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Made once, and lent to every page.
//! let brand: &'static Brand = Box::leak(Box::new(Brand::council("London Borough of Northbridge").build()?));
//! let hello = warp::path::end().map(move || Page::new(brand, "Hello").content("Hello"));
//! let assets = warp::path("assets").and(townhall::web::warp::assets(brand));
//! warp::serve(hello.or(assets)).run(([127, 0, 0, 1], 3000)).await;
//! # Ok(()) }
//! ```

use std::convert::Infallible;

use bytes::{Buf, Bytes};
use futures_core::Stream;
use http::request::Parts;
use http::{HeaderMap, Method, Uri};
use warp::filters::BoxedFilter;
use warp::host::Authority;
use warp::path::FullPath;
use warp::reply::Response;
use warp::{Filter, Reply};

use super::RequestLanguage;
use crate::form::{FormData, FormDataError, QuestionPage};
use crate::page::{Document, Page};

macro_rules! replies {
    ($($page:ty)*) => {$(
        impl Reply for $page {
            fn into_response(self) -> Response {
                http::Response::from(self).into_response()
            }
        }
    )*};
}

replies! { Page<'_> Document QuestionPage<'_> FormDataError }

/// The query, or none.
fn query() -> impl Filter<Extract = (Option<String>,), Error = Infallible> + Clone {
    warp::query::raw().map(Some).or_else(|_| std::future::ready(Ok::<_, Infallible>((None,))))
}

/// The head of a request.
fn parts() -> impl Filter<Extract = (Parts,), Error = Infallible> + Clone {
    let parts =
        |method: Method, path: FullPath, query: Option<String>, mut headers: HeaderMap, host: Option<Authority>| {
            let mut parts = http::Request::new(()).into_parts().0;
            // HTTP/2 has no such header: warp knows the host from the address.
            if let Some(host) = host.filter(|_| !headers.contains_key(http::header::HOST))
                && let Ok(host) = http::HeaderValue::from_str(host.as_str())
            {
                headers.insert(http::header::HOST, host);
            }
            parts.method = method;
            let query = query.map(|query| format!("?{query}")).unwrap_or_default();
            parts.uri = format!("{}{query}", path.as_str()).parse::<Uri>().unwrap_or_default();
            parts.headers = headers;
            parts
        };
    let host = warp::host::optional().or_else(|_| std::future::ready(Ok::<_, Infallible>((None,))));
    warp::method().and(warp::path::full()).and(query()).and(warp::header::headers_cloned()).and(host).map(parts)
}

/// The body of a request.
struct Body<S>(S);

impl<S: Stream<Item = Result<B, warp::Error>> + Unpin, B: Buf> Stream for Body<S> {
    type Item = Result<Bytes, warp::Error>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        let next = std::pin::Pin::new(&mut self.0).poll_next(context);
        next.map(|next| next.map(|next| next.map(|mut bytes| bytes.copy_to_bytes(bytes.remaining()))))
    }
}

/// The language that a request asks for.
#[must_use]
pub fn language() -> impl Filter<Extract = (RequestLanguage,), Error = Infallible> + Clone {
    parts().map(|parts| RequestLanguage::new(&parts))
}

/// What a page of this site has sent with `application/x-www-form-urlencoded`, within the default [`Limits`](crate::form::Limits). An error is a
/// [`Reply`]. [`form_data_from_any_site`] takes what others have sent as well.
#[must_use]
pub fn form_data() -> impl Filter<Extract = (Result<FormData, FormDataError>,), Error = warp::Rejection> + Clone {
    let read = |parts: Parts, body| async move { super::form_data(&parts, Body(Box::pin(body))).await };
    parts().and(warp::body::stream()).then(read)
}

/// [`form_data`] without the check of where the form comes from.
#[must_use]
pub fn form_data_from_any_site()
-> impl Filter<Extract = (Result<FormData, FormDataError>,), Error = warp::Rejection> + Clone {
    let read = |parts: Parts, body| async move { super::form_data_from_any_site(&parts, Body(Box::pin(body))).await };
    parts().and(warp::body::stream()).then(read)
}

/// Reads the form of a question, with its files: [`form::receive`](crate::form::receive) as a filter. An error is a [`Reply`].
///
/// What another site has sent is refused before it is read: [`receive_from_any_site`] takes it.
pub fn receive<Q, U>(
    limits: crate::form::Limits,
    uploads: U,
    handles: crate::form::FileHandles,
) -> impl Filter<Extract = (Result<FormData, FormDataError>,), Error = warp::Rejection> + Clone
where
    Q: crate::form::Question,
    U: crate::form::Uploads + Clone + Send + 'static,
{
    parts().and(warp::body::stream()).then(move |parts: Parts, body| {
        let (limits, uploads, handles) = (limits, uploads.clone(), handles.clone());
        async move { super::receive::<Q, _, _, _>(&parts, Body(Box::pin(body)), &limits, &uploads, &handles).await }
    })
}

/// [`receive`] without the check of where the form comes from.
pub fn receive_from_any_site<Q, U>(
    limits: crate::form::Limits,
    uploads: U,
    handles: crate::form::FileHandles,
) -> impl Filter<Extract = (Result<FormData, FormDataError>,), Error = warp::Rejection> + Clone
where
    Q: crate::form::Question,
    U: crate::form::Uploads + Clone + Send + 'static,
{
    parts().and(warp::body::stream()).then(move |parts: Parts, body| {
        let (limits, uploads, handles) = (limits, uploads.clone(), handles.clone());
        let body = Body(Box::pin(body));
        async move { super::receive_from_any_site::<Q, _, _, _>(&parts, body, &limits, &uploads, &handles).await }
    })
}

/// A whole [`Service`](crate::web::Service), at the path that it has. Other filters stand before it, or it is at a path of its own.
///
/// ```no_run
/// # async fn run<A>(permit: townhall::web::Service<A>)
/// # where A: townhall::journey::Answers {
/// warp::serve(townhall::web::warp::service(permit)).run(([127, 0, 0, 1], 3000)).await;
/// # }
/// ```
#[cfg(feature = "journey")]
pub fn service<A, U>(service: impl Into<std::sync::Arc<crate::web::Service<A, U>>>) -> BoxedFilter<(Response,)>
where
    A: crate::journey::Answers,
    U: crate::form::Uploads + Send + 'static,
{
    let service = service.into();
    let path = service.path().to_owned();
    let is_below = move |parts: Parts| {
        let below = parts.uri.path().strip_prefix(path.as_str());
        let is_below = below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        std::future::ready(if is_below { Ok(parts) } else { Err(warp::reject::not_found()) })
    };
    let respond = move |parts: Parts, body| {
        let service = std::sync::Arc::clone(&service);
        async move { service.respond(http::Request::from_parts(parts, Body(Box::pin(body)))).await.into_response() }
    };
    parts().and_then(is_below).and(warp::body::stream()).then(respond).boxed()
}

/// The files that the pages of a brand need, below the path that stands before this filter.
#[must_use]
pub fn assets(brand: &'static crate::page::Brand) -> BoxedFilter<(Response,)> {
    let serve =
        move |path: warp::path::Tail, headers: HeaderMap| super::asset(brand, path.as_str(), &headers).into_response();
    warp::get().or(warp::head()).unify().and(warp::path::tail()).and(warp::header::headers_cloned()).map(serve).boxed()
}
