//! What a part of a form says of itself: `Content-Disposition` ([RFC 7578, 4.2](https://www.rfc-editor.org/rfc/rfc7578#section-4.2)), as browsers and
//! programs really write it.

use percent_encoding::percent_decode_str;

/// The name of a field, and that of a file.
#[cfg_attr(test, derive(Debug))]
#[derive(Default, PartialEq, Eq)]
pub(super) struct Disposition {
    pub(super) name: Option<String>,
    pub(super) file_name: Option<String>,
}

impl Disposition {
    /// Reads the header.
    pub(super) fn read(header: &[u8]) -> Self {
        let text = String::from_utf8_lossy(header);
        let mut found = Self::default();
        let mut extended = None;
        let mut rest = text.find(';').map_or("", |at| &text[at + 1..]);
        while let Some((parameter, after)) = rest.split_once('=') {
            let (value, after) = value(after);
            match parameter.trim().to_ascii_lowercase().as_str() {
                "name" if found.name.is_none() => found.name = Some(unescaped(&value)),
                "filename" if found.file_name.is_none() => found.file_name = Some(unescaped(&value)),
                "filename*" => extended = extended.or_else(|| extended_value(&value)),
                _ => {}
            }
            rest = after;
        }
        // What says its own character set is the better one of the two (RFC 6266, 4.3).
        found.file_name = extended.or(found.file_name);
        found
    }
}

/// A value, and what stands behind it and its semicolon.
fn value(text: &str) -> (String, &str) {
    let text = text.trim_start();
    let Some(quoted) = text.strip_prefix('"') else {
        let (value, rest) = text.split_once(';').unwrap_or((text, ""));
        return (value.trim().to_owned(), rest);
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        match (c, characters.peek()) {
            // Programs escape quotes and backslashes; a browser on Windows once sent its own path, with single ones.
            ('\\', Some((_, next @ ('"' | '\\')))) => {
                value.push(*next);
                characters.next();
            }
            ('"', _) => {
                let rest = &quoted[at + 1..];
                return (value, rest.find(';').map_or("", |at| &rest[at + 1..]));
            }
            _ => value.push(c),
        }
    }
    (value, "")
}

/// Browsers write three characters in another way, and no others
/// ([HTML standard](https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data)): `100%25.pdf` is a name.
fn unescaped(value: &str) -> String {
    value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

/// A value with its character set ([RFC 8187, 3.2](https://www.rfc-editor.org/rfc/rfc8187#section-3.2)).
fn extended_value(value: &str) -> Option<String> {
    let mut parts = value.splitn(3, '\'');
    let (set, _language, text) = (parts.next()?, parts.next()?, parts.next()?);
    let bytes: Vec<u8> = percent_decode_str(text).collect();
    if set.eq_ignore_ascii_case("utf-8") {
        String::from_utf8(bytes).ok()
    } else if set.eq_ignore_ascii_case("iso-8859-1") {
        Some(bytes.into_iter().map(char::from).collect())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_read_as_browsers_and_programs_write_them() {
        for (header, name, file_name) in [
            (r#"form-data; name="a""#, Some("a"), None),
            (r#"form-data; name="a"; filename="b.pdf""#, Some("a"), Some("b.pdf")),
            (r#"form-data; filename="b.pdf"; name="a""#, Some("a"), Some("b.pdf")),
            ("form-data;name=a;filename=b.pdf", Some("a"), Some("b.pdf")),
            (r#"Form-Data; NAME="a"; FileName="b.pdf""#, Some("a"), Some("b.pdf")),
            (r#"form-data; name="a"; filename="""#, Some("a"), Some("")),
            (r#"form-data; name="a"; filename="my %22best%22 letter.pdf""#, Some("a"), Some(r#"my "best" letter.pdf"#)),
            (r#"form-data; name="a"; filename="my \"best\" letter.pdf""#, Some("a"), Some(r#"my "best" letter.pdf"#)),
            (r#"form-data; name="a"; filename="100%25.pdf""#, Some("a"), Some("100%25.pdf")),
            (r#"form-data; name="a"; filename="a;b=c.pdf"; x=y"#, Some("a"), Some("a;b=c.pdf")),
            (r#"form-data; name="a"; filename="C:\letters\b.pdf""#, Some("a"), Some(r"C:\letters\b.pdf")),
            (r#"form-data; name="a"; filename="x.pdf"; filename*=UTF-8''Si%C3%A2n.pdf"#, Some("a"), Some("Siân.pdf")),
            (r#"form-data; name="a"; filename*=UTF-8''Si%C3%A2n.pdf; filename="x.pdf""#, Some("a"), Some("Siân.pdf")),
            (r#"form-data; name="a"; filename*=iso-8859-1'en'Si%E2n.pdf"#, Some("a"), Some("Siân.pdf")),
            (r#"form-data; name="a"; filename*=UTF-8''%FF.pdf; filename="x.pdf""#, Some("a"), Some("x.pdf")),
            (r#"form-data; name="a"; filename*=koi8-r''x; filename="x.pdf""#, Some("a"), Some("x.pdf")),
            (r#"form-data; name="Siân"; filename="Lloyd – 1.pdf""#, Some("Siân"), Some("Lloyd – 1.pdf")),
            (r#"form-data; filename="b.pdf""#, None, Some("b.pdf")),
            (r#"form-data; name="a"; name="b""#, Some("a"), None),
            (r#"form-data; name="a"#, Some("a"), None),
            ("form-data", None, None),
            ("", None, None),
        ] {
            let expected = Disposition { name: name.map(str::to_owned), file_name: file_name.map(str::to_owned) };
            assert_eq!(Disposition::read(header.as_bytes()), expected, "{header}");
        }
        assert_eq!(Disposition::read(b"form-data; name=\"\xff\"").name.as_deref(), Some("\u{fffd}"));
    }

    proptest! {
        #[test]
        fn any_header_is_read(header in proptest::collection::vec(any::<u8>(), 0..200)) {
            Disposition::read(&header);
        }

        #[test]
        fn what_a_browser_writes_is_read(name in "[^\\\\\r\n\"%]{0,20}", file in "[^\\\\%]{0,40}") {
            let written = file.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
            let header = format!("form-data; name=\"{name}\"; filename=\"{written}\"");
            let read = Disposition::read(header.as_bytes());
            prop_assert_eq!(read, Disposition { name: Some(name), file_name: Some(file) });
        }
    }
}
