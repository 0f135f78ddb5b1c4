//! The [`ErrorMessage`] of a form control.

use std::borrow::Cow;

use super::form_group::OfMessage;
use crate::markup::{
    Component, Content, Id, Rarely, Token, Writer, classes_and_attributes, fixed_with_classes, setters,
};

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
#[derive(Clone)]
#[must_use]
pub struct ErrorMessage<'a> {
    content: Content<'a>,
    visually_hidden_text: Token<'a>,
    rare: Rarely<OfMessage<'a>>,
}

impl<'a> ErrorMessage<'a> {
    /// A message with text or HTML.
    #[inline]
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), visually_hidden_text: Token::fixed("Error"), rare: None }
    }

    setters! {
        /// The id, for a message on its own. Controls set it on their messages.
        id(into Cow<'a, str>) => rare
        /// What screen readers say before the message, "Error" unless it is set; the colon is added. Empty leaves both out.
        visually_hidden_text(token)
    }
    classes_and_attributes!(=> rare);

    /// Writes what stands after the id.
    #[inline(always)]
    fn write_after_id(&self, out: &mut Writer<'_>) {
        let has_prefix = !self.visually_hidden_text.is_empty();
        match self.rare.as_deref() {
            None if has_prefix => {
                out.fixed(" class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">");
            }
            rare => {
                if let Some(rare) = rare {
                    fixed_with_classes!(out, " class=\"govuk-error-message", &rare.classes, "\"");
                    out.attributes(&rare.attributes);
                    out.fixed(">");
                } else {
                    out.fixed(" class=\"govuk-error-message\">");
                }
                if has_prefix {
                    out.fixed("<span class=\"govuk-visually-hidden\">");
                }
            }
        }
        if has_prefix {
            out.token(&self.visually_hidden_text);
            out.fixed(":</span> ");
        }
        out.content(&self.content);
        out.fixed("</p>");
    }

    /// Writes the message of a control, with its id.
    #[inline(always)]
    pub(super) fn write_for(&self, out: &mut Writer<'_>, control: Id<'_>) {
        out.fixed("<p id=\"");
        out.id(control);
        out.fixed("-error\"");
        self.write_after_id(out);
    }
}

impl Component for ErrorMessage<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.fixed("<p");
        if let Some(rare) = &self.rare {
            rare.write_id(out);
        }
        self.write_after_id(out);
    }
}

impl<'a, C: Into<Content<'a>>> From<C> for ErrorMessage<'a> {
    #[inline]
    fn from(content: C) -> Self {
        Self::new(content)
    }
}

crate::markup::opaque_debug! { ErrorMessage<'_> }
