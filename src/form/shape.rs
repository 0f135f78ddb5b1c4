//! What a type asks: read from the type itself, through serde.
//!
//! A deserializer that has no data answers every request with a sample and notes what was requested. An enum is visited once for each
//! variant, so that the fields of all variants are seen.

use std::any::TypeId;
use std::collections::HashMap;
use std::fmt;
use std::sync::{LazyLock, RwLock};

use serde::de::{self, DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::encode::encode_flat;
use super::errors::field_rules;
use super::fields::{Field, Fields};
use super::sample::Sample;
use super::{FormData, Question};
use crate::values::tidy::is_blank;
use crate::values::{DATE, FILE, MONTH_AND_YEAR, ValueError};

/// What a struct asks, in the order of its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) fields: Vec<FieldShape>,
    /// All fields, those inside others as well, in the order of the page.
    all: Vec<FieldShape>,
    /// What a form cannot ask for.
    pub(crate) problems: Vec<ShapeProblem>,
}

/// A field that a form cannot ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ShapeProblem {
    /// The field; empty for the question itself.
    pub(crate) path: String,
    /// What is wrong with its type, and what to write instead.
    pub(crate) reason: String,
}

/// A field: `date_of_birth`, or `contact-phone-number` inside the variant `phone` of `contact`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FieldShape {
    pub(crate) path: String,
    /// The id of the message about it: the question's name and the path.
    pub(crate) message: String,
    pub(crate) kind: Kind,
    /// Whether it may be left blank: an `Option` that no rule requires.
    pub(crate) optional: bool,
    /// A good answer, as the type writes it.
    pub(crate) sample: Option<String>,
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

/// What a field is asked for with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Control {
    Input,
    Textarea,
    Password,
    File,
    Files,
    YesNo,
    Date,
    MonthAndYear,
    Radios,
    Select,
    Checkboxes,
    Group,
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
            sample: None,
            built_in: None,
            shown: Field::new(),
        }
    }

    /// Adds what a question says of it, and what is known of it from samples.
    fn set_up(&mut self, question: &str, notes: &Notes) {
        self.message = join(question, &self.path);
        self.shown = notes.shown.of(&self.path);
        self.sample = notes.samples.get(&self.path).cloned();
        match notes.required.get(&self.path) {
            Some(Required::ByValidator) => self.optional = false,
            // The rule has a code of its own, so that it is asked.
            Some(Required::ByCode) => self.shown.unmarked = true,
            None => {}
        }
        match &mut self.kind {
            Kind::Group(_, fields) => fields.iter_mut().for_each(|field| field.set_up(question, notes)),
            Kind::OneOf(choices) | Kind::AnyOf(choices) => {
                choices
                    .iter_mut()
                    .flat_map(|choice| &mut choice.fields)
                    .for_each(|field| field.set_up(question, notes));
            }
            _ => {}
        }
    }

    /// What it is asked for with.
    pub(crate) fn control(&self) -> Control {
        match &self.kind {
            Kind::Files => Control::Files,
            Kind::Text(FILE) => Control::File,
            Kind::Text("townhall::Password") => Control::Password,
            Kind::Text("" | "townhall::Text") if self.shown.count.is_some() || self.shown.rows.is_some() => {
                Control::Textarea
            }
            Kind::Text(_) | Kind::WholeNumber | Kind::DecimalNumber => Control::Input,
            Kind::YesNo => Control::YesNo,
            Kind::Date => Control::Date,
            Kind::MonthAndYear => Control::MonthAndYear,
            Kind::OneOf(_) if self.shown.select && !self.reveals() => Control::Select,
            Kind::OneOf(_) => Control::Radios,
            Kind::AnyOf(_) => Control::Checkboxes,
            Kind::Group(..) => Control::Group,
        }
    }

    /// Its choices, if it has any.
    pub(crate) fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::OneOf(choices) | Kind::AnyOf(choices) => choices,
            _ => &[],
        }
    }

    /// The fields of a group.
    pub(crate) fn fields(&self) -> &[FieldShape] {
        match &self.kind {
            Kind::Group(_, fields) => fields,
            _ => &[],
        }
    }

    /// Whether one of its choices asks something when it is made.
    pub(crate) fn reveals(&self) -> bool {
        self.choices().iter().any(|choice| !choice.fields.is_empty())
    }

    /// The names of the boxes of a date, below its own.
    pub(crate) fn parts(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::Date => &["day", "month", "year"],
            Kind::MonthAndYear => &["month", "year"],
            _ => &[],
        }
    }

    /// The names under which its own control is sent.
    fn own_names(&self) -> Vec<String> {
        match (&self.kind, self.parts()) {
            (Kind::Group(..), _) => Vec::new(),
            (_, []) => vec![self.path.clone()],
            (_, parts) => parts.iter().map(|part| join(&self.path, part)).collect(),
        }
    }

    /// The names under which it and all below it are sent.
    pub(crate) fn names(&self) -> Vec<String> {
        self.all().into_iter().flat_map(FieldShape::own_names).collect()
    }

    /// Whether any of its own parts holds something that can be seen. A choice that was not made counts if what it asks was answered,
    /// so that it is not lost; a box that is not ticked does not, because what it hides cannot be seen.
    pub(crate) fn is_answered(&self, data: &FormData) -> bool {
        let typed = |name: &str| data.get_all(name).any(|value| !is_blank(value));
        match &self.kind {
            Kind::Group(_, fields) => fields.iter().any(|field| field.is_answered(data)),
            Kind::Date | Kind::MonthAndYear => self.parts().iter().any(|part| typed(&join(&self.path, part))),
            Kind::OneOf(choices) => {
                typed(&self.path)
                    || choices.iter().flat_map(|choice| &choice.fields).any(|field| field.is_answered(data))
            }
            _ if self.is_file() => data.files(&self.path).next().is_some(),
            _ => typed(&self.path),
        }
    }

    /// Whether it asks for one file or for several.
    pub(crate) fn is_file(&self) -> bool {
        matches!(self.kind, Kind::Files | Kind::Text(FILE))
    }

    /// This field and all below it, in the order of the page.
    fn all(&self) -> Vec<&FieldShape> {
        let mut all = vec![self];
        let revealed = self.choices().iter().flat_map(|choice| &choice.fields);
        all.extend(self.fields().iter().chain(revealed).flat_map(FieldShape::all));
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
                    Kind::Group(_, fields) if !field.optional || field.is_answered(data) => add(fields, data, asked),
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

    /// Whether a field is inside another.
    pub(crate) fn is_inside(&self, inner: &str, outer: &str) -> bool {
        let outer = self.field(outer);
        !inner.is_empty() && outer.is_some_and(|outer| outer.all().iter().skip(1).any(|field| field.path == inner))
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
const MAX_PASSES: usize = 1_000;

/// Deeper than any page is: a type that holds itself has no end.
const MAX_DEPTH: usize = 12;

/// Works out what a question asks.
pub(super) fn probe<T: Question>(shown: Fields) -> Shape {
    let mut notes = Notes { shown, ..Notes::default() };
    let mut fields = None;
    let mut has_more = true;
    let mut passes = 0;
    while has_more {
        notes.enums.clear();
        let mut note = Note::default();
        match T::deserialize(Probe { notes: &mut notes, note: &mut note, path: String::new(), depth: 0 }) {
            Ok(value) => notes.note_samples(&value),
            Err(error) if notes.problems.is_empty() => notes.refuse("", error.reason()),
            Err(_) => {}
        }
        if let Some(Kind::Group(_, found)) = note.kind {
            fields.get_or_insert(found);
        } else if notes.problems.is_empty() {
            notes.refuse("", "a question is a struct with named fields".to_owned());
        }
        // The enum that was seen last and has a variant left is tried with its next variant: inner ones before outer ones.
        let next = notes.enums.iter().rev().find(|(_, at, count)| at + 1 < *count).cloned();
        passes += 1;
        has_more = next.is_some() && passes < MAX_PASSES;
        if let Some((path, at, _)) = next {
            if !has_more {
                notes.refuse(&path, format!("a page cannot ask for more than {MAX_PASSES} choices"));
            }
            notes.wanted.insert(path, at + 1);
        }
    }
    let mut fields = fields.unwrap_or_default();
    fields = fields.into_iter().map(|field| notes.complete(field)).collect();
    notes.note_required::<T>(&fields);
    for field in &mut fields {
        field.set_up(T::NAME, &notes);
    }
    let all: Vec<FieldShape> = fields.iter().flat_map(FieldShape::all).cloned().collect();
    notes.problems.extend(clashes(&all));
    Shape { fields, all, problems: notes.problems }
}

/// Fields whose controls would have a name or an id that another has.
fn clashes(all: &[FieldShape]) -> Vec<ShapeProblem> {
    let mut owners: HashMap<String, &str> = HashMap::new();
    let mut problems = Vec::new();
    for field in all {
        let path = field.path.as_str();
        let mut own = field.own_names();
        let is_choice = !field.choices().is_empty() || field.kind == Kind::YesNo;
        // The ids that components make of a name.
        own.extend(["hint", "error", "info", "input"].map(|end| join(path, end)));
        if is_choice {
            own.extend((2..=field.choices().len().max(2)).map(|number| format!("{path}-{number}")));
        }
        if own.iter().any(|name| name.starts_with("townhall-")) {
            let reason = "names that start with `townhall-` belong to the library: rename it".to_owned();
            problems.push(ShapeProblem { path: path.to_owned(), reason });
        }
        let clash = own.iter().find_map(|name| Some((name, *owners.get(name).filter(|owner| **owner != path)?)));
        if let Some((name, owner)) = clash {
            let reason = format!("`{name}` is a name or an id of the field `{owner}` already: rename one of them");
            problems.push(ShapeProblem { path: path.to_owned(), reason });
        }
        for name in own {
            owners.entry(name).or_insert(path);
        }
    }
    problems
}

/// How a rule says that an `Option` is not optional.
enum Required {
    /// With `required`: the field is read as if it were no `Option`.
    ByValidator,
    /// With a code of its own.
    ByCode,
}

/// What is known of fields, by their paths.
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
    /// The fields of each struct, to find those that depend on the variant of another field.
    groups: HashMap<String, Vec<FieldShape>>,
    /// Good answers.
    samples: HashMap<String, String>,
    /// Fields that are an `Option` and yet required by a rule.
    required: HashMap<String, Required>,
    /// Whether options are left out.
    without_options: bool,
    problems: Vec<ShapeProblem>,
    /// How often a type was refused, in all passes.
    refusals: usize,
}

impl Notes {
    fn refuse(&mut self, path: &str, reason: String) {
        self.refusals += 1;
        if self.problems.iter().all(|known| known.path != path) {
            self.problems.push(ShapeProblem { path: path.to_owned(), reason });
        }
    }

    /// Keeps the answers of a pass as texts.
    fn note_samples<T: Question>(&mut self, answers: &T) {
        for (path, text) in encode_flat(answers, 0).iter() {
            self.samples.entry(path.to_owned()).or_insert_with(|| text.to_owned());
        }
    }

    /// Asks the rules of the question about answers without options: what they refuse is required.
    fn note_required<T: Question>(&mut self, fields: &[FieldShape]) {
        self.without_options = true;
        let known = self.problems.clone();
        let mut note = Note::default();
        let answers = T::deserialize(Probe { notes: self, note: &mut note, path: String::new(), depth: 0 });
        // A type may refuse to be without them all.
        self.problems = known;
        let Some(errors) = answers.ok().and_then(|answers| answers.validate().err()) else { return };
        let all: Vec<&FieldShape> = fields.iter().flat_map(FieldShape::all).collect();
        for (rust_path, code) in field_rules(errors) {
            let wanted = simplified(&rust_path);
            let field = all.iter().find(|field| field.path == rust_path);
            let field = field.or_else(|| all.iter().find(|field| simplified(&field.path) == wanted));
            if let Some(field) = field.filter(|field| field.optional) {
                let required = if code == "required" { Required::ByValidator } else { Required::ByCode };
                self.required.insert(field.path.clone(), required);
            }
        }
    }

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

/// A name without case, hyphens and underscores: `full_name`, `full-name` and `fullName` are one.
pub(super) fn simplified(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_')).flat_map(char::to_lowercase).collect()
}

/// What was requested for one field.
#[derive(Default)]
struct Note {
    kind: Option<Kind>,
    optional: bool,
}

/// What a type says about a sample that it refuses.
#[derive(Debug)]
pub(super) struct ProbeError(String);

impl ProbeError {
    /// What is wrong, and what to write instead.
    fn reason(&self) -> String {
        if self.0.contains("tagged enum") {
            return "an enum that serde tags cannot be asked for: leave out `#[serde(tag = ..)]`, or give it \
                    `#[serde(from = ..)]` an enum without"
                .to_owned();
        }
        let error = ValueError::read(&self.0);
        let said = if error.code() == "other" { &self.0 } else { error.code() };
        format!("its type refuses the sample with `{said}`: give it a good answer with `Field::sample`")
    }
}

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
    /// How many structs, lists and variants are around it.
    depth: usize,
}

impl Probe<'_> {
    fn sample(self, kind: Kind) -> Sample<ProbeError> {
        let own = if kind == Kind::Text(FILE) { None } else { self.notes.shown.of(&self.path).sample };
        self.note.kind = Some(kind);
        Sample::of(own)
    }

    /// A type that a form cannot ask for.
    fn refuse<T>(self, reason: &str) -> Result<T, ProbeError> {
        self.notes.refuse(&self.path, reason.to_owned());
        Err(ProbeError(reason.to_owned()))
    }

    fn is_too_deep(&self) -> bool {
        self.depth > MAX_DEPTH
    }
}

const HOLDS_ITSELF: &str = "a type that holds itself has no end: ask for a list of things with `add_another`";

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
        deserialize_i128: Kind::WholeNumber,
        deserialize_u8: Kind::WholeNumber,
        deserialize_u16: Kind::WholeNumber,
        deserialize_u32: Kind::WholeNumber,
        deserialize_u64: Kind::WholeNumber,
        deserialize_u128: Kind::WholeNumber,
        deserialize_f32: Kind::DecimalNumber,
        deserialize_f64: Kind::DecimalNumber,
        deserialize_char: Kind::Text(""),
        deserialize_str: Kind::Text(""),
        deserialize_string: Kind::Text(""),
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ProbeError> {
        self.note.optional = true;
        if self.notes.without_options { visitor.visit_none() } else { visitor.visit_some(self) }
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
        if self.is_too_deep() {
            return self.refuse(HOLDS_ITSELF);
        }
        let mut fields = Vec::with_capacity(names.len());
        let value = visitor.visit_map(ProbeFields {
            notes: self.notes,
            path: &self.path,
            depth: self.depth + 1,
            names: names.iter(),
            name: "",
            fields: &mut fields,
            built_in: name.strip_prefix("townhall::").map(message_of),
        });
        // After a type that could not be given a sample nothing more is seen: the rest is asked for as text.
        let rest = names.iter().skip(fields.len());
        let rest: Vec<FieldShape> = rest.map(|name| FieldShape::text(join(&self.path, name))).collect();
        fields.extend(rest);
        let known = self.notes.groups.entry(self.path.clone()).or_insert_with(|| fields.clone());
        if *known != fields && self.notes.problems.is_empty() && !self.notes.without_options {
            let reason = "what it asks depends on another of its fields, as serde writes an enum with `tag` and `content`: leave \
                          them out";
            self.notes.refuse(&self.path, reason.to_owned());
        }
        self.note.kind = Some(Kind::Group(name, fields));
        value
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ProbeError> {
        if self.is_too_deep() {
            return self.refuse(HOLDS_ITSELF);
        }
        let mut element = Note::default();
        let value = visitor.visit_seq(ProbeOne {
            notes: self.notes,
            note: Some(&mut element),
            path: &self.path,
            depth: self.depth + 1,
        });
        let kind = match element.kind {
            Some(Kind::OneOf(choices)) if !element.optional => Kind::AnyOf(choices),
            Some(Kind::Text(FILE)) if !element.optional => Kind::Files,
            other => {
                if value.is_ok() {
                    return self.refuse(
                        "a `Vec` is one of choices (an enum) or of files: ask for several other things with `add_another`, or for one \
                         in a text of several lines",
                    );
                }
                other.unwrap_or(Kind::Text(""))
            }
        };
        self.note.kind = Some(kind);
        value
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ProbeError> {
        if self.is_too_deep() {
            return self.refuse(HOLDS_ITSELF);
        }
        let at = self.notes.wanted.get(&self.path).copied().unwrap_or_default();
        self.notes.enums.push((self.path.clone(), at, variants.len()));
        let choices = variants.iter().map(|value| Choice { value, fields: Vec::new() }).collect();
        self.note.kind = Some(Kind::OneOf(choices));
        let variant = variants.get(at).copied().unwrap_or_default();
        let mut fields = Vec::new();
        let path = join(&self.path, variant);
        let value = visitor.visit_enum(ProbeVariant {
            notes: self.notes,
            path: &path,
            depth: self.depth + 1,
            variant,
            fields: &mut fields,
        });
        self.notes.revealed.entry((self.path, at)).or_insert(fields);
        value
    }

    fn deserialize_map<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, ProbeError> {
        self.refuse(
            "a map, or a struct with `#[serde(flatten)]`, has no names that are known before it is answered: give what is inside a field of \
             its own",
        )
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value, ProbeError> {
        self.refuse("a tuple or an array has no names for what it holds: make it a struct with named fields")
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, ProbeError> {
        self.deserialize_tuple(len, visitor)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, ProbeError> {
        self.refuse("there is nothing to ask for: leave it out, or mark it `#[serde(skip)]`")
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, ProbeError> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, ProbeError> {
        self.refuse("bytes cannot be typed: use a `String`, or an `UploadedFile`")
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ProbeError> {
        self.deserialize_bytes(visitor)
    }

    forward_to_deserialize_any! { identifier ignored_any }
}

/// Visits a field, and notes why it was refused unless that was noted inside.
fn visit<'de, S: DeserializeSeed<'de>>(
    notes: &mut Notes,
    note: &mut Note,
    path: &str,
    depth: usize,
    seed: S,
) -> Result<S::Value, ProbeError> {
    let before = notes.refusals;
    let value = seed.deserialize(Probe { notes, note, path: path.to_owned(), depth });
    if let Err(error) = &value
        && notes.refusals == before
    {
        notes.refuse(path, error.reason());
    }
    value
}

struct ProbeFields<'p> {
    notes: &'p mut Notes,
    path: &'p str,
    depth: usize,
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
        let value = visit(self.notes, &mut note, &path, self.depth, seed);
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
    depth: usize,
}

impl<'de> SeqAccess<'de> for ProbeOne<'_> {
    type Error = ProbeError;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, ProbeError> {
        let Some(note) = self.note.take() else { return Ok(None) };
        visit(self.notes, note, self.path, self.depth, seed).map(Some)
    }
}

struct ProbeVariant<'p> {
    notes: &'p mut Notes,
    path: &'p str,
    depth: usize,
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
        let value = visit(self.notes, &mut note, self.path, self.depth, seed);
        match note.kind {
            Some(Kind::Group(_, fields)) if !note.optional => *self.fields = fields,
            Some(kind) => {
                let field = FieldShape::text(self.path.to_owned());
                self.fields.push(FieldShape { kind, optional: note.optional, ..field });
            }
            None => {}
        }
        value
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value, ProbeError> {
        let reason = "a variant that holds several things needs names for them: `Other { what: String, why: String }`";
        self.notes.refuse(self.path, reason.to_owned());
        Err(ProbeError(reason.to_owned()))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ProbeError> {
        visitor.visit_map(ProbeFields {
            notes: self.notes,
            path: self.path,
            depth: self.depth,
            names: names.iter(),
            name: "",
            fields: self.fields,
            built_in: None,
        })
    }
}
