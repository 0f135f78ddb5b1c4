//! What the log says of a request: its route, and an id that the response has too.

use std::borrow::Cow;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};

use super::Service;
use super::route::Route;
use crate::journey::random_hex;

/// The header that proxies and services give a request its id with.
pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The longest id that is taken on: a UUID in any notation has room.
const LONGEST: usize = 64;

/// What tells the events of one request from those of another.
pub(super) struct RequestId(HeaderValue);

impl RequestId {
    /// The id that a proxy has given the request, or a new one. What is not made of letters, digits, hyphens, points and underscores, and 64 of them at
    /// most, is none: the log has nothing of it.
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let is_known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
        let given = headers
            .get(REQUEST_ID)
            .filter(|id| (1..=LONGEST).contains(&id.len()) && id.as_bytes().iter().all(|byte| is_known(*byte)));
        let new = || random_hex::<16>().ok().and_then(|id| HeaderValue::from_maybe_shared(Bytes::from(id)).ok());
        // Without randomness no page works that has a session; those without one go on.
        Self(given.cloned().or_else(new).unwrap_or_else(|| HeaderValue::from_static("none")))
    }

    pub(super) fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }

    pub(super) fn into_header(self) -> HeaderValue {
        self.0
    }
}

impl<A, U> Service<A, U> {
    /// What an address is like, without anything that somebody has typed into it.
    pub(super) fn route_pattern(&self, route: Route) -> Cow<'static, str> {
        let step = |at: usize| self.journey.steps.get(at).map_or("", |step| step.slug);
        let slug: Cow<'static, str> = match route {
            Route::Start => "".into(),
            Route::Asset => "assets/{file}".into(),
            Route::Step(at) => step(at).into(),
            Route::Item(at, _) => format!("{}/{{item}}", step(at)).into(),
            Route::Remove(at, _) => format!("{}/{{item}}/remove", step(at)).into(),
            Route::Tasks => "tasks".into(),
            Route::CheckAnswers => "check-answers".into(),
            Route::Confirmation => "confirmation".into(),
            Route::Save => "save".into(),
            Route::Return => "return".into(),
            Route::Keep => "keep".into(),
            Route::StartAgain => "start-again".into(),
            Route::Leave => "leave".into(),
            Route::ChooseAnswers => "choose-answers".into(),
            Route::Cookies => "cookies".into(),
            Route::Feedback => "feedback".into(),
            Route::Own(at) => self.own_slugs.get(at).copied().unwrap_or_default().into(),
            // What was asked for is the browser's own.
            Route::NotFound => return "not found".into(),
        };
        self.address(&slug).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_taken_on_if_it_is_well_formed() {
        let id = |value: &[u8]| {
            let mut headers = HeaderMap::new();
            headers.insert(REQUEST_ID, HeaderValue::from_bytes(value).unwrap());
            RequestId::of(&headers).as_str().to_owned()
        };
        let longest = "a".repeat(LONGEST);
        for good in ["7b1c2f4e-9d0a-4c55-8a43-1f0e2d3c4b5a", "a", "0.AB_c-9", &longest] {
            assert_eq!(id(good.as_bytes()), good);
        }
        let too_long = "a".repeat(LONGEST + 1);
        let bad: [&[u8]; 7] = [b"", b"a b", b"a\tb", b"<script>", "\u{e9}".as_bytes(), b"a,b", too_long.as_bytes()];
        for bad in bad {
            let made = id(bad);
            assert_eq!(made.len(), 32, "{bad:?}");
            assert!(made.bytes().all(|byte| byte.is_ascii_hexdigit()), "{made}");
        }
        assert_ne!(RequestId::of(&HeaderMap::new()).as_str(), RequestId::of(&HeaderMap::new()).as_str());
    }
}
