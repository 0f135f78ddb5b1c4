//! The resident parking permit on axum.
//!
//! ```sh
//! npm ci && cargo run -p parking_permit
//! ```
//!
//! Answers are in an SQLite database, encrypted, and files in a folder beside it: stop the program, start it again, and go on. The folder is
//! `target/parking_permit` unless another is named after `--data`. `--store` keeps answers elsewhere: `memory`, or with the features `postgres` and
//! `redis` of this package `postgres://user@host/database` and `redis://host/0`. `--at /permit` puts the service at a path. `--schema` prints the JSON Schema of an application, for the systems that receive them.

use parking_permit::{BoxError, Permit, service};

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
    Ok(axum::serve(listener, app).with_graceful_shutdown(townhall::web::shutdown_signal()).await?)
}
