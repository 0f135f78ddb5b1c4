//! The [`PasswordInput`].

use std::borrow::Cow;

use super::input::InputFrame;
use super::{ErrorMessage, FormGroup, Hint, Input, Label};
use crate::markup::{Attributes, Component, Id, Writer, class, name, setters, setters_of, tag};

/// Asks for a password, with a button that shows it.
///
/// `autocomplete("new-password")` where a password is chosen. Never show a password again after an error: leave `value`
/// alone ([design system](https://design-system.service.gov.uk/components/password-input/)).
///
/// ```
/// use townhall::components::PasswordInput;
///
/// let password = PasswordInput::new("password", "Create a password").autocomplete("new-password");
/// # assert!(maud::html! { (password) }.0.contains("type=\"password\""));
/// ```
#[derive(Clone)]
#[must_use]
pub struct PasswordInput<'a> {
    pub(super) input: Input<'a>,
    show_password_text: Option<Cow<'a, str>>,
    hide_password_text: Cow<'a, str>,
    show_password_aria_label_text: Option<Cow<'a, str>>,
    hide_password_aria_label_text: Cow<'a, str>,
    password_shown_announcement_text: Cow<'a, str>,
    password_hidden_announcement_text: Cow<'a, str>,
    button_classes: Cow<'a, str>,
}

impl<'a> PasswordInput<'a> {
    /// An input with the name under which the password is sent, and its label.
    pub fn new(name: impl Into<Cow<'a, str>>, label: impl Into<Label<'a>>) -> Self {
        Self {
            input: Input::new(name, label)
                .input_type("password")
                .spellcheck(false)
                .autocapitalize("none")
                .autocomplete("current-password"),
            show_password_text: None,
            hide_password_text: Cow::Borrowed(""),
            show_password_aria_label_text: None,
            hide_password_aria_label_text: Cow::Borrowed(""),
            password_shown_announcement_text: Cow::Borrowed(""),
            password_hidden_announcement_text: Cow::Borrowed(""),
            button_classes: Cow::Borrowed(""),
        }
    }

    setters! {
        /// The button's text while the password is hidden: "Show" unless it is set.
        show_password_text(into Cow<'a, str>)
        /// The button's text while the password is shown.
        hide_password_text(into Cow<'a, str>)
        /// The button's name while the password is hidden: "Show password" unless it is set.
        show_password_aria_label_text(into Cow<'a, str>)
        /// The button's name while the password is shown.
        hide_password_aria_label_text(into Cow<'a, str>)
        /// What screen readers say when the password has become visible.
        password_shown_announcement_text(into Cow<'a, str>)
        /// What screen readers say when the password has been hidden.
        password_hidden_announcement_text(into Cow<'a, str>)
        /// Classes to add to the button's own.
        button_classes(into Cow<'a, str>)
    }
    setters_of! { input:
        /// The id of the input: its name unless it is set.
        id(impl Into<Cow<'a, str>>)
        /// The password. It stands in the page's source: hardly ever right.
        value(impl Into<Cow<'a, str>>)
        /// Whether the input cannot be changed.
        disabled(bool)
        /// Ids of further elements that describe the input, separated by spaces, read before hint and error.
        described_by(impl Into<Cow<'a, str>>)
        /// Help for answering.
        hint(impl Into<Hint<'a>>)
        /// What is wrong with the answer.
        error_message(impl Into<ErrorMessage<'a>>)
        /// The group around label, messages and input.
        form_group(FormGroup<'a>)
        /// The autofill token: `current-password` unless it is set.
        autocomplete(impl Into<Cow<'a, str>>)
        /// Classes to add to the input's own.
        classes(impl Into<Cow<'a, str>>)
        /// Attributes to add to the input's own.
        attributes(Attributes<'a>)
    }

    fn write_button(&self, out: &mut Writer<'_>, id: Id<'_>) {
        let text = self.show_password_text.as_deref().unwrap_or("Show");
        let name = self.show_password_aria_label_text.as_deref().unwrap_or("Show password");
        let own = "govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle";
        out.element(tag!("button"))
            .fixed("type=\"button\"")
            .classes(class!("govuk-button"), |classes| classes.with(own).with(&self.button_classes))
            .fixed("data-module=\"govuk-button\"")
            .reference(name!("aria-controls"), id, "")
            .attr(name!("aria-label"), name)
            .boolean("hidden")
            .children(|out| {
                out.line();
                out.text(text);
                out.line();
            });
    }
}

impl Component for PasswordInput<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        let id = self.input.id_or_name();
        self.input.write_as(
            out,
            &InputFrame {
                group_class: " govuk-password-input",
                group_attributes: &|group| {
                    group
                        .fixed("data-module=\"govuk-password-input\"")
                        .nonempty(
                            name!("data-i18n.show-password"),
                            self.show_password_text.as_deref().unwrap_or_default(),
                        )
                        .nonempty(name!("data-i18n.hide-password"), &self.hide_password_text)
                        .nonempty(
                            name!("data-i18n.show-password-aria-label"),
                            self.show_password_aria_label_text.as_deref().unwrap_or_default(),
                        )
                        .nonempty(name!("data-i18n.hide-password-aria-label"), &self.hide_password_aria_label_text)
                        .nonempty(
                            name!("data-i18n.password-shown-announcement"),
                            &self.password_shown_announcement_text,
                        )
                        .nonempty(
                            name!("data-i18n.password-hidden-announcement"),
                            &self.password_hidden_announcement_text,
                        )
                },
                wrapper_class: " govuk-password-input__wrapper",
                input_classes: " govuk-password-input__input govuk-js-password-input-input",
                after_input: Some(&|out| self.write_button(out, id)),
            },
        );
    }
}

crate::markup::opaque_debug! { PasswordInput<'_> }
