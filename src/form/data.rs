//! [`FormData`]: what a browser sent.

use percent_encoding::percent_decode;

use crate::values::ValueError;

/// How much a form may send. What is above is refused before it is read.
///
/// The defaults are far above what a page of questions needs: 256 KiB, 1,000 fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The bytes of the body, files not counted.
    pub bytes: usize,
    /// The fields.
    pub fields: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 256 * 1024, fields: 1_000 }
    }
}

/// A form that cannot be read. It is not the resident's mistake: [`FormDataError::status`] says how to answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormDataError {
    /// More bytes than the limit.
    #[error("the form has more than {limit} bytes")]
    TooLarge {
        /// The limit.
        limit: usize,
    },
    /// More fields than the limit.
    #[error("the form has more than {limit} fields")]
    TooManyFields {
        /// The limit.
        limit: usize,
    },
    /// A name or value is not UTF-8.
    #[error("the form is not UTF-8")]
    Encoding,
    /// The body ends before the form does, or does not follow its own rules.
    #[error("the form is cut off")]
    CutOff,
    /// Another site has sent it.
    #[error("the form was sent from another site")]
    CrossSite,
    /// The type of the body is not one that forms have.
    #[error("a form cannot be read from `{content_type}`")]
    ContentType {
        /// The type that was sent.
        content_type: String,
    },
}

impl FormDataError {
    /// The status of the response: 400, 403, 413 or 415 ([RFC 9110, 15.5](https://www.rfc-editor.org/rfc/rfc9110#section-15.5)).
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::TooLarge { .. } | Self::TooManyFields { .. } => 413,
            Self::Encoding | Self::CutOff => 400,
            Self::CrossSite => 403,
            Self::ContentType { .. } => 415,
        }
    }

    /// Its kind, for a log: unlike its text it has nothing in it that was sent.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::TooManyFields { .. } => "too-many-fields",
            Self::Encoding => "encoding",
            Self::CutOff => "cut-off",
            Self::CrossSite => "cross-site",
            Self::ContentType { .. } => "content-type",
        }
    }
}

/// The button that changes the language of a page sends this name, with the language's tag.
pub(crate) const LANGUAGE_FIELD: &str = "townhall-language";
/// A page that shows errors says so, so that they are shown again in another language.
pub(crate) const ERRORS_FIELD: &str = "townhall-errors";

/// What a browser sent: names and values, in order, some names more than once.
///
/// ```
/// use townhall::form::{FormData, Limits};
///
/// let data = FormData::from_urlencoded(b"name=Si%C3%A2n+Rees&permit=car&permit=van", &Limits::default())?;
/// assert_eq!(data.get("name"), Some("Siân Rees"));
/// assert_eq!(data.get_all("permit").collect::<Vec<_>>(), ["car", "van"]);
/// # Ok::<(), townhall::form::FormDataError>(())
/// ```
///
/// It holds what people typed, so `Debug` shows names alone.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct FormData {
    pairs: Vec<(String, String)>,
    /// What was wrong with files: they are checked while they arrive.
    errors: Vec<(String, ValueError)>,
}

impl FormData {
    /// No fields.
    #[must_use]
    pub const fn new() -> Self {
        Self { pairs: Vec::new(), errors: Vec::new() }
    }

    pub(super) fn with_capacity(fields: usize) -> Self {
        Self { pairs: Vec::with_capacity(fields), errors: Vec::new() }
    }

    pub(super) fn into_pairs(self) -> Vec<(String, String)> {
        self.pairs
    }

    /// Reads `application/x-www-form-urlencoded`
    /// ([URL standard](https://url.spec.whatwg.org/#urlencoded-parsing)).
    ///
    /// # Errors
    ///
    /// When the body is above a limit, or not UTF-8.
    pub fn from_urlencoded(body: &[u8], limits: &Limits) -> Result<Self, FormDataError> {
        if body.len() > limits.bytes {
            return Err(FormDataError::TooLarge { limit: limits.bytes });
        }
        let fields = body.split(|&byte| byte == b'&').count();
        let mut data = Self::with_capacity(fields.min(limits.fields));
        for pair in body.split(|&byte| byte == b'&').filter(|pair| !pair.is_empty()) {
            if data.pairs.len() == limits.fields {
                return Err(FormDataError::TooManyFields { limit: limits.fields });
            }
            let at = pair.iter().position(|&byte| byte == b'=').unwrap_or(pair.len());
            let (name, value) = pair.split_at(at);
            data.pairs.push((decoded(name)?, decoded(value.get(1..).unwrap_or_default())?));
        }
        Ok(data)
    }

    /// Adds a field.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.pairs.push((name.into(), value.into()));
    }

    /// Takes a field out.
    #[cfg(feature = "multipart")]
    pub(super) fn remove(&mut self, name: &str) {
        self.pairs.retain(|(key, _)| key != name);
    }

    /// Notes what is wrong with a file.
    #[cfg(feature = "multipart")]
    pub(super) fn push_error(&mut self, name: String, error: ValueError) {
        self.errors.push((name, error));
    }

    pub(super) fn errors(&self) -> &[(String, ValueError)] {
        &self.errors
    }

    /// The value of a field: the last one, if it was sent more than once.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The value of a part of a field, such as `born-day`: the name that `join` gives it.
    pub(super) fn part(&self, path: &str, name: &str) -> Option<&str> {
        let is_part = |key: &str| match path {
            "" => key == name,
            path => key.strip_prefix(path).and_then(|rest| rest.strip_prefix('-')) == Some(name),
        };
        self.pairs.iter().rev().find(|(key, _)| is_part(key)).map(|(_, value)| value.as_str())
    }

    /// All values of a field, in order.
    pub fn get_all<'d>(&'d self, name: &'d str) -> impl Iterator<Item = &'d str> {
        self.pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// All fields, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether there are no fields.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The fields as `application/x-www-form-urlencoded`.
    #[must_use]
    pub fn to_urlencoded(&self) -> String {
        use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
        const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'*');
        let mut body = String::new();
        for (name, value) in self.iter() {
            if !body.is_empty() {
                body.push('&');
            }
            body.extend(utf8_percent_encode(name, KEPT));
            body.push('=');
            body.extend(utf8_percent_encode(value, KEPT));
        }
        body
    }

    /// The tag of the language that was chosen with the button of the page.
    #[must_use]
    pub fn chosen_language(&self) -> Option<&str> {
        self.get(LANGUAGE_FIELD)
    }
}

fn decoded(bytes: &[u8]) -> Result<String, FormDataError> {
    if !bytes.iter().any(|byte| matches!(byte, b'%' | b'+')) {
        return String::from_utf8(bytes.to_owned()).map_err(|_| FormDataError::Encoding);
    }
    let spaced: Vec<u8> = bytes.iter().map(|&byte| if byte == b'+' { b' ' } else { byte }).collect();
    percent_decode(&spaced).decode_utf8().map(Into::into).map_err(|_| FormDataError::Encoding)
}

impl std::fmt::Debug for FormData {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.pairs.iter().map(|(name, _)| name)).finish()
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for FormData {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        let pairs = pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        Self { pairs, errors: Vec::new() }
    }
}
