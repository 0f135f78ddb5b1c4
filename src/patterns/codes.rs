//! Codes and links that prove a phone number or an email address: [`SecurityCodes`], [`EmailConfirmation`].

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::journey::{KeysError, hex, random_hex};
use crate::language::Locale;
use crate::values::OneTimeCode;

/// A code is right for so long, in seconds.
const VALID: u64 = 15 * 60;
/// After so long a code is not even said to have expired.
const FORGOTTEN: u64 = 2 * 60 * 60;
/// So many wrong codes are let pass before each further one has to wait.
const FREE_MISTAKES: u32 = 10;
/// How long that wait is, and how many codes may be sent in that time: one a minute, five in a quarter of an hour.
const WAIT: u64 = 60;
const MOST_CODES: usize = 5;

/// What became of a code that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CodeOutcome {
    /// It is the code.
    Right,
    /// It is not: the error `code-wrong`.
    Wrong,
    /// It was the code for longer than 15 minutes ago: the error `code-expired`. Send a new one.
    Expired,
    /// Too many wrong codes: nothing was looked at. The next one is looked at in so many seconds.
    Wait(u64),
}

/// The codes that were sent to somebody's phone. Keep it with what belongs to them, on the server
/// ([confirm a phone number](https://design-system.service.gov.uk/patterns/confirm-a-phone-number/)).
///
/// A code is right for 15 minutes, once; a new one does not end the ones before. After ten wrong codes each has to wait a minute. Times are seconds since 1970.
///
/// ```
/// use townhall::patterns::{CodeOutcome, SecurityCodes};
///
/// let mut codes = SecurityCodes::default();
/// let code = codes.issue(1_000)?.expect("the first one is never too early");
/// assert_eq!(codes.check(&code, 1_500), CodeOutcome::Right);
/// assert_eq!(codes.check(&code, 1_500), CodeOutcome::Wrong, "it is right once");
/// # Ok::<(), townhall::journey::KeysError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecurityCodes {
    /// Codes and when they were sent.
    sent: Vec<(String, u64)>,
    mistakes: u32,
    last_mistake: u64,
}

impl SecurityCodes {
    /// A new code of five digits, to be sent now. Nothing if too many have been sent lately.
    ///
    /// # Errors
    ///
    /// When the system has no randomness.
    pub fn issue(&mut self, now: u64) -> Result<Option<OneTimeCode>, KeysError> {
        self.sent.retain(|(_, at)| now < at.saturating_add(FORGOTTEN));
        if self.sent.iter().filter(|(_, at)| now < at.saturating_add(VALID)).count() >= MOST_CODES {
            return Ok(None);
        }
        let number = u64::from_str_radix(&random_hex::<7>()?, 16).unwrap_or_default() % 100_000;
        let digits = format!("{number:05}");
        self.sent.push((digits.clone(), now));
        Ok(OneTimeCode::parse(&digits).ok())
    }

    /// Looks at a code that was typed.
    pub fn check(&mut self, typed: &OneTimeCode, now: u64) -> CodeOutcome {
        if self.mistakes >= FREE_MISTAKES && now < self.last_mistake.saturating_add(WAIT) {
            return CodeOutcome::Wait(self.last_mistake.saturating_add(WAIT) - now);
        }
        // The newest first: two may be alike by chance.
        let known = self.sent.iter().rposition(|(code, at)| typed.is(code) && now < at.saturating_add(FORGOTTEN));
        let Some(known) = known else {
            self.mistakes = self.mistakes.saturating_add(1);
            self.last_mistake = now;
            return CodeOutcome::Wrong;
        };
        if now >= self.sent[known].1.saturating_add(VALID) {
            return CodeOutcome::Expired;
        }
        *self = Self::default();
        CodeOutcome::Right
    }

    /// The text message with a code. With the name of the host, phones offer the code on the right site alone
    /// ([origin-bound codes](https://wicg.github.io/sms-one-time-codes/)).
    #[must_use]
    pub fn message(code: &OneTimeCode, service: &str, host: &str, locale: &Locale) -> String {
        let arguments = [("code", code.to_string().into()), ("service", service.into())];
        let text = locale.text_with("townhall-security-code.message", &arguments);
        format!("{text}\n\n@{host} #{code}")
    }
}

impl fmt::Debug for SecurityCodes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecurityCodes")
            .field("sent", &self.sent.len())
            .field("mistakes", &self.mistakes)
            .finish_non_exhaustive()
    }
}

/// What became of a link that was followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinkOutcome {
    /// The address is confirmed.
    Confirmed,
    /// It was confirmed before, with this link.
    AlreadyConfirmed,
    /// The link is older than it may be.
    Expired,
    /// A newer link was sent, or the address was changed.
    Replaced,
}

impl LinkOutcome {
    /// The message that says it: a heading, and what to do as `.body`.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Confirmed => "townhall-email-confirmed",
            Self::AlreadyConfirmed => "townhall-email-already-confirmed",
            Self::Expired => "townhall-email-link-expired",
            Self::Replaced => "townhall-email-link-replaced",
        }
    }
}

/// An email address that waits to be confirmed by a link. Keep it with what belongs to the person, on the server: it holds no secret
/// ([confirm an email address](https://design-system.service.gov.uk/patterns/confirm-an-email-address/)).
///
/// A link ends after a time, when it was used, when another one was sent, and when the address is changed.
///
/// ```
/// use townhall::patterns::{EmailConfirmation, LinkOutcome};
///
/// let (mut waiting, token) = EmailConfirmation::start("sian@example.com", 1_000)?;
/// assert_eq!(waiting.follow(&token, "sian@example.com", 2_000), LinkOutcome::Confirmed);
/// assert_eq!(waiting.follow(&token, "sian@example.com", 2_000), LinkOutcome::AlreadyConfirmed);
/// # Ok::<(), townhall::journey::KeysError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailConfirmation {
    address: String,
    token_hash: String,
    sent: u64,
    is_confirmed: bool,
}

/// How long a link is right, in seconds: a day.
const LINK_VALID: u64 = 24 * 60 * 60;

fn token_hash(token: &str) -> String {
    hex(&Sha256::new().chain_update("townhall link ").chain_update(token).finalize())
}

impl EmailConfirmation {
    /// Starts, and gives the token for the link, which nobody can guess.
    ///
    /// # Errors
    ///
    /// When the system has no randomness.
    pub fn start(address: impl Into<String>, now: u64) -> Result<(Self, String), KeysError> {
        let token = random_hex::<32>()?;
        let waiting = Self { address: address.into(), token_hash: token_hash(&token), sent: now, is_confirmed: false };
        Ok((waiting, token))
    }

    /// Looks at the token of a link that was followed. `address` is the one that the person has now.
    pub fn follow(&mut self, token: &str, address: &str, now: u64) -> LinkOutcome {
        if token_hash(token) != self.token_hash || !self.address.eq_ignore_ascii_case(address) {
            return LinkOutcome::Replaced;
        }
        if self.is_confirmed {
            return LinkOutcome::AlreadyConfirmed;
        }
        if now >= self.sent.saturating_add(LINK_VALID) {
            return LinkOutcome::Expired;
        }
        self.is_confirmed = true;
        LinkOutcome::Confirmed
    }

    /// Whether the address is confirmed.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.is_confirmed
    }
}

impl fmt::Debug for EmailConfirmation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmailConfirmation").field("is_confirmed", &self.is_confirmed).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(code: &OneTimeCode) -> OneTimeCode {
        let other = if code.is("00000") { "00001" } else { "00000" };
        OneTimeCode::parse(other).unwrap()
    }

    #[test]
    fn a_code_is_right_for_a_quarter_of_an_hour() {
        for (after, outcome) in [
            (0, CodeOutcome::Right),
            (VALID - 1, CodeOutcome::Right),
            (VALID, CodeOutcome::Expired),
            (FORGOTTEN - 1, CodeOutcome::Expired),
            (FORGOTTEN, CodeOutcome::Wrong),
        ] {
            let mut codes = SecurityCodes::default();
            let code = codes.issue(100).unwrap().unwrap();
            assert_eq!(codes.check(&code, 100 + after), outcome, "after {after} seconds");
        }
    }

    #[test]
    fn a_new_code_does_not_end_the_one_before() {
        let mut codes = SecurityCodes::default();
        let first = codes.issue(0).unwrap().unwrap();
        codes.issue(60).unwrap().unwrap();
        assert_eq!(codes.check(&first, 120), CodeOutcome::Right);
    }

    #[test]
    fn guessing_and_sending_are_slowed_down() {
        let mut codes = SecurityCodes::default();
        let code = codes.issue(0).unwrap().unwrap();
        for _ in 0..FREE_MISTAKES {
            assert_eq!(codes.check(&wrong(&code), 1), CodeOutcome::Wrong);
        }
        assert_eq!(codes.check(&code, 2), CodeOutcome::Wait(59));
        assert_eq!(codes.check(&code, 61), CodeOutcome::Right);

        let sent = (0..20).filter(|at| codes.issue(100 + at).unwrap().is_some()).count();
        assert_eq!(sent, MOST_CODES);
        assert!(codes.issue(100 + VALID).unwrap().is_some());
    }

    #[test]
    fn a_text_message_names_the_site() {
        let code = OneTimeCode::parse("12345").unwrap();
        let text = SecurityCodes::message(&code, "Parking", "permits.example", &Locale::english());
        assert_eq!(text, "12345 is your security code for: Parking\n\n@permits.example #12345");
        assert!(
            !format!("{:?}", SecurityCodes { sent: vec![("12345".into(), 1)], ..SecurityCodes::default() })
                .contains("12345")
        );
    }

    #[test]
    fn a_link_ends_in_four_ways() {
        let (mut waiting, token) = EmailConfirmation::start("A@example.com", 0).unwrap();
        assert_eq!(waiting.follow("x", "a@example.com", 1), LinkOutcome::Replaced);
        assert_eq!(waiting.follow(&token, "b@example.com", 1), LinkOutcome::Replaced);
        assert_eq!(waiting.follow(&token, "a@example.com", LINK_VALID), LinkOutcome::Expired);
        assert!(!waiting.is_confirmed());
        assert_eq!(waiting.follow(&token, "a@example.com", LINK_VALID - 1), LinkOutcome::Confirmed);
        assert!(!format!("{waiting:?}").contains("example"));
        let (mut newer, newer_token) = EmailConfirmation::start("a@example.com", 0).unwrap();
        assert_eq!(newer.follow(&token, "a@example.com", 1), LinkOutcome::Replaced);
        assert_eq!(newer.follow(&newer_token, "a@example.com", 1), LinkOutcome::Confirmed);
    }
}
