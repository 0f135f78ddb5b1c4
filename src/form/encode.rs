//! Answers as form data: to show a question again with what was answered before.

use std::fmt;

use serde::ser::{
    self, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, Serializer,
};

use super::FormData;
use super::data::Entry;
use super::shape::{FieldShape, Kind, Shape, join};
use crate::values::{FILE, UploadedFile};

/// The answers as a browser would send them.
pub(crate) fn encode<T: Serialize>(answers: &T, shape: &Shape) -> FormData {
    let flat = encode_flat(answers, shape.all().len());
    let parts = |field: &FieldShape| match field.kind {
        Kind::Date => 3,
        Kind::MonthAndYear => 2,
        _ => 0,
    };
    let flat = flat.into_entries();
    // Most pages have one date at most.
    let mut data = FormData::with_capacity(flat.len() + 2);
    for (path, entry) in flat {
        let value = match entry {
            Entry::Text(value) => value,
            Entry::File(kept) => {
                data.push_file(path, kept.file, None);
                continue;
            }
        };
        match shape.field(&path).map_or(0, parts) {
            0 => data.push(path, value),
            count => {
                // Without leading zeros, as people write it.
                for (part, number) in ["year", "month", "day"].into_iter().zip(value.splitn(count, '-')) {
                    data.push(join(&path, part), number.trim_start_matches('0'));
                }
            }
        }
    }
    data
}

/// The answers by the paths of their fields: a date is one text.
pub(super) fn encode_flat<T: Serialize>(answers: &T, fields: usize) -> FormData {
    let mut flat = FormData::with_capacity(fields);
    // A type that a form can ask for has nothing that cannot be written.
    let _ = answers.serialize(Flatten { data: &mut flat, path: String::new() });
    flat
}

/// A single text, number or truth value as text.
pub(super) fn scalar(value: &impl Serialize) -> Option<String> {
    let mut data = FormData::new();
    value.serialize(Flatten { data: &mut data, path: "x".to_owned() }).ok()?;
    let mut values = data.iter();
    match (values.next(), values.next()) {
        (Some(("x", value)), None) => Some(value.to_owned()),
        _ => None,
    }
}

#[derive(Debug)]
pub(super) struct EncodeError(String);

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for EncodeError {}

impl ser::Error for EncodeError {
    fn custom<M: fmt::Display>(message: M) -> Self {
        Self(message.to_string())
    }
}

/// Writes names joined by hyphens, and values.
struct Flatten<'d> {
    data: &'d mut FormData,
    path: String,
}

impl Flatten<'_> {
    fn push(self, value: impl Into<String>) {
        self.data.push(self.path, value);
    }
}

macro_rules! written {
    ($($method:ident($type:ty)),*) => {$(
        fn $method(self, value: $type) -> Result<(), EncodeError> {
            self.push(value.to_string());
            Ok(())
        }
    )*};
}

impl<'d> Serializer for Flatten<'d> {
    type Ok = ();
    type Error = EncodeError;
    type SerializeSeq = Items<'d>;
    type SerializeTuple = Impossible<(), EncodeError>;
    type SerializeTupleStruct = Impossible<(), EncodeError>;
    type SerializeTupleVariant = Impossible<(), EncodeError>;
    type SerializeMap = Fields<'d>;
    type SerializeStruct = Fields<'d>;
    type SerializeStructVariant = Fields<'d>;

    written! {
        serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64), serialize_i128(i128), serialize_u8(u8), serialize_u16(u16),
        serialize_u32(u32), serialize_u64(u64), serialize_u128(u128), serialize_f32(f32), serialize_f64(f64), serialize_char(char)
    }

    fn serialize_bool(self, value: bool) -> Result<(), EncodeError> {
        self.push(if value { "yes" } else { "no" });
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), EncodeError> {
        self.push(value);
        Ok(())
    }

    fn serialize_bytes(self, _value: &[u8]) -> Result<(), EncodeError> {
        Err(EncodeError("bytes are not an answer".to_owned()))
    }

    fn serialize_none(self) -> Result<(), EncodeError> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), EncodeError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), EncodeError> {
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), EncodeError> {
        Ok(())
    }

    fn serialize_unit_variant(self, _name: &'static str, _at: u32, variant: &'static str) -> Result<(), EncodeError> {
        self.push(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<(), EncodeError> {
        if name != FILE {
            return value.serialize(self);
        }
        let mut parts = FormData::new();
        value.serialize(Flatten { data: &mut parts, path: String::new() })?;
        let file = UploadedFile::of_parts(|part| parts.get(part));
        self.data.push_file(self.path, file.ok_or_else(|| EncodeError("a file without its parts".to_owned()))?, None);
        Ok(())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _at: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        self.data.push(self.path.as_str(), variant);
        value.serialize(Flatten { path: join(&self.path, variant), data: self.data })
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Items<'d>, EncodeError> {
        Ok(Items(self))
    }

    fn serialize_tuple(self, _len: usize) -> Result<Self::SerializeTuple, EncodeError> {
        Err(EncodeError("a tuple has no names".to_owned()))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        len: usize,
    ) -> Result<Self::SerializeTupleStruct, EncodeError> {
        self.serialize_tuple(len)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _at: u32,
        _variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeTupleVariant, EncodeError> {
        self.serialize_tuple(len)
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Fields<'d>, EncodeError> {
        Ok(Fields { inner: self, key: String::new() })
    }

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Fields<'d>, EncodeError> {
        Ok(Fields { inner: self, key: String::new() })
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _at: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Fields<'d>, EncodeError> {
        self.data.push(self.path.as_str(), variant);
        let inner = Flatten { path: join(&self.path, variant), data: self.data };
        Ok(Fields { inner, key: String::new() })
    }
}

struct Items<'d>(Flatten<'d>);

impl SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        value.serialize(Flatten { path: self.0.path.clone(), data: self.0.data })
    }

    fn end(self) -> Result<(), EncodeError> {
        Ok(())
    }
}

struct Fields<'d> {
    inner: Flatten<'d>,
    key: String,
}

impl Fields<'_> {
    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), EncodeError> {
        value.serialize(Flatten { path: join(&self.inner.path, name), data: self.inner.data })
    }
}

/// A struct and a variant with fields are written in the same way.
macro_rules! named_fields {
    ($($serialize:ident),*) => {$(
        impl $serialize for Fields<'_> {
            type Ok = ();
            type Error = EncodeError;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), EncodeError> {
                self.field(name, value)
            }

            fn end(self) -> Result<(), EncodeError> {
                Ok(())
            }
        }
    )*};
}

named_fields! { SerializeStruct, SerializeStructVariant }

impl SerializeMap for Fields<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), EncodeError> {
        let mut data = FormData::new();
        key.serialize(Flatten { data: &mut data, path: "x".to_owned() })?;
        data.get("x").unwrap_or_default().clone_into(&mut self.key);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        let key = std::mem::take(&mut self.key);
        self.field(&key, value)
    }

    fn end(self) -> Result<(), EncodeError> {
        Ok(())
    }
}
