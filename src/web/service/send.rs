//! Sending the answers, once.

use std::time::Duration;

use tokio::time::Instant;

use super::pages::MOST_CONFLICTS;
use super::session::{Loaded, Stored, Trouble};
use super::visit::Visit;
use super::{Reply, Service};
use crate::form::Uploads;
use crate::journey::{Answers, Receipt, StoreError, Submission, category, now};
use crate::patterns::ErrorPage;

/// After so many seconds a submission that has not ended is taken to have failed with its process.
const SENDING_LASTS: u64 = 10;

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
    /// When sending began is known by a clock that somebody may set back meanwhile. So what seems to begin later than now counts from now, and nobody
    /// waits longer for one attempt than [`SENDING_LASTS`] by a clock that only goes on.
    pub(super) async fn send(&self, visit: &mut Visit<'_, A, U>) -> Reply {
        const WAIT: Duration = Duration::from_millis(100);
        let Some(submit) = &self.journey.submit else { return Reply::See(self.address("")) };
        // The attempt that is waited for, and since when.
        let mut waiting: Option<(u64, Instant)> = None;
        // Longer than sending may last.
        for _ in 0..(SENDING_LASTS + 5) * 10 {
            let mut loaded = match visit.load().await {
                Ok(Some(loaded)) => loaded,
                Ok(None) => return self.ended(visit),
                Err(trouble) => return Reply::Page(visit.trouble(&trouble)),
            };
            if loaded.stored.receipt.is_some() {
                return Reply::See(self.address("confirmation"));
            }
            let state = self.state(Some(&loaded));
            if state.walk.first_open().is_some() {
                return Reply::See(self.address("check-answers"));
            }
            if let Some(since) = loaded.stored.sending {
                let time = now();
                let (_, start) = *waiting.insert(match waiting {
                    Some(known) if known.0 == since => known,
                    // The same attempt, whose time was corrected below.
                    Some((before, start)) if before > time => (since, start),
                    _ => (since, Instant::now()),
                });
                let is_over = time >= since.saturating_add(SENDING_LASTS)
                    || start.elapsed() >= Duration::from_secs(SENDING_LASTS);
                if !is_over {
                    if since > time {
                        loaded.stored.sending = Some(time);
                        match visit.save(&mut loaded).await {
                            Ok(()) | Err(Trouble::Store(StoreError::Conflict)) => {}
                            Err(trouble) => return Reply::Page(visit.trouble(&trouble)),
                        }
                    }
                    tokio::time::sleep(WAIT).await;
                    continue;
                }
            }
            loaded.stored.sending = Some(now());
            match visit.save(&mut loaded).await {
                Ok(()) => {}
                Err(Trouble::Store(StoreError::Conflict)) => continue,
                Err(trouble) => return Reply::Page(visit.trouble(&trouble)),
            }
            let mut answers = state.answers;
            let files = self.journey.files(&mut answers);
            let mut submission = Submission::new(answers, &*loaded.stored.idempotency_key, visit.locale.clone());
            submission.files = files;
            let outcome = submit(submission).await;
            if let Err(error) = &outcome {
                tracing::error!(target: "townhall", error = category(&**error), "a submission failed");
            }
            return self.sent(visit, loaded, outcome.ok()).await;
        }
        Reply::Page(visit.trouble(&Trouble::Store(StoreError::Conflict)))
    }

    /// Notes what became of a submission.
    pub(super) async fn sent(
        &self,
        visit: &mut Visit<'_, A, U>,
        mut loaded: Loaded,
        receipt: Option<Receipt>,
    ) -> Reply {
        for _ in 0..MOST_CONFLICTS {
            loaded.stored.sending = None;
            if receipt.is_some() {
                // The application has the answers now. What is left here is the way to the confirmation.
                loaded.stored = Stored {
                    receipt: receipt.clone(),
                    idempotency_key: loaded.stored.idempotency_key.clone(),
                    ..Stored::default()
                };
            }
            match visit.save(&mut loaded).await {
                Ok(()) if receipt.is_some() => {
                    tracing::info!(target: "townhall", "sent");
                    return Reply::See(self.address("confirmation"));
                }
                Ok(()) => {
                    let page = ErrorPage::problem().answers_are_kept(true);
                    return Reply::Page(visit.error(&page));
                }
                Err(Trouble::Store(StoreError::Conflict)) => match visit.load().await {
                    Ok(Some(again)) => loaded = again,
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
    }

    impl Resident {
        fn request(&self, method: Method, path: &str, fields: &[(&str, &str)]) -> Request<Body> {
            let token = [("townhall-token", self.token.as_str())];
            let data: FormData = token.iter().chain(fields).copied().collect();
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
            if let Some(token) = html.split("name=\"townhall-token\" value=\"").nth(1) {
                token.split('"').next().unwrap().clone_into(&mut self.token);
            }
            response
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_clock_that_goes_back_does_not_keep_anybody_waiting() {
        let attempts = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&attempts);
        // The first attempt never comes to an end: its process has ended, say.
        let submit = move |_| {
            let attempt = count.fetch_add(1, Ordering::Relaxed);
            async move {
                if attempt == 0 {
                    std::future::pending::<()>().await;
                }
                Ok(Receipt::new("GR-1"))
            }
        };
        let words = "greeting = Greeting\ngreeting-confirmation = Sent\nname-full_name = Name\n    .it = your name";
        let languages = Languages::builder().file("en", "en.ftl", words).build().unwrap();
        let journey = Journey::new("greeting").question(|a: &mut Greeting| &mut a.name).submit(submit);
        let service = Service::builder(journey, Brand::council("Northbridge").build().unwrap(), languages);
        let service = service.build().unwrap();
        let mut resident = Resident { service, cookies: Vec::new(), token: String::new() };
        resident.ask(Method::GET, "/name", &[]).await;
        resident.ask(Method::POST, "/name", &[("full_name", "Sam")]).await;
        resident.ask(Method::GET, "/check-answers", &[]).await;
        let first = resident.service.respond(resident.request(Method::POST, "/check-answers", &[]));
        assert!(tokio::time::timeout(Duration::from_secs(1), first).await.is_err());
        assert_eq!(attempts.load(Ordering::Relaxed), 1);
        // Now the clock goes back by an hour: the attempt began later than it is.
        let parts = resident.request(Method::GET, "/name", &[]).into_parts().0;
        let mut visit = Visit::new(&resident.service, &parts);
        let mut loaded = visit.load().await.unwrap().unwrap();
        loaded.stored.sending = Some(now() + 3_600);
        visit.save(&mut loaded).await.unwrap();
        let start = Instant::now();
        let sent = resident.ask(Method::POST, "/check-answers", &[]).await;
        assert_eq!(sent.headers()["location"], "/confirmation");
        assert_eq!(attempts.load(Ordering::Relaxed), 2);
        assert!(start.elapsed() <= Duration::from_secs(SENDING_LASTS + 1), "{:?}", start.elapsed());
    }
}
