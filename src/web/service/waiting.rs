//! How long a request waits, all in all, for whatever is behind the service.

use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use tokio::time::Instant;

use crate::journey::{AnswerStore, Record, RecordId, StoreError, StoreFuture};

tokio::task_local! {
    /// For how long the request that this task answers may still wait. What a browser takes to send its answer does not count. A store that is called by
    /// anything else has limits of its own.
    static LEFT: Cell<Duration>;
}

/// Answers a request, which may wait for so long.
pub(super) async fn waits_at_most<T>(limit: Duration, request: impl Future<Output = T>) -> T {
    LEFT.scope(Cell::new(limit), request).await
}

/// Lets the request wait for at least so long from now.
pub(super) fn extend(limit: Duration) {
    // Outside of a request there is nothing to extend.
    let _ = LEFT.try_with(|left| left.set(left.get().max(limit)));
}

/// What something gives, or that the request has waited long enough.
pub(super) async fn in_time<T>(work: impl Future<Output = T>) -> Result<T, StoreError> {
    let mut work = pin!(work);
    // What is there at once, as with answers in memory, needs no clock.
    let first = poll_fn(|context| {
        Poll::Ready(match work.as_mut().poll(context) {
            Poll::Ready(done) => Some(done),
            Poll::Pending => None,
        })
    });
    if let Some(done) = first.await {
        return Ok(done);
    }
    let Ok(limit) = LEFT.try_with(Cell::get) else { return Ok(work.await) };
    let begun = Instant::now();
    let done = tokio::time::timeout(limit, work).await;
    let _ = LEFT.try_with(|left| left.set(limit.saturating_sub(begun.elapsed())));
    done.map_err(|_| StoreError::Busy)
}

/// A store that keeps no request waiting for longer than it may.
pub(super) struct BoundedStore(pub(super) Arc<dyn AnswerStore>);

fn bounded<'a, T: Send + 'a>(work: StoreFuture<'a, T>) -> StoreFuture<'a, T> {
    Box::pin(async move { in_time(work).await? })
}

impl AnswerStore for BoundedStore {
    fn load<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, Option<Record>> {
        bounded(self.0.load(id))
    }

    fn save<'a>(&'a self, id: &'a RecordId, record: Record) -> StoreFuture<'a, u64> {
        bounded(self.0.save(id, record))
    }

    fn delete<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, ()> {
        bounded(self.0.delete(id))
    }

    fn delete_expired(&self, limit: u32) -> StoreFuture<'_, u64> {
        bounded(self.0.delete_expired(limit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::MemoryStore;

    /// A store that never answers.
    struct Hangs;

    impl AnswerStore for Hangs {
        fn load<'a>(&'a self, _: &'a RecordId) -> StoreFuture<'a, Option<Record>> {
            Box::pin(std::future::pending())
        }

        fn save<'a>(&'a self, _: &'a RecordId, _: Record) -> StoreFuture<'a, u64> {
            Box::pin(std::future::pending())
        }

        fn delete<'a>(&'a self, _: &'a RecordId) -> StoreFuture<'a, ()> {
            Box::pin(std::future::pending())
        }

        fn delete_expired(&self, _: u32) -> StoreFuture<'_, u64> {
            Box::pin(std::future::pending())
        }
    }

    #[tokio::test]
    async fn a_request_waits_once_and_not_for_each_step_anew() {
        const LIMIT: Duration = Duration::from_millis(200);
        let store = BoundedStore(Arc::new(Hangs));
        let (id, record) = (RecordId::hashed("a"), Record { version: 0, expires: 0, data: Vec::new() });
        waits_at_most(LIMIT, async {
            // A slow line is not a busy store.
            tokio::time::sleep(LIMIT).await;
            let begun = Instant::now();
            assert!(matches!(store.load(&id).await, Err(StoreError::Busy)));
            assert!(begun.elapsed() >= LIMIT);
            // Nothing is left.
            assert_eq!(LEFT.with(Cell::get), Duration::ZERO);
            assert!(matches!(store.save(&id, record).await, Err(StoreError::Busy)));
            extend(LIMIT);
            let begun = Instant::now();
            assert!(matches!(store.delete(&id).await, Err(StoreError::Busy)));
            assert!(begun.elapsed() >= LIMIT);
            assert!(matches!(store.delete_expired(1).await, Err(StoreError::Busy)));
        })
        .await;
    }

    #[test]
    fn answers_in_memory_need_no_clock() {
        let store = BoundedStore(Arc::new(MemoryStore::new()));
        let id = RecordId::hashed("a");
        let request = waits_at_most(Duration::MAX, async { store.load(&id).await });
        let mut request = pin!(request);
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(matches!(request.as_mut().poll(&mut context), Poll::Ready(Ok(None))));
    }
}
