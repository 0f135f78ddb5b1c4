//! [`SafetyPage`].

use std::borrow::Cow;

use maud::html;

use crate::components::ExitThisPage;
use crate::markup::{Prose, Render};
use crate::page::{Document, Layout};

/// For services whose users may be watched: how to leave a page quickly, what stays in the browser's history all the same, and how to be safer
/// ([exit a page quickly](https://design-system.service.gov.uk/patterns/exit-a-page-quickly/)).
///
/// Put [`SafetyPage::exit_button`] at the top of every page of such a service with [`Layout::container_start`], and show this page before the first
/// one that has it.
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::SafetyPage;
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let page = SafetyPage::new().continue_to("/report/who").page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("govuk-exit-this-page"));
///
/// let layout = Layout::new(&brand, &locale);
/// let exit = SafetyPage::new().exit_button(&layout);
/// let layout = layout.container_start(exit);
/// assert!(layout.page("Who hurt you?").prose("").html.contains("govuk-exit-this-page"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct SafetyPage<'a> {
    next: Option<Cow<'a, str>>,
    back: Option<Cow<'a, str>>,
    redirect: Option<Cow<'a, str>>,
}

impl<'a> SafetyPage<'a> {
    /// The page about staying safe online.
    pub fn new() -> Self {
        Self::default()
    }

    /// The next page of the service.
    pub fn continue_to(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.next = Some(address.into());
        self
    }

    back_link_setter!();

    /// Where the exit leads: a page of yours that ends the session first, or a harmless one.
    pub fn redirect_url(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.redirect = Some(address.into());
        self
    }

    /// The button that leaves a page at once, in the language of the layout.
    #[must_use]
    pub fn exit_button(&self, layout: &Layout<'_>) -> crate::markup::Markup {
        let exit = ExitThisPage::new();
        let exit = match &self.redirect {
            Some(address) => exit.redirect_url(&**address),
            None => exit,
        };
        exit.localised(layout.locale()).render()
    }

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let mut page = layout.page(locale.text("townhall-safety"));
        if let Some(back) = &self.back {
            page = page.back_link(&**back);
        }
        page.content(html! {
            (self.exit_button(layout))
            (Prose::new(locale.text("townhall-safety.body")))
            (Prose::new(locale.text("townhall-safety.history")))
            @if let Some(next) = &self.next {
                (crate::components::Button::link(locale.text("townhall-continue"), &**next))
            }
        })
    }
}

crate::markup::opaque_debug! { SafetyPage<'_> }
