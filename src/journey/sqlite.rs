//! [`SqliteStore`].

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};

use super::sql::{self, answer_store, unavailable};
use super::store::{Record, RecordId, StoreError, StoreFuture, now, within};

/// Answers in an SQLite database: the embedded default. It makes its own table, `townhall_answers`.
///
/// Every save is on the disk before the resident sees the next page. A database that is locked is waited for, five seconds at most.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    pub(super) pool: SqlitePool,
    timeout: Duration,
}

/// How long a connection, and then a lock, is waited for.
const BUSY: Duration = Duration::from_secs(5);

impl SqliteStore {
    /// Opens a database file, and makes it if there is none.
    ///
    /// # Errors
    ///
    /// When the file cannot be opened or is no database.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::connect(SqliteConnectOptions::new().filename(path)).await
    }

    /// Opens a database by its address: `sqlite://permits.db`.
    ///
    /// # Errors
    ///
    /// When the address is none, or the file cannot be opened or is no database.
    pub async fn from_url(url: &str) -> Result<Self, StoreError> {
        Self::connect(SqliteConnectOptions::from_str(url).map_err(unavailable)?).await
    }

    async fn connect(options: SqliteConnectOptions) -> Result<Self, StoreError> {
        let options = options
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(BUSY);
        let pool = SqlitePoolOptions::new()
            .max_connections(8)
            .acquire_timeout(BUSY)
            .connect_with(options)
            .await
            .map_err(unavailable)?;
        Self::with_pool(pool).await
    }

    /// Keeps answers in a database that the application has opened, beside its own tables.
    ///
    /// # Errors
    ///
    /// When the table cannot be made.
    pub async fn with_pool(pool: SqlitePool) -> Result<Self, StoreError> {
        sqlx::query(
            "CREATE TABLE IF NOT EXISTS townhall_answers (
                id TEXT NOT NULL PRIMARY KEY,
                version INTEGER NOT NULL,
                expires INTEGER NOT NULL,
                data BLOB NOT NULL
            ) WITHOUT ROWID",
        )
        .execute(&pool)
        .await
        .map_err(unavailable)?;
        sqlx::query("CREATE INDEX IF NOT EXISTS townhall_answers_expires ON townhall_answers (expires)")
            .execute(&pool)
            .await
            .map_err(unavailable)?;
        // Who waits for a connection may have to wait for a lock as well.
        Ok(Self { pool, timeout: 2 * BUSY })
    }

    /// The connections, for tables of the application in the same database.
    #[must_use]
    pub fn pool(&self) -> &SqlitePool {
        &self.pool
    }
}

answer_store!(SqliteStore);
