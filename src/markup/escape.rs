//! The one place where text becomes HTML.
//!
//! Every string that reaches a page passes through [`push_escaped`], or through [`push_special_id`], which does the same and
//! closes up white space. The four characters `&`, `<`, `>` and `"` become entities. That is enough in the two places
//! where the writer puts a string: between tags, and inside an attribute value in double quotes
//! (<https://html.spec.whatwg.org/multipage/syntax.html#attributes-2>).

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// Whether any of eight bytes is `&`, `<`, `>` or `"`.
///
/// `"` and `&` differ in one bit, as do `<` and `>`: clearing that bit leaves two comparisons instead of four.
#[inline]
const fn has_special(word: u64) -> bool {
    let quotes = (word & !(ONES * 0x04)) ^ (ONES * 0x22);
    let angles = (word & !(ONES * 0x02)) ^ (ONES * 0x3c);
    let zeros = (quotes.wrapping_sub(ONES) & !quotes) | (angles.wrapping_sub(ONES) & !angles);
    zeros & HIGHS != 0
}

/// Whether any of eight bytes is white space or another control character.
#[inline]
const fn has_control(word: u64) -> bool {
    // A byte below 0x21 borrows into its high bit; one that had the high bit itself is no ASCII.
    word.wrapping_sub(ONES * 0x21) & !word & HIGHS != 0
}

#[inline]
const fn entity(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    }
}

#[inline]
fn word_at(bytes: &[u8], at: usize) -> Option<u64> {
    let (word, _) = bytes.get(at..)?.split_first_chunk::<8>()?;
    Some(u64::from_le_bytes(*word))
}

/// Whether any of sixteen bytes is `&`, `<`, `>` or `"`. Written so that compilers use the processor's wide registers.
#[inline]
#[allow(clippy::needless_bitwise_bool, reason = "a branch for each byte would keep the compiler from it")]
fn any_special(bytes: &[u8; 16]) -> bool {
    bytes.iter().fold(false, |any, &byte| any | (byte & !0x04 == b'"') | (byte & !0x02 == b'<'))
}

/// Whether the text must be escaped at all: most must not.
#[inline]
fn needs_escaping(bytes: &[u8]) -> bool {
    let Some(last) = bytes.last_chunk::<16>() else { return any_word(bytes, has_special) };
    // The last sixteen bytes, whether or not the loop sees some of them.
    any_special(last) || bytes.as_chunks::<16>().0.iter().any(any_special)
}

/// Whether the test is true of a text of up to sixteen bytes, or of a longer one word by word. Words overlap at the end.
#[inline]
fn any_word(bytes: &[u8], test: impl Fn(u64) -> bool) -> bool {
    let Some(last) = bytes.last_chunk::<8>() else { return test(short_word(bytes)) };
    test(u64::from_le_bytes(*last)) || bytes.as_chunks::<8>().0.iter().any(|word| test(u64::from_le_bytes(*word)))
}

/// Up to seven bytes as a word, in which some stand twice and the rest is `z`.
#[inline]
fn short_word(bytes: &[u8]) -> u64 {
    const FILL: u64 = ONES * b'z' as u64;
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32;
    }
    bytes.iter().fold(FILL, |word, &byte| word << 8 | u64::from(byte))
}

/// Appends `text` so that a browser reads exactly `text`, between tags or inside a double-quoted attribute.
#[inline]
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    if needs_escaping(text.as_bytes()) {
        push_with_entities(out, text);
    } else {
        out.push_str(text);
    }
}

#[cold]
#[inline(never)]
fn push_with_entities(out: &mut String, text: &str) {
    // A little room for the entities; text that consists of them grows the buffer as it goes.
    out.reserve(text.len() + 32);
    let mut rest = text;
    loop {
        let bytes = rest.as_bytes();
        let mut at = 0;
        while word_at(bytes, at).is_some_and(|word| !has_special(word)) {
            at += 8;
        }
        let found = bytes[at..].iter().position(|&byte| entity(byte).is_some());
        let Some(special) = found.map(|offset| at + offset) else {
            return out.push_str(rest);
        };
        // The special characters are ASCII, so both cuts fall between characters.
        out.push_str(&rest[..special]);
        out.push_str(entity(bytes[special]).unwrap_or_default());
        rest = &rest[special + 1..];
    }
}

/// Whether an id has to be escaped, or has white space.
#[inline]
pub(crate) fn is_special_id(id: &str) -> bool {
    any_word(id.as_bytes(), |word| has_special(word) || has_control(word))
}

/// Appends an id: escaped, with each white space character as a hyphen.
///
/// An id with white space could not be named in `aria-describedby`, which is a list separated by white space
/// (<https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute>). The rule is the same wherever an id is written or
/// referred to, so references always meet their target.
#[cold]
#[inline(never)]
pub(crate) fn push_special_id(out: &mut String, id: &str) {
    let closed: String = id.chars().map(|c| if c.is_ascii_whitespace() { '-' } else { c }).collect();
    push_escaped(out, &closed);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        push_escaped(&mut out, text);
        out
    }

    #[test]
    fn every_special_character_is_found_at_every_place() {
        for length in 0..40 {
            for at in 0..length {
                for special in ['&', '<', '>', '"'] {
                    let mut text = "é".repeat(length);
                    text.insert(2 * at, special);
                    let expected = text.replace(special, entity(special as u8).unwrap());
                    assert_eq!(escaped(&text), expected, "{text}");
                }
            }
        }
    }

    #[test]
    fn white_space_is_found_at_every_place_of_an_id() {
        for length in 0..20 {
            for at in 0..length {
                for space in [' ', '\t', '\n', '\r', '\u{c}'] {
                    let mut id = "é".repeat(length);
                    id.insert(2 * at, space);
                    let mut out = String::new();
                    push_special_id(&mut out, &id);
                    assert!(is_special_id(&id));
                    assert_eq!(out, id.replace(space, "-"));
                }
            }
        }
    }

    #[test]
    fn white_space_in_an_id_becomes_a_hyphen() {
        let mut out = String::new();
        push_special_id(&mut out, "full name\t\"x");
        assert_eq!(out, "full-name-&quot;x");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn means_the_same_as_mauds_escaping(text in "[\\PC&<>\"'\\x00-\\x7f]{0,60}") {
            let maud = maud::html! { (text) }.into_string();
            prop_assert_eq!(escaped(&text), maud);
        }
    }
}
