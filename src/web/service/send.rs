//! Sending the answers, once.

use std::time::Duration;

use super::pages::MOST_CONFLICTS;
use super::session::{Loaded, Stored, Trouble};
use super::visit::Visit;
use super::{Reply, Service};
use crate::form::Uploads;
use crate::journey::{Answers, Receipt, StoreError, Submission, now};
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
    pub(super) async fn send(&self, visit: &mut Visit<'_, A, U>) -> Reply {
        const WAIT: Duration = Duration::from_millis(100);
        let Some(submit) = &self.journey.submit else { return Reply::See(self.address("")) };
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
            if loaded.stored.sending.is_some_and(|since| now() < since + SENDING_LASTS) {
                tokio::time::sleep(WAIT).await;
                continue;
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
                tracing::error!(target: "townhall", service = self.journey.name, %error, "a submission failed");
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
                Ok(()) if receipt.is_some() => return Reply::See(self.address("confirmation")),
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
