//! [`TaskListPage`].

use std::borrow::Cow;

use maud::html;

use crate::components::{Button, Tag, Task, TaskList, TaskStatus};
use crate::markup::Prose;
use crate::page::{Document, Layout};

/// The state of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TaskState {
    /// Another task comes first.
    CannotStartYet,
    /// Nothing is answered.
    NotStarted,
    /// Somebody has said that it is not complete yet: the answer no to `SectionComplete`.
    Incomplete,
    /// Something is answered.
    InProgress,
    /// Everything is answered.
    Completed,
    /// Something has to be put right.
    Problem,
}

/// A task: its name, where it starts, and its state.
#[derive(Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// Its name, which starts with a verb where that is possible.
    pub title: String,
    /// Where it starts.
    pub href: String,
    /// Its state.
    pub state: TaskState,
}

/// Tasks under a heading.
#[derive(Clone, PartialEq, Eq)]
pub struct TaskGroup {
    /// The heading. Empty for none.
    pub title: String,
    /// The tasks.
    pub tasks: Vec<TaskRow>,
}

/// The parts of a long service, and the state of each. People can do them in any order where that is possible
/// ([complete multiple tasks](https://design-system.service.gov.uk/patterns/complete-multiple-tasks/)).
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::{TaskGroup, TaskListPage, TaskRow, TaskState};
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let task = TaskRow { title: "Tell us about you".into(), href: "/permit/about-you".into(), state: TaskState::NotStarted };
/// let page = TaskListPage::new("Apply for a parking permit")
///     .group(TaskGroup { title: "Prepare your application".into(), tasks: vec![task] })
///     .page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("Not yet started"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct TaskListPage<'a> {
    heading: Cow<'a, str>,
    body: Cow<'a, str>,
    groups: Vec<TaskGroup>,
    next: Option<(Cow<'a, str>, Cow<'a, str>)>,
}

impl<'a> TaskListPage<'a> {
    /// A page with its heading: the name of the service.
    pub fn new(heading: impl Into<Cow<'a, str>>) -> Self {
        Self { heading: heading.into(), body: "".into(), groups: Vec::new(), next: None }
    }

    /// What is shown above the tasks, as [`Prose`].
    pub fn body(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.body = text.into();
        self
    }

    /// Adds a group.
    pub fn group(mut self, group: TaskGroup) -> Self {
        self.groups.push(group);
        self
    }

    /// The button at the end, once everything is done.
    pub fn next(mut self, words: impl Into<Cow<'a, str>>, address: impl Into<Cow<'a, str>>) -> Self {
        self.next = Some((words.into(), address.into()));
        self
    }

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let say = |id: &str| locale.text(id);
        let status = |state| match state {
            TaskState::Completed => TaskStatus::new(say("townhall-task-completed")),
            TaskState::CannotStartYet => TaskStatus::cannot_start_yet(say("townhall-task-cannot-start-yet")),
            TaskState::NotStarted => {
                TaskStatus::tag(Tag::new(say("townhall-task-not-started")).classes("govuk-tag--blue"))
            }
            TaskState::Incomplete => {
                TaskStatus::tag(Tag::new(say("townhall-task-incomplete")).classes("govuk-tag--blue"))
            }
            TaskState::InProgress => {
                TaskStatus::tag(Tag::new(say("townhall-task-in-progress")).classes("govuk-tag--teal"))
            }
            TaskState::Problem => {
                TaskStatus::tag(Tag::new(say("townhall-there-is-a-problem")).classes("govuk-tag--red"))
            }
        };
        let document = layout.page(&*self.heading).content(html! {
            (Prose::new(&*self.body))
            @for (at, group) in self.groups.iter().enumerate() {
                @if !group.title.is_empty() { h2.govuk-heading-m { (group.title) } }
                (TaskList::new(group.tasks.iter().map(|task| {
                    let row = Task::new(&*task.title, status(task.state));
                    if task.state == TaskState::CannotStartYet { row } else { row.href(&*task.href) }
                })).id_prefix(format!("tasks-{}", at + 1)))
            }
            @if let Some((words, address)) = &self.next { (Button::link(&**words, &**address)) }
        });
        document.private()
    }
}

crate::markup::opaque_debug! { TaskRow, TaskGroup, TaskListPage<'_> }
