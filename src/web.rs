//! The doors to web frameworks, one module and one feature each, and what they share: requests and responses of the `http` crate.
//!
//! Every framework has three ways in, each complete by itself:
//!
//! | | axum, actix-web, Rocket, poem | warp | tower and hyper |
//! | --- | --- | --- | --- |
//! | pages and components | [`Page`](crate::page::Page) and [`Document`](crate::page::Document) are responses | replies | `tower::response` |
//! | forms in handlers | [`FormData`](crate::form::FormData) and [`RequestLanguage`] are extractors; `receive` reads files | filters | functions |
//! | a whole service | `service` | `service` | `service` |
//!
//! What another site has sent is refused by all of these, and pages have the headers that keep them safe; [`FormDataFromAnySite`],
//! [`receive_from_any_site`] and [`Document::without_security_headers`](crate::page::Document::without_security_headers) turn that off.
//!
//! A framework without a feature needs the feature `http` alone: a page becomes an `http::Response<Bytes>` by `into()`, and
//! `Service::respond` takes an `http::Request`.
//!
//! ```
//! use townhall::page::{Brand, Page};
//!
//! let brand = Brand::council("London Borough of Northbridge").build()?;
//! let response = http::Response::from(Page::new(&brand, "Hello").content("Hello"));
//! assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8");
//! # Ok::<(), townhall::page::BrandError>(())
//! ```

#[cfg(feature = "actix_web")]
pub mod actix_web;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(any(feature = "actix_web", feature = "rocket"))]
mod bridge;
mod http;
#[cfg(feature = "poem")]
pub mod poem;
#[cfg(feature = "rocket")]
pub mod rocket;
mod security;
#[cfg(feature = "journey")]
mod service;
#[cfg(any(feature = "axum", feature = "poem", feature = "tower", feature = "warp"))]
mod stop;
#[cfg(feature = "tower")]
pub mod tower;
#[cfg(feature = "warp")]
pub mod warp;

pub use self::http::RequestLanguage;
#[cfg(feature = "assets")]
pub use self::http::asset;
#[cfg(feature = "form")]
pub use self::http::{FormDataFromAnySite, form_data, form_data_from_any_site};
#[cfg(feature = "multipart")]
pub use self::http::{receive, receive_from_any_site};
pub use security::{Origin, Sender, is_from_this_site, security_headers, sender};
#[cfg(feature = "journey")]
pub use service::{RequireSignIn, Service, ServiceBuilder, ServiceError, SignIn, SignInFuture, SignedIn};
#[cfg(any(feature = "axum", feature = "poem", feature = "tower", feature = "warp"))]
pub use stop::shutdown_signal;
