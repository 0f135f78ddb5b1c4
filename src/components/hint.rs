//! The [`Hint`] of a form control.

use std::borrow::Cow;

use crate::markup::{Attributes, Component, Content, Element, Writer, class, classes_and_attributes, setters, tag};

/// Help that most people need to answer a question, between the label and the control.
///
/// One short sentence without a full stop, and no links: a screen reader reads it with the control and would not say
/// that there is a link ([design system](https://design-system.service.gov.uk/components/text-input/#hint-text)).
///
/// ```
/// use townhall::components::Input;
///
/// let input = Input::new("reference", "Reference number").hint("It is on the letter we sent you");
/// # assert!(maud::html! { (input) }.0.contains("aria-describedby=\"reference-hint\""));
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct Hint<'a> {
    content: Content<'a>,
    id: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Hint<'a> {
    /// A hint with text or HTML.
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    setters! {
        /// The id, for a hint on its own. Controls set it on their hints.
        id(into Cow<'a, str>)
    }
    classes_and_attributes!();

    pub(super) fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    /// Writes the hint with the id that a component gives it, and with the component's class.
    pub(super) fn write_with(
        &self,
        out: &mut Writer<'_>,
        own_classes: &[&str],
        id: impl FnOnce(Element<'_>) -> Element<'_>,
    ) {
        id(out.element(tag!("div")))
            .classes(class!("govuk-hint"), |classes| {
                own_classes.iter().fold(classes, |classes, class| classes.with(class)).with(&self.classes)
            })
            .attributes(&self.attributes)
            .content(&self.content);
    }
}

impl Component for Hint<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        self.write_with(out, &[], |element| element.id(&self.id, ""));
    }
}

impl<'a, C: Into<Content<'a>>> From<C> for Hint<'a> {
    fn from(content: C) -> Self {
        Self::new(content)
    }
}
