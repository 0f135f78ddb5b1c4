//! Reading a form with files: each is checked while it is streamed to where the application keeps it.

use std::collections::HashMap;
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use multer::{Constraints, Field, Multipart, SizeLimit};

use super::body::{Body, BodyError, HeaderAllowance};
use super::data::REMOVE_FILE_FIELD;
use super::disposition::Disposition;
use super::fields::FileRules;
use super::shape::{FieldShape, Kind, Shape};
use super::uploads::{UploadError, UploadWriter, Uploads, Usage};
use super::{FileHandles, FormData, FormDataError, Limits, Question};
use crate::values::{FileType, UploadedFile, ValueError};

/// How much more than a form may hold is read of it, and thrown away: a file that is far too large must not cost what was typed below it.
const DRAINED: u64 = 256 * 1024 * 1024;

/// Reads a form with files, as `multipart/form-data` ([RFC 7578](https://www.rfc-editor.org/rfc/rfc7578)), or one without as
/// `application/x-www-form-urlencoded`. A file that is refused is an error of its field, which [`Form::submit`](super::Form::submit)
/// tells with the others; nothing else is lost.
///
/// Files that came with an earlier submission of the same page come back by their handles. If the form cannot be read, those that came with it are removed.
///
/// It runs in tokio, with its timers.
///
/// # Errors
///
/// When the body is no form, is cut off, is above a limit, or is not there in time.
pub async fn receive<Q, S, E, U>(
    content_type: &str,
    body: S,
    limits: &Limits,
    uploads: &U,
    handles: &FileHandles,
) -> Result<FormData, FormDataError>
where
    Q: Question,
    S: Stream<Item = Result<Bytes, E>> + Send + 'static,
    E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
    U: Uploads,
{
    let shape = Shape::of::<Q>();
    Receiver { question: Q::NAME, shape, limits, uploads, handles, token: None }.receive(content_type, body).await
}

/// The token that stands before everything else in a form.
#[derive(Clone, Copy)]
pub(crate) struct FormToken<'a> {
    pub(crate) field: &'static str,
    pub(crate) is_good: &'a (dyn Fn(&str) -> bool + Sync),
}

/// What reads the form of a question, whatever its type.
pub(crate) struct Receiver<'a, U> {
    pub(crate) question: &'static str,
    pub(crate) shape: &'a Shape,
    pub(crate) limits: &'a Limits,
    pub(crate) uploads: &'a U,
    pub(crate) handles: &'a FileHandles,
    /// Without it no file is stored.
    pub(crate) token: Option<FormToken<'a>>,
}

/// What has been seen of a form so far.
#[derive(Default)]
struct Progress {
    data: FormData,
    /// The bytes of names and values that may still come.
    left: usize,
    /// Whether the token has come, and whether it is good.
    token: Option<bool>,
    /// The files of each field that came with this form.
    arrived: HashMap<String, Vec<UploadedFile>>,
    /// The handles of each field.
    kept: HashMap<String, Vec<String>>,
    /// What there is of this session.
    usage: Option<Usage>,
}

/// Why a file was not stored, or why the whole form cannot be read.
enum Refusal {
    File(ValueError),
    Form(BodyError),
}

impl From<ValueError> for Refusal {
    fn from(error: ValueError) -> Self {
        Self::File(error)
    }
}

impl From<multer::Error> for Refusal {
    fn from(error: multer::Error) -> Self {
        Self::Form(body_error(&error))
    }
}

fn body_error(error: &multer::Error) -> BodyError {
    match error {
        multer::Error::StreamReadFailed(error) => error.downcast_ref().copied().unwrap_or(BodyError::CutOff),
        _ => BodyError::CutOff,
    }
}

fn failed() -> ValueError {
    ValueError::new("file-failed")
}

impl<U: Uploads> Receiver<'_, U> {
    /// Reads the form.
    pub(crate) async fn receive<S, E>(&self, content_type: &str, body: S) -> Result<FormData, FormDataError>
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: 'static,
    {
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        if essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            let most = u64::try_from(self.limits.bytes).unwrap_or(u64::MAX);
            let bytes = Body::new(body, most, self.time()).collect().await;
            let bytes = bytes.map_err(|error| self.form_error(error))?;
            return Ok(self.with_kept_files(FormData::from_urlencoded(&bytes, self.limits)?).await);
        }
        let boundary = multer::parse_boundary(content_type)
            .map_err(|_| FormDataError::ContentType { content_type: essence.to_owned() })?;
        // Text counts against the limit of the form, files against their own.
        let files = self.shape.all().iter().filter(|field| field.is_file()).fold(0_u64, |sum, field| {
            let rules = field.shown.file_rules();
            sum.saturating_add(rules.max_bytes.saturating_mul(u64::from(most_of(field, rules))))
        });
        let has_files = files > 0;
        let most = files
            .saturating_add(u64::try_from(self.limits.bytes).unwrap_or(u64::MAX))
            .saturating_add(if has_files { DRAINED } else { 64 * 1024 });
        let body = Body::new(body, most, self.time());
        let headers = body.headers();
        let constraints = Constraints::new().size_limit(SizeLimit::new());
        let mut multipart = Multipart::with_constraints(body, boundary, constraints);
        let mut progress = Progress { left: self.limits.bytes, ..Progress::default() };
        match self.read_parts(&mut multipart, &headers, &mut progress).await {
            Ok(()) => {
                let Progress { mut data, arrived, kept, .. } = progress;
                self.add_files(&mut data, arrived, kept).await;
                Ok(Self::without_removed(data))
            }
            Err(error) => {
                for file in progress.arrived.values().flatten() {
                    // What cannot be removed now is deleted within the hour.
                    let _ = self.uploads.remove(file.key()).await;
                }
                Err(error)
            }
        }
    }

    /// How long the body may take.
    fn time(&self) -> Duration {
        let has_files = self.shape.all().iter().any(FieldShape::is_file);
        if has_files { self.limits.upload_time } else { self.limits.time }
    }

    fn form_error(&self, error: BodyError) -> FormDataError {
        match error {
            BodyError::CutOff => FormDataError::CutOff,
            BodyError::TooLarge => FormDataError::TooLarge { limit: self.limits.bytes },
            BodyError::HeadersTooLarge => FormDataError::HeadersTooLarge { limit: self.limits.part_header_bytes },
            BodyError::TooSlow => FormDataError::TooSlow { seconds: self.time().as_secs() },
        }
    }

    fn file_field(&self, name: &str) -> Option<&FieldShape> {
        self.shape.field(name).filter(|field| field.is_file())
    }

    async fn read_parts(
        &self,
        multipart: &mut Multipart<'static>,
        headers: &HeaderAllowance,
        progress: &mut Progress,
    ) -> Result<(), FormDataError> {
        let unreadable = |error: &multer::Error| self.form_error(body_error(error));
        let mut number = 0;
        loop {
            headers.start(self.limits.part_header_bytes);
            let Some(mut part) = multipart.next_field().await.map_err(|error| unreadable(&error))? else {
                return Ok(());
            };
            headers.end();
            number += 1;
            if number > self.limits.fields {
                return Err(FormDataError::TooManyFields { limit: self.limits.fields });
            }
            // With what stands between and around them in a header.
            let header_bytes: usize =
                part.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
            if header_bytes > self.limits.part_header_bytes {
                return Err(self.form_error(BodyError::HeadersTooLarge));
            }
            let too_large = || FormDataError::TooLarge { limit: self.limits.bytes };
            progress.left = progress.left.checked_sub(header_bytes).ok_or_else(too_large)?;
            let disposition: Option<&[u8]> = part.headers().get("content-disposition").map(AsRef::as_ref);
            let Disposition { name, file_name } = disposition.map(Disposition::read).unwrap_or_default();
            match (name, file_name) {
                (Some(name), Some(file_name)) if self.file_field(&name).is_some() => {
                    self.read_file(part, name, &file_name, progress).await?;
                }
                (name, file_name) => {
                    let mut text = Vec::new();
                    while let Some(chunk) = part.chunk().await.map_err(|error| unreadable(&error))? {
                        progress.left = progress.left.checked_sub(chunk.len()).ok_or_else(too_large)?;
                        text.extend_from_slice(&chunk);
                    }
                    // A file in a field that takes none, and what has no name, are nothing that was asked for.
                    let (Some(name), None) = (name, file_name) else { continue };
                    let text = String::from_utf8(text).map_err(|_| FormDataError::Encoding)?;
                    if self.file_field(&name).is_some() {
                        progress.kept.entry(name).or_default().push(text);
                        continue;
                    }
                    if let Some(token) = self.token.filter(|token| token.field == name && progress.token.is_none()) {
                        progress.token = Some((token.is_good)(&text));
                    }
                    progress.data.push(name, text);
                }
            }
        }
    }

    /// Reads a part with a file, and stores it if it may be stored.
    async fn read_file(
        &self,
        mut part: Field<'static>,
        name: String,
        file_name: &str,
        progress: &mut Progress,
    ) -> Result<(), FormDataError> {
        let (Some(field), false) = (self.file_field(&name), file_name.is_empty()) else {
            // A box that was left empty sends a file without a name.
            return drained(&mut part).await.map_err(|error| self.form_error(error));
        };
        let is_trusted = match (self.token, progress.token) {
            (None, _) => true,
            (Some(_), Some(is_good)) => is_good,
            (Some(_), None) => return Err(FormDataError::FileBeforeToken),
        };
        let rules = field.shown.file_rules();
        let most = usize::try_from(most_of(field, rules)).unwrap_or(usize::MAX);
        let kept = if field.kind == Kind::Files { self.known(&name, progress.kept.get(&name)).len() } else { 0 };
        let stored = kept + progress.arrived.get(&name).map_or(0, Vec::len);
        let outcome = if !is_trusted {
            Err(Refusal::File(ValueError::new("file-again")))
        } else if stored >= most {
            Err(Refusal::File(FileRules { most: u32::try_from(most).unwrap_or(u32::MAX), ..rules }.too_many()))
        } else {
            self.store(&mut part, file_name, rules, &mut progress.usage).await
        };
        match outcome {
            Ok(file) => progress.arrived.entry(name).or_default().push(file),
            Err(Refusal::Form(error)) => return Err(self.form_error(error)),
            Err(Refusal::File(error)) => {
                // The rest is read, so that the fields after it are not lost, and not kept.
                drained(&mut part).await.map_err(|error| self.form_error(error))?;
                progress.data.push_error(name, error);
            }
        }
        Ok(())
    }

    /// Whether somebody may store so much more.
    fn check_quota(&self, usage: Usage, more: Usage) -> Result<(), Refusal> {
        let is_above = usage.files + more.files > self.limits.session_files
            || usage.bytes + more.bytes > self.limits.session_bytes;
        if is_above && !self.handles.owner().is_empty() {
            return Err(Refusal::File(ValueError::new("file-quota")));
        }
        Ok(())
    }

    async fn usage(&self) -> Result<Usage, Refusal> {
        match self.handles.owner() {
            "" => Ok(Usage::default()),
            owner => self.uploads.usage(owner).await.map_err(|_| Refusal::File(failed())),
        }
    }

    /// Streams a file to the application.
    async fn store(
        &self,
        part: &mut Field<'static>,
        name: &str,
        rules: FileRules,
        known: &mut Option<Usage>,
    ) -> Result<UploadedFile, Refusal> {
        let mut waiting = Vec::new();
        let mut first = Vec::new();
        while first.len() < FileType::PROBE {
            let Some(chunk) = part.chunk().await? else { break };
            first.extend_from_slice(&chunk);
            waiting.push(chunk);
        }
        if first.is_empty() {
            return Err(ValueError::new("file-empty").into());
        }
        let file_type = FileType::detect(&first, name).filter(|found| rules.types.contains(found));
        let file_type = file_type.ok_or_else(|| rules.wrong_type())?;
        drop(first);
        let before = match *known {
            Some(usage) => usage,
            None => self.usage().await?,
        };
        self.check_quota(before, Usage { files: 1, bytes: 1 })?;
        let mut writer = self.uploads.start(self.handles.owner()).await.map_err(|_| failed())?;
        let mut size = 0_u64;
        let mut waiting = waiting.into_iter();
        let written: Result<(), Refusal> = loop {
            let chunk = match waiting.next() {
                Some(chunk) => chunk,
                None => match part.chunk().await {
                    Ok(Some(chunk)) => chunk,
                    Ok(None) => break Ok(()),
                    Err(error) => break Err(error.into()),
                },
            };
            size = size.saturating_add(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
            if size > rules.max_bytes {
                break Err(rules.too_big().into());
            }
            if let Err(refusal) = self.check_quota(before, Usage { files: 1, bytes: size }) {
                break Err(refusal);
            }
            if writer.write(chunk).await.is_err() {
                break Err(failed().into());
            }
        };
        if let Err(refusal) = written {
            writer.discard().await;
            return Err(refusal);
        }
        let key = match writer.finish(file_type, size, name).await {
            Ok(key) => key,
            Err(UploadError::Refused(error)) => return Err(error.into()),
            Err(UploadError::Failed(_)) => return Err(failed().into()),
        };
        // Others of the same session may have come in meanwhile. Whoever sees that it is too much takes its own back.
        let usage = self.usage().await;
        if let Err(refusal) = usage.and_then(|usage| {
            *known = Some(usage);
            self.check_quota(usage, Usage::default())
        }) {
            *known = None;
            // What cannot be removed now is deleted within the hour.
            let _ = self.uploads.remove(&key).await;
            return Err(refusal);
        }
        Ok(UploadedFile::new(key, file_type, size, name)?)
    }

    /// The handles that this service has signed for a field, each once.
    fn known<'h>(&self, field: &str, handles: Option<&'h Vec<String>>) -> Vec<(&'h str, &'h str)> {
        let mut known: Vec<(&str, &str)> = Vec::new();
        for handle in handles.into_iter().flatten() {
            if let Some(key) = self.handles.verify(self.question, field, handle)
                && !known.iter().any(|(_, other)| *other == key)
            {
                known.push((handle, key));
            }
        }
        known
    }

    /// Puts the files of each field into the form: those that were kept, and those that came. One that takes the place of another leaves it out.
    async fn add_files(
        &self,
        data: &mut FormData,
        mut arrived: HashMap<String, Vec<UploadedFile>>,
        kept: HashMap<String, Vec<String>>,
    ) {
        for field in self.shape.all().iter().filter(|field| field.is_file()) {
            let name = field.path.as_str();
            let new = arrived.remove(name).unwrap_or_default();
            let most = usize::try_from(most_of(field, field.shown.file_rules())).unwrap_or(usize::MAX);
            if field.kind == Kind::Files || new.is_empty() {
                for (handle, key) in self.known(name, kept.get(name)).into_iter().take(most) {
                    match self.uploads.find(key).await {
                        Ok(Some(file)) => data.push_file(name, file, Some(handle.to_owned())),
                        // It was removed, or has expired.
                        Ok(None) => data.push_error(name.to_owned(), ValueError::new("file-again")),
                        Err(_) => data.push_error(name.to_owned(), failed()),
                    }
                }
            }
            for file in new {
                let handle = self.handles.sign(self.question, name, file.key());
                data.push_file(name, file, Some(handle));
            }
        }
    }

    /// A form without files of its own, with those that its handles name in their places.
    async fn with_kept_files(&self, data: FormData) -> FormData {
        let mut kept: HashMap<String, Vec<String>> = HashMap::new();
        for (name, text) in data.iter().filter(|(name, _)| self.file_field(name).is_some()) {
            kept.entry(name.to_owned()).or_default().push(text.to_owned());
        }
        let mut data = data;
        for name in kept.keys() {
            data.remove(name);
        }
        self.add_files(&mut data, HashMap::new(), kept).await;
        Self::without_removed(data)
    }

    /// Takes the file away whose button was pressed.
    fn without_removed(mut data: FormData) -> FormData {
        if let Some(handle) = data.get(REMOVE_FILE_FIELD).map(str::to_owned) {
            data.remove_file(&handle);
        }
        data
    }
}

/// How many files a field takes.
fn most_of(field: &FieldShape, rules: FileRules) -> u32 {
    if field.kind == Kind::Files { rules.most } else { 1 }
}

async fn drained(part: &mut Field<'static>) -> Result<(), BodyError> {
    while part.chunk().await.map_err(|error| body_error(&error))?.is_some() {}
    Ok(())
}

/// Reads a body to its end, as far as a form may reach, and keeps nothing: a browser that is still sending would not hear the answer.
#[cfg(feature = "journey")]
pub(crate) async fn drain<S, E>(body: S, limits: &Limits, has_files: bool)
where
    S: Stream<Item = Result<Bytes, E>> + Send + 'static,
    E: 'static,
{
    let (most, time) = if has_files { (DRAINED, limits.upload_time) } else { (64 * 1024, limits.time) };
    Body::new(body, most.saturating_add(u64::try_from(limits.bytes).unwrap_or(u64::MAX)), time).drain().await;
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};
    use validator::Validate;

    use super::super::MemoryUploads;
    use super::*;

    #[derive(Serialize, Deserialize, Validate)]
    struct Proof {
        letter: UploadedFile,
    }

    impl Question for Proof {
        const NAME: &'static str = "proof";
    }

    struct Once(Option<Bytes>);

    impl Stream for Once {
        type Item = Result<Bytes, std::convert::Infallible>;

        fn poll_next(
            mut self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Self::Item>> {
            std::task::Poll::Ready(self.0.take().map(Ok))
        }
    }

    fn part(name: &str, file: &str, content: &str) -> String {
        format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{content}\r\n")
    }

    fn receive(parts: &[String], uploads: &MemoryUploads) -> Result<FormData, FormDataError> {
        let body = Once(Some(format!("{}--cut--\r\n", parts.concat()).into()));
        let (limits, handles) = (Limits::default(), FileHandles::new([7; 32]));
        let is_good = |token: &str| token == "good";
        let token = Some(FormToken { field: "token", is_good: &is_good });
        let shape = Shape::of::<Proof>();
        let receiver = Receiver { question: "proof", shape, limits: &limits, uploads, handles: &handles, token };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(receiver.receive("multipart/form-data; boundary=cut", body))
    }

    #[test]
    fn no_file_is_stored_before_the_token() {
        let uploads = MemoryUploads::new();
        let file = part("letter", "; filename=\"a.pdf\"", "%PDF-1.7");
        let empty = part("letter", "; filename=\"\"", "");
        let (good, bad) = (part("token", "", "good"), part("token", "", "bad"));
        let note = part("note", "", "typed");

        for parts in
            [vec![file.clone()], vec![file.clone(), good.clone()], vec![note.clone(), file.clone(), good.clone()]]
        {
            assert_eq!(receive(&parts, &uploads), Err(FormDataError::FileBeforeToken));
        }
        // What was typed comes through: the page is shown again with it. The first token counts.
        for parts in
            [vec![bad.clone(), file.clone(), note.clone()], vec![bad, good.clone(), file.clone(), note.clone()]]
        {
            let data = receive(&parts, &uploads).unwrap();
            assert_eq!((data.get("note"), data.files("letter").count()), (Some("typed"), 0));
            assert_eq!(data.errors().iter().map(|(_, error)| error.code()).collect::<Vec<_>>(), ["file-again"]);
        }
        assert!(uploads.is_empty());
        // A box that was left empty is no file.
        assert!(receive(&[empty, good.clone()], &uploads).is_ok());
        let data = receive(&[good, file], &uploads).unwrap();
        assert_eq!((data.files("letter").count(), uploads.len()), (1, 1));
    }
}
