//! What keeps pages and forms safe, for every framework: headers, and whether a form came from this site.

use std::borrow::Cow;
use std::sync::LazyLock;

use http::{HeaderMap, HeaderName, Uri};

use crate::page::SCRIPT_HASH;

/// The parts of a request that say where it came from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'r> {
    /// `Sec-Fetch-Site` ([Fetch metadata](https://www.w3.org/TR/fetch-metadata/)).
    pub sec_fetch_site: Option<&'r str>,
    /// `Origin` ([RFC 6454](https://www.rfc-editor.org/rfc/rfc6454#section-7)).
    pub origin: Option<&'r str>,
    /// `Host`, or the authority of the request. Behind a proxy, what the resident's browser has sent.
    pub host: Option<&'r str>,
    /// The scheme that residents use: `https`. If it is not known, only the host and its port are compared.
    pub scheme: Option<&'r str>,
}

/// From where a form was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    /// A page of this site.
    ThisSite,
    /// Another site.
    Elsewhere,
    /// The browser does not say: it is older than these headers.
    Unknown,
}

impl<'r> Origin<'r> {
    /// Reads a request. `Host` counts, or the authority of the address, which HTTP/2 has instead.
    #[must_use]
    pub fn of(uri: &'r Uri, headers: &'r HeaderMap) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let host = text("host").or_else(|| uri.authority().map(http::uri::Authority::as_str));
        Self { sec_fetch_site: text("sec-fetch-site"), origin: text("origin"), host, scheme: None }
    }
}

/// Whether a form that was sent came from a page of this site.
///
/// Browsers say so in `Sec-Fetch-Site`; those that do not, in `Origin`. One that says nothing is believed: that is why forms carry a
/// token as well.
///
/// ```
/// use townhall::web::{Origin, is_from_this_site};
///
/// assert!(is_from_this_site(Origin { sec_fetch_site: Some("same-origin"), ..Origin::default() }));
/// assert!(!is_from_this_site(Origin { sec_fetch_site: Some("cross-site"), ..Origin::default() }));
/// let other = Origin { origin: Some("https://evil.example"), host: Some("permits.example"), ..Origin::default() };
/// assert!(!is_from_this_site(other));
/// ```
#[must_use]
pub fn is_from_this_site(origin: Origin<'_>) -> bool {
    sender(origin) != Sender::Elsewhere
}

/// From where a form was sent, as far as the browser says.
///
/// Hosts are compared as the [URL standard](https://url.spec.whatwg.org/#origin) does it: without regard to case, and `x:443` is `x` over TLS.
#[must_use]
pub fn sender(origin: Origin<'_>) -> Sender {
    match (origin.sec_fetch_site, origin.origin) {
        (Some("same-origin" | "none"), _) => Sender::ThisSite,
        (Some(_), _) => Sender::Elsewhere,
        (None, None) => Sender::Unknown,
        (None, Some(from)) => {
            let is_same = from.split_once("://").zip(origin.host).is_some_and(|((scheme, from), host)| {
                let is_scheme = origin.scheme.is_none_or(|expected| scheme.eq_ignore_ascii_case(expected));
                is_scheme && same_host(scheme, from, host)
            });
            if is_same { Sender::ThisSite } else { Sender::Elsewhere }
        }
    }
}

/// Whether two hosts with their ports are the same under a scheme.
fn same_host(scheme: &str, one: &str, other: &str) -> bool {
    let usual = match scheme {
        _ if scheme.eq_ignore_ascii_case("https") => ":443",
        _ if scheme.eq_ignore_ascii_case("http") => ":80",
        _ => return false,
    };
    let name = |host: &str| host.strip_suffix(usual).unwrap_or(host).to_ascii_lowercase();
    !one.is_empty() && name(one) == name(other)
}

/// Headers for every page: nothing but the page's own files runs in it, and nobody else's page shows it. Each
/// [`Page`](crate::page::Page) and [`Document`](crate::page::Document) that is sent has them already.
///
/// `form_targets` are the addresses besides this site to which a form may lead: a provider of payments.
///
/// ```
/// let headers = townhall::web::security_headers(&[]);
/// assert!(headers.iter().any(|(name, value)| *name == "content-security-policy" && !value.contains("unsafe-inline")));
/// ```
#[must_use]
pub fn security_headers(form_targets: &[&str]) -> Vec<(&'static str, Cow<'static, str>)> {
    vec![
        ("content-security-policy", policy(form_targets, "").into()),
        ("x-content-type-options", "nosniff".into()),
        ("x-frame-options", "DENY".into()),
        ("referrer-policy", "same-origin".into()),
        ("cross-origin-opener-policy", "same-origin".into()),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()".into()),
    ]
}

/// The `Content-Security-Policy`. A nonce that could not be one ([CSP 3](https://www.w3.org/TR/CSP3/#grammardef-base64-value)) is left out.
pub(super) fn policy(form_targets: &[&str], nonce: &str) -> String {
    let targets: String = form_targets.iter().flat_map(|target| [" ", *target]).collect();
    let is_known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '-' | '_' | '=');
    let nonce = match nonce {
        "" => String::new(),
        nonce if nonce.chars().all(is_known) => format!(" 'nonce-{nonce}'"),
        _ => String::new(),
    };
    format!(
        "default-src 'none'; script-src 'self' '{SCRIPT_HASH}'{nonce}; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'none'; form-action 'self'{targets}; \
         frame-ancestors 'none'; base-uri 'none'"
    )
}

/// The headers of a page, for forms that lead to this site alone.
pub(super) fn page_headers() -> &'static HeaderMap {
    static HEADERS: LazyLock<HeaderMap> = LazyLock::new(|| header_map(&[]));
    &HEADERS
}

/// [`security_headers`], as a map with room for those of a page.
pub(super) fn header_map(form_targets: &[&str]) -> HeaderMap {
    let mut all = HeaderMap::with_capacity(16);
    for (name, text) in security_headers(form_targets) {
        if let Ok(value) = super::http::value(text) {
            all.insert(HeaderName::from_static(name), value);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_site_sends_forms() {
        const HERE: &str = "permits.example:8080";
        for (site, origin, host, scheme, expected) in [
            (Some("same-origin"), Some("https://evil.example"), HERE, None, Sender::ThisSite),
            (Some("none"), None, HERE, None, Sender::ThisSite),
            (Some("same-site"), None, HERE, None, Sender::Elsewhere),
            (Some("cross-site"), Some("http://permits.example:8080"), HERE, None, Sender::Elsewhere),
            (Some("nonsense"), Some("http://permits.example:8080"), HERE, None, Sender::Elsewhere),
            (None, Some("http://permits.example:8080"), HERE, None, Sender::ThisSite),
            (None, Some("https://permits.example:8080"), HERE, None, Sender::ThisSite),
            (None, Some("https://permits.example:8080"), HERE, Some("https"), Sender::ThisSite),
            (None, Some("http://permits.example:8080"), HERE, Some("https"), Sender::Elsewhere),
            (None, Some("HTTPS://Permits.Example:8080"), HERE, Some("https"), Sender::ThisSite),
            (None, Some("http://permits.example"), HERE, None, Sender::Elsewhere),
            (None, Some("null"), HERE, None, Sender::Elsewhere),
            (None, Some(""), HERE, None, Sender::Elsewhere),
            (None, Some("https://"), "", None, Sender::Elsewhere),
            (None, None, HERE, None, Sender::Unknown),
            // The port that a scheme has anyway.
            (None, Some("https://x.example"), "x.example:443", None, Sender::ThisSite),
            (None, Some("https://x.example:443"), "X.example", Some("https"), Sender::ThisSite),
            (None, Some("http://x.example"), "x.example:80", None, Sender::ThisSite),
            (None, Some("http://x.example"), "x.example:443", None, Sender::Elsewhere),
            (None, Some("https://x.example"), "x.example:80", None, Sender::Elsewhere),
            (None, Some("https://[2001:db8::1]"), "[2001:DB8::1]:443", None, Sender::ThisSite),
            (None, Some("https://x.example.evil.example"), "x.example", None, Sender::Elsewhere),
            (None, Some("ftp://x.example"), "x.example", None, Sender::Elsewhere),
        ] {
            let request = Origin { sec_fetch_site: site, origin, host: Some(host), scheme };
            assert_eq!(sender(request), expected, "{request:?}");
        }
        assert_eq!(sender(Origin { origin: Some("https://x.example"), ..Origin::default() }), Sender::Elsewhere);
    }
}
