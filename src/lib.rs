//! GOV.UK-style service components.

pub mod components;
#[cfg(feature = "macro_options")]
pub mod macro_options;
pub mod markup;
