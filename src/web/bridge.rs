//! Bodies that belong to a thread or to a request, for what must be able to move.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use tokio::sync::mpsc;

/// The bytes of a body, from where they are read.
pub(super) struct Body(mpsc::Receiver<io::Result<Bytes>>);

impl Stream for Body {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context)
    }
}

/// A body, and where its bytes are put.
pub(super) fn pipe() -> (mpsc::Sender<io::Result<Bytes>>, Body) {
    let (sender, receiver) = mpsc::channel(1);
    (sender, Body(receiver))
}

/// Works with a body while it is read. What the work has not asked for is not read.
pub(super) async fn both<T>(work: impl Future<Output = T>, read: impl Future<Output = ()>) -> T {
    let mut work = std::pin::pin!(work);
    tokio::select! {
        biased;
        done = &mut work => done,
        () = read => work.await,
    }
}
