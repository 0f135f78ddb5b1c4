//! What keeps pages and forms safe, for every framework: headers, and whether a form came from this site.

use std::borrow::Cow;

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
    match (origin.sec_fetch_site, origin.origin) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, None) => true,
        (None, Some(from)) => {
            let host = from.split_once("://").map(|(_, host)| host);
            host.is_some() && host == origin.host
        }
    }
}

/// Headers for every page: nothing but the page's own files runs in it, and nobody else's page shows it.
///
/// `form_targets` are the addresses besides this site to which a form may lead: a provider of payments.
///
/// ```
/// let headers = townhall::web::security_headers(&[]);
/// assert!(headers.iter().any(|(name, value)| *name == "content-security-policy" && !value.contains("unsafe-inline")));
/// ```
#[must_use]
pub fn security_headers(form_targets: &[&str]) -> Vec<(&'static str, Cow<'static, str>)> {
    let targets: String = form_targets.iter().flat_map(|target| [" ", *target]).collect();
    let policy = format!(
        "default-src 'none'; script-src 'self' '{SCRIPT_HASH}'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; form-action 'self'{targets}; frame-ancestors 'none'; base-uri 'none'"
    );
    vec![
        ("content-security-policy", policy.into()),
        ("x-content-type-options", "nosniff".into()),
        ("x-frame-options", "DENY".into()),
        ("referrer-policy", "same-origin".into()),
        ("cross-origin-opener-policy", "same-origin".into()),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()".into()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_site_sends_forms() {
        let from = |sec_fetch_site, origin| Origin { sec_fetch_site, origin, host: Some("permits.example:8080") };
        for (site, origin, expected) in [
            (Some("same-origin"), Some("https://evil.example"), true),
            (Some("none"), None, true),
            (Some("same-site"), None, false),
            (Some("cross-site"), Some("http://permits.example:8080"), false),
            (None, Some("http://permits.example:8080"), true),
            (None, Some("https://permits.example:8080"), true),
            (None, Some("http://permits.example"), false),
            (None, Some("null"), false),
            (None, None, true),
        ] {
            assert_eq!(is_from_this_site(from(site, origin)), expected, "{site:?} {origin:?}");
        }
    }
}
