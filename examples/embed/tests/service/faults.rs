//! What can go wrong beneath the service: the process ends, the database is locked, gone, damaged, or has another key.

use std::cell::RefCell;
use std::path::Path;
use std::time::{Duration, Instant};

use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use sqlx::{Connection, PgConnection};

use super::{ANSWERS, Resident, Server, walk, walk_to_the_check};
use townhall_tests::block_on;
use townhall_tests::servers::Servers;

/// Runs something on a database of the service, from outside.
fn with_database<T>(file: &Path, work: impl AsyncFnOnce(&SqlitePool) -> T) -> T {
    block_on(async {
        let options = SqliteConnectOptions::new().filename(file).busy_timeout(Duration::from_secs(300));
        let pool = SqlitePool::connect_with(options).await.unwrap();
        let done = work(&pool).await;
        pool.close().await;
        done
    })
}

/// The applications that the office has, by reference, when as many have arrived as it expects.
pub(super) fn applications(server: &Server, expected: usize) -> Vec<(String, String)> {
    let start = Instant::now();
    loop {
        let arrived: Vec<(String, String)> = with_database(&server.folder.join("office.db"), async |pool| {
            sqlx::query_as("SELECT reference, answers FROM permits ORDER BY reference").fetch_all(pool).await.unwrap()
        });
        if arrived.len() >= expected {
            return arrived;
        }
        assert!(start.elapsed() < Duration::from_secs(600), "{} of {expected} have arrived", arrived.len());
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Numbers that look random, and are the same in every run.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    pub(super) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let at = self.below(of.len() as u64);
        &of[usize::try_from(at).unwrap()]
    }
}

/// Does something while the answers of a service cannot be written, because somebody else does.
pub(super) fn while_locked(server: &Server, work: impl FnOnce() + Send) {
    with_database(&server.folder.join("answers.db"), async |pool| {
        let mut connection = pool.acquire().await.unwrap();
        sqlx::query("BEGIN IMMEDIATE").execute(&mut *connection).await.unwrap();
        std::thread::scope(|scope| scope.spawn(work).join().unwrap());
        sqlx::query("ROLLBACK").execute(&mut *connection).await.unwrap();
    });
}

#[test]
fn nothing_is_lost_and_nothing_sent_twice_when_the_process_is_killed() {
    // Beside each other, because residents wait for attempts that have ended with their process.
    std::thread::scope(|scope| {
        for store in ["sqlite", "postgres", "redis"] {
            scope.spawn(move || nothing_is_lost_when_killed(&Server::start(store)));
        }
    });
}

fn nothing_is_lost_when_killed(server: &Server) {
    let mut random = Random(7);
    let mut killed = 0;
    for round in 0..5 {
        let mut resident = server.resident();
        resident.get("/home");
        let steps: Vec<(&str, &[(&str, &str)])> =
            ANSWERS.into_iter().chain([("/length", &[("months", "6")][..]), ("/check-answers", &[][..])]).collect();
        // Two moments of each walk; one of them is the sending, which matters most.
        let moments = [random.below(7), 7];
        for (at, (path, answers)) in steps.iter().enumerate() {
            if moments.contains(&(at as u64)) {
                // Anywhere from before the request arrives to after it was answered.
                let delay = Duration::from_micros(random.below(6_000));
                std::thread::scope(|scope| {
                    let (path, answers) = (*path, *answers);
                    let mut tab = resident.clone();
                    scope.spawn(move || {
                        let _ = tab.try_send(path, answers);
                    });
                    std::thread::sleep(delay);
                    server.kill();
                });
                killed += 1;
                server.start_again();
            }
            // The page did not come, or it did: the resident sends it (again).
            let page = resident.insist(|resident| resident.try_send(path, answers));
            assert!(matches!(page.status, 303 | 200), "{path}: {}", page.status);
            if page.status == 303 {
                resident.insist(|resident| resident.try_request("GET", page.location(), &[], b""));
            }
        }
        let confirmation = resident.get("/confirmation");
        assert_eq!(confirmation.reference(), format!("NB-{:06}", round + 1), "round {round}");
    }
    assert_eq!(killed, 10);
    let applications = applications(server, 5);
    assert_eq!(applications.len(), 5);
    for (_, application) in applications {
        let answers: serde_json::Value = serde_json::from_str(&application).unwrap();
        assert_eq!(answers["about_you"]["full_name"], "Siân \"D’Arcy\" <b>&");
        assert_eq!(answers["vehicles"].as_array().unwrap().len(), 1);
        assert_eq!(answers["contact"]["how"]["phone"], "07700 900 982");
    }
}

#[test]
fn answers_and_files_survive_a_restart_and_are_not_readable_on_the_disk() {
    let server = Server::start("sqlite");
    let mut resident = server.resident();
    resident.get("/home");
    resident.answer("/home", &[("postcode", "NB1 4AB")]);
    resident.answer("/council-tax", &[("pays", "no")]);
    resident.answer(ANSWERS[2].0, ANSWERS[2].1);
    resident.answer("/contact", &[("how", "letter")]);
    resident.send_files("/proof", &[("letter", Some("secret-name.pdf"), b"%PDF-1.7 a secret content")]);
    server.kill();
    // The database is copied with all that belongs to it, and the files.
    let mut all = Vec::new();
    let mut folders = vec![server.folder.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else if entry.file_name() != "key" {
                all.extend(std::fs::read(entry.path()).unwrap());
            }
        }
    }
    for secret in ["D’Arcy", "High Street", "secret-name", "a secret content", "NB1 4AB", &resident.cookies["permit"]]
    {
        let is_there = all.windows(secret.len()).any(|part| part == secret.as_bytes());
        assert!(!is_there, "{secret} can be read");
    }
    server.start_again();
    assert_eq!(resident.get("/about-you").value("full_name").as_deref(), Some("Siân \"D’Arcy\" <b>&"));
    assert!(resident.get("/proof").main().contains("secret-name.pdf"));
    // Another answer on the page keeps the file.
    assert_eq!(resident.send_files("/proof", &[("letter", Some(""), b"")]).status, 200);
    let kept = resident.get("/proof").value("letter").unwrap();
    let sent = resident.send_files("/proof", &[("letter", None, kept.as_bytes())]);
    assert!(sent.location().starts_with("/vehicle/"), "{}", sent.location());
}

/// Everything that a resident typed is still there, with a page that says what to do.
fn is_still_typed(resident: &mut Resident<'_>) {
    let page = resident.send("/council-tax", &[("pays", "yes"), ("pays-yes-account", "typed 1 & 2")]);
    assert_eq!(page.status, 503);
    assert!(page.main().contains("We could not save what you typed. It is still on this page."), "{}", page.main());
    assert_eq!(page.value("pays-yes-account").as_deref(), Some("typed 1 & 2"));
    assert_eq!(page.value("pays").as_deref(), Some("yes"));
    assert_eq!(page.header("retry-after"), Some("10"));
}

fn says_nothing_personal(server: &Server) {
    let log = server.log();
    assert!(log.contains("townhall"), "it says nothing at all: {log}");
    assert!(!log.contains("typed 1 & 2") && !log.contains("NB1 4AB") && !log.contains("7001234567"), "{log}");
}

#[test]
fn a_locked_database_loses_nothing() {
    let server = Server::impatient("sqlite");
    let mut resident = server.resident();
    resident.get("/home");
    resident.answer("/home", &[("postcode", "NB1 4AB")]);
    let mut tab = resident.clone();
    while_locked(&server, || is_still_typed(&mut tab));
    assert_eq!(resident.send("/council-tax", ANSWERS[1].1).location(), "/about-you");
    says_nothing_personal(&server);
}

#[test]
fn a_database_that_is_full_or_gone_loses_nothing() {
    let server = Server::start("sqlite");
    let mut resident = server.resident();
    resident.get("/home");
    resident.answer("/home", &[("postcode", "NB1 4AB")]);
    let file = server.folder.join("answers.db");
    // A trigger refuses every write, as a full disk does.
    let full = |sql: &'static str| {
        with_database(&file, async |pool| sqlx::raw_sql(sql).execute(pool).await.map(|_| ()).unwrap());
    };
    full(
        "CREATE TRIGGER full BEFORE UPDATE ON townhall_answers BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
    );
    is_still_typed(&mut resident);
    full("DROP TRIGGER full");
    assert_eq!(resident.send("/council-tax", ANSWERS[1].1).location(), "/about-you");

    full("ALTER TABLE townhall_answers RENAME TO elsewhere");
    is_still_typed(&mut resident);
    let page = resident.get("/about-you");
    assert_eq!((page.status, page.heading().as_str()), (503, "Sorry, the service is unavailable"));
    assert!(page.main().contains("We saved your answers. They will be available for"));
    assert!(page.header("retry-after").is_some());
    // Pages that need no answers are there.
    for path in ["/", "/privacy", "/cookies", "/nothing"] {
        assert_ne!(resident.get(path).status, 503, "{path}");
    }
    full("ALTER TABLE elsewhere RENAME TO townhall_answers");
    assert_eq!(resident.get("/about-you").status, 200);
    says_nothing_personal(&server);
}

/// Somebody has a problem with the store, and goes on when it is over.
fn over_a_problem(server: &Server, break_it: impl FnOnce(), mend: impl FnOnce()) {
    let mut resident = server.resident();
    resident.get("/home");
    resident.answer("/home", &[("postcode", "NB1 4AB")]);
    break_it();
    is_still_typed(&mut resident);
    mend();
    assert_eq!(resident.send("/council-tax", ANSWERS[1].1).location(), "/about-you");
    says_nothing_personal(server);
}

/// What cannot be read has a way on.
fn over_rubbish(server: &Server, spoil: impl FnOnce()) {
    let mut resident = server.resident();
    walk(&mut resident);
    spoil();
    let page = resident.get("/length");
    assert_eq!((page.status, page.heading().as_str()), (500, "Sorry, there is a problem with the service"));
    assert!(server.log().contains("cannot be decrypted"));
    resident.send("/start-again", &[]);
    assert_eq!(walk_to_the_check(&mut resident).heading(), "Check your answers before you apply");
    says_nothing_personal(server);
}

#[test]
fn postgres_that_is_full_or_returns_rubbish_loses_nothing() {
    let server = Server::impatient("postgres");
    let change = |sql: &'static str| {
        block_on(async {
            let mut connection = PgConnection::connect(&server.store).await.unwrap();
            sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
        });
    };
    // As a full disk says it.
    let full = || {
        change(
            "CREATE FUNCTION is_full() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = 'disk_full'; END $$;
             CREATE TRIGGER is_full BEFORE INSERT OR UPDATE ON townhall_answers FOR EACH ROW EXECUTE FUNCTION is_full()",
        );
    };
    over_a_problem(&server, full, || change("DROP TRIGGER is_full ON townhall_answers"));
    let gone = || change("ALTER TABLE townhall_answers RENAME TO elsewhere");
    over_a_problem(&server, gone, || change("ALTER TABLE elsewhere RENAME TO townhall_answers"));
    over_rubbish(&server, || change("UPDATE townhall_answers SET data = 'rubbish'"));
    // A database that hangs: somebody else has the table.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let other = RefCell::new(runtime.block_on(PgConnection::connect(&server.store)).unwrap());
    let run = |sql: &'static str| {
        runtime.block_on(sqlx::raw_sql(sql).execute(&mut *other.borrow_mut())).unwrap();
    };
    over_a_problem(&server, || run("BEGIN; LOCK TABLE townhall_answers"), || run("ROLLBACK"));
}

#[test]
fn redis_that_is_full_or_returns_rubbish_loses_nothing() {
    // A server of its own: nobody else shall find it full.
    let folder = std::env::temp_dir().join(format!("townhall-full-{}", std::process::id()));
    let redis = Servers::start(&folder);
    let server = Server::impatient(&redis.redis);
    let client = redis::Client::open(redis.redis.as_str()).unwrap();
    let mut connection = client.get_connection().unwrap();
    let mut run = |command: &[&str]| {
        let mut words = command.iter();
        let mut command = redis::cmd(words.next().unwrap());
        command.arg(words.as_slice());
        command.query::<redis::Value>(&mut connection).unwrap()
    };
    let (mut full, mut other) = (client.get_connection().unwrap(), client.get_connection().unwrap());
    let limit = |connection: &mut redis::Connection, limit: &str| {
        let () = redis::cmd("CONFIG").arg(&["SET", "maxmemory", limit]).query(connection).unwrap();
    };
    over_a_problem(&server, || limit(&mut full, "1"), || limit(&mut other, "0"));
    let keys = |value: redis::Value| redis::from_redis_value::<Vec<String>>(value).unwrap();
    over_rubbish(&server, || {
        for key in keys(run(&["KEYS", "townhall:answers:*"])) {
            run(&["HSET", &key, "data", "rubbish"]);
        }
    });
    // A server that hangs.
    over_a_problem(&server, || redis.pause_redis(), || redis.resume_redis());
    // Something else under the name of a record.
    over_a_problem(
        &server,
        || {
            for key in keys(run(&["KEYS", "townhall:answers:*"])) {
                run(&["RENAME", &key, &format!("kept:{key}")]);
                run(&["SET", &key, "rubbish"]);
            }
        },
        || {
            let mut connection = client.get_connection().unwrap();
            let kept: Vec<String> = redis::cmd("KEYS").arg("kept:*").query(&mut connection).unwrap();
            for key in kept {
                let name = key.strip_prefix("kept:").unwrap();
                let () = redis::cmd("RENAME").arg(&key).arg(name).query(&mut connection).unwrap();
            }
        },
    );
}

#[test]
fn a_wrong_key_or_a_damaged_record_has_a_way_on() {
    let server = Server::start("sqlite");
    let mut resident = server.resident();
    walk(&mut resident);
    let key = server.folder.join("key");
    let right = std::fs::read_to_string(&key).unwrap();
    server.kill();
    std::fs::write(&key, "42".repeat(32)).unwrap();
    server.start_again();
    let page = resident.get("/length");
    assert_eq!((page.status, page.heading().as_str()), (500, "Sorry, there is a problem with the service"));
    assert!(page.html.contains("action=\"/start-again\""));
    is_still_typed(&mut resident);
    // With the right key everything is there again.
    server.kill();
    std::fs::write(&key, right).unwrap();
    server.start_again();
    assert_eq!(resident.get("/length").status, 200);

    with_database(&server.folder.join("answers.db"), async |pool| {
        sqlx::query("UPDATE townhall_answers SET data = zeroblob(50)").execute(pool).await.unwrap();
    });
    assert_eq!(resident.get("/length").status, 500);
    resident.send("/start-again", &[]);
    let check = walk_to_the_check(&mut resident);
    assert_eq!(check.heading(), "Check your answers before you apply");
    says_nothing_personal(&server);
}

#[test]
fn a_submission_that_cannot_be_kept_keeps_the_answers() {
    let server = Server::start("sqlite");
    let mut resident = server.resident();
    walk_to_the_check(&mut resident);
    let change = |sql: &'static str| {
        let answers = server.folder.join("answers.db");
        with_database(&answers, async |pool| sqlx::raw_sql(sql).execute(pool).await.map(|_| ()).unwrap());
    };
    change("ALTER TABLE townhall_outbox RENAME TO elsewhere");
    let page = resident.send("/check-answers", &[]);
    assert_eq!((page.status, page.heading().as_str()), (503, "Sorry, the service is unavailable"));
    assert!(page.main().contains("We saved your answers. They will be available for"));
    assert!(page.header("retry-after").is_some());
    assert!(server.log().contains("a submission failed"));
    assert_eq!(resident.get("/check-answers").heading(), "Check your answers before you apply");
    change("ALTER TABLE elsewhere RENAME TO townhall_outbox");
    assert_eq!(resident.answer("/check-answers", &[]).reference(), "NB-000001");
    assert_eq!(applications(&server, 1).len(), 1);
    says_nothing_personal(&server);
}

#[test]
fn an_office_that_is_away_gets_everything_when_it_is_back() {
    let server = Server::start("sqlite");
    let change = |sql: &'static str| {
        let office = server.folder.join("office.db");
        with_database(&office, async |pool| sqlx::raw_sql(sql).execute(pool).await.map(|_| ()).unwrap());
    };
    change("ALTER TABLE permits RENAME TO elsewhere");
    for number in 1..=3 {
        let mut resident = server.resident();
        walk_to_the_check(&mut resident);
        // The resident has a reference, whether the office is there or not.
        assert_eq!(resident.answer("/check-answers", &[]).reference(), format!("NB-{number:06}"));
    }
    let start = Instant::now();
    while !server.log().contains("could not be handed over yet") {
        assert!(start.elapsed() < Duration::from_secs(600));
        std::thread::sleep(Duration::from_millis(50));
    }
    // The process may end in the meantime.
    server.kill();
    change("ALTER TABLE elsewhere RENAME TO permits");
    server.start_again();
    assert_eq!(applications(&server, 3).len(), 3);
    says_nothing_personal(&server);
}

#[test]
fn expired_answers_are_as_good_as_deleted() {
    let server = Server::start("sqlite");
    let mut resident = server.resident();
    walk(&mut resident);
    let file = server.folder.join("answers.db");
    // The last day: a page says so, and keeps the answers for longer if it is asked to.
    let left = |seconds: i64| {
        with_database(&file, async |pool| {
            let query = sqlx::query("UPDATE townhall_answers SET expires = unixepoch() + ?").bind(seconds);
            query.execute(pool).await.unwrap();
        });
    };
    left(3_600);
    let page = resident.get("/length");
    assert!(page.main().contains("We will delete your answers on") && page.main().contains("Keep my answers"));
    let page = resident.send("/length", &[("townhall-keep", "yes"), ("months", "12")]);
    assert_eq!(page.value("months").as_deref(), Some("12"));
    assert!(!page.main().contains("We will delete your answers on"), "{}", page.main());
    left(3_600);
    let page = resident.get("/vehicle");
    assert!(page.html.contains("action=\"/keep\""));
    let back = resident.send("/keep", &[("townhall-keep", "yes"), ("townhall-back", "/vehicle")]);
    assert_eq!(back.location(), "/vehicle");
    left(-1);
    assert_eq!(resident.get("/length").heading(), "Your session has ended");
}
