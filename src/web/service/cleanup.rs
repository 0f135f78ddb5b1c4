//! [`Cleanup`]: deletes what has expired, in the background and in batches, so that no request waits for it.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::task::AbortHandle;
use tokio::time::Instant;

/// How long is waited between two rounds, unless it is set.
pub(super) const INTERVAL: Duration = Duration::from_secs(600);
/// How many are deleted at once at most: few enough that a database is not held up.
const BATCH: u32 = 500;
/// How long residents have the store to themselves between two batches, and at least as long as a batch took.
const PAUSE: Duration = Duration::from_millis(20);

/// How many were deleted, or why none could be.
type Deleted = Pin<Box<dyn Future<Output = Result<u64, String>> + Send>>;

/// What can expire: its name for the log, and how a number of its kind at most is deleted.
pub(super) struct Kind(&'static str, Box<dyn Fn(u32) -> Deleted + Send + Sync>);

impl Kind {
    /// `delete` says how many it were: fewer than it was asked for are the last.
    pub(super) fn new<F, R, E>(name: &'static str, delete: F) -> Self
    where
        F: Fn(u32) -> R + Send + Sync + 'static,
        R: Future<Output = Result<u64, E>> + Send + 'static,
        E: std::fmt::Display,
    {
        Self(
            name,
            Box::new(move |limit| {
                let deleted = delete(limit);
                Box::pin(async move { deleted.await.map_err(|error| error.to_string()) })
            }),
        )
    }
}

/// Deletes what has expired. It ends with the service that has it.
pub(super) struct Cleanup {
    kinds: Arc<[Kind]>,
    interval: Duration,
    task: Mutex<Option<AbortHandle>>,
}

impl Cleanup {
    pub(super) fn new(interval: Duration, kinds: impl IntoIterator<Item = Kind>) -> Self {
        Self { kinds: kinds.into_iter().collect(), interval, task: Mutex::new(None) }
    }

    /// Starts it, if it does not run: a service may be built before there is a runtime, and a runtime may end before the service does.
    pub(super) fn start(&self) {
        let mut task = self.task.lock().unwrap_or_else(PoisonError::into_inner);
        if task.as_ref().is_some_and(|task| !task.is_finished()) {
            return;
        }
        if let Ok(runtime) = Handle::try_current() {
            *task = Some(runtime.spawn(run(Arc::clone(&self.kinds), self.interval)).abort_handle());
        }
    }
}

impl Drop for Cleanup {
    fn drop(&mut self) {
        if let Some(task) = self.task.get_mut().unwrap_or_else(PoisonError::into_inner) {
            task.abort();
        }
    }
}

async fn run(kinds: Arc<[Kind]>, interval: Duration) {
    loop {
        for kind in &*kinds {
            delete(kind).await;
        }
        tokio::time::sleep(interval).await;
    }
}

/// Deletes all of a kind that have expired.
async fn delete(Kind(name, delete): &Kind) {
    let mut all = 0;
    loop {
        let start = Instant::now();
        match delete(BATCH).await {
            Ok(deleted) => {
                all += deleted;
                if deleted < u64::from(BATCH) {
                    break;
                }
            }
            Err(error) => {
                tracing::error!(target: "townhall", kind = name, error, "what has expired could not be deleted");
                break;
            }
        }
        tokio::time::sleep(start.elapsed().max(PAUSE)).await;
    }
    if all > 0 {
        tracing::info!(target: "townhall", kind = name, deleted = all, "what has expired was deleted");
    }
}
