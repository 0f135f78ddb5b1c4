//! [`Journey`]: the list of questions, and what becomes of the answers.

use std::fmt;
use std::future::Future;
use std::ops::RangeInclusive;
use std::pin::Pin;

use maud::Markup;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::steps::{Asks, Once, Repeated};
use crate::form::{FieldShape, Question};
use crate::language::Locale;
use crate::patterns::SectionComplete;
use crate::values::UploadedFile;

pub(crate) type Condition<A> = Box<dyn Fn(&A) -> bool + Send + Sync>;
pub(crate) type Intro<A> = Box<dyn Fn(&A, &Locale) -> Markup + Send + Sync>;
pub(crate) type BoxError = Box<dyn std::error::Error + Send + Sync>;
pub(crate) type Submit<A> = Box<dyn Fn(Submission<A>) -> SubmitFuture + Send + Sync>;

/// What becomes of a submission, as a future that may be sent to another thread.
pub type SubmitFuture = Pin<Box<dyn Future<Output = Result<Receipt, BoxError>> + Send>>;

/// What the application gets when somebody sends their answers.
///
/// It holds answers, so `Debug` shows none of it but the language and how many files there are.
#[non_exhaustive]
pub struct Submission<A> {
    /// The answers that count. Those to questions that no longer apply are not in them.
    pub answers: A,
    /// The same for every attempt to send these answers, and for no others. An application that has seen it before must not act again, but return
    /// the same receipt: a process may end between acting and remembering. An attempt that has not ended after ten seconds is taken to have failed
    /// with its process, so two attempts can overlap: let the key be unique in your database.
    pub key: String,
    /// The language in which the answers were sent.
    pub locale: Locale,
    /// The files that belong to the answers, in the order in which they were asked for. What is in them is where the service's `uploads` are.
    pub files: Vec<UploadedFile>,
}

impl<A> Submission<A> {
    /// A submission without files: for tests of what your application does with one.
    #[must_use]
    pub fn new(answers: A, key: impl Into<String>, locale: Locale) -> Self {
        Self { answers, key: key.into(), locale, files: Vec::new() }
    }
}

impl<A> fmt::Debug for Submission<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Submission")
            .field("language", &self.locale.tag())
            .field("files", &self.files.len())
            .finish_non_exhaustive()
    }
}

/// What the applicant gets for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    reference: String,
}

impl Receipt {
    /// The reference by which both sides know the application.
    #[must_use]
    pub fn new(reference: impl Into<String>) -> Self {
        Self { reference: reference.into() }
    }

    /// The reference.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.reference
    }
}

/// A struct of answers: one that serde reads and writes, and that starts out empty. Every such type is one; there is nothing to implement.
pub trait Answers: Serialize + DeserializeOwned + Default + Send + Sync + 'static {}

impl<A: Serialize + DeserializeOwned + Default + Send + Sync + 'static> Answers for A {}

/// What a step is.
pub(crate) enum Kind<A> {
    Question(Box<dyn Asks<A>>),
    List(Box<dyn Asks<A>>, RangeInclusive<usize>),
    /// A page that ends the journey while its condition holds.
    Stop,
    /// A page to read.
    Page,
}

/// A step of a journey.
pub(crate) struct Step<A> {
    /// Its address, after that of the service.
    pub(crate) slug: &'static str,
    /// The section that it belongs to.
    pub(crate) section: Option<&'static str>,
    /// Whether it applies.
    pub(crate) when: Option<Condition<A>>,
    /// What stands above the question.
    pub(crate) intro: Option<Intro<A>>,
    pub(crate) kind: Kind<A>,
}

impl<A> Step<A> {
    /// The question of the step, and of each thing on its list.
    pub(crate) fn asks(&self) -> Option<&dyn Asks<A>> {
        match &self.kind {
            Kind::Question(asks) | Kind::List(asks, _) => Some(&**asks),
            Kind::Stop | Kind::Page => None,
        }
    }
}

/// Something that is wrong with the list itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JourneyProblem {
    /// Two steps with one address, or one that the service needs itself.
    #[error("the address `{0}` is taken")]
    Address(&'static str),
    /// A name that no address or message can have: they have letters and digits of ASCII, hyphens and underscores, and start with a letter.
    #[error("`{0}` cannot be part of an address or of a message's name")]
    Name(&'static str),
    /// A condition or an introduction without a step before it.
    #[error("there is no step that `{0}` could belong to")]
    NoStep(&'static str),
    /// Something of which there can be one is set a second time: the first would do nothing.
    #[error("`{setting}` is set twice for `{of}`")]
    Twice {
        /// What is set.
        setting: &'static str,
        /// The address of the step, or the name of the journey.
        of: &'static str,
    },
    /// A section without a step.
    #[error("the section `{0}` has no steps")]
    EmptySection(&'static str),
    /// A step before the first section, on a list of tasks: no task would lead to it.
    #[error("the step `{0}` is in no section, so it is in none of the tasks")]
    NoSection(&'static str),
    /// A list that can never be as long as it must be.
    #[error("the list `{0}` cannot have as many things as it needs")]
    Limits(&'static str),
    /// Answers that nobody gets.
    #[error("nothing is done with the answers: `submit` is missing, and no `stop` ends the journey")]
    DeadEnd,
    /// No questions.
    #[error("there are no questions")]
    Empty,
}

/// Several questions in order, over one struct of answers. [The module](crate::journey) has an example.
///
/// # Messages
///
/// | message | says |
/// | --- | --- |
/// | the journey's name | the name of the service |
/// | `{journey}-start`, `.body`, `.after`, `.button` | the start page. Without it the first question is the first page |
/// | `{journey}-{stop}`, `.body` | a page that ends the journey, or a page to read |
/// | `{journey}-section-{section}` | a section |
/// | `{journey}-check`, `.declaration`, `.send`, `.button` | the page on which answers are checked |
/// | `{journey}-confirmation`, `.body`, `.next` | the page after sending |
/// | `{question}.list`, `.another` | a list: its heading with `$count`, and the question whether there is another |
/// | `{question}.card`, `.remove` | a thing on it, and the question whether to remove it: `$number` is its place, `$item` the first answer about it |
/// | `.another-yes`, `.another-no`, `.remove-yes`, `.remove-no` | the answers to the questions, where "Yes" and "No" do not fit |
///
/// Those with a default in the library may be left out: `{journey}-check` and its attributes.
#[must_use]
pub struct Journey<A> {
    pub(crate) name: &'static str,
    pub(crate) steps: Vec<Step<A>>,
    pub(crate) has_tasks: bool,
    pub(crate) submit: Option<Submit<A>>,
    section: Option<&'static str>,
    /// All sections that were named, with or without steps.
    named: Vec<&'static str>,
    problems: Vec<JourneyProblem>,
}

/// Whether a name can be part of an address and of the name of a message.
pub(crate) fn is_name(name: &str) -> bool {
    let is_known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.bytes().all(is_known)
}

/// Addresses that the service uses itself.
pub(crate) const RESERVED: [&str; 14] = [
    "check-answers",
    "confirmation",
    "save",
    "return",
    "keep",
    "start-again",
    "leave",
    "choose-answers",
    "cookies",
    "feedback",
    "tasks",
    "assets",
    "accessibility",
    "",
];

impl<A: 'static> Journey<A> {
    /// A journey without questions. Its messages start with its name.
    pub fn new(name: &'static str) -> Self {
        let problems = if is_name(name) { Vec::new() } else { vec![JourneyProblem::Name(name)] };
        Self { name, steps: Vec::new(), has_tasks: false, submit: None, section: None, named: Vec::new(), problems }
    }

    fn push(mut self, slug: &'static str, when: Option<Condition<A>>, kind: Kind<A>) -> Self {
        if !is_name(slug) {
            self.problems.push(JourneyProblem::Name(slug));
        }
        if RESERVED.contains(&slug) || self.steps.iter().any(|step| step.slug == slug) {
            self.problems.push(JourneyProblem::Address(slug));
        }
        self.steps.push(Step { slug, section: self.section, when, intro: None, kind });
        self
    }

    /// A question, and the place for its answer. Its address is its name.
    pub fn question<Q: Question>(self, place: fn(&mut A) -> &mut Option<Q>) -> Self {
        self.push(Q::NAME, None, Kind::Question(Box::new(Once { place })))
    }

    /// Asks whether the section is complete, as its last step: its address, and the place for the answer. For as long as the answer is no, the
    /// task is "Incomplete" and nothing can be sent.
    ///
    /// ```
    /// # use serde::{Deserialize, Serialize};
    /// # use townhall::{form::Question, journey::Journey, patterns::SectionComplete, values::FullName};
    /// # use validator::Validate;
    /// # #[derive(Default, Serialize, Deserialize)] struct Answers { name: Option<Name>, about_you_done: Option<SectionComplete> }
    /// # #[derive(Serialize, Deserialize, Validate)] struct Name { name: FullName }
    /// # impl Question for Name { const NAME: &'static str = "name"; }
    /// let journey = Journey::new("permit")
    ///     .task_list()
    ///     .section("about-you")
    ///     .question(|a: &mut Answers| &mut a.name)
    ///     .section_complete("about-you-complete", |a| &mut a.about_you_done);
    /// # assert_eq!(journey.questions().count(), 2);
    /// ```
    pub fn section_complete(self, slug: &'static str, place: fn(&mut A) -> &mut Option<SectionComplete>) -> Self {
        self.push(slug, None, Kind::Question(Box::new(Once { place })))
    }

    /// A question that is asked for each thing on a list, which must have so many: add, change, remove with a confirmation.
    pub fn add_another<Q: Question>(mut self, place: fn(&mut A) -> &mut Vec<Q>, limits: RangeInclusive<usize>) -> Self {
        if limits.is_empty() || *limits.end() == 0 {
            self.problems.push(JourneyProblem::Limits(Q::NAME));
        }
        self.push(Q::NAME, None, Kind::List(Box::new(Repeated { place }), limits))
    }

    /// A page that ends the journey while the condition holds: the service is not for this person. It says why, and what to do instead.
    pub fn stop(self, slug: &'static str, when: impl Fn(&A) -> bool + Send + Sync + 'static) -> Self {
        self.push(slug, Some(Box::new(when)), Kind::Stop)
    }

    /// A page to read, with a button that goes on.
    pub fn page(self, slug: &'static str) -> Self {
        self.push(slug, None, Kind::Page)
    }

    /// The last step applies only under a condition. While it does not, its answer does not count. Of several conditions, that of a
    /// [`stop`](Self::stop) among them, all have to hold.
    pub fn when(mut self, condition: impl Fn(&A) -> bool + Send + Sync + 'static) -> Self {
        match self.steps.last_mut() {
            Some(step) => {
                step.when = Some(match step.when.take() {
                    Some(first) => Box::new(move |answers: &A| first(answers) && condition(answers)),
                    None => Box::new(condition),
                });
            }
            None => self.problems.push(JourneyProblem::NoStep("when")),
        }
        self
    }

    /// What stands on the page of the last step, made of the answers so far: a price, say. It is above a question, the question about each thing on a
    /// list, and below the words of a [`page`](Self::page) or a [`stop`](Self::stop).
    pub fn intro(mut self, intro: impl Fn(&A, &Locale) -> Markup + Send + Sync + 'static) -> Self {
        match self.steps.last_mut() {
            Some(step) if step.intro.is_some() => {
                self.problems.push(JourneyProblem::Twice { setting: "intro", of: step.slug });
            }
            Some(step) => step.intro = Some(Box::new(intro)),
            None => self.problems.push(JourneyProblem::NoStep("intro")),
        }
        self
    }

    /// The steps from here on belong to a section: a caption on their pages, a heading on the page that checks answers, a task on the task list.
    pub fn section(mut self, name: &'static str) -> Self {
        if !is_name(name) {
            self.problems.push(JourneyProblem::Name(name));
        }
        self.named.push(name);
        self.section = Some(name);
        self
    }

    /// Sections can be done in any order, from a list of tasks. Without it one question follows the other.
    pub fn task_list(mut self) -> Self {
        self.has_tasks = true;
        self
    }

    /// What is done with the answers, once: see [`Submission::key`]. After an error the answers are kept, and the resident can send them again: the page says
    /// that the service is unavailable (503) if the error is a [`StoreError`](super::StoreError) or has one as its source, and otherwise that there is a
    /// problem (500).
    pub fn submit<F, R>(mut self, submit: F) -> Self
    where
        F: Fn(Submission<A>) -> R + Send + Sync + 'static,
        R: Future<Output = Result<Receipt, BoxError>> + Send + 'static,
    {
        if self.submit.is_some() {
            self.problems.push(JourneyProblem::Twice { setting: "submit", of: self.name });
        }
        self.submit = Some(Box::new(move |submission| Box::pin(submit(submission))));
        self
    }

    /// What is wrong with the list: addresses that are taken, dead ends, lists that cannot be long enough, settings that would do nothing. A
    /// [`Service`](crate::web::Service) is not built over one with problems.
    #[must_use]
    pub fn check(&self) -> Vec<JourneyProblem> {
        let mut problems = self.problems.clone();
        if self.steps.iter().all(|step| step.asks().is_none()) {
            problems.push(JourneyProblem::Empty);
        }
        if self.submit.is_none() && !self.steps.iter().any(|step| matches!(step.kind, Kind::Stop)) {
            problems.push(JourneyProblem::DeadEnd);
        }
        let has_steps = |name: &&str| self.steps.iter().any(|step| step.section == Some(name));
        problems.extend(self.named.iter().filter(|name| !has_steps(name)).copied().map(JourneyProblem::EmptySection));
        if self.has_tasks {
            let without = self.steps.iter().filter(|step| step.section.is_none());
            problems.extend(without.map(|step| JourneyProblem::NoSection(step.slug)));
        }
        problems
    }

    /// The addresses of pages that none of these answers lead to: for a test that has an example for each way through the journey. A condition that
    /// can never hold, or a stop that always does, shows here.
    ///
    /// ```
    /// # use serde::{Deserialize, Serialize};
    /// # use townhall::{form::Question, journey::Journey, values::FullName};
    /// # use validator::Validate;
    /// # #[derive(Default, Serialize, Deserialize)] struct Answers { name: Option<Name>, pet: Option<Pet> }
    /// # #[derive(Serialize, Deserialize, Validate)] struct Name { has_pet: bool }
    /// # #[derive(Serialize, Deserialize, Validate)] struct Pet { name: FullName }
    /// # impl Question for Name { const NAME: &'static str = "name"; }
    /// # impl Question for Pet { const NAME: &'static str = "pet"; }
    /// let journey = Journey::new("pets")
    ///     .question(|a: &mut Answers| &mut a.name)
    ///     .question(|a| &mut a.pet)
    ///     .when(|a| a.name.as_ref().is_some_and(|name| name.has_pet));
    /// let without = || Answers { name: Some(Name { has_pet: false }), pet: None };
    /// let with = Answers { name: Some(Name { has_pet: true }), pet: None };
    /// assert_eq!(journey.unreached([without()]), ["pet"]);
    /// assert!(journey.unreached([without(), with]).is_empty());
    /// ```
    #[must_use]
    pub fn unreached(&self, examples: impl IntoIterator<Item = A>) -> Vec<&'static str> {
        let mut is_reached = vec![false; self.steps.len()];
        for mut answers in examples {
            let walk = self.walk(&mut answers);
            for (at, reached) in is_reached.iter_mut().enumerate() {
                *reached |= walk.can_reach(at);
            }
        }
        let steps = self.steps.iter().zip(is_reached);
        steps.filter(|(_, reached)| !reached).map(|(step, _)| step.slug).collect()
    }

    /// The names of the questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &'static str> {
        self.steps.iter().filter_map(|step| Some(step.asks()?.name()))
    }

    /// The files that belong to answers.
    pub(crate) fn files(&self, answers: &mut A) -> Vec<UploadedFile> {
        let mut files = Vec::new();
        for asks in self.steps.iter().filter_map(Step::asks) {
            for at in 0..asks.count(answers) {
                let form = asks.form(answers, at);
                files.extend(form.data.entries().iter().filter_map(|(_, entry)| Some(entry.file()?.file.clone())));
            }
        }
        files
    }

    /// Whether any question asks for files.
    pub(crate) fn asks_for_files(&self) -> bool {
        let mut asked = self.steps.iter().filter_map(Step::asks);
        asked.any(|asks| asks.blank().shape.all().iter().any(FieldShape::is_file))
    }

    /// The sections that were named.
    pub(crate) fn named_sections(&self) -> &[&'static str] {
        &self.named
    }

    /// The sections that have something on the page that checks answers, or are a task, in order.
    pub(crate) fn sections(&self) -> Vec<Option<&'static str>> {
        let mut sections: Vec<Option<&'static str>> = Vec::new();
        for step in self.steps.iter().filter(|step| !matches!(step.kind, Kind::Stop)) {
            if !sections.contains(&step.section) {
                sections.push(step.section);
            }
        }
        sections
    }
}

impl<A> fmt::Debug for Journey<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Journey")
            .field("name", &self.name)
            .field("steps", &self.steps.iter().map(|step| step.slug).collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
