//! [`Attributes`]: an ordered set of attributes whose names are checked.

use std::borrow::Cow;
use std::sync::Arc;

use super::escape::push_escaped;
use super::rarely::{Rarely, rarely};

/// A name that cannot be the name of an attribute.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is not an attribute name: use ASCII letters, digits and `-`, `_`, `:`, `.`, `@`")]
pub struct AttributeNameError {
    name: String,
}

/// Extra attributes for an element, in the order in which they are written.
///
/// Names that stand in the source are checked when it is compiled, by [`attributes!`](crate::attributes). Names that are
/// only known at run time are checked by [`Attributes::set`]. A value is a string, or nothing: an attribute without a
/// value, such as `hidden`.
///
/// ```
/// use townhall::{attributes, components::Button, markup::Attributes};
///
/// let button = Button::new("Save").attributes(attributes! { "data-cy": "save", "hidden" });
///
/// let mut attributes = Attributes::new();
/// attributes.set("data-ward", "Riverside")?;
/// assert!(attributes.set("on click", "x").is_err());
/// # Ok::<(), townhall::markup::AttributeNameError>(())
/// ```
///
/// An attribute that the component writes itself, such as `class`, cannot be replaced this way: browsers keep the
/// first of two attributes with one name
/// (<https://html.spec.whatwg.org/multipage/parsing.html#attribute-name-state>).
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Attributes<'a>(Rarely<List<'a>>);

/// Nearly every component can have attributes, and hardly any has.
#[derive(Clone, Default, PartialEq, Eq)]
struct List<'a>(Vec<(Cow<'a, str>, Option<Cow<'a, str>>)>);

impl<'a> Attributes<'a> {
    /// No attributes.
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    /// Adds an attribute with a value.
    ///
    /// # Errors
    ///
    /// When the name is empty or holds anything but ASCII letters, digits and `-`, `_`, `:`, `.`, `@`.
    pub fn set(
        &mut self,
        name: impl Into<Cow<'a, str>>,
        value: impl Into<Cow<'a, str>>,
    ) -> Result<(), AttributeNameError> {
        self.push(name.into(), Some(value.into()))
    }

    /// Adds an attribute without a value, such as `hidden`.
    ///
    /// # Errors
    ///
    /// As [`Attributes::set`].
    pub fn set_boolean(&mut self, name: impl Into<Cow<'a, str>>) -> Result<(), AttributeNameError> {
        self.push(name.into(), None)
    }

    fn list(&mut self) -> &mut Vec<(Cow<'a, str>, Option<Cow<'a, str>>)> {
        &mut rarely(&mut self.0).0
    }

    fn push(&mut self, name: Cow<'a, str>, value: Option<Cow<'a, str>>) -> Result<(), AttributeNameError> {
        if is_attribute_name(&name) {
            self.list().push((name, value));
            Ok(())
        } else {
            Err(AttributeNameError { name: name.into_owned() })
        }
    }

    /// Used by [`attributes!`](crate::attributes), which has checked the name.
    #[doc(hidden)]
    #[must_use]
    pub fn with_checked(mut self, name: CheckedName, value: Option<Cow<'a, str>>) -> Self {
        self.list().push((Cow::Borrowed(name.0), value));
        self
    }

    /// These attributes, then others.
    #[must_use]
    pub fn followed_by(mut self, others: Self) -> Self {
        if let Some(others) = others.0 {
            self.list().extend(Arc::unwrap_or_clone(others).0);
        }
        self
    }

    /// Whether there are no attributes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|list| list.0.is_empty())
    }

    /// Whether none was ever set: quicker to find out than whether there are none.
    #[inline(always)]
    pub(crate) fn is_absent(&self) -> bool {
        self.0.is_none()
    }

    /// Writes ` name="value"` for each attribute.
    #[inline(always)]
    pub(crate) fn write(&self, out: &mut String) {
        if let Some(list) = &self.0 {
            list.write(out);
        }
    }
}

impl List<'_> {
    fn write(&self, out: &mut String) {
        for (name, value) in &self.0 {
            out.push(' ');
            out.push_str(name);
            if let Some(value) = value {
                out.push_str("=\"");
                push_escaped(out, value);
                out.push('"');
            }
        }
    }
}

/// An attribute name that was checked when the source was compiled.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct CheckedName(&'static str);

impl CheckedName {
    /// Checks a name.
    ///
    /// # Panics
    ///
    /// When it is not the name of an attribute: at compile time, because [`attributes!`](crate::attributes) calls it in a constant.
    #[must_use]
    #[allow(clippy::panic, reason = "called in constants only, where a panic is a compile error")]
    pub const fn new(name: &'static str) -> Self {
        if is_attribute_name(name) {
            Self(name)
        } else {
            panic!("not an attribute name: use ASCII letters, digits and - _ : . @")
        }
    }
}

const fn is_attribute_name(name: &str) -> bool {
    let bytes = name.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b':' | b'.' | b'@' => {}
            _ => return false,
        }
        at += 1;
    }
    !bytes.is_empty()
}

/// [`Attributes`](crate::markup::Attributes) from names that stand in the source, checked when it is compiled.
///
/// ```
/// use townhall::attributes;
///
/// let id = String::from("42");
/// let set = attributes! { "data-id": id, "data-kind": "permit", "hidden" };
/// # assert!(!set.is_empty());
/// ```
///
/// ```compile_fail
/// let set = townhall::attributes! { "on click": "x" };
/// ```
#[macro_export]
macro_rules! attributes {
    ($($name:literal $(: $value:expr)?),* $(,)?) => {
        $crate::markup::Attributes::new()$(.with_checked(
            const { $crate::markup::CheckedName::new($name) },
            $crate::attributes!(@value $($value)?),
        ))*
    };
    (@value) => { ::core::option::Option::None };
    (@value $value:expr) => { ::core::option::Option::Some(::std::borrow::Cow::from($value)) };
}

crate::markup::opaque_debug! { Attributes<'_> }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_would_break_the_element_are_refused() {
        for name in ["", " ", "a b", "a\"", "a'", "a>", "a/b", "a=b", "a\nb", "é", "a\0", "a&"] {
            let error = Attributes::new().set(name, "x").unwrap_err();
            assert!(error.to_string().contains(&format!("`{name}`")));
        }
    }

    #[test]
    fn names_that_scripts_and_frameworks_use_are_accepted() {
        for name in ["data-i18n.show", "hx-get", "x-on:click", "@click", ":value", "aria-label", "_x"] {
            assert_eq!(Attributes::new().set(name, "x"), Ok(()));
        }
    }

    #[test]
    fn are_written_in_order() {
        let mut out = String::new();
        crate::attributes! { "b": "1", "a": "\"&\"", "hidden" }.write(&mut out);
        assert_eq!(out, r#" b="1" a="&quot;&amp;&quot;" hidden"#);
    }
}
