//! What was sent becomes typed answers, or ordered errors and the same page again.
//!
//! A [`Question`] is a type and a few lines of content. Its [`Form`] is the page with what was typed and what is wrong.
//!
//! - [`Form::submit`] reads [`FormData`]: all errors of a page at once, in the order of the page.
//! - [`Form::page`] is the whole page; [`Form::controls`] and [`Form::error_summary`] are for pages of your own.
//! - [`rules`] are for `#[validate(custom(function = ..))]`.
//! - [`ContentCheck`] is for a test of yours: it finds words that are missing or that nothing uses.
//! - [`ErrorListing`] shows every error that questions can have, in every language.

#[cfg(feature = "multipart")]
mod body;
mod bounds;
mod check;
mod data;
mod decode;
#[cfg(feature = "multipart")]
mod disposition;
mod encode;
mod errors;
mod fields;
#[cfg(feature = "multipart")]
mod handles;
mod limits;
mod listing;
mod page;
mod question;
#[cfg(feature = "multipart")]
mod receive;
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
#[cfg(feature = "journey")]
pub(crate) use data::Entry;
pub use data::{FormData, FormDataError};
pub use errors::{FieldError, FieldErrors};
pub use fields::{Count, Field, Fields};
#[cfg(feature = "multipart")]
pub use handles::FileHandles;
#[cfg(feature = "journey")]
pub(crate) use handles::owner as file_owner;
pub use limits::Limits;
pub use listing::{ErrorListing, ListedError};
pub use page::QuestionPage;
#[cfg(feature = "journey")]
pub(crate) use question::AnyForm;
pub use question::{Form, Question};
#[cfg(feature = "multipart")]
pub use receive::receive;
#[cfg(feature = "journey")]
pub(crate) use receive::{FormToken, Receiver, drain};
#[cfg(feature = "journey")]
pub(crate) use shape::{FieldShape, Kind as FieldKind, Shape, join};
#[cfg(feature = "multipart")]
pub use uploads::{MemoryUploads, MemoryWriter, UNCOMMITTED_SECONDS, UploadError, UploadWriter, Uploads, Usage};
#[cfg(all(test, feature = "journey"))]
pub(crate) use words::QUESTION_MESSAGES;
#[cfg(feature = "journey")]
pub(crate) use words::Words;
