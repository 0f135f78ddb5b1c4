//! The [`BackLink`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, Component, Content, Token, Writer, classes_and_attributes, fixed_with_classes, setters,
};

/// Leads to the page before this one in a journey.
///
/// At the top of the page, before `main`, and never together with [`Breadcrumbs`](super::Breadcrumbs). It works without script, so it names the
/// page ([design system](https://design-system.service.gov.uk/components/back-link/)).
///
/// ```
/// use townhall::components::BackLink;
///
/// let back = BackLink::new("/about-you");
/// # assert_eq!(maud::html! { (back) }.0, r#"<a href="/about-you" class="govuk-back-link">Back</a>"#);
/// ```
#[derive(Clone)]
#[must_use]
pub struct BackLink<'a> {
    href: Token<'a>,
    content: Content<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> BackLink<'a> {
    /// A link to the page before this one.
    #[inline]
    pub fn new(href: impl Into<Cow<'a, str>>) -> Self {
        Self {
            href: Token::new(href),
            content: Content::from("Back"),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// The link's text: "Back" unless it is set.
        content(into Content<'a>)
    }
    classes_and_attributes!();
}

impl Component for BackLink<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.fixed("<a href=\"");
        out.token(&self.href);
        fixed_with_classes!(out, "\" class=\"govuk-back-link", &self.classes, "\"");
        out.attributes(&self.attributes);
        out.fixed(">");
        out.content(&self.content);
        out.fixed("</a>");
    }
}

crate::markup::opaque_debug! { BackLink<'_> }
