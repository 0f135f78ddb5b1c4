//! The pages of a service: what each address shows, and what becomes of what is sent to it.

use bytes::Bytes;
use futures_core::Stream;
use http::header;
use http::request::Parts;

use super::leave::Return;
use super::links::StepPage;
use super::route::Route;
use super::session::{Loaded, answers};
use super::visit::{BACK_FIELD, QUESTION_FORM, TOKEN_FIELD, Visit};
use super::{Reply, Service};
use crate::form::{AnyForm, Form, FormData, FormDataError, FormToken, Receiver, Uploads, drain};
use crate::journey::{Answers, Asks, ItemId, Items, Kind, Place, StepState, Walk, is_incomplete};
use crate::page::Document;
use crate::patterns::{
    CHOICE_FIELD, ConfirmationPage, Cookie, CookiesPage, ErrorPage, OutcomePage, Satisfaction, StartPage, TaskGroup,
    TaskListPage, TaskRow, TaskState,
};
use crate::web::security::Sender;

/// The field of a yes or no about a list.
pub(super) const ANOTHER_FIELD: &str = "another";
/// How often a save is tried again after something else was saved.
pub(super) const MOST_CONFLICTS: usize = 10;

/// Answers, how far they go, and what they were read from.
pub(super) struct State<A> {
    pub(super) answers: A,
    pub(super) walk: Walk,
    /// Some of what was kept could not be read.
    pub(super) has_changed: bool,
    /// Everything was answered once: the page that checks answers was there to be seen.
    pub(super) was_complete: bool,
    /// The things on lists, for each step.
    items: Vec<Items>,
    /// A thing for a list that somebody has begun and that is not on it yet, for each step.
    unfinished: Vec<Option<ItemId>>,
}

impl<A> State<A> {
    /// The ids of the things on the list of a step, in their order.
    pub(super) fn items(&self, at: usize) -> &[ItemId] {
        self.items.get(at).map(Items::ids).unwrap_or_default()
    }

    /// Whether the page that checks answers shows itself: everything is answered, or was once.
    pub(super) fn can_check(&self) -> bool {
        self.was_complete || self.has_changed || self.walk.first_open().is_none()
    }

    /// A thing for the list of a step that was begun, saved as a draft, and is not on it yet.
    pub(super) fn unfinished(&self, at: usize) -> Option<ItemId> {
        self.unfinished.get(at).copied().flatten()
    }
}

impl<A, U> Service<A, U>
where
    A: Answers,
    U: Uploads,
{
    pub(super) fn state(&self, loaded: Option<&Loaded>) -> State<A> {
        let (mut answers, has_changed) =
            loaded.map_or_else(|| (A::default(), false), |loaded| answers(&loaded.stored.answers));
        let walk = self.journey.walk(&mut answers);
        let items = loaded.map(|loaded| self.items(loaded, &mut answers)).unwrap_or_default();
        let unfinished = self.journey.steps.iter().zip(&items).map(|(step, items)| {
            let mut begun = loaded?
                .stored
                .drafts
                .keys()
                .filter_map(|page| ItemId::parse(page.strip_prefix(step.slug)?.strip_prefix('/')?));
            begun.find(|item| items.position(*item).is_none() && !items.was_removed(*item))
        });
        let unfinished = unfinished.collect();
        let was_complete = loaded.is_some_and(|loaded| loaded.stored.was_complete);
        State { answers, walk, has_changed, was_complete, items, unfinished }
    }

    pub(super) async fn get(&self, visit: &mut Visit<'_, A, U>) -> Reply {
        let loaded = match visit.route {
            // Pages that show nothing that is kept do not need the store, and are there when it is not.
            Route::Start
            | Route::Cookies
            | Route::Feedback
            | Route::Own(_)
            | Route::NotFound
            | Route::Return
            | Route::Leave
            | Route::StartAgain
            | Route::ChooseAnswers => None,
            _ => match visit.load().await {
                Ok(loaded) => loaded,
                Err(trouble) => return Reply::Page(visit.trouble(&trouble)),
            },
        };
        match visit.route {
            Route::Start => self.start(visit).await,
            Route::Step(_) | Route::Item(..) | Route::Remove(..) | Route::Tasks | Route::CheckAnswers => {
                if let Some(reply) = self.not_now(visit, loaded.as_ref()) {
                    return reply;
                }
                if let Some(page) = self.typed_before(visit).await {
                    return Reply::Page(page);
                }
                let mut state = self.state(loaded.as_ref());
                match visit.route {
                    Route::Step(at) => self.step(visit, at, loaded.as_ref(), &mut state),
                    Route::Item(at, item) => self.item(visit, StepPage::item(at, item), loaded.as_ref(), &mut state),
                    Route::Remove(at, item) => {
                        self.remove(visit, StepPage::item(at, item), loaded.as_ref(), &mut state, false)
                    }
                    Route::Tasks => self.tasks(visit, loaded.as_ref(), &mut state),
                    _ => self.check_answers(visit, loaded.as_ref(), &mut state, false),
                }
            }
            Route::Confirmation => self.confirmation(visit, loaded.as_ref()),
            Route::Save => self.saved(visit, loaded.as_ref()),
            Route::Leave => self.leave_page(visit),
            Route::ChooseAnswers => Reply::Page(visit.choose_answers()),
            Route::Return if visit.can_save() => {
                let form = Form::<Return>::new().into_any();
                Reply::Page(self.plain_question(visit, &form, "townhall-continue"))
            }
            Route::StartAgain => Reply::Page(Self::start_again_page(visit)),
            Route::Cookies => self.cookies(visit),
            Route::Feedback if self.feedback.is_some() => self.feedback_page(visit),
            Route::Own(at) => self.own_page(visit, at),
            Route::Keep => Reply::See(self.address("")),
            Route::Asset | Route::NotFound | Route::Return | Route::Feedback => {
                Reply::Page(visit.error(&ErrorPage::not_found()))
            }
        }
    }

    pub(super) async fn post<B, E>(&self, visit: &mut Visit<'_, A, U>, parts: &Parts, body: B) -> Reply
    where
        B: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
    {
        let sender = self.sender(parts);
        let (early, may_store) = match self.before_body(visit, sender).await {
            Ok(known) => known,
            Err(reply) => {
                // A browser that is still sending would not hear the answer.
                drain(body, &self.limits, visit.session.is_some() && visit.takes_files()).await;
                return reply;
            }
        };
        let content_type = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let blank = visit.asks().map_or_else(|| Form::<Return>::new().into_any(), Asks::blank);
        let handles = visit.file_handles(early.as_ref());
        let session = visit.session.clone();
        let is_good =
            |token: &str| may_store && session.as_ref().is_some_and(|session| session.has_token(&self.scope, token));
        let receiver = Receiver {
            question: blank.name,
            shape: blank.shape,
            limits: &self.limits,
            uploads: &*self.uploads,
            handles: &handles,
            token: Some(FormToken { field: TOKEN_FIELD, is_good: &is_good }),
        };
        let data = match receiver.receive(content_type.unwrap_or_default(), body).await {
            Ok(data) => data,
            Err(error) => return Reply::Page(Self::unreadable(visit, &error)),
        };
        if visit.must_sign_in().is_some() {
            return self.sent_signed_out(visit, &data).await;
        }
        if !visit.has_token(&data) {
            return self.not_of_this_session(visit, sender, data).await;
        }
        // Those whose time is over can start again, and come back.
        if visit.is_timed_out
            && !matches!(visit.route, Route::StartAgain | Route::Return | Route::Cookies | Route::Feedback)
        {
            return self.sent_too_late(visit, &data).await;
        }
        let pressed = match visit.press(&data).await {
            Ok(pressed) => pressed || data.is_about_files(),
            Err(trouble) => return self.not_saved(visit, &data, &trouble),
        };
        match visit.route {
            Route::Step(at) if pressed => self.again(visit, StepPage::of(at), data).await,
            Route::Item(at, item) if pressed => self.again(visit, StepPage::item(at, item), data).await,
            Route::Cookies if pressed && data.get(BACK_FIELD).is_none() && data.get(CHOICE_FIELD).is_some() => {
                Reply::See(self.address("cookies?saved"))
            }
            Route::Feedback if pressed => {
                let form = Form::<Satisfaction>::again(data).into_any();
                Reply::Page(self.plain_question(visit, &form, "townhall-feedback-send"))
            }
            Route::Return if pressed => {
                let form = Form::<Return>::again(data).into_any();
                Reply::Page(self.plain_question(visit, &form, "townhall-continue"))
            }
            _ if pressed => Reply::See(visit.back(&data)),
            Route::Step(at) => self.answer(visit, StepPage::of(at), data).await,
            Route::Item(at, item) => self.answer(visit, StepPage::item(at, item), data).await,
            Route::Remove(at, item) => self.remove_answer(visit, StepPage::item(at, item), &data).await,
            Route::CheckAnswers => self.send(visit, Some(&data)).await,
            Route::StartAgain => self.start_again(visit).await,
            Route::ChooseAnswers => self.choose(visit, &data).await,
            Route::Leave => self.leave(visit).await,
            Route::Save => match visit.load().await {
                Ok(Some(loaded)) if loaded.stored.receipt.is_none() => self.new_secret(visit, loaded).await,
                Ok(loaded) => self.not_now(visit, loaded.as_ref()).unwrap_or_else(|| Reply::See(self.address(""))),
                Err(trouble) => Reply::Page(visit.trouble(&trouble)),
            },
            Route::Feedback => self.receive_feedback(visit, data).await,
            Route::Return => self.come_back(visit, data).await,
            _ => Reply::See(visit.back(&data)),
        }
    }

    /// Looks at everything that is known of a form without its body. The error is the answer, where nothing needs to be read: its route, its origin, and
    /// what has become of the answers say so. Otherwise there is what is kept, and whether files of this form may be stored.
    async fn before_body(&self, visit: &mut Visit<'_, A, U>, sender: Sender) -> Result<(Option<Loaded>, bool), Reply> {
        let takes_forms = match visit.route {
            Route::Step(_)
            | Route::Item(..)
            | Route::Remove(..)
            | Route::Keep
            | Route::StartAgain
            | Route::ChooseAnswers
            | Route::Cookies => true,
            Route::CheckAnswers => self.journey.submit.is_some(),
            Route::Return | Route::Save | Route::Leave => visit.can_save(),
            Route::Feedback => self.feedback.is_some(),
            Route::Asset | Route::NotFound => return Err(Reply::Page(visit.error(&ErrorPage::not_found()))),
            _ => false,
        };
        if !takes_forms {
            let page = visit.error(&ErrorPage::unreadable().status(405));
            return Err(Reply::Page(page.header("allow", "GET, HEAD")));
        }
        if sender == Sender::Elsewhere {
            tracing::warn!(target: "townhall", service = self.journey.name, "a form from another site was refused");
            return Err(Reply::Page(visit.error(&ErrorPage::refused())));
        }
        let (Route::Step(at) | Route::Item(at, _)) = visit.route else { return Ok((None, false)) };
        // What was typed is shown again or kept for these, and no file is stored.
        if visit.session.is_none() || visit.is_timed_out || visit.must_sign_in().is_some() {
            return Ok((None, false));
        }
        // While the store is away nobody can tell. What was typed is shown again then, with a file that was kept before.
        let Ok(loaded) = visit.load_early().await else { return Ok((None, false)) };
        if let Some(reply) = self.not_now(visit, loaded.as_ref()) {
            return Err(reply);
        }
        let can_reach = self.state(loaded.as_ref()).walk.can_reach(at);
        Ok((loaded, can_reach))
    }

    pub(super) fn unreadable(visit: &mut Visit<'_, A, U>, error: &FormDataError) -> Document {
        tracing::warn!(target: "townhall", error = error.code(), "a form could not be read");
        visit.error(&ErrorPage::of_form(error))
    }

    /// Why a page of the journey cannot be shown at all: the answers were sent, or are deleted.
    pub(super) fn not_now(&self, visit: &mut Visit<'_, A, U>, loaded: Option<&Loaded>) -> Option<Reply> {
        if loaded.is_some_and(|loaded| loaded.stored.receipt.is_some()) {
            let words = visit.locale.text("townhall-view-confirmation").into_owned();
            let (name, token) = visit.token();
            let page = ErrorPage::already_sent(words, self.address("confirmation"))
                .form_button(self.another_words(visit.locale).into_owned(), self.address("start-again"))
                .hidden(name, token);
            return Some(Reply::Page(visit.error(&page).private()));
        }
        if visit.has_ended(loaded) {
            if visit.is_timed_out {
                return Some(Reply::Page(visit.timed_out()));
            }
            let page = visit.with_start_again(ErrorPage::session_ended());
            return Some(Reply::Page(visit.error(&page).private()));
        }
        None
    }

    /// Where somebody is sent who asks for a page that comes too early.
    pub(super) fn too_early(visit: &Visit<'_, A, U>, state: &State<A>, at: usize) -> Reply {
        let place = match state.walk.blocked_by(at) {
            Some(other) => Place::Step(other),
            // It does not apply.
            None => state.walk.go_on(),
        };
        Reply::See(match place {
            Place::Step(other) => visit.open_link(other, state, visit.change.as_ref()),
            place => visit.place(place, state),
        })
    }

    /// The first page of the journey. Most begin with the same question for everybody, and need not load anything to know it.
    async fn first(&self, visit: &Visit<'_, A, U>) -> String {
        let first = self.journey.steps.first();
        let is_fixed = first.is_some_and(|step| step.when.is_none() && !matches!(step.kind, Kind::List(..)));
        let loaded = if is_fixed || self.journey.has_tasks { None } else { visit.load().await.ok().flatten() };
        let state = self.state(loaded.as_ref());
        let place = if self.journey.has_tasks { Place::Tasks } else { state.walk.first() };
        visit.place(place, &state)
    }

    pub(super) async fn start(&self, visit: &mut Visit<'_, A, U>) -> Reply {
        let first = self.first(visit).await;
        let layout = visit.layout(None, None);
        let locale = layout.locale();
        let Some(heading) = self.optional(locale, "start") else { return Reply::See(first) };
        let text = |end: &str| self.optional(locale, &format!("start.{end}")).unwrap_or_default();
        let mut after = text("after").into_owned();
        if visit.can_save() {
            let link = [&*after, "\n\n[", &locale.text("townhall-return"), "](", &self.address("return"), ")"].concat();
            after = link;
        }
        let mut page = StartPage::new(heading, first).body(text("body")).after(after);
        if let Some(button) = self.optional(locale, "start.button") {
            page = page.button(button);
        }
        Reply::Page(page.page(&layout))
    }

    /// The page of a step.
    pub(super) fn step(
        &self,
        visit: &mut Visit<'_, A, U>,
        at: usize,
        loaded: Option<&Loaded>,
        state: &mut State<A>,
    ) -> Reply {
        if !state.walk.can_reach(at) {
            return Self::too_early(visit, state, at);
        }
        let Some(step) = self.journey.steps.get(at) else { return Reply::See(self.address("")) };
        let page = StepPage::of(at);
        match &step.kind {
            Kind::Question(asks) => {
                let form = self.draft_or_answer(loaded, page, &**asks, &mut state.answers, 0);
                Reply::Page(self.question(visit, page, &form, loaded, state))
            }
            Kind::List(..) if !self.is_list_page(at, state) => {
                Reply::See(visit.open_link(at, state, visit.change.as_ref()))
            }
            Kind::List(..) => self.list(visit, at, loaded, state, false),
            Kind::Stop | Kind::Page => {
                let back = visit.back_link(page, state);
                let next = matches!(step.kind, Kind::Page).then(|| visit.next(page, state));
                let caption = visit.caption(step.section);
                let layout = visit.layout(None, loaded);
                let message = self.message(step.slug);
                let locale = layout.locale();
                let mut page = OutcomePage::new(locale.text(&message)).body(locale.text(&format!("{message}.body")));
                if let Some(back) = back {
                    page = page.back_link(back);
                }
                if let Some(caption) = caption {
                    page = page.caption(caption);
                }
                if let Some(intro) = &step.intro {
                    page = page.content(intro(&state.answers, locale));
                }
                if let Some(next) = next {
                    page = page.continue_to(next);
                }
                Reply::Page(page.page(&layout).private())
            }
        }
    }

    /// What was typed and saved before it was right, or the answer.
    pub(super) fn draft_or_answer(
        &self,
        loaded: Option<&Loaded>,
        page: StepPage,
        asks: &dyn Asks<A>,
        answers: &mut A,
        place: usize,
    ) -> AnyForm {
        let drafts = loaded.map(|loaded| &loaded.stored.drafts).filter(|drafts| !drafts.is_empty());
        match drafts.and_then(|drafts| drafts.get(&page.path(&self.journey))) {
            Some(draft) => asks.again(FormData::from_entries(draft.clone())),
            None => asks.form(answers, place),
        }
    }

    /// A question page of the journey.
    pub(super) fn question(
        &self,
        visit: &mut Visit<'_, A, U>,
        at: StepPage,
        form: &AnyForm,
        loaded: Option<&Loaded>,
        state: &State<A>,
    ) -> Document {
        let Some(step) = self.journey.steps.get(at.at) else { return visit.error(&ErrorPage::not_found()) };
        let back = visit.back_link(at, state);
        let (token_name, token) = visit.token();
        let handles = visit.takes_files().then(|| visit.file_handles(loaded));
        let layout = visit.layout(Some(QUESTION_FORM), loaded);
        let locale = layout.locale();
        let signed = handles.map(|handles| {
            let mut form = form.clone();
            form.sign_files(&handles);
            form
        });
        let form = signed.as_ref().unwrap_or(form);
        let mut page = form
            .page(&self.brand, locale)
            .layout(&layout)
            .languages(&self.languages)
            .blank_controls(visit.blank_controls(at.at))
            .hidden(token_name, token);
        if let Some((name, value)) = Self::again_field(visit) {
            page = page.hidden(name, value);
        }
        if let Some(back) = back {
            page = page.back_link(back);
        }
        if let Some(caption) = visit.caption(step.section) {
            page = page.caption(caption);
        }
        if let Some(intro) = &step.intro {
            page = page.intro(intro(&state.answers, locale));
        }
        if let Some(button) = visit.save_button() {
            page = page.after_button(button);
        }
        page.document()
    }

    /// The list of tasks, each with its state. A task leads to what is to be done in it, or to where it begins.
    pub(super) fn tasks(&self, visit: &mut Visit<'_, A, U>, loaded: Option<&Loaded>, state: &mut State<A>) -> Reply {
        let mut tasks = Vec::new();
        for section in self.journey.sections() {
            let steps: Vec<_> = state.walk.section(section).collect();
            let is_stopping = |(_, state): &&(usize, StepState)| *state == StepState::Stopping;
            let Some((first, _)) = steps.iter().find(|step| !is_stopping(step)).copied() else { continue };
            let blocks = |state: &StepState| matches!(state, StepState::Open | StepState::Stopping);
            let open = steps.iter().find(|(_, state)| blocks(state)).map(|(at, _)| *at);
            // The section may be answered, and yet somebody wants to come back to it.
            let is_incomplete = open.is_some_and(|at| {
                let asks = self.journey.steps.get(at).and_then(|step| step.asks());
                asks.is_some_and(|asks| is_incomplete(asks, &mut state.answers))
            });
            let has_answers = steps.iter().any(|(at, state)| {
                *state == StepState::Done && self.journey.steps.get(*at).is_some_and(|step| step.asks().is_some())
            });
            let task_state = match open {
                _ if !state.walk.can_reach(first) => TaskState::CannotStartYet,
                None => TaskState::Completed,
                Some(_) if is_incomplete => TaskState::Incomplete,
                Some(_) if has_answers => TaskState::InProgress,
                Some(_) => TaskState::NotStarted,
            };
            let title = visit.caption(section).unwrap_or_default().to_owned();
            let href = visit.open_link(open.filter(|_| !is_incomplete).unwrap_or(first), state, None);
            tasks.push(TaskRow { title, href, state: task_state });
        }
        let is_done = state.walk.first_open().is_none();
        let layout = visit.layout(None, loaded);
        let locale = layout.locale();
        let mut page =
            TaskListPage::new(locale.text(self.journey.name)).group(TaskGroup { title: String::new(), tasks });
        if is_done && self.journey.submit.is_some() {
            page = page.next(locale.text("townhall-continue"), self.address("check-answers"));
        }
        Reply::Page(page.page(&layout))
    }

    pub(super) fn confirmation(&self, visit: &mut Visit<'_, A, U>, loaded: Option<&Loaded>) -> Reply {
        let Some(receipt) = loaded.and_then(|loaded| loaded.stored.receipt.clone()) else {
            return self.not_now(visit, loaded).unwrap_or_else(|| Reply::See(self.address("")));
        };
        let (token_name, token) = visit.token();
        let layout = visit.layout(None, loaded);
        let locale = layout.locale();
        let text = |end: &str| self.optional(locale, &format!("confirmation.{end}")).unwrap_or_default();
        let title = locale.text(&self.message("confirmation"));
        let mut page = ConfirmationPage::new(title)
            .reference(receipt.reference().to_owned())
            .body(text("body"))
            .next(text("next"))
            .another(self.another_words(locale), self.address("start-again"))
            .hidden(token_name, token);
        if self.feedback.is_some() {
            page = page.feedback(self.address("feedback"));
        }
        Reply::Page(page.page(&layout))
    }

    pub(super) fn cookies(&self, visit: &mut Visit<'_, A, U>) -> Reply {
        let (token_name, token) = visit.token();
        let (was_saved, choice) = (visit.query_has("saved"), visit.choice);
        let layout = visit.layout(None, None);
        let locale = layout.locale();
        let cookie = |name: &str, purpose: &str| Cookie {
            name: name.to_owned().into(),
            purpose: locale.text(purpose),
            expires: locale.text(&format!("{purpose}.expires")),
        };
        let mut essential = vec![
            cookie(&self.session_cookie, "townhall-cookie-session"),
            cookie(crate::language::LANGUAGE_COOKIE, "townhall-cookie-language"),
        ];
        if !self.additional_cookies.is_empty() {
            essential.push(cookie(crate::patterns::CHOICE_COOKIE, "townhall-cookie-choice"));
        }
        essential.extend(self.essential_cookies.iter().map(|(name, purpose)| cookie(name, purpose)));
        let additional = self.additional_cookies.iter().map(|(name, purpose)| cookie(name, purpose));
        let page = CookiesPage::new()
            .essential(essential)
            .additional(additional)
            .choice(choice)
            .hidden(token_name, token)
            .was_saved(was_saved);
        Reply::Page(page.page(&layout))
    }

    pub(super) fn own_page(&self, visit: &mut Visit<'_, A, U>, at: usize) -> Reply {
        let layout = visit.layout(None, None);
        let Some((slug, page)) = self.own_pages.get(at) else { return Reply::See(self.address("")) };
        Reply::Page(match page {
            Some(page) => page(&layout),
            None => {
                let (locale, id) = (layout.locale(), self.message(slug));
                layout.page(locale.text(&id)).prose(&locale.text(&format!("{id}.body")))
            }
        })
    }

    /// A question that is not part of the journey.
    pub(super) fn plain_question(&self, visit: &mut Visit<'_, A, U>, form: &AnyForm, button: &str) -> Document {
        let (token_name, token) = visit.token();
        let layout = visit.layout(Some(QUESTION_FORM), None);
        let locale = layout.locale();
        let page = form.page(&self.brand, locale).layout(&layout).languages(&self.languages);
        let mut page = page.back_link(self.address("")).hidden(token_name, token).button(locale.text(button));
        if let Some((name, value)) = Self::again_field(visit) {
            page = page.hidden(name, value);
        }
        page.document()
    }

    pub(super) fn feedback_page(&self, visit: &mut Visit<'_, A, U>) -> Reply {
        if visit.query_has("sent") {
            let layout = visit.layout(None, None);
            let locale = layout.locale();
            let page = layout.page(locale.text("townhall-feedback-thanks"));
            return Reply::Page(page.prose(&locale.text("townhall-feedback-thanks.body")));
        }
        let form = Form::<Satisfaction>::new().into_any();
        Reply::Page(self.plain_question(visit, &form, "townhall-feedback-send"))
    }

    pub(super) async fn receive_feedback(&self, visit: &mut Visit<'_, A, U>, data: FormData) -> Reply {
        match Form::<Satisfaction>::submit(data) {
            Ok(feedback) => {
                if let Some(receive) = &self.feedback {
                    receive(feedback).await;
                }
                Reply::See(self.address("feedback?sent"))
            }
            Err(form) => Reply::Page(self.plain_question(visit, &form.into_any(), "townhall-feedback-send")),
        }
    }
}
