//! [`WarningText`].

use std::borrow::Cow;

use crate::markup::{Attributes, Component, Content, Writer, block, class, classes_and_attributes, setters, tag};

/// Warns of what has consequences: a fine, a deadline.
///
/// ([design system](https://design-system.service.gov.uk/components/warning-text/))
///
/// ```
/// use townhall::components::WarningText;
///
/// let warning = WarningText::new("You can be fined up to £5,000 if you do not register.");
/// # assert!(maud::html! { (warning) }.0.contains("<span class=\"govuk-visually-hidden\">Warning</span>"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct WarningText<'a> {
    content: Content<'a>,
    icon_fallback_text: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> WarningText<'a> {
    /// Text or HTML.
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self {
            content: content.into(),
            icon_fallback_text: Cow::Borrowed("Warning"),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// What screen readers say for the icon: "Warning" unless it is set.
        icon_fallback_text(into Cow<'a, str>)
    }
    classes_and_attributes!();
}

impl Component for WarningText<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("div"))
            .class(class!("govuk-warning-text"), &self.classes)
            .attributes(&self.attributes)
            .children(|out| {
                out.fixed("<span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span>\n");
                out.block(block!("strong", "govuk-warning-text__text"), "").children(|out| {
                    out.line();
                    out.block(block!("span", "govuk-visually-hidden"), "").text(&self.icon_fallback_text);
                    out.line();
                    out.content(&self.content);
                    out.line();
                });
            });
    }
}

crate::markup::opaque_debug! { WarningText<'_> }
