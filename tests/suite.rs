//! All tests that need no browser, in one binary.

#[path = "suite/canonical.rs"]
mod canonical;
#[path = "suite/differential.rs"]
mod differential;
#[path = "suite/fixtures.rs"]
mod fixtures;
#[path = "suite/front_end.rs"]
mod front_end;
