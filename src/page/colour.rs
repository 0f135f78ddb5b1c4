//! [`Colour`] and its contrast with others.

use std::fmt;
use std::str::FromStr;

/// A colour in sRGB, read from `#rgb` or `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// A text that is not a colour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a colour: write `#` and three or six hexadecimal digits, such as `#31475e`")]
pub struct ColourError(String);

impl Colour {
    /// White.
    pub const WHITE: Self = Self { red: 255, green: 255, blue: 255 };

    /// The colour mixed with black: `share` of it is left.
    pub(super) fn darkened(self, share: f64) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the share is between 0 and 1")]
        let mix = |part: u8| (f64::from(part) * share).round() as u8;
        Self { red: mix(self.red), green: mix(self.green), blue: mix(self.blue) }
    }

    /// The colour mixed with white: `share` of it is left.
    pub(super) fn lightened(self, share: f64) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the share is between 0 and 1")]
        let mix = |part: u8| (255.0 - (255.0 - f64::from(part)) * share).round() as u8;
        Self { red: mix(self.red), green: mix(self.green), blue: mix(self.blue) }
    }

    /// The ratio of contrast with another colour, from 1 to 21
    /// ([WCAG 2.2](https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl FromStr for Colour {
    type Err = ColourError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || ColourError(text.to_owned());
        let digits = text.strip_prefix('#').ok_or_else(error)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(error());
        }
        let part = |from: usize, to: usize| {
            digits.get(from..to).and_then(|part| u8::from_str_radix(part, 16).ok()).ok_or_else(error)
        };
        match digits.len() {
            // `#abc` is `#aabbcc`.
            3 => Ok(Self { red: part(0, 1)? * 17, green: part(1, 2)? * 17, blue: part(2, 3)? * 17 }),
            6 => Ok(Self { red: part(0, 2)?, green: part(2, 4)?, blue: part(4, 6)? }),
            _ => Err(error()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        let black: Colour = "#000".parse().unwrap();
        assert!((black.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        assert!((Colour::WHITE.contrast(Colour::WHITE) - 1.0).abs() < 1e-9);
        // The darkest grey that fails for text on white is #777.
        let grey: Colour = "#777777".parse().unwrap();
        assert!((grey.contrast(Colour::WHITE) - 4.478).abs() < 0.001);
    }

    #[test]
    fn what_is_no_colour_is_named_in_the_error() {
        for text in ["", "#", "31475e", "#31475", "#gggggg", "red", "#é12", "#31475e;"] {
            let error = text.parse::<Colour>().unwrap_err().to_string();
            assert!(error.contains(&format!("`{text}`")), "{error}");
        }
        assert_eq!("#1af".parse::<Colour>().unwrap().to_string(), "#11aaff");
    }
}
