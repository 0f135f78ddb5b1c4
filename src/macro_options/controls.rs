//! Form controls.

use maud::Markup;
use serde_json::Value;

use super::reader::{OptionsError, is_truthy, loosely_equal};
use super::{Options, Result, done};
use crate::components::{
    Affix, Button, CharacterCount, CheckboxItem, Checkboxes, CountType, DateInput, DateInputPart, ErrorMessage,
    Fieldset, FileUpload, FormGroup, Hint, Input, InputWrapper, Label, Legend, PasswordInput, RadioItem, Radios,
    Select, SelectItem, Textarea,
};
use crate::markup::Content;

const LABEL: &[&str] = &["text", "html", "for", "isPageHeading", "classes", "attributes"];
const HINT: &[&str] = &["text", "html", "id", "classes", "attributes"];
const ERROR_MESSAGE: &[&str] = &["text", "html", "id", "classes", "attributes", "visuallyHiddenText"];
const FIELDSET: &[&str] = &["describedBy", "legend", "classes", "role", "attributes", "html"];
const LEGEND: &[&str] = &["text", "html", "classes", "isPageHeading"];
const TEXT_OR_HTML: &[&str] = &["text", "html"];

fn read_label(o: &Options<'_>) -> Result<Label<'static>> {
    Ok(Label::new(o.truthy_content("text", "html")?)
        .r#for(o.id("for")?)
        .is_page_heading(o.truthy("isPageHeading"))
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?))
}

fn label(o: &Options<'_>) -> Result<Label<'static>> {
    let label = o.required_part("label", LABEL)?;
    label.required_content("text", "html")?;
    read_label(&label)
}

pub(super) fn label_alone(o: &Options<'_>) -> Result<Markup> {
    o.allow(LABEL)?;
    done(&read_label(o)?)
}

fn read_hint(o: &Options<'_>) -> Result<Hint<'static>> {
    Ok(Hint::new(o.required_content("text", "html")?)
        .id(o.id("id")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?))
}

fn hint(o: &Options<'_>) -> Result<Option<Hint<'static>>> {
    o.part("hint", HINT)?.map(|hint| read_hint(&hint)).transpose()
}

pub(super) fn hint_alone(o: &Options<'_>) -> Result<Markup> {
    o.allow(HINT)?;
    done(&read_hint(o)?)
}

fn read_error_message(o: &Options<'_>) -> Result<ErrorMessage<'static>> {
    let mut error = ErrorMessage::new(o.required_content("text", "html")?)
        .id(o.id("id")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if o.get("visuallyHiddenText").is_some() {
        error = error.visually_hidden_text(o.text("visuallyHiddenText")?);
    }
    Ok(error)
}

fn error_message(o: &Options<'_>) -> Result<Option<ErrorMessage<'static>>> {
    o.part("errorMessage", ERROR_MESSAGE)?.map(|error| read_error_message(&error)).transpose()
}

pub(super) fn error_message_alone(o: &Options<'_>) -> Result<Markup> {
    o.allow(ERROR_MESSAGE)?;
    done(&read_error_message(o)?)
}

fn read_fieldset(o: &Options<'_>) -> Result<Fieldset<'static>> {
    let fieldset = match o.part("legend", LEGEND)? {
        Some(legend) => Fieldset::new(
            Legend::new(legend.truthy_content("text", "html")?)
                .classes(legend.text("classes")?)
                .is_page_heading(legend.truthy("isPageHeading")),
        ),
        None => Fieldset::without_legend(),
    };
    Ok(fieldset
        .described_by(o.text("describedBy")?)
        .role(o.text("role")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?))
}

fn fieldset(o: &Options<'_>) -> Result<Option<Fieldset<'static>>> {
    o.part("fieldset", FIELDSET)?.map(|fieldset| read_fieldset(&fieldset)).transpose()
}

pub(super) fn fieldset_alone(o: &Options<'_>) -> Result<Markup> {
    o.allow(FIELDSET)?;
    done(&read_fieldset(o)?.content(maud::PreEscaped(o.text("html")?)))
}

fn form_group(o: &Options<'_>, before: &str, after: &str) -> Result<FormGroup<'static>> {
    let group = o.part_or_empty("formGroup", &["classes", "attributes", before, after])?;
    let mut form_group = FormGroup::new().classes(group.text("classes")?).attributes(group.attributes("attributes")?);
    if let Some(part) = group.part(before, TEXT_OR_HTML)? {
        form_group = form_group.before_input(part.content("text", "html")?.unwrap_or_default());
    }
    if let Some(part) = group.part(after, TEXT_OR_HTML)? {
        form_group = form_group.after_input(part.content("text", "html")?.unwrap_or_default());
    }
    Ok(form_group)
}

/// Sets what is there.
macro_rules! set {
    ($component:ident: $($setter:ident($value:expr)),* $(,)?) => {
        $(if let Some(value) = $value { $component = $component.$setter(value); })*
    };
}

pub(super) fn button(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "text",
        "html",
        "type",
        "name",
        "value",
        "disabled",
        "href",
        "classes",
        "attributes",
        "preventDoubleClick",
        "isStartButton",
        "id",
    ])?;
    let content = o.required_content("text", "html")?;
    let mut attributes = o.attributes("attributes")?;
    if o.get("preventDoubleClick").is_some_and(Value::is_null) && !o.truthy("href") {
        // The macro prints `null` as an empty value.
        let _ = attributes.set("data-prevent-double-click", "");
    }
    let mut button = Button::link(content, o.text("href")?)
        .button_type(o.text("type")?)
        .name(o.text("name")?)
        .value(o.text("value")?)
        .id(o.id("id")?)
        .disabled(o.truthy("disabled"))
        .is_start_button(o.truthy("isStartButton"))
        .classes(o.text("classes")?)
        .attributes(attributes);
    set!(button: prevent_double_click(o.flag("preventDoubleClick")));
    done(&button)
}

pub(super) fn input(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "id",
        "name",
        "type",
        "inputmode",
        "value",
        "disabled",
        "describedBy",
        "label",
        "hint",
        "errorMessage",
        "prefix",
        "suffix",
        "formGroup",
        "classes",
        "autocomplete",
        "pattern",
        "spellcheck",
        "autocapitalize",
        "inputWrapper",
        "attributes",
    ])?;
    let mut attributes = o.attributes("attributes")?;
    let mut is_disabled = false;
    match o.optional_attribute("disabled")? {
        Some(value) if value.is_empty() => is_disabled = true,
        Some(value) => {
            let mut first = crate::markup::Attributes::new();
            let _ = first.set("disabled", value);
            attributes = first.followed_by(attributes);
        }
        None => {}
    }
    let wrapper = o.part_or_empty("inputWrapper", &["classes", "attributes"])?;
    let mut input = Input::new(o.required_id("name")?, label(o)?)
        .id(o.id("id")?)
        .input_type(o.text("type")?)
        .disabled(is_disabled)
        .described_by(o.text("describedBy")?)
        .form_group(form_group(o, "beforeInput", "afterInput")?)
        .input_wrapper(
            InputWrapper::new().classes(wrapper.text("classes")?).attributes(wrapper.attributes("attributes")?),
        )
        .classes(o.text("classes")?)
        .attributes(attributes);
    set!(input:
        inputmode(o.optional_attribute("inputmode")?),
        value(o.optional_attribute("value")?),
        autocomplete(o.optional_attribute("autocomplete")?),
        autocapitalize(o.optional_attribute("autocapitalize")?),
        pattern(o.optional_attribute("pattern")?),
        spellcheck(o.get("spellcheck").and_then(Value::as_bool)),
        hint(hint(o)?),
        error_message(error_message(o)?),
        prefix(affix(o, "prefix")?),
        suffix(affix(o, "suffix")?),
    );
    done(&input)
}

fn affix(o: &Options<'_>, key: &str) -> Result<Option<Affix<'static>>> {
    let Some(affix) = o.part(key, &["text", "html", "classes", "attributes"])? else { return Ok(None) };
    affix.required_content("text", "html")?;
    Ok(Some(
        Affix::new(affix.truthy_content("text", "html")?)
            .classes(affix.text("classes")?)
            .attributes(affix.attributes("attributes")?),
    ))
}

pub(super) fn textarea(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "id",
        "name",
        "spellcheck",
        "rows",
        "value",
        "disabled",
        "describedBy",
        "label",
        "hint",
        "errorMessage",
        "formGroup",
        "classes",
        "autocomplete",
        "attributes",
    ])?;
    let mut textarea = Textarea::new(o.required_id("name")?, label(o)?)
        .id(o.id("id")?)
        .value(o.printed("value")?.unwrap_or_default())
        .disabled(o.truthy("disabled"))
        .autocomplete(o.text("autocomplete")?)
        .described_by(o.text("describedBy")?)
        .form_group(form_group(o, "beforeInput", "afterInput")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    set!(textarea:
        rows(o.integer("rows")?),
        spellcheck(o.get("spellcheck").and_then(Value::as_bool)),
        hint(hint(o)?),
        error_message(error_message(o)?),
    );
    done(&textarea)
}

pub(super) fn character_count(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "id",
        "name",
        "rows",
        "value",
        "maxlength",
        "maxwords",
        "threshold",
        "countType",
        "label",
        "hint",
        "errorMessage",
        "formGroup",
        "classes",
        "attributes",
        "spellcheck",
        "countMessage",
        "textareaDescriptionText",
        "charactersUnderLimitText",
        "charactersAtLimitText",
        "charactersOverLimitText",
        "wordsUnderLimitText",
        "wordsAtLimitText",
        "wordsOverLimitText",
    ])?;
    let count_type = match o.text("countType")?.as_str() {
        "" => None,
        "length" => Some(CountType::Length),
        "characters" => Some(CountType::Characters),
        "words" => Some(CountType::Words),
        other => {
            return Err(OptionsError::WrongValue {
                path: o.at("countType"),
                expected: "length, characters or words",
                found: format!("{other:?}"),
            });
        }
    };
    let message = o.part_or_empty("countMessage", &["classes"])?;
    let mut count = CharacterCount::new(o.required_id("name")?, label(o)?)
        .id(o.id("id")?)
        .value(o.printed("value")?.unwrap_or_default())
        .count_message_classes(message.text("classes")?)
        .textarea_description_text(o.text("textareaDescriptionText")?)
        .characters_under_limit_text(o.plural_text("charactersUnderLimitText")?)
        .characters_at_limit_text(o.text("charactersAtLimitText")?)
        .characters_over_limit_text(o.plural_text("charactersOverLimitText")?)
        .words_under_limit_text(o.plural_text("wordsUnderLimitText")?)
        .words_at_limit_text(o.text("wordsAtLimitText")?)
        .words_over_limit_text(o.plural_text("wordsOverLimitText")?)
        .form_group(form_group(o, "beforeInput", "afterInput")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    set!(count:
        rows(o.integer("rows")?),
        spellcheck(o.get("spellcheck").and_then(Value::as_bool)),
        maxlength(o.integer("maxlength")?),
        maxwords(o.integer("maxwords")?),
        threshold(o.integer("threshold")?),
        count_type(count_type),
        hint(hint(o)?),
        error_message(error_message(o)?),
    );
    done(&count)
}

pub(super) fn password_input(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "id",
        "name",
        "value",
        "disabled",
        "describedBy",
        "label",
        "hint",
        "errorMessage",
        "formGroup",
        "classes",
        "autocomplete",
        "attributes",
        "showPasswordText",
        "hidePasswordText",
        "showPasswordAriaLabelText",
        "hidePasswordAriaLabelText",
        "passwordShownAnnouncementText",
        "passwordHiddenAnnouncementText",
        "button",
    ])?;
    let button = o.part_or_empty("button", &["classes"])?;
    let mut input = PasswordInput::new(o.required_id("name")?, label(o)?)
        .id(o.id("id")?)
        .disabled(o.truthy("disabled"))
        .described_by(o.text("describedBy")?)
        .form_group(form_group(o, "beforeInput", "afterInput")?)
        .hide_password_text(o.text("hidePasswordText")?)
        .hide_password_aria_label_text(o.text("hidePasswordAriaLabelText")?)
        .password_shown_announcement_text(o.text("passwordShownAnnouncementText")?)
        .password_hidden_announcement_text(o.text("passwordHiddenAnnouncementText")?)
        .button_classes(button.text("classes")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if o.truthy("autocomplete") {
        input = input.autocomplete(o.optional_attribute("autocomplete")?.unwrap_or_default());
    }
    set!(input:
        value(o.optional_attribute("value")?),
        show_password_text(o.printed("showPasswordText")?),
        show_password_aria_label_text(o.printed("showPasswordAriaLabelText")?),
        hint(hint(o)?),
        error_message(error_message(o)?),
    );
    done(&input)
}

pub(super) fn file_upload(o: &Options<'_>) -> Result<Markup> {
    // The fixtures give a `value`, which a file input cannot have and the macro passes over.
    o.allow(&[
        "name",
        "id",
        "value",
        "disabled",
        "multiple",
        "describedBy",
        "label",
        "hint",
        "errorMessage",
        "formGroup",
        "javascript",
        "chooseFilesButtonText",
        "dropInstructionText",
        "multipleFilesChosenText",
        "noFileChosenText",
        "enteredDropZoneText",
        "leftDropZoneText",
        "classes",
        "attributes",
        "wrapperClasses",
        "wrapperAttributes",
    ])?;
    let mut upload = FileUpload::new(o.required_id("name")?, label(o)?)
        .id(o.id("id")?)
        .disabled(o.truthy("disabled"))
        .multiple(o.truthy("multiple"))
        .described_by(o.text("describedBy")?)
        .form_group(form_group(o, "beforeInput", "afterInput")?)
        .javascript(o.truthy("javascript"))
        .choose_files_button_text(o.text("chooseFilesButtonText")?)
        .drop_instruction_text(o.text("dropInstructionText")?)
        .no_file_chosen_text(o.text("noFileChosenText")?)
        .multiple_files_chosen_text(o.plural_text("multipleFilesChosenText")?)
        .entered_drop_zone_text(o.text("enteredDropZoneText")?)
        .left_drop_zone_text(o.text("leftDropZoneText")?)
        .wrapper_classes(o.text("wrapperClasses")?)
        .wrapper_attributes(o.attributes("wrapperAttributes")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    set!(upload: hint(hint(o)?), error_message(error_message(o)?));
    done(&upload)
}

/// Whether an item is chosen: its own word first, then what the group says. `null` and absence say nothing.
fn is_chosen(own: Option<&Value>, by_group: impl FnOnce() -> bool) -> bool {
    match own {
        None | Some(Value::Null) => by_group(),
        own => is_truthy(own),
    }
}

pub(super) fn select(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "id",
        "name",
        "items",
        "value",
        "disabled",
        "describedBy",
        "label",
        "hint",
        "errorMessage",
        "formGroup",
        "classes",
        "attributes",
    ])?;
    let mut items = Vec::new();
    for (_, item) in o.items("items", &["value", "text", "selected", "disabled", "attributes"])? {
        let text = item.printed("text")?.unwrap_or_default();
        let entry = match item.printed("value")? {
            Some(value) => SelectItem::new(value, text),
            None => SelectItem::text(text),
        };
        let chosen = is_chosen(item.get("selected"), || {
            o.truthy("value") && loosely_equal(item.get("value").or(item.get("text")), o.get("value"))
        });
        items.push(entry.selected(chosen).disabled(item.truthy("disabled")).attributes(item.attributes("attributes")?));
    }
    let mut select = Select::new(o.required_id("name")?, label(o)?, items)
        .id(o.id("id")?)
        .disabled(o.truthy("disabled"))
        .described_by(o.text("describedBy")?)
        .form_group(form_group(o, "beforeInput", "afterInput")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    set!(select: hint(hint(o)?), error_message(error_message(o)?));
    done(&select)
}

/// What the items of radios and checkboxes have in common: id, label, hint and conditional content.
struct ChoiceParts {
    id: String,
    label: Content<'static>,
    label_classes: String,
    label_attributes: crate::markup::Attributes<'static>,
    hint: Option<Hint<'static>>,
    conditional: Content<'static>,
}

fn choice_parts(item: &Options<'_>, id_prefix: &str, place: usize) -> Result<ChoiceParts> {
    let own = item.id("id")?;
    let id = match (own.is_empty(), place) {
        (false, _) => own,
        (true, 1) => id_prefix.to_owned(),
        (true, place) => format!("{id_prefix}-{place}"),
    };
    let label = item.part_or_empty("label", LABEL)?;
    let hint = match item.part("hint", HINT)? {
        Some(hint) => {
            hint.required_content("text", "html")?;
            let content = hint.truthy_content("text", "html")?;
            Some(Hint::new(content).classes(hint.text("classes")?).attributes(hint.attributes("attributes")?))
        }
        None => None,
    };
    let conditional = item.part_or_empty("conditional", &["html"])?;
    Ok(ChoiceParts {
        id,
        label: item.truthy_content("text", "html")?,
        label_classes: label.text("classes")?,
        label_attributes: label.attributes("attributes")?,
        hint,
        conditional: maud::PreEscaped(conditional.text("html")?).into(),
    })
}

/// The items of radios or checkboxes.
macro_rules! choice_item {
    ($type:ident, $item:ident, $parts:ident, $chosen:expr) => {{
        let mut choice = $type::new($item.printed("value")?.unwrap_or_default(), $parts.label)
            .id($parts.id)
            .checked($chosen)
            .disabled($item.truthy("disabled"))
            .conditional($parts.conditional)
            .label_classes($parts.label_classes)
            .label_attributes($parts.label_attributes)
            .attributes($item.attributes("attributes")?);
        set!(choice: hint($parts.hint));
        choice
    }};
}

fn id_prefix(o: &Options<'_>) -> Result<String> {
    let prefix = o.id("idPrefix")?;
    if prefix.is_empty() { o.id("name") } else { Ok(prefix) }
}

pub(super) fn radios(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "fieldset",
        "hint",
        "errorMessage",
        "formGroup",
        "idPrefix",
        "name",
        "items",
        "value",
        "classes",
        "attributes",
    ])?;
    let name = o.required_id("name")?;
    let prefix = id_prefix(o)?;
    let known =
        ["text", "html", "id", "value", "label", "hint", "divider", "checked", "conditional", "disabled", "attributes"];
    let mut items = Vec::new();
    for (place, item) in o.required_items("items", &known)? {
        if item.truthy("divider") {
            items.push(RadioItem::divider(item.text("divider")?));
            continue;
        }
        let parts = choice_parts(&item, &prefix, place)?;
        let chosen =
            is_chosen(item.get("checked"), || o.truthy("value") && loosely_equal(item.get("value"), o.get("value")));
        items.push(choice_item!(RadioItem, item, parts, chosen));
    }
    let mut radios = match fieldset(o)? {
        Some(fieldset) => Radios::new(name, fieldset, items),
        None => Radios::without_legend(name, items),
    };
    radios = radios
        .id_prefix(prefix)
        .form_group(form_group(o, "beforeInputs", "afterInputs")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    set!(radios: hint(hint(o)?), error_message(error_message(o)?));
    done(&radios)
}

pub(super) fn checkboxes(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "describedBy",
        "fieldset",
        "hint",
        "errorMessage",
        "formGroup",
        "idPrefix",
        "name",
        "items",
        "values",
        "classes",
        "attributes",
    ])?;
    let name = o.required_id("name")?;
    let prefix = id_prefix(o)?;
    let values = o.values("values")?;
    let known = [
        "text",
        "html",
        "id",
        "name",
        "value",
        "label",
        "hint",
        "divider",
        "checked",
        "conditional",
        "behaviour",
        "disabled",
        "attributes",
    ];
    let mut items = Vec::new();
    for (place, item) in o.required_items("items", &known)? {
        if item.truthy("divider") {
            items.push(CheckboxItem::divider(item.text("divider")?));
            continue;
        }
        let parts = choice_parts(&item, &prefix, place)?;
        let chosen = is_chosen(item.get("checked"), || item.get("value").is_some_and(|value| values.contains(value)));
        let mut choice = choice_item!(CheckboxItem, item, parts, chosen);
        if item.truthy("name") {
            choice = choice.name(item.text("name")?);
        }
        if item.truthy("behaviour") {
            choice = choice.behaviour(item.text("behaviour")?);
        }
        items.push(choice);
    }
    let mut checkboxes = match fieldset(o)? {
        Some(fieldset) => Checkboxes::new(name, fieldset, items),
        None => Checkboxes::without_legend(name, items),
    };
    checkboxes = checkboxes
        .id_prefix(prefix)
        .described_by(o.text("describedBy")?)
        .form_group(form_group(o, "beforeInputs", "afterInputs")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    set!(checkboxes: hint(hint(o)?), error_message(error_message(o)?));
    done(&checkboxes)
}

const DATE_PART: &[&str] =
    &["id", "name", "label", "value", "error", "autocomplete", "pattern", "inputmode", "classes", "attributes"];

pub(super) fn date_input(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "id",
        "namePrefix",
        "items",
        "hint",
        "errorMessage",
        "formGroup",
        "fieldset",
        "day",
        "month",
        "year",
        "values",
        "classes",
        "attributes",
    ])?;
    let prefix = o.id("namePrefix")?;
    let mut parts = Vec::new();
    let items = o.items("items", DATE_PART)?;
    for (_, item) in &items {
        item.required("name")?;
        parts.push(date_part(o, item, &prefix, None)?);
    }
    if o.values("items")?.is_empty() {
        for name in ["day", "month", "year"] {
            // Set to anything falsy, the part is left out.
            if o.get(name).is_none() || o.truthy(name) {
                parts.push(date_part(o, &o.part_or_empty(name, DATE_PART)?, &prefix, Some(name))?);
            }
        }
    }
    let id = o.required_id("id")?;
    let mut date = match fieldset(o)? {
        Some(fieldset) => DateInput::new(id, fieldset),
        None => DateInput::without_legend(id),
    };
    date = date
        .parts(parts)
        .name_prefix(prefix)
        .form_group(form_group(o, "beforeInputs", "afterInputs")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    set!(date: hint(hint(o)?), error_message(error_message(o)?));
    done(&date)
}

/// Reads a part. `own` says that it is the option `day`, `month` or `year` itself, and not an item.
fn date_part(
    o: &Options<'_>,
    item: &Options<'_>,
    prefix: &str,
    own: Option<&'static str>,
) -> Result<DateInputPart<'static>> {
    // An item is the day if it is called so, or called what the option `day` is called.
    let mut kind = None;
    for candidate in ["day", "month", "year"] {
        let given = o.get(candidate).and_then(|part| part.get("name"));
        let is_called =
            item.get("name").is_some_and(|name| is_truthy(Some(name)) && (name == candidate || Some(name) == given));
        if kind.is_none() && (is_called || own == Some(candidate)) {
            kind = Some(candidate);
        }
    }
    let name = match (item.printed("name")?, kind) {
        (Some(name), _) => name,
        (None, kind) => kind.unwrap_or_default().to_owned(),
    };
    let values = o.get("values");
    let value_of = |key: &str| values.and_then(|values| values.get(key));
    // The part's own value, then that of the option of its kind, or without such an option the plain value, then that under its name.
    let of_kind = kind.and_then(|kind| match o.get(kind) {
        None => value_of(kind),
        Some(part) => part.get("value"),
    });
    let prefixed = if prefix.is_empty() { name.clone() } else { format!("{prefix}-{name}") };
    let value = match item.get("value").or(of_kind).or(value_of(&prefixed)) {
        None | Some(Value::Null | Value::Bool(false)) => None,
        Some(Value::Bool(true)) => Some(String::new()),
        Some(Value::String(text)) => Some(text.clone()),
        Some(value @ Value::Number(_)) => Some(value.to_string()),
        Some(value) => {
            return Err(OptionsError::WrongValue {
                path: item.at("value"),
                expected: "text",
                found: value.to_string(),
            });
        }
    };
    let label = match item.text("label")? {
        label if label.is_empty() => capitalised(&name),
        label => label,
    };
    let mut part = match kind {
        Some("year") => DateInputPart::year().name(name).label(label),
        _ => DateInputPart::new(name, label),
    };
    part = part.id(item.id("id")?).classes(item.text("classes")?).attributes(item.attributes("attributes")?);
    if item.truthy("inputmode") {
        part = part.inputmode(item.text("inputmode")?);
    }
    set!(part:
        value(value),
        error(item.flag("error")),
        autocomplete(item.optional_attribute("autocomplete")?),
        pattern(item.optional_attribute("pattern")?),
    );
    Ok(part)
}

/// The first letter in upper case and all others in lower case.
fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
        .unwrap_or_default()
}
