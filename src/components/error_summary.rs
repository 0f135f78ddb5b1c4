//! The [`ErrorSummary`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, Component, Content, Id, Token, Writer, classes_and_attributes, fixed_with_classes, setters, tag,
};

/// All that is wrong with a page's answers, at its top, with a link to each.
///
/// First in `main`, above the heading; in the order of the page; in the words of the error messages. It is shown even for
/// one error, and the page's title starts with "Error: "
/// ([design system](https://design-system.service.gov.uk/components/error-summary/), [WCAG 3.3.1](https://www.w3.org/WAI/WCAG22/Understanding/error-identification)).
///
/// ```
/// use townhall::components::{ErrorSummary, ErrorSummaryItem};
///
/// let summary = ErrorSummary::new("There is a problem", [
///     ErrorSummaryItem::for_field("full-name", "Enter your full name"),
///     ErrorSummaryItem::for_field("passport-issued-year", "The date must include a year"),
/// ]);
/// # assert!(maud::html! { (summary) }.0.contains("<a href=\"#full-name\">Enter your full name</a>"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct ErrorSummary<'a> {
    title: Content<'a>,
    error_list: Vec<ErrorSummaryItem<'a>>,
    description: Content<'a>,
    disable_auto_focus: Option<bool>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> ErrorSummary<'a> {
    /// A summary with its title, "There is a problem", and the errors.
    pub fn new(title: impl Into<Content<'a>>, error_list: impl IntoIterator<Item = ErrorSummaryItem<'a>>) -> Self {
        Self {
            title: title.into(),
            error_list: error_list.into_iter().collect(),
            description: Content::default(),
            disable_auto_focus: None,
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// A paragraph before the errors.
        description(into Content<'a>)
        /// Whether the script leaves the focus where it is when the page opens.
        disable_auto_focus(bool)
    }
    classes_and_attributes!();
}

impl Component for ErrorSummary<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        fixed_with_classes!(out, "<div class=\"govuk-error-summary", &self.classes, "\"");
        match self.disable_auto_focus {
            None => {}
            Some(true) => out.fixed(" data-disable-auto-focus=\"true\""),
            Some(false) => out.fixed(" data-disable-auto-focus=\"false\""),
        }
        out.attributes(&self.attributes);
        // The alert is a child, so that focus on the summary and the alert do not compete.
        out.fixed(" data-module=\"govuk-error-summary\"><div role=\"alert\"><h2 class=\"govuk-error-summary__title\">");
        out.content(&self.title);
        out.fixed("</h2><div class=\"govuk-error-summary__body\">");
        if !self.description.is_empty() {
            out.element(tag!("p")).content(&self.description);
        }
        if !self.error_list.is_empty() {
            out.fixed("<ul class=\"govuk-list govuk-error-summary__list\">");
            for item in &self.error_list {
                item.write(out);
            }
            out.fixed("</ul>");
        }
        out.fixed("</div></div></div>");
    }
}

/// One error of an [`ErrorSummary`].
#[derive(Clone)]
#[must_use]
pub struct ErrorSummaryItem<'a> {
    content: Content<'a>,
    target: Target<'a>,
    attributes: Attributes<'a>,
}

#[derive(Debug, Clone)]
enum Target<'a> {
    Nothing,
    Field(Token<'a>),
    Address(Cow<'a, str>),
}

impl<'a> ErrorSummaryItem<'a> {
    /// An error with a link to the control with this id: the first radio or checkbox of a group, the part of a date that is wrong.
    #[inline]
    pub fn for_field(id: impl Into<Cow<'a, str>>, content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), target: Target::Field(Token::new(id)), attributes: Attributes::new() }
    }

    /// An error with a link to an address.
    pub fn link(href: impl Into<Cow<'a, str>>, content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), target: Target::Address(href.into()), attributes: Attributes::new() }
    }

    /// An error that belongs to no control.
    pub fn text(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), target: Target::Nothing, attributes: Attributes::new() }
    }

    setters! {
        /// Attributes of the link.
        attributes(Attributes<'a>)
    }

    fn write(&self, out: &mut Writer<'_>) {
        match &self.target {
            Target::Nothing => {
                out.fixed("\n<li>\n");
                self.content.write_html_trimmed(out);
                return out.fixed("\n</li>");
            }
            Target::Address(href) => {
                out.fixed("\n<li>\n<a href=\"");
                out.text(href);
            }
            Target::Field(id) => {
                out.fixed("\n<li>\n<a href=\"#");
                out.id(Id::from(id));
            }
        }
        out.fixed("\"");
        out.attributes(&self.attributes);
        out.fixed(">");
        self.content.write_html_trimmed(out);
        out.fixed("</a>\n</li>");
    }
}

crate::markup::opaque_debug! { ErrorSummary<'_>, ErrorSummaryItem<'_> }
