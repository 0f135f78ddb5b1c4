//! [`UploadedFile`] and [`FileType`].

use std::fmt;

use super::ValueError;
use super::text_value::text_impls;

/// The name under which serde, and so a form, knows a file.
pub(crate) const FILE: &str = "townhall::UploadedFile";

/// A file that somebody sent, and that the application has stored: not its content, but where it is.
///
/// Nothing of it is taken from the browser unchecked: the size was counted, the type is what the first bytes say.
///
/// Codes: `empty`, `file-type` with `types`, `file-too-big` with `size`, `file-empty`, `file-failed`
/// ([file upload](https://design-system.service.gov.uk/components/file-upload/)); `file-virus` and `file-password` are for the application's
/// own checks.
///
/// As text it is its key, type, size and name, separated by `/`: `7f3a/PDF/2048/letter.pdf`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UploadedFile {
    key: String,
    file_type: FileType,
    size: u64,
    name: String,
}

impl UploadedFile {
    /// A stored file: the key under which the application finds it again, which nobody can guess; what it is; its size in bytes; and
    /// the name that it had.
    ///
    /// # Errors
    ///
    /// `file-failed` if the key is empty or has a `/` in it.
    pub fn new(
        key: impl Into<String>,
        file_type: FileType,
        size: u64,
        name: impl Into<String>,
    ) -> Result<Self, ValueError> {
        let key = key.into();
        if key.is_empty() || key.contains('/') {
            return Err(ValueError::new("file-failed"));
        }
        Ok(Self { key, file_type, size, name: name.into() })
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// `empty`, or `file-failed` for a text that is not a file.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        if text.trim().is_empty() {
            return Err(ValueError::empty());
        }
        let mut parts = text.splitn(4, '/');
        let parsed = (|| {
            let (key, file_type) = (parts.next()?, FileType::of_name(parts.next()?)?);
            let size = parts.next()?.parse().ok()?;
            Self::new(key, file_type, size, parts.next()?).ok()
        })();
        parsed.ok_or_else(|| ValueError::new("file-failed"))
    }

    /// The key under which the application finds it.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What it is.
    #[must_use]
    pub fn file_type(&self) -> FileType {
        self.file_type
    }

    /// Its size in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The name that it had on the device it came from.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

text_impls! {
    [] UploadedFile, FILE, "an uploaded file",
    sample Self { key: "0".to_owned(), file_type: FileType::Pdf, size: 1, name: String::new() }
}

impl fmt::Display for UploadedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}/{}", self.key, self.file_type, self.size, self.name)
    }
}

impl fmt::Debug for UploadedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadedFile")
            .field("file_type", &self.file_type)
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

/// What a file is, by its first bytes. Files that are text or an archive inside are told apart by the ending of their names.
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
    Docx,
    Xlsx,
    Odt,
    Ods,
    Csv,
    Txt,
}

impl FileType {
    const ALL: [Self; 13] = [
        Self::Pdf,
        Self::Jpg,
        Self::Png,
        Self::Gif,
        Self::Bmp,
        Self::Tif,
        Self::Heic,
        Self::Docx,
        Self::Xlsx,
        Self::Odt,
        Self::Ods,
        Self::Csv,
        Self::Txt,
    ];

    /// How many bytes [`FileType::detect`] wants to see, if there are as many.
    pub const PROBE: usize = 16;

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
            Self::Docx => "DOCX",
            Self::Xlsx => "XLSX",
            Self::Odt => "ODT",
            Self::Ods => "ODS",
            Self::Csv => "CSV",
            Self::Txt => "TXT",
        }
    }

    /// The endings of names, with the point: for the attribute `accept`.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &[".pdf"],
            Self::Jpg => &[".jpg", ".jpeg"],
            Self::Png => &[".png"],
            Self::Gif => &[".gif"],
            Self::Bmp => &[".bmp"],
            Self::Tif => &[".tif", ".tiff"],
            Self::Heic => &[".heic", ".heif"],
            Self::Docx => &[".docx"],
            Self::Xlsx => &[".xlsx"],
            Self::Odt => &[".odt"],
            Self::Ods => &[".ods"],
            Self::Csv => &[".csv"],
            Self::Txt => &[".txt"],
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|file_type| file_type.name() == name)
    }

    /// What a file is, from its first bytes ([`FileType::PROBE`] of them) and its name. The type that a browser sends is not asked.
    ///
    /// ```
    /// use townhall::values::FileType;
    ///
    /// assert_eq!(FileType::detect(b"%PDF-1.7", "letter.pdf"), Some(FileType::Pdf));
    /// assert_eq!(FileType::detect(b"MZ\x90\0", "letter.pdf"), None);
    /// ```
    #[must_use]
    pub fn detect(first_bytes: &[u8], name: &str) -> Option<Self> {
        let lower = name.to_lowercase();
        let named = |file_type: &Self| file_type.endings().iter().any(|ending| lower.ends_with(ending));
        let is_archive = first_bytes.starts_with(b"PK\x03\x04");
        let is_text = !first_bytes.iter().any(|byte| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r'));
        match first_bytes {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpg),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [b'G', b'I', b'F', b'8', ..] => Some(Self::Gif),
            [b'I', b'I', 0x2a, 0, ..] | [b'M', b'M', 0, 0x2a, ..] => Some(Self::Tif),
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..]
                if [&b"heic"[..], b"heix", b"heif", b"mif1"].iter().any(|known| brand.starts_with(known)) =>
            {
                Some(Self::Heic)
            }
            [b'B', b'M', ..] if named(&Self::Bmp) => Some(Self::Bmp),
            _ if is_archive => [Self::Docx, Self::Xlsx, Self::Odt, Self::Ods].into_iter().find(named),
            _ if is_text => [Self::Csv, Self::Txt].into_iter().find(named),
            _ => None,
        }
    }
}

impl fmt::Display for FileType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
