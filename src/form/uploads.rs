//! Files: streamed to where the application keeps them, while they are checked.

use std::collections::HashMap;
use std::future::Future;
use std::io;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use futures_core::Stream;
use multer::{Constraints, Field, Multipart, SizeLimit};

use super::fields::FileRules;
use super::shape::{FieldShape, Kind, Shape};
use super::{FormData, FormDataError, Limits, Question};
use crate::values::{FileType, UploadedFile, ValueError};

/// Where an application keeps files. A file is written while it arrives, so that no size needs memory.
pub trait Uploads: Sync {
    /// What a file is written with.
    type Writer: UploadWriter;

    /// Starts a new file.
    fn start(&self) -> impl Future<Output = io::Result<Self::Writer>> + Send;

    /// The file with a key, if there is one: it came with an earlier submission of the same page. What the page says about it is
    /// not believed.
    fn find(&self, key: &str) -> impl Future<Output = io::Result<Option<UploadedFile>>> + Send;
}

/// Writes one file.
pub trait UploadWriter: Send {
    /// Writes the next bytes.
    fn write(&mut self, bytes: Bytes) -> impl Future<Output = io::Result<()>> + Send;

    /// Ends a good file, and gives the key under which it is found: at least 128 bits that nobody can guess.
    fn finish(self, file_type: FileType, size: u64, name: &str) -> impl Future<Output = io::Result<String>> + Send;

    /// Throws a file away that was not accepted.
    fn discard(self) -> impl Future<Output = ()> + Send;
}

/// Files and what is in them, by their keys.
type Stored = HashMap<String, (UploadedFile, Vec<u8>)>;

/// Files in memory: for tests, and for trying things out. A copy shares its files.
#[derive(Clone, Default)]
pub struct MemoryUploads {
    files: Arc<Mutex<Stored>>,
}

impl MemoryUploads {
    /// No files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What is in a file.
    #[must_use]
    pub fn content(&self, key: &str) -> Option<Vec<u8>> {
        self.files.lock().ok()?.get(key).map(|(_, content)| content.clone())
    }
}

/// Writes a file into [`MemoryUploads`].
pub struct MemoryWriter {
    uploads: MemoryUploads,
    content: Vec<u8>,
}

impl Uploads for MemoryUploads {
    type Writer = MemoryWriter;

    async fn start(&self) -> io::Result<MemoryWriter> {
        Ok(MemoryWriter { uploads: self.clone(), content: Vec::new() })
    }

    async fn find(&self, key: &str) -> io::Result<Option<UploadedFile>> {
        Ok(self.files.lock().ok().and_then(|files| files.get(key).map(|(file, _)| file.clone())))
    }
}

impl UploadWriter for MemoryWriter {
    async fn write(&mut self, bytes: Bytes) -> io::Result<()> {
        self.content.extend_from_slice(&bytes);
        Ok(())
    }

    async fn finish(self, file_type: FileType, size: u64, name: &str) -> io::Result<String> {
        let mut random = [0; 32];
        getrandom::fill(&mut random).map_err(io::Error::other)?;
        let hex = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
        let key: String = random.iter().flat_map(|byte| [hex(byte >> 4), hex(byte & 15)]).collect();
        let file = UploadedFile::new(key.as_str(), file_type, size, name).map_err(io::Error::other)?;
        if let Ok(mut files) = self.uploads.files.lock() {
            files.insert(key.clone(), (file, self.content));
        }
        Ok(key)
    }

    async fn discard(self) {}
}

/// Reads a form with files, as `multipart/form-data` ([RFC 7578](https://www.rfc-editor.org/rfc/rfc7578)), or one without as
/// `application/x-www-form-urlencoded`. A file that is refused is an error of its field, which [`Form::submit`](super::Form::submit)
/// tells with the others; nothing else is lost.
///
/// # Errors
///
/// When the body is no form, is cut off, or is above a limit.
pub async fn receive<Q, S, E, U>(
    content_type: &str,
    body: S,
    limits: &Limits,
    uploads: &U,
) -> Result<FormData, FormDataError>
where
    Q: Question,
    S: Stream<Item = Result<Bytes, E>> + Send + 'static,
    E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
    U: Uploads,
{
    receive_any(Shape::of::<Q>(), content_type, body, limits, uploads).await
}

/// The same for a question that is known by its shape.
pub(crate) async fn receive_any<S, E, U>(
    shape: &Shape,
    content_type: &str,
    body: S,
    limits: &Limits,
    uploads: &U,
) -> Result<FormData, FormDataError>
where
    S: Stream<Item = Result<Bytes, E>> + Send + 'static,
    E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
    U: Uploads,
{
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    if essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return FormData::from_urlencoded(&collect(body, limits.bytes).await?, limits);
    }
    let not_a_form = || FormDataError::ContentType { content_type: essence.to_owned() };
    let boundary = multer::parse_boundary(content_type).map_err(|_| not_a_form())?;
    let files: Vec<&FieldShape> = shape.all().iter().filter(|field| field.is_file()).collect();
    let rules = |name: &str| {
        let field = files.iter().find(|field| field.path == name)?;
        Some((field.shown.file_rules(), field.kind == Kind::Files))
    };
    // Text counts against the limit of the form, files against their own.
    let most = files.iter().filter_map(|field| rules(&field.path)).fold(0_u64, |sum, (rules, several)| {
        let count = if several { u64::from(rules.most) } else { 1 };
        sum.saturating_add(rules.max_bytes.saturating_add(1).saturating_mul(count))
    });
    let whole = most.saturating_add(u64::try_from(limits.bytes).unwrap_or(u64::MAX)).saturating_mul(2);
    let constraints = Constraints::new().size_limit(SizeLimit::new().whole_stream(whole));
    let mut multipart = Multipart::with_constraints(body, boundary, constraints);
    let mut data = FormData::new();
    let mut left = limits.bytes;
    let mut number = 0;
    // Fields that were sent files, and how many.
    let mut arrived: HashMap<String, u32> = HashMap::new();
    while let Some(mut field) = multipart.next_field().await.map_err(|error| unreadable(&error, limits))? {
        number += 1;
        if number > limits.fields {
            return Err(FormDataError::TooManyFields { limit: limits.fields });
        }
        let Some(name) = field.name().map(str::to_owned) else { continue };
        match (rules(&name), field.file_name().map(str::to_owned)) {
            (Some((rules, several)), Some(file_name)) => {
                // A box that was left empty sends a file without a name.
                if file_name.is_empty() {
                    continue;
                }
                let count = arrived.entry(name.clone()).or_default();
                *count += 1;
                if *count == 1 {
                    // What was chosen now takes the place of what was kept.
                    data.remove(&name);
                }
                if several && *count > rules.most {
                    while field.chunk().await.map_err(|error| unreadable(&error, limits))?.is_some() {}
                    data.push_error(name, rules.too_many());
                    continue;
                }
                match store(field, &file_name, rules, uploads).await.map_err(|error| unreadable(&error, limits))? {
                    Ok(file) => data.push(name, file.to_string()),
                    Err(error) => data.push_error(name, error),
                }
            }
            (file_rules, _) => {
                let mut text = Vec::new();
                while let Some(chunk) = field.chunk().await.map_err(|error| unreadable(&error, limits))? {
                    left = left.checked_sub(chunk.len()).ok_or(FormDataError::TooLarge { limit: limits.bytes })?;
                    text.extend_from_slice(&chunk);
                }
                let text = String::from_utf8(text).map_err(|_| FormDataError::Encoding)?;
                if file_rules.is_none() {
                    data.push(name, text);
                } else if !arrived.contains_key(&name)
                    && let Some(file) = kept(&text, uploads).await
                {
                    data.push(name, file.to_string());
                }
            }
        }
    }
    Ok(data)
}

/// A file that the page says it has kept, as the application knows it.
async fn kept<U: Uploads>(text: &str, uploads: &U) -> Option<UploadedFile> {
    let said = UploadedFile::parse(text).ok()?;
    uploads.find(said.key()).await.ok().flatten()
}

fn unreadable(error: &multer::Error, limits: &Limits) -> FormDataError {
    match error {
        multer::Error::StreamSizeExceeded { .. } | multer::Error::FieldSizeExceeded { .. } => {
            FormDataError::TooLarge { limit: limits.bytes }
        }
        _ => FormDataError::CutOff,
    }
}

async fn collect<S, E>(body: S, limit: usize) -> Result<Vec<u8>, FormDataError>
where
    S: Stream<Item = Result<Bytes, E>>,
{
    let mut body = std::pin::pin!(body);
    let mut all = Vec::new();
    while let Some(chunk) = std::future::poll_fn(|context| body.as_mut().poll_next(context)).await {
        all.extend_from_slice(&chunk.map_err(|_| FormDataError::CutOff)?);
        if all.len() > limit {
            return Err(FormDataError::TooLarge { limit });
        }
    }
    Ok(all)
}

/// Streams a file to the application. What is wrong with it is the inner error; the outer one is that of the connection.
async fn store<U: Uploads>(
    mut field: Field<'static>,
    name: &str,
    rules: FileRules,
    uploads: &U,
) -> Result<Result<UploadedFile, ValueError>, multer::Error> {
    let failed = || ValueError::new("file-failed");
    let mut first = Vec::new();
    let mut waiting = Vec::new();
    while first.len() < FileType::PROBE {
        let Some(chunk) = field.chunk().await? else { break };
        first.extend_from_slice(&chunk);
        waiting.push(chunk);
    }
    let refused = if first.is_empty() {
        Some(ValueError::new("file-empty"))
    } else {
        match FileType::detect(&first, name) {
            Some(found) if rules.types.contains(&found) => None,
            _ => Some(rules.wrong_type()),
        }
    };
    let file_type = FileType::detect(&first, name);
    let (Some(file_type), None) = (file_type, refused.as_ref()) else {
        // The rest is read, so that the fields after it are not lost, and not kept.
        while field.chunk().await?.is_some() {}
        return Ok(Err(refused.unwrap_or_else(failed)));
    };
    let Ok(mut writer) = uploads.start().await else {
        while field.chunk().await?.is_some() {}
        return Ok(Err(failed()));
    };
    let (mut size, mut broken) = (0_u64, None);
    let mut waiting = waiting.into_iter();
    loop {
        let chunk = match waiting.next() {
            Some(chunk) => chunk,
            None => match field.chunk().await {
                Ok(Some(chunk)) => chunk,
                Ok(None) => break,
                Err(error) => {
                    writer.discard().await;
                    return Err(error);
                }
            },
        };
        size = size.saturating_add(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
        if size > rules.max_bytes {
            broken = Some(rules.too_big());
        } else if broken.is_none() && writer.write(chunk).await.is_err() {
            broken = Some(failed());
        }
    }
    if let Some(error) = broken {
        writer.discard().await;
        return Ok(Err(error));
    }
    Ok(match writer.finish(file_type, size, name).await {
        Ok(key) => UploadedFile::new(key, file_type, size, name),
        Err(_) => Err(failed()),
    })
}

crate::markup::opaque_debug! { MemoryUploads, MemoryWriter }
