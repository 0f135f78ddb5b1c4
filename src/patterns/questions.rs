//! Questions that many services ask, with all their words in every language of the library.

use serde::{Deserialize, Serialize};
use validator::Validate;

use crate::form::{Count, Field, Fields, Question};
use crate::values::{AccountNumber, EmailAddress, FullName, OneTimeCode, Password, RollNumber, SortCode, Text};

/// How somebody feels about a service, in the five steps of GOV.UK.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum SatisfactionLevel {
    VerySatisfied,
    Satisfied,
    Neither,
    Dissatisfied,
    VeryDissatisfied,
}

/// Feedback about a service: satisfaction in five steps, and what could be better. It asks for nothing personal.
///
/// ```
/// use townhall::form::{Form, FormData};
/// use townhall::patterns::Satisfaction;
///
/// let sent: FormData = [("satisfaction", "satisfied"), ("improve", "")].into_iter().collect();
/// assert!(Form::<Satisfaction>::submit(sent).is_ok());
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
pub struct Satisfaction {
    /// How they feel.
    pub satisfaction: SatisfactionLevel,
    /// What could be better.
    pub improve: Option<Text<1200>>,
}

impl Question for Satisfaction {
    const NAME: &'static str = "townhall-feedback";

    fn fields() -> Fields {
        Fields::new().field("improve", Field::new().character_count(Count::Length(1_200)))
    }
}

/// The code that was sent to somebody's phone
/// ([confirm a phone number](https://design-system.service.gov.uk/patterns/confirm-a-phone-number/)).
///
/// An error that only the application can find is added with [`Form::add_error`](crate::form::Form::add_error): `code-wrong`, `code-expired`,
/// `code-wait`. `CodeOutcome::error` makes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
pub struct SecurityCode {
    /// The code.
    pub code: OneTimeCode,
}

impl Question for SecurityCode {
    const NAME: &'static str = "townhall-security-code";
}

/// An account for payments to somebody
/// ([bank details](https://design-system.service.gov.uk/patterns/bank-details/)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
pub struct BankDetails {
    /// The name on the account.
    pub account_name: FullName,
    /// The sort code.
    pub sort_code: SortCode,
    /// The number of the account.
    pub account_number: AccountNumber,
    /// The roll number of a building society.
    pub roll_number: Option<RollNumber>,
}

impl Question for BankDetails {
    const NAME: &'static str = "townhall-bank-details";

    fn fields() -> Fields {
        Fields::new().field("roll_number", Field::new().unmarked())
    }
}

/// A name in parts, where a system needs them; one field for the full name is better
/// ([names](https://design-system.service.gov.uk/patterns/names/)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
pub struct Names {
    /// First name.
    pub first_name: FullName,
    /// Middle names, which nobody is asked for twice.
    pub middle_names: Option<FullName>,
    /// Last name.
    pub last_name: FullName,
}

impl Question for Names {
    const NAME: &'static str = "townhall-names";

    fn fields() -> Fields {
        Fields::new()
            .field("first_name", Field::new().autocomplete("given-name"))
            .field("middle_names", Field::new().autocomplete("additional-name").unmarked())
            .field("last_name", Field::new().autocomplete("family-name"))
    }
}

/// A new account, with the email address as its name
/// ([create accounts](https://design-system.service.gov.uk/patterns/create-accounts/), [passwords](https://design-system.service.gov.uk/patterns/passwords/)).
///
/// Nothing is asked for twice, and nothing else is on the page. Hash the password with a well-kept library, and confirm the address.
#[derive(Debug, Serialize, Deserialize, Validate)]
pub struct CreateAccount {
    /// The address, by which people sign in.
    pub email: EmailAddress,
    /// The password.
    pub password: Password,
}

impl Question for CreateAccount {
    const NAME: &'static str = "townhall-create-account";
}

/// A new password for an account that there is.
#[derive(Debug, Serialize, Deserialize, Validate)]
pub struct CreatePassword {
    /// The password.
    pub password: Password,
}

impl Question for CreatePassword {
    const NAME: &'static str = "townhall-create-password";
}

/// Whether a section of a long service is complete: the last question of a task, or of the page on which its answers are checked
/// ([complete multiple tasks](https://design-system.service.gov.uk/patterns/complete-multiple-tasks/)).
///
/// In a journey with tasks, a section whose last step is this question is shown as "Incomplete" for as long as the answer is no.
///
/// ```
/// use townhall::form::{Form, FormData};
/// use townhall::language::Locale;
/// use townhall::page::Brand;
/// use townhall::patterns::SectionComplete;
///
/// let form = Form::<SectionComplete>::submit(FormData::new()).unwrap_err();
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// assert!(form.page(&brand, &locale).document().html.contains("Select whether you’ve completed this section"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
pub struct SectionComplete {
    /// Whether it is.
    pub is_complete: bool,
}

impl Question for SectionComplete {
    const NAME: &'static str = "townhall-section-complete";
}

/// The email address and the password of somebody who signs in
/// ([passwords](https://design-system.service.gov.uk/patterns/passwords/)).
///
/// Errors that only the application can find are added with [`Form::add_error`](crate::form::Form::add_error) at `email`: `sign-in-failed`, which does
/// not say which of the two is wrong, and `sign-in-locked` with `minutes`, after 5 to 10 attempts. The password is never shown again.
///
/// ```
/// use townhall::form::{Form, FormData};
/// use townhall::language::Locale;
/// use townhall::page::Brand;
/// use townhall::patterns::SignInDetails;
/// use townhall::values::ValueError;
///
/// let sent: FormData = [("email", "sian@cymru.example"), ("password", "correct horse")].into_iter().collect();
/// let form = Form::<SignInDetails>::again(sent).add_error("email", ValueError::new("sign-in-failed"));
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let html = form.page(&brand, &locale).document().html;
/// assert!(html.contains("The email address or the password is not correct") && !html.contains("correct horse"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Serialize, Deserialize, Validate)]
pub struct SignInDetails {
    /// The address, by which people sign in.
    pub email: EmailAddress,
    /// The password.
    pub password: Password,
}

impl Question for SignInDetails {
    const NAME: &'static str = "townhall-sign-in";

    fn fields() -> Fields {
        Fields::new().field("password", Field::new().autocomplete("current-password"))
    }
}

crate::markup::opaque_debug! { Satisfaction, SectionComplete, SignInDetails }
