//! Every setting of a journey and of a service: it is honoured, or refused.

use maud::html;
use serde::{Deserialize, Serialize};
use townhall::form::{Limits, Question};
use townhall::journey::{Journey, JourneyProblem, Keys, MemoryStore, Receipt};
use townhall::language::Languages;
use townhall::page::Brand;
use townhall::values::FullName;
use townhall::web::{Service, ServiceBuilder, ServiceError};
use validator::Validate;

use super::tasks::Browser;

#[derive(Debug, Default, Serialize, Deserialize)]
struct Club {
    name: Option<Name>,
    old: Option<Old>,
    pets: Vec<Pet>,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Name {
    name: FullName,
}
#[derive(Debug, Serialize, Deserialize, Validate)]
struct Old {
    old: bool,
}
#[derive(Debug, Serialize, Deserialize, Validate)]
struct Pet {
    pet: FullName,
}
#[derive(Debug, Serialize, Deserialize, Validate)]
struct Odd {
    name: FullName,
}

impl Question for Name {
    const NAME: &'static str = "name";
}
impl Question for Old {
    const NAME: &'static str = "old";
}
impl Question for Pet {
    const NAME: &'static str = "pet";
}
impl Question for Odd {
    const NAME: &'static str = "an odd/name";
}

const WORDS: &str = "
club = Join the club
club-section-you = About you
club-section-end = The end
club-rules = The rules
    .body = There are rules.
club-too-young = You are too young
    .body = Come back later.
club-confirmation = You are in
name-name = What is your name?
    .it = your name
old-old = Are you old?
    .it = you are old
pet = Pet
    .list = { $count } pets
    .card = { $item }, pet { $number }
    .another = Do you have another pet?
    .remove = Remove { $item }?
pet-pet = What is it called?
    .it = its name
";

fn start() -> Journey<Club> {
    Journey::new("club").question(|a: &mut Club| &mut a.name)
}

fn sent(journey: Journey<Club>) -> Journey<Club> {
    journey.submit(|_| async { Ok(Receipt::new("C-1")) })
}

fn builder(journey: Journey<Club>) -> ServiceBuilder<Club> {
    let languages = Languages::builder().file("en", "club.ftl", WORDS).build().unwrap();
    Service::builder(journey, Brand::council("Northbridge").build().unwrap(), languages)
}

fn browser(builder: ServiceBuilder<Club>) -> Browser {
    Browser::new(&townhall::web::axum::service(builder.build().unwrap()))
}

#[test]
fn what_a_journey_cannot_honour_it_refuses() {
    use JourneyProblem::{Address, DeadEnd, Empty, EmptySection, Limits, Name, NoSection, NoStep, Twice};
    let intro = |_: &Club, _: &townhall::language::Locale| html! {};
    let cases: [(&str, Journey<Club>, Vec<JourneyProblem>); 20] = [
        ("all of it", sent(start()), vec![]),
        (
            "a name that no message can have",
            sent(Journey::new("my club").question(|a: &mut Club| &mut a.name)),
            vec![Name("my club")],
        ),
        ("no name", sent(Journey::new("").question(|a: &mut Club| &mut a.name)), vec![Name("")]),
        ("no question", sent(Journey::new("club")), vec![Empty]),
        ("a page only", sent(Journey::new("club").page("rules")), vec![Empty]),
        ("nobody gets it", start(), vec![DeadEnd]),
        ("two who get it", sent(sent(start())), vec![Twice { setting: "submit", of: "club" }]),
        ("the same page", sent(start().page("rules").page("rules")), vec![Address("rules")]),
        ("the same question", sent(start().question(|a| &mut a.name)), vec![Address("name")]),
        ("a page of the service", sent(start().page("check-answers")), vec![Address("check-answers")]),
        ("a page that has no address", sent(start().page("a/b")), vec![Name("a/b")]),
        ("a question that has no address", sent(start().question(odd)), vec![Name("an odd/name")]),
        ("a list of none", sent(start().add_another(|a| &mut a.pets, 0..=0)), vec![Limits("pet")]),
        #[allow(clippy::reversed_empty_ranges, reason = "it is what is refused")]
        ("a list of none and more", sent(start().add_another(|a| &mut a.pets, 3..=1)), vec![Limits("pet")]),
        (
            "a condition of nothing",
            sent(Journey::new("club").when(|_| true).question(|a: &mut Club| &mut a.name)),
            vec![NoStep("when")],
        ),
        (
            "an intro of nothing",
            sent(Journey::new("club").intro(intro).question(|a: &mut Club| &mut a.name)),
            vec![NoStep("intro")],
        ),
        ("two intros", sent(start().intro(intro).intro(intro)), vec![Twice { setting: "intro", of: "name" }]),
        ("a section of nothing", sent(start().section("end")), vec![EmptySection("end")]),
        ("a section that no message can name", sent(start().section("the end").page("rules")), vec![Name("the end")]),
        (
            "a task that nothing leads to",
            sent(start().section("end").page("rules")).task_list(),
            vec![NoSection("name")],
        ),
    ];
    for (what, journey, problems) in cases {
        assert_eq!(journey.check(), problems, "{what}");
        assert_eq!(builder(journey).build().is_ok(), problems.is_empty(), "{what}");
    }
}

fn odd(_: &mut Club) -> &mut Option<Odd> {
    Box::leak(Box::new(None))
}

#[test]
fn an_intro_and_a_section_are_on_every_kind_of_page() {
    let price = |a: &Club, _: &townhall::language::Locale| html! { p.price { (a.name.is_some()) (a.pets.len()) } };
    let journey = start()
        .intro(price)
        .section("you")
        .page("rules")
        .intro(price)
        .question(|a| &mut a.old)
        .section("end")
        .stop("too-young", |a| a.old.as_ref().is_some_and(|old| !old.old))
        .intro(price)
        .add_another(|a| &mut a.pets, 1..=2)
        .intro(price);
    let builder = builder(sent(journey));
    let mut browser = browser(builder);
    let shows = |html: &str, price: &str, caption: &str| {
        assert!(html.contains(&format!("<p class=\"price\">{price}</p>")), "{price}: {html}");
        assert_eq!(html.contains(&format!("govuk-caption-l\">{caption}<")), !caption.is_empty(), "{caption}: {html}");
    };
    shows(&browser.get("/name").html, "false0", "");
    assert_eq!(browser.send("/name", "name=Sam").location, "/rules");
    shows(&browser.get("/rules").html, "true0", "About you");
    assert_eq!(browser.send("/old", "old=no").location, "/too-young");
    shows(&browser.get("/too-young").html, "true0", "The end");
    let pet = browser.send("/old", "old=yes").location;
    shows(&browser.get(&pet).html, "true0", "The end");
}

#[test]
fn of_several_conditions_all_have_to_hold() {
    let is_old = |a: &Club| a.old.as_ref().is_some_and(|old| old.old);
    let is_sam = |a: &Club| a.name.as_ref().is_some_and(|name| name.name.as_str() == "Sam");
    let journey = || {
        let journey = start().question(|a: &mut Club| &mut a.old).stop("too-young", move |a| !is_old(a)).when(is_sam);
        sent(journey.page("rules").when(is_old).when(is_sam))
    };
    for (name, old, next) in [
        ("Sam", "yes", "/rules"),
        ("Sam", "no", "/too-young"),
        ("Kim", "yes", "/check-answers"),
        ("Kim", "no", "/check-answers"),
    ] {
        let mut browser = browser(builder(journey()));
        browser.send("/name", &format!("name={name}"));
        assert_eq!(browser.send("/old", &format!("old={old}")).location, next, "{name} {old}");
    }
}

#[test]
fn what_a_service_cannot_honour_it_refuses() {
    let service = || builder(sent(start()));
    let cases: Vec<(&str, ServiceBuilder<Club>, ServiceError)> = vec![
        ("a path", service().at("club"), ServiceError::Path("club".to_owned())),
        ("a path", service().at("/club/"), ServiceError::Path("/club/".to_owned())),
        ("a page", service().text_page("a/b"), ServiceError::Slug("a/b")),
        ("a page", service().text_page(""), ServiceError::Slug("")),
        ("a page", service().page("über", |layout| layout.page("x").content(html! {})), ServiceError::Slug("über")),
        ("a page twice", service().text_page("privacy").text_page("privacy"), ServiceError::Address("privacy")),
        ("a question", service().text_page("name"), ServiceError::Address("name")),
        ("a page of the service", service().text_page("cookies"), ServiceError::Address("cookies")),
        ("a cookie", service().additional_cookie("", "club-x"), ServiceError::Cookie("")),
        ("a cookie", service().additional_cookie("a b", "club-x"), ServiceError::Cookie("a b")),
        ("a cookie", service().additional_cookie("a=b", "club-x"), ServiceError::Cookie("a=b")),
        ("its own cookie", service().additional_cookie("language", "club-x"), ServiceError::Cookie("language")),
        ("its own cookie", service().essential_cookie("__Host-club", "club-x"), ServiceError::Cookie("__Host-club")),
        (
            "a cookie twice",
            service().additional_cookie("a", "club-x").additional_cookie("a", "club-y"),
            ServiceError::Cookie("a"),
        ),
        ("no origin", service().form_target("pay.example"), ServiceError::FormTarget("pay.example")),
        (
            "a path",
            service().form_target("https://pay.example/card"),
            ServiceError::FormTarget("https://pay.example/card"),
        ),
        (
            "another policy",
            service().form_target("https://a; script-src *"),
            ServiceError::FormTarget("https://a; script-src *"),
        ),
        ("a line", service().form_target("https://a\r\nX: y"), ServiceError::FormTarget("https://a\r\nX: y")),
        ("no time", service().keep_answers_for(0), ServiceError::NoTime),
        ("no room", service().record_limit(0), ServiceError::NoRoom),
        ("no room", service().record_limit(1023), ServiceError::NoRoom),
    ];
    for (what, builder, expected) in cases {
        assert_eq!(builder.build().err(), Some(expected), "{what}");
    }
    // And what it honours is built.
    let whole = service()
        .at("/club")
        .store(MemoryStore::new(), Keys::random().unwrap())
        .limits(Limits::default())
        .keep_answers_for(1)
        .record_limit(1024)
        .insecure_cookies()
        .text_page("privacy")
        .additional_cookie("visits", "club-visits")
        .feedback(|_| async {})
        .save_and_return()
        .form_target("https://pay.example:8443");
    assert!(whole.build().is_ok());
}

#[test]
fn a_journey_that_sends_nothing_shows_what_was_answered() {
    let journey = start().question(|a| &mut a.old).stop("too-young", |a| a.old.as_ref().is_some_and(|old| !old.old));
    assert!(journey.check().is_empty());
    let mut browser = browser(builder(journey));
    browser.send("/name", "name=Sam");
    assert_eq!(browser.send("/old", "old=yes").location, "/check-answers");
    let check = browser.get("/check-answers");
    assert_eq!(check.status, 200);
    assert!(
        check.html.contains("Sam")
            && !check.html.contains("Confirm and send")
            && !check.html.contains("before you send")
    );
    assert_eq!(browser.send("/check-answers", "").status, 405);
}
