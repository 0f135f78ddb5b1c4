//! What every store promises.

use std::sync::Arc;
use std::time::Duration;

use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqlitePoolOptions};
use townhall::journey::{
    AnswerStore, MemoryStore, PostgresStore, Record, RecordId, RedisStore, SqliteStore, StoreError,
};

use crate::servers::{Servers, servers};

fn now() -> u64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs()
}

fn record(version: u64, seconds: u64, data: &[u8]) -> Record {
    Record { version, expires: now() + seconds, data: data.to_vec() }
}

fn id(name: &str) -> RecordId {
    RecordId::hashed(name)
}

/// `left` is how many records that have expired wait to be deleted, of one that has.
async fn keeps_its_promises(store: Arc<dyn AnswerStore>, left: u64) {
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
    for number in 0..4 {
        store.save(&RecordId::hashed(&format!("late {number}")), record(0, 0, b"late")).await.unwrap();
    }
    // No more of them at once than is asked for.
    assert_eq!(store.delete_expired(2).await.unwrap(), 2 * left);
    assert_eq!(store.delete_expired(1_000).await.unwrap(), 3 * left);
    assert_eq!(store.delete_expired(1_000).await.unwrap(), 0);
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
    run(keeps_its_promises(Arc::new(MemoryStore::new()), 1));
}

#[test]
fn sqlite_keeps_its_promises() {
    let file = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("store-{}.db", std::process::id()));
    run(async {
        keeps_its_promises(Arc::new(SqliteStore::open(&file).await.unwrap()), 1).await;
        // It is there when it is opened again, and its table is not made twice.
        let again = SqliteStore::open(&file).await.unwrap();
        assert!(again.load(&id("one")).await.unwrap().is_some());
        let refused = SqliteStore::open("/nowhere/at/all.db").await;
        assert!(matches!(refused, Err(StoreError::Unavailable(_))));
        assert!(SqliteStore::from_url("postgres://x").await.is_err());
    });
    std::fs::remove_file(file).unwrap();
}

#[test]
fn postgres_keeps_its_promises() {
    let url = servers().database(&format!("store_{}", std::process::id()));
    run(async {
        // Ten processes that start together make one table.
        let opened: Vec<_> = (0..10).map(|_| tokio::spawn(open_postgres(url.clone()))).collect();
        let mut stores = Vec::new();
        for store in opened {
            stores.push(store.await.unwrap().unwrap());
        }
        keeps_its_promises(Arc::new(stores.remove(0)), 1).await;
        assert!(stores[0].load(&id("one")).await.unwrap().is_some());
        for wrong in ["postgres://townhall@127.0.0.1:1/none", "sqlite://x", "postgres://nobody@/none"] {
            let refused = PostgresStore::open(wrong).await;
            assert!(matches!(refused, Err(StoreError::Unavailable(_))), "{wrong}: {refused:?}");
        }
    });
}

async fn open_postgres(url: String) -> Result<PostgresStore, StoreError> {
    PostgresStore::open(&url).await
}

#[test]
fn redis_keeps_its_promises() {
    let prefix = format!("store-{}:", std::process::id());
    run(async {
        let open = async || RedisStore::open(&servers().redis).await.unwrap().prefix(&prefix);
        // Redis deletes by itself.
        keeps_its_promises(Arc::new(open().await), 0).await;
        assert!(open().await.load(&id("one")).await.unwrap().is_some());
        assert!(RedisStore::open(&servers().redis).await.unwrap().load(&id("one")).await.unwrap().is_none());
        for wrong in ["redis://127.0.0.1:1", "http://127.0.0.1", ""] {
            assert!(matches!(RedisStore::open(wrong).await, Err(StoreError::Unavailable(_))), "{wrong}");
        }
    });
}

/// It says so, and does not wait for ever.
async fn is_busy(store: &dyn AnswerStore) {
    let load = store.load(&id("one")).await.map(|_| ());
    let save = store.save(&id("one"), record(0, 60, b"x")).await.map(|_| ());
    for work in [load, save] {
        assert!(matches!(work, Err(StoreError::Busy)), "{work:?}");
    }
}

/// Until it answers again.
async fn answers_again(store: &dyn AnswerStore) {
    while let Err(error) = store.load(&id("one")).await {
        assert!(!matches!(error, StoreError::Conflict), "{error}");
    }
}

const SOON: Duration = Duration::from_millis(300);

#[test]
fn a_postgres_that_hangs_is_given_up() {
    let url = servers().database(&format!("hangs_{}", std::process::id()));
    run(async {
        let store = PostgresStore::open(&url).await.unwrap().timeout(SOON);
        let mut other = store.pool().begin().await.unwrap();
        sqlx::query("LOCK TABLE townhall_answers").execute(&mut *other).await.unwrap();
        is_busy(&store).await;
        // All connections wait by now, and who comes later waits for one of them.
        for _ in 0..20 {
            assert!(matches!(store.load(&id("one")).await, Err(StoreError::Busy)));
        }
        other.rollback().await.unwrap();
        answers_again(&store).await;
    });
}

#[test]
fn a_redis_that_hangs_is_given_up() {
    // A server of its own: nobody else shall wait.
    let folder = std::env::temp_dir().join(format!("townhall-hangs-{}", std::process::id()));
    let own = Servers::start(&folder);
    run(async {
        let store = RedisStore::open(&own.redis).await.unwrap().timeout(SOON);
        own.pause_redis();
        is_busy(&store).await;
        own.resume_redis();
        answers_again(&store).await;
    });
}

#[test]
fn an_sqlite_that_somebody_else_has_locked_is_given_up() {
    let file = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("locked-{}.db", std::process::id()));
    run(async {
        let store = SqliteStore::open(&file).await.unwrap().timeout(SOON);
        // Another store of this process over the same file has no turn of its own.
        let transaction = SqliteStore::open(&file).await.unwrap().begin().await.unwrap();
        assert!(matches!(store.save(&id("one"), record(0, 60, b"x")).await, Err(StoreError::Busy)));
        // Reading does not wait for who writes.
        assert!(store.load(&id("one")).await.unwrap().is_none());
        drop(transaction);
        // Neither has another process.
        let options = SqliteConnectOptions::new().filename(&file);
        let mut other = SqliteConnection::connect_with(&options).await.unwrap();
        sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
        assert!(matches!(store.save(&id("one"), record(0, 60, b"x")).await, Err(StoreError::Busy)));
        let waits = tokio::spawn({
            let patient = store.clone().timeout(Duration::from_secs(300));
            async move { patient.save(&id("one"), record(0, 60, b"x")).await }
        });
        sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
        assert_eq!(waits.await.unwrap().unwrap(), 1);
    });
    std::fs::remove_file(file).unwrap();
}

#[test]
fn many_who_write_to_one_file_wait_for_their_turn() {
    let file = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("turns-{}.db", std::process::id()));
    run(async {
        let stores = [SqliteStore::open(&file).await.unwrap(), SqliteStore::open(&file).await.unwrap()];
        // What other processes do, who do not know whose turn it is.
        let options = SqliteConnectOptions::new().filename(&file).busy_timeout(Duration::from_secs(300));
        let others = SqlitePoolOptions::new().max_connections(3).acquire_timeout(Duration::from_secs(300));
        let others = others.connect_with(options).await.unwrap();
        sqlx::query("CREATE TABLE other (number INTEGER)").execute(&others).await.unwrap();
        let mut tasks = Vec::new();
        for number in 0..60_u8 {
            let (store, others) = (stores[usize::from(number % 2)].clone(), others.clone());
            tasks.push(tokio::spawn(async move {
                let name = format!("{number}");
                for version in 0..5 {
                    store.save(&id(&name), record(version, 60, &[number])).await.unwrap();
                    if number % 5 == 0 {
                        sqlx::query("INSERT INTO other VALUES (1)").execute(&others).await.unwrap();
                    }
                }
                // A table of the application in the same database.
                let mut transaction = store.begin().await.unwrap();
                sqlx::query("INSERT INTO other VALUES (2)").execute(&mut *transaction).await.unwrap();
                transaction.commit().await.unwrap();
            }));
        }
        for task in tasks {
            task.await.unwrap();
        }
        let count = "SELECT COUNT(*), SUM(number = 2) FROM other";
        assert_eq!(sqlx::query_as::<_, (i64, i64)>(count).fetch_one(stores[0].pool()).await.unwrap(), (120, 60));
        for number in 0..60_u8 {
            let kept = stores[1].load(&id(&format!("{number}"))).await.unwrap().unwrap();
            assert_eq!((kept.version, kept.data), (5, vec![number]));
        }
    });
    std::fs::remove_file(file).unwrap();
}
