//! [`FolderUploads`].

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use bytes::Bytes;
use tokio::fs::{self, File};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::keys::{Keys, SEALED_CHUNK, STREAM_HEADER, Sealer, random_hex};
use crate::form::{UploadWriter, Uploads};
use crate::values::{FileType, UploadedFile};

/// Files in a folder, encrypted while they arrive, so that a copied disk tells nothing.
///
/// A file is there when all of it is on the disk. When it is deleted is for the application to say: [`remove`](Self::remove) what has been handed over, and
/// [`delete_older_than`](Self::delete_older_than) what was never sent.
#[derive(Debug, Clone)]
pub struct FolderUploads {
    folder: PathBuf,
    keys: Keys,
}

/// Writes a file into [`FolderUploads`].
#[derive(Debug)]
pub struct FolderWriter {
    folder: PathBuf,
    key: String,
    file: File,
    sealer: Sealer,
}

fn failed(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}

/// A key is part of a path, and comes from a page: it is 64 digits and nothing else.
fn is_key(key: &str) -> bool {
    key.len() == 64 && key.bytes().all(|byte| byte.is_ascii_hexdigit())
}

impl FolderUploads {
    /// Keeps files in a folder, which is made if there is none.
    ///
    /// # Errors
    ///
    /// When it cannot be made.
    pub async fn open(folder: impl AsRef<Path>, keys: Keys) -> io::Result<Self> {
        fs::create_dir_all(&folder).await?;
        Ok(Self { folder: folder.as_ref().to_owned(), keys })
    }

    /// What is in a file.
    ///
    /// # Errors
    ///
    /// When there is no such file, or it is damaged, or no key opens it.
    pub async fn content(&self, file: &UploadedFile) -> io::Result<Vec<u8>> {
        if !is_key(file.key()) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let mut source = File::open(self.folder.join(file.key())).await?;
        let mut header = [0; STREAM_HEADER];
        source.read_exact(&mut header).await?;
        let mut opener = self.keys.opener(&header).map_err(failed)?;
        let (mut content, mut chunk) = (Vec::new(), Vec::with_capacity(SEALED_CHUNK));
        loop {
            chunk.clear();
            // One byte more than a chunk would be the start of the next.
            let limit = u64::try_from(SEALED_CHUNK).unwrap_or(u64::MAX);
            let read = (&mut source).take(limit).read_to_end(&mut chunk).await?;
            let is_last = read < SEALED_CHUNK;
            content.extend(opener.open(&chunk, is_last).map_err(failed)?);
            if is_last {
                return Ok(content);
            }
        }
    }

    /// Deletes a file.
    ///
    /// # Errors
    ///
    /// When there is no such file, or it cannot be deleted.
    pub async fn remove(&self, file: &UploadedFile) -> io::Result<()> {
        if !is_key(file.key()) {
            return Err(io::ErrorKind::NotFound.into());
        }
        fs::remove_file(self.folder.join(file.key())).await?;
        fs::remove_file(self.folder.join(format!("{}.about", file.key()))).await
    }
}

impl FolderUploads {
    /// Deletes files that were uploaded longer ago than this, and says how many: those whose answers were never sent. Answers are kept for days after the
    /// last one was saved, and submissions may wait to be handed over: be generous.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read, or a file not be deleted.
    pub async fn delete_older_than(&self, age: Duration) -> io::Result<u64> {
        let (mut entries, mut deleted) = (fs::read_dir(&self.folder).await?, 0);
        while let Some(entry) = entries.next_entry().await? {
            let file = entry.path();
            if !file.file_stem().and_then(|name| name.to_str()).is_some_and(is_key) {
                continue;
            }
            let uploaded = entry.metadata().await?.modified()?;
            if uploaded.elapsed().is_ok_and(|elapsed| elapsed > age) {
                fs::remove_file(&file).await?;
                deleted += u64::from(file.extension().is_none());
            }
        }
        Ok(deleted)
    }
}

impl Uploads for FolderUploads {
    type Writer = FolderWriter;

    async fn start(&self) -> io::Result<FolderWriter> {
        let key = random_hex::<32>().map_err(failed)?;
        let (sealer, header) = self.keys.sealer().map_err(failed)?;
        let mut file = File::create_new(self.folder.join(format!("{key}.part"))).await?;
        file.write_all(&header).await?;
        Ok(FolderWriter { folder: self.folder.clone(), key, file, sealer })
    }

    async fn find(&self, key: &str) -> io::Result<Option<UploadedFile>> {
        if !is_key(key) || !fs::try_exists(self.folder.join(key)).await? {
            return Ok(None);
        }
        let about = fs::read(self.folder.join(format!("{key}.about"))).await?;
        let mut opener = self.keys.opener(about.get(..STREAM_HEADER).unwrap_or_default()).map_err(failed)?;
        let text = opener.open(about.get(STREAM_HEADER..).unwrap_or_default(), true).map_err(failed)?;
        let text = String::from_utf8(text).map_err(failed)?;
        UploadedFile::parse(&text).map(Some).map_err(failed)
    }
}

impl UploadWriter for FolderWriter {
    async fn write(&mut self, bytes: Bytes) -> io::Result<()> {
        for sealed in self.sealer.write(&bytes).map_err(failed)? {
            self.file.write_all(&sealed).await?;
        }
        Ok(())
    }

    async fn finish(self, file_type: FileType, size: u64, name: &str) -> io::Result<String> {
        let Self { folder, key, mut file, sealer } = self;
        let about = UploadedFile::new(key.as_str(), file_type, size, name).map_err(failed)?;
        let (sealed_about, last) = sealer.finish(about.to_string().as_bytes()).map_err(failed)?;
        file.write_all(&last).await?;
        file.sync_all().await?;
        fs::write(folder.join(format!("{key}.about")), sealed_about).await?;
        fs::rename(folder.join(format!("{key}.part")), folder.join(&key)).await?;
        Ok(key)
    }

    async fn discard(self) {
        // What stays is a part that nobody can find.
        let _ = fs::remove_file(self.folder.join(format!("{}.part", self.key))).await;
    }
}
