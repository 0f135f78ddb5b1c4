//! The parking permit, a page and a form on hyper, without a framework. Nothing here is about permits: this is all that it needs.

use bytes::Bytes;
use embed::{Call, LETTERS, answer, ask, brand, handles, office};
use http_body_util::Full;
use hyper::{Method, Request, Response, body::Incoming, service::service_fn};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::{conn::auto::Builder, graceful::GracefulShutdown};
use tower::Service;
use townhall::form::Limits;
use townhall::web::{asset, shutdown_signal, tower as adapter, tower::response};

type Asked = Request<Incoming>;
type Reply = Response<Full<Bytes>>;

async fn handle<S: Service<Asked, Response = Reply>>(mut permit: S, request: Asked) -> Result<Reply, S::Error> {
    let asked = adapter::language(&request);
    Ok(match (request.method(), request.uri().path()) {
        (&Method::GET, "/office") => response(office()),
        (&Method::GET, "/call") => response(ask(asked)),
        (&Method::POST, "/call") => response(answer(
            asked,
            adapter::receive::<Call, _, _>(request, &Limits::default(), &*LETTERS, handles()).await,
        )),
        (_, path) if path.starts_with("/files/") => response(asset(brand(), &path[7..], request.headers())),
        _ => return permit.call(request).await,
    })
}

#[tokio::main]
async fn main() -> Result<(), parking_permit::BoxError> {
    let permit = adapter::service(parking_permit::service().await?);
    let listener = tokio::net::TcpListener::from_std(embed::listener()?)?;
    let (connections, mut stop) = (GracefulShutdown::new(), std::pin::pin!(shutdown_signal()));
    loop {
        let stream = tokio::select! {
            accepted = listener.accept() => accepted?.0,
            () = &mut stop => break,
        };
        let permit = permit.clone();
        let service = service_fn(move |request| handle(permit.clone(), request));
        let builder = Builder::new(TokioExecutor::new());
        let connection = builder.serve_connection(TokioIo::new(stream), service).into_owned();
        tokio::spawn(connections.watch(connection));
    }
    // Nobody is let in any more, and what residents have begun is finished.
    drop(listener);
    connections.shutdown().await;
    Ok(())
}
