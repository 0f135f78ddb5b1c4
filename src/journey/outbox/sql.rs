//! The outbox in SQLite and PostgreSQL: the same statements over the same table, `townhall_outbox`.
//!
//! A row waits (`state` 0), was handed over (1) or is dead (2). `sent` and `due` are milliseconds since 1970.

use std::sync::Arc;
use std::time::Duration;

use super::database::{Counts, Database, Dead, Entry, Failure, Job, OutboxDatabase, milliseconds};
#[cfg(feature = "postgres")]
use crate::journey::PostgresStore;
#[cfg(feature = "sqlite")]
use crate::journey::SqliteStore;
use crate::journey::sql::{signed, store_error, unsigned};
use crate::journey::store::{StoreFuture, within};

/// Makes an outbox of a store: `now` is its clock, `bytes` its type for bytes, and `unlocked` leaves rows out that somebody else is about to take.
macro_rules! outbox_database {
    ($store:ident, $name:literal, now: $now:literal, bytes: $bytes:literal, unlocked: $unlocked:literal) => {
        impl From<&$store> for OutboxDatabase {
            fn from(store: &$store) -> Self {
                Self(Arc::new(store.clone()))
            }
        }

        impl Database for $store {
            fn name(&self) -> &'static str {
                $name
            }

            fn prepare(&self) -> StoreFuture<'_, ()> {
                const TABLE: &str = concat!(
                    "CREATE TABLE IF NOT EXISTS townhall_outbox (
                        id BIGINT NOT NULL PRIMARY KEY, key TEXT NOT NULL UNIQUE, topic TEXT NOT NULL,
                        reference TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
                        sent BIGINT NOT NULL, due BIGINT NOT NULL, data ",
                    $bytes,
                    ", error ",
                    $bytes,
                    ")"
                );
                const INDEX: &str =
                    "CREATE INDEX IF NOT EXISTS townhall_outbox_due ON townhall_outbox (topic, state, due)";
                // The last number that was given is changed with its use: what is rolled back leaves no gap.
                const NUMBERS: &str = "CREATE TABLE IF NOT EXISTS townhall_outbox_numbers (
                    id INTEGER NOT NULL PRIMARY KEY, last BIGINT NOT NULL
                )";
                const ZERO: &str =
                    "INSERT INTO townhall_outbox_numbers (id, last) VALUES (1, 0) ON CONFLICT (id) DO NOTHING";
                // In the order in which an entry is kept: whoever keeps one meanwhile waits, or is waited for, and not both.
                Box::pin(self.make_tables(&[NUMBERS, ZERO, TABLE, INDEX]))
            }

            fn keep<'a>(&'a self, entry: &'a Entry<'a>) -> StoreFuture<'a, String> {
                const KNOWN: &str = "SELECT reference FROM townhall_outbox WHERE key = $1";
                const NUMBER: &str = "UPDATE townhall_outbox_numbers SET last = last + 1 WHERE id = 1 RETURNING last";
                const KEEP: &str = concat!(
                    "INSERT INTO townhall_outbox (id, key, topic, reference, data, sent, due) VALUES ($1, $2, $3, $4, $5, ",
                    $now,
                    ", ",
                    $now,
                    ")"
                );
                within(self.timeout, async move {
                    let mut transaction = self.begin().await?;
                    // Whoever else wants a number waits here until this transaction ends: nobody inserts the same key meanwhile.
                    let number: i64 =
                        sqlx::query_scalar(NUMBER).fetch_one(&mut *transaction).await.map_err(store_error)?;
                    let known = sqlx::query_scalar(KNOWN).bind(entry.key).fetch_optional(&mut *transaction).await;
                    if let Some(reference) = known.map_err(store_error)? {
                        transaction.rollback().await?;
                        return Ok(reference);
                    }
                    let reference = (entry.reference)(unsigned(number));
                    let keep = sqlx::query(KEEP).bind(number).bind(entry.key).bind(entry.topic).bind(&reference);
                    keep.bind(entry.data).execute(&mut *transaction).await.map_err(store_error)?;
                    transaction.commit().await?;
                    Ok(reference)
                })
            }

            fn claim<'a>(&'a self, topic: &'static str, lease: Duration) -> StoreFuture<'a, Option<Job>> {
                // Looking alone keeps nobody from writing, and as a rule there is nothing.
                const IS_DUE: &str = concat!(
                    "SELECT 1 FROM townhall_outbox WHERE topic = $1 AND state = 0 AND due <= ",
                    $now,
                    " LIMIT 1"
                );
                const CLAIM: &str = concat!(
                    "UPDATE townhall_outbox SET attempts = attempts + 1, due = $1 + ",
                    $now,
                    " WHERE id = (SELECT id FROM townhall_outbox WHERE topic = $2 AND state = 0 AND due <= ",
                    $now,
                    " ORDER BY due, id LIMIT 1 ",
                    $unlocked,
                    ") RETURNING key, reference, attempts, data"
                );
                type Row = (String, String, i32, Option<Vec<u8>>);
                within(self.timeout, async move {
                    let mut reader = self.reader().await?;
                    let due = sqlx::query(IS_DUE).bind(topic).fetch_optional(&mut *reader).await.map_err(store_error)?;
                    drop(reader);
                    if due.is_none() {
                        return Ok(None);
                    }
                    let mut transaction = self.begin().await?;
                    let claim = sqlx::query_as(CLAIM).bind(signed(milliseconds(lease))).bind(topic);
                    let row: Option<Row> = claim.fetch_optional(&mut *transaction).await.map_err(store_error)?;
                    transaction.commit().await?;
                    Ok(row.map(|(key, reference, attempts, data)| Job {
                        key,
                        reference,
                        attempt: u32::try_from(attempts).unwrap_or_default(),
                        data: data.unwrap_or_default(),
                    }))
                })
            }

            fn complete<'a>(&'a self, topic: &'static str, key: &'a str) -> StoreFuture<'a, ()> {
                const COMPLETE: &str =
                    "UPDATE townhall_outbox SET state = 1, data = NULL, error = NULL WHERE topic = $1 AND key = $2";
                within(self.timeout, async move {
                    self.write(sqlx::query(COMPLETE).bind(topic).bind(key)).await.map(|_| ())
                })
            }

            fn fail<'a>(&'a self, failure: &'a Failure<'a>) -> StoreFuture<'a, bool> {
                const FAIL: &str = concat!(
                    "UPDATE townhall_outbox SET error = $1, due = $2 + ",
                    $now,
                    ", state = CASE WHEN sent + $3 <= ",
                    $now,
                    " THEN 2 ELSE 0 END WHERE topic = $4 AND key = $5 AND attempts = $6 AND state = 0 RETURNING state"
                );
                let Failure { topic, key, attempt, error, wait, give_up } = *failure;
                within(self.timeout, async move {
                    let mut transaction = self.begin().await?;
                    let fail = sqlx::query_scalar(FAIL)
                        .bind(error)
                        .bind(signed(milliseconds(wait)))
                        .bind(signed(milliseconds(give_up)))
                        .bind(topic)
                        .bind(key)
                        .bind(i32::try_from(attempt).unwrap_or(i32::MAX));
                    let state: Option<i32> = fail.fetch_optional(&mut *transaction).await.map_err(store_error)?;
                    transaction.commit().await?;
                    Ok(state == Some(2))
                })
            }

            fn dead<'a>(&'a self, topic: &'static str) -> StoreFuture<'a, Vec<Dead>> {
                const DEAD: &str = "SELECT key, reference, attempts, sent, data, error FROM townhall_outbox
                    WHERE topic = $1 AND state = 2 ORDER BY id";
                type Row = (String, String, i32, i64, Option<Vec<u8>>, Option<Vec<u8>>);
                within(self.timeout, async move {
                    let mut reader = self.reader().await?;
                    let rows = sqlx::query_as(DEAD).bind(topic).fetch_all(&mut *reader).await;
                    let rows: Vec<Row> = rows.map_err(store_error)?;
                    let dead = |(key, reference, attempts, sent, data, error): Row| Dead {
                        key,
                        reference,
                        attempts: u32::try_from(attempts).unwrap_or_default(),
                        sent: unsigned(sent),
                        data: data.unwrap_or_default(),
                        error: error.unwrap_or_default(),
                    };
                    Ok(rows.into_iter().map(dead).collect())
                })
            }

            fn revive<'a>(&'a self, topic: &'static str, key: &'a str) -> StoreFuture<'a, bool> {
                const REVIVE: &str = concat!(
                    "UPDATE townhall_outbox SET state = 0, attempts = 0, sent = ",
                    $now,
                    ", due = ",
                    $now,
                    " WHERE topic = $1 AND key = $2 AND state = 2"
                );
                within(self.timeout, async move {
                    Ok(self.write(sqlx::query(REVIVE).bind(topic).bind(key)).await? == 1)
                })
            }

            fn count<'a>(&'a self, topic: &'static str) -> StoreFuture<'a, Counts> {
                const COUNT: &str = concat!(
                    "SELECT COUNT(CASE WHEN state = 0 THEN 1 END), COUNT(CASE WHEN state = 2 THEN 1 END), ",
                    $now,
                    " - MIN(CASE WHEN state = 0 THEN sent END) FROM townhall_outbox WHERE topic = $1 AND state <> 1"
                );
                within(self.timeout, async move {
                    let mut reader = self.reader().await?;
                    let count = sqlx::query_as(COUNT).bind(topic).fetch_one(&mut *reader).await;
                    let (waiting, dead, oldest): (i64, i64, Option<i64>) = count.map_err(store_error)?;
                    Ok(Counts {
                        waiting: unsigned(waiting),
                        dead: unsigned(dead),
                        oldest: Duration::from_millis(unsigned(oldest.unwrap_or_default())),
                    })
                })
            }
        }
    };
}

#[cfg(feature = "sqlite")]
outbox_database!(
    SqliteStore, "SQLite",
    now: "CAST(1000 * unixepoch('subsec') AS INTEGER)",
    bytes: "BLOB",
    unlocked: ""
);

#[cfg(feature = "postgres")]
outbox_database!(
    PostgresStore, "PostgreSQL",
    now: "CAST(1000 * extract(epoch FROM clock_timestamp()) AS BIGINT)",
    bytes: "BYTEA",
    unlocked: "FOR UPDATE SKIP LOCKED"
);
