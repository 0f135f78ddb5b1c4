//! The text [`Input`].

use std::borrow::Cow;

use super::form_group::write_messages;
use super::{ErrorMessage, FormGroup, Hint, Label};
use crate::markup::{
    Attributes, ClassAttribute, Component, Content, DescribedBy, Element, Id, Rarely, Token, Writer, class,
    classes_and_attributes, fixed_with_classes, name, setters, tag,
};

/// Asks for an answer of one line.
///
/// Its width shows how long an answer is expected to be (`govuk-input--width-10`). Set `autocomplete` where a
/// [purpose](https://www.w3.org/WAI/WCAG22/Understanding/identify-input-purpose) of WCAG 1.3.5 fits. For whole numbers use
/// `inputmode("numeric")`, never `input_type("number")`; no placeholder, no `maxlength`
/// ([design system](https://design-system.service.gov.uk/components/text-input/)).
///
/// ```
/// use townhall::components::{Input, Label};
///
/// let email = Input::new("email", "Email address")
///     .hint("We will send the permit to this address")
///     .input_type("email")
///     .autocomplete("email")
///     .spellcheck(false)
///     .value("sam@example.com");
/// # assert!(maud::html! { (email) }.0.contains(r#"id="email" name="email" type="email" spellcheck="false""#));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct Input<'a> {
    name: Token<'a>,
    label: Label<'a>,
    input_type: Token<'a>,
    inputmode: Option<Token<'a>>,
    value: Option<Cow<'a, str>>,
    hint: Option<Hint<'a>>,
    pub(super) error_message: Option<ErrorMessage<'a>>,
    form_group: FormGroup<'a>,
    autocomplete: Option<Token<'a>>,
    spellcheck: Option<bool>,
    classes: Token<'a>,
    rare: Rarely<Rare<'a>>,
}

/// What hardly any input has.
#[derive(Debug, Clone, Default)]
struct Rare<'a> {
    id: Cow<'a, str>,
    disabled: bool,
    described_by: Cow<'a, str>,
    prefix: Option<Affix<'a>>,
    suffix: Option<Affix<'a>>,
    autocapitalize: Option<Cow<'a, str>>,
    pattern: Option<Cow<'a, str>>,
    input_wrapper: InputWrapper<'a>,
    attributes: Attributes<'a>,
}

impl<'a> Input<'a> {
    /// An input with the name under which the answer is sent, and its label.
    #[inline]
    pub fn new(name: impl Into<Cow<'a, str>>, label: impl Into<Label<'a>>) -> Self {
        Self { name: Token::new(name), label: label.into(), ..Self::default() }
    }

    setters! {
        /// The id of the input: its name unless it is set. Hint and error message take theirs from it.
        id(into Cow<'a, str>) => rare
        /// The `type` of the input, `text` unless it is set; `email` and `tel` bring the right keyboard.
        input_type(token)
        /// The on-screen keyboard: `numeric` for whole numbers, `decimal` where there may be a point.
        inputmode(token)
        /// What was typed, shown again.
        value(into Cow<'a, str>)
        /// Whether the input cannot be changed. Disabled inputs have poor contrast and are not sent: avoid them.
        disabled(bool) => rare
        /// Ids of further elements that describe the input, separated by spaces, read before hint and error.
        described_by(into Cow<'a, str>) => rare
        /// Help for answering.
        hint(into Hint<'a>)
        /// What is wrong with the answer.
        error_message(into ErrorMessage<'a>)
        /// A unit before the input, such as "£". Screen readers do not read it: the label must say it too.
        prefix(into Affix<'a>) => rare
        /// A unit after the input, such as "per item".
        suffix(into Affix<'a>) => rare
        /// The group around label, messages and input.
        form_group(FormGroup<'a>)
        /// The [autofill](https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill) token, such as `postal-code`.
        autocomplete(token)
        /// How on-screen keyboards capitalise: `none`, `sentences`, `words` or `characters`.
        autocapitalize(into Cow<'a, str>) => rare
        /// A regular expression. Browsers check it only without `novalidate`, and old phones use `[0-9]*` to choose a keyboard.
        pattern(into Cow<'a, str>) => rare
        /// Whether the browser checks the spelling: no for names, emails and codes.
        spellcheck(bool)
        /// The element around prefix, input and suffix.
        input_wrapper(InputWrapper<'a>) => rare
    }
    classes_and_attributes!(, => rare);

    pub(super) fn id_or_name(&self) -> Id<'_> {
        match &self.rare {
            Some(rare) if !rare.id.is_empty() => Id::from(&rare.id),
            _ => Id::from(&self.name),
        }
    }

    #[inline(always)]
    fn write_input(&self, out: &mut Writer<'_>, id: Id<'_>, own_classes: &'static str) {
        let rare = self.rare.as_deref();
        out.fixed("<input class=\"govuk-input");
        out.fixed(own_classes);
        if !self.classes.is_empty() {
            out.fixed(" ");
            out.token(&self.classes);
        }
        out.fixed(if self.error_message.is_some() { " govuk-input--error\" id=\"" } else { "\" id=\"" });
        out.id(id);
        out.fixed("\" name=\"");
        out.token(&self.name);
        if self.input_type.is_empty() {
            out.fixed("\" type=\"text\"");
        } else {
            out.fixed("\" type=\"");
            out.token(&self.input_type);
            out.fixed("\"");
        }
        match self.spellcheck {
            None => {}
            Some(true) => out.fixed(" spellcheck=\"true\""),
            Some(false) => out.fixed(" spellcheck=\"false\""),
        }
        out.optional(name!("value"), self.value.as_ref());
        if rare.is_some_and(|rare| rare.disabled) {
            out.fixed(" disabled");
        }
        out.described_by(&DescribedBy {
            given: rare.map_or("", |rare| &rare.described_by),
            id,
            hint: self.hint.is_some(),
            error: self.error_message.is_some(),
            ..DescribedBy::default()
        });
        out.optional_token(name!("autocomplete"), self.autocomplete.as_ref());
        if let Some(rare) = rare {
            out.optional(name!("autocapitalize"), rare.autocapitalize.as_ref());
            out.optional(name!("pattern"), rare.pattern.as_ref());
        }
        out.optional_token(name!("inputmode"), self.inputmode.as_ref());
        if let Some(rare) = rare {
            out.attributes(&rare.attributes);
        }
        out.fixed(">");
    }

    /// Writes the input for a component that is made of it: with that component's classes, form group and label.
    #[inline(always)]
    pub(super) fn write_as(&self, out: &mut Writer<'_>, frame: &InputFrame<'_>) {
        let id = self.id_or_name();
        self.form_group.write(out, self.error_message.is_some(), frame.group_class, frame.group_attributes, |out| {
            self.label.write_for(out, id);
            write_messages(out, id, self.hint.as_ref(), self.error_message.as_ref());
            let affix = |affix: Option<&'_ Affix<'a>>| affix.is_some_and(|affix| !affix.content.is_empty());
            let has_affix =
                self.rare.as_ref().is_some_and(|rare| affix(rare.prefix.as_ref()) || affix(rare.suffix.as_ref()));
            let nonempty = |content: Option<&'_ Content<'_>>| content.is_some_and(|content| !content.is_empty());
            let before = nonempty(self.form_group.content_before());
            let after = nonempty(self.form_group.content_after());
            if frame.after_input.is_none() && !has_affix && !before && !after {
                out.line();
                self.write_input(out, id, frame.input_classes);
            } else {
                self.write_wrapped(out, id, frame, before, after);
            }
        });
    }

    /// Writes the input with what stands beside it.
    #[inline(never)]
    fn write_wrapped(&self, out: &mut Writer<'_>, id: Id<'_>, frame: &InputFrame<'_>, before: bool, after: bool) {
        let rare = self.rare.as_deref();
        let wrapper = rare.map(|rare| &rare.input_wrapper);
        out.fixed("<div class=\"govuk-input__wrapper");
        out.fixed(frame.wrapper_class);
        fixed_with_classes!(out, "", wrapper.map_or("", |wrapper| &wrapper.classes), "\"");
        if let Some(wrapper) = wrapper {
            out.attributes(&wrapper.attributes);
        }
        out.fixed(">");
        if before {
            self.form_group.write_before(out);
        }
        if let Some(affix) = rare.and_then(|rare| rare.prefix.as_ref()) {
            affix.write(out, class!("govuk-input__prefix"));
        }
        self.write_input(out, id, frame.input_classes);
        if let Some(affix) = rare.and_then(|rare| rare.suffix.as_ref()) {
            affix.write(out, class!("govuk-input__suffix"));
        }
        if let Some(write) = frame.after_input {
            out.line();
            write(out);
        }
        if let Some(content) = self.form_group.content_after().filter(|_| after) {
            out.line();
            if frame.after_input.is_some() { content.write_trimmed(out) } else { out.content(content) }
        }
        out.fixed("</div>");
    }
}

/// What a component that is made of an [`Input`] adds to it. Classes start with a space.
pub(super) struct InputFrame<'f> {
    pub(super) group_class: &'static str,
    pub(super) group_attributes: &'f dyn for<'e> Fn(Element<'e>) -> Element<'e>,
    pub(super) wrapper_class: &'static str,
    pub(super) input_classes: &'static str,
    /// Written right after the input, inside its wrapper.
    pub(super) after_input: Option<&'f dyn Fn(&mut Writer<'_>)>,
}

/// A frame with nothing in it.
const PLAIN: InputFrame<'static> = InputFrame {
    group_class: "",
    group_attributes: &|element| element,
    wrapper_class: "",
    input_classes: "",
    after_input: None,
};

impl Component for Input<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        self.write_as(out, &PLAIN);
    }
}

/// A unit before or after an [`Input`].
#[derive(Clone, Default)]
#[must_use]
pub struct Affix<'a> {
    content: Content<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Affix<'a> {
    /// A unit: text or HTML. Screen readers do not read it.
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    classes_and_attributes!();

    /// Nothing, if there is nothing in it.
    fn write(&self, out: &mut Writer<'_>, class: ClassAttribute) {
        if self.content.is_empty() {
            return;
        }
        out.element(tag!("div"))
            .class(class, &self.classes)
            .fixed("aria-hidden=\"true\"")
            .attributes(&self.attributes)
            .content(&self.content);
    }
}

impl<'a, C: Into<Content<'a>>> From<C> for Affix<'a> {
    fn from(content: C) -> Self {
        Self::new(content)
    }
}

/// The element around an [`Input`] with its prefix and suffix.
#[derive(Clone, Default)]
#[must_use]
pub struct InputWrapper<'a> {
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> InputWrapper<'a> {
    /// A wrapper without anything of its own.
    pub fn new() -> Self {
        Self::default()
    }

    classes_and_attributes!();
}

crate::markup::opaque_debug! { Input<'_>, Affix<'_>, InputWrapper<'_> }
