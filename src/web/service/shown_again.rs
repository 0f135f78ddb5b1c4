//! A form that cannot be taken as it is, though it comes from this site: it is shown again with what was typed, and says why.

use http::request::Parts;

use super::leave::Return;
use super::links::StepPage;
use super::route::Route;
use super::session::{Loaded, Trouble};
use super::visit::{BACK_FIELD, Notice, Visit};
use super::{Reply, Service};
use crate::form::{Form, FormData, Uploads};
use crate::journey::Answers;
use crate::page::Document;
use crate::patterns::{ErrorPage, Satisfaction};
use crate::web::security::{Origin, Sender, sender};

/// A form that was shown again says so: a browser that keeps no cookies sends it back without one.
const AGAIN_FIELD: &str = "townhall-again";

impl<A, U> Service<A, U> {
    /// Where a form came from.
    pub(super) fn sender(&self, parts: &Parts) -> Sender {
        // Behind a proxy nobody else knows: what is meant for residents is sent over TLS.
        let scheme = self.has_secure_cookies.then_some("https");
        sender(Origin { scheme, ..Origin::of(&parts.uri, &parts.headers) })
    }
}

impl<A, U> Service<A, U>
where
    A: Answers,
    U: Uploads,
{
    /// What becomes of a form that is not one of this session: the page was open for too long, or was restored, or another tab has started the service, or
    /// somebody has signed in or out. From this site it is shown again, with a token of this session.
    pub(super) async fn not_of_this_session(
        &self,
        visit: &mut Visit<'_, A, U>,
        sender: Sender,
        data: FormData,
    ) -> Reply {
        if visit.waits_for_key() {
            return match visit.route {
                // What is kept cannot be read, and stays as it is.
                Route::StartAgain => self.start_again(visit).await,
                _ => self.not_saved(visit, &data, &Trouble::Keys(crate::journey::KeysError::UnknownKey)),
            };
        }
        // Without a word about where it comes from only the token could have said that.
        if sender != Sender::ThisSite {
            tracing::warn!(target: "townhall", service = self.journey.name, "a form without its token was refused");
            return Reply::Page(visit.error(&ErrorPage::refused()));
        }
        tracing::info!(target: "townhall", service = self.journey.name, "a form without its token was shown again");
        let has_no_cookie = visit.session.is_none() && data.get(AGAIN_FIELD).is_some();
        self.shown_again(visit, data, if has_no_cookie { Notice::CookiesNeeded } else { Notice::SendAgain }).await
    }

    /// A page again with what was typed, and why it was not taken.
    pub(super) async fn shown_again(&self, visit: &mut Visit<'_, A, U>, data: FormData, notice: Notice) -> Reply {
        visit.notice = Some(notice);
        visit.is_shown_again = true;
        let reply = match visit.route {
            Route::Step(at) => self.again(visit, StepPage::of(at), data).await,
            Route::Item(at, item) => self.again(visit, StepPage::item(at, item), data).await,
            Route::Return => {
                Reply::Page(self.plain_question(visit, &Form::<Return>::again(data).into_any(), "townhall-continue"))
            }
            Route::Feedback => {
                let form = Form::<Satisfaction>::again(data).into_any();
                Reply::Page(self.plain_question(visit, &form, "townhall-feedback-send"))
            }
            Route::Cookies if data.get(BACK_FIELD).is_some() => Reply::See(visit.back(&data)),
            Route::Keep => Reply::See(visit.back(&data)),
            _ => self.get(visit).await,
        };
        visit.notice = None;
        reply
    }

    /// What was sent in this session cannot be taken now, because nobody was there for too long. What was typed is kept.
    pub(super) async fn sent_too_late(&self, visit: &mut Visit<'_, A, U>, data: &FormData) -> Reply {
        self.keep_late(visit, data).await;
        Reply::Page(visit.timed_out())
    }

    /// What was sent by somebody who has to sign in first. It waits for them.
    pub(super) async fn sent_signed_out(&self, visit: &mut Visit<'_, A, U>, data: &FormData) -> Reply {
        let Some(sign_in) = visit.must_sign_in() else { return Reply::See(self.address("")) };
        let fields = match visit.route {
            Route::Step(_) | Route::Item(..) if visit.has_token(data) => self.fields_to_keep(visit, data),
            _ => Vec::new(),
        };
        if fields.is_empty() {
            return Reply::See(sign_in);
        }
        match visit.keep_typed(&fields).await {
            Ok(()) => Reply::See(visit.sign_in_and_back_to(&visit.own_address_with("again")).unwrap_or(sign_in)),
            Err(trouble) => self.not_saved(visit, data, &trouble),
        }
    }

    /// Keeps what was typed with the answers, if there is anything.
    pub(super) fn keep_draft(&self, visit: &Visit<'_, A, U>, loaded: &mut Loaded, data: &FormData) -> bool {
        let fields = self.fields_to_keep(visit, data);
        let has_any = fields.iter().any(|(_, entry)| entry.text().is_none_or(|value| !value.trim().is_empty()));
        let Some(page) = visit.step_page().filter(|_| has_any) else { return false };
        let state = self.state(Some(loaded));
        // There is no draft of a thing that is gone, or for which there is no room.
        let is_there = page.item.is_none_or(|item| state.items(page.at).contains(&item));
        if !is_there && (!visit.is_new || self.is_full(page.at, &state) || self.was_removed(page, loaded)) {
            return false;
        }
        let before = loaded.clone();
        self.put_draft(loaded, page, fields, &state);
        let has_room = self.has_room(loaded, &before).unwrap_or(false);
        if !has_room {
            *loaded = before;
        }
        has_room
    }

    /// The page on which something was typed before somebody had to sign in again.
    pub(super) async fn typed_before(&self, visit: &mut Visit<'_, A, U>) -> Option<Document> {
        let page = visit.step_page()?;
        let data = visit.typed().await?;
        visit.notice = Some(Notice::SignedInAgain);
        let reply = self.again(visit, page, data).await;
        visit.notice = None;
        match reply {
            Reply::Page(page) => Some(page),
            Reply::See(_) | Reply::Moved(_) => None,
        }
    }

    /// The hidden field of a form that is shown again.
    pub(super) fn again_field(visit: &Visit<'_, A, U>) -> Option<(&'static str, &'static str)> {
        visit.is_shown_again.then_some((AGAIN_FIELD, "yes"))
    }
}
