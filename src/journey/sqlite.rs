//! [`SqliteStore`].

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use sqlx::Sqlite;
use sqlx::pool::PoolConnection;
use sqlx::query::Query;
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use tokio::sync::Semaphore;

use super::sql::{self, StoreTransaction, answer_store, store_error};
use super::store::{Record, RecordId, StoreError, StoreFuture, WAIT, now, within};

/// Answers in an SQLite database: the embedded default. It makes its own table, `townhall_answers`.
///
/// Every save is on the disk before the resident sees the next page. SQLite lets one connection write at a time, so all that a process writes to a file
/// goes through one connection, in order; several others read meanwhile. Other processes may use the same file: they take turns. Whoever waits longer
/// than 30 seconds, unless [`timeout`](Self::timeout) says otherwise, gets [`StoreError::Busy`].
#[derive(Debug, Clone)]
pub struct SqliteStore {
    readers: SqlitePool,
    writer: SqlitePool,
    turn: Arc<Semaphore>,
    pub(super) timeout: Duration,
}

/// How many connections read.
const READERS: u32 = 8;
/// How long SQLite itself waits for a lock: while a file is opened, and while what a process has left behind that was killed is recovered.
const LOCKED: Duration = Duration::from_secs(5);

/// Whose turn it is to write to a file. All stores of a process over one file share it.
fn turn(file: &Path) -> Arc<Semaphore> {
    static TURNS: Mutex<BTreeMap<PathBuf, Weak<Semaphore>>> = Mutex::new(BTreeMap::new());
    // A database in memory has no file, and nobody else writes to it.
    let Ok(file) = file.canonicalize() else { return Arc::new(Semaphore::new(1)) };
    let mut turns = TURNS.lock().unwrap_or_else(PoisonError::into_inner);
    turns.retain(|_, turn| turn.strong_count() > 0);
    if let Some(turn) = turns.get(&file).and_then(Weak::upgrade) {
        return turn;
    }
    let turn = Arc::new(Semaphore::new(1));
    turns.insert(file, Arc::downgrade(&turn));
    turn
}

impl SqliteStore {
    /// Opens a database file, and makes it if there is none.
    ///
    /// # Errors
    ///
    /// If the file cannot be opened or is not a database.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::connect(SqliteConnectOptions::new().filename(path)).await
    }

    /// Opens a database by its address: `sqlite://permits.db`.
    ///
    /// # Errors
    ///
    /// If the address is not one, or the file cannot be opened or is not a database.
    pub async fn from_url(url: &str) -> Result<Self, StoreError> {
        Self::connect(SqliteConnectOptions::from_str(url).map_err(store_error)?).await
    }

    async fn connect(options: SqliteConnectOptions) -> Result<Self, StoreError> {
        let options = options
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(LOCKED);
        let pool = || SqlitePoolOptions::new().acquire_timeout(WAIT).test_before_acquire(false);
        // Who writes asks for the lock often (`begin`): SQLite's own waiting is so seldom awake that busy processes can keep others out.
        let writer = pool().max_connections(1).after_connect(|connection, _| {
            Box::pin(async move { sqlx::query("PRAGMA busy_timeout = 0").execute(connection).await.map(|_| ()) })
        });
        let writer = writer.connect_with(options.clone()).await.map_err(store_error)?;
        let readers = pool().max_connections(READERS).connect_with(options).await.map_err(store_error)?;
        Self::with_pools(readers, writer).await
    }

    /// Keeps answers in a database that the application has opened, beside its own tables.
    ///
    /// # Errors
    ///
    /// If the table cannot be made.
    pub async fn with_pool(pool: SqlitePool) -> Result<Self, StoreError> {
        Self::with_pools(pool.clone(), pool).await
    }

    async fn with_pools(readers: SqlitePool, writer: SqlitePool) -> Result<Self, StoreError> {
        const TABLE: &str = "CREATE TABLE IF NOT EXISTS townhall_answers (
            id TEXT NOT NULL PRIMARY KEY,
            version INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            data BLOB NOT NULL
        ) WITHOUT ROWID";
        const INDEX: &str = "CREATE INDEX IF NOT EXISTS townhall_answers_expires ON townhall_answers (expires)";
        let turn = turn(writer.connect_options().get_filename());
        let store = Self { readers, writer, turn, timeout: WAIT };
        store.make_tables(&[TABLE, INDEX]).await?;
        Ok(store)
    }

    /// How long to wait for the database: 30 seconds unless it is set.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Connections that read tables of the application in the same database. To write, use [`begin`](Self::begin).
    #[must_use]
    pub fn pool(&self) -> &SqlitePool {
        &self.readers
    }

    /// Closes all connections, when a program ends. Nothing can be kept after that.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    /// Begins to write, when it is this one's turn: to tables of the application in the same database.
    ///
    /// ```
    /// # use townhall::journey::SqliteStore;
    /// # async fn run(store: SqliteStore) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut transaction = store.begin().await?;
    /// sqlx::query("INSERT INTO streets (name) VALUES ('High Street')").execute(&mut *transaction).await?;
    /// transaction.commit().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// If the turn has not come in [time](Self::timeout), or the database is gone.
    pub async fn begin(&self) -> Result<StoreTransaction<Sqlite>, StoreError> {
        within(self.timeout, self.take_turn()).await
    }

    async fn take_turn(&self) -> Result<StoreTransaction<Sqlite>, StoreError> {
        const LONGEST: Duration = Duration::from_millis(8);
        let gone = |error: Box<dyn Error + Send + Sync>| StoreError::Unavailable(error);
        let mut turn = Arc::clone(&self.turn).acquire_owned().await.map_err(|error| gone(Box::new(error)))?;
        let mut pause = Duration::from_millis(1);
        loop {
            // If nobody waits for `begin_with` any more, it can leave its transaction open: whoever asked may go, but it goes on, and its end is the end of the
            // turn.
            let writer = self.writer.clone();
            let attempt = tokio::spawn(async move { (writer.begin_with("BEGIN IMMEDIATE").await, turn) });
            let (transaction, same_turn) = attempt.await.map_err(|error| gone(Box::new(error)))?;
            turn = same_turn;
            match transaction {
                Ok(transaction) => return Ok(StoreTransaction::new(transaction, turn)),
                Err(error) => match store_error(error) {
                    // Another process is writing.
                    StoreError::Busy => tokio::time::sleep(pause).await,
                    error => return Err(error),
                },
            }
            pause = LONGEST.min(2 * pause);
        }
    }

    pub(super) async fn reader(&self) -> Result<PoolConnection<Sqlite>, StoreError> {
        self.readers.acquire().await.map_err(store_error)
    }

    pub(super) async fn write<'q>(&'q self, query: Query<'q, Sqlite, SqliteArguments<'q>>) -> Result<u64, StoreError> {
        let mut transaction = self.take_turn().await?;
        let done = query.execute(&mut *transaction).await.map_err(store_error)?;
        transaction.commit().await?;
        Ok(done.rows_affected())
    }

    pub(super) async fn make_tables(&self, statements: &[&'static str]) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        for statement in statements {
            sqlx::query(statement).execute(&mut *transaction).await.map_err(store_error)?;
        }
        transaction.commit().await
    }
}

answer_store!(SqliteStore);
