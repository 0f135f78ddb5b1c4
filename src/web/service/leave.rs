//! Leaving, and coming back: a reference and a secret.

use std::borrow::Cow;

use maud::html;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::session::{Loaded, Saved, Trouble};
use super::visit::Visit;
use super::{Reply, Service};
use crate::form::{Form, FormData, Question, Uploads};
use crate::journey::{Answers, KeysError, Place, Record, RecordId, now, random_hex};
use crate::values::{Date, Text, ValueError};

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

/// Under which name the way back is kept.
fn return_id(saved: &Saved) -> RecordId {
    RecordId::of("return", &format!("{} {}", code(&saved.reference), code(&saved.secret)))
}

impl<A, U> Service<A, U>
where
    A: Answers,
    U: Uploads,
{
    /// Makes a reference and a secret, under which the session is found again.
    pub(super) async fn leave(&self, visit: &mut Visit<'_, A, U>, mut loaded: Loaded) -> Reply {
        let saved = match &loaded.stored.saved {
            Some(saved) => saved.clone(),
            None => {
                let codes =
                    readable_code(&[2, 4, 4]).and_then(|reference| Ok((reference, readable_code(&[4, 4, 4, 4])?)));
                match codes {
                    Ok((reference, secret)) => Saved { reference, secret },
                    Err(error) => return Reply::Page(visit.trouble(&Trouble::Keys(error))),
                }
            }
        };
        let kept = async {
            let Some(name) = visit.kept_under().map(Cow::into_owned) else { return Ok(()) };
            let id = return_id(&saved);
            let version = self.store.load(&id).await?.map_or(0, |record| record.version);
            // The answers themselves end earlier, unless somebody goes on with them.
            let expires = now() + 365 * 24 * 60 * 60;
            let data = self.keys.seal(&id, name.as_bytes())?;
            self.store.save(&id, Record { version, expires, data }).await?;
            Ok::<(), Trouble>(())
        };
        if let Err(trouble) = kept.await {
            return Reply::Page(visit.trouble(&trouble));
        }
        loaded.stored.saved = Some(saved);
        match visit.save(&mut loaded).await {
            Ok(()) => Reply::See(self.address("save")),
            Err(trouble) => Reply::Page(visit.trouble(&trouble)),
        }
    }

    /// The reference and the secret, and until when the answers are kept.
    pub(super) fn saved(&self, visit: &mut Visit<'_, A, U>, loaded: Option<&Loaded>) -> Reply {
        let Some(loaded) = loaded else { return self.ended(visit) };
        let Some(saved) = loaded.stored.saved.clone() else { return Reply::See(self.address("")) };
        let go_on = {
            let state = self.state(Some(loaded));
            let place = if self.journey.has_tasks {
                Place::Tasks
            } else {
                state.walk.first_open().map_or(Place::CheckAnswers, Place::Step)
            };
            visit.place(place)
        };
        let layout = visit.layout(None, None);
        let locale = layout.locale();
        let date = Date::of_unix_time(loaded.expires).to_text(locale);
        let until = locale.text_with("townhall-saved.until", &[("date", date.into())]);
        let page = layout.page(locale.text("townhall-saved")).content(html! {
            (crate::components::SummaryList::new([
                crate::components::SummaryListRow::new(locale.text("townhall-saved.reference"), html! { strong { bdi { (saved.reference) } } }),
                crate::components::SummaryListRow::new(locale.text("townhall-saved.secret"), html! { strong { bdi { (saved.secret) } } }),
            ]))
            (crate::markup::Prose::new(locale.text("townhall-saved.body")))
            p.govuk-body { (until) }
            p.govuk-body { a.govuk-link href=(self.address("return")) { (locale.text("townhall-saved.link")) } }
            p.govuk-body { a.govuk-link href=(go_on) { (locale.text("townhall-saved.go-on")) } }
        });
        Reply::Page(page.private())
    }

    /// Finds a session again by its reference and secret.
    pub(super) async fn come_back(&self, visit: &mut Visit<'_, A, U>, data: FormData) -> Reply {
        let typed = match Form::<Return>::submit(data) {
            Ok(typed) => typed,
            Err(form) => return Reply::Page(self.plain_question(visit, &form.into_any(), "townhall-continue")),
        };
        let saved = Saved { reference: typed.reference.as_str().to_owned(), secret: typed.secret.as_str().to_owned() };
        match self.find_session(&saved).await {
            Ok(Some((secret, loaded))) => {
                visit.set_session(secret, true);
                let state = self.state(Some(&loaded));
                let place = match state.walk.first_open() {
                    _ if loaded.stored.receipt.is_some() => return Reply::See(self.address("confirmation")),
                    _ if self.journey.has_tasks => Place::Tasks,
                    Some(open) => Place::Step(open),
                    None => Place::CheckAnswers,
                };
                Reply::See(visit.place(place))
            }
            Ok(None) => {
                tracing::warn!(target: "townhall", service = self.journey.name, "a reference and a secret that open nothing");
                let form = Form::filled(&typed).add_error("secret", ValueError::new("not-found"));
                Reply::Page(self.plain_question(visit, &form.into_any(), "townhall-continue"))
            }
            Err(trouble) => Reply::Page(visit.trouble(&trouble)),
        }
    }

    pub(super) async fn find_session(&self, saved: &Saved) -> Result<Option<(String, Loaded)>, Trouble> {
        let id = return_id(saved);
        let Some(record) = self.store.load(&id).await? else { return Ok(None) };
        let secret = String::from_utf8(self.keys.open(&id, &record.data)?).map_err(|_| KeysError::Damaged)?;
        let loaded = super::session::load(&*self.store, &self.keys, &secret).await?;
        Ok(loaded.map(|loaded| (secret, loaded)))
    }
}
