//! What becomes of an answer: it is saved, or its page is shown again.

use super::drafts::draft;
use super::links::StepPage;
use super::pages::{MOST_CONFLICTS, State};
use super::session::{Loaded, Trouble, answers, keep};
use super::visit::{Notice, RETRY_AFTER, SAVE_FIELD, Visit};
use super::{Reply, Service};
use crate::form::{Entry, FormData, Uploads};
use crate::journey::{Answers, ItemId, Kind, StoreError};
use crate::page::Document;
use crate::patterns::ErrorPage;

impl<A, U> Service<A, U>
where
    A: Answers,
    U: Uploads,
{
    /// The page again with what was typed: in another language, or after a choice about cookies.
    pub(super) async fn again(&self, visit: &mut Visit<'_, A, U>, page: StepPage, data: FormData) -> Reply {
        // If nothing can be loaded now, the page is shown as if nothing had been answered before it.
        let loaded = visit.load().await.ok().flatten();
        let state = self.state(loaded.as_ref());
        let step = self.journey.steps.get(page.at);
        let Some(asks) = step.and_then(|step| step.asks()) else { return Reply::See(self.address("")) };
        if page.item.is_none() && matches!(step.map(|step| &step.kind), Some(Kind::List(..))) {
            return Reply::See(visit.own_address());
        }
        let form = asks.again(data);
        Reply::Page(self.question(visit, page, &form, loaded.as_ref(), &state))
    }

    /// What is kept of a page on which something was typed: its fields, and none that is a secret.
    pub(super) fn fields_to_keep(&self, visit: &Visit<'_, A, U>, data: &FormData) -> Vec<(String, Entry)> {
        let asks = visit.step_page().and_then(|page| self.journey.steps.get(page.at)?.asks());
        asks.map(|asks| draft(data, asks.blank().shape)).unwrap_or_default()
    }

    /// A question page with what was typed, which says why its answer was not saved.
    fn refused(
        &self,
        visit: &mut Visit<'_, A, U>,
        page: StepPage,
        data: &FormData,
        why: Notice,
        loaded: Option<&Loaded>,
        state: &State<A>,
    ) -> Document {
        let asks = self.journey.steps.get(page.at).and_then(|step| step.asks());
        let Some(asks) = asks else { return visit.error(&ErrorPage::not_found()) };
        let form = asks.again(data.clone());
        visit.notice = Some(why);
        let document = self.question(visit, page, &form, loaded, state);
        visit.notice = None;
        document
    }

    /// What was sent could not be saved: it is shown again.
    pub(super) fn not_saved(&self, visit: &mut Visit<'_, A, U>, data: &FormData, trouble: &Trouble) -> Reply {
        let Some(page) = visit.step_page() else { return Reply::Page(visit.trouble(trouble)) };
        if self.journey.steps.get(page.at).is_none_or(|step| step.asks().is_none()) {
            return Reply::Page(visit.trouble(trouble));
        }
        tracing::error!(target: "townhall", service = self.journey.name, error = %trouble, "an answer was not saved");
        let state = self.state(None);
        let document = self.refused(visit, page, data, Notice::NotSaved, None, &state);
        Reply::Page(document.status(503).header("retry-after", RETRY_AFTER.to_string()))
    }

    /// An answer: it is saved, and the next page is shown.
    pub(super) async fn answer(&self, visit: &mut Visit<'_, A, U>, page: StepPage, data: FormData) -> Reply {
        let Some(step) = self.journey.steps.get(page.at) else { return Reply::See(self.address("")) };
        let Some(asks) = step.asks() else { return Reply::See(visit.own_address()) };
        let is_list_page = matches!(step.kind, Kind::List(..)) && page.item.is_none();
        let wants_to_leave = visit.can_save() && data.get(SAVE_FIELD).is_some();
        for _ in 0..MOST_CONFLICTS {
            let mut loaded = match visit.load().await {
                Ok(Some(loaded)) => loaded,
                Ok(None) if visit.has_ended(None) => return self.ended(visit),
                Ok(None) => match Loaded::new() {
                    Ok(loaded) => loaded,
                    Err(error) => return self.not_saved(visit, &data, &Trouble::Keys(error)),
                },
                Err(trouble) => return self.not_saved(visit, &data, &trouble),
            };
            if let Some(reply) = self.not_now(visit, Some(&loaded)) {
                return reply;
            }
            if self.was_sent(visit, &loaded).await {
                continue;
            }
            let mut state = self.state(Some(&loaded));
            if !state.walk.can_reach(page.at) {
                // It is on its page when that is reached: from a tab that was restored, say, after a session has ended.
                if self.keep_draft(visit, &mut loaded, &data) {
                    match visit.is_second_first_save(&data).await {
                        Ok(true) => return self.shown_again(visit, data, Notice::SendAgain).await,
                        Ok(false) => {}
                        Err(trouble) => return self.not_saved(visit, &data, &trouble),
                    }
                    match visit.save(&mut loaded).await {
                        Ok(()) => {}
                        Err(Trouble::Store(StoreError::Conflict)) => continue,
                        Err(trouble) => return self.not_saved(visit, &data, &trouble),
                    }
                }
                return Self::too_early(visit, &state, page.at);
            }
            if is_list_page {
                return self.after_list(visit, page.at, &data, &loaded, &mut state);
            }
            if let Some(document) = self.no_item(visit, page, Some(&loaded), &state) {
                let is_full = visit.is_new && document.status == 409;
                return Reply::Page(if is_full {
                    self.refused(visit, page, &data, Notice::ListFull, Some(&loaded), &state).status(409)
                } else {
                    document
                });
            }
            let before = loaded.clone();
            let was_there = page.item.is_some_and(|item| state.items(page.at).contains(&item));
            // What does not count now stays where it is: the answer that it depends on may be changed back.
            let (mut all, _) = answers::<A>(&loaded.stored.answers);
            let mut items = self.items(&loaded, &mut all);
            let place = match (page.item, items.get_mut(page.at)) {
                (Some(item), Some(items)) => items.position(item).unwrap_or_else(|| items.ids().len()),
                _ => 0,
            };
            if let Err(form) = asks.submit(&mut all, place, data.clone()) {
                if !wants_to_leave {
                    return Reply::Page(self.question(visit, page, &form, Some(&loaded), &state));
                }
                self.put_draft(&mut loaded, page, draft(&data, form.shape), &state);
            } else {
                if let (Some(item), false, Some(items)) = (page.item, was_there, items.get_mut(page.at)) {
                    items.add(item);
                }
                self.keep_items(&mut loaded, items);
                loaded.stored.drafts.remove(&page.path(&self.journey));
                if let Err(error) = keep(&all, &mut loaded.stored.answers) {
                    return self.not_saved(visit, &data, &Trouble::Format(error));
                }
            }
            let new = self.state(Some(&loaded));
            loaded.stored.was_complete |= [&state, &new].into_iter().any(|state| state.walk.first_open().is_none());
            if let Some(reply) = self.no_room(visit, page, &data, &loaded, &before, &state) {
                return reply;
            }
            match visit.is_second_first_save(&data).await {
                Ok(true) => return self.shown_again(visit, data, Notice::SendAgain).await,
                Ok(false) => {}
                Err(trouble) => return self.not_saved(visit, &data, &trouble),
            }
            match visit.save(&mut loaded).await {
                Ok(()) if wants_to_leave => return self.save_for_later(visit, loaded).await,
                Ok(()) => {
                    let is_for_list = page.item.is_some() && (!was_there || visit.is_from_list(page.at));
                    // The answer can have opened a step before the list.
                    return Reply::See(if is_for_list && new.walk.can_reach(page.at) {
                        // A thing that is changed from the check leads back there; a new one to the list.
                        visit.list_link(page.at, &new)
                    } else {
                        visit.next(page, &new)
                    });
                }
                // Somebody has saved something else: once more, with that.
                Err(Trouble::Store(StoreError::Conflict)) => {}
                Err(trouble) => return self.not_saved(visit, &data, &trouble),
            }
        }
        self.not_saved(visit, &data, &Trouble::Store(StoreError::Conflict))
    }

    /// The page for an answer for which the record has no room.
    fn no_room(
        &self,
        visit: &mut Visit<'_, A, U>,
        page: StepPage,
        data: &FormData,
        now: &Loaded,
        before: &Loaded,
        state: &State<A>,
    ) -> Option<Reply> {
        match self.has_room(now, before) {
            Ok(true) => None,
            Ok(false) => {
                tracing::warn!(target: "townhall", service = self.journey.name, "a record has reached its largest size");
                let document = self.refused(visit, page, data, Notice::RecordFull, Some(before), state);
                Some(Reply::Page(document.status(413)))
            }
            Err(error) => Some(self.not_saved(visit, data, &Trouble::Format(error))),
        }
    }

    /// Whether a record may be as large as it is now. One that has become smaller may be saved, whatever its size.
    pub(super) fn has_room(&self, now: &Loaded, before: &Loaded) -> Result<bool, serde_json::Error> {
        let size = now.stored.size()?;
        Ok(size <= self.record_limit || size <= before.stored.size()?)
    }

    /// Keeps what was typed and is not right yet. Of things that are not on their list yet, as many are kept as the list has room for.
    pub(super) fn put_draft(&self, loaded: &mut Loaded, page: StepPage, draft: Vec<(String, Entry)>, state: &State<A>) {
        let (drafts, path) = (&mut loaded.stored.drafts, page.path(&self.journey));
        if let Some(Kind::List(_, limits)) = self.journey.steps.get(page.at).map(|step| &step.kind) {
            let items = state.items(page.at);
            let is_on_list = |item: Option<ItemId>| item.is_some_and(|item| items.contains(&item));
            let room = limits.end().saturating_sub(items.len());
            let others: Vec<String> = drafts
                .keys()
                .filter(|known| **known != path)
                .filter(|known| {
                    let page = StepPage::parse(known, &self.journey).filter(|known| known.at == page.at);
                    page.is_some_and(|known| !is_on_list(known.item))
                })
                .cloned()
                .collect();
            if !is_on_list(page.item) {
                others.iter().skip(room.saturating_sub(1)).for_each(|surplus| drop(drafts.remove(surplus)));
            }
        }
        drafts.insert(path, draft);
    }

    /// Whether somebody has sent these answers, and it is not known what became of that. It is known afterwards: before, nothing may be changed that has
    /// perhaps been sent.
    pub(super) async fn was_sent(&self, visit: &mut Visit<'_, A, U>, loaded: &Loaded) -> bool {
        let is_open = loaded.stored.sending.is_some();
        if is_open {
            Box::pin(self.send(visit, None)).await;
        }
        is_open
    }

    pub(super) fn ended(&self, visit: &mut Visit<'_, A, U>) -> Reply {
        self.not_now(visit, None).unwrap_or_else(|| Reply::See(self.address("")))
    }
}
