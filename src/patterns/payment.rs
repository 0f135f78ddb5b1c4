//! [`PaymentProvider`] and [`PaymentPage`].

use std::borrow::Cow;
use std::error::Error;
use std::future::Future;

use maud::html;

use super::{hidden_fields, say};
use crate::components::Button;
use crate::markup::Prose;
use crate::page::{Document, Layout};

/// A payment that is to be made.
#[derive(Clone, PartialEq, Eq)]
pub struct Payment {
    /// How much, in pence.
    pub pence: i64,
    /// What it is for, as the provider shows it.
    pub description: String,
    /// The reference by which both sides know it. The same for every attempt.
    pub reference: String,
    /// Where the provider sends people back to.
    pub return_url: String,
    /// The tag of the language in which the provider should speak.
    pub language: String,
}

/// A payment that was started with the provider.
#[derive(Clone, PartialEq, Eq)]
pub struct StartedPayment {
    /// The provider's own id of it.
    pub id: String,
    /// Where people pay.
    pub next_url: String,
}

/// The state of a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PaymentState {
    /// Nobody has paid yet.
    Waiting,
    /// It was paid.
    Paid,
    /// It was refused, or somebody gave up.
    Failed,
}

/// A provider that takes payments: GOV.UK Pay, or a bank. The application implements it, so that no card number ever passes through this service.
///
/// Ask the provider whether somebody has paid: that a browser comes back from there proves nothing.
pub trait PaymentProvider: Sync {
    /// Starts a payment.
    fn start(
        &self,
        payment: &Payment,
    ) -> impl Future<Output = Result<StartedPayment, Box<dyn Error + Send + Sync>>> + Send;

    /// The state of a payment.
    fn state(&self, id: &str) -> impl Future<Output = Result<PaymentState, Box<dyn Error + Send + Sync>>> + Send;
}

/// Before a payment: what it is for and how much it is, and the way to the provider. No card number is ever typed here
/// ([payment card details](https://design-system.service.gov.uk/patterns/payment-card-details/)).
///
/// The form is sent to this service, which starts the payment with its provider and leads there. The provider's origin must be among the
/// form's targets in the `Content-Security-Policy`.
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::PaymentPage;
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let page = PaymentPage::new("Resident parking permit, 6 months", 4_800).page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("£48"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct PaymentPage<'a> {
    purpose: Cow<'a, str>,
    pence: i64,
    has_failed: bool,
    back: Option<Cow<'a, str>>,
    hidden: Vec<(String, String)>,
}

impl<'a> PaymentPage<'a> {
    /// A page with what is paid for, and how much it is in pence.
    pub fn new(purpose: impl Into<Cow<'a, str>>, pence: i64) -> Self {
        Self { purpose: purpose.into(), pence, has_failed: false, back: None, hidden: Vec::new() }
    }

    /// An attempt before did not succeed: says that nothing was taken.
    pub fn has_failed(mut self, failed: bool) -> Self {
        self.has_failed = failed;
        self
    }

    back_link_setter!();

    hidden_setter!();

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let amount = locale.money(self.pence);
        let heading = if self.has_failed { "townhall-payment-failed" } else { "townhall-payment" };
        let mut page = layout.page(locale.text(heading));
        if let Some(back) = &self.back {
            page = page.back_link(&**back);
        }
        let document = page.content(html! {
            @if self.has_failed { (Prose::new(locale.text("townhall-payment-failed.body"))) }
            p.govuk-body { (self.purpose) }
            p.govuk-body { (say(locale, "townhall-payment.amount", "amount", &amount)) }
            form method="post" novalidate {
                (hidden_fields(&self.hidden))
                (Button::new(locale.text("townhall-payment.button")).prevent_double_click(true))
            }
        });
        document.private()
    }
}

crate::markup::opaque_debug! { Payment, StartedPayment, PaymentPage<'_> }
