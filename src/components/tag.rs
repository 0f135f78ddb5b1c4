//! The [`Tag`].

use std::borrow::Cow;

use crate::markup::{Attributes, Component, Content, Writer, class, classes_and_attributes, tag};

/// Shows the status of something in one or two words.
///
/// An adjective ("Overdue"), never the only sign of a change, and not a link. Classes such as `govuk-tag--green` set
/// the colour, which must not carry the meaning alone
/// ([design system](https://design-system.service.gov.uk/components/tag/), [WCAG 1.4.1](https://www.w3.org/WAI/WCAG22/Understanding/use-of-color)).
///
/// ```
/// use townhall::components::Tag;
///
/// let tag = Tag::new("Overdue").classes("govuk-tag--red");
/// # assert!(maud::html! { (tag) }.0.starts_with("<strong class=\"govuk-tag govuk-tag--red\">"));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct Tag<'a> {
    content: Content<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Tag<'a> {
    /// A tag with text or HTML.
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    classes_and_attributes!();

    /// Writes the tag with the class of the component that it belongs to.
    pub(super) fn write_with_class(&self, out: &mut Writer<'_>, own_class: &'static str) {
        out.element(tag!("strong"))
            .classes(class!("govuk-tag"), |classes| classes.with(own_class).with(&self.classes))
            .attributes(&self.attributes)
            .content_on_line(&self.content);
    }
}

impl Component for Tag<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        self.write_with_class(out, "");
    }
}

impl<'a, C: Into<Content<'a>>> From<C> for Tag<'a> {
    fn from(content: C) -> Self {
        Self::new(content)
    }
}

crate::markup::opaque_debug! { Tag<'_> }
