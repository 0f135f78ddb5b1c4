//! Four pieces of work, and who does them: this crate, `String::push_str` by hand, and askama.
//!
//! All three make the same HTML of the same data; `tests/suite/workloads.rs` checks it. Each piece of work comes in 64 versions,
//! so that a processor cannot learn one by heart.

#[path = "workloads/askama.rs"]
pub(crate) mod askama;
#[path = "workloads/data.rs"]
pub(crate) mod data;
#[path = "workloads/floor.rs"]
pub(crate) mod floor;
#[path = "workloads/ours.rs"]
pub(crate) mod ours;

use townhall::page::Brand;

/// The brand of all pages.
pub(crate) fn brand() -> Brand {
    Brand::council("London Borough of Northbridge").build().expect("the colours are checked by tests")
}
