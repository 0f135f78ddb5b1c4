//! [`FileType`]: what a file is.

use std::fmt;

/// What a file is, by its first bytes. Files that are text are told apart by the ending of their names, and so are archives and old office documents
/// whose first bytes do not say what is inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the formats' own")]
#[non_exhaustive]
pub enum FileType {
    Pdf,
    Jpg,
    Png,
    Gif,
    Bmp,
    Tif,
    Heic,
    Avif,
    Webp,
    Docx,
    Xlsx,
    Odt,
    Ods,
    Doc,
    Xls,
    Rtf,
    Csv,
    Txt,
}

impl FileType {
    pub(crate) const ALL: [Self; 18] = [
        Self::Pdf,
        Self::Jpg,
        Self::Png,
        Self::Gif,
        Self::Bmp,
        Self::Tif,
        Self::Heic,
        Self::Avif,
        Self::Webp,
        Self::Docx,
        Self::Xlsx,
        Self::Odt,
        Self::Ods,
        Self::Doc,
        Self::Xls,
        Self::Rtf,
        Self::Csv,
        Self::Txt,
    ];

    /// How many bytes [`FileType::detect`] wants to see, if there are as many.
    pub const PROBE: usize = 4096;

    /// The name that people know: "PDF".
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Jpg => "JPG",
            Self::Png => "PNG",
            Self::Gif => "GIF",
            Self::Bmp => "BMP",
            Self::Tif => "TIF",
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::Webp => "WEBP",
            Self::Docx => "DOCX",
            Self::Xlsx => "XLSX",
            Self::Odt => "ODT",
            Self::Ods => "ODS",
            Self::Doc => "DOC",
            Self::Xls => "XLS",
            Self::Rtf => "RTF",
            Self::Csv => "CSV",
            Self::Txt => "TXT",
        }
    }

    /// The endings of names, with the point: for the attribute `accept`.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &[".pdf"],
            Self::Jpg => &[".jpg", ".jpeg", ".jpe", ".jfif"],
            Self::Png => &[".png"],
            Self::Gif => &[".gif"],
            Self::Bmp => &[".bmp"],
            Self::Tif => &[".tif", ".tiff"],
            Self::Heic => &[".heic", ".heif", ".hif"],
            Self::Avif => &[".avif"],
            Self::Webp => &[".webp"],
            Self::Docx => &[".docx"],
            Self::Xlsx => &[".xlsx"],
            Self::Odt => &[".odt"],
            Self::Ods => &[".ods"],
            Self::Doc => &[".doc"],
            Self::Xls => &[".xls"],
            Self::Rtf => &[".rtf"],
            Self::Csv => &[".csv"],
            Self::Txt => &[".txt"],
        }
    }

    pub(crate) fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|file_type| file_type.name() == name)
    }

    /// What a file is, from its first bytes ([`FileType::PROBE`] of them) and its name. The type that a browser sends is not asked.
    ///
    /// What common readers open is recognised: the mark of a PDF may stand anywhere in its first 1,024 bytes, an image in the container of HEIF may name
    /// its kind among the brands that it is compatible with, and a text may start with a byte order mark.
    ///
    /// ```
    /// use townhall::values::FileType;
    ///
    /// assert_eq!(FileType::detect(b"%PDF-1.7", "letter.pdf"), Some(FileType::Pdf));
    /// assert_eq!(FileType::detect(b"\xef\xbb\xbf\r\n%PDF-1.7", "letter.pdf"), Some(FileType::Pdf));
    /// assert_eq!(FileType::detect(b"MZ\x90\0", "letter.pdf"), None);
    /// ```
    #[must_use]
    pub fn detect(first_bytes: &[u8], name: &str) -> Option<Self> {
        let lower = name.to_lowercase();
        let named = |file_type: &Self| file_type.endings().iter().any(|ending| lower.ends_with(ending));
        let is_named_text = || named(&Self::Csv) || named(&Self::Txt);
        match first_bytes {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpg),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            // The second numbers are those of files of more than 4 GB.
            [b'I', b'I', 0x2a | 0x2b, 0, ..] | [b'M', b'M', 0, 0x2a | 0x2b, ..] => Some(Self::Tif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            [a, b, c, d, b'f', b't', b'y', b'p', brands @ ..] => image_of_brands([*a, *b, *c, *d], brands),
            [b'{', b'\\', b'r', b't', b'f', ..] => Some(Self::Rtf),
            [b'P', b'K', 3, 4, ..] => {
                let known = [Self::Docx, Self::Xlsx, Self::Odt, Self::Ods];
                match inside_archive(first_bytes) {
                    Inside::Known(file_type) => Some(file_type),
                    Inside::Other => None,
                    Inside::Unsaid => known.into_iter().find(named),
                }
            }
            // The compound files of older office programs: which one wrote it is said far behind.
            [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => [Self::Doc, Self::Xls].into_iter().find(named),
            [b'B', b'M', ..] if named(&Self::Bmp) => Some(Self::Bmp),
            _ if !is_named_text() && !is_program(first_bytes) && has_pdf_mark(first_bytes) => Some(Self::Pdf),
            _ if is_text(first_bytes) => [Self::Csv, Self::Txt].into_iter().find(named),
            _ => None,
        }
    }
}

/// Whether the mark of a PDF is in the first 1,024 bytes: readers have always looked for it there (ISO 32000-1, Annex H, note 13).
fn has_pdf_mark(bytes: &[u8]) -> bool {
    bytes.get(..1_024).unwrap_or(bytes).windows(5).any(|window| window == b"%PDF-")
}

/// Whether it is a program, whatever follows.
fn is_program(bytes: &[u8]) -> bool {
    [&b"MZ"[..], b"\x7fELF", b"#!"].iter().any(|start| bytes.starts_with(start))
}

/// The image in a container of HEIF (ISO/IEC 23008-12): its own brand, and those that it is compatible with.
fn image_of_brands(size: [u8; 4], brands: &[u8]) -> Option<FileType> {
    const HEIF: [&[u8; 4]; 22] = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"heif", b"mif1", b"mif2", b"msf1",
        b"miaf", b"avci", b"avcs", b"jpeg", b"jpgs", b"j2ki", b"j2is", b"vvic", b"vvis", b"evbi",
    ];
    const AVIF: [&[u8; 4]; 3] = [b"avif", b"avis", b"avio"];
    let size = usize::try_from(u32::from_be_bytes(size)).unwrap_or(usize::MAX);
    // The size counts the eight bytes before the brands. A box that goes on to the end of the file says 0.
    let brands = match size.checked_sub(8) {
        Some(length) => brands.get(..length).unwrap_or(brands),
        None => brands,
    };
    let own = brands.get(..4)?;
    // Four bytes of version stand between its own brand and the others.
    let others = brands.get(8..).unwrap_or_default().as_chunks::<4>().0;
    let has = |known: &[&[u8; 4]]| known.iter().any(|known| own == *known || others.contains(known));
    let is_own = |known: &[&[u8; 4]]| known.iter().any(|known| own == *known);
    if is_own(&AVIF) || has(&AVIF) && !is_own(&HEIF[..9]) {
        return Some(FileType::Avif);
    }
    has(&HEIF).then_some(FileType::Heic)
}

/// What the start of an archive says about what is inside.
enum Inside {
    Known(FileType),
    Other,
    /// Nothing: the name decides.
    Unsaid,
}

fn inside_archive(bytes: &[u8]) -> Inside {
    // An open document starts with an entry that holds its type as it is (Open Document Format 1.3, part 2, 3.3).
    if let Some(media_type) = bytes.get(30..).and_then(|rest| rest.strip_prefix(b"mimetype")) {
        let is = |kind: &[u8]| {
            let at = media_type.windows(kind.len()).position(|window| window == kind);
            // A template, and a spreadsheet's flat form, have a longer type.
            at.is_some_and(|at| media_type.get(at + kind.len()) != Some(&b'-'))
        };
        if is(b"application/vnd.oasis.opendocument.text") {
            return Inside::Known(FileType::Odt);
        }
        if is(b"application/vnd.oasis.opendocument.spreadsheet") {
            return Inside::Known(FileType::Ods);
        }
        return Inside::Other;
    }
    // Those of Office Open XML keep their parts in a folder of the program's, and the order of entries is free.
    let names = bytes.windows(4).enumerate().filter(|(_, window)| *window == b"PK\x03\x04");
    let found = names.filter_map(|(at, _)| bytes.get(at + 30..)).find_map(|name| {
        let starts = |folder: &[u8]| name.starts_with(folder);
        if starts(b"word/") {
            Some(Inside::Known(FileType::Docx))
        } else if starts(b"xl/") {
            Some(Inside::Known(FileType::Xlsx))
        } else if starts(b"ppt/") || starts(b"META-INF/") || starts(b"AndroidManifest") {
            Some(Inside::Other)
        } else {
            None
        }
    });
    found.unwrap_or(Inside::Unsaid)
}

/// Whether bytes are those of a text, in UTF-8, in a code page of one byte for each letter, or in UTF-16 with its mark.
fn is_text(bytes: &[u8]) -> bool {
    let is_control = |unit: u16| unit < 0x20 && !matches!(unit, 0x09 | 0x0a | 0x0c | 0x0d);
    let from: fn([u8; 2]) -> u16 = match bytes {
        [] => return false,
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return !bytes.iter().any(|byte| is_control(u16::from(*byte))),
    };
    !bytes.as_chunks::<2>().0.iter().any(|unit| is_control(from(*unit)))
}

impl fmt::Display for FileType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ftyp(own: [u8; 4], others: &[&[u8; 4]]) -> Vec<u8> {
        let size = u32::try_from(16 + 4 * others.len()).unwrap();
        let mut bytes = size.to_be_bytes().to_vec();
        bytes.extend(b"ftyp");
        bytes.extend(own);
        bytes.extend([0; 4]);
        bytes.extend(others.iter().flat_map(|brand| **brand));
        bytes
    }

    /// The first bytes of an archive with entries of these names.
    fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (name, content) in entries {
            bytes.extend(b"PK\x03\x04");
            bytes.extend([0; 22]);
            bytes.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
            bytes.extend([0; 2]);
            bytes.extend(name.as_bytes());
            bytes.extend(*content);
        }
        bytes
    }

    #[test]
    fn types_are_known_as_readers_know_them() {
        let far = [&vec![b'x'; 1_019][..], b"%PDF-1.4"].concat();
        let too_far = [&vec![b'x'; 1_020][..], b"%PDF-1.4"].concat();
        let types = (b"[Content_Types].xml".as_slice(), "[Content_Types].xml");
        let docx = zip(&[(types.1, &[1; 900]), ("_rels/.rels", b"x"), ("word/document.xml", b"x")]);
        let xlsx = zip(&[("docProps/app.xml", b"x"), ("xl/workbook.xml", b"x")]);
        let odt = zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"x")]);
        let ods = zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]);
        let template = zip(&[("mimetype", b"application/vnd.oasis.opendocument.text-template")]);
        for (bytes, name, expected) in [
            (&b"%PDF-1.4"[..], "a", Some(FileType::Pdf)),
            (b"\r\n%PDF-1.4", "a.pdf", Some(FileType::Pdf)),
            (b"\xef\xbb\xbf%PDF-1.4", "a.pdf", Some(FileType::Pdf)),
            (b"\n\n  %PDF-2.0", "a.pdf", Some(FileType::Pdf)),
            (&far, "a.pdf", Some(FileType::Pdf)),
            (&too_far, "a.pdf", None),
            (b"about %PDF-1.4", "a.txt", Some(FileType::Txt)),
            (b"MZ\x90\0 %PDF-1.4", "a.pdf", None),
            (b"#!/bin/sh\n%PDF-1.4", "a.pdf", None),
            (b"\xff\xd8\xff\xe0", "a.png", Some(FileType::Jpg)),
            (b"\xff\xd8\xff\xe1 Exif", "a", Some(FileType::Jpg)),
            (b"\x89PNG\r\n\x1a\n", "a", Some(FileType::Png)),
            (b"GIF87a", "a", Some(FileType::Gif)),
            (b"GIF89a", "a", Some(FileType::Gif)),
            (b"GIF80a", "a", None),
            (b"BM\0\0", "a.bmp", Some(FileType::Bmp)),
            (b"BM\0\0", "a.exe", None),
            (b"II*\0", "a", Some(FileType::Tif)),
            (b"MM\0*", "a", Some(FileType::Tif)),
            (b"II+\0", "a", Some(FileType::Tif)),
            (b"RIFF\x10\0\0\0WEBPVP8 ", "a", Some(FileType::Webp)),
            (b"RIFF\x10\0\0\0WAVE", "a.webp", None),
            (b"{\\rtf1", "a", Some(FileType::Rtf)),
            (&docx, "a.docx", Some(FileType::Docx)),
            (&docx, "a.xlsx", Some(FileType::Docx)),
            (&xlsx, "a", Some(FileType::Xlsx)),
            (&odt, "a.docx", Some(FileType::Odt)),
            (&ods, "a.ods", Some(FileType::Ods)),
            (&template, "a.odt", None),
            (b"PK\x03\x04", "a.DOCX", Some(FileType::Docx)),
            (b"PK\x03\x04", "a.ods", Some(FileType::Ods)),
            (b"PK\x03\x04", "a.zip", None),
            (&zip(&[("META-INF/MANIFEST.MF", b"")]), "a.docx", None),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", Some(FileType::Doc)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xls", Some(FileType::Xls)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.msi", None),
            (b"a,b\n", "a.csv", Some(FileType::Csv)),
            (b"\xef\xbb\xbfa;b\r\n", "a.csv", Some(FileType::Csv)),
            (b"Si\xc3\xa2n", "a.txt", Some(FileType::Txt)),
            (b"Si\xe2n\x0c", "a.txt", Some(FileType::Txt)),
            (b"\xff\xfeS\0i\0", "a.txt", Some(FileType::Txt)),
            (b"\xfe\xff\0S\0i", "a.csv", Some(FileType::Csv)),
            (b"\xff\xfe\x01\0", "a.txt", None),
            (b"a\0b", "a.txt", None),
            (b"a,b", "a", None),
            (b"MZ\x90\0", "a.pdf", None),
            (b"", "a.txt", None),
            (b"", "a.pdf", None),
        ] {
            assert_eq!(FileType::detect(bytes, name), expected, "{name} {bytes:?}");
        }
    }

    #[test]
    fn every_brand_of_an_image_is_known() {
        for brand in [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"mif2", b"msf1"]
        {
            assert_eq!(FileType::detect(&ftyp(*brand, &[]), "a"), Some(FileType::Heic));
            // A brand that is not known here, and one that is among those that it is compatible with.
            assert_eq!(FileType::detect(&ftyp(*b"MiHB", &[b"tmap", brand]), "a"), Some(FileType::Heic));
        }
        assert_eq!(FileType::detect(&ftyp(*b"avif", &[b"mif1", b"miaf"]), "a"), Some(FileType::Avif));
        assert_eq!(FileType::detect(&ftyp(*b"mif1", &[b"avif", b"miaf"]), "a"), Some(FileType::Avif));
        assert_eq!(FileType::detect(&ftyp(*b"heic", &[b"mif1", b"avif"]), "a"), Some(FileType::Heic));
        for own in [b"mp42", b"isom", b"qt  ", b"M4A "] {
            assert_eq!(FileType::detect(&ftyp(*own, &[b"isom", b"mp41"]), "a.heic"), None);
        }
        // What stands behind the box is not a brand.
        let mut video = ftyp(*b"mp42", &[b"isom"]);
        video.extend(b"heic");
        assert_eq!(FileType::detect(&video, "a.heic"), None);
        assert_eq!(FileType::detect(b"\0\0\0\x08ftyp", "a.heic"), None);
        assert_eq!(FileType::detect(b"\0\0\0\0ftypheic", "a"), Some(FileType::Heic));
    }
}
