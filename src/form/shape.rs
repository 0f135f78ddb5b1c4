//! What a type asks: read from the type itself, through serde.
//!
//! A deserializer that has no data answers every request with a sample and notes what was requested. An enum is visited once for each
//! variant, so that the fields of all variants are seen.

use std::any::{TypeId, type_name};
use std::collections::HashMap;
use std::fmt;
use std::sync::{LazyLock, RwLock};

use serde::de::{self, DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::fields::{Field, Fields};
use super::sample::Sample;
use super::{FormData, Question};
use crate::values::{DATE, FILE, MONTH_AND_YEAR};

/// What a struct asks, in the order of its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) fields: Vec<FieldShape>,
    /// All fields, those inside others as well, in the order of the page.
    all: Vec<FieldShape>,
    /// The field that could not be given a sample, if there is one.
    pub(crate) unreadable: Option<String>,
}

/// A field: `date_of_birth`, or `contact-phone-number` inside the variant `phone` of `contact`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FieldShape {
    pub(crate) path: String,
    /// The id of the message about it: the question's name and the path.
    pub(crate) message: String,
    pub(crate) kind: Kind,
    pub(crate) optional: bool,
    /// The library's own message about it, in a group of the library: a line of an address.
    pub(crate) built_in: Option<String>,
    /// What the question says of how it is shown.
    pub(crate) shown: Field,
}

/// What a field asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A text, with the name under which serde knows its type.
    Text(&'static str),
    WholeNumber,
    DecimalNumber,
    YesNo,
    Date,
    MonthAndYear,
    OneOf(Vec<Choice>),
    AnyOf(Vec<Choice>),
    /// Several files.
    Files,
    /// Several fields, with the name of the struct.
    Group(&'static str, Vec<FieldShape>),
}

/// A variant of an enum, and what it asks when it is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) value: &'static str,
    pub(crate) fields: Vec<FieldShape>,
}

impl FieldShape {
    fn text(path: String) -> Self {
        Self {
            path,
            message: String::new(),
            kind: Kind::Text(""),
            optional: false,
            built_in: None,
            shown: Field::new(),
        }
    }

    /// Adds what a question says of it.
    fn set_up(&mut self, question: &str, shown: &Fields) {
        self.message = join(question, &self.path);
        self.shown = shown.of(&self.path);
        match &mut self.kind {
            Kind::Group(_, fields) => fields.iter_mut().for_each(|field| field.set_up(question, shown)),
            Kind::OneOf(choices) | Kind::AnyOf(choices) => {
                choices
                    .iter_mut()
                    .flat_map(|choice| &mut choice.fields)
                    .for_each(|field| field.set_up(question, shown));
            }
            _ => {}
        }
    }

    /// Whether it asks for one file or for several.
    pub(crate) fn is_file(&self) -> bool {
        matches!(self.kind, Kind::Files | Kind::Text(FILE))
    }

    /// This field and all below it, in the order of the page.
    fn all(&self) -> Vec<&FieldShape> {
        let mut all = vec![self];
        match &self.kind {
            Kind::Group(_, fields) => all.extend(fields.iter().flat_map(FieldShape::all)),
            Kind::OneOf(choices) | Kind::AnyOf(choices) => {
                all.extend(choices.iter().flat_map(|choice| &choice.fields).flat_map(FieldShape::all));
            }
            _ => {}
        }
        all
    }
}

impl Shape {
    /// All fields, in the order of the page.
    pub(crate) fn all(&self) -> &[FieldShape] {
        &self.all
    }

    /// The fields that are asked for with these answers, in the order of the page: those of a choice that was not made are not, nor
    /// those of an optional group that was left blank.
    pub(crate) fn asked<'s>(&'s self, data: &FormData) -> Vec<&'s FieldShape> {
        fn add<'s>(fields: &'s [FieldShape], data: &FormData, asked: &mut Vec<&'s FieldShape>) {
            for field in fields {
                asked.push(field);
                match &field.kind {
                    Kind::Group(_, fields) if !field.optional || data.has_any(&field.path) => add(fields, data, asked),
                    Kind::OneOf(choices) => {
                        let chosen = data.get(&field.path).unwrap_or_default().trim();
                        choices.iter().filter(|choice| choice.value == chosen).for_each(|choice| {
                            add(&choice.fields, data, asked);
                        });
                    }
                    Kind::AnyOf(choices) => {
                        let is_chosen = |choice: &&Choice| data.get_all(&field.path).any(|value| value == choice.value);
                        choices.iter().filter(is_chosen).for_each(|choice| add(&choice.fields, data, asked));
                    }
                    _ => {}
                }
            }
        }
        let mut asked = Vec::with_capacity(self.all.len());
        add(&self.fields, data, &mut asked);
        asked
    }

    /// The field with a path.
    pub(crate) fn field(&self, path: &str) -> Option<&FieldShape> {
        self.all.iter().find(|field| field.path == path)
    }

    /// The shape of a question. It is worked out once.
    pub(crate) fn of<Q: Question>() -> &'static Self {
        static SHAPES: LazyLock<RwLock<HashMap<TypeId, &'static Shape>>> = LazyLock::new(RwLock::default);
        let id = TypeId::of::<Q>();
        let known = SHAPES.read().ok().and_then(|shapes| shapes.get(&id).copied());
        known.unwrap_or_else(|| {
            // There are as many shapes as there are types in the program.
            let shape: &'static Self = Box::leak(Box::new(probe::<Q>(Q::fields())));
            if let Ok(mut shapes) = SHAPES.write() {
                shapes.insert(id, shape);
            }
            shape
        })
    }
}

/// More variants than any page has.
const MOST_PASSES: usize = 500;

fn probe<T: Question>(shown: Fields) -> Shape {
    let mut notes = Notes { shown, ..Notes::default() };
    let mut fields = Vec::new();
    let mut unreadable = None;
    for _ in 0..MOST_PASSES {
        notes.enums.clear();
        let mut note = Note::default();
        let outcome = T::deserialize(Probe { notes: &mut notes, note: &mut note, path: String::new() });
        if outcome.is_err() {
            unreadable = notes.last_path.take().or_else(|| Some(type_name::<T>().to_owned()));
        }
        if let Some(Kind::Group(_, found)) = note.kind
            && fields.is_empty()
        {
            fields = found;
        }
        // The enum that was seen last and has a variant left is tried with its next variant: inner ones before outer ones.
        let next = notes.enums.iter().rev().find(|(_, at, count)| at + 1 < *count).cloned();
        match next {
            Some((path, at, _)) => notes.wanted.insert(path, at + 1),
            None => break,
        };
    }
    let mut fields: Vec<FieldShape> = fields.into_iter().map(|field| notes.complete(field)).collect();
    for field in &mut fields {
        field.set_up(T::NAME, &notes.shown);
    }
    let all = fields.iter().flat_map(FieldShape::all).cloned().collect();
    Shape { fields, all, unreadable }
}

/// What is known of enums, by their paths.
#[derive(Default)]
struct Notes {
    /// What the question says of how fields are shown, and of samples for its own types.
    shown: Fields,
    /// The variant to visit.
    wanted: HashMap<String, usize>,
    /// The enums of this pass: path, variant, number of variants.
    enums: Vec<(String, usize, usize)>,
    /// What each variant asks.
    revealed: HashMap<(String, usize), Vec<FieldShape>>,
    /// The field that was visited last.
    last_path: Option<String>,
}

impl Notes {
    /// Puts what the variants ask into their choices.
    fn complete(&self, mut field: FieldShape) -> FieldShape {
        match &mut field.kind {
            Kind::Group(_, fields) => {
                *fields = std::mem::take(fields).into_iter().map(|field| self.complete(field)).collect();
            }
            Kind::OneOf(choices) | Kind::AnyOf(choices) => {
                for (at, choice) in choices.iter_mut().enumerate() {
                    if let Some(fields) = self.revealed.get(&(field.path.clone(), at)) {
                        choice.fields = fields.iter().cloned().map(|field| self.complete(field)).collect();
                    }
                }
            }
            _ => {}
        }
        field
    }
}

/// What was requested for one field.
#[derive(Default)]
struct Note {
    kind: Option<Kind>,
    optional: bool,
}

/// The only error that a probe makes itself is that of a type which a form cannot ask for.
#[derive(Debug)]
pub(super) struct ProbeError(String);

impl fmt::Display for ProbeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ProbeError {}

impl de::Error for ProbeError {
    fn custom<M: fmt::Display>(message: M) -> Self {
        Self(message.to_string())
    }
}

pub(crate) fn join(path: &str, name: &str) -> String {
    match (path.is_empty(), name.is_empty()) {
        (true, _) => name.to_owned(),
        (false, true) => path.to_owned(),
        (false, false) => {
            let mut joined = String::with_capacity(path.len() + 1 + name.len());
            joined.push_str(path);
            joined.push('-');
            joined.push_str(name);
            joined
        }
    }
}

/// The start of the messages about a group of the library: `UkAddress` has `townhall-uk-address`.
fn message_of(name: &str) -> String {
    let mut id = "townhall".to_owned();
    for letter in name.chars() {
        if letter.is_uppercase() {
            id.push('-');
        }
        id.extend(letter.to_lowercase());
    }
    id
}

struct Probe<'p> {
    notes: &'p mut Notes,
    note: &'p mut Note,
    path: String,
}

impl Probe<'_> {
    fn sample(self, kind: Kind) -> Sample<ProbeError> {
        self.note.kind = Some(kind);
        self.notes.last_path = Some(self.path);
        Sample::of(self.notes.shown.of(self.notes.last_path.as_deref().unwrap_or_default()).sample)
    }
}

macro_rules! sampled {
    ($($method:ident: $kind:expr),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ProbeError> {
            self.sample($kind).$method(visitor)
        }
    )*};
}

impl<'de> de::Deserializer<'de> for Probe<'_> {
    type Error = ProbeError;

    sampled! {
        deserialize_any: Kind::Text(""),
        deserialize_bool: Kind::YesNo,
        deserialize_i8: Kind::WholeNumber,
        deserialize_i16: Kind::WholeNumber,
        deserialize_i32: Kind::WholeNumber,
        deserialize_i64: Kind::WholeNumber,
        deserialize_u8: Kind::WholeNumber,
        deserialize_u16: Kind::WholeNumber,
        deserialize_u32: Kind::WholeNumber,
        deserialize_u64: Kind::WholeNumber,
        deserialize_f32: Kind::DecimalNumber,
        deserialize_f64: Kind::DecimalNumber,
        deserialize_char: Kind::Text(""),
        deserialize_str: Kind::Text(""),
        deserialize_string: Kind::Text(""),
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ProbeError> {
        self.note.optional = true;
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ProbeError> {
        let kind = match name {
            DATE => Kind::Date,
            MONTH_AND_YEAR => Kind::MonthAndYear,
            _ if name.starts_with("townhall::") => Kind::Text(name),
            _ => return visitor.visit_newtype_struct(self),
        };
        self.sample(kind).deserialize_newtype_struct(name, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ProbeError> {
        let mut fields = Vec::with_capacity(names.len());
        let value = visitor.visit_map(ProbeFields {
            notes: self.notes,
            path: &self.path,
            names: names.iter(),
            name: "",
            fields: &mut fields,
            built_in: name.strip_prefix("townhall::").map(message_of),
        });
        // After a type that could not be given a sample nothing more is seen: the rest is asked for as text.
        let rest = names.iter().skip(fields.len());
        let rest: Vec<FieldShape> = rest.map(|name| FieldShape::text(join(&self.path, name))).collect();
        fields.extend(rest);
        self.note.kind = Some(Kind::Group(name, fields));
        value
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ProbeError> {
        let mut element = Note::default();
        let value = visitor.visit_seq(ProbeOne { notes: self.notes, note: Some(&mut element), path: &self.path });
        self.note.kind = Some(match element.kind {
            Some(Kind::OneOf(choices)) => Kind::AnyOf(choices),
            Some(Kind::Text(FILE)) => Kind::Files,
            Some(other) => other,
            None => Kind::Text(""),
        });
        value
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ProbeError> {
        let at = self.notes.wanted.get(&self.path).copied().unwrap_or_default();
        self.notes.enums.push((self.path.clone(), at, variants.len()));
        let choices = variants.iter().map(|value| Choice { value, fields: Vec::new() }).collect();
        self.note.kind = Some(Kind::OneOf(choices));
        let variant = variants.get(at).copied().unwrap_or_default();
        let mut fields = Vec::new();
        let path = join(&self.path, variant);
        let value = visitor.visit_enum(ProbeVariant { notes: self.notes, path: &path, variant, fields: &mut fields });
        self.notes.revealed.insert((self.path, at), fields);
        value
    }

    forward_to_deserialize_any! {
        i128 u128 bytes byte_buf unit unit_struct tuple tuple_struct map identifier ignored_any
    }
}

struct ProbeFields<'p> {
    notes: &'p mut Notes,
    path: &'p str,
    names: std::slice::Iter<'static, &'static str>,
    name: &'static str,
    fields: &'p mut Vec<FieldShape>,
    built_in: Option<String>,
}

impl<'de> MapAccess<'de> for ProbeFields<'_> {
    type Error = ProbeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ProbeError> {
        let Some(name) = self.names.next() else { return Ok(None) };
        self.name = name;
        let key: de::value::StrDeserializer<'_, ProbeError> = self.name.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, ProbeError> {
        let path = join(self.path, self.name);
        let mut note = Note::default();
        let value = seed.deserialize(Probe { notes: self.notes, note: &mut note, path: path.clone() });
        let kind = note.kind.unwrap_or(Kind::Text(""));
        let built_in = self.built_in.as_ref().map(|group| format!("{group}-{}", self.name));
        self.fields.push(FieldShape { kind, optional: note.optional, built_in, ..FieldShape::text(path) });
        value
    }
}

struct ProbeOne<'p> {
    notes: &'p mut Notes,
    note: Option<&'p mut Note>,
    path: &'p str,
}

impl<'de> SeqAccess<'de> for ProbeOne<'_> {
    type Error = ProbeError;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, ProbeError> {
        let Some(note) = self.note.take() else { return Ok(None) };
        seed.deserialize(Probe { notes: self.notes, note, path: self.path.to_owned() }).map(Some)
    }
}

struct ProbeVariant<'p> {
    notes: &'p mut Notes,
    path: &'p str,
    variant: &'static str,
    fields: &'p mut Vec<FieldShape>,
}

impl<'de> EnumAccess<'de> for ProbeVariant<'_> {
    type Error = ProbeError;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), ProbeError> {
        let variant: de::value::StrDeserializer<'_, ProbeError> = self.variant.into_deserializer();
        Ok((seed.deserialize(variant)?, self))
    }
}

impl<'de> VariantAccess<'de> for ProbeVariant<'_> {
    type Error = ProbeError;

    fn unit_variant(self) -> Result<(), ProbeError> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, ProbeError> {
        let mut note = Note::default();
        let value = seed.deserialize(Probe { notes: self.notes, note: &mut note, path: self.path.to_owned() });
        match note.kind {
            Some(Kind::Group(_, fields)) => *self.fields = fields,
            Some(kind) => {
                let field = FieldShape::text(self.path.to_owned());
                self.fields.push(FieldShape { kind, optional: note.optional, ..field });
            }
            None => {}
        }
        value
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value, ProbeError> {
        Err(ProbeError("a variant with several fields needs names for them".to_owned()))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ProbeError> {
        visitor.visit_map(ProbeFields {
            notes: self.notes,
            path: self.path,
            names: names.iter(),
            name: "",
            fields: self.fields,
            built_in: None,
        })
    }
}
