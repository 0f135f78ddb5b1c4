//! Whose answers are whose: cookies, two services on one host, secrets that change, forms that are shown again, people who sign in, shared computers.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Request, header, request::Parts};
use serde::{Deserialize, Serialize};
use townhall::form::Question;
use townhall::journey::{AnswerStore, Journey, Keys, MemoryStore, Receipt, Record, RecordId, StoreError, StoreFuture};
use townhall::language::Languages;
use townhall::page::Brand;
use townhall::values::{FullName, Postcode, Text};
use townhall::web::{RequireSignIn, Service, ServiceBuilder, ServiceError, SignIn, SignInFuture, SignedIn};
use validator::Validate;

#[derive(Debug, Default, Serialize, Deserialize)]
struct Case {
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

/// A service with a name of its own, at a path.
fn builder(name: &'static str, path: &str) -> ServiceBuilder<Case> {
    let words = format!(
        "
{name} = The service {name}
{name}-start = Welcome
{name}-section-you = You
{name}-section-why = Why
{name}-confirmation = Sent
{name}-office = The office cookie
    .expires = When you close your browser
name-full_name = What is your name?
    .it = your name
home-postcode = What is your postcode?
    .it = your postcode
reason-reason = Why?
    .it = why
"
    );
    let journey = Journey::new(name)
        .task_list()
        .section("you")
        .question(|a: &mut Case| &mut a.name)
        .question(|a| &mut a.home)
        .section("why")
        .question(|a| &mut a.reason)
        .submit(|_| async { Ok(Receipt::new("C-1")) });
    let languages = Languages::builder().file("en", "case.ftl", words).build().unwrap();
    Service::builder(journey, Brand::council("Northbridge").build().unwrap(), languages).at(path)
}

/// A browser, which keeps cookies as browsers do, and other people's among them.
#[derive(Clone)]
struct Browser {
    services: Vec<Arc<Service<Case>>>,
    /// Names, paths, values.
    jar: Vec<(String, String, String)>,
    token: String,
    /// What the page that checks answers says of those it showed.
    shown: String,
    account: Option<&'static str>,
}

struct Seen {
    status: u16,
    location: String,
    html: String,
    headers: HeaderMap,
}

impl Seen {
    fn has(&self, text: &str) -> bool {
        self.html.contains(text)
    }

    fn set_cookies(&self) -> Vec<String> {
        self.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap().to_owned()).collect()
    }

    /// A code on the page about saved answers.
    fn code(&self, at: usize) -> String {
        let part = self.html.split("<strong><bdi>").nth(at + 1).unwrap_or_default();
        part.split('<').next().unwrap_or_default().to_owned()
    }
}

const HERE: (&str, &str) = ("sec-fetch-site", "same-origin");

impl Browser {
    fn new(services: &[Arc<Service<Case>>]) -> Self {
        Self { services: services.to_vec(), jar: Vec::new(), token: String::new(), shown: String::new(), account: None }
    }

    fn of(service: ServiceBuilder<Case>) -> Self {
        Self::new(&[Arc::new(service.build().unwrap())])
    }

    fn cookie(&self, name: &str) -> Option<&str> {
        self.jar.iter().find(|(known, ..)| known == name).map(|(_, _, value)| value.as_str())
    }

    /// Another browser that has got hold of this one's cookies.
    fn copy(&self) -> Self {
        self.clone()
    }

    fn request(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Seen {
        let under = |base: &str| {
            path.strip_prefix(base).is_some_and(|rest| base == "/" || rest.is_empty() || rest.starts_with(['/', '?']))
        };
        let service = self
            .services
            .iter()
            .filter(|service| under(service.path()))
            .max_by_key(|service| service.path().len())
            .unwrap();
        let mut request = Request::builder().method(method).uri(path).header("host", "permits.example");
        // Each cookie in a field of its own, as HTTP/2 sends them, and the strangest of others before and behind ours.
        let other = HeaderValue::from_bytes(b"town=T\xc5\xb7; broken; =; x=\xff").unwrap();
        request = request.header(header::COOKIE, other.clone());
        let mut cookies: Vec<_> = self.jar.iter().filter(|(_, base, _)| under(base)).collect();
        cookies.sort_by_key(|(_, base, _)| std::cmp::Reverse(base.len()));
        for (name, _, value) in cookies {
            request = request.header(header::COOKIE, format!("{name}={value}"));
        }
        request = request.header(header::COOKIE, other);
        if let Some(account) = self.account {
            request = request.header("x-account", account);
        }
        if method == "POST" {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned()).into_data_stream()).unwrap();
        let (parts, html) = crate::block_on(service.respond(request)).into_parts();
        let html = String::from_utf8(html.to_vec()).unwrap();
        for cookie in parts.headers.get_all("set-cookie") {
            self.keep(cookie.to_str().unwrap());
        }
        for (field, kept) in [("townhall-token", &mut self.token), ("townhall-shown", &mut self.shown)] {
            if let Some(value) = html.split(&format!("name=\"{field}\" value=\"")).nth(1) {
                value.split('"').next().unwrap().clone_into(kept);
            }
        }
        let location = parts.headers.get("location").map_or("", |value| value.to_str().unwrap()).to_owned();
        Seen { status: parts.status.as_u16(), location, html, headers: parts.headers }
    }

    /// Keeps a cookie if a browser would (RFC 6265bis, 5.7): the prefixes of names have rules.
    fn keep(&mut self, cookie: &str) {
        let (pair, attributes) = cookie.split_once("; ").unwrap();
        let (name, value) = pair.split_once('=').unwrap();
        let attributes: Vec<&str> = attributes.split("; ").collect();
        let path = attributes.iter().find_map(|attribute| attribute.strip_prefix("Path=")).unwrap();
        let is_secure = attributes.contains(&"Secure");
        let domain = attributes.iter().find_map(|attribute| attribute.strip_prefix("Domain="));
        if name.starts_with("__") {
            assert!(is_secure, "{cookie}");
        }
        if name.starts_with("__Host-") {
            assert!(path == "/" && domain.is_none(), "{cookie}");
        }
        assert!(attributes.contains(&"HttpOnly") && attributes.contains(&"SameSite=Lax"), "{cookie}");
        if domain.is_some() {
            return;
        }
        self.jar.retain(|(known, base, _)| (known.as_str(), base.as_str()) != (name, path));
        if !attributes.contains(&"Max-Age=0") {
            self.jar.push((name.to_owned(), path.to_owned(), value.to_owned()));
        }
    }

    fn get(&mut self, path: &str) -> Seen {
        self.request("GET", path, &[], "")
    }

    /// Sends the form of the page that was seen last.
    fn post(&mut self, path: &str, body: &str) -> Seen {
        let body = format!("townhall-token={}&townhall-shown={}&{body}", self.token, self.shown);
        self.request("POST", path, &[HERE], &body)
    }

    /// Opens a page and sends its form.
    fn send(&mut self, path: &str, body: &str) -> Seen {
        self.get(path);
        self.post(path, body)
    }
}

fn keys() -> Keys {
    Keys::from_hex(&"07".repeat(32)).unwrap()
}

#[test]
fn cookies_of_others_hide_neither_session_nor_language_nor_consent() {
    let words = "name-full_name = Beth yw eich enw?\n    .it = eich enw";
    let languages = || {
        Languages::builder()
            .file("en", "a.ftl", "name-full_name = What is your name?\n    .it = your name")
            .file("cy", "b.ftl", words)
            .build()
            .unwrap()
    };
    let journey = Journey::new("case").question(|a: &mut Case| &mut a.name).submit(|_| async { Ok(Receipt::new("1")) });
    let service = Service::builder(journey, Brand::council("Northbridge").build().unwrap(), languages());
    let mut browser = Browser::of(service.additional_cookie("visits", "case-office"));
    browser.get("/name");
    assert_eq!(browser.post("/name", "full_name=Sam").location, "/check-answers");
    assert!(browser.get("/name").has("Sam"));
    browser.get("/name?language=cy");
    assert!(browser.get("/name").has("Beth yw eich enw?"));
    // Another application of the host has a cookie with this name, for a path above ours.
    browser.jar.insert(0, ("language".to_owned(), "/".to_owned(), "en-x-other; language=\u{fe}".to_owned()));
    assert!(browser.get("/name").has("Beth yw eich enw?"));
    assert!(browser.get("/name").has("cookies[additional]"));
    browser.send("/cookies", "cookies[additional]=no");
    browser.send("/cookies", "cookies[hide]=yes");
    assert!(!browser.get("/name").has("cookies[additional]"));
}

#[test]
fn of_several_sessions_with_our_name_the_one_that_is_ours_counts() {
    let mut browser = Browser::of(builder("case", ""));
    browser.send("/name", "full_name=Sam");
    let name = "__Host-case";
    let ours = browser.cookie(name).unwrap().to_owned();
    for others in [vec!["x"], vec!["", "0000"], vec!["\u{e9}", &ours[2..]]] {
        let mut crowded = browser.clone();
        crowded.jar.clear();
        for (at, other) in others.iter().enumerate() {
            crowded.jar.push((name.to_owned(), format!("/{}", &"name"[..=at]), (*other).to_owned()));
            crowded.jar.push((name.to_owned(), "/".to_owned(), (*other).to_owned()));
        }
        crowded.jar.push((name.to_owned(), "/".to_owned(), ours.clone()));
        assert!(crowded.get("/name").has("Sam"), "{others:?}");
    }
}

/// Answers belong to their service: at whatever path the two are, whatever their names, over one store or two, with one key or two.
#[test]
fn two_services_on_one_host_know_nothing_of_each_other() {
    let store = MemoryStore::new;
    let shared = store();
    let services = |name: [&'static str; 2], path: [&str; 2], stores: [MemoryStore; 2], signs_in: bool| {
        let [one, other] = stores;
        let make = |at: usize, store| {
            let service = builder(name[at], path[at]).store(store, keys());
            let service = if signs_in { service.sign_in(Accounts) } else { service.save_and_return() };
            Arc::new(service.build().unwrap())
        };
        [make(0, one), make(1, other)]
    };
    let mut number = 0;
    for names in [["permit", "permit"], ["permit", "grant"]] {
        for paths in [["/one", "/other"], ["", "/other"], ["/other", ""], ["/a", "/a-b"]] {
            for is_shared in [true, false] {
                for signs_in in [false, true] {
                    number += 1;
                    let place = format!("{names:?} {paths:?} {is_shared} {signs_in}");
                    let stores = if is_shared { [shared.clone(), shared.clone()] } else { [store(), store()] };
                    let mut browser = Browser::new(&services(names, paths, stores, signs_in));
                    browser.account = signs_in.then(|| &*Box::leak(number.to_string().into_boxed_str()));
                    let [one, other] = paths.map(|path| format!("{path}/name"));
                    // A first visit to the second is one, though the first has answers.
                    browser.send(&one, "full_name=Sam+One");
                    let first = browser.get(&other);
                    assert_eq!(first.status, 200, "{place}");
                    assert!(first.has("What is your name?") && !first.has("Sam One"), "{place}");
                    // A form of the one is none of the other.
                    browser.get(&one);
                    let mixed = browser.post(&other, "full_name=Sam+Mixed");
                    assert!(mixed.status == 200 && mixed.has("Sam Mixed") && mixed.has("send it again"), "{place}");
                    assert!(!browser.get(&other).has("Sam Mixed"), "{place}");
                    browser.send(&other, "full_name=Sam+Other");
                    assert!(browser.get(&one).has("Sam One"), "{place}");
                    assert!(browser.get(&other).has("Sam Other"), "{place}");
                    if !signs_in {
                        // A reference of the one opens nothing in the other.
                        browser.get(&one);
                        let saved = browser.post(&one, "full_name=Sam+One&townhall-save=yes");
                        let codes = format!("reference={}&secret={}", saved.code(0), saved.code(1));
                        let mut phone = Browser::new(&browser.services);
                        let wrong = phone.send(&format!("{}/return", paths[1]), &codes);
                        assert!(wrong.has("We have no answers for this reference"), "{place}");
                        let right = phone.send(&format!("{}/return", paths[0]), &codes);
                        assert_eq!(right.location, format!("{}/tasks", paths[0]), "{place}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_cookie_has_the_name_and_the_path_that_protect_it() {
    for (path, is_secure, expected) in [
        ("", true, ["__Host-case=", "; Path=/; HttpOnly; SameSite=Lax; Secure"]),
        ("/permit", true, ["__Secure-case=", "; Path=/permit; HttpOnly; SameSite=Lax; Secure"]),
        ("", false, ["case=", "; Path=/; HttpOnly; SameSite=Lax"]),
        ("/permit", false, ["case=", "; Path=/permit; HttpOnly; SameSite=Lax"]),
    ] {
        let service = builder("case", path);
        let mut browser = Browser::of(if is_secure { service } else { service.insecure_cookies() });
        let page = browser.get(&format!("{path}/name?language=en"));
        let cookies = page.set_cookies();
        let session = cookies.iter().find(|cookie| cookie.contains("case=")).unwrap();
        assert!(session.starts_with(expected[0]) && session.ends_with(expected[1]), "{session}");
        assert!(cookies.iter().all(|cookie| cookie.ends_with("; Secure") == is_secure), "{cookies:?}");
        let listed = browser.get(&format!("{path}/cookies")).html.replace("<wbr>", "");
        assert!(listed.contains(expected[0].trim_end_matches('=')), "{listed}");
    }
}

#[test]
fn a_session_that_the_service_never_made_is_never_taken_on() {
    let store = MemoryStore::new();
    let mut browser = Browser::of(builder("case", "").store(store, keys()));
    for value in ["0".repeat(40), format!("{}.1", "f".repeat(40)), "a".repeat(156), String::new()] {
        browser.jar = vec![("__Host-case".to_owned(), "/".to_owned(), value.clone())];
        let page = browser.get("/name");
        assert_eq!(page.status, 200);
        assert_ne!(browser.cookie("__Host-case"), Some(value.as_str()), "another takes its place");
        assert_eq!(browser.post("/name", "full_name=Sam").location, "/home");
    }
    // One that the service has made, and that somebody else knows, knows nothing of what is answered.
    let mut planted = Browser::new(&browser.services);
    planted.get("/name");
    let mut victim = planted.copy();
    assert_eq!(victim.post("/name", "full_name=Victim").location, "/home");
    assert_ne!(victim.cookie("__Host-case"), planted.cookie("__Host-case"));
    assert!(victim.get("/name").has("Victim"));
    assert!(!planted.get("/name").has("Victim"));
}

#[test]
fn two_tabs_with_the_first_cookie_lose_nothing() {
    let mut browser = Browser::of(builder("case", ""));
    browser.get("/name");
    // Both were sent before either was answered: with the same cookie, and the same token.
    let (mut one, mut other) = (browser.copy(), browser.copy());
    assert_eq!(one.post("/name", "full_name=Sam").location, "/home");
    let second = other.post("/reason", "reason=Rent");
    assert!(second.status == 200 && second.has("Rent") && second.has("send it again"), "{}", second.html);
    assert!(second.set_cookies().is_empty(), "the first tab's session stays the browser's");
    // The browser has the first tab's cookie by now.
    browser = one;
    browser.token = other.token;
    let third = browser.post("/reason", "reason=Rent");
    assert!(third.status == 200 && third.has("Rent"), "the token was of the session before");
    assert_eq!(browser.post("/reason", "reason=Rent").location, "/tasks");
    assert!(browser.get("/name").has("Sam") && browser.get("/reason").has("Rent"));

    // A double click, or a response that was lost: the same answer is no other.
    let mut browser = Browser::new(&browser.services);
    browser.get("/name");
    let mut again = browser.copy();
    assert_eq!(browser.post("/name", "full_name=Sam").location, "/home");
    assert_eq!(again.post("/name", "full_name=Sam").location, "/home");
    assert!(again.get("/name").has("Sam"));
}

#[test]
fn forms_from_this_site_that_cannot_be_taken_are_shown_again() {
    let service = [Arc::new(builder("case", "").save_and_return().feedback(|_| async {}).build().unwrap())];
    let typed = "full_name=Sam+%26+Sons";
    let shown_again = |browser: &mut Browser, seen: &Seen, place: &str| {
        assert_eq!((seen.status, seen.location.as_str()), (200, ""), "{place}: {}", seen.html);
        assert!(
            seen.has("Sam &amp; Sons") && seen.has("Check this page, then send it again"),
            "{place}: {}",
            seen.html
        );
        assert!(seen.has("What is your name?"));
        assert!(!browser.get("/tasks").has("In progress"), "{place}: nothing is saved yet");
        browser.get("/name");
    };
    for (place, headers) in [
        ("fetch metadata", vec![HERE]),
        ("origin", vec![("origin", "https://permits.example")]),
        ("the usual port", vec![("origin", "https://permits.example:443")]),
        ("case", vec![("origin", "https://PERMITS.example")]),
    ] {
        for (what, token) in
            [("no token", ""), ("a token of before", "townhall-token=00&"), ("rubbish", "townhall-token=%00x&")]
        {
            let mut browser = Browser::new(&service);
            browser.get("/name");
            let seen = browser.request("POST", "/name", &headers, &format!("{token}{typed}"));
            let fresh = browser.token.clone();
            shown_again(&mut browser, &seen, &format!("{place}, {what}"));
            browser.token = fresh;
            assert_eq!(browser.post("/name", typed).location, "/home", "{place}, {what}");
        }
        // A tab that was restored, in a browser that has forgotten its cookies.
        let mut browser = Browser::new(&service);
        let seen = browser.request("POST", "/name", &headers, &format!("townhall-token={}&{typed}", "0".repeat(80)));
        let fresh = browser.token.clone();
        shown_again(&mut browser, &seen, place);
        browser.token = fresh;
        assert_eq!(browser.post("/name", typed).location, "/home", "{place}");
    }
    // A browser that keeps no cookies is told so the second time, with what was typed.
    let mut browser = Browser::new(&service);
    browser.request("POST", "/name", &[HERE], typed);
    browser.jar.clear();
    let seen = browser.request(
        "POST",
        "/name",
        &[HERE],
        &format!("townhall-token={}&townhall-again=yes&{typed}", browser.token),
    );
    assert!(seen.status == 200 && seen.has("Turn on cookies to use this service") && seen.has("Sam &amp; Sons"));
    // What comes from elsewhere, or does not say, is refused.
    for headers in [
        vec![("sec-fetch-site", "cross-site")],
        vec![("sec-fetch-site", "same-site")],
        vec![("origin", "https://evil.example")],
        vec![("origin", "http://permits.example")],
        vec![("origin", "https://permits.example:8443")],
        vec![("origin", "null")],
        vec![],
    ] {
        let mut browser = Browser::new(&service);
        browser.get("/name");
        let seen = browser.request("POST", "/name", &headers, &format!("townhall-token={}&{typed}", "0".repeat(80)));
        assert_eq!(seen.status, 403, "{headers:?}");
        assert!(!seen.has("Sam &amp; Sons"));
    }
    // Every other form is shown again as well.
    let mut browser = Browser::new(&service);
    browser.send("/name", "full_name=Sam");
    browser.send("/home", "postcode=NB1+1AA");
    browser.send("/reason", "reason=Rent");
    for (path, body, text) in [
        ("/check-answers", "", "Check your answers"),
        ("/return", "reference=AB-2345&secret=", "AB-2345"),
        ("/feedback", "improve=Say+more", "Say more"),
        ("/start-again", "", "Start again"),
    ] {
        browser.get(path);
        let seen = browser.request("POST", path, &[HERE], body);
        assert!(seen.status == 200 && seen.has(text) && seen.has("send it again"), "{path}: {}", seen.html);
    }
    assert!(browser.get("/confirmation").location == "/", "nothing was sent");
}

#[test]
fn what_was_typed_on_a_page_that_cannot_be_reached_waits_there() {
    let mut browser = Browser::of(builder("case", ""));
    // A tab that was restored, in a browser that has forgotten everything.
    browser.request("POST", "/home", &[HERE], "postcode=NB1+1AA");
    assert_eq!(browser.post("/home", "postcode=NB1+1AA").location, "/name");
    assert_eq!(browser.send("/name", "full_name=Sam").location, "/home");
    assert!(browser.get("/home").has("NB1 1AA"));
}

#[test]
fn the_token_is_another_in_each_response_and_all_are_taken() {
    let mut browser = Browser::of(builder("case", ""));
    browser.send("/name", "full_name=Sam");
    let tokens: Vec<String> = (0..20)
        .map(|_| {
            let page = browser.get("/home");
            let on_page: Vec<_> = page
                .html
                .split("name=\"townhall-token\" value=\"")
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap().to_owned())
                .collect();
            assert!(on_page.iter().all(|token| *token == browser.token));
            browser.token.clone()
        })
        .collect();
    for (at, token) in tokens.iter().enumerate() {
        assert!(!tokens[..at].contains(token));
        browser.token.clone_from(token);
        assert_eq!(browser.post("/home", "postcode=NB1+1AA").location, "/tasks");
    }
}

#[test]
fn a_form_leads_back_to_pages_of_the_service_alone() {
    let mut browser = Browser::of(builder("case", "/permit").text_page("privacy"));
    browser.get("/permit/name");
    for (back, expected) in [
        ("/permit/name", "/permit/name"),
        ("/permit/name?change", "/permit/name?change"),
        ("/permit/privacy", "/permit/privacy"),
        ("/permit", "/permit/"),
        ("/permit/", "/permit/"),
        ("/%09/elsewhere.example", "/permit/"),
        ("/permit/%09/elsewhere.example", "/permit/"),
        ("/permit/\t/elsewhere.example", "/permit/"),
        ("/permit//elsewhere.example", "/permit/"),
        ("/permit/\\elsewhere.example", "/permit/"),
        ("//elsewhere.example/permit/name", "/permit/"),
        ("https://elsewhere.example/permit/name", "/permit/"),
        ("/permit/name?next=//elsewhere.example", "/permit/"),
        ("/permit/name\r\nset-cookie: a=b", "/permit/"),
        ("/permits/name", "/permit/"),
        ("/permit/nothing", "/permit/"),
        ("/permit/../elsewhere", "/permit/"),
        ("/permit/assets/x.css", "/permit/"),
        ("", "/permit/"),
    ] {
        let encoded = back.bytes().fold(String::new(), |text, byte| text + &format!("%{byte:02x}"));
        let seen = browser.post("/permit/keep", &format!("townhall-keep=yes&townhall-back={encoded}"));
        assert_eq!((seen.status, seen.location.as_str()), (303, expected), "{back:?}");
    }
}

#[test]
fn starting_again_is_a_form_and_deletes_nothing_that_was_not_sent() {
    let mut browser = Browser::of(builder("case", ""));
    let send = |browser: &mut Browser, name: &str| {
        browser.send("/name", &format!("full_name={name}"));
        browser.send("/home", "postcode=NB1+1AA");
        browser.send("/reason", "reason=Rent");
        assert_eq!(browser.send("/check-answers", "").location, "/confirmation");
    };
    browser.send("/name", "full_name=Sam");
    // Nothing happens when it is opened, by somebody or by a program that looks ahead.
    assert_eq!(browser.get("/start-again").status, 200);
    assert!(browser.get("/name").has("Sam"));
    assert_eq!(browser.send("/start-again", "").location, "/");
    assert!(browser.get("/name").has("Sam"), "it was not sent");
    send(&mut browser, "Sam");
    // A second application in the same browser: from the confirmation, and from any page after it.
    for page in ["/confirmation", "/name", "/check-answers"] {
        let seen = browser.get(page);
        assert!(seen.has("Start a new application") && seen.has("action=\"/start-again\""), "{page}");
    }
    assert_eq!(browser.request("POST", "/start-again", &[], "").status, 403);
    assert!(browser.get("/name").has("already sent"));
    browser.get("/confirmation");
    assert_eq!(browser.post("/start-again", "").location, "/");
    assert!(!browser.get("/name").has("Sam"));
    send(&mut browser, "Sian");
}

/// A store that can be away.
#[derive(Clone, Default)]
struct Fragile {
    store: MemoryStore,
    is_away: Arc<AtomicBool>,
    deleted: Arc<Mutex<Vec<RecordId>>>,
}

impl Fragile {
    fn or_away<'a, T: Send + 'a>(&self, work: StoreFuture<'a, T>) -> StoreFuture<'a, T> {
        if self.is_away.load(Ordering::SeqCst) {
            return Box::pin(async { Err(StoreError::Unavailable("it is away".into())) });
        }
        work
    }
}

impl AnswerStore for Fragile {
    fn load<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, Option<Record>> {
        self.or_away(self.store.load(id))
    }
    fn save<'a>(&'a self, id: &'a RecordId, record: Record) -> StoreFuture<'a, u64> {
        if self.is_away.load(Ordering::SeqCst) {
            return Box::pin(async { Err(StoreError::Unavailable("it is away".into())) });
        }
        self.store.save(id, record)
    }
    fn delete<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, ()> {
        self.deleted.lock().unwrap().push(id.clone());
        self.store.delete(id)
    }
    fn delete_expired(&self, limit: u32) -> StoreFuture<'_, u64> {
        self.store.delete_expired(limit)
    }
}

#[test]
fn what_cannot_be_loaded_is_not_deleted() {
    let store = Fragile::default();
    let service = |keys| Arc::new(builder("case", "").store(store.clone(), keys).sign_in(Accounts).build().unwrap());
    let mut browser = Browser::new(&[service(keys())]);
    browser.account = Some("1");
    browser.send("/name", "full_name=Sam");
    browser.get("/start-again");
    store.is_away.store(true, Ordering::SeqCst);
    assert_eq!(browser.post("/start-again", "").status, 503);
    store.is_away.store(false, Ordering::SeqCst);
    assert!(store.deleted.lock().unwrap().is_empty());
    assert!(browser.get("/name").has("Sam"));
    // With another key it cannot be read. Whoever starts again does not destroy it.
    let other = Keys::from_hex(&"42".repeat(32)).unwrap();
    let mut later = Browser::new(&[service(other)]);
    later.account = Some("1");
    assert_eq!(later.get("/name").status, 500);
    assert!(later.get("/name").has("action=\"/start-again\""));
    assert_eq!(later.post("/start-again", "").location, "/");
    later.send("/name", "full_name=Sian");
    assert!(later.get("/name").has("Sian"));
}

/// Signs in whoever has an account in a header, after a moment, as a database would.
struct Accounts;

impl SignIn for Accounts {
    fn person<'a>(&'a self, request: &'a Parts) -> SignInFuture<'a> {
        Box::pin(async move {
            tokio::task::yield_now().await;
            match request.headers.get("x-account").and_then(|account| account.to_str().ok()) {
                Some("away") => Err("the accounts are away".into()),
                Some(account) => Ok(SignedIn::Person(account.to_owned())),
                None => Ok(SignedIn::Nobody { sign_in: "/accounts/sign-in".to_owned() }),
            }
        })
    }
}

#[test]
fn signing_in_leads_back_with_what_was_typed_to_the_same_person_alone() {
    let service = builder("case", "").sign_in(Accounts).build().unwrap();
    let mut browser = Browser::new(&[Arc::new(service)]);
    assert_eq!(browser.get("/name").location, "/accounts/sign-in?return_to=/name");
    assert_eq!(browser.get("/name?change").location, "/accounts/sign-in?return_to=/name%3Fchange");
    assert_eq!(browser.get("/").status, 200);
    browser.account = Some("1");
    browser.get("/name");
    // The sign-in ends while somebody types.
    browser.account = None;
    let seen = browser.post("/name", "full_name=Sam+Typed");
    assert_eq!(seen.location, "/accounts/sign-in?return_to=/name%3Fagain");
    let mut other = browser.copy();
    other.account = Some("2");
    assert!(!other.get("/name?again").has("Sam Typed"), "it is nobody else's");
    browser.account = Some("1");
    let back = browser.get("/name?again");
    assert!(back.has("Sam Typed") && back.has("You have signed in again"), "{}", back.html);
    assert_eq!(browser.post("/name", "full_name=Sam+Typed").location, "/home");
    assert!(browser.get("/name").has("Sam Typed"));
    // Whoever cannot be known now is asked to try again.
    browser.account = Some("away");
    assert_eq!(browser.get("/name").status, 503);
    assert_eq!(browser.get("/").status, 200);
}

#[test]
fn a_page_of_one_person_is_not_sent_for_another() {
    let mut browser = Browser::of(builder("case", "").sign_in(Accounts));
    browser.account = Some("1");
    browser.send("/name", "full_name=First+Person");
    browser.account = Some("2");
    browser.send("/name", "full_name=Second+Person");
    // The first has a page open, on a machine on which the second signs in.
    browser.account = Some("1");
    browser.get("/name");
    let before = browser.cookie("__Host-case").unwrap().to_owned();
    browser.account = Some("2");
    let seen = browser.post("/name", "full_name=First+Again");
    assert!(seen.status == 200 && seen.has("send it again"), "{}", seen.html);
    assert_ne!(browser.cookie("__Host-case"), Some(before.as_str()), "the session is another");
    assert!(browser.get("/name").has("Second Person"));
    browser.account = Some("1");
    assert!(browser.get("/name").has("First Person"));
    // Nobody's account is ever in a cookie.
    assert!(browser.jar.iter().all(|(_, _, value)| !value.contains("person")));
}

#[test]
fn answers_of_a_browser_become_those_of_the_person_who_signs_in() {
    let service = || {
        Arc::new(
            builder("case", "")
                .sign_in(Accounts)
                .require_sign_in(RequireSignIn::From("reason"))
                .save_and_return()
                .build()
                .unwrap(),
        )
    };
    let services = [service()];
    let mut browser = Browser::new(&services);
    browser.send("/name", "full_name=Sam");
    assert_eq!(browser.get("/reason").location, "/accounts/sign-in?return_to=/reason");
    let before = browser.copy();
    browser.account = Some("1");
    assert!(browser.get("/name").has("Sam"));
    assert_eq!(browser.send("/reason", "reason=Rent").location, "/tasks");
    assert!(browser.get("/name").has("Sam") && browser.get("/reason").has("Rent"));
    assert_ne!(browser.cookie("__Host-case"), before.cookie("__Host-case"));
    // What the browser had before opens nothing any more.
    let mut old = before;
    assert!(!old.get("/name").has("Sam"));
    // They are the person's, on every device.
    let mut phone = Browser::new(&services);
    phone.account = Some("1");
    assert!(phone.get("/name").has("Sam"));

    // Somebody who has answers there, and gives others here first, is asked which count.
    for (choice, expected) in [("person", "Sam"), ("browser", "Other")] {
        let mut tablet = Browser::new(&services);
        tablet.send("/name", "full_name=Other");
        tablet.account = Some("1");
        let asked = tablet.get("/name");
        assert!(asked.has("Which answers do you want to use?"), "{}", asked.html);
        let asked = tablet.post("/choose-answers", "");
        assert!(asked.has("Which answers do you want to use?"));
        assert_eq!(tablet.post("/choose-answers", &format!("townhall-choose={choice}")).location, "/tasks");
        assert!(tablet.get("/name").has(expected) && phone.get("/name").has(expected), "{choice}");
    }
    // Signed out, there is nothing of it in the browser.
    browser.account = None;
    assert!(!browser.get("/name").has("Other"));
}

#[test]
fn an_optional_sign_in_is_never_asked_for() {
    let mut browser = Browser::of(builder("case", "").sign_in(Accounts).require_sign_in(RequireSignIn::Never));
    browser.send("/name", "full_name=Sam");
    browser.send("/home", "postcode=NB1+1AA");
    browser.send("/reason", "reason=Rent");
    assert_eq!(browser.send("/check-answers", "").location, "/confirmation");
}

#[test]
fn settings_that_cannot_work_together_are_refused() {
    let service = || builder("case", "");
    for (service, expected) in [
        (service().sign_in(Accounts).save_and_return(), ServiceError::SaveAndSignIn),
        (service().require_sign_in(RequireSignIn::Never), ServiceError::NoSignIn),
        (
            service().sign_in(Accounts).require_sign_in(RequireSignIn::From("nowhere")),
            ServiceError::SignInStep("nowhere"),
        ),
        (service().sign_in(Accounts).idle_limit(10), ServiceError::LimitAndSignIn("idle_limit")),
        (service().sign_in(Accounts).session_limit(30), ServiceError::LimitAndSignIn("session_limit")),
        (service().session_limit(30), ServiceError::LimitWithoutReturn),
    ] {
        assert_eq!(service.build().err(), Some(expected));
    }
    let optional = service().sign_in(Accounts).require_sign_in(RequireSignIn::Never).save_and_return().idle_limit(10);
    let optional = optional.essential_cookie("office", "case-office");
    optional.build().unwrap().check().unwrap();
}

#[test]
fn a_shared_computer_can_be_left() {
    let mut library = Browser::of(builder("case", "").save_and_return());
    let leave = "Leave this service";
    library.send("/name", "full_name=Sam");
    assert!(!library.get("/home").has(leave), "there is no way back yet");
    library.get("/home");
    let saved = library.post("/home", "postcode=NB1&townhall-save=yes");
    assert!(saved.has("Your answers are saved") && saved.has(leave), "{}", saved.html);
    let codes = format!("reference={}&secret={}", saved.code(0), saved.code(1));
    // The secret is not said again, and pages have the button from now on.
    let again = library.get("/save");
    assert!(again.has(&saved.code(0)) && !again.has(&saved.code(1)) && again.has("Get a new secret"));
    for path in ["/", "/home", "/tasks", "/cookies"] {
        let page = library.get(path);
        assert!(page.has(leave) && page.has("form id=\"townhall-leave\""), "{path}");
    }
    let before = library.copy();
    library.get("/home");
    let left = library.post("/leave", "");
    assert_eq!(left.location, "/leave?left");
    assert_eq!(left.headers["clear-site-data"], "\"cache\", \"storage\"");
    assert!(
        left.set_cookies().iter().any(|cookie| cookie.starts_with("__Host-case=;") && cookie.contains("Max-Age=0"))
    );
    assert!(library.cookie("__Host-case").is_none());
    let page = library.get("/leave?left");
    assert!(page.has("You have left the service") && !page.has(leave));
    assert_eq!(library.get("/home").location, "/name", "there is nothing of it");
    // Nor does the cookie open anything that the browser had, wherever it was copied to.
    let mut copied = before;
    let ended = copied.get("/name");
    assert!(ended.has("Your session has ended") && !ended.has("Sam"), "{}", ended.html);
    // The reference opens everything, what was typed and is not right yet included.
    let mut phone = Browser::new(&library.services);
    assert_eq!(phone.send("/return", &codes).location, "/tasks");
    assert!(phone.get("/name").has("Sam") && phone.get("/home").has("value=\"NB1\""));
    // Without a reference there is nothing to leave.
    let mut other = Browser::new(&library.services);
    other.send("/name", "full_name=Sian");
    assert_eq!(other.post("/leave", "").location, "/");
    assert!(other.get("/name").has("Sian"));
}

#[test]
fn the_secret_is_said_once_and_a_new_one_ends_the_old() {
    let mut browser = Browser::of(builder("case", "").save_and_return());
    browser.get("/name");
    let first = browser.post("/name", "full_name=Sam&townhall-save=yes");
    browser.get("/save");
    let second = browser.post("/save", "");
    assert!(first.code(0) == second.code(0) && first.code(1) != second.code(1) && second.code(1).len() == 19);
    // Saving once more says nothing of it either.
    browser.get("/name");
    let third = browser.post("/name", "full_name=Sam&townhall-save=yes");
    assert!(third.has(&first.code(0)) && !third.has(&second.code(1)), "{}", third.html);
    let mut phone = Browser::new(&browser.services);
    let codes = |page: &Seen| format!("reference={}&secret={}", page.code(0), page.code(1));
    assert!(phone.send("/return", &codes(&first)).has("We have no answers for this reference"));
    assert_eq!(phone.send("/return", &codes(&second)).location, "/tasks");
    // Who has come back has them; the browser before has them no more.
    assert!(browser.get("/name").has("Your session has ended"));
    // And again, as often as somebody likes.
    assert_eq!(browser.send("/return", &codes(&second)).location, "/tasks");
    assert!(browser.get("/name").has("Sam"));
    assert!(phone.get("/name").has("Your session has ended"));
}

#[test]
fn answers_in_progress_are_not_dropped_without_a_question() {
    let mut phone = Browser::of(builder("case", "").save_and_return());
    phone.get("/name");
    let saved = phone.post("/name", "full_name=Saved&townhall-save=yes");
    let codes = format!("reference={}&secret={}", saved.code(0), saved.code(1));
    let mut browser = Browser::new(&phone.services);
    browser.send("/name", "full_name=Here");
    let asked = browser.send("/return", &codes);
    assert!(asked.status == 200 && asked.has("There are other answers in this browser"), "{}", asked.html);
    assert!(asked.has("we will delete the ones that are here now"));
    assert!(browser.get("/name").has("Here"), "nothing has happened yet");
    browser.get("/return");
    assert_eq!(browser.post("/return", &format!("{codes}&townhall-replace=yes")).location, "/tasks");
    assert!(browser.get("/name").has("Saved"));

    // Those that have a reference of their own stay.
    let mut other = Browser::new(&phone.services);
    other.get("/name");
    let own = other.post("/name", "full_name=Own&townhall-save=yes");
    let own_codes = format!("reference={}&secret={}", own.code(0), own.code(1));
    let asked = other.send("/return", &codes);
    assert!(asked.has("you can still come back to the ones that are here now"), "{}", asked.html);
    other.post("/return", &format!("{codes}&townhall-replace=yes"));
    assert!(other.get("/name").has("Saved"));
    // So are those that were opened: the question is the same the other way round.
    assert!(other.send("/return", &own_codes).has("you can still come back to the ones that are here now"));
    assert_eq!(other.post("/return", &format!("{own_codes}&townhall-replace=yes")).location, "/tasks");
    assert!(other.get("/name").has("Own"));
    // The answers that are open already are not in anybody's way.
    assert_eq!(other.send("/return", &own_codes).location, "/tasks");
}

#[test]
fn consent_that_is_withdrawn_takes_the_cookies_away() {
    let mut browser = Browser::of(
        builder("case", "/permit").additional_cookie("visits", "case-office").essential_cookie("office", "case-office"),
    );
    browser.send("/permit/cookies", "cookies[additional]=yes");
    let page = browser.get("/permit/cookies");
    assert!(page.has("office") && page.has("The office cookie"));
    browser.jar.push(("visits".to_owned(), "/".to_owned(), "1".to_owned()));
    browser.jar.push(("visits".to_owned(), "/permit".to_owned(), "1".to_owned()));
    let seen = browser.post("/permit/cookies", "cookies[additional]=no");
    assert!(browser.cookie("visits").is_none(), "{:?}", browser.jar);
    let cookies = seen.set_cookies();
    assert!(
        cookies.iter().any(|cookie| cookie.starts_with("visits=; Path=/; Domain=permits.example; Max-Age=0")),
        "{cookies:?}"
    );
    assert!(cookies.iter().all(|cookie| cookie.ends_with("; Secure")), "{cookies:?}");
}
