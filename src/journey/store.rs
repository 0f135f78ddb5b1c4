//! [`AnswerStore`]: where answers are kept.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use sha2::{Digest, Sha256};

/// What a store returns: a future that may be sent to another thread.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Under which name something is kept: 64 hexadecimal digits. It is the hash of a secret that only the resident's browser has, so who
/// reads the store cannot act for anybody.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId(String);

impl RecordId {
    /// The name for a secret, of a kind.
    pub(crate) fn of(kind: &str, secret: &str) -> Self {
        Self(hex(&Sha256::new().chain_update(kind).chain_update([0]).chain_update(secret).finalize()))
    }

    /// The name for something that is secret by itself: for tests of a store of yours.
    #[must_use]
    pub fn hashed(secret: &str) -> Self {
        Self::of("", secret)
    }

    /// A name that was kept.
    pub(crate) fn from_digits(digits: &str) -> Self {
        Self(digits.to_owned())
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RecordId").finish_non_exhaustive()
    }
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 };
    let mut digits = vec![0; 2 * bytes.len()];
    for (pair, byte) in digits.as_chunks_mut().0.iter_mut().zip(bytes) {
        *pair = [digit(byte >> 4), digit(byte & 15)];
    }
    String::from_utf8(digits).unwrap_or_default()
}

/// What is kept: encrypted bytes, until a time.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    /// The version: 0 for what was never saved, and larger with each save.
    pub version: u64,
    /// When it is deleted, in seconds since 1970.
    pub expires: u64,
    /// The encrypted bytes.
    pub data: Vec<u8>,
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { version, expires, data } = self;
        f.debug_struct("Record")
            .field("version", version)
            .field("expires", expires)
            .field("bytes", &data.len())
            .finish_non_exhaustive()
    }
}

/// Why a store could not do its work.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Something else has been saved since the record was loaded.
    #[error("the record was changed since it was loaded")]
    Conflict,
    /// The store has more to do than it can, or waits for somebody else: it has not answered within a time. Whether it did what was asked is not known.
    #[error("the store is busy: it has not answered in time")]
    Busy,
    /// The store is not there, is full, or refuses.
    #[error("the store is not available: {0}")]
    Unavailable(#[source] Box<dyn Error + Send + Sync>),
}

impl StoreError {
    /// Whether an error is one of a store, or was caused by one: then trying again can help.
    pub(crate) fn is_cause_of(error: &(dyn Error + 'static)) -> bool {
        error.is::<Self>() || error.source().is_some_and(Self::is_cause_of)
    }
}

/// What a log may say of an error of the application: which kind it is. Its own text may have answers in it.
pub(crate) fn category(error: &(dyn std::error::Error + Send + Sync + 'static)) -> String {
    if let Some(error) = error.downcast_ref::<StoreError>() {
        return error.to_string();
    }
    match error.downcast_ref::<std::io::Error>() {
        Some(error) => error.kind().to_string(),
        None => "the application's".to_owned(),
    }
}

/// Where answers are kept until they are sent. It holds encrypted bytes and knows nothing about them.
///
/// A record is saved with the version that was loaded, so that two tabs do not overwrite each other unseen. A record that has
/// expired is as good as deleted.
pub trait AnswerStore: Send + Sync + 'static {
    /// The record with a name, if there is one that has not expired.
    fn load<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, Option<Record>>;

    /// Saves a record, and returns its new version. [`Record::version`] is the version that was loaded: if another one is in the store, it is a
    /// [`StoreError::Conflict`] and nothing is saved.
    fn save<'a>(&'a self, id: &'a RecordId, record: Record) -> StoreFuture<'a, u64>;

    /// Deletes a record, if there is one.
    fn delete<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, ()>;

    /// Deletes records that have expired, `limit` of them at most, and returns how many it were. A service calls it in the background, again and again
    /// until fewer than the limit are left, so that nobody waits while many are deleted.
    fn delete_expired(&self, limit: u32) -> StoreFuture<'_, u64>;
}

/// How long somebody waits for a store that is busy, unless it is set: browsers and proxies wait for a response for a minute at least (Safari, nginx,
/// load balancers of the large clouds), and 30 seconds leave room for what else a request does.
pub(crate) const WAIT: Duration = Duration::from_secs(30);

/// How long a server is waited for that does not take connections. It is gone, not busy: who waits longer gains nothing.
#[cfg(any(feature = "postgres", feature = "redis"))]
pub(crate) const CONNECTING: Duration = Duration::from_secs(5);

/// What a store does, or that it took too long: a store that hangs must not keep residents waiting for longer than this.
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "redis"))]
pub(crate) fn within<'a, T: 'a>(
    limit: Duration,
    work: impl Future<Output = Result<T, StoreError>> + Send + 'a,
) -> StoreFuture<'a, T> {
    Box::pin(async move { tokio::time::timeout(limit, work).await.unwrap_or(Err(StoreError::Busy)) })
}

/// The time, in seconds since 1970.
pub(crate) fn now() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the office has not got it")]
    struct Wrapped(#[source] Box<dyn Error + Send + Sync>);

    #[test]
    fn an_error_that_a_store_has_caused_is_known() {
        let error = |error: Box<dyn Error + Send + Sync>| StoreError::is_cause_of(&*error);
        assert!(error(StoreError::Busy.into()));
        assert!(error(Wrapped(StoreError::Unavailable("away".into()).into()).into()));
        assert!(!error("no such permit".into()));
        assert!(!error(Wrapped("no such permit".into()).into()));
    }
}
