//! All tests that need neither a browser nor a program of their own, in one binary.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]
#![allow(clippy::too_many_lines, clippy::format_push_string, reason = "a test is read from top to bottom")]

#[path = "suite/assets.rs"]
mod assets;
#[path = "suite/auto_traits.rs"]
mod auto_traits;
#[path = "suite/bad_input.rs"]
mod bad_input;
#[path = "suite/cleanup.rs"]
mod cleanup;
#[path = "suite/differential.rs"]
mod differential;
#[path = "suite/embed.rs"]
mod embed;
#[path = "suite/fields.rs"]
mod fields;
#[path = "suite/fixtures.rs"]
mod fixtures;
#[path = "suite/folder_uploads.rs"]
mod folder_uploads;
#[path = "suite/form.rs"]
mod form;
#[path = "suite/headers.rs"]
mod headers;
#[path = "suite/input_tables.rs"]
mod input_tables;
#[path = "suite/language.rs"]
mod language;
#[path = "suite/links.rs"]
mod links;
#[path = "suite/logging.rs"]
mod logging;
#[path = "suite/mutations.rs"]
mod mutations;
#[path = "suite/outbox.rs"]
mod outbox;
#[path = "suite/page.rs"]
mod page;
#[path = "suite/receiving.rs"]
mod receiving;
#[path = "suite/records.rs"]
mod records;
#[path = "suite/robustness.rs"]
mod robustness;
#[path = "suite/schema.rs"]
mod schema;
#[path = "suite/security.rs"]
mod security;
#[path = "suite/security_page.rs"]
mod security_page;
#[path = "suite/sessions.rs"]
mod sessions;
#[path = "suite/settings.rs"]
mod settings;
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
#[path = "suite/whole.rs"]
mod whole;
#[path = "suite/words.rs"]
mod words;

use townhall_tests::{block_on, canonical, front_end, servers};
