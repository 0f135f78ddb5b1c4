//! The [`FormGroup`] around a form control.

use std::borrow::Cow;

use super::{ErrorMessage, Hint};
use crate::markup::{Attributes, Content, Element, Id, Writer, class, classes_and_attributes, setters, tag};

/// What stands around a control: its group's classes and attributes, and content right before and after the control.
///
/// ```
/// use townhall::components::{Button, FormGroup, Input};
///
/// let find = Button::new("Find address").classes("govuk-button--secondary");
/// let postcode = Input::new("postcode", "Postcode").form_group(FormGroup::new().after_input(&find));
/// # assert!(maud::html! { (postcode) }.0.contains("Find address"));
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct FormGroup<'a> {
    pub(super) before_input: Option<Content<'a>>,
    pub(super) after_input: Option<Content<'a>>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> FormGroup<'a> {
    /// A group without anything of its own.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        /// Content before the control, or before the items of radios, checkboxes and dates.
        before_input(into Content<'a>)
        /// Content after the control, or after the items of radios, checkboxes and dates.
        after_input(into Content<'a>)
    }
    classes_and_attributes!();

    /// Writes the group: the error class first, then the component's class, then the author's.
    pub(super) fn write(
        &self,
        out: &mut Writer<'_>,
        has_error: bool,
        own_class: &'static str,
        own_attributes: impl FnOnce(Element<'_>) -> Element<'_>,
        control: impl FnOnce(&mut Writer<'_>),
    ) {
        let group = out.element(tag!("div")).classes(class!("govuk-form-group"), |classes| {
            classes.with_if(has_error, "govuk-form-group--error").with(own_class).with(&self.classes)
        });
        own_attributes(group).attributes(&self.attributes).children(control);
    }

    /// Content before the control, with white space between them.
    pub(super) fn write_before(&self, out: &mut Writer<'_>) {
        if let Some(content) = &self.before_input {
            out.content(content);
            out.line();
        }
    }

    /// Content after the control, with white space between them.
    pub(super) fn write_after(&self, out: &mut Writer<'_>) {
        if let Some(content) = &self.after_input {
            out.line();
            out.content(content);
        }
    }
}

/// Writes a control's hint and error message, with the ids by which `aria-describedby` names them.
pub(super) fn write_messages(
    out: &mut Writer<'_>,
    id: Id<'_>,
    hint: Option<&Hint<'_>>,
    error: Option<&ErrorMessage<'_>>,
) {
    if let Some(hint) = hint {
        hint.write_with(out, &[], |element| element.id(id, "-hint"));
    }
    if let Some(error) = error {
        error.write_with_id(out, id, "-error");
    }
}
