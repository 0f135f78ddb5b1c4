//! The text [`Input`].

use std::borrow::Cow;

use super::form_group::write_messages;
use super::{ErrorMessage, FormGroup, Hint, Label};
use crate::markup::{
    Attributes, ClassAttribute, Component, Content, DescribedBy, Element, Id, Writer, class, classes_and_attributes,
    name, setters, tag,
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
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct Input<'a> {
    name: Cow<'a, str>,
    label: Label<'a>,
    id: Cow<'a, str>,
    input_type: Cow<'a, str>,
    inputmode: Option<Cow<'a, str>>,
    value: Option<Cow<'a, str>>,
    disabled: bool,
    described_by: Cow<'a, str>,
    hint: Option<Hint<'a>>,
    pub(super) error_message: Option<ErrorMessage<'a>>,
    prefix: Option<Affix<'a>>,
    suffix: Option<Affix<'a>>,
    form_group: FormGroup<'a>,
    autocomplete: Option<Cow<'a, str>>,
    autocapitalize: Option<Cow<'a, str>>,
    pattern: Option<Cow<'a, str>>,
    spellcheck: Option<bool>,
    input_wrapper: InputWrapper<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Input<'a> {
    /// An input with the name under which the answer is sent, and its label.
    pub fn new(name: impl Into<Cow<'a, str>>, label: impl Into<Label<'a>>) -> Self {
        Self { name: name.into(), label: label.into(), ..Self::default() }
    }

    setters! {
        /// The id of the input: its name unless it is set. Hint and error message take theirs from it.
        id(into Cow<'a, str>)
        /// The `type` of the input, `text` unless it is set; `email` and `tel` bring the right keyboard.
        input_type(into Cow<'a, str>)
        /// The on-screen keyboard: `numeric` for whole numbers, `decimal` where there may be a point.
        inputmode(into Cow<'a, str>)
        /// What was typed, shown again.
        value(into Cow<'a, str>)
        /// Whether the input cannot be changed. Disabled inputs have poor contrast and are not sent: avoid them.
        disabled(bool)
        /// Ids of further elements that describe the input, separated by spaces, read before hint and error.
        described_by(into Cow<'a, str>)
        /// Help for answering.
        hint(into Hint<'a>)
        /// What is wrong with the answer.
        error_message(into ErrorMessage<'a>)
        /// A unit before the input, such as "£". Screen readers do not read it: the label must say it too.
        prefix(into Affix<'a>)
        /// A unit after the input, such as "per item".
        suffix(into Affix<'a>)
        /// The group around label, messages and input.
        form_group(FormGroup<'a>)
        /// The [autofill](https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill) token, such as `postal-code`.
        autocomplete(into Cow<'a, str>)
        /// How on-screen keyboards capitalise: `none`, `sentences`, `words` or `characters`.
        autocapitalize(into Cow<'a, str>)
        /// A regular expression. Browsers check it only without `novalidate`, and old phones use `[0-9]*` to choose a keyboard.
        pattern(into Cow<'a, str>)
        /// Whether the browser checks the spelling: no for names, emails and codes.
        spellcheck(bool)
        /// The element around prefix, input and suffix.
        input_wrapper(InputWrapper<'a>)
    }
    classes_and_attributes!();

    pub(super) fn id_or_name(&self) -> &str {
        if self.id.is_empty() { &self.name } else { &self.id }
    }

    fn write_input(
        &self,
        out: &mut Writer<'_>,
        id: Id<'_>,
        kind: &str,
        own_classes: &[&str],
        described_by: &DescribedBy<'_>,
    ) {
        out.element(tag!("input"))
            .classes(class!("govuk-input"), |classes| {
                own_classes
                    .iter()
                    .fold(classes, |classes, class| classes.with(class))
                    .with(&self.classes)
                    .with_if(self.error_message.is_some(), "govuk-input--error")
            })
            .reference(name!("id"), id, "")
            .attr(name!("name"), &self.name)
            .attr(name!("type"), kind)
            .true_or_false(name!("spellcheck"), self.spellcheck)
            .optional(name!("value"), self.value.as_ref())
            .boolean_if("disabled", self.disabled)
            .described_by(described_by)
            .optional(name!("autocomplete"), self.autocomplete.as_ref())
            .optional(name!("autocapitalize"), self.autocapitalize.as_ref())
            .optional(name!("pattern"), self.pattern.as_ref())
            .optional(name!("inputmode"), self.inputmode.as_ref())
            .attributes(&self.attributes)
            .void();
    }

    /// Writes the input for a component that is made of it: with that component's classes, form group and label.
    pub(super) fn write_as(&self, out: &mut Writer<'_>, frame: &InputFrame<'_>) {
        let id = Id::from(self.id_or_name());
        let described_by = DescribedBy {
            given: &self.described_by,
            id,
            hint: self.hint.is_some(),
            error: self.error_message.is_some(),
            ..DescribedBy::default()
        };
        let kind = if self.input_type.is_empty() { "text" } else { &self.input_type };
        self.form_group.write(out, self.error_message.is_some(), frame.group_class, frame.group_attributes, |out| {
            self.label.write_for(out, |element| element.reference(name!("for"), id, ""));
            write_messages(out, id, self.hint.as_ref(), self.error_message.as_ref());
            let nonempty =
                |content: &'_ Option<Content<'a>>| content.as_ref().is_some_and(|content| !content.is_empty());
            let prefix = self.prefix.as_ref().filter(|affix| !affix.content.is_empty());
            let suffix = self.suffix.as_ref().filter(|affix| !affix.content.is_empty());
            let before = nonempty(&self.form_group.before_input);
            let after = nonempty(&self.form_group.after_input);
            if frame.after_input.is_none() && prefix.is_none() && suffix.is_none() && !before && !after {
                out.line();
                return self.write_input(out, id, kind, frame.input_classes, &described_by);
            }
            out.element(tag!("div"))
                .classes(class!("govuk-input__wrapper"), |classes| {
                    classes.with(frame.wrapper_class).with(&self.input_wrapper.classes)
                })
                .attributes(&self.input_wrapper.attributes)
                .children(|out| {
                    if before {
                        self.form_group.write_before(out);
                    }
                    if let Some(affix) = prefix {
                        affix.write(out, class!("govuk-input__prefix"));
                    }
                    self.write_input(out, id, kind, frame.input_classes, &described_by);
                    if let Some(affix) = suffix {
                        affix.write(out, class!("govuk-input__suffix"));
                    }
                    if let Some(write) = frame.after_input {
                        out.line();
                        write(out);
                    }
                    if let Some(content) = self.form_group.after_input.as_ref().filter(|_| after) {
                        out.line();
                        if frame.after_input.is_some() { content.write_trimmed(out) } else { out.content(content) }
                    }
                });
        });
    }
}

/// What a component that is made of an [`Input`] adds to it.
pub(super) struct InputFrame<'f> {
    pub(super) group_class: &'static str,
    pub(super) group_attributes: &'f dyn for<'e> Fn(Element<'e>) -> Element<'e>,
    pub(super) wrapper_class: &'static str,
    pub(super) input_classes: &'f [&'f str],
    /// Written right after the input, inside its wrapper.
    pub(super) after_input: Option<&'f dyn Fn(&mut Writer<'_>)>,
}

/// A frame with nothing in it.
const PLAIN: InputFrame<'static> = InputFrame {
    group_class: "",
    group_attributes: &|element| element,
    wrapper_class: "",
    input_classes: &[],
    after_input: None,
};

impl Component for Input<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        self.write_as(out, &PLAIN);
    }
}

/// A unit before or after an [`Input`].
#[derive(Debug, Clone, Default)]
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

    fn write(&self, out: &mut Writer<'_>, class: ClassAttribute) {
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
#[derive(Debug, Clone, Default)]
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
