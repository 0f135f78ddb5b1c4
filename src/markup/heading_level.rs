//! [`HeadingLevel`]: `h1` to `h6`.

use super::{Tags, tag};

/// The level of a heading. Levels follow the structure of the page and skip none
/// ([WCAG 1.3.1](https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are HTML's own")]
pub enum HeadingLevel {
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
}

impl HeadingLevel {
    pub(crate) const fn tag(self) -> Tags {
        match self {
            Self::H1 => tag!("h1"),
            Self::H2 => tag!("h2"),
            Self::H3 => tag!("h3"),
            Self::H4 => tag!("h4"),
            Self::H5 => tag!("h5"),
            Self::H6 => tag!("h6"),
        }
    }
}

/// A number that is not a heading level.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a heading level is a whole number from 1 to 6, not {0}")]
pub struct HeadingLevelError(u8);

impl TryFrom<u8> for HeadingLevel {
    type Error = HeadingLevelError;

    fn try_from(level: u8) -> Result<Self, Self::Error> {
        Ok(match level {
            1 => Self::H1,
            2 => Self::H2,
            3 => Self::H3,
            4 => Self::H4,
            5 => Self::H5,
            6 => Self::H6,
            _ => return Err(HeadingLevelError(level)),
        })
    }
}
