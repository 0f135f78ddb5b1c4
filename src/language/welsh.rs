//! What Welsh needs beyond its words.
//!
//! Rules from the Welsh Government's style guide (Arddulliadur): contractions of "i", "a" or "ac", mutations after "a" and "neu", and the
//! answers to a question, which repeat its verb.

use std::borrow::Cow;

/// Articles and possessives, after which the words of a phrase stay as they are.
#[cfg(feature = "form")]
pub(super) const DETERMINERS: [&str; 6] = ["y", "yr", "eich", "ein", "ei", "eu"];

/// "i" and a definite phrase made one: `y cod` → `i’r cod`, `eich cod` → `i’ch cod`, `ei cod` → `i’w cod`.
///
/// Only phrases that start with an article or a possessive can follow "i" without a mutation, so there is nothing for the others.
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
    // Quotation marks are not spoken.
    let phrase = phrase.trim_start_matches(['‘', '“', '"', '\'', '(', ' ']);
    if let Some(number) = leading_number(phrase.trim_start_matches(['£', '-'])) {
        return number_starts_with_vowel(number);
    }
    let first_word: String = phrase.chars().take_while(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let mut letters = first_word.chars();
    match (letters.next(), letters.next()) {
        // A symbol by its name: ewro, at, ampersand, ebychnod, atalnod llawn, ôl-slaes, y cant.
        (None, _) => phrase.starts_with(['€', '@', '&', '!', '.', '\\', '%']),
        // A letter by its name: èc, èf, èl, but bî, dî, pî.
        (Some(letter), None) => !matches!(letter, 'b' | 'd' | 'j' | 'k' | 'p' | 'q' | 't' | 'v' | 'z' | '0'..='9'),
        // "ia", "io", "iw" at the start are spoken as a consonant, yet "ac" is written.
        (Some(first), Some(_)) => is_vowel(first) || matches!(first_word.as_str(), "mae" | "felly" | "nid" | "fel"),
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'a' | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'w'
            | 'y'
            | 'â'
            | 'ê'
            | 'î'
            | 'ô'
            | 'û'
            | 'ŵ'
            | 'ŷ'
            | 'à'
            | 'è'
            | 'ì'
            | 'ò'
            | 'ù'
            | 'á'
            | 'é'
            | 'í'
            | 'ó'
            | 'ú'
            | 'ä'
            | 'ë'
            | 'ï'
            | 'ö'
            | 'ü'
    )
}

/// The whole number at the start of a text, if it stands alone: "1,000 o bobl" → 1000, "8am" → 8, "4ydd" → 4.
fn leading_number(text: &str) -> Option<u64> {
    let digits: String = text.chars().take_while(|c| c.is_ascii_digit() || *c == ',').filter(|c| *c != ',').collect();
    digits.parse().ok()
}

/// Whether a number is spoken with a vowel first: un, wyth, un ar ddeg, un deg chwech, wyth deg, wyth cant, and so many thousands or
/// millions, but mil, miliwn.
fn number_starts_with_vowel(number: u64) -> bool {
    let mut leading = number;
    while leading >= 1_000 {
        leading /= 1_000;
    }
    match leading {
        1 => number < 1_000,
        8 | 11 | 16 | 80..=89 | 800..=899 => true,
        _ => false,
    }
}

/// The aspirate mutation of a common noun, after "a" (and): coffi → choffi.
pub(super) fn aspirated(noun: &str) -> Cow<'_, str> {
    let mut letters = noun.chars();
    match (letters.next(), letters.next()) {
        (Some('p' | 't' | 'c'), Some('h')) => noun.into(),
        (Some(first @ ('p' | 't' | 'c')), _) => format!("{first}h{}", &noun[1..]).into(),
        _ => noun.into(),
    }
}

/// The soft mutation of a common noun, after "neu" (or): coffi → goffi, dinas → ddinas, gardd → ardd.
pub(super) fn softened(noun: &str) -> Cow<'_, str> {
    // Short words that were borrowed keep their g.
    let keeps_g = |noun: &str| ["gêm", "gemau", "gôl", "golff", "garej"].iter().any(|word| noun.starts_with(word));
    let mut letters = noun.chars();
    let start = match (letters.next(), letters.next()) {
        (Some('p' | 't' | 'c'), Some('h')) | (Some('d'), Some('d')) => return noun.into(),
        (Some('g'), _) if keeps_g(noun) => return noun.into(),
        (Some('l'), Some('l')) => return format!("l{}", &noun[2..]).into(),
        (Some('r'), Some('h')) => return format!("r{}", &noun[2..]).into(),
        (Some('p'), _) => "b",
        (Some('t'), _) => "d",
        (Some('c'), _) => "g",
        (Some('b' | 'm'), _) => "f",
        (Some('d'), _) => "dd",
        (Some('g'), _) => "",
        _ => return noun.into(),
    };
    format!("{start}{}", &noun[1..]).into()
}

/// The answers to a question: yes and no repeat its verb. There are none for a question that starts with another word, nor for verbs that
/// are rarely asked with.
pub(crate) fn answers(question: &str) -> Option<(&'static str, &'static str)> {
    let lower = question.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next()?;
    let verb = if first == "a" { words.next()? } else { first };
    Some(match verb {
        "ydych" | "dych" => ("Ydw", "Nac ydw"),
        "ydy" | "ydyw" | "yw" => ("Ydy", "Nac ydy"),
        "ydyn" | "ydynt" => ("Ydyn", "Nac ydyn"),
        "oes" => ("Oes", "Nac oes"),
        "oeddech" => ("Oeddwn", "Nac oeddwn"),
        "oedd" => ("Oedd", "Nac oedd"),
        "oedden" | "oeddent" => ("Oedden", "Nac oedden"),
        "fyddwch" | "byddwch" => ("Byddaf", "Na fyddaf"),
        "fydd" | "bydd" => ("Bydd", "Na fydd"),
        "fyddech" | "byddech" => ("Byddwn", "Na fyddwn"),
        "allwch" | "gallwch" => ("Gallaf", "Na allaf"),
        "all" | "gall" => ("Gall", "Na all"),
        "allech" | "gallech" => ("Gallwn", "Na allwn"),
        "hoffech" => ("Hoffwn", "Na hoffwn"),
        "gawn" | "cawn" => ("Cewch", "Na chewch"),
        "ai" => ("Ie", "Nage"),
        "wnaeth" | "gwnaeth" | "fu" | "bu" | "aeth" | "ddaeth" | "daeth" => ("Do", "Naddo"),
        // What is over: gawsoch, wnaethoch, symudoch, gafodd, symudodd.
        past if past.len() > 4 && (past.ends_with("och") || past.ends_with("odd")) => ("Do", "Naddo"),
        _ => return None,
    })
}

/// Everything that [`answers`] gives, and the answers that are for other questions.
#[cfg(feature = "form")]
pub(crate) const ANSWERS: [&str; 35] = [
    "Ie",
    "Na",
    "Nage",
    "Ydw",
    "Nac ydw",
    "Ydy",
    "Nac ydy",
    "Ydyn",
    "Nac ydyn",
    "Oes",
    "Nac oes",
    "Oeddwn",
    "Nac oeddwn",
    "Oedd",
    "Nac oedd",
    "Oedden",
    "Nac oedden",
    "Byddaf",
    "Na fyddaf",
    "Bydd",
    "Na fydd",
    "Byddwn",
    "Na fyddwn",
    "Gallaf",
    "Na allaf",
    "Gall",
    "Na all",
    "Gallwn",
    "Na allwn",
    "Hoffwn",
    "Na hoffwn",
    "Cewch",
    "Na chewch",
    "Do",
    "Naddo",
];

/// Why a clause cannot follow "os" (if): the clause starts with its verb, and has no "y".
#[cfg(feature = "form")]
pub(crate) fn problem_after_os(clause: &str) -> Option<&'static str> {
    match first_word(clause).as_str() {
        "y" | "yr" => Some("after “os” there is no “y” or “yr”: “os ydych”, not “os yr ydych”"),
        "mae" => Some("after “os” it is “yw” or “oes”, not “mae”"),
        _ => None,
    }
}

/// Why a clause cannot follow "a" (whether), which softens the verb: a fyddwch, a gawsoch, a allwch.
#[cfg(feature = "form")]
pub(crate) fn problem_after_whether(clause: &str) -> Option<&'static str> {
    const UNMUTATED: [&str; 30] = [
        "bu",
        "buoch",
        "bydd",
        "byddwch",
        "byddech",
        "cafodd",
        "cawsoch",
        "cewch",
        "collodd",
        "colloch",
        "daeth",
        "daethoch",
        "daw",
        "dylai",
        "dylech",
        "dywedodd",
        "dywedoch",
        "gall",
        "gallech",
        "gallwch",
        "gwelodd",
        "gweloch",
        "gwelsoch",
        "gwnaeth",
        "gwnaethoch",
        "gwnewch",
        "mae",
        "priodoch",
        "prynoch",
        "talwch",
    ];
    UNMUTATED
        .contains(&first_word(clause).as_str())
        .then_some("“a” softens the verb that follows it: “a fyddwch”, “a gawsoch”, “a allwch”")
}

#[cfg(feature = "form")]
fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
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
    fn a_becomes_ac_before_what_is_spoken_with_a_vowel() {
        for phrase in [
            "iaith",
            "wythnos",
            "oren",
            "mae",
            "Abertawe",
            "ŵyn",
            "‘afal’",
            "“oren”",
            "€",
            "‘€’",
            "@",
            "&",
            "!",
            // Letters by their names.
            "a",
            "c",
            "C",
            "f",
            "l",
            "n",
            "s",
            "x",
            // Numbers as they are spoken.
            "1 eitem",
            "8",
            "8am",
            "11",
            "16",
            "80",
            "85",
            "800",
            "8,000",
            "11,500",
            "80,000",
            "8,000,000",
            "£8",
            "1",
            "1.5",
        ] {
            assert!(follows_ac(phrase), "{phrase}");
        }
        for phrase in [
            "mis",
            "gwahoddiad",
            "llyfr",
            "",
            "‘te’",
            "£",
            "#",
            "+",
            "b",
            "d",
            "p",
            "t",
            "z",
            "0",
            "2",
            "15",
            "18",
            "100",
            "108",
            "1,000",
            "1,500",
            "1984",
            "1,000,000",
            "2,000",
            "100,000",
            "£1,000",
            "£2",
            "10 mil",
        ] {
            assert!(!follows_ac(phrase), "{phrase}");
        }
    }

    #[test]
    fn nouns_mutate_after_a_and_after_neu() {
        for (noun, aspirate, soft) in [
            ("coffi", "choffi", "goffi"),
            ("te", "the", "de"),
            ("pasbort", "phasbort", "basbort"),
            ("bws", "bws", "fws"),
            ("dinas", "dinas", "ddinas"),
            ("gardd", "gardd", "ardd"),
            ("mis", "mis", "fis"),
            ("llythyr", "llythyr", "lythyr"),
            ("rhif", "rhif", "rif"),
            ("cysylltnodau", "chysylltnodau", "gysylltnodau"),
            ("ffôn", "ffôn", "ffôn"),
            ("chwaer", "chwaer", "chwaer"),
            ("theatr", "theatr", "theatr"),
            ("ddoe", "ddoe", "ddoe"),
            ("siop", "siop", "siop"),
            ("afal", "afal", "afal"),
            ("gêm", "gêm", "gêm"),
            // Names and codes keep their first letter.
            ("Caerdydd", "Caerdydd", "Caerdydd"),
            ("PDF", "PDF", "PDF"),
            ("", "", ""),
        ] {
            assert_eq!(aspirated(noun), aspirate);
            assert_eq!(softened(noun), soft);
        }
    }

    #[test]
    fn answers_repeat_the_verb_of_their_question() {
        for (question, expected) in [
            ("Ydych chi’n talu’r dreth gyngor?", Some(("Ydw", "Nac ydw"))),
            ("A ydych chi dros 18 oed?", Some(("Ydw", "Nac ydw"))),
            ("Oes gennych drwydded?", Some(("Oes", "Nac oes"))),
            ("A oes gennych gar?", Some(("Oes", "Nac oes"))),
            ("A yw’r car yn eiddo i chi?", Some(("Ydy", "Nac ydy"))),
            ("Ydy’r cyfeiriad yn gywir?", Some(("Ydy", "Nac ydy"))),
            ("Oeddech chi’n byw yno?", Some(("Oeddwn", "Nac oeddwn"))),
            ("A fyddwch chi’n gyrru?", Some(("Byddaf", "Na fyddaf"))),
            ("Allwch chi brofi hynny?", Some(("Gallaf", "Na allaf"))),
            ("A all y person arwyddo?", Some(("Gall", "Na all"))),
            ("Hoffech chi gael copi?", Some(("Hoffwn", "Na hoffwn"))),
            ("A gawn ni gysylltu â chi?", Some(("Cewch", "Na chewch"))),
            ("Gawsoch chi lythyr?", Some(("Do", "Naddo"))),
            ("A wnaethoch chi symud?", Some(("Do", "Naddo"))),
            ("Symudodd y plentyn?", Some(("Do", "Naddo"))),
            ("Ai chi yw’r gyrrwr?", Some(("Ie", "Nage"))),
            ("Beth yw eich enw?", None),
            ("Trwydded?", None),
            ("", None),
            ("A", None),
        ] {
            assert_eq!(answers(question), expected, "{question}");
            #[cfg(feature = "form")]
            assert!(expected.is_none_or(|(yes, no)| ANSWERS.contains(&yes) && ANSWERS.contains(&no)), "{question}");
        }
    }

    #[test]
    #[cfg(feature = "form")]
    fn clauses_that_cannot_follow_os_or_a_are_found() {
        for clause in ["ydych yn talu", "oes gennych", "byddwch", "gwnaethoch symud"] {
            assert_eq!(problem_after_os(clause), None, "{clause}");
        }
        for clause in ["yr ydych yn talu", "y byddwch", "mae gennych"] {
            assert!(problem_after_os(clause).is_some(), "{clause}");
        }
        for clause in ["ydych yn talu", "oes gennych", "fyddwch", "gawsoch", "allwch", "wnaethoch", "dalwch"] {
            assert_eq!(problem_after_whether(clause), None, "{clause}");
        }
        for clause in ["byddwch", "cawsoch lythyr", "gallwch", "gwnaethoch", "talwch"] {
            assert!(problem_after_whether(clause).is_some(), "{clause}");
        }
    }
}
