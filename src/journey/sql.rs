//! What SQLite and PostgreSQL have in common: the same statements over the same table, `townhall_answers`.

use std::fmt;
use std::ops::{Deref, DerefMut};

use sqlx::{Database, Transaction};
use tokio::sync::OwnedSemaphorePermit;

use super::store::StoreError;

/// What the error of a database means. Whoever has waited for somebody else in vain was told so by one of these codes:
/// - of [SQLite](https://sqlite.org/rescode.html), in the lowest byte: `SQLITE_BUSY` and `SQLITE_LOCKED`;
/// - of [PostgreSQL](https://www.postgresql.org/docs/current/errcodes-appendix.html): too many connections, a lock that was not free in time, a
///   statement that took too long, and two transactions of which one had to give way.
pub(super) fn store_error(error: sqlx::Error) -> StoreError {
    let is_busy = matches!(error, sqlx::Error::PoolTimedOut)
        || error.as_database_error().and_then(sqlx::error::DatabaseError::code).is_some_and(|code| {
            let of_sqlite = || code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6));
            let of_postgres = matches!(&*code, "53300" | "55P03" | "57014" | "40001" | "40P01");
            if code.len() == 5 { of_postgres } else { of_sqlite() }
        });
    if is_busy { StoreError::Busy } else { StoreError::Unavailable(Box::new(error)) }
}

/// A transaction of a store, for tables of the application in the same database: it derefs to a connection. It is rolled back unless it is
/// [committed](Self::commit).
pub struct StoreTransaction<D: Database> {
    // It ends before others get its connection.
    transaction: Transaction<'static, D>,
    _permit: OwnedSemaphorePermit,
}

impl<D: Database> StoreTransaction<D> {
    pub(super) fn new(transaction: Transaction<'static, D>, permit: OwnedSemaphorePermit) -> Self {
        Self { transaction, _permit: permit }
    }

    /// Keeps what was done.
    ///
    /// # Errors
    ///
    /// If the database is full, busy or gone.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.transaction.commit().await.map_err(store_error)
    }

    /// Undoes what was done, as dropping it does, and waits until that has happened.
    ///
    /// # Errors
    ///
    /// If the database is gone.
    pub async fn rollback(self) -> Result<(), StoreError> {
        self.transaction.rollback().await.map_err(store_error)
    }
}

impl<D: Database> fmt::Debug for StoreTransaction<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreTransaction").finish_non_exhaustive()
    }
}

impl<D: Database> Deref for StoreTransaction<D> {
    type Target = D::Connection;

    fn deref(&self) -> &D::Connection {
        &self.transaction
    }
}

impl<D: Database> DerefMut for StoreTransaction<D> {
    fn deref_mut(&mut self) -> &mut D::Connection {
        &mut self.transaction
    }
}

/// The whole numbers of databases have a sign.
pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A number as it was before [`signed`].
pub(super) fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

pub(super) const LOAD: &str = "SELECT version, expires, data FROM townhall_answers WHERE id = $1 AND expires > $2";
/// A record that has expired, and was not deleted yet, is as good as none.
pub(super) const INSERT: &str = "INSERT INTO townhall_answers (version, expires, data, id) VALUES (1, $1, $2, $3)
    ON CONFLICT (id) DO UPDATE SET version = 1, expires = excluded.expires, data = excluded.data
    WHERE townhall_answers.expires <= $4";
pub(super) const UPDATE: &str =
    "UPDATE townhall_answers SET version = version + 1, expires = $1, data = $2 WHERE id = $3 AND version = $4";
pub(super) const DELETE: &str = "DELETE FROM townhall_answers WHERE id = $1";
/// Whether a record is still one that has expired is looked at when it is deleted: somebody may have saved it again since it was found.
pub(super) const DELETE_EXPIRED: &str = "DELETE FROM townhall_answers WHERE expires <= $1 AND id IN (
    SELECT id FROM townhall_answers WHERE expires <= $1 ORDER BY expires LIMIT $2)";

/// Makes a store of a type with a field `timeout`, a method `reader`, which gives a connection, and a method `write`, which executes one statement and
/// says how many rows it has changed.
macro_rules! answer_store {
    ($store:ident) => {
        impl $crate::journey::AnswerStore for $store {
            fn load<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, Option<Record>> {
                within(self.timeout, async move {
                    let mut connection = self.reader().await?;
                    let query = sqlx::query_as(sql::LOAD).bind(id.as_str()).bind(sql::signed(now()));
                    let row: Option<(i64, i64, Vec<u8>)> =
                        query.fetch_optional(&mut *connection).await.map_err(sql::store_error)?;
                    Ok(row.map(|(version, expires, data)| Record {
                        version: sql::unsigned(version),
                        expires: sql::unsigned(expires),
                        data,
                    }))
                })
            }

            fn save<'a>(&'a self, id: &'a RecordId, record: Record) -> StoreFuture<'a, u64> {
                within(self.timeout, async move {
                    let is_new = record.version == 0;
                    let query = sqlx::query(if is_new { sql::INSERT } else { sql::UPDATE })
                        .bind(sql::signed(record.expires))
                        .bind(record.data)
                        .bind(id.as_str())
                        .bind(sql::signed(if is_new { now() } else { record.version }));
                    if self.write(query).await? == 1 { Ok(record.version + 1) } else { Err(StoreError::Conflict) }
                })
            }

            fn delete<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, ()> {
                within(
                    self.timeout,
                    async move { self.write(sqlx::query(sql::DELETE).bind(id.as_str())).await.map(|_| ()) },
                )
            }

            fn delete_expired(&self, limit: u32) -> StoreFuture<'_, u64> {
                let query = sqlx::query(sql::DELETE_EXPIRED).bind(sql::signed(now())).bind(i64::from(limit));
                within(self.timeout, self.write(query))
            }
        }
    };
}

pub(super) use answer_store;
