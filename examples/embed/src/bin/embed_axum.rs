//! The parking permit, a page and a form on axum. Nothing here is about permits: this is all that it needs.

use axum::{Router, extract::Request, routing::get};
use embed::{Call, LETTERS, answer, ask, brand, handles, office};
use townhall::form::Limits;
use townhall::web::{RequestLanguage, axum as adapter, shutdown_signal};

#[tokio::main]
async fn main() -> Result<(), parking_permit::BoxError> {
    let call = get(async |asked: RequestLanguage| ask(asked)).post(async |asked: RequestLanguage, request: Request| {
        answer(asked, adapter::receive::<Call, _>(request, &Limits::default(), &*LETTERS, handles()).await)
    });
    let app = Router::new()
        .route("/office", get(async || office()))
        .route("/call", call)
        .nest("/files", adapter::assets(brand()))
        .merge(adapter::service(parking_permit::service().await?));
    let server = axum::serve(tokio::net::TcpListener::from_std(embed::listener()?)?, app);
    Ok(server.with_graceful_shutdown(shutdown_signal()).await?)
}
