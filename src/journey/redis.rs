//! [`RedisStore`].

use std::sync::LazyLock;
use std::time::Duration;

use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{Client, RedisError, Script};

use super::store::{AnswerStore, CONNECTING, Record, RecordId, StoreError, StoreFuture, WAIT, now, within};

/// Answers in Redis, or a server that speaks like it: for a service that runs on several machines.
///
/// Each record is a hash under `townhall:answers:` and its name, which Redis deletes when it expires. All requests share one connection, which is
/// made again when it is lost; a server that does not take connections is gone, and nobody waits for it. One that is busy is waited for, 30 seconds unless
/// [`timeout`](Self::timeout) says otherwise; then it is [`StoreError::Busy`].
///
/// Redis forgets everything at a restart unless it is told otherwise: `appendonly yes`, and `maxmemory-policy noeviction`, so that a server that is
/// full refuses new answers and does not throw old ones away. `rediss://` needs a feature of `redis` in your `Cargo.toml`, such as
/// `tokio-rustls-comp`.
#[derive(Clone)]
pub struct RedisStore {
    pub(super) connection: ConnectionManager,
    pub(super) prefix: String,
    pub(super) timeout: Duration,
}

/// Saves over the version that was loaded, or not at all.
static SAVE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local known = redis.call('HMGET', KEYS[1], 'version', 'expires')
         local version = known[1]
         if not version or tonumber(known[2]) <= tonumber(ARGV[5]) then version = '0' end
         if version ~= ARGV[1] then return 0 end
         redis.call('HSET', KEYS[1], 'version', ARGV[2], 'expires', ARGV[3], 'data', ARGV[4])
         redis.call('EXPIREAT', KEYS[1], ARGV[3])
         return 1",
    )
});

/// What an error of Redis means.
pub(super) fn store_error(error: RedisError) -> StoreError {
    if error.is_timeout() { StoreError::Busy } else { StoreError::Unavailable(Box::new(error)) }
}

impl std::fmt::Debug for RedisStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RedisStore").field("prefix", &self.prefix).finish_non_exhaustive()
    }
}

impl RedisStore {
    /// Connects to a server by its address: `redis://host:6379/0`.
    ///
    /// # Errors
    ///
    /// If the address is not one, or the server is not there.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let client = Client::open(url).map_err(store_error)?;
        // A resident is told at once that the server is not there, and tries again; the next request connects again.
        let config = ConnectionManagerConfig::new()
            .set_number_of_retries(1)
            .set_max_delay(Duration::from_millis(200))
            .set_connection_timeout(Some(CONNECTING))
            .set_response_timeout(Some(WAIT));
        let connect = async { ConnectionManager::new_with_config(client, config).await.map_err(store_error) };
        let connection = within(WAIT, connect).await?;
        Ok(Self { connection, prefix: "townhall:".to_owned(), timeout: WAIT })
    }

    /// What stands before the name of everything that is kept, for services that share a server: `townhall:` unless it is set.
    #[must_use]
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// How long to wait for the server: 30 seconds unless it is set, and never longer.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    fn key(&self, id: &RecordId) -> String {
        format!("{}answers:{}", self.prefix, id.as_str())
    }
}

impl AnswerStore for RedisStore {
    fn load<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, Option<Record>> {
        type Fields = (Option<u64>, Option<u64>, Option<Vec<u8>>);
        within(self.timeout, async move {
            let (version, expires, data): Fields = redis::cmd("HMGET")
                .arg(self.key(id))
                .arg(&["version", "expires", "data"])
                .query_async(&mut self.connection.clone())
                .await
                .map_err(store_error)?;
            let Some(version) = version else { return Ok(None) };
            let record = Record { version, expires: expires.unwrap_or_default(), data: data.unwrap_or_default() };
            Ok((record.expires > now()).then_some(record))
        })
    }

    fn save<'a>(&'a self, id: &'a RecordId, record: Record) -> StoreFuture<'a, u64> {
        within(self.timeout, async move {
            let saved: bool = SAVE
                .key(self.key(id))
                .arg(record.version)
                .arg(record.version + 1)
                .arg(record.expires)
                .arg(record.data)
                .arg(now())
                .invoke_async(&mut self.connection.clone())
                .await
                .map_err(store_error)?;
            if saved { Ok(record.version + 1) } else { Err(StoreError::Conflict) }
        })
    }

    fn delete<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, ()> {
        within(self.timeout, async move {
            let mut connection = self.connection.clone();
            redis::cmd("DEL").arg(self.key(id)).query_async(&mut connection).await.map_err(store_error)
        })
    }

    /// Redis deletes what has expired: there is nothing left to do.
    fn delete_expired(&self, _: u32) -> StoreFuture<'_, u64> {
        Box::pin(std::future::ready(Ok(0)))
    }
}
