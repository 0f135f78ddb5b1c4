//! Any component by its name, from the JSON options of the official Nunjucks macros.
//!
//! The options of a prototype, or of an example in the design system, can be pasted as they are:
//!
//! ```
//! use serde_json::json;
//!
//! let html = townhall::macro_options::render("button", &json!({ "text": "Save and continue" }))?;
//! assert!(html.into_string().contains("Save and continue"));
//!
//! let error = townhall::macro_options::render("button", &json!({ "txt": "Save" })).unwrap_err();
//! assert!(error.to_string().contains("`button.txt`"));
//! # Ok::<(), townhall::macro_options::OptionsError>(())
//! ```
//!
//! Types are as loose as the macros take them: a number where a string is declared, `null` for an option that is not set, items
//! that are `null`, `false` or `""`, which most macros leave out and the others write without content. What the macros would write as broken HTML without a word is an error here: an option that they do not
//! have, a required one that is missing, an object where text is wanted, an attribute name with a space, a heading level of 9,
//! an id with white space.

mod content;
mod controls;
mod navigation;
mod reader;

use maud::Markup;
use serde_json::Value;

pub use reader::OptionsError;

use crate::markup::{Component, Writer};
use reader::{Options, Result};

/// The names of all components, as the design system writes them.
pub const COMPONENTS: [&str; 39] = [
    "accordion",
    "back-link",
    "breadcrumbs",
    "button",
    "character-count",
    "checkboxes",
    "cookie-banner",
    "date-input",
    "details",
    "error-message",
    "error-summary",
    "exit-this-page",
    "feedback",
    "fieldset",
    "file-upload",
    "footer",
    "generic-header",
    "header",
    "hint",
    "input",
    "inset-text",
    "label",
    "language-navigation",
    "notification-banner",
    "pagination",
    "panel",
    "password-input",
    "phase-banner",
    "radios",
    "select",
    "service-navigation",
    "skip-link",
    "summary-list",
    "table",
    "tabs",
    "tag",
    "task-list",
    "textarea",
    "warning-text",
];

/// Renders a component from the JSON options of its official macro.
///
/// # Errors
///
/// When there is no such component, or when an option is unknown, missing or of no use. The error names the option by its path,
/// such as `radios.items[2].hint.text`.
pub fn render(component: &str, options: &Value) -> Result<Markup> {
    let read = match component {
        "accordion" => content::accordion,
        "back-link" => navigation::back_link,
        "breadcrumbs" => navigation::breadcrumbs,
        "button" => controls::button,
        "character-count" => controls::character_count,
        "checkboxes" => controls::checkboxes,
        "cookie-banner" => content::cookie_banner,
        "date-input" => controls::date_input,
        "details" => content::details,
        "error-message" => controls::error_message_alone,
        "error-summary" => content::error_summary,
        "exit-this-page" => navigation::exit_this_page,
        "feedback" => content::feedback,
        "fieldset" => controls::fieldset_alone,
        "file-upload" => controls::file_upload,
        "footer" => navigation::footer,
        "generic-header" => navigation::generic_header,
        "header" => navigation::header,
        "hint" => controls::hint_alone,
        "input" => controls::input,
        "inset-text" => content::inset_text,
        "label" => controls::label_alone,
        "language-navigation" => navigation::language_navigation,
        "notification-banner" => content::notification_banner,
        "pagination" => navigation::pagination,
        "panel" => content::panel,
        "password-input" => controls::password_input,
        "phase-banner" => content::phase_banner,
        "radios" => controls::radios,
        "select" => controls::select,
        "service-navigation" => navigation::service_navigation,
        "skip-link" => navigation::skip_link,
        "summary-list" => content::summary_list,
        "table" => content::table,
        "tabs" => content::tabs,
        "tag" => content::tag,
        "task-list" => content::task_list,
        "textarea" => controls::textarea,
        "warning-text" => content::warning_text,
        _ => return Err(OptionsError::UnknownComponent { name: component.to_owned() }),
    };
    read(&Options::root(component, options)?)
}

/// What a reader returns: the markup of the component that it has read.
#[allow(clippy::unnecessary_wraps, reason = "every reader ends with it")]
fn done(component: &impl Component) -> Result<Markup> {
    let mut html = String::new();
    component.write(&mut Writer::new(&mut html));
    Ok(maud::PreEscaped(html))
}
