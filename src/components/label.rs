//! The [`Label`] of a form control.

use std::borrow::Cow;

use crate::markup::{
    Attributes, Component, Content, Element, Writer, block, class, classes_and_attributes, name, setters, tag,
};

/// What a control asks for, above the control.
///
/// Every control has one: its constructor asks for it, and anything that is [`Content`] becomes one. Sentence case, no
/// colon at the end
/// ([design system](https://design-system.service.gov.uk/components/text-input/), [WCAG 3.3.2](https://www.w3.org/WAI/WCAG22/Understanding/labels-or-instructions)).
///
/// ```
/// use townhall::components::{Input, Label};
///
/// // The only question of the page: the label is its heading.
/// let input = Input::new("event-name", Label::page_heading("What is the name of the event?"));
/// # assert!(maud::html! { (input) }.0.contains("<h1 class=\"govuk-label-wrapper\">"));
/// ```
///
/// A label without any text is not written: a screen reader would announce nothing either way.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct Label<'a> {
    content: Content<'a>,
    r#for: Cow<'a, str>,
    is_page_heading: bool,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Label<'a> {
    /// A label with text or HTML.
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// A label that is the `h1` of the page, in the large size, for a page that asks one question
    /// (<https://design-system.service.gov.uk/get-started/labels-legends-headings/>).
    pub fn page_heading(content: impl Into<Content<'a>>) -> Self {
        Self::new(content).is_page_heading(true).classes("govuk-label--l")
    }

    /// A label that only screen readers present, for a control whose purpose is plain to see.
    pub fn visually_hidden(content: impl Into<Content<'a>>) -> Self {
        Self::new(content).classes("govuk-visually-hidden")
    }

    setters! {
        /// Whether the label is wrapped in the page's `h1`.
        is_page_heading(bool)
        /// The id of the control, for a label on its own. Controls set it on their labels.
        r#for(into Cow<'a, str>)
    }
    classes_and_attributes!();

    /// Writes the label for the control that `target` refers to.
    pub(super) fn write_for(&self, out: &mut Writer<'_>, target: impl FnOnce(Element<'_>) -> Element<'_>) {
        let label = |out: &mut Writer<'_>| write_label(out, &self.content, "", &self.classes, &self.attributes, target);
        if self.is_page_heading && !self.content.is_empty() {
            out.block(block!("h1", "govuk-label-wrapper"), "").children(label);
        } else {
            label(out);
        }
    }
}

/// Writes a label, unless it is empty.
#[inline]
pub(super) fn write_label(
    out: &mut Writer<'_>,
    content: &Content<'_>,
    own_class: &'static str,
    classes: &str,
    attributes: &Attributes<'_>,
    target: impl FnOnce(Element<'_>) -> Element<'_>,
) {
    if !content.is_empty() {
        let label = out
            .element(tag!("label"))
            .classes(class!("govuk-label"), |list| list.with(own_class).with(classes))
            .attributes(attributes);
        target(label).content_on_line(content);
    }
}

impl Component for Label<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        self.write_for(out, |element| {
            if self.r#for.is_empty() { element } else { element.reference(name!("for"), &self.r#for, "") }
        });
    }
}

impl<'a, C: Into<Content<'a>>> From<C> for Label<'a> {
    fn from(content: C) -> Self {
        Self::new(content)
    }
}
