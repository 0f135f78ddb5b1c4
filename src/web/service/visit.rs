//! [`Visit`]: one request, and what is known about who made it.

use std::sync::Mutex;

use super::files::Early;
use super::links::{Change, StepPage, is_new};
use super::route::{Route, route};
use super::secret::Session;
use super::session::{Loaded, Trouble};
use super::{Frame, Service, SignedIn};
use crate::components::{Button, NotificationBanner};
use crate::cookies::Cookies;
use crate::form::{FormData, Uploads};
use crate::journey::{Answers, now};
use crate::language::{Locale, Wanted};
use crate::page::{Document, FORM_ID, Layout};
use crate::patterns::{CHOICE_FIELD, CookieChoice, ErrorPage, HIDE_FIELD, UnavailablePage, cookie_banner};
use crate::values::Date;
use http::header;
use http::request::Parts;
use maud::{Markup, PreEscaped, html};

/// The field of every form by which it is known that a page of this service has sent it.
pub(super) const TOKEN_FIELD: &str = "townhall-token";
/// The button that saves what was typed and leaves.
pub(super) const SAVE_FIELD: &str = "townhall-save";
/// The button that keeps answers for longer.
pub(super) const KEEP_FIELD: &str = "townhall-keep";
/// The script has noticed that nobody has done anything for a while.
pub(super) const IDLE_FIELD: &str = "townhall-idle";
/// Where a form of its own leads back to.
pub(super) const BACK_FIELD: &str = "townhall-back";

/// When a program may try again after something was busy or away, in seconds.
pub(super) const RETRY_AFTER: u64 = 10;

/// A day in seconds.
pub(super) const DAY: u64 = 24 * 60 * 60;

/// One request.
pub(super) struct Visit<'s, A, U> {
    pub(super) service: &'s Service<A, U>,
    pub(super) route: Route,
    pub(super) locale: &'s Locale,
    /// The path, without what stands before the service.
    pub(super) slug: &'s str,
    query: &'s str,
    /// The change that this page is part of, if it was reached from the check.
    pub(super) change: Option<Change>,
    /// Whether the page is about a thing that is not on its list yet.
    pub(super) is_new: bool,
    /// The host that the request names.
    host: &'s str,
    /// When it began, in seconds since 1970.
    pub(super) now: u64,
    pub(super) session: Option<Session>,
    /// What becomes of the session's cookie.
    pub(super) session_cookie: SessionCookie,
    /// There is a cookie of ours, and the key that opens it is gone.
    pub(super) key_is_gone: bool,
    /// Nobody has done anything for longer than the service allows, or the session is as old as one may be.
    pub(super) is_timed_out: bool,
    /// The token of the forms of this response.
    pub(super) token: Option<String>,
    pub(super) set_cookies: Vec<String>,
    pub(super) choice: CookieChoice,
    /// Who it is, where people sign in.
    pub(super) signed_in: Option<SignedIn>,
    /// A message that stands above the page, as a notification.
    pub(super) notice: Option<Notice>,
    /// The page is shown again because its form could not be taken.
    pub(super) is_shown_again: bool,
    /// The page says something that is said once: nothing on it leads to the same page again.
    pub(super) is_said_once: bool,
    /// What was loaded before the body of the request was read, for the first that asks.
    pub(super) early: Mutex<Option<Early>>,
}

/// What becomes of the session's cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SessionCookie {
    Unchanged,
    Set,
    Removed,
}

/// What a page says about what was sent to it, above what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notice {
    /// It could not be saved.
    NotSaved,
    /// The form was too old, or of another session.
    SendAgain,
    /// The browser has sent no cookie.
    CookiesNeeded,
    /// It was sent before somebody had to sign in again.
    SignedInAgain,
    /// The list of a thing has no room for it.
    ListFull,
    /// The record has no room for it.
    RecordFull,
}

impl Notice {
    /// The message that is the heading, and the one that is the text.
    const fn messages(self) -> (&'static str, &'static str) {
        match self {
            Self::NotSaved => ("townhall-problem", "townhall-problem.not-saved"),
            Self::SendAgain => ("townhall-send-again", "townhall-send-again.body"),
            Self::CookiesNeeded => ("townhall-cookies-needed", "townhall-cookies-needed.again"),
            Self::SignedInAgain => ("townhall-signed-in-again", "townhall-signed-in-again.body"),
            Self::ListFull => ("townhall-list-full", "townhall-list-full.not-saved"),
            Self::RecordFull => ("townhall-record-full", "townhall-record-full.not-saved"),
        }
    }
}

impl<'s, A, U> Visit<'s, A, U>
where
    A: Answers,
    U: Uploads,
{
    pub(super) fn new(service: &'s Service<A, U>, parts: &'s Parts) -> Visit<'s, A, U> {
        let header = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let path = parts.uri.path();
        // `/permits` is not below `/permit`.
        let below = path.strip_prefix(service.path.as_str()).filter(|rest| rest.is_empty() || rest.starts_with('/'));
        let slug = below.unwrap_or(path);
        let slug = slug.strip_prefix('/').unwrap_or(slug);
        let query = parts.uri.query().unwrap_or_default();
        let cookies = Cookies::new(parts.headers.get_all(header::COOKIE));
        let chosen = query.split('&').find_map(|pair| pair.strip_prefix("language="));
        let wanted =
            Wanted::default().chosen(chosen).cookies(&cookies).accept_language(header(header::ACCEPT_LANGUAGE));
        let locale = service.languages.best(&wanted).unwrap_or(&service.fallback);
        let mut set_cookies = Vec::new();
        if chosen.is_some() {
            set_cookies.push(locale.cookie().secure(service.has_secure_cookies).into());
        }
        let now = now();
        let (session, key_is_gone) = service.session_of(&cookies);
        let is_timed_out = session.as_ref().is_some_and(|session| service.is_timed_out(session, now));
        // Without such cookies there is nothing to choose.
        let has_choice = !service.additional_cookies.is_empty();
        let choice = if has_choice { CookieChoice::from_cookies(&cookies) } else { CookieChoice::default() };
        let route = below.map_or(Route::NotFound, |_| route(&service.journey, &service.own_slugs, slug));
        Visit {
            service,
            route,
            locale,
            slug,
            query,
            change: Change::parse(query, &service.journey),
            is_new: is_new(query),
            host: host_of(parts),
            now,
            session,
            session_cookie: SessionCookie::Unchanged,
            key_is_gone,
            is_timed_out,
            token: None,
            set_cookies,
            choice,
            signed_in: None,
            notice: None,
            is_shown_again: false,
            is_said_once: false,
            early: Mutex::new(None),
        }
    }

    /// The page of the step that this request is about, if it is about one.
    pub(super) fn step_page(&self) -> Option<StepPage> {
        match self.route {
            Route::Step(at) => Some(StepPage::of(at)),
            Route::Item(at, item) => Some(StepPage::item(at, item)),
            _ => None,
        }
    }

    pub(super) fn query_has(&self, name: &str) -> bool {
        self.query.split('&').any(|pair| pair == name)
    }

    /// The same with a mark in the query.
    pub(super) fn own_address_with(&self, mark: &str) -> String {
        let address = self.own_address();
        let separator = if address.contains('?') { '&' } else { '?' };
        format!("{address}{separator}{mark}")
    }

    /// What stands around a page. `form` is the id of the page's own form, to which the buttons of banners belong, so that nothing typed is lost.
    pub(super) fn layout(&mut self, form: Option<&str>, loaded: Option<&Loaded>) -> Layout<'s> {
        let (service, locale) = (self.service, self.locale);
        let Some(frame) = self.frame() else { return Layout::new(&service.brand, locale) };
        let mut layout = Layout::new(&service.brand, locale)
            .service(&*frame.name, &*frame.start)
            .asset_path(&*frame.assets)
            .frame(if self.can_leave() { &frame.page_to_leave } else { &frame.page });
        if form.is_none() && !self.is_said_once {
            layout = layout.languages(&service.languages, self.own_address());
        }
        if !service.additional_cookies.is_empty()
            && self.route != Route::Cookies
            && self.choice.has_banner()
            && !self.is_said_once
        {
            let cookies_page = service.address("cookies");
            let hidden = self.hidden_fields();
            let banner = cookie_banner(locale, self.choice, &frame.name, &cookies_page, form, &cookies_page, &hidden);
            if let Some(banner) = banner {
                layout = layout.body_start(banner);
            }
        }
        if let Some(notice) = self.notice {
            let (heading, text) = notice.messages();
            let banner = NotificationBanner::new(html! {
                p.govuk-notification-banner__heading { (locale.text(heading)) }
                p.govuk-body { (locale.text(text)) }
            });
            layout = layout.notice(html! { (banner.role("alert").localised(locale)) });
        } else if let Some(loaded) = loaded.filter(|loaded| self.is_last_day(loaded)) {
            let hidden = self.hidden_fields();
            layout = layout.notice(self.expiry_notice(loaded, form, &hidden));
        }
        match self.after_content(form, loaded) {
            Some(html) => layout.after_content(html),
            None => layout,
        }
    }

    /// Whether answers are about to be deleted.
    fn is_last_day(&self, loaded: &Loaded) -> bool {
        loaded.expires < self.now + DAY && self.service.keep_days > 1 && loaded.stored.receipt.is_none()
    }

    /// On the last day: when answers are deleted, and a button that keeps them.
    fn expiry_notice(&self, loaded: &Loaded, form: Option<&str>, hidden: &[(String, String)]) -> Markup {
        let date = Date::of_unix_time(loaded.expires).to_text(self.locale);
        let say = |id: &str| self.locale.text_with(id, &[("date", date.as_str().into())]).into_owned();
        let button = Button::new(say("townhall-expiring.button"))
            .name(KEEP_FIELD)
            .value("yes")
            .classes("govuk-button--secondary");
        let button = match form {
            Some(form) => html! { (button.attributes(crate::attributes! { "form": form.to_owned() })) },
            None => html! {
                form method="post" action=(self.service.address("keep")) novalidate {
                    @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
                    (button)
                }
            },
        };
        let banner = NotificationBanner::new(html! {
            p.govuk-notification-banner__heading { (say("townhall-expiring")) }
            p.govuk-body { (say("townhall-expiring.body")) }
            (button)
        });
        html! { (banner.localised(self.locale)) }
    }

    /// A page that says what went wrong.
    pub(super) fn error(&mut self, page: &ErrorPage<'_>) -> Document {
        let layout = self.layout(None, None);
        let contact = self.service.optional(layout.locale(), "contact").unwrap_or_default();
        page.clone().contact(contact).page(&layout)
    }

    /// The page about something that is busy or away: trying again helps.
    pub(super) fn unavailable(&mut self) -> Document {
        let layout = self.layout(None, None);
        UnavailablePage::later().answers_kept_for(self.service.keep_days).retry_after(RETRY_AFTER).page(&layout)
    }

    /// The page about something that cannot be loaded or saved. The log says what it was, without anything personal.
    pub(super) fn trouble(&mut self, trouble: &Trouble) -> Document {
        if matches!(trouble, Trouble::TwoSets) {
            return self.choose_answers();
        }
        tracing::error!(target: "townhall", service = self.service.journey.name, error = %trouble, "answers cannot be reached");
        if trouble.is_passing() {
            return self.unavailable();
        }
        let page = self.with_start_again(ErrorPage::problem());
        self.error(&page)
    }

    /// Does what a button asks for that does not answer the page: another language, cookies, time. Says whether there was one.
    pub(super) async fn press(&mut self, data: &FormData) -> Result<bool, Trouble> {
        if let Some(tag) = data.chosen_language() {
            if let Some(locale) = self.service.languages.get(tag) {
                self.locale = locale;
                self.set_cookies.push(locale.cookie().secure(self.service.has_secure_cookies).into());
            }
            return Ok(true);
        }
        if let Some(choice) = data.get(CHOICE_FIELD) {
            self.choose_cookies(choice == "yes");
            return Ok(true);
        }
        if data.get(HIDE_FIELD).is_some() {
            self.choice = self.choice.hidden();
            self.set_cookies.push(CookieChoice::hide_cookie().secure(self.service.has_secure_cookies).into());
            return Ok(true);
        }
        if data.get(KEEP_FIELD).is_some() {
            if let Some(mut loaded) = self.load().await? {
                self.save(&mut loaded).await?;
            }
            return Ok(true);
        }
        // Somebody is there, in another tab perhaps: this one is shown as it was.
        Ok(data.get(IDLE_FIELD).is_some())
    }

    /// Notes a choice about cookies. What was set before it was withdrawn is removed.
    fn choose_cookies(&mut self, accepts: bool) {
        let service = self.service;
        self.choice = CookieChoice::made(accepts);
        let mut cookies = Vec::from(CookieChoice::set_cookies(accepts));
        if !accepts {
            for (name, _) in &service.additional_cookies {
                cookies.extend(CookieChoice::remove_cookies(name, self.host, &service.path));
            }
        }
        self.set_cookies.extend(cookies.into_iter().map(|cookie| cookie.secure(service.has_secure_cookies).into()));
    }

    /// The page that a form of its own leads back to.
    pub(super) fn back(&self, data: &FormData) -> String {
        let back = data.get(BACK_FIELD).and_then(|address| self.service.own_address(address));
        back.unwrap_or_else(|| self.service.address(""))
    }

    /// What stands around every page in this language.
    pub(super) fn frame(&self) -> Option<&'s Frame> {
        let at = self.service.languages.locales().position(|known| known == self.locale).unwrap_or_default();
        self.service.frames.get(at)
    }

    /// What a page needs to say that people may leave it and come back.
    pub(super) fn save_button(&self) -> Option<PreEscaped<&'s str>> {
        self.can_save().then(|| self.frame().map(|frame| PreEscaped(frame.save.0.as_str())))?
    }

    /// The controls of a step with nothing typed.
    pub(super) fn blank_controls(&self, at: usize) -> Option<&'s Markup> {
        self.frame()?.blank.get(at)?.as_ref()
    }

    /// The caption of a page: its section.
    pub(super) fn caption(&self, section: Option<&'static str>) -> Option<&'s str> {
        let captions = &self.frame()?.captions;
        captions.iter().find(|(name, _)| Some(*name) == section).map(|(_, caption)| caption.as_str())
    }
}

/// The host that a request names: of its head, or of its address.
fn host_of(parts: &Parts) -> &str {
    let host = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok());
    host.or_else(|| parts.uri.authority().map(http::uri::Authority::as_str)).unwrap_or_default()
}

/// The id of the form of a question page.
pub(super) const QUESTION_FORM: &str = FORM_ID;
