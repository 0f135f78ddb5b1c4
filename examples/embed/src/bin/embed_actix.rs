//! The parking permit, a page and a form on actix-web. Nothing here is about permits: this is all that it needs.

use actix_web::{App, HttpRequest, HttpServer, web};
use embed::{Call, LETTERS, answer, ask, brand, handles, office};
use townhall::form::Limits;
use townhall::web::{RequestLanguage, actix_web as adapter};

async fn sent(request: HttpRequest, asked: RequestLanguage, body: web::Payload) -> townhall::page::Document {
    answer(asked, adapter::receive::<Call, _>(&request, body, &Limits::default(), &*LETTERS, handles()).await)
}

#[actix_web::main]
async fn main() -> Result<(), parking_permit::BoxError> {
    let service = parking_permit::service().await?;
    let app = move || {
        App::new()
            .route("/office", web::get().to(async || office()))
            .route("/call", web::get().to(async |asked: RequestLanguage| ask(asked)))
            .route("/call", web::post().to(sent))
            .service(adapter::assets("/files", brand()))
            .service(adapter::service(service.clone()))
    };
    // It stops by itself as it should, and speaks HTTP/2 as well.
    Ok(HttpServer::new(app).workers(2).listen_auto_h2c(embed::listener()?)?.run().await?)
}
