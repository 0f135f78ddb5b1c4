//! The one place where text becomes HTML.
//!
//! Every string that reaches a page passes through [`push_escaped`], or through [`push_special_id`], which does the same and
//! closes up white space. The four characters `&`, `<`, `>` and `"` become entities. That is enough in the two places
//! where the writer puts a string: between tags, and inside an attribute value in double quotes
//! (<https://html.spec.whatwg.org/multipage/syntax.html#attributes-2>).

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// Marks, in the high bit of its byte or of one above it, each of eight bytes that is `&`, `<`, `>` or `"`.
///
/// `"` and `&` differ in one bit, as do `<` and `>`: clearing that bit leaves two comparisons instead of four.
#[inline(always)]
const fn special(word: u64) -> u64 {
    let quotes = (word & !(ONES * 0x04)) ^ (ONES * 0x22);
    let angles = (word & !(ONES * 0x02)) ^ (ONES * 0x3c);
    ((quotes.wrapping_sub(ONES) & !quotes) | (angles.wrapping_sub(ONES) & !angles)) & HIGHS
}

/// Marks each of eight bytes that an id cannot hold as it is: special, white space or another control character.
#[inline(always)]
const fn special_in_id(word: u64) -> u64 {
    // A byte below 0x21 borrows into its high bit; one that had the high bit itself is no ASCII.
    special(word) | (word.wrapping_sub(ONES * 0x21) & !word & HIGHS)
}

/// Whether any of sixteen bytes is `&`, `<`, `>` or `"`. Written so that compilers use the processor's wide registers: a branch for
/// each byte would keep them from it.
#[inline(always)]
fn any_special(bytes: &[u8; 16]) -> bool {
    let special = |byte: u8| u8::from(byte & !0x04 == b'"') | u8::from(byte & !0x02 == b'<');
    bytes.iter().fold(0, |any, &byte| any | special(byte)) != 0
}

/// A place before which nothing has to be escaped, if anything has: most texts need not be.
#[inline(always)]
fn first_doubt(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let Some(last) = bytes.last_chunk() else { return any_in_words(bytes, special).then_some(0) };
    let whole = bytes.as_chunks::<16>().0;
    match whole.iter().position(any_special) {
        Some(chunk) => Some(chunk * 16),
        // The last sixteen bytes, most of which the loop may have seen.
        None => any_special(last).then(|| bytes.len() - 16),
    }
}

/// Whether a text is so short that it is looked at best where it is set, and need not be escaped: "Change", "Remove", "Back" are literals,
/// which compilers look at beforehand.
#[inline(always)]
pub(super) fn is_plain_word(text: &str) -> bool {
    text.len() < 8 && special(short_word(text.as_bytes())) == 0
}

/// Whether anything is marked in a text, which is looked at in words that overlap at the end.
#[inline(always)]
fn any_in_words(bytes: &[u8], marks: impl Fn(u64) -> u64) -> bool {
    let Some(last) = bytes.last_chunk() else { return marks(short_word(bytes)) != 0 };
    let words = bytes.as_chunks::<8>().0;
    words.iter().fold(marks(u64::from_le_bytes(*last)), |any, word| any | marks(u64::from_le_bytes(*word))) != 0
}

/// Up to seven bytes as a word, in which some stand twice and the rest is `z`.
#[inline(always)]
fn short_word(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk(), bytes.last_chunk(), bytes) {
        (Some(first), Some(last), _) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
        }
        (.., [first, .., last]) => {
            u64::from_le_bytes([*first, bytes[bytes.len() / 2], *last, b'z', b'z', b'z', b'z', b'z'])
        }
        _ => u64::from_le_bytes([bytes.first().copied().unwrap_or(b'z'), b'z', b'z', b'z', b'z', b'z', b'z', b'z']),
    }
}

/// Appends `text` so that a browser reads exactly `text`, between tags or inside a double-quoted attribute.
#[inline]
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    match first_doubt(text) {
        Some(at) => push_with_entities(out, text, at),
        None => out.push_str(text),
    }
}

#[inline(never)]
fn push_with_entities(out: &mut String, text: &str, doubt: usize) {
    // A little room for the entities; text that consists of them grows the buffer as it goes.
    out.reserve(text.len() + 32);
    let (mut pushed, mut from) = (0, doubt);
    while let Some(at) = next_special(text.as_bytes(), from) {
        // The special characters are ASCII, so both cuts fall between characters.
        out.push_str(&text[pushed..at]);
        match text.as_bytes()[at] {
            b'&' => out.push_str("&amp;"),
            b'<' => out.push_str("&lt;"),
            b'>' => out.push_str("&gt;"),
            _ => out.push_str("&quot;"),
        }
        (pushed, from) = (at + 1, at + 1);
    }
    out.push_str(&text[pushed..]);
}

/// Where the first special character is that is not before `from`.
#[inline(always)]
fn next_special(bytes: &[u8], from: usize) -> Option<usize> {
    // The lowest byte that is marked is special: only those above it can be marked by mistake.
    let first = |at: usize, marks: u64| (marks != 0).then(|| at + marks.trailing_zeros() as usize / 8);
    let mut at = from;
    while let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let found = first(at, special(u64::from_le_bytes(*word)));
        if found.is_some() {
            return found;
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    let word = match bytes.last_chunk() {
        // The last word, less the bytes before the rest.
        Some(last) if !rest.is_empty() => u64::from_le_bytes(*last) >> (8 * (8 - rest.len())),
        _ => rest.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    };
    first(at, special(word))
}

/// Whether an id has to be escaped, or has white space.
#[inline(always)]
pub(crate) fn is_special_id(id: &str) -> bool {
    any_in_words(id.as_bytes(), special_in_id)
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
                    let entity = match special {
                        '&' => "&amp;",
                        '<' => "&lt;",
                        '>' => "&gt;",
                        _ => "&quot;",
                    };
                    assert_eq!(escaped(&text), text.replace(special, entity), "{text}");
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
