//! The [`Textarea`].

use std::borrow::Cow;

use super::form_group::write_messages;
use super::{ErrorMessage, FormGroup, Hint, Label};
use crate::markup::{
    Attributes, Component, DescribedBy, Element, Id, Writer, class, classes_and_attributes, name, setters, tag,
};

/// Asks for an answer of more than one line.
///
/// Its height shows how long an answer is expected to be
/// ([design system](https://design-system.service.gov.uk/components/textarea/)).
///
/// ```
/// use townhall::components::Textarea;
///
/// let detail = Textarea::new("detail", "Can you provide more detail?").rows(8).value("<line 1>\nline 2");
/// # assert!(maud::html! { (detail) }.0.contains("rows=\"8\">&lt;line 1&gt;\nline 2</textarea>"));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct Textarea<'a> {
    name: Cow<'a, str>,
    label: Label<'a>,
    id: Cow<'a, str>,
    rows: Option<u32>,
    value: Cow<'a, str>,
    disabled: bool,
    spellcheck: Option<bool>,
    autocomplete: Cow<'a, str>,
    described_by: Cow<'a, str>,
    hint: Option<Hint<'a>>,
    pub(super) error_message: Option<ErrorMessage<'a>>,
    form_group: FormGroup<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Textarea<'a> {
    /// A textarea with the name under which the answer is sent, and its label.
    pub fn new(name: impl Into<Cow<'a, str>>, label: impl Into<Label<'a>>) -> Self {
        Self { name: name.into(), label: label.into(), ..Self::default() }
    }

    setters! {
        /// The id of the textarea: its name unless it is set.
        id(into Cow<'a, str>)
        /// Its height in lines: 5 unless it is set, or 0.
        rows(u32)
        /// What was typed, shown again to the last character.
        value(into Cow<'a, str>)
        /// Whether the textarea cannot be changed.
        disabled(bool)
        /// Whether the browser checks the spelling.
        spellcheck(bool)
        /// The autofill token: `street-address` for a whole address.
        autocomplete(into Cow<'a, str>)
        /// Ids of further elements that describe the textarea, separated by spaces, read before hint and error.
        described_by(into Cow<'a, str>)
        /// Help for answering.
        hint(into Hint<'a>)
        /// What is wrong with the answer.
        error_message(into ErrorMessage<'a>)
        /// The group around label, messages and textarea.
        form_group(FormGroup<'a>)
    }
    classes_and_attributes!();

    pub(super) fn id_or_name(&self) -> &str {
        if self.id.is_empty() { &self.name } else { &self.id }
    }

    /// Writes the textarea for a component that is made of it.
    pub(super) fn write_as(
        &self,
        out: &mut Writer<'_>,
        group_class: &'static str,
        own_class: &'static str,
        group_attributes: impl FnOnce(Element<'_>) -> Element<'_>,
        info: Option<&dyn Fn(&mut Writer<'_>)>,
    ) {
        let id = Id::from(self.id_or_name());
        let has_error = self.error_message.is_some();
        let described_by = DescribedBy {
            given: &self.described_by,
            id,
            info: info.is_some(),
            hint: self.hint.is_some(),
            error: has_error,
            item: None,
        };
        self.form_group.write(out, has_error, group_class, group_attributes, |out| {
            self.label.write_for(out, id);
            write_messages(out, id, self.hint.as_ref(), self.error_message.as_ref());
            out.line();
            self.form_group.write_before(out);
            let textarea = out
                .element(tag!("textarea"))
                .classes(class!("govuk-textarea"), |classes| {
                    classes.with_if(has_error, "govuk-textarea--error").with(own_class).with(&self.classes)
                })
                .reference(name!("id"), id, "")
                .attr(name!("name"), &self.name)
                .number(name!("rows"), self.rows.filter(|&rows| rows > 0).unwrap_or(5).into())
                .true_or_false(name!("spellcheck"), self.spellcheck);
            textarea
                .boolean_if("disabled", self.disabled)
                .described_by(&described_by)
                .nonempty(name!("autocomplete"), &self.autocomplete)
                .attributes(&self.attributes)
                .children(|out| {
                    // HTML drops a line break right after the start tag: a first empty line would be lost.
                    if self.value.starts_with(['\n', '\r']) {
                        out.line();
                    }
                    out.text(&self.value);
                });
            match info {
                Some(write) => {
                    write(out);
                    if let Some(content) = self.form_group.content_after() {
                        content.write_trimmed(out);
                    }
                }
                None => self.form_group.write_after(out),
            }
        });
    }
}

impl Component for Textarea<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        self.write_as(out, "", "", |element| element, None);
    }
}

crate::markup::opaque_debug! { Textarea<'_> }
