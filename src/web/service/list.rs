//! Lists: their page, the page of each thing, and the page that asks whether to remove one.

use std::borrow::Cow;

use super::links::StepPage;
use super::pages::{ANOTHER_FIELD, MOST_CONFLICTS, State};
use super::session::{Loaded, Trouble, answers, keep};
use super::visit::Visit;
use super::{Reply, Service};
use crate::form::{FormData, Uploads};
use crate::journey::{Answers, Items, Kind, StoreError, answer_rows};
use crate::language::Locale;
use crate::page::Document;
use crate::patterns::{AddAnotherPage, AnswerRow, AnswerValue, ErrorPage, ListedItem, RemovePage};

impl<A, U> Service<A, U>
where
    A: Answers,
    U: Uploads,
{
    /// The ids of everything on lists, as many as there are things in these answers.
    pub(super) fn items(&self, loaded: &Loaded, answers: &mut A) -> Vec<Items> {
        let items = self.journey.steps.iter().map(|step| {
            let Kind::List(asks, _) = &step.kind else { return Items::default() };
            let mut items = loaded.stored.items.get(step.slug).cloned().unwrap_or_default();
            items.fit(asks.count(answers), step.slug, &loaded.stored.idempotency_key, loaded.version);
            items
        });
        items.collect()
    }

    /// Keeps the ids of everything on lists.
    pub(super) fn keep_items(&self, loaded: &mut Loaded, items: Vec<Items>) {
        let lists = self.journey.steps.iter().zip(items).filter(|(step, _)| matches!(step.kind, Kind::List(..)));
        let lists = lists.filter(|(_, items)| *items != Items::default());
        loaded.stored.items = lists.map(|(step, items)| (step.slug.to_owned(), items)).collect();
    }

    /// Why there is no page about a thing: it was removed, or was never there, or the list is full.
    pub(super) fn no_item(
        &self,
        visit: &mut Visit<'_, A, U>,
        page: StepPage,
        loaded: Option<&Loaded>,
        state: &State<A>,
    ) -> Option<Document> {
        page.item.filter(|item| !state.items(page.at).contains(item))?;
        let was_removed = loaded.is_some_and(|loaded| self.was_removed(page, loaded));
        if visit.is_new && !was_removed {
            return self
                .is_full(page.at, state)
                .then(|| Self::list_error(visit, &ErrorPage::list_full(), page.at, state));
        }
        let error = ErrorPage::not_on_list().status(if was_removed { 410 } else { 404 });
        Some(Self::list_error(visit, &error, page.at, state))
    }

    /// Whether a thing was on a list, and was removed.
    pub(super) fn was_removed(&self, page: StepPage, loaded: &Loaded) -> bool {
        let slug = self.journey.steps.get(page.at).map_or("", |step| step.slug);
        let items = loaded.stored.items.get(slug);
        page.item.is_some_and(|item| items.is_some_and(|items| items.was_removed(item)))
    }

    /// An error page with the way back to a list.
    fn list_error(visit: &mut Visit<'_, A, U>, page: &ErrorPage<'_>, at: usize, state: &State<A>) -> Document {
        let words = visit.locale.text("townhall-go-to-list").into_owned();
        let page = page.clone().button(words, visit.list_link(at, state));
        visit.error(&page).private()
    }

    pub(super) fn is_full(&self, at: usize, state: &State<A>) -> bool {
        match self.journey.steps.get(at).map(|step| &step.kind) {
            Some(Kind::List(_, limits)) => state.items(at).len() >= *limits.end(),
            _ => false,
        }
    }

    /// The page of a thing on a list.
    pub(super) fn item(
        &self,
        visit: &mut Visit<'_, A, U>,
        page: StepPage,
        loaded: Option<&Loaded>,
        state: &mut State<A>,
    ) -> Reply {
        if !state.walk.can_reach(page.at) {
            return Self::too_early(visit, state, page.at);
        }
        if let Some(document) = self.no_item(visit, page, loaded, state) {
            return Reply::Page(document);
        }
        let place = page.item.and_then(|item| state.items(page.at).iter().position(|known| *known == item));
        if visit.is_new && place.is_some() {
            // It is on the list by now, and has the address of those that are.
            return Reply::See(visit.step_link(page, visit.change.as_ref()));
        }
        let Some(asks) = self.journey.steps.get(page.at).and_then(|step| step.asks()) else {
            return Reply::See(self.address(""));
        };
        let place = place.unwrap_or_else(|| asks.count(&mut state.answers));
        let form = self.draft_or_answer(loaded, page, asks, &mut state.answers, place);
        Reply::Page(self.question(visit, page, &form, loaded, state))
    }

    /// The page with the things on a list.
    pub(super) fn list(
        &self,
        visit: &mut Visit<'_, A, U>,
        at: usize,
        loaded: Option<&Loaded>,
        state: &mut State<A>,
        is_missing: bool,
    ) -> Reply {
        let Some(step) = self.journey.steps.get(at) else { return Reply::See(self.address("")) };
        let Kind::List(asks, _) = &step.kind else { return Reply::See(self.address("")) };
        let ids = state.items(at).to_vec();
        let items: Vec<ListedItem> = ids
            .iter()
            .enumerate()
            .map(|(index, id)| {
                let form = asks.form(&mut state.answers, index);
                let rows = answer_rows(&form, visit.locale, "");
                ListedItem {
                    title: item_text(visit.locale, asks.name(), "card", index, &rows),
                    rows,
                    change: visit.item_link(at, *id, state),
                    remove: Some(visit.remove_link(at, *id)),
                }
            })
            .collect();
        let back = visit.back_link(StepPage::of(at), state);
        let (token_name, token) = visit.token();
        let caption = visit.caption(step.section);
        let layout = visit.layout(None, loaded);
        let locale = layout.locale();
        let number = i64::try_from(ids.len()).unwrap_or(i64::MAX);
        let heading = locale.text_with(&format!("{}.list", asks.name()), &[("count", number.into())]);
        let mut page = AddAnotherPage::new(heading, items, ANOTHER_FIELD).hidden(token_name, token);
        if let Some(back) = back {
            page = page.back_link(back);
        }
        if let Some(caption) = caption {
            page = page.caption(caption);
        }
        if !self.is_full(at, state) {
            page = page.question(locale.text(&format!("{}.another", asks.name())));
        }
        if let Some((yes, no)) = answers_of(locale, asks.name(), "another") {
            page = page.answers(yes, no);
        }
        page = page.missing(is_missing);
        Reply::Page(page.page(&layout))
    }

    /// The answer to whether there is another thing for a list.
    pub(super) fn after_list(
        &self,
        visit: &mut Visit<'_, A, U>,
        at: usize,
        data: &FormData,
        loaded: &Loaded,
        state: &mut State<A>,
    ) -> Reply {
        let Some(Kind::List(_, limits)) = self.journey.steps.get(at).map(|step| &step.kind) else {
            return Reply::See(self.address(""));
        };
        let is_full = self.is_full(at, state);
        match data.get(ANOTHER_FIELD) {
            Some("yes") if !is_full => Reply::See(visit.another_link(at, state)),
            // A page that was open when the list had room.
            Some("yes") => Reply::Page(Self::list_error(visit, &ErrorPage::list_full(), at, state)),
            None | Some("") if !is_full => self.list(visit, at, Some(loaded), state, true),
            _ if state.items(at).len() < *limits.start() => Reply::See(visit.another_link(at, state)),
            _ => Reply::See(visit.next(StepPage::of(at), state)),
        }
    }

    /// The page that asks whether a thing is to be removed: with what was answered about it.
    pub(super) fn remove(
        &self,
        visit: &mut Visit<'_, A, U>,
        page: StepPage,
        loaded: Option<&Loaded>,
        state: &mut State<A>,
        is_missing: bool,
    ) -> Reply {
        if !state.walk.can_reach(page.at) {
            return Self::too_early(visit, state, page.at);
        }
        let place = page.item.and_then(|item| state.items(page.at).iter().position(|known| *known == item));
        let asks = self.journey.steps.get(page.at).and_then(|step| step.asks());
        let (Some(asks), Some(place)) = (asks, place) else {
            visit.is_new = false;
            let gone = self.no_item(visit, page, loaded, state);
            return gone.map_or_else(|| Reply::See(visit.list_link(page.at, state)), Reply::Page);
        };
        let back = visit.list_link(page.at, state);
        let (token_name, token) = visit.token();
        let layout = visit.layout(None, loaded);
        let locale = layout.locale();
        let rows = answer_rows(&asks.form(&mut state.answers, place), locale, "");
        let question = item_text(locale, asks.name(), "remove", place, &rows);
        let mut page = RemovePage::new(question, ANOTHER_FIELD, back).item(rows).hidden(token_name, token);
        if let Some((yes, no)) = answers_of(locale, asks.name(), "remove") {
            page = page.answers(yes, no);
        }
        page = page.missing(is_missing);
        Reply::Page(page.page(&layout))
    }

    /// Removes a thing from a list, or not.
    pub(super) async fn remove_answer(&self, visit: &mut Visit<'_, A, U>, page: StepPage, data: &FormData) -> Reply {
        let Some(step) = self.journey.steps.get(page.at) else { return Reply::See(self.address("")) };
        let (Some(asks), Some(item)) = (step.asks(), page.item) else { return Reply::See(self.address("")) };
        for _ in 0..MOST_CONFLICTS {
            let mut loaded = match visit.load().await {
                Ok(Some(loaded)) => loaded,
                Ok(None) => return self.ended(visit),
                Err(trouble) => return Reply::Page(visit.trouble(&trouble)),
            };
            if let Some(reply) = self.not_now(visit, Some(&loaded)) {
                return reply;
            }
            if self.was_sent(visit, &loaded).await {
                continue;
            }
            let mut state = self.state(Some(&loaded));
            match data.get(ANOTHER_FIELD) {
                Some("yes") if state.walk.can_reach(page.at) && state.items(page.at).contains(&item) => {}
                Some("no") => return Reply::See(visit.list_link(page.at, &state)),
                // Too early, not there any more, or not answered.
                answer => {
                    let is_missing = answer != Some("yes");
                    return self.remove(visit, page, Some(&loaded), &mut state, is_missing);
                }
            }
            let (mut all, _) = answers::<A>(&loaded.stored.answers);
            let mut items = self.items(&loaded, &mut all);
            if let Some(place) = items.get_mut(page.at).and_then(|items| items.remove(item)) {
                asks.remove(&mut all, place);
            }
            self.keep_items(&mut loaded, items);
            loaded.stored.was_complete |= state.walk.first_open().is_none();
            loaded.stored.drafts.remove(&page.path(&self.journey));
            if let Err(error) = keep(&all, &mut loaded.stored.answers) {
                return Reply::Page(visit.trouble(&Trouble::Format(error)));
            }
            match visit.save(&mut loaded).await {
                Ok(()) => {
                    let new = self.state(Some(&loaded));
                    // Without it a step before the list can be open.
                    let has_list = new.walk.can_reach(page.at);
                    return Reply::See(if has_list { visit.list_link(page.at, &new) } else { visit.next(page, &new) });
                }
                Err(Trouble::Store(StoreError::Conflict)) => {}
                Err(trouble) => return Reply::Page(visit.trouble(&trouble)),
            }
        }
        Reply::Page(visit.trouble(&Trouble::Store(StoreError::Conflict)))
    }
}

/// The words for yes and no that the content has for a question about a list: `vehicle.another-yes`.
fn answers_of(locale: &Locale, name: &str, question: &str) -> Option<(String, String)> {
    let word = |answer: &str| locale.find(&format!("{name}.{question}-{answer}"), &[]).map(Cow::into_owned);
    Some((word("yes")?, word("no")?))
}

/// A message about a thing on a list: `$number` is its place there, from 1, and `$item` the first answer about it.
pub(super) fn item_text(locale: &Locale, question: &str, attribute: &str, place: usize, rows: &[AnswerRow]) -> String {
    let number = i64::try_from(place).map_or(i64::MAX, |place| place.saturating_add(1));
    let first = rows.iter().find_map(|row| match &row.value {
        AnswerValue::Lines(lines) => Some(lines.join(", ")),
        _ => None,
    });
    let first = first.unwrap_or_default();
    let arguments = [("number", number.into()), ("item", first.as_str().into())];
    locale.text_with(&format!("{question}.{attribute}"), &arguments).into_owned()
}
