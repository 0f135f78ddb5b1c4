//! What SQLite and PostgreSQL have in common: the same statements over the same table, `townhall_answers`.

use super::store::StoreError;

/// The error of a database.
pub(super) fn unavailable(error: sqlx::Error) -> StoreError {
    StoreError::Unavailable(Box::new(error))
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

/// Makes a store of a type with the fields `pool` and `timeout`.
macro_rules! answer_store {
    ($store:ident) => {
        impl $crate::journey::AnswerStore for $store {
            fn load<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, Option<Record>> {
                within(self.timeout, async move {
                    let query = sqlx::query_as(sql::LOAD).bind(id.as_str()).bind(sql::signed(now()));
                    let row: Option<(i64, i64, Vec<u8>)> =
                        query.fetch_optional(&self.pool).await.map_err(sql::unavailable)?;
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
                    let done = query.execute(&self.pool).await.map_err(sql::unavailable)?;
                    if done.rows_affected() == 1 { Ok(record.version + 1) } else { Err(StoreError::Conflict) }
                })
            }

            fn delete<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, ()> {
                within(self.timeout, async move {
                    let query = sqlx::query(sql::DELETE).bind(id.as_str());
                    query.execute(&self.pool).await.map(|_| ()).map_err(sql::unavailable)
                })
            }

            fn delete_expired(&self, limit: u32) -> StoreFuture<'_, u64> {
                within(self.timeout, async move {
                    let query = sqlx::query(sql::DELETE_EXPIRED).bind(sql::signed(now())).bind(i64::from(limit));
                    query.execute(&self.pool).await.map(|done| done.rows_affected()).map_err(sql::unavailable)
                })
            }
        }
    };
}

pub(super) use answer_store;
