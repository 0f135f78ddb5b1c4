//! The [`Select`].

use std::borrow::Cow;

use super::form_group::write_messages;
use super::{ErrorMessage, FormGroup, Hint, Label};
use crate::markup::{
    Attributes, Component, DescribedBy, Id, Writer, class, classes_and_attributes, name, setters, tag,
};

/// Asks to choose one from a list that opens.
///
/// A last resort: many people find it hard to use. Prefer [`Radios`](super::Radios)
/// ([design system](https://design-system.service.gov.uk/components/select/)).
///
/// ```
/// use townhall::components::{Select, SelectItem};
///
/// let ward = Select::new("ward", "Choose a ward", [
///     SelectItem::new("", "Select a ward"),
///     SelectItem::new("riverside", "Riverside"),
/// ])
/// .value("riverside");
/// # assert!(maud::html! { (ward) }.0.contains("<option value=\"riverside\" selected>Riverside</option>"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct Select<'a> {
    name: Cow<'a, str>,
    label: Label<'a>,
    items: Vec<SelectItem<'a>>,
    value: Option<Cow<'a, str>>,
    id: Cow<'a, str>,
    disabled: bool,
    described_by: Cow<'a, str>,
    hint: Option<Hint<'a>>,
    pub(super) error_message: Option<ErrorMessage<'a>>,
    form_group: FormGroup<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Select<'a> {
    /// A list with the name under which the answer is sent, its label and its items.
    pub fn new<I: Into<SelectItem<'a>>>(
        name: impl Into<Cow<'a, str>>,
        label: impl Into<Label<'a>>,
        items: impl IntoIterator<Item = I>,
    ) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            items: items.into_iter().map(Into::into).collect(),
            value: None,
            id: Cow::Borrowed(""),
            disabled: false,
            described_by: Cow::Borrowed(""),
            hint: None,
            error_message: None,
            form_group: FormGroup::new(),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// The value of the item that was chosen.
        value(into Cow<'a, str>)
        /// The id of the list: its name unless it is set.
        id(into Cow<'a, str>)
        /// Whether nothing can be chosen.
        disabled(bool)
        /// Ids of further elements that describe the list, separated by spaces, read before hint and error.
        described_by(into Cow<'a, str>)
        /// Help for answering.
        hint(into Hint<'a>)
        /// What is wrong with the answer.
        error_message(into ErrorMessage<'a>)
        /// The group around label, messages and list.
        form_group(FormGroup<'a>)
    }
    classes_and_attributes!();
}

impl Component for Select<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        let id = Id::from(if self.id.is_empty() { &self.name } else { &self.id });
        let has_error = self.error_message.is_some();
        let described_by = DescribedBy {
            given: &self.described_by,
            id,
            hint: self.hint.is_some(),
            error: has_error,
            ..DescribedBy::default()
        };
        self.form_group.write(
            out,
            has_error,
            "",
            |element| element,
            |out| {
                self.label.write_for(out, id);
                write_messages(out, id, self.hint.as_ref(), self.error_message.as_ref());
                out.line();
                self.form_group.write_before(out);
                out.element(tag!("select"))
                    .classes(class!("govuk-select"), |classes| {
                        classes.with(&self.classes).with_if(has_error, "govuk-select--error")
                    })
                    .reference(name!("id"), id, "")
                    .attr(name!("name"), &self.name)
                    .boolean_if("disabled", self.disabled)
                    .described_by(&described_by)
                    .attributes(&self.attributes)
                    .children(|out| {
                        for item in &self.items {
                            item.write(out, self.value.as_deref());
                        }
                    });
                self.form_group.write_after(out);
            },
        );
    }
}

/// One entry of a [`Select`]. A pair of value and text becomes one.
#[derive(Clone, Default)]
#[must_use]
pub struct SelectItem<'a> {
    value: Option<Cow<'a, str>>,
    text: Cow<'a, str>,
    selected: Option<bool>,
    disabled: bool,
    attributes: Attributes<'a>,
}

impl<'a> SelectItem<'a> {
    /// An entry with the value that is sent, and its text.
    pub fn new(value: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Self {
        Self { value: Some(value.into()), ..Self::text(text) }
    }

    /// An entry whose text is sent.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    setters! {
        /// Whether it is chosen, whatever [`Select::value`] says.
        selected(bool)
        /// Whether it cannot be chosen.
        disabled(bool)
        /// Attributes of the entry.
        attributes(Attributes<'a>)
    }

    fn write(&self, out: &mut Writer<'_>, chosen: Option<&str>) {
        let value = self.value.as_ref().unwrap_or(&self.text);
        out.element(tag!("option"))
            .optional(name!("value"), self.value.as_ref())
            .boolean_if("selected", self.selected.unwrap_or(chosen == Some(value)))
            .boolean_if("disabled", self.disabled)
            .attributes(&self.attributes)
            .text(&self.text);
    }
}

impl<'a, V: Into<Cow<'a, str>>, T: Into<Cow<'a, str>>> From<(V, T)> for SelectItem<'a> {
    fn from((value, text): (V, T)) -> Self {
        Self::new(value, text)
    }
}

crate::markup::opaque_debug! { Select<'_>, SelectItem<'_> }
