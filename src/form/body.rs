//! The body of a form while it arrives: in small pieces, in time, and with an end to everything.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use tokio::time::Sleep;

/// Whoever reads parts takes all that is there: more than this is never there at a time.
const PIECE: usize = 16 * 1024;

/// Why a body is not read any further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyError {
    CutOff,
    TooLarge,
    TooSlow,
    HeadersTooLarge,
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for BodyError {}

/// How many bytes may still arrive while the headers of a part are read.
#[derive(Clone, Default)]
pub(super) struct HeaderAllowance(Arc<AtomicUsize>);

impl HeaderAllowance {
    /// Headers begin.
    pub(super) fn start(&self, bytes: usize) {
        self.0.store(bytes, Ordering::Relaxed);
    }

    /// Headers have ended: what follows has limits of its own.
    pub(super) fn end(&self) {
        self.0.store(usize::MAX, Ordering::Relaxed);
    }

    /// Takes what has arrived off, unless nothing is left.
    fn take(&self, bytes: usize) -> bool {
        match self.0.load(Ordering::Relaxed) {
            usize::MAX => true,
            0 => false,
            left => {
                self.0.store(left.saturating_sub(bytes), Ordering::Relaxed);
                true
            }
        }
    }
}

/// A body in pieces, with a deadline, a largest size, and an allowance for headers.
pub(super) struct Body {
    source: Pin<Box<dyn Stream<Item = Result<Bytes, BodyError>> + Send>>,
    deadline: Pin<Box<Sleep>>,
    rest: Bytes,
    left: u64,
    /// Whether a piece was handed over, after which somebody else comes first.
    has_given: bool,
    headers: HeaderAllowance,
}

/// The errors of a stream, which nobody needs to know here.
struct Source<S>(Pin<Box<S>>);

impl<S, E> Stream for Source<S>
where
    S: Stream<Item = Result<Bytes, E>>,
{
    type Item = Result<Bytes, BodyError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context).map(|next| next.map(|bytes| bytes.map_err(|_| BodyError::CutOff)))
    }
}

impl Body {
    /// A body of so many bytes at most, which must be there in time.
    pub(super) fn new<S, E>(source: S, most: u64, time: Duration) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: 'static,
    {
        let headers = HeaderAllowance::default();
        headers.end();
        Self {
            source: Box::pin(Source(Box::pin(source))),
            deadline: Box::pin(tokio::time::sleep(time)),
            rest: Bytes::new(),
            left: most,
            has_given: false,
            headers,
        }
    }

    pub(super) fn headers(&self) -> HeaderAllowance {
        self.headers.clone()
    }

    /// The whole body.
    pub(super) async fn collect(mut self) -> Result<Vec<u8>, BodyError> {
        let mut all = Vec::new();
        while let Some(piece) = std::future::poll_fn(|context| Pin::new(&mut self).poll_next(context)).await {
            all.extend_from_slice(&piece?);
        }
        Ok(all)
    }

    /// Reads the rest, as far as it may be read, and keeps nothing. A browser that is still sending does not hear an answer.
    #[cfg(feature = "journey")]
    pub(super) async fn drain(mut self) {
        while let Some(Ok(_)) = std::future::poll_fn(|context| Pin::new(&mut self).poll_next(context)).await {}
    }
}

impl Stream for Body {
    type Item = Result<Bytes, BodyError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.has_given {
            self.has_given = false;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        if self.deadline.as_mut().poll(context).is_ready() {
            return Poll::Ready(Some(Err(BodyError::TooSlow)));
        }
        while self.rest.is_empty() {
            match self.source.as_mut().poll_next(context) {
                Poll::Ready(Some(Ok(bytes))) => self.rest = bytes,
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            }
        }
        let length = self.rest.len().min(PIECE);
        let piece = self.rest.split_to(length);
        match self.left.checked_sub(u64::try_from(length).unwrap_or(u64::MAX)) {
            Some(left) => self.left = left,
            None => return Poll::Ready(Some(Err(BodyError::TooLarge))),
        }
        if !self.headers.take(length) {
            return Poll::Ready(Some(Err(BodyError::HeadersTooLarge)));
        }
        self.has_given = true;
        Poll::Ready(Some(Ok(piece)))
    }
}
