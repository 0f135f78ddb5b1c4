//! The [`Button`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, ClassAttribute, Component, Content, Id, Rarely, Token, Writer, classes_and_attributes, name, setters,
    tag,
};

/// What a button does in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ButtonType {
    /// Sends the form.
    Submit,
    /// Does nothing without a script.
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
#[derive(Clone, Default)]
#[must_use]
pub struct Button<'a> {
    content: Content<'a>,
    href: Token<'a>,
    prevent_double_click: Option<bool>,
    is_start_button: bool,
    classes: Token<'a>,
    attributes: Attributes<'a>,
    rare: Rarely<Rare<'a>>,
}

/// What hardly any button has.
#[derive(Debug, Clone, Default)]
struct Rare<'a> {
    button_type: Cow<'a, str>,
    name: Cow<'a, str>,
    value: Cow<'a, str>,
    id: Cow<'a, str>,
    disabled: bool,
}

impl<'a> Button<'a> {
    /// A button that sends the form.
    #[inline]
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// A link that looks like a button, and that the space bar follows too. It has no type, name or value, and cannot be
    /// disabled.
    #[inline]
    pub fn link(content: impl Into<Content<'a>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self { content: content.into(), href: Token::new(href), ..Self::default() }
    }

    setters! {
        /// What the button does in a form: [`ButtonType::Submit`] unless it is set.
        button_type(into Cow<'a, str>) => rare
        /// The name under which the button's value is sent.
        name(into Cow<'a, str>) => rare
        /// What is sent when this button is pressed.
        value(into Cow<'a, str>) => rare
        /// The id of the button.
        id(into Cow<'a, str>) => rare
        /// Whether the button cannot be pressed, which is marked for screen readers too.
        disabled(bool) => rare
        /// Whether the script ignores a second press within one second. The server must still accept a form only once.
        prevent_double_click(bool)
        /// Whether it is the call to action on a start page, with an arrow.
        is_start_button(bool)
    }
    classes_and_attributes!();

    /// Writes the button with the classes of the component that it belongs to, which start with a space, before its own.
    #[inline(always)]
    pub(super) fn write_with(&self, out: &mut Writer<'_>, own_classes: &'static str) {
        let rare = self.rare.as_deref();
        let is_link = !self.href.is_empty();
        if is_link {
            out.fixed("<a href=\"");
            out.token(&self.href);
            out.fixed("\" role=\"button\" draggable=\"false\" class=\"govuk-button");
        } else {
            match rare {
                None => out.fixed("<button type=\"submit\""),
                Some(rare) => rare.write(out),
            }
            out.fixed(match self.prevent_double_click {
                None => " class=\"govuk-button",
                Some(true) => " data-prevent-double-click=\"true\" class=\"govuk-button",
                Some(false) => " data-prevent-double-click=\"false\" class=\"govuk-button",
            });
        }
        out.fixed(own_classes);
        if !self.classes.is_empty() {
            out.fixed(" ");
            out.token(&self.classes);
        }
        if self.is_start_button {
            out.fixed(" govuk-button--start");
        }
        out.fixed("\" data-module=\"govuk-button\"");
        out.attributes(&self.attributes);
        if let Some(rare) = rare
            && !rare.id.is_empty()
        {
            out.fixed(" id=\"");
            out.id(Id::from(&rare.id));
            out.fixed("\"");
        }
        out.fixed(">\n");
        if self.is_start_button {
            self.write_start(out);
        } else {
            out.content(&self.content);
        }
        out.fixed(if is_link { "\n</a>" } else { "\n</button>" });
    }

    #[inline(never)]
    fn write_start(&self, out: &mut Writer<'_>) {
        if self.content.is_html() {
            // The start button is a flex container, which would drop white space between elements.
            out.fixed("<span>");
            self.content.write_trimmed(out);
            out.fixed("</span>");
        } else {
            out.content(&self.content);
        }
        out.fixed(concat!(
            "\n<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" height=\"19\" ",
            "viewBox=\"0 0 33 40\" aria-hidden=\"true\" focusable=\"false\">",
            "<path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>",
        ));
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

impl Rare<'_> {
    /// Writes the start of the element with what is sent.
    fn write(&self, out: &mut Writer<'_>) {
        out.fixed("<button type=\"");
        out.text(if self.button_type.is_empty() { "submit" } else { &self.button_type });
        out.fixed("\"");
        out.nonempty(name!("value"), &self.value);
        out.nonempty(name!("name"), &self.name);
        if self.disabled {
            out.fixed(" disabled aria-disabled=\"true\"");
        }
    }
}

impl Component for Button<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        let has_own = self.rare.is_some() || !self.attributes.is_absent() || !self.classes.is_empty();
        if has_own || self.is_start_button || !self.href.is_empty() {
            return self.write_with(out, "");
        }
        // The usual button, in pieces as long as can be.
        out.fixed(match self.prevent_double_click {
            None => "<button type=\"submit\" class=\"govuk-button\" data-module=\"govuk-button\">\n",
            Some(true) => concat!(
                "<button type=\"submit\" data-prevent-double-click=\"true\" class=\"govuk-button\" ",
                "data-module=\"govuk-button\">\n",
            ),
            Some(false) => concat!(
                "<button type=\"submit\" data-prevent-double-click=\"false\" class=\"govuk-button\" ",
                "data-module=\"govuk-button\">\n",
            ),
        });
        out.content(&self.content);
        out.fixed("\n</button>");
    }
}

crate::markup::opaque_debug! { Button<'_> }
