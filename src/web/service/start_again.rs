//! Starting again, and choosing among two sets of answers.

use std::borrow::Cow;

use maud::html;

use super::secret::RecordKind;
use super::session::{Loaded, Trouble};
use super::visit::Visit;
use super::{Reply, Service};
use crate::components::Button;
use crate::form::{FormData, Uploads};
use crate::journey::{Answers, StoreError, now};
use crate::language::Locale;
use crate::markup::Prose;
use crate::page::Document;

/// The buttons of the page that asks which answers count.
const CHOOSE_FIELD: &str = "townhall-choose";

impl<A, U> Visit<'_, A, U>
where
    A: Answers,
    U: Uploads,
{
    /// The page for somebody who has answered questions, has then signed in, and had answers already.
    pub(super) fn choose_answers(&mut self) -> Document {
        let (name, token) = self.token();
        let action = self.service.address("choose-answers");
        let layout = self.layout(None, None);
        let locale = layout.locale();
        let say = |id: &str| locale.text(id);
        let button = |id: &str, value: &'static str| {
            Button::new(say(id)).name(CHOOSE_FIELD).value(value).prevent_double_click(true)
        };
        let page = layout.page(say("townhall-choose-answers")).content(html! {
            (Prose::new(say("townhall-choose-answers.body")))
            form method="post" action=(action) novalidate {
                input type="hidden" name=(name) value=(token);
                div.govuk-button-group {
                    (button("townhall-choose-answers.person", "person"))
                    (button("townhall-choose-answers.browser", "browser").classes("govuk-button--secondary"))
                }
            }
        });
        page.private()
    }
}

impl<A, U> Service<A, U>
where
    A: Answers,
    U: Uploads,
{
    /// The words of the button that starts a second application.
    pub(super) fn another_words<'l>(&self, locale: &'l Locale) -> Cow<'l, str> {
        self.optional(locale, "another").unwrap_or_else(|| locale.text("townhall-another-application"))
    }

    /// The page with a button that starts again, for those who come from a bookmark.
    pub(super) fn start_again_page(visit: &mut Visit<'_, A, U>) -> Document {
        let (name, token) = visit.token();
        let layout = visit.layout(None, None);
        let locale = layout.locale();
        let words = locale.text("townhall-start-again");
        let page = layout.page(words.clone()).content(html! {
            p.govuk-body { (locale.text("townhall-start-again.body")) }
            form method="post" novalidate {
                input type="hidden" name=(name) value=(token);
                (Button::new(words).prevent_double_click(true))
            }
        });
        page.private()
    }

    /// A new session, if the one before has nothing left to lose. What cannot be read is not deleted.
    pub(super) async fn start_again(&self, visit: &mut Visit<'_, A, U>) -> Reply {
        let loaded = if visit.waits_for_key() { Ok(None) } else { visit.load().await };
        let is_unreadable = match &loaded {
            Ok(Some(loaded)) if loaded.stored.receipt.is_none() => return Reply::See(self.address("")),
            Ok(_) => false,
            Err(trouble) if trouble.is_passing() || matches!(trouble, Trouble::TwoSets) => {
                return Reply::Page(visit.trouble(trouble));
            }
            Err(_) => true,
        };
        let started = async {
            if is_unreadable {
                self.set_aside(visit).await?;
            } else if let Some(id) = visit.person_id() {
                self.store.delete(&id).await?;
            }
            Ok(visit.start_session()?)
        };
        let started: Result<(), Trouble> = started.await;
        match started {
            Ok(()) => Reply::See(self.address("")),
            Err(trouble) => Reply::Page(visit.trouble(&trouble)),
        }
    }

    /// What cannot be read, of somebody who has signed in, makes way for what can. It is kept as it is for as long as it would have been.
    async fn set_aside(&self, visit: &Visit<'_, A, U>) -> Result<(), Trouble> {
        let Some(id) = visit.person_id() else { return Ok(()) };
        let Some(mut record) = self.store.load(&id).await? else { return Ok(()) };
        let aside = self.scope.record(RecordKind::SetAside, &format!("{} {}", id.as_str(), now()));
        record.version = 0;
        match self.store.save(&aside, record).await {
            // It is there from a moment ago.
            Ok(_) | Err(StoreError::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(self.store.delete(&id).await?)
    }

    /// Which answers count: those of the person who has signed in, or those of this browser.
    pub(super) async fn choose(&self, visit: &mut Visit<'_, A, U>, data: &FormData) -> Reply {
        let chosen = async {
            let (of_session, of_person) = (visit.load_of_session().await?, visit.load_of_person().await?);
            let Some((mut of_session, of_person)) = of_session.zip(of_person) else { return visit.load().await };
            match data.get(CHOOSE_FIELD) {
                Some("person") => {
                    if let Some(id) = of_session.id.as_ref().filter(|_| of_session.stored.saved.is_none()) {
                        self.store.delete(id).await?;
                    }
                    visit.start_session()?;
                    Ok(Some(of_person))
                }
                Some("browser") => {
                    if let Some(id) = visit.person_id() {
                        self.store.delete(&id).await?;
                        of_session.expires = of_session.expires.max(of_person.expires);
                        visit.move_to_person(&mut of_session, &id).await?;
                    }
                    Ok(Some(of_session))
                }
                _ => Err(Trouble::TwoSets),
            }
        };
        let chosen: Result<Option<Loaded>, Trouble> = chosen.await;
        match chosen {
            Ok(Some(loaded)) => Reply::See(self.where_to_go_on(visit, &loaded)),
            Ok(None) => Reply::See(self.address("")),
            Err(trouble) => Reply::Page(visit.trouble(&trouble)),
        }
    }
}
