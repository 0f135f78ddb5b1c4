//! [`ContentCheck`]: finds words that are missing, different, unfinished or unused.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt;
use std::sync::{Arc, Mutex};

use fluent_syntax::ast;

use super::listing::possible_errors;
use super::shape::{FieldShape, Shape};
use super::words::{QUESTION_MESSAGES, Words, is_yes_no, rule_message};
use super::{FieldError, Question, settings};
use crate::language::{ContentFile, Languages, Locale};
use crate::markup::PluralCategory;

/// Something that is wrong with content: where, and what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[non_exhaustive]
pub enum ContentProblem {
    /// A message that is needed.
    #[error("{language}: no `{message}`, which {reason}")]
    Missing {
        /// The language that lacks it.
        language: String,
        /// The message, with its attribute.
        message: String,
        /// Who needs it.
        reason: String,
    },
    /// A message that nothing says.
    #[error("{file}: nothing uses `{message}`")]
    Unused {
        /// The file.
        file: String,
        /// The message, with its attribute.
        message: String,
    },
    /// The same message with other variables in another language.
    #[error("{file}: `{message}` has the variables {found}, and in {language} {expected}")]
    Variables {
        /// The file.
        file: String,
        /// The message, with its attribute.
        message: String,
        /// Its variables.
        found: String,
        /// The language with which it was compared.
        language: String,
        /// The variables there.
        expected: String,
    },
    /// A choice by number that lacks forms of its language.
    #[error("{file}: `{message}` lacks the plural forms {missing}")]
    Plurals {
        /// The file.
        file: String,
        /// The message, with its attribute.
        message: String,
        /// The forms that are missing.
        missing: String,
    },
    /// Text that waits for somebody to write it, or to translate it.
    #[error("{file}: `{message}` is unfinished: {text}")]
    Unfinished {
        /// The file.
        file: String,
        /// The message, with its attribute.
        message: String,
        /// The text.
        text: String,
    },
    /// A phrase or an answer that does not fit into the sentences of its language.
    #[error("{language}: `{message}` does not fit: {reason}")]
    Phrase {
        /// The language.
        language: String,
        /// The message, with its attribute.
        message: String,
        /// Why it does not fit, and what does.
        reason: String,
    },
    /// A question that presents a field it does not have, or whose type cannot be read.
    #[error("question `{question}`: {reason}")]
    Question {
        /// The name of the question.
        question: &'static str,
        /// What is wrong with it.
        reason: String,
    },
}

/// All problems, a line each.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
pub struct ContentProblems(Vec<ContentProblem>);

impl ContentProblems {
    /// The problems.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &ContentProblem> {
        self.0.iter()
    }
}

impl fmt::Display for ContentProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "problems with content ({}):", self.0.len())?;
        self.0.iter().try_for_each(|problem| write!(f, "\n- {problem}"))
    }
}

// What a failing test prints.
impl fmt::Debug for ContentProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A check of an application's content, for a test of its own.
///
/// It finds messages that a question needs and a language lacks, words of the library that a further language lacks, variables
/// that differ between languages, incomplete plural forms, placeholder text, texts that were not translated, phrases that do not fit into
/// sentences, and messages that nothing uses.
///
/// ```
/// # use serde::{Deserialize, Serialize};
/// # use townhall::form::{ContentCheck, Question};
/// # use townhall::language::Languages;
/// # use townhall::values::Postcode;
/// # use validator::Validate;
/// # #[derive(Serialize, Deserialize, Validate)]
/// # struct Home { postcode: Postcode }
/// # impl Question for Home { const NAME: &'static str = "home"; }
/// let languages = Languages::builder()
///     .file("en", "home.en.ftl", "home-postcode = What is your postcode?\n    .it = your postcode\nstart = Start")
///     .file("cy", "home.cy.ftl", "home-postcode = TODO\nstart = Dechrau")
///     .build()?;
///
/// let problems = ContentCheck::new(&languages).question::<Home>().used(["start"]).run().unwrap_err();
/// assert_eq!(problems.to_string(), "problems with content (1):\n- home.cy.ftl: `home-postcode` is unfinished: TODO");
/// # Ok::<(), townhall::language::LanguagesError>(())
/// ```
#[must_use]
pub struct ContentCheck<'l> {
    languages: &'l Languages,
    problems: BTreeSet<ContentProblem>,
    used: HashSet<String>,
    /// Ready-made sentences that the questions can need.
    library_errors: HashSet<String>,
    /// The starts of the messages of the library's pages that the application shows.
    pages: Vec<String>,
    /// What the messages that a service has say, and whether they must be there.
    #[cfg(feature = "journey")]
    pub(crate) notes: std::collections::BTreeMap<String, (String, bool)>,
}

impl fmt::Debug for ContentCheck<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ContentCheck").field("languages", &self.languages).finish_non_exhaustive()
    }
}

impl<'l> ContentCheck<'l> {
    /// A check of these languages.
    pub fn new(languages: &'l Languages) -> Self {
        Self {
            languages,
            problems: BTreeSet::new(),
            used: HashSet::new(),
            library_errors: HashSet::new(),
            pages: Vec::new(),
            #[cfg(feature = "journey")]
            notes: std::collections::BTreeMap::new(),
        }
    }

    /// Messages that the application says itself.
    pub fn used<I: Into<String>>(mut self, ids: impl IntoIterator<Item = I>) -> Self {
        self.used.extend(ids.into_iter().map(Into::into));
        self
    }

    /// [Patterns](crate::patterns) that the application shows, by the starts of their messages: `townhall-cookies`. A language that the library
    /// does not know must have their words.
    pub fn pages<I: Into<String>>(mut self, starts: impl IntoIterator<Item = I>) -> Self {
        self.pages.extend(starts.into_iter().map(Into::into));
        self
    }

    /// Messages that the application must have, with who needs them.
    #[cfg(feature = "journey")]
    pub(crate) fn needed(mut self, id: &str, reason: &str) -> Self {
        for locale in self.languages.locales() {
            if locale.find(id, &[]).is_none() && !locale.has_message(id) {
                self.problems.insert(ContentProblem::Missing {
                    language: locale.tag().to_owned(),
                    message: id.to_owned(),
                    reason: reason.to_owned(),
                });
            }
        }
        self.used.insert(id.to_owned());
        self.notes.insert(id.to_owned(), (reason.to_owned(), true));
        self
    }

    /// Messages that the application may have, with what they say.
    #[cfg(feature = "journey")]
    pub(crate) fn optional(mut self, id: String, says: &str) -> Self {
        self.used.insert(id.clone());
        self.notes.insert(id, (says.to_owned(), false));
        self
    }

    /// A question of the application.
    pub fn question<Q: Question>(mut self) -> Self {
        let shape = Shape::of::<Q>();
        let all = shape.all();
        let question = |reason| ContentProblem::Question { question: Q::NAME, reason };
        for problem in &shape.problems {
            let field = if problem.path.is_empty() { String::new() } else { format!("the field `{}`: ", problem.path) };
            self.problems.insert(question(format!("{field}{}", problem.reason)));
        }
        for reason in all.iter().flat_map(settings::problems) {
            self.problems.insert(question(reason));
        }
        for name in Q::fields().names().filter(|name| all.iter().all(|field| field.path != *name)) {
            self.problems.insert(question(format!("it has no field `{name}`")));
        }
        for locale in self.languages.locales() {
            let needs = |id: String, reason: &str| {
                locale.find(&id, &[]).is_none().then(|| ContentProblem::Missing {
                    language: locale.tag().to_owned(),
                    message: id,
                    reason: format!("{reason} of the question `{}`", Q::NAME),
                })
            };
            let words = Words { locale, question: Q::NAME };
            if shape.fields.len() > 1 {
                self.problems.extend(needs(Q::NAME.to_owned(), "is the heading"));
            }
            for field in all {
                let id = field.message.clone();
                if field.built_in.is_none() {
                    self.problems.extend(needs(id.clone(), "is a label"));
                }
                if field.built_in.is_none() && needs_phrase(field, &words) {
                    self.problems.extend(needs(format!("{id}.it"), "is needed by errors"));
                }
                for choice in field.choices() {
                    self.problems.extend(needs(format!("{id}.option-{}", choice.value), "is a choice"));
                }
                self.problems.extend(phrase_problems(locale, field, &words));
            }
        }
        self.used.insert(Q::NAME.to_owned());
        self.used.insert(format!("{}.body", Q::NAME));
        for field in all {
            let id = field.message.clone();
            self.used.insert(id.clone());
            let attributes =
                QUESTION_MESSAGES.iter().filter_map(|(pattern, _)| pattern.strip_prefix("{question}-{field}."));
            let fits = |name: &&str| !name.contains('{') && (*name != "if" || !field.choices().is_empty());
            self.used.extend(attributes.filter(fits).map(|name| format!("{id}.{name}")));
            for choice in field.choices() {
                self.used.insert(format!("{id}.option-{}", choice.value));
                self.used.insert(format!("{id}.option-{}-hint", choice.value));
            }
        }
        self.check_errors::<Q>(shape);
        self
    }

    /// Every error that the question can have must have words in every language.
    fn check_errors<Q: Question>(&mut self, shape: &Shape) {
        let examples = |field: &FieldShape| -> Vec<String> {
            let examples = self.languages.locales().filter_map(|locale| locale.fixed(&field.message, &["example"]));
            examples.map(str::to_owned).collect()
        };
        let possible = possible_errors::<Q>(examples);
        for (example, error) in &possible.refused_examples {
            let reason = format!(
                "`{}-{}.example` is `{example}`, which the field refuses with `{}`: residents are told to type it",
                Q::NAME,
                error.path,
                error.error.code()
            );
            self.problems.insert(ContentProblem::Question { question: Q::NAME, reason });
        }
        for error in &possible.refused_samples {
            let reason = format!(
                "the rules of the field `{}` refuse the sample with `{}`, so that rules over several fields cannot be tried: give it a good \
                 answer with `Field::sample`",
                error.path,
                error.error.code()
            );
            self.problems.insert(ContentProblem::Question { question: Q::NAME, reason });
        }
        for error in possible.errors {
            if !error.path.is_empty() && shape.field(&error.path).is_none() {
                let reason = format!(
                    "a rule has an error for `{}`, and no field is called so: `rules::for_field` takes the name as it is sent, and validator \
                     knows the name in Rust, which `#[serde(rename = ..)]` may change in case, hyphens and underscores only",
                    error.path
                );
                self.problems.insert(ContentProblem::Question { question: Q::NAME, reason });
            }
            if let Some(id) = rule_message(&error.error) {
                self.used.insert(id.to_owned());
                self.check_rule_message(Q::NAME, &error, id);
            }
            let path = super::shape::join(Q::NAME, &error.path);
            self.used.insert(format!("{path}.error-{}", error.error.code()));
            for locale in self.languages.locales() {
                if let Some(field) = shape.field(&error.path) {
                    let words = Words { locale, question: Q::NAME };
                    self.library_errors
                        .insert(format!("townhall-error-{}", words.library_code(field, error.error.code())));
                }
                let heard: Arc<Mutex<Vec<String>>> = Arc::default();
                let sink = Arc::clone(&heard);
                let locale = locale.reporting_to(move |problem| {
                    if let Ok(mut heard) = sink.lock() {
                        heard.push(problem.to_string());
                    }
                });
                let said = Words { locale: &locale, question: Q::NAME }.error(shape, &error);
                let silent = heard.lock().is_ok_and(|heard| heard.is_empty());
                if !silent || said.is_empty() {
                    self.problems.insert(ContentProblem::Missing {
                        language: locale.tag().to_owned(),
                        message: format!("{path}.error-{}", error.error.code()),
                        reason: format!("is an error of the question `{}`", Q::NAME),
                    });
                }
            }
        }
    }

    /// A rule may name the message that is said. One that has words instead is told where they belong.
    fn check_rule_message(&mut self, question: &'static str, error: &FieldError, id: &str) {
        let field = super::shape::join(question, &error.path);
        let is_message = |locale: &Locale| locale.has_message(id.split('.').next().unwrap_or_default());
        if !self.languages.locales().any(is_message) {
            let reason = format!(
                "the rule of `{}` with the code `{}` has `message = \"{id}\"`, and there is no such message: write the words of each \
                 language as `{field}.error-{}`, and leave `message` out",
                error.path,
                error.error.code(),
                error.error.code()
            );
            self.problems.insert(ContentProblem::Question { question, reason });
        }
    }

    /// Runs the check.
    ///
    /// # Errors
    ///
    /// All problems, each with its file or language and its message.
    pub fn run(mut self) -> Result<(), ContentProblems> {
        let mut first: Option<(String, BTreeMap<String, Said>)> = None;
        for (locale, files, categories) in self.languages.sources() {
            let said = messages(files);
            self.check_library_words(locale, files);
            for (id, message) in &said {
                if message.built_in {
                    continue;
                }
                let (file, id) = (message.file.clone(), id.clone());
                let is_word = id.starts_with("townhall-");
                let known = is_word && messages_of_library(files).contains(&id);
                if !known && !self.used.contains(&id) && !self.used.contains(id.split('.').next().unwrap_or_default())
                    || (id.contains('.') && !is_word && self.is_stray(&id))
                {
                    self.problems.insert(ContentProblem::Unused { file: file.clone(), message: id.clone() });
                }
                let missing: Vec<&str> = categories
                    .iter()
                    .map(|category| category.name())
                    .filter(|name| message.plural_sets.iter().any(|set| !set.contains(*name)))
                    .collect();
                if !missing.is_empty() {
                    let missing = missing.join(", ");
                    self.problems.insert(ContentProblem::Plurals { file: file.clone(), message: id.clone(), missing });
                }
                if is_placeholder(&message.text, &message.variables)
                    && !(message.text.trim().is_empty() && may_be_empty(&id))
                {
                    let text = message.text.clone();
                    self.problems.insert(ContentProblem::Unfinished { file: file.clone(), message: id.clone(), text });
                }
                let Some((language, first)) = &first else { continue };
                let Some(other) = first.get(&id).filter(|_| !is_word) else { continue };
                if other.variables != message.variables {
                    self.problems.insert(ContentProblem::Variables {
                        file: file.clone(),
                        message: id.clone(),
                        found: listed(&message.variables),
                        language: language.clone(),
                        expected: listed(&other.variables),
                    });
                }
                if other.text == message.text && message.text.split_whitespace().count() > 2 {
                    let text = format!("the same as in {language}: {}", message.text);
                    self.problems.insert(ContentProblem::Unfinished { file, message: id, text });
                }
            }
            if let Some((language, first)) = &first {
                let own =
                    |said: &BTreeMap<String, Said>, id: &String| said.get(id).is_some_and(|message| !message.built_in);
                for id in first.keys().filter(|id| own(first, id) && !said.contains_key(*id) && is_visible(id)) {
                    self.problems.insert(ContentProblem::Missing {
                        language: locale.tag().to_owned(),
                        message: id.clone(),
                        reason: format!("there is in {language}"),
                    });
                }
            } else {
                first = Some((locale.tag().to_owned(), said));
            }
        }
        if self.problems.is_empty() { Ok(()) } else { Err(ContentProblems(self.problems.into_iter().collect())) }
    }

    /// An attribute that no question looks at, of a message that a question has.
    fn is_stray(&self, id: &str) -> bool {
        let message = id.split('.').next().unwrap_or_default();
        let belongs_to_a_field =
            self.used.iter().any(|used| used.strip_prefix(message).is_some_and(|rest| rest.starts_with('.')));
        belongs_to_a_field && !self.used.contains(id)
    }

    /// A language that the library does not know must say what the library says.
    fn check_library_words(&mut self, locale: &Locale, files: &[ContentFile]) {
        if matches!(locale.id().language.as_str(), "en" | "cy") {
            return;
        }
        let own: HashSet<String> = files.iter().filter(|file| !file.built_in).flat_map(ids).collect();
        let patterns: BTreeSet<String> =
            files.iter().filter(|file| file.built_in && file.name.contains("patterns")).flat_map(ids).collect();
        for id in messages_of_library(files) {
            // Sentences that no question needs may stay as they are, as may their attributes: each language has its own.
            let is_for_some = ["townhall-error-", "townhall-characters-", "townhall-size-", "townhall-uk-address-"]
                .iter()
                .any(|start| id.starts_with(start) && !id.ends_with("-limit"));
            let is_needed = if patterns.contains(&id) {
                self.pages.iter().any(|start| id.starts_with(start.as_str()))
            } else {
                !is_for_some || self.library_errors.contains(&id)
            };
            if is_needed && !id.contains('.') && !own.contains(&id) {
                self.problems.insert(ContentProblem::Missing {
                    language: locale.tag().to_owned(),
                    message: id,
                    reason: "the library says".to_owned(),
                });
            }
        }
    }
}

/// Whether a text that one language has must be there in the others: phrases for sentences need not.
fn is_visible(id: &str) -> bool {
    match id.split_once('.') {
        Some((_, attribute)) => !["it", "It", "if", "example"].contains(&attribute),
        None => true,
    }
}

/// Whether an empty text says that there is none.
fn may_be_empty(id: &str) -> bool {
    let attribute = id.split_once('.').map_or("", |(_, attribute)| attribute);
    matches!(attribute, "hint" | "body" | "prefix" | "suffix")
        || attribute.starts_with("option-") && attribute.ends_with("-hint")
}

/// Phrases of a field that cannot stand in the sentences of a language, and answers that do not belong to its question.
fn phrase_problems(locale: &Locale, field: &FieldShape, words: &Words<'_>) -> Vec<ContentProblem> {
    let problem = |attribute: &str, reason: String| ContentProblem::Phrase {
        language: locale.tag().to_owned(),
        message: format!("{}.{attribute}", field.message),
        reason,
    };
    let is_yes_no = is_yes_no(field);
    let mut problems: Vec<_> = ["it", "It", "if"]
        .into_iter()
        .filter_map(|attribute| {
            let phrase = locale.fixed(&field.message, &[attribute])?;
            Some(problem(attribute, locale.phrase_problem(attribute, phrase, is_yes_no)?.to_owned()))
        })
        .collect();
    if is_yes_no {
        let (yes, no) = (words.yes_or_no(field, true), words.yes_or_no(field, false));
        if let Some((right_yes, right_no)) = locale.other_answers(&words.label(field), yes, no) {
            problems.push(problem(
                "option-yes",
                format!("the answers to this question are “{right_yes}” and “{right_no}”"),
            ));
        }
    }
    problems
}

/// Whether ready-made sentences cannot do with the label: it is a question, or the answer is yes or no.
fn needs_phrase(field: &FieldShape, words: &Words<'_>) -> bool {
    let is_question = words.locale.find(&field.message, &[]).is_some_and(|label| crate::language::is_question(&label));
    // Welsh sentences that need no phrase are part of the library.
    words.locale.id().language != "cy" && (is_question || is_yes_no(field))
}

/// What a message or attribute is made of.
struct Said {
    file: String,
    built_in: bool,
    text: String,
    variables: BTreeSet<String>,
    /// The keys of each choice by number.
    plural_sets: Vec<HashSet<String>>,
}

fn listed(variables: &BTreeSet<String>) -> String {
    if variables.is_empty() {
        return "none".to_owned();
    }
    variables.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}

fn ids(file: &ContentFile) -> Vec<String> {
    let mut ids = Vec::new();
    for entry in file.resource.entries() {
        if let ast::Entry::Message(message) = entry {
            ids.push(message.id.name.to_owned());
            ids.extend(message.attributes.iter().map(|attribute| format!("{}.{}", message.id.name, attribute.id.name)));
        }
    }
    ids
}

fn messages_of_library(files: &[ContentFile]) -> BTreeSet<String> {
    files.iter().filter(|file| file.built_in).flat_map(ids).collect()
}

/// All messages and attributes of a language; later files replace earlier ones.
fn messages(files: &[ContentFile]) -> BTreeMap<String, Said> {
    let mut all = BTreeMap::new();
    for file in files {
        for entry in file.resource.entries() {
            let ast::Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            let value = message.value.iter().map(|pattern| (id.to_owned(), pattern));
            let attributes =
                message.attributes.iter().map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value));
            for (id, pattern) in value.chain(attributes) {
                let mut said = Said {
                    file: file.name.clone(),
                    built_in: file.built_in,
                    text: String::new(),
                    variables: BTreeSet::new(),
                    plural_sets: Vec::new(),
                };
                said.read(pattern);
                all.insert(id, said);
            }
        }
    }
    all
}

impl Said {
    fn read(&mut self, pattern: &ast::Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => self.text.push_str(value),
                ast::PatternElement::Placeable { expression } => self.read_expression(expression),
            }
        }
    }

    fn read_expression(&mut self, expression: &ast::Expression<&str>) {
        match expression {
            ast::Expression::Inline(inline) => self.read_inline(inline),
            ast::Expression::Select { selector, variants } => {
                self.read_inline(selector);
                let keys: HashSet<String> = variants
                    .iter()
                    .map(|variant| match &variant.key {
                        ast::VariantKey::Identifier { name } => (*name).to_owned(),
                        ast::VariantKey::NumberLiteral { value } => (*value).to_owned(),
                    })
                    .collect();
                if PluralCategory::ALL.iter().any(|category| keys.contains(category.name())) {
                    self.plural_sets.push(keys);
                }
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &ast::InlineExpression<&str>) {
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            ast::InlineExpression::StringLiteral { value } => self.text.push_str(value),
            ast::InlineExpression::Placeable { expression } => self.read_expression(expression),
            ast::InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.read_inline(argument));
            }
            _ => {}
        }
    }
}

/// Text that somebody meant to replace.
fn is_placeholder(text: &str, variables: &BTreeSet<String>) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    ["todo", "tbc", "tbd", "fixme", "xxx", "placeholder"].iter().any(|word| words.contains(word))
        || ["lorem ipsum", "[cy]", "[welsh]", "(welsh)", "- welsh", "*welsh*"].iter().any(|mark| lower.contains(mark))
        || (text.trim().is_empty() && variables.is_empty())
}
