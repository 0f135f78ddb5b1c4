//! The [`Label`] of a form control.

use std::borrow::Cow;

use crate::markup::{Attributes, Component, Content, Id, Writer, classes_and_attributes, fixed_with_classes, setters};

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
#[derive(Clone, Default)]
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
    #[inline]
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// A label that is the `h1` of the page, in the large size, for a page that asks one question
    /// (<https://design-system.service.gov.uk/get-started/labels-legends-headings/>).
    #[inline]
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

    /// Writes the label of a control.
    #[inline(always)]
    pub(super) fn write_for(&self, out: &mut Writer<'_>, control: Id<'_>) {
        self.write_with(out, |out| {
            out.fixed(" for=\"");
            out.id(control);
            out.fixed("\">\n");
        });
    }

    /// Writes the label with something that ends its start tag.
    #[inline(always)]
    fn write_with(&self, out: &mut Writer<'_>, end_start_tag: impl FnOnce(&mut Writer<'_>)) {
        if self.content.is_empty() {
            return;
        }
        if self.is_page_heading {
            out.fixed("<h1 class=\"govuk-label-wrapper\">");
        }
        fixed_with_classes!(out, "<label class=\"govuk-label", &self.classes, "\"");
        out.attributes(&self.attributes);
        end_start_tag(out);
        out.content(&self.content);
        out.fixed(if self.is_page_heading { "\n</label></h1>" } else { "\n</label>" });
    }
}

impl Component for Label<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        self.write_with(out, |out| {
            if self.r#for.is_empty() {
                return out.fixed(">\n");
            }
            out.fixed(" for=\"");
            out.id(Id::from(&self.r#for));
            out.fixed("\">\n");
        });
    }
}

impl<'a, C: Into<Content<'a>>> From<C> for Label<'a> {
    #[inline]
    fn from(content: C) -> Self {
        Self::new(content)
    }
}

crate::markup::opaque_debug! { Label<'_> }
