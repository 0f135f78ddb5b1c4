//! The [`ErrorMessage`] of a form control.

use std::borrow::Cow;

use crate::markup::{Attributes, Component, Content, Id, Writer, block, class, classes_and_attributes, setters, tag};

/// What is wrong with an answer and how to put it right, between the hint and the control.
///
/// Say it in the words of the label, the same as in the [`ErrorSummary`](super::ErrorSummary). "Enter" or "Select" where there is no
/// answer, what must be true where there is one; no "please", no "invalid"
/// ([design system](https://design-system.service.gov.uk/components/error-message/), [WCAG 3.3.1](https://www.w3.org/WAI/WCAG22/Understanding/error-identification)).
///
/// ```
/// use townhall::components::Input;
///
/// let input = Input::new("postcode", "Postcode").error_message("Enter a full UK postcode");
/// # assert!(maud::html! { (input) }.0.contains("<span class=\"govuk-visually-hidden\">Error:</span> Enter"));
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct ErrorMessage<'a> {
    content: Content<'a>,
    id: Cow<'a, str>,
    visually_hidden_text: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> ErrorMessage<'a> {
    /// A message with text or HTML.
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self {
            content: content.into(),
            id: Cow::Borrowed(""),
            visually_hidden_text: Cow::Borrowed("Error"),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// The id, for a message on its own. Controls set it on their messages.
        id(into Cow<'a, str>)
        /// What screen readers say before the message, "Error" unless it is set; the colon is added. Empty leaves both out.
        visually_hidden_text(into Cow<'a, str>)
    }
    classes_and_attributes!();

    /// Writes the message with the id that a control gives it.
    pub(super) fn write_with_id(&self, out: &mut Writer<'_>, id: Id<'_>, suffix: &'static str) {
        out.element(tag!("p"))
            .id(id, suffix)
            .class(class!("govuk-error-message"), &self.classes)
            .attributes(&self.attributes)
            .children(|out| {
                if !self.visually_hidden_text.is_empty() {
                    out.block(block!("span", "govuk-visually-hidden"), "").children(|out| {
                        out.text(&self.visually_hidden_text);
                        out.fixed(":");
                    });
                    out.fixed(" ");
                }
                out.content(&self.content);
            });
    }
}

impl Component for ErrorMessage<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        self.write_with_id(out, Id::from(&self.id), "");
    }
}

impl<'a, C: Into<Content<'a>>> From<C> for ErrorMessage<'a> {
    fn from(content: C) -> Self {
        Self::new(content)
    }
}
