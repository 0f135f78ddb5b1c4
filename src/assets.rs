//! The files that pages need - stylesheet, script, and on GOV.UK fonts and images - embedded in the program, compressed and
//! named after what is in them.
//!
//! Because a name changes with the content, browsers may keep a file for ever. A page of another version, which somebody still has open, asks for a name
//! that is not known: it gets the present file, which is not kept. The files come from the npm package `govuk-frontend`: when
//! the crate is built, they are read from the folder that the variable `GOVUK_FRONTEND_DIST` names (the package, or its `dist/govuk`),
//! from the published crate, or from `node_modules`.
//!
//! The stylesheet for brands other than GOV.UK's has neither GDS Transport nor the crest, which are not theirs to use; its font is
//! the brand's.
//!
//! [`Brand::asset`](crate::page::Brand::asset) answers for all files of a brand. With the feature `axum`,
//! `web::axum::assets` is a route for them.

use std::borrow::Cow;

mod fingerprint;
#[cfg(test)]
mod package;

use fingerprint::fingerprint;

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// A file as the build embeds it.
struct Embedded {
    name: &'static str,
    content_type: &'static str,
    etag: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

/// A file, or why there is none, as an HTTP response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// 200, 304 (the browser has the file already) or 404.
    pub status: u16,
    /// Headers by their names in lower case.
    pub headers: Vec<(&'static str, Cow<'static, str>)>,
    /// The file, in the encoding that the headers name.
    pub body: Cow<'static, [u8]>,
}

/// A year: as long as HTTP caches keep anything.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// What stands at a name of another version is not what the name says, and must not be kept under it.
const NEVER: &str = "no-store";

/// A file and whether it is asked for under its own name, if it is there: the name may be that of another version.
fn version<'f, T>(files: &'f [T], name: &str, name_of: impl Fn(&T) -> &str) -> Option<(&'f T, bool)> {
    let present = files.iter().find(|file| name_of(file) == name).map(|file| (file, true));
    present.or_else(|| {
        let (stem, ending) = without_fingerprint(name)?;
        let is_version = |file: &&T| without_fingerprint(name_of(file)) == Some((stem, ending));
        files.iter().find(is_version).map(|file| (file, false))
    })
}

/// `start` and `js` of `start-0a1b2c3d4e.js`.
fn without_fingerprint(name: &str) -> Option<(&str, &str)> {
    let (stem, ending) = name.rsplit_once('.')?;
    let (stem, fingerprint) = stem.rsplit_once('-')?;
    let is_fingerprint = (1..=64).contains(&fingerprint.len()) && fingerprint.bytes().all(|b| b.is_ascii_hexdigit());
    is_fingerprint.then_some((stem, ending))
}

/// One of the files for brands other than GOV.UK's, by its path below the asset path.
///
/// `accept_encoding` and `if_none_match` are the request's headers of these names. What is not there is answered with 404.
///
/// ```
/// use townhall::assets::{asset, STYLESHEET};
///
/// let css = asset(STYLESHEET, Some("gzip, br"), None);
/// assert_eq!(css.status, 200);
/// assert!(css.headers.contains(&("content-encoding", "br".into())));
/// assert_eq!(asset("../Cargo.toml", None, None).status, 404);
/// ```
#[must_use]
pub fn asset(path: &str, accept_encoding: Option<&str>, if_none_match: Option<&str>) -> Asset {
    find(FILES, path, accept_encoding, if_none_match)
}

/// One of the files for GOV.UK, by its path below the asset path. As [`asset`].
#[cfg(feature = "gov_uk")]
#[must_use]
pub fn gov_uk_asset(path: &str, accept_encoding: Option<&str>, if_none_match: Option<&str>) -> Asset {
    find(GOV_UK_FILES, path, accept_encoding, if_none_match)
}

fn find(files: &[Embedded], path: &str, accept_encoding: Option<&str>, if_none_match: Option<&str>) -> Asset {
    let name = path.strip_prefix('/').unwrap_or(path);
    let Some((file, is_present)) = version(files, name, |file| file.name) else { return not_found() };
    let accepted = accept_encoding.unwrap_or_default();
    let (encoding, body) = match (file.brotli, file.gzip) {
        (Some(brotli), _) if accepts(accepted, "br") => (Some("br"), brotli),
        (_, Some(gzip)) if accepts(accepted, "gzip") => (Some("gzip"), gzip),
        _ => (None, file.plain),
    };
    let etag = is_present.then_some(Cow::Borrowed(file.etag));
    let mut asset = found(file.content_type, etag, Cow::Borrowed(body), if_none_match);
    if file.brotli.is_some() || file.gzip.is_some() {
        asset.headers.push(("vary", Cow::Borrowed("accept-encoding")));
    }
    if let Some(encoding) = encoding.filter(|_| asset.status == 200) {
        asset.headers.push(("content-encoding", Cow::Borrowed(encoding)));
    }
    asset
}

/// A file, with its tag if it is the one that its name says.
fn found(
    content_type: &'static str,
    etag: Option<Cow<'static, str>>,
    body: Cow<'static, [u8]>,
    if_none_match: Option<&str>,
) -> Asset {
    let mut headers = match etag {
        Some(etag) => {
            let is_known = if_none_match.is_some_and(|tags| matches(tags, &etag));
            let headers = vec![("cache-control", Cow::Borrowed(FOREVER)), ("etag", etag)];
            if is_known {
                return Asset { status: 304, headers, body: Cow::Borrowed(&[]) };
            }
            headers
        }
        None => vec![("cache-control", Cow::Borrowed(NEVER))],
    };
    headers.push(("content-type", Cow::Borrowed(content_type)));
    headers.extend(SAFE);
    Asset { status: 200, headers, body }
}

/// A file is what its type says, and is no page of its own.
const SAFE: [(&str, Cow<'static, str>); 2] = [
    ("x-content-type-options", Cow::Borrowed("nosniff")),
    ("content-security-policy", Cow::Borrowed("default-src 'none'; frame-ancestors 'none'")),
];

fn not_found() -> Asset {
    let mut headers = vec![("content-type", Cow::Borrowed("text/plain; charset=utf-8"))];
    headers.extend(SAFE);
    Asset { status: 404, headers, body: Cow::Borrowed(b"Not found") }
}

/// Whether `Accept-Encoding` takes an encoding: named or by `*`, and not with a weight of 0
/// (<https://www.rfc-editor.org/rfc/rfc9110#field.accept-encoding>).
fn accepts(header: &str, encoding: &str) -> bool {
    let weight_of = |wanted: &str| {
        header.split(',').find_map(|part| {
            let (name, parameters) = part.split_once(';').unwrap_or((part, ""));
            name.trim().eq_ignore_ascii_case(wanted).then(|| {
                let weight = parameters.trim().strip_prefix("q=").map(str::trim);
                weight.is_none_or(|weight| weight.parse::<f32>().is_ok_and(|weight| weight > 0.0))
            })
        })
    };
    weight_of(encoding).or_else(|| weight_of("*")).unwrap_or(false)
}

/// Whether `If-None-Match` names the tag, compared weakly (<https://www.rfc-editor.org/rfc/rfc9110#field.if-none-match>).
fn matches(header: &str, etag: &str) -> bool {
    header.split(',').map(str::trim).any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

/// A file that is made when the program runs: a brand's stylesheet or icon.
#[derive(Debug, Clone)]
pub(crate) struct OwnFile {
    path: String,
    content_type: &'static str,
    etag: String,
    text: String,
}

impl OwnFile {
    pub(crate) fn stylesheet(css: &str) -> Self {
        Self::new("brand", "css", "text/css; charset=utf-8", css)
    }

    pub(crate) fn icon(svg: &str) -> Self {
        Self::new("icon", "svg", "image/svg+xml", svg)
    }

    fn new(stem: &str, ending: &str, content_type: &'static str, text: &str) -> Self {
        let hash = fingerprint(text.as_bytes());
        let path = format!("{stem}-{hash}.{ending}");
        Self { path, content_type, etag: format!("\"{hash}\""), text: text.to_owned() }
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The file as a response, if it is at this path.
    pub(crate) fn asset(&self, path: &str, if_none_match: Option<&str>) -> Option<Asset> {
        let name = path.strip_prefix('/').unwrap_or(path);
        version(std::slice::from_ref(self), name, Self::path).map(|(_, is_present)| {
            let etag = is_present.then(|| Cow::Owned(self.etag.clone()));
            let body = Cow::Owned(self.text.clone().into_bytes());
            found(self.content_type, etag, body, if_none_match)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_chosen_as_http_has_it() {
        for (header, brotli, gzip) in [
            ("", false, false),
            ("gzip, deflate, br", true, true),
            ("gzip;q=1.0, identity; q=0.5, *;q=0", false, true),
            ("*", true, true),
            ("br;q=0, *", false, true),
            ("BR ; q=0.1", true, false),
            ("brotli", false, false),
            ("gzip;q=nonsense", false, false),
        ] {
            assert_eq!((accepts(header, "br"), accepts(header, "gzip")), (brotli, gzip), "{header}");
        }
    }

    #[test]
    fn a_name_of_another_version_is_known() {
        let other = |name: &str| {
            let (stem, ending) = without_fingerprint(name).unwrap();
            format!("{stem}-0123456789.{ending}")
        };
        for name in [STYLESHEET, STYLESHEET_RTL, SCRIPT] {
            let (present, old) = (asset(name, Some("br"), None), asset(&other(name), Some("br"), Some("*")));
            assert_eq!((old.status, &old.body), (200, &present.body), "{name}");
            assert!(old.headers.contains(&("cache-control", "no-store".into())), "{name}");
            assert!(!old.headers.iter().any(|(name, _)| *name == "etag"), "{name}");
        }
        let own = OwnFile::stylesheet("a{}");
        assert_eq!(own.asset("brand-ffff.css", None).unwrap().headers[0].1, "no-store");
        for none in
            ["nothing.css", "nothing-0123456789.css", "start-0123456789.css", "start-.js", "start-rtl.js", "start.js"]
        {
            assert_eq!((asset(none, None, None).status, own.asset(none, None).is_none()), (404, true), "{none}");
        }
    }

    #[test]
    fn a_tag_is_found_in_a_list_weak_or_strong() {
        for header in ["\"a\"", "\"b\", \"a\"", "W/\"a\"", "*"] {
            assert!(matches(header, "\"a\""), "{header}");
        }
        assert!(!matches("a, \"b\"", "\"a\""));
    }
}
