//! [`ConfirmationPage`].

use std::borrow::Cow;

use maud::html;

use super::hidden_fields;
use crate::components::{Button, Panel};
use crate::markup::Prose;
use crate::page::{Document, Layout};

/// It was sent: the outcome, a reference, what happens next, and a way to keep a record
/// ([confirmation pages](https://design-system.service.gov.uk/patterns/confirmation-pages/)).
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::ConfirmationPage;
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let page = ConfirmationPage::new("Application complete")
///     .reference("NB-4821")
///     .next("We will send you your permit within 5 working days.")
///     .page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("<strong><bdi>NB-4821</bdi></strong>"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct ConfirmationPage<'a> {
    title: Cow<'a, str>,
    reference: Option<Cow<'a, str>>,
    body: Cow<'a, str>,
    next: Cow<'a, str>,
    feedback: Option<Cow<'a, str>>,
    another: Option<(Cow<'a, str>, Cow<'a, str>)>,
    hidden: Vec<(String, String)>,
}

impl<'a> ConfirmationPage<'a> {
    /// A page with what has been done: "Application complete".
    pub fn new(title: impl Into<Cow<'a, str>>) -> Self {
        Self {
            title: title.into(),
            reference: None,
            body: "".into(),
            next: "".into(),
            feedback: None,
            another: None,
            hidden: Vec::new(),
        }
    }

    /// The reference, for people to note down.
    pub fn reference(mut self, reference: impl Into<Cow<'a, str>>) -> Self {
        self.reference = Some(reference.into());
        self
    }

    /// The first paragraph, as [`Prose`]: that an email is on its way.
    pub fn body(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.body = text.into();
        self
    }

    /// What happens next, and when, as [`Prose`].
    pub fn next(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.next = text.into();
        self
    }

    /// Where people say what they think of the service.
    pub fn feedback(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.feedback = Some(address.into());
        self
    }

    /// A button for those who have another application to make, and where it sends its form (`POST`).
    pub fn another(mut self, words: impl Into<Cow<'a, str>>, address: impl Into<Cow<'a, str>>) -> Self {
        self.another = Some((words.into(), address.into()));
        self
    }

    hidden_setter!();

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let say = |id: &str| locale.text(id).into_owned();
        let panel = Panel::new(&*self.title);
        let panel = match &self.reference {
            Some(reference) => {
                panel.content(html! { (say("townhall-your-reference")) br; strong { bdi { (reference) } } })
            }
            None => panel,
        };
        let document = layout.page(&*self.title).large().without_heading().content(html! {
            (panel)
            (Prose::new(&*self.body))
            @if !self.next.trim().is_empty() {
                h2.govuk-heading-m { (say("townhall-what-happens-next")) }
                (Prose::new(&*self.next))
            }
            p.govuk-body { (say("townhall-keep-a-record")) }
            @if let Some(address) = &self.feedback {
                p.govuk-body {
                    a.govuk-link href=(address) { (say("townhall-feedback-link")) }
                    " " (say("townhall-feedback-time"))
                }
            }
            @if let Some((words, address)) = &self.another {
                form method="post" action=(address) novalidate {
                    (hidden_fields(&self.hidden))
                    (Button::new(&**words).classes("govuk-button--secondary").prevent_double_click(true))
                }
            }
        });
        document.private()
    }
}

crate::markup::opaque_debug! { ConfirmationPage<'_> }
