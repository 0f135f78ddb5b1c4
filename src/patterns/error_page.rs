//! [`ErrorPage`].

use std::borrow::Cow;

use maud::html;

use super::{answers_kept, hidden_fields};
use crate::components::Button;
use crate::markup::Prose;
use crate::page::{Document, Layout};

/// A page that tells somebody what went wrong and what to do next, without codes, blame or jokes
/// ([page not found](https://design-system.service.gov.uk/patterns/page-not-found-pages/),
/// [problem with the service](https://design-system.service.gov.uk/patterns/problem-with-the-service-pages/)).
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::ErrorPage;
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let page = ErrorPage::not_found().contact("Call 01632 960 001, Monday to Friday, 9am to 5pm.").page(&Layout::new(&brand, &locale));
/// assert_eq!(page.status, 404);
/// assert!(page.html.contains("<title>Page not found – Northbridge</title>"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct ErrorPage<'a> {
    status: u16,
    message: &'static str,
    answers_kept_for: Option<u32>,
    contact: Cow<'a, str>,
    button: Option<(Cow<'a, str>, Cow<'a, str>)>,
    form: Option<(Cow<'a, str>, Cow<'a, str>)>,
    hidden: Vec<(String, String)>,
}

impl<'a> ErrorPage<'a> {
    const fn new(status: u16, message: &'static str) -> Self {
        Self {
            status,
            message,
            answers_kept_for: None,
            contact: Cow::Borrowed(""),
            button: None,
            form: None,
            hidden: Vec::new(),
        }
    }

    /// There is no such page: 404.
    pub const fn not_found() -> Self {
        Self::new(404, "townhall-not-found")
    }

    /// Something went wrong: 500.
    pub const fn problem() -> Self {
        Self::new(500, "townhall-problem")
    }

    /// The session is over, and its answers are deleted. It is an answer like any other: 200.
    pub const fn session_ended() -> Self {
        Self::new(200, "townhall-session-ended")
    }

    /// What was sent did not come from a page of this service, or from one that is too old: 403.
    pub const fn refused() -> Self {
        Self::new(403, "townhall-refused")
    }

    /// The browser keeps no cookies, without which the service cannot remember anything: 403.
    pub const fn cookies_needed() -> Self {
        Self::new(403, "townhall-cookies-needed")
    }

    /// What was sent cannot be read: 400.
    pub const fn unreadable() -> Self {
        Self::new(400, "townhall-unreadable")
    }

    /// What was sent is too large: 413.
    pub const fn too_large() -> Self {
        Self::new(413, "townhall-too-large")
    }

    /// A form that could not be read: 400, 403, 413 or 415.
    #[cfg(feature = "form")]
    pub fn of_form(error: &crate::form::FormDataError) -> Self {
        use crate::form::FormDataError::{CrossSite, FileBeforeToken, HeadersTooLarge, TooLarge, TooManyFields};
        match error {
            TooLarge { .. } | TooManyFields { .. } | HeadersTooLarge { .. } => Self::too_large(),
            CrossSite | FileBeforeToken => Self::refused(),
            error => Self::unreadable().status(error.status()),
        }
    }

    /// A thing that is on no list, any more or at all: 404. Give the page a button that leads to the list.
    pub const fn not_on_list() -> Self {
        Self::new(404, "townhall-not-on-list")
    }

    /// A list on which there is no room for another thing: 409. Give the page a button that leads to the list.
    pub const fn list_full() -> Self {
        Self::new(409, "townhall-list-full")
    }

    /// This was sent already. The page has a link to the confirmation.
    pub fn already_sent(words: impl Into<Cow<'a, str>>, confirmation: impl Into<Cow<'a, str>>) -> Self {
        Self { button: Some((words.into(), confirmation.into())), ..Self::new(200, "townhall-already-sent") }
    }

    /// Another status, for the same words: 405, 415.
    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    answers_kept_setter!();

    /// How to get help, as [`Prose`].
    pub fn contact(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.contact = text.into();
        self
    }

    /// A button that leads on.
    pub fn button(mut self, words: impl Into<Cow<'a, str>>, address: impl Into<Cow<'a, str>>) -> Self {
        self.button = Some((words.into(), address.into()));
        self
    }

    /// A button that changes something, and so sends a form (`POST`) to an address: "Start again". [`ErrorPage::hidden`] adds what it needs.
    pub fn form_button(mut self, words: impl Into<Cow<'a, str>>, address: impl Into<Cow<'a, str>>) -> Self {
        self.form = Some((words.into(), address.into()));
        self
    }

    hidden_setter!();

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let body = locale.text(&format!("{}.body", self.message));
        let answers = answers_kept(locale, self.answers_kept_for);
        // What to do about a page that is not there: get help, or go back to the start.
        let has_contact = !self.contact.trim().is_empty();
        let last = if has_contact { "contact" } else { "start" };
        let next = locale.find(&format!("{}.{last}", self.message), &[]).unwrap_or_default();
        layout.page(locale.text(self.message)).large().status(self.status).content(html! {
            (Prose::new(&*body))
            (Prose::new(&*answers))
            (Prose::new(&*next))
            @if let Some((words, address)) = &self.button { (Button::link(&**words, &**address)) }
            @if let Some((words, address)) = &self.form {
                form method="post" action=(address) novalidate {
                    (hidden_fields(&self.hidden))
                    @if self.button.is_some() { (Button::new(&**words).classes("govuk-button--secondary").prevent_double_click(true)) }
                    @else { (Button::new(&**words).prevent_double_click(true)) }
                }
            }
            (Prose::new(&*self.contact))
        })
    }
}

crate::markup::opaque_debug! { ErrorPage<'_> }
