//! Pages around codes and links: [`ResendCodePage`], [`ConfirmEmailPage`].

use std::borrow::Cow;

use maud::html;

use super::hidden_fields;
use crate::components::{Button, Details};
use crate::markup::Prose;
use crate::page::{Document, Layout};

/// Asks for another security code
/// ([confirm a phone number](https://design-system.service.gov.uk/patterns/confirm-a-phone-number/)).
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::ResendCodePage;
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let page = ResendCodePage::new("/code").no_access("Call 01632 960 001.").page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("Request a new code"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct ResendCodePage<'a> {
    back: Cow<'a, str>,
    no_access: Cow<'a, str>,
    wait: u64,
    hidden: Vec<(String, String)>,
}

impl<'a> ResendCodePage<'a> {
    /// A page with the address of the one that asks for the code.
    pub fn new(back: impl Into<Cow<'a, str>>) -> Self {
        Self { back: back.into(), no_access: "".into(), wait: 0, hidden: Vec::new() }
    }

    /// Too many codes have been sent: the page says how long to wait, in minutes, and has no button. 0 seconds are no wait.
    pub fn wait(mut self, seconds: u64) -> Self {
        self.wait = seconds;
        self
    }

    /// What people can do who no longer have access to the phone, as [`Prose`]. The number itself is never shown when somebody signs in.
    pub fn no_access(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.no_access = text.into();
        self
    }

    hidden_setter!();

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let text = |id: &str| layout.locale().text(id);
        let body = Prose::new(&*self.no_access);
        let page = layout.page(text("townhall-resend-code")).back_link(&*self.back);
        let document = page.content(html! {
            @if self.wait > 0 {
                @let minutes = i64::try_from(self.wait.div_ceil(60)).unwrap_or(i64::MAX);
                p.govuk-body {
                    (layout.locale().text_with("townhall-resend-code.wait", &[("minutes", minutes.into())]))
                }
            } @else {
                (Prose::new(text("townhall-resend-code.body")))
                form method="post" novalidate {
                    (hidden_fields(&self.hidden))
                    (Button::new(text("townhall-resend-code.button")).prevent_double_click(true))
                }
            }
            @if !body.is_empty() { (Details::new(text("townhall-resend-code.no-access"), &body)) }
        });
        document.private()
    }
}

/// Says that a link was sent to an email address, and sends another one
/// ([confirm an email address](https://design-system.service.gov.uk/patterns/confirm-an-email-address/)).
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::ConfirmEmailPage;
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let page = ConfirmEmailPage::new("sian@example.com", "/email").page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("sian@example.com"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct ConfirmEmailPage<'a> {
    address: Cow<'a, str>,
    change: Cow<'a, str>,
    hidden: Vec<(String, String)>,
}

impl<'a> ConfirmEmailPage<'a> {
    /// A page with the email address, and where it is changed.
    pub fn new(address: impl Into<Cow<'a, str>>, change: impl Into<Cow<'a, str>>) -> Self {
        Self { address: address.into(), change: change.into(), hidden: Vec::new() }
    }

    hidden_setter!();

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let text = |id: &str| locale.text(id);
        let document = layout.page(text("townhall-confirm-email")).content(html! {
            p.govuk-body { (text("townhall-confirm-email.sent")) " " strong { bdi { (self.address) } } }
            (Prose::new(text("townhall-confirm-email.body")))
            form method="post" novalidate {
                (hidden_fields(&self.hidden))
                (Button::new(text("townhall-confirm-email.again")).classes("govuk-button--secondary").prevent_double_click(true))
            }
            p.govuk-body { a.govuk-link href=(self.change) { (text("townhall-confirm-email.change")) } }
        });
        document.private()
    }
}

crate::markup::opaque_debug! { ResendCodePage<'_>, ConfirmEmailPage<'_> }
