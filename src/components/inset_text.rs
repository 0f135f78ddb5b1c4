//! [`InsetText`].

use std::borrow::Cow;

use crate::markup::{Attributes, Component, Content, Writer, class, classes_and_attributes, setters, tag};

/// Sets a block of text apart: a quotation, an example, a piece of further information.
///
/// Sparingly, because people pass over it; for what has consequences use [`WarningText`](super::WarningText)
/// ([design system](https://design-system.service.gov.uk/components/inset-text/)).
///
/// ```
/// use townhall::components::InsetText;
///
/// let inset = InsetText::new("It can take up to 8 weeks to register a lasting power of attorney.");
/// # assert!(maud::html! { (inset) }.0.starts_with("<div class=\"govuk-inset-text\">"));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct InsetText<'a> {
    content: Content<'a>,
    id: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> InsetText<'a> {
    /// Text or HTML.
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    setters! {
        /// The id.
        id(into Cow<'a, str>)
    }
    classes_and_attributes!();
}

impl Component for InsetText<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("div"))
            .id(&self.id, "")
            .class(class!("govuk-inset-text"), &self.classes)
            .attributes(&self.attributes)
            .content(&self.content);
    }
}

crate::markup::opaque_debug! { InsetText<'_> }
