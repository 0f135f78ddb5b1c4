//! [`Outbox`]: submissions on their way to the systems that work with them.

use std::future::Future;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

use super::definition::{BoxError, Receipt, Submission, SubmitFuture};
use super::keys::Keys;
#[cfg(feature = "postgres")]
use super::postgres::{PostgresStore, make_tables};
use super::sql::{signed, unavailable, unsigned};
#[cfg(feature = "sqlite")]
use super::sqlite::SqliteStore;
use super::store::{RecordId, StoreError, now};
use crate::values::UploadedFile;

/// A database that has an [`Outbox`]: that of a store, so that answers and submissions are kept, and backed up, together.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum OutboxDatabase {
    /// SQLite.
    #[cfg(feature = "sqlite")]
    Sqlite(sqlx::SqlitePool),
    /// PostgreSQL.
    #[cfg(feature = "postgres")]
    Postgres(sqlx::PgPool),
}

#[cfg(feature = "sqlite")]
impl From<&SqliteStore> for OutboxDatabase {
    fn from(store: &SqliteStore) -> Self {
        Self::Sqlite(store.pool.clone())
    }
}

#[cfg(feature = "postgres")]
impl From<&PostgresStore> for OutboxDatabase {
    fn from(store: &PostgresStore) -> Self {
        Self::Postgres(store.pool.clone())
    }
}

/// Does the same with the pool of either database. The statements are such that both understand them.
macro_rules! with_pool {
    ($database:expr, $pool:ident => $work:expr) => {
        match $database {
            #[cfg(feature = "sqlite")]
            OutboxDatabase::Sqlite($pool) => $work,
            #[cfg(feature = "postgres")]
            OutboxDatabase::Postgres($pool) => $work,
        }
    };
}

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

impl<A> std::fmt::Debug for Handover<A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handover")
            .field("reference", &self.reference)
            .field("attempt", &self.attempt)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for DeadLetter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DeadLetter")
            .field("reference", &self.reference)
            .field("attempts", &self.attempts)
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

/// Submissions on their way to the systems that work with them, in the database that has the answers.
///
/// The resident gets a reference as soon as the submission is in the database, whether the receiving system is there or not. It is handed over in the
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

impl<A> std::fmt::Debug for Outbox<A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outbox").field("topic", &self.topic).finish_non_exhaustive()
    }
}

/// How often a process looks for what others have accepted, or what is due again.
const LOOK: Duration = Duration::from_secs(1);
/// How long nothing is tried after the database was not there.
const REST: Duration = Duration::from_secs(5);

const WAITING: i32 = 0;
const DONE: i32 = 1;
const DEAD: i32 = 2;

/// The time in milliseconds since 1970.
fn now_in_milliseconds() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    milliseconds(since)
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// What is encrypted under a key belongs to it.
fn record(key: &str) -> RecordId {
    RecordId::of("outbox", key)
}

/// What the database does, or that it takes too long.
async fn in_time<T>(work: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    let late = |_| Err(StoreError::Unavailable("the database does not answer".into()));
    tokio::time::timeout(REST, work).await.unwrap_or_else(late)
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

/// Something that is to be handed over now.
struct Job {
    key: String,
    reference: String,
    attempt: u32,
    sent: u64,
    data: Vec<u8>,
}

impl<A> Outbox<A> {
    /// Opens the outbox of one kind of submission, and makes its table, `townhall_outbox`, if there is none. The name of the journey keeps it apart from
    /// others in the same database.
    ///
    /// # Errors
    ///
    /// When the table cannot be made.
    pub async fn open(
        database: impl Into<OutboxDatabase>,
        keys: Keys,
        journey: &'static str,
    ) -> Result<Self, StoreError> {
        const INDEX: &str = "CREATE INDEX IF NOT EXISTS townhall_outbox_due ON townhall_outbox (topic, state, due)";
        let database = database.into();
        match &database {
            #[cfg(feature = "sqlite")]
            OutboxDatabase::Sqlite(pool) => {
                const TABLE: &str = "CREATE TABLE IF NOT EXISTS townhall_outbox (
                    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, topic TEXT NOT NULL,
                    reference TEXT NOT NULL DEFAULT '', state INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
                    sent BIGINT NOT NULL, due BIGINT NOT NULL, data BLOB, error BLOB
                )";
                for statement in [TABLE, INDEX] {
                    sqlx::query(statement).execute(pool).await.map_err(unavailable)?;
                }
            }
            #[cfg(feature = "postgres")]
            OutboxDatabase::Postgres(pool) => {
                const TABLE: &str = "CREATE TABLE IF NOT EXISTS townhall_outbox (
                    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key TEXT NOT NULL UNIQUE, topic TEXT NOT NULL,
                    reference TEXT NOT NULL DEFAULT '', state INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
                    sent BIGINT NOT NULL, due BIGINT NOT NULL, data BYTEA, error BYTEA
                )";
                make_tables(pool, &[TABLE, INDEX]).await?;
            }
        }
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
    /// that no other submission in this database has; numbers rise, and some may be left out.
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
    async fn keep(
        &self,
        submission: &Submission<A>,
        reference: &(dyn Fn(u64) -> String + Send + Sync),
    ) -> Result<String, BoxError>
    where
        A: Serialize + Sync,
    {
        const KEEP: &str = "INSERT INTO townhall_outbox (key, topic, sent, due) VALUES ($1, $2, $3, $4)
            ON CONFLICT (key) DO NOTHING RETURNING id";
        const FILL: &str = "UPDATE townhall_outbox SET reference = $1, data = $2 WHERE id = $3";
        const KNOWN: &str = "SELECT reference FROM townhall_outbox WHERE key = $1";
        let Submission { answers, key, locale, files } = submission;
        let parcel = Parcel { answers, language: locale.tag().to_owned(), files: files.clone() };
        let data = self.keys.seal(&record(key), &serde_json::to_vec(&parcel)?)?;
        let work = async {
            Ok(with_pool!(&self.database, pool => {
                // Another attempt has been here before, as a rule not at this very moment: an insertion that conflicts would use up a number.
                let known: Option<String> = sqlx::query_scalar(KNOWN).bind(key).fetch_optional(pool).await?;
                if let Some(reference) = known {
                    return Ok(reference);
                }
                let mut transaction = pool.begin().await?;
                let keep = sqlx::query_scalar(KEEP).bind(key).bind(self.topic).bind(signed(now()));
                let id: Option<i64> = keep.bind(signed(now_in_milliseconds())).fetch_optional(&mut *transaction).await?;
                let reference = match id {
                    Some(id) => {
                        let reference = reference(unsigned(id));
                        sqlx::query(FILL).bind(&reference).bind(data).bind(id).execute(&mut *transaction).await?;
                        reference
                    }
                    None => sqlx::query_scalar(KNOWN).bind(key).fetch_one(&mut *transaction).await?,
                };
                transaction.commit().await?;
                reference
            }))
        };
        tokio::time::timeout(REST, work).await.map_err(|_| "the database does not answer")?
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
        let Some(job) = in_time(self.claim()).await? else { return Ok(false) };
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
        match outcome {
            Ok(()) => in_time(self.settle(&job, DONE, None)).await?,
            Err(error) => {
                let is_dead = now() >= job.sent.saturating_add(self.give_up.as_secs());
                let error = error.to_string();
                if is_dead {
                    tracing::error!(target: "townhall", outbox = self.topic, reference = job.reference, attempts = job.attempt, %error, "given up: a dead letter");
                } else {
                    tracing::warn!(target: "townhall", outbox = self.topic, reference = job.reference, attempt = job.attempt, %error, "could not be handed over yet");
                }
                in_time(self.settle(&job, if is_dead { DEAD } else { WAITING }, Some(&error))).await?;
            }
        }
        Ok(true)
    }

    fn open_parcel<T: DeserializeOwned>(&self, key: &str, data: &[u8]) -> Result<Parcel<T>, BoxError> {
        Ok(serde_json::from_slice(&self.keys.open(&record(key), data)?)?)
    }

    /// Takes the next that is due. Nobody else gets it until this attempt must have ended.
    async fn claim(&self) -> Result<Option<Job>, StoreError> {
        type Row = (String, String, i32, i64, Option<Vec<u8>>);
        let claim = |lock: &str| {
            format!(
                "UPDATE townhall_outbox SET attempts = attempts + 1, due = $1 WHERE id = (
                    SELECT id FROM townhall_outbox WHERE topic = $2 AND state = {WAITING} AND due <= $3
                    ORDER BY due LIMIT 1 {lock}
                ) RETURNING key, reference, attempts, sent, data"
            )
        };
        let now = now_in_milliseconds();
        // The attempt itself, and what it takes to note how it ended.
        let lease = now.saturating_add(milliseconds(self.timeout + REST));
        let lock = match &self.database {
            #[cfg(feature = "sqlite")]
            OutboxDatabase::Sqlite(_) => "",
            #[cfg(feature = "postgres")]
            OutboxDatabase::Postgres(_) => "FOR UPDATE SKIP LOCKED",
        };
        let claim = claim(lock);
        let row: Option<Row> = with_pool!(&self.database, pool => {
            let query = sqlx::query_as(&claim).bind(signed(lease)).bind(self.topic).bind(signed(now));
            query.fetch_optional(pool).await.map_err(unavailable)?
        });
        Ok(row.map(|(key, reference, attempts, sent, data)| Job {
            key,
            reference,
            attempt: u32::try_from(attempts).unwrap_or_default(),
            sent: unsigned(sent),
            data: data.unwrap_or_default(),
        }))
    }

    /// Notes how an attempt has ended. If another one has begun since, it is that one's to say.
    async fn settle(&self, job: &Job, state: i32, error: Option<&str>) -> Result<(), StoreError> {
        const SETTLE: &str = "UPDATE townhall_outbox SET state = $1, due = $2, error = $3,
            data = CASE WHEN $4 = 1 THEN NULL ELSE data END WHERE key = $5 AND (attempts = $6 OR $4 = 1)";
        let wait = self.first.saturating_mul(2_u32.saturating_pow(job.attempt.saturating_sub(1))).min(self.longest);
        let due = now_in_milliseconds().saturating_add(milliseconds(wait));
        let sealed = error.map(|error| self.keys.seal(&record(&job.key), error.as_bytes()));
        let sealed = sealed.transpose().map_err(|error| StoreError::Unavailable(Box::new(error)))?;
        let attempt = i32::try_from(job.attempt).unwrap_or(i32::MAX);
        with_pool!(&self.database, pool => {
            let query = sqlx::query(SETTLE).bind(state).bind(signed(due)).bind(sealed).bind(i32::from(state == DONE)).bind(&job.key).bind(attempt);
            query.execute(pool).await.map(|_| ()).map_err(unavailable)
        })
    }

    /// What was given up, the oldest first: for a page, or a program, of those who run the service.
    ///
    /// # Errors
    ///
    /// When the database is not there.
    pub async fn dead_letters(&self) -> Result<Vec<DeadLetter>, StoreError> {
        type Row = (String, String, i32, i64, Option<Vec<u8>>, Option<Vec<u8>>);
        const DEAD_ONES: &str = "SELECT key, reference, attempts, sent, data, error FROM townhall_outbox
            WHERE topic = $1 AND state = 2 ORDER BY id";
        let rows: Vec<Row> = with_pool!(&self.database, pool => {
            sqlx::query_as(DEAD_ONES).bind(self.topic).fetch_all(pool).await.map_err(unavailable)?
        });
        let letter = |(key, reference, attempts, sent, data, error): Row| {
            let parcel = self.open_parcel::<serde_json::Value>(&key, &data.unwrap_or_default());
            let error = self.keys.open(&record(&key), &error.unwrap_or_default());
            DeadLetter {
                reference,
                attempts: u32::try_from(attempts).unwrap_or_default(),
                error: error.map(|error| String::from_utf8_lossy(&error).into_owned()).unwrap_or_default(),
                sent: unsigned(sent),
                answers: parcel.map(|parcel| parcel.answers).unwrap_or_default(),
                key,
            }
        };
        Ok(rows.into_iter().map(letter).collect())
    }

    /// Takes a dead letter up again, for as long as a new submission, and says whether there was one with that key.
    ///
    /// # Errors
    ///
    /// When the database is not there.
    pub async fn retry(&self, key: &str) -> Result<bool, StoreError> {
        const AGAIN: &str = "UPDATE townhall_outbox SET state = 0, attempts = 0, sent = $1, due = $2
            WHERE topic = $3 AND key = $4 AND state = 2";
        with_pool!(&self.database, pool => {
            let query = sqlx::query(AGAIN).bind(signed(now())).bind(signed(now_in_milliseconds())).bind(self.topic).bind(key);
            let done = query.execute(pool).await.map_err(unavailable)?;
            self.bell.notify_one();
            Ok(done.rows_affected() == 1)
        })
    }

    /// How much is on its way, for monitoring: an oldest that waits for longer than the receiving system is ever away is an alarm, and so is a dead
    /// letter.
    ///
    /// # Errors
    ///
    /// When the database is not there.
    pub async fn state(&self) -> Result<OutboxState, StoreError> {
        const STATE: &str = "SELECT COUNT(CASE WHEN state = 0 THEN 1 END), COUNT(CASE WHEN state = 2 THEN 1 END),
            MIN(CASE WHEN state = 0 THEN sent END) FROM townhall_outbox WHERE topic = $1 AND state <> 1";
        let (waiting, dead, oldest): (i64, i64, Option<i64>) = with_pool!(&self.database, pool => {
            sqlx::query_as(STATE).bind(self.topic).fetch_one(pool).await.map_err(unavailable)?
        });
        let oldest = oldest.map_or(0, |sent| now().saturating_sub(unsigned(sent)));
        Ok(OutboxState { waiting: unsigned(waiting), oldest, dead: unsigned(dead) })
    }
}
