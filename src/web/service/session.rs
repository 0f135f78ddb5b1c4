//! What is kept of a visit: answers, drafts, and whether they were sent.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::form::Entry;
use crate::journey::{AnswerStore, Items, Keys, KeysError, Receipt, Record, RecordId, StoreError, random_hex};

/// That people can come back to these answers. Their secret was said once, and is not kept.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Saved {
    pub(super) reference: String,
    /// The record that the reference and the secret open.
    pub(super) record: String,
}

/// The form in which records are kept. One of another form is refused: what it says would be read as something else.
const FORMAT: u32 = 2;

/// What is encrypted and kept. The answers stand behind the rest, which is read without them.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Stored {
    pub(super) format: u32,
    /// The answers as JSON, of the application's struct: nothing if there are none. They are read as that struct at once.
    #[serde(skip)]
    pub(super) answers: Vec<u8>,
    /// What was typed and is not right yet, by the step, and the thing on its list.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) drafts: BTreeMap<String, Vec<(String, Entry)>>,
    /// Which things are on lists, by the step.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) items: BTreeMap<String, Items>,
    /// Everything was answered once, so that the page that checks answers can be gone back to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) was_complete: bool,
    /// The same for every attempt to send these answers.
    pub(super) idempotency_key: String,
    /// The attempt to send that is under way, or whose process has ended: random digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sending: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) receipt: Option<Receipt>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) saved: Option<Saved>,
    /// What files have to do with it.
    #[serde(default, skip_serializing_if = "Files::is_none")]
    pub(super) files: Files,
}

/// The files of a record, and whose they are.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Files {
    /// The session under which the record began, hashed: it stays when the secret changes.
    #[serde(default)]
    pub(super) session: String,
    /// The keys of the files that belong to answers or drafts.
    #[serde(default)]
    pub(super) keys: Vec<String>,
    /// Until when they are kept, in seconds since 1970.
    #[serde(default)]
    pub(super) until: u64,
}

impl Files {
    fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

impl Default for Stored {
    fn default() -> Self {
        Self {
            format: FORMAT,
            answers: Vec::new(),
            drafts: BTreeMap::new(),
            items: BTreeMap::new(),
            was_complete: false,
            idempotency_key: String::new(),
            sending: None,
            receipt: None,
            saved: None,
            files: Files::default(),
        }
    }
}

impl Stored {
    fn read(mut bytes: Vec<u8>) -> Result<Self, serde_json::Error> {
        let mut values = serde_json::Deserializer::from_slice(&bytes).into_iter();
        let stored: Self = values.next().unwrap_or_else(|| serde_json::from_slice(b""))?;
        if stored.format != FORMAT {
            return Err(serde::de::Error::custom("the record is of another form"));
        }
        let end = values.byte_offset();
        bytes.drain(..end);
        Ok(Self { answers: bytes, ..stored })
    }

    /// How many bytes are kept.
    pub(super) fn size(&self) -> Result<usize, serde_json::Error> {
        Ok(serde_json::to_vec(self)?.len() + self.answers.len())
    }

    fn write(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut bytes = serde_json::to_vec(self)?;
        bytes.extend_from_slice(&self.answers);
        Ok(bytes)
    }
}

/// What was loaded, with its version.
#[derive(Clone)]
pub(super) struct Loaded {
    pub(super) stored: Stored,
    /// Where it is kept, if it is.
    pub(super) id: Option<RecordId>,
    pub(super) version: u64,
    pub(super) expires: u64,
}

impl Loaded {
    /// Nothing, that is not kept yet.
    pub(super) fn new() -> Result<Self, KeysError> {
        let stored = Stored { idempotency_key: random_hex::<16>()?, ..Stored::default() };
        Ok(Self { stored, id: None, version: 0, expires: 0 })
    }
}

/// Why nothing could be loaded or saved. Its text is for the log, and has nothing of what was kept: what serde says of it would.
#[derive(Debug, thiserror::Error)]
pub(super) enum Trouble {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("what was kept cannot be decrypted: {0}")]
    Keys(#[from] KeysError),
    #[error("what was kept cannot be read")]
    Format(#[from] serde_json::Error),
    /// The application's error is not shown: it may have in it who somebody is.
    #[error("it cannot be known who has signed in")]
    SignIn,
    /// Nothing is wrong: somebody with answers has signed in, and has others already.
    #[error("there are answers of this browser, and of the person")]
    TwoSets,
    #[error("files cannot be kept: {0}")]
    Files(#[from] std::io::Error),
}

impl Trouble {
    /// Whether trying again can help.
    pub(super) fn is_passing(&self) -> bool {
        matches!(self, Self::Store(_) | Self::SignIn | Self::Files(_))
    }
}

/// Loads the answers of a session or of a person.
pub(super) async fn load(store: &dyn AnswerStore, keys: &Keys, id: &RecordId) -> Result<Option<Loaded>, Trouble> {
    let Some(Record { version, expires, data }) = store.load(id).await? else { return Ok(None) };
    let text = keys.open(id, &data)?;
    // It is about to be deleted: `rename`.
    if text.is_empty() {
        return Ok(None);
    }
    let stored = Stored::read(text)?;
    Ok(Some(Loaded { stored, id: Some(id.clone()), version, expires }))
}

/// Saves answers over the version that was loaded, or as new ones under another name.
pub(super) async fn save(
    store: &dyn AnswerStore,
    keys: &Keys,
    id: &RecordId,
    loaded: &mut Loaded,
) -> Result<(), Trouble> {
    let version = if loaded.id.as_ref() == Some(id) { loaded.version } else { 0 };
    let data = keys.seal(id, &loaded.stored.write()?)?;
    loaded.version = store.save(id, Record { version, expires: loaded.expires, data }).await?;
    loaded.id = Some(id.clone());
    Ok(())
}

/// Gives answers another name, so that nobody who has the old one reads them, and tells `announce` before the old one is deleted. If the process ends in
/// between, they are there under both.
///
/// What is saved meanwhile under the old name comes along: it is deleted in the version that was copied, or copied once more.
pub(super) async fn rename<F: Future<Output = Result<(), Trouble>>>(
    store: &dyn AnswerStore,
    keys: &Keys,
    loaded: &mut Loaded,
    id: &RecordId,
    announce: impl FnOnce() -> F,
) -> Result<(), Trouble> {
    let Some(old) = loaded.id.clone() else { return save(store, keys, id, loaded).await };
    let mut version = loaded.version;
    save(store, keys, id, loaded).await?;
    announce().await?;
    for _ in 0..super::pages::MOST_CONFLICTS {
        // An empty record in its place: who has loaded the version before cannot save any more.
        let gone = Record { version, expires: crate::journey::now() + 60, data: keys.seal(&old, b"")? };
        match store.save(&old, gone).await {
            Ok(_) => {
                store.delete(&old).await?;
                return Ok(());
            }
            Err(StoreError::Conflict) => match load(store, keys, &old).await? {
                Some(again) => {
                    version = again.version;
                    *loaded = Loaded { stored: again.stored, ..loaded.clone() };
                    save(store, keys, id, loaded).await?;
                }
                None => return Ok(()),
            },
            Err(error) => return Err(error.into()),
        }
    }
    Err(StoreError::Conflict.into())
}

/// The answers of the application's type. Those that an older version of it has kept, and that this one cannot read, are left out: they are asked for
/// again. The second value says whether that happened.
pub(super) fn answers<A: DeserializeOwned + Default>(kept: &[u8]) -> (A, bool) {
    if kept.is_empty() {
        return (A::default(), false);
    }
    if let Ok(answers) = serde_json::from_slice(kept) {
        return (answers, false);
    }
    let mut readable = Map::new();
    for (name, value) in serde_json::from_slice::<Map<String, Value>>(kept).unwrap_or_default() {
        readable.insert(name.clone(), value);
        if A::deserialize(&readable).is_err() {
            readable.remove(&name);
        }
    }
    (A::deserialize(&readable).unwrap_or_default(), true)
}

/// The answers as they are kept. What the application's type does not know is kept as well: another version of it may be running beside this one.
pub(super) fn keep<A: Serialize>(answers: &A, kept: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    let mut all: Map<String, Value> = if kept.is_empty() { Map::new() } else { serde_json::from_slice(kept)? };
    if let Value::Object(fields) = serde_json::to_value(answers)? {
        all.extend(fields);
    }
    *kept = serde_json::to_vec(&all)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Answers {
        name: Option<String>,
        age: Option<u8>,
        #[serde(default)]
        pets: Vec<String>,
    }

    #[test]
    fn answers_of_an_older_version_are_kept_as_far_as_they_can_be_read() {
        let read = |json: &str| answers::<Answers>(json.as_bytes());
        assert_eq!(read("{}"), (Answers::default(), false));
        let sam = || Answers { name: Some("Sam".into()), ..Answers::default() };
        assert_eq!(read(r#"{"name": "Sam", "gone": 1}"#), (sam(), false));
        assert_eq!(read(r#"{"name": "Sam", "age": "old", "pets": 3}"#), (sam(), true));
        assert_eq!(read(r#"{"name": {"first": "Sam"}, "age": 300}"#), (Answers::default(), true));
    }

    #[test]
    fn what_another_version_knows_stays() {
        let mut kept = br#"{"name": "Sam", "later": true}"#.to_vec();
        keep(&Answers { age: Some(3), ..Answers::default() }, &mut kept).unwrap();
        assert_eq!(String::from_utf8(kept).unwrap(), r#"{"name":null,"later":true,"age":3,"pets":[]}"#);
    }

    #[test]
    fn what_is_kept_is_read_as_it_was_written() {
        let read = |bytes: &[u8]| Stored::read(bytes.to_vec());
        for answers in ["", r#"{"name":"Sam"}"#] {
            let stored = Stored { idempotency_key: "k".into(), answers: answers.into(), ..Stored::default() };
            let bytes = stored.write().unwrap();
            let again = read(&bytes).unwrap();
            assert_eq!((again.idempotency_key.as_str(), &again.answers), ("k", &stored.answers));
            assert_eq!(again.write().unwrap(), bytes);
        }
        // Those at the end are of forms that were, or will be: they are refused, because their answers would be lost.
        let before = [
            r#"{"answers":{"name":"Sam"},"drafts":{},"key":"k"}"#,
            r#"{"idempotency_key":"k"}{"name":"Sam"}"#,
            r#"{"format":1,"idempotency_key":"k"}{"name":"Sam"}"#,
            r#"{"format":3,"idempotency_key":"k"}{"name":"Sam"}"#,
        ];
        for damaged in ["", "{", "{}", "null", r#"{"idempotency_key":"k""#].into_iter().chain(before) {
            assert!(read(damaged.as_bytes()).is_err(), "{damaged}");
        }
    }
}
