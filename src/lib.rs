//! GOV.UK-style service components.

#[cfg(feature = "assets")]
pub mod assets;
pub mod components;
#[cfg(feature = "macro_options")]
pub mod macro_options;
pub mod markup;
pub mod page;
#[cfg(feature = "axum")]
pub mod web;
