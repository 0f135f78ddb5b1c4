//! The doors to web frameworks, one module and one feature each.

#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "journey")]
mod security;
#[cfg(feature = "journey")]
mod service;

#[cfg(feature = "journey")]
pub use security::{Origin, is_from_this_site, security_headers};
#[cfg(feature = "journey")]
pub use service::{Service, ServiceBuilder, ServiceError, SignIn, SignedIn};
