//! What was sent becomes typed answers, or ordered errors and the same page again.
//!
//! A [`Question`] is a type and a few lines of content. Its [`Form`] is the page with what was typed and what is wrong.
//!
//! - [`Form::submit`] reads [`FormData`]: all errors of a page at once, in the order of the page.
//! - [`Form::page`] is the whole page; [`Form::controls`] and [`Form::error_summary`] are for pages of your own.
//! - [`rules`] are for `#[validate(custom(function = ..))]`.
//! - [`ContentCheck`] is for a test of yours: it finds words that are missing or that nothing uses.
//! - [`ErrorListing`] shows every error that questions can have, in every language.

mod bounds;
mod check;
mod data;
mod decode;
mod encode;
mod errors;
mod fields;
mod listing;
mod page;
mod question;
mod render;
pub mod rules;
mod sample;
mod settings;
mod shape;
#[cfg(feature = "multipart")]
mod uploads;
mod words;

pub use bounds::Bound;
pub use check::{ContentCheck, ContentProblem, ContentProblems};
pub use data::{FormData, FormDataError, Limits};
pub use errors::{FieldError, FieldErrors};
pub use fields::{Count, Field, Fields};
pub use listing::{ErrorListing, ListedError};
pub use page::QuestionPage;
#[cfg(feature = "journey")]
pub(crate) use question::AnyForm;
pub use question::{Form, Question};
#[cfg(feature = "journey")]
pub(crate) use shape::{FieldShape, Kind as FieldKind, join};
#[cfg(feature = "journey")]
pub(crate) use uploads::receive_any;
#[cfg(feature = "multipart")]
pub use uploads::{MemoryUploads, MemoryWriter, UploadWriter, Uploads, receive};
#[cfg(all(test, feature = "journey"))]
pub(crate) use words::QUESTION_MESSAGES;
#[cfg(feature = "journey")]
pub(crate) use words::Words;
