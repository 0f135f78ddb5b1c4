//! All tests that need no browser, in one binary.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]
#![allow(clippy::too_many_lines, clippy::format_push_string, reason = "a test is read from top to bottom")]

#[path = "suite/assets.rs"]
mod assets;
#[path = "suite/auto_traits.rs"]
mod auto_traits;
#[path = "suite/bad_input.rs"]
mod bad_input;
#[path = "suite/canonical.rs"]
mod canonical;
#[path = "suite/differential.rs"]
mod differential;
#[path = "suite/embed.rs"]
mod embed;
#[path = "suite/fixtures.rs"]
mod fixtures;
#[path = "suite/form.rs"]
mod form;
#[path = "suite/front_end.rs"]
mod front_end;
#[path = "suite/language.rs"]
mod language;
#[path = "suite/mutations.rs"]
mod mutations;
#[path = "suite/outbox.rs"]
mod outbox;
#[path = "suite/page.rs"]
mod page;
#[path = "suite/schema.rs"]
mod schema;
#[path = "suite/security.rs"]
mod security;
#[path = "suite/servers.rs"]
mod servers;
#[path = "suite/service.rs"]
mod service;
#[path = "suite/snapshots.rs"]
mod snapshots;
#[path = "suite/stores.rs"]
mod stores;
#[path = "suite/tasks.rs"]
mod tasks;
#[path = "suite/uploads.rs"]
mod uploads;
#[path = "suite/values.rs"]
mod values;
#[path = "suite/workloads.rs"]
mod workloads;

/// Waits for something on this thread.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}
