//! [`Details`].

use std::borrow::Cow;

use crate::markup::{Attributes, Component, Content, Writer, block, class, classes_and_attributes, setters, tag};

/// Help that people open if they need it.
///
/// For what only some need; never for what all must read
/// ([design system](https://design-system.service.gov.uk/components/details/)).
///
/// ```
/// use townhall::components::Details;
///
/// let help = Details::new("Help with your reference", "It is in the top right corner of the letter we sent you.");
/// # assert!(maud::html! { (help) }.0.starts_with("<details class=\"govuk-details\">"));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct Details<'a> {
    summary: Content<'a>,
    content: Content<'a>,
    id: Cow<'a, str>,
    open: bool,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Details<'a> {
    /// A summary, which opens the content.
    pub fn new(summary: impl Into<Content<'a>>, content: impl Into<Content<'a>>) -> Self {
        Self { summary: summary.into(), content: content.into(), ..Self::default() }
    }

    setters! {
        /// The id.
        id(into Cow<'a, str>)
        /// Whether it is open at first.
        open(bool)
    }
    classes_and_attributes!();
}

impl Component for Details<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("details"))
            .id(&self.id, "")
            .class(class!("govuk-details"), &self.classes)
            .attributes(&self.attributes)
            .boolean_if("open", self.open)
            .children(|out| {
                out.block(block!("summary", "govuk-details__summary"), "").children(|out| {
                    out.block(block!("span", "govuk-details__summary-text"), "").content_on_line(&self.summary);
                });
                out.block(block!("div", "govuk-details__text"), "").content(&self.content);
            });
    }
}

crate::markup::opaque_debug! { Details<'_> }
