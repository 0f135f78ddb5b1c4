//! [`Outbox`]: submissions on their way to the systems that work with them.

mod database;
#[cfg(feature = "redis")]
mod redis;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod sql;

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

pub use self::database::OutboxDatabase;
use self::database::{Counts, Dead, Entry, Failure, Job, Reference};
use super::definition::{BoxError, Receipt, Submission, SubmitFuture};
use super::keys::Keys;
use super::store::{RecordId, StoreError, category};
use crate::values::UploadedFile;

/// What a system gets that works with submissions.
///
/// It holds answers, so `Debug` shows the reference and the attempt alone.
#[non_exhaustive]
pub struct Handover<A> {
    /// The answers.
    pub answers: A,
    /// The reference that the applicant has.
    pub reference: String,
    /// The same for every attempt to hand this over, and for nothing else. It can happen twice: a process may end between handing over and
    /// remembering that. Who receives it must know the key again.
    pub key: String,
    /// The files that belong to the answers.
    pub files: Vec<UploadedFile>,
    /// The tag of the language in which the answers were sent: `cy`.
    pub language: String,
    /// Which attempt it is, from 1.
    pub attempt: u32,
}

impl<A> fmt::Debug for Handover<A> {
    /// Without what somebody has typed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reference, language, attempt, .. } = self;
        f.debug_struct("Handover")
            .field("reference", reference)
            .field("language", language)
            .field("attempt", attempt)
            .finish_non_exhaustive()
    }
}

/// Something that could not be handed over as often as was tried.
///
/// It holds answers, and what the receiving system has said about them, so `Debug` shows the reference and the attempts alone.
#[derive(Clone)]
#[non_exhaustive]
pub struct DeadLetter {
    /// The reference that the applicant has.
    pub reference: String,
    /// What [`Outbox::retry`] wants to know.
    pub key: String,
    /// How often it was tried.
    pub attempts: u32,
    /// What went wrong the last time.
    pub error: String,
    /// When it was sent, in seconds since 1970.
    pub sent: u64,
    /// The answers, as JSON.
    pub answers: serde_json::Value,
}

impl fmt::Debug for DeadLetter {
    /// Without what somebody has typed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reference, attempts, sent, .. } = self;
        f.debug_struct("DeadLetter")
            .field("reference", reference)
            .field("attempts", attempts)
            .field("sent", sent)
            .finish_non_exhaustive()
    }
}

/// What is on its way: for monitoring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct OutboxState {
    /// How many have not been handed over yet.
    pub waiting: u64,
    /// For how many seconds the oldest of them has waited. 0 if there is none.
    pub oldest: u64,
    /// How many were given up.
    pub dead: u64,
}

/// What is encrypted of a submission.
#[derive(Serialize, Deserialize)]
struct Parcel<A> {
    answers: A,
    language: String,
    files: Vec<UploadedFile>,
}

/// Submissions on their way to the systems that work with them, in the store that has the answers: SQLite, PostgreSQL or Redis.
///
/// The resident gets a reference as soon as the submission is in the store, whether the receiving system is there or not. It is handed over in the
/// background, and again after a failure: after ten seconds, then twenty, and so on up to an hour, for three days. What could not be handed over until then
/// is a [dead letter](Self::dead_letters). Nothing of that is lost when a process ends, and any number of processes may share the work.
///
/// Answers are encrypted, and deleted once they are handed over. What stays is the key and the reference.
///
/// ```no_run
/// use townhall::journey::{Handover, Journey, Keys, Outbox, SqliteStore};
/// # use serde::{Deserialize, Serialize};
/// # use townhall::{form::Question, values::FullName};
/// # use validator::Validate;
/// # #[derive(Default, Serialize, Deserialize)] struct Permit { name: Option<Name> }
/// # #[derive(Serialize, Deserialize, Validate)] struct Name { full_name: FullName }
/// # impl Question for Name { const NAME: &'static str = "name"; }
/// # async fn send_to_the_office(_: Handover<Permit>) -> Result<(), Box<dyn std::error::Error + Send + Sync>> { Ok(()) }
/// # async fn run(keys: Keys) -> Result<(), Box<dyn std::error::Error>> {
/// let store = SqliteStore::open("permits.db").await?;
/// let outbox = Outbox::open(&store, keys, "permit").await?;
/// tokio::spawn(outbox.clone().deliver(send_to_the_office));
/// let journey = Journey::new("permit")
///     .question(|a: &mut Permit| &mut a.name)
///     .submit(outbox.accept(|number| format!("NB-{number:06}")));
/// # Ok(()) }
/// ```
pub struct Outbox<A> {
    database: OutboxDatabase,
    keys: Keys,
    topic: &'static str,
    first: Duration,
    longest: Duration,
    give_up: Duration,
    timeout: Duration,
    /// Rung when something was accepted by this process.
    bell: Arc<Notify>,
    answers: PhantomData<fn() -> A>,
}

impl<A> Clone for Outbox<A> {
    fn clone(&self) -> Self {
        Self { database: self.database.clone(), keys: self.keys.clone(), bell: Arc::clone(&self.bell), ..*self }
    }
}

impl<A> fmt::Debug for Outbox<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outbox").field("topic", &self.topic).finish_non_exhaustive()
    }
}

/// How often a process looks for what others have accepted, or what is due again.
const LOOK: Duration = Duration::from_secs(1);
/// How long nothing is tried after the database was not there, and how long it may take to note how an attempt has ended.
const REST: Duration = Duration::from_secs(5);
/// How soon it is tried again to note how an attempt has ended.
const PAUSE: Duration = Duration::from_millis(500);

/// What is encrypted under a key belongs to it.
fn record(key: &str) -> RecordId {
    RecordId::of("outbox", key)
}

/// An attempt that panics has failed. It must not end the work for all others.
async fn without_panic(attempt: impl Future<Output = Result<(), BoxError>>) -> Result<(), BoxError> {
    let mut attempt = std::pin::pin!(attempt);
    let poll = |context: &mut std::task::Context<'_>| {
        let poll = std::panic::AssertUnwindSafe(|| attempt.as_mut().poll(context));
        // What was half done in it is dropped with it.
        std::panic::catch_unwind(poll).unwrap_or_else(|_| std::task::Poll::Ready(Err("it panicked".into())))
    };
    std::future::poll_fn(poll).await
}

impl<A> Outbox<A> {
    /// Opens the outbox of one kind of submission in the database of a store, and makes its tables if there are none. The name of the journey keeps it
    /// apart from others in the same database.
    ///
    /// # Errors
    ///
    /// If the tables cannot be made.
    pub async fn open(
        database: impl Into<OutboxDatabase>,
        keys: Keys,
        journey: &'static str,
    ) -> Result<Self, StoreError> {
        let database = database.into();
        database.0.prepare().await?;
        Ok(Self {
            database,
            keys,
            topic: journey,
            first: Duration::from_secs(10),
            longest: Duration::from_secs(60 * 60),
            give_up: Duration::from_secs(3 * 24 * 60 * 60),
            timeout: Duration::from_secs(60),
            bell: Arc::new(Notify::new()),
            answers: PhantomData,
        })
    }

    /// After a failure it is tried again after this time, then after twice as long, and so on: 10 seconds, and an hour at most, unless it is set.
    #[must_use]
    pub fn backoff(mut self, first: Duration, longest: Duration) -> Self {
        self.first = first;
        self.longest = longest;
        self
    }

    /// When to give up, counted from the sending: three days unless it is set. The answers stay, as a [dead letter](Self::dead_letters).
    #[must_use]
    pub fn give_up_after(mut self, time: Duration) -> Self {
        self.give_up = time;
        self
    }

    /// How long one attempt may take: a minute unless it is set. One that takes longer has failed, and so has one whose process has ended.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// What to do with a submission: [`Journey::submit`](super::Journey::submit) takes it. `reference` makes the reference for the applicant of a number
    /// that no other submission in this database has: 1, 2, and so on. If the database is busy or away, the resident sees the page that says so, and can send
    /// again.
    pub fn accept<R>(&self, reference: R) -> impl Fn(Submission<A>) -> SubmitFuture + Send + Sync + use<A, R>
    where
        A: Serialize + Send + Sync + 'static,
        R: Fn(u64) -> String + Send + Sync + 'static,
    {
        let (outbox, reference) = (self.clone(), Arc::new(reference));
        move |submission| -> SubmitFuture {
            let (outbox, reference) = (outbox.clone(), Arc::clone(&reference));
            Box::pin(async move {
                let reference = outbox.keep(&submission, &*reference).await?;
                outbox.bell.notify_one();
                Ok(Receipt::new(reference))
            })
        }
    }

    /// Keeps a submission, once, and gives its reference.
    async fn keep(&self, submission: &Submission<A>, reference: Reference<'_>) -> Result<String, BoxError>
    where
        A: Serialize + Sync,
    {
        let Submission { answers, key, locale, files } = submission;
        let parcel = Parcel { answers, language: locale.tag().to_owned(), files: files.clone() };
        let data = self.keys.seal(&record(key), &serde_json::to_vec(&parcel)?)?;
        Ok(self.database.0.keep(&Entry { topic: self.topic, key, reference, data: &data }).await?)
    }

    /// Hands over what was accepted, one after the other, until the program ends. Spawn it once for each process, or several times to hand over
    /// several at once. A process that takes no requests may do nothing else.
    ///
    /// When `hand_over` has returned `Ok`, the receiving system has it, and the answers are deleted here.
    pub async fn deliver<F, R>(self, hand_over: F)
    where
        A: DeserializeOwned + Send,
        F: Fn(Handover<A>) -> R + Send + Sync,
        R: Future<Output = Result<(), BoxError>> + Send,
    {
        loop {
            match self.deliver_one(&hand_over).await {
                Ok(true) => {}
                Ok(false) => {
                    let _ = tokio::time::timeout(LOOK, self.bell.notified()).await;
                }
                Err(error) => {
                    tracing::error!(target: "townhall", outbox = self.topic, %error, "the outbox cannot be reached");
                    tokio::time::sleep(REST).await;
                }
            }
        }
    }

    /// Hands over one that is due, and says whether there was one.
    async fn deliver_one<F, R>(&self, hand_over: &F) -> Result<bool, StoreError>
    where
        A: DeserializeOwned,
        F: Fn(Handover<A>) -> R,
        R: Future<Output = Result<(), BoxError>>,
    {
        // A process that is not heard of for so long has ended.
        let lease = self.timeout.saturating_add(REST);
        let Some(job) = self.database.0.claim(self.topic, lease).await? else { return Ok(false) };
        let begun = tokio::time::Instant::now();
        let attempt = async {
            let parcel: Parcel<A> = self.open_parcel(&job.key, &job.data)?;
            let Job { key, reference, attempt, .. } = &job;
            let Parcel { answers, language, files } = parcel;
            let (key, reference, attempt) = (key.clone(), reference.clone(), *attempt);
            hand_over(Handover { answers, reference, key, files, language, attempt }).await
        };
        let outcome = match tokio::time::timeout(self.timeout, without_panic(attempt)).await {
            Ok(outcome) => outcome,
            Err(_) => Err(format!("it took longer than {} seconds", self.timeout.as_secs_f32()).into()),
        };
        // Something that cannot be noted is handed over again. So it is tried for as long as nobody else has it.
        while let Err(error) = self.note(&job, &outcome).await {
            if begun.elapsed() >= lease {
                return Err(error);
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(true)
    }

    /// Notes how an attempt has ended.
    async fn note(&self, job: &Job, outcome: &Result<(), BoxError>) -> Result<(), StoreError> {
        let Job { key, reference, attempt, .. } = job;
        let Err(error) = outcome else { return self.database.0.complete(self.topic, key).await };
        // What the receiving system has said may have answers in it: the log has its kind, and the database what it says.
        let (kind, error) = (category(&**error), error.to_string());
        let wait = self.first.saturating_mul(2_u32.saturating_pow(attempt.saturating_sub(1))).min(self.longest);
        let sealed = self.keys.seal(&record(key), error.as_bytes()).unwrap_or_default();
        let failure =
            Failure { topic: self.topic, key, attempt: *attempt, error: &sealed, wait, give_up: self.give_up };
        if self.database.0.fail(&failure).await? {
            tracing::error!(target: "townhall", outbox = self.topic, reference, attempts = attempt, error = kind, "given up: a dead letter");
        } else {
            tracing::warn!(target: "townhall", outbox = self.topic, reference, attempt, error = kind, "could not be handed over yet");
        }
        Ok(())
    }

    fn open_parcel<T: DeserializeOwned>(&self, key: &str, data: &[u8]) -> Result<Parcel<T>, BoxError> {
        Ok(serde_json::from_slice(&self.keys.open(&record(key), data)?)?)
    }

    /// What was given up, the oldest first: for a page, or a program, of those who run the service.
    ///
    /// # Errors
    ///
    /// If the database is busy or away.
    pub async fn dead_letters(&self) -> Result<Vec<DeadLetter>, StoreError> {
        let letter = |dead: Dead| {
            let Dead { key, reference, attempts, sent, data, error } = dead;
            let parcel = self.open_parcel::<serde_json::Value>(&key, &data);
            let error = self.keys.open(&record(&key), &error);
            DeadLetter {
                reference,
                attempts,
                error: error.map(|error| String::from_utf8_lossy(&error).into_owned()).unwrap_or_default(),
                sent: sent / 1_000,
                answers: parcel.map(|parcel| parcel.answers).unwrap_or_default(),
                key,
            }
        };
        Ok(self.database.0.dead(self.topic).await?.into_iter().map(letter).collect())
    }

    /// Takes a dead letter up again, for as long as a new submission, and says whether there was one with that key.
    ///
    /// # Errors
    ///
    /// If the database is busy or away.
    pub async fn retry(&self, key: &str) -> Result<bool, StoreError> {
        let is_there = self.database.0.revive(self.topic, key).await?;
        self.bell.notify_one();
        Ok(is_there)
    }

    /// How much is on its way, for monitoring: an oldest that waits for longer than the receiving system is ever away is an alarm, and so is a dead
    /// letter.
    ///
    /// # Errors
    ///
    /// If the database is busy or away.
    pub async fn state(&self) -> Result<OutboxState, StoreError> {
        let Counts { waiting, dead, oldest } = self.database.0.count(self.topic).await?;
        Ok(OutboxState { waiting, oldest: oldest.as_secs(), dead })
    }
}
