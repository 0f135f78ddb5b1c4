//! The parking permit, a page and a form on Rocket. Nothing here is about permits: this is all that it needs.

use embed::{Call, LETTERS, answer, ask, brand, handles, office};
use rocket::{Config, Data, config::LogLevel, config::Shutdown, fairing::AdHoc, get, post, routes};
use townhall::form::Limits;
use townhall::page::{Document, Page};
use townhall::web::{RequestLanguage, rocket as adapter, rocket::RequestHead};

#[get("/office")]
fn office_page() -> Page<'static> {
    office()
}

#[get("/call")]
fn call(asked: RequestLanguage) -> Document {
    ask(asked)
}

#[post("/call", data = "<data>")]
async fn sent(asked: RequestLanguage, head: RequestHead, data: Data<'_>) -> Document {
    answer(asked, adapter::receive::<Call, _>(&head, data, &Limits::default(), &*LETTERS, handles()).await)
}

#[rocket::main]
async fn main() -> Result<(), parking_permit::BoxError> {
    let listening = AdHoc::on_liftoff("listening", |rocket| Box::pin(async { embed::listening(rocket.config().port) }));
    // It stops by itself as it should; what residents have begun may take this long.
    let shutdown = Shutdown { grace: 10, ..Shutdown::default() };
    let config = Config { port: embed::port()?, log_level: LogLevel::Off, shutdown, ..Config::default() };
    let (pages, service) = (routes![office_page, call, sent], parking_permit::service().await?);
    let app = rocket::custom(config).mount("/", pages).mount("/files", adapter::assets(brand())).attach(listening);
    app.register("/", adapter::catchers(service.clone())).attach(adapter::service(service)).launch().await?;
    Ok(())
}
