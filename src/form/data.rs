//! [`FormData`]: what a browser sent.

use percent_encoding::percent_decode;
use serde::{Deserialize, Serialize};

use super::limits::Limits;
use crate::values::{UploadedFile, ValueError};

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
    /// The headers of a part, in a form with files, are above the limit.
    #[error("the headers of a part have more than {limit} bytes")]
    HeadersTooLarge {
        /// The limit.
        limit: usize,
    },
    /// The body was not there in time.
    #[error("the form was not there after {seconds} seconds")]
    TooSlow {
        /// The limit.
        seconds: u64,
    },
    /// A file stands before the token by which it is known that a page of this site has sent the form.
    #[error("a file stands before the token of the form")]
    FileBeforeToken,
    /// The type of the body is not one that forms have.
    #[error("a form cannot be read from `{content_type}`")]
    ContentType {
        /// The type that was sent.
        content_type: String,
    },
}

impl FormDataError {
    /// The status of the response: 400, 403, 408, 413 or 415 ([RFC 9110, 15.5](https://www.rfc-editor.org/rfc/rfc9110#section-15.5)).
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::TooLarge { .. } | Self::TooManyFields { .. } | Self::HeadersTooLarge { .. } => 413,
            Self::TooSlow { .. } => 408,
            Self::Encoding | Self::CutOff => 400,
            Self::CrossSite | Self::FileBeforeToken => 403,
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
            Self::HeadersTooLarge { .. } => "headers-too-large",
            Self::TooSlow { .. } => "too-slow",
            Self::FileBeforeToken => "file-before-token",
            Self::ContentType { .. } => "content-type",
        }
    }
}

/// The button that changes the language of a page sends this name, with the language's tag.
pub(crate) const LANGUAGE_FIELD: &str = "townhall-language";
/// A page that shows errors says so, so that they are shown again in another language.
pub(crate) const ERRORS_FIELD: &str = "townhall-errors";

/// A button that takes one of the kept files away sends this name, with the file's handle.
pub(crate) const REMOVE_FILE_FIELD: &str = "townhall-remove-file";
/// The button that only uploads sends this name.
pub(crate) const UPLOAD_FIELD: &str = "townhall-upload";

/// What stands under a name: a text that was typed or chosen, or a file that the application has stored.
///
/// They are different kinds: only [`receive`](super::receive) and answers that were read before make a file, so that no text passes as one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Entry {
    Text(String),
    File(KeptFile),
}

/// A stored file, and the handle by which a page names it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct KeptFile {
    pub(crate) file: UploadedFile,
    /// Nothing as long as nobody has signed one: the page cannot keep the file then.
    #[serde(skip)]
    pub(crate) handle: Option<String>,
}

impl Entry {
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::File(_) => None,
        }
    }

    pub(crate) fn file(&self) -> Option<&KeptFile> {
        match self {
            Self::Text(_) => None,
            Self::File(kept) => Some(kept),
        }
    }
}

/// What a browser sent: names and values, in order, some names more than once.
///
/// Texts and files are of different kinds. [`FormData::get`] and its like see texts alone, [`FormData::files`] sees files alone, and a question that asks for a
/// file takes no text for one.
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
    entries: Vec<(String, Entry)>,
    /// What was wrong with files: they are checked while they arrive.
    errors: Vec<(String, ValueError)>,
}

impl FormData {
    /// No fields.
    #[must_use]
    pub const fn new() -> Self {
        Self { entries: Vec::new(), errors: Vec::new() }
    }

    pub(super) fn with_capacity(fields: usize) -> Self {
        Self { entries: Vec::with_capacity(fields), errors: Vec::new() }
    }

    /// Fields as they were kept.
    pub(crate) fn from_entries(entries: Vec<(String, Entry)>) -> Self {
        Self { entries, errors: Vec::new() }
    }

    pub(crate) fn into_entries(self) -> Vec<(String, Entry)> {
        self.entries
    }

    /// Texts and files, in order.
    pub(crate) fn entries(&self) -> &[(String, Entry)] {
        &self.entries
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
            if data.entries.len() == limits.fields {
                return Err(FormDataError::TooManyFields { limit: limits.fields });
            }
            let at = pair.iter().position(|&byte| byte == b'=').unwrap_or(pair.len());
            let (name, value) = pair.split_at(at);
            data.push(decoded(name)?, decoded(value.get(1..).unwrap_or_default())?);
        }
        Ok(data)
    }

    /// Adds a field with a text.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.entries.push((name.into(), Entry::Text(value.into())));
    }

    /// Adds a stored file.
    pub(super) fn push_file(&mut self, name: impl Into<String>, file: UploadedFile, handle: Option<String>) {
        self.entries.push((name.into(), Entry::File(KeptFile { file, handle })));
    }

    /// Takes a field out.
    #[cfg(feature = "multipart")]
    pub(super) fn remove(&mut self, name: &str) {
        self.entries.retain(|(key, _)| key != name);
    }

    /// Takes the file with a handle out.
    #[cfg(feature = "multipart")]
    pub(super) fn remove_file(&mut self, handle: &str) {
        self.entries.retain(|(_, entry)| entry.file().is_none_or(|kept| kept.handle.as_deref() != Some(handle)));
    }

    /// Gives a handle to each file that has none.
    #[cfg(feature = "multipart")]
    pub(super) fn sign_files(&mut self, sign: impl Fn(&str, &UploadedFile) -> String) {
        for (name, entry) in &mut self.entries {
            if let Entry::File(kept) = entry
                && kept.handle.is_none()
            {
                kept.handle = Some(sign(name, &kept.file));
            }
        }
    }

    /// Notes what is wrong with a file.
    #[cfg(feature = "multipart")]
    pub(super) fn push_error(&mut self, name: String, error: ValueError) {
        self.errors.push((name, error));
    }

    pub(super) fn errors(&self) -> &[(String, ValueError)] {
        &self.errors
    }

    /// The text of a field: the last one, if it was sent more than once.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.entries.iter().rev().filter(|(key, _)| key == name).find_map(|(_, entry)| entry.text())
    }

    /// The text of a part of a field, such as `born-day`: the name that `join` gives it.
    pub(super) fn part(&self, path: &str, name: &str) -> Option<&str> {
        let is_part = |key: &str| match path {
            "" => key == name,
            path => key.strip_prefix(path).and_then(|rest| rest.strip_prefix('-')) == Some(name),
        };
        self.entries.iter().rev().filter(|(key, _)| is_part(key)).find_map(|(_, entry)| entry.text())
    }

    /// All texts of a field, in order.
    pub fn get_all<'d>(&'d self, name: &'d str) -> impl Iterator<Item = &'d str> {
        self.entries.iter().filter(move |(key, _)| key == name).filter_map(|(_, entry)| entry.text())
    }

    /// All texts with the names of their fields, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries.iter().filter_map(|(name, entry)| Some((name.as_str(), entry.text()?)))
    }

    /// The files of a field, in order.
    pub fn files<'d>(&'d self, name: &'d str) -> impl Iterator<Item = &'d UploadedFile> {
        self.kept_files(name).map(|kept| &kept.file)
    }

    /// The files of a field with their handles.
    pub(super) fn kept_files<'d>(&'d self, name: &'d str) -> impl Iterator<Item = &'d KeptFile> {
        self.entries.iter().filter(move |(key, _)| key == name).filter_map(|(_, entry)| entry.file())
    }

    /// Whether a button was pressed that uploads files, or takes one away, and does not answer the question: the page is shown again.
    #[must_use]
    pub fn is_about_files(&self) -> bool {
        self.get(UPLOAD_FIELD).is_some() || self.get(REMOVE_FILE_FIELD).is_some()
    }

    /// Whether there are no fields.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
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
        f.debug_set().entries(self.entries.iter().map(|(name, _)| name)).finish()
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for FormData {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        let entries = pairs.into_iter().map(|(name, value)| (name.into(), Entry::Text(value.into()))).collect();
        Self { entries, errors: Vec::new() }
    }
}
