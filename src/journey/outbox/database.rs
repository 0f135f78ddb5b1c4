//! [`OutboxDatabase`]: what an outbox needs of a database, the same for all three.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::journey::store::StoreFuture;

/// A database that has an [`Outbox`](super::Outbox): that of a store, so that answers and submissions are kept, and backed up, together. It is made of a
/// `&SqliteStore`, a `&PostgresStore` or a `&RedisStore`.
#[derive(Clone)]
pub struct OutboxDatabase(pub(super) Arc<dyn Database>);

impl fmt::Debug for OutboxDatabase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OutboxDatabase").field(&self.0.name()).finish()
    }
}

/// Makes the reference for a number.
pub(super) type Reference<'a> = &'a (dyn Fn(u64) -> String + Send + Sync);

/// Something that is to be kept until it was handed over.
pub(super) struct Entry<'a> {
    /// The name of the journey.
    pub(super) topic: &'static str,
    /// The same for every attempt to keep this, and for nothing else in the database.
    pub(super) key: &'a str,
    pub(super) reference: Reference<'a>,
    /// The encrypted submission.
    pub(super) data: &'a [u8],
}

/// Something that is to be handed over now.
pub(super) struct Job {
    pub(super) key: String,
    pub(super) reference: String,
    /// Which attempt this is, from 1.
    pub(super) attempt: u32,
    pub(super) data: Vec<u8>,
}

/// An attempt that has failed.
pub(super) struct Failure<'a> {
    pub(super) topic: &'static str,
    pub(super) key: &'a str,
    pub(super) attempt: u32,
    /// What went wrong, encrypted.
    pub(super) error: &'a [u8],
    /// When to try again.
    pub(super) wait: Duration,
    /// For how long to try, counted from the sending.
    pub(super) give_up: Duration,
}

/// Something that was given up.
pub(super) struct Dead {
    pub(super) key: String,
    pub(super) reference: String,
    pub(super) attempts: u32,
    /// In milliseconds since 1970.
    pub(super) sent: u64,
    pub(super) data: Vec<u8>,
    pub(super) error: Vec<u8>,
}

/// How much there is, and for how long the oldest has waited.
pub(super) struct Counts {
    pub(super) waiting: u64,
    pub(super) dead: u64,
    pub(super) oldest: Duration,
}

/// What an outbox needs of a database. An entry waits until it was handed over or is dead.
///
/// All times are those of the database's own clock, so that the clocks of the machines that share it do not matter. A process may end between any two
/// statements: whatever was begun has then either happened as a whole or not at all.
pub(super) trait Database: Send + Sync {
    /// What it is called.
    fn name(&self) -> &'static str;

    /// Makes what has to be there before anything can be kept.
    fn prepare(&self) -> StoreFuture<'_, ()>;

    /// Keeps an entry, once, and gives its reference: that of the first attempt, if this is not the first. Numbers begin at 1 and rise by 1.
    fn keep<'a>(&'a self, entry: &'a Entry<'a>) -> StoreFuture<'a, String>;

    /// Takes what has been due for longest, and that nobody else has. If it is not heard of for as long as `lease`, it is due again.
    fn claim<'a>(&'a self, topic: &'static str, lease: Duration) -> StoreFuture<'a, Option<Job>>;

    /// Notes that something was handed over. Its key and reference stay, and nothing else.
    fn complete<'a>(&'a self, topic: &'static str, key: &'a str) -> StoreFuture<'a, ()>;

    /// Notes that an attempt has failed, unless another one has begun or it was handed over, and says whether it was given up.
    fn fail<'a>(&'a self, failure: &'a Failure<'a>) -> StoreFuture<'a, bool>;

    /// What was given up, by number.
    fn dead<'a>(&'a self, topic: &'static str) -> StoreFuture<'a, Vec<Dead>>;

    /// Makes something that was given up due at once, as if it had been sent now, and says whether there was one.
    fn revive<'a>(&'a self, topic: &'static str, key: &'a str) -> StoreFuture<'a, bool>;

    /// How much there is.
    fn count<'a>(&'a self, topic: &'static str) -> StoreFuture<'a, Counts>;
}

/// A duration in milliseconds.
pub(super) fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
