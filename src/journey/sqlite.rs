//! [`SqliteStore`].

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};

use super::store::{AnswerStore, Record, RecordId, StoreError, StoreFuture, now};

/// Answers in an SQLite database: the embedded default. It makes its own table, `townhall_answers`.
///
/// Every save is on the disk before the resident sees the next page. A database that is locked is waited for, five seconds at most.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    pool: SqlitePool,
}

fn unavailable(error: sqlx::Error) -> StoreError {
    StoreError::Unavailable(Box::new(error))
}

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
            .busy_timeout(Duration::from_secs(5));
        let pool = SqlitePoolOptions::new()
            .max_connections(8)
            .acquire_timeout(Duration::from_secs(5))
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
        Ok(Self { pool })
    }

    /// The connections, for tables of the application in the same database.
    #[must_use]
    pub fn pool(&self) -> &SqlitePool {
        &self.pool
    }
}

/// SQLite's whole numbers have a sign.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl AnswerStore for SqliteStore {
    fn load<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, Option<Record>> {
        Box::pin(async move {
            let row: Option<(i64, i64, Vec<u8>)> =
                sqlx::query_as("SELECT version, expires, data FROM townhall_answers WHERE id = ? AND expires > ?")
                    .bind(id.as_str())
                    .bind(signed(now()))
                    .fetch_optional(&self.pool)
                    .await
                    .map_err(unavailable)?;
            Ok(row.map(|(version, expires, data)| Record {
                version: u64::try_from(version).unwrap_or_default(),
                expires: u64::try_from(expires).unwrap_or_default(),
                data,
            }))
        })
    }

    fn save<'a>(&'a self, id: &'a RecordId, record: Record) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            let query = if record.version == 0 {
                // One that has expired, and was not deleted yet, is as good as none.
                sqlx::query(
                    "INSERT INTO townhall_answers (version, expires, data, id) VALUES (1, ?, ?, ?)
                     ON CONFLICT (id) DO UPDATE SET version = 1, expires = excluded.expires, data = excluded.data
                     WHERE townhall_answers.expires <= ?",
                )
                .bind(signed(record.expires))
                .bind(record.data)
                .bind(id.as_str())
                .bind(signed(now()))
            } else {
                sqlx::query(
                    "UPDATE townhall_answers SET version = version + 1, expires = ?, data = ? WHERE id = ? AND version = ?",
                )
                .bind(signed(record.expires))
                .bind(record.data)
                .bind(id.as_str())
                .bind(signed(record.version))
            };
            let done = query.execute(&self.pool).await.map_err(unavailable)?;
            if done.rows_affected() == 1 { Ok(record.version + 1) } else { Err(StoreError::Conflict) }
        })
    }

    fn delete<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let query = sqlx::query("DELETE FROM townhall_answers WHERE id = ?").bind(id.as_str());
            query.execute(&self.pool).await.map(|_| ()).map_err(unavailable)
        })
    }

    fn delete_expired(&self) -> StoreFuture<'_, u64> {
        Box::pin(async move {
            let query = sqlx::query("DELETE FROM townhall_answers WHERE expires <= ?").bind(signed(now()));
            query.execute(&self.pool).await.map(|done| done.rows_affected()).map_err(unavailable)
        })
    }
}
