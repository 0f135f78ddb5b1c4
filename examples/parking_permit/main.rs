//! A resident parking permit for the London Borough of Northbridge, which does not exist: a whole service in English, Welsh and Urdu.
//!
//! ```sh
//! npm ci && cargo run --example parking_permit
//! ```
//!
//! Answers are in an SQLite database, encrypted, and files in a folder beside it: stop the program, start it again, and go on. The folder is
//! `target/parking_permit` unless another is named after `--data`. `--store` keeps answers elsewhere: `postgres://user@host/database`,
//! `redis://host/0`, or `memory`. `--schema` prints the JSON Schema of an application, for the systems that receive them.

mod service;

use service::{BoxError, Permit, service};

#[tokio::main]
async fn main() -> Result<(), BoxError> {
    if std::env::args().any(|argument| argument == "--schema") {
        println!("{}", serde_json::to_string_pretty(&schemars::schema_for!(Permit))?);
        return Ok(());
    }
    let app: axum::Router = townhall::web::axum::service(service().await?);
    let port = std::env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("Listening on http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, app).await?)
}
