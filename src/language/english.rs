//! What English needs beyond its words.

/// "a" or "an", as a type of file or another abbreviation is said: "a PDF", "an ODS", "a HEIC".
///
/// Capitals are spelt out, but for those that are said as a word.
pub(super) fn article(abbreviation: &str) -> &'static str {
    let starts_with = |letters: &[char]| abbreviation.starts_with(letters);
    let is_spelt = abbreviation.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        && !["HEIC", "HEIF", "MIME", "RAR", "MOV"].contains(&abbreviation);
    let has_vowel_sound = if is_spelt {
        starts_with(&['A', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'R', 'S', 'X', '8'])
    } else {
        starts_with(&['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U'])
    };
    if has_vowel_sound { "an" } else { "a" }
}

/// Whether a phrase is an indirect question or a condition, which cannot be the subject of a sentence: "where you live", "how we should
/// contact you".
pub(super) fn is_clause(phrase: &str) -> bool {
    let first: String = phrase.chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    ["how", "if", "what", "when", "where", "whether", "which", "who", "whom", "whose", "why", "you"]
        .contains(&first.as_str())
}

/// Words that are small inside a sentence, so that a phrase that starts with one can stand in it.
pub(super) const SMALL: [&str; 22] = [
    "a", "all", "an", "any", "how", "if", "my", "our", "the", "their", "this", "his", "her", "what", "when", "where",
    "whether", "which", "who", "why", "you", "your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_goes_by_sound() {
        for word in ["ODS", "XLSX", "MP3", "SVG", "RTF", "HTML", "image", "Excel file"] {
            assert_eq!(article(word), "an", "{word}");
        }
        for word in ["PDF", "CSV", "JPG", "PNG", "TIF", "DOCX", "HEIC", "ZIP", "GIF", "photo", "Word document"] {
            assert_eq!(article(word), "a", "{word}");
        }
    }

    #[test]
    fn clauses_are_told_from_nouns() {
        for clause in ["where you live", "how we should contact you", "What it is", "if you agree", "you live here"] {
            assert!(is_clause(clause), "{clause}");
        }
        for noun in ["your name", "the date", "whole number", "", "anything else we should know"] {
            assert!(!is_clause(noun), "{noun}");
        }
    }
}
