//! [`UploadedFile`].

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::file_name::file_name;
use super::{FileType, SAMPLE, ValueError};

/// The name under which serde, and so a form, knows a file.
pub(crate) const FILE: &str = "townhall::UploadedFile";

/// A file that somebody sent, and that the application has stored: not its content, but where it is.
///
/// Nothing of it is taken from the browser unchecked: the size was counted, the type is what the first bytes say, and the name is the last part of
/// its path, without control and direction characters, 255 bytes at most, with an ending of its type. No text becomes a file: neither a form nor
/// serde reads one from a text.
///
/// Codes: `empty`, `file-type` with `types`, `file-too-big` with `size`, `file-empty`, `file-failed`, `file-too-many` with `max`, `file-quota`,
/// `file-again` ([file upload](https://design-system.service.gov.uk/components/file-upload/)); `file-virus` and `file-password` are for the
/// application's own checks.
///
/// serde writes it as a map: `{"key": "7f3a", "type": "PDF", "size": 2048, "name": "letter.pdf"}`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UploadedFile {
    key: String,
    file_type: FileType,
    size: u64,
    name: String,
}

impl UploadedFile {
    /// A stored file: the key under which the application finds it again, which nobody can guess; what it is; its size in bytes; and
    /// the name that it had, which is cleaned.
    ///
    /// # Errors
    ///
    /// `file-failed` if the key is empty, or has other characters than letters, digits, `-` and `_`.
    pub fn new(
        key: impl Into<String>,
        file_type: FileType,
        size: u64,
        name: impl AsRef<str>,
    ) -> Result<Self, ValueError> {
        let key = key.into();
        let is_known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if key.is_empty() || !key.bytes().all(is_known) {
            return Err(ValueError::new("file-failed"));
        }
        Ok(Self { key, file_type, size, name: file_name(name.as_ref(), file_type) })
    }

    /// The file that these parts describe.
    pub(crate) fn of_parts<'p>(part: impl Fn(&str) -> Option<&'p str>) -> Option<Self> {
        let (file_type, size) = (FileType::of_name(part("type")?)?, part("size")?.parse().ok()?);
        Self::new(part("key")?, file_type, size, part("name")?).ok()
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

    /// The name that it had on the device it came from, cleaned.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Serialize for UploadedFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Parts<'a> {
            key: &'a str,
            r#type: &'static str,
            size: u64,
            name: &'a str,
        }
        let Self { key, file_type, size, name } = self;
        serializer.serialize_newtype_struct(FILE, &Parts { key, r#type: file_type.name(), size: *size, name })
    }
}

impl<'de> Deserialize<'de> for UploadedFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(FILE, FileVisitor)
    }
}

/// A number, or a text of digits: a form hands over texts.
struct Size(u64);

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SizeVisitor;

        impl Visitor<'_> for SizeVisitor {
            type Value = Size;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a size in bytes")
            }

            fn visit_u64<E: de::Error>(self, size: u64) -> Result<Size, E> {
                Ok(Size(size))
            }

            fn visit_i64<E: de::Error>(self, size: i64) -> Result<Size, E> {
                u64::try_from(size).map(Size).map_err(E::custom)
            }

            fn visit_str<E: de::Error>(self, size: &str) -> Result<Size, E> {
                size.parse().map(Size).map_err(E::custom)
            }
        }

        deserializer.deserialize_any(SizeVisitor)
    }
}

struct FileVisitor;

impl<'de> Visitor<'de> for FileVisitor {
    type Value = UploadedFile;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an uploaded file")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<UploadedFile, D::Error> {
        deserializer.deserialize_map(self)
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<UploadedFile, M::Error> {
        let (mut key, mut file_type, mut size, mut name) =
            (None::<String>, None::<String>, None::<u64>, None::<String>);
        while let Some(part) = map.next_key::<String>()? {
            match part.as_str() {
                "key" => key = Some(map.next_value()?),
                "type" => file_type = Some(map.next_value()?),
                "size" => size = Some(map.next_value::<Size>()?.0),
                "name" => name = Some(map.next_value()?),
                _ => {
                    map.next_value::<de::IgnoredAny>()?;
                }
            }
        }
        let failed = || de::Error::custom(ValueError::new("file-failed"));
        let file_type = file_type.and_then(|file_type| FileType::of_name(&file_type)).ok_or_else(failed)?;
        let (key, size, name) = (key.ok_or_else(failed)?, size.ok_or_else(failed)?, name.ok_or_else(failed)?);
        UploadedFile::new(key, file_type, size, name).map_err(de::Error::custom)
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<UploadedFile, E> {
        if bytes == SAMPLE {
            return Ok(UploadedFile { key: "0".to_owned(), file_type: FileType::Pdf, size: 1, name: String::new() });
        }
        Err(E::invalid_type(de::Unexpected::Bytes(bytes), &self))
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
