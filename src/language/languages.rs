//! [`Languages`]: all languages of an application.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

use fluent::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast;
use intl_pluralrules::{PluralRuleType, PluralRules};
use rustc_hash::FxHashMap;
use unic_langid::{CharacterDirection, LanguageIdentifier};

use super::locale::{Language, Locale, MessageProblem, Report, Texts, grouped};
use super::negotiate::best_match;
use super::words::{ScriptText, Word};
use super::{Direction, Wanted};
use crate::markup::{PluralCategory, PluralText};

/// The library's English files.
#[cfg(all(test, feature = "journey"))]
pub(crate) const ENGLISH_FILES: [&str; 2] = [ENGLISH, PATTERNS_ENGLISH];

const ENGLISH: &str = include_str!("en.ftl");
const WELSH: &str = include_str!("cy.ftl");
const PATTERNS_ENGLISH: &str = include_str!("patterns.en.ftl");
const PATTERNS_WELSH: &str = include_str!("patterns.cy.ftl");

/// Where a message may be looked up in a file.
#[cfg_attr(not(feature = "form"), allow(dead_code, reason = "the content check reads it"))]
pub(crate) struct ContentFile {
    pub(crate) name: String,
    pub(crate) resource: Arc<FluentResource>,
    /// Whether it is the library's own.
    pub(crate) built_in: bool,
}

/// A content file that cannot be read, or a tag that is not that of a language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LanguagesError {
    /// The tag of a language is not one of BCP 47.
    #[error("`{tag}` is not a language tag, such as `en` or `cy`")]
    Tag {
        /// What was given.
        tag: String,
    },
    /// A content file does not follow the syntax of Fluent (<https://projectfluent.org/fluent/guide/>).
    #[error("{file}, line {line}: {reason}")]
    Syntax {
        /// The file's name, as it was given.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
}

/// All languages of an application: the library's words in English and Welsh, and the application's own files on top.
///
/// The first language that has a file is the one that the others fall back to. Without any file there are English and Welsh.
/// A language that the library does not know is added by adding its file, in which the library's own messages
/// (`townhall-back`, ...) are translated too; until they are, they are shown in English.
///
/// ```
/// use townhall::language::{Languages, Wanted};
///
/// let languages = Languages::builder()
///     .file("en", "permit.en.ftl", "start = Apply for a parking permit")
///     .file("cy", "permit.cy.ftl", "start = Gwneud cais am drwydded barcio\ntownhall-continue = Ymlaen")
///     .on_problem(|problem| eprintln!("{problem}"))
///     .build()?;
///
/// let locale = languages.negotiate(&Wanted::default().accept_language("fr, cy;q=0.8, en;q=0.5"));
/// assert_eq!(locale.text("start"), "Gwneud cais am drwydded barcio");
/// # Ok::<(), townhall::language::LanguagesError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Languages {
    offered: Vec<Offered>,
}

/// A language with the files it was made of.
#[derive(Clone)]
#[cfg_attr(not(feature = "form"), allow(dead_code, reason = "the content check reads it"))]
struct Offered {
    locale: Locale,
    files: Arc<Vec<ContentFile>>,
    categories: Vec<PluralCategory>,
}

impl fmt::Debug for Offered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.locale.fmt(f)
    }
}

impl Languages {
    /// Starts with the library's own words.
    pub fn builder() -> LanguagesBuilder {
        LanguagesBuilder { files: Vec::new(), report: None }
    }

    /// The languages in which pages are offered, the default first.
    #[must_use]
    pub fn locales(&self) -> impl ExactSizeIterator<Item = &Locale> {
        self.offered.iter().map(|offered| &offered.locale)
    }

    /// The language that the others fall back to: the one of the first file.
    #[must_use]
    pub fn default_locale(&self) -> Locale {
        self.offered.first().map_or_else(Locale::english, |offered| offered.locale.clone())
    }

    /// The language with this tag.
    #[must_use]
    pub fn get(&self, tag: &str) -> Option<&Locale> {
        let id: LanguageIdentifier = tag.parse().ok()?;
        self.locales().find(|locale| *locale.id() == id)
    }

    /// The language for a request: what was chosen, or what the cookie remembers, or the best of `Accept-Language`, or the default.
    #[must_use]
    pub fn negotiate(&self, wanted: &Wanted<'_>) -> Locale {
        self.best(wanted).cloned().unwrap_or_else(|| self.default_locale())
    }

    /// [`Languages::negotiate`] without a copy. Nothing fits only if there are no languages.
    pub(crate) fn best(&self, wanted: &Wanted<'_>) -> Option<&Locale> {
        let asked = |tag: Option<&str>| tag.and_then(|tag| self.get(tag));
        let accepted = || {
            let ids: Vec<&LanguageIdentifier> = self.locales().map(Locale::id).collect();
            let at = best_match(wanted.accept_language?, &ids)?;
            self.offered.get(at).map(|offered| &offered.locale)
        };
        let remembered = || wanted.cookies.iter().find_map(|tag| asked(*tag));
        asked(wanted.chosen).or_else(remembered).or_else(accepted).or_else(|| self.locales().next())
    }

    #[cfg(feature = "form")]
    /// Each language with the files that it was made of and the plural forms that it has.
    pub(crate) fn sources(&self) -> impl Iterator<Item = (&Locale, &[ContentFile], &[PluralCategory])> {
        self.offered.iter().map(|offered| (&offered.locale, offered.files.as_slice(), offered.categories.as_slice()))
    }
}

/// Makes [`Languages`].
#[must_use]
pub struct LanguagesBuilder {
    files: Vec<(String, String, String)>,
    report: Option<Report>,
}

impl fmt::Debug for LanguagesBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LanguagesBuilder").field("files", &self.files).finish_non_exhaustive()
    }
}

impl LanguagesBuilder {
    /// Adds a file of messages in the syntax of Fluent: its language, its name for errors, and what is in it. A message that
    /// was there already is replaced.
    pub fn file(mut self, tag: impl Into<String>, name: impl Into<String>, content: impl Into<String>) -> Self {
        self.files.push((tag.into(), name.into(), content.into()));
        self
    }

    /// Is called with each message that is missing or broken when it is needed: to log and count them, not to show them.
    pub fn on_problem(mut self, report: impl Fn(&MessageProblem) + Send + Sync + 'static) -> Self {
        self.report = Some(Arc::new(report));
        self
    }

    /// Reads all files.
    ///
    /// # Errors
    ///
    /// When a tag is not a language tag, or a file does not follow the syntax: the error says where.
    pub fn build(self) -> Result<Languages, LanguagesError> {
        let mut tags: Vec<LanguageIdentifier> = Vec::new();
        let mut files: HashMap<LanguageIdentifier, Vec<ContentFile>> = HashMap::new();
        for (tag, name, content) in self.files {
            let id: LanguageIdentifier = tag.parse().map_err(|_| LanguagesError::Tag { tag })?;
            if !tags.contains(&id) {
                tags.push(id.clone());
            }
            let resource = parse(&name, content)?;
            files.entry(id).or_default().push(ContentFile { name, resource, built_in: false });
        }
        if tags.is_empty() {
            tags = ["en", "cy"].iter().filter_map(|tag| tag.parse().ok()).collect();
        }
        let mut offered: Vec<Offered> = Vec::with_capacity(tags.len());
        for id in tags {
            let mut sources = built_in_files(&id)?;
            sources.extend(files.remove(&id).unwrap_or_default());
            let language = Arc::new(load(id, &sources));
            let fallback = offered.first().map(|first| Arc::clone(&first.locale.language));
            let categories = categories(&language.id);
            let locale = Locale { language, fallback, report: self.report.clone() };
            offered.push(Offered { locale, files: Arc::new(sources), categories });
        }
        Ok(Languages { offered })
    }
}

/// The library's own words in a language: English first, for the words that a language lacks.
fn built_in_files(id: &LanguageIdentifier) -> Result<Vec<ContentFile>, LanguagesError> {
    let file = |name: &str, content: &str| {
        let resource = parse(name, content.to_owned())?;
        Ok(ContentFile { name: name.to_owned(), resource, built_in: true })
    };
    let mut files = vec![file("townhall/en.ftl", ENGLISH)?, file("townhall/patterns.en.ftl", PATTERNS_ENGLISH)?];
    if id.language == "cy" {
        files.push(file("townhall/cy.ftl", WELSH)?);
        files.push(file("townhall/patterns.cy.ftl", PATTERNS_WELSH)?);
    }
    Ok(files)
}

fn parse(name: &str, content: String) -> Result<Arc<FluentResource>, LanguagesError> {
    FluentResource::try_new(content).map(Arc::new).map_err(|(resource, errors)| {
        let first = errors.first();
        let before = first.and_then(|error| resource.source().get(..error.pos.start)).unwrap_or_default();
        LanguagesError::Syntax {
            file: name.to_owned(),
            line: before.matches('\n').count() + 1,
            reason: first.map(|error| error.kind.to_string()).unwrap_or_default(),
        }
    })
}

static BUILT_IN: LazyLock<Option<Languages>> = LazyLock::new(|| Languages::builder().build().ok());

/// The built-in languages. That they can be read is tested; if not, they would be languages without words.
pub(super) fn built_in(at: usize) -> Locale {
    BUILT_IN.as_ref().and_then(|languages| languages.offered.get(at)).map_or_else(
        || Locale { language: Arc::new(load(LanguageIdentifier::default(), &[])), fallback: None, report: None },
        |offered| offered.locale.clone(),
    )
}

type Bundle = FluentBundle<Arc<FluentResource>>;

fn bundle(id: &LanguageIdentifier, files: &[ContentFile]) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![id.clone()]);
    // The marks would end up in titles and in what people copy. Where direction matters, `<bdi>` says so.
    bundle.set_use_isolating(false);
    // It fails only if a function of that name is there already.
    let _ = bundle.add_builtins();
    for file in files {
        bundle.add_resource_overriding(Arc::clone(&file.resource));
    }
    bundle
}

fn load(id: LanguageIdentifier, files: &[ContentFile]) -> Language {
    let mut script_bundle = bundle(&id, files);
    script_bundle
        .set_formatter(Some(|value, _| matches!(value, FluentValue::Number(_)).then(|| "%{count}".to_owned())));
    let samples = samples(&id);
    let script_texts = ScriptText::ALL.iter().map(|text| script_text(&script_bundle, text.id(), &samples)).collect();

    let mut bundle = bundle(&id, files);
    bundle.set_formatter(Some(|value, _| match value {
        // Counts are whole; a fraction is left to Fluent.
        #[allow(clippy::cast_possible_truncation, clippy::float_cmp, reason = "compared with its own whole part")]
        FluentValue::Number(number) if number.value.trunc() == number.value && number.value.abs() < 1e15 => {
            Some(grouped(number.value as i64))
        }
        _ => None,
    }));
    let fixed = fixed_texts(&bundle, files);
    let word = |word: &Word| fixed.get(word.id()).and_then(|texts| texts.value.clone()).unwrap_or_default();
    let words = Word::ALL.iter().map(word).collect();
    let direction = match id.character_direction() {
        CharacterDirection::RTL => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    };
    let plural_rules = plural_rules(&id);
    Language { tag: id.to_string(), id, direction, bundle, fixed, words, script_texts, plural_rules }
}

/// Every message and attribute that needs no variable.
fn fixed_texts(bundle: &Bundle, files: &[ContentFile]) -> FxHashMap<String, Texts> {
    let say = |pattern| {
        let mut errors: Vec<FluentError> = Vec::new();
        let text = bundle.format_pattern(pattern, None, &mut errors);
        errors.is_empty().then(|| Box::from(text.as_ref()))
    };
    let mut fixed = FxHashMap::default();
    for entry in files.iter().flat_map(|file| file.resource.entries()) {
        let ast::Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        // What a later file says has replaced what an earlier one said.
        let Some(message) = bundle.get_message(id) else { continue };
        let attributes = message.attributes().map(|attribute| (Box::from(attribute.id()), say(attribute.value())));
        fixed.insert(id.to_owned(), Texts { value: message.value().and_then(say), attributes: attributes.collect() });
    }
    fixed
}

/// A text in each plural form of its language.
fn script_text(bundle: &Bundle, id: &str, samples: &[(PluralCategory, u32)]) -> PluralText<'static> {
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
        return PluralText::default();
    };
    PluralText::new(samples.iter().map(|(category, sample)| {
        let mut arguments = FluentArgs::with_capacity(1);
        arguments.set("count", *sample);
        (*category, bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
    }))
}

/// The plural forms of a language, in the order of the standard.
fn categories(id: &LanguageIdentifier) -> Vec<PluralCategory> {
    samples(id).into_iter().map(|(category, _)| category).collect()
}

/// The rules by which a language chooses a plural form, if it has any.
fn plural_rules(id: &LanguageIdentifier) -> Option<PluralRules> {
    let mut language: LanguageIdentifier = id.clone();
    language.clear_variants();
    language.region = None;
    language.script = None;
    PluralRules::create(language, PluralRuleType::CARDINAL).ok()
}

/// The same category in the library's own type.
pub(super) fn category(rule: &intl_pluralrules::PluralCategory) -> PluralCategory {
    use intl_pluralrules::PluralCategory as Rule;
    match rule {
        Rule::ZERO => PluralCategory::Zero,
        Rule::ONE => PluralCategory::One,
        Rule::TWO => PluralCategory::Two,
        Rule::FEW => PluralCategory::Few,
        Rule::MANY => PluralCategory::Many,
        Rule::OTHER => PluralCategory::Other,
    }
}

/// A whole number for each plural form of a language. A language without rules has one form.
fn samples(id: &LanguageIdentifier) -> Vec<(PluralCategory, u32)> {
    let rules = plural_rules(id);
    let category = |number: u32| {
        rules.as_ref().and_then(|rules| rules.select(number).ok()).as_ref().map_or(PluralCategory::Other, category)
    };
    // Every form of every language occurs below 200, or at a million (French and Spanish). `other` is needed in any case: for fractions.
    PluralCategory::ALL
        .into_iter()
        .filter_map(|wanted| {
            let sample = (0..200).chain([1_000_000]).find(|&number| category(number) == wanted);
            let other = (wanted == PluralCategory::Other).then_some(1_000);
            Some((wanted, sample.or(other)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn the_built_in_files_can_be_read() {
        assert_eq!(BUILT_IN.as_ref().unwrap().locales().map(Locale::tag).collect::<Vec<_>>(), ["en", "cy"]);
    }

    #[test]
    fn welsh_and_arabic_have_six_plural_forms() {
        for (tag, forms) in [("cy", 6), ("ar", 6), ("en", 2), ("ur", 2), ("pl", 4), ("ja", 1), ("tlh", 1), ("en-GB", 2)]
        {
            assert_eq!(categories(&tag.parse().unwrap()).len(), forms, "{tag}");
        }
    }

    #[test]
    fn a_missing_message_is_said_in_the_first_language_and_reported() {
        let heard: Arc<Mutex<Vec<String>>> = Arc::default();
        let sink = Arc::clone(&heard);
        let languages = Languages::builder()
            .file("en", "a.ftl", "one = One\ntwo = Two { $n }")
            .file("ur", "b.ftl", "two = دو { $m }")
            .on_problem(move |problem| sink.lock().unwrap().push(problem.to_string()))
            .build()
            .unwrap();
        let urdu = languages.get("ur").unwrap();
        assert_eq!(urdu.direction(), Direction::RightToLeft);
        assert_eq!(urdu.text("one"), "One");
        assert_eq!(urdu.text_with("two", &[("n", 2.into())]), "Two 2");
        assert_eq!(urdu.text("three"), "");
        let heard = heard.lock().unwrap();
        assert_eq!(heard[0], "no message `one` in `ur`: shown in `en`");
        assert!(heard[1].starts_with("message `two` in `ur` cannot be put together: "), "{heard:?}");
        assert_eq!(heard[2], "no message `three` in `ur`, nor in the language that it falls back to");
    }

    #[test]
    fn bad_files_and_tags_are_errors_that_say_where() {
        let error = Languages::builder().file("en", "x.ftl", "one = One\ntwo { $n\n").build().unwrap_err();
        assert!(error.to_string().starts_with("x.ftl, line 2: "), "{error}");
        let error = Languages::builder().file("not a tag", "x.ftl", "").build().unwrap_err();
        assert_eq!(error.to_string(), "`not a tag` is not a language tag, such as `en` or `cy`");
    }

    #[test]
    fn an_application_can_say_a_word_otherwise() {
        let languages = Languages::builder().file("cy", "x.ftl", "townhall-continue = Yn eich blaen").build().unwrap();
        let welsh = languages.default_locale();
        assert_eq!(welsh.word(Word::Continue), "Yn eich blaen");
        assert_eq!(welsh.word(Word::Back), "Yn ôl");
    }
}
