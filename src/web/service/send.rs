//! Sending the answers, once.

use std::time::Duration;

use tokio::time::Instant;

use super::pages::MOST_CONFLICTS;
use super::session::{Loaded, Stored, Trouble};
use super::visit::Visit;
use super::waiting;
use super::{Reply, Service};
use crate::form::{FormData, Uploads};
use crate::journey::{Answers, BoxError, Receipt, StoreError, Submission, category, now, random_hex};
use crate::patterns::ErrorPage;

/// An attempt that has not ended after this time is taken to have failed with its process.
const SENDING_LASTS: Duration = Duration::from_secs(10);
/// How long it may take to note how an attempt has ended, however long that took.
const NOTING: Duration = Duration::from_secs(5);

/// Somebody else's attempt, and since when it is waited for: by the clock of whoever waits, which no other machine can set.
struct Waiting {
    attempt: String,
    since: Instant,
    pause: Duration,
}

impl Waiting {
    /// Waits for an attempt to end, for a moment, and says whether it is worth waiting.
    async fn pause(&mut self, attempt: &str) -> Result<bool, StoreError> {
        const LONGEST: Duration = Duration::from_millis(500);
        if self.attempt != attempt {
            *self = Self::new(attempt);
        }
        let is_over = self.since.elapsed() >= SENDING_LASTS;
        if !is_over {
            waiting::in_time(tokio::time::sleep(self.pause)).await?;
            self.pause = LONGEST.min(2 * self.pause);
        }
        Ok(!is_over)
    }

    fn new(attempt: &str) -> Self {
        Self { attempt: attempt.to_owned(), since: Instant::now(), pause: Duration::from_millis(50) }
    }
}

/// How many seconds files are kept at least while they are handed over: 30 days.
const HANDING_OVER: u64 = 30 * 24 * 60 * 60;

impl<A, U> Service<A, U>
where
    A: Answers,
    U: Uploads,
{
    /// Sends the answers, once.
    ///
    /// That sending has begun is saved before the application hears of it, with a key that is the same for every attempt. A second request waits for
    /// the first; if the process of the first has ended, the next attempt has the same key.
    ///
    /// `form` is what the page that checks answers has sent: if its answers are not those that are kept now, it is shown again, and nothing is sent. Without
    /// it sending is only brought to its end: it has begun with these answers, which cannot have changed since.
    pub(super) async fn send(&self, visit: &mut Visit<'_, A, U>, form: Option<&FormData>) -> Reply {
        let Some(submit) = &self.journey.submit else { return Reply::See(self.address("")) };
        let mut other: Option<Waiting> = None;
        loop {
            let mut loaded = match visit.load().await {
                Ok(Some(loaded)) => loaded,
                Ok(None) => return self.ended(visit),
                Err(trouble) => return Reply::Page(visit.trouble(&trouble)),
            };
            if loaded.stored.receipt.is_some() {
                return Reply::See(self.address("confirmation"));
            }
            let mut state = self.state(Some(&loaded));
            if state.walk.first_open().is_some() {
                return Reply::See(self.address("check-answers"));
            }
            if let Some(attempt) = &loaded.stored.sending {
                match other.get_or_insert_with(|| Waiting::new(attempt)).pause(attempt).await {
                    Ok(true) => continue,
                    Ok(false) => {}
                    Err(busy) => return Reply::Page(visit.trouble(&busy.into())),
                }
            }
            let is_old = form.is_some_and(|form| !Self::has_seen(form, &loaded, &state));
            if is_old && loaded.stored.sending.is_none() {
                return self.check_answers(visit, Some(&loaded), &mut state, true);
            }
            let attempt = match random_hex::<8>() {
                Ok(attempt) => attempt,
                Err(error) => return Reply::Page(visit.trouble(&error.into())),
            };
            loaded.stored.sending = Some(attempt.clone());
            match visit.save(&mut loaded).await {
                Ok(()) => {}
                Err(Trouble::Store(StoreError::Conflict)) => continue,
                Err(trouble) => return Reply::Page(visit.trouble(&trouble)),
            }
            let mut answers = state.answers;
            let files = self.journey.files(&mut answers);
            // They belong to whoever gets them now. If the process ends here, they are deleted after a month.
            for file in &files {
                if let Err(error) = self.uploads.keep(file.key(), now() + HANDING_OVER).await {
                    tracing::error!(target: "townhall", error = %error.kind(), "a file of a submission is not there");
                }
            }
            let keys: Vec<String> = files.iter().map(|file| file.key().to_owned()).collect();
            let mut submission = Submission::new(answers, &*loaded.stored.idempotency_key, visit.locale.clone());
            submission.files = files;
            let outcome = waiting::in_time(submit(submission)).await.unwrap_or_else(|busy| Err(busy.into()));
            match &outcome {
                Ok(_) => {
                    for key in &keys {
                        if let Err(error) = self.uploads.keep(key, u64::MAX).await {
                            tracing::error!(target: "townhall", error = %error.kind(), "a file of a submission is not there");
                        }
                    }
                }
                Err(error) => {
                    tracing::error!(target: "townhall", error = category(&**error), "a submission failed");
                    // They are kept as long as the answers again.
                    loaded.stored.files.until = 0;
                }
            }
            waiting::extend(NOTING);
            return self.sent(visit, loaded, &attempt, outcome).await;
        }
    }

    /// Notes what became of a submission.
    async fn sent(
        &self,
        visit: &mut Visit<'_, A, U>,
        mut loaded: Loaded,
        attempt: &str,
        outcome: Result<Receipt, BoxError>,
    ) -> Reply {
        for _ in 0..MOST_CONFLICTS {
            if loaded.stored.receipt.is_some() {
                return Reply::See(self.address("confirmation"));
            }
            // Whoever has waited too long for this attempt has begun another one. That it is under way is not for this one to change.
            if loaded.stored.sending.as_deref() == Some(attempt) {
                loaded.stored.sending = None;
            }
            if let Ok(receipt) = &outcome {
                // The application has the answers now. What is left here is the way to the confirmation.
                loaded.stored = Stored {
                    receipt: Some(receipt.clone()),
                    idempotency_key: loaded.stored.idempotency_key.clone(),
                    // The reference leads there as well.
                    saved: loaded.stored.saved.clone(),
                    ..Stored::default()
                };
            }
            match visit.save(&mut loaded).await {
                Ok(()) => {
                    return match &outcome {
                        Ok(_) => {
                            tracing::info!(target: "townhall", "sent");
                            Reply::See(self.address("confirmation"))
                        }
                        Err(error) if StoreError::is_cause_of(&**error) => Reply::Page(visit.unavailable()),
                        Err(_) => Reply::Page(visit.error(&ErrorPage::problem().answers_kept_for(self.keep_days))),
                    };
                }
                Err(Trouble::Store(StoreError::Conflict)) => match visit.load().await {
                    Ok(Some(again)) => {
                        loaded = again;
                        loaded.stored.files.until = 0;
                    }
                    Ok(None) => return self.ended(visit),
                    Err(trouble) => return Reply::Page(visit.trouble(&trouble)),
                },
                Err(trouble) => return Reply::Page(visit.trouble(&trouble)),
            }
        }
        Reply::Page(visit.trouble(&Trouble::Store(StoreError::Conflict)))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use bytes::Bytes;
    use http::{Method, Request};
    use serde::{Deserialize, Serialize};
    use validator::Validate;

    use super::*;
    use crate::form::{FormData, Question};
    use crate::journey::Journey;
    use crate::language::Languages;
    use crate::page::Brand;
    use crate::values::FullName;

    #[derive(Default, Serialize, Deserialize)]
    struct Greeting {
        name: Option<Name>,
    }

    #[derive(Serialize, Deserialize, Validate)]
    struct Name {
        full_name: FullName,
    }

    impl Question for Name {
        const NAME: &'static str = "name";
    }

    /// A body in one piece.
    struct Body(Option<Bytes>);

    impl futures_core::Stream for Body {
        type Item = Result<Bytes, std::io::Error>;

        fn poll_next(
            mut self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Self::Item>> {
            std::task::Poll::Ready(self.0.take().map(Ok))
        }
    }

    /// A browser.
    struct Resident {
        service: Service<Greeting>,
        cookies: Vec<String>,
        token: String,
        /// What the page that checks answers has shown.
        shown: String,
    }

    impl Resident {
        fn request(&self, method: Method, path: &str, fields: &[(&str, &str)]) -> Request<Body> {
            let kept = [("townhall-token", self.token.as_str()), ("townhall-shown", self.shown.as_str())];
            let data: FormData = kept.iter().chain(fields).copied().collect();
            let mut request = Request::builder().method(method).uri(path).header("sec-fetch-site", "same-origin");
            for cookie in &self.cookies {
                request = request.header("cookie", cookie);
            }
            let request = request.header("content-type", "application/x-www-form-urlencoded");
            request.body(Body(Some(data.to_urlencoded().into()))).unwrap()
        }

        async fn ask(&mut self, method: Method, path: &str, fields: &[(&str, &str)]) -> http::Response<Bytes> {
            let response = self.service.respond(self.request(method, path, fields)).await;
            for cookie in response.headers().get_all("set-cookie") {
                let cookie = cookie.to_str().unwrap().split(';').next().unwrap();
                let name = cookie.split_once('=').unwrap().0;
                self.cookies.retain(|known| known.split_once('=').unwrap().0 != name);
                self.cookies.push(cookie.to_owned());
            }
            let html = String::from_utf8_lossy(response.body());
            for (field, kept) in [("townhall-token", &mut self.token), ("townhall-shown", &mut self.shown)] {
                if let Some(value) = html.split(&format!("name=\"{field}\" value=\"")).nth(1) {
                    value.split('"').next().unwrap().clone_into(kept);
                }
            }
            response
        }
    }

    /// Somebody who has answered everything, and sends it next.
    async fn before_sending<R>(submit: impl Fn(Submission<Greeting>) -> R + Send + Sync + 'static) -> Resident
    where
        R: Future<Output = Result<Receipt, BoxError>> + Send + 'static,
    {
        let words = "greeting = Greeting\ngreeting-confirmation = Sent\nname-full_name = Name\n    .it = your name";
        let languages = Languages::builder().file("en", "en.ftl", words).build().unwrap();
        let journey = Journey::new("greeting").question(|a: &mut Greeting| &mut a.name).submit(submit);
        let service = Service::builder(journey, Brand::council("Northbridge").build().unwrap(), languages);
        let service = service.build().unwrap();
        let mut resident = Resident { service, cookies: Vec::new(), token: String::new(), shown: String::new() };
        resident.ask(Method::GET, "/name", &[]).await;
        resident.ask(Method::POST, "/name", &[("full_name", "Sam")]).await;
        resident.ask(Method::GET, "/check-answers", &[]).await;
        resident
    }

    #[tokio::test(start_paused = true)]
    async fn an_attempt_whose_process_has_ended_is_waited_for_and_made_again() {
        let attempts = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&attempts);
        // The first attempt never comes to an end.
        let submit = move |_| {
            let attempt = count.fetch_add(1, Ordering::Relaxed);
            async move {
                if attempt == 0 {
                    std::future::pending::<()>().await;
                }
                Ok(Receipt::new("GR-1"))
            }
        };
        let mut resident = before_sending(submit).await;
        let first = resident.service.respond(resident.request(Method::POST, "/check-answers", &[]));
        assert!(tokio::time::timeout(Duration::from_secs(1), first).await.is_err());
        assert_eq!(attempts.load(Ordering::Relaxed), 1);
        let start = Instant::now();
        let sent = resident.ask(Method::POST, "/check-answers", &[]).await;
        assert_eq!(sent.headers()["location"], "/confirmation");
        assert_eq!(attempts.load(Ordering::Relaxed), 2);
        let waited = start.elapsed();
        assert!(waited >= SENDING_LASTS && waited <= SENDING_LASTS + Duration::from_secs(1), "{waited:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_busy_or_away_can_be_sent_again() {
        let attempts = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&attempts);
        let submit = move |_| {
            let attempt = count.fetch_add(1, Ordering::Relaxed);
            async move {
                match attempt {
                    0 => Err(StoreError::Busy.into()),
                    // For longer than anybody waits.
                    1 => std::future::pending().await,
                    2 => Err("it has no such street".into()),
                    _ => Ok(Receipt::new("GR-1")),
                }
            }
        };
        let mut resident = before_sending(submit).await;
        for (status, waited) in [(503, 0), (503, 30), (500, 0), (303, 0)] {
            let start = Instant::now();
            let response = resident.ask(Method::POST, "/check-answers", &[]).await;
            assert_eq!((response.status().as_u16(), start.elapsed().as_secs()), (status, waited));
            assert_eq!(response.headers().contains_key("retry-after"), status == 503);
        }
    }
}
