//! Ids, and what refers to them.

use std::borrow::Cow;

use super::escape::{is_special_id, push_escaped, push_special_id};
use super::writer::push_number;

/// An id, looked at once and written as often as it is needed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Id<'a> {
    text: &'a str,
    /// Whether it has to be escaped or closed up.
    is_special: bool,
}

impl<'a> Id<'a> {
    /// One that need not be looked at.
    pub(super) const fn plain(text: &'a str) -> Self {
        Self { text, is_special: false }
    }

    #[inline(always)]
    pub(super) fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    #[inline(always)]
    pub(super) fn write(self, out: &mut String) {
        if self.is_special { push_special_id(out, self.text) } else { out.push_str(self.text) }
    }
}

impl<'a> From<&'a str> for Id<'a> {
    #[inline(always)]
    fn from(text: &'a str) -> Self {
        Self { text, is_special: is_special_id(text) }
    }
}

impl<'a> From<&'a Cow<'a, str>> for Id<'a> {
    #[inline(always)]
    fn from(text: &'a Cow<'a, str>) -> Self {
        Self::from(&**text)
    }
}

/// What describes a control: ids in the order in which a screen reader reads them.
#[derive(Clone, Copy, Default)]
pub(crate) struct DescribedBy<'a> {
    /// Ids that the author gives.
    pub(crate) given: &'a str,
    /// The id of the control, from which the next three are made.
    pub(crate) id: Id<'a>,
    pub(crate) info: bool,
    pub(crate) hint: bool,
    pub(crate) error: bool,
    /// The id of an item that has a hint.
    pub(crate) item: Option<ItemId<'a>>,
}

impl DescribedBy<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.given.is_empty() && !self.info && !self.hint && !self.error && self.item.is_none()
    }

    pub(super) fn write(&self, out: &mut String) {
        push_escaped(out, self.given);
        let mut first = self.given.is_empty();
        let mut space = |out: &mut String| {
            if !first {
                out.push(' ');
            }
            first = false;
        };
        for (on, suffix) in [(self.info, "-info"), (self.hint, "-hint"), (self.error, "-error")] {
            if on {
                space(out);
                self.id.write(out);
                out.push_str(suffix);
            }
        }
        if let Some(item) = &self.item {
            space(out);
            item.write(out);
            out.push_str("-item-hint");
        }
    }
}

/// The id of an item in a group: its own, or that of the group with the number of the item. The first has no number, so that the
/// error summary can link to it without knowing the items.
#[derive(Clone, Copy)]
pub(crate) struct ItemId<'a> {
    pub(crate) base: Id<'a>,
    pub(crate) number: usize,
}

/// What most groups need, written beforehand.
const SUFFIXES: [&str; 13] = ["", "", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9", "-10", "-11", "-12"];

impl ItemId<'_> {
    #[inline(always)]
    pub(super) fn write(&self, out: &mut String) {
        self.base.write(out);
        match SUFFIXES.get(self.number) {
            Some(suffix) => out.push_str(suffix),
            None => {
                out.push('-');
                push_number(out, i64::try_from(self.number).unwrap_or(i64::MAX));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_are_listed_in_reading_order() {
        let mut out = String::new();
        let item = Some(ItemId { base: "x".into(), number: 2 });
        DescribedBy { given: "a b", id: "x y".into(), info: true, hint: true, error: true, item }.write(&mut out);
        assert_eq!(out, "a b x-y-info x-y-hint x-y-error x-2-item-hint");
    }
}
