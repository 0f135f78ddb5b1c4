//! [`Radios`]: choose one.

use std::borrow::Cow;

use super::choice::{Choice, Group, OneOf};
use super::{ErrorMessage, Fieldset, FormGroup, Hint};
use crate::markup::{Attributes, Component, Content, Token, Writer, classes_and_attributes, setters, setters_of};

/// Asks to choose one of several.
///
/// Nothing is chosen beforehand, and "I do not know" is offered where it is a true answer. Stacked, unless there are two short
/// choices: then `govuk-radios--inline`
/// ([design system](https://design-system.service.gov.uk/components/radios/)).
///
/// ```
/// use townhall::components::{Input, Legend, RadioItem, Radios};
///
/// let tenure = Radios::new("tenure", Legend::page_heading("Do you own or rent?"), [
///     ("own", "I own my home"),
///     ("rent", "I rent my home"),
/// ])
/// .value("rent");
/// # assert!(maud::html! { (tenure) }.0.contains(r#"id="tenure-2" name="tenure" type="radio" value="rent" checked"#));
///
/// let phone = Input::new("phone", "Phone number").input_type("tel").autocomplete("tel");
/// let contact = Radios::new("contact", "How should we contact you?", [
///     RadioItem::new("phone", "By phone").conditional(&phone),
///     RadioItem::divider("or"),
///     RadioItem::new("none", "Do not contact me").hint("You will not hear about changes"),
/// ]);
/// # assert!(maud::html! { (contact) }.0.contains("id=\"contact-3\""));
/// ```
///
/// The first radio has the id of the group, so that an error summary can link to it.
#[derive(Clone)]
#[must_use]
pub struct Radios<'a> {
    name: Token<'a>,
    fieldset: Option<Fieldset<'a>>,
    items: Vec<RadioItem<'a>>,
    value: Option<Cow<'a, str>>,
    id_prefix: Cow<'a, str>,
    hint: Option<Hint<'a>>,
    pub(super) error_message: Option<ErrorMessage<'a>>,
    form_group: FormGroup<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Radios<'a> {
    /// Radios with the name under which the answer is sent, the legend that asks, and the items.
    pub fn new<I: Into<RadioItem<'a>>>(
        name: impl Into<Cow<'a, str>>,
        fieldset: impl Into<Fieldset<'a>>,
        items: impl IntoIterator<Item = I>,
    ) -> Self {
        Self { fieldset: Some(fieldset.into()), ..Self::without_legend(name, items) }
    }

    /// Radios without fieldset and legend, inside a fieldset of your own that asks the question. Put the ids of hint and error
    /// message into its description.
    pub fn without_legend<I: Into<RadioItem<'a>>>(
        name: impl Into<Cow<'a, str>>,
        items: impl IntoIterator<Item = I>,
    ) -> Self {
        Self {
            name: Token::new(name),
            fieldset: None,
            items: items.into_iter().map(Into::into).collect(),
            value: None,
            id_prefix: Cow::Borrowed(""),
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
        /// What the ids start with: the name unless it is set.
        id_prefix(into Cow<'a, str>)
        /// Help for answering.
        hint(into Hint<'a>)
        /// What is wrong with the answer.
        error_message(into ErrorMessage<'a>)
        /// The group around fieldset, messages and items.
        form_group(FormGroup<'a>)
    }
    classes_and_attributes!();
}

impl Component for Radios<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        Group {
            name: &self.name,
            id_prefix: &self.id_prefix,
            described_by: "",
            fieldset: self.fieldset.as_ref(),
            hint: self.hint.as_ref(),
            error_message: self.error_message.as_ref(),
            form_group: &self.form_group,
            classes: &self.classes,
            attributes: &self.attributes,
        }
        .write::<OneOf>(out, self.items.iter().map(|item| &item.choice), |value| self.value.as_deref() == Some(value));
    }
}

/// One choice of [`Radios`], or a divider. A pair of value and label becomes one.
#[derive(Clone)]
#[must_use]
pub struct RadioItem<'a> {
    choice: Choice<'a>,
}

impl<'a> RadioItem<'a> {
    /// A choice with the value that is sent, and its label.
    #[inline]
    pub fn new(value: impl Into<Cow<'a, str>>, label: impl Into<Content<'a>>) -> Self {
        Self { choice: Choice::new(value, label) }
    }

    /// A word between choices, such as "or".
    pub fn divider(text: impl Into<Content<'a>>) -> Self {
        Self { choice: Choice::divider(text) }
    }

    setters_of! { choice:
        /// The id: that of the group with the number of the item unless it is set.
        id(impl Into<Cow<'a, str>>)
        /// Whether it is chosen, whatever [`Radios::value`] says.
        checked(bool)
        /// Whether it cannot be chosen.
        disabled(bool)
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

impl<'a, V: Into<Cow<'a, str>>, L: Into<Content<'a>>> From<(V, L)> for RadioItem<'a> {
    fn from((value, label): (V, L)) -> Self {
        Self::new(value, label)
    }
}

crate::markup::opaque_debug! { Radios<'_>, RadioItem<'_> }
