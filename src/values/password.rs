//! [`Password`].

use std::fmt;

use super::ValueError;
use super::text_value::{FromText, deserialize};

/// A new password: at least 8 characters, no other rule, none that everybody guesses first
/// ([pattern](https://design-system.service.gov.uk/patterns/passwords/)).
///
/// It is never shown again, never printed, and not stored: as text it is empty. Hash it with [`Password::expose`] and a well-kept
/// library for passwords.
///
/// Codes: `empty-password`, `too-short` with `min`, `password-common`.
///
/// ```
/// use townhall::values::Password;
///
/// let password: Password = "correct horse".parse()?;
/// assert_eq!(password.expose(), "correct horse");
/// assert_eq!(format!("{password:?}"), "Password(..)");
/// # Ok::<(), townhall::values::ValueError>(())
/// ```
#[derive(Clone)]
pub struct Password(String);

const SHORTEST: usize = 8;

/// What people guess first: the commonest passwords of eight characters or more.
const COMMON: [&str; 40] = [
    "12345678",
    "123456789",
    "1234567890",
    "password",
    "password1",
    "password12",
    "password123",
    "qwertyuiop",
    "qwerty123",
    "1q2w3e4r",
    "1q2w3e4r5t",
    "iloveyou",
    "sunshine",
    "princess",
    "football",
    "baseball",
    "superman",
    "trustno1",
    "letmein1",
    "welcome1",
    "welcome123",
    "admin123",
    "passw0rd",
    "p@ssw0rd",
    "liverpool",
    "manchester",
    "arsenal1",
    "chelsea1",
    "abcd1234",
    "abc12345",
    "11111111",
    "00000000",
    "88888888",
    "87654321",
    "987654321",
    "asdfghjkl",
    "changeme",
    "computer",
    "whatever",
    "michelle",
];

impl Password {
    /// Reads what was typed, every character as it is.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as a code.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        if text.is_empty() {
            Err(ValueError::new("empty-password"))
        } else if text.chars().count() < SHORTEST {
            Err(ValueError::new("too-short").with("min", 8))
        } else if COMMON.contains(&text.to_lowercase().as_str()) {
            Err(ValueError::new("password-common"))
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// The password itself, to hash it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

impl std::str::FromStr for Password {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::parse(text)
    }
}

impl FromText for Password {
    const NAME: &'static str = "townhall::Password";
    const EXPECTED: &'static str = "a password";

    fn from_text(text: &str) -> Result<Self, ValueError> {
        Self::parse(text)
    }

    fn sample() -> Self {
        Self(String::new())
    }
}

impl serde::Serialize for Password {
    /// Nothing: a password is not stored.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("")
    }
}

impl<'de> serde::Deserialize<'de> for Password {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}
