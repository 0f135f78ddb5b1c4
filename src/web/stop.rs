//! When a program should come to an end.

/// Waits until the program is told to stop: by SIGTERM, as service managers and containers send it, or by Ctrl-C. It is for the graceful shutdown that
/// servers offer: they take no new connections then, and finish what they are doing. actix-web and Rocket wait for the same by themselves.
///
/// ```no_run
/// # async fn run(listener: tokio::net::TcpListener, app: axum::Router) -> std::io::Result<()> {
/// axum::serve(listener, app).with_graceful_shutdown(townhall::web::shutdown_signal()).await
/// # }
/// ```
pub async fn shutdown_signal() {
    // Without a signal that can be waited for, nobody is told to stop.
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let mut interrupted = std::pin::pin!(interrupted);
    let mut terminated = std::pin::pin!(terminated());
    std::future::poll_fn(|context| {
        if interrupted.as_mut().poll(context).is_ready() {
            std::task::Poll::Ready(())
        } else {
            terminated.as_mut().poll(context)
        }
    })
    .await;
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};

    match signal(SignalKind::terminate()) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}
