//! The parking permit, a page and a form on warp. Nothing here is about permits: this is all that it needs.

use embed::{Call, LETTERS, answer, ask, brand, handles, office};
use townhall::form::Limits;
use townhall::web::shutdown_signal;
use townhall::web::warp::{assets, language, receive, service};
use warp::{Filter, path};

#[tokio::main]
async fn main() -> Result<(), parking_permit::BoxError> {
    let receive = receive::<Call, _>(Limits::default(), LETTERS.clone(), handles().clone());
    let app = path!("office")
        .and(warp::get())
        .map(office)
        .or(path!("call").and(warp::get()).and(language()).map(ask))
        .or(path!("call").and(warp::post()).and(language()).and(receive).map(answer))
        .or(path("files").and(assets(brand())))
        .or(service(parking_permit::service().await?));
    warp::serve(app)
        .incoming(tokio::net::TcpListener::from_std(embed::listener()?)?)
        .graceful(shutdown_signal())
        .run()
        .await;
    Ok(())
}
