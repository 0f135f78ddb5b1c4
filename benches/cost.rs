//! What a request costs as the work grows: with more answers in a session, and with more sessions in the store. Each store in turn; PostgreSQL and Redis
//! are started on loopback by `tests/servers`.
//!
//! `npm ci && cargo bench -p townhall-benches --bench cost` prints the tables of docs/performance.md. Each number is the median of many requests on one thread, without the
//! network between the resident and the service.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a benchmark stops at what it did not expect"
)]

use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full};
use serde::{Deserialize, Serialize};
use sqlx::{Connection, PgConnection};
use townhall::form::Question;
use townhall::journey::{
    AnswerStore, Journey, Keys, MemoryStore, PostgresStore, Receipt, Record, RecordId, RedisStore, SqliteStore,
    StoreFuture,
};
use townhall::language::Languages;
use townhall::page::Brand;
use townhall::values::Text;
use townhall::web::Service;
use validator::Validate;

#[derive(Default, Serialize, Deserialize)]
struct Answers {
    #[serde(default)]
    things: Vec<Thing>,
    note: Option<Note>,
}

#[derive(Serialize, Deserialize, Validate)]
struct Thing {
    name: Text<100>,
}

#[derive(Serialize, Deserialize, Validate)]
struct Note {
    note: Text<100>,
}

impl Question for Thing {
    const NAME: &'static str = "thing";
}

impl Question for Note {
    const NAME: &'static str = "note";
}

const WORDS: &str = "
cost = Cost
cost-confirmation = Sent
thing-name = Name
    .it = its name
thing = Thing
    .list = You have added { $count } things
    .card = Thing { $number }
    .another = Do you want to add another thing?
    .remove = Do you want to remove this thing?
note-note = Note
    .it = a note
";

/// A store that says how large the last record was.
struct Measured {
    store: Arc<dyn AnswerStore>,
    size: Arc<Mutex<usize>>,
}

impl AnswerStore for Measured {
    fn load<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, Option<Record>> {
        self.store.load(id)
    }

    fn save<'a>(&'a self, id: &'a RecordId, record: Record) -> StoreFuture<'a, u64> {
        *self.size.lock().unwrap() = record.data.len();
        self.store.save(id, record)
    }

    fn delete<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, ()> {
        self.store.delete(id)
    }

    fn delete_expired(&self, limit: u32) -> StoreFuture<'_, u64> {
        self.store.delete_expired(limit)
    }
}

/// A service, and a browser that has a session in it.
struct Visit {
    service: Service<Answers>,
    size: Arc<Mutex<usize>>,
    cookie: String,
    token: String,
}

impl Visit {
    async fn new(store: &Arc<dyn AnswerStore>, things: usize) -> Self {
        let journey = Journey::new("cost")
            .add_another(|a: &mut Answers| &mut a.things, 1..=200)
            .question(|a| &mut a.note)
            .submit(|_| async { Ok(Receipt::new("1")) });
        let languages = Languages::builder().file("en", "cost.ftl", WORDS).build().unwrap();
        let size = Arc::new(Mutex::new(0));
        let measured = Measured { store: Arc::clone(store), size: Arc::clone(&size) };
        let service = Service::builder(journey, Brand::council("Northbridge").build().unwrap(), languages)
            .store(measured, Keys::random().unwrap())
            .build()
            .unwrap();
        let mut visit = Self { service, size, cookie: String::new(), token: String::new() };
        visit.open("/thing/1").await;
        for number in 1..=things {
            let path = format!("/thing/{number}");
            let saved = visit.post(&path, "name=A+thing+that+somebody+has").await;
            visit.remember(&saved);
            // The first answer that is saved has changed the session.
            if number == 1 {
                visit.open("/thing/1").await;
            }
        }
        visit
    }

    /// Opens a page for the token of its form.
    async fn open(&mut self, path: &str) {
        let page = self.get(path).await;
        self.remember(&page);
        let html = String::from_utf8(page.into_body().to_vec()).unwrap();
        let token = html.split("name=\"townhall-token\" value=\"").nth(1).unwrap();
        token.split('"').next().unwrap().clone_into(&mut self.token);
    }

    fn remember(&mut self, response: &Response<Bytes>) {
        if let Some(cookie) = response.headers().get("set-cookie") {
            cookie.to_str().unwrap().split(';').next().unwrap().clone_into(&mut self.cookie);
        }
    }

    async fn send(&self, request: http::request::Builder, body: String) -> Response<Bytes> {
        let request: Request<Full<Bytes>> = request.header("cookie", &self.cookie).body(Full::from(body)).unwrap();
        self.service.respond(request.map(BodyExt::into_data_stream)).await
    }

    async fn get(&self, path: &str) -> Response<Bytes> {
        self.send(Request::get(path), String::new()).await
    }

    async fn post(&self, path: &str, body: &str) -> Response<Bytes> {
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.send(request, format!("townhall-token={}&{body}", self.token)).await
    }

    /// The median time of a question page, an answer that is saved, and the check, in microseconds.
    async fn times(&self) -> [f64; 3] {
        const TIMES: usize = 201;
        let mut all = [const { Vec::new() }; 3];
        for _ in 0..TIMES {
            let start = Instant::now();
            assert_eq!(self.get("/note").await.status(), 200);
            all[0].push(start.elapsed());
            let start = Instant::now();
            assert_eq!(self.post("/note", "note=All+is+well").await.status(), 303);
            all[1].push(start.elapsed());
            let start = Instant::now();
            assert_eq!(self.get("/check-answers").await.status(), 200);
            all[2].push(start.elapsed());
        }
        all.map(|mut times| {
            times.sort_unstable();
            times[TIMES / 2].as_secs_f64() * 1e6
        })
    }
}

type Filling = std::pin::Pin<Box<dyn Future<Output = ()>>>;

/// A store, and what puts sessions of other people, of two kilobytes each, beside those that are there: from a number to another.
struct Filled {
    store: Arc<dyn AnswerStore>,
    fill: Box<dyn Fn(usize, usize) -> Filling>,
}

fn memory() -> Filled {
    let store = MemoryStore::new();
    let filled = store.clone();
    let fill = move |from: usize, to: usize| -> Filling {
        let store = filled.clone();
        Box::pin(async move {
            for number in from..to {
                let record = Record { version: 0, expires: 9_999_999_999, data: vec![7; 2_000] };
                store.save(&RecordId::hashed(&number.to_string()), record).await.unwrap();
            }
        })
    };
    Filled { store: Arc::new(store), fill: Box::new(fill) }
}

async fn sqlite(folder: &Path) -> Filled {
    let store = SqliteStore::open(folder.join("cost.db")).await.unwrap();
    let pool = store.pool().clone();
    let fill = move |from: usize, to: usize| -> Filling {
        let pool = pool.clone();
        Box::pin(async move {
            let sql = format!(
                "WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {to})
                 INSERT INTO townhall_answers (id, version, expires, data)
                 SELECT printf('%064x', i * 2654435761), 1, 9999999999, randomblob(2000) FROM n"
            );
            sqlx::query(&sql).execute(&pool).await.unwrap();
        })
    };
    Filled { store: Arc::new(store), fill: Box::new(fill) }
}

async fn postgres(url: &str) -> Filled {
    let store = PostgresStore::open(url).await.unwrap();
    let url = url.to_owned();
    let fill = move |from: usize, to: usize| -> Filling {
        let url = url.clone();
        Box::pin(async move {
            let mut connection = PgConnection::connect(&url).await.unwrap();
            let sql = format!(
                "INSERT INTO townhall_answers (id, version, expires, data)
                 SELECT md5(i::text) || md5((-i)::text), 1, 9999999999,
                     decode((SELECT string_agg(md5((i * 200 + j)::text), '') FROM generate_series(1, 125) j), 'hex')
                 FROM generate_series({from}, {to} - 1) i"
            );
            sqlx::query(&sql).execute(&mut connection).await.unwrap();
            sqlx::query("ANALYZE townhall_answers").execute(&mut connection).await.unwrap();
        })
    };
    Filled { store: Arc::new(store), fill: Box::new(fill) }
}

async fn redis(url: &str) -> Filled {
    let store = RedisStore::open(url).await.unwrap();
    let client = redis::Client::open(url).unwrap();
    let fill = move |from: usize, to: usize| -> Filling {
        let client = client.clone();
        Box::pin(async move {
            let mut connection = client.get_multiplexed_async_connection().await.unwrap();
            let numbers: Vec<usize> = (from..to).collect();
            for some in numbers.chunks(500) {
                let mut pipe = redis::pipe();
                for number in some {
                    let key = format!("townhall:{}", RecordId::hashed(&number.to_string()).as_str());
                    let fields = pipe.cmd("HSET").arg(key).arg("version").arg(1).arg("expires").arg(9_999_999_999_u64);
                    fields.arg("data").arg(vec![7_u8; 2_000]).ignore();
                }
                let () = pipe.query_async(&mut connection).await.unwrap();
            }
        })
    };
    Filled { store: Arc::new(store), fill: Box::new(fill) }
}

fn row(name: &str, store: &str, times: [f64; 3], size: usize) {
    println!("| {store} | {name} | {:.0} µs | {:.0} µs | {:.0} µs | {size} |", times[0], times[1], times[2]);
}

async fn measure(name: &str, filled: Filled) {
    for things in [1, 10, 50, 200] {
        let visit = Visit::new(&filled.store, things).await;
        let times = visit.times().await;
        row(&format!("{things} answers"), name, times, *visit.size.lock().unwrap());
    }
    let visit = Visit::new(&filled.store, 10).await;
    let mut there = 1;
    for sessions in [10, 1_000, 100_000] {
        (filled.fill)(there, sessions).await;
        there = sessions;
        let times = visit.times().await;
        row(&format!("{sessions} sessions"), name, times, *visit.size.lock().unwrap());
    }
}

fn main() {
    let folder = std::env::temp_dir().join(format!("townhall-cost-{}", std::process::id()));
    let servers = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/servers");
    let output = Command::new(&servers).arg("start").arg(&folder).output().expect("PostgreSQL and Redis are installed");
    let addresses = String::from_utf8(output.stdout).unwrap();
    let mut addresses = addresses.lines();
    println!("| store | with | a question page | an answer | the check | bytes of the record |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        measure("memory", memory()).await;
        measure("SQLite", sqlite(&folder).await).await;
        measure("PostgreSQL", postgres(addresses.next().unwrap()).await).await;
        measure("Redis", redis(addresses.next().unwrap()).await).await;
    });
    Command::new(&servers).arg("stop").arg(&folder).status().unwrap();
    std::fs::remove_dir_all(folder).unwrap();
}
