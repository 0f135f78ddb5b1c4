//! [`Limits`]: how much a form may send.

use std::time::Duration;

/// How much a form may send, and how long it may take. What is above is refused before it is read any further.
///
/// The defaults are far above what people need:
///
/// ```
/// use std::time::Duration;
/// use townhall::form::Limits;
///
/// let limits = Limits::default();
/// assert_eq!((limits.bytes, limits.fields), (256 * 1024, 1_000));
/// assert_eq!(limits.part_header_bytes, 8 * 1024);
/// assert_eq!((limits.time, limits.upload_time), (Duration::from_secs(60), Duration::from_secs(15 * 60)));
/// assert_eq!((limits.session_files, limits.session_bytes), (50, 250 * 1024 * 1024));
///
/// let shorter = Limits { time: Duration::from_secs(20), ..Limits::default() };
/// # assert_ne!(shorter, limits);
/// ```
///
/// How large a file may be, and how many a field takes, the question says: [`Field::files`](super::Field::files) and
/// [`Field::most_files`](super::Field::most_files). A name of a file has 255 bytes at most, and is cut to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The bytes of names and values, and of the body as far as it is not files.
    pub bytes: usize,
    /// The fields, and in a form with files its parts.
    pub fields: usize,
    /// The bytes of the headers of one part, in a form with files.
    pub part_header_bytes: usize,
    /// How long the body of a form may take.
    pub time: Duration,
    /// The same for a form with files.
    pub upload_time: Duration,
    /// The files that one session may have stored at a time, those that were replaced within the last hour as well.
    pub session_files: u64,
    /// The bytes of these files.
    pub session_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 256 * 1024,
            fields: 1_000,
            part_header_bytes: 8 * 1024,
            time: Duration::from_secs(60),
            upload_time: Duration::from_secs(15 * 60),
            session_files: 50,
            session_bytes: 250 * 1024 * 1024,
        }
    }
}
