//! [`Checkboxes`]: choose any.

use std::borrow::Cow;

use super::choice::{AnyOf, Choice, Group};
use super::{ErrorMessage, Fieldset, FormGroup, Hint};
use crate::markup::{Attributes, Component, Content, Token, Writer, classes_and_attributes, setters, setters_of};

/// Asks to choose any number of several.
///
/// Say that more than one can be chosen ("Select all that apply"), and offer "None" where it is a true answer
/// ([design system](https://design-system.service.gov.uk/components/checkboxes/)).
///
/// ```
/// use townhall::components::{CheckboxItem, Checkboxes};
///
/// let waste = Checkboxes::new("waste", "Which types of waste do you transport?", [
///     CheckboxItem::new("animal", "Waste from animal carcasses"),
///     CheckboxItem::new("mines", "Waste from mines or quarries"),
///     CheckboxItem::divider("or"),
///     CheckboxItem::exclusive("none", "None of these"),
/// ])
/// .hint("Select all that apply")
/// .values(["mines"]);
/// # assert!(maud::html! { (waste) }.0.contains("value=\"none\" data-behaviour=\"exclusive\""));
/// ```
///
/// The first checkbox has the id of the group, so that an error summary can link to it.
#[derive(Clone)]
#[must_use]
pub struct Checkboxes<'a> {
    name: Token<'a>,
    fieldset: Option<Fieldset<'a>>,
    items: Vec<CheckboxItem<'a>>,
    values: Vec<Cow<'a, str>>,
    id_prefix: Cow<'a, str>,
    described_by: Cow<'a, str>,
    hint: Option<Hint<'a>>,
    pub(super) error_message: Option<ErrorMessage<'a>>,
    form_group: FormGroup<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Checkboxes<'a> {
    /// Checkboxes with the name under which the answers are sent, the legend that asks, and the items.
    pub fn new<I: Into<CheckboxItem<'a>>>(
        name: impl Into<Cow<'a, str>>,
        fieldset: impl Into<Fieldset<'a>>,
        items: impl IntoIterator<Item = I>,
    ) -> Self {
        Self { fieldset: Some(fieldset.into()), ..Self::without_legend(name, items) }
    }

    /// Checkboxes without fieldset and legend: for a single one, such as a declaration, or inside a fieldset of your own. Hint
    /// and error message then describe each checkbox.
    pub fn without_legend<I: Into<CheckboxItem<'a>>>(
        name: impl Into<Cow<'a, str>>,
        items: impl IntoIterator<Item = I>,
    ) -> Self {
        Self {
            name: Token::new(name),
            fieldset: None,
            items: items.into_iter().map(Into::into).collect(),
            values: Vec::new(),
            id_prefix: Cow::Borrowed(""),
            described_by: Cow::Borrowed(""),
            hint: None,
            error_message: None,
            form_group: FormGroup::new(),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    /// The values of the items that were chosen.
    pub fn values<V: Into<Cow<'a, str>>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        self.values = values.into_iter().map(Into::into).collect();
        self
    }

    setters! {
        /// What the ids start with: the name unless it is set.
        id_prefix(into Cow<'a, str>)
        /// Ids of elements that describe the checkboxes, separated by spaces, unless the fieldset has its own.
        described_by(into Cow<'a, str>)
        /// Help for answering.
        hint(into Hint<'a>)
        /// What is wrong with the answer.
        error_message(into ErrorMessage<'a>)
        /// The group around fieldset, messages and items.
        form_group(FormGroup<'a>)
    }
    classes_and_attributes!();
}

impl Component for Checkboxes<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        Group {
            name: &self.name,
            id_prefix: &self.id_prefix,
            described_by: &self.described_by,
            fieldset: self.fieldset.as_ref(),
            hint: self.hint.as_ref(),
            error_message: self.error_message.as_ref(),
            form_group: &self.form_group,
            classes: &self.classes,
            attributes: &self.attributes,
        }
        .write::<AnyOf>(out, self.items.iter().map(|item| &item.choice), |value| {
            self.values.iter().any(|chosen| chosen == value)
        });
    }
}

/// One choice of [`Checkboxes`], or a divider. A pair of value and label becomes one.
#[derive(Clone)]
#[must_use]
pub struct CheckboxItem<'a> {
    choice: Choice<'a>,
}

impl<'a> CheckboxItem<'a> {
    /// A choice with the value that is sent, and its label.
    pub fn new(value: impl Into<Cow<'a, str>>, label: impl Into<Content<'a>>) -> Self {
        Self { choice: Choice::new(value, label) }
    }

    /// A choice that excludes all others, such as "None of these": the script unticks them. The server must check it too.
    pub fn exclusive(value: impl Into<Cow<'a, str>>, label: impl Into<Content<'a>>) -> Self {
        Self::new(value, label).behaviour("exclusive")
    }

    /// A word between choices, such as "or".
    pub fn divider(text: impl Into<Content<'a>>) -> Self {
        Self { choice: Choice::divider(text) }
    }

    setters_of! { choice:
        /// The id: that of the group with the number of the item unless it is set.
        id(impl Into<Cow<'a, str>>)
        /// The name under which it is sent: that of the group unless it is set.
        name(impl Into<Cow<'a, str>>)
        /// Whether it is chosen, whatever [`Checkboxes::values`] says.
        checked(bool)
        /// Whether it cannot be chosen.
        disabled(bool)
        /// What the script does when it is chosen: `exclusive` unticks all others.
        behaviour(impl Into<Cow<'a, str>>)
        /// Help for this choice.
        hint(impl Into<Hint<'a>>)
        /// Controls that appear when this is chosen; without script they are always there.
        conditional(impl Into<Content<'a>>)
        /// Classes to add to the label's own.
        label_classes(impl Into<Cow<'a, str>>)
        /// Attributes to add to the label's own.
        label_attributes(Attributes<'a>)
        /// Attributes to add to the input's own.
        attributes(Attributes<'a>)
    }
}

impl<'a, V: Into<Cow<'a, str>>, L: Into<Content<'a>>> From<(V, L)> for CheckboxItem<'a> {
    fn from((value, label): (V, L)) -> Self {
        Self::new(value, label)
    }
}

crate::markup::opaque_debug! { Checkboxes<'_>, CheckboxItem<'_> }
