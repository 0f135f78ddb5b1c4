//! Every pattern as a whole page, in English and Welsh: `/patterns`, and each at its own address.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use maud::html;
use serde::Deserialize;
use townhall::form::{Form, FormData, Question};
use townhall::language::{Languages, Locale, Wanted};
use townhall::page::{Document, Layout};
use townhall::patterns::{
    AccessibilityStatement, AddAnotherPage, AnswerRow, AnswerSection, BankDetails, CheckAnswersPage, ChooseAddressPage,
    Compliance, ConfirmEmailPage, ConfirmationPage, ContactDetails, Cookie, CookiesPage, CreateAccount, CreatePassword,
    EqualityPage, EqualityStartPage, EqualityTopic, ErrorPage, FindAddress, InterruptionPage, LinkOutcome, ListedItem,
    Names, Nation, OutcomePage, PaymentPage, RemovePage, ResendCodePage, SafetyPage, Satisfaction, SectionComplete,
    SecurityCode, Shortfall, SignInDetails, StartPage, Step, StepByStep, TaskGroup, TaskListPage, TaskRow, TaskState,
    UnavailablePage,
};
use townhall::values::{Date, UkAddress, ValueError};

use crate::Gallery;

/// A pattern: its address, and its page.
type Pattern = (&'static str, fn(&Layout<'_>, &Words<'_>) -> Document);

/// What the application says: here the names of the library's own messages stand for it, so that there are words in each language.
struct Words<'a>(&'a Locale);

impl Words<'_> {
    fn say(&self, id: &str) -> String {
        self.0.text(id).into_owned()
    }

    fn date(&self) -> String {
        self.0.date(2026, 11, 30)
    }

    fn today(&self) -> String {
        Date::new(2026, 11, 30).map(|date| date.to_text_with_weekday(self.0)).unwrap_or_default()
    }
}

/// A question of the library, as it is asked, and with an empty answer.
fn question<Q: Question>(layout: &Layout<'_>, is_sent: bool) -> Document {
    let form = if is_sent { Form::<Q>::submit(FormData::new()).err().unwrap_or_default() } else { Form::new() };
    let layout = layout.clone().without_languages();
    form.page(layout.brand(), layout.locale()).layout(&layout).back_link("/patterns").document()
}

fn rows(words: &Words<'_>) -> Vec<AnswerRow> {
    vec![
        AnswerRow::new(words.say("townhall-names-first_name"), "Siân").change("#"),
        AnswerRow::new(words.say("townhall-names-last_name"), "Rees").change("#"),
    ]
}

fn address() -> Option<UkAddress> {
    Some(UkAddress {
        line_1: "1 Stryd Fawr".parse().ok()?,
        line_2: None,
        town: "Pontypridd".parse().ok()?,
        county: None,
        postcode: "CF37 1AA".parse().ok()?,
    })
}

fn task(words: &Words<'_>, id: &str, state: TaskState) -> TaskRow {
    TaskRow { title: words.say(id), href: "/patterns".to_owned(), state }
}

const PATTERNS: [Pattern; 49] = [
    ("start", |layout, words| {
        let body = words.say("townhall-accessibility.wants");
        StartPage::new(words.say("townhall-names"), "/patterns").body(body).page(layout)
    }),
    ("outcome", |layout, words| {
        let page = OutcomePage::new(words.say("townhall-unavailable")).body(words.say("townhall-unavailable.for-good"));
        page.back_link("/patterns").continue_to("/patterns").page(layout)
    }),
    ("check-answers", |layout, words| {
        let mut section = AnswerSection::new(words.say("townhall-names"), rows(words));
        section.cards.push((words.say("townhall-bank-details"), rows(words)));
        CheckAnswersPage::new().section(section).back_link("/patterns").page(layout)
    }),
    ("check-answers-incomplete", |layout, words| {
        let section = AnswerSection::new(words.say("townhall-names"), rows(words));
        let page = CheckAnswersPage::new().section(section).cannot_send(true).continue_to("/patterns");
        page.back_link("/patterns").page(layout)
    }),
    ("confirmation", |layout, words| {
        let page = ConfirmationPage::new(words.say("townhall-feedback-thanks")).reference("AB-2345");
        page.next(words.say("townhall-email-confirmed.body")).feedback("/patterns/feedback").page(layout)
    }),
    ("task-list", |layout, words| {
        let tasks = vec![
            task(words, "townhall-names", TaskState::Completed),
            task(words, "townhall-bank-details", TaskState::InProgress),
            task(words, "townhall-find-address", TaskState::NotStarted),
            task(words, "townhall-payment", TaskState::CannotStartYet),
            task(words, "townhall-create-password", TaskState::Incomplete),
            task(words, "townhall-security-code", TaskState::Problem),
        ];
        TaskListPage::new(words.say("townhall-create-account"))
            .group(TaskGroup { title: words.say("townhall-names"), tasks })
            .page(layout)
    }),
    ("interruption", |layout, words| {
        InterruptionPage::new(words.say("townhall-answers-changed"), "/patterns")
            .body(words.say("townhall-answers-changed.body"))
            .back_link("/patterns")
            .other(words.say("townhall-start-again"), "/patterns")
            .page(layout)
    }),
    ("add-another", |layout, words| {
        let item = ListedItem {
            title: words.say("townhall-names"),
            rows: rows(words),
            change: "/patterns".to_owned(),
            remove: Some("/patterns".to_owned()),
        };
        let page = AddAnotherPage::new(words.say("townhall-names"), [item], "another");
        page.question(words.say("townhall-equality-disability")).missing(true).page(layout)
    }),
    ("remove", |layout, words| {
        let page = RemovePage::new(words.say("townhall-equality-disability"), "remove", "/patterns");
        page.item(rows(words)).missing(true).page(layout)
    }),
    ("not-found", |layout, _| ErrorPage::not_found().page(layout)),
    ("not-on-list", |layout, words| {
        ErrorPage::not_on_list().button(words.say("townhall-go-to-list"), "/patterns").page(layout)
    }),
    ("list-full", |layout, words| {
        ErrorPage::list_full().button(words.say("townhall-go-to-list"), "/patterns").page(layout)
    }),
    ("problem", |layout, _| ErrorPage::problem().answers_kept_for(7).page(layout)),
    ("session-ended", |layout, words| {
        ErrorPage::session_ended().form_button(words.say("townhall-start-again"), "/patterns").page(layout)
    }),
    ("refused", |layout, _| ErrorPage::refused().page(layout)),
    ("cookies-needed", |layout, _| ErrorPage::cookies_needed().page(layout)),
    ("unreadable", |layout, _| ErrorPage::unreadable().page(layout)),
    ("too-large", |layout, _| ErrorPage::too_large().page(layout)),
    ("already-sent", |layout, words| {
        ErrorPage::already_sent(words.say("townhall-view-confirmation"), "/patterns").page(layout)
    }),
    ("unavailable-later", |layout, _| UnavailablePage::later().answers_kept_for(7).page(layout)),
    ("unavailable-until", |layout, words| UnavailablePage::until(words.today()).page(layout)),
    ("unavailable-opens", |layout, words| UnavailablePage::opens(words.today()).page(layout)),
    ("unavailable-closed", |layout, words| UnavailablePage::closed(words.today()).page(layout)),
    ("unavailable-for-good", |layout, _| UnavailablePage::for_good().page(layout)),
    ("cookies", |layout, words| {
        let cookie = |name: &'static str| Cookie {
            name: name.into(),
            purpose: words.say("townhall-cookie-session").into(),
            expires: words.say("townhall-cookie-session.expires").into(),
        };
        CookiesPage::new().essential([cookie("session")]).additional([cookie("visits")]).was_saved(true).page(layout)
    }),
    ("feedback", |layout, _| question::<Satisfaction>(layout, true)),
    ("security-code", |layout, _| question::<SecurityCode>(layout, true)),
    ("resend-code", |layout, words| {
        ResendCodePage::new("/patterns").no_access(words.say("townhall-not-found.body")).page(layout)
    }),
    ("resend-code-wait", |layout, _| ResendCodePage::new("/patterns").wait(600).page(layout)),
    ("section-complete", |layout, _| question::<SectionComplete>(layout, true)),
    ("sign-in", |layout, _| {
        let form = Form::<SignInDetails>::new().add_error("email", ValueError::new("sign-in-failed"));
        form.page(layout.brand(), layout.locale()).layout(&layout.clone().without_languages()).document()
    }),
    ("bank-details", |layout, _| question::<BankDetails>(layout, true)),
    ("names", |layout, _| question::<Names>(layout, true)),
    ("create-account", |layout, _| question::<CreateAccount>(layout, true)),
    ("create-password", |layout, _| question::<CreatePassword>(layout, false)),
    ("confirm-email", |layout, _| ConfirmEmailPage::new("sian@cymru.example", "/patterns").page(layout)),
    ("email-link-expired", |layout, words| {
        let id = LinkOutcome::Expired.message();
        layout.page(words.say(id)).prose(&words.say(&format!("{id}.body")))
    }),
    ("payment", |layout, words| {
        PaymentPage::new(words.say("townhall-names"), 4_850).back_link("/patterns").page(layout)
    }),
    ("payment-failed", |layout, words| {
        PaymentPage::new(words.say("townhall-names"), 4_850).has_failed(true).page(layout)
    }),
    ("find-address", |layout, _| question::<FindAddress>(layout, true)),
    ("choose-address", |layout, _| {
        ChooseAddressPage::new(&address(), "/patterns", "/patterns").has_error(true).page(layout)
    }),
    ("no-address", |layout, _| ChooseAddressPage::new(&None, "/patterns", "/patterns").page(layout)),
    ("equality", |layout, words| EqualityStartPage::new(words.say("townhall-cookies.body")).page(layout)),
    ("equality-ethnic-group", |layout, _| {
        EqualityPage::new(EqualityTopic::EthnicGroup, Nation::Wales).missing(true).page(layout)
    }),
    ("equality-religion", |layout, _| EqualityPage::new(EqualityTopic::Religion, Nation::Wales).page(layout)),
    ("equality-marriage", |layout, _| {
        EqualityPage::new(EqualityTopic::Marriage, Nation::Wales).back_link("/patterns").page(layout)
    }),
    ("accessibility-statement", |layout, words| {
        AccessibilityStatement::new(words.say("townhall-names"), Compliance::Partial(Shortfall::NonCompliances))
            .known_problems(words.say("townhall-cookies.body"))
            .contact(words.say("townhall-not-found.body"))
            .prepared(words.date())
            .reviewed(words.date())
            .tested(words.date())
            .page(layout)
    }),
    ("safety", |layout, _| SafetyPage::new().continue_to("/patterns").back_link("/patterns").page(layout)),
    ("contact-and-steps", |layout, words| {
        let contact = ContactDetails::new(words.say("townhall-contact-form"))
            .phone("01632 960 001", words.today())
            .welsh_line("01632 960 002")
            .call_charges("/patterns")
            .email("post@cymru.example", words.today())
            .post(["1 Stryd Fawr", "Pontypridd"]);
        let steps = StepByStep::new([
            Step::new(words.say("townhall-find-address"))
                .link(words.say("townhall-find-address"), "/patterns")
                .current(true),
            Step::new(words.say("townhall-payment")),
        ]);
        layout.page(words.say("townhall-return")).content(html! { (steps) (contact.render(layout.locale())) })
    }),
];

#[derive(Deserialize, Default)]
struct Asked {
    language: Option<String>,
}

async fn pattern(State(gallery): State<Gallery>, Path(name): Path<String>, Query(asked): Query<Asked>) -> Response {
    let Ok(languages) = Languages::builder().build() else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let locale = languages.negotiate(&Wanted::default().chosen(asked.language.as_deref()));
    let address = gallery.address(&format!("/patterns/{name}"));
    let assets = gallery.address("/assets");
    let layout = Layout::new(gallery.brand, &locale).languages(&languages, address).asset_path(assets);
    match PATTERNS.iter().find(|(known, _)| *known == name) {
        Some((_, page)) => page(&layout, &Words(&locale)).into_response(),
        None => ErrorPage::not_found().page(&layout).into_response(),
    }
}

async fn index(State(gallery): State<Gallery>) -> Response {
    let locale = Locale::english();
    let layout = Layout::new(gallery.brand, &locale).asset_path(gallery.address("/assets"));
    let page = layout.page("Patterns").back_link(gallery.address("/")).content(html! {
        p.govuk-body { "Each is a whole page, with its own status, in English and Welsh." }
        ul class="govuk-list" {
            @for (name, _) in PATTERNS {
                @let address = gallery.address(&format!("/patterns/{name}"));
                li {
                    a class="govuk-link" href=(address) { (name) } " "
                    a class="govuk-link" href={ (address) "?language=cy" } lang="cy" { (name) ", Cymraeg" }
                }
            }
        }
    });
    page.into_response()
}

/// The routes of the patterns.
pub(crate) fn routes() -> Router<Gallery> {
    Router::new().route("/patterns", get(index)).route("/patterns/{name}", get(pattern))
}
