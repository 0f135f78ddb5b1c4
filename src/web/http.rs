//! What all frameworks share: requests and responses of the `http` crate.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::InvalidHeaderValue;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, Uri, header};

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

/// The headers of all HTML, with room for those of a page.
pub(super) fn html_headers() -> HeaderMap {
    let mut all = HeaderMap::with_capacity(16);
    all.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    all
}

/// A response with HTML, and with headers that every page has.
pub(super) fn html(document: Document, mut all: HeaderMap) -> Response<Bytes> {
    for (name, text) in document.headers {
        if let Ok(value) = value(text) {
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
        html(document, html_headers())
    }
}

impl From<Page<'_>> for Response<Bytes> {
    fn from(page: Page<'_>) -> Self {
        Document::new(page.render_document()).into()
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
        let text = HeaderValue::from_static("text/plain; charset=utf-8");
        response.headers_mut().insert(header::CONTENT_TYPE, text);
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
#[derive(Debug, Clone, Default)]
pub struct RequestLanguage {
    query: Option<String>,
    /// The fields `Cookie`.
    cookies: Vec<HeaderValue>,
    accept_language: Option<String>,
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

/// Reads what was sent with `application/x-www-form-urlencoded`, within the default [`Limits`], and no further. In the frameworks with a feature,
/// [`FormData`] is an extractor.
///
/// # Errors
///
/// When it has another type, is above a limit, or breaks off.
#[cfg(feature = "form")]
pub async fn form_data<B, E>(content_type: Option<&str>, body: B) -> Result<FormData, FormDataError>
where
    B: futures_core::Stream<Item = Result<Bytes, E>>,
{
    let limits = Limits::default();
    let essence = content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    if !essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(FormDataError::ContentType { content_type: essence.to_owned() });
    }
    let mut body = std::pin::pin!(body);
    let mut bytes = Vec::new();
    while let Some(more) = std::future::poll_fn(|context| body.as_mut().poll_next(context)).await {
        let more = more.map_err(|_| FormDataError::CutOff)?;
        if bytes.len() + more.len() > limits.bytes {
            return Err(FormDataError::TooLarge { limit: limits.bytes });
        }
        bytes.extend_from_slice(&more);
    }
    FormData::from_urlencoded(&bytes, &limits)
}
