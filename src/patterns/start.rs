//! [`StartPage`].

use std::borrow::Cow;

use maud::html;

use crate::components::Button;
use crate::markup::Prose;
use crate::page::{Document, Layout};

/// What a service does, what it costs, how long it takes, what people need; and the way in.
///
/// On gov.uk this page is content of GOV.UK; elsewhere it is the service's first
/// ([start using a service](https://design-system.service.gov.uk/patterns/start-using-a-service/)).
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::StartPage;
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let page = StartPage::new("Apply for a parking permit", "/permit/postcode")
///     .body("Use this service to:\n- park near your home\n- renew a permit")
///     .after("It takes about 5 minutes.")
///     .page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("Start now"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct StartPage<'a> {
    heading: Cow<'a, str>,
    href: Cow<'a, str>,
    body: Cow<'a, str>,
    after: Cow<'a, str>,
    button: Option<Cow<'a, str>>,
}

impl<'a> StartPage<'a> {
    /// A page with its heading, and the address of the first question.
    pub fn new(heading: impl Into<Cow<'a, str>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self { heading: heading.into(), href: href.into(), body: "".into(), after: "".into(), button: None }
    }

    /// What stands above the button, as [`Prose`].
    pub fn body(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.body = text.into();
        self
    }

    /// What stands below the button, as [`Prose`]: other ways to apply, how to return to an application.
    pub fn after(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.after = text.into();
        self
    }

    /// The words of the button: "Start now" unless they are set.
    pub fn button(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.button = Some(text.into());
        self
    }

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let button = self.button.clone().unwrap_or_else(|| layout.locale().text("townhall-start-now"));
        layout.page(&*self.heading).content(html! {
            (Prose::new(&*self.body))
            (Button::link(&*button, &*self.href).is_start_button(true))
            (Prose::new(&*self.after))
        })
    }
}

crate::markup::opaque_debug! { StartPage<'_> }
