//! The [`Panel`].

use std::borrow::Cow;

use super::Button;
use crate::markup::{
    Attributes, Component, Content, HeadingLevel, Writer, block, class, classes_and_attributes, setters, setters_of,
    tag,
};

const INTERRUPTION: &str = "govuk-panel--interruption";

/// Says that something is done, on a confirmation page; or interrupts a journey with something important.
///
/// Keep what it says short. Whether to print or to save the page is said below it
/// ([design system](https://design-system.service.gov.uk/components/panel/)).
///
/// ```
/// use maud::html;
/// use townhall::components::{Panel, PanelAction};
///
/// let done = Panel::new("Application complete")
///     .content(html! { "Your reference number" br; strong { "HDJ2123F" } });
///
/// let stop = Panel::interruption("Is your age correct?")
///     .content("You said that you are 110 years old.")
///     .actions([PanelAction::link_button("Yes, continue", "/next"), PanelAction::link("Change my age", "/age")]);
/// # assert!(html! { (done) }.0.contains("govuk-panel--confirmation"));
/// # assert!(html! { (stop) }.0.contains("govuk-button--inverse"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct Panel<'a> {
    title: Content<'a>,
    content: Content<'a>,
    heading_level: HeadingLevel,
    is_interruption: bool,
    actions: Option<Vec<PanelAction<'a>>>,
    actions_classes: Cow<'a, str>,
    actions_attributes: Attributes<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Panel<'a> {
    /// A green panel, which says what is done.
    pub fn new(title: impl Into<Content<'a>>) -> Self {
        Self {
            title: title.into(),
            content: Content::default(),
            heading_level: HeadingLevel::H1,
            is_interruption: false,
            actions: None,
            actions_classes: Cow::Borrowed(""),
            actions_attributes: Attributes::new(),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    /// A panel that interrupts, with buttons and links to go on.
    pub fn interruption(title: impl Into<Content<'a>>) -> Self {
        Self { is_interruption: true, ..Self::new(title) }
    }

    /// Buttons and links of an interruption. A confirmation has none.
    pub fn actions(mut self, actions: impl IntoIterator<Item = PanelAction<'a>>) -> Self {
        self.actions = Some(actions.into_iter().collect());
        self
    }

    setters! {
        /// What stands under the title.
        content(into Content<'a>)
        /// The level of the title: 1 unless it is set.
        heading_level(HeadingLevel)
        /// Classes to add to those of the actions.
        actions_classes(into Cow<'a, str>)
        /// Attributes to add to those of the actions.
        actions_attributes(Attributes<'a>)
    }
    classes_and_attributes!();
}

impl Component for Panel<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        let has_class = self.classes.contains(INTERRUPTION);
        let is_interruption = self.is_interruption || has_class;
        out.element(tag!("div"))
            .classes(class!("govuk-panel"), |classes| {
                classes
                    .with_if(!is_interruption, "govuk-panel--confirmation")
                    .with_if(is_interruption && !has_class, INTERRUPTION)
                    .with(&self.classes)
            })
            .attributes(&self.attributes)
            .children(|out| {
                out.element(self.heading_level.tag()).class(class!("govuk-panel__title"), "").content(&self.title);
                if !self.content.is_empty() {
                    out.block(block!("div", "govuk-panel__body"), "").content(&self.content);
                }
                if let Some(actions) = self.actions.as_ref().filter(|_| is_interruption) {
                    out.element(tag!("div"))
                        .class(class!("govuk-panel__actions"), &self.actions_classes)
                        .attributes(&self.actions_attributes)
                        .children(|out| {
                            if !actions.is_empty() {
                                out.block(block!("div", "govuk-button-group"), "").children(|out| {
                                    for action in actions {
                                        action.write(out);
                                    }
                                });
                            }
                        });
                }
            });
    }
}

/// A button or a link of a [`Panel`] that interrupts.
#[derive(Clone)]
#[must_use]
pub struct PanelAction<'a> {
    button: Button<'a>,
    is_link: bool,
}

impl<'a> PanelAction<'a> {
    /// A button that sends the form around the panel.
    pub fn submit(content: impl Into<Content<'a>>) -> Self {
        Self { button: Button::new(content), is_link: false }
    }

    /// A button for a script.
    pub fn button(content: impl Into<Content<'a>>) -> Self {
        Self { button: Button::new(content).button_type("button"), is_link: false }
    }

    /// A link.
    pub fn link(content: impl Into<Content<'a>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self { button: Button::link(content, href), is_link: true }
    }

    /// A link that looks like a button.
    pub fn link_button(content: impl Into<Content<'a>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self { button: Button::link(content, href), is_link: false }
    }

    setters_of! { button:
        /// What a button does in a form.
        button_type(impl Into<Cow<'a, str>>)
        /// Classes to add to its own.
        classes(impl Into<Cow<'a, str>>)
        /// Attributes to add to its own.
        attributes(Attributes<'a>)
    }

    fn write(&self, out: &mut Writer<'_>) {
        if self.is_link {
            self.button.write_as_plain_link(out, class!("govuk-link govuk-link--inverse"));
        } else {
            self.button.write_with(out, " govuk-button--inverse");
        }
        out.line();
    }
}

crate::markup::opaque_debug! { Panel<'_>, PanelAction<'_> }
