//! What Welsh needs beyond its words.
//!
//! Rules from the Welsh Government's style guide (Arddulliadur): contractions of "i", and "a" or "ac".

/// "i" and a definite phrase made one: `y cod` → `i’r cod`, `eich cod` → `i’ch cod`, `ei cod` → `i’w cod`.
///
/// Only phrases that start with an article or a possessive can stand after "i" without a mutation, so there is nothing for the others.
#[cfg(feature = "form")]
pub(super) fn to_the(phrase: &str) -> Option<String> {
    let (first, rest) = phrase.split_once(' ')?;
    let contraction = match first.to_lowercase().as_str() {
        "y" | "yr" => "i’r",
        "eich" => "i’ch",
        "ein" => "i’n",
        "ei" | "eu" => "i’w",
        _ => return None,
    };
    Some(format!("{contraction} {rest}"))
}

/// Whether a phrase follows "ac" and not "a": it starts with a vowel, as it is spoken.
pub(super) fn follows_ac(phrase: &str) -> bool {
    let first_word: String = phrase.chars().take_while(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if let Ok(number) = first_word.parse::<u64>() {
        // un, wyth, un ar ddeg, un ar bymtheg or un deg chwech, wyth deg, wyth cant
        return matches!(number, 1 | 8 | 11 | 16 | 80..=89 | 800..=899);
    }
    // "ia", "io", "iw" at the start are spoken as a consonant, yet "ac" is written.
    first_word.starts_with([
        'a', 'e', 'i', 'o', 'u', 'w', 'y', 'â', 'ê', 'î', 'ô', 'û', 'ŵ', 'ŷ', 'à', 'è', 'ì', 'ò', 'ù', 'á', 'é', 'í',
        'ó', 'ú', 'ä', 'ë', 'ï', 'ö', 'ü',
    ]) || matches!(first_word.as_str(), "mae" | "felly" | "nid" | "fel")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(feature = "form")]
    fn i_contracts_with_articles_and_possessives() {
        for (phrase, expected) in [
            ("y cod post", Some("i’r cod post")),
            ("yr enw ar y cyfrif", Some("i’r enw ar y cyfrif")),
            ("eich dyddiad geni", Some("i’ch dyddiad geni")),
            ("ein cyfeiriad", Some("i’n cyfeiriad")),
            ("ei henw", Some("i’w henw")),
            ("eu plant", Some("i’w plant")),
            ("Y dyddiad", Some("i’r dyddiad")),
            ("dyddiad geni", None),
            ("y", None),
            ("", None),
        ] {
            assert_eq!(to_the(phrase).as_deref(), expected, "{phrase}");
        }
    }

    #[test]
    fn a_becomes_ac_before_vowels() {
        for phrase in ["iaith", "wythnos", "oren", "1 eitem", "8", "mae", "Abertawe"] {
            assert!(follows_ac(phrase), "{phrase}");
        }
        for phrase in ["mis", "gwahoddiad", "2", "15", "llyfr", "", "“afal”", "100"] {
            assert!(!follows_ac(phrase), "{phrase}");
        }
    }
}
