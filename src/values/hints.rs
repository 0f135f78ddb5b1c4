//! [`Hints`]: how a control helps to type a value.

/// What a value asks of its control, so that keyboards, autofill and spell checkers help
/// ([WCAG 1.3.5](https://www.w3.org/WAI/WCAG22/Understanding/identify-input-purpose)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hints {
    /// The `type` of the input.
    pub input_type: &'static str,
    /// The [autofill token](https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill).
    pub autocomplete: Option<&'static str>,
    /// The on-screen keyboard.
    pub inputmode: Option<&'static str>,
    /// Classes for the width and the spacing of letters.
    pub classes: &'static str,
    /// Whether spelling is checked.
    pub spellcheck: Option<bool>,
    /// Whether the value is written from left to right in every language: codes, numbers, addresses for email.
    pub left_to_right: bool,
    /// A unit before the input.
    pub prefix: &'static str,
}

impl Hints {
    /// A text about which nothing is known.
    pub const TEXT: Self = Self {
        input_type: "text",
        autocomplete: None,
        inputmode: None,
        classes: "",
        spellcheck: None,
        left_to_right: false,
        prefix: "",
    };

    /// A code: no spelling, left to right.
    pub(super) const CODE: Self = Self { spellcheck: Some(false), left_to_right: true, ..Self::TEXT };

    /// A whole number.
    pub(super) const NUMBER: Self = Self { inputmode: Some("numeric"), left_to_right: true, ..Self::TEXT };
}
