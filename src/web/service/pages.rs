//! The pages of a service: what each address shows, and what becomes of what is sent to it.

use std::borrow::Cow;

use bytes::Bytes;
use futures_core::Stream;
use http::header;
use http::request::Parts;
use maud::html;

use super::leave::Return;
use super::route::Route;
use super::session::{Loaded, answers};
use super::visit::{BACK_FIELD, QUESTION_FORM, TOKEN_FIELD, Visit};
use super::{Reply, Service};
use crate::components::NotificationBanner;
use crate::form::{AnyForm, Form, FormData, FormDataError, FormToken, Question, Receiver, Uploads, drain};
use crate::journey::{Answers, Asks, Kind, Place, StepState, Walk, answer_rows, is_incomplete};
use crate::language::Locale;
use crate::page::Document;
use crate::patterns::{
    AddAnotherPage, AnswerRow, AnswerSection, AnswerValue, CHOICE_FIELD, CheckAnswersPage, ConfirmationPage, Cookie,
    CookiesPage, ErrorPage, ListedItem, OutcomePage, RemovePage, Satisfaction, SectionComplete, StartPage, TaskGroup,
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
    has_changed: bool,
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
        State { answers, walk, has_changed }
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
            Route::Start => self.start(visit),
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
                    Route::Item(at, number) => self.item(visit, at, number, loaded.as_ref(), &mut state),
                    Route::Remove(at, number) => self.remove(visit, at, number, loaded.as_ref(), &mut state, false),
                    Route::Tasks => self.tasks(visit, loaded.as_ref(), &mut state),
                    _ => self.check_answers(visit, loaded.as_ref(), &mut state),
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
            Route::Step(at) if pressed => self.again(visit, at, 0, data).await,
            Route::Item(at, number) if pressed => self.again(visit, at, number, data).await,
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
            Route::Step(at) => self.answer(visit, at, 0, data).await,
            Route::Item(at, number) => self.answer(visit, at, number, data).await,
            Route::Remove(at, number) => self.remove_answer(visit, at, number, &data).await,
            Route::CheckAnswers => self.send(visit).await,
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
            | Route::CheckAnswers
            | Route::Keep
            | Route::StartAgain
            | Route::ChooseAnswers
            | Route::Cookies => true,
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
    pub(super) fn too_early(&self, visit: &Visit<'_, A, U>, walk: &Walk, at: usize) -> Reply {
        let place = match walk.blocked_by(at) {
            Some(other) => Place::Step(other),
            // It does not apply.
            None => walk.first_open().map_or(Place::CheckAnswers, Place::Step),
        };
        Reply::See(visit.place(if self.journey.has_tasks && walk.blocked_by(at).is_none() {
            Place::Tasks
        } else {
            place
        }))
    }

    pub(super) fn start(&self, visit: &mut Visit<'_, A, U>) -> Reply {
        let first = if self.journey.has_tasks { Place::Tasks } else { Place::Step(0) };
        let first = visit.place(first);
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
            return self.too_early(visit, &state.walk, at);
        }
        let Some(step) = self.journey.steps.get(at) else { return Reply::See(self.address("")) };
        match &step.kind {
            Kind::Question(asks) => {
                let form = Self::draft_or_answer(visit, loaded, &**asks, &mut state.answers, 0);
                Reply::Page(self.question(visit, at, 0, &form, loaded, state))
            }
            Kind::List(asks, limits) if asks.count(&mut state.answers) == 0 && *limits.start() > 0 => {
                Reply::See(Self::item_address(visit, at, 1))
            }
            Kind::List(..) => self.list(visit, at, loaded, state, false),
            Kind::Stop | Kind::Page => {
                let back = visit.place(state.walk.before(at, visit.is_change()));
                let next = matches!(step.kind, Kind::Page).then(|| visit.place(state.walk.after(at, false)));
                let layout = visit.layout(None, loaded);
                let message = self.message(step.slug);
                let locale = layout.locale();
                let mut page = OutcomePage::new(locale.text(&message))
                    .body(locale.text(&format!("{message}.body")))
                    .back_link(back);
                if let Some(next) = next {
                    page = page.continue_to(next);
                }
                Reply::Page(page.page(&layout).private())
            }
        }
    }

    /// The address of a thing on a list, with the mark of a change if this page has it.
    pub(super) fn item_address(visit: &Visit<'_, A, U>, at: usize, number: usize) -> String {
        let address = format!("{}/{number}", visit.step(at));
        if visit.is_change() { format!("{address}?change") } else { address }
    }

    pub(super) fn list_address(visit: &Visit<'_, A, U>, at: usize) -> String {
        let address = visit.step(at);
        if visit.is_change() { format!("{address}?change") } else { address }
    }

    /// What was typed and saved before it was right, or the answer.
    pub(super) fn draft_or_answer(
        visit: &Visit<'_, A, U>,
        loaded: Option<&Loaded>,
        asks: &dyn Asks<A>,
        answers: &mut A,
        at: usize,
    ) -> AnyForm {
        match loaded.and_then(|loaded| loaded.stored.drafts.get(visit.slug)) {
            Some(draft) => asks.again(FormData::from_entries(draft.clone())),
            None => asks.form(answers, at),
        }
    }

    /// A question page of the journey.
    pub(super) fn question(
        &self,
        visit: &mut Visit<'_, A, U>,
        at: usize,
        number: usize,
        form: &AnyForm,
        loaded: Option<&Loaded>,
        state: &mut State<A>,
    ) -> Document {
        let Some(step) = self.journey.steps.get(at) else { return visit.error(&ErrorPage::not_found()) };
        let count = step.asks().map_or(0, |asks| asks.count(&mut state.answers));
        let back = match number {
            0 => visit.place(state.walk.before(at, visit.is_change())),
            // The first thing of a list that must have one has no list to go back to.
            _ if count == 0 => visit.place(state.walk.before(at, visit.is_change())),
            _ => Self::list_address(visit, at),
        };
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
            .blank_controls(visit.blank_controls(at))
            .back_link(back)
            .hidden(token_name, token);
        if let Some((name, value)) = Self::again_field(visit) {
            page = page.hidden(name, value);
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

    /// The page of a thing on a list.
    pub(super) fn item(
        &self,
        visit: &mut Visit<'_, A, U>,
        at: usize,
        number: usize,
        loaded: Option<&Loaded>,
        state: &mut State<A>,
    ) -> Reply {
        if !state.walk.can_reach(at) {
            return self.too_early(visit, &state.walk, at);
        }
        let Some(Kind::List(asks, limits)) = self.journey.steps.get(at).map(|step| &step.kind) else {
            return Reply::See(self.address(""));
        };
        let count = asks.count(&mut state.answers);
        if number > count + 1 || number > *limits.end() {
            return Reply::See(Self::list_address(visit, at));
        }
        let form = Self::draft_or_answer(visit, loaded, &**asks, &mut state.answers, number - 1);
        Reply::Page(self.question(visit, at, number, &form, loaded, state))
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
        let Kind::List(asks, limits) = &step.kind else { return Reply::See(self.address("")) };
        let count = asks.count(&mut state.answers);
        let items: Vec<ListedItem> = (0..count)
            .map(|index| {
                let form = asks.form(&mut state.answers, index);
                let change = Self::item_address(visit, at, index + 1);
                let (path, query) = change.split_once('?').map_or((&*change, ""), |(path, query)| (path, query));
                let remove = format!("{path}/remove{}{query}", if query.is_empty() { "" } else { "?" });
                ListedItem {
                    title: Self::card_title(visit, asks.name(), index + 1),
                    rows: answer_rows(&form, visit.locale, ""),
                    change,
                    remove: Some(remove),
                }
            })
            .collect();
        let back = visit.place(state.walk.before(at, visit.is_change()));
        let (token_name, token) = visit.token();
        let caption = visit.caption(step.section);
        let layout = visit.layout(None, loaded);
        let locale = layout.locale();
        let number = i64::try_from(count).unwrap_or(i64::MAX);
        let heading = locale.text_with(&format!("{}.list", asks.name()), &[("count", number.into())]);
        let mut page = AddAnotherPage::new(heading, items, ANOTHER_FIELD).back_link(back).hidden(token_name, token);
        if let Some(caption) = caption {
            page = page.caption(caption);
        }
        if count < *limits.end() {
            page = page.question(locale.text(&format!("{}.another", asks.name())));
        }
        if let Some((yes, no)) = Self::answers_of(locale, asks.name(), "another") {
            page = page.answers(yes, no);
        }
        page = page.missing(is_missing);
        Reply::Page(page.page(&layout))
    }

    /// The words for yes and no that the content has for a question about a list: `vehicle.another-yes`.
    fn answers_of(locale: &Locale, name: &str, question: &str) -> Option<(String, String)> {
        let word = |answer: &str| locale.find(&format!("{name}.{question}-{answer}"), &[]).map(Cow::into_owned);
        Some((word("yes")?, word("no")?))
    }

    pub(super) fn card_title(visit: &Visit<'_, A, U>, name: &str, number: usize) -> String {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        visit.locale.text_with(&format!("{name}.card"), &[("number", number.into())]).into_owned()
    }

    /// The page that asks whether a thing is to be removed.
    pub(super) fn remove(
        &self,
        visit: &mut Visit<'_, A, U>,
        at: usize,
        number: usize,
        loaded: Option<&Loaded>,
        state: &mut State<A>,
        is_missing: bool,
    ) -> Reply {
        let asks = self.journey.steps.get(at).and_then(|step| step.asks());
        let Some(asks) = asks.filter(|asks| number <= asks.count(&mut state.answers) && state.walk.can_reach(at))
        else {
            return Reply::See(Self::list_address(visit, at));
        };
        let back = Self::list_address(visit, at);
        let (token_name, token) = visit.token();
        let layout = visit.layout(None, loaded);
        let locale = layout.locale();
        let count = i64::try_from(number).unwrap_or(i64::MAX);
        let question = locale.text_with(&format!("{}.remove", asks.name()), &[("number", count.into())]);
        let mut page = RemovePage::new(question, ANOTHER_FIELD, back).hidden(token_name, token);
        if let Some((yes, no)) = Self::answers_of(locale, asks.name(), "remove") {
            page = page.answers(yes, no);
        }
        page = page.missing(is_missing);
        Reply::Page(page.page(&layout))
    }

    /// The list of tasks, each with its state.
    pub(super) fn tasks(&self, visit: &mut Visit<'_, A, U>, loaded: Option<&Loaded>, state: &mut State<A>) -> Reply {
        let mut tasks = Vec::new();
        for section in self.journey.sections() {
            let steps: Vec<_> =
                state.walk.section(section).filter(|(_, state)| *state != StepState::Stopping).collect();
            let Some((first, _)) = steps.first().copied() else { continue };
            let open = steps.iter().find(|(_, state)| *state == StepState::Open).map(|(at, _)| *at);
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
            let href = visit.step(open.filter(|_| !is_incomplete).unwrap_or(first));
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

    /// Everything that was answered.
    pub(super) fn check_answers(
        &self,
        visit: &mut Visit<'_, A, U>,
        loaded: Option<&Loaded>,
        state: &mut State<A>,
    ) -> Reply {
        if let Some(open) = state.walk.first_open().filter(|_| !state.has_changed) {
            let place = if self.journey.has_tasks { Place::Tasks } else { Place::Step(open) };
            return Reply::See(visit.place(place));
        }
        let mut page = CheckAnswersPage::new().cannot_send(state.walk.first_open().is_some());
        for name in self.journey.sections() {
            let title = visit.caption(name).unwrap_or_default();
            let mut section = AnswerSection::new(title, []);
            let steps: Vec<_> = state.walk.section(name).collect();
            for (at, step_state) in steps {
                self.add_answers(visit, at, step_state, &mut state.answers, &mut section);
            }
            if !section.rows.is_empty() || !section.cards.is_empty() {
                page = page.section(section);
            }
        }
        let back = visit.place(state.walk.before_check());
        let (token_name, token) = visit.token();
        let mut layout = visit.layout(None, loaded);
        let locale = layout.locale();
        if state.has_changed {
            let banner = NotificationBanner::new(html! {
                p.govuk-notification-banner__heading { (locale.text("townhall-answers-changed")) }
                p.govuk-body { (locale.text("townhall-answers-changed.body")) }
            });
            layout = layout.notice(html! { (banner.localised(locale)) });
        }
        let mut page = page.back_link(back).hidden(token_name, token);
        if let Some(heading) = self.optional(locale, "check") {
            page = page.heading(heading);
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
        Reply::Page(page.page(&layout))
    }

    /// The rows of a step.
    pub(super) fn add_answers(
        &self,
        visit: &Visit<'_, A, U>,
        at: usize,
        state: StepState,
        answers: &mut A,
        section: &mut AnswerSection,
    ) {
        let Some(step) = self.journey.steps.get(at) else { return };
        // That a section is complete is no answer to send.
        let Some(asks) = step.asks().filter(|asks| asks.name() != SectionComplete::NAME) else { return };
        let address = visit.step(at);
        let title = asks.blank().title(visit.locale);
        if state == StepState::Open {
            let words = visit.locale.text_with("townhall-answer-question", &[("question", title.as_str().into())]);
            let value = AnswerValue::Missing(words.into_owned());
            section.rows.push(AnswerRow { key: title, value, change: Some(format!("{address}?change")) });
            return;
        }
        match &step.kind {
            Kind::List(..) => {
                let count = asks.count(answers);
                let number = i64::try_from(count).unwrap_or(i64::MAX);
                let list = visit.locale.text_with(&format!("{}.list", asks.name()), &[("count", number.into())]);
                section.rows.push(AnswerRow::new(title, list).change(format!("{address}?change")));
                for index in 0..count {
                    let form = asks.form(answers, index);
                    let rows = answer_rows(&form, visit.locale, &format!("{address}/{}?change", index + 1));
                    section.cards.push((Self::card_title(visit, asks.name(), index + 1), rows));
                }
            }
            _ => {
                let form = asks.form(answers, 0);
                section.rows.extend(answer_rows(&form, visit.locale, &format!("{address}?change")));
            }
        }
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
