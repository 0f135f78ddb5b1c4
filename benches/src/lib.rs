//! Four pieces of work, and who does them: this crate, `String::push_str` by hand, and askama.
//!
//! All three make the same HTML of the same data; `benches/tests/workloads.rs` checks it. Each piece of work comes in 64 versions,
//! so that a processor cannot learn one by heart.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a benchmark stops at what it did not expect"
)]
#![allow(missing_docs, clippy::must_use_candidate, missing_debug_implementations, reason = "only benchmarks use it")]

pub mod answer;
pub mod askama;
pub mod data;
pub mod floor;
pub mod ours;

use townhall::page::Brand;

/// The brand of all pages.
pub fn brand() -> Brand {
    Brand::council("London Borough of Northbridge").build().expect("the colours are checked by tests")
}
