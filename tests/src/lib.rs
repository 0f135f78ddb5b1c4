//! What tests share: HTML as a browser sees it, the official examples, and servers on loopback.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]
#![allow(
    clippy::missing_panics_doc,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "only tests use it"
)]

pub mod canonical;
pub mod front_end;
#[cfg(feature = "servers")]
pub mod servers;

/// Waits for something on this thread.
#[cfg(feature = "servers")]
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}
