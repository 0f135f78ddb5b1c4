//! [`Uploads`]: where an application keeps files, and [`MemoryUploads`].

use std::collections::HashMap;
use std::future::Future;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use bytes::Bytes;

use crate::values::{FileType, UploadedFile, ValueError};

/// How many seconds a file is kept that belongs to no answer yet, or to none any more.
pub const UNCOMMITTED_SECONDS: u64 = 60 * 60;

/// Where an application keeps files. A file is written while it arrives, so that no size needs memory.
///
/// A file that was received is kept for an hour. [`keep`](Uploads::keep) keeps it for longer: a [`Service`](crate::web::Service) does that when an answer is
/// saved, and handlers of your own do it when they save one. What nobody keeps is deleted by [`delete_expired`](Uploads::delete_expired).
#[cfg_attr(not(feature = "journey"), allow(rustdoc::broken_intra_doc_links))]
pub trait Uploads: Send + Sync + 'static {
    /// What a file is written with.
    type Writer: UploadWriter;

    /// Starts a new file of somebody: of the session that [`FileHandles::owner`](super::FileHandles::owner) names.
    fn start(&self, owner: &str) -> impl Future<Output = io::Result<Self::Writer>> + Send;

    /// The file with a key, if there is one, and if what is kept is what was uploaded. What a page says about a file is not believed.
    fn find(&self, key: &str) -> impl Future<Output = io::Result<Option<UploadedFile>>> + Send;

    /// What is there of somebody, with what is just being written.
    fn usage(&self, owner: &str) -> impl Future<Output = io::Result<Usage>> + Send;

    /// Keeps a file until a time, in seconds since 1970, in place of the time that was said before: [`u64::MAX`] until it is removed.
    ///
    /// # Errors
    ///
    /// [`NotFound`](io::ErrorKind::NotFound) if there is no such file.
    fn keep(&self, key: &str, until: u64) -> impl Future<Output = io::Result<()>> + Send;

    /// Deletes a file. There may be none.
    fn remove(&self, key: &str) -> impl Future<Output = io::Result<()>> + Send;

    /// Deletes the files whose time is over, and what is left of those that never became whole. Says how many.
    fn delete_expired(&self) -> impl Future<Output = io::Result<u64>> + Send;
}

/// How much is stored of somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// The number of files.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// Why a file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    /// There is something wrong with it, which is said at its field: `file-virus`, `file-password`, or a code of your own.
    #[error("the file is refused: {0}")]
    Refused(#[from] ValueError),
    /// It could not be stored. The field says that it could not be uploaded.
    #[error(transparent)]
    Failed(#[from] io::Error),
}

/// Writes one file. One that is dropped before it is finished leaves nothing behind.
pub trait UploadWriter: Send {
    /// Writes the next bytes.
    fn write(&mut self, bytes: Bytes) -> impl Future<Output = io::Result<()>> + Send;

    /// Ends a good file, and gives the key under which it is found: at least 128 bits that nobody can guess, in letters, digits, `-` and `_`. Here is the
    /// place to have it scanned: the file is whole, and nobody has seen it.
    ///
    /// # Errors
    ///
    /// [`UploadError::Refused`] with what is wrong with it, which its field says.
    fn finish(
        self,
        file_type: FileType,
        size: u64,
        name: &str,
    ) -> impl Future<Output = Result<String, UploadError>> + Send;

    /// Throws a file away that was not accepted.
    fn discard(self) -> impl Future<Output = ()> + Send;
}

/// The time in seconds since 1970.
pub(super) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_secs()).unwrap_or_default()
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// A file in memory.
struct Stored {
    owner: String,
    /// Nothing while it is written.
    file: Option<UploadedFile>,
    content: Vec<u8>,
    until: u64,
}

/// Files in memory: for tests, and for trying things out. A copy shares its files. Those that have expired are deleted when the next one arrives.
#[derive(Clone, Default)]
pub struct MemoryUploads {
    files: Arc<Mutex<HashMap<String, Stored>>>,
}

impl MemoryUploads {
    /// No files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn files(&self) -> MutexGuard<'_, HashMap<String, Stored>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is in a file.
    #[must_use]
    pub fn content(&self, key: &str) -> Option<Vec<u8>> {
        self.files().get(key).filter(|stored| stored.file.is_some()).map(|stored| stored.content.clone())
    }

    /// How many files there are, with those that are just being written.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files().len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files().is_empty()
    }
}

/// Writes a file into [`MemoryUploads`].
pub struct MemoryWriter {
    uploads: MemoryUploads,
    key: String,
}

impl Uploads for MemoryUploads {
    type Writer = MemoryWriter;

    async fn start(&self, owner: &str) -> io::Result<MemoryWriter> {
        self.delete_expired().await?;
        let mut random = [0; 32];
        getrandom::fill(&mut random).map_err(io::Error::other)?;
        let key = hex(&random);
        let stored = Stored { owner: owner.to_owned(), file: None, content: Vec::new(), until: u64::MAX };
        self.files().insert(key.clone(), stored);
        Ok(MemoryWriter { uploads: self.clone(), key })
    }

    async fn find(&self, key: &str) -> io::Result<Option<UploadedFile>> {
        Ok(self.files().get(key).and_then(|stored| stored.file.clone()))
    }

    async fn usage(&self, owner: &str) -> io::Result<Usage> {
        let files = self.files();
        let own = files.values().filter(|stored| stored.owner == owner);
        Ok(own.fold(Usage::default(), |usage, stored| Usage {
            files: usage.files + 1,
            bytes: usage.bytes + u64::try_from(stored.content.len()).unwrap_or(u64::MAX),
        }))
    }

    async fn keep(&self, key: &str, until: u64) -> io::Result<()> {
        match self.files().get_mut(key) {
            Some(stored) if stored.file.is_some() => {
                stored.until = until;
                Ok(())
            }
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }

    async fn remove(&self, key: &str) -> io::Result<()> {
        self.files().remove(key);
        Ok(())
    }

    async fn delete_expired(&self) -> io::Result<u64> {
        let (mut files, now) = (self.files(), now());
        let before = files.len();
        files.retain(|_, stored| stored.until > now);
        Ok(u64::try_from(before - files.len()).unwrap_or(u64::MAX))
    }
}

impl UploadWriter for MemoryWriter {
    async fn write(&mut self, bytes: Bytes) -> io::Result<()> {
        match self.uploads.files().get_mut(&self.key) {
            Some(stored) => stored.content.extend_from_slice(&bytes),
            None => return Err(io::ErrorKind::NotFound.into()),
        }
        Ok(())
    }

    async fn finish(self, file_type: FileType, size: u64, name: &str) -> Result<String, UploadError> {
        let file = UploadedFile::new(self.key.as_str(), file_type, size, name)?;
        if let Some(stored) = self.uploads.files().get_mut(&self.key) {
            stored.file = Some(file);
            stored.until = now() + UNCOMMITTED_SECONDS;
        }
        Ok(self.key.clone())
    }

    async fn discard(self) {}
}

impl Drop for MemoryWriter {
    fn drop(&mut self) {
        let mut files = self.uploads.files();
        if files.get(&self.key).is_some_and(|stored| stored.file.is_none()) {
            files.remove(&self.key);
        }
    }
}

crate::markup::opaque_debug! { MemoryUploads, MemoryWriter }
