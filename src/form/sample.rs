//! A value of any type: to learn what a type asks, and in place of an answer that could not be read, so that the other answers can
//! still be checked.

use std::marker::PhantomData;

use serde::de::{
    self, DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, VariantAccess, Visitor,
    value::{BytesDeserializer, SeqDeserializer, StrDeserializer},
};
use serde::forward_to_deserialize_any;

use crate::values::SAMPLE;

/// Gives every type a value of its own.
pub(super) struct Sample<E> {
    /// A good answer of the question's own, as a browser would send it.
    text: Option<&'static str>,
    error: PhantomData<E>,
}

impl<E> Sample<E> {
    pub(super) fn new() -> Self {
        Self::of(None)
    }

    /// With a text of the question's own.
    pub(super) fn of(text: Option<&'static str>) -> Self {
        Self { text, error: PhantomData }
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident $type:ty, $one:literal;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            visitor.$visit(match self.text {
                Some(text) => text.parse::<$type>().map_err(|_| E::custom("not-a-number"))?,
                None => $one,
            })
        }
    )*};
}

impl<'de, E: de::Error> de::Deserializer<'de> for Sample<E> {
    type Error = E;

    numbers! {
        deserialize_i8 visit_i8 i8, 1;
        deserialize_i16 visit_i16 i16, 1;
        deserialize_i32 visit_i32 i32, 1;
        deserialize_i64 visit_i64 i64, 1;
        deserialize_i128 visit_i128 i128, 1;
        deserialize_u8 visit_u8 u8, 1;
        deserialize_u16 visit_u16 u16, 1;
        deserialize_u32 visit_u32 u32, 1;
        deserialize_u64 visit_u64 u64, 1;
        deserialize_u128 visit_u128 u128, 1;
        deserialize_f32 visit_f32 f32, 1.0;
        deserialize_f64 visit_f64 f64, 1.0;
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_str(self.text.unwrap_or("1"))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_bool(self.text == Some("yes"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, E> {
        match self.text {
            Some(text) if name.starts_with("townhall::") => {
                let text: StrDeserializer<'_, E> = text.into_deserializer();
                visitor.visit_newtype_struct(text)
            }
            None if name.starts_with("townhall::") => visitor.visit_newtype_struct(BytesDeserializer::new(SAMPLE)),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_seq(SeqDeserializer::new(std::iter::empty::<&str>()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_map(SampleFields { names: names.iter(), error: PhantomData })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        let name = self.text.and_then(|text| variants.iter().find(|name| **name == text));
        let name = name.or(variants.first()).copied().unwrap_or_default();
        visitor.visit_enum(SampleVariant { name, error: PhantomData })
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit_struct tuple tuple_struct map identifier ignored_any
    }
}

struct SampleFields<E> {
    names: std::slice::Iter<'static, &'static str>,
    error: PhantomData<E>,
}

impl<'de, E: de::Error> MapAccess<'de> for SampleFields<E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        let Some(name) = self.names.next() else { return Ok(None) };
        let key: StrDeserializer<'_, E> = (*name).into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, E> {
        seed.deserialize(Sample::new())
    }
}

struct SampleVariant<E> {
    name: &'static str,
    error: PhantomData<E>,
}

impl<'de, E: de::Error> EnumAccess<'de> for SampleVariant<E> {
    type Error = E;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), E> {
        let name: StrDeserializer<'_, E> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de, E: de::Error> VariantAccess<'de> for SampleVariant<E> {
    type Error = E;

    fn unit_variant(self) -> Result<(), E> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, E> {
        seed.deserialize(Sample::new())
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, E> {
        visitor.visit_seq(SeqDeserializer::new(std::iter::empty::<&str>()))
    }

    fn struct_variant<V: Visitor<'de>>(self, names: &'static [&'static str], visitor: V) -> Result<V::Value, E> {
        visitor.visit_map(SampleFields { names: names.iter(), error: PhantomData })
    }
}
