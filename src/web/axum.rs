//! axum: a [`Page`] is a response, and the [`assets`] of a brand are a route.
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

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::page::Page;

impl IntoResponse for Page<'_> {
    fn into_response(self) -> Response {
        let html = HeaderValue::from_static("text/html; charset=utf-8");
        ([(header::CONTENT_TYPE, html)], self.render_document().into_string()).into_response()
    }
}

/// A route for the files that the pages of a brand need. Nest it under the page's asset path, `/assets`.
#[cfg(feature = "assets")]
pub fn assets<S>(brand: &'static crate::page::Brand) -> axum::Router<S>
where
    S: Clone + Send + Sync + 'static,
{
    use axum::body::Body;
    use axum::http::{HeaderMap, StatusCode, Uri};

    let serve = move |uri: Uri, headers: HeaderMap| async move {
        let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let asset = brand.asset(uri.path(), header(header::ACCEPT_ENCODING), header(header::IF_NONE_MATCH));
        let mut response = Response::new(match asset.body {
            std::borrow::Cow::Borrowed(bytes) => Body::from(bytes),
            std::borrow::Cow::Owned(bytes) => Body::from(bytes),
        });
        *response.status_mut() = StatusCode::from_u16(asset.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        for (name, value) in asset.headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    };
    axum::Router::new().fallback(axum::routing::get(serve))
}
