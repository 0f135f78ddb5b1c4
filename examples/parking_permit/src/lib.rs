//! A resident parking permit for the London Borough of Northbridge, which does not exist: a whole service in English, Welsh and Urdu, but for
//! the framework that it runs in. Its questions are in [`permit`](Permit); here are its pages, where answers and files are kept, and who gets them.

mod permit;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use permit::{Permit, journey, languages};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions};
use townhall::journey::{
    AnswerStore, FolderUploads, Handover, Journey, Keys, MemoryStore, Outbox, OutboxDatabase, SqliteStore,
};
use townhall::page::Brand;
use townhall::patterns::{AccessibilityStatement, Compliance, Satisfaction};
use townhall::web::{Service, ServiceBuilder};

/// Whatever can go wrong while the service is started.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// What the parking team works with: the permits that were applied for, each once.
#[derive(Clone)]
struct Office(SqlitePool);

impl Office {
    async fn open(folder: &Path) -> Result<Self, BoxError> {
        let options = SqliteConnectOptions::new().filename(folder.join("office.db")).create_if_missing(true);
        let options = options.journal_mode(SqliteJournalMode::Wal).busy_timeout(Duration::from_secs(30));
        // One connection: what a process writes to an SQLite file is written in order.
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
        let tables =
            "CREATE TABLE IF NOT EXISTS permits (reference TEXT, key TEXT UNIQUE, price INTEGER, answers TEXT);
            CREATE TABLE IF NOT EXISTS feedback (id INTEGER PRIMARY KEY, said TEXT)";
        sqlx::raw_sql(tables).execute(&pool).await?;
        Ok(Self(pool))
    }

    /// Takes an application. One that is handed over again has the same key.
    async fn receive(self, application: Handover<Permit>) -> Result<(), BoxError> {
        let Handover { reference, key, answers: permit, .. } = application;
        let price = permit.length.as_ref().map_or(0, |length| permit.price(length.months));
        let answers = serde_json::to_string(&permit)?;
        let query =
            "INSERT INTO permits (reference, key, price, answers) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING";
        sqlx::query(query).bind(reference).bind(key).bind(price).bind(answers).execute(&self.0).await?;
        Ok(())
    }

    async fn hear(self, feedback: Satisfaction) {
        let said = serde_json::to_string(&feedback).unwrap_or_default();
        if let Err(error) = sqlx::query("INSERT INTO feedback (said) VALUES (?)").bind(said).execute(&self.0).await {
            tracing::error!(%error, "feedback was not kept");
        }
    }
}

/// The pages of the service.
fn pages(journey: Journey<Permit>, office: &Office) -> Result<ServiceBuilder<Permit>, BoxError> {
    let brand = Brand::council("London Borough of Northbridge").colour("#4a2f63").build()?;
    let office = office.clone();
    Ok(Service::builder(journey, brand, languages()?)
        .text_page("privacy")
        .page("accessibility", |layout| {
            let locale = layout.locale();
            AccessibilityStatement::new(locale.text("permit"), Compliance::Full)
                .contact(locale.text("permit-contact"))
                .testing(locale.text("permit-accessibility.testing"))
                .page(layout)
        })
        .additional_cookie("parking_visits", "permit-visits-cookie")
        .save_and_return()
        .feedback(move |feedback| office.clone().hear(feedback)))
}

/// Where answers are kept, and where applications wait until the office has them: in the same database, if it lasts.
type Stores = (Arc<dyn AnswerStore>, OutboxDatabase);

async fn stores(store: &str, folder: &Path) -> Result<Stores, BoxError> {
    Ok(match store {
        "memory" => {
            let outbox = SqliteStore::open(folder.join("outbox.db")).await?;
            (Arc::new(MemoryStore::new()), (&outbox).into())
        }
        "sqlite" => {
            let store = SqliteStore::open(folder.join("answers.db")).await?;
            (Arc::new(store.clone()), (&store).into())
        }
        #[cfg(feature = "postgres")]
        url if url.starts_with("postgres") => {
            let store = townhall::journey::PostgresStore::open(url).await?;
            (Arc::new(store.clone()), (&store).into())
        }
        #[cfg(feature = "redis")]
        url if url.starts_with("redis") => {
            let store = townhall::journey::RedisStore::open(url).await?;
            (Arc::new(store.clone()), (&store).into())
        }
        other => {
            let stores = "memory, sqlite, and with the feature of that name postgres://… or redis://…";
            return Err(format!("`{other}` is not a store: {stores}").into());
        }
    })
}

/// The value of an option: `--store memory`.
fn option(name: &str) -> Option<String> {
    std::env::args().skip_while(|argument| argument != name).nth(1)
}

/// The whole service, as the options of the command say.
///
/// # Errors
///
/// If the folder cannot be written, or the store is not there.
pub async fn service() -> Result<Arc<Service<Permit, FolderUploads>>, BoxError> {
    let level = std::env::var("LOG").ok().and_then(|level| level.parse().ok()).unwrap_or(tracing::Level::WARN);
    tracing_subscriber::fmt().with_max_level(level).with_writer(std::io::stderr).with_ansi(false).init();
    let folder = PathBuf::from(option("--data").unwrap_or_else(|| "target/parking_permit".to_owned()));
    std::fs::create_dir_all(&folder)?;
    // A real service has its key from where its secrets are.
    let (office, keys) = (Office::open(&folder).await?, Keys::in_file(folder.join("key"))?);
    let (store, database) = stores(option("--store").as_deref().unwrap_or("sqlite"), &folder).await?;
    let wait = option("--store-timeout").map_or(Ok(30), |seconds| seconds.parse())?;
    let outbox = Outbox::open(database, keys.clone(), "permit").await?;
    let outbox = outbox.backoff(Duration::from_secs(1), Duration::from_secs(600)).timeout(Duration::from_secs(10));
    let journey = journey(outbox.accept(|number| format!("NB-{number:06}")));
    let service = pages(journey, &office)?
        .at(option("--at").unwrap_or_default())
        .shared_store(store, keys.clone())
        .store_timeout(Duration::from_secs(wait))
        .uploads(FolderUploads::open(folder.join("files"), keys).await?)
        .insecure_cookies() // for a machine of one’s own
        .build()?;
    tokio::spawn(outbox.deliver(move |application| office.clone().receive(application)));
    Ok(Arc::new(service))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_page_has_its_words_in_every_language() -> Result<(), BoxError> {
        let office = Office(SqlitePool::connect("sqlite::memory:").await?);
        let journey = journey(|_| async { Ok(townhall::journey::Receipt::new("NB-1")) });
        let service = pages(journey, &office)?.build()?;
        let used = ["permit-accessibility.testing", "prices", "prices.months", "prices.length", "prices.price"];
        Ok(service.content_check().used(used).run()?)
    }

    #[test]
    fn every_page_can_be_reached() -> Result<(), BoxError> {
        let whole: serde_json::Value = serde_json::from_str(include_str!("example.json"))?;
        let with = |name: &str, value| {
            let mut answers = whole.clone();
            answers[name] = value;
            answers
        };
        let examples = [
            with("home", serde_json::json!({ "postcode": "NB5 1AA" })),
            with("home", serde_json::json!({ "postcode": "SW1A 1AA" })),
            with("council_tax", serde_json::json!({ "pays": "no" })),
            whole.clone(),
        ];
        let examples = examples.into_iter().map(serde_json::from_value).collect::<Result<Vec<Permit>, _>>()?;
        let journey = journey(|_| async { Ok(townhall::journey::Receipt::new("NB-1")) });
        assert!(journey.unreached(examples).is_empty());
        Ok(())
    }
}
