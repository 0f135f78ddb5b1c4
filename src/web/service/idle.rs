//! A browser in which nobody has done anything for a while: the warning, more time, and what is shown when it is over.

use maud::{Markup, html};

use super::Service;
use super::route::Route;
use super::session::{Loaded, save};
use super::visit::{KEEP_FIELD, SAVE_FIELD, Visit};
use crate::attributes;
use crate::components::Button;
use crate::form::{FormData, Uploads};
use crate::journey::{Answers, now};
use crate::language::Argument;
use crate::markup::Prose;
use crate::page::Document;
use crate::patterns::ErrorPage;

/// The form behind the button in the service navigation.
const LEAVE_FORM: &str = "townhall-leave";
/// The form behind the button for more time, on pages without a form of their own.
const MORE_TIME_FORM: &str = "townhall-more-time";

/// The button in the service navigation.
pub(super) fn leave_button(words: String) -> Markup {
    let button = Button::new(words).classes("govuk-button--secondary govuk-!-margin-top-2 govuk-!-margin-bottom-2");
    html! { (button.attributes(attributes! { "form": LEAVE_FORM })) }
}

impl<A, U> Visit<'_, A, U>
where
    A: Answers,
    U: Uploads,
{
    /// What stands below the content of a page: the form behind the button that leaves, and how long a browser may be idle.
    pub(super) fn after_content(&mut self, form: Option<&str>, loaded: Option<&Loaded>) -> Option<Markup> {
        let leave = self.can_leave().then(|| {
            let (name, token) = self.token();
            html! {
                form id=(LEAVE_FORM) method="post" action=(self.service.address("leave")) {
                    input type="hidden" name=(name) value=(token);
                }
            }
        });
        let is_sent = loaded.is_some_and(|loaded| loaded.stored.receipt.is_some());
        let has_answers = self.session.as_ref().is_some_and(|session| session.started.is_some() && !self.is_timed_out);
        let limit = self.service.idle_limit.filter(|_| has_answers && !is_sent);
        let warning = limit.map(|limit| self.idle_warning(form, limit));
        (leave.is_some() || warning.is_some()).then(|| {
            html! { @if let Some(warning) = warning { (warning) } @if let Some(leave) = leave { (leave) } }
        })
    }

    /// The sentence that says how long a browser may be idle, a button for more time, and the dialog that the script shows in time
    /// ([WCAG 2.2.1](https://www.w3.org/WAI/WCAG22/Understanding/timing-adjustable)).
    fn idle_warning(&mut self, form: Option<&str>, limit: u64) -> Markup {
        let (_, token) = self.token();
        let hidden = self.hidden_fields();
        let keep = self.service.address("keep");
        // Five minutes before the end, or half of a shorter time.
        let warning = (limit / 2).min(300);
        let what_is_kept = match &self.session {
            Some(session) if session.is_saved => "townhall-idle.saved",
            _ if self.can_save() => "townhall-idle.not-saved",
            _ => "townhall-idle.lost",
        };
        let say = |id: &str| self.locale.text(id).into_owned();
        let count = |id: &str, seconds: u64| {
            let minutes = i64::try_from(seconds.div_ceil(60)).unwrap_or(i64::MAX);
            self.locale.text_with(id, &[("minutes", Argument::from(minutes))]).into_owned()
        };
        let more = Button::new(say("townhall-idle.more"))
            .name(KEEP_FIELD)
            .value("yes")
            .classes("govuk-button--secondary")
            .attributes(attributes! { "form": form.unwrap_or(MORE_TIME_FORM).to_owned() });
        let here = Button::new(say("townhall-idle.stay"))
            .button_type(crate::components::ButtonType::Button)
            .attributes(attributes! { "data-townhall-stay": "" });
        let is_question = matches!(self.route, Route::Step(_) | Route::Item(..));
        let save = form.filter(|_| is_question && self.can_save()).map(|form| {
            Button::new(say("townhall-save"))
                .name(SAVE_FIELD)
                .value("yes")
                .classes("govuk-button--secondary")
                .attributes(attributes! { "form": form.to_owned() })
        });
        html! {
            div data-townhall-idle=(limit) data-warning=(warning) data-keep=(keep) data-token=(token) {
                p.govuk-body-s { (count("townhall-idle", limit)) " " (say(what_is_kept)) }
                @if form.is_none() {
                    form id=(MORE_TIME_FORM) method="post" action=(keep) {
                        @for (name, value) in &hidden { input type="hidden" name=(name) value=(value); }
                    }
                }
                // The script has a dialog instead.
                div data-townhall-without-script { @if !self.is_said_once { (more) } }
                dialog aria-labelledby="townhall-idle-title" aria-describedby="townhall-idle-text" {
                    h2.govuk-heading-m id="townhall-idle-title" { (say("townhall-idle.title")) }
                    div id="townhall-idle-text" {
                        p.govuk-body { (count("townhall-idle-soon", warning)) " " (say(what_is_kept)) }
                    }
                    div.govuk-button-group { (here) @if let Some(save) = save { (save) } }
                }
            }
        }
    }

    /// The page for a browser whose time is over. The answers are kept.
    pub(super) fn timed_out(&mut self) -> Document {
        let limit = self.service.idle_limit.unwrap_or_default();
        let minutes = i64::try_from(limit.div_ceil(60)).unwrap_or(i64::MAX);
        let is_idle = self.session.as_ref().is_some_and(|session| self.now > session.seen.saturating_add(limit));
        let why = if is_idle && limit > 0 { "townhall-timed-out-idle" } else { "townhall-timed-out.old" };
        let can_save = self.can_save();
        let start_again = self.service.address("start-again");
        let (name, token) = self.token();
        let layout = self.layout(None, None);
        let locale = layout.locale();
        let why = locale.text_with(why, &[("minutes", minutes.into())]);
        let next = locale.text(if can_save { "townhall-timed-out.return" } else { "townhall-timed-out.lost" });
        let again = Button::new(locale.text("townhall-start-again"));
        let again = if can_save { again.classes("govuk-button--secondary") } else { again };
        let page = layout.page(locale.text("townhall-timed-out")).large();
        page.content(html! {
            (Prose::new(&*why))
            (Prose::new(&*next))
            @if can_save { (Button::link(locale.text("townhall-return"), self.service.address("return"))) }
            form method="post" action=(start_again) novalidate {
                input type="hidden" name=(name) value=(token);
                (again)
            }
        })
        .private()
    }

    /// A page with a button that starts again.
    pub(super) fn with_start_again<'p>(&mut self, page: ErrorPage<'p>) -> ErrorPage<'p> {
        let words = self.locale.text("townhall-start-again").into_owned();
        let (name, token) = self.token();
        page.form_button(words, self.service.address("start-again")).hidden(name, token)
    }
}

impl<A, U> Service<A, U>
where
    A: Answers,
    U: Uploads,
{
    /// What was typed before the time was over, and sent after it: it is kept with the answers, and there when they are opened again.
    pub(super) async fn keep_late(&self, visit: &mut Visit<'_, A, U>, data: &FormData) {
        if let Route::Step(_) | Route::Item(..) = visit.route {
            let kept = async {
                let Some(mut loaded) = visit.load_of_session().await?.filter(|loaded| loaded.stored.receipt.is_none())
                else {
                    return Ok(());
                };
                if !self.keep_draft(visit, &mut loaded, data) {
                    return Ok(());
                }
                let Some(id) = loaded.id.clone() else { return Ok(()) };
                // It expires when it would have: being late is no sign of life.
                loaded.expires = loaded.expires.max(now());
                save(&*self.store, &self.keys, &id, &mut loaded).await
            };
            if let Err(trouble) = kept.await {
                tracing::error!(target: "townhall", service = self.journey.name, error = %trouble, "an answer was not saved");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use futures_core::Stream;
    use http::{Request, Response, header};
    use serde::{Deserialize, Serialize};
    use validator::Validate;

    use super::super::secret::Session;
    use super::*;
    use crate::form::Question;
    use crate::journey::{Journey, Keys, MemoryStore, Receipt};
    use crate::language::Languages;
    use crate::page::Brand;
    use crate::values::FullName;
    use crate::web::ServiceBuilder;

    #[derive(Default, Serialize, Deserialize)]
    struct Case {
        name: Option<Name>,
    }

    #[derive(Serialize, Deserialize, Validate)]
    struct Name {
        full_name: FullName,
    }

    impl Question for Name {
        const NAME: &'static str = "name";
    }

    /// A body that is there at once.
    struct Body(Option<Bytes>);

    impl Stream for Body {
        type Item = Result<Bytes, std::io::Error>;

        fn poll_next(
            mut self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Self::Item>> {
            std::task::Poll::Ready(self.0.take().map(Ok))
        }
    }

    fn builder() -> ServiceBuilder<Case> {
        let journey =
            Journey::new("case").question(|a: &mut Case| &mut a.name).submit(|_| async { Ok(Receipt::new("1")) });
        let languages = Languages::builder()
            .file("en", "case.ftl", "case = Case\nname-full_name = What is your name?\n    .it = your name")
            .build()
            .unwrap();
        Service::builder(journey, Brand::council("Northbridge").build().unwrap(), languages)
            .store(MemoryStore::new(), Keys::from_hex(&"07".repeat(32)).unwrap())
    }

    /// A service, and a browser whose clock can be put back.
    struct Walk {
        service: Service<Case>,
        session: Option<Session>,
        token: String,
        /// What the page that checks answers has shown.
        shown: String,
    }

    impl Walk {
        fn new(service: ServiceBuilder<Case>) -> Self {
            Self { service: service.build().unwrap(), session: None, token: String::new(), shown: String::new() }
        }

        fn ask(&mut self, method: &str, path: &str, body: &str) -> (Response<Bytes>, String) {
            let mut request = Request::builder().method(method).uri(path).header("sec-fetch-site", "same-origin");
            if let Some(session) = &self.session {
                let value = session.seal(&self.service.keys, &self.service.scope).unwrap();
                request = request.header(header::COOKIE, format!("{}={value}", self.service.session_cookie));
            }
            if method == "POST" {
                request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            }
            let body = format!("townhall-token={}&townhall-shown={}&{body}", self.token, self.shown);
            let request = request.body(Body(Some(Bytes::from(body)))).unwrap();
            let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
            let response = runtime.block_on(self.service.respond(request));
            for cookie in response.headers().get_all(header::SET_COOKIE) {
                let cookie = cookie.to_str().unwrap();
                if let Some(rest) = cookie.strip_prefix(&format!("{}=", self.service.session_cookie)) {
                    let value = rest.split(';').next().unwrap();
                    self.session = Session::open(value.as_bytes(), &self.service.keys, &self.service.scope).unwrap();
                }
            }
            let html = String::from_utf8(response.body().to_vec()).unwrap();
            for (field, kept) in [("townhall-token", &mut self.token), ("townhall-shown", &mut self.shown)] {
                if let Some(value) = html.split(&format!("name=\"{field}\" value=\"")).nth(1) {
                    value.split('"').next().unwrap().clone_into(kept);
                }
            }
            (response, html)
        }

        fn get(&mut self, path: &str) -> String {
            self.ask("GET", path, "").1
        }

        fn location(&mut self, path: &str, body: &str) -> String {
            let (response, _) = self.ask("POST", path, body);
            let location = response.headers().get(header::LOCATION);
            location.map_or("", |location| location.to_str().unwrap()).to_owned()
        }

        /// As if nothing had been done for so many seconds.
        fn idle_for(&mut self, seconds: u64) {
            self.session.as_mut().unwrap().seen -= seconds;
        }
    }

    #[test]
    fn a_browser_that_is_idle_opens_nothing_and_loses_nothing() {
        let mut walk = Walk::new(builder().save_and_return());
        walk.get("/name");
        let (_, saved) = walk.ask("POST", "/name", "full_name=Sam&townhall-save=yes");
        let code = |at: usize| saved.split("<strong><bdi>").nth(at).unwrap().split('<').next().unwrap().to_owned();
        let codes = format!("reference={}&secret={}", code(1), code(2));
        // Whoever goes on has the whole time again.
        for _ in 0..5 {
            walk.idle_for(29 * 60);
            assert!(walk.get("/name").contains("Sam"));
        }
        walk.idle_for(29 * 60);
        // A page without script asks for more time, and keeps what is typed.
        let (response, page) = walk.ask("POST", "/name", "full_name=Sam+Typed&townhall-keep=yes");
        assert!(response.status() == 200 && page.contains("Sam Typed") && !page.contains("townhall-timed-out"));
        walk.idle_for(29 * 60);
        assert!(walk.get("/name").contains("Sam"));
        // The script of one tab sends what is typed, and somebody is there in another: nothing has happened.
        let (_, page) = walk.ask("POST", "/name", "full_name=Sam+Other&townhall-idle=yes");
        assert!(page.contains("Sam Other") && page.contains("What is your name?"));
        walk.idle_for(31 * 60);
        // What is sent too late is kept with the answers.
        let (response, late) = walk.ask("POST", "/name", "full_name=Sam+Late&townhall-idle=yes");
        assert_eq!(response.status(), 200);
        assert!(
            late.contains("We have closed your answers to keep them private") && late.contains("30 minutes"),
            "{late}"
        );
        for path in ["/name", "/check-answers", "/save", "/confirmation"] {
            let closed = walk.get(path);
            assert!(closed.contains("We have closed your answers") && !closed.contains("Sam"), "{path}: {closed}");
        }
        assert!(!walk.get("/").contains("Leave this service"));
        walk.get("/return");
        assert_eq!(walk.location("/return", &codes), "/check-answers");
        assert!(walk.get("/name").contains("Sam Late"));
    }

    #[test]
    fn the_confirmation_stays() {
        let mut walk = Walk::new(builder().save_and_return());
        walk.get("/name");
        let (_, saved) = walk.ask("POST", "/name", "full_name=Sam&townhall-save=yes");
        let code = |at: usize| saved.split("<strong><bdi>").nth(at).unwrap().split('<').next().unwrap().to_owned();
        let codes = format!("reference={}&secret={}", code(1), code(2));
        walk.get("/check-answers");
        assert_eq!(walk.location("/check-answers", ""), "/confirmation");
        walk.idle_for(3 * 60 * 60);
        assert!(walk.get("/confirmation").contains("<strong><bdi>1</bdi></strong>"));
        assert!(!walk.get("/name").contains("Sam"));
        // A reference leads there too, from another browser.
        walk.session = None;
        walk.get("/return");
        assert_eq!(walk.location("/return", &codes), "/confirmation");
        assert!(walk.get("/confirmation").contains("<strong><bdi>1</bdi></strong>"));
    }

    #[test]
    fn a_session_ends_after_a_day_whatever_is_done() {
        let mut walk = Walk::new(builder().save_and_return().idle_limit(0).session_limit(20));
        walk.get("/name");
        walk.location("/name", "full_name=Sam");
        walk.session.as_mut().unwrap().started = Some(now() - 20 * 60 * 60 + 60);
        assert!(walk.get("/name").contains("Sam"));
        walk.session.as_mut().unwrap().started = Some(now() - 20 * 60 * 60 - 1);
        let closed = walk.get("/name");
        assert!(closed.contains("They were open for a very long time.") && !closed.contains("Sam"), "{closed}");
        // A new beginning is one.
        assert_eq!(walk.location("/start-again", ""), "/");
        assert!(walk.get("/name").contains("What is your name?"));
    }

    #[test]
    fn pages_say_how_long_a_browser_may_be_idle() {
        let warning = "If you do nothing for";
        let mut walk = Walk::new(builder().save_and_return().idle_limit(10));
        assert!(!walk.get("/name").contains(warning), "nothing is kept yet");
        walk.location("/name", "full_name=Sam");
        let page = walk.get("/name");
        for part in [
            "If you do nothing for 10 minutes",
            "To be able to open them again, select ‘Save and come back later’ before then.",
            "data-townhall-idle=\"600\" data-warning=\"300\" data-keep=\"/keep\"",
            "<dialog aria-labelledby=\"townhall-idle-title\"",
            "We will close your answers in 5 minutes",
            "name=\"townhall-keep\"",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert!(!page.contains("http-equiv"));
        // Where nobody could come back there is a limit only if it is set, and pages say what it means.
        let mut walk = Walk::new(builder());
        walk.get("/name");
        walk.location("/name", "full_name=Sam");
        walk.idle_for(24 * 60 * 60);
        assert!(walk.get("/name").contains("Sam") && !walk.get("/name").contains(warning));
        let mut walk = Walk::new(builder().idle_limit(3));
        walk.get("/name");
        walk.location("/name", "full_name=Sam");
        let page = walk.get("/name");
        assert!(page.contains("If you do nothing for 3 minutes") && page.contains("You would need to start again."));
        assert!(page.contains("data-warning=\"90\""));
    }
}
