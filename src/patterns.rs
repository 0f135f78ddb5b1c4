//! Whole pages that every service has, each correct by itself: status, title, heading, content, buttons.
//!
//! A pattern takes what only the application knows, and a [`Layout`](crate::page::Layout) with what all pages of the service have in common.
//! It gives a [`Document`](crate::page::Document), which every framework can send. What a pattern says by itself it says in every language.
//!
//! | pattern | for |
//! | --- | --- |
//! | [`StartPage`] | what the service does, and the way in |
//! | [`OutcomePage`] | the end of a check whether the service is suitable |
//! | [`CheckAnswersPage`] | everything that was answered, before it is sent |
//! | [`ConfirmationPage`] | it was sent: the reference, what happens next |
//! | [`TaskListPage`] | the parts of a long service, and how far each is |
//! | [`InterruptionPage`] | something to stop and think about |
//! | [`ErrorPage`], [`UnavailablePage`] | page not found, a problem with the service, the service is closed |
//! | [`CookiesPage`], [`cookie_banner`] | a choice about cookies, with or without script |
//! | [`AddAnotherPage`], [`RemovePage`] | a list that people add to |
#![cfg_attr(
    feature = "form",
    doc = "| [`Satisfaction`], [`SecurityCode`], [`BankDetails`], [`Names`], [`CreateAccount`], [`CreatePassword`] | questions with all their words |"
)]
#![cfg_attr(feature = "form", doc = "| [`FindAddress`], [`ChooseAddressPage`] | addresses by their postcode |")]
#![cfg_attr(
    feature = "journey",
    doc = "| [`SecurityCodes`], [`EmailConfirmation`] | codes and links: sending, expiry, attempts |"
)]
//! | [`ResendCodePage`], [`ConfirmEmailPage`] | the pages around them |
//! | [`PaymentPage`], [`PaymentProvider`] | a payment, handed over to a provider |
//! | [`EqualityPage`] | questions about equality, with the options of each nation |
//! | [`ContactDetails`], [`AccessibilityStatement`] | how to get help; what the law asks for |
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

pub use accessibility_statement::{AccessibilityStatement, Compliance};
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
pub use equality::{EqualityOption, EqualityPage, EqualityTopic, Nation, PREFER_NOT_TO_SAY};
pub use error_page::ErrorPage;
pub use interruption::InterruptionPage;
pub use outcome::OutcomePage;
pub use payment::{Payment, PaymentPage, PaymentProvider, PaymentState, StartedPayment};
#[cfg(feature = "form")]
pub use questions::{BankDetails, CreateAccount, CreatePassword, Names, Satisfaction, SatisfactionLevel, SecurityCode};
pub use safety::SafetyPage;
pub use start::StartPage;
pub use step_by_step::{Step, StepByStep};
pub use task_list::{TaskGroup, TaskListPage, TaskRow, TaskState};
pub use unavailable::UnavailablePage;

use maud::{Markup, html};

use crate::components::{ErrorSummary, ErrorSummaryItem, Legend, RadioItem, Radios};
use crate::language::Locale;
use crate::markup::Writer;

/// A sentence of the library with a variable.
fn say(locale: &Locale, id: &str, name: &str, value: &str) -> String {
    locale.text_with(id, &[(name, value.into())]).into_owned()
}

/// Yes and no beside each other, with what is wrong.
fn yes_or_no<'a>(locale: &'a Locale, field: &'a str, legend: Legend<'a>, error: Option<&'a str>) -> Radios<'a> {
    let items = [RadioItem::new("yes", locale.text("townhall-yes")), RadioItem::new("no", locale.text("townhall-no"))];
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
