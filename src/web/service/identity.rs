//! Whose answers are whose: the session of a browser, the person who has signed in, and what moves from one to the other.

use http::request::Parts;
use sha2::{Digest, Sha256};

use super::files::Early;
use super::route::Route;
use super::secret::{PersonTag, RecordKind, Session, SessionSecret};
use super::session::{Loaded, Trouble, load, rename, save};
use super::sign_in::{RequireSignIn, with_return};
use super::visit::{BACK_FIELD, DAY, SessionCookie, TOKEN_FIELD, Visit};
use super::{Service, SignedIn};
use crate::cookies::{Cookies, SetCookie};
use crate::form::{Entry, FormData, Uploads};
use crate::journey::{Answers, KeysError, Record, RecordId, StoreError, hex, now};

/// For how long an answer that is saved first keeps others from being saved first, in seconds: longer than a browser waits for the response which
/// has the new session.
const FIRST_SAVE_LASTS: u64 = 15;
/// For how long what was typed waits for somebody who has to sign in again, in seconds.
const TYPED_LASTS: u64 = 3_600;
/// How many cookies with the name of ours are tried.
const MOST_COOKIES: usize = 8;
/// After so many seconds a browser's cookie is told that somebody is still there.
const SEEN_EVERY: u64 = 30;

impl<A, U> Service<A, U> {
    /// The session of a browser, among all cookies with its name; and whether there is one whose key is gone.
    pub(super) fn session_of(&self, cookies: &Cookies<'_>) -> (Option<Session>, bool) {
        let (mut session, mut key_is_gone) = (None::<Session>, false);
        let age = |session: &Session| (session.started.is_some(), session.seen);
        for value in cookies.all(&self.session_cookie).take(MOST_COOKIES) {
            match Session::open(value, &self.keys, &self.scope) {
                Ok(Some(found)) if session.as_ref().is_none_or(|known| age(&found) > age(known)) => {
                    session = Some(found);
                }
                Ok(_) => {}
                Err(_) => key_is_gone = true,
            }
        }
        let is_lost = key_is_gone && session.is_none();
        (session, is_lost)
    }

    /// Whether a session may not be used any more, though its answers are kept.
    pub(super) fn is_timed_out(&self, session: &Session, now: u64) -> bool {
        let Some(started) = session.started.filter(|_| session.person.is_nobody()) else { return false };
        let is_idle = self.idle_limit.is_some_and(|limit| now > session.seen.saturating_add(limit));
        let is_old = self.can_save && now > started.saturating_add(self.session_limit);
        is_idle || is_old
    }

    /// The session's cookie: it ends with the browser, because others may use the same machine. Who wants to come back later has a reference and
    /// a secret, or signs in.
    fn set_cookie(&self, value: String) -> SetCookie<'_> {
        let path = if self.path.is_empty() { "/" } else { &self.path };
        SetCookie::new(&*self.session_cookie, value).path(path).secure(self.has_secure_cookies)
    }
}

impl<A, U> Visit<'_, A, U>
where
    A: Answers,
    U: Uploads,
{
    /// Asks the application who it is. If it is somebody else than before, or nobody any more, the browser gets another session.
    pub(super) async fn identify(&mut self, parts: &Parts) -> Result<(), Trouble> {
        let Some(sign_in) = &self.service.sign_in else { return Ok(()) };
        let signed_in = sign_in.person(parts).await.map_err(|_| Trouble::SignIn)?;
        let tag = match &signed_in {
            SignedIn::Person(person) => PersonTag::of(person),
            SignedIn::Nobody { .. } => PersonTag::default(),
        };
        self.signed_in = Some(signed_in);
        let Some(session) = self.session.as_ref().filter(|session| session.person != tag) else { return Ok(()) };
        // What was typed by somebody whose time is over waits until they have signed in again.
        let waits = self.must_sign_in().is_some() && !session.person.is_nobody();
        // What was answered before signing in moves with the next answer.
        let moves = session.person.is_nobody() && session.started.is_some() && !self.is_timed_out;
        if !waits && !moves {
            tracing::info!(target: "townhall", service = self.service.journey.name, "a session has ended: somebody else is signed in, or nobody");
            self.set_session(Session::new(tag, self.now)?);
        }
        Ok(())
    }

    /// Who has signed in.
    fn person(&self) -> Option<&str> {
        match &self.signed_in {
            Some(SignedIn::Person(person)) => Some(person),
            _ => None,
        }
    }

    fn person_tag(&self) -> PersonTag {
        self.person().map(PersonTag::of).unwrap_or_default()
    }

    /// Whether people can come back with a reference: those who sign in need none.
    pub(super) fn can_save(&self) -> bool {
        self.service.can_save && self.person().is_none()
    }

    /// Whether there is something to leave: answers that a reference opens.
    pub(super) fn can_leave(&self) -> bool {
        !self.is_timed_out && self.can_save() && self.session.as_ref().is_some_and(|session| session.is_saved)
    }

    /// Whether a page shows nothing of anybody, and is there whoever asks for it and whatever is away.
    pub(super) fn is_open(&self) -> bool {
        matches!(
            self.route,
            Route::Start | Route::Asset | Route::Cookies | Route::Feedback | Route::Own(_) | Route::NotFound
        )
    }

    /// Where somebody has to go who has not signed in, and wants a page that needs it.
    pub(super) fn must_sign_in(&self) -> Option<String> {
        let Some(SignedIn::Nobody { sign_in }) = &self.signed_in else { return None };
        let is_needed = match self.service.require_sign_in {
            RequireSignIn::Always => !self.is_open(),
            RequireSignIn::From(slug) => {
                let first = self.service.journey.steps.iter().position(|step| step.slug == slug);
                match self.route {
                    Route::Step(at) | Route::Item(at, _) | Route::Remove(at, _) => {
                        first.is_some_and(|first| at >= first)
                    }
                    Route::CheckAnswers | Route::Confirmation | Route::ChooseAnswers => true,
                    _ => false,
                }
            }
            RequireSignIn::Never => matches!(self.route, Route::ChooseAnswers),
        };
        is_needed.then(|| with_return(sign_in, &self.own_address()))
    }

    /// Where somebody signs in and is led back from to an address.
    pub(super) fn sign_in_and_back_to(&self, address: &str) -> Option<String> {
        match &self.signed_in {
            Some(SignedIn::Nobody { sign_in }) => Some(with_return(sign_in, address)),
            _ => None,
        }
    }

    /// The session of this browser. A new one gets its cookie; nothing is kept until there is an answer.
    pub(super) fn session(&mut self) -> Option<&Session> {
        if self.session.is_none() && !self.waits_for_key() {
            match Session::new(self.person_tag(), self.now) {
                Ok(session) => self.set_session(session),
                Err(error) => tracing::error!(target: "townhall", %error, "no session can be made"),
            }
        }
        self.session.as_ref()
    }

    /// Makes this browser's session another one.
    pub(super) fn set_session(&mut self, session: Session) {
        let before = self.session.as_ref().map(|session| session.person).unwrap_or_default();
        if before != session.person {
            let has_signed_out = session.person.is_nobody();
            let event = if has_signed_out { "somebody has signed out" } else { "somebody has signed in" };
            tracing::info!(target: "townhall", "{event}");
        }
        self.session = Some(session);
        self.session_cookie = SessionCookie::Set;
        (self.token, self.is_timed_out, self.key_is_gone) = (None, false, false);
    }

    /// Takes this browser's session away.
    pub(super) fn end_session(&mut self) {
        self.session = None;
        self.session_cookie = SessionCookie::Removed;
        (self.token, self.is_timed_out) = (None, false);
    }

    /// A new session, under which nothing is kept.
    pub(super) fn start_session(&mut self) -> Result<(), KeysError> {
        self.set_session(Session::new(self.person_tag(), self.now)?);
        Ok(())
    }

    /// Whether the browser's session is there, and can be read again when the key is.
    pub(super) fn waits_for_key(&self) -> bool {
        self.key_is_gone && !self.service.keys_end_with_process
    }

    /// The header `Set-Cookie` of the session, if it has to be set: it has changed, or somebody is still there.
    pub(super) fn session_header(&mut self) -> Option<String> {
        let service = self.service;
        if self.session_cookie == SessionCookie::Removed {
            return Some(service.set_cookie(String::new()).max_age(0).into());
        }
        let has_limit = service.idle_limit.is_some() && !self.is_timed_out;
        let now = self.now;
        let session = self.session.as_mut()?;
        let is_due = has_limit && session.started.is_some() && now >= session.seen.saturating_add(SEEN_EVERY);
        if self.session_cookie == SessionCookie::Unchanged && !is_due {
            return None;
        }
        session.seen = session.seen.max(now);
        match session.seal(&service.keys, &service.scope) {
            Ok(value) => Some(service.set_cookie(value).into()),
            Err(error) => {
                tracing::error!(target: "townhall", %error, "no session can be made");
                None
            }
        }
    }

    /// The hidden field that every form has: the same for all forms of a response, and another in the next.
    pub(super) fn token(&mut self) -> (&'static str, String) {
        if self.token.is_none() {
            let scope = &self.service.scope;
            self.token = self.session().and_then(|session| session.token(scope).ok());
        }
        (TOKEN_FIELD, self.token.clone().unwrap_or_default())
    }

    /// Whether a form is one of this session.
    pub(super) fn has_token(&self, data: &FormData) -> bool {
        let session = self.session.as_ref().zip(data.get(TOKEN_FIELD));
        session.is_some_and(|(session, token)| session.has_token(&self.service.scope, token))
    }

    /// What a form of its own has, which leads back to this page.
    pub(super) fn hidden_fields(&mut self) -> [(String, String); 2] {
        let (name, token) = self.token();
        [(name.to_owned(), token), (BACK_FIELD.to_owned(), self.own_address())]
    }

    /// The record of this browser's session, if answers were kept under it.
    fn session_record(&self) -> Option<RecordId> {
        let session =
            self.session.as_ref().filter(|session| session.started.is_some() && session.person.is_nobody())?;
        Some(self.service.scope.record(RecordKind::Session, session.secret.reveal()))
    }

    fn person_record(&self) -> Option<RecordId> {
        Some(self.service.scope.record(RecordKind::Person, self.person()?))
    }

    /// Answers that this browser has, whoever has signed in and however long ago somebody was there.
    pub(super) async fn load_of_session(&self) -> Result<Option<Loaded>, Trouble> {
        match self.session_record() {
            Some(id) => load(&*self.service.store, &self.service.keys, &id).await,
            None => Ok(None),
        }
    }

    /// Answers of the person who has signed in.
    pub(super) async fn load_of_person(&self) -> Result<Option<Loaded>, Trouble> {
        match self.person_record() {
            Some(id) => load(&*self.service.store, &self.service.keys, &id).await,
            None => Ok(None),
        }
    }

    /// What is kept for this person, or this browser.
    pub(super) async fn load(&self) -> Result<Option<Loaded>, Trouble> {
        if let Some(Early(loaded)) = self.take_early() {
            return Ok(loaded);
        }
        if self.waits_for_key() {
            return Err(KeysError::UnknownKey.into());
        }
        if self.is_timed_out {
            // What was sent is not kept here any more: the way to the confirmation may stay.
            let loaded = self.load_of_session().await?;
            return Ok(loaded.filter(|loaded| loaded.stored.receipt.is_some()));
        }
        let of_session = self.session_record();
        let Some(id) = self.person_record() else {
            return match of_session {
                Some(id) => load(&*self.service.store, &self.service.keys, &id).await,
                None => Ok(None),
            };
        };
        let of_person = load(&*self.service.store, &self.service.keys, &id).await?;
        if of_session.is_none() {
            return Ok(of_person);
        }
        // Somebody has signed in after answering questions.
        let of_session = self.load_of_session().await?.filter(|loaded| loaded.stored.receipt.is_none());
        match (of_session, of_person) {
            (Some(_), Some(of_person)) if of_person.stored.receipt.is_none() => Err(Trouble::TwoSets),
            (Some(loaded), _) => Ok(Some(loaded)),
            (None, of_person) => Ok(of_person),
        }
    }

    /// Keeps something for this browser or person, for as many days as the service keeps answers.
    ///
    /// The first answer is kept under a secret that is made now, so that nobody knows it who has given this browser its cookie. What was answered
    /// before signing in moves to the person.
    pub(super) async fn save_record(&mut self, loaded: &mut Loaded) -> Result<(), Trouble> {
        let service = self.service;
        let (store, keys) = (&*service.store, &service.keys);
        loaded.expires = now() + u64::from(service.keep_days) * DAY;
        if let Some(id) = self.person_record() {
            if loaded.id.as_ref().is_none_or(|known| *known == id) {
                return save(store, keys, &id, loaded).await;
            }
            return self.move_to_person(loaded, &id).await;
        }
        if self.must_sign_in().is_some() {
            return Err(Trouble::SignIn);
        }
        if let Some(id) = self.session_record() {
            return save(store, keys, &id, loaded).await;
        }
        let now = now();
        let session = Session { started: Some(now), ..Session::new(PersonTag::default(), now)? };
        let id = service.scope.record(RecordKind::Session, session.secret.reveal());
        save(store, keys, &id, loaded).await?;
        self.set_session(session);
        Ok(())
    }

    /// Answers of this browser become those of the person who has signed in.
    pub(super) async fn move_to_person(&mut self, loaded: &mut Loaded, id: &RecordId) -> Result<(), Trouble> {
        let (store, keys) = (&*self.service.store, &self.service.keys);
        match load(store, keys, id).await? {
            // An application of before that was sent is in nobody's way.
            Some(before) if before.stored.receipt.is_some() => store.delete(id).await?,
            Some(_) => return Err(StoreError::Conflict.into()),
            None => {}
        }
        let reference = loaded.stored.saved.take();
        rename(store, keys, loaded, id, || std::future::ready(Ok(()))).await?;
        if let Some(saved) = reference {
            store.delete(&RecordId::from_digits(&saved.record)).await?;
        }
        self.start_session()?;
        Ok(())
    }

    /// The person's record, for what takes its place.
    pub(super) fn person_id(&self) -> Option<RecordId> {
        self.person_record()
    }

    /// Notes that this browser's first answer is about to be saved. Says whether another was, at the same moment, in another tab: that one's response has
    /// the new session, and this answer would be lost under a second one.
    ///
    /// The same answer again is no other: its response may have been lost.
    pub(super) async fn is_second_first_save(&self, data: &FormData) -> Result<bool, Trouble> {
        let is_first = self.person().is_none() && self.session_record().is_none();
        let Some(session) = self.session.as_ref().filter(|_| is_first) else { return Ok(false) };
        let (store, keys) = (&*self.service.store, &self.service.keys);
        let id = self.service.scope.record(RecordKind::FirstSave, session.secret.reveal());
        let mut hash = Sha256::new().chain_update(self.slug);
        for (name, value) in data.iter().filter(|(name, _)| !name.starts_with("townhall-")) {
            hash = hash.chain_update([0]).chain_update(name).chain_update([0]).chain_update(value);
        }
        let answer = hex(&hash.finalize());
        let record = |version, data| Record { version, expires: now() + FIRST_SAVE_LASTS, data };
        match store.save(&id, record(0, keys.seal(&id, answer.as_bytes())?)).await {
            Ok(_) => Ok(false),
            Err(StoreError::Conflict) => {
                let Some(before) = store.load(&id).await? else { return Ok(false) };
                Ok(keys.open(&id, &before.data)? != answer.as_bytes())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Keeps what was typed by somebody who has to sign in again. Only the same person gets it back, in the same browser.
    pub(super) async fn keep_typed(&self, fields: &[(String, Entry)]) -> Result<(), Trouble> {
        let Some(session) = &self.session else { return Ok(()) };
        let (store, keys) = (&*self.service.store, &self.service.keys);
        let id = self.service.scope.record(RecordKind::Typed, session.secret.reveal());
        let version = store.load(&id).await?.map_or(0, |record| record.version);
        let data = keys.seal(&id, &serde_json::to_vec(&(self.slug, fields))?)?;
        store.save(&id, Record { version, expires: now() + TYPED_LASTS, data }).await?;
        Ok(())
    }

    /// What was typed on this page before somebody had to sign in again.
    pub(super) async fn typed(&self) -> Option<FormData> {
        let session = self.session.as_ref().filter(|_| self.query_has("again"))?;
        if session.person.is_nobody() || session.person != self.person_tag() {
            return None;
        }
        let id = self.service.scope.record(RecordKind::Typed, session.secret.reveal());
        let record = self.service.store.load(&id).await.ok()??;
        let text = self.service.keys.open(&id, &record.data).ok()?;
        let (slug, fields): (String, Vec<(String, Entry)>) = serde_json::from_slice(&text).ok()?;
        (slug == self.slug).then(|| FormData::from_entries(fields))
    }

    /// Whether answers were kept under this browser's session, and are not any more, or are not for this browser.
    pub(super) fn has_ended(&self, loaded: Option<&Loaded>) -> bool {
        let is_session = self.session.as_ref().is_some_and(|session| session.started.is_some());
        loaded.is_none() && self.person().is_none() && (is_session || self.key_is_gone)
    }

    /// Moves answers to a secret that is made now.
    pub(super) async fn change_secret(
        &self,
        loaded: &mut Loaded,
        secret: &SessionSecret,
        reference: Option<&RecordId>,
    ) -> Result<(), Trouble> {
        let service = self.service;
        let id = service.scope.record(RecordKind::Session, secret.reveal());
        rename(&*service.store, &service.keys, loaded, &id, || async {
            match reference {
                Some(reference) => service.lead(reference, secret).await,
                None => Ok(()),
            }
        })
        .await
    }
}
