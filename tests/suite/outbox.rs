//! Submissions on their way: once accepted they arrive, whatever happens, in every database.

use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use townhall::journey::{
    Handover, Keys, Outbox, OutboxDatabase, OutboxState, PostgresStore, RedisStore, SqliteStore, StoreError, Submission,
};
use townhall::language::{Languages, Locale};
use townhall::values::{FileType, UploadedFile};

use crate::servers::{Servers, servers};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Application {
    name: String,
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

fn welsh() -> Locale {
    Languages::builder().file("cy", "cy.ftl", "a = b").build().unwrap().get("cy").unwrap().clone()
}

fn submission(key: &str, name: &str) -> Submission<Application> {
    Submission::new(Application { name: name.to_owned() }, key, welsh())
}

/// A new database, as one process sees it.
enum Store {
    Sqlite(SqliteStore),
    Postgres(PostgresStore),
    Redis { store: RedisStore, url: String, prefix: String },
}

impl Store {
    fn database(&self) -> OutboxDatabase {
        match self {
            Self::Sqlite(store) => store.into(),
            Self::Postgres(store) => store.into(),
            Self::Redis { store, .. } => store.into(),
        }
    }

    async fn redis(url: &str, prefix: &str) -> Self {
        let store = RedisStore::open(url).await.unwrap().prefix(prefix);
        Self::Redis { store, url: url.to_owned(), prefix: prefix.to_owned() }
    }

    /// All that the outbox has of everything, as bytes.
    async fn copy(&self) -> Vec<u8> {
        type Row = (String, String, Option<Vec<u8>>, Option<Vec<u8>>);
        const ALL: &str = "SELECT key, reference, data, error FROM townhall_outbox";
        let rows: Vec<Row> = match self {
            Self::Sqlite(store) => sqlx::query_as(ALL).fetch_all(store.pool()).await.unwrap(),
            Self::Postgres(store) => sqlx::query_as(ALL).fetch_all(store.pool()).await.unwrap(),
            Self::Redis { url, prefix, .. } => {
                let mut redis =
                    redis::Client::open(url.as_str()).unwrap().get_multiplexed_async_connection().await.unwrap();
                let entries: Vec<String> =
                    redis::cmd("KEYS").arg(format!("{prefix}outbox:entry:*")).query_async(&mut redis).await.unwrap();
                let mut rows = Vec::new();
                for entry in entries {
                    let fields: BTreeMap<String, Vec<u8>> =
                        redis::cmd("HGETALL").arg(&entry).query_async(&mut redis).await.unwrap();
                    let text = |name: &str| String::from_utf8(fields.get(name).cloned().unwrap_or_default()).unwrap();
                    let key = entry.rsplit(':').next().unwrap().to_owned();
                    rows.push((key, text("reference"), fields.get("data").cloned(), fields.get("error").cloned()));
                }
                rows
            }
        };
        let bytes = rows.into_iter().flat_map(|(key, reference, data, error)| {
            [key.into_bytes(), reference.into_bytes(), data.unwrap_or_default(), error.unwrap_or_default()]
        });
        bytes.flatten().collect()
    }
}

fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(test);
}

/// Runs a test over a new database of each kind. It gets the same database three times, as three processes see it.
fn over_every_database(name: &str, test: impl AsyncFn([Store; 3])) {
    let unique = format!("outbox_{name}_{}", std::process::id());
    let file = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{unique}.db"));
    let url = servers().database(&unique);
    let sqlite = async || Store::Sqlite(SqliteStore::open(&file).await.unwrap());
    let postgres = async || Store::Postgres(PostgresStore::open(&url).await.unwrap());
    let redis = async || Store::redis(&servers().redis, &format!("{unique}:")).await;
    run(async {
        println!("over SQLite");
        test([sqlite().await, sqlite().await, sqlite().await]).await;
        println!("over PostgreSQL");
        test([postgres().await, postgres().await, postgres().await]).await;
        println!("over Redis");
        test([redis().await, redis().await, redis().await]).await;
    });
    std::fs::remove_file(file).unwrap();
}

async fn outbox(store: &Store, keys: &Keys) -> Outbox<Application> {
    let outbox = Outbox::open(store.database(), keys.clone(), "permit").await.unwrap();
    outbox.backoff(Duration::from_millis(100), Duration::from_millis(400))
}

fn reference(number: u64) -> String {
    format!("NB-{number}")
}

/// Waits until something holds. It is only over if the machine is not busy but the test hangs.
async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let start = Instant::now();
    while !holds().await {
        assert!(start.elapsed() < Duration::from_secs(300), "{what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// What has arrived, by key, with how often.
type Arrived = Arc<Mutex<BTreeMap<String, Vec<Handover<Application>>>>>;

fn office(arrived: &Arrived) -> impl Fn(Handover<Application>) -> std::future::Ready<Result<(), Failure>> + use<> {
    let arrived = Arc::clone(arrived);
    move |handover| {
        arrived.lock().unwrap().entry(handover.key.clone()).or_default().push(handover);
        std::future::ready(Ok(()))
    }
}

#[test]
fn what_was_accepted_arrives_once() {
    over_every_database("once", async |[store, ..]| {
        let keys = Keys::random().unwrap();
        let outbox = outbox(&store, &keys).await;
        let accept = outbox.accept(reference);
        // An attempt that is repeated has the same reference, and what was sent first.
        assert_eq!(accept(submission("a", "Siân")).await.unwrap().reference(), "NB-1");
        assert_eq!(accept(submission("b", "Sam")).await.unwrap().reference(), "NB-2");
        assert_eq!(accept(submission("a", "Other")).await.unwrap().reference(), "NB-1");
        let mut with_file = submission("c", "Ali");
        with_file.files = vec![UploadedFile::new("k".repeat(64), FileType::Pdf, 12, "letter.pdf").unwrap()];
        accept(with_file).await.unwrap();
        let state = outbox.state().await.unwrap();
        assert_eq!((state.waiting, state.dead), (3, 0));

        // Several processes share the work.
        let arrived = Arrived::default();
        let workers: Vec<_> = (0..4).map(|_| tokio::spawn(outbox.clone().deliver(office(&arrived)))).collect();
        for number in 0..50 {
            accept(submission(&format!("many {number}"), "Many")).await.unwrap();
        }
        until("everything arrives", async || outbox.state().await.unwrap().waiting == 0).await;
        workers.iter().for_each(tokio::task::JoinHandle::abort);
        let arrived = arrived.lock().unwrap();
        assert_eq!(arrived.len(), 53);
        assert!(arrived.values().all(|handovers| handovers.len() == 1));
        let (first, third) = (&arrived["a"][0], &arrived["c"][0]);
        assert_eq!((first.answers.name.as_str(), first.reference.as_str()), ("Siân", "NB-1"));
        assert_eq!((first.language.as_str(), first.attempt), ("cy", 1));
        assert_eq!(third.files[0].name(), "letter.pdf");
        let references: std::collections::BTreeSet<_> = arrived.values().map(|one| &one[0].reference).collect();
        assert_eq!(references.len(), 53);
    });
}

#[test]
fn a_system_that_fails_gets_it_later_and_later() {
    over_every_database("later", async |[store, ..]| {
        let keys = Keys::random().unwrap();
        let outbox = outbox(&store, &keys).await;
        let (attempts, arrived) = (Arc::new(Mutex::new(Vec::new())), Arrived::default());
        let receive = office(&arrived);
        let seen = Arc::clone(&attempts);
        let fails_four_times = move |handover: Handover<Application>| {
            seen.lock().unwrap().push((handover.attempt, Instant::now()));
            if handover.attempt < 5 { std::future::ready(Err("away".into())) } else { receive(handover) }
        };
        let worker = tokio::spawn(outbox.clone().deliver(fails_four_times));
        outbox.accept(reference)(submission("a", "Siân")).await.unwrap();
        until("it arrives", async || arrived.lock().unwrap().contains_key("a")).await;
        worker.abort();
        let attempts = attempts.lock().unwrap();
        let numbers: Vec<u32> = attempts.iter().map(|(attempt, _)| *attempt).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5]);
        // 100, 200, 400 and 400 milliseconds, and how long it takes to look. The clock of the database counts milliseconds.
        for (pair, least) in attempts.windows(2).zip([98, 198, 398, 398]) {
            let waited = pair[1].1 - pair[0].1;
            assert!(waited >= Duration::from_millis(least), "{waited:?} instead of {least} ms");
        }
    });
}

#[test]
fn what_cannot_be_handed_over_is_a_dead_letter() {
    over_every_database("dead", async |[store, ..]| {
        let keys = Keys::random().unwrap();
        let patient = outbox(&store, &keys).await;
        let outbox = patient.clone().give_up_after(Duration::ZERO).timeout(Duration::from_millis(200));
        let accept = outbox.accept(reference);
        for (key, name) in [("refused", "Siân"), ("hangs", "Sam"), ("panics", "Ali")] {
            accept(submission(key, name)).await.unwrap();
        }
        let never = tokio::spawn(outbox.clone().deliver(async |handover: Handover<Application>| {
            if handover.key == "hangs" {
                std::future::pending::<()>().await;
            }
            assert!(handover.key != "panics", "a mistake of the application");
            Err("the office is closed".into())
        }));
        until("all are given up", async || outbox.state().await.unwrap().dead == 3).await;
        never.abort();
        assert_eq!(outbox.state().await.unwrap().waiting, 0);
        let letters = outbox.dead_letters().await.unwrap();
        let seen: Vec<_> = letters.iter().map(|letter| (letter.key.as_str(), letter.reference.as_str())).collect();
        assert_eq!(seen, [("refused", "NB-1"), ("hangs", "NB-2"), ("panics", "NB-3")]);
        assert_eq!((letters[0].error.as_str(), letters[0].attempts), ("the office is closed", 1));
        assert_eq!(letters[0].answers, serde_json::json!({ "name": "Siân" }));
        assert_eq!(letters[1].error, "it took longer than 0.2 seconds");
        assert_eq!(letters[2].error, "it panicked");

        // Somebody has mended the office.
        let arrived = Arrived::default();
        let worker = tokio::spawn(patient.clone().deliver(office(&arrived)));
        for letter in letters {
            assert!(patient.retry(&letter.key).await.unwrap());
        }
        assert!(!patient.retry("unknown").await.unwrap());
        until("all arrive", async || arrived.lock().unwrap().len() == 3).await;
        until("nothing is left", async || patient.state().await.unwrap() == OutboxState::default()).await;
        worker.abort();
    });
}

#[test]
fn an_attempt_that_ends_with_its_process_is_made_again() {
    over_every_database("process", async |[store, ..]| {
        let keys = Keys::random().unwrap();
        let outbox = outbox(&store, &keys).await.timeout(Duration::from_millis(500));
        outbox.accept(reference)(submission("a", "Siân")).await.unwrap();
        let begun = Arc::new(tokio::sync::Notify::new());
        let bell = Arc::clone(&begun);
        let first = tokio::spawn(outbox.clone().deliver(move |_: Handover<Application>| {
            bell.notify_one();
            std::future::pending()
        }));
        begun.notified().await;
        // In the middle of the attempt, long before it would have failed.
        let start = Instant::now();
        first.abort();
        let arrived = Arrived::default();
        let worker = tokio::spawn(outbox.clone().deliver(office(&arrived)));
        until("it arrives", async || arrived.lock().unwrap().contains_key("a")).await;
        worker.abort();
        assert_eq!(arrived.lock().unwrap()["a"][0].attempt, 2);
        // Nobody else takes it up while it could still be under way: half a second, and five.
        assert!(start.elapsed() >= Duration::from_secs(5), "{:?}", start.elapsed());
    });
}

#[test]
fn a_copy_of_the_database_tells_nothing() {
    over_every_database("copy", async |[store, ..]| {
        let keys = Keys::random().unwrap();
        let outbox = outbox(&store, &keys).await;
        outbox.accept(reference)(submission("a", "a secret name")).await.unwrap();
        let before = store.copy().await.len();
        let worker = tokio::spawn(outbox.clone().deliver(async |handover: Handover<Application>| {
            Err(format!("there is no {}", handover.answers.name).into())
        }));
        until("an error is noted", async || store.copy().await.len() > before).await;
        worker.abort();
        let bytes = store.copy().await;
        assert!(bytes.len() > 60);
        assert!(!bytes.windows(6).any(|part| part == b"secret"), "it can be read");
        // Another key opens nothing, and says so; the right one still does.
        let other = Outbox::<Application>::open(store.database(), Keys::random().unwrap(), "permit").await.unwrap();
        let other = other.give_up_after(Duration::ZERO).backoff(Duration::ZERO, Duration::ZERO);
        let worker = tokio::spawn(other.clone().deliver(office(&Arrived::default())));
        until("it is given up", async || other.state().await.unwrap().dead == 1).await;
        worker.abort();
        assert!(outbox.retry("a").await.unwrap());
        let arrived = Arrived::default();
        let worker = tokio::spawn(outbox.clone().deliver(office(&arrived)));
        until("it arrives", async || arrived.lock().unwrap().contains_key("a")).await;
        until("it is noted", async || outbox.state().await.unwrap().waiting == 0).await;
        worker.abort();
        // What has arrived is not kept here. Another journey does not see it.
        assert!(store.copy().await.len() < 20);
        let other = Outbox::<Application>::open(store.database(), keys, "library").await.unwrap();
        assert_eq!(other.state().await.unwrap(), OutboxState::default());
    });
}

#[test]
fn a_database_that_is_gone_is_an_error_and_not_the_end() {
    let keys = Keys::random().unwrap();
    super::block_on(async {
        let file =
            std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("gone-{}.db", std::process::id()));
        let store = SqliteStore::open(&file).await.unwrap();
        let outbox = outbox(&Store::Sqlite(store.clone()), &keys).await;
        store.close().await;
        assert!(outbox.accept(reference)(submission("a", "Siân")).await.is_err());
        assert!(matches!(outbox.state().await, Err(StoreError::Unavailable(_))));
        assert!(outbox.dead_letters().await.is_err());
        let worker = outbox.deliver(office(&Arrived::default()));
        assert!(tokio::time::timeout(Duration::from_millis(200), worker).await.is_err(), "it goes on trying");
        std::fs::remove_file(file).unwrap();
    });
}

/// Does some of something, and lets it go: as if the process had ended there.
async fn cut_off_after(polls: usize, work: impl Future) {
    let (mut work, mut left) = (pin!(work), polls);
    let part = std::future::poll_fn(|context| {
        let Some(next) = left.checked_sub(1) else { return Poll::Ready(()) };
        left = next;
        work.as_mut().poll(context).map(|_| ())
    });
    part.await;
}

#[test]
fn whatever_is_cut_off_has_happened_or_not() {
    over_every_database("cut_off", async |[store, ..]| {
        let keys = Keys::random().unwrap();
        let outbox = outbox(&store, &keys).await;
        let accept = outbox.accept(reference);
        // More pieces than there are, so that the last are whole.
        for polls in 0..40 {
            cut_off_after(polls, accept(submission(&format!("{polls}"), "Siân"))).await;
        }
        // Everybody sends again.
        let mut references = BTreeSet::new();
        for polls in 0..40 {
            references.insert(accept(submission(&format!("{polls}"), "Siân")).await.unwrap().reference().to_owned());
        }
        // Nobody's number is lost, and nobody has two.
        assert_eq!(references, (1..=40).map(reference).collect());
        let arrived = Arrived::default();
        let workers: Vec<_> = (0..2).map(|_| tokio::spawn(outbox.clone().deliver(office(&arrived)))).collect();
        until("everything arrives", async || outbox.state().await.unwrap().waiting == 0).await;
        workers.iter().for_each(tokio::task::JoinHandle::abort);
        assert_eq!(arrived.lock().unwrap().len(), 40);
    });
}

#[test]
fn numbers_have_no_gaps_and_no_two_are_the_same() {
    over_every_database("numbers", async |stores| {
        let keys = Keys::random().unwrap();
        let mut accepted = Vec::new();
        for (at, store) in stores.iter().enumerate() {
            // Two kinds of submission share the numbers of a database.
            let topic = if at == 0 { "library" } else { "permit" };
            let outbox = Outbox::<Application>::open(store.database(), keys.clone(), topic).await.unwrap();
            let accept = Arc::new(outbox.accept(reference));
            for number in 0..30 {
                // Those of the second and the third process are the same: two clicks, on two machines.
                let (accept, key) = (Arc::clone(&accept), format!("{topic} {number}"));
                accepted.push(tokio::spawn(async move {
                    let receipt = accept(submission(&key, "Sam")).await.unwrap();
                    (key, receipt.reference().to_owned())
                }));
            }
        }
        let mut references: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for accepted in accepted {
            let (key, reference) = accepted.await.unwrap();
            references.entry(key).or_default().insert(reference);
        }
        assert!(references.values().all(|references| references.len() == 1), "{references:?}");
        let all: BTreeSet<String> = references.into_values().flatten().collect();
        assert_eq!(all, (1..=60).map(reference).collect());
        let permits = outbox(&stores[2], &keys).await;
        assert_eq!(permits.state().await.unwrap().waiting, 30);
    });
}

#[test]
fn nothing_typed_is_in_a_debug() {
    over_every_database("debug", async |[store, ..]| {
        let keys = Keys::random().unwrap();
        let outbox = outbox(&store, &keys).await.give_up_after(Duration::ZERO);
        outbox.accept(reference)(submission("a", "a secret name")).await.unwrap();
        let shown = Arc::new(Mutex::new(String::new()));
        let said = Arc::clone(&shown);
        let worker = tokio::spawn(outbox.clone().deliver(move |handover: Handover<Application>| {
            *said.lock().unwrap() = format!("{handover:?}");
            std::future::ready(Err("there is no a secret name".into()))
        }));
        until("it is given up", async || outbox.state().await.unwrap().dead == 1).await;
        worker.abort();
        let letters = format!("{:?} {:?} {:?}", outbox.dead_letters().await.unwrap(), outbox, store.database());
        let shown = shown.lock().unwrap();
        assert!(letters.contains("NB-1") && shown.contains("NB-1"), "{letters} {shown}");
        assert!(!letters.contains("secret") && !shown.contains("secret"), "{letters} {shown}");
    });
}

#[test]
fn redis_has_everything_after_it_was_killed() {
    let folder = std::env::temp_dir().join(format!("townhall-outbox-{}", std::process::id()));
    let servers = Servers::start(&folder);
    run(async {
        let store = Store::redis(&servers.redis, "killed:").await;
        let keys = Keys::random().unwrap();
        let outbox = outbox(&store, &keys).await.timeout(Duration::from_millis(500));
        let accept = outbox.accept(reference);
        for number in 0..10 {
            accept(submission(&format!("{number}"), "Siân")).await.unwrap();
        }
        // One is on its way to the office when it happens.
        let begun = Arc::new(tokio::sync::Notify::new());
        let bell = Arc::clone(&begun);
        let worker = tokio::spawn(outbox.clone().deliver(move |_: Handover<Application>| {
            bell.notify_one();
            std::future::pending()
        }));
        begun.notified().await;
        worker.abort();
        servers.kill_redis();
        let refused = accept(submission("away", "Sam")).await.unwrap_err();
        assert!(matches!(refused.downcast_ref(), Some(StoreError::Unavailable(_) | StoreError::Busy)), "{refused}");
        servers.start_again("redis");
        until("it can be reached", async || outbox.state().await.is_ok()).await;
        assert_eq!(outbox.state().await.unwrap().waiting, 10);
        assert_eq!(accept(submission("away", "Sam")).await.unwrap().reference(), "NB-11");
        assert_eq!(accept(submission("3", "Siân")).await.unwrap().reference(), "NB-4");
        let arrived = Arrived::default();
        let worker = tokio::spawn(outbox.clone().deliver(office(&arrived)));
        until("everything arrives", async || outbox.state().await.unwrap().waiting == 0).await;
        worker.abort();
        assert_eq!(arrived.lock().unwrap().len(), 11);
    });
}
