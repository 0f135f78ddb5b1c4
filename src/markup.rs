//! The small vocabulary that all components share: [`Content`] (text or HTML), [`Attributes`], plural texts, heading levels,
//! and the [`Writer`] through which components write themselves.
//!
//! # Ids
//!
//! White space in an id, or in a name from which an id is made, is written as a hyphen, wherever the id is written
//! or referred to: an id with white space cannot be referred to from `aria-describedby`.

mod attributes;
mod content;
mod escape;
mod heading_level;
mod ids;
mod names;
mod plural_text;
mod prose;
mod rarely;
mod token;
mod writer;

pub use attributes::{AttributeNameError, Attributes, CheckedName};
pub(crate) use content::BorrowedContent;
pub use content::Content;
pub use heading_level::{HeadingLevel, HeadingLevelError};
pub use ids::Id;
pub(crate) use ids::{DescribedBy, ItemId};
pub use maud::{Markup, PreEscaped, Render};
pub use names::{AttributeName, BeforeValue, ClassAttribute, ElementName, FirstClass, Tags};
pub(crate) use names::{Block, block, class, fixed_with_classes, name, tag};
pub use plural_text::{PluralCategory, PluralText};
pub use prose::Prose;
pub(crate) use rarely::{Rarely, rarely};
pub(crate) use token::Token;
pub(crate) use writer::Value;
pub use writer::{Classes, Element, Writer};

/// Something that writes itself through a [`Writer`]: all components, and components of your own.
///
/// A reference to it becomes [`Content`]. Implement [`Render`] too if it is to stand in `html!`.
pub trait Component: Sync {
    /// Writes the component.
    fn write(&self, out: &mut Writer<'_>);
}

/// What a closure writes, as HTML of its own: for what is written once and shown often.
pub(crate) fn html_of(write: impl FnOnce(&mut Writer<'_>)) -> Markup {
    let mut html = String::new();
    write(&mut Writer::new(&mut html));
    PreEscaped(html)
}

/// Content from a closure that writes it.
///
/// It is written straight into the page, so a page of any size costs one allocation.
/// See [`Writer`] for an example.
pub fn from_fn<F: Fn(&mut Writer<'_>) + Sync>(write: F) -> FromFn<F> {
    FromFn(write)
}

/// What [`from_fn`] returns.
#[derive(Clone, Copy)]
pub struct FromFn<F>(F);

impl<F> std::fmt::Debug for FromFn<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FromFn").finish_non_exhaustive()
    }
}

impl<F: Fn(&mut Writer<'_>) + Sync> Component for FromFn<F> {
    fn write(&self, out: &mut Writer<'_>) {
        (self.0)(out);
    }
}

impl<F: Fn(&mut Writer<'_>) + Sync> Render for FromFn<F> {
    fn render_to(&self, buffer: &mut String) {
        (self.0)(&mut Writer::new(buffer));
    }
}

/// Implements maud's [`Render`] for components.
macro_rules! render_components {
    ($($(#[$attribute:meta])* $component:ident),* $(,)?) => {$(
        $(#[$attribute])*
        impl $crate::markup::Render for $component<'_> {
            fn render(&self) -> $crate::markup::Markup {
                // Room for most components, so that a component on its own costs one allocation.
                let mut html = String::with_capacity(1024);
                self.render_to(&mut html);
                $crate::markup::PreEscaped(html)
            }

            fn render_to(&self, buffer: &mut String) {
                $crate::markup::Component::write(self, &mut $crate::markup::Writer::new(buffer));
            }
        }
    )*};
}
pub(crate) use render_components;

/// `Debug` that shows the name of a type and nothing in it: what it holds may be somebody's answer, and a log is not for answers.
macro_rules! opaque_debug {
    ($($name:ident $(<$($lifetime:lifetime),+>)?),* $(,)?) => {$(
        impl ::std::fmt::Debug for $name $(<$($lifetime),+>)? {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )*};
}
pub(crate) use opaque_debug;

/// Chained setters: `field(into Type)` takes anything that converts, `field(Type)` takes the type itself, for a field of
/// that type or an `Option` of it, `field(token)` takes a string for a [`Token`](crate::markup::Token). `field(..) => rare` is a field of `rare: Rarely<_>`, where a component keeps what hardly any has,
/// so that those without it are small.
macro_rules! setters {
    ($($(#[$doc:meta])* $field:ident($($kind:tt)+) $(=> $rare:ident)?)*) => {
        $($crate::markup::setter! { $(#[$doc])* $field($($kind)+) $(=> $rare)? })*
    };
}
pub(crate) use setters;

macro_rules! setter {
    ($(#[$doc:meta])* $field:ident(into $type:ty) => $rare:ident) => {
        $(#[$doc])*
        #[inline]
        pub fn $field(mut self, $field: impl Into<$type>) -> Self {
            $crate::markup::rarely(&mut self.$rare).$field = Into::<$type>::into($field).into();
            self
        }
    };
    ($(#[$doc:meta])* $field:ident($type:ty) => $rare:ident) => {
        $(#[$doc])*
        #[allow(clippy::useless_conversion, reason = "the field may be an `Option` of the type")]
        #[inline]
        pub fn $field(mut self, $field: $type) -> Self {
            $crate::markup::rarely(&mut self.$rare).$field = $field.into();
            self
        }
    };
    ($(#[$doc:meta])* $field:ident(into $type:ty)) => {
        $(#[$doc])*
        #[inline]
        pub fn $field(mut self, $field: impl Into<$type>) -> Self {
            self.$field = Into::<$type>::into($field).into();
            self
        }
    };
    ($(#[$doc:meta])* $field:ident(token)) => {
        $(#[$doc])*
        #[allow(clippy::useless_conversion, reason = "the field may be an `Option` of a token")]
        #[inline]
        pub fn $field(mut self, $field: impl Into<::std::borrow::Cow<'a, str>>) -> Self {
            self.$field = $crate::markup::Token::new($field).into();
            self
        }
    };
    ($(#[$doc:meta])* $field:ident($type:ty)) => {
        $(#[$doc])*
        #[allow(clippy::useless_conversion, reason = "the field may be an `Option` of the type")]
        #[inline]
        pub fn $field(mut self, $field: $type) -> Self {
            self.$field = $field.into();
            self
        }
    };
}
pub(crate) use setter;

/// Chained setters that go on to a component inside: `setters_of! { field: name(Type) }`.
macro_rules! setters_of {
    ($inner:ident: $($(#[$doc:meta])* $name:ident($type:ty))*) => {$(
        $(#[$doc])*
        #[inline]
        pub fn $name(mut self, $name: $type) -> Self {
            self.$inner = self.$inner.$name($name);
            self
        }
    )*};
}
pub(crate) use setters_of;

/// The two setters that nearly every component has.
macro_rules! classes_and_attributes {
    () => {
        $crate::markup::setters! {
            /// Classes to add to the component's own.
            classes(into ::std::borrow::Cow<'a, str>)
            /// Attributes to add to the component's own.
            attributes($crate::markup::Attributes<'a>)
        }
    };
    (=> $rare:ident) => {
        /// Classes to add to the component's own.
        #[inline]
        pub fn classes(mut self, classes: impl Into<::std::borrow::Cow<'a, str>>) -> Self {
            let classes = classes.into();
            // None of nothing is nothing: no memory is asked for it.
            if !classes.is_empty() || self.$rare.is_some() {
                $crate::markup::rarely(&mut self.$rare).classes = classes;
            }
            self
        }

        $crate::markup::classes_and_attributes! { @attributes $rare }
    };
    (, => $rare:ident) => {
        $crate::markup::setters! {
            /// Classes to add to the component's own.
            classes(into ::std::borrow::Cow<'a, str>)
        }

        $crate::markup::classes_and_attributes! { @attributes $rare }
    };
    (@attributes $rare:ident) => {
        /// Attributes to add to the component's own.
        #[inline]
        pub fn attributes(mut self, attributes: $crate::markup::Attributes<'a>) -> Self {
            if !attributes.is_empty() || self.$rare.is_some() {
                $crate::markup::rarely(&mut self.$rare).attributes = attributes;
            }
            self
        }
    };
}
pub(crate) use classes_and_attributes;
