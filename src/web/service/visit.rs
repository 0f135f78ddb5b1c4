//! [`Visit`]: one request, and what is known about who made it.

use std::borrow::Cow;

use http::header;
use http::request::Parts;
use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::route::{Route, route};
use super::session::{Loaded, Trouble, load, save};
use super::{Frame, Service, SignedIn};
use crate::components::{Button, NotificationBanner};
use crate::form::{FormData, Uploads};
use crate::journey::{Answers, KeysError, Place, hex, now, random_hex};
use crate::language::{Locale, Wanted, cookie};
use crate::page::{Document, FORM_ID, Layout};
use crate::patterns::{CHOICE_FIELD, CookieChoice, ErrorPage, HIDE_FIELD, UnavailablePage, cookie_banner};
use crate::values::Date;

/// The cookie that says whose answers are whose.
pub(super) const SESSION_COOKIE: &str = "townhall_session";
/// The field of every form by which it is known that a page of this service has sent it.
pub(super) const TOKEN_FIELD: &str = "townhall-token";
/// The button that saves what was typed and leaves.
pub(super) const SAVE_FIELD: &str = "townhall-save";
/// The button that keeps answers for longer.
pub(super) const KEEP_FIELD: &str = "townhall-keep";
/// Where a form of its own leads back to.
pub(super) const BACK_FIELD: &str = "townhall-back";

/// A day in seconds.
const DAY: u64 = 24 * 60 * 60;

/// A session: a secret that only this browser has.
#[derive(Clone)]
pub(super) struct Session {
    pub(super) secret: String,
    /// Whether anything was kept under it.
    has_started: bool,
}

/// One request.
pub(super) struct Visit<'s, A, U> {
    pub(super) service: &'s Service<A, U>,
    pub(super) route: Route,
    pub(super) locale: &'s Locale,
    /// The path, without what stands before the service.
    pub(super) slug: &'s str,
    query: &'s str,
    /// When it began, in seconds since 1970.
    pub(super) now: u64,
    pub(super) session: Option<Session>,
    pub(super) set_cookies: Vec<String>,
    pub(super) choice: CookieChoice,
    /// Who it is, where people sign in.
    signed_in: Option<SignedIn>,
    /// A message that stands above the page, as a notification.
    pub(super) notice: Option<&'static str>,
}

impl Session {
    /// 160 bits: more than anybody can guess, and few enough that hashing them takes one block.
    const BYTES: usize = 20;

    /// What nobody knows.
    pub(super) fn new_secret() -> Result<String, KeysError> {
        random_hex::<{ Self::BYTES }>()
    }

    /// Reads a cookie: 40 digits, and a mark if something was kept.
    fn read(value: &str) -> Option<Self> {
        let (secret, has_started) = match value.strip_suffix(".1") {
            Some(secret) => (secret, true),
            None => (value, false),
        };
        // Every byte is looked at, which takes compilers fewer instructions than to stop at the first that is wrong.
        let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let is_secret = secret.len() == 2 * Self::BYTES && secret.bytes().fold(true, |all, byte| all & is_digit(byte));
        is_secret.then(|| Self { secret: secret.to_owned(), has_started })
    }

    /// What forms of this session carry. Nobody can work it out who does not know the secret, nor the secret from it.
    pub(super) fn token(&self) -> String {
        hex(&Sha256::new().chain_update("townhall form ").chain_update(&self.secret).finalize())
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
        let slug = below.unwrap_or(path).trim_start_matches('/');
        let query = parts.uri.query().unwrap_or_default();
        let cookies = header(header::COOKIE);
        let chosen = query.split('&').find_map(|pair| pair.strip_prefix("language="));
        let wanted =
            Wanted::default().chosen(chosen).cookie_header(cookies).accept_language(header(header::ACCEPT_LANGUAGE));
        let locale = service.languages.best(&wanted).unwrap_or(&service.fallback);
        let mut set_cookies = Vec::new();
        if chosen.is_some() {
            set_cookies.push(locale.cookie());
        }
        let session = cookies.and_then(|cookies| cookie(cookies, SESSION_COOKIE)).and_then(Session::read);
        // Without such cookies there is nothing to choose.
        let has_choice = !service.additional_cookies.is_empty();
        let choice = if has_choice { CookieChoice::from_header(cookies) } else { CookieChoice::default() };
        let signed_in = service.sign_in.as_ref().map(|sign_in| sign_in.person(&parts.headers));
        let route = below.map_or(Route::NotFound, |_| route(&service.journey, &service.own_slugs, slug));
        Visit { service, route, locale, slug, query, now: now(), session, set_cookies, choice, signed_in, notice: None }
    }

    /// Whether the page was reached from the check, and leads back there.
    pub(super) fn is_change(&self) -> bool {
        self.query.split('&').any(|pair| pair == "change" || pair == "change=")
    }

    pub(super) fn query_has(&self, name: &str) -> bool {
        self.query.split('&').any(|pair| pair == name)
    }

    /// The address of this page, as it was asked for, without the language.
    fn own_address(&self) -> String {
        let address = self.service.address(self.slug);
        if self.is_change() { format!("{address}?change") } else { address }
    }

    pub(super) fn place(&self, place: Place) -> String {
        match place {
            Place::Start => self.service.address(""),
            Place::Tasks => self.service.address("tasks"),
            Place::Step(at) => self.step(at),
            Place::CheckAnswers => self.service.address("check-answers"),
        }
    }

    /// The address of a step.
    pub(super) fn step(&self, at: usize) -> String {
        self.service.address(self.service.journey.steps.get(at).map_or("", |step| step.slug))
    }

    /// The session of this browser. A new one gets its cookie; nothing is kept until there is an answer.
    pub(super) fn session(&mut self) -> Option<&Session> {
        if self.session.is_none() {
            match Session::new_secret() {
                Ok(secret) => self.set_session(secret, false),
                Err(error) => tracing::error!(target: "townhall", %error, "no session can be made"),
            }
        }
        self.session.as_ref()
    }

    /// Makes this browser's session another one.
    pub(super) fn set_session(&mut self, secret: String, has_started: bool) {
        let secure = if self.service.has_secure_cookies { "; Secure" } else { "" };
        let mark = if has_started { ".1" } else { "" };
        // It ends with the browser: others may use the same machine. Who wants to come back later has a reference and a secret.
        self.set_cookies.push(format!("{SESSION_COOKIE}={secret}{mark}; Path=/; HttpOnly; SameSite=Lax{secure}"));
        self.session = Some(Session { secret, has_started });
    }

    /// The hidden field that every form has.
    pub(super) fn token(&mut self) -> (&'static str, String) {
        (TOKEN_FIELD, self.session().map(Session::token).unwrap_or_default())
    }

    /// What a form of its own has, which leads back to this page.
    fn hidden_fields(&mut self) -> [(String, String); 2] {
        let (name, token) = self.token();
        [(name.to_owned(), token), (BACK_FIELD.to_owned(), self.own_address())]
    }

    /// Where somebody has to go who has not signed in, and wants a page of the journey.
    pub(super) fn must_sign_in(&self) -> Option<&str> {
        let is_open = matches!(
            self.route,
            Route::Start | Route::Asset | Route::Cookies | Route::Feedback | Route::Own(_) | Route::NotFound
        );
        match &self.signed_in {
            Some(SignedIn::Nobody { sign_in }) if !is_open => Some(sign_in),
            _ => None,
        }
    }

    /// The name under which answers are kept: the person's, or that of this browser's session.
    pub(super) fn kept_under(&self) -> Option<Cow<'_, str>> {
        match &self.signed_in {
            Some(SignedIn::Person(person)) => Some(Cow::Owned(format!("person {person}"))),
            Some(SignedIn::Nobody { .. }) => None,
            None => self.session.as_ref().map(|session| Cow::Borrowed(session.secret.as_str())),
        }
    }

    /// What is kept for this person, or this browser.
    pub(super) async fn load(&self) -> Result<Option<Loaded>, Trouble> {
        match self.kept_under() {
            Some(name) => load(&*self.service.store, &self.service.keys, &name).await,
            None => Ok(None),
        }
    }

    /// Keeps something for this browser, for as many days as the service keeps answers.
    pub(super) async fn save(&mut self, loaded: &mut Loaded) -> Result<(), Trouble> {
        let Some(session) = self.session().cloned() else { return Ok(()) };
        loaded.expires = now() + u64::from(self.service.keep_days) * DAY;
        let Some(name) = self.kept_under().map(Cow::into_owned) else { return Ok(()) };
        save(&*self.service.store, &self.service.keys, &name, loaded).await?;
        if !session.has_started && self.signed_in.is_none() {
            self.set_session(session.secret, true);
        }
        Ok(())
    }

    /// Whether answers were kept under this browser's session, and are not any more.
    pub(super) fn has_ended(&self, loaded: Option<&Loaded>) -> bool {
        loaded.is_none() && self.signed_in.is_none() && self.session.as_ref().is_some_and(|session| session.has_started)
    }

    /// What stands around a page. `form` is the id of the page's own form, to which the buttons of banners belong, so that nothing typed is lost.
    pub(super) fn layout(&mut self, form: Option<&str>, loaded: Option<&Loaded>) -> Layout<'s> {
        let (service, locale) = (self.service, self.locale);
        let Some(frame) = self.frame() else { return Layout::new(&service.brand, locale) };
        let mut layout = Layout::new(&service.brand, locale)
            .service(&*frame.name, &*frame.start)
            .asset_path(&*frame.assets)
            .frame(&frame.page);
        if form.is_none() {
            layout = layout.languages(&service.languages, self.own_address());
        }
        if !service.additional_cookies.is_empty() && self.route != Route::Cookies && self.choice.has_banner() {
            let cookies_page = service.address("cookies");
            let hidden = self.hidden_fields();
            let banner = cookie_banner(locale, self.choice, &frame.name, &cookies_page, form, &cookies_page, &hidden);
            if let Some(banner) = banner {
                layout = layout.body_start(banner);
            }
        }
        if let Some(id) = self.notice {
            let banner = NotificationBanner::new(html! {
                p.govuk-notification-banner__heading { (locale.text(id)) }
                p.govuk-body { (locale.text(&format!("{id}.not-saved"))) }
            });
            layout = layout.notice(html! { (banner.role("alert").localised(locale)) });
        } else if let Some(loaded) = loaded.filter(|loaded| self.is_last_day(loaded)) {
            let hidden = self.hidden_fields();
            layout = layout.notice(self.expiry_notice(loaded, form, &hidden));
        }
        layout
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

    /// The page about something that cannot be loaded or saved. The log says what it was, without anything personal.
    pub(super) fn trouble(&mut self, trouble: &Trouble) -> Document {
        tracing::error!(target: "townhall", service = self.service.journey.name, error = %trouble, "answers cannot be reached");
        if trouble.is_passing() {
            let layout = self.layout(None, None);
            return UnavailablePage::later().answers_are_kept(true).page(&layout);
        }
        let words = self.locale.text("townhall-start-again").into_owned();
        let address = self.service.address("start-again");
        self.error(&ErrorPage::problem().button(words, address))
    }

    /// Does what a button asks for that does not answer the page: another language, cookies, time. Says whether there was one.
    pub(super) async fn press(&mut self, data: &FormData) -> Result<bool, Trouble> {
        if let Some(tag) = data.chosen_language() {
            if let Some(locale) = self.service.languages.get(tag) {
                self.locale = locale;
                self.set_cookies.push(locale.cookie());
            }
            return Ok(true);
        }
        if let Some(choice) = data.get(CHOICE_FIELD) {
            let cookies = CookieChoice::set_cookies(choice == "yes");
            self.choice = CookieChoice::made(choice == "yes");
            self.set_cookies.extend(cookies);
            return Ok(true);
        }
        if data.get(HIDE_FIELD).is_some() {
            self.choice = self.choice.hidden();
            self.set_cookies.push(CookieChoice::hide_cookie());
            return Ok(true);
        }
        if data.get(KEEP_FIELD).is_some() {
            if let Some(mut loaded) = self.load().await? {
                self.save(&mut loaded).await?;
            }
            return Ok(true);
        }
        Ok(false)
    }

    /// The page that a form of its own leads back to: one of this service.
    pub(super) fn back(&self, data: &FormData) -> String {
        let is_own = |address: &&str| {
            let path = address.strip_prefix(self.service.path.as_str());
            path.is_some_and(|path| {
                path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n'])
            }) || *address == self.service.path
        };
        data.get(BACK_FIELD).filter(is_own).map_or_else(|| self.service.address(""), str::to_owned)
    }

    /// What stands around every page in this language.
    pub(super) fn frame(&self) -> Option<&'s Frame> {
        let at = self.service.languages.locales().position(|known| known == self.locale).unwrap_or_default();
        self.service.frames.get(at)
    }

    /// What a page needs to say that people may leave it and come back.
    pub(super) fn save_button(&self) -> Option<PreEscaped<&'s str>> {
        self.service.can_save.then(|| self.frame().map(|frame| PreEscaped(frame.save.0.as_str())))?
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

/// The id of the form of a question page.
pub(super) const QUESTION_FORM: &str = FORM_ID;
