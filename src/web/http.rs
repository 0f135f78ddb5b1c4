//! What all frameworks share: requests and responses of the `http` crate.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::InvalidHeaderValue;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, Uri, header};

use super::security::{page_headers, policy};
use crate::cookies::Cookies;
#[cfg(feature = "form")]
use crate::form::{FormData, FormDataError, Limits, QuestionPage};
use crate::language::Wanted;
use crate::page::{Document, Page};

/// A status that is one.
fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The text of a header, if it is text.
pub(super) fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// A value that is text. Nothing is copied.
pub(super) fn value(text: Cow<'static, str>) -> Result<HeaderValue, InvalidHeaderValue> {
    HeaderValue::from_maybe_shared(match text {
        Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
        Cow::Owned(text) => Bytes::from(text),
    })
}

/// A response with HTML, and with headers that keep a page safe unless it has its own, or wants none.
pub(super) fn html(document: Document, security_headers: &HeaderMap) -> Response<Bytes> {
    let has_security_headers = document.has_security_headers();
    let mut all =
        if has_security_headers { security_headers.clone() } else { HeaderMap::with_capacity(document.headers.len()) };
    all.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    for (name, text) in document.headers {
        let Ok(value) = value(text) else { continue };
        // What a page says itself takes the place of what all pages say.
        if security_headers.contains_key(name) || name == header::CONTENT_TYPE.as_str() {
            all.insert(name, value);
        } else {
            all.append(name, value);
        }
    }
    let mut response = Response::new(Bytes::from(document.html));
    *response.status_mut() = status(document.status);
    *response.headers_mut() = all;
    response
}

impl From<Document> for Response<Bytes> {
    fn from(document: Document) -> Self {
        html(document, page_headers())
    }
}

/// The policy of the page allows scripts with its [nonce](Page::csp_nonce).
impl From<Page<'_>> for Response<Bytes> {
    fn from(page: Page<'_>) -> Self {
        let document = Document::new(page.render_document());
        match page.nonce() {
            "" => document.into(),
            nonce => document.header("content-security-policy", policy(&[], nonce)).into(),
        }
    }
}

/// A question whose answers were not right, or that is asked for the first time.
#[cfg(feature = "form")]
impl From<QuestionPage<'_>> for Response<Bytes> {
    fn from(page: QuestionPage<'_>) -> Self {
        page.document().into()
    }
}

/// What cannot be read as a form, in one line of text.
#[cfg(feature = "form")]
impl From<FormDataError> for Response<Bytes> {
    fn from(error: FormDataError) -> Self {
        let mut response = Response::new(Bytes::from(error.to_string()));
        *response.status_mut() = status(error.status());
        response.headers_mut().clone_from(page_headers());
        for (name, text) in [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")] {
            response.headers_mut().insert(name, HeaderValue::from_static(text));
        }
        response
    }
}

#[cfg(feature = "assets")]
impl From<crate::assets::Asset> for Response<Bytes> {
    fn from(asset: crate::assets::Asset) -> Self {
        let mut response = Response::new(match asset.body {
            Cow::Borrowed(bytes) => Bytes::from_static(bytes),
            Cow::Owned(bytes) => Bytes::from(bytes),
        });
        *response.status_mut() = status(asset.status);
        for (name, text) in asset.headers {
            if let Ok(value) = value(text) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

/// One of the files that the pages of a brand need, by its path below the pages' asset path.
#[cfg(feature = "assets")]
#[must_use]
pub fn asset(brand: &crate::page::Brand, path: &str, headers: &HeaderMap) -> Response<Bytes> {
    let header = |name| text(headers, name);
    brand.asset(path, header(header::ACCEPT_ENCODING), header(header::IF_NONE_MATCH)).into()
}

/// The language that a request asks for: `?language=cy`, the cookie, and `Accept-Language`. In the frameworks with a feature it is an extractor.
///
/// ```
/// use townhall::language::{Languages, Locale};
/// use townhall::web::RequestLanguage;
///
/// fn locale(languages: &Languages, request: &http::request::Parts) -> Locale {
///     languages.negotiate(&RequestLanguage::new(request).wanted())
/// }
/// ```
///
/// It holds the cookies of a request, so `Debug` shows none of it.
#[derive(Clone, Default)]
pub struct RequestLanguage {
    query: Option<String>,
    /// The fields `Cookie`.
    cookies: Vec<HeaderValue>,
    accept_language: Option<String>,
}

impl std::fmt::Debug for RequestLanguage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RequestLanguage").finish_non_exhaustive()
    }
}

impl RequestLanguage {
    /// Reads a request.
    #[must_use]
    pub fn new(request: &Parts) -> Self {
        Self::of(&request.uri, &request.headers)
    }

    /// The same, from what matters of it.
    pub(super) fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let header = |name| text(headers, name).map(str::to_owned);
        Self {
            query: uri.query().map(str::to_owned),
            cookies: headers
                .get_all(header::COOKIE)
                .iter()
                .cloned()
                .map(|mut value| {
                    // `Debug` must not show it: one of the cookies may be the key to somebody's answers.
                    value.set_sensitive(true);
                    value
                })
                .collect(),
            accept_language: header(header::ACCEPT_LANGUAGE),
        }
    }

    /// For [`Languages::negotiate`](crate::language::Languages::negotiate).
    pub fn wanted(&self) -> Wanted<'_> {
        let chosen =
            self.query.as_deref().unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("language="));
        Wanted::default()
            .chosen(chosen)
            .cookies(&Cookies::new(&self.cookies))
            .accept_language(self.accept_language.as_deref())
    }
}

/// Refuses what another site has sent.
#[cfg(feature = "form")]
fn only_this_site(uri: &Uri, headers: &HeaderMap) -> Result<(), FormDataError> {
    if super::is_from_this_site(super::Origin::of(uri, headers)) { Ok(()) } else { Err(FormDataError::CrossSite) }
}

/// Reads what was sent with `application/x-www-form-urlencoded`, within the default [`Limits`], and no further. In the frameworks with a feature,
/// [`FormData`] is an extractor.
///
/// What [another site has sent](super::is_from_this_site) is refused before it is read; [`form_data_from_any_site`] takes it.
///
/// # Errors
///
/// When another site has sent it, it has another type, is above a limit, or breaks off.
#[cfg(feature = "form")]
pub async fn form_data<B, E>(request: &Parts, body: B) -> Result<FormData, FormDataError>
where
    B: futures_core::Stream<Item = Result<Bytes, E>>,
{
    only_this_site(&request.uri, &request.headers)?;
    form_data_from_any_site(request, body).await
}

/// [`form_data`] without the check of where the form comes from: for a search, or a system that sends forms.
///
/// # Errors
///
/// When it has another type, is above a limit, breaks off, or (with the feature `multipart`, in tokio) is not there in time.
#[cfg(feature = "form")]
pub async fn form_data_from_any_site<B, E>(request: &Parts, body: B) -> Result<FormData, FormDataError>
where
    B: futures_core::Stream<Item = Result<Bytes, E>>,
{
    let limits = Limits::default();
    let content_type = text(&request.headers, header::CONTENT_TYPE).unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    if !essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(FormDataError::ContentType { content_type: essence.to_owned() });
    }
    let mut body = std::pin::pin!(body);
    #[cfg(feature = "multipart")]
    let mut deadline = std::pin::pin!(tokio::time::sleep(limits.time));
    let mut bytes = Vec::new();
    let mut next = async || {
        std::future::poll_fn(|context| {
            #[cfg(feature = "multipart")]
            if deadline.as_mut().poll(context).is_ready() {
                let error = FormDataError::TooSlow { seconds: limits.time.as_secs() };
                return std::task::Poll::Ready(Some(Err(error)));
            }
            body.as_mut().poll_next(context).map(|next| next.map(|more| more.map_err(|_| FormDataError::CutOff)))
        })
        .await
    };
    while let Some(more) = next().await {
        let more = more?;
        if bytes.len() + more.len() > limits.bytes {
            return Err(FormDataError::TooLarge { limit: limits.bytes });
        }
        bytes.extend_from_slice(&more);
    }
    FormData::from_urlencoded(&bytes, &limits)
}

/// Reads the form of a question, with its files: [`form::receive`](crate::form::receive) for a request. In the frameworks with a feature it has a
/// function of the same name.
///
/// What [another site has sent](super::is_from_this_site) is refused before it is read; [`receive_from_any_site`] takes it.
///
/// # Errors
///
/// When another site has sent it, it is no form, is cut off, or is above a limit.
#[cfg(feature = "multipart")]
pub async fn receive<Q, B, E, U>(
    request: &Parts,
    body: B,
    limits: &Limits,
    uploads: &U,
    handles: &crate::form::FileHandles,
) -> Result<FormData, FormDataError>
where
    Q: crate::form::Question,
    B: futures_core::Stream<Item = Result<Bytes, E>> + Send + 'static,
    E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
    U: crate::form::Uploads,
{
    only_this_site(&request.uri, &request.headers)?;
    receive_from_any_site::<Q, _, _, _>(request, body, limits, uploads, handles).await
}

/// [`receive`] without the check of where the form comes from.
///
/// # Errors
///
/// When it is no form, is cut off, or is above a limit.
#[cfg(feature = "multipart")]
pub async fn receive_from_any_site<Q, B, E, U>(
    request: &Parts,
    body: B,
    limits: &Limits,
    uploads: &U,
    handles: &crate::form::FileHandles,
) -> Result<FormData, FormDataError>
where
    Q: crate::form::Question,
    B: futures_core::Stream<Item = Result<Bytes, E>> + Send + 'static,
    E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
    U: crate::form::Uploads,
{
    let content_type = text(&request.headers, header::CONTENT_TYPE).unwrap_or_default();
    crate::form::receive::<Q, _, _, _>(content_type, body, limits, uploads, handles).await
}

/// A form that any site may have sent, as an extractor: [`FormData`] without the check of where it comes from.
#[cfg(feature = "form")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormDataFromAnySite(pub FormData);
