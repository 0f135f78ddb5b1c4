//! [`Locale`]: one language, with all its words.

use std::borrow::Cow;

use std::fmt;
use std::sync::Arc;

use fluent::{FluentArgs, FluentResource, concurrent::FluentBundle};
use intl_pluralrules::PluralRules;
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

#[cfg(feature = "form")]
use super::english;
use super::negotiate::LANGUAGE_COOKIE;
use super::words::{ScriptText, Word};
use super::{Argument, Direction, welsh};
use crate::cookies::SetCookie;
use crate::markup::{PluralCategory, PluralText};

/// Why a message could not be shown as it should be: what the application is told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MessageProblem {
    /// No language of the application has the message.
    #[error("no message `{id}` in `{language}`, nor in the language that it falls back to")]
    Missing {
        /// The language that was asked for.
        language: String,
        /// The message, with its attribute.
        id: String,
    },
    /// The language has no such message; another language's was shown.
    #[error("no message `{id}` in `{language}`: shown in `{shown}`")]
    OtherLanguage {
        /// The language that was asked for.
        language: String,
        /// The message, with its attribute.
        id: String,
        /// The language that was shown.
        shown: String,
    },
    /// A variable of the message was not given, or a part of it does not exist.
    #[error("message `{id}` in `{language}` cannot be put together: {reason}")]
    Broken {
        /// The language that was asked for.
        language: String,
        /// The message, with its attribute.
        id: String,
        /// What is wrong with it.
        reason: String,
    },
}

pub(super) type Report = Arc<dyn Fn(&MessageProblem) + Send + Sync>;

/// One language: its messages, and what was made of them when it was loaded.
pub(super) struct Language {
    pub(super) id: LanguageIdentifier,
    pub(super) tag: String,
    pub(super) direction: Direction,
    pub(super) bundle: FluentBundle<Arc<FluentResource>>,
    /// Messages and attributes without variables, by the message's id.
    pub(super) fixed: FxHashMap<String, Texts>,
    pub(super) words: Vec<Box<str>>,
    pub(super) script_texts: Vec<PluralText<'static>>,
    /// Chooses the plural form of a number. A language without rules has one form.
    pub(super) plural_rules: Option<PluralRules>,
}

/// The texts of a message: its value, and its attributes by their names. There is no text where it needs variables.
pub(super) struct Texts {
    pub(super) value: Option<Box<str>>,
    pub(super) attributes: Vec<(Box<str>, Option<Box<str>>)>,
}

/// Whether a name is put together of these parts.
fn consists_of(name: &str, parts: &[&str]) -> bool {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    length == name.len() && parts.iter().try_fold(name, |rest, part| rest.strip_prefix(part)).is_some()
}

/// Why a message could not be put together.
enum Failure {
    Missing,
    Broken(String),
}

impl Language {
    /// A text without variables: a message, or its attribute whose name consists of the parts.
    fn fixed(&self, message: &str, attribute: &[&str]) -> Option<&str> {
        let texts = self.fixed.get(message)?;
        if attribute.is_empty() {
            return texts.value.as_deref();
        }
        texts.attributes.iter().find(|(name, _)| consists_of(name, attribute))?.1.as_deref()
    }

    /// Whether a message has an attribute whose name consists of the parts.
    #[cfg(feature = "form")]
    fn has(&self, message: &str, attribute: &[&str]) -> bool {
        let texts = self.fixed.get(message);
        texts.is_some_and(|texts| texts.attributes.iter().any(|(name, _)| consists_of(name, attribute)))
    }

    /// Says a message or an attribute of one (`id.attribute`).
    fn say(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Result<Cow<'_, str>, Failure> {
        let (message, attribute) = match id.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (id, None),
        };
        if let Some(text) = self.fixed(message, attribute.as_slice()) {
            return Ok(Cow::Borrowed(text));
        }
        let message = self.bundle.get_message(message).ok_or(Failure::Missing)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
            None => message.value(),
        };
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            values.set(*name, value.to_fluent(self.direction));
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern.ok_or(Failure::Missing)?, Some(&values), &mut errors);
        match errors.first() {
            None => Ok(Cow::Owned(text.into_owned())),
            Some(error) => Err(Failure::Broken(error.to_string())),
        }
    }
}

/// One language of an application, with all its words. A copy is cheap, and can be sent to and shared by threads.
///
/// ```
/// use townhall::language::Locale;
///
/// let welsh = Locale::welsh();
/// assert_eq!(welsh.tag(), "cy");
/// assert_eq!(welsh.date(2026, 3, 27), "27 Mawrth 2026");
/// assert_eq!(welsh.list_and(["te", "coffi", "oren"]), "te, coffi ac oren");
/// ```
#[derive(Clone)]
pub struct Locale {
    pub(super) language: Arc<Language>,
    pub(super) fallback: Option<Arc<Language>>,
    pub(super) report: Option<Report>,
}

impl Locale {
    /// The built-in English.
    #[must_use]
    pub fn english() -> Self {
        super::languages::built_in(0)
    }

    /// The built-in Welsh.
    #[must_use]
    pub fn welsh() -> Self {
        super::languages::built_in(1)
    }

    /// The identifier of the language.
    #[must_use]
    pub fn id(&self) -> &LanguageIdentifier {
        &self.language.id
    }

    /// The language tag ([BCP 47](https://www.rfc-editor.org/info/bcp47)), for `lang` and `hreflang`.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.language.tag
    }

    /// The direction of writing, for `dir`.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.language.direction
    }

    /// The name of the language in that language: "Cymraeg".
    #[must_use]
    pub fn name(&self) -> &str {
        self.word(Word::LanguageName)
    }

    /// The cookie that remembers this language for a year, on every path of the host. It is what the resident asked for, so it needs no consent.
    /// It is sent over TLS alone unless [`SetCookie::secure`] says otherwise.
    pub fn cookie(&self) -> SetCookie<'_> {
        SetCookie::new(LANGUAGE_COOKIE, self.tag()).max_age(31_536_000)
    }

    /// A message without variables, or an attribute of one: `start`, `about-you-full_name.hint`.
    ///
    /// If it is missing, that of the application's first language is shown; if that has none either, nothing is. Both
    /// are reported to the application. The id is never shown.
    #[must_use]
    pub fn text(&self, id: &str) -> Cow<'_, str> {
        self.text_with(id, &[])
    }

    /// A message with its variables: [`Locale::text`] says what happens if it is missing.
    ///
    /// ```
    /// use townhall::language::Languages;
    ///
    /// let languages = Languages::builder()
    ///     .file("cy", "permit.cy.ftl", "cost = Mae { $months ->\n [two] 2 fis\n *[other] { $months } mis\n } yn costio { $price }")
    ///     .build()?;
    /// let welsh = languages.default_locale();
    /// assert_eq!(welsh.text_with("cost", &[("months", 2.into()), ("price", "£40".into())]), "Mae 2 fis yn costio £40");
    /// # Ok::<(), townhall::language::LanguagesError>(())
    /// ```
    #[must_use]
    pub fn text_with(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Cow<'_, str> {
        match self.language.say(id, arguments) {
            Ok(text) => text,
            Err(failure) => self.say_otherwise(id, arguments, failure),
        }
    }

    /// A message or attribute, if this very language has it and it can be put together.
    #[must_use]
    pub fn find(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Option<Cow<'_, str>> {
        self.language.say(id, arguments).ok()
    }

    /// A message without variables, or its attribute whose name consists of the parts, if this very language has it.
    #[cfg(feature = "form")]
    pub(crate) fn fixed(&self, message: &str, attribute: &[&str]) -> Option<&str> {
        self.language.fixed(message, attribute)
    }

    /// Whether this very language has an attribute of a message, with variables or without.
    #[cfg(feature = "form")]
    pub(crate) fn has(&self, message: &str, attribute: &[&str]) -> bool {
        self.language.has(message, attribute)
    }

    /// Whether this very language has a message or attribute, with variables or without.
    #[cfg(feature = "form")]
    pub(crate) fn has_message(&self, id: &str) -> bool {
        match id.split_once('.') {
            Some((message, attribute)) => self.language.has(message, &[attribute]),
            None => self.language.bundle.get_message(id).is_some_and(|message| message.value().is_some()),
        }
    }

    #[cold]
    fn say_otherwise(&self, id: &str, arguments: &[(&str, Argument<'_>)], failure: Failure) -> Cow<'_, str> {
        let language = self.language.tag.clone();
        let id_owned = id.to_owned();
        let other = self.fallback.as_deref().and_then(|other| Some((other, other.say(id, arguments).ok()?)));
        self.report(&match (failure, &other) {
            (Failure::Broken(reason), _) => MessageProblem::Broken { language, id: id_owned, reason },
            (Failure::Missing, Some((other, _))) => {
                MessageProblem::OtherLanguage { language, id: id_owned, shown: other.tag.clone() }
            }
            (Failure::Missing, None) => MessageProblem::Missing { language, id: id_owned },
        });
        other.map(|(_, text)| text).unwrap_or_default()
    }

    #[cfg(feature = "form")]
    /// The same language, with its problems reported elsewhere.
    pub(crate) fn reporting_to(&self, report: impl Fn(&MessageProblem) + Send + Sync + 'static) -> Self {
        Self { report: Some(Arc::new(report)), ..self.clone() }
    }

    pub(crate) fn report(&self, problem: &MessageProblem) {
        if let Some(report) = &self.report {
            report(problem);
        }
    }

    #[inline]
    pub(crate) fn word(&self, word: Word) -> &str {
        self.language.words.get(word as usize).map_or("", |word| word)
    }

    pub(crate) fn script_text(&self, text: ScriptText) -> PluralText<'_> {
        self.language.script_texts.get(text as usize).map(PluralText::borrowed).unwrap_or_default()
    }

    /// The form of a text for a script that goes with a number, or with most numbers if there is none.
    pub(crate) fn script_text_for(&self, text: ScriptText, number: Option<u32>) -> &str {
        let Some(text) = self.language.script_texts.get(text as usize) else { return "" };
        let category = number.map(|number| self.plural_category(number));
        let form = text.forms().find(|(form, _)| Some(*form) == category).or_else(|| text.forms().last());
        form.map_or("", |(_, text)| text)
    }

    /// The plural category of a number in this language.
    fn plural_category(&self, number: u32) -> PluralCategory {
        let rules = self.language.plural_rules.as_ref();
        let rule = rules.and_then(|rules| rules.select(number).ok());
        rule.as_ref().map_or(PluralCategory::Other, super::languages::category)
    }

    /// The words for yes and no as answers to a question.
    ///
    /// In most languages they are the same for every question. In Welsh they repeat its verb: "Ydw" and "Nac ydw" after "Ydych chi…?", "Oes"
    /// and "Nac oes" after "Oes gennych…?". "Ie" and "Na" are for questions that start with another word. A language file that says
    /// something else for `townhall-yes` and `townhall-no` says so for every question.
    ///
    /// ```
    /// use townhall::language::Locale;
    ///
    /// assert_eq!(Locale::english().yes_and_no("Do you live here?"), ("Yes", "No"));
    /// assert_eq!(Locale::welsh().yes_and_no("Ydych chi’n byw yma?"), ("Ydw", "Nac ydw"));
    /// ```
    #[must_use]
    pub fn yes_and_no(&self, question: &str) -> (&str, &str) {
        let (yes, no) = (self.word(Word::Yes), self.word(Word::No));
        let repeats_verb = self.language.id.language == "cy" && (yes, no) == ("Ie", "Na");
        repeats_verb.then(|| welsh::answers(question)).flatten().unwrap_or((yes, no))
    }

    /// A date as it is written in a sentence: "27 March 2026", "27 Mawrth 2026"
    /// ([style](https://www.gov.uk/guidance/style-guide/a-to-z#dates)).
    ///
    /// Numbers that are not a date are written as they are.
    #[must_use]
    pub fn date(&self, year: i16, month: i8, day: i8) -> String {
        let month = self.month(month);
        let arguments = [
            ("day", Argument::from(day.to_string())),
            ("month", Argument::from(month)),
            ("year", Argument::from(year.to_string())),
        ];
        self.text_with("townhall-date", &arguments).into_owned()
    }

    /// A date with its weekday, as in the middle of a sentence: "Friday 27 March 2026", "dydd Gwener 27 Mawrth 2026". `weekday` counts from
    /// Monday, 1. Where it starts a sentence or stands alone, use [`capitalised`](super::capitalised).
    #[must_use]
    pub fn date_with_weekday(&self, weekday: i8, year: i16, month: i8, day: i8) -> String {
        let (weekday, month) = (self.text(&format!("townhall-weekday-{weekday}")), self.month(month));
        let arguments = [
            ("weekday", Argument::from(weekday)),
            ("day", Argument::from(day.to_string())),
            ("month", Argument::from(month)),
            ("year", Argument::from(year.to_string())),
        ];
        self.text_with("townhall-date-with-weekday", &arguments).into_owned()
    }

    /// A month and its year: "March 2026".
    #[must_use]
    pub fn month_and_year(&self, year: i16, month: i8) -> String {
        let month = self.month(month);
        let arguments = [("month", Argument::from(month)), ("year", Argument::from(year.to_string()))];
        self.text_with("townhall-month-and-year", &arguments).into_owned()
    }

    /// The name of a month, from 1 to 12.
    #[must_use]
    pub fn month(&self, month: i8) -> Cow<'_, str> {
        self.text(&format!("townhall-month-{month}"))
    }

    /// A text that somebody typed, for a sentence or an attribute of this language: where one of them is written from right to left, neither
    /// turns the other around. A variable of a message has [`Argument::Typed`], an element of a page has `bdi`.
    ///
    /// ```
    /// use townhall::language::Locale;
    ///
    /// let welsh = Locale::welsh();
    /// assert_eq!(welsh.isolated("llythyr.pdf"), "llythyr.pdf");
    /// assert_eq!(welsh.isolated("\u{62e}\u{637}.pdf"), "\u{2068}\u{62e}\u{637}.pdf\u{2069}");
    /// ```
    #[must_use]
    pub fn isolated<'t>(&self, text: &'t str) -> Cow<'t, str> {
        super::argument::isolated(text, self.direction())
    }

    /// A whole number with commas: "1,234,567".
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        grouped(number)
    }

    /// An amount of pounds, from pence: "£1,234.50", or "£75" if there are no pence
    /// ([style](https://www.gov.uk/guidance/style-guide/a-to-z#money)).
    #[must_use]
    pub fn money(&self, pence: i64) -> String {
        let (sign, pence) = (if pence < 0 { "-" } else { "" }, pence.unsigned_abs());
        let pounds = grouped_digits(pence / 100);
        match pence % 100 {
            0 => format!("{sign}£{pounds}"),
            pence => format!("{sign}£{pounds}.{pence:02}"),
        }
    }

    /// A list of names, codes or file types with "and": "Ann, Bob and Siân".
    ///
    /// Welsh says "ac" where the last one starts with a vowel as it is spoken. Every item stays as it is; for words that mutate there is
    /// [`nouns_and`](Self::nouns_and).
    #[must_use]
    pub fn list_and<T: AsRef<str>>(&self, items: impl IntoIterator<Item = T>) -> String {
        self.list("townhall-list-and", unchanged, items)
    }

    /// A list of names, codes or file types with "or": "CSV, ODS or XLSX".
    #[must_use]
    pub fn list_or<T: AsRef<str>>(&self, items: impl IntoIterator<Item = T>) -> String {
        self.list("townhall-list-or", unchanged, items)
    }

    /// A list of common nouns with "and": "tea and coffee". In Welsh the last one has the aspirate mutation.
    ///
    /// ```
    /// use townhall::language::Locale;
    ///
    /// let welsh = Locale::welsh();
    /// assert_eq!(welsh.nouns_and(["te", "coffi"]), "te a choffi");
    /// assert_eq!(welsh.nouns_or(["te", "coffi"]), "te neu goffi");
    /// ```
    #[must_use]
    pub fn nouns_and<T: AsRef<str>>(&self, items: impl IntoIterator<Item = T>) -> String {
        let mutate = if self.language.id.language == "cy" { welsh::aspirated } else { unchanged };
        self.list("townhall-list-and", mutate, items)
    }

    /// A list of common nouns with "or": "tea or coffee". In Welsh the last one has the soft mutation.
    #[must_use]
    pub fn nouns_or<T: AsRef<str>>(&self, items: impl IntoIterator<Item = T>) -> String {
        let mutate = if self.language.id.language == "cy" { welsh::softened } else { unchanged };
        self.list("townhall-list-or", mutate, items)
    }

    fn list<T: AsRef<str>>(
        &self,
        joined: &str,
        mutate: fn(&str) -> Cow<'_, str>,
        items: impl IntoIterator<Item = T>,
    ) -> String {
        let mut items = items.into_iter().peekable();
        let mut list = items.next().map(|first| first.as_ref().to_owned()).unwrap_or_default();
        while let Some(item) = items.next() {
            let item = item.as_ref();
            list = if items.peek().is_some() {
                let arguments = [("list", Argument::from(&list)), ("next", Argument::from(item))];
                self.text_with("townhall-list-middle", &arguments).into_owned()
            } else {
                let arguments = [("list", Argument::from(&list)), ("last", Argument::from(mutate(item)))];
                let before_vowel = (self.language.id.language == "cy" && welsh::follows_ac(item))
                    .then(|| self.find(&format!("{joined}.before-vowel"), &arguments))
                    .flatten();
                before_vowel.unwrap_or_else(|| self.text_with(joined, &arguments)).into_owned()
            };
        }
        list
    }

    /// "a" or "an" before a word in English; nothing in other languages.
    #[cfg(feature = "form")]
    pub(crate) fn article(&self, word: &str) -> &'static str {
        if self.language.id.language == "en" { english::article(word) } else { "" }
    }

    /// What a phrase for a thing that is asked for becomes in this language's ready-made sentences: `$it`, `$It`, `$ir` and `$if`.
    ///
    /// In Welsh a phrase that does not start with an article or a possessive cannot be put into a sentence unchanged, so there is none.
    #[cfg(feature = "form")]
    pub(crate) fn phrases<'p>(&self, phrase: &Phrase<'p>) -> Vec<(&'static str, Argument<'p>)> {
        let is_welsh = self.language.id.language == "cy";
        let small: &[&str] = if is_welsh { &welsh::DETERMINERS } else { &english::SMALL };
        let it = phrase.it.map(|it| small_first(it, small));
        let mut phrases = vec![("label", Argument::from(phrase.label))];
        if let Some(clause) = phrase.clause {
            phrases.push(("if", Argument::from(small_first(clause, small))));
        }
        if is_welsh {
            if let Some(it) = it
                && let Some(ir) = welsh::to_the(&it)
            {
                phrases.push(("it", Argument::from(it)));
                phrases.push(("ir", Argument::from(ir)));
            }
            return phrases;
        }
        // A label that is a question cannot stand in a sentence.
        let label = (!is_question(phrase.label)).then_some(phrase.label);
        if let Some(it) = it.clone().or_else(|| label.map(|label| Cow::Owned(lower_first(label)))) {
            phrases.push(("it", Argument::from(it)));
        }
        // Nor can "where you live" be the subject of one.
        let subject = it.filter(|it| !english::is_clause(it)).map(|it| Cow::Owned(super::capitalised(&it)));
        if let Some(it_first) = phrase.it_first.or(label).map(Cow::Borrowed).or(subject) {
            phrases.push(("It", Argument::from(it_first)));
        }
        phrases
    }

    /// The answers that belong to a question, if those that it has are the answers to another one: "Ie" after "Oes gennych…?".
    #[cfg(feature = "form")]
    pub(crate) fn other_answers(&self, question: &str, yes: &str, no: &str) -> Option<(&'static str, &'static str)> {
        let right = (self.language.id.language == "cy").then(|| welsh::answers(question)).flatten()?;
        let is_other = |said: &str, right: &str| said != right && welsh::ANSWERS.contains(&said);
        // "Na" is heard after every verb.
        (is_other(yes, right.0) || no != "Na" && is_other(no, right.1)).then_some(right)
    }

    /// Why a phrase cannot stand in this language's ready-made sentences: what `ContentCheck` says about `.it`, `.It` and `.if`.
    #[cfg(feature = "form")]
    pub(crate) fn phrase_problem(&self, attribute: &str, phrase: &str, is_yes_no: bool) -> Option<&'static str> {
        let is_welsh = self.language.id.language == "cy";
        let small: &[&str] = if is_welsh { &welsh::DETERMINERS } else { &english::SMALL };
        if attribute == "It" {
            return is_welsh.then_some("no Welsh sentence starts with it");
        }
        if small_first(phrase, small) != phrase {
            return Some("it starts with a capital, but stands in the middle of a sentence");
        }
        if !is_welsh {
            return None;
        }
        match attribute {
            "if" => welsh::problem_after_whether(phrase),
            _ if is_yes_no => welsh::problem_after_os(phrase),
            _ if welsh::to_the(phrase).is_none() => {
                Some("it does not start with y, yr, eich, ein, ei or eu, so no sentence can use it")
            }
            _ => None,
        }
    }
}

/// Whether a label ends as a question does, in any of the languages that we know.
#[cfg(feature = "form")]
pub(crate) fn is_question(label: &str) -> bool {
    label.trim_end().ends_with(['?', '؟'])
}

#[cfg(feature = "form")]
/// What content says about a thing that is asked for.
pub(crate) struct Phrase<'p> {
    /// "Full name".
    pub(crate) label: &'p str,
    /// "your full name".
    pub(crate) it: Option<&'p str>,
    /// "Full name", at the start of a sentence.
    pub(crate) it_first: Option<&'p str>,
    /// What is so if the answer is yes, or what one chooses between: "you live here".
    pub(crate) clause: Option<&'p str>,
}

#[cfg(feature = "form")]
/// The first letter small, unless there is another capital: "Full name" → "full name", but "UK phone number" and "National
/// Insurance number" as they are.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if letters.clone().next().is_some() && !letters.clone().any(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(feature = "form")]
/// A phrase whose first word is one of these, with a small first letter: "Your name" → "your name", but "National Insurance number".
fn small_first<'p>(phrase: &'p str, words: &[&str]) -> Cow<'p, str> {
    let first = phrase.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let lower = first.to_lowercase();
    if first == lower || !words.contains(&lower.as_str()) {
        return Cow::Borrowed(phrase);
    }
    Cow::Owned(format!("{lower}{}", &phrase[first.len()..]))
}

/// A word that does not mutate.
fn unchanged(word: &str) -> Cow<'_, str> {
    Cow::Borrowed(word)
}

pub(super) fn grouped(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", grouped_digits(number.unsigned_abs()))
}

fn grouped_digits(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Locale").field(&self.language.tag).finish()
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.language.id == other.language.id
    }
}

impl Eq for Locale {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_commas_and_money_has_pence_only_if_there_are_any() {
        let english = Locale::english();
        for (number, expected) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (-1_234_567, "-1,234,567"),
            (i64::MIN, "-9,223,372,036,854,775,808"),
        ] {
            assert_eq!(english.number(number), expected);
        }
        for (pence, expected) in [(0, "£0"), (5, "£0.05"), (7_500, "£75"), (123_450, "£1,234.50"), (-500, "-£5")] {
            assert_eq!(english.money(pence), expected);
        }
    }

    #[test]
    fn dates_are_written_in_each_language() {
        for (locale, short, long, month) in [
            (Locale::english(), "27 March 2026", "Friday 27 March 2026", "March 2026"),
            (Locale::welsh(), "27 Mawrth 2026", "dydd Gwener 27 Mawrth 2026", "Mawrth 2026"),
        ] {
            assert_eq!(locale.date(2026, 3, 27), short);
            assert_eq!(locale.date_with_weekday(5, 2026, 3, 27), long);
            assert_eq!(locale.month_and_year(2026, 3), month);
        }
    }

    #[test]
    fn lists_are_written_in_each_language() {
        let (english, welsh) = (Locale::english(), Locale::welsh());
        assert_eq!(english.list_and::<&str>([]), "");
        assert_eq!(english.list_and(["a"]), "a");
        assert_eq!(english.list_and(["a", "b"]), "a and b");
        assert_eq!(english.list_or(["CSV", "ODS", "XLSX"]), "CSV, ODS or XLSX");
        assert_eq!(welsh.list_and(["te", "coffi"]), "te a coffi");
        assert_eq!(welsh.list_and(["te", "afalau"]), "te ac afalau");
        assert_eq!(welsh.list_or(["CSV", "ODS", "XLSX"]), "CSV, ODS neu XLSX");
        assert_eq!(welsh.list_and(["10", "1,000"]), "10 a 1,000");
        assert_eq!(welsh.list_and(["b", "c"]), "b ac c");
        for (items, and, or) in [
            (&["te"][..], "te", "te"),
            (&["te", "coffi"], "te a choffi", "te neu goffi"),
            (&["tref", "dinas"], "tref a dinas", "tref neu ddinas"),
            (&["coffi", "te", "afal"], "coffi, te ac afal", "coffi, te neu afal"),
            (&["llythyr", "pasbort"], "llythyr a phasbort", "llythyr neu basbort"),
            (&["Bangor", "Caerdydd"], "Bangor a Caerdydd", "Bangor neu Caerdydd"),
        ] {
            assert_eq!(welsh.nouns_and(items), and);
            assert_eq!(welsh.nouns_or(items), or);
        }
        assert_eq!(english.nouns_and(["tea", "coffee"]), "tea and coffee");
        assert_eq!(english.nouns_or(["tea", "coffee"]), "tea or coffee");
    }

    #[test]
    fn every_word_is_there_in_both_languages_and_differs() {
        // Welsh has the noun in "Tudalen flaenorol" and "Tudalen nesaf".
        const EMPTY_IN_WELSH: [Word; 1] = [Word::PaginationPage];
        for word in Word::ALL {
            let (english, welsh) = (Locale::english(), Locale::welsh());
            let (english, welsh) = (english.word(*word), welsh.word(*word));
            assert!(!english.is_empty() && welsh.is_empty() == EMPTY_IN_WELSH.contains(word), "{word:?}");
            assert_ne!(english, welsh, "{word:?}");
        }
    }

    #[test]
    fn a_limit_is_said_in_the_plural_form_of_its_number() {
        let (english, welsh) = (Locale::english(), Locale::welsh());
        for (number, in_english, in_welsh) in [
            (Some(1), "You can enter up to %{count} word", "Cewch roi hyd at %{count} gair"),
            (Some(2), "You can enter up to %{count} words", "Cewch roi hyd at %{count} air"),
            (Some(3), "You can enter up to %{count} words", "Cewch roi hyd at %{count} gair"),
            (Some(150), "You can enter up to %{count} words", "Cewch roi hyd at %{count} gair"),
            (None, "You can enter up to %{count} words", "Cewch roi hyd at %{count} gair"),
        ] {
            assert_eq!(english.script_text_for(ScriptText::WordsLimit, number), in_english);
            assert_eq!(welsh.script_text_for(ScriptText::WordsLimit, number), in_welsh);
        }
    }

    #[test]
    fn a_language_file_can_have_one_yes_for_all_questions() {
        let file = "townhall-yes = Iawn\ntownhall-no = Na";
        let languages = super::super::Languages::builder().file("cy", "x.ftl", file).build().unwrap();
        let welsh = languages.get("cy").unwrap();
        assert_eq!(welsh.yes_and_no("Oes gennych gar?"), ("Iawn", "Na"));
        assert_eq!(Locale::welsh().yes_and_no("Oes gennych gar?"), ("Oes", "Nac oes"));
        assert_eq!(Locale::welsh().yes_and_no("Car?"), ("Ie", "Na"));
        assert_eq!(Locale::english().yes_and_no("Oes gennych gar?"), ("Yes", "No"));
    }

    #[test]
    fn texts_for_scripts_have_all_plural_forms_of_their_language() {
        for text in ScriptText::ALL {
            let english = Locale::english();
            let forms: Vec<_> = english.language.script_texts[*text as usize].forms().collect();
            assert!(forms.len() == 2 && forms.iter().all(|(_, text)| text.contains("%{count}")), "{forms:?}");
            let welsh = Locale::welsh();
            let forms: Vec<_> = welsh.language.script_texts[*text as usize].forms().collect();
            assert!(forms.len() == 6 && forms[5].1.contains("%{count}"), "{forms:?}");
        }
    }

    #[test]
    #[cfg(feature = "form")]
    fn labels_start_small_in_a_sentence_unless_they_are_abbreviations() {
        for (label, expected) in [
            ("Full name", "full name"),
            ("UK phone number", "UK phone number"),
            ("National Insurance number", "National Insurance number"),
            ("A", "A"),
            ("", ""),
        ] {
            assert_eq!(lower_first(label), expected);
        }
        for (phrase, expected) in [
            ("Your full name", "your full name"),
            ("your full name", "your full name"),
            ("National Insurance number", "National Insurance number"),
            ("UK phone number", "UK phone number"),
            ("", ""),
        ] {
            assert_eq!(small_first(phrase, &english::SMALL), expected);
        }
        assert_eq!(small_first("Eich enw", &welsh::DETERMINERS), "eich enw");
    }
}
