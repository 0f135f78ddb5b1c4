//! Submissions on their way: once accepted they arrive, whatever happens, in both databases.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use townhall::journey::{
    Handover, Keys, Outbox, OutboxDatabase, OutboxState, PostgresStore, SqliteStore, StoreError, Submission,
};
use townhall::language::{Languages, Locale};
use townhall::values::{FileType, UploadedFile};

use crate::servers::servers;

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

/// Runs a test over a new SQLite database and a new PostgreSQL database.
fn over_both(name: &str, test: impl AsyncFn(OutboxDatabase)) {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(format!("outbox-{name}-{}.db", std::process::id()));
    let url = servers().database(&format!("outbox_{name}_{}", std::process::id()));
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(async {
        println!("over SQLite");
        test((&SqliteStore::open(&file).await.unwrap()).into()).await;
        println!("over PostgreSQL");
        test((&PostgresStore::open(&url).await.unwrap()).into()).await;
    });
    std::fs::remove_file(file).unwrap();
}

async fn outbox(database: &OutboxDatabase, keys: &Keys) -> Outbox<Application> {
    let outbox = Outbox::open(database.clone(), keys.clone(), "permit").await.unwrap();
    outbox.backoff(Duration::from_millis(100), Duration::from_millis(400))
}

fn reference(number: u64) -> String {
    format!("NB-{number}")
}

/// Waits until something holds.
async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let start = Instant::now();
    while !holds().await {
        assert!(start.elapsed() < Duration::from_secs(30), "{what}");
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
    over_both("once", async |database| {
        let keys = Keys::random().unwrap();
        let outbox = outbox(&database, &keys).await;
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
    over_both("later", async |database| {
        let keys = Keys::random().unwrap();
        let outbox = outbox(&database, &keys).await;
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
        // 100, 200, 400 and 400 milliseconds, and how long it takes to look.
        for (pair, least) in attempts.windows(2).zip([100, 200, 400, 400]) {
            let waited = pair[1].1 - pair[0].1;
            assert!(waited >= Duration::from_millis(least), "{waited:?} instead of {least} ms");
        }
    });
}

#[test]
fn what_cannot_be_handed_over_is_a_dead_letter() {
    over_both("dead", async |database| {
        let keys = Keys::random().unwrap();
        let patient = outbox(&database, &keys).await;
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
    over_both("process", async |database| {
        let keys = Keys::random().unwrap();
        let outbox = outbox(&database, &keys).await.timeout(Duration::from_millis(500));
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
        let waited = start.elapsed();
        assert!((5.0..9.0).contains(&waited.as_secs_f64()), "{waited:?}");
    });
}

/// All that the outbox has of everything, as bytes.
async fn copied(database: &OutboxDatabase) -> Vec<u8> {
    type Row = (String, String, Option<Vec<u8>>, Option<Vec<u8>>);
    const ALL: &str = "SELECT key, reference, data, error FROM townhall_outbox";
    let rows: Vec<Row> = match database {
        OutboxDatabase::Sqlite(pool) => sqlx::query_as(ALL).fetch_all(pool).await.unwrap(),
        OutboxDatabase::Postgres(pool) => sqlx::query_as(ALL).fetch_all(pool).await.unwrap(),
        _ => unreachable!("there are two"),
    };
    let bytes = rows.into_iter().flat_map(|(key, reference, data, error)| {
        [key.into_bytes(), reference.into_bytes(), data.unwrap_or_default(), error.unwrap_or_default()]
    });
    bytes.flatten().collect()
}

#[test]
fn a_copy_of_the_database_tells_nothing() {
    over_both("copy", async |database| {
        let keys = Keys::random().unwrap();
        let outbox = outbox(&database, &keys).await;
        outbox.accept(reference)(submission("a", "a secret name")).await.unwrap();
        let worker = tokio::spawn(outbox.clone().deliver(async |handover: Handover<Application>| {
            Err(format!("there is no {}", handover.answers.name).into())
        }));
        tokio::time::sleep(Duration::from_millis(300)).await;
        worker.abort();
        let bytes = copied(&database).await;
        assert!(bytes.len() > 60);
        assert!(!bytes.windows(6).any(|part| part == b"secret"), "it can be read");
        // Another key opens nothing, and says so; the right one still does.
        let other = Outbox::<Application>::open(database.clone(), Keys::random().unwrap(), "permit").await.unwrap();
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
        assert!(copied(&database).await.len() < 20);
        let other = Outbox::<Application>::open(database.clone(), keys, "library").await.unwrap();
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
        let outbox = outbox(&(&store).into(), &keys).await;
        store.pool().close().await;
        assert!(outbox.accept(reference)(submission("a", "Siân")).await.is_err());
        assert!(matches!(outbox.state().await, Err(StoreError::Unavailable(_))));
        assert!(outbox.dead_letters().await.is_err());
        let worker = outbox.deliver(office(&Arrived::default()));
        assert!(tokio::time::timeout(Duration::from_millis(200), worker).await.is_err(), "it goes on trying");
        std::fs::remove_file(file).unwrap();
    });
}
