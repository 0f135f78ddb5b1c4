//! The [`PhaseBanner`].

use std::borrow::Cow;

use super::Tag;
use crate::markup::{Attributes, Component, Content, Writer, block, class, classes_and_attributes, tag};

/// Says that a service is still being worked on, and where to tell what one thinks of it.
///
/// Below the header, until the service is live
/// ([design system](https://design-system.service.gov.uk/components/phase-banner/)).
///
/// ```
/// use maud::html;
/// use townhall::components::PhaseBanner;
///
/// let beta = PhaseBanner::new("Beta", html! {
///     "This is a new service. Help us improve it and "
///     a.govuk-link href="/feedback" { "give your feedback" } "."
/// });
/// # assert!(html! { (beta) }.0.contains("govuk-phase-banner__content__tag"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct PhaseBanner<'a> {
    tag: Tag<'a>,
    content: Content<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> PhaseBanner<'a> {
    /// The phase ("Alpha" or "Beta") and what there is to say.
    pub fn new(tag: impl Into<Tag<'a>>, content: impl Into<Content<'a>>) -> Self {
        Self { tag: tag.into(), content: content.into(), classes: Cow::Borrowed(""), attributes: Attributes::new() }
    }

    classes_and_attributes!();
}

impl Component for PhaseBanner<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("div"))
            .classes(class!("govuk-phase-banner govuk-width-container"), |classes| classes.with(&self.classes))
            .attributes(&self.attributes)
            .children(|out| {
                out.block(block!("p", "govuk-phase-banner__content"), "").children(|out| {
                    self.tag.write_with_class(out, "govuk-phase-banner__content__tag");
                    out.line();
                    out.block(block!("span", "govuk-phase-banner__text"), "").content_on_line(&self.content);
                });
            });
    }
}

crate::markup::opaque_debug! { PhaseBanner<'_> }
