//! The [`Button`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, ClassAttribute, Component, Content, Element, Writer, class, classes_and_attributes, name, setters, tag,
};

/// What a button does in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ButtonType {
    /// Sends the form.
    Submit,
    /// Nothing by itself: for scripts.
    Button,
    /// Empties the form. Residents lose what they typed: hardly ever right.
    Reset,
}

impl From<ButtonType> for Cow<'_, str> {
    fn from(button_type: ButtonType) -> Self {
        Cow::Borrowed(match button_type {
            ButtonType::Submit => "submit",
            ButtonType::Button => "button",
            ButtonType::Reset => "reset",
        })
    }
}

/// Carries out an action: start, continue, save, send.
///
/// One default button on a page, in sentence case, with the action in it ("Save and continue"). A disabled button confuses:
/// let people press it and say what is missing
/// ([design system](https://design-system.service.gov.uk/components/button/)).
///
/// ```
/// use townhall::components::Button;
///
/// let send = Button::new("Accept and send").prevent_double_click(true);
/// let start = Button::link("Start now", "/apply").is_start_button(true);
/// # assert!(maud::html! { (send) (start) }.0.contains("<button type=\"submit\""));
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct Button<'a> {
    content: Content<'a>,
    href: Cow<'a, str>,
    button_type: Cow<'a, str>,
    name: Cow<'a, str>,
    value: Cow<'a, str>,
    id: Cow<'a, str>,
    disabled: bool,
    prevent_double_click: Option<bool>,
    is_start_button: bool,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Button<'a> {
    /// A button that sends the form.
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// A link that looks like a button, and that the space bar follows too. It has no type, name or value, and cannot be
    /// disabled.
    pub fn link(content: impl Into<Content<'a>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self { content: content.into(), href: href.into(), ..Self::default() }
    }

    setters! {
        /// What the button does in a form: [`ButtonType::Submit`] unless it is set.
        button_type(into Cow<'a, str>)
        /// The name under which the button's value is sent.
        name(into Cow<'a, str>)
        /// What is sent when this button is pressed.
        value(into Cow<'a, str>)
        /// The id of the button.
        id(into Cow<'a, str>)
        /// Whether the button cannot be pressed, which is marked for screen readers too.
        disabled(bool)
        /// Whether the script ignores a second press within one second. The server must still accept a form only once.
        prevent_double_click(bool)
        /// Whether it is the call to action on a start page, with an arrow.
        is_start_button(bool)
    }
    classes_and_attributes!();

    fn write_common(&self, element: Element<'_>, own_classes: &[&str]) {
        element
            .classes(class!("govuk-button"), |classes| {
                own_classes
                    .iter()
                    .fold(classes, |classes, class| classes.with(class))
                    .with(&self.classes)
                    .with_if(self.is_start_button, "govuk-button--start")
            })
            .fixed("data-module=\"govuk-button\"")
            .attributes(&self.attributes)
            .id(&self.id, "")
            .children(|out| {
                out.line();
                if self.is_start_button && self.content.is_html() {
                    // The start button is a flex container, which would drop white space between elements.
                    out.fixed("<span>");
                    self.content.write_trimmed(out);
                    out.fixed("</span>");
                } else {
                    out.content(&self.content);
                }
                if self.is_start_button {
                    out.line();
                    out.fixed(concat!(
                        "<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" height=\"19\" ",
                        "viewBox=\"0 0 33 40\" aria-hidden=\"true\" focusable=\"false\">",
                        "<path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>",
                    ));
                }
                out.line();
            });
    }

    /// Writes the button with the classes of the component that it belongs to before its own.
    pub(super) fn write_with(&self, out: &mut Writer<'_>, own_classes: &[&str]) {
        if self.href.is_empty() {
            let button = out.element(tag!("button"));
            let button = if self.button_type.is_empty() {
                button.fixed("type=\"submit\"")
            } else {
                button.attr(name!("type"), &self.button_type)
            };
            let button = button.nonempty(name!("value"), &self.value).nonempty(name!("name"), &self.name);
            let button = if self.disabled { button.fixed("disabled aria-disabled=\"true\"") } else { button };
            let button = button.true_or_false(name!("data-prevent-double-click"), self.prevent_double_click);
            self.write_common(button, own_classes);
        } else {
            let link =
                out.element(tag!("a")).attr(name!("href"), &self.href).fixed("role=\"button\" draggable=\"false\"");
            self.write_common(link, own_classes);
        }
    }

    /// Writes a link that does not look like a button, for components whose actions can be either.
    pub(super) fn write_as_plain_link(&self, out: &mut Writer<'_>, own_classes: ClassAttribute) {
        out.element(tag!("a"))
            .class(own_classes, &self.classes)
            .attr(name!("href"), &self.href)
            .attributes(&self.attributes)
            .content(&self.content);
    }
}

impl Component for Button<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        self.write_with(out, &[]);
    }
}
