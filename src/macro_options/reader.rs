//! Reads JSON as Nunjucks reads JavaScript values.

use std::borrow::Cow;

use serde_json::{Map, Number, Value};

use crate::markup::{Attributes, Content, HeadingLevel, PluralCategory, PluralText, PreEscaped};

pub(super) type Result<T> = std::result::Result<T, OptionsError>;

/// What is wrong with the options of a component.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OptionsError {
    /// There is no component of this name.
    #[error("there is no component `{name}`: names are those of the design system, such as `summary-list`")]
    UnknownComponent {
        /// The name that was asked for.
        name: String,
    },
    /// The macro has no such option.
    #[error("`{path}` is not an option: there are {known}")]
    UnknownOption {
        /// The option, with the component and the options around it.
        path: String,
        /// The options that there are.
        known: String,
    },
    /// A required option is missing.
    #[error("`{path}` is required")]
    Missing {
        /// The option, or the two of which one is required.
        path: String,
    },
    /// The value is of no use for this option.
    #[error("`{path}` must be {expected}, not {found}")]
    WrongValue {
        /// The option.
        path: String,
        /// What it must be.
        expected: &'static str,
        /// What it is.
        found: String,
    },
}

/// The options of a component, or of a part of it.
pub(super) struct Options<'v> {
    path: String,
    map: Cow<'v, Map<String, Value>>,
    /// Whether they are those of an item that is falsy. The macros that do not leave it out read nothing from it, and require nothing.
    is_nothing: bool,
}

/// What an option is in JavaScript. Absent is `undefined`.
pub(super) fn is_truthy(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::Bool(value)) => *value,
        Some(Value::Number(number)) => number.as_f64().is_some_and(|number| number != 0.0 && !number.is_nan()),
        Some(Value::String(text)) => !text.is_empty(),
        Some(Value::Array(_) | Value::Object(_)) => true,
    }
}

/// JavaScript's `==` for the values that options have.
pub(super) fn loosely_equal(a: Option<&Value>, b: Option<&Value>) -> bool {
    let number = |value: &Value| match value {
        Value::Bool(value) => Some(f64::from(u8::from(*value))),
        Value::Number(number) => number.as_f64(),
        Value::String(text) if text.trim().is_empty() => Some(0.0),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    match (a, b) {
        (None | Some(Value::Null), None | Some(Value::Null)) => true,
        (None | Some(Value::Null), _) | (_, None | Some(Value::Null)) => false,
        (Some(Value::String(a)), Some(Value::String(b))) => a == b,
        #[allow(clippy::float_cmp, reason = "JavaScript compares so")]
        (Some(a), Some(b)) => number(a).zip(number(b)).is_some_and(|(a, b)| a == b),
    }
}

fn print_number(number: &Number) -> String {
    let printed = number.to_string();
    printed.strip_suffix(".0").map_or_else(|| printed.clone(), str::to_owned)
}

fn describe(value: &Value) -> String {
    match value {
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        other => other.to_string(),
    }
}

impl<'v> Options<'v> {
    pub(super) fn root(component: &str, value: &'v Value) -> Result<Self> {
        Self::from_value(component.to_owned(), value)
    }

    fn from_value(path: String, value: &'v Value) -> Result<Self> {
        match value {
            Value::Object(map) => Ok(Self { path, map: Cow::Borrowed(map), is_nothing: false }),
            other => Err(OptionsError::WrongValue { path, expected: "an object", found: describe(other) }),
        }
    }

    /// An item of a list: a falsy one has no options.
    fn item(path: String, value: &'v Value, known: &[&str]) -> Result<Self> {
        if !is_truthy(Some(value)) {
            return Ok(Self { path, map: Cow::Owned(Map::new()), is_nothing: true });
        }
        let item = Self::from_value(path, value)?;
        item.allow(known)?;
        Ok(item)
    }

    /// Refuses options that are not among the known.
    pub(super) fn allow(&self, known: &[&str]) -> Result<()> {
        match self.map.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(OptionsError::UnknownOption { path: self.at(key), known: known.join(", ") }),
            None => Ok(()),
        }
    }

    pub(super) fn at(&self, key: &str) -> String {
        format!("{}.{key}", self.path)
    }

    pub(super) fn missing<T>(&self, keys: &[&str]) -> Result<T> {
        let paths: Vec<String> = keys.iter().map(|key| self.at(key)).collect();
        Err(OptionsError::Missing { path: paths.join("` or `") })
    }

    fn wrong<T>(&self, key: &str, expected: &'static str, value: &Value) -> Result<T> {
        Err(OptionsError::WrongValue { path: self.at(key), expected, found: describe(value) })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.map.get(key)
    }

    pub(super) fn truthy(&self, key: &str) -> bool {
        is_truthy(self.get(key))
    }

    /// `true`, `false`, or nothing if the option is absent or `null`.
    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        match self.get(key) {
            None | Some(Value::Null) => None,
            value => Some(is_truthy(value)),
        }
    }

    /// What the option prints as, unless it is absent. `null` prints as nothing.
    pub(super) fn printed(&self, key: &str) -> Result<Option<String>> {
        match self.get(key) {
            None => Ok(None),
            Some(value) => self.print(key, value).map(Some),
        }
    }

    fn print(&self, key: &str, value: &Value) -> Result<String> {
        match value {
            Value::Null => Ok(String::new()),
            Value::Bool(value) => Ok(value.to_string()),
            Value::Number(number) => Ok(print_number(number)),
            Value::String(text) => Ok(text.clone()),
            Value::Array(_) | Value::Object(_) => self.wrong(key, "text", value),
        }
    }

    /// What the option prints as if it is truthy, and nothing otherwise.
    pub(super) fn text(&self, key: &str) -> Result<String> {
        if self.truthy(key) { Ok(self.printed(key)?.unwrap_or_default()) } else { Ok(String::new()) }
    }

    pub(super) fn required(&self, key: &str) -> Result<String> {
        match self.get(key) {
            None if self.is_nothing => Ok(String::new()),
            None | Some(Value::Null) => self.missing(&[key]),
            Some(value) => self.print(key, value),
        }
    }

    /// An id, or a name from which ids are made.
    pub(super) fn id(&self, key: &str) -> Result<String> {
        let id = self.text(key)?;
        if id.contains(|c: char| c.is_ascii_whitespace()) {
            return self.wrong(key, "an id without white space", &Value::String(id));
        }
        Ok(id)
    }

    pub(super) fn required_id(&self, key: &str) -> Result<String> {
        self.required(key)?;
        self.id(key)
    }

    /// A value that an attribute shows unless it is absent, `null` or `false`; `true` shows the bare name.
    pub(super) fn optional_attribute(&self, key: &str) -> Result<Option<String>> {
        match self.get(key) {
            None | Some(Value::Null | Value::Bool(false)) => Ok(None),
            Some(Value::Bool(true)) => Ok(Some(String::new())),
            Some(value) => self.print(key, value).map(Some),
        }
    }

    /// HTML if it is truthy, otherwise text if there is any.
    pub(super) fn content(&self, text: &str, html: &str) -> Result<Option<Content<'static>>> {
        if self.truthy(html) {
            return Ok(Some(PreEscaped(self.text(html)?).into()));
        }
        match self.get(text) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => Ok(Some(self.print(text, value)?.into())),
        }
    }

    /// [`Options::content`], of which there must be some.
    pub(super) fn required_content(&self, text: &str, html: &str) -> Result<Content<'static>> {
        match self.content(text, html)? {
            Some(content) => Ok(content),
            None if self.is_nothing => Ok(Content::default()),
            None if self.get(html).is_some_and(Value::is_string) => Ok(Content::default()),
            None => self.missing(&[text, html]),
        }
    }

    /// [`Options::content`] that is shown only if it is truthy.
    pub(super) fn truthy_content(&self, text: &str, html: &str) -> Result<Content<'static>> {
        if self.truthy(text) || self.truthy(html) {
            Ok(self.content(text, html)?.unwrap_or_default())
        } else {
            Ok(Content::default())
        }
    }

    pub(super) fn integer(&self, key: &str) -> Result<Option<u32>> {
        const EXPECTED: &str = "a whole number";
        match self.get(key) {
            None | Some(Value::Null | Value::Bool(false)) => Ok(None),
            Some(value @ Value::Number(number)) => {
                match number.as_u64().and_then(|number| u32::try_from(number).ok()) {
                    Some(number) => Ok(Some(number)),
                    None => self.wrong(key, EXPECTED, value),
                }
            }
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(value @ Value::String(text)) => match text.parse() {
                Ok(number) => Ok(Some(number)),
                Err(_) => self.wrong(key, EXPECTED, value),
            },
            Some(value) => self.wrong(key, EXPECTED, value),
        }
    }

    pub(super) fn heading_level(&self, key: &str, default: HeadingLevel) -> Result<HeadingLevel> {
        match self.integer(key)? {
            None | Some(0) => Ok(default),
            Some(level) => match u8::try_from(level).ok().and_then(|level| HeadingLevel::try_from(level).ok()) {
                Some(level) => Ok(level),
                None => self.wrong(key, "a heading level from 1 to 6", &Value::from(level)),
            },
        }
    }

    pub(super) fn attributes(&self, key: &str) -> Result<Attributes<'static>> {
        let mut attributes = Attributes::new();
        let map = match self.get(key) {
            None | Some(Value::Null) => return Ok(attributes),
            Some(Value::Object(map)) => map,
            Some(other) if !is_truthy(Some(other)) => return Ok(attributes),
            Some(other) => return self.wrong(key, "an object", other),
        };
        for (name, item) in map {
            let (value, is_optional) = match item {
                Value::Object(options) => (options.get("value"), options.get("optional") == Some(&Value::Bool(true))),
                value => (Some(value), false),
            };
            let set = match (value, is_optional) {
                (None | Some(Value::Null | Value::Bool(false)), true) => continue,
                (Some(Value::Bool(true)), true) => attributes.set_boolean(name.clone()),
                (value, _) => attributes.set(name.clone(), self.print(key, value.unwrap_or(&Value::Null))?),
            };
            if set.is_err() {
                let path = format!("{}.{name}", self.at(key));
                let expected = "an attribute name of ASCII letters, digits and - _ : . @";
                return Err(OptionsError::WrongValue { path, expected, found: format!("{name:?}") });
            }
        }
        Ok(attributes)
    }

    pub(super) fn plural_text(&self, key: &str) -> Result<PluralText<'static>> {
        let forms = match self.get(key) {
            Some(Value::Object(forms)) => forms,
            other if !is_truthy(other) => return Ok(PluralText::default()),
            other => return self.wrong(key, "an object of plural forms", other.unwrap_or(&Value::Null)),
        };
        let mut read = Vec::with_capacity(forms.len());
        for (name, text) in forms {
            let Some(category) = PluralCategory::ALL.into_iter().find(|category| category.name() == name) else {
                let known = PluralCategory::ALL.map(PluralCategory::name).join(", ");
                return Err(OptionsError::UnknownOption { path: format!("{}.{name}", self.at(key)), known });
            };
            read.push((category, self.print(key, text)?));
        }
        Ok(PluralText::new(read))
    }

    /// The options of a part, if there is one.
    pub(super) fn part(&self, key: &str, known: &[&str]) -> Result<Option<Options<'_>>> {
        match self.get(key) {
            Some(value) if is_truthy(Some(value)) => {
                let part = Options::from_value(self.at(key), value)?;
                part.allow(known)?;
                Ok(Some(part))
            }
            _ => Ok(None),
        }
    }

    /// The options of a part; a part without any if there is none.
    pub(super) fn part_or_empty(&self, key: &str, known: &[&str]) -> Result<Options<'_>> {
        let empty = || Options { path: self.at(key), map: Cow::Owned(Map::new()), is_nothing: self.is_nothing };
        Ok(self.part(key, known)?.unwrap_or_else(empty))
    }

    pub(super) fn required_part(&self, key: &str, known: &[&str]) -> Result<Options<'_>> {
        self.part(key, known)?.map_or_else(|| self.missing(&[key]), Ok)
    }

    /// The items of a list with their places, counted from 1, for a macro that leaves out items that are falsy. They are counted.
    pub(super) fn items(&self, key: &str, known: &[&str]) -> Result<Vec<(usize, Options<'_>)>> {
        let all = self.all_items(key, known)?;
        Ok((1..).zip(all).filter(|(_, item)| !item.is_nothing).collect())
    }

    /// The items of a list, for a macro that writes an item for those that are falsy as well.
    pub(super) fn all_items(&self, key: &str, known: &[&str]) -> Result<Vec<Options<'_>>> {
        let values = self.values(key)?.iter().enumerate();
        values.map(|(at, value)| Options::item(format!("{}[{at}]", self.at(key)), value, known)).collect()
    }

    /// [`Options::all_items`] of a list that must be there.
    pub(super) fn all_required_items(&self, key: &str, known: &[&str]) -> Result<Vec<Options<'_>>> {
        if self.get(key).is_none_or(Value::is_null) { self.missing(&[key]) } else { self.all_items(key, known) }
    }

    pub(super) fn required_items(&self, key: &str, known: &[&str]) -> Result<Vec<(usize, Options<'_>)>> {
        if self.get(key).is_none_or(Value::is_null) { self.missing(&[key]) } else { self.items(key, known) }
    }

    /// The items of a list inside a list.
    pub(super) fn inner_items(
        &self,
        key: &str,
        at: usize,
        list: &'v Value,
        known: &[&str],
    ) -> Result<Vec<Options<'v>>> {
        let path = format!("{}[{at}]", self.at(key));
        let Value::Array(values) = list else {
            return Err(OptionsError::WrongValue { path, expected: "a list", found: describe(list) });
        };
        let values = values.iter().enumerate();
        values.map(|(at, value)| Options::item(format!("{path}[{at}]"), value, known)).collect()
    }

    /// The values of a list; none if it is absent.
    pub(super) fn values(&self, key: &str) -> Result<&[Value]> {
        match self.get(key) {
            Some(Value::Array(values)) => Ok(values),
            value if !is_truthy(value) => Ok(&[]),
            value => self.wrong(key, "a list", value.unwrap_or(&Value::Null)),
        }
    }
}
