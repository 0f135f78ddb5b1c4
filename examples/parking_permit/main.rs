//! A resident parking permit for the London Borough of Northbridge, which does not exist: a whole service in English, Welsh and Urdu.
//!
//! ```sh
//! npm ci && cargo run --example parking_permit
//! ```
//!
//! Answers are in an SQLite database, encrypted, and files in a folder beside it: stop the program, start it again, and go on. The folder is
//! `target/parking_permit` unless another is named after `--data`; `--store memory` keeps answers in memory.

mod permit;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use permit::{Permit, journey, languages};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use townhall::journey::{AnswerStore, FolderUploads, Keys, MemoryStore, Receipt, SqliteStore, Submission};
use townhall::page::Brand;
use townhall::patterns::{AccessibilityStatement, Compliance};
use townhall::web::{self, Service, ServiceBuilder};

type BoxError = Box<dyn Error + Send + Sync>;

/// What the parking team works with: the permits that were applied for, each once.
#[derive(Clone)]
struct Office(SqlitePool);

impl Office {
    async fn open(folder: &Path) -> Result<Self, BoxError> {
        let options = SqliteConnectOptions::new().filename(folder.join("office.db")).create_if_missing(true);
        let pool = SqlitePool::connect_with(options).await?;
        let tables =
            "CREATE TABLE IF NOT EXISTS permits (id INTEGER PRIMARY KEY, key TEXT UNIQUE, price INTEGER, answers TEXT);
             CREATE TABLE IF NOT EXISTS feedback (id INTEGER PRIMARY KEY, said TEXT)";
        sqlx::raw_sql(tables).execute(&pool).await?;
        Ok(Self(pool))
    }

    /// Takes an application. One that is sent again has the same key, and gets the same reference.
    async fn receive(self, submission: Submission<Permit>) -> Result<Receipt, BoxError> {
        let permit = &submission.answers;
        let price = permit.length.as_ref().map_or(0, |length| permit.price(length.months));
        sqlx::query("INSERT INTO permits (key, price, answers) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING")
            .bind(&submission.key)
            .bind(price)
            .bind(serde_json::to_string(permit)?)
            .execute(&self.0)
            .await?;
        let query = sqlx::query_scalar("SELECT id FROM permits WHERE key = ?").bind(&submission.key);
        let number: i64 = query.fetch_one(&self.0).await?;
        Ok(Receipt::new(format!("NB-{number:06}")))
    }
}

/// The service, but for where answers and files are kept.
fn service(office: Office) -> Result<ServiceBuilder<Permit>, BoxError> {
    let brand = Brand::council("London Borough of Northbridge").colour("#4a2f63").build()?;
    let feedback = office.clone();
    Ok(Service::builder(journey(move |submission| office.clone().receive(submission)), brand, languages()?)
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
        .feedback(move |feedback_given| {
            let office = feedback.clone();
            async move {
                let said = serde_json::to_string(&feedback_given).unwrap_or_default();
                let query = sqlx::query("INSERT INTO feedback (said) VALUES (?)").bind(said);
                if let Err(error) = query.execute(&office.0).await {
                    eprintln!("feedback was not kept: {error}");
                }
            }
        }))
}

/// The key of this machine, made when the program is run for the first time. A real service has it from where its secrets are.
fn keys(folder: &Path) -> Result<Keys, BoxError> {
    let file = folder.join("key");
    if !file.exists() {
        let mut random = [0; 32];
        getrandom::fill(&mut random)?;
        std::fs::write(&file, random.map(|byte| format!("{byte:02x}")).concat())?;
    }
    Ok(Keys::from_hex(&std::fs::read_to_string(file)?)?)
}

/// The value of an option: `--store memory`.
fn option(name: &str) -> Option<String> {
    std::env::args().skip_while(|argument| argument != name).nth(1)
}

#[tokio::main]
async fn main() -> Result<(), BoxError> {
    let folder = PathBuf::from(option("--data").unwrap_or_else(|| "target/parking_permit".to_owned()));
    std::fs::create_dir_all(&folder)?;
    let store: Arc<dyn AnswerStore> = match option("--store").as_deref() {
        Some("memory") => Arc::new(MemoryStore::new()),
        _ => Arc::new(SqliteStore::open(folder.join("answers.db")).await?),
    };
    let uploads = FolderUploads::open(folder.join("files"), keys(&folder)?).await?;
    let service = service(Office::open(&folder).await?)?
        .shared_store(store, keys(&folder)?)
        .uploads(uploads)
        // This example is for a machine of one’s own, without encryption.
        .insecure_cookies()
        .build()?;
    let app: Router = web::axum::service(service);

    let port = std::env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("Listening on http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, app).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_page_has_its_words_in_every_language() -> Result<(), BoxError> {
        let office = Office(SqlitePool::connect("sqlite::memory:").await?);
        let service = service(office)?.build()?;
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
        let journey = journey(|_| async { Ok(Receipt::new("NB-1")) });
        assert!(journey.unreached(examples).is_empty());
        Ok(())
    }
}
