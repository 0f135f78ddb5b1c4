//! The name of a file, as it can be shown, kept and handed over.

use unicode_segmentation::UnicodeSegmentation;

use super::FileType;

/// The bytes of a name. No common file system takes more.
pub(crate) const MOST_BYTES: usize = 255;

/// Characters that change the direction of what stands around them, or that nobody sees: a name that uses them says something else than it seems to.
/// The joiners U+200C and U+200D stay, because letters of several scripts, and emoji, are written with them.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The name of a file of a type: the last part of its path, without characters that nobody sees, with an ending of its type, and of 255 bytes at most.
///
/// A name that ends as another known type does gets the type's own ending instead (`photo.png` with a JPG in it is `photo.jpg`); any other name gets it
/// added (`letter.exe` with a PDF in it is `letter.exe.pdf`).
pub(crate) fn file_name(text: &str, file_type: FileType) -> String {
    let last = text.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: String = last.chars().filter(|c| !is_hidden(*c)).collect();
    // Windows takes no spaces and points at the end, and a name of points alone is a folder.
    let name = visible.trim().trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    let lower = name.to_lowercase();
    let ends_with = |file_type: FileType| file_type.endings().iter().copied().find(|ending| lower.ends_with(ending));
    let own = file_type.endings().first().copied().unwrap_or_default();
    let (stem, ending) = if let Some(ending) = ends_with(file_type) {
        split_at_end(name, ending.len())
    } else if let Some(other) = FileType::ALL.into_iter().find_map(ends_with) {
        (split_at_end(name, other.len()).0, own)
    } else {
        (name, own)
    };
    let stem = stem.trim_end();
    let stem = if stem.trim_matches('.').is_empty() { "file" } else { stem };
    let mut length = 0;
    let short: String = stem
        .graphemes(true)
        .take_while(|grapheme| {
            length += grapheme.len();
            length + ending.len() <= MOST_BYTES
        })
        .collect();
    // A first character of more than 250 bytes is none that a name could do without.
    if short.is_empty() { ["file", ending].concat() } else { [short.trim_end(), ending].concat() }
}

/// A text, and as many bytes of its end.
fn split_at_end(text: &str, bytes: usize) -> (&str, &str) {
    text.len().checked_sub(bytes).and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_its_last_part_and_ends_as_its_type_does() {
        for (text, file_type, expected) in [
            ("letter.pdf", FileType::Pdf, "letter.pdf"),
            ("Letter.PDF", FileType::Pdf, "Letter.PDF"),
            ("C:\\Users\\Siân\\letter.pdf", FileType::Pdf, "letter.pdf"),
            ("../../etc/passwd", FileType::Txt, "passwd.txt"),
            ("/tmp/a b.pdf", FileType::Pdf, "a b.pdf"),
            ("..", FileType::Pdf, "file.pdf"),
            ("", FileType::Pdf, "file.pdf"),
            (".pdf", FileType::Pdf, "file.pdf"),
            ("...pdf", FileType::Pdf, "file.pdf"),
            ("letter.exe", FileType::Pdf, "letter.exe.pdf"),
            ("letter.pdf.exe", FileType::Pdf, "letter.pdf.exe.pdf"),
            ("photo.png", FileType::Jpg, "photo.jpg"),
            ("photo.HEIC", FileType::Jpg, "photo.jpg"),
            ("photo.jpeg", FileType::Jpg, "photo.jpeg"),
            ("Version 1.2", FileType::Docx, "Version 1.2.docx"),
            ("letter.pdf. . ", FileType::Pdf, "letter.pdf"),
            ("letter\u{202e}fdp.exe", FileType::Pdf, "letterfdp.exe.pdf"),
            ("a\u{200f}b\u{2066}c\0d\r\ne\u{7f}.pdf", FileType::Pdf, "abcde.pdf"),
            ("a\u{feff}\u{200b}\u{ad}.pdf", FileType::Pdf, "a.pdf"),
            ("نامه\u{200c}ها.pdf", FileType::Pdf, "نامه\u{200c}ها.pdf"),
            ("👩\u{200d}👧.pdf", FileType::Pdf, "👩\u{200d}👧.pdf"),
            ("łódź – kopia (2).pdf", FileType::Pdf, "łódź – kopia (2).pdf"),
        ] {
            assert_eq!(file_name(text, file_type), expected, "{text:?}");
        }
    }

    #[test]
    fn a_long_name_is_cut_between_characters_and_keeps_its_ending() {
        let name = file_name(&format!("{}.pdf", "é".repeat(300)), FileType::Pdf);
        assert_eq!((name.len(), name.ends_with("é.pdf")), (254, true));
        let name = file_name(&"👩\u{200d}👧".repeat(100), FileType::Pdf);
        assert!(name.len() <= 255 && name.ends_with("👩\u{200d}👧.pdf"), "{name}");
        assert_eq!(file_name(&format!("a{}.pdf", "\u{301}".repeat(300)), FileType::Pdf), "file.pdf");
    }

    proptest! {
        #[test]
        fn a_name_that_was_cleaned_stays_as_it_is(text in any::<String>(), at in 0..FileType::ALL.len()) {
            let name = file_name(&text, FileType::ALL[at]);
            prop_assert!(name.len() <= MOST_BYTES && !name.contains(['/', '\\']) && !name.chars().any(is_hidden));
            prop_assert!(FileType::ALL[at].endings().iter().any(|ending| name.to_lowercase().ends_with(ending)));
            prop_assert_eq!(file_name(&name, FileType::ALL[at]), name);
        }
    }
}
