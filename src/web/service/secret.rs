//! [`Session`]: what a browser has by which a service knows it again.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::journey::{Keys, KeysError, RecordId, hex, random, random_hex};

/// Of which service something is. Several services may share a host, a store and keys.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    name: String,
    /// What its cookies are sealed for: no other service can open them, nor another cookie take their place.
    cookie: RecordId,
}

/// What is kept in a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecordKind {
    /// The answers of a browser's session.
    Session,
    /// The answers of somebody who has signed in.
    Person,
    /// The way from a reference and a secret to a session.
    Reference,
    /// That a browser's first answer was saved.
    FirstSave,
    /// What was typed by somebody who had to sign in again.
    Typed,
    /// Answers that could not be read, when somebody started again.
    SetAside,
}

impl RecordKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Person => "person",
            Self::Reference => "reference",
            Self::FirstSave => "first save",
            Self::Typed => "typed",
            Self::SetAside => "set aside",
        }
    }
}

impl Scope {
    /// The service of a journey at a path.
    pub(super) fn new(journey: &str, path: &str) -> Self {
        let name = [journey, "\0", path].concat();
        let cookie = RecordId::of(&["cookie\0", &name].concat(), "");
        Self { name, cookie }
    }

    /// Under which name something of this service is kept.
    pub(super) fn record(&self, kind: RecordKind, secret: &str) -> RecordId {
        RecordId::of(&[kind.name(), "\0", &self.name].concat(), secret)
    }
}

/// What nobody knows but one browser: 160 bits, more than anybody can guess.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct SessionSecret(String);

impl SessionSecret {
    const BYTES: usize = 20;

    pub(super) fn new() -> Result<Self, KeysError> {
        random_hex::<{ Self::BYTES }>().map(Self)
    }

    /// A secret that was kept, encrypted.
    pub(super) fn kept(text: String) -> Option<Self> {
        let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 2 * Self::BYTES && text.bytes().all(is_digit)).then_some(Self(text))
    }

    /// The digits, for what is encrypted or hashed, and for nothing else.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SessionSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionSecret")
    }
}

/// Who somebody is who has signed in, as it is noted in a session: enough to see that it is another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct PersonTag([u8; 8]);

impl PersonTag {
    pub(super) fn of(person: &str) -> Self {
        let hash = Sha256::new().chain_update("townhall person ").chain_update(person).finalize();
        Self(hash.first_chunk().copied().unwrap_or_default())
    }

    pub(super) fn is_nobody(self) -> bool {
        self == Self::default()
    }
}

/// A session, as its cookie says it. The cookie is encrypted and authenticated, so a session that the service has not made is none.
#[derive(Debug, Clone)]
pub(super) struct Session {
    pub(super) secret: SessionSecret,
    /// When answers were first kept under it, in seconds since 1970. Nothing, while there are none.
    pub(super) started: Option<u64>,
    /// When the browser was last heard of, in seconds since 1970.
    pub(super) seen: u64,
    pub(super) person: PersonTag,
    /// The answers can be come back to with a reference.
    pub(super) is_saved: bool,
}

impl Session {
    /// A session under which nothing is kept.
    pub(super) fn new(person: PersonTag, now: u64) -> Result<Self, KeysError> {
        Ok(Self { secret: SessionSecret::new()?, started: None, seen: now, person, is_saved: false })
    }

    /// The value of its cookie.
    pub(super) fn seal(&self, keys: &Keys, scope: &Scope) -> Result<String, KeysError> {
        let mut text = Vec::with_capacity(80);
        text.extend_from_slice(&self.started.unwrap_or_default().to_be_bytes());
        text.extend_from_slice(&self.seen.to_be_bytes());
        text.extend_from_slice(&self.person.0);
        text.push(u8::from(self.is_saved));
        text.extend_from_slice(self.secret.reveal().as_bytes());
        Ok(hex(&keys.seal(&scope.cookie, &text)?))
    }

    /// Reads the value of a cookie. Whatever else has its name is no error, and no session. A key that is gone is an error: what is kept is kept,
    /// and can be read again when the key is back.
    pub(super) fn open(value: &[u8], keys: &Keys, scope: &Scope) -> Result<Option<Self>, KeysError> {
        /// More than any cookie of ours has.
        const LONGEST: usize = 512;
        let sealed = if value.len() > LONGEST { None } else { bytes_of(value) };
        let Some(sealed) = sealed else { return Ok(None) };
        match keys.open(&scope.cookie, &sealed) {
            Ok(text) => Ok(Self::read(&text)),
            Err(KeysError::UnknownKey) => Err(KeysError::UnknownKey),
            Err(_) => Ok(None),
        }
    }

    fn read(text: &[u8]) -> Option<Self> {
        let (started, rest) = text.split_first_chunk::<8>()?;
        let (seen, rest) = rest.split_first_chunk::<8>()?;
        let (person, rest) = rest.split_first_chunk::<8>()?;
        let (is_saved, secret) = rest.split_first()?;
        Some(Self {
            secret: SessionSecret::kept(String::from_utf8(secret.to_vec()).ok()?)?,
            started: Some(u64::from_be_bytes(*started)).filter(|started| *started > 0),
            seen: u64::from_be_bytes(*seen),
            person: PersonTag(*person),
            is_saved: *is_saved == 1,
        })
    }

    /// What a form of this session carries, of this service and of this person. Nobody can work it out who does not know the secret, nor the secret
    /// from it.
    fn form_key(&self, scope: &Scope) -> [u8; TOKEN] {
        let hash = Sha256::new()
            .chain_update("townhall form\0")
            .chain_update(&scope.name)
            .chain_update([0])
            .chain_update(self.person.0)
            .chain_update(self.secret.reveal())
            .finalize();
        hash.first_chunk().copied().unwrap_or_default()
    }

    /// A token for the forms of one response. It is masked, so that no two responses have the same, and compression tells nothing about it
    /// ([BREACH](https://www.breachattack.com)).
    pub(super) fn token(&self, scope: &Scope) -> Result<String, KeysError> {
        let mask = random::<TOKEN>()?;
        let mut token = [0; 2 * TOKEN];
        let (first, masked) = token.split_at_mut(TOKEN);
        first.copy_from_slice(&mask);
        for ((byte, key), mask) in masked.iter_mut().zip(self.form_key(scope)).zip(mask) {
            *byte = key ^ mask;
        }
        Ok(hex(&token))
    }

    /// Whether a form of this session has a token.
    pub(super) fn has_token(&self, scope: &Scope, token: &str) -> bool {
        let bytes = bytes_of(token.as_bytes()).filter(|bytes| bytes.len() == 2 * TOKEN);
        let Some(bytes) = bytes else { return false };
        let (mask, masked) = bytes.split_at(TOKEN);
        let key = self.form_key(scope);
        // Each byte is looked at, so that the time says nothing.
        let differences =
            key.iter().zip(mask).zip(masked).fold(0, |all, ((key, mask), byte)| all | (key ^ mask ^ byte));
        std::hint::black_box(differences) == 0
    }
}

/// The bytes of a form token, without its mask.
const TOKEN: usize = 20;

/// The bytes of hexadecimal digits.
pub(super) fn bytes_of(digits: &[u8]) -> Option<Vec<u8>> {
    let value = |digit: &u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = digits.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(value(high)? << 4 | value(low)?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> Session {
        Session { started: Some(5), is_saved: true, ..Session::new(PersonTag::of("1"), 7).unwrap() }
    }

    #[test]
    fn a_cookie_is_read_by_its_service_and_key_alone() {
        let (keys, scope) = (Keys::random().unwrap(), Scope::new("permit", "/permit"));
        let session = session();
        let value = session.seal(&keys, &scope).unwrap();
        let again = Session::open(value.as_bytes(), &keys, &scope).unwrap().unwrap();
        assert_eq!((again.secret.reveal(), again.started), (session.secret.reveal(), Some(5)));
        assert_eq!((again.seen, again.person, again.is_saved), (7, PersonTag::of("1"), true));
        assert!(!value.contains(session.secret.reveal()) && !format!("{session:?}").contains(session.secret.reveal()));
        for other in [Scope::new("permit", ""), Scope::new("permit", "/permits"), Scope::new("permits", "/permit")] {
            assert!(Session::open(value.as_bytes(), &keys, &other).unwrap().is_none(), "{other:?}");
        }
        for at in 0..value.len() {
            let mut changed = value.clone().into_bytes();
            changed[at] = if changed[at] == b'0' { b'1' } else { b'0' };
            assert!(!matches!(Session::open(&changed, &keys, &scope), Ok(Some(_))), "digit {at}");
        }
        let made_up = "f".repeat(40);
        for value in [&b""[..], b"\xff\xfe", b"0", made_up.as_bytes(), &[b'0'; 10_000]] {
            assert!(Session::open(value, &keys, &scope).unwrap().is_none());
        }
        assert!(matches!(
            Session::open(value.as_bytes(), &Keys::random().unwrap(), &scope),
            Err(KeysError::UnknownKey)
        ));
    }

    #[test]
    fn no_two_responses_have_the_same_token_and_all_are_of_the_session() {
        let scope = Scope::new("permit", "");
        let (one, other) = (session(), session());
        let tokens: Vec<_> = (0..50).map(|_| one.token(&scope).unwrap()).collect();
        for (at, token) in tokens.iter().enumerate() {
            assert!(!tokens[..at].contains(token));
            assert!(one.has_token(&scope, token));
            assert!(!other.has_token(&scope, token));
            assert!(!one.has_token(&Scope::new("permit", "/permit"), token));
            let signed_out = Session { person: PersonTag::default(), ..one.clone() };
            assert!(!signed_out.has_token(&scope, token));
        }
        // No byte stands still from one to the next.
        for place in 0..tokens[0].len() {
            assert!(tokens.iter().any(|token| token.as_bytes()[place] != tokens[0].as_bytes()[place]), "{place}");
        }
        let token = &tokens[0];
        for wrong in [
            "",
            "0",
            "x",
            &token[..78],
            &format!("{token}00"),
            &"0".repeat(80),
            &token.to_uppercase().replace('A', "g"),
        ] {
            assert!(!one.has_token(&scope, wrong), "{wrong}");
        }
    }

    #[test]
    fn every_kind_and_service_has_records_of_its_own() {
        let kinds = [
            RecordKind::Session,
            RecordKind::Person,
            RecordKind::Reference,
            RecordKind::FirstSave,
            RecordKind::Typed,
            RecordKind::SetAside,
        ];
        let scopes = [("a", ""), ("a", "/b"), ("a", "/c"), ("b", "/b"), ("", "a"), ("a", "a")];
        let mut all = std::collections::BTreeSet::new();
        for (journey, path) in scopes {
            for kind in kinds {
                assert!(all.insert(Scope::new(journey, path).record(kind, "1")), "{journey} {path} {kind:?}");
            }
        }
        assert_eq!(all.len(), kinds.len() * scopes.len());
    }
}
