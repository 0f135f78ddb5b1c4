//! [`AccessibilityStatement`].

use std::borrow::Cow;

use maud::html;

use super::say;
use crate::markup::Prose;
use crate::page::{Document, Layout};

/// What keeps a website from full compliance, as the statement names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortfall {
    /// Content that fails the guidelines.
    NonCompliances,
    /// Content that the law exempts: a disproportionate burden, or outside its scope.
    Exemptions,
    /// Both.
    Both,
}

/// How far a website meets WCAG 2.2 AA. The law knows these three
/// ([model statement](https://www.gov.uk/government/publications/sample-accessibility-statement)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compliance {
    /// It meets all of it.
    Full,
    /// It meets most of it.
    Partial(Shortfall),
    /// It does not meet most of it, or nobody has tested.
    None(Shortfall),
}

impl Compliance {
    /// The message of the sentence that the law prescribes.
    const fn message(self) -> &'static str {
        match self {
            Self::Full => "townhall-accessibility-status.full",
            Self::Partial(Shortfall::NonCompliances) => "townhall-accessibility-status.partial-non-compliances",
            Self::Partial(Shortfall::Exemptions) => "townhall-accessibility-status.partial-exemptions",
            Self::Partial(Shortfall::Both) => "townhall-accessibility-status.partial-both",
            Self::None(Shortfall::NonCompliances) => "townhall-accessibility-status.none-non-compliances",
            Self::None(Shortfall::Exemptions) => "townhall-accessibility-status.none-exemptions",
            Self::None(Shortfall::Both) => "townhall-accessibility-status.none-both",
        }
    }
}

/// The accessibility statement of the Public Sector Bodies Accessibility Regulations 2018.
///
/// The sentences that the law requires have the wording of the
/// [model statement](https://www.gov.uk/government/publications/sample-accessibility-statement), which must not be changed. What was tested, what does
/// not work and when the statement was reviewed, only those who run the service know: it says nothing of that by itself. In Northern
/// Ireland, replace `townhall-accessibility-enforcement.body`: the Equality Commission for Northern Ireland enforces the regulations there.
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::{AccessibilityStatement, Compliance, Shortfall};
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let page = AccessibilityStatement::new("Apply for a parking permit", Compliance::Partial(Shortfall::NonCompliances))
///     .scope("permits.northbridge.example")
///     .known_problems("- photos of documents have no text alternative. This fails WCAG 2.2 success criterion 1.1.1 (non-text content)")
///     .prepared("27 March 2026")
///     .reviewed("30 November 2026")
///     .tested("20 November 2026")
///     .page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("This accessibility statement applies to permits.northbridge.example."));
/// assert!(page.html.contains("AA standard, due to the non-compliances listed below."));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct AccessibilityStatement<'a> {
    service: Cow<'a, str>,
    compliance: Compliance,
    scope: Cow<'a, str>,
    problems: Cow<'a, str>,
    contact: Cow<'a, str>,
    prepared: Cow<'a, str>,
    reviewed: Cow<'a, str>,
    tested: Cow<'a, str>,
    testing: Cow<'a, str>,
}

impl<'a> AccessibilityStatement<'a> {
    /// A statement about a service.
    pub fn new(service: impl Into<Cow<'a, str>>, compliance: Compliance) -> Self {
        Self {
            service: service.into(),
            compliance,
            scope: "".into(),
            problems: "".into(),
            contact: "".into(),
            prepared: "".into(),
            reviewed: "".into(),
            tested: "".into(),
            testing: "".into(),
        }
    }

    /// The website or the domain that the statement is about: the name of the service, in quotation marks, unless it is set.
    pub fn scope(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.scope = text.into();
        self
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

    /// The date when the statement was first published, in the page's language.
    pub fn prepared(mut self, date: impl Into<Cow<'a, str>>) -> Self {
        self.prepared = date.into();
        self
    }

    /// The date when the statement was last reviewed, in the page's language. It is said beside the date of [`prepared`](Self::prepared).
    pub fn reviewed(mut self, date: impl Into<Cow<'a, str>>) -> Self {
        self.reviewed = date.into();
        self
    }

    /// The date of the last test against WCAG 2.2 AA, in the page's language.
    pub fn tested(mut self, date: impl Into<Cow<'a, str>>) -> Self {
        self.tested = date.into();
        self
    }

    /// Who tested, how, and which pages, as [`Prose`].
    pub fn testing(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.testing = text.into();
        self
    }

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let text = |id: &str| locale.text(id);
        let organisation = layout.brand().organisation();
        let quoted = say(locale, "townhall-quoted", "text", &self.service);
        let scope = if self.scope.trim().is_empty() { &quoted } else { &*self.scope };
        let prepared = if self.reviewed.is_empty() {
            say(locale, "townhall-accessibility-prepared.on", "prepared", &self.prepared)
        } else {
            let dates = [("prepared", (&*self.prepared).into()), ("reviewed", (&*self.reviewed).into())];
            locale.text_with("townhall-accessibility-prepared.reviewed", &dates).into_owned()
        };
        let heading = say(locale, "townhall-accessibility.heading", "service", &self.service);
        layout.page(heading).content(html! {
            p.govuk-body { (say(locale, "townhall-accessibility.scope", "scope", scope)) }
            p.govuk-body { (say(locale, "townhall-accessibility.about", "organisation", organisation)) }
            (Prose::new(text("townhall-accessibility.wants")))
            h2.govuk-heading-m { (text("townhall-accessibility-contact")) }
            (Prose::new(&*self.contact))
            h2.govuk-heading-m { (text("townhall-accessibility-enforcement")) }
            (Prose::new(text("townhall-accessibility-enforcement.body")))
            h2.govuk-heading-m { (text("townhall-accessibility-technical")) }
            p.govuk-body { (say(locale, "townhall-accessibility-technical.body", "organisation", organisation)) }
            h2.govuk-heading-m { (text("townhall-accessibility-status")) }
            (Prose::new(text(self.compliance.message())))
            @if !self.problems.trim().is_empty() {
                h2.govuk-heading-m { (text("townhall-accessibility-problems")) }
                p.govuk-body { (text("townhall-accessibility-problems.body")) }
                (Prose::new(&*self.problems))
            }
            @if !self.prepared.is_empty() || !self.tested.is_empty() || !self.testing.trim().is_empty() {
                h2.govuk-heading-m { (text("townhall-accessibility-prepared")) }
            }
            @if !self.prepared.is_empty() { p.govuk-body { (prepared) } }
            @if !self.tested.is_empty() {
                p.govuk-body { (say(locale, "townhall-accessibility-prepared.tested", "date", &self.tested)) }
            }
            (Prose::new(&*self.testing))
        })
    }
}

crate::markup::opaque_debug! { AccessibilityStatement<'_> }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Locale;
    use crate::page::Brand;

    fn text(statement: &AccessibilityStatement<'_>, locale: &Locale) -> String {
        let brand = Brand::council("Northbridge").build().unwrap();
        let html = statement.page(&Layout::new(&brand, locale)).html;
        // The text without its tags: the wording is prescribed, links are not.
        let mut text = String::new();
        let mut is_tag = false;
        for c in html.chars() {
            match c {
                '<' => is_tag = true,
                '>' => is_tag = false,
                _ if !is_tag => text.push(c),
                _ => {}
            }
        }
        text
    }

    /// The sentences of the model statement, which "are legally required and must not be changed".
    #[test]
    fn the_prescribed_sentences_are_said_as_they_are_prescribed() {
        let statement = |compliance| {
            AccessibilityStatement::new("Apply for a permit", compliance)
                .scope("permits.northbridge.example")
                .known_problems("- something")
                .prepared("27 March 2026")
                .reviewed("30 November 2026")
                .tested("20 November 2026")
        };
        let said = text(&statement(Compliance::Full), &Locale::english());
        for sentence in [
            "Accessibility statement for Apply for a permit",
            "This accessibility statement applies to permits.northbridge.example.",
            "Northbridge is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.",
            "The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you’re not happy with how we respond to your complaint, contact the Equality Advisory and Support Service (EASS).",
            "The content listed below is non-accessible for the following reasons.",
            "This statement was prepared on 27 March 2026. It was last reviewed on 30 November 2026.",
            "This website was last tested on 20 November 2026 against the WCAG 2.2 AA standard.",
        ] {
            assert!(said.contains(sentence), "{sentence} is not in {said}");
        }
        let start = "This website is";
        let standard = "compliant with the Web Content Accessibility Guidelines version 2.2 AA standard";
        for (compliance, sentence) in [
            (Compliance::Full, format!("{start} fully {standard}.")),
            (
                Compliance::Partial(Shortfall::NonCompliances),
                format!("{start} partially {standard}, due to the non-compliances listed below."),
            ),
            (
                Compliance::Partial(Shortfall::Exemptions),
                format!("{start} partially {standard}, due to the exemptions listed below."),
            ),
            (
                Compliance::Partial(Shortfall::Both),
                format!("{start} partially {standard}, due to the non-compliances and exemptions listed below."),
            ),
            (
                Compliance::None(Shortfall::NonCompliances),
                format!("{start} not {standard}. The non-compliances are listed below."),
            ),
            (
                Compliance::None(Shortfall::Exemptions),
                format!("{start} not {standard}. The exemptions are listed below."),
            ),
            (
                Compliance::None(Shortfall::Both),
                format!("{start} not {standard}. The non-compliances and exemptions are listed below."),
            ),
        ] {
            let said = text(&statement(compliance), &Locale::english());
            assert!(said.contains(&sentence), "{sentence} is not in {said}");
            let welsh = Locale::welsh();
            assert!(welsh.find(compliance.message(), &[]).is_some_and(|text| text.contains("safon AA")));
        }
    }
}
