//! What is ignored in everything that people type.
//!
//! Texts keep whatever can be seen or changes how something is seen; codes keep what the code is made of.

use icu_properties::props::{
    CanonicalCombiningClass, DefaultIgnorableCodePoint, ExtendedPictographic, GeneralCategory, GeneralCategoryGroup,
    GraphemeClusterBreak, JoiningType,
};
use icu_properties::{CodePointMapData, CodePointSetData};

use super::ValueError;

fn category(character: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(character)
}

/// A control or format character: nobody sees it, and it comes along when text is pasted. Line breaks and tabs are white space. A few
/// format characters of Arabic and Syriac are seen: they stand over a whole number.
fn is_format(character: char) -> bool {
    match category(character) {
        GeneralCategory::Control => !matches!(character, '\n' | '\r' | '\t'),
        GeneralCategory::Format => {
            CodePointMapData::<GraphemeClusterBreak>::new().get(character) != GraphemeClusterBreak::Prepend
        }
        _ => false,
    }
}

/// Whether nothing of it can be seen wherever it stands: the fillers of Hangul, joiners, and the blanks that count as symbols.
fn is_invisible(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_control() && !matches!(character, '\n' | '\r' | '\t');
    }
    is_format(character)
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
        // Braille without a dot, the filler of Khitan, a musical note without a head, and the blanks of hieroglyphs.
        || matches!(character, '\u{2800}' | '\u{16fe4}' | '\u{1d159}' | '\u{13441}' | '\u{13442}')
}

/// Whether all of it is ASCII that is seen, or white space: nearly every answer.
fn is_plain(text: &str) -> bool {
    // Every byte is looked at, which takes fewer instructions than to stop at the first that is not.
    text.bytes().fold(true, |all, byte| all & matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t'))
}

const NON_JOINER: char = '\u{200c}';
const JOINER: char = '\u{200d}';

/// Whether a joiner between two characters changes how they are seen: between letters of one word, and in an emoji of several.
fn joins(before: char, after: char) -> bool {
    let is_part = |character: char| {
        GeneralCategoryGroup::Letter
            .union(GeneralCategoryGroup::Mark)
            .union(GeneralCategoryGroup::Number)
            .contains(category(character))
            || is_emoji(character)
    };
    is_part(before) && is_part(after)
}

/// Whether a joiner after a character changes how it is seen whatever follows: the last letter of an abbreviation in Arabic letters
/// keeps the form that it has in a word, and a conjunct of an Indic script is not made.
fn joins_alone(before: char) -> bool {
    CodePointMapData::<CanonicalCombiningClass>::new().get(before) == CanonicalCombiningClass::Virama
        || CodePointMapData::<JoiningType>::new().get(before) == JoiningType::DualJoining
}

/// Emoji, and the colours of skin that follow them.
fn is_emoji(character: char) -> bool {
    CodePointSetData::new::<ExtendedPictographic>().contains(character)
        || matches!(character, '\u{1f3fb}'..='\u{1f3ff}')
}

/// The letters of a flag such as that of Wales, which follow its emoji.
fn is_tag(character: char) -> bool {
    matches!(character, '\u{e0020}'..='\u{e007f}')
}

/// The text without characters that only come along when text is pasted, and without white space at its ends. What joins letters and
/// emoji stays.
pub(crate) fn tidy(text: &str) -> String {
    if is_plain(text) {
        return text.trim_ascii().to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    let mut before = None;
    let mut joiner = None;
    for character in text.chars() {
        if matches!(character, JOINER | NON_JOINER) {
            joiner = joiner.or(Some(character));
            continue;
        }
        let follows_emoji = is_tag(character) && before.is_some_and(|before| is_emoji(before) || is_tag(before));
        if is_format(character) && !follows_emoji {
            continue;
        }
        if let (Some(joiner), Some(before)) = (joiner.take(), before)
            && (joins(before, character) || joins_alone(before))
        {
            kept.push(joiner);
        }
        kept.push(character);
        before = Some(character);
    }
    if let (Some(joiner), Some(before)) = (joiner, before)
        && joins_alone(before)
    {
        kept.push(joiner);
    }
    let length = kept.trim_end().len();
    kept.truncate(length);
    kept.drain(..kept.len() - kept.trim_start().len());
    kept
}

/// [`tidy`], with line breaks as one character.
pub(crate) fn tidy_lines(text: &str) -> String {
    if text.contains('\r') { tidy(&text.replace("\r\n", "\n")) } else { tidy(text) }
}

/// Whether there is nothing in it that can be seen.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || is_invisible(character))
}

/// A digit of any script as 0 to 9, and a character that is as wide as a Chinese one as the usual one.
fn usual(character: char) -> char {
    if character.is_ascii() {
        return character;
    }
    if let '\u{ff01}'..='\u{ff5e}' = character {
        return char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character);
    }
    let is_digit = |at: u32| CodePointMapData::<GeneralCategory>::new().get32(at) == GeneralCategory::DecimalNumber;
    let at = u32::from(character);
    if !is_digit(at) {
        return character;
    }
    // The digits of a script stand in a row of ten, from 0 to 9 (Unicode, 4.6).
    let before = (1..at).take_while(|back| is_digit(at - back)).count() % 10;
    u32::try_from(before).ok().and_then(|digit| char::from_digit(digit, 10)).unwrap_or(character)
}

/// Spaces, hyphens, dashes, brackets, quotes, full stops, and the punctuation that is pasted or dictated along.
fn is_filler(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '.' | ','
                | ';'
                | ':'
                | '\''
                | '"'
                | '`'
                | '\u{b4}'
                | '\u{b7}'
                | '\u{2bc}'
                | '\u{2022}'
                | '\u{2026}'
                | '\u{2212}'
        )
        || matches!(
            category(character),
            GeneralCategory::DashPunctuation
                | GeneralCategory::OpenPunctuation
                | GeneralCategory::ClosePunctuation
                | GeneralCategory::InitialPunctuation
                | GeneralCategory::FinalPunctuation
                | GeneralCategory::ConnectorPunctuation
        )
}

/// A code or number without what does not count, in ASCII digits.
pub(crate) fn compact(text: &str) -> String {
    let mut compact = String::with_capacity(text.len());
    let seen = text.chars().filter(|character| !is_invisible(*character)).map(usual);
    compact.extend(seen.filter(|character| !is_filler(*character)));
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

/// A code of which white space, punctuation and case are a part: without what nobody sees, and without white space at its ends.
pub(crate) fn visible(text: &str) -> String {
    if is_plain(text) {
        return text.trim_ascii().to_owned();
    }
    let visible: String = text.chars().filter(|character| !is_invisible(*character)).collect();
    visible.trim().to_owned()
}

/// [`visible`], with digits in ASCII and characters of the usual width.
pub(crate) fn tidy_digits(text: &str) -> String {
    let text = visible(text);
    if text.is_ascii() { text } else { text.chars().map(usual).collect() }
}

/// The text, or the error that there is nothing in it that can be seen.
pub(super) fn not_empty(text: String) -> Result<String, ValueError> {
    if is_blank(&text) { Err(ValueError::empty()) } else { Ok(text) }
}

/// Whether it is written over, under or beside a letter, as a part of it.
pub(crate) fn is_mark(character: char) -> bool {
    !character.is_ascii() && GeneralCategoryGroup::Mark.contains(category(character))
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
        assert_eq!(compact_upper("ＳＷ１Ａ　１ＡＡ"), "SW1A1AA");
        assert_eq!(tidy_lines("\r\n a\r\nb\tc \r\n"), "a\nb\tc");
    }

    #[test]
    fn what_changes_how_a_text_is_seen_stays() {
        for text in [
            "علی\u{200c}رضا",
            "می\u{200c}خواهم",
            "ه\u{200d}.ق",
            "क्\u{200d}ष",
            "क्\u{200c}ष",
            "ශ්\u{200d}රී ලංකා",
            "👩\u{200d}👧",
            "👨🏽\u{200d}⚕\u{fe0f}",
            "❤\u{fe0f}\u{200d}🔥",
            "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
            "۵\u{200c}ساله",
            "\u{600}۱۲",
        ] {
            assert_eq!(tidy(text), text, "{text}");
            assert!(!is_blank(text), "{text}");
        }
    }

    #[test]
    fn what_joins_nothing_goes() {
        for (text, expected) in [
            ("\u{200d}Sam\u{200c}", "Sam"),
            ("Sam\u{200d} Rees", "Sam Rees"),
            ("علی\u{200c}\u{200c}\u{200b}رضا", "علی\u{200c}رضا"),
            ("\u{202b}علی\u{202c}", "علی"),
            ("\u{e0067}a", "a"),
            ("a\u{200d}\u{e0067}b", "a\u{200d}b"),
            ("\u{200d}", ""),
        ] {
            assert_eq!(tidy(text), expected, "{text:?}");
            assert_eq!(tidy(&tidy(text)), expected, "{text:?}");
        }
        for text in [
            "\u{3164}",
            "\u{2800}\u{2800}",
            "\u{115f}\u{1160}",
            "\u{ffa0}",
            "\u{200d}\u{fe0f}",
            "\u{3000}",
            "\u{e0020}",
        ] {
            assert!(is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn the_digits_of_each_script_stand_in_rows_of_ten() {
        let digits = CodePointMapData::<GeneralCategory>::new();
        let mut found = 0_usize;
        for character in ('\u{80}'..=char::MAX).filter(|c| digits.get(*c) == GeneralCategory::DecimalNumber) {
            let expected = char::from_digit(u32::try_from(found % 10).unwrap(), 10).unwrap();
            assert_eq!(usual(character), expected, "{character}");
            found += 1;
        }
        assert!(found > 600 && found.is_multiple_of(10), "{found}");
    }

    #[test]
    fn many_joiners_take_no_longer() {
        let text = format!("é{}é", "\u{200d}\u{200b}".repeat(200_000));
        assert_eq!(tidy(&text), "é\u{200d}é");
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
