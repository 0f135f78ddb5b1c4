//! Leaving, and coming back: a reference and a secret, which is said once.

use maud::html;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::secret::{PersonTag, RecordKind, Session, SessionSecret};
use super::session::{Loaded, Saved, Trouble, load};
use super::visit::Visit;
use super::{Reply, Service};
use crate::components::{Button, SummaryList, SummaryListRow};
use crate::form::{Form, FormData, Question, Uploads};
use crate::journey::{Answers, KeysError, Record, RecordId, now, random_hex};
use crate::markup::Prose;
use crate::page::Document;
use crate::values::{Date, Text, ValueError};

/// The button that opens the saved answers, though there are others in this browser.
const REPLACE_FIELD: &str = "townhall-replace";

/// The question for people who come back.
#[derive(Debug, Serialize, Deserialize, Validate)]
pub(super) struct Return {
    reference: Text<40>,
    secret: Text<80>,
}

impl Question for Return {
    const NAME: &'static str = "townhall-return";
}

/// The letters and digits of a code, which people may have typed in any way.
fn code(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// A code that is easy to read aloud: letters and digits that look like nothing else, in groups.
fn readable_code(groups: &[usize]) -> Result<String, KeysError> {
    const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let random = random_hex::<32>()?;
    let mut bytes = random.as_bytes().chunks(2).filter_map(|pair| {
        let pair = std::str::from_utf8(pair).ok()?;
        u8::from_str_radix(pair, 16).ok()
    });
    let mut code = String::new();
    for (at, length) in groups.iter().enumerate() {
        if at > 0 {
            code.push('-');
        }
        code.extend(bytes.by_ref().take(*length).map(|byte| char::from(LETTERS[usize::from(byte % 32)])));
    }
    Ok(code)
}

/// A reference and a secret.
struct Codes {
    reference: String,
    secret: String,
}

/// What a reference and a secret open.
struct Found {
    record: RecordId,
    loaded: Loaded,
}

impl<A, U> Service<A, U> {
    /// Under which name the way from a reference and a secret to a session is kept.
    fn reference_record(&self, codes: &Codes) -> RecordId {
        self.scope.record(RecordKind::Reference, &format!("{} {}", code(&codes.reference), code(&codes.secret)))
    }

    /// Makes a reference and a secret lead to a session.
    pub(super) async fn lead(&self, record: &RecordId, secret: &SessionSecret) -> Result<(), Trouble> {
        let version = self.store.load(record).await?.map_or(0, |record| record.version);
        // The answers themselves end earlier, unless somebody goes on with them.
        let expires = now() + 365 * 24 * 60 * 60;
        let data = self.keys.seal(record, secret.reveal().as_bytes())?;
        self.store.save(record, Record { version, expires, data }).await?;
        Ok(())
    }
}

impl<A, U> Service<A, U>
where
    A: Answers,
    U: Uploads,
{
    /// Saves answers to come back to, and shows the reference and the secret: the only time, because the secret is not kept. Those who have one already are
    /// shown the reference, and a way to another secret.
    pub(super) async fn save_for_later(&self, visit: &mut Visit<'_, A, U>, loaded: Loaded) -> Reply {
        if loaded.stored.saved.is_some() {
            self.saved(visit, Some(&loaded))
        } else {
            self.new_secret(visit, loaded).await
        }
    }

    /// Makes a secret, and a reference if there is none, under which the session is found again. A secret of before opens nothing any more.
    pub(super) async fn new_secret(&self, visit: &mut Visit<'_, A, U>, mut loaded: Loaded) -> Reply {
        let before = loaded.stored.saved.take();
        let made = async {
            let reference = match &before {
                Some(saved) => saved.reference.clone(),
                None => readable_code(&[2, 4, 4])?,
            };
            let codes = Codes { reference, secret: readable_code(&[4, 4, 4, 4])? };
            let Some(session) = visit.session.clone() else { return Err(KeysError::Damaged.into()) };
            let record = self.reference_record(&codes);
            self.lead(&record, &session.secret).await?;
            let record = record.as_str().to_owned();
            loaded.stored.saved = Some(Saved { reference: codes.reference.clone(), record });
            visit.save(&mut loaded).await?;
            if let Some(before) = before {
                self.store.delete(&RecordId::from_digits(&before.record)).await?;
            }
            visit.set_session(Session { is_saved: true, ..session });
            Ok::<_, Trouble>(codes)
        };
        match made.await {
            Ok(codes) => {
                tracing::info!(target: "townhall", "somebody has saved, to come back later");
                Reply::Page(self.saved_page(visit, &loaded, &codes.reference, Some(&codes.secret)))
            }
            Err(trouble) => Reply::Page(visit.trouble(&trouble)),
        }
    }

    /// The reference, and until when the answers are kept.
    pub(super) fn saved(&self, visit: &mut Visit<'_, A, U>, loaded: Option<&Loaded>) -> Reply {
        let Some(loaded) = loaded else { return self.ended(visit) };
        let Some(saved) = &loaded.stored.saved else { return Reply::See(self.address("")) };
        Reply::Page(self.saved_page(visit, loaded, &saved.reference, None))
    }

    fn saved_page(
        &self,
        visit: &mut Visit<'_, A, U>,
        loaded: &Loaded,
        reference: &str,
        secret: Option<&str>,
    ) -> Document {
        let go_on = self.where_to_go_on(visit, loaded);
        let (name, token) = visit.token();
        visit.is_said_once = secret.is_some();
        let layout = visit.layout(None, None);
        let locale = layout.locale();
        let say = |id: &str| locale.text(id);
        let date = Date::of_unix_time(loaded.expires).to_text(locale);
        let until = locale.text_with("townhall-saved.until", &[("date", date.into())]);
        let row = |id: &str, code: &str| SummaryListRow::new(say(id), html! { strong { bdi { (code) } } });
        let mut rows = vec![row("townhall-saved.reference", reference)];
        rows.extend(secret.map(|secret| row("townhall-saved.secret", secret)));
        let body = if secret.is_some() { "townhall-saved.body" } else { "townhall-saved.again" };
        let hidden = html! { input type="hidden" name=(name) value=(token); };
        let page = layout.page(say("townhall-saved")).content(html! {
            (SummaryList::new(rows))
            (Prose::new(say(body)))
            p.govuk-body { (until) }
            p.govuk-body { a.govuk-link href=(self.address("return")) { (say("townhall-saved.link")) } }
            p.govuk-body { a.govuk-link href=(go_on) { (say("townhall-saved.go-on")) } }
            @if secret.is_none() {
                form method="post" action=(self.address("save")) novalidate {
                    (hidden)
                    (Button::new(say("townhall-saved.new-secret")).classes("govuk-button--secondary").prevent_double_click(true))
                }
            }
            h2.govuk-heading-m { (say("townhall-leave")) }
            p.govuk-body { (say("townhall-leave.why")) }
            form method="post" action=(self.address("leave")) novalidate {
                (hidden)
                (Button::new(say("townhall-leave")).prevent_double_click(true))
            }
        });
        page.private()
    }

    /// Where somebody goes on who has answered some questions.
    pub(super) fn where_to_go_on(&self, visit: &Visit<'_, A, U>, loaded: &Loaded) -> String {
        let state = self.state(Some(loaded));
        if loaded.stored.receipt.is_some() {
            return self.address("confirmation");
        }
        visit.place(state.walk.go_on(), &state)
    }

    /// The page for those who want to leave, or have left.
    pub(super) fn leave_page(&self, visit: &mut Visit<'_, A, U>) -> Reply {
        let can_leave = visit.can_leave();
        if !can_leave && !visit.query_has("left") {
            return Reply::See(self.address(""));
        }
        let (name, token) = if can_leave { visit.token() } else { ("", String::new()) };
        let layout = visit.layout(None, None);
        let locale = layout.locale();
        let page = if can_leave {
            layout.page(locale.text("townhall-leave")).content(html! {
                p.govuk-body { (locale.text("townhall-leave.why")) }
                form method="post" novalidate {
                    input type="hidden" name=(name) value=(token);
                    (Button::new(locale.text("townhall-leave")).prevent_double_click(true))
                }
            })
        } else {
            layout.page(locale.text("townhall-left")).content(html! {
                (Prose::new(locale.text("townhall-left.body")))
                (Button::link(locale.text("townhall-return"), self.address("return")))
            })
        };
        Reply::Page(page.private())
    }

    /// Leaves: this browser has nothing any more, and what it had opens nothing. The reference and the secret do.
    pub(super) async fn leave(&self, visit: &mut Visit<'_, A, U>) -> Reply {
        if !visit.can_leave() {
            return Reply::See(self.address(""));
        }
        let moved = async {
            let Some(mut loaded) = visit.load().await? else { return Ok(()) };
            let Some(record) = loaded.stored.saved.as_ref().map(|saved| RecordId::from_digits(&saved.record)) else {
                return Ok(());
            };
            visit.change_secret(&mut loaded, &SessionSecret::new()?, Some(&record)).await
        };
        let moved: Result<(), Trouble> = moved.await;
        if let Err(trouble) = moved {
            // Without its cookie the browser has lost the answers all the same.
            tracing::error!(target: "townhall", service = self.journey.name, error = %trouble, "a session could not be ended in the store");
        }
        tracing::info!(target: "townhall", service = self.journey.name, "somebody has left");
        visit.end_session();
        let page = Document::new("").status(303).header("location", self.address("leave?left")).private();
        // Cookies stay: they may be those of other applications on this host.
        Reply::Page(page.header("clear-site-data", "\"cache\", \"storage\""))
    }

    /// Finds a session again by its reference and secret. Answers in this browser that nothing else opens are not dropped without a question.
    pub(super) async fn come_back(&self, visit: &mut Visit<'_, A, U>, data: FormData) -> Reply {
        let replaces = data.get(REPLACE_FIELD).is_some();
        let typed = match Form::<Return>::submit(data) {
            Ok(typed) => typed,
            Err(form) => return Reply::Page(self.plain_question(visit, &form.into_any(), "townhall-continue")),
        };
        let codes = Codes { reference: typed.reference.as_str().to_owned(), secret: typed.secret.as_str().to_owned() };
        let found = match self.find(&codes).await {
            Ok(Some(found)) => found,
            Ok(None) => {
                tracing::warn!(target: "townhall", service = self.journey.name, "a reference and a secret that open nothing");
                let form = Form::filled(&typed).add_error("secret", ValueError::new("not-found"));
                return Reply::Page(self.plain_question(visit, &form.into_any(), "townhall-continue"));
            }
            Err(trouble) => return Reply::Page(visit.trouble(&trouble)),
        };
        // What cannot be read cannot be asked about, and is not deleted.
        let current = match visit.load().await {
            Ok(current) => current,
            Err(trouble) if trouble.is_passing() => return Reply::Page(visit.trouble(&trouble)),
            Err(_) => None,
        };
        let current = current.filter(|current| current.stored.receipt.is_none() && current.id != found.loaded.id);
        if let Some(current) = current.as_ref().filter(|_| !replaces) {
            return Reply::Page(self.ask_to_replace(visit, current, &codes));
        }
        match self.open(visit, found, current).await {
            Ok(loaded) => Reply::See(self.where_to_go_on(visit, &loaded)),
            Err(trouble) => Reply::Page(visit.trouble(&trouble)),
        }
    }

    /// Opens answers in this browser, under a secret that is made now: what had them before has them no more.
    async fn open(
        &self,
        visit: &mut Visit<'_, A, U>,
        found: Found,
        current: Option<Loaded>,
    ) -> Result<Loaded, Trouble> {
        let Found { record, mut loaded } = found;
        let session =
            Session { started: Some(visit.now), is_saved: true, ..Session::new(PersonTag::default(), visit.now)? };
        visit.change_secret(&mut loaded, &session.secret, Some(&record)).await?;
        // Those that have a reference of their own stay.
        if let Some(id) = current.filter(|current| current.stored.saved.is_none()).and_then(|current| current.id) {
            self.store.delete(&id).await?;
        }
        tracing::info!(target: "townhall", service = self.journey.name, "somebody has come back with a reference");
        visit.set_session(session);
        Ok(loaded)
    }

    /// Asks what is to become of answers in this browser.
    fn ask_to_replace(&self, visit: &mut Visit<'_, A, U>, current: &Loaded, codes: &Codes) -> Document {
        let go_on = self.where_to_go_on(visit, current);
        let (name, token) = visit.token();
        let is_saved = current.stored.saved.is_some();
        // What was typed is in the form: without links to other languages, which would lose it.
        let layout = visit.layout(Some("return"), None);
        let locale = layout.locale();
        let say = |id: &str| locale.text(id);
        let body = if is_saved { "townhall-replace.saved" } else { "townhall-replace.body" };
        let open =
            Button::new(say("townhall-replace.open")).name(REPLACE_FIELD).value("yes").prevent_double_click(true);
        let page = layout.page(say("townhall-replace")).back_link(self.address("return")).content(html! {
            (Prose::new(say(body)))
            form id="return" method="post" novalidate {
                input type="hidden" name=(name) value=(token);
                input type="hidden" name="reference" value=(codes.reference);
                input type="hidden" name="secret" value=(codes.secret);
                div.govuk-button-group {
                    (if is_saved { open } else { open.classes("govuk-button--warning") })
                    a.govuk-link href=(go_on) { (say("townhall-replace.stay")) }
                }
            }
        });
        page.private()
    }

    async fn find(&self, codes: &Codes) -> Result<Option<Found>, Trouble> {
        let record = self.reference_record(codes);
        let Some(kept) = self.store.load(&record).await? else { return Ok(None) };
        let secret = String::from_utf8(self.keys.open(&record, &kept.data)?).map_err(|_| KeysError::Damaged)?;
        let Some(secret) = SessionSecret::kept(secret) else { return Err(KeysError::Damaged.into()) };
        let id = self.scope.record(RecordKind::Session, secret.reveal());
        let loaded = load(&*self.store, &self.keys, &id).await?;
        Ok(loaded.map(|loaded| Found { record, loaded }))
    }
}
