//! Cookies: [`CookieChoice`], [`CookiesPage`], [`cookie_banner`].

use std::borrow::Cow;

use maud::{Markup, html};

use super::hidden_fields;
use crate::components::{
    Button, CookieBanner, CookieBannerAction, CookieBannerMessage, Legend, NotificationBanner, RadioItem, Radios,
    Table, TableCell,
};
use crate::cookies::{Cookies, SetCookie};
use crate::language::Locale;
use crate::markup::{Attributes, Prose, Render};
use crate::page::{Document, Layout, default_button};

/// The cookie that remembers the choice.
pub(crate) const CHOICE_COOKIE: &str = "cookie_choice";
/// The cookie that says, once, that a choice was made just now.
const SAID_COOKIE: &str = "cookie_choice_said";
/// The name that the buttons and radios send.
pub(crate) const CHOICE_FIELD: &str = "cookies[additional]";
/// The name that the button for hiding the message sends.
pub(crate) const HIDE_FIELD: &str = "cookies[hide]";

/// What somebody has chosen about cookies that the service could do without. Nothing of that kind may be set before.
///
/// ```
/// use townhall::cookies::Cookies;
/// use townhall::patterns::CookieChoice;
///
/// let choice = CookieChoice::from_cookies(&Cookies::new(["language=cy; cookie_choice=yes"]));
/// assert!(choice.accepts_additional());
/// assert!(!CookieChoice::from_cookies(&Cookies::default()).accepts_additional());
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CookieChoice {
    additional: Option<bool>,
    was_made_now: bool,
}

impl CookieChoice {
    /// Reads the cookies of a request.
    #[must_use]
    pub fn from_cookies(cookies: &Cookies<'_>) -> Self {
        let additional = cookies.all(CHOICE_COOKIE).find_map(|value| match value {
            b"yes" => Some(true),
            b"no" => Some(false),
            _ => None,
        });
        Self { additional, was_made_now: cookies.all(SAID_COOKIE).next().is_some() }
    }

    /// A choice that was made just now.
    #[must_use]
    pub fn made(accepts: bool) -> Self {
        Self { additional: Some(accepts), was_made_now: true }
    }

    /// The same choice, without the message that it was made.
    #[must_use]
    pub fn hidden(self) -> Self {
        Self { was_made_now: false, ..self }
    }

    /// Whether a banner is shown: nothing was chosen yet, or something was chosen just now.
    #[must_use]
    pub fn has_banner(self) -> bool {
        self.additional.is_none() || self.was_made_now
    }

    /// Whether cookies that the service could do without may be set.
    #[must_use]
    pub fn accepts_additional(self) -> bool {
        self.additional == Some(true)
    }

    /// The cookies that remember a choice for a year, and say once that it was made.
    ///
    /// Whoever refuses after having accepted must not keep what was set in between:
    /// [`CookieChoice::remove_cookies`] takes it away.
    #[must_use = "they do nothing unless they are sent"]
    pub fn set_cookies(accepts: bool) -> [SetCookie<'static>; 2] {
        let value = if accepts { "yes" } else { "no" };
        [SetCookie::new(CHOICE_COOKIE, value).max_age(31_536_000), SetCookie::new(SAID_COOKIE, "yes")]
    }

    /// The cookie to set after the message was hidden.
    pub fn hide_cookie() -> SetCookie<'static> {
        SetCookie::removed(SAID_COOKIE)
    }

    /// What removes a cookie that was refused, wherever it may have been set: for the host that the request names, and for each domain above it, as tools
    /// for statistics do; for every path, and for `path`.
    ///
    /// ```
    /// use townhall::patterns::CookieChoice;
    ///
    /// let removed = CookieChoice::remove_cookies("visits", "permits.council.example:8080", "/");
    /// let domains = ["", "; Domain=permits.council.example", "; Domain=council.example"];
    /// assert!(removed.iter().zip(domains).all(|(cookie, domain)| cookie.to_string().starts_with(&format!("visits=; Path=/{domain}; Max-Age=0"))));
    /// assert_eq!(removed.len(), 3);
    /// ```
    #[must_use = "they do nothing unless they are sent"]
    pub fn remove_cookies<'a>(name: &'a str, host: &'a str, path: &'a str) -> Vec<SetCookie<'a>> {
        let host = host.split(':').next().unwrap_or_default();
        let is_name = host.contains(|c: char| c.is_ascii_alphabetic());
        // The last part alone belongs to nobody.
        let domains = std::iter::successors(Some(host), |domain| Some(domain.split_once('.')?.1))
            .filter(|domain| is_name && domain.contains('.'));
        let paths = std::iter::once("/").chain((path != "/" && !path.is_empty()).then_some(path));
        paths
            .flat_map(|path| {
                let here = SetCookie::removed(name).path(path);
                std::iter::once(here.clone()).chain(domains.clone().map(move |domain| here.clone().domain(domain)))
            })
            .collect()
    }
}

/// The banner that asks about cookies which the service could do without, and then says what was chosen. It works without script: its
/// buttons send `cookies[additional]` and `cookies[hide]`.
///
/// On a page with a form they belong to that form, whose id is given, so that nothing typed is lost; elsewhere they have a form of their own,
/// which is sent to `action`. A service with essential cookies only needs no banner
/// ([cookie banner](https://design-system.service.gov.uk/components/cookie-banner/)).
#[must_use]
pub fn cookie_banner(
    locale: &Locale,
    choice: CookieChoice,
    service: &str,
    cookies_page: &str,
    form: Option<&str>,
    action: &str,
    hidden: &[(String, String)],
) -> Option<Markup> {
    let say = |id: &str| locale.text(id).into_owned();
    let own = |button: CookieBannerAction<'static>| match form {
        Some(form) => button.attributes(of_form(form)),
        None => button,
    };
    let send = |id: &str, name: &'static str, value: &'static str| {
        own(CookieBannerAction::submit(say(id)).name(name).value(value))
    };
    let message = match (choice.additional, choice.was_made_now) {
        (Some(_), false) => return None,
        (Some(accepted), true) => {
            let id = if accepted { "townhall-cookies-accepted" } else { "townhall-cookies-rejected" };
            let [before, words, after] = ["", ".link", ".after"].map(|part| say(&format!("{id}{part}")));
            CookieBannerMessage::new(html! {
                p.govuk-body { (before) " " a.govuk-link href=(cookies_page) { (words) } (after) }
            })
            .role("alert")
            .actions([send("townhall-cookies-hide", HIDE_FIELD, "yes")])
        }
        (None, _) => CookieBannerMessage::new(html! {
            p.govuk-body { (say("townhall-cookies-essential")) }
            p.govuk-body { (say("townhall-cookies-additional")) }
        })
        .heading(locale.text_with("townhall-cookies-on", &[("service", service.into())]).into_owned())
        .actions([
            send("townhall-cookies-accept", CHOICE_FIELD, "yes"),
            send("townhall-cookies-reject", CHOICE_FIELD, "no"),
            CookieBannerAction::link(say("townhall-cookies-view"), cookies_page.to_owned()),
        ]),
    };
    let label = locale.text_with("townhall-cookies-on", &[("service", service.into())]);
    let banner = CookieBanner::new([message]).localised(locale).aria_label(label).render();
    Some(match form {
        // The Enter key presses the first button of a form: that must not be one of the banner's.
        Some(form) => html! { (default_button(locale, form)) (banner) },
        None => html! { form method="post" action=(action) novalidate { (hidden_fields(hidden)) (banner) } },
    })
}

fn of_form(form: &str) -> Attributes<'static> {
    crate::attributes! { "form": form.to_owned() }
}

/// A cookie, for the table on the cookies page.
#[derive(Clone, PartialEq, Eq)]
pub struct Cookie<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// What it is for.
    pub purpose: Cow<'a, str>,
    /// When it expires.
    pub expires: Cow<'a, str>,
}

/// The page about cookies: what each is for, and a choice about those the service could do without
/// ([cookies page](https://design-system.service.gov.uk/patterns/cookies-page/)).
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::{Cookie, CookiesPage};
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let session = Cookie { name: "session".into(), purpose: "Remembers your answers".into(), expires: "When you close your browser".into() };
/// let page = CookiesPage::new().essential([session]).page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("Essential cookies"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct CookiesPage<'a> {
    essential: Vec<Cookie<'a>>,
    additional: Vec<Cookie<'a>>,
    choice: CookieChoice,
    body: Cow<'a, str>,
    hidden: Vec<(String, String)>,
    was_saved: bool,
    return_to: Option<Cow<'a, str>>,
    answers: Option<(Cow<'a, str>, Cow<'a, str>)>,
}

impl<'a> CookiesPage<'a> {
    /// A page without cookies.
    pub fn new() -> Self {
        Self::default()
    }

    /// Cookies without which the service does not work.
    pub fn essential(mut self, cookies: impl IntoIterator<Item = Cookie<'a>>) -> Self {
        self.essential.extend(cookies);
        self
    }

    /// Cookies that people can refuse.
    pub fn additional(mut self, cookies: impl IntoIterator<Item = Cookie<'a>>) -> Self {
        self.additional.extend(cookies);
        self
    }

    /// What was chosen before.
    pub fn choice(mut self, choice: CookieChoice) -> Self {
        self.choice = choice;
        self
    }

    /// What is shown at the top, as [`Prose`].
    pub fn body(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.body = text.into();
        self
    }

    hidden_setter!();

    /// Says that the choice was saved.
    pub fn was_saved(mut self, saved: bool) -> Self {
        self.was_saved = saved;
        self
    }

    /// The page that somebody came from: there is a link back to it once the choice is saved.
    pub fn return_to(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.return_to = Some(address.into());
        self
    }

    answers_setter!();

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let say = |id: &str| locale.text(id).into_owned();
        let head = ["townhall-cookie-name", "townhall-cookie-purpose", "townhall-cookie-expires"].map(say);
        let table = |cookies: &[Cookie<'a>], caption: String| {
            Table::map(cookies, |cookie: &Cookie<'a>| {
                // Long names can be broken where their words end, or the table would be wider than a phone.
                let name =
                    html! { @for (at, word) in cookie.name.split('_').enumerate() { @if at > 0 { "_" wbr; } (word) } };
                let text =
                    |text: &Cow<'a, str>| TableCell::new(text.as_ref().to_owned()).classes("govuk-!-text-break-word");
                [TableCell::new(name), text(&cookie.purpose), text(&cookie.expires)]
            })
            .classes("govuk-table--small-text-until-tablet")
            .caption(caption)
            .caption_classes("govuk-table__caption--s")
            .head(head.clone().map(TableCell::new))
            .render()
        };
        let banner = NotificationBanner::success(html! {
            p.govuk-notification-banner__heading {
                (say("townhall-cookies-saved"))
                @if let Some(address) = &self.return_to {
                    " " a.govuk-notification-banner__link href=(address) { (say("townhall-cookies-saved.link")) } "."
                }
            }
        });
        let question = say("townhall-cookies-question");
        let (yes, no) = super::yes_and_no(locale, &question, self.answers.as_ref());
        let radios = Radios::new(
            CHOICE_FIELD,
            Legend::new(&*question).classes("govuk-fieldset__legend--s"),
            [RadioItem::new("yes", yes), RadioItem::new("no", no)],
        )
        .id_prefix("cookies-additional")
        // The only radios that are chosen beforehand: nothing is accepted by not looking.
        .value(if self.choice.accepts_additional() { "yes" } else { "no" });
        layout.page(say("townhall-cookies")).content(html! {
            @if self.was_saved { (banner.localised(locale)) }
            @if self.body.trim().is_empty() { (Prose::new(say("townhall-cookies.body"))) } @else { (Prose::new(&*self.body)) }
            h2.govuk-heading-m { (say("townhall-cookies-essential-heading")) }
            p.govuk-body { (say("townhall-cookies-essential-heading.body")) }
            (table(&self.essential, say("townhall-cookies-essential-heading")))
            @if !self.additional.is_empty() {
                h2.govuk-heading-m { (say("townhall-cookies-additional-heading")) }
                p.govuk-body { (say("townhall-cookies-additional-heading.body")) }
                (table(&self.additional, say("townhall-cookies-additional-heading")))
                form method="post" novalidate {
                    (hidden_fields(&self.hidden))
                    (radios)
                    (Button::new(say("townhall-cookies-save")))
                }
            }
        })
    }
}

crate::markup::opaque_debug! { Cookie<'_>, CookiesPage<'_> }
