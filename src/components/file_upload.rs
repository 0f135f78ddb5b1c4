//! The [`FileUpload`].

use std::borrow::Cow;

use super::form_group::write_messages;
use super::{ErrorMessage, FormGroup, Hint, Label};
use crate::markup::{
    Attributes, Component, DescribedBy, Id, PluralText, Writer, class, classes_and_attributes, name, setters, tag,
};

/// Asks for a file.
///
/// Only if the service cannot do without. Say which formats and sizes are accepted. The form needs
/// `enctype="multipart/form-data"`
/// ([design system](https://design-system.service.gov.uk/components/file-upload/)).
///
/// ```
/// use townhall::components::FileUpload;
///
/// let proof = FileUpload::new("proof", "Upload a proof of address").javascript(true);
/// # assert!(maud::html! { (proof) }.0.contains("data-module=\"govuk-file-upload\""));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct FileUpload<'a> {
    name: Cow<'a, str>,
    label: Label<'a>,
    id: Cow<'a, str>,
    disabled: bool,
    multiple: bool,
    described_by: Cow<'a, str>,
    hint: Option<Hint<'a>>,
    pub(super) error_message: Option<ErrorMessage<'a>>,
    form_group: FormGroup<'a>,
    javascript: bool,
    choose_files_button_text: Cow<'a, str>,
    drop_instruction_text: Cow<'a, str>,
    no_file_chosen_text: Cow<'a, str>,
    multiple_files_chosen_text: PluralText<'a>,
    entered_drop_zone_text: Cow<'a, str>,
    left_drop_zone_text: Cow<'a, str>,
    wrapper_classes: Cow<'a, str>,
    wrapper_attributes: Attributes<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> FileUpload<'a> {
    /// A file input with the name under which the file is sent, and its label.
    pub fn new(name: impl Into<Cow<'a, str>>, label: impl Into<Label<'a>>) -> Self {
        Self { name: name.into(), label: label.into(), ..Self::default() }
    }

    setters! {
        /// The id of the input: its name unless it is set.
        id(into Cow<'a, str>)
        /// Whether no file can be chosen.
        disabled(bool)
        /// Whether several files can be chosen.
        multiple(bool)
        /// Ids of further elements that describe the input, separated by spaces, read before hint and error.
        described_by(into Cow<'a, str>)
        /// Help for answering.
        hint(into Hint<'a>)
        /// What is wrong with the file.
        error_message(into ErrorMessage<'a>)
        /// The group around label, messages and input.
        form_group(FormGroup<'a>)
        /// Whether the script makes it a drop zone with a button. All texts below are the script's.
        javascript(bool)
        /// The button: "Choose file" unless it is set.
        choose_files_button_text(into Cow<'a, str>)
        /// What stands beside the button: "or drop file" unless it is set.
        drop_instruction_text(into Cow<'a, str>)
        /// That there is no file: "No file chosen" unless it is set.
        no_file_chosen_text(into Cow<'a, str>)
        /// How many files there are.
        multiple_files_chosen_text(PluralText<'a>)
        /// What screen readers say when a file is dragged over the zone.
        entered_drop_zone_text(into Cow<'a, str>)
        /// What screen readers say when it is dragged away.
        left_drop_zone_text(into Cow<'a, str>)
        /// Classes to add to those of the drop zone.
        wrapper_classes(into Cow<'a, str>)
        /// Attributes to add to those of the drop zone.
        wrapper_attributes(Attributes<'a>)
    }
    classes_and_attributes!();

    fn write_input(&self, out: &mut Writer<'_>, id: Id<'_>) {
        let has_error = self.error_message.is_some();
        out.element(tag!("input"))
            .classes(class!("govuk-file-upload"), |classes| {
                classes.with(&self.classes).with_if(has_error, "govuk-file-upload--error")
            })
            .reference(name!("id"), id, "")
            .attr(name!("name"), &self.name)
            .fixed("type=\"file\"")
            .boolean_if("disabled", self.disabled)
            .boolean_if("multiple", self.multiple)
            .described_by(&DescribedBy {
                given: &self.described_by,
                id,
                hint: self.hint.is_some(),
                error: has_error,
                ..DescribedBy::default()
            })
            .attributes(&self.attributes)
            .void();
    }
}

impl Component for FileUpload<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        let id = Id::from(if self.id.is_empty() { &self.name } else { &self.id });
        self.form_group.write(
            out,
            self.error_message.is_some(),
            "",
            |element| element,
            |out| {
                self.label.write_for(out, id);
                write_messages(out, id, self.hint.as_ref(), self.error_message.as_ref());
                out.line();
                self.form_group.write_before(out);
                if self.javascript {
                    out.element(tag!("div"))
                        .class(class!("govuk-file-upload-wrapper"), &self.wrapper_classes)
                        .fixed("data-module=\"govuk-file-upload\"")
                        .nonempty(name!("data-i18n.choose-files-button"), &self.choose_files_button_text)
                        .nonempty(name!("data-i18n.no-file-chosen"), &self.no_file_chosen_text)
                        .plural("data-i18n.multiple-files-chosen", &self.multiple_files_chosen_text)
                        .nonempty(name!("data-i18n.drop-instruction"), &self.drop_instruction_text)
                        .nonempty(name!("data-i18n.entered-drop-zone"), &self.entered_drop_zone_text)
                        .nonempty(name!("data-i18n.left-drop-zone"), &self.left_drop_zone_text)
                        .attributes(&self.wrapper_attributes)
                        .children(|out| self.write_input(out, id));
                } else {
                    self.write_input(out, id);
                }
                self.form_group.write_after(out);
            },
        );
    }
}

crate::markup::opaque_debug! { FileUpload<'_> }
