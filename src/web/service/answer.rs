//! What becomes of an answer: it is saved, or its page is shown again.

use super::pages::{ANOTHER_FIELD, MOST_CONFLICTS, State};
use super::route::Route;
use super::session::{Loaded, Trouble, answers, draft, keep};
use super::visit::{Notice, RETRY_AFTER, SAVE_FIELD, Visit};
use super::{Reply, Service};
use crate::form::{AnyForm, Entry, FieldKind, FormData, Uploads};
use crate::journey::{Answers, Kind, Place, StoreError, Walk};
use crate::page::Document;

impl<A, U> Service<A, U>
where
    A: Answers,
    U: Uploads,
{
    /// The page again with what was typed: in another language, or after a choice about cookies.
    pub(super) async fn again(&self, visit: &mut Visit<'_, A, U>, at: usize, number: usize, data: FormData) -> Reply {
        let step = self.journey.steps.get(at);
        let Some(asks) = step.and_then(|step| step.asks()) else { return Reply::See(self.address("")) };
        if matches!(step.map(|step| &step.kind), Some(Kind::List(..))) && number == 0 {
            return Reply::See(Self::list_address(visit, at));
        }
        // If nothing can be loaded now, the page is shown as if nothing had been answered before it.
        let loaded = visit.load().await.ok().flatten();
        let mut state = self.state(loaded.as_ref());
        let form = asks.again(data);
        Reply::Page(self.question(visit, at, number, &form, loaded.as_ref(), &mut state))
    }

    /// What is kept of a page on which something was typed: its fields, and none that is a secret.
    pub(super) fn fields_to_keep(&self, visit: &Visit<'_, A, U>, data: &FormData) -> Vec<(String, Entry)> {
        let (Route::Step(at) | Route::Item(at, _)) = visit.route else { return Vec::new() };
        let Some(asks) = self.journey.steps.get(at).and_then(|step| step.asks()) else { return Vec::new() };
        let is_secret = |name: &str| {
            let field = asks.blank().shape.field(name);
            field.is_some_and(|field| field.kind == FieldKind::Text("townhall::Password"))
        };
        draft(data, is_secret)
    }

    /// A question page that says that its answer was not saved.
    pub(super) fn with_trouble(
        &self,
        visit: &mut Visit<'_, A, U>,
        at: usize,
        number: usize,
        form: &AnyForm,
        state: &mut State<A>,
    ) -> Document {
        visit.notice = Some(Notice::NotSaved);
        let page = self.question(visit, at, number, form, None, state);
        visit.notice = None;
        page
    }

    /// What was sent could not be saved: it is shown again.
    pub(super) fn not_saved(&self, visit: &mut Visit<'_, A, U>, data: &FormData, trouble: &Trouble) -> Reply {
        let (at, number) = match visit.route {
            Route::Step(at) => (at, 0),
            Route::Item(at, number) => (at, number),
            _ => return Reply::Page(visit.trouble(trouble)),
        };
        let Some(asks) = self.journey.steps.get(at).and_then(|step| step.asks()) else {
            return Reply::Page(visit.trouble(trouble));
        };
        tracing::error!(target: "townhall", service = self.journey.name, error = %trouble, "an answer was not saved");
        let form = asks.again(data.clone());
        let mut state = self.state(None);
        let page = self.with_trouble(visit, at, number, &form, &mut state);
        Reply::Page(page.status(503).header("retry-after", RETRY_AFTER.to_string()))
    }

    /// An answer: it is saved, and the next page is shown.
    pub(super) async fn answer(&self, visit: &mut Visit<'_, A, U>, at: usize, number: usize, data: FormData) -> Reply {
        let Some(step) = self.journey.steps.get(at) else { return Reply::See(self.address("")) };
        let Some(asks) = step.asks() else { return Reply::See(visit.step(at)) };
        let is_list_page = matches!(step.kind, Kind::List(..)) && number == 0;
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
            if !state.walk.can_reach(at) {
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
                return self.too_early(visit, &state.walk, at);
            }
            if is_list_page {
                return self.after_list(visit, at, &data, &loaded, &mut state);
            }
            let count = asks.count(&mut state.answers);
            if let Kind::List(_, limits) = &step.kind
                && (number > count + 1 || number > *limits.end())
            {
                return Reply::See(Self::list_address(visit, at));
            }
            // What does not count now stays where it is: the answer that it depends on may be changed back.
            let (mut all, _) = answers::<A>(&loaded.stored.answers);
            if let Err(form) = asks.submit(&mut all, number.saturating_sub(1), data.clone()) {
                if !wants_to_leave {
                    return Reply::Page(self.question(visit, at, number, &form, Some(&loaded), &mut state));
                }
                loaded.stored.drafts.insert(visit.slug.to_owned(), self.fields_to_keep(visit, &data));
            } else {
                loaded.stored.drafts.remove(visit.slug);
                if let Err(error) = keep(&all, &mut loaded.stored.answers) {
                    return self.not_saved(visit, &data, &Trouble::Format(error));
                }
            }
            match visit.is_second_first_save(&data).await {
                Ok(true) => return self.shown_again(visit, data, Notice::SendAgain).await,
                Ok(false) => {}
                Err(trouble) => return self.not_saved(visit, &data, &trouble),
            }
            match visit.save(&mut loaded).await {
                Ok(()) if wants_to_leave => return self.save_for_later(visit, loaded).await,
                Ok(()) => {
                    let walk = self.state(Some(&loaded)).walk;
                    let was_there = number > 0 && number <= count;
                    return Reply::See(match number {
                        // A thing that is changed from the check leads back there; a new one to the list.
                        1.. if !(was_there && visit.is_change()) => Self::list_address(visit, at),
                        _ => Self::next(visit, &walk, at),
                    });
                }
                // Somebody has saved something else: once more, with that.
                Err(Trouble::Store(StoreError::Conflict)) => {}
                Err(trouble) => return self.not_saved(visit, &data, &trouble),
            }
        }
        self.not_saved(visit, &data, &Trouble::Store(StoreError::Conflict))
    }

    /// Whether somebody has sent these answers, and it is not known what became of that. It is known afterwards: before, nothing may be changed that has
    /// perhaps been sent.
    async fn was_sent(&self, visit: &mut Visit<'_, A, U>, loaded: &Loaded) -> bool {
        let is_open = loaded.stored.sending.is_some();
        if is_open {
            Box::pin(self.send(visit)).await;
        }
        is_open
    }

    /// The page after a step. What a change has opened leads back to the check as well.
    pub(super) fn next(visit: &Visit<'_, A, U>, walk: &Walk, at: usize) -> String {
        let place = walk.after(at, visit.is_change());
        let address = visit.place(place);
        let stays = visit.is_change() && matches!(place, Place::Step(_));
        if stays { format!("{address}?change") } else { address }
    }

    pub(super) fn ended(&self, visit: &mut Visit<'_, A, U>) -> Reply {
        self.not_now(visit, None).unwrap_or_else(|| Reply::See(self.address("")))
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
        let Some(Kind::List(asks, limits)) = self.journey.steps.get(at).map(|step| &step.kind) else {
            return Reply::See(self.address(""));
        };
        let count = asks.count(&mut state.answers);
        let is_full = count >= *limits.end();
        match data.get(ANOTHER_FIELD) {
            Some("yes") if !is_full => Reply::See(Self::item_address(visit, at, count + 1)),
            None | Some("") if !is_full => self.list(visit, at, Some(loaded), state, true),
            _ if count < *limits.start() => Reply::See(Self::item_address(visit, at, count + 1)),
            _ => Reply::See(Self::next(visit, &state.walk, at)),
        }
    }

    /// Removes a thing from a list, or not.
    pub(super) async fn remove_answer(
        &self,
        visit: &mut Visit<'_, A, U>,
        at: usize,
        number: usize,
        data: &FormData,
    ) -> Reply {
        let Some(asks) = self.journey.steps.get(at).and_then(|step| step.asks()) else {
            return Reply::See(self.address(""));
        };
        let list = Self::list_address(visit, at);
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
            match data.get(ANOTHER_FIELD) {
                Some("yes") => {}
                Some("no") => return Reply::See(list),
                _ => {
                    let mut state = self.state(Some(&loaded));
                    return self.remove(visit, at, number, Some(&loaded), &mut state, true);
                }
            }
            let (mut all, _) = answers::<A>(&loaded.stored.answers);
            asks.remove(&mut all, number.saturating_sub(1));
            if let Err(error) = keep(&all, &mut loaded.stored.answers) {
                return Reply::Page(visit.trouble(&Trouble::Format(error)));
            }
            match visit.save(&mut loaded).await {
                Ok(()) => return Reply::See(list),
                Err(Trouble::Store(StoreError::Conflict)) => {}
                Err(trouble) => return Reply::Page(visit.trouble(&trouble)),
            }
        }
        Reply::Page(visit.trouble(&Trouble::Store(StoreError::Conflict)))
    }
}
