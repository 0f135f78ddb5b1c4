//! What every store promises.

use std::sync::Arc;

use townhall::journey::{AnswerStore, MemoryStore, Record, RecordId, SqliteStore, StoreError};

fn now() -> u64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs()
}

fn record(version: u64, seconds: u64, data: &[u8]) -> Record {
    Record { version, expires: now() + seconds, data: data.to_vec() }
}

fn id(name: &str) -> RecordId {
    RecordId::hashed(name)
}

async fn keeps_its_promises(store: Arc<dyn AnswerStore>) {
    let (one, other) = (id("one"), id("other"));
    assert!(store.load(&one).await.unwrap().is_none());
    let first = store.save(&one, record(0, 60, b"a")).await.unwrap();
    let loaded = store.load(&one).await.unwrap().unwrap();
    assert_eq!((loaded.version, loaded.data.as_slice()), (first, &b"a"[..]));
    assert!(store.load(&other).await.unwrap().is_none());

    // The version that was loaded, or none at all.
    let second = store.save(&one, record(first, 60, b"b")).await.unwrap();
    assert!(second > first);
    for stale in [0, first, second + 1] {
        let refused = store.save(&one, record(stale, 60, b"c")).await;
        assert!(matches!(refused, Err(StoreError::Conflict)), "version {stale}");
    }
    assert!(matches!(store.save(&other, record(3, 60, b"c")).await, Err(StoreError::Conflict)));
    assert_eq!(store.load(&one).await.unwrap().unwrap().data, b"b");

    // Bytes are bytes, none and many.
    let large: Vec<u8> = (0..=255).cycle().take(500_000).collect();
    for data in [&[][..], &large] {
        let loaded = store.load(&one).await.unwrap().unwrap();
        store.save(&one, record(loaded.version, 60, data)).await.unwrap();
        assert_eq!(store.load(&one).await.unwrap().unwrap().data, data);
    }

    store.delete(&one).await.unwrap();
    store.delete(&one).await.unwrap();
    assert!(store.load(&one).await.unwrap().is_none());
    store.save(&one, record(0, 60, b"again")).await.unwrap();

    // What has expired is as good as deleted, and is deleted.
    store.save(&other, record(0, 0, b"late")).await.unwrap();
    assert!(store.load(&other).await.unwrap().is_none());
    store.save(&other, record(0, 0, b"later")).await.unwrap();
    assert_eq!(store.delete_expired().await.unwrap(), 1);
    assert_eq!(store.delete_expired().await.unwrap(), 0);
    assert_eq!(store.load(&one).await.unwrap().unwrap().data, b"again");

    // Of many who save over the same version one succeeds.
    let version = store.load(&one).await.unwrap().unwrap().version;
    let mut tasks = Vec::new();
    for number in 0..20_u8 {
        let (store, one) = (Arc::clone(&store), one.clone());
        tasks.push(tokio::spawn(async move { store.save(&one, record(version, 60, &[number])).await.is_ok() }));
    }
    let mut saved = 0;
    for task in tasks {
        saved += usize::from(task.await.unwrap());
    }
    assert_eq!(saved, 1);
}

fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(test);
}

#[test]
fn memory_keeps_its_promises() {
    run(keeps_its_promises(Arc::new(MemoryStore::new())));
}

#[test]
fn sqlite_keeps_its_promises() {
    let file = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("store-{}.db", std::process::id()));
    run(async {
        keeps_its_promises(Arc::new(SqliteStore::open(&file).await.unwrap())).await;
        // It is there when it is opened again, and its table is not made twice.
        let again = SqliteStore::open(&file).await.unwrap();
        assert!(again.load(&id("one")).await.unwrap().is_some());
        let refused = SqliteStore::open("/nowhere/at/all.db").await;
        assert!(matches!(refused, Err(StoreError::Unavailable(_))));
        assert!(SqliteStore::from_url("postgres://x").await.is_err());
    });
    std::fs::remove_file(file).unwrap();
}
