//! The doors to web frameworks, one module and one feature each.

pub mod axum;
