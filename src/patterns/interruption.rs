//! [`InterruptionPage`].

use std::borrow::Cow;

use maud::{PreEscaped, html};

use crate::components::{Panel, PanelAction};
use crate::markup::{Prose, Render};
use crate::page::{Document, Layout};

/// Something to stop and think about: a likely mistake, something that cannot be undone. To be used sparingly
/// ([interruption pages](https://design-system.service.gov.uk/patterns/interruption-pages/)).
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::InterruptionPage;
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let page = InterruptionPage::new("Is your income really £200,000 a week?", "/income/next")
///     .body("Most people who see this page have entered a year’s income.")
///     .back_link("/income")
///     .page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("govuk-panel--interruption"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct InterruptionPage<'a> {
    heading: Cow<'a, str>,
    next: Cow<'a, str>,
    body: Cow<'a, str>,
    button: Option<Cow<'a, str>>,
    back: Option<Cow<'a, str>>,
    others: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

impl<'a> InterruptionPage<'a> {
    /// A page with its heading, and the address of the next page.
    pub fn new(heading: impl Into<Cow<'a, str>>, next: impl Into<Cow<'a, str>>) -> Self {
        Self {
            heading: heading.into(),
            next: next.into(),
            body: "".into(),
            button: None,
            back: None,
            others: Vec::new(),
        }
    }

    /// What to think about, as [`Prose`].
    pub fn body(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.body = text.into();
        self
    }

    /// The words of the button: "Continue" unless they are set.
    pub fn button(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.button = Some(text.into());
        self
    }

    back_link_setter!();

    /// Another way on, as a link.
    pub fn other(mut self, words: impl Into<Cow<'a, str>>, address: impl Into<Cow<'a, str>>) -> Self {
        self.others.push((words.into(), address.into()));
        self
    }

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let button = self.button.clone().unwrap_or_else(|| layout.locale().text("townhall-continue"));
        let mut body = String::new();
        Prose::new(&*self.body).render_to(&mut body);
        let first = PanelAction::link_button(&*button, &*self.next);
        let others = self.others.iter().map(|(words, address)| PanelAction::link(&**words, &**address));
        let panel =
            Panel::interruption(&*self.heading).content(PreEscaped(body)).actions([first].into_iter().chain(others));
        let mut page = layout.page(&*self.heading).without_heading();
        if let Some(back) = &self.back {
            page = page.back_link(&**back);
        }
        page.content(html! { (panel) })
    }
}

crate::markup::opaque_debug! { InterruptionPage<'_> }
