//! [`FileHandles`]: how a page names the files that it keeps.

use std::{fmt, io};

use hmac::digest::KeyInit;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

/// The hexadecimal digits of a signature: 128 bits.
const SIGNATURE: usize = 32;

/// Signs the handles by which a page keeps files that came with an earlier submission, and knows them again.
///
/// A handle is good for one file in one field of one question, and for the session that it was made for. Nothing else that a page or a program sends is taken
/// for a file.
///
/// ```
/// use townhall::form::FileHandles;
///
/// // Where the application has sessions, with a secret from where its secrets are:
/// let handles = FileHandles::new([7; 32]).for_session("the id of this session");
/// // Where it has none, a handle is good for whoever has the page, until the process ends:
/// let handles = FileHandles::random()?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone)]
pub struct FileHandles {
    /// The first signs, all are known.
    keys: Vec<Zeroizing<[u8; 32]>>,
    /// The same for sessions.
    sessions: Vec<String>,
    owner: String,
}

impl FileHandles {
    /// Handles that are signed with a key: 32 bytes that nobody can guess.
    #[must_use]
    pub fn new(key: [u8; 32]) -> Self {
        Self::of_keys([Zeroizing::new(key)])
    }

    /// Handles of a key that nobody knows, and that ends with the process.
    ///
    /// # Errors
    ///
    /// When the system has no randomness.
    pub fn random() -> io::Result<Self> {
        let mut key = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *key).map_err(io::Error::other)?;
        Ok(Self::of_keys([key]))
    }

    pub(crate) fn of_keys(keys: impl IntoIterator<Item = Zeroizing<[u8; 32]>>) -> Self {
        Self { keys: keys.into_iter().collect(), sessions: vec![String::new()], owner: String::new() }
    }

    /// The handles of one session, by its id or its secret. Its files are counted together, against [`Limits`](super::Limits).
    #[must_use]
    pub fn for_session(&self, session: &str) -> Self {
        Self { keys: self.keys.clone(), sessions: vec![session.to_owned()], owner: owner(session) }
    }

    /// Knows handles of another session as well: of the one that this one was before.
    #[cfg(feature = "journey")]
    pub(crate) fn or_session(mut self, session: String, owner: String) -> Self {
        self.sessions.push(session);
        self.owner = owner;
        self
    }

    /// Whose files these are, as [`Uploads`](super::Uploads) know it: 32 hexadecimal digits, or nothing without a session.
    #[must_use]
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// The handle of a file.
    pub(crate) fn sign(&self, question: &str, field: &str, key: &str) -> String {
        let session = self.sessions.first().map_or("", String::as_str);
        let mac = self.keys.first().map(|secret| mac(secret, [session, question, field, key]));
        let signature = mac.map(|mac| super::uploads::hex(&mac.finalize().into_bytes())).unwrap_or_default();
        [key, ".", signature.get(..SIGNATURE).unwrap_or_default()].concat()
    }

    /// The key of the file that a handle names.
    pub(crate) fn verify<'h>(&self, question: &str, field: &str, handle: &'h str) -> Option<&'h str> {
        let (key, signature) = handle.split_once('.')?;
        let signature = bytes(signature)?;
        let is_signed = |secret: &Zeroizing<[u8; 32]>, session: &String| {
            // The comparison takes as long for a signature that is nearly right.
            mac(secret, [session, question, field, key]).verify_truncated_left(&signature).is_ok()
        };
        let is_known = self.keys.iter().any(|secret| self.sessions.iter().any(|session| is_signed(secret, session)));
        is_known.then_some(key)
    }
}

impl fmt::Debug for FileHandles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileHandles").finish_non_exhaustive()
    }
}

/// The name under which the files of a session are counted. It does not tell the session.
pub(crate) fn owner(session: &str) -> String {
    let hash = Sha256::new().chain_update(b"townhall files ").chain_update(session).finalize();
    super::uploads::hex(&hash[..16])
}

fn mac(key: &Zeroizing<[u8; 32]>, parts: [&str; 4]) -> Hmac<Sha256> {
    // A key that is shorter than a block is filled up with zeros.
    let mut block = hmac::digest::Key::<Hmac<Sha256>>::default();
    block[..key.len()].copy_from_slice(&**key);
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block);
    block.as_mut_slice().zeroize();
    mac.update(b"townhall file handle");
    for part in parts {
        // With its length, so that no two lists of parts are one text.
        mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        mac.update(part.as_bytes());
    }
    mac
}

/// The bytes of a whole signature.
fn bytes(digits: &str) -> Option<Vec<u8>> {
    if digits.len() != SIGNATURE || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    (0..SIGNATURE).step_by(2).map(|at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_good_for_its_file_field_question_and_session_alone() {
        let handles = FileHandles::new([7; 32]);
        let mine = handles.for_session("mine");
        let handle = mine.sign("proof", "letter", "0f");
        assert_eq!(mine.verify("proof", "letter", &handle), Some("0f"));
        assert_eq!(mine.verify("proof", "photo", &handle), None);
        assert_eq!(mine.verify("other", "letter", &handle), None);
        assert_eq!(handles.for_session("theirs").verify("proof", "letter", &handle), None);
        assert_eq!(handles.verify("proof", "letter", &handle), None);
        assert_eq!(FileHandles::new([8; 32]).for_session("mine").verify("proof", "letter", &handle), None);
        assert_ne!(mine.owner(), handles.for_session("theirs").owner());
        // A name that moves from one part to the other is another name.
        assert_eq!(mine.verify("proo", "fletter", &handle), None);
        for wrong in
            ["", ".", "0f", "0f.", "0f.00", &handle.replace("0f.", "0e."), &handle[..handle.len() - 2], &"0".repeat(99)]
        {
            assert_eq!(mine.verify("proof", "letter", wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_key_that_was_used_before_is_known() {
        let keys = [Zeroizing::new([2; 32]), Zeroizing::new([1; 32])];
        let handle = FileHandles::new([1; 32]).sign("proof", "letter", "0f");
        assert_eq!(FileHandles::of_keys(keys).verify("proof", "letter", &handle), Some("0f"));
    }
}
