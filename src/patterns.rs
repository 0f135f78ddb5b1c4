//! Whole pages that every service has, each correct by itself: status, title, heading, content, buttons.
//!
//! A pattern takes what only the application knows, and a [`Layout`](crate::page::Layout) with what all pages of the service have in common.
//! It gives a [`Document`](crate::page::Document), which every framework can send. The words of a pattern are there in every language.
//!
//! | pattern | for |
//! | --- | --- |
//! | [`StartPage`] | what the service does, and the way in |
//! | [`OutcomePage`] | the end of a check whether the service is suitable |
//! | [`CheckAnswersPage`] | everything that was answered, before it is sent |
//! | [`ConfirmationPage`] | it was sent: the reference, what happens next |
//! | [`TaskListPage`] | the parts of a long service, and the state of each |
//! | [`InterruptionPage`] | something to stop and think about |
//! | [`ErrorPage`], [`UnavailablePage`] | page not found, a problem with the service, the service is closed |
//! | [`CookiesPage`], [`cookie_banner`] | a choice about cookies, with or without script |
//! | [`AddAnotherPage`], [`RemovePage`] | a list that people add to |
#![cfg_attr(
    feature = "form",
    doc = "| [`Satisfaction`], [`SecurityCode`], [`BankDetails`], [`Names`], [`CreateAccount`], [`CreatePassword`], [`SignInDetails`], [`SectionComplete`] | questions with all their words |"
)]
#![cfg_attr(feature = "form", doc = "| [`FindAddress`], [`ChooseAddressPage`] | addresses by their postcode |")]
#![cfg_attr(
    feature = "journey",
    doc = "| [`SecurityCodes`], [`EmailConfirmation`] | codes and links: sending, expiry, attempts |"
)]
//! | [`ResendCodePage`], [`ConfirmEmailPage`] | the pages around them |
//! | [`PaymentPage`], [`PaymentProvider`] | a payment, handed over to a provider |
//! | [`EqualityStartPage`], [`EqualityPage`] | questions about equality, with the options of each nation |
//! | [`ContactDetails`], [`AccessibilityStatement`] | how to get help; the statement that the law requires |
//! | [`SafetyPage`] | for people who have to leave a page quickly |
//! | [`StepByStep`] | an ordered list of what to do across services |
//!
//! Pages that are only words (privacy, terms and conditions) are [`Layout::page`](crate::page::Layout::page) with
//! [`prose`](crate::page::LayoutPage::prose). A question page is [`Form::page`](crate::form::Form::page).

/// The setter for hidden fields that every pattern with a form has.
macro_rules! hidden_setter {
    () => {
        /// A hidden field of the form: a form token.
        pub fn hidden(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
            self.hidden.push((name.into(), value.into()));
            self
        }
    };
}

/// The setter for the back link.
macro_rules! back_link_setter {
    () => {
        /// Where the page before this one is.
        pub fn back_link(mut self, address: impl Into<Cow<'a, str>>) -> Self {
            self.back = Some(address.into());
            self
        }
    };
}

/// The setter for the words of yes and no.
macro_rules! answers_setter {
    () => {
        /// The words for yes and no, where they are not those that
        /// [`Locale::yes_and_no`](crate::language::Locale::yes_and_no) has for the question.
        pub fn answers(mut self, yes: impl Into<Cow<'a, str>>, no: impl Into<Cow<'a, str>>) -> Self {
            self.answers = Some((yes.into(), no.into()));
            self
        }
    };
}

/// The setter for what became of the answers that somebody gave before.
macro_rules! answers_kept_setter {
    () => {
        /// Says that the answers that were given before are kept, and for how many days.
        pub fn answers_kept_for(mut self, days: u32) -> Self {
            self.answers_kept_for = Some(days);
            self
        }
    };
}

mod accessibility_statement;
mod add_another;
#[cfg(feature = "form")]
mod addresses;
mod check_answers;
mod code_pages;
#[cfg(feature = "journey")]
mod codes;
mod confirmation;
mod contact;
mod cookies;
mod equality;
mod error_page;
mod interruption;
mod outcome;
mod payment;
#[cfg(feature = "form")]
mod questions;
mod safety;
mod start;
mod step_by_step;
mod task_list;
mod unavailable;

pub use accessibility_statement::{AccessibilityStatement, Compliance, Shortfall};
pub use add_another::{AddAnotherPage, ListedItem, RemovePage};
#[cfg(feature = "form")]
pub use addresses::{AddressLookup, ChooseAddressPage, FindAddress};
pub use check_answers::{AnswerRow, AnswerSection, AnswerValue, CheckAnswersPage};
pub use code_pages::{ConfirmEmailPage, ResendCodePage};
#[cfg(feature = "journey")]
pub use codes::{CodeOutcome, EmailConfirmation, LinkOutcome, SecurityCodes};
pub use confirmation::ConfirmationPage;
pub use contact::ContactDetails;
#[cfg(feature = "journey")]
pub(crate) use cookies::{CHOICE_COOKIE, CHOICE_FIELD, HIDE_FIELD};
pub use cookies::{Cookie, CookieChoice, CookiesPage, cookie_banner};
pub use equality::{EqualityOption, EqualityPage, EqualityStartPage, EqualityTopic, Nation, PREFER_NOT_TO_SAY};
pub use error_page::ErrorPage;
pub use interruption::InterruptionPage;
pub use outcome::OutcomePage;
pub use payment::{Payment, PaymentPage, PaymentProvider, PaymentState, StartedPayment};
#[cfg(feature = "form")]
pub use questions::{
    BankDetails, CreateAccount, CreatePassword, Names, Satisfaction, SatisfactionLevel, SectionComplete, SecurityCode,
    SignInDetails,
};
pub use safety::SafetyPage;
pub use start::StartPage;
pub use step_by_step::{Step, StepByStep};
pub use task_list::{TaskGroup, TaskListPage, TaskRow, TaskState};
pub use unavailable::UnavailablePage;

use std::borrow::Cow;

use maud::{Markup, html};

use crate::components::{ErrorSummary, ErrorSummaryItem, Legend, RadioItem, Radios};
use crate::language::Locale;
use crate::markup::Writer;

/// A sentence of the library with a variable.
fn say(locale: &Locale, id: &str, name: &str, value: &str) -> String {
    locale.text_with(id, &[(name, value.into())]).into_owned()
}

/// The sentence about answers that are kept for so many days.
fn answers_kept(locale: &Locale, days: Option<u32>) -> Cow<'_, str> {
    days.map_or(Cow::Borrowed(""), |days| locale.text_with("townhall-answers-kept", &[("days", days.into())]))
}

/// The words for yes and no: those that were set, or those that answer the question.
fn yes_and_no<'a>(
    locale: &'a Locale,
    question: &str,
    answers: Option<&'a (Cow<'_, str>, Cow<'_, str>)>,
) -> (&'a str, &'a str) {
    answers.map_or_else(|| locale.yes_and_no(question), |(yes, no)| (yes, no))
}

/// Yes and no beside each other, with what is wrong.
fn yes_or_no<'a>(
    locale: &'a Locale,
    field: &'a str,
    legend: Legend<'a>,
    (yes, no): (&'a str, &'a str),
    error: Option<&'a str>,
) -> Radios<'a> {
    let items = [RadioItem::new("yes", yes), RadioItem::new("no", no)];
    let radios = Radios::new(field, legend, items).classes("govuk-radios--inline");
    match error {
        Some(error) => radios.error_message(error).localised(locale),
        None => radios,
    }
}

/// The summary of a page that has one error at the most.
fn one_error<'a>(locale: &'a Locale, field: &'a str, error: Option<&'a str>) -> impl Fn(&mut Writer<'_>) + Sync + 'a {
    move |out| {
        if let Some(error) = error {
            let item = ErrorSummaryItem::for_field(field, error);
            out.component(&ErrorSummary::new(locale.text("townhall-there-is-a-problem"), [item]));
        }
    }
}

/// Hidden fields of a form.
fn hidden_fields(fields: &[(String, String)]) -> Markup {
    html! { @for (name, value) in fields { input type="hidden" name=(name) value=(value); } }
}
