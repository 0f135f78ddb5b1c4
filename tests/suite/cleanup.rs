//! What has expired is deleted in the background, in batches, and by nobody's request.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::task::Id;
use townhall::journey::{AnswerStore, Keys, MemoryStore, Receipt, Record, RecordId, StoreFuture};

use super::whole::{Resident, builder};

/// The task that has deleted, how many it wanted to, and how many it did.
type Deleted = (Option<Id>, u32, u64);

/// A store that writes down who has deleted how many.
#[derive(Clone, Default)]
struct Watched {
    store: MemoryStore,
    deleted: Arc<Mutex<Vec<Deleted>>>,
}

impl AnswerStore for Watched {
    fn load<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, Option<Record>> {
        self.store.load(id)
    }

    fn save<'a>(&'a self, id: &'a RecordId, record: Record) -> StoreFuture<'a, u64> {
        self.store.save(id, record)
    }

    fn delete<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, ()> {
        self.store.delete(id)
    }

    fn delete_expired(&self, limit: u32) -> StoreFuture<'_, u64> {
        Box::pin(async move {
            let deleted = self.store.delete_expired(limit).await?;
            self.deleted.lock().unwrap().push((tokio::task::try_id(), limit, deleted));
            Ok(deleted)
        })
    }
}

/// Keeps so many records that have expired long ago.
async fn keep_expired(store: &MemoryStore, count: u64) {
    for number in 0..count {
        let record = Record { version: 0, expires: 1, data: vec![0; 16] };
        store.save(&RecordId::hashed(&number.to_string()), record).await.unwrap();
    }
}

/// Waits for something that happens in the background.
async fn until(mut is_so: impl FnMut() -> bool) {
    while !is_so() {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

#[test]
fn expired_records_are_deleted_in_batches_by_nobodys_request() {
    const EXPIRED: u64 = 100_000;
    crate::block_on(async {
        let watched = Watched::default();
        keep_expired(&watched.store, EXPIRED).await;
        let keys = Keys::random().unwrap();
        let service = builder(async |_| Ok(Receipt::new("AL-1"))).store(watched.clone(), keys);
        let service = Arc::new(service.cleanup_interval(Duration::from_millis(1)).build().unwrap());
        let all = || watched.deleted.lock().unwrap().iter().map(|(_, _, deleted)| deleted).sum::<u64>();
        // Residents go on while they are deleted: each request is a task of its own, as in a server.
        let mut requests = Vec::new();
        while all() < EXPIRED {
            let service = Arc::clone(&service);
            let request = tokio::spawn(async move {
                let page = Resident::new(&service).get("/name").await;
                (tokio::task::id(), page.status())
            });
            let (id, status) = request.await.unwrap();
            assert_eq!(status, 200);
            requests.push(id);
        }
        let deleted = watched.deleted.lock().unwrap().clone();
        assert!(deleted.len() as u64 > EXPIRED / 1_000, "{} batches", deleted.len());
        for (task, limit, count) in &deleted {
            assert!(*limit <= 1_000 && *count <= u64::from(*limit), "{limit} {count}");
            assert!(task.is_some_and(|task| !requests.contains(&task)), "a request has deleted");
        }
        // Those who are here have lost nothing.
        let mut resident = Resident::new(&service);
        resident.walk("Sam", "Rex").await;
        let rounds = watched.deleted.lock().unwrap().len();
        until(|| watched.deleted.lock().unwrap().len() > rounds + 3).await;
        assert!(resident.get("/check-answers").await.body().contains("Sam"));
    });
}

#[test]
fn the_task_ends_with_its_service() {
    crate::block_on(async {
        let watched = Watched::default();
        let service = builder(async |_| Ok(Receipt::new("AL-1"))).store(watched.clone(), Keys::random().unwrap());
        let service = service.cleanup_interval(Duration::from_millis(1)).build().unwrap();
        until(|| watched.deleted.lock().unwrap().len() > 2).await;
        drop(service);
        // Nobody but this test has it any more.
        until(|| Arc::strong_count(&watched.deleted) == 1).await;
        let rounds = watched.deleted.lock().unwrap().len();
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_eq!(watched.deleted.lock().unwrap().len(), rounds);
    });
}

#[test]
fn a_service_that_was_built_before_its_runtime_cleans_up_as_well() {
    let watched = Watched::default();
    let service = builder(async |_| Ok(Receipt::new("AL-1"))).store(watched.clone(), Keys::random().unwrap());
    let service = Arc::new(service.build().unwrap());
    // The second runtime has the task again that has ended with the first.
    for rounds in [0, 1] {
        crate::block_on(async {
            assert_eq!(watched.deleted.lock().unwrap().len(), rounds);
            Resident::new(&service).get("/name").await;
            until(|| watched.deleted.lock().unwrap().len() > rounds).await;
        });
    }
}
