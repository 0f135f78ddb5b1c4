//! Form data as answers, or all that is wrong with them at once.
//!
//! The type is decoded field by field. Where a field cannot be read its error is noted, and decoding starts again with a sample in its
//! place, until every field has been read or noted. Then the rules of validator are asked, and what they say of samples is dropped.
//!
//! Fields are read in the order of the struct, except that one which takes no sample is left to the end, so that those after it are
//! read as well.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

use serde::de::{
    self, Deserialize, DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
    value::{MapDeserializer, StrDeserializer},
};
use serde::forward_to_deserialize_any;
use validator::Validate;

use super::bounds::{bounds_error, without_units};
use super::fields::Count;
use super::sample::Sample;
use super::settings::{Setting, is_honoured};
use super::shape::{Control, FieldShape, Kind, Shape, join};
use super::{FieldErrors, FormData};
use crate::values::number::Number;
use crate::values::tidy::{is_blank, tidy, tidy_lines};
use crate::values::{
    DATE, Date, DateParts, ErrorArgument, FILE, MONTH_AND_YEAR, MonthAndYear, UploadedFile, ValueError,
    beyond_the_type, decimal_number, error_of, whole_number,
};

/// Reads the answers of a page.
pub(crate) fn decode<T>(data: &FormData, shape: &Shape) -> Result<T, FieldErrors>
where
    T: for<'de> Deserialize<'de> + Validate,
{
    let state = State {
        data,
        shape,
        errors: RefCell::default(),
        without_sample: RefCell::default(),
        beyond_their_type: RefCell::default(),
    };
    let asked = shape.asked(data);
    for (name, error) in data.errors().iter().filter(|(name, _)| asked.iter().any(|field| field.path == *name)) {
        state.errors.borrow_mut().push(name.as_str(), error.clone());
    }
    let has_bounds = |field: &&&FieldShape| field.shown.min.is_some() || field.shown.max.is_some();
    for field in asked.iter().filter(has_bounds) {
        if let Some(error) = bounds_error(field, state.text(&field.path)) {
            state.errors.borrow_mut().push(field.path.as_str(), error);
        }
    }
    let mut answers = None;
    let mut are_known_noted = false;
    // Each attempt notes at least one field more, or is the last.
    loop {
        let before = state.progress();
        match T::deserialize(Value { state: &state, path: Cow::Borrowed("") }) {
            Ok(value) => {
                answers = Some(value);
                break;
            }
            Err(_) if state.progress() > before => {
                // What the library can judge without the type is noted at once, which saves an attempt for each.
                if !are_known_noted {
                    are_known_noted = true;
                    for field in &asked {
                        state.note_known(field);
                    }
                }
            }
            Err(error) => {
                // Nothing new was learnt: the type itself refuses what its fields accept.
                if state.errors.borrow().is_empty() {
                    state.errors.borrow_mut().push("", error.0);
                }
                break;
            }
        }
    }
    let mut errors = state.errors.into_inner();
    let beyond_their_type = state.beyond_their_type.into_inner();
    check_presentation(data, &asked, &mut errors);
    if let Some(answers) = &answers
        && let Err(found) = answers.validate()
    {
        errors.add_validator_errors(found, shape, !beyond_their_type.is_empty());
    }
    // A rule of the question has said more of them, if it has bounds.
    for (path, error) in beyond_their_type {
        errors.push(path, error);
    }
    errors.sort(shape);
    match answers {
        Some(answers) if errors.is_empty() => Ok(answers),
        _ => Err(errors),
    }
}

/// What the presentation of a field promises: a limit that is counted on the page, an answer that excludes the others.
fn check_presentation(data: &FormData, asked: &[&FieldShape], errors: &mut FieldErrors) {
    for field in asked {
        let presentation = &field.shown;
        if let (Some(count), Some(text)) = (presentation.count, data.get(&field.path))
            && field.control() == Control::Textarea
        {
            let max = i64::from(count.limit());
            let over = count.of(text) > usize::try_from(count.limit()).unwrap_or(usize::MAX);
            let code = if matches!(count, Count::Words(_)) { "too-many-words" } else { "too-long" };
            if over {
                errors.push(field.path.as_str(), ValueError::new(code).with("max", max));
            }
        }
        if field.kind == Kind::Files {
            let rules = presentation.file_rules();
            let files = data.files(&field.path).count();
            if files > usize::try_from(rules.most).unwrap_or(usize::MAX) {
                errors.push(field.path.as_str(), rules.too_many());
            }
        }
        if let Kind::AnyOf(choices) = &field.kind
            && let Some(none) = choices.iter().find(|choice| presentation.is_exclusive(choice.value))
            && data.get_all(&field.path).any(|value| value == none.value)
            && data.get_all(&field.path).any(|value| value != none.value && !is_blank(value))
        {
            // Its label, in whatever language the error will be said.
            let label = format!("{}.option-{}", field.message, none.value);
            let error = ValueError::new("none-and-other").with("none", ErrorArgument::Message(label.into()));
            errors.push(field.path.as_str(), error);
        }
    }
}

/// What is known while a page is decoded.
struct State<'d> {
    data: &'d FormData,
    shape: &'d Shape,
    errors: RefCell<FieldErrors>,
    /// Fields whose type takes no sample.
    without_sample: RefCell<Vec<String>>,
    /// Numbers that their types cannot hold: the nearest one stands in for them, so that the question's own rules are asked first.
    beyond_their_type: RefCell<Vec<(String, ValueError)>>,
}

impl State<'_> {
    /// It grows with every attempt that is worth another.
    fn progress(&self) -> usize {
        self.errors.borrow().len() + self.without_sample.borrow().len()
    }

    fn has_error(&self, path: &str) -> bool {
        self.errors.borrow().of(path).is_some()
    }

    /// What was typed, without a copy of the units beside the input.
    fn text(&self, path: &str) -> &str {
        let text = self.data.get(path).unwrap_or_default();
        let has_units =
            |field: &&FieldShape| (field.shown.prefix.is_some() || field.shown.suffix.is_some()) && field.path == path;
        self.shape.all().iter().find(has_units).map_or(text, |field| without_units(field, text))
    }

    fn note_beyond(&self, path: &str, error: ValueError) {
        let mut beyond = self.beyond_their_type.borrow_mut();
        if beyond.iter().all(|(known, _)| known != path) {
            beyond.push((path.to_owned(), error));
        }
    }

    /// The parts of a date.
    fn parts<const N: usize>(&self, path: &str, names: [&'static str; N]) -> [&str; N] {
        names.map(|name| self.data.part(path, name).unwrap_or_default())
    }

    /// Notes what is wrong with a value of the library.
    fn note_known(&self, field: &FieldShape) {
        let path = field.path.as_str();
        if self.has_error(path) || field.optional && !field.is_answered(self.data) {
            return;
        }
        let error = match field.kind {
            Kind::Text(name) => error_of(name, self.text(path)),
            Kind::Date => {
                let [day, month, year] = self.parts(path, ["day", "month", "year"]);
                Date::from_parts(day, month, year).err()
            }
            Kind::MonthAndYear => {
                let [month, year] = self.parts(path, ["month", "year"]);
                MonthAndYear::from_parts(month, year).err()
            }
            _ => None,
        };
        if let Some(error) = error {
            self.errors.borrow_mut().push(path, error);
        }
    }
}

/// An error on its way through serde.
#[derive(Debug)]
struct DecodeError(ValueError);

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for DecodeError {}

impl From<ValueError> for DecodeError {
    fn from(error: ValueError) -> Self {
        Self(error)
    }
}

impl de::Error for DecodeError {
    fn custom<M: fmt::Display>(message: M) -> Self {
        Self(ValueError::read(&message.to_string()))
    }
}

/// One field, or the whole page if the path is empty.
struct Value<'s, 'd> {
    state: &'s State<'d>,
    path: Cow<'static, str>,
}

impl<'s> Value<'s, '_> {
    fn text(&self) -> &'s str {
        self.state.text(&self.path)
    }

    /// What was typed, tidied, with line breaks as one character.
    fn tidy_text(&self) -> Result<String, DecodeError> {
        let text = tidy_lines(self.text());
        if is_blank(&text) { Err(ValueError::empty().into()) } else { Ok(text) }
    }
}

impl Value<'_, '_> {
    /// The nearest number that the type has, if it is not the one that was typed.
    fn nearest<N: Copy>(&self, number: &Number, least: N, most: N, lowest: i128) -> N {
        self.state.note_beyond(&self.path, beyond_the_type(number, lowest));
        if number.is_negative() { least } else { most }
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $type:ty),*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            let number = whole_number(self.text())?;
            let lowest = if <$type>::MIN == 0 { 0 } else { -1 };
            let fitting = number.to_integer();
            visitor.$visit(fitting.unwrap_or_else(|| self.nearest(&number, <$type>::MIN, <$type>::MAX, lowest)))
        }
    )*};
}

impl<'de> de::Deserializer<'de> for Value<'_, '_> {
    type Error = DecodeError;

    whole_numbers! {
        deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16, deserialize_i32 visit_i32 i32, deserialize_i64 visit_i64 i64,
        deserialize_i128 visit_i128 i128, deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64, deserialize_u128 visit_u128 u128
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_string(self.tidy_text()?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let number = decimal_number(self.text(), None)?;
        let nearest = number.to_f64();
        let is_held = nearest.is_finite();
        visitor.visit_f64(if is_held { nearest } else { self.nearest(&number, f64::MIN, f64::MAX, -1) })
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let number = decimal_number(self.text(), None)?;
        #[allow(clippy::cast_possible_truncation, reason = "the nearest is wanted")]
        let nearest = number.to_f64() as f32;
        let is_held = nearest.is_finite();
        visitor.visit_f32(if is_held { nearest } else { self.nearest(&number, f32::MIN, f32::MAX, -1) })
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.text().trim() {
            "yes" | "true" | "on" => visitor.visit_bool(true),
            "no" | "false" => visitor.visit_bool(false),
            "" => Err(ValueError::empty().into()),
            _ => Err(ValueError::new("unknown-choice").into()),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        // One that a rule requires is read as if it were no `Option`, so that its error is that of its type.
        let is_asked = |field: &FieldShape| !field.optional || field.is_answered(self.state.data);
        if self.state.shape.field(&self.path).is_some_and(is_asked) {
            visitor.visit_some(self)
        } else {
            visitor.visit_none()
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match name {
            DATE | MONTH_AND_YEAR => {
                let part = |part| (part, self.state.data.part(&self.path, part).unwrap_or_default());
                let parts = MapDeserializer::new([part("day"), part("month"), part("year")].into_iter());
                visitor.visit_newtype_struct(parts)
            }
            // A text is no file, whatever it says.
            FILE => match self.state.data.files(&self.path).last() {
                Some(file) => file_value(file, visitor),
                None => Err(ValueError::empty().into()),
            },
            _ if name.starts_with("townhall::") => {
                let text: StrDeserializer<'_, DecodeError> = self.text().into_deserializer();
                visitor.visit_newtype_struct(text)
            }
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_map(FieldsOf::new(self.state, self.path, names))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let texts = self.state.data.get_all(&self.path).filter(|value| !is_blank(value)).map(Item::Text);
        let is_file = self.state.shape.field(&self.path).is_some_and(FieldShape::is_file);
        let values: Vec<Item<'_>> =
            if is_file { self.state.data.files(&self.path).map(Item::File).collect() } else { texts.collect() };
        if values.is_empty() {
            return Err(ValueError::empty().into());
        }
        visitor.visit_seq(Elements { state: self.state, path: &self.path, values: values.into_iter() })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        let chosen = self.text().trim();
        if chosen.is_empty() {
            return Err(ValueError::empty().into());
        }
        let Some(variant) = variants.iter().find(|variant| **variant == chosen) else {
            return Err(ValueError::new("unknown-choice").into());
        };
        visitor.visit_enum(Chosen { state: self.state, path: below(&self.path, variant), variant })
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct tuple tuple_struct map identifier ignored_any
    }
}

/// The fields of a struct: those whose type takes no sample after the others.
struct FieldsOf<'s, 'd> {
    state: &'s State<'d>,
    prefix: Cow<'static, str>,
    names: std::slice::Iter<'static, &'static str>,
    deferred: Vec<Cow<'static, str>>,
    deferred_names: Vec<&'static str>,
    path: Cow<'static, str>,
}

impl<'s, 'd> FieldsOf<'s, 'd> {
    fn new(state: &'s State<'d>, prefix: Cow<'static, str>, names: &'static [&'static str]) -> Self {
        Self {
            state,
            prefix,
            names: names.iter(),
            deferred: Vec::new(),
            deferred_names: Vec::new(),
            path: Cow::Borrowed(""),
        }
    }

    /// The name and path of the next field.
    fn next(&mut self) -> Option<(&'static str, Cow<'static, str>)> {
        for &name in self.names.by_ref() {
            let path = below(&self.prefix, name);
            if !self.state.without_sample.borrow().iter().any(|known| *known == path) {
                return Some((name, path));
            }
            self.deferred.push(path);
            self.deferred_names.push(name);
        }
        Some((self.deferred_names.pop()?, self.deferred.pop()?))
    }
}

/// The path of a field inside another, or on the page itself.
fn below(prefix: &str, name: &'static str) -> Cow<'static, str> {
    if prefix.is_empty() { Cow::Borrowed(name) } else { Cow::Owned(join(prefix, name)) }
}

impl<'de> MapAccess<'de> for FieldsOf<'_, '_> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, DecodeError> {
        let Some((name, path)) = self.next() else { return Ok(None) };
        self.path = path;
        let key: StrDeserializer<'_, DecodeError> = name.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, DecodeError> {
        read(self.state, std::mem::replace(&mut self.path, Cow::Borrowed("")), seed)
    }
}

/// Reads a field, or puts a sample in its place if it has an error; notes the error of one that cannot be read.
fn read<'de, S: DeserializeSeed<'de>>(
    state: &State<'_>,
    path: Cow<'static, str>,
    seed: S,
) -> Result<S::Value, DecodeError> {
    if state.has_error(&path) {
        let field = state.shape.field(&path).filter(|field| is_honoured(field, Setting::Sample));
        let sample = field.and_then(|field| field.shown.sample);
        return seed.deserialize(Sample::<DecodeError>::of(sample)).inspect_err(|_| {
            let mut without = state.without_sample.borrow_mut();
            if !without.iter().any(|known| *known == path) {
                without.push(path.into_owned());
            }
        });
    }
    let before = state.progress();
    seed.deserialize(Value { state, path: path.clone() }).inspect_err(|error| {
        // An error inside the field has been noted there.
        if state.progress() == before && !state.has_error(&path) {
            state.errors.borrow_mut().push(path.into_owned(), error.0.clone());
        }
    })
}

/// The chosen variant of an enum.
struct Chosen<'s, 'd> {
    state: &'s State<'d>,
    path: Cow<'static, str>,
    variant: &'static str,
}

impl<'de> EnumAccess<'de> for Chosen<'_, '_> {
    type Error = DecodeError;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), DecodeError> {
        let variant: StrDeserializer<'_, DecodeError> = self.variant.into_deserializer();
        Ok((seed.deserialize(variant)?, self))
    }
}

impl<'de> VariantAccess<'de> for Chosen<'_, '_> {
    type Error = DecodeError;

    fn unit_variant(self) -> Result<(), DecodeError> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, DecodeError> {
        read(self.state, self.path, seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value, DecodeError> {
        Err(ValueError::new("other").into())
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_map(FieldsOf::new(self.state, self.path, names))
    }
}

/// A file, part by part.
fn file_value<'de, V: Visitor<'de>>(file: &UploadedFile, visitor: V) -> Result<V::Value, DecodeError> {
    let size = file.size().to_string();
    let parts = [("key", file.key()), ("type", file.file_type().name()), ("size", &size), ("name", file.name())];
    visitor.visit_newtype_struct(MapDeserializer::new(parts.into_iter()))
}

/// One of several answers of a field.
#[derive(Clone, Copy)]
enum Item<'s> {
    Text(&'s str),
    File(&'s UploadedFile),
}

/// The ticked boxes of a group, or its files.
struct Elements<'s, 'd> {
    state: &'s State<'d>,
    path: &'s str,
    values: std::vec::IntoIter<Item<'s>>,
}

impl<'de> SeqAccess<'de> for Elements<'_, '_> {
    type Error = DecodeError;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, DecodeError> {
        let Some(value) = self.values.next() else { return Ok(None) };
        let value = match value {
            Item::Text(value) => value,
            Item::File(file) => return seed.deserialize(OneFile(file)).map(Some),
        };
        seed.deserialize(Element { state: self.state, path: self.path, value }).map(Some)
    }
}

/// One ticked box: like a field of that value alone.
struct Element<'s, 'd> {
    state: &'s State<'d>,
    path: &'s str,
    value: &'s str,
}

impl<'de> de::Deserializer<'de> for Element<'_, '_> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_str(&tidy(self.value))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        if name.starts_with("townhall::") {
            let text: StrDeserializer<'_, DecodeError> = self.value.into_deserializer();
            return visitor.visit_newtype_struct(text);
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        let Some(variant) = variants.iter().find(|variant| **variant == self.value) else {
            return Err(ValueError::new("unknown-choice").into());
        };
        visitor.visit_enum(Chosen { state: self.state, path: below(self.path, variant), variant })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// One of several files.
struct OneFile<'s>(&'s UploadedFile);

impl<'de> de::Deserializer<'de> for OneFile<'_> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, DecodeError> {
        Err(ValueError::new("other").into())
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        if name == FILE { file_value(self.0, visitor) } else { visitor.visit_newtype_struct(self) }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Which parts of a date are marked: the guilty ones, or all if the whole date is wrong.
pub(crate) fn marked_parts(error: &ValueError) -> DateParts {
    let parts = error.parts();
    if parts.is_none() { DateParts { day: true, month: true, year: true } } else { parts }
}
