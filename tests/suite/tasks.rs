//! Services of other shapes than the parking permit: a list of tasks, pages to read, people who sign in, a path of its own, answers of an older
//! version.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use axum::http::request::Parts;
use serde::{Deserialize, Serialize};
use tower::ServiceExt;
use townhall::form::{Form, Question};
use townhall::journey::{
    AnswerStore, Journey, JourneyProblem, Keys, MemoryStore, Receipt, Record, RecordId, StoreFuture,
};
use townhall::language::Languages;
use townhall::page::Brand;
use townhall::values::{FullName, Postcode, Text};
use townhall::web::{Service, ServiceBuilder, ServiceError, SignIn, SignInFuture, SignedIn};
use validator::Validate;

#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Grant {
    name: Option<Name>,
    home: Option<Home>,
    reason: Option<Reason>,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Name {
    full_name: FullName,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Home {
    postcode: Postcode,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Reason {
    reason: Text<200>,
}

impl Question for Name {
    const NAME: &'static str = "name";
}
impl Question for Home {
    const NAME: &'static str = "home";
}
impl Question for Reason {
    const NAME: &'static str = "reason";
}

const WORDS: &str = "
grant = Apply for a grant
grant-section-you = Tell us about you
grant-section-why = Tell us why
grant-rules = Read the rules
    .body = There are rules.
grant-confirmation = Sent
name-full_name = What is your name?
    .it = your name
home-postcode = What is your postcode?
    .it = your postcode
reason-reason = Why do you need a grant?
    .it = why you need a grant
";

fn journey(sent: &Arc<Mutex<Vec<String>>>) -> Journey<Grant> {
    let sent = Arc::clone(sent);
    Journey::new("grant")
        .task_list()
        .section("you")
        .question(|a: &mut Grant| &mut a.name)
        .question(|a| &mut a.home)
        .section("why")
        .page("rules")
        .question(|a| &mut a.reason)
        .submit(move |submission| {
            let sent = Arc::clone(&sent);
            async move {
                sent.lock().unwrap().push(serde_json::to_string(&submission.answers)?);
                Ok(Receipt::new("GR-1"))
            }
        })
}

pub(super) fn builder(sent: &Arc<Mutex<Vec<String>>>) -> ServiceBuilder<Grant> {
    let languages = Languages::builder().file("en", "grant.ftl", WORDS).build().unwrap();
    Service::builder(journey(sent), Brand::council("Northbridge").build().unwrap(), languages)
}

/// A browser, and an account if somebody has signed in.
pub(super) struct Browser {
    app: Router,
    cookies: Vec<(String, String)>,
    token: String,
    shown: String,
    account: Option<&'static str>,
}

pub(super) struct Seen {
    pub(super) status: u16,
    pub(super) location: String,
    pub(super) html: String,
}

impl Browser {
    pub(super) fn new(app: &Router) -> Self {
        Self { app: app.clone(), cookies: Vec::new(), token: String::new(), shown: String::new(), account: None }
    }

    fn request(&mut self, method: &str, path: &str, body: String) -> Seen {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method).uri(path).header("cookie", cookies.join("; "));
        if let Some(account) = self.account {
            request = request.header("x-account", account);
        }
        if method == "POST" {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        let request = request.body(Body::from(body)).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (parts, html) = runtime.block_on(async {
            let (parts, body) = self.app.clone().oneshot(request).await.unwrap().into_parts();
            (parts, String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap())
        });
        for cookie in parts.headers.get_all("set-cookie") {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        for (field, kept) in [("townhall-token", &mut self.token), ("townhall-shown", &mut self.shown)] {
            if let Some(value) = html.split(&format!("name=\"{field}\" value=\"")).nth(1) {
                value.split('"').next().unwrap().clone_into(kept);
            }
        }
        let location = parts.headers.get("location").map_or("", |value| value.to_str().unwrap()).to_owned();
        Seen { status: parts.status.as_u16(), location, html }
    }

    pub(super) fn get(&mut self, path: &str) -> Seen {
        self.request("GET", path, String::new())
    }

    pub(super) fn send(&mut self, path: &str, body: &str) -> Seen {
        self.get(path);
        let body = format!("townhall-token={}&townhall-shown={}&{body}", self.token, self.shown);
        self.request("POST", path, body)
    }
}

#[test]
fn tasks_can_be_done_in_any_order() {
    let sent = Arc::default();
    let service = builder(&sent).at("/grant").build().unwrap();
    service.check().unwrap();
    let mut browser = Browser::new(&townhall::web::axum::service(service));
    assert_eq!(browser.get("/grant").location, "/grant/tasks");
    assert_eq!(browser.get("/grant/").location, "/grant/tasks");
    let tasks = browser.get("/grant/tasks").html;
    assert_eq!(tasks.matches("Not yet started").count(), 2, "{tasks}");
    assert!(tasks.contains("href=\"/grant/name\"") && tasks.contains("href=\"/grant/reason\""));
    assert!(!tasks.contains("/grant/check-answers"));

    // The second task comes first; inside a task the order holds.
    assert_eq!(browser.get("/grant/rules").status, 200);
    assert_eq!(browser.send("/grant/reason", "reason=Rent").location, "/grant/tasks");
    assert_eq!(browser.get("/grant/home").location, "/grant/name");
    assert_eq!(browser.send("/grant/name", "full_name=Sam").location, "/grant/home");
    let tasks = browser.get("/grant/tasks").html;
    assert!(tasks.contains("In progress") && tasks.contains("Completed"), "{tasks}");
    assert_eq!(browser.get("/grant/check-answers").location, "/grant/tasks");
    assert_eq!(browser.send("/grant/home", "postcode=NB1+1AA").location, "/grant/tasks");
    assert!(browser.get("/grant/tasks").html.contains("href=\"/grant/check-answers\""));
    let check = browser.get("/grant/check-answers").html;
    assert!(check.contains("Tell us about you") && check.contains("NB1 1AA") && check.contains("Rent"));
    assert_eq!(browser.send("/grant/check-answers", "").location, "/grant/confirmation");
    assert_eq!(sent.lock().unwrap().len(), 1);
    assert_eq!(browser.get("/grant/assets/nothing").status, 404);
    assert_eq!(browser.get("/other").status, 404);
}

/// A store that writes down what is asked of it.
#[derive(Clone, Default)]
struct Watched {
    store: MemoryStore,
    asked: Arc<Mutex<Vec<(&'static str, RecordId)>>>,
}

impl AnswerStore for Watched {
    fn load<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, Option<Record>> {
        self.asked.lock().unwrap().push(("load", id.clone()));
        self.store.load(id)
    }

    fn save<'a>(&'a self, id: &'a RecordId, record: Record) -> StoreFuture<'a, u64> {
        self.asked.lock().unwrap().push(("save", id.clone()));
        self.store.save(id, record)
    }

    fn delete<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, ()> {
        self.asked.lock().unwrap().push(("delete", id.clone()));
        self.store.delete(id)
    }

    fn delete_expired(&self, limit: u32) -> StoreFuture<'_, u64> {
        self.store.delete_expired(limit)
    }
}

#[test]
fn no_step_reads_more_than_its_own_record() {
    let store = Watched::default();
    let service = builder(&Arc::default()).store(store.clone(), Keys::random().unwrap()).build().unwrap();
    let app = townhall::web::axum::service(service);
    let (mut one, mut other) = (Browser::new(&app), Browser::new(&app));
    let asked = |browser: &mut Browser, method: &str, path: &str, body: &str| {
        store.asked.lock().unwrap().clear();
        let body = format!("townhall-token={}&townhall-shown={}&{body}", browser.token, browser.shown);
        browser.request(method, path, body);
        std::mem::take(&mut *store.asked.lock().unwrap())
    };
    let mut names = Vec::new();
    for browser in [&mut one, &mut other] {
        assert!(asked(browser, "GET", "/name", "").is_empty(), "there is nothing to read yet");
        for (path, body) in [("/name", "full_name=Sam"), ("/home", "postcode=NB1+1AA"), ("/reason", "reason=Rent")] {
            let read = asked(browser, "GET", path, "");
            assert!(read.len() <= 1, "{path}: {read:?}");
            let mut answered = asked(browser, "POST", path, body);
            let did: Vec<_> = answered.iter().map(|(what, _)| *what).collect();
            if path == "/name" {
                // The first answer is noted, and saved under a secret that is made for it.
                assert_eq!(did, ["save", "save"], "{path}");
                answered.remove(0);
            } else {
                assert_eq!(did, ["load", "save"], "{path}");
            }
            names.extend(read.into_iter().chain(answered).map(|(_, id)| id));
        }
        for path in ["/tasks", "/check-answers", "/name?change"] {
            let read = asked(browser, "GET", path, "");
            assert_eq!(read.len(), 1, "{path}");
            names.extend(read.into_iter().map(|(_, id)| id));
        }
        let sent = asked(browser, "POST", "/check-answers", "");
        assert_eq!(sent.iter().map(|(what, _)| *what).collect::<Vec<_>>(), ["load", "save", "save"]);
        names.extend(sent.into_iter().map(|(_, id)| id));
    }
    // Each of the two has one record, and nobody has asked for another.
    names.dedup();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn a_page_asks_for_memory_a_few_times() {
    let service = builder(&Arc::default()).store(MemoryStore::new(), Keys::random().unwrap()).build().unwrap();
    let ask = |path: &str| {
        let request = Request::get(path).header("host", "grants.example").header("cookie", "townhall-language=en");
        drop(crate::block_on(service.respond(request.body(Body::empty()).unwrap().map(Body::into_data_stream))));
    };
    let count = |path: &str| {
        // The first page of its size teaches the others how much room they need.
        ask(path);
        allocation_counter::measure(|| ask(path)).count_total
    };
    // Making the request is measured by one for a file that is not there.
    let page = count("/name") - count("/assets/nothing");
    // Six of them are the session's: its secret, its encrypted cookie, and the token of the form.
    assert!(page <= 20, "{page} allocations");
}

/// They are written once a language, and shown to everybody who has not typed anything.
#[test]
fn controls_are_those_of_the_form() {
    const WELSH: &str = "
name-full_name = Beth yw eich enw?
    .it = eich enw
home-postcode = Beth yw eich cod post?
    .it = eich cod post
";
    let languages = || {
        let languages = Languages::builder().file("en", "grant.ftl", WORDS).file("cy", "grant.cy.ftl", WELSH);
        languages.build().unwrap()
    };
    let brand = Brand::council("Northbridge").build().unwrap();
    let service = Service::builder(journey(&Arc::default()), brand, languages()).build().unwrap();
    let app = townhall::web::axum::service(service);
    for locale in languages().locales() {
        let mut browser = Browser::new(&app);
        browser.cookies.push(("language".to_owned(), locale.tag().to_owned()));
        let blank = Form::<Name>::new().controls(locale).into_string();
        assert!(browser.get("/name").html.contains(&blank), "{blank}");
        let filled = Form::filled(&Name { full_name: "Siân".parse().unwrap() }).controls(locale).into_string();
        browser.send("/name", "full_name=Siân");
        assert!(browser.get("/name").html.contains(&filled), "{filled}");
        let wrong = browser.send("/name", "full_name=+").html;
        assert!(wrong.contains("full_name-error") && !wrong.contains(&blank), "{wrong}");
        // Somebody else sees nothing of it.
        let mut other = Browser::new(&app);
        other.cookies.push(("language".to_owned(), locale.tag().to_owned()));
        assert!(other.get("/name").html.contains(&blank));
        let home = Form::<Home>::new().controls(locale).into_string();
        assert!(browser.get("/home").html.contains(&home), "{home}");
    }
}

#[test]
fn a_path_that_only_starts_alike_is_not_the_services_own() {
    let service = builder(&Arc::default()).at("/grant").build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let status = |path: &str| {
        let request = Request::get(path).body(Body::empty().into_data_stream()).unwrap();
        runtime.block_on(service.respond(request)).status().as_u16()
    };
    assert_eq!(status("/grant/name"), 200);
    for path in ["/grantname", "/grants", "/name", "/"] {
        assert_eq!(status(path), 404, "{path}");
    }
}

struct Accounts;

impl SignIn for Accounts {
    fn person<'a>(&'a self, request: &'a Parts) -> SignInFuture<'a> {
        let account = request.headers.get("x-account").and_then(|account| account.to_str().ok());
        let signed_in = match account {
            Some(account) => SignedIn::Person(account.to_owned()),
            None => SignedIn::Nobody { sign_in: "/sign-in".to_owned() },
        };
        Box::pin(async { Ok(signed_in) })
    }
}

#[test]
fn answers_belong_to_those_who_sign_in() {
    let sent = Arc::default();
    let app = townhall::web::axum::service(builder(&sent).sign_in(Accounts).build().unwrap());
    let (mut laptop, mut phone, mut stranger) = (Browser::new(&app), Browser::new(&app), Browser::new(&app));
    assert_eq!(stranger.get("/name").location, "/sign-in?return_to=/name");
    assert_eq!(stranger.send("/name", "full_name=X").location, "/sign-in?return_to=/name");
    assert_eq!(stranger.get("/cookies").status, 200);
    laptop.account = Some("1");
    phone.account = Some("1");
    stranger.account = Some("2");
    laptop.send("/name", "full_name=Sam+Rees");
    assert!(phone.get("/name").html.contains("Sam Rees"));
    assert!(!stranger.get("/name").html.contains("Sam Rees"));
    // A new application is possible only when the one before was sent.
    laptop.send("/start-again", "");
    assert!(phone.get("/name").html.contains("Sam Rees"));
    phone.send("/home", "postcode=NB1+1AA");
    phone.send("/reason", "reason=Rent");
    assert_eq!(phone.send("/check-answers", "").location, "/confirmation");
    assert!(laptop.get("/name").html.contains("You have already sent your answers"));
    laptop.send("/start-again", "");
    assert!(!phone.get("/name").html.contains("Sam Rees"));
}

/// The same service some time later: the reason is a number, and there is a question more.
#[derive(Debug, Default, Serialize, Deserialize)]
struct LaterGrant {
    name: Option<Name>,
    home: Option<LaterHome>,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct LaterHome {
    rooms: u8,
}

impl Question for LaterHome {
    const NAME: &'static str = "home";
}

#[test]
fn answers_of_an_older_version_are_asked_for_again() {
    let sent = Arc::default();
    let (store, key) = (MemoryStore::new(), "07".repeat(32));
    let keys = || Keys::from_hex(&key).unwrap();
    let before = townhall::web::axum::service(builder(&sent).store(store.clone(), keys()).build().unwrap());
    let mut browser = Browser::new(&before);
    browser.send("/name", "full_name=Sam");
    browser.send("/home", "postcode=NB1+1AA");

    let words = "grant = Grant\ngrant-confirmation = Sent\nname-full_name = Name\n    .it = your name\nhome-rooms = Rooms\n    .it = how many rooms";
    let languages = Languages::builder().file("en", "later.ftl", words).build().unwrap();
    let journey = Journey::new("grant")
        .question(|a: &mut LaterGrant| &mut a.name)
        .question(|a| &mut a.home)
        .submit(|_| async { Ok(Receipt::new("GR-2")) });
    let service = Service::builder(journey, Brand::council("Northbridge").build().unwrap(), languages);
    browser.app = townhall::web::axum::service(service.store(store, keys()).build().unwrap());
    let check = browser.get("/check-answers").html;
    assert!(check.contains("The service has changed since you were last here"), "{check}");
    assert!(check.contains("Answer ‘Rooms’") && check.contains("Sam") && !check.contains("Confirm and send"));
    assert_eq!(browser.send("/home?change", "rooms=3").location, "/check-answers");
    let check = browser.get("/check-answers").html;
    assert!(!check.contains("has changed") && check.contains("Confirm and send"));
    assert_eq!(browser.send("/check-answers", "").location, "/confirmation");
}

#[test]
fn a_service_that_cannot_work_is_not_built() {
    let (brand, languages) = (Brand::council("Northbridge").build().unwrap(), Languages::builder().build().unwrap());
    let service = |journey| Service::builder(journey, brand.clone(), languages.clone());
    let name = || Journey::new("grant").question(|a: &mut Grant| &mut a.name);
    let sent = |journey: Journey<Grant>| journey.submit(|_| async { Ok(Receipt::new("1")) });
    let error = |builder: ServiceBuilder<Grant>| builder.build().unwrap_err();
    let problem = |journey| match error(service(journey)) {
        ServiceError::Journey(problem) => problem,
        other => panic!("{other}"),
    };
    assert_eq!(problem(Journey::new("grant")), JourneyProblem::Empty);
    assert_eq!(problem(name()), JourneyProblem::DeadEnd);
    assert_eq!(problem(sent(name().question(|a| &mut a.name))), JourneyProblem::Address("name"));
    assert_eq!(problem(sent(name().page("cookies"))), JourneyProblem::Address("cookies"));
    assert_eq!(problem(sent(Journey::new("grant").when(|_: &Grant| true))), JourneyProblem::NoStep("when"));
    for path in ["grant", "/", "/grant/", "/a//b", "/a b", "/é", "/{x}"] {
        assert_eq!(error(service(sent(name())).at(path)), ServiceError::Path(path.to_owned()));
    }
    assert_eq!(error(service(sent(name())).text_page("name")), ServiceError::Address("name"));
    assert_eq!(error(service(sent(name())).text_page("a").text_page("a")), ServiceError::Address("a"));
}

#[test]
fn a_journey_can_be_drawn() {
    let sent = Arc::default();
    insta::assert_snapshot!("journey_mermaid", journey(&sent).to_mermaid());
    insta::assert_snapshot!("journey_dot", journey(&sent).to_dot());
}
