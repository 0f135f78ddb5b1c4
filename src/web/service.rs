//! [`Service`]: a whole service of a [`Journey`], as requests and responses of the `http` crate.

mod answer;
mod check;
mod check_answers;
mod cleanup;
mod drafts;
mod files;
mod identity;
mod idle;
mod leave;
mod links;
mod list;
mod log;
mod pages;
#[cfg(test)]
mod reference;
mod route;
mod secret;
mod send;
mod session;
mod shown_again;
mod sign_in;
mod start_again;
mod visit;
mod waiting;

use std::borrow::Cow;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, HeaderValue, Method, Request, Response, header};
use maud::{Markup, html};
use tracing::Instrument;

use self::cleanup::{Cleanup, Kind};
use self::log::RequestId;
use self::route::{Route, route};
use self::secret::Scope;
pub use self::sign_in::{RequireSignIn, SignIn, SignInFuture, SignedIn};
use self::visit::{SAVE_FIELD, Visit};
use self::waiting::BoundedStore;
use super::security::header_map;
use crate::components::{Button, PhaseBanner};
use crate::form::{Limits, MemoryUploads, QuestionPage, Uploads};
use crate::journey::{AnswerStore, Answers, Journey, JourneyProblem, Keys, KeysError, MemoryStore, WAIT, is_name};
use crate::language::{Languages, Locale};
use crate::page::{Brand, Document, Layout, PageFrame};
use crate::patterns::Satisfaction;

type OwnPage = Box<dyn Fn(&Layout<'_>) -> Document + Send + Sync>;
type Feedback = Box<dyn Fn(Satisfaction) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync>;

/// Why a [`Service`] cannot be built.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ServiceError {
    /// The journey has problems.
    #[error("the journey cannot be walked: {0}")]
    Journey(JourneyProblem),
    /// A path that does not start with a slash, ends with one, or has other characters than letters, digits, hyphens and slashes.
    #[error("`{0}` is no path: it is empty, or like `/permit`")]
    Path(String),
    /// Answers are kept beyond the process, and there is no key to encrypt them.
    #[error("a store needs keys: `keys` is missing")]
    NoKeys,
    /// There is no randomness to make a key of.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// Two pages with one address.
    #[error("the address `{0}` is taken")]
    Address(&'static str),
    /// `save_and_return` gives a reference to those who come back, and with a sign-in on every page nobody needs one.
    #[error("`save_and_return` does nothing where everybody signs in: leave it out, or set `require_sign_in`")]
    SaveAndSignIn,
    /// `require_sign_in` names a step that is not in the journey.
    #[error("`require_sign_in`: there is no step `{0}`")]
    SignInStep(&'static str),
    /// `require_sign_in` says where people have to sign in, and nobody can.
    #[error("`require_sign_in` needs a `sign_in`")]
    NoSignIn,
    /// A time limit of the session, where every page belongs to somebody who has signed in: who signs people in has limits of their own.
    #[error("`{0}` does nothing where everybody signs in: the sign-in has a limit of its own")]
    LimitAndSignIn(&'static str),
    /// A limit on how old a session may be, where nobody could come back to their answers.
    #[error("`session_limit` needs `save_and_return`: without a reference nobody could come back to the answers")]
    LimitWithoutReturn,
    /// A page whose name cannot be part of an address: it has letters and digits of ASCII, hyphens and underscores, and starts with a letter.
    #[error("`{0}` cannot be part of an address")]
    Slug(&'static str),
    /// A cookie whose name no cookie can have, or that is named twice, or that the service has itself.
    #[error("`{0}` cannot be the name of a cookie of the application")]
    Cookie(&'static str),
    /// A place for forms that is not an origin, like `https://pay.example`.
    #[error("`{0}` is not an origin, like `https://pay.example`")]
    FormTarget(&'static str),
    /// Answers that would be deleted at once.
    #[error("answers have to be kept for one day at least")]
    NoTime,
    /// A limit that no record could keep to.
    #[error("a record needs at least {LEAST_RECORD} bytes")]
    NoRoom,
}

/// A whole service: a start page, the questions of a [`Journey`], lists, checking and sending, the confirmation, cookies, help pages, and every
/// error page, in every language, with and without script.
///
/// It takes requests and gives responses of the `http` crate, so it runs in any framework; `web::axum::service` makes a router of it.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use townhall::form::Question;
/// use townhall::journey::{Journey, Receipt};
/// use townhall::language::Languages;
/// use townhall::page::Brand;
/// use townhall::values::FullName;
/// use townhall::web::Service;
/// use validator::Validate;
///
/// #[derive(Default, Serialize, Deserialize)]
/// struct Greeting { name: Option<Name> }
/// #[derive(Serialize, Deserialize, Validate)]
/// struct Name { full_name: FullName }
/// impl Question for Name { const NAME: &'static str = "name"; }
///
/// let languages = Languages::builder().file("en", "en.ftl", "
/// greeting = Ask for a greeting
/// greeting-confirmation = You are on the list
/// name-full_name = What is your name?
///     .it = your name
/// ").build()?;
/// let journey = Journey::new("greeting")
///     .question(|a: &mut Greeting| &mut a.name)
///     .submit(|_| async { Ok(Receipt::new("GR-1")) });
/// let service = Service::builder(journey, Brand::council("Northbridge").build()?, languages).build()?;
/// service.check()?; // in a test: every page has its words in every language
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Service<A, U = MemoryUploads> {
    pub(crate) journey: Journey<A>,
    pub(crate) brand: Brand,
    pub(crate) languages: Languages,
    path: String,
    store: Arc<dyn AnswerStore>,
    store_timeout: Duration,
    keys: Keys,
    uploads: Arc<U>,
    limits: Limits,
    /// Whether any question asks for files.
    has_files: bool,
    keep_days: u32,
    record_limit: usize,
    has_secure_cookies: bool,
    own_pages: Vec<(&'static str, Option<OwnPage>)>,
    own_slugs: Vec<&'static str>,
    essential_cookies: Vec<(&'static str, &'static str)>,
    additional_cookies: Vec<(&'static str, &'static str)>,
    feedback: Option<Feedback>,
    can_save: bool,
    sign_in: Option<Box<dyn SignIn>>,
    require_sign_in: RequireSignIn,
    /// The name of the session's cookie.
    session_cookie: String,
    /// What belongs to this service, in a store and in cookies.
    scope: Scope,
    /// For how many seconds a browser may be idle.
    idle_limit: Option<u64>,
    /// How many seconds old a session may be.
    session_limit: u64,
    /// Nobody has the keys but this process: what they have encrypted for others is gone.
    keys_end_with_process: bool,
    /// The first language.
    fallback: Locale,
    /// What stands around every page, in each language, and what every response says.
    frames: Vec<Frame>,
    /// The headers of every page.
    headers: HeaderMap,
    /// What deletes expired answers in the background.
    cleanup: Cleanup,
}

/// The least that may be set as the largest size of a record: what every record has, and a short answer.
const LEAST_RECORD: usize = 1024;

/// Makes a [`Service`].
#[must_use = "a service is made by `build`"]
pub struct ServiceBuilder<A, U = MemoryUploads> {
    journey: Journey<A>,
    brand: Brand,
    languages: Languages,
    path: String,
    store: Option<Arc<dyn AnswerStore>>,
    store_timeout: Duration,
    keys: Option<Keys>,
    uploads: U,
    limits: Limits,
    keep_days: u32,
    record_limit: usize,
    has_secure_cookies: bool,
    own_pages: Vec<(&'static str, Option<OwnPage>)>,
    essential_cookies: Vec<(&'static str, &'static str)>,
    additional_cookies: Vec<(&'static str, &'static str)>,
    feedback: Option<Feedback>,
    can_save: bool,
    form_targets: Vec<&'static str>,
    sign_in: Option<Box<dyn SignIn>>,
    require_sign_in: Option<RequireSignIn>,
    idle_limit: Option<u32>,
    session_limit: Option<u32>,
    cleanup_interval: Duration,
}

impl<A, U> fmt::Debug for Service<A, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Service").field("journey", &self.journey).field("path", &self.path).finish_non_exhaustive()
    }
}

impl<A, U> fmt::Debug for ServiceBuilder<A, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceBuilder").field("journey", &self.journey).finish_non_exhaustive()
    }
}

impl<A> Service<A>
where
    A: Answers,
{
    /// Starts with a journey, whose pages it is, and the languages that they are in. Answers and files are in memory until a store is set.
    pub fn builder(journey: Journey<A>, brand: Brand, languages: Languages) -> ServiceBuilder<A> {
        ServiceBuilder {
            journey,
            brand,
            languages,
            path: String::new(),
            store: None,
            store_timeout: WAIT,
            keys: None,
            uploads: MemoryUploads::new(),
            limits: Limits::default(),
            keep_days: 7,
            record_limit: 512 * 1024,
            has_secure_cookies: true,
            own_pages: Vec::new(),
            essential_cookies: Vec::new(),
            additional_cookies: Vec::new(),
            feedback: None,
            can_save: false,
            form_targets: Vec::new(),
            sign_in: None,
            require_sign_in: None,
            idle_limit: None,
            session_limit: None,
            cleanup_interval: cleanup::INTERVAL,
        }
    }
}

impl<A, U> ServiceBuilder<A, U> {
    /// The path of the service: `/permit`. Empty unless it is set.
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// Where answers are kept, and the keys that encrypt them.
    pub fn store(mut self, store: impl AnswerStore, keys: Keys) -> Self {
        self.store = Some(Arc::new(store));
        self.keys = Some(keys);
        self
    }

    /// The same for a store that is chosen when the program runs.
    pub fn shared_store(mut self, store: Arc<dyn AnswerStore>, keys: Keys) -> Self {
        self.store = Some(store);
        self.keys = Some(keys);
        self
    }

    /// How long a request waits, all in all, for the store and for what becomes of the answers: 30 seconds unless it is set. Then the resident sees a page
    /// that says so, with what was typed. Browsers and proxies wait for a minute or more: with a longer time than theirs, residents see their error instead.
    pub fn store_timeout(mut self, timeout: Duration) -> Self {
        self.store_timeout = timeout;
        self
    }

    /// Where files are kept.
    pub fn uploads<V>(self, uploads: V) -> ServiceBuilder<A, V> {
        let Self { journey, brand, languages, path, store, store_timeout, keys, .. } = self;
        let Self { limits, keep_days, record_limit, .. } = self;
        let Self { has_secure_cookies, own_pages, essential_cookies, additional_cookies, feedback, .. } = self;
        let Self {
            can_save, form_targets, sign_in, require_sign_in, idle_limit, session_limit, cleanup_interval, ..
        } = self;
        ServiceBuilder {
            journey,
            brand,
            languages,
            path,
            store,
            store_timeout,
            keys,
            uploads,
            limits,
            keep_days,
            record_limit,
            has_secure_cookies,
            own_pages,
            essential_cookies,
            additional_cookies,
            feedback,
            can_save,
            form_targets,
            sign_in,
            require_sign_in,
            idle_limit,
            session_limit,
            cleanup_interval,
        }
    }

    /// How much a form may send.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// How many days answers are kept after the last one was saved: 7 unless it is set, at least 1. That is longer than the 20 hours from which on
    /// no time limit has to be adjustable ([WCAG 2.2.1](https://www.w3.org/WAI/WCAG22/Understanding/timing-adjustable)); on the last day pages say
    /// so, and have a button that keeps the answers for longer. For how long a browser can open them is [`idle_limit`](Self::idle_limit).
    pub fn keep_answers_for(mut self, days: u32) -> Self {
        self.keep_days = days;
        self
    }

    /// How many bytes may be kept for one resident, files not counted: 524,288 unless it is set. An answer that would make it more is not saved; its page
    /// says so and shows what was typed, and what was saved before stays.
    pub fn record_limit(mut self, bytes: usize) -> Self {
        self.record_limit = bytes;
        self
    }

    /// After how many minutes in which nobody does anything a browser can no longer open the answers: 30 where people can
    /// [come back](Self::save_and_return) unless it is set, and at least 2. 0 is no limit. Elsewhere there is none unless it is set: nobody could
    /// open the answers again.
    ///
    /// The answers are kept, and the reference opens them. Pages say how long it is, have a button for more time, and warn five minutes before, with script
    /// and without ([WCAG 2.2.1](https://www.w3.org/WAI/WCAG22/Understanding/timing-adjustable)).
    pub fn idle_limit(mut self, minutes: u32) -> Self {
        self.idle_limit = Some(if minutes == 0 { 0 } else { minutes.max(2) });
        self
    }

    /// After how many hours a browser can no longer open the answers, however much it does: 24 unless it is set, and at least 20, from which on no time
    /// limit has to be adjustable. The answers are kept, and the reference opens them.
    pub fn session_limit(mut self, hours: u32) -> Self {
        self.session_limit = Some(hours.max(20));
        self
    }

    /// How long the service waits before it deletes again what has expired, in the background: ten minutes unless it is set.
    pub fn cleanup_interval(mut self, interval: Duration) -> Self {
        self.cleanup_interval = interval;
        self
    }

    /// Cookies are sent without encryption as well: for a machine of your own, never for residents.
    pub fn insecure_cookies(mut self) -> Self {
        self.has_secure_cookies = false;
        self
    }

    /// A page that is only words, from the messages `{journey}-{slug}` and `.body`, linked to in the footer: `privacy`.
    pub fn text_page(mut self, slug: &'static str) -> Self {
        self.own_pages.push((slug, None));
        self
    }

    /// A page of your own, which is never kept in caches and is linked to in the footer with the words of the message `{journey}-{slug}`: an
    /// [accessibility statement](crate::patterns::AccessibilityStatement).
    pub fn page(mut self, slug: &'static str, page: impl Fn(&Layout<'_>) -> Document + Send + Sync + 'static) -> Self {
        self.own_pages.push((slug, Some(Box::new(page))));
        self
    }

    /// A cookie of the application itself, without which it does not work, for the cookies page: its name, and the message that says what it is for (with
    /// `.expires`).
    pub fn essential_cookie(mut self, name: &'static str, purpose: &'static str) -> Self {
        self.essential_cookies.push((name, purpose));
        self
    }

    /// A cookie that the service could do without: its name, and the message that says what it is for (with `.expires`). With one there is a
    /// banner that asks for consent; [`CookieChoice`](crate::patterns::CookieChoice) says what was chosen. When consent is withdrawn, the cookie is removed.
    pub fn additional_cookie(mut self, name: &'static str, purpose: &'static str) -> Self {
        self.additional_cookies.push((name, purpose));
        self
    }

    /// A page for feedback, and what is done with it. It has nothing personal in it.
    pub fn feedback<F, R>(mut self, receive: F) -> Self
    where
        F: Fn(Satisfaction) -> R + Send + Sync + 'static,
        R: Future<Output = ()> + Send + 'static,
    {
        self.feedback = Some(Box::new(move |feedback| Box::pin(receive(feedback))));
        self
    }

    /// People can save their answers, and come back on another device with a reference and a secret. The browser in which they saved them can be left.
    pub fn save_and_return(mut self) -> Self {
        self.can_save = true;
        self
    }

    /// Answers belong to those who have signed in. Every page of the journey needs that, unless [`require_sign_in`](Self::require_sign_in) says
    /// otherwise.
    pub fn sign_in(mut self, sign_in: impl SignIn) -> Self {
        self.sign_in = Some(Box::new(sign_in));
        self
    }

    /// Which pages need somebody who has signed in.
    pub fn require_sign_in(mut self, which: RequireSignIn) -> Self {
        self.require_sign_in = Some(which);
        self
    }

    /// An address besides this site to which a form may lead, for the `Content-Security-Policy`: a provider of payments.
    pub fn form_target(mut self, origin: &'static str) -> Self {
        self.form_targets.push(origin);
        self
    }
}

impl<A, U> ServiceBuilder<A, U> {
    /// Finds settings that would do nothing, or something else than they say.
    fn check_settings(&self) -> Result<(), ServiceError> {
        if let Some((slug, _)) = self.own_pages.iter().find(|(slug, _)| !is_name(slug)) {
            return Err(ServiceError::Slug(slug));
        }
        let cookies: Vec<&'static str> =
            self.additional_cookies.iter().chain(&self.essential_cookies).map(|(name, _)| *name).collect();
        let is_own = |name: &str| {
            let plain = name.strip_prefix("__Host-").or_else(|| name.strip_prefix("__Secure-")).unwrap_or(name);
            [self.journey.name, "language", "cookie_choice"].contains(&plain)
        };
        for (at, name) in cookies.iter().enumerate() {
            // RFC 6265, 4.1.1: a token.
            let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
            if name.is_empty() || !name.bytes().all(is_token) || cookies[..at].contains(name) || is_own(name) {
                return Err(ServiceError::Cookie(name));
            }
        }
        if let Some(target) = self.form_targets.iter().find(|target| !is_origin(target)) {
            return Err(ServiceError::FormTarget(target));
        }
        match () {
            () if self.keep_days == 0 => Err(ServiceError::NoTime),
            () if self.record_limit < LEAST_RECORD => Err(ServiceError::NoRoom),
            () => Ok(()),
        }
    }
}

/// Whether a text is an origin: a scheme, a host, perhaps a port, and nothing that ends a source of a `Content-Security-Policy`.
fn is_origin(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':' | b'*' | b'[' | b']');
    host.is_some_and(|host| !host.is_empty() && host.bytes().all(is_known))
}

impl<A, U> ServiceBuilder<A, U>
where
    A: Answers,
    U: Uploads,
{
    /// Builds the service.
    ///
    /// # Errors
    ///
    /// When the journey has problems, an address is taken, the path is not valid, a store has no keys, a setting could do nothing, or two cannot work
    /// together.
    pub fn build(self) -> Result<Service<A, U>, ServiceError> {
        if let Some(problem) = self.journey.check().into_iter().next() {
            return Err(ServiceError::Journey(problem));
        }
        let is_known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/');
        let is_path = self.path.is_empty() || self.path.starts_with('/') && !self.path.ends_with('/');
        if !is_path || !self.path.chars().all(is_known) || self.path.contains("//") {
            return Err(ServiceError::Path(self.path));
        }
        self.check_settings()?;
        let own_slugs: Vec<&'static str> = self.own_pages.iter().map(|(slug, _)| *slug).collect();
        for (at, slug) in own_slugs.iter().enumerate() {
            let is_taken = self.journey.steps.iter().any(|step| step.slug == *slug)
                || own_slugs[..at].contains(slug)
                || (crate::journey::RESERVED.contains(slug) && *slug != "accessibility");
            if is_taken {
                return Err(ServiceError::Address(slug));
            }
        }
        let require_sign_in = self.require_sign_in.unwrap_or_default();
        match require_sign_in {
            _ if self.sign_in.is_none() && self.require_sign_in.is_some() => return Err(ServiceError::NoSignIn),
            _ if self.sign_in.is_none() => {}
            RequireSignIn::Always if self.can_save => return Err(ServiceError::SaveAndSignIn),
            RequireSignIn::Always if self.idle_limit.is_some() => {
                return Err(ServiceError::LimitAndSignIn("idle_limit"));
            }
            RequireSignIn::Always if self.session_limit.is_some() => {
                return Err(ServiceError::LimitAndSignIn("session_limit"));
            }
            RequireSignIn::From(slug) if !self.journey.steps.iter().any(|step| step.slug == slug) => {
                return Err(ServiceError::SignInStep(slug));
            }
            _ => {}
        }
        if self.session_limit.is_some() && !self.can_save {
            return Err(ServiceError::LimitWithoutReturn);
        }
        let idle_limit = self.idle_limit.or(self.can_save.then_some(30)).filter(|minutes| *minutes > 0);
        let (store, keys, keys_end_with_process) = match (self.store, self.keys) {
            (Some(store), Some(keys)) => (store, keys, false),
            (Some(_), None) => return Err(ServiceError::NoKeys),
            (None, _) => (Arc::new(MemoryStore::new()) as Arc<dyn AnswerStore>, Keys::random()?, true),
        };
        // A browser takes a cookie with such a name only if it is of this host alone, and sent over TLS.
        let prefix = match (self.has_secure_cookies, self.path.as_str()) {
            (true, "") => "__Host-",
            (true, _) => "__Secure-",
            (false, _) => "",
        };
        let answers = Arc::clone(&store);
        let answers = Kind::new("answers", move |limit| {
            let store = Arc::clone(&answers);
            async move { store.delete_expired(limit).await }
        });
        let uploads = Arc::new(self.uploads);
        let stored = Arc::clone(&uploads);
        let files = Kind::new("files", move |_| {
            let uploads = Arc::clone(&stored);
            // They are all looked at at once.
            async move { uploads.delete_expired().await.map(|_| 0) }
        });
        let cleanup = Cleanup::new(self.cleanup_interval, [answers, files]);
        cleanup.start();
        let has_files = self.journey.asks_for_files();
        let mut service = Service {
            session_cookie: [prefix, self.journey.name].concat(),
            scope: Scope::new(self.journey.name, &self.path),
            require_sign_in,
            idle_limit: idle_limit.map(|minutes| u64::from(minutes) * 60),
            session_limit: u64::from(self.session_limit.unwrap_or(24)) * 60 * 60,
            keys_end_with_process,
            essential_cookies: self.essential_cookies,
            has_files,
            headers: header_map(&self.form_targets),
            cleanup,
            frames: Vec::new(),
            journey: self.journey,
            brand: self.brand,
            fallback: self.languages.default_locale(),
            languages: self.languages,
            path: self.path,
            store: Arc::new(BoundedStore(store)),
            store_timeout: self.store_timeout,
            keys,
            uploads,
            limits: self.limits,
            keep_days: self.keep_days,
            record_limit: self.record_limit,
            has_secure_cookies: self.has_secure_cookies,
            own_pages: self.own_pages,
            own_slugs,
            additional_cookies: self.additional_cookies,
            feedback: self.feedback,
            can_save: self.can_save,
            sign_in: self.sign_in,
        };
        service.frames = service.languages.locales().map(|locale| service.frame(locale)).collect();
        Ok(service)
    }
}

/// What stands around every page, in one language.
struct Frame {
    /// The name of the service.
    name: String,
    start: String,
    assets: String,
    /// Header and footer.
    page: PageFrame,
    /// The same with a button that leaves the service, for those who have saved their answers.
    page_to_leave: PageFrame,
    /// The button that saves what was typed and leaves.
    save: Markup,
    /// The names of sections.
    captions: Vec<(&'static str, String)>,
    /// Whether there is a start page.
    has_start: bool,
    /// The controls of each step that asks something, with nothing typed: most pages that are asked for are shown for the first time.
    blank: Vec<Option<Markup>>,
}

/// What a request is answered with.
enum Reply {
    Page(Document),
    /// The address that a browser asks for next, with `GET`.
    See(String),
    /// The address that the page has had all along.
    Moved(String),
}

impl<A, U> Service<A, U> {
    /// The path of the service.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// An address, if it is one of the service's own pages: a path, with or without the mark of a change. Whatever else somebody may have written into a
    /// link or a form is none, so that it can be led to.
    ///
    /// ```
    /// # use serde::{Deserialize, Serialize};
    /// # use townhall::{form::Question, journey::{Journey, Receipt}, language::Languages, page::Brand, values::FullName, web::Service};
    /// # #[derive(Default, Serialize, Deserialize)]
    /// # struct Greeting { name: Option<Name> }
    /// # #[derive(Serialize, Deserialize, validator::Validate)]
    /// # struct Name { full_name: FullName }
    /// # impl Question for Name { const NAME: &'static str = "name"; }
    /// # let journey = Journey::new("greeting").question(|a: &mut Greeting| &mut a.name).submit(|_| async { Ok(Receipt::new("GR-1")) });
    /// let service = Service::builder(journey, Brand::council("Northbridge").build()?, Languages::builder().build()?).at("/hello").build()?;
    /// assert_eq!(service.own_address("/hello/name?change").as_deref(), Some("/hello/name?change"));
    /// assert_eq!(service.own_address("//elsewhere.example/name"), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn own_address(&self, text: &str) -> Option<String>
    where
        A: 'static,
    {
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let below = path.strip_prefix(self.path.as_str())?;
        let slug = match below.strip_prefix('/') {
            Some(slug) => slug,
            None if below.is_empty() => "",
            None => return None,
        };
        let is_known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'/');
        if !slug.bytes().all(is_known) || slug.starts_with('/') {
            return None;
        }
        let mark = match query {
            "" => "",
            "change" => "?change",
            "again" => "?again",
            "change&again" => "?change&again",
            _ => return None,
        };
        match route::route(&self.journey, &self.own_slugs, slug) {
            route::Route::NotFound | route::Route::Asset => None,
            _ => Some(self.address(slug) + mark),
        }
    }

    /// The address of a page of the service.
    fn address(&self, slug: &str) -> String {
        if slug.is_empty() && self.path.is_empty() { "/".to_owned() } else { [self.path.as_str(), "/", slug].concat() }
    }

    /// What stands around every page in a language.
    fn frame(&self, locale: &Locale) -> Frame {
        let text = |id: &str| locale.text(id).into_owned();
        let own = self.own_slugs.iter().map(|slug| (text(&self.message(slug)), self.address(slug)));
        let cookies = (text("townhall-cookies"), self.address("cookies"));
        let phase = self.optional(locale, "phase").map(|phase| {
            let body = self.optional(locale, "phase.body").unwrap_or_default();
            (phase.into_owned(), crate::markup::Prose::new(body).inline())
        });
        let sections = self.journey.steps.iter().filter_map(|step| step.section);
        let mut captions: Vec<(&'static str, String)> = Vec::new();
        for section in sections {
            if !captions.iter().any(|(known, _)| *known == section)
                && let Some(caption) = self.optional(locale, &format!("section-{section}"))
            {
                captions.push((section, caption.into_owned()));
            }
        }
        let save = Button::new(text("townhall-save")).name(SAVE_FIELD).value("yes").classes("govuk-button--secondary");
        let (name, start, assets) = (text(self.journey.name), self.address(""), self.address("assets"));
        let footer: Vec<_> = own.chain([cookies]).collect();
        let mut layout = Layout::new(&self.brand, locale).service(&*name, &*start).footer_links(&footer);
        if let Some((phase, body)) = phase {
            layout = layout.phase_banner(PhaseBanner::new(phase, body));
        }
        let languages = QuestionPage::language_buttons(&self.languages, locale);
        let leave = self.can_save.then(|| idle::leave_button(text("townhall-leave")));
        let page_to_leave = layout.to_frame(languages.clone(), leave.as_ref());
        let page = layout.to_frame(languages, None);
        let blank = self.journey.steps.iter().map(|step| Some(step.asks()?.blank().controls(locale))).collect();
        let has_start = self.optional(locale, "start").is_some();
        Frame { name, start, assets, page, page_to_leave, save: html! { (save) }, captions, has_start, blank }
    }

    /// The id of a message of this service.
    fn message(&self, end: &str) -> String {
        format!("{}-{end}", self.journey.name)
    }

    /// A message of this service, if this language or the first one has it.
    fn optional<'l>(&self, locale: &'l Locale, end: &str) -> Option<Cow<'l, str>> {
        let id = self.message(end);
        let is_there = locale.find(&id, &[]).is_some() || self.languages.default_locale().find(&id, &[]).is_some();
        is_there.then(|| locale.text(&id))
    }
}

impl<A, U> Service<A, U>
where
    A: Answers,
    U: Uploads,
{
    /// Answers a request. Its body is a stream of bytes, which is read no further than the limits allow.
    ///
    /// Every request gets a response: nothing that a browser can send is an error of the program.
    pub async fn respond<B, E>(&self, request: Request<B>) -> Response<Bytes>
    where
        B: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
    {
        self.cleanup.start();
        let (parts, body) = request.into_parts();
        let visit = Visit::new(self, &parts);
        if visit.route == Route::Asset {
            return self.asset(visit.slug.strip_prefix("assets/").unwrap_or_default(), &parts);
        }
        let id = RequestId::of(&parts.headers);
        // The level of errors: whoever sees one of its events sees of which request it is.
        let span = tracing::error_span!(
            target: "townhall",
            "request",
            service = self.journey.name,
            method = %parts.method,
            route = %self.route_pattern(visit.route),
            request_id = id.as_str(),
        );
        let answer = async {
            let mut response = waiting::waits_at_most(self.store_timeout, self.reply(visit, &parts, body)).await;
            response.headers_mut().insert(log::REQUEST_ID, id.into_header());
            tracing::info!(target: "townhall", status = response.status().as_u16(), "answered");
            if parts.method == Method::HEAD { without_body(response) } else { response }
        };
        answer.instrument(span).await
    }

    /// What a request is answered with.
    async fn reply<B, E>(&self, mut visit: Visit<'_, A, U>, parts: &http::request::Parts, body: B) -> Response<Bytes>
    where
        B: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
    {
        let identified = visit.identify(parts).await;
        let sign_in = visit.must_sign_in().filter(|_| parts.method != Method::POST);
        let trouble = identified.err().filter(|_| !visit.is_open());
        let moved = if parts.method == Method::POST { None } else { self.without_slash(&parts.uri) };
        let reply = match parts.method {
            Method::GET | Method::HEAD if moved.is_some() => Reply::Moved(moved.unwrap_or_default()),
            _ if trouble.is_some() => {
                Reply::Page(trouble.map_or_else(|| Document::new(""), |trouble| visit.trouble(&trouble)))
            }
            _ if sign_in.is_some() => Reply::See(sign_in.unwrap_or_default()),
            Method::GET | Method::HEAD => self.get(&mut visit).await,
            // What reads forms and files is large: on the heap, so that pages without it need not carry it about.
            Method::POST => Box::pin(self.post(&mut visit, parts, body)).await,
            _ => {
                let page = visit.error(&crate::patterns::ErrorPage::unreadable().status(405));
                Reply::Page(page.header("allow", "GET, HEAD, POST"))
            }
        };
        self.response(reply, visit)
    }

    /// The address of a page that was asked for with a slash too many, with its query.
    fn without_slash(&self, uri: &http::Uri) -> Option<String> {
        let below = uri.path().strip_prefix(self.path.as_str())?.strip_prefix('/')?;
        let slug = below.trim_end_matches('/');
        // Two slashes at the start of an address would lead to another host.
        let is_page = slug != below
            && !slug.starts_with('/')
            && !matches!(self.route(slug), Route::Start | Route::Asset | Route::NotFound);
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        is_page.then(|| format!("{}{query}", self.address(slug)))
    }

    /// The page at a path below that of the service.
    fn route(&self, slug: &str) -> Route {
        route(&self.journey, &self.own_slugs, slug)
    }

    /// The page for a request that a framework could not read, and has not passed on.
    #[cfg(feature = "rocket")]
    pub(crate) fn not_understood(&self, parts: &http::request::Parts) -> Response<Bytes> {
        let mut visit = Visit::new(self, parts);
        let page = visit.error(&crate::patterns::ErrorPage::unreadable());
        let mut response = self.response(Reply::Page(page), visit);
        response.headers_mut().insert(log::REQUEST_ID, RequestId::of(&parts.headers).into_header());
        response
    }

    fn asset(&self, path: &str, parts: &http::request::Parts) -> Response<Bytes> {
        super::asset(&self.brand, path, &parts.headers)
    }

    fn response(&self, reply: Reply, mut visit: Visit<'_, A, U>) -> Response<Bytes> {
        let document = match reply {
            Reply::Page(document) => document,
            Reply::See(address) => Document::new("").status(303).header("location", address),
            Reply::Moved(address) => Document::new("").status(308).header("location", address),
        };
        let mut response = super::http::html(document, &self.headers);
        let all = response.headers_mut();
        // Any page may carry a token or set a cookie, whatever else it says.
        all.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if !visit.route.is_for_search_engines() {
            all.insert(ROBOTS, HeaderValue::from_static("noindex"));
        }
        let session = visit.session_header();
        for cookie in visit.set_cookies.into_iter().chain(session) {
            if let Ok(cookie) = HeaderValue::try_from(cookie) {
                all.append(header::SET_COOKIE, cookie);
            }
        }
        response
    }
}

/// What search engines look for: they keep nothing of a page that says `noindex`.
const ROBOTS: http::HeaderName = http::HeaderName::from_static("x-robots-tag");

/// A response to `HEAD`: the length that the body would have, and no body.
fn without_body(mut response: Response<Bytes>) -> Response<Bytes> {
    let length = response.body().len();
    if let Ok(length) = HeaderValue::from_str(&length.to_string()) {
        response.headers_mut().insert(header::CONTENT_LENGTH, length);
    }
    *response.body_mut() = Bytes::new();
    response
}
