//! [`Question`] and [`Form`].

use std::fmt;
use std::marker::PhantomData;

use maud::Markup;
use serde::Serialize;
use serde::de::DeserializeOwned;
use validator::Validate;

use super::data::ERRORS_FIELD;
use super::decode::decode;
use super::encode::encode;
use super::fields::Fields;
use super::page::QuestionPage;
use super::render::Rendering;
use super::shape::Shape;
use super::words::Words;
use super::{FieldError, FieldErrors, FormData};
use crate::components::ErrorSummary;
use crate::language::Locale;
use crate::markup::Render;
use crate::page::Brand;
use crate::values::ValueError;

/// A question is a type: its fields are what is asked, its content file has the words.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use townhall::form::{Form, FormData, Limits, Question};
/// use townhall::language::Languages;
/// use townhall::values::{Date, EmailAddress, FullName, PhoneNumber};
/// use validator::Validate;
///
/// #[derive(Serialize, Deserialize, Validate)]
/// struct AboutYou {
///     full_name: FullName,
///     date_of_birth: Date,
///     contact: Contact,
/// }
///
/// #[derive(Serialize, Deserialize)]
/// #[serde(rename_all = "kebab-case")]
/// enum Contact {
///     Email(EmailAddress),
///     Phone(PhoneNumber),
///     Letter,
/// }
///
/// impl Question for AboutYou {
///     const NAME: &'static str = "about-you";
/// }
///
/// let languages = Languages::builder().file("en", "about-you.ftl", "
/// about-you = About you
/// about-you-full_name = Full name
///     .it = your full name
/// about-you-date_of_birth = Date of birth
///     .it = your date of birth
/// about-you-contact = How should we contact you?
///     .it = how we should contact you
///     .option-email = Email
///     .option-phone = Phone
///     .option-letter = Letter
/// about-you-contact-email = Email address
/// about-you-contact-phone = Phone number
/// ").build()?;
///
/// let sent = FormData::from_urlencoded(b"full_name=Sam&date_of_birth-day=27&contact=phone", &Limits::default())?;
/// let form = Form::<AboutYou>::submit(sent).err().unwrap();
/// let errors: Vec<String> = form.error_texts(&languages.default_locale());
/// assert_eq!(errors, ["Date of birth must include a month and year", "Enter phone number"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # What becomes what
///
/// | field | asked for with |
/// | --- | --- |
/// | `String`, a type of [`values`](crate::values), a newtype of yours | text input |
/// | a whole or decimal number | text input with a numeric keyboard |
/// | `bool` | yes and no |
/// | [`Date`](crate::values::Date), [`MonthAndYear`](crate::values::MonthAndYear) | date input |
/// | an enum | radios; what a variant holds is asked for when it is chosen |
/// | `Vec` of an enum | checkboxes, of which at least one is ticked; a variant named `none` excludes the others |
/// | `Option` of such a `Vec` | checkboxes, of which none need be ticked |
/// | [`UploadedFile`](crate::values::UploadedFile), `Vec` of it | one file, several files |
/// | a struct | a fieldset with its fields |
/// | `Option` of any of them | the same, marked "(optional)" unless a rule requires it |
///
/// What no page can ask for is refused by the [content check](crate::form::ContentCheck), with what to write instead: a `Vec` of anything else, a map,
/// `#[serde(flatten)]`, a tuple, a variant with several things without names, an enum with `#[serde(tag = ..)]`, a type that holds itself.
///
/// Names are those of serde, joined by hyphens where one is inside another: `date_of_birth-day`, `contact-phone`. A variant that is not
/// chosen is not read, whatever its inputs hold.
///
/// A type of your own that is refused by `#[serde(try_from = "String")]` returns a [`ValueError`] for its code.
pub trait Question: Serialize + DeserializeOwned + Validate + 'static {
    /// The name of the question, with which its messages start.
    const NAME: &'static str;

    /// How fields are shown, where that differs from what their types say. It is asked once.
    fn fields() -> Fields {
        Fields::new()
    }
}

/// A question with what was typed and what is wrong with it.
pub struct Form<Q> {
    any: AnyForm,
    question: PhantomData<fn() -> Q>,
}

/// A form whose question is known by its shape alone.
#[derive(Clone)]
pub(crate) struct AnyForm {
    pub(crate) name: &'static str,
    pub(crate) shape: &'static Shape,
    pub(crate) data: FormData,
    pub(crate) errors: FieldErrors,
}

impl AnyForm {
    /// The question with what was typed.
    pub(crate) fn of<Q: Question>(data: FormData) -> Self {
        Self { name: Q::NAME, shape: Shape::of::<Q>(), data, errors: FieldErrors::new() }
    }

    pub(crate) fn rendering<'a>(&'a self, locale: &'a Locale) -> Rendering<'a> {
        Rendering::new(self.name, self.shape, &self.data, &self.errors, locale)
    }

    pub(crate) fn page<'a>(&'a self, brand: &'a Brand, locale: &'a Locale) -> QuestionPage<'a> {
        QuestionPage::new(self.rendering(locale), brand)
    }

    /// [`Form::controls`].
    pub(crate) fn controls(&self, locale: &Locale) -> Markup {
        self.rendering(locale).controls()
    }

    /// The heading of its page.
    #[cfg(feature = "journey")]
    pub(crate) fn title(&self, locale: &Locale) -> String {
        self.rendering(locale).title().into_owned()
    }

    /// [`Form::file_handles`].
    #[cfg(feature = "multipart")]
    pub(crate) fn sign_files(&mut self, handles: &super::FileHandles) {
        let question = self.name;
        self.data.sign_files(|field, file| handles.sign(question, field, file.key()));
    }

    /// Adds an error in its place on the page.
    pub(crate) fn add_error(&mut self, field: &str, error: ValueError) {
        self.errors.push(field, error);
        self.errors.sort(self.shape);
    }
}

impl<Q: Question> Form<Q> {
    /// The question as it is asked for the first time.
    #[must_use]
    pub fn new() -> Self {
        Self::with(FormData::new(), FieldErrors::new())
    }

    fn with(data: FormData, errors: FieldErrors) -> Self {
        Self { any: AnyForm { errors, ..AnyForm::of::<Q>(data) }, question: PhantomData }
    }

    /// The question with what was answered before.
    #[must_use]
    pub fn filled(answers: &Q) -> Self {
        let mut form = Self::new();
        form.any.data = encode(answers, form.any.shape);
        form
    }

    /// The answers, or the question again: with everything that was typed and everything that is wrong, or in another
    /// language if its button was pressed ([`Form::chosen_language`]).
    ///
    /// # Errors
    ///
    /// The form to show again.
    pub fn submit(data: FormData) -> Result<Q, Self> {
        if data.chosen_language().is_some() || data.is_about_files() {
            return Err(Self::again(data));
        }
        let form = AnyForm::of::<Q>(data);
        match decode(&form.data, form.shape) {
            Ok(answers) => Ok(answers),
            Err(errors) => Err(Self { any: AnyForm { errors, ..form }, question: PhantomData }),
        }
    }

    /// The question again with what was typed, whether or not it is right: with its errors only if the page was showing them. For buttons
    /// that do not answer the question, such as those of a cookie banner.
    #[must_use]
    pub fn again(data: FormData) -> Self {
        let mut any = AnyForm::of::<Q>(data);
        if any.data.get(ERRORS_FIELD).is_some()
            && let Err(errors) = decode::<Q>(&any.data, any.shape)
        {
            any.errors = errors;
        }
        // What is wrong with files that have just arrived is said in any case: they cannot be shown again.
        for (name, error) in any.data.errors().to_vec() {
            any.add_error(&name, error);
        }
        Self { any, question: PhantomData }
    }

    /// Lets the page keep the files that were answered before: with handles of this session. Without them the page asks for the files again. Files that
    /// [`receive`](super::receive) has read have handles already.
    #[cfg(feature = "multipart")]
    #[must_use]
    pub fn file_handles(mut self, handles: &super::FileHandles) -> Self {
        self.any.sign_files(handles);
        self
    }

    /// Adds an error that only the application can find: a reference that nobody has. A field has one error, the first.
    #[must_use]
    pub fn add_error(mut self, field: &str, error: ValueError) -> Self {
        self.any.add_error(field, error);
        self
    }

    /// What is wrong, in the order of the page.
    #[must_use]
    pub fn errors(&self) -> &FieldErrors {
        &self.any.errors
    }

    /// What was typed.
    #[must_use]
    pub fn data(&self) -> &FormData {
        &self.any.data
    }

    /// The tag of the language whose button was pressed.
    #[must_use]
    pub fn chosen_language(&self) -> Option<&str> {
        self.any.data.chosen_language()
    }

    /// What is wrong, in words, in the order of the page.
    #[must_use]
    pub fn error_texts(&self, locale: &Locale) -> Vec<String> {
        let words = Words { locale, question: Q::NAME };
        self.any.errors.iter().map(|error| words.error(self.any.shape, error).into_owned()).collect()
    }

    /// The error summary, for a page of your own: first in `main`, above the heading. Nothing if nothing is wrong.
    #[must_use]
    pub fn error_summary(&self, locale: &Locale) -> Option<Markup> {
        self.any.rendering(locale).summary().map(|summary: ErrorSummary<'_>| summary.render())
    }

    /// The controls with labels, hints, what was typed and what is wrong, for a form of your own.
    #[must_use]
    pub fn controls(&self, locale: &Locale) -> Markup {
        self.any.controls(locale)
    }

    /// The whole page.
    pub fn page<'a>(&'a self, brand: &'a Brand, locale: &'a Locale) -> QuestionPage<'a> {
        self.any.page(brand, locale)
    }

    #[cfg(feature = "journey")]
    pub(crate) fn into_any(self) -> AnyForm {
        self.any
    }
}

impl<Q: Question> Default for Form<Q> {
    fn default() -> Self {
        Self::new()
    }
}

impl<Q> Clone for Form<Q> {
    fn clone(&self) -> Self {
        Self { any: self.any.clone(), question: PhantomData }
    }
}

impl<Q> fmt::Debug for Form<Q> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form").field("data", &self.any.data).field("errors", &self.any.errors).finish()
    }
}

impl FieldError {
    /// The error in the words of a question in a language.
    #[must_use]
    pub fn to_text<Q: Question>(&self, locale: &Locale) -> String {
        Words { locale, question: Q::NAME }.error(Shape::of::<Q>(), self).into_owned()
    }
}
