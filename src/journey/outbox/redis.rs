//! The outbox in Redis.
//!
//! Everything is below `{prefix}outbox:`. An entry is a hash `entry:{key}` with the fields that a row has in the other databases. Per journey there are
//! three sorted sets of keys: `{journey}:due` (by when the next attempt is due), `{journey}:waiting` (the same keys, by when they were sent) and
//! `{journey}:dead` (by number). `number` is the last number that was given.
//!
//! Whatever changes something is one script: Redis does all of it or nothing, and writes it to its log as a whole.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use redis::{Script, ScriptInvocation};
use tokio::sync::Mutex;

use super::database::{Counts, Database, Dead, Entry, Failure, Job, OutboxDatabase, milliseconds};
use crate::journey::RedisStore;
use crate::journey::redis::store_error;
use crate::journey::store::{StoreError, StoreFuture, within};

/// A script that knows the time of the server, in milliseconds.
macro_rules! script {
    ($name:ident, $script:literal) => {
        static $name: LazyLock<Script> = LazyLock::new(|| {
            Script::new(concat!(
                "local time = redis.call('TIME')
                 local now = 1000 * tonumber(time[1]) + math.floor(tonumber(time[2]) / 1000)
                ",
                $script
            ))
        });
    };
}

// Keeps an entry under a number, if that is the next one.
// KEYS: entry, number, due, waiting. ARGV: number, key, reference, data. Gives the reference, if it is kept, and the last number that was given.
script!(
    KEEP,
    "local known = redis.call('HGET', KEYS[1], 'reference')
     local last = redis.call('GET', KEYS[2]) or '0'
     if known then return {known, last} end
     if tonumber(last) + 1 ~= tonumber(ARGV[1]) then return {false, last} end
     redis.call('SET', KEYS[2], ARGV[1])
     redis.call('HSET', KEYS[1], 'number', ARGV[1], 'reference', ARGV[3], 'attempts', 0, 'sent', now, 'data', ARGV[4])
     redis.call('ZADD', KEYS[3], now, ARGV[2])
     redis.call('ZADD', KEYS[4], now, ARGV[2])
     return {ARGV[3], ARGV[1]}"
);

// Takes an entry, if it is due.
// KEYS: entry, due. ARGV: key, when it was due when somebody looked, lease. Gives 'later', 'gone', or 'taken' with the entry.
script!(
    CLAIM,
    "local due = redis.call('ZSCORE', KEYS[2], ARGV[1])
     if not due or tonumber(due) ~= tonumber(ARGV[2]) then return {'gone'} end
     if tonumber(due) > now then return {'later'} end
     redis.call('ZADD', KEYS[2], now + tonumber(ARGV[3]), ARGV[1])
     local attempt = redis.call('HINCRBY', KEYS[1], 'attempts', 1)
     return {'taken', redis.call('HGET', KEYS[1], 'reference'), tostring(attempt), redis.call('HGET', KEYS[1], 'data')}"
);

// KEYS: entry, due, waiting, dead. ARGV: key. What was never kept is not made.
script!(
    COMPLETE,
    "redis.call('ZREM', KEYS[2], ARGV[1])
     redis.call('ZREM', KEYS[3], ARGV[1])
     redis.call('ZREM', KEYS[4], ARGV[1])
     redis.call('HDEL', KEYS[1], 'data', 'error', 'attempts', 'sent', 'number')"
);

// KEYS: entry, due, waiting, dead. ARGV: key, attempt, error, wait, how long to try. Gives whether it was given up.
script!(
    FAIL,
    "local entry = redis.call('HMGET', KEYS[1], 'attempts', 'sent', 'number')
     if entry[1] ~= ARGV[2] or not redis.call('ZSCORE', KEYS[2], ARGV[1]) then return 0 end
     redis.call('HSET', KEYS[1], 'error', ARGV[3])
     if tonumber(entry[2]) + tonumber(ARGV[5]) > now then
         redis.call('ZADD', KEYS[2], now + tonumber(ARGV[4]), ARGV[1])
         return 0
     end
     redis.call('ZREM', KEYS[2], ARGV[1])
     redis.call('ZREM', KEYS[3], ARGV[1])
     redis.call('ZADD', KEYS[4], entry[3], ARGV[1])
     return 1"
);

// KEYS: entry, due, waiting, dead. ARGV: key.
script!(
    REVIVE,
    "if redis.call('ZREM', KEYS[4], ARGV[1]) == 0 then return 0 end
     redis.call('HSET', KEYS[1], 'attempts', 0, 'sent', now)
     redis.call('ZADD', KEYS[2], now, ARGV[1])
     redis.call('ZADD', KEYS[3], now, ARGV[1])
     return 1"
);

// KEYS: waiting, dead. Gives how many there are, and for how long the oldest has waited.
script!(
    COUNT,
    "local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2]
     local waited = oldest and math.max(0, now - tonumber(oldest)) or 0
     return {redis.call('ZCARD', KEYS[1]), redis.call('ZCARD', KEYS[2]), waited}"
);

/// The outbox of a store.
struct RedisOutbox {
    store: RedisStore,
    /// The last number that is known to have been given. One of a process at a time asks for the next: they do not race each other.
    last: Mutex<u64>,
}

impl From<&RedisStore> for OutboxDatabase {
    fn from(store: &RedisStore) -> Self {
        Self(Arc::new(RedisOutbox { store: store.clone(), last: Mutex::new(0) }))
    }
}

impl RedisOutbox {
    fn name_of(&self, rest: &str) -> String {
        format!("{}outbox:{rest}", self.store.prefix)
    }

    fn entry(&self, key: &str) -> String {
        self.name_of(&format!("entry:{key}"))
    }

    fn set(&self, topic: &str, set: &str) -> String {
        self.name_of(&format!("{topic}:{set}"))
    }

    /// A script with the names that most of them have.
    fn prepare<'s>(&self, script: &'s Script, topic: &str, key: &str) -> ScriptInvocation<'s> {
        let mut script = script.key(self.entry(key));
        for set in ["due", "waiting", "dead"] {
            script.key(self.set(topic, set));
        }
        script.arg(key);
        script
    }

    async fn invoke<T: redis::FromRedisValue>(&self, script: &ScriptInvocation<'_>) -> Result<T, StoreError> {
        script.invoke_async(&mut self.store.connection.clone()).await.map_err(store_error)
    }

    async fn query<T: redis::FromRedisValue>(&self, command: &redis::Cmd) -> Result<T, StoreError> {
        command.query_async(&mut self.store.connection.clone()).await.map_err(store_error)
    }
}

impl Database for RedisOutbox {
    fn name(&self) -> &'static str {
        "Redis"
    }

    /// Nothing has to be there before something can be kept.
    fn prepare(&self) -> StoreFuture<'_, ()> {
        Box::pin(std::future::ready(Ok(())))
    }

    fn keep<'a>(&'a self, entry: &'a Entry<'a>) -> StoreFuture<'a, String> {
        within(self.store.timeout, async move {
            let mut last = self.last.lock().await;
            loop {
                let number = last.saturating_add(1);
                let reference = (entry.reference)(number);
                let mut script = KEEP.key(self.entry(entry.key));
                script.key(self.name_of("number"));
                script.key(self.set(entry.topic, "due")).key(self.set(entry.topic, "waiting"));
                script.arg(number).arg(entry.key).arg(reference).arg(entry.data);
                let (kept, given): (Option<String>, u64) = self.invoke(&script).await?;
                *last = given;
                // If another process has given numbers meanwhile: once more, with the next one.
                if let Some(reference) = kept {
                    return Ok(reference);
                }
            }
        })
    }

    fn claim<'a>(&'a self, topic: &'static str, lease: Duration) -> StoreFuture<'a, Option<Job>> {
        type Claimed = (String, Option<String>, Option<u32>, Option<Vec<u8>>);
        within(self.store.timeout, async move {
            let due = self.set(topic, "due");
            loop {
                let first: Vec<(String, String)> =
                    self.query(redis::cmd("ZRANGE").arg(&due).arg(&["0", "0", "WITHSCORES"])).await?;
                let Some((key, since)) = first.into_iter().next() else { return Ok(None) };
                let mut script = CLAIM.key(self.entry(&key));
                script.key(&due).arg(&key).arg(since).arg(milliseconds(lease));
                let (outcome, reference, attempt, data): Claimed = self.invoke(&script).await?;
                match outcome.as_str() {
                    "taken" => {
                        let (reference, attempt) = (reference.unwrap_or_default(), attempt.unwrap_or_default());
                        return Ok(Some(Job { key, reference, attempt, data: data.unwrap_or_default() }));
                    }
                    "later" => return Ok(None),
                    // Somebody else was faster.
                    _ => {}
                }
            }
        })
    }

    fn complete<'a>(&'a self, topic: &'static str, key: &'a str) -> StoreFuture<'a, ()> {
        within(self.store.timeout, async move { self.invoke(&self.prepare(&COMPLETE, topic, key)).await })
    }

    fn fail<'a>(&'a self, failure: &'a Failure<'a>) -> StoreFuture<'a, bool> {
        let Failure { topic, key, attempt, error, wait, give_up } = *failure;
        within(self.store.timeout, async move {
            let mut script = self.prepare(&FAIL, topic, key);
            script.arg(attempt).arg(error).arg(milliseconds(wait)).arg(milliseconds(give_up));
            self.invoke(&script).await
        })
    }

    fn dead<'a>(&'a self, topic: &'static str) -> StoreFuture<'a, Vec<Dead>> {
        type Fields = (Option<String>, Option<u32>, Option<u64>, Option<Vec<u8>>, Option<Vec<u8>>);
        const FIELDS: [&str; 5] = ["reference", "attempts", "sent", "data", "error"];
        within(self.store.timeout, async move {
            let keys: Vec<String> =
                self.query(redis::cmd("ZRANGE").arg(self.set(topic, "dead")).arg(&["0", "-1"])).await?;
            let mut dead = Vec::with_capacity(keys.len());
            for key in keys {
                let fields: Fields = self.query(redis::cmd("HMGET").arg(self.entry(&key)).arg(&FIELDS)).await?;
                let (reference, attempts, sent, data, error) = fields;
                // One that was taken up again meanwhile has been, or will be, handed over.
                let (Some(attempts), Some(sent)) = (attempts, sent) else { continue };
                let (reference, data, error) =
                    (reference.unwrap_or_default(), data.unwrap_or_default(), error.unwrap_or_default());
                dead.push(Dead { key, reference, attempts, sent, data, error });
            }
            Ok(dead)
        })
    }

    fn revive<'a>(&'a self, topic: &'static str, key: &'a str) -> StoreFuture<'a, bool> {
        within(self.store.timeout, async move { self.invoke(&self.prepare(&REVIVE, topic, key)).await })
    }

    fn count<'a>(&'a self, topic: &'static str) -> StoreFuture<'a, Counts> {
        within(self.store.timeout, async move {
            let mut script = COUNT.key(self.set(topic, "waiting"));
            script.key(self.set(topic, "dead"));
            let (waiting, dead, oldest) = self.invoke(&script).await?;
            Ok(Counts { waiting, dead, oldest: Duration::from_millis(oldest) })
        })
    }
}
