//! What all values that are one text have in common.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserializer, Visitor};

use super::ValueError;

/// What a form hands a value in place of an answer, to learn about its type or to check the rest of a page: no
/// answer can be these bytes, because answers are text.
pub(crate) const SAMPLE: &[u8] = b"townhall::sample";

/// A value that is read from one text.
pub(crate) trait FromText: Sized {
    /// The name under which serde, and so a form, knows the type.
    const NAME: &'static str;
    /// What is accepted, for error messages of data formats.
    const EXPECTED: &'static str;

    fn from_text(text: &str) -> Result<Self, ValueError>;

    /// Any good value.
    fn sample() -> Self;
}

pub(crate) fn deserialize<'de, T: FromText, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(T::NAME, TextVisitor(PhantomData))
}

struct TextVisitor<T>(PhantomData<T>);

impl<'de, T: FromText> Visitor<'de> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::from_text(text).map_err(E::custom)
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<T, E> {
        if bytes == SAMPLE { Ok(T::sample()) } else { Err(E::invalid_type(de::Unexpected::Bytes(bytes), &self)) }
    }
}

/// A number that is written as a text, so that nothing of it is lost, and read from a number as well.
pub(crate) trait JsonNumber: FromText {
    /// Reads a number as a program writes it, in digits with a full stop.
    fn from_json(text: &str) -> Result<Self, ValueError> {
        Self::from_text(text)
    }
}

pub(crate) fn deserialize_number<'de, T: JsonNumber, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(T::NAME, NumberVisitor(PhantomData))
}

struct NumberVisitor<T>(PhantomData<T>);

macro_rules! read_from {
    ($($method:ident $number:ty),*) => {$(
        fn $method<E: de::Error>(self, number: $number) -> Result<T, E> {
            T::from_json(&number.to_string()).map_err(E::custom)
        }
    )*};
}

impl<'de, T: JsonNumber> Visitor<'de> for NumberVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        // Formats that say nothing of types have what was written: a text.
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(self)
        } else {
            deserializer.deserialize_str(self)
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::from_text(text).map_err(E::custom)
    }

    read_from! { visit_i64 i64, visit_u64 u64, visit_i128 i128, visit_u128 u128, visit_f64 f64 }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<T, E> {
        TextVisitor(PhantomData).visit_bytes(bytes)
    }
}

/// Declares a value that holds its canonical text: the type, parsing, display and serde both ways.
macro_rules! text_value {
    (
        $(#[$meta:meta])*
        $name:ident, $parse:path, sample $sample:literal, $expected:literal
    ) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Reads what was typed.
            ///
            /// # Errors
            ///
            /// What is wrong with it, as a code.
            pub fn parse(text: &str) -> Result<Self, $crate::values::ValueError> {
                $parse(text).map(Self)
            }

            /// The canonical text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        $crate::values::text_value::text_impls! {
            [] $name, concat!("townhall::", stringify!($name)), $expected, sample Self($sample.to_owned()), held
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        // An answer is about a person: it is not for logs.
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_tuple(stringify!($name)).finish_non_exhaustive()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}
pub(crate) use text_value;

/// Parsing from text and serde both ways, for a type that has `parse` and `Display`; `held` if it holds its text, which `as_str` gives;
/// `number` if it is one.
macro_rules! text_impls {
    ([$($generics:tt)*] $type:ty, $name:expr, $expected:literal, sample $sample:expr $(, $held:ident)?) => {
        impl<$($generics)*> $crate::values::text_value::FromText for $type {
            const NAME: &'static str = $name;
            const EXPECTED: &'static str = $expected;

            fn from_text(text: &str) -> Result<Self, $crate::values::ValueError> {
                Self::parse(text)
            }

            fn sample() -> Self {
                $sample
            }
        }

        impl<$($generics)*> ::std::str::FromStr for $type {
            type Err = $crate::values::ValueError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl<$($generics)*> ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::values::text_value::text_impls!(@serialize self serializer $($held)?)
            }
        }

        impl<'de, $($generics)*> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::values::text_value::text_impls!(@deserialize deserializer $($held)?)
            }
        }
    };
    (@deserialize $deserializer:ident number) => { $crate::values::text_value::deserialize_number($deserializer) };
    (@deserialize $deserializer:ident $($held:ident)?) => { $crate::values::text_value::deserialize($deserializer) };
    (@serialize $value:ident $serializer:ident held) => { $serializer.serialize_str($value.as_str()) };
    (@serialize $value:ident $serializer:ident $($number:ident)?) => { $serializer.collect_str($value) };
}
pub(crate) use text_impls;
