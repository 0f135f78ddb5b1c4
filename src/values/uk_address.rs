//! [`UkAddress`].

use serde::{Deserialize, Serialize};

use super::{Postcode, Text};

/// An address in the UK, in lines
/// ([addresses](https://design-system.service.gov.uk/patterns/addresses/)).
///
/// In a question it is a group of inputs with labels and errors in every language of the library. Give the group its legend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "UkAddress"))]
#[serde(rename = "townhall::UkAddress")]
pub struct UkAddress {
    /// The building and the street, usually.
    pub line_1: Text<100>,
    /// A second line.
    pub line_2: Option<Text<100>>,
    /// The town or city.
    pub town: Text<100>,
    /// The county, which nobody needs to deliver a letter.
    pub county: Option<Text<100>>,
    /// The postcode.
    pub postcode: Postcode,
}

impl UkAddress {
    /// The lines, as they are written on an envelope.
    #[must_use]
    pub fn lines(&self) -> Vec<&str> {
        let county = self.county.as_ref().map(Text::as_str);
        [Some(self.line_1.as_str()), self.line_2.as_ref().map(Text::as_str), Some(self.town.as_str()), county]
            .into_iter()
            .flatten()
            .chain([self.postcode.as_str()])
            .collect()
    }
}
