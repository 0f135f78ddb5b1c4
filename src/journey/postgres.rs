//! [`PostgresStore`].

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};

use super::sql::{self, answer_store, unavailable};
use super::store::{Record, RecordId, StoreError, StoreFuture, now, within};

/// Answers in a PostgreSQL database: for a service that runs on several machines. It makes its own table, `townhall_answers`, once, however many
/// processes start together.
///
/// A connection that was lost is made again by the next request. Two seconds are waited for one, and five for everything, unless
/// [`timeout`](Self::timeout) says otherwise; the resident then sees a page that says so, with what was typed.
///
/// The address may say how to connect, and `sslmode=verify-full` needs a feature of `sqlx` in your `Cargo.toml`, such as `tls-rustls`.
#[derive(Debug, Clone)]
pub struct PostgresStore {
    pub(super) pool: PgPool,
    timeout: Duration,
}

/// How long a connection is waited for. If there is none by then, the database is gone, or has more to do than it can.
const CONNECTING: Duration = Duration::from_secs(2);
/// How long the database may take, unless it is set.
const TIMEOUT: Duration = Duration::from_secs(5);
/// How many connections there are at most, unless the pool is the application's.
const CONNECTIONS: u32 = 16;

/// "townhall" as a number: who has this lock makes tables.
const LOCK: i64 = 0x746f_776e_6861_6c6c;

/// Makes tables, one process after the other: two that make the same table at once can both fail.
pub(super) async fn make_tables(pool: &PgPool, statements: &[&'static str]) -> Result<(), StoreError> {
    let mut transaction = pool.begin().await.map_err(unavailable)?;
    sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(LOCK).execute(&mut *transaction).await.map_err(unavailable)?;
    for statement in statements {
        sqlx::query(statement).execute(&mut *transaction).await.map_err(unavailable)?;
    }
    transaction.commit().await.map_err(unavailable)
}

impl PostgresStore {
    /// Connects to a database by its address, `postgres://user@host/permits`, with 16 connections at most.
    ///
    /// # Errors
    ///
    /// When the address is none, the database is not there, or the table cannot be made.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url).map_err(unavailable)?;
        // The server ends what nobody waits for any more.
        let limit = TIMEOUT.as_millis().to_string();
        let options = options.application_name("townhall").options([("statement_timeout", limit)]);
        let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(CONNECTING);
        Self::with_pool(pool.connect_with(options).await.map_err(unavailable)?).await
    }

    /// Keeps answers in a database that the application has connected to, with its own pool.
    ///
    /// # Errors
    ///
    /// When the table cannot be made.
    pub async fn with_pool(pool: PgPool) -> Result<Self, StoreError> {
        const TABLE: &str = "CREATE TABLE IF NOT EXISTS townhall_answers (
            id TEXT NOT NULL PRIMARY KEY,
            version BIGINT NOT NULL,
            expires BIGINT NOT NULL,
            data BYTEA NOT NULL
        )";
        const INDEX: &str = "CREATE INDEX IF NOT EXISTS townhall_answers_expires ON townhall_answers (expires)";
        make_tables(&pool, &[TABLE, INDEX]).await?;
        Ok(Self { pool, timeout: TIMEOUT })
    }

    /// How long the database may take for one request: five seconds unless it is set.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The connections, for tables of the application in the same database.
    #[must_use]
    pub fn pool(&self) -> &PgPool {
        &self.pool
    }
}

answer_store!(PostgresStore);
