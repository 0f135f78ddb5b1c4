//! [`AccessibilityStatement`].

use std::borrow::Cow;

use maud::html;

use super::say;
use crate::markup::Prose;
use crate::page::{Document, Layout};

/// How far a service meets WCAG 2.2 AA. The law names these three
/// ([model statement](https://www.gov.uk/government/publications/sample-accessibility-statement)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compliance {
    /// It meets all of it.
    Full,
    /// It meets most of it.
    Partial,
    /// It does not meet it, or nobody has tested.
    None,
}

/// The statement that the Public Sector Bodies Accessibility Regulations 2018 ask for. It says nothing by itself about what was tested:
/// only those who run the service know.
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::{AccessibilityStatement, Compliance};
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let page = AccessibilityStatement::new("Apply for a parking permit", Compliance::Partial)
///     .known_problems("- photos of documents have no text alternative (WCAG 1.1.1)")
///     .prepared("27 March 2026")
///     .page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("partially compliant"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct AccessibilityStatement<'a> {
    service: Cow<'a, str>,
    compliance: Compliance,
    problems: Cow<'a, str>,
    contact: Cow<'a, str>,
    prepared: Cow<'a, str>,
    testing: Cow<'a, str>,
}

impl<'a> AccessibilityStatement<'a> {
    /// A statement about a service.
    pub fn new(service: impl Into<Cow<'a, str>>, compliance: Compliance) -> Self {
        Self {
            service: service.into(),
            compliance,
            problems: "".into(),
            contact: "".into(),
            prepared: "".into(),
            testing: "".into(),
        }
    }

    /// What does not work for some people, with the criteria that it fails, as [`Prose`].
    pub fn known_problems(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.problems = text.into();
        self
    }

    /// How to report a problem and ask for another format, as [`Prose`].
    pub fn contact(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.contact = text.into();
        self
    }

    /// The date of the statement, in the page's language.
    pub fn prepared(mut self, date: impl Into<Cow<'a, str>>) -> Self {
        self.prepared = date.into();
        self
    }

    /// What was tested, when and by whom, as [`Prose`].
    pub fn testing(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.testing = text.into();
        self
    }

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let text = |id: &str| locale.text(id);
        let status = match self.compliance {
            Compliance::Full => "townhall-accessibility-status.full",
            Compliance::Partial => "townhall-accessibility-status.partial",
            Compliance::None => "townhall-accessibility-status.none",
        };
        let about = locale.text_with(
            "townhall-accessibility.about",
            &[("service", (&*self.service).into()), ("organisation", layout.brand().organisation().into())],
        );
        layout.page(text("townhall-accessibility")).content(html! {
            (Prose::new(&*about))
            (Prose::new(text("townhall-accessibility.wants")))
            h2.govuk-heading-m { (text("townhall-accessibility-contact")) }
            (Prose::new(&*self.contact))
            h2.govuk-heading-m { (text("townhall-accessibility-enforcement")) }
            (Prose::new(text("townhall-accessibility-enforcement.body")))
            h2.govuk-heading-m { (text("townhall-accessibility-status")) }
            (Prose::new(text(status)))
            @if !self.problems.trim().is_empty() {
                h2.govuk-heading-m { (text("townhall-accessibility-problems")) }
                (Prose::new(&*self.problems))
            }
            @if !self.prepared.is_empty() || !self.testing.trim().is_empty() {
                h2.govuk-heading-m { (text("townhall-accessibility-prepared")) }
            }
            @if !self.prepared.is_empty() {
                (Prose::new(say(locale, "townhall-accessibility-prepared.on", "date", &self.prepared)))
            }
            (Prose::new(&*self.testing))
        })
    }
}

crate::markup::opaque_debug! { AccessibilityStatement<'_> }
