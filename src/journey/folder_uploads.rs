//! [`FolderUploads`].

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bytes::Bytes;

use super::keys::{Keys, SEALED_CHUNK, STREAM_HEADER, Sealer, random_hex, sealed_length};
use super::store::now;
use crate::form::{UNCOMMITTED_SECONDS, UploadError, UploadWriter, Uploads, Usage};
use crate::values::{FileType, UploadedFile};

/// The digits of a key that are those of the session.
const OWNER: usize = 32;

/// For so many seconds a file that has expired is still there, so that one which was found just before can still be kept.
const GRACE: u64 = 60;

/// Files in a folder, encrypted while they arrive, so that a copied disk tells nothing.
///
/// A file is there when all of it is on the disk. It opens only as what it was uploaded as: its key, type, size and name are authenticated with what is in it,
/// so that files which are exchanged on the disk do not open. The files of a session are in a folder of their own. Nobody but the owner of the process can read
/// any of them, where the system knows owners.
///
/// A file is deleted when no answer has it: see [`Uploads`]. When it has been handed over is for the application to say, with [`Uploads::remove`].
#[derive(Debug, Clone)]
pub struct FolderUploads {
    folder: PathBuf,
    keys: Keys,
}

/// Writes a file into [`FolderUploads`].
#[derive(Debug)]
pub struct FolderWriter {
    keys: Keys,
    /// Where it will be.
    path: PathBuf,
    key: String,
    file: PartialFile,
    sealer: Sealer,
}

/// A file that is not whole yet. It goes with whoever holds it, unless it was kept.
#[derive(Debug)]
struct PartialFile {
    path: PathBuf,
    file: File,
    is_kept: bool,
}

impl PartialFile {
    fn create(path: PathBuf) -> io::Result<Self> {
        let file = private_file().open(&path)?;
        Ok(Self { path, file, is_kept: false })
    }

    /// Makes it the file that it is to be, when it is on the disk.
    fn keep_as(mut self, path: &Path) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.path, path)?;
        self.is_kept = true;
        Ok(())
    }
}

impl Drop for PartialFile {
    fn drop(&mut self) {
        if !self.is_kept {
            let _ = fs::remove_file(&self.path);
        }
    }
}

fn failed(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}

/// A new file that its owner alone can read.
fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a folder that its owner alone can open, unless there is one.
fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Logs that a folder that was there before is open to others.
fn warn_if_others_can_open(path: &Path) {
    #[cfg(unix)]
    if let Ok(about) = fs::metadata(path) {
        let mode = std::os::unix::fs::PermissionsExt::mode(&about.permissions()) & 0o777;
        if mode & 0o077 != 0 {
            let mode = format!("{mode:o}");
            tracing::warn!(target: "townhall", path = %path.display(), mode, "others can open the folder of files: `chmod 700` closes it");
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// A key is part of a path, and may come from anywhere: it is 64 digits and nothing else.
fn is_key(key: &str) -> bool {
    key.len() == 64 && key.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What is known about a file, as it is authenticated with what is in it.
fn about(file: &UploadedFile) -> Vec<u8> {
    [file.key(), file.file_type().name(), &file.size().to_string(), file.name()].join("/").into_bytes()
}

/// The file that `about` describes.
fn read_about(about: &[u8]) -> Option<UploadedFile> {
    let mut parts = std::str::from_utf8(about).ok()?.splitn(4, '/');
    let (key, file_type) = (parts.next()?, FileType::of_name(parts.next()?)?);
    UploadedFile::new(key, file_type, parts.next()?.parse().ok()?, parts.next()?).ok()
}

/// Does work with the disk on a thread that may wait for it. It ends what it has begun, even if nobody waits for it any more.
async fn on_disk<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(failed)?
}

impl FolderUploads {
    /// Keeps files in a folder, which is made if there is none. That others can open one that was there before is logged as a warning.
    ///
    /// # Errors
    ///
    /// When it cannot be made.
    pub async fn open(folder: impl AsRef<Path>, keys: Keys) -> io::Result<Self> {
        let folder = folder.as_ref().to_owned();
        let made = folder.clone();
        on_disk(move || {
            private_folder(&made)?;
            warn_if_others_can_open(&made);
            Ok(())
        })
        .await?;
        Ok(Self { folder, keys })
    }

    /// Where a file is: in the folder of its session.
    fn path(&self, key: &str) -> Option<PathBuf> {
        is_key(key).then(|| self.folder.join(&key[..OWNER]).join(key))
    }

    fn found(&self, key: &str) -> io::Result<PathBuf> {
        self.path(key).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// What is in a file.
    ///
    /// # Errors
    ///
    /// When there is no such file, or it is not the one that this describes, or is damaged, or no key opens it.
    pub async fn content(&self, file: &UploadedFile) -> io::Result<Vec<u8>> {
        let (path, keys, file) = (self.found(file.key())?, self.keys.clone(), file.clone());
        on_disk(move || {
            let mut source = File::open(path)?;
            let mut header = [0; STREAM_HEADER];
            source.read_exact(&mut header)?;
            let mut opener = keys.opener(file.key(), &header).map_err(failed)?;
            let (mut content, mut chunk) = (Vec::new(), Vec::with_capacity(SEALED_CHUNK));
            loop {
                chunk.clear();
                // The last piece is shorter than the others.
                let limit = u64::try_from(SEALED_CHUNK).unwrap_or(u64::MAX);
                let read = (&mut source).take(limit).read_to_end(&mut chunk)?;
                if read < SEALED_CHUNK {
                    content.extend(opener.finish(&chunk, &about(&file)).map_err(failed)?);
                    return Ok(content);
                }
                content.extend(opener.open(&chunk).map_err(failed)?);
            }
        })
        .await
    }
}

/// The name beside a file for what is known about it, and for the time until which it is kept.
fn beside(path: &Path, ending: &str) -> PathBuf {
    path.with_extension(ending)
}

/// Until when a file is kept, in seconds since 1970. One about which nobody has said anything is kept for an hour from when it was written.
fn kept_until(path: &Path) -> io::Result<u64> {
    match fs::read_to_string(beside(path, "until")) {
        Ok(text) => Ok(text.trim().parse().unwrap_or(u64::MAX)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let written = fs::metadata(path)?.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
            Ok(written.as_secs().saturating_add(UNCOMMITTED_SECONDS))
        }
        Err(error) => Err(error),
    }
}

/// Deletes a file that may not be there.
fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Deletes a file and what is beside it. The content goes first: without it there is no file.
fn remove_all(path: &Path) -> io::Result<()> {
    remove_if_there(path)?;
    remove_if_there(&beside(path, "about"))?;
    remove_if_there(&beside(path, "until"))
}

/// Deletes what has expired in the folder of a session, and the folder if nothing is left.
fn clean(folder: &Path, now: u64) -> io::Result<u64> {
    let mut deleted = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if is_key(name) {
            if kept_until(&path)?.saturating_add(GRACE) <= now {
                remove_all(&path)?;
                deleted += 1;
            }
            continue;
        }
        // What was being written when a process ended, and what is beside a file that is gone.
        let is_ours =
            path.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.get(..64)).is_some_and(is_key);
        let is_left = path.extension().is_some_and(|ending| ending == "part" || ending == "new")
            || !path.with_extension("").exists();
        let age = || -> io::Result<Duration> {
            Ok(SystemTime::now().duration_since(fs::metadata(&path)?.modified()?).unwrap_or_default())
        };
        match age() {
            Ok(age) if is_ours && is_left && age.as_secs() > UNCOMMITTED_SECONDS => remove_if_there(&path)?,
            // It may have been finished or thrown away meanwhile.
            _ => {}
        }
    }
    // It goes only if it is empty.
    let _ = fs::remove_dir(folder);
    Ok(deleted)
}

impl Uploads for FolderUploads {
    type Writer = FolderWriter;

    async fn start(&self, owner: &str) -> io::Result<FolderWriter> {
        let is_owner = owner.len() == OWNER && owner.bytes().all(|byte| byte.is_ascii_hexdigit());
        let owner = if is_owner { owner.to_owned() } else { "0".repeat(OWNER) };
        let key = owner + &random_hex::<16>().map_err(failed)?;
        let (sealer, header) = self.keys.sealer(&key).map_err(failed)?;
        let (path, keys) = (self.found(&key)?, self.keys.clone());
        on_disk(move || {
            let part = beside(&path, "part");
            let folder = path.parent().unwrap_or(&path);
            private_folder(folder)?;
            let file = match PartialFile::create(part.clone()) {
                // The folder was empty, and has just been deleted.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    private_folder(folder)?;
                    PartialFile::create(part)
                }
                created => created,
            };
            let mut file = file?;
            file.file.write_all(&header)?;
            Ok(FolderWriter { keys, path, key, file, sealer })
        })
        .await
    }

    async fn find(&self, key: &str) -> io::Result<Option<UploadedFile>> {
        let Some(path) = self.path(key) else { return Ok(None) };
        let (keys, key) = (self.keys.clone(), key.to_owned());
        on_disk(move || {
            let length = match fs::metadata(&path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                about => about?.len(),
            };
            if kept_until(&path)? <= now() {
                return Ok(None);
            }
            let about = keys.open_about(&key, &fs::read(beside(&path, "about"))?).map_err(failed)?;
            let file = read_about(&about).ok_or_else(|| failed("what is known about a file cannot be read"))?;
            if file.key() != key || length != sealed_length(file.size()) {
                return Err(failed("a file is not what it was uploaded as"));
            }
            Ok(Some(file))
        })
        .await
    }

    async fn usage(&self, owner: &str) -> io::Result<Usage> {
        if owner.len() != OWNER || !owner.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(Usage::default());
        }
        let folder = self.folder.join(owner);
        on_disk(move || {
            let mut usage = Usage::default();
            let entries = match fs::read_dir(folder) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(usage),
                entries => entries?,
            };
            for entry in entries {
                let path = entry?.path();
                let stem = path.file_stem().and_then(|stem| stem.to_str());
                if path.extension().is_none_or(|ending| ending == "part")
                    && stem.is_some_and(is_key)
                    && let Ok(about) = fs::metadata(&path)
                {
                    usage.files += 1;
                    usage.bytes += about.len();
                }
            }
            Ok(usage)
        })
        .await
    }

    async fn keep(&self, key: &str, until: u64) -> io::Result<()> {
        let path = self.found(key)?;
        on_disk(move || {
            if kept_until(&path)?.saturating_add(GRACE / 2) <= now() {
                return Err(io::ErrorKind::NotFound.into());
            }
            let new = beside(&path, &format!("{}.new", random_hex::<8>().map_err(failed)?));
            let mut file = PartialFile::create(new)?;
            file.file.write_all(until.to_string().as_bytes())?;
            file.keep_as(&beside(&path, "until"))
        })
        .await
    }

    async fn remove(&self, key: &str) -> io::Result<()> {
        match self.path(key) {
            Some(path) => {
                on_disk(move || {
                    remove_all(&path)?;
                    if let Some(folder) = path.parent() {
                        let _ = fs::remove_dir(folder);
                    }
                    Ok(())
                })
                .await
            }
            None => Ok(()),
        }
    }

    async fn delete_expired(&self) -> io::Result<u64> {
        let folder = self.folder.clone();
        on_disk(move || {
            let (now, mut deleted) = (now(), 0);
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                let is_owner = path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.len() == OWNER);
                if is_owner && path.is_dir() {
                    deleted += clean(&path, now)?;
                }
            }
            Ok(deleted)
        })
        .await
    }
}

impl UploadWriter for FolderWriter {
    async fn write(&mut self, bytes: Bytes) -> io::Result<()> {
        let pieces = self.sealer.write(&bytes).map_err(failed)?;
        if pieces.is_empty() {
            return Ok(());
        }
        // A copy of the same open file, for a thread that may wait for the disk.
        let mut file = self.file.file.try_clone()?;
        on_disk(move || pieces.iter().try_for_each(|piece| file.write_all(piece))).await
    }

    async fn finish(self, file_type: FileType, size: u64, name: &str) -> Result<String, UploadError> {
        let Self { keys, path, key, mut file, sealer } = self;
        let described = UploadedFile::new(key.as_str(), file_type, size, name)?;
        let described = about(&described);
        let last = sealer.finish(&described).map_err(failed)?;
        let sealed_about = keys.seal_about(&key, &described).map_err(failed)?;
        let done = on_disk(move || {
            file.file.write_all(&last)?;
            let mut about = PartialFile::create(beside(&path, "about.part"))?;
            about.file.write_all(&sealed_about)?;
            let about_path = beside(&path, "about");
            about.keep_as(&about_path)?;
            let kept = file.keep_as(&path);
            if kept.is_err() {
                let _ = remove_if_there(&about_path);
            }
            kept
        });
        done.await?;
        Ok(key)
    }

    async fn discard(self) {
        let path = self.path.clone();
        drop(self);
        if let Some(folder) = path.parent() {
            let _ = fs::remove_dir(folder);
        }
    }
}
