//! The files of a session: whose they are, how pages name them, and how long they are kept.

use std::sync::PoisonError;

use super::SignedIn;
use super::session::{Loaded, Trouble, answers};
use super::visit::{DAY, Visit};
use crate::form::{FieldShape, FileHandles, UNCOMMITTED_SECONDS, Uploads, file_owner};
use crate::journey::{Answers, Asks, now};

use super::route::Route;

/// What was loaded before a body was read: perhaps nothing is kept.
pub(super) struct Early(pub(super) Option<Loaded>);

impl<'s, A, U> Visit<'s, A, U>
where
    A: Answers,
    U: Uploads,
{
    /// The question of the page.
    pub(super) fn asks(&self) -> Option<&'s dyn Asks<A>> {
        let (Route::Step(at) | Route::Item(at, _)) = self.route else { return None };
        self.service.journey.steps.get(at)?.asks()
    }

    /// Whether the page asks for files.
    pub(super) fn takes_files(&self) -> bool {
        self.service.has_files
            && self.asks().is_some_and(|asks| asks.blank().shape.all().iter().any(FieldShape::is_file))
    }

    /// Whose files these are, hashed: the person's, or those of this browser's session.
    fn file_session(&self) -> String {
        match &self.signed_in {
            Some(SignedIn::Person(person)) => file_owner(&format!("person {person}")),
            _ => file_owner(self.session.as_ref().map_or("", |session| session.secret.reveal())),
        }
    }

    /// What signs the handles of files for this browser, and knows those of the session under which its record began.
    pub(super) fn file_handles(&self, loaded: Option<&Loaded>) -> FileHandles {
        let name = [self.service.journey.name, " ", self.service.path()].concat();
        let scoped = |session: &str| [&*name, " ", session].concat();
        let handles = self.service.keys.file_handles().for_session(&scoped(&self.file_session()));
        match loaded.map(|loaded| loaded.stored.files.session.as_str()).filter(|first| !first.is_empty()) {
            Some(first) => {
                let first = scoped(first);
                let owner = file_owner(&first);
                handles.or_session(first, owner)
            }
            None => handles,
        }
    }

    /// Loads what is kept, for the next that asks as well.
    pub(super) async fn load_early(&self) -> Result<Option<Loaded>, Trouble> {
        let loaded = self.load().await?;
        *self.early.lock().unwrap_or_else(PoisonError::into_inner) = Some(Early(loaded.clone()));
        Ok(loaded)
    }

    /// What was loaded early, once.
    pub(super) fn take_early(&self) -> Option<Early> {
        self.early.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Keeps something for this browser or person, and its files for as long.
    pub(super) async fn save(&mut self, loaded: &mut Loaded) -> Result<(), Trouble> {
        if loaded.stored.files.session.is_empty() {
            loaded.stored.files.session = self.file_session();
        }
        self.take_early();
        let before = loaded.stored.files.keys.clone();
        loaded.expires = now() + u64::from(self.service.keep_days) * DAY;
        self.keep_files(loaded).await?;
        self.save_record(loaded).await?;
        self.settle_files(&before, loaded).await;
        Ok(())
    }

    /// Keeps the files of answers and drafts for as long as the record: before it is saved, so that no answer has a file that is deleted.
    async fn keep_files(&self, loaded: &mut Loaded) -> Result<(), Trouble> {
        if !self.service.has_files || loaded.stored.receipt.is_some() {
            return Ok(());
        }
        let (mut all, _) = answers::<A>(&loaded.stored.answers);
        let mut keys: Vec<String> =
            self.service.journey.files(&mut all).iter().map(|file| file.key().to_owned()).collect();
        let drafts = loaded.stored.drafts.values().flatten().filter_map(|(_, entry)| entry.file());
        keys.extend(drafts.map(|kept| kept.file.key().to_owned()));
        let files = &mut loaded.stored.files;
        // A day more than the record, so that not every save has to say it again.
        let is_renewed = loaded.expires > files.until;
        let until = if is_renewed { loaded.expires + DAY } else { files.until };
        for key in keys.iter().filter(|key| is_renewed || !files.keys.contains(key)) {
            match self.service.uploads.keep(key, until).await {
                // An answer whose file is gone is still an answer: whoever gets it sees that.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound && files.keys.contains(key) => {
                    tracing::error!(target: "townhall", "a file of an answer is gone");
                }
                kept => kept?,
            }
        }
        (files.keys, files.until) = (keys, until);
        Ok(())
    }

    /// Lets go of files that no answer has any more, for an hour in which a page that is open may still bring them back.
    ///
    /// Somebody else may save an answer with such a file at the same time. So whoever lets go of one looks at the record afterwards, and whoever has
    /// saved a new one says once more that it is kept: whichever comes last, the file stays.
    async fn settle_files(&self, before: &[String], loaded: &Loaded) {
        let files = &loaded.stored.files;
        let uploads = &self.service.uploads;
        let is_handed_over = loaded.stored.receipt.is_some();
        let gone: Vec<&String> = before.iter().filter(|key| !files.keys.contains(key) && !is_handed_over).collect();
        let mut kept = Vec::new();
        for key in files.keys.iter().filter(|key| !before.contains(key)) {
            kept.push(uploads.keep(key, files.until).await);
        }
        for key in &gone {
            kept.push(uploads.keep(key, now() + UNCOMMITTED_SECONDS).await);
        }
        if !gone.is_empty()
            && let Ok(Some(again)) = self.load().await
        {
            let files = &again.stored.files;
            for key in gone.into_iter().filter(|key| files.keys.contains(key)) {
                kept.push(uploads.keep(key, files.until).await);
            }
        }
        for error in kept.into_iter().filter_map(Result::err) {
            tracing::error!(target: "townhall", error = %error.kind(), "a file could not be kept or released");
        }
    }
}
