//! The short hash that names a file after what is in it. The build script uses it too.

use sha2::{Digest, Sha256};

/// Ten hexadecimal digits of the SHA-256 of a file: 40 bits, to tell versions of one file apart.
pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(5).fold(String::new(), |mut hash, byte| {
        for nibble in [byte >> 4, byte & 15] {
            hash.push(char::from_digit(nibble.into(), 16).unwrap_or_default());
        }
        hash
    })
}
