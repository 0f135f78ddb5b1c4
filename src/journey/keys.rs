//! [`Keys`]: answers are encrypted where they are kept.

use std::path::Path;
use std::{fmt, fs, io};

use aes_gcm_siv::aead::stream::{DecryptorBE32, EncryptorBE32};
use aes_gcm_siv::aead::{Aead, KeyInit, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::store::{RecordId, hex};
use crate::form::FileHandles;

/// The first byte of what is encrypted, for a format that may come.
const FORMAT: u8 = 1;
const KEY_ID: usize = 4;
const NONCE: usize = 12;

/// Something that is no key, or that no key opens.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeysError {
    /// Not 64 hexadecimal digits.
    #[error("a key is 64 hexadecimal digits: `openssl rand -hex 32` makes one")]
    NotAKey,
    /// The system has no randomness.
    #[error("no random bytes: {0}")]
    Random(String),
    /// It was encrypted with a key that is not among these.
    #[error("no key opens it: the one it was encrypted with must stay among the previous ones")]
    UnknownKey,
    /// It is not what was encrypted.
    #[error("what was kept is damaged, or belongs to another record")]
    Damaged,
}

#[derive(Clone)]
struct Key {
    /// By which it is found again. It says nothing about the key.
    id: [u8; KEY_ID],
    /// It wipes its memory itself.
    cipher: Aes256GcmSiv,
    /// What the handles of files are signed with.
    handles: Zeroizing<[u8; 32]>,
}

impl Key {
    fn new(bytes: &[u8; 32]) -> Self {
        let hash = Sha256::new().chain_update(b"townhall key").chain_update(bytes).finalize();
        let mut id = [0; KEY_ID];
        id.copy_from_slice(&hash[..KEY_ID]);
        let handles = Sha256::new().chain_update(b"townhall file handles").chain_update(bytes).finalize();
        Self { id, cipher: Aes256GcmSiv::new(bytes.into()), handles: Zeroizing::new(handles.into()) }
    }
}

/// The keys with which answers are encrypted (AES-256-GCM-SIV), so that a copied database tells nothing.
///
/// New answers are encrypted with the current key; those that an earlier key encrypted are still read, and are encrypted with the current
/// one when they are saved again. A key can be dropped when the answers that it encrypted have expired.
///
/// ```
/// use townhall::journey::Keys;
///
/// let keys = Keys::from_hex(&"07".repeat(32))?.previous(&"42".repeat(32))?;
/// assert!(Keys::from_hex("a secret").is_err());
/// # Ok::<(), townhall::journey::KeysError>(())
/// ```
#[derive(Clone)]
pub struct Keys {
    /// The current one first.
    keys: Vec<Key>,
}

impl Keys {
    /// One key.
    #[must_use]
    pub fn new(key: [u8; 32]) -> Self {
        Self { keys: vec![Key::new(&Zeroizing::new(key))] }
    }

    /// One key, from 64 hexadecimal digits: `openssl rand -hex 32`.
    ///
    /// # Errors
    ///
    /// When they are not that.
    pub fn from_hex(digits: &str) -> Result<Self, KeysError> {
        Ok(Self { keys: vec![Key::new(&*bytes(digits)?)] })
    }

    /// The key in a file, which is made with a new one if there is none: for one machine. Several processes that start together have the same.
    ///
    /// Only its owner can read the file; that others can read one that was there before is logged as a warning. Whoever has it and the database has the
    /// answers: back it up elsewhere.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or made, or has something else in it. The error names the file.
    pub fn in_file(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        Self::read_or_make(path).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
    }

    fn read_or_make(path: &Path) -> io::Result<Self> {
        if !path.exists() {
            // It is there with all that is in it, or not at all; and of several the first counts.
            let new = path.with_extension(random_hex::<8>().map_err(io::Error::other)?);
            write_secret(&new, &Zeroizing::new(random_hex::<32>().map_err(io::Error::other)?))?;
            let linked = fs::hard_link(&new, path);
            fs::remove_file(&new)?;
            if linked.is_err() && !path.exists() {
                linked?;
            }
        }
        warn_if_others_can_read(path);
        Self::from_hex(&Zeroizing::new(fs::read_to_string(path)?)).map_err(io::Error::other)
    }

    /// Adds a key that was used before.
    ///
    /// # Errors
    ///
    /// When it is not 64 hexadecimal digits.
    pub fn previous(mut self, digits: &str) -> Result<Self, KeysError> {
        self.keys.push(Key::new(&*bytes(digits)?));
        Ok(self)
    }

    /// A key that nobody knows, and that ends with the process: for tests, and with answers in memory.
    ///
    /// # Errors
    ///
    /// When the system has no randomness.
    pub fn random() -> Result<Self, KeysError> {
        Ok(Self { keys: vec![Key::new(&Zeroizing::new(random::<32>()?))] })
    }

    /// Encrypts what belongs to a record.
    pub(crate) fn seal(&self, id: &RecordId, text: &[u8]) -> Result<Vec<u8>, KeysError> {
        let key = self.keys.first().ok_or(KeysError::UnknownKey)?;
        let nonce: [u8; NONCE] = random()?;
        let payload = Payload { msg: text, aad: id.as_str().as_bytes() };
        let sealed = key.cipher.encrypt(Nonce::from_slice(&nonce), payload).map_err(|_| KeysError::Damaged)?;
        let mut out = Vec::with_capacity(1 + KEY_ID + NONCE + sealed.len());
        out.push(FORMAT);
        out.extend_from_slice(&key.id);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        Ok(out)
    }

    /// Starts to encrypt a file, with a key of its own, and gives what stands before it: that key, encrypted, which opens with the name of the file alone.
    pub(super) fn sealer(&self, name: &str) -> Result<(Sealer, Vec<u8>), KeysError> {
        let file_key = Zeroizing::new(random::<32>()?);
        let header = self.seal(&file_record(name), &*file_key)?;
        let stream = EncryptorBE32::from_aead(Aes256GcmSiv::new((&*file_key).into()), &STREAM_NONCE.into());
        Ok((Sealer { stream, waiting: Zeroizing::new(Vec::with_capacity(CHUNK)) }, header))
    }

    /// Starts to decrypt a file, from its name and what stands before it.
    pub(super) fn opener(&self, name: &str, header: &[u8]) -> Result<Opener, KeysError> {
        let file_key = Zeroizing::new(self.open(&file_record(name), header)?);
        let file_key = <&[u8; 32]>::try_from(file_key.as_slice()).map_err(|_| KeysError::Damaged)?;
        let cipher = Aes256GcmSiv::new(file_key.into());
        Ok(Opener(Some(DecryptorBE32::from_aead(cipher, &STREAM_NONCE.into()))))
    }

    /// What is known about a file, encrypted on its own.
    pub(super) fn seal_about(&self, name: &str, about: &[u8]) -> Result<Vec<u8>, KeysError> {
        self.seal(&RecordId::of("about", name), about)
    }

    pub(super) fn open_about(&self, name: &str, sealed: &[u8]) -> Result<Vec<u8>, KeysError> {
        self.open(&RecordId::of("about", name), sealed)
    }

    /// What signs the handles of files.
    pub(crate) fn file_handles(&self) -> FileHandles {
        FileHandles::of_keys(self.keys.iter().map(|key| key.handles.clone()))
    }

    /// Decrypts what belongs to a record.
    pub(crate) fn open(&self, id: &RecordId, sealed: &[u8]) -> Result<Vec<u8>, KeysError> {
        let (format, rest) = sealed.split_first().ok_or(KeysError::Damaged)?;
        if *format != FORMAT || rest.len() < KEY_ID + NONCE {
            return Err(KeysError::Damaged);
        }
        let (key_id, rest) = rest.split_at(KEY_ID);
        let (nonce, sealed) = rest.split_at(NONCE);
        let key = self.keys.iter().find(|key| key.id == key_id).ok_or(KeysError::UnknownKey)?;
        let payload = Payload { msg: sealed, aad: id.as_str().as_bytes() };
        key.cipher.decrypt(Nonce::from_slice(nonce), payload).map_err(|_| KeysError::Damaged)
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys").field("keys", &self.keys.len()).finish_non_exhaustive()
    }
}

/// How much of a file is encrypted at once.
const CHUNK: usize = 64 * 1024;
/// How long that is when it is encrypted.
pub(super) const SEALED_CHUNK: usize = CHUNK + 16;
/// No two files have the same key, so they may start alike.
const STREAM_NONCE: [u8; NONCE - 5] = [0; NONCE - 5];
/// How long that is which stands before an encrypted file.
pub(super) const STREAM_HEADER: usize = 1 + KEY_ID + NONCE + 32 + 16;

/// As what the key of a file is encrypted.
fn file_record(name: &str) -> RecordId {
    RecordId::of("file", name)
}

/// How long a file is when it is encrypted.
pub(super) fn sealed_length(size: u64) -> u64 {
    let length = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
    // The last piece is never full, so that its end is seen.
    let pieces = size / length(CHUNK) + 1;
    length(STREAM_HEADER).saturating_add(size).saturating_add(pieces.saturating_mul(length(SEALED_CHUNK - CHUNK)))
}

/// Encrypts a file piece by piece. A piece cannot be left out or moved unseen, nor can the end be.
pub(super) struct Sealer {
    stream: EncryptorBE32<Aes256GcmSiv>,
    waiting: Zeroizing<Vec<u8>>,
}

impl Sealer {
    /// The pieces that are full.
    pub(super) fn write(&mut self, mut bytes: &[u8]) -> Result<Vec<Vec<u8>>, KeysError> {
        let mut sealed = Vec::new();
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(CHUNK - self.waiting.len()));
            self.waiting.extend_from_slice(now);
            bytes = later;
            if self.waiting.len() == CHUNK {
                sealed.push(self.stream.encrypt_next(self.waiting.as_slice()).map_err(|_| KeysError::Damaged)?);
                self.waiting.clear();
            }
        }
        Ok(sealed)
    }

    /// The last piece. It opens only with what is known about the file: its key, type, size and name.
    pub(super) fn finish(self, about: &[u8]) -> Result<Vec<u8>, KeysError> {
        let last = Payload { msg: self.waiting.as_slice(), aad: about };
        self.stream.encrypt_last(last).map_err(|_| KeysError::Damaged)
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sealer").finish_non_exhaustive()
    }
}

/// Decrypts a file piece by piece.
pub(super) struct Opener(Option<DecryptorBE32<Aes256GcmSiv>>);

impl Opener {
    /// A piece that another follows.
    pub(super) fn open(&mut self, sealed: &[u8]) -> Result<Vec<u8>, KeysError> {
        self.0.as_mut().ok_or(KeysError::Damaged)?.decrypt_next(sealed).map_err(|_| KeysError::Damaged)
    }

    /// The last piece, with what is known about the file.
    pub(super) fn finish(&mut self, sealed: &[u8], about: &[u8]) -> Result<Vec<u8>, KeysError> {
        let last = Payload { msg: sealed, aad: about };
        self.0.take().ok_or(KeysError::Damaged)?.decrypt_last(last).map_err(|_| KeysError::Damaged)
    }
}

/// Logs that a key is open to others, where the system knows owners.
fn warn_if_others_can_read(path: &Path) {
    #[cfg(unix)]
    if let Ok(about) = fs::metadata(path) {
        let mode = std::os::unix::fs::PermissionsExt::mode(&about.permissions()) & 0o777;
        if mode & 0o077 != 0 {
            tracing::warn!(target: "townhall", path = %path.display(), mode = format!("{mode:o}"), "others can read the key: `chmod 600` closes it");
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// Writes a new file that only its owner can read, where the system knows owners.
fn write_secret(path: &Path, text: &str) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    io::Write::write_all(&mut file, text.as_bytes())?;
    file.sync_all()
}

/// Random bytes.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], KeysError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| KeysError::Random(error.to_string()))?;
    Ok(bytes)
}

/// Random bytes as hexadecimal digits.
pub(crate) fn random_hex<const N: usize>() -> Result<String, KeysError> {
    Ok(hex(&random::<N>()?))
}

fn bytes(digits: &str) -> Result<Zeroizing<[u8; 32]>, KeysError> {
    let digits = digits.trim();
    let mut key = Zeroizing::new([0; 32]);
    if digits.len() != 64 || !digits.is_ascii() {
        return Err(KeysError::NotAKey);
    }
    for (byte, at) in key.iter_mut().zip((0..64).step_by(2)) {
        let pair = digits.get(at..at + 2).unwrap_or_default();
        *byte = u8::from_str_radix(pair, 16).map_err(|_| KeysError::NotAKey)?;
    }
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_encrypted_is_opened_by_its_key_and_record_alone() {
        let (old, new) = ("07".repeat(32), "42".repeat(32));
        let (id, other) = (RecordId::of("a", "x"), RecordId::of("a", "y"));
        let sealed = Keys::from_hex(&old).unwrap().seal(&id, b"Sian").unwrap();
        assert!(!sealed.windows(4).any(|part| part == b"Sian"));

        let rotated = Keys::from_hex(&new).unwrap().previous(&old).unwrap();
        assert_eq!(rotated.open(&id, &sealed).unwrap(), b"Sian");
        assert_eq!(rotated.open(&other, &sealed), Err(KeysError::Damaged));
        assert_eq!(Keys::from_hex(&new).unwrap().open(&id, &sealed), Err(KeysError::UnknownKey));
        let again = rotated.seal(&id, b"Sian").unwrap();
        assert_eq!(Keys::from_hex(&new).unwrap().open(&id, &again).unwrap(), b"Sian");
        assert_ne!(again, rotated.seal(&id, b"Sian").unwrap(), "no two are alike");
        for at in 0..again.len() {
            let mut changed = again.clone();
            changed[at] ^= 1;
            assert!(rotated.open(&id, &changed).is_err(), "byte {at}");
            assert!(rotated.open(&id, &again[..at]).is_err(), "cut off after {at}");
        }
    }

    #[test]
    fn a_key_in_a_file_is_the_same_for_all() {
        let folder = std::env::temp_dir().join(format!("townhall-key-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("key");
        let id = RecordId::of("a", "x");
        let keys: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| Keys::in_file(&path).unwrap())).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let sealed = keys[0].seal(&id, b"Sian").unwrap();
        assert!(keys.iter().all(|keys| keys.open(&id, &sealed).is_ok()));
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing else is left");
        #[cfg(unix)]
        assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&path).unwrap().permissions()) & 0o777, 0o600);
        fs::write(&path, "no key").unwrap();
        assert!(Keys::in_file(&path).is_err());
        let nowhere = folder.join("nowhere/key");
        let error = Keys::in_file(&nowhere).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
        assert!(error.to_string().starts_with(&nowhere.display().to_string()), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_key_is_64_digits() {
        for text in ["", "07", &"0g".repeat(32), &"07".repeat(33), &"é".repeat(32)] {
            assert_eq!(Keys::from_hex(text).err(), Some(KeysError::NotAKey), "{text}");
        }
    }
}
