//! A check of a whole service, for a test: every page has its words in every language.

use super::Service;
use crate::form::{ContentCheck, ContentProblems, Question};
use crate::journey::Kind;
use crate::patterns::{Satisfaction, SectionComplete};

/// The starts of the messages of pages that every service has.
const PAGES: [&str; 28] = [
    "townhall-another-application",
    "townhall-send-again",
    "townhall-cookies-needed",
    "townhall-start-now",
    "townhall-change",
    "townhall-not-provided",
    "townhall-check-answers",
    "townhall-send-your-answers",
    "townhall-accept-and-send",
    "townhall-confirm-and-send",
    "townhall-answers-",
    "townhall-answer-question",
    "townhall-your-reference",
    "townhall-what-happens-next",
    "townhall-keep-a-record",
    "townhall-view-confirmation",
    "townhall-start-again",
    "townhall-not-found",
    "townhall-problem",
    "townhall-session-ended",
    "townhall-refused",
    "townhall-unreadable",
    "townhall-too-large",
    "townhall-record-full",
    "townhall-already-sent",
    "townhall-unavailable",
    "townhall-expiring",
    "townhall-cookie",
];

/// What a service may say, by what follows its name, and what it is.
const OPTIONAL: [(&str, &str); 14] = [
    ("start", "the heading of the start page. Without it the service starts with its first question"),
    ("start.body", "what the start page says above its button"),
    ("start.after", "what the start page says below its button"),
    ("start.button", "the button of the start page, instead of \"Start now\""),
    ("check", "the heading of the page that checks answers"),
    ("check.declaration", "what residents declare when they send"),
    ("check.send", "the heading above the button that sends"),
    ("check.button", "the button that sends"),
    ("confirmation.body", "what the confirmation says below the reference"),
    ("confirmation.next", "what happens next"),
    ("phase", "the phase, Alpha or Beta: without it there is no phase banner"),
    ("phase.body", "what the phase banner says"),
    ("contact", "whom to ask, on pages that say that something went wrong"),
    ("another", "the button that starts a second application, instead of \"Start a new application\""),
];

impl<A: 'static, U> Service<A, U> {
    /// Checks that every page has its words in every language: questions with all their errors, sections, pages that end the journey,
    /// lists, what is said at the end. For a test.
    ///
    /// # Errors
    ///
    /// All problems, each with its file or language and its message.
    pub fn check(&self) -> Result<(), ContentProblems> {
        self.content_check().run()
    }

    /// The same check, to which messages that the application says itself can be added.
    pub fn content_check(&self) -> ContentCheck<'_> {
        let journey = &self.journey;
        let mut check =
            ContentCheck::new(&self.languages).pages(PAGES).needed(journey.name, "is the name of the service");
        let message = |end: &str| self.message(end);
        for step in &journey.steps {
            match &step.kind {
                Kind::Question(asks) => {
                    check = asks.check(check);
                    if asks.name() == SectionComplete::NAME {
                        check = check.pages([SectionComplete::NAME]);
                    }
                }
                Kind::List(asks, _) => {
                    let name = asks.name();
                    check = asks.check(check).pages([
                        "townhall-another-missing",
                        "townhall-remove",
                        "townhall-not-on-list",
                        "townhall-list-full",
                        "townhall-go-to-list",
                    ]);
                    for (attribute, reason) in [
                        ("list", "is the heading of the list"),
                        ("card", "is the title of a thing on the list"),
                        ("another", "asks for another"),
                        ("remove", "asks whether to remove one"),
                    ] {
                        check = check.needed(&format!("{name}.{attribute}"), reason);
                    }
                    for (answer, says) in [
                        ("another-yes", "\"Yes\" on the page that asks for another"),
                        ("another-no", "\"No\" on the page that asks for another"),
                        ("remove-yes", "\"Yes\" on the page that asks whether to remove one"),
                        ("remove-no", "\"No\" on the page that asks whether to remove one"),
                    ] {
                        check = check.optional(format!("{name}.{answer}"), says);
                    }
                }
                Kind::Stop => {
                    check = check
                        .needed(&message(step.slug), "is the heading of a page that ends the journey")
                        .needed(&message(&format!("{}.body", step.slug)), "says why the journey ends, and what to do");
                }
                Kind::Page => {
                    check = check
                        .needed(&message(step.slug), "is the heading of a page")
                        .needed(&message(&format!("{}.body", step.slug)), "is what a page says");
                }
            }
        }
        for section in journey.named_sections() {
            check = check.needed(&message(&format!("section-{section}")), "is the heading of a section");
        }
        if journey.submit.is_none() {
            check = check.pages(["townhall-your-answers"]);
        } else {
            check = check.needed(&message("confirmation"), "says that it was sent");
        }
        for (slug, page) in &self.own_pages {
            check = check.needed(&message(slug), "is a link in the footer");
            if page.is_none() {
                check = check.needed(&message(&format!("{slug}.body")), "is what a page says");
            }
        }
        for (_, purpose) in self.additional_cookies.iter().chain(&self.essential_cookies) {
            check = check
                .needed(purpose, "says what a cookie is for")
                .needed(&format!("{purpose}.expires"), "says how long a cookie is kept");
        }
        if journey.has_tasks {
            check = check.pages(["townhall-task-"]);
        }
        if self.can_save {
            check = check
                .pages(["townhall-save", "townhall-return", "townhall-leave", "townhall-left", "townhall-replace"])
                .question::<super::leave::Return>();
        }
        if self.idle_limit.is_some() || self.can_save {
            check = check.pages(["townhall-idle", "townhall-timed-out"]);
        }
        if self.sign_in.is_some() {
            check = check.pages(["townhall-signed-in-again", "townhall-choose-answers"]);
        }
        if self.feedback.is_some() {
            check = check.pages(["townhall-feedback"]).question::<Satisfaction>();
        }
        OPTIONAL.iter().fold(check, |check, (end, says)| check.optional(message(end), says))
    }
}
