//! [`Cookies`] and [`SetCookie`]: the only place that reads and writes cookies ([RFC 6265](https://www.rfc-editor.org/rfc/rfc6265)).

use std::borrow::Cow;
use std::fmt;

/// The cookies of a request.
///
/// A browser shares its cookies with every application of the host, and HTTP/2 may send each in a field of its own
/// ([RFC 9113, 8.2.3](https://www.rfc-editor.org/rfc/rfc9113#section-8.2.3)). So all fields are read, as bytes, and each cookie by itself: one that
/// cannot be read hides no other.
///
/// ```
/// use townhall::cookies::Cookies;
///
/// let cookies = Cookies::new(["theme=dark; language=cy", "town=Tŷ"]);
/// assert_eq!(cookies.get("language"), Some("cy"));
/// assert_eq!(cookies.get("lang"), None);
/// ```
///
/// `Debug` shows no values: one of them may be the key to somebody's answers.
#[derive(Clone, Default)]
pub struct Cookies<'h> {
    /// Most requests have one field, which needs no list.
    first: &'h [u8],
    more: Vec<&'h [u8]>,
}

impl<'h> Cookies<'h> {
    /// Reads the fields `Cookie`: texts, bytes, or the values of an `http::HeaderMap`.
    #[must_use]
    pub fn new<F: AsRef<[u8]> + ?Sized + 'h>(fields: impl IntoIterator<Item = &'h F>) -> Self {
        let mut fields = fields.into_iter().map(AsRef::as_ref);
        Self { first: fields.next().unwrap_or_default(), more: fields.collect() }
    }

    /// All cookies in their order, each with its name and its value.
    fn pairs(&self) -> impl Iterator<Item = (&'h [u8], &'h [u8])> {
        let fields = std::iter::once(self.first).chain(self.more.iter().copied());
        fields.flat_map(|field| field.split(|byte| *byte == b';')).filter_map(|pair| {
            let at = pair.iter().position(|byte| *byte == b'=')?;
            let (name, value) = pair.split_at(at);
            Some((name.trim_ascii(), value.get(1..)?.trim_ascii()))
        })
    }

    /// The values of all cookies with a name: applications of the same host, and paths above this one, may have set one as well.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &'h [u8]> {
        self.pairs().filter(move |(known, _)| *known == name.as_bytes()).map(|(_, value)| value)
    }

    /// The first value of a name that is text.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'h str> {
        self.all(name).find_map(|value| std::str::from_utf8(value).ok())
    }
}

impl fmt::Debug for Cookies<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.pairs().map(|(name, _)| String::from_utf8_lossy(name))).finish()
    }
}

/// A cookie that a response sets or removes, as the header `Set-Cookie`.
///
/// It is for this host alone, cannot be read by scripts (`HttpOnly`), does not come along with forms from elsewhere (`SameSite=Lax`), and is sent
/// over TLS alone (`Secure`) unless [`SetCookie::secure`] says otherwise.
///
/// ```
/// use townhall::cookies::SetCookie;
///
/// let cookie = SetCookie::new("language", "cy").max_age(31_536_000);
/// assert_eq!(cookie.to_string(), "language=cy; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure");
/// ```
#[derive(Clone, PartialEq, Eq)]
#[must_use]
pub struct SetCookie<'a> {
    name: Cow<'a, str>,
    value: Cow<'a, str>,
    path: Cow<'a, str>,
    domain: Option<Cow<'a, str>>,
    max_age: Option<u32>,
    is_secure: bool,
}

impl<'a> SetCookie<'a> {
    /// A cookie that ends with the browser. Characters that a cookie cannot hold are left out.
    pub fn new(name: impl Into<Cow<'a, str>>, value: impl Into<Cow<'a, str>>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
            path: Cow::Borrowed("/"),
            domain: None,
            max_age: None,
            is_secure: true,
        }
    }

    /// Removes a cookie. Path and domain have to be those with which it was set.
    pub fn removed(name: impl Into<Cow<'a, str>>) -> Self {
        Self::new(name, "").max_age(0)
    }

    /// The path below which browsers send it: `/` unless it is set.
    pub fn path(mut self, path: impl Into<Cow<'a, str>>) -> Self {
        self.path = path.into();
        self
    }

    /// The domain to whose hosts browsers send it: this host alone unless it is set.
    pub fn domain(mut self, domain: impl Into<Cow<'a, str>>) -> Self {
        self.domain = Some(domain.into());
        self
    }

    /// For how many seconds browsers keep it.
    pub fn max_age(mut self, seconds: u32) -> Self {
        self.max_age = Some(seconds);
        self
    }

    /// Whether it is sent over TLS alone. Anything else is for a machine of your own.
    pub fn secure(mut self, secure: bool) -> Self {
        self.is_secure = secure;
        self
    }
}

/// A character that may stand in each part of a cookie: no control character, space, quotation mark, comma, semicolon or backslash.
fn is_allowed(character: char) -> bool {
    character.is_ascii_graphic() && !matches!(character, '"' | ',' | ';' | '\\')
}

impl fmt::Display for SetCookie<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;
        let allowed = |f: &mut fmt::Formatter<'_>, text: &str| {
            text.chars().filter(|character| is_allowed(*character)).try_for_each(|character| f.write_char(character))
        };
        allowed(f, &self.name)?;
        f.write_str("=")?;
        allowed(f, &self.value)?;
        f.write_str("; Path=")?;
        allowed(f, &self.path)?;
        if let Some(domain) = &self.domain {
            f.write_str("; Domain=")?;
            allowed(f, domain)?;
        }
        if let Some(seconds) = self.max_age {
            write!(f, "; Max-Age={seconds}")?;
        }
        f.write_str("; HttpOnly; SameSite=Lax")?;
        if self.is_secure { f.write_str("; Secure") } else { Ok(()) }
    }
}

impl fmt::Debug for SetCookie<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SetCookie").field("name", &self.name).field("path", &self.path).finish_non_exhaustive()
    }
}

impl From<SetCookie<'_>> for String {
    fn from(cookie: SetCookie<'_>) -> Self {
        use fmt::Write;
        // Room for the longest, a session's, so that it need not grow.
        let mut text = Self::with_capacity(256);
        // Writing into memory cannot fail.
        let _ = write!(text, "{cookie}");
        text
    }
}

impl From<SetCookie<'_>> for Cow<'static, str> {
    fn from(cookie: SetCookie<'_>) -> Self {
        Self::Owned(cookie.into())
    }
}

#[cfg(feature = "http")]
impl TryFrom<SetCookie<'_>> for http::HeaderValue {
    type Error = http::header::InvalidHeaderValue;

    fn try_from(cookie: SetCookie<'_>) -> Result<Self, Self::Error> {
        Self::try_from(String::from(cookie))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cookie_is_read_by_itself() {
        for (fields, expected) in [
            (&["language=cy"][..], &["cy"][..]),
            (&["a=b;language=cy ; language=en"], &["cy", "en"]),
            (&["a=b", "language=cy", "c=d"], &["cy"]),
            (&["town=Tŷ; language=cy"], &["cy"]),
            (&["=; ;;language=cy;"], &["cy"]),
            (&[" language=", "language=a=b"], &["", "a=b"]),
            (&["language", "language; language=cy"], &["cy"]),
            (&["my_language=cy; languages=en; x=language=cy"], &[]),
            (&["", ";;"], &[]),
            (&[], &[]),
        ] {
            let cookies = Cookies::new(fields.iter().copied());
            let found: Vec<_> = cookies.all("language").map(|value| std::str::from_utf8(value).unwrap()).collect();
            assert_eq!(found, expected, "{fields:?}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_hide_nothing() {
        let field: &[u8] = b"town=T\xff; language=\xfe; language=cy";
        let cookies = Cookies::new([field]);
        assert_eq!(cookies.get("language"), Some("cy"));
        assert_eq!(cookies.all("language").count(), 2);
        assert_eq!(format!("{cookies:?}"), r#"{"town", "language", "language"}"#);
    }

    #[test]
    fn nothing_is_written_that_could_end_a_cookie() {
        let cookie = SetCookie::new("a b", "x;\r\n y\"ŷ").path("/p; Domain=evil").secure(false);
        assert_eq!(cookie.to_string(), "ab=xy; Path=/pDomain=evil; HttpOnly; SameSite=Lax");
        let removed = SetCookie::removed("a").domain("council.example");
        let expected = "a=; Path=/; Domain=council.example; Max-Age=0; HttpOnly; SameSite=Lax; Secure";
        assert_eq!(removed.to_string(), expected);
        assert!(!format!("{:?}", SetCookie::new("a", "secret")).contains("secret"));
    }
}
