//! The [`Hint`] of a form control.

use std::borrow::Cow;

use super::form_group::OfMessage;
use crate::markup::{
    Component, Content, Id, ItemId, Rarely, Writer, classes_and_attributes, fixed_with_classes, setters,
};

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
#[derive(Clone, Default)]
#[must_use]
pub struct Hint<'a> {
    content: Content<'a>,
    rare: Rarely<OfMessage<'a>>,
}

impl<'a> Hint<'a> {
    /// A hint with text or HTML.
    #[inline]
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    setters! {
        /// The id, for a hint on its own. Controls set it on their hints.
        id(into Cow<'a, str>) => rare
    }
    classes_and_attributes!(=> rare);

    pub(super) fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    /// Writes what stands after the id: with the class of a component.
    #[inline(always)]
    fn write_after_id(&self, out: &mut Writer<'_>, class: &'static str) {
        match self.rare.as_deref() {
            None if class.is_empty() => out.fixed(" class=\"govuk-hint\">"),
            rare => {
                out.fixed(" class=\"govuk-hint");
                out.fixed(class);
                if let Some(rare) = rare {
                    fixed_with_classes!(out, "", &rare.classes, "\"");
                    out.attributes(&rare.attributes);
                    out.fixed(">");
                } else {
                    out.fixed("\">");
                }
            }
        }
        out.content(&self.content);
        out.fixed("</div>");
    }

    /// Writes the hint of a control, with its id.
    #[inline(always)]
    pub(super) fn write_for(&self, out: &mut Writer<'_>, control: Id<'_>) {
        out.fixed("<div id=\"");
        out.id(control);
        out.fixed("-hint\"");
        self.write_after_id(out, "");
    }

    /// Writes the hint of an item, with the class of its component, which starts with a space.
    #[inline(always)]
    pub(super) fn write_for_item(&self, out: &mut Writer<'_>, item: ItemId<'_>, class: &'static str) {
        out.fixed("<div id=\"");
        out.item_id(item);
        out.fixed("-item-hint\"");
        self.write_after_id(out, class);
    }
}

impl Component for Hint<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.fixed("<div");
        if let Some(rare) = &self.rare {
            rare.write_id(out);
        }
        self.write_after_id(out, "");
    }
}

impl<'a, C: Into<Content<'a>>> From<C> for Hint<'a> {
    #[inline]
    fn from(content: C) -> Self {
        Self::new(content)
    }
}

crate::markup::opaque_debug! { Hint<'_> }
