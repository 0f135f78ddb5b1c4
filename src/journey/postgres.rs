//! [`PostgresStore`].

use std::ops::{Deref, DerefMut};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::Postgres;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgConnection, PgPool, PgPoolOptions};
use sqlx::query::Query;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::sql::{self, StoreTransaction, answer_store, store_error};
use super::store::{CONNECTING, Record, RecordId, StoreError, StoreFuture, WAIT, now, within};

/// Answers in a PostgreSQL database: for a service that runs on several machines. It makes its own table, `townhall_answers`, once, however many
/// processes start together.
///
/// A connection that was lost is made again by the next request, which waits for five seconds: a database that does not take connections is gone. One
/// that is busy is waited for, 30 seconds unless [`timeout`](Self::timeout) says otherwise; then it is [`StoreError::Busy`].
///
/// The address may say how to connect, and `sslmode=verify-full` needs a feature of `sqlx` in your `Cargo.toml`, such as `tls-rustls`.
#[derive(Debug, Clone)]
pub struct PostgresStore {
    pool: PgPool,
    /// As many as there are connections: who waits for one of them waits here, and the pool's own time limit is for connecting alone.
    connections: Arc<Semaphore>,
    pub(super) timeout: Duration,
}

/// How many connections there are at most, unless the pool is the application's.
const CONNECTIONS: u32 = 16;

/// "townhall" as a number: who has this lock makes tables.
const LOCK: i64 = 0x746f_776e_6861_6c6c;

/// A connection of the pool, for as long as it is needed.
#[derive(Debug)]
pub(super) struct Connection {
    connection: PoolConnection<Postgres>,
    _permit: OwnedSemaphorePermit,
}

impl Deref for Connection {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        &self.connection
    }
}

impl DerefMut for Connection {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.connection
    }
}

/// The error of a pool that has a connection to give, or may make one: the database does not take any.
fn connecting(error: sqlx::Error) -> StoreError {
    match error {
        sqlx::Error::PoolTimedOut => StoreError::Unavailable(Box::new(error)),
        error => store_error(error),
    }
}

impl PostgresStore {
    /// Connects to a database by its address, `postgres://user@host/permits`, with 16 connections at most.
    ///
    /// # Errors
    ///
    /// If the address is not one, the database is not there, or the table cannot be made.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url).map_err(store_error)?;
        // The server ends what nobody waits for any more.
        let limit = WAIT.as_millis().to_string();
        let options = options.application_name("townhall").options([("statement_timeout", limit)]);
        let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(CONNECTING);
        Self::with_pool(pool.connect_with(options).await.map_err(connecting)?).await
    }

    /// Keeps answers in a database that the application has connected to, with its own pool.
    ///
    /// # Errors
    ///
    /// If the table cannot be made.
    pub async fn with_pool(pool: PgPool) -> Result<Self, StoreError> {
        const TABLE: &str = "CREATE TABLE IF NOT EXISTS townhall_answers (
            id TEXT NOT NULL PRIMARY KEY,
            version BIGINT NOT NULL,
            expires BIGINT NOT NULL,
            data BYTEA NOT NULL
        )";
        const INDEX: &str = "CREATE INDEX IF NOT EXISTS townhall_answers_expires ON townhall_answers (expires)";
        let connections = usize::try_from(pool.options().get_max_connections()).unwrap_or(1);
        let store = Self { pool, connections: Arc::new(Semaphore::new(connections)), timeout: WAIT };
        store.make_tables(&[TABLE, INDEX]).await?;
        Ok(store)
    }

    /// How long to wait for the database: 30 seconds unless it is set.
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

    /// Begins a transaction, for tables of the application in the same database.
    ///
    /// # Errors
    ///
    /// If no connection was free in [time](Self::timeout), or the database is gone.
    pub async fn begin(&self) -> Result<StoreTransaction<Postgres>, StoreError> {
        within(self.timeout, async {
            let permit = self.permit().await?;
            Ok(StoreTransaction::new(self.pool.begin().await.map_err(connecting)?, permit))
        })
        .await
    }

    async fn permit(&self) -> Result<OwnedSemaphorePermit, StoreError> {
        let permit = Arc::clone(&self.connections).acquire_owned().await;
        permit.map_err(|error| StoreError::Unavailable(Box::new(error)))
    }

    pub(super) async fn reader(&self) -> Result<Connection, StoreError> {
        let permit = self.permit().await?;
        Ok(Connection { connection: self.pool.acquire().await.map_err(connecting)?, _permit: permit })
    }

    pub(super) async fn write(&self, query: Query<'_, Postgres, PgArguments>) -> Result<u64, StoreError> {
        let mut connection = self.reader().await?;
        let done = query.execute(&mut *connection).await.map_err(store_error)?;
        Ok(done.rows_affected())
    }

    /// Makes tables, one process after the other: two that make the same table at once can both fail.
    pub(super) async fn make_tables(&self, statements: &[&'static str]) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        sqlx::query("SELECT pg_advisory_xact_lock($1)")
            .bind(LOCK)
            .execute(&mut *transaction)
            .await
            .map_err(store_error)?;
        for statement in statements {
            sqlx::query(statement).execute(&mut *transaction).await.map_err(store_error)?;
        }
        transaction.commit().await
    }
}

answer_store!(PostgresStore);
