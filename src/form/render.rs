//! A question as HTML: its controls, from the types of its fields, with words, with what was typed, and with what is wrong.

use std::borrow::Cow;

use maud::{Markup, PreEscaped, html};

use super::data::{REMOVE_FILE_FIELD, UPLOAD_FIELD};
use super::decode::marked_parts;
use super::fields::Count;
use super::settings::{Setting, is_honoured};
use super::shape::{Choice, Control, FieldShape, Kind, Shape, join};
use super::words::Words;
use super::{FieldErrors, FormData};
use crate::attributes;
use crate::components::{
    Button, CharacterCount, CheckboxItem, Checkboxes, CountType, DateInput, DateInputPart, ErrorSummary,
    ErrorSummaryItem, Fieldset, FileUpload, Input, Label, Legend, PasswordInput, RadioItem, Radios, Select, SelectItem,
    Textarea,
};
use crate::language::{Argument, Direction, Locale, Word};
use crate::markup::{Attributes, Component, Writer, name, tag};
use crate::values::{Hints, UploadedFile, hints_of};

/// A question, what was typed, what is wrong, and a language.
pub(crate) struct Rendering<'a> {
    pub(super) words: Words<'a>,
    pub(super) shape: &'static Shape,
    data: &'a FormData,
    pub(super) errors: &'a FieldErrors,
    /// The heading that the question has besides its fields' labels.
    heading: Option<&'a str>,
    /// The errors in words: each is said twice, above the page and beside its field.
    texts: Vec<Cow<'a, str>>,
}

/// Where a field stands, which decides how large its label is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The only one on its page: its label is the heading.
    Alone,
    /// One of several.
    Among,
    /// Inside another.
    Inside,
}

impl<'a> Rendering<'a> {
    pub(super) fn new(
        question: &'static str,
        shape: &'static Shape,
        data: &'a FormData,
        errors: &'a FieldErrors,
        locale: &'a Locale,
    ) -> Self {
        let words = Words { locale, question };
        let texts = errors.iter().map(|error| words.error(shape, error)).collect();
        Self { words, shape, data, errors, heading: words.heading(), texts }
    }

    pub(super) fn locale(&self) -> &'a Locale {
        self.words.locale
    }

    /// The heading that stands above the controls, unless the label of the only one is the heading.
    pub(super) fn heading(&self) -> Option<Cow<'a, str>> {
        if self.is_alone() { None } else { Some(self.title()) }
    }

    /// The title of the page: its heading.
    pub(crate) fn title(&self) -> Cow<'a, str> {
        match self.shape.fields.as_slice() {
            [field] if self.is_alone() => self.words.label(field),
            _ => self.heading.map_or_else(|| self.words.locale.text(self.words.question), Cow::Borrowed),
        }
    }

    /// What stands below the heading.
    pub(super) fn body(&self) -> Option<&'a str> {
        self.words.locale.fixed(self.words.question, &["body"]).filter(|body| !body.trim().is_empty())
    }

    /// Whether one field is the whole page. A heading of the page's own makes its label a label.
    fn is_alone(&self) -> bool {
        self.shape.fields.len() == 1 && self.heading.is_none()
    }

    /// Whether nothing is typed, and nothing is wrong.
    pub(super) fn is_blank(&self) -> bool {
        self.data.is_empty() && self.errors.is_empty()
    }

    pub(super) fn summary(&self) -> Option<ErrorSummary<'_>> {
        if self.errors.is_empty() {
            return None;
        }
        let items = self.errors.iter().zip(&self.texts).map(|(error, text)| {
            let field = self.shape.field(&error.path);
            let target = field.or(self.shape.fields.first()).map_or(Cow::Borrowed(""), |field| self.target(field));
            ErrorSummaryItem::for_field(target, &**text)
        });
        Some(ErrorSummary::new(self.locale().word(Word::ThereIsAProblem), items))
    }

    /// The id of the control to go to: the first radio, the first wrong part of a date.
    fn target<'s>(&self, field: &'s FieldShape) -> Cow<'s, str> {
        let parts = self.errors.of(&field.path).map(marked_parts).unwrap_or_default();
        match &field.kind {
            Kind::Date if parts.day => join(&field.path, "day").into(),
            Kind::Date | Kind::MonthAndYear if parts.month => join(&field.path, "month").into(),
            Kind::Date | Kind::MonthAndYear => join(&field.path, "year").into(),
            Kind::Group(_, fields) => fields.first().map_or(Cow::from(&field.path), |first| self.target(first)),
            _ => Cow::from(&field.path),
        }
    }

    /// All controls.
    pub(super) fn controls(&self) -> Markup {
        let mut html = String::with_capacity(4 * 1024);
        self.write(&mut Writer::new(&mut html));
        PreEscaped(html)
    }

    pub(super) fn write(&self, out: &mut Writer<'_>) {
        let place = if self.is_alone() { Place::Alone } else { Place::Among };
        if self.has_files() {
            // The Enter key presses the first button of a form: that must not be one of those that belong to a file.
            let hidden = attributes! { "tabindex": "-1", "aria-hidden": "true" };
            let button = Button::new(self.locale().word(Word::Continue)).classes("govuk-visually-hidden");
            out.component(&button.attributes(hidden));
        }
        for field in &self.shape.fields {
            self.write_field(out, field, place);
        }
    }

    fn text(&self, path: &str) -> Option<&'a str> {
        self.data.get(path)
    }

    fn error(&self, field: &FieldShape) -> Option<&str> {
        let at = self.errors.iter().position(|error| error.path == field.path)?;
        self.texts.get(at).map(|text| &**text)
    }

    /// The label with "(optional)" where it belongs. A label that ends with a bracket says it itself.
    fn labelled(&self, field: &FieldShape) -> Cow<'a, str> {
        let label = self.words.label(field);
        if field.optional && !field.shown.unmarked && !label.ends_with(')') {
            [&*label, " ", self.locale().word(Word::Optional)].concat().into()
        } else {
            label
        }
    }

    fn label(&self, field: &FieldShape, place: Place) -> Label<'a> {
        let text = self.labelled(field);
        match place {
            Place::Alone => Label::page_heading(text).classes("govuk-label--l"),
            Place::Among => Label::new(text).classes("govuk-label--s"),
            Place::Inside => Label::new(text),
        }
    }

    fn legend(&self, field: &FieldShape, place: Place) -> Legend<'a> {
        let text = self.labelled(field);
        match place {
            Place::Alone => Legend::page_heading(text).classes("govuk-fieldset__legend--l"),
            Place::Among => Legend::new(text).classes("govuk-fieldset__legend--s"),
            Place::Inside => Legend::new(text),
        }
    }

    /// Codes and numbers are written from left to right on a page that is not.
    fn direction(&self, left_to_right: bool) -> Attributes<'static> {
        if left_to_right && self.locale().direction() == Direction::RightToLeft {
            attributes! { "dir": "ltr" }
        } else {
            Attributes::new()
        }
    }

    fn write_field(&self, out: &mut Writer<'_>, field: &FieldShape, place: Place) {
        match field.control() {
            Control::File | Control::Files => self.write_files(out, field, place),
            Control::Password => self.write_password(out, field, place),
            Control::Textarea => self.write_textarea(out, field, place),
            Control::Input => self.write_input(out, field, place),
            Control::YesNo => self.write_yes_no(out, field, place),
            Control::Date | Control::MonthAndYear => self.write_date(out, field, place),
            Control::Select => self.write_select(out, field, place),
            Control::Radios => self.write_radios(out, field, place),
            Control::Checkboxes => self.write_checkboxes(out, field, place),
            Control::Group => {
                out.component(&Fieldset::new(self.legend(field, place)).content(crate::markup::Content::of(
                    &crate::markup::from_fn(|out| {
                        for field in field.fields() {
                            self.write_field(out, field, Place::Inside);
                        }
                    }),
                )));
            }
        }
    }

    fn write_input(&self, out: &mut Writer<'_>, field: &FieldShape, place: Place) {
        let hints = match &field.kind {
            _ if field.built_in.is_some() => address_hints(field),
            Kind::WholeNumber => hints_of("townhall::WholeNumber"),
            Kind::DecimalNumber => hints_of("townhall::DecimalNumber"),
            Kind::Text(name) => hints_of(name),
            _ => hints_of(""),
        };
        let path = field.path.as_str();
        let mut input = Input::new(path, self.label(field, place))
            .input_type(hints.input_type)
            .classes(field.shown.classes.unwrap_or(hints.classes))
            .attributes(self.direction(hints.left_to_right));
        if let Some(hint) = self.words.hint(field) {
            input = input.hint(hint);
        }
        if let Some(value) = self.text(path) {
            input = input.value(value);
        }
        if let Some(error) = self.error(field) {
            input = input.error_message(error).localised(self.locale());
        }
        if let Some(token) = field.shown.autocomplete.or(hints.autocomplete) {
            input = input.autocomplete(token);
        }
        if let Some(inputmode) = hints.inputmode {
            input = input.inputmode(inputmode);
        }
        if let Some(spellcheck) = hints.spellcheck {
            input = input.spellcheck(spellcheck);
        }
        let prefix = self.words.prefix(field).unwrap_or(hints.prefix);
        if !prefix.is_empty() {
            input = input.prefix(prefix);
        }
        if let Some(suffix) = self.words.suffix(field) {
            input = input.suffix(suffix);
        }
        out.component(&input);
    }

    fn write_password(&self, out: &mut Writer<'_>, field: &FieldShape, place: Place) {
        let mut input = PasswordInput::new(field.path.as_str(), self.label(field, place))
            .autocomplete(field.shown.autocomplete.unwrap_or("new-password"))
            .classes(field.shown.classes.unwrap_or_default());
        if let Some(hint) = self.words.hint(field) {
            input = input.hint(hint);
        }
        if let Some(error) = self.error(field) {
            input = input.error_message(error);
        }
        out.component(&input.localised(self.locale()));
    }

    fn write_files(&self, out: &mut Writer<'_>, field: &FieldShape, place: Place) {
        let path = field.path.as_str();
        let several = field.kind == Kind::Files;
        let accept: Vec<&str> =
            field.shown.file_rules().types.iter().flat_map(|file_type| file_type.endings()).copied().collect();
        // No browser shows a file again. What has been uploaded is kept, by its handle, and said in the hint.
        let kept: Vec<(&UploadedFile, &str)> =
            self.data.kept_files(path).filter_map(|kept| Some((&kept.file, kept.handle.as_deref()?))).collect();
        // Where one is asked for, the last one counts.
        let kept = if several { kept.as_slice() } else { kept.last().map_or(&[][..], std::slice::from_ref) };
        for (_, handle) in kept {
            out.element(tag!("input"))
                .attr(name!("type"), "hidden")
                .attr(name!("name"), path)
                .attr(name!("value"), handle)
                .void();
        }
        let said = match kept {
            [] => None,
            [(file, _)] if !several => {
                let name = Argument::Typed(file.name().into());
                Some(self.locale().text_with("townhall-file-kept", &[("name", name)]))
            }
            files => {
                let names = self.locale().list_and(files.iter().map(|(file, _)| self.locale().isolated(file.name())));
                Some(self.locale().text_with("townhall-files-kept", &[("names", names.into())]))
            }
        };
        let mut upload = FileUpload::new(path, self.label(field, place))
            .javascript(true)
            .multiple(several)
            .attributes(attributes! { "accept": accept.join(",") });
        upload = match (self.words.hint(field), said) {
            (Some(hint), Some(said)) => upload.hint(html! { (hint) br; (said) }),
            (Some(hint), None) => upload.hint(hint),
            (None, Some(said)) => upload.hint(said),
            (None, None) => upload,
        };
        if let Some(error) = self.error(field) {
            upload = upload.error_message(error);
        }
        out.component(&upload.localised(self.locale()));
        self.write_file_buttons(out, several, kept);
    }

    /// Buttons that need no script: one that uploads what was chosen and shows the page again, so that more can be chosen, and one that takes a file away,
    /// for each.
    fn write_file_buttons(&self, out: &mut Writer<'_>, several: bool, kept: &[(&UploadedFile, &str)]) {
        let button = |text: Cow<'a, str>, name: &'static str, value: &str| {
            let secondary = Button::new(text).classes("govuk-button--secondary").prevent_double_click(true);
            secondary.name(name).value(value.to_owned())
        };
        if several {
            out.component(&button(self.locale().text("townhall-files-upload"), UPLOAD_FIELD, "yes"));
        }
        if kept.is_empty() {
            return;
        }
        out.element(tag!("ul")).class("govuk-list", "townhall-files").children(|out| {
            for (file, handle) in kept {
                let text =
                    self.locale().text_with("townhall-file-remove", &[("name", Argument::Typed(file.name().into()))]);
                out.element(tag!("li")).children(|out| out.component(&button(text, REMOVE_FILE_FIELD, handle)));
            }
        });
    }

    /// Whether the form sends files.
    pub(super) fn has_files(&self) -> bool {
        self.shape.all().iter().any(FieldShape::is_file)
    }

    fn write_textarea(&self, out: &mut Writer<'_>, field: &FieldShape, place: Place) {
        let (path, label) = (field.path.as_str(), self.label(field, place));
        let (hint, error) = (self.words.hint(field), self.error(field));
        let value = self.text(path);
        let rows = field.shown.rows.unwrap_or(5);
        let classes = field.shown.classes.unwrap_or_default();
        let token = field.shown.autocomplete.unwrap_or_default();
        if let Some(count) = field.shown.count {
            let kind = match count {
                Count::Length(_) => CountType::Length,
                Count::Characters(_) => CountType::Characters,
                Count::Words(_) => CountType::Words,
            };
            let mut area = CharacterCount::new(path, label).maxlength(count.limit()).count_type(kind).rows(rows);
            area = area.classes(classes);
            if !token.is_empty() {
                area = area.attributes(attributes! { "autocomplete": token });
            }
            if let Some(hint) = hint {
                area = area.hint(hint);
            }
            if let Some(value) = value {
                area = area.value(value);
            }
            if let Some(error) = error {
                area = area.error_message(error);
            }
            return out.component(&area.localised(self.locale()));
        }
        let mut area = Textarea::new(path, label).rows(rows).classes(classes).autocomplete(token);
        if let Some(hint) = hint {
            area = area.hint(hint);
        }
        if let Some(value) = value {
            area = area.value(value);
        }
        if let Some(error) = error {
            area = area.error_message(error).localised(self.locale());
        }
        out.component(&area);
    }

    fn write_date(&self, out: &mut Writer<'_>, field: &FieldShape, place: Place) {
        let path = field.path.as_str();
        let error = self.errors.of(path);
        let marked = error.map(marked_parts).unwrap_or_default();
        let parts = field.parts().iter().map(|name| {
            let (part, marked) = match *name {
                "day" => (DateInputPart::day(), marked.day),
                "month" => (DateInputPart::month(), marked.month),
                _ => (DateInputPart::year(), marked.year),
            };
            let part = part.attributes(self.direction(true));
            // Each box has a token of its own: `bday-day`, `cc-exp-year`.
            let part = match field.shown.autocomplete.filter(|_| is_honoured(field, Setting::Autocomplete)) {
                Some(token) => part.autocomplete(join(token, name)),
                None => part,
            };
            let part = match self.data.part(path, name) {
                Some(value) => part.value(value),
                None => part,
            };
            if error.is_some() { part.error(marked) } else { part }
        });
        let mut date = DateInput::new(path, self.legend(field, place)).name_prefix(path).parts(parts);
        if let Some(hint) = self.words.hint(field) {
            date = date.hint(hint);
        }
        if let Some(error) = self.error(field) {
            date = date.error_message(error);
        }
        out.component(&date.localised(self.locale()));
    }

    fn write_yes_no(&self, out: &mut Writer<'_>, field: &FieldShape, place: Place) {
        let items = [
            RadioItem::new("yes", self.words.yes_or_no(field, true)),
            RadioItem::new("no", self.words.yes_or_no(field, false)),
        ];
        let radios = Radios::new(field.path.as_str(), self.legend(field, place), items);
        self.finish_radios(out, field, radios);
    }

    fn write_radios(&self, out: &mut Writer<'_>, field: &FieldShape, place: Place) {
        let items = field.choices().iter().map(|choice| {
            let mut item = RadioItem::new(choice.value, self.words.choice(field, choice));
            if let Some(hint) = self.words.choice_hint(field, choice) {
                item = item.hint(hint);
            }
            match self.conditional(choice) {
                Some(html) => item.conditional(html),
                None => item,
            }
        });
        let radios = Radios::new(field.path.as_str(), self.legend(field, place), items);
        self.finish_radios(out, field, radios);
    }

    fn finish_radios<'r>(&'r self, out: &mut Writer<'_>, field: &FieldShape, mut radios: Radios<'r>) {
        if field.shown.inline && is_honoured(field, Setting::Inline) {
            radios = radios.classes("govuk-radios--inline");
        }
        if let Some(value) = self.text(&field.path) {
            radios = radios.value(value.trim());
        }
        if let Some(hint) = self.words.hint(field) {
            radios = radios.hint(hint);
        }
        if let Some(error) = self.error(field) {
            radios = radios.error_message(error);
        }
        out.component(&radios.localised(self.locale()));
    }

    fn write_checkboxes(&self, out: &mut Writer<'_>, field: &FieldShape, place: Place) {
        let items = field.choices().iter().flat_map(|choice| {
            let label = self.words.choice(field, choice);
            let exclusive = field.shown.is_exclusive(choice.value);
            let mut item = if exclusive {
                CheckboxItem::exclusive(choice.value, label)
            } else {
                CheckboxItem::new(choice.value, label)
            };
            if let Some(hint) = self.words.choice_hint(field, choice) {
                item = item.hint(hint);
            }
            if let Some(html) = self.conditional(choice) {
                item = item.conditional(html);
            }
            let divider = exclusive.then(|| CheckboxItem::divider(self.locale().word(Word::Or)));
            divider.into_iter().chain([item])
        });
        let mut boxes = Checkboxes::new(field.path.as_str(), self.legend(field, place), items)
            .values(self.data.get_all(&field.path));
        if let Some(hint) = self.words.hint(field) {
            boxes = boxes.hint(hint);
        }
        if let Some(error) = self.error(field) {
            boxes = boxes.error_message(error);
        }
        out.component(&boxes.localised(self.locale()));
    }

    fn write_select(&self, out: &mut Writer<'_>, field: &FieldShape, place: Place) {
        let nothing = SelectItem::new("", self.locale().word(Word::SelectOne));
        let items =
            field.choices().iter().map(|choice| SelectItem::new(choice.value, self.words.choice(field, choice)));
        let mut select = Select::new(field.path.as_str(), self.label(field, place), [nothing].into_iter().chain(items));
        select = select.value(self.text(&field.path).unwrap_or_default().trim());
        select = select.classes(field.shown.classes.unwrap_or_default());
        if let Some(token) = field.shown.autocomplete {
            select = select.attributes(attributes! { "autocomplete": token });
        }
        if let Some(hint) = self.words.hint(field) {
            select = select.hint(hint);
        }
        if let Some(error) = self.error(field) {
            select = select.error_message(error).localised(self.locale());
        }
        out.component(&select);
    }

    /// What is asked when a choice is made.
    fn conditional(&self, choice: &Choice) -> Option<Markup> {
        if choice.fields.is_empty() {
            return None;
        }
        let mut html = String::with_capacity(1024);
        for field in &choice.fields {
            self.write_field(&mut Writer::new(&mut html), field, Place::Inside);
        }
        Some(PreEscaped(html))
    }
}

/// The lines of an address know their autofill tokens
/// ([addresses](https://design-system.service.gov.uk/patterns/addresses/)).
fn address_hints(field: &FieldShape) -> Hints {
    let line = |token, classes| Hints { autocomplete: Some(token), classes, ..hints_of("") };
    match field.built_in.as_deref().and_then(|id| id.strip_prefix("townhall-uk-address-")) {
        Some("line_1") => line("address-line1", ""),
        Some("line_2") => line("address-line2", ""),
        Some("town") => line("address-level2", "govuk-!-width-two-thirds"),
        Some("county") => Hints { classes: "govuk-!-width-two-thirds", ..hints_of("") },
        _ => match &field.kind {
            Kind::Text(name) => hints_of(name),
            _ => hints_of(""),
        },
    }
}

impl Component for Rendering<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        Rendering::write(self, out);
    }
}
