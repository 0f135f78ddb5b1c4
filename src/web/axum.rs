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

use std::convert::Infallible;

use axum::extract::FromRequestParts;
#[cfg(feature = "form")]
use axum::extract::{FromRequest, Request};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

#[cfg(feature = "form")]
use crate::form::{FormData, FormDataError, Limits};
use crate::language::Wanted;
use crate::page::{Document, Page};

impl IntoResponse for Page<'_> {
    fn into_response(self) -> Response {
        let html = HeaderValue::from_static("text/html; charset=utf-8");
        ([(header::CONTENT_TYPE, html)], self.render_document().into_string()).into_response()
    }
}

impl IntoResponse for Document {
    fn into_response(self) -> Response {
        let html = HeaderValue::from_static("text/html; charset=utf-8");
        let mut response = ([(header::CONTENT_TYPE, html)], self.html).into_response();
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().append(name, value);
            }
        }
        response
    }
}

#[cfg(feature = "form")]
/// What was sent with `application/x-www-form-urlencoded`, within the default [`Limits`].
impl<S: Send + Sync> FromRequest<S> for FormData {
    type Rejection = FormDataError;

    async fn from_request(request: Request, _state: &S) -> Result<Self, FormDataError> {
        let limits = Limits::default();
        let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let essence = content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if !essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(FormDataError::ContentType { content_type: essence.to_owned() });
        }
        let too_large = |_| FormDataError::TooLarge { limit: limits.bytes };
        let body = axum::body::to_bytes(request.into_body(), limits.bytes).await.map_err(too_large)?;
        Self::from_urlencoded(&body, &limits)
    }
}

#[cfg(feature = "form")]
/// A question whose answers were not right, or that is asked for the first time.
impl IntoResponse for crate::form::QuestionPage<'_> {
    fn into_response(self) -> Response {
        self.document().into_response()
    }
}

#[cfg(feature = "form")]
impl IntoResponse for FormDataError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status()).unwrap_or(StatusCode::BAD_REQUEST);
        (status, self.to_string()).into_response()
    }
}

/// Reads the form of a question, with its files: [`form::receive`](crate::form::receive) for axum's requests.
///
/// # Errors
///
/// When the body is no form, is cut off, or is above a limit.
#[cfg(feature = "multipart")]
pub async fn receive<Q, U>(request: Request, limits: &Limits, uploads: &U) -> Result<FormData, FormDataError>
where
    Q: crate::form::Question,
    U: crate::form::Uploads,
{
    let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let content_type = content_type.unwrap_or_default().to_owned();
    crate::form::receive::<Q, _, _, _>(&content_type, request.into_body().into_data_stream(), limits, uploads).await
}

/// The language that a request asks for: `?language=cy`, the cookie, and `Accept-Language`.
///
/// ```
/// use axum::response::{IntoResponse, Response};
/// use townhall::language::Languages;
/// use townhall::web::axum::RequestLanguage;
///
/// async fn hello(languages: &Languages, asked: RequestLanguage) -> Response {
///     let locale = languages.negotiate(&asked.wanted());
///     ([("set-cookie", locale.cookie())], locale.text("hello").into_owned()).into_response()
/// }
/// ```
#[derive(Debug, Clone, Default)]
pub struct RequestLanguage {
    query: Option<String>,
    cookies: Option<String>,
    accept_language: Option<String>,
}

impl RequestLanguage {
    /// For [`Languages::negotiate`](crate::language::Languages::negotiate).
    pub fn wanted(&self) -> Wanted<'_> {
        let chosen =
            self.query.as_deref().unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("language="));
        Wanted::default()
            .chosen(chosen)
            .cookie_header(self.cookies.as_deref())
            .accept_language(self.accept_language.as_deref())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for RequestLanguage {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let header = |name| Some(parts.headers.get(name)?.to_str().ok()?.to_owned());
        Ok(Self {
            query: parts.uri.query().map(str::to_owned),
            cookies: header(header::COOKIE),
            accept_language: header(header::ACCEPT_LANGUAGE),
        })
    }
}

/// A whole [`Service`](crate::web::Service) as a router, at the path that the service has.
///
/// ```no_run
/// # async fn run<A>(permit: townhall::web::Service<A>) -> Result<(), Box<dyn std::error::Error>>
/// # where A: serde::Serialize + serde::de::DeserializeOwned + Default + Send + Sync + 'static {
/// let app = axum::Router::new().merge(townhall::web::axum::service(permit));
/// axum::serve(tokio::net::TcpListener::bind("127.0.0.1:3000").await?, app).await?;
/// # Ok(()) }
/// ```
#[cfg(feature = "journey")]
pub fn service<A, U, S>(service: crate::web::Service<A, U>) -> axum::Router<S>
where
    A: serde::Serialize + serde::de::DeserializeOwned + Default + Send + Sync + 'static,
    U: crate::form::Uploads + Send + 'static,
    U::Writer: Send,
    S: Clone + Send + Sync + 'static,
{
    let path = service.path().to_owned();
    let service = std::sync::Arc::new(service);
    let respond = move |request: Request| {
        let service = std::sync::Arc::clone(&service);
        async move {
            let request = request.map(axum::body::Body::into_data_stream);
            service.respond(request).await.map(axum::body::Body::from)
        }
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
#[cfg(feature = "assets")]
pub fn assets<S>(brand: &'static crate::page::Brand) -> axum::Router<S>
where
    S: Clone + Send + Sync + 'static,
{
    use axum::body::Body;
    use axum::http::{HeaderMap, Uri};

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
