//! What radios and checkboxes share: an item, and how a group of items is written.

use std::borrow::Cow;

use super::form_group::write_messages;
use super::{ErrorMessage, Fieldset, FormGroup, Hint};
use crate::markup::{
    Attributes, Block, ClassAttribute, Content, DescribedBy, Id, ItemId, Rarely, Token, Writer, block, class,
    fixed_with_classes, name, rarely, tag,
};

/// One item, as [`RadioItem`](super::RadioItem) and [`CheckboxItem`](super::CheckboxItem) hold it.
#[derive(Clone, Default)]
pub(super) struct Choice<'a> {
    value: Token<'a>,
    label: Content<'a>,
    is_divider: bool,
    id: Cow<'a, str>,
    checked: Option<bool>,
    disabled: bool,
    hint: Option<Hint<'a>>,
    conditional: Option<Content<'a>>,
    extras: Rarely<Extras<'a>>,
}

/// What hardly any item has, so that a list of items stays small.
#[derive(Debug, Clone, Default)]
struct Extras<'a> {
    name: Cow<'a, str>,
    behaviour: Cow<'a, str>,
    label_classes: Cow<'a, str>,
    label_attributes: Attributes<'a>,
    attributes: Attributes<'a>,
}

impl<'a> Choice<'a> {
    #[inline]
    pub(super) fn new(value: impl Into<Cow<'a, str>>, label: impl Into<Content<'a>>) -> Self {
        Self { value: Token::new(value), label: label.into(), ..Self::default() }
    }

    pub(super) fn divider(text: impl Into<Content<'a>>) -> Self {
        Self { label: text.into(), is_divider: true, ..Self::default() }
    }

    pub(super) fn id(mut self, id: impl Into<Cow<'a, str>>) -> Self {
        self.id = id.into();
        self
    }

    pub(super) fn checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
        self
    }

    pub(super) fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    pub(super) fn hint(mut self, hint: impl Into<Hint<'a>>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub(super) fn conditional(mut self, content: impl Into<Content<'a>>) -> Self {
        self.conditional = Some(content.into());
        self
    }

    fn extras(&mut self) -> &mut Extras<'a> {
        rarely(&mut self.extras)
    }

    pub(super) fn name(mut self, name: impl Into<Cow<'a, str>>) -> Self {
        self.extras().name = name.into();
        self
    }

    pub(super) fn behaviour(mut self, behaviour: impl Into<Cow<'a, str>>) -> Self {
        self.extras().behaviour = behaviour.into();
        self
    }

    pub(super) fn label_classes(mut self, classes: impl Into<Cow<'a, str>>) -> Self {
        self.extras().label_classes = classes.into();
        self
    }

    pub(super) fn label_attributes(mut self, attributes: Attributes<'a>) -> Self {
        self.extras().label_attributes = attributes;
        self
    }

    pub(super) fn attributes(mut self, attributes: Attributes<'a>) -> Self {
        self.extras().attributes = attributes;
        self
    }
}

/// The words in which the two kinds of group differ. They are constants of a type, so that each kind has code of its own in which
/// they are literals.
pub(super) trait Kind {
    const GROUP: ClassAttribute;
    const MODULE: &'static str;
    const ITEM: &'static str;
    const TYPE: &'static str;
    const LABEL: &'static str;
    const HINT: &'static str;
    const DIVIDER: Block;
    const CONDITIONAL: &'static str;
    const CONDITIONAL_HIDDEN: &'static str;
    /// Whether the inputs themselves refer to hint and error where there is no fieldset that could.
    const DESCRIBES_INPUTS: bool;
}

pub(super) struct OneOf;

impl Kind for OneOf {
    const GROUP: ClassAttribute = class!("govuk-radios");
    const MODULE: &'static str = "data-module=\"govuk-radios\"";
    const ITEM: &'static str = "<div class=\"govuk-radios__item\"><input class=\"govuk-radios__input\" id=\"";
    const TYPE: &'static str = "\" type=\"radio\" value=\"";
    const LABEL: &'static str = "\n<label class=\"govuk-label govuk-radios__label";
    const HINT: &'static str = " govuk-radios__hint";
    const DIVIDER: Block = block!("div", "govuk-radios__divider");
    const CONDITIONAL: &'static str = "<div class=\"govuk-radios__conditional\" id=\"conditional-";
    const CONDITIONAL_HIDDEN: &'static str =
        "<div class=\"govuk-radios__conditional govuk-radios__conditional--hidden\" id=\"conditional-";
    const DESCRIBES_INPUTS: bool = false;
}

pub(super) struct AnyOf;

impl Kind for AnyOf {
    const GROUP: ClassAttribute = class!("govuk-checkboxes");
    const MODULE: &'static str = "data-module=\"govuk-checkboxes\"";
    const ITEM: &'static str = "<div class=\"govuk-checkboxes__item\"><input class=\"govuk-checkboxes__input\" id=\"";
    const TYPE: &'static str = "\" type=\"checkbox\" value=\"";
    const LABEL: &'static str = "\n<label class=\"govuk-label govuk-checkboxes__label";
    const HINT: &'static str = " govuk-checkboxes__hint";
    const DIVIDER: Block = block!("div", "govuk-checkboxes__divider");
    const CONDITIONAL: &'static str = "<div class=\"govuk-checkboxes__conditional\" id=\"conditional-";
    const CONDITIONAL_HIDDEN: &'static str =
        "<div class=\"govuk-checkboxes__conditional govuk-checkboxes__conditional--hidden\" id=\"conditional-";
    const DESCRIBES_INPUTS: bool = true;
}

/// A group of items, borrowed from the component that holds it.
pub(super) struct Group<'g, 'a> {
    pub(super) name: &'g Token<'a>,
    pub(super) id_prefix: &'g str,
    pub(super) described_by: &'g str,
    pub(super) fieldset: Option<&'g Fieldset<'a>>,
    pub(super) hint: Option<&'g Hint<'a>>,
    pub(super) error_message: Option<&'g ErrorMessage<'a>>,
    pub(super) form_group: &'g FormGroup<'a>,
    pub(super) classes: &'g str,
    pub(super) attributes: &'g Attributes<'a>,
}

impl Group<'_, '_> {
    /// Writes the group: its items, of which `is_chosen` says by their value whether they are ticked.
    pub(super) fn write<'i, 'a: 'i, K: Kind>(
        &self,
        out: &mut Writer<'_>,
        items: impl Iterator<Item = &'i Choice<'a>>,
        is_chosen: impl Fn(&str) -> bool,
    ) {
        let described_by = DescribedBy {
            given: self
                .fieldset
                .map(Fieldset::given_description)
                .filter(|given| !given.is_empty())
                .unwrap_or(self.described_by),
            id: if self.id_prefix.is_empty() { Id::from(self.name) } else { Id::from(self.id_prefix) },
            hint: self.hint.is_some(),
            error: self.error_message.is_some(),
            ..DescribedBy::default()
        };
        self.form_group.write(
            out,
            self.error_message.is_some(),
            "",
            |element| element,
            |out| match self.fieldset {
                Some(fieldset) => fieldset.write_around(out, "", &described_by, |out| {
                    self.write_items::<K>(out, &described_by, &DescribedBy::default(), items, is_chosen);
                }),
                None => {
                    let of_inputs = if K::DESCRIBES_INPUTS { described_by } else { DescribedBy::default() };
                    self.write_items::<K>(out, &described_by, &of_inputs, items, is_chosen);
                }
            },
        );
    }

    fn write_items<'i, 'a: 'i, K: Kind>(
        &self,
        out: &mut Writer<'_>,
        group: &DescribedBy<'_>,
        of_inputs: &DescribedBy<'_>,
        items: impl Iterator<Item = &'i Choice<'a>>,
        is_chosen: impl Fn(&str) -> bool,
    ) {
        write_messages(out, group.id, self.hint, self.error_message);
        out.element(tag!("div")).class(K::GROUP, self.classes).attributes(self.attributes).fixed(K::MODULE).children(
            |out| {
                self.form_group.write_before(out);
                for (at, item) in items.enumerate() {
                    if item.is_divider {
                        out.block(K::DIVIDER, "").content(&item.label);
                    } else {
                        let id = if item.id.is_empty() {
                            ItemId { base: group.id, number: at + 1 }
                        } else {
                            ItemId { base: Id::from(&item.id), number: 0 }
                        };
                        let is_checked = item.checked.unwrap_or_else(|| is_chosen(&item.value));
                        self.write_item::<K>(out, item, id, is_checked, of_inputs);
                    }
                }
                self.form_group.write_after(out);
            },
        );
    }

    fn write_item<K: Kind>(
        &self,
        out: &mut Writer<'_>,
        item: &Choice<'_>,
        id: ItemId<'_>,
        is_checked: bool,
        of_inputs: &DescribedBy<'_>,
    ) {
        let extras = item.extras.as_deref();
        let hint = item.hint.as_ref().filter(|hint| !hint.is_empty());
        let conditional = item.conditional.as_ref().filter(|content| !content.is_empty());
        out.fixed(K::ITEM);
        out.item_id(id);
        out.fixed("\" name=\"");
        match extras {
            Some(extras) if !extras.name.is_empty() => out.text(&extras.name),
            _ => out.token(self.name),
        }
        out.fixed(K::TYPE);
        out.token(&item.value);
        out.fixed(if is_checked { "\" checked" } else { "\"" });
        if item.disabled {
            out.fixed(" disabled");
        }
        if conditional.is_some() {
            out.fixed(" data-aria-controls=\"conditional-");
            out.item_id(id);
            out.fixed("\"");
        }
        if let Some(extras) = extras {
            out.nonempty(name!("data-behaviour"), &extras.behaviour);
        }
        out.described_by(&DescribedBy { item: hint.map(|_| id), ..*of_inputs });
        if let Some(extras) = extras {
            out.attributes(&extras.attributes);
        }
        out.fixed(">");
        if item.label.is_empty() {
            out.line();
        } else {
            out.fixed(K::LABEL);
            match extras {
                None => out.fixed("\" for=\""),
                Some(extras) => {
                    fixed_with_classes!(out, "", &extras.label_classes, "\"");
                    out.attributes(&extras.label_attributes);
                    out.fixed(" for=\"");
                }
            }
            out.item_id(id);
            out.fixed("\">\n");
            out.content(&item.label);
            out.fixed("\n</label>");
        }
        if let Some(hint) = hint {
            hint.write_for_item(out, id, K::HINT);
        }
        out.fixed("</div>");
        if let Some(content) = conditional {
            out.fixed(if is_checked { K::CONDITIONAL } else { K::CONDITIONAL_HIDDEN });
            out.item_id(id);
            out.fixed("\">");
            out.content(content);
            out.fixed("</div>");
        }
    }
}

crate::markup::opaque_debug! { Choice<'_> }
