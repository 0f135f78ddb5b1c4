//! The page that checks answers, and by what it is known that they are still those that it showed.

use maud::html;
use sha2::{Digest, Sha256};

use super::links::{Change, StepPage};
use super::list::item_text;
use super::pages::State;
use super::session::Loaded;
use super::visit::Visit;
use super::{Reply, Service};
use crate::components::NotificationBanner;
use crate::form::{FormData, Question, Uploads};
use crate::journey::{Answers, Kind, Place, StepState, answer_rows, hex};
use crate::language::Locale;
use crate::markup::Markup;
use crate::patterns::{AnswerRow, AnswerSection, AnswerValue, CheckAnswersPage, SectionComplete};

/// The field in which the page that checks answers says which ones it showed.
const SHOWN_FIELD: &str = "townhall-shown";

impl<A, U> Service<A, U>
where
    A: Answers,
    U: Uploads,
{
    /// What answers are known by that were shown: a digest of all that is kept of them, and of which of them count.
    ///
    /// It is not the version of the record, which also changes when answers are kept for longer, when somebody saves and leaves, and when something half
    /// typed is kept. It is of the bytes that are kept and not of a struct that was read from them, which need not write itself the same way twice.
    pub(super) fn shown(loaded: &Loaded, state: &State<A>) -> String {
        let hash = Sha256::new().chain_update("townhall answers ").chain_update(&loaded.stored.idempotency_key);
        let hash = hash.chain_update(state.walk.to_bytes()).chain_update([0]).chain_update(&loaded.stored.answers);
        hex(&hash.finalize())
    }

    /// Whether a form was sent from a page that showed these answers.
    pub(super) fn has_seen(data: &FormData, loaded: &Loaded, state: &State<A>) -> bool {
        data.get(SHOWN_FIELD) == Some(Self::shown(loaded, state).as_str())
    }

    /// Everything that was answered.
    pub(super) fn check_answers(
        &self,
        visit: &mut Visit<'_, A, U>,
        loaded: Option<&Loaded>,
        state: &mut State<A>,
        is_old: bool,
    ) -> Reply {
        if !state.can_check() {
            return Reply::See(visit.place(state.walk.go_on(), state));
        }
        let open = match state.walk.after_change() {
            Place::Step(open) => Some(visit.open_link(open, state, Some(&Change::default()))),
            _ => None,
        };
        let can_send = self.journey.submit.is_some() && open.is_none();
        let mut page = CheckAnswersPage::new().cannot_send(!can_send);
        for name in self.journey.sections() {
            let title = visit.caption(name).unwrap_or_default();
            let mut section = AnswerSection::new(title, []);
            let steps: Vec<_> = state.walk.section(name).collect();
            for (at, step_state) in steps {
                self.add_answers(visit, at, step_state, state, &mut section);
            }
            if !section.rows.is_empty() || !section.cards.is_empty() {
                page = page.section(section);
            }
        }
        let back = visit.place(state.walk.before_check(), state);
        let (token_name, token) = visit.token();
        let mut layout = visit.layout(None, loaded);
        let locale = layout.locale();
        if is_old {
            layout = layout.notice(notice(locale, "townhall-answers-not-current", "alert"));
        } else if state.has_changed {
            layout = layout.notice(notice(locale, "townhall-answers-changed", "region"));
        }
        page = page.back_link(back).hidden(token_name, token);
        if let Some(loaded) = loaded {
            page = page.hidden(SHOWN_FIELD, Self::shown(loaded, state));
        }
        if let Some(open) = open {
            page = page.continue_to(open);
            if state.walk.first_open().is_some_and(|open| state.walk.state(open) == StepState::Stopping) {
                page = page.cannot_send_because(locale.text("townhall-answers-stopped"));
            }
        }
        if let Some(heading) = self.optional(locale, "check") {
            page = page.heading(heading);
        } else if self.journey.submit.is_none() {
            page = page.heading(locale.text("townhall-your-answers"));
        }
        if let Some(text) = self.optional(locale, "check.declaration") {
            page = page.declaration(text);
        }
        if let Some(text) = self.optional(locale, "check.send") {
            page = page.send_heading(text);
        }
        if let Some(text) = self.optional(locale, "check.button") {
            page = page.button(text);
        }
        let document = page.page(&layout);
        Reply::Page(if is_old { document.status(409) } else { document })
    }

    /// The rows of a step. A link to a page that cannot be shown now is left out: the one to what has to be answered first is there.
    fn add_answers(
        &self,
        visit: &Visit<'_, A, U>,
        at: usize,
        step_state: StepState,
        state: &mut State<A>,
        section: &mut AnswerSection,
    ) {
        let Some(step) = self.journey.steps.get(at) else { return };
        // That a section is complete is no answer to send.
        let Some(asks) = step.asks().filter(|asks| asks.name() != SectionComplete::NAME) else { return };
        let (change, can_reach) = (Change::default(), state.walk.can_reach(at));
        let title = asks.blank().title(visit.locale);
        let count = asks.count(&mut state.answers);
        if step_state == StepState::Open {
            if can_reach {
                let words = visit.locale.text_with("townhall-answer-question", &[("question", title.as_str().into())]);
                let value = AnswerValue::Missing(words.into_owned());
                section.rows.push(AnswerRow {
                    key: title,
                    value,
                    change: Some(visit.open_link(at, state, Some(&change))),
                });
            }
            return;
        }
        let address = |page: StepPage| if can_reach { visit.step_link(page, Some(&change)) } else { String::new() };
        match &step.kind {
            Kind::List(..) => {
                let number = i64::try_from(count).unwrap_or(i64::MAX);
                let list = visit.locale.text_with(&format!("{}.list", asks.name()), &[("count", number.into())]);
                let row = AnswerRow::new(title, list);
                section.rows.push(if can_reach { row.change(address(StepPage::of(at))) } else { row });
                for (place, id) in state.items(at).to_vec().into_iter().enumerate() {
                    let form = asks.form(&mut state.answers, place);
                    let rows = answer_rows(&form, visit.locale, &address(StepPage::item(at, id)));
                    section.cards.push((item_text(visit.locale, asks.name(), "card", place, &rows), rows));
                }
            }
            _ => {
                let form = asks.form(&mut state.answers, 0);
                section.rows.extend(answer_rows(&form, visit.locale, &address(StepPage::of(at))));
            }
        }
    }
}

/// A message above a page.
fn notice(locale: &Locale, id: &str, role: &str) -> Markup {
    let banner = NotificationBanner::new(html! {
        p.govuk-notification-banner__heading { (locale.text(id)) }
        p.govuk-body { (locale.text(&format!("{id}.body"))) }
    });
    html! { (banner.role(role).localised(locale)) }
}
