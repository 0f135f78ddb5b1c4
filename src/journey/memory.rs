//! [`MemoryStore`].

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::store::{AnswerStore, Record, RecordId, StoreError, StoreFuture, now};

/// Answers in memory: for tests, and for trying things out. A copy shares its answers; they end with the process.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    records: Arc<Mutex<HashMap<RecordId, Record>>>,
}

impl MemoryStore {
    /// No answers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn records(&self) -> MutexGuard<'_, HashMap<RecordId, Record>> {
        // Nothing that could panic is done while it is locked.
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl AnswerStore for MemoryStore {
    fn load<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, Option<Record>> {
        let record = self.records().get(id).filter(|record| record.expires > now()).cloned();
        Box::pin(std::future::ready(Ok(record)))
    }

    fn save<'a>(&'a self, id: &'a RecordId, mut record: Record) -> StoreFuture<'a, u64> {
        let mut records = self.records();
        let known = records.get(id).filter(|known| known.expires > now()).map_or(0, |known| known.version);
        let saved = if known == record.version {
            record.version += 1;
            let version = record.version;
            records.insert(id.clone(), record);
            Ok(version)
        } else {
            Err(StoreError::Conflict)
        };
        Box::pin(std::future::ready(saved))
    }

    fn delete<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, ()> {
        self.records().remove(id);
        Box::pin(std::future::ready(Ok(())))
    }

    fn delete_expired(&self, limit: u32) -> StoreFuture<'_, u64> {
        let (now, mut left) = (now(), limit);
        self.records().retain(|_, record| {
            let is_deleted = left > 0 && record.expires <= now;
            left -= u32::from(is_deleted);
            !is_deleted
        });
        Box::pin(std::future::ready(Ok(u64::from(limit - left))))
    }
}
