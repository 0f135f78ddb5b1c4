//! [`OutcomePage`].

use std::borrow::Cow;

use maud::{Markup, html};

use crate::components::Button;
use crate::markup::Prose;
use crate::page::{Document, Layout};

/// The outcome of a few questions: the service is for this person, or it is not, why, and what to do instead. It is a page and
/// never a validation error
/// ([check a service is suitable](https://design-system.service.gov.uk/patterns/check-a-service-is-suitable/)).
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::OutcomePage;
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let page = OutcomePage::new("You cannot get a permit from Northbridge")
///     .body("Your home is in another borough. [Find your council](https://www.gov.uk/find-local-council).")
///     .back_link("/permit/postcode")
///     .page(&Layout::new(&brand, &locale));
/// assert!(!page.html.contains("govuk-button"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct OutcomePage<'a> {
    heading: Cow<'a, str>,
    body: Cow<'a, str>,
    content: Option<Markup>,
    caption: Option<Cow<'a, str>>,
    back: Option<Cow<'a, str>>,
    next: Option<Cow<'a, str>>,
}

impl<'a> OutcomePage<'a> {
    /// A page with its heading, which says the outcome.
    pub fn new(heading: impl Into<Cow<'a, str>>) -> Self {
        Self { heading: heading.into(), body: "".into(), content: None, caption: None, back: None, next: None }
    }

    /// Why, and what to do, as [`Prose`].
    pub fn body(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.body = text.into();
        self
    }

    /// What stands below these words: a price, a table.
    pub fn content(mut self, html: Markup) -> Self {
        self.content = Some(html);
        self
    }

    /// What stands above the heading: the section of the service.
    pub fn caption(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.caption = Some(text.into());
        self
    }

    /// Where the last question is.
    pub fn back_link(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.back = Some(address.into());
        self
    }

    /// The next page, for those who can use the service.
    pub fn continue_to(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.next = Some(address.into());
        self
    }

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let mut page = layout.page(&*self.heading);
        if let Some(back) = &self.back {
            page = page.back_link(&**back);
        }
        if let Some(caption) = &self.caption {
            page = page.caption(&**caption);
        }
        let word = layout.locale().text("townhall-continue");
        page.content(html! {
            (Prose::new(&*self.body))
            @if let Some(content) = &self.content { (content) }
            @if let Some(next) = &self.next { (Button::link(&*word, &**next)) }
        })
    }
}

crate::markup::opaque_debug! { OutcomePage<'_> }
