//! [`ContactDetails`].

use std::borrow::Cow;

use maud::{Markup, html};

use crate::language::Locale;

/// How to get help, the same ways in the same order on every page
/// ([contact](https://design-system.service.gov.uk/patterns/contact-a-department-or-service-team/), [WCAG 3.2.6](https://www.w3.org/WAI/WCAG22/Understanding/consistent-help)).
///
/// ```
/// use townhall::language::Locale;
/// use townhall::patterns::ContactDetails;
///
/// let help = ContactDetails::new("Get help with your application")
///     .phone("01632 960 001", "Monday to Friday, 9am to 5pm (except public holidays)")
///     .email("parking@northbridge.example", "We aim to reply within 2 working days");
/// assert!(help.render(&Locale::english()).0.contains("mailto:parking@northbridge.example"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct ContactDetails<'a> {
    heading: Cow<'a, str>,
    phone: Option<(Cow<'a, str>, Cow<'a, str>)>,
    welsh_line: Option<Cow<'a, str>>,
    charges: Option<Cow<'a, str>>,
    email: Option<(Cow<'a, str>, Cow<'a, str>)>,
    form: Option<(Cow<'a, str>, Cow<'a, str>)>,
    post: Vec<Cow<'a, str>>,
}

impl<'a> ContactDetails<'a> {
    /// A heading, without contact details yet.
    pub fn new(heading: impl Into<Cow<'a, str>>) -> Self {
        Self {
            heading: heading.into(),
            phone: None,
            welsh_line: None,
            charges: None,
            email: None,
            form: None,
            post: Vec::new(),
        }
    }

    /// A phone number, and when it is answered.
    pub fn phone(mut self, number: impl Into<Cow<'a, str>>, hours: impl Into<Cow<'a, str>>) -> Self {
        self.phone = Some((number.into(), hours.into()));
        self
    }

    /// The phone number of a Welsh-language line.
    pub fn welsh_line(mut self, number: impl Into<Cow<'a, str>>) -> Self {
        self.welsh_line = Some(number.into());
        self
    }

    /// Where people find out what a call costs.
    pub fn call_charges(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.charges = Some(address.into());
        self
    }

    /// An address for email, and how soon it is answered.
    pub fn email(mut self, address: impl Into<Cow<'a, str>>, reply: impl Into<Cow<'a, str>>) -> Self {
        self.email = Some((address.into(), reply.into()));
        self
    }

    /// A form: the words of the link, and its address.
    pub fn form(mut self, words: impl Into<Cow<'a, str>>, address: impl Into<Cow<'a, str>>) -> Self {
        self.form = Some((words.into(), address.into()));
        self
    }

    /// An address for letters, in lines.
    pub fn post<L: Into<Cow<'a, str>>>(mut self, lines: impl IntoIterator<Item = L>) -> Self {
        self.post = lines.into_iter().map(Into::into).collect();
        self
    }

    /// The details as HTML, for any page.
    #[must_use]
    pub fn render(&self, locale: &Locale) -> Markup {
        let say = |id: &str| locale.text(id);
        html! {
            h2.govuk-heading-m { (self.heading) }
            @if let Some((number, hours)) = &self.phone {
                h3.govuk-heading-s { (say("townhall-contact-phone")) }
                ul.govuk-list {
                    li { (say("townhall-contact-phone.number")) " " bdi dir="ltr" { (number) } }
                    @if let Some(number) = &self.welsh_line {
                        li { (say("townhall-contact-phone.welsh")) " " bdi dir="ltr" { (number) } }
                    }
                    li { (hours) }
                    @if let Some(address) = &self.charges {
                        li { a.govuk-link href=(address) { (say("townhall-contact-phone.charges")) } }
                    }
                }
            }
            @if let Some((address, reply)) = &self.email {
                h3.govuk-heading-s { (say("townhall-contact-email")) }
                ul.govuk-list {
                    li { a.govuk-link href={ "mailto:" (address) } { bdi dir="ltr" { (address) } } }
                    li { (reply) }
                }
            }
            @if let Some((words, address)) = &self.form {
                h3.govuk-heading-s { (say("townhall-contact-form")) }
                p.govuk-body { a.govuk-link href=(address) { (words) } }
            }
            @if !self.post.is_empty() {
                h3.govuk-heading-s { (say("townhall-contact-post")) }
                p.govuk-body { @for (at, line) in self.post.iter().enumerate() { @if at > 0 { br; } (line) } }
            }
        }
    }
}

crate::markup::opaque_debug! { ContactDetails<'_> }
