//! The [`DateInput`].

use std::borrow::Cow;

use super::form_group::write_messages;
use super::{ErrorMessage, Fieldset, FormGroup, Hint};
use crate::markup::{
    Attributes, Component, Content, DescribedBy, Id, Rarely, Token, Writer, classes_and_attributes, fixed_with_classes,
    name, setters,
};

/// Asks for a date that people know, in three inputs.
///
/// Never jump from one input to the next by script. In an error message say which part is missing, and mark that part
/// ([design system](https://design-system.service.gov.uk/components/date-input/)).
///
/// ```
/// use townhall::components::{DateInput, DateInputPart};
///
/// let date = DateInput::new("passport-issued", "When was your passport issued?")
///     .name_prefix("passport-issued")
///     .hint("For example, 27 3 2026")
///     .error_message("Date your passport was issued must include a year")
///     .day(DateInputPart::day().value("27"))
///     .month(DateInputPart::month().value("3"))
///     .year(DateInputPart::year().error(true));
/// # assert!(maud::html! { (date) }.0.contains(r#"govuk-input--error govuk-input--width-4" id="passport-issued-year" name="passport-issued-year""#));
/// ```
#[derive(Clone)]
#[must_use]
pub struct DateInput<'a> {
    id: Token<'a>,
    fieldset: Option<Fieldset<'a>>,
    name_prefix: Token<'a>,
    pub(super) day: Option<DateInputPart<'a>>,
    pub(super) month: Option<DateInputPart<'a>>,
    pub(super) year: Option<DateInputPart<'a>>,
    pub(super) parts: Vec<DateInputPart<'a>>,
    hint: Option<Hint<'a>>,
    pub(super) error_message: Option<ErrorMessage<'a>>,
    form_group: FormGroup<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> DateInput<'a> {
    /// A date input with its id and the legend that asks for the date.
    pub fn new(id: impl Into<Cow<'a, str>>, fieldset: impl Into<Fieldset<'a>>) -> Self {
        Self { fieldset: Some(fieldset.into()), ..Self::without_legend(id) }
    }

    /// A date input without fieldset and legend, inside a fieldset of your own that asks for the date.
    pub fn without_legend(id: impl Into<Cow<'a, str>>) -> Self {
        Self {
            id: Token::new(id),
            fieldset: None,
            name_prefix: Token::EMPTY,
            day: Some(DateInputPart::day()),
            month: Some(DateInputPart::month()),
            year: Some(DateInputPart::year()),
            parts: Vec::new(),
            hint: None,
            error_message: None,
            form_group: FormGroup::new(),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    /// Asks for other parts than day, month and year: the month and year of an expiry date, say.
    pub fn parts(mut self, parts: impl IntoIterator<Item = DateInputPart<'a>>) -> Self {
        (self.day, self.month, self.year) = (None, None, None);
        self.parts = parts.into_iter().collect();
        self
    }

    /// What was typed into day, month and year, shown again.
    pub fn values(
        mut self,
        day: impl Into<Cow<'a, str>>,
        month: impl Into<Cow<'a, str>>,
        year: impl Into<Cow<'a, str>>,
    ) -> Self {
        self.day = self.day.map(|part| part.value(day));
        self.month = self.month.map(|part| part.value(month));
        self.year = self.year.map(|part| part.value(year));
        self
    }

    setters! {
        /// What the names of the parts start with: `dob` gives `dob-day`, `dob-month` and `dob-year`.
        name_prefix(token)
        /// The day.
        day(DateInputPart<'a>)
        /// The month.
        month(DateInputPart<'a>)
        /// The year.
        year(DateInputPart<'a>)
        /// Help for answering: an example of a date that nobody takes for their own.
        hint(into Hint<'a>)
        /// What is wrong with the date. Unless a part is marked with [`DateInputPart::error`], all parts are.
        error_message(into ErrorMessage<'a>)
        /// The group around fieldset, messages and parts.
        form_group(FormGroup<'a>)
    }
    classes_and_attributes!();

    fn parts_in_order(&self) -> impl Iterator<Item = &DateInputPart<'a>> {
        [&self.day, &self.month, &self.year].into_iter().flatten().chain(&self.parts)
    }

    fn write_parts(&self, out: &mut Writer<'_>) {
        let id = Id::from(&self.id);
        write_messages(out, id, self.hint.as_ref(), self.error_message.as_ref());
        let any_part_is_wrong = self.parts_in_order().any(|part| part.error == Some(true) || part.has_error_class());
        fixed_with_classes!(out, "<div class=\"govuk-date-input", &self.classes, "\"");
        out.attributes(&self.attributes);
        if !self.id.is_empty() {
            out.fixed(" id=\"");
            out.id(id);
            out.fixed("\"");
        }
        out.fixed(">");
        self.form_group.write_before(out);
        for part in self.parts_in_order() {
            let marked = part.error == Some(true)
                || (part.error.is_none() && self.error_message.is_some() && !any_part_is_wrong);
            part.write(out, self, id, marked);
        }
        self.form_group.write_after(out);
        out.fixed("</div>");
    }
}

impl Component for DateInput<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        self.form_group.write(
            out,
            self.error_message.is_some(),
            "",
            |element| element,
            |out| match &self.fieldset {
                Some(fieldset) => {
                    let described_by = DescribedBy {
                        given: fieldset.given_description(),
                        id: Id::from(&self.id),
                        hint: self.hint.is_some(),
                        error: self.error_message.is_some(),
                        ..DescribedBy::default()
                    };
                    // JAWS does not read the description of a fieldset of text inputs unless it has this role.
                    fieldset.write_around(out, "group", &described_by, |out| self.write_parts(out));
                }
                None => self.write_parts(out),
            },
        );
    }
}

/// One input of a [`DateInput`].
#[derive(Clone)]
#[must_use]
pub struct DateInputPart<'a> {
    pub(super) name: Token<'a>,
    label: Content<'a>,
    /// Four digits wide, not two.
    is_year: bool,
    value: Option<Cow<'a, str>>,
    error: Option<bool>,
    autocomplete: Option<Token<'a>>,
    classes: Token<'a>,
    rare: Rarely<Rare<'a>>,
}

/// What hardly any part has.
#[derive(Debug, Clone)]
struct Rare<'a> {
    id: Cow<'a, str>,
    inputmode: Cow<'a, str>,
    pattern: Option<Cow<'a, str>>,
    attributes: Attributes<'a>,
}

impl Default for Rare<'_> {
    fn default() -> Self {
        Self {
            id: Cow::Borrowed(""),
            inputmode: Cow::Borrowed("numeric"),
            pattern: None,
            attributes: Attributes::new(),
        }
    }
}

impl<'a> DateInputPart<'a> {
    /// A part with its name, without prefix, and its label. It is two digits wide.
    #[inline]
    pub fn new(name: impl Into<Cow<'a, str>>, label: impl Into<Content<'a>>) -> Self {
        Self {
            name: Token::new(name),
            label: label.into(),
            is_year: false,
            value: None,
            error: None,
            autocomplete: None,
            classes: Token::EMPTY,
            rare: None,
        }
    }

    /// The day: `day`, two digits wide.
    #[inline]
    pub fn day() -> Self {
        Self::new("day", "Day")
    }

    /// The month: `month`, two digits wide.
    #[inline]
    pub fn month() -> Self {
        Self::new("month", "Month")
    }

    /// The year: `year`, four digits wide.
    #[inline]
    pub fn year() -> Self {
        Self { is_year: true, ..Self::new("year", "Year") }
    }

    setters! {
        /// The name, without prefix.
        name(token)
        /// The label.
        label(into Content<'a>)
        /// The id: that of the date input and the name of the part unless it is set.
        id(into Cow<'a, str>) => rare
        /// What was typed, shown again.
        value(into Cow<'a, str>)
        /// Whether this part is wrong (`true`) or right (`false`) when there is an error message.
        error(bool)
        /// The on-screen keyboard: `numeric` unless it is set.
        inputmode(into Cow<'a, str>) => rare
        /// The autofill token, such as `bday-day`.
        autocomplete(token)
        /// A regular expression for old phones' keyboards.
        pattern(into Cow<'a, str>) => rare
    }
    classes_and_attributes!(, => rare);

    fn has_error_class(&self) -> bool {
        self.classes.contains("govuk-input--error")
    }

    fn write(&self, out: &mut Writer<'_>, date: &DateInput<'_>, date_id: Id<'_>, marked: bool) {
        let rare = self.rare.as_deref();
        let own_id = rare.map_or("", |rare| &rare.id);
        let (date_id, separator, id) = if own_id.is_empty() {
            (date_id, "-", Id::from(&self.name))
        } else {
            (Id::default(), "", Id::from(own_id))
        };
        let write_id = |out: &mut Writer<'_>| {
            out.id(date_id);
            out.fixed(separator);
            out.id(id);
        };
        out.fixed(concat!(
            "<div class=\"govuk-date-input__item\"><div class=\"govuk-form-group\">",
            "<label class=\"govuk-label govuk-date-input__label\" for=\"",
        ));
        write_id(out);
        out.fixed("\">\n");
        out.content(&self.label);
        out.fixed("\n</label>\n<input class=\"govuk-input govuk-date-input__input");
        if marked && !self.has_error_class() {
            out.fixed(" govuk-input--error");
        }
        if self.classes.is_empty() {
            out.fixed(if self.is_year { " govuk-input--width-4\" id=\"" } else { " govuk-input--width-2\" id=\"" });
        } else {
            if !self.classes.contains("govuk-input--width-") {
                out.fixed(if self.is_year { " govuk-input--width-4" } else { " govuk-input--width-2" });
            }
            out.fixed(" ");
            out.token(&self.classes);
            out.fixed("\" id=\"");
        }
        write_id(out);
        out.fixed("\" name=\"");
        if !date.name_prefix.is_empty() {
            out.token(&date.name_prefix);
            out.fixed("-");
        }
        out.token(&self.name);
        out.fixed("\" type=\"text\"");
        out.optional(name!("value"), self.value.as_ref());
        out.optional_token(name!("autocomplete"), self.autocomplete.as_ref());
        match rare {
            None => out.fixed(" inputmode=\"numeric\">"),
            Some(rare) => {
                out.optional(name!("pattern"), rare.pattern.as_ref());
                out.fixed(" inputmode=\"");
                out.text(&rare.inputmode);
                out.fixed("\"");
                out.attributes(&rare.attributes);
                out.fixed(">");
            }
        }
        out.fixed("</div></div>");
    }
}

crate::markup::opaque_debug! { DateInput<'_>, DateInputPart<'_> }
