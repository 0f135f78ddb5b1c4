//! The [`FormGroup`] around a form control.

use std::borrow::Cow;

use super::{ErrorMessage, Hint};
use crate::markup::{
    Attributes, Content, Element, Id, Rarely, Writer, classes_and_attributes, fixed_with_classes, setters, tag,
};

/// What stands around a control: its group's classes and attributes, and content right before and after the control.
///
/// ```
/// use townhall::components::{Button, FormGroup, Input};
///
/// let find = Button::new("Find address").classes("govuk-button--secondary");
/// let postcode = Input::new("postcode", "Postcode").form_group(FormGroup::new().after_input(&find));
/// # assert!(maud::html! { (postcode) }.0.contains("Find address"));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct FormGroup<'a> {
    /// Every control has a group, and hardly any anything of its own in it.
    rare: Rarely<Rare<'a>>,
}

#[derive(Debug, Clone, Default)]
struct Rare<'a> {
    before_input: Option<Content<'a>>,
    after_input: Option<Content<'a>>,
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
        before_input(into Content<'a>) => rare
        /// Content after the control, or after the items of radios, checkboxes and dates.
        after_input(into Content<'a>) => rare
    }
    classes_and_attributes!(=> rare);

    pub(super) fn content_before(&self) -> Option<&Content<'a>> {
        self.rare.as_ref()?.before_input.as_ref()
    }

    pub(super) fn content_after(&self) -> Option<&Content<'a>> {
        self.rare.as_ref()?.after_input.as_ref()
    }

    /// Writes the group: the error class first, then the component's class, which starts with a space, then the author's.
    #[inline(always)]
    pub(super) fn write(
        &self,
        out: &mut Writer<'_>,
        has_error: bool,
        own_class: &'static str,
        own_attributes: impl FnOnce(Element<'_>) -> Element<'_>,
        control: impl FnOnce(&mut Writer<'_>),
    ) {
        out.fixed(if has_error {
            "<div class=\"govuk-form-group govuk-form-group--error"
        } else {
            "<div class=\"govuk-form-group"
        });
        out.fixed(own_class);
        match self.rare.as_deref() {
            None => {
                out.fixed("\"");
                let _ = own_attributes(out.in_tag(tag!("div")));
            }
            Some(rare) => {
                fixed_with_classes!(out, "", &rare.classes, "\"");
                let _ = own_attributes(out.in_tag(tag!("div")));
                out.attributes(&rare.attributes);
            }
        }
        out.fixed(">");
        control(out);
        out.fixed("</div>");
    }

    /// Content before the control, with white space between them.
    pub(super) fn write_before(&self, out: &mut Writer<'_>) {
        if let Some(content) = self.content_before() {
            out.content(content);
            out.line();
        }
    }

    /// Content after the control, with white space between them.
    pub(super) fn write_after(&self, out: &mut Writer<'_>) {
        if let Some(content) = self.content_after() {
            out.line();
            out.content(content);
        }
    }
}

/// What hardly any hint or error message has.
#[derive(Debug, Clone, Default)]
pub(super) struct OfMessage<'a> {
    pub(super) id: Cow<'a, str>,
    pub(super) classes: Cow<'a, str>,
    pub(super) attributes: Attributes<'a>,
}

impl OfMessage<'_> {
    /// Writes the id of a message on its own, inside its start tag.
    pub(super) fn write_id(&self, out: &mut Writer<'_>) {
        if !self.id.is_empty() {
            out.fixed(" id=\"");
            out.id(Id::from(&self.id));
            out.fixed("\"");
        }
    }
}

/// Writes a control's hint and error message, with the ids by which `aria-describedby` names them.
#[inline(always)]
pub(super) fn write_messages(
    out: &mut Writer<'_>,
    id: Id<'_>,
    hint: Option<&Hint<'_>>,
    error: Option<&ErrorMessage<'_>>,
) {
    if let Some(hint) = hint {
        hint.write_for(out, id);
    }
    if let Some(error) = error {
        error.write_for(out, id);
    }
}

crate::markup::opaque_debug! { FormGroup<'_> }
