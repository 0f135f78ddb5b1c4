//! Codes and links that prove a phone number or an email address: [`SecurityCodes`], [`EmailConfirmation`].

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::journey::{KeysError, hex, random_hex};
use crate::language::Locale;
use crate::values::{OneTimeCode, ValueError};

/// How long a code is right, in seconds.
const VALID: u64 = 15 * 60;
/// How long a code is known to have expired, in seconds; after that it is wrong.
const FORGOTTEN: u64 = 2 * 60 * 60;
/// How many wrong codes can be tried without waiting.
const FREE_MISTAKES: u32 = 10;
/// How long each further one has to wait, in seconds.
const WAIT: u64 = 60;
/// How many codes can be sent in a quarter of an hour.
const MOST_CODES: usize = 5;

/// The result of checking a code that was typed. [`error`](Self::error) has the words for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CodeOutcome {
    /// It is the code.
    Right,
    /// It is not the code.
    Wrong,
    /// It was sent more than 15 minutes ago. Send a new one: the error says that you have.
    Expired,
    /// Too many wrong codes: this one was not checked. The next one can be checked after this many seconds.
    Wait(u64),
}

impl CodeOutcome {
    /// The error for the field of [`SecurityCode`](super::SecurityCode), for [`Form::add_error`](crate::form::Form::add_error): `code-wrong`,
    /// `code-expired`, or `code-wait` with the minutes to wait. There is none for the right code.
    ///
    /// ```
    /// use townhall::form::{Form, FormData};
    /// use townhall::language::Locale;
    /// use townhall::page::{Brand, Layout};
    /// use townhall::patterns::{CodeOutcome, SecurityCode};
    ///
    /// let sent: FormData = [("code", "12345")].into_iter().collect();
    /// let mut form = Form::<SecurityCode>::again(sent);
    /// if let Some(error) = CodeOutcome::Wait(90).error() {
    ///     form = form.add_error("code", error);
    /// }
    /// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
    /// let html = form.page(&brand, &locale).document().html;
    /// assert!(html.contains("You’ve entered too many wrong security codes. Wait 2 minutes, then try again"));
    /// # Ok::<(), townhall::page::BrandError>(())
    /// ```
    #[must_use]
    pub fn error(self) -> Option<ValueError> {
        match self {
            Self::Right => None,
            Self::Wrong => Some(ValueError::new("code-wrong")),
            Self::Expired => Some(ValueError::new("code-expired")),
            Self::Wait(seconds) => Some(ValueError::new("code-wait").with("minutes", minutes(seconds))),
        }
    }
}

/// Seconds as whole minutes, rounded up: nobody is told to come back too early.
fn minutes(seconds: u64) -> i64 {
    i64::try_from(seconds.div_ceil(60).max(1)).unwrap_or(i64::MAX)
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
    /// A new code of five digits, to be sent now. There is none if too many have been sent lately: show
    /// [`ResendCodePage::wait`](super::ResendCodePage::wait) with [`SecurityCodes::wait_for_new`].
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

    /// How many seconds it is until a new code can be sent: 0 if it can be sent now.
    #[must_use]
    pub fn wait_for_new(&self, now: u64) -> u64 {
        let mut ends: Vec<u64> =
            self.sent.iter().map(|(_, at)| at.saturating_add(VALID)).filter(|end| now < *end).collect();
        if ends.len() < MOST_CODES {
            return 0;
        }
        ends.sort_unstable();
        ends.get(ends.len() - MOST_CODES).map_or(0, |end| end - now)
    }

    /// Checks a code that was typed.
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

/// The result of following a link.
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

    /// Checks the token of a link that was followed. `address` is the one that the person has now.
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
        // The first of the five was sent at 100.
        assert_eq!(codes.wait_for_new(120), 100 + VALID - 120);
        assert!(codes.issue(100 + VALID - 1).unwrap().is_none());
        assert_eq!(codes.wait_for_new(100 + VALID), 0);
        assert!(codes.issue(100 + VALID).unwrap().is_some());
    }

    #[test]
    fn every_outcome_but_the_right_one_has_words_in_english_and_welsh() {
        for (outcome, english, welsh) in [
            (CodeOutcome::Wrong, "Enter a correct security code", "Rhowch god diogelwch cywir"),
            (
                CodeOutcome::Expired,
                "The security code has expired. New code sent.",
                "Mae’r cod diogelwch wedi dod i ben. Rydym wedi anfon cod newydd.",
            ),
            (
                CodeOutcome::Wait(59),
                "You’ve entered too many wrong security codes. Wait 1 minute, then try again",
                "Rydych wedi rhoi gormod o godau diogelwch anghywir. Arhoswch 1 munud, yna rhowch gynnig arall arni",
            ),
            (
                CodeOutcome::Wait(61),
                "You’ve entered too many wrong security codes. Wait 2 minutes, then try again",
                "Rydych wedi rhoi gormod o godau diogelwch anghywir. Arhoswch 2 funud, yna rhowch gynnig arall arni",
            ),
        ] {
            let error = outcome.error().unwrap();
            let minutes = error.arguments().find_map(|(_, value)| match value {
                crate::values::ErrorArgument::Number(number) => Some(*number),
                _ => None,
            });
            let arguments: Vec<_> = minutes.map(|minutes| ("minutes", minutes.into())).into_iter().collect();
            for (locale, expected) in [(Locale::english(), english), (Locale::welsh(), welsh)] {
                assert_eq!(locale.text_with(&format!("townhall-error-{}", error.code()), &arguments), expected);
            }
        }
        assert_eq!(CodeOutcome::Right.error(), None);
    }

    #[test]
    fn a_text_message_names_the_site() {
        let code = OneTimeCode::parse("12345").unwrap();
        let text = SecurityCodes::message(&code, "Parking", "permits.example", &Locale::english());
        assert_eq!(text, "12345 is your Parking security code\n\n@permits.example #12345");
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
