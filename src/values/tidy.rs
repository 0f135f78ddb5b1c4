//! What is ignored in everything that people type.

use super::ValueError;

/// Characters that nobody sees: zero-width, directional and soft-hyphen marks, which come along when text is pasted.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}')
        || (character.is_control() && !matches!(character, '\n' | '\r' | '\t'))
}

/// Whether all of it is ASCII that is seen, or white space: nearly every answer.
fn is_plain(text: &str) -> bool {
    // Every byte is looked at, which takes fewer instructions than to stop at the first that is not.
    text.bytes().fold(true, |all, byte| all & matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t'))
}

/// The text without invisible characters and without white space at its ends.
pub(crate) fn tidy(text: &str) -> String {
    if is_plain(text) {
        return text.trim_ascii().to_owned();
    }
    let visible: String = text.chars().filter(|character| !is_invisible(*character)).collect();
    visible.trim().to_owned()
}

/// [`tidy`], with line breaks as one character.
pub(crate) fn tidy_lines(text: &str) -> String {
    if text.contains('\r') { tidy(&text.replace("\r\n", "\n")) } else { tidy(text) }
}

/// Whether there is nothing in it that can be seen.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || is_invisible(character))
}

/// Arabic-Indic, Persian and full-width digits as 0 to 9.
fn ascii_digit(character: char) -> char {
    let zero = match character {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06f0}'..='\u{06f9}' => 0x06f0,
        '\u{ff10}'..='\u{ff19}' => 0xff10,
        _ => return character,
    };
    char::from_digit(u32::from(character) - zero, 10).unwrap_or(character)
}

/// Spaces, hyphens, dashes, brackets, full stops, and the punctuation that is pasted or dictated along.
fn is_filler(character: char) -> bool {
    character.is_whitespace()
        || matches!(character,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '(' | ')' | '[' | ']' | '{' | '}' | '.' | ',' | ';' | ':' | '_'
            | '\'' | '"' | '\u{2018}'..='\u{201f}')
}

/// A code or number without what does not count, in ASCII digits.
pub(crate) fn compact(text: &str) -> String {
    let mut compact = String::with_capacity(text.len());
    compact
        .extend(text.chars().filter(|character| !is_invisible(*character) && !is_filler(*character)).map(ascii_digit));
    compact
}

/// [`compact`], in capital letters.
pub(crate) fn compact_upper(text: &str) -> String {
    let mut code = compact(text);
    if !code.is_ascii() {
        return code.to_uppercase();
    }
    code.make_ascii_uppercase();
    code
}

/// [`tidy`], with digits in ASCII.
pub(crate) fn tidy_digits(text: &str) -> String {
    let text = tidy(text);
    if text.is_ascii() { text } else { text.chars().map(ascii_digit).collect() }
}

/// The text, or the error that there is none.
pub(super) fn not_empty(text: String) -> Result<String, ValueError> {
    if text.is_empty() { Err(ValueError::empty()) } else { Ok(text) }
}

pub(crate) fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_not_there() {
        assert_eq!(tidy(" \u{feff}Si\u{200b}ân\u{a0}\n"), "Siân");
        assert!(is_blank("\u{200b} \u{a0}\t\u{2066}"));
        assert!(!is_blank("."));
        assert_eq!(compact("(020) 7946–0000."), "02079460000");
        assert_eq!(compact("٠١۲３"), "0123");
        assert_eq!(tidy_digits(" ٣ b\u{200b}"), "3 b");
        assert_eq!(compact_upper("sw1a-1aß"), "SW1A1ASS");
        assert_eq!(tidy_lines("\r\n a\r\nb\tc \r\n"), "a\nb\tc");
    }

    #[test]
    fn ascii_takes_the_short_way_to_the_same_place() {
        for byte in 0..=127_u8 {
            let text = format!(" {0}a{0}b{0} ", char::from(byte));
            // A letter that is not ASCII makes it take the long way.
            let long = tidy(&format!("{text}\u{200b}"));
            assert_eq!(tidy(&text), long, "{byte}");
        }
    }
}
