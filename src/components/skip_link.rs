//! The [`SkipLink`].

use std::borrow::Cow;

use crate::markup::{Attributes, Component, Content, Token, Writer, classes_and_attributes, fixed_with_classes};

/// Leads keyboard users past the header to the content
/// ([design system](https://design-system.service.gov.uk/components/skip-link/), [WCAG 2.4.1](https://www.w3.org/WAI/WCAG22/Understanding/bypass-blocks)).
///
/// The page has one already. Its target must be on the page: the script stops otherwise.
///
/// ```
/// use townhall::components::SkipLink;
///
/// let skip = SkipLink::new("#main-content", "Skip to main content");
/// # assert!(maud::html! { (skip) }.0.ends_with(">Skip to main content</a>"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct SkipLink<'a> {
    href: Token<'a>,
    content: Content<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> SkipLink<'a> {
    /// A link to an element of the page.
    #[inline]
    pub fn new(href: impl Into<Cow<'a, str>>, content: impl Into<Content<'a>>) -> Self {
        Self {
            href: Token::new(href),
            content: content.into(),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    classes_and_attributes!();
}

impl Component for SkipLink<'_> {
    #[inline]
    fn write(&self, out: &mut Writer<'_>) {
        out.fixed("<a href=\"");
        out.token(&self.href);
        fixed_with_classes!(out, "\" class=\"govuk-skip-link", &self.classes, "\"");
        out.attributes(&self.attributes);
        out.fixed(" data-module=\"govuk-skip-link\">");
        out.content(&self.content);
        out.fixed("</a>");
    }
}

crate::markup::opaque_debug! { SkipLink<'_> }
