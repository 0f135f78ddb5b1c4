//! The parking permit, a page and a form on poem. Nothing here is about permits: this is all that it needs.

use embed::{Call, LETTERS, answer, ask, brand, handles, office};
use poem::{Body, Request, Route, Server, get, handler, listener::TcpAcceptor};
use townhall::form::Limits;
use townhall::page::{Document, Page};
use townhall::web::{RequestLanguage, poem as adapter, shutdown_signal};

#[handler]
fn office_page() -> Page<'static> {
    office()
}

#[handler]
fn call(asked: RequestLanguage) -> Document {
    ask(asked)
}

#[handler]
async fn sent(asked: RequestLanguage, request: &Request, body: Body) -> Document {
    answer(asked, adapter::receive::<Call, _>(request, body, &Limits::default(), &*LETTERS, handles()).await)
}

#[tokio::main]
async fn main() -> Result<(), parking_permit::BoxError> {
    let app = Route::new()
        .at("/office", get(office_page))
        .at("/call", get(call).post(sent))
        .nest("/files", adapter::assets(brand()))
        .nest("/", adapter::service(parking_permit::service().await?));
    Ok(Server::new_with_acceptor(TcpAcceptor::from_std(embed::listener()?)?)
        .run_with_graceful_shutdown(app, shutdown_signal(), None)
        .await?)
}
