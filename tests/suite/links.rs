//! Random journeys, random answers: every link that a page of a journey has leads to a page that shows itself, and from every page of a change there is a way
//! back to the check.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use scraper::{Html, Selector};
use serde::{Deserialize, Serialize};
use tower::ServiceExt;
use townhall::form::{FormData, Question};
use townhall::journey::{Journey, Receipt};
use townhall::language::Languages;
use townhall::page::Brand;
use townhall::web::Service;
use validator::Validate;

macro_rules! questions {
    ($($question:ident $name:literal)*) => {$(
        #[derive(Debug, Serialize, Deserialize, Validate)]
        struct $question { yes: bool }
        impl Question for $question { const NAME: &'static str = $name; }
    )*};
}

questions! { A "a" B "b" C "c" D "d" E "e" F "f" P "p" Q "q" }

#[derive(Default, Serialize, Deserialize)]
struct Answers {
    a: Option<A>,
    b: Option<B>,
    c: Option<C>,
    d: Option<D>,
    e: Option<E>,
    f: Option<F>,
    p: Vec<P>,
    q: Vec<Q>,
}

impl Answers {
    /// What was answered to a question, or to one about any thing on a list.
    fn value(&self, which: usize) -> Option<bool> {
        match which {
            0 => self.a.as_ref().map(|answer| answer.yes),
            1 => self.b.as_ref().map(|answer| answer.yes),
            2 => self.c.as_ref().map(|answer| answer.yes),
            3 => self.d.as_ref().map(|answer| answer.yes),
            4 => self.e.as_ref().map(|answer| answer.yes),
            5 => self.f.as_ref().map(|answer| answer.yes),
            6 => (!self.p.is_empty()).then(|| self.p.iter().any(|answer| answer.yes)),
            _ => (!self.q.is_empty()).then(|| self.q.iter().any(|answer| answer.yes)),
        }
    }
}

struct Random(u64);

impl Random {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % count as u64).unwrap()
    }

    fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            all.swap(at, self.below(at + 1));
        }
    }
}

/// A journey of some of the questions, lists, stops and pages, in any order, most of them under conditions, with or without tasks.
fn journey(random: &mut Random) -> Journey<Answers> {
    let mut steps: Vec<usize> = (0..12).collect();
    random.shuffle(&mut steps);
    steps.truncate(5 + random.below(8));
    // There is something to ask, whatever the rest is.
    if !steps.contains(&0) {
        steps.push(0);
    }
    let has_tasks = random.below(4) == 0;
    let mut journey = Journey::new("random");
    if has_tasks {
        journey = journey.task_list();
    }
    let mut sections = ["one", "two", "three"].iter();
    let mut before: Vec<usize> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let (mut which, wanted, is_equal) = (random.below(8), random.below(2) == 0, random.below(3) > 0);
        if matches!(step, 8 | 9) {
            // A journey is stopped by what was answered before.
            let Some(earlier) = before.get(random.below(before.len().max(1))) else { continue };
            which = *earlier;
        }
        let is_first = at == 0 || (before.is_empty() && has_tasks);
        if let Some(section) = sections.as_slice().first().filter(|_| is_first || random.below(4) == 0) {
            sections.next();
            journey = journey.section(section);
        }
        before.extend((*step < 8).then_some(*step));
        let condition = move |answers: &Answers| (answers.value(which) == Some(wanted)) == is_equal;
        let least = random.below(2);
        journey = match step {
            0 => journey.question(|answers: &mut Answers| &mut answers.a),
            1 => journey.question(|answers| &mut answers.b),
            2 => journey.question(|answers| &mut answers.c),
            3 => journey.question(|answers| &mut answers.d),
            4 => journey.question(|answers| &mut answers.e),
            5 => journey.question(|answers| &mut answers.f),
            6 => journey.add_another(|answers| &mut answers.p, least..=2),
            7 => journey.add_another(|answers| &mut answers.q, least..=3),
            8 => journey.stop("stop-one", move |answers| answers.value(which) == Some(wanted)),
            9 => journey.stop("stop-two", move |answers| answers.value(which) == Some(wanted)),
            10 => journey.page("page-one"),
            _ => journey.page("page-two"),
        };
        if *step != 0 && random.below(2) == 0 {
            journey = journey.when(condition);
        }
    }
    journey.submit(|_| async { Ok(Receipt::new("R-1")) })
}

fn words(has_start: bool) -> String {
    let mut words = "random = Random\nrandom-confirmation = Sent\n".to_owned();
    if has_start {
        words += "random-start = Start\n";
    }
    for section in ["one", "two", "three"] {
        words += &format!("random-section-{section} = Section {section}\n");
    }
    for page in ["stop-one", "stop-two", "page-one", "page-two"] {
        words += &format!("random-{page} = Page {page}\n    .body = Read it.\n");
    }
    for question in ["a", "b", "c", "d", "e", "f", "p", "q"] {
        words += &format!("{question}-yes = Question {question}\n    .it = it\n");
    }
    for list in ["p", "q"] {
        words += &format!("{list} = List {list}\n    .list = List of {{ $count }}\n    .card = Thing {{ $number }}\n");
        words += "    .another = Another?\n    .remove = Remove thing { $number }?\n";
    }
    words
}

struct Page {
    path: String,
    status: u16,
    location: String,
    is_check: bool,
    back: Option<String>,
    /// Everywhere that somebody can go from here: back, on, to a change, to a task.
    links: Vec<String>,
    /// The link that goes on, on a page without a form.
    next: Option<String>,
    /// What stands in the form, and which field asks for a yes or no.
    form: Option<(FormData, Option<String>)>,
}

impl Page {
    fn read(path: &str, status: u16, location: String, html: &str) -> Self {
        let html = Html::parse_document(html);
        let attributes = |selector: &str, name: &str| -> Vec<String> {
            let selector = Selector::parse(selector).unwrap();
            html.select(&selector).filter_map(|element| element.value().attr(name).map(str::to_owned)).collect()
        };
        let links = ".govuk-back-link, main a[role=button], main .govuk-summary-list a, main .govuk-summary-card a, main .govuk-task-list a";
        let hidden = attributes("main form input[type=hidden]", "name");
        let values = attributes("main form input[type=hidden]", "value");
        let field = attributes("main form input[type=radio]", "name").into_iter().next();
        let has_form = !attributes("main form", "method").is_empty();
        Self {
            path: path.to_owned(),
            status,
            location,
            is_check: path == "/check-answers" && hidden.iter().any(|name| name == "townhall-shown"),
            back: attributes(".govuk-back-link", "href").into_iter().next(),
            links: attributes(links, "href").iter().map(|link| link.split('#').next().unwrap().to_owned()).collect(),
            next: attributes("main a[role=button]", "href").into_iter().next(),
            form: has_form.then(|| (hidden.into_iter().zip(values).collect(), field)),
        }
    }

    /// The form with an answer.
    fn form(&self, answer: &str) -> Option<FormData> {
        let (mut data, field) = self.form.clone()?;
        if let Some(field) = field {
            data.push(field, answer);
        }
        Some(data)
    }

    fn asks_for_another(&self) -> bool {
        self.form.as_ref().is_some_and(|(_, field)| field.as_deref() == Some("another"))
    }

    fn is_change(&self) -> bool {
        self.path
            .split_once('?')
            .is_some_and(|(_, query)| query.split('&').any(|pair| pair.split('=').next() == Some("change")))
    }
}

/// Somebody in a browser, and what they have done so far: it is shown if a test fails.
struct Browser {
    app: Router,
    runtime: tokio::runtime::Runtime,
    cookies: Vec<(String, String)>,
    log: Vec<String>,
}

impl Browser {
    fn request(&mut self, method: &str, path: &str, body: String) -> Page {
        self.log.push(format!("{method} {path} {body}"));
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method).uri(path).header("cookie", cookies.join("; "));
        if method == "POST" {
            request = request
                .header("content-type", "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin");
        }
        let request = request.body(Body::from(body)).unwrap();
        let (parts, html) = self.runtime.block_on(async {
            let (parts, body) = self.app.clone().oneshot(request).await.unwrap().into_parts();
            (parts, String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap())
        });
        for cookie in parts.headers.get_all("set-cookie") {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        let location = parts.headers.get("location").map_or("", |value| value.to_str().unwrap()).to_owned();
        Page::read(path, parts.status.as_u16(), location, &html)
    }

    /// A page that a link leads to: it shows itself.
    fn follow(&mut self, link: &str) -> Page {
        let page = self.request("GET", link, String::new());
        assert_eq!((page.status, page.location.as_str()), (200, ""), "{link} after\n{}", self.log.join("\n"));
        page
    }

    /// Sends the form of a page, and goes to where it leads: a page that shows itself.
    fn send(&mut self, page: &Page, data: &FormData) -> Page {
        let sent = self.request("POST", &page.path, data.to_urlencoded());
        match sent.status {
            200 => sent,
            303 => self.follow(&sent.location),
            status => panic!("{status} after\n{}", self.log.join("\n")),
        }
    }

    /// Goes back and back, which leads to the check in the end.
    fn back_to_the_check(&mut self, mut page: Page) -> Page {
        for _ in 0..30 {
            if page.path == "/check-answers" {
                return page;
            }
            let Some(back) = page.back.clone() else { break };
            page = self.follow(&back);
        }
        panic!("no way back to the check after\n{}", self.log.join("\n"));
    }

    /// Answers whatever is asked, which leads to the check, or to where the journey stops.
    fn on_to_the_check(&mut self, mut page: Page) -> Page {
        for _ in 0..60 {
            if page.path == "/check-answers" || page.path.starts_with("/stop-") {
                return page;
            }
            // A list is not added to, and nothing is removed.
            page = match page.form(if page.asks_for_another() { "no" } else { "yes" }) {
                Some(data) => self.send(&page, &data),
                None => {
                    let next = page.next.unwrap_or_else(|| panic!("no way on after\n{}", self.log.join("\n")));
                    self.follow(&next)
                }
            };
        }
        panic!("no way on to the check after\n{}", self.log.join("\n"));
    }
}

#[test]
fn every_link_leads_to_a_page_that_shows_itself() {
    let journeys = std::env::var("TOWNHALL_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(60);
    let (mut followed, mut changes, mut openings) = (0, 0, 0);
    for seed in 1..=journeys {
        let mut random = Random(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed));
        let journey = journey(&mut random);
        let log = vec![format!("journey {seed}: {}", journey.to_mermaid())];
        let has_start = random.below(2) == 0;
        let languages = Languages::builder().file("en", "random.ftl", words(has_start)).build().unwrap();
        let service = Service::builder(journey, Brand::council("Northbridge").build().unwrap(), languages);
        let app = townhall::web::axum::service(service.build().unwrap());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let mut browser = Browser { app, runtime, cookies: Vec::new(), log };

        let mut page = browser.request("GET", "/", String::new());
        if page.status == 303 {
            page = browser.follow(&page.location.clone());
        }
        let mut has_checked = false;
        for _ in 0..60 {
            has_checked |= page.is_check;
            let links = page.links.clone();
            let form = page.form(["yes", "no", ""][random.below(3)]).filter(|_| page.path != "/check-answers");
            let is_dead_end = links.is_empty() && form.is_none();
            assert!(!is_dead_end, "{} is a dead end after\n{}", page.path, browser.log.join("\n"));
            page = match form {
                Some(data) if links.is_empty() || random.below(3) > 0 => {
                    let next = browser.send(&page, &data);
                    let own = |path: &str| path.split(['/', '?']).nth(1).unwrap_or_default().to_owned();
                    let has_opened = page.is_change() && next.is_change() && own(&page.path) != own(&next.path);
                    if has_opened && browser.request("GET", &page.path, String::new()).status == 200 {
                        openings += 1;
                        let (opened, log) = (&next.path, browser.log.join("\n"));
                        assert_eq!(next.back.as_ref(), Some(&page.path), "{opened} does not lead back after\n{log}");
                    }
                    next
                }
                _ => {
                    followed += 1;
                    browser.follow(&links[random.below(links.len())])
                }
            };
            if has_checked && page.is_change() && random.below(4) == 0 {
                changes += 1;
                page =
                    if random.below(2) == 0 { browser.back_to_the_check(page) } else { browser.on_to_the_check(page) };
            }
        }
        // All links of the page where somebody ends up, not only one of them.
        for link in &page.links {
            browser.follow(link);
        }
    }
    println!(
        "{followed} links followed, {changes} changes brought to their end, {openings} questions opened by a change"
    );
    assert!(followed > 0 && changes > 0 && openings > 0);
}
