//! [`Feedback`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, Component, Content, HeadingLevel, Writer, block, class, classes_and_attributes, setters, tag,
};

/// Asks what people think of a page or a service, at the page's end.
///
/// It is a width container of its own: place it beside `main`, before the footer.
///
/// ```
/// use townhall::components::Feedback;
///
/// let feedback = Feedback::new("Help us improve this service", "Tell us what you think.");
/// # assert!(maud::html! { (feedback) }.0.contains("<h2 class=\"govuk-feedback__title\">"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct Feedback<'a> {
    title: Content<'a>,
    content: Content<'a>,
    heading_level: HeadingLevel,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Feedback<'a> {
    /// A title and what follows it. Text becomes a paragraph.
    pub fn new(title: impl Into<Content<'a>>, content: impl Into<Content<'a>>) -> Self {
        Self {
            title: title.into(),
            content: content.into(),
            heading_level: HeadingLevel::H2,
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// The level of the title: 2 unless it is set.
        heading_level(HeadingLevel)
    }
    classes_and_attributes!();
}

impl Component for Feedback<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("div"))
            .classes(class!("govuk-feedback govuk-width-container"), |classes| classes.with(&self.classes))
            .attributes(&self.attributes)
            .children(|out| {
                out.block(block!("div", "govuk-grid-row"), "").children(|out| {
                    out.block(block!("div", "govuk-grid-column-two-thirds"), "").children(|out| {
                        out.element(self.heading_level.tag())
                            .class(class!("govuk-feedback__title"), "")
                            .content(&self.title);
                        if !self.content.is_empty() {
                            out.block(block!("div", "govuk-feedback__body"), "")
                                .children(|out| self.content.write_as_trimmed_body(out, class!("govuk-body")));
                        }
                    });
                });
            });
    }
}

crate::markup::opaque_debug! { Feedback<'_> }
