//! Several questions in order: a list with conditions over one struct of answers.
//!
//! ```
//! use serde::{Deserialize, Serialize};
//! use townhall::form::Question;
//! use townhall::journey::{Journey, Receipt};
//! use townhall::values::{FullName, Postcode, VehicleRegistration};
//! use validator::Validate;
//!
//! #[derive(Debug, Default, Serialize, Deserialize)]
//! struct Permit {
//!     home: Option<Home>,
//!     about_you: Option<AboutYou>,
//!     #[serde(default)]
//!     vehicles: Vec<Vehicle>,
//! }
//!
//! #[derive(Debug, Serialize, Deserialize, Validate)]
//! struct Home { postcode: Postcode }
//! #[derive(Debug, Serialize, Deserialize, Validate)]
//! struct AboutYou { full_name: FullName }
//! #[derive(Debug, Serialize, Deserialize, Validate)]
//! struct Vehicle { registration: VehicleRegistration }
//!
//! impl Question for Home { const NAME: &'static str = "home"; }
//! impl Question for AboutYou { const NAME: &'static str = "about-you"; }
//! impl Question for Vehicle { const NAME: &'static str = "vehicle"; }
//!
//! let journey = Journey::new("permit")
//!     .question(|a: &mut Permit| &mut a.home)
//!     .stop("not-eligible", |a| a.home.as_ref().is_some_and(|home| !home.postcode.as_str().starts_with("NB")))
//!     .section("you")
//!     .question(|a| &mut a.about_you)
//!     .section("vehicles")
//!     .add_another(|a| &mut a.vehicles, 1..=3)
//!     .submit(|submission| async move { Ok(Receipt::new(format!("NB-{}", &submission.key[..8]))) });
//! assert!(journey.check().is_empty());
//! ```
//!
//! Everything else is derived from the list and the answers: which page is next, where "Back" leads, what cannot be skipped, where
//! "Change" returns to, which answers no longer count, what is missing, how far each section is. Nothing is stored but answers.
//!
//! A [`Service`](crate::web::Service) makes pages of it, over an [`AnswerStore`].

mod answers;
mod definition;
mod drawing;
mod folder_uploads;
mod item;
mod keys;
mod memory;
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "redis"))]
mod outbox;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "redis")]
mod redis;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod sql;
#[cfg(feature = "sqlite")]
mod sqlite;
mod steps;
mod store;
mod walk;

pub(crate) use answers::answer_rows;
pub use definition::{Answers, Journey, JourneyProblem, Receipt, Submission, SubmitFuture};
pub(crate) use definition::{BoxError, Kind, RESERVED, is_name};
pub use folder_uploads::{FolderUploads, FolderWriter};
pub(crate) use item::{ItemId, Items};
pub use keys::{Keys, KeysError};
pub(crate) use keys::{random, random_hex};
pub use memory::MemoryStore;
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "redis"))]
pub use outbox::{DeadLetter, Handover, Outbox, OutboxDatabase, OutboxState};
#[cfg(feature = "postgres")]
pub use postgres::PostgresStore;
#[cfg(feature = "redis")]
pub use redis::RedisStore;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
pub use sql::StoreTransaction;
#[cfg(feature = "sqlite")]
pub use sqlite::SqliteStore;
pub(crate) use steps::Asks;
pub use store::{AnswerStore, Record, RecordId, StoreError, StoreFuture};
pub(crate) use store::{WAIT, category, hex, now};
pub(crate) use walk::{Place, StepState, Walk, is_incomplete};
