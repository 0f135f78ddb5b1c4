//! The [`TaskList`].

use std::borrow::Cow;

use super::Tag;
use crate::markup::{
    Attributes, Component, Content, Value, Writer, block, class, classes_and_attributes, name, setters, tag,
};

/// The tasks of a long service, which people do in any order, each with its status.
///
/// The whole row is the link. "Completed" has no tag; few statuses are enough
/// ([design system](https://design-system.service.gov.uk/components/task-list/)).
///
/// ```
/// use townhall::components::{Tag, Task, TaskList, TaskStatus};
///
/// let tasks = TaskList::new([
///     Task::new("Company directors", "Completed").href("/directors"),
///     Task::new("Registered details", Tag::new("Incomplete").classes("govuk-tag--blue")).href("/details"),
///     Task::new("Payment", TaskStatus::cannot_start_yet("Cannot start yet"))
///         .hint("It will open when all else is done"),
/// ]);
/// # assert!(maud::html! { (tasks) }.0.contains("aria-describedby=\"task-list-2-status\""));
/// ```
#[derive(Clone)]
#[must_use]
pub struct TaskList<'a> {
    items: Vec<Task<'a>>,
    id_prefix: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> TaskList<'a> {
    /// The tasks.
    pub fn new(items: impl IntoIterator<Item = Task<'a>>) -> Self {
        Self {
            items: items.into_iter().collect(),
            id_prefix: Cow::Borrowed("task-list"),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// What the ids of hints and statuses start with: `task-list` unless it is set. Each list of a page needs its own.
        id_prefix(into Cow<'a, str>)
    }
    classes_and_attributes!();
}

impl Component for TaskList<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("ul")).class(class!("govuk-task-list"), &self.classes).attributes(&self.attributes).children(
            |out| {
                for (at, task) in self.items.iter().enumerate() {
                    task.write(out, &self.id_prefix, at + 1);
                }
            },
        );
    }
}

/// One task of a [`TaskList`].
#[derive(Clone)]
#[must_use]
pub struct Task<'a> {
    title: Content<'a>,
    title_classes: Cow<'a, str>,
    status: TaskStatus<'a>,
    href: Cow<'a, str>,
    hint: Option<Content<'a>>,
    number: Option<usize>,
    classes: Cow<'a, str>,
}

impl<'a> Task<'a> {
    /// A task with its name, which starts with a verb where possible, and its status.
    pub fn new(title: impl Into<Content<'a>>, status: impl Into<TaskStatus<'a>>) -> Self {
        Self {
            title: title.into(),
            title_classes: Cow::Borrowed(""),
            status: status.into(),
            href: Cow::Borrowed(""),
            hint: None,
            number: None,
            classes: Cow::Borrowed(""),
        }
    }

    setters! {
        /// Where the task is done. Without it the task cannot be started.
        href(into Cow<'a, str>)
        /// Help, without links: the whole row is one.
        hint(into Content<'a>)
        /// The number in the ids of hint and status: the task's place unless it is set.
        number(usize)
        /// Classes to add to those of the title.
        title_classes(into Cow<'a, str>)
        /// Classes to add to those of the row.
        classes(into Cow<'a, str>)
    }

    fn write(&self, out: &mut Writer<'_>, prefix: &str, place: usize) {
        let number = i64::try_from(self.number.unwrap_or(place)).unwrap_or(i64::MAX);
        let write_id = |value: &mut Value<'_>, part: &'static str| {
            value.id(prefix);
            value.fixed("-");
            value.number(number);
            value.fixed(part);
        };
        let has_link = !self.href.is_empty();
        out.line();
        let row = out.element(tag!("li")).classes(class!("govuk-task-list__item"), |classes| {
            classes.with_if(has_link, "govuk-task-list__item--with-link").with(&self.classes)
        });
        row.children(|out| {
            out.block(block!("div", "govuk-task-list__name-and-hint"), "").children(|out| {
                if has_link {
                    out.element(tag!("a"))
                        .class(class!("govuk-link govuk-task-list__link"), &self.title_classes)
                        .attr(name!("href"), &self.href)
                        .attr_with(name!("aria-describedby"), |value| {
                            if self.hint.is_some() {
                                write_id(value, "-hint");
                                value.fixed(" ");
                            }
                            write_id(value, "-status");
                        })
                        .content_on_line(&self.title);
                } else {
                    out.element(tag!("div")).nonempty(name!("class"), &self.title_classes).content(&self.title);
                }
                if let Some(hint) = &self.hint {
                    out.element(tag!("div"))
                        .attr_with(name!("id"), |value| write_id(value, "-hint"))
                        .class(class!("govuk-task-list__hint"), "")
                        .content(hint);
                }
            });
            out.element(tag!("div"))
                .class(class!("govuk-task-list__status"), &self.status.classes)
                .attr_with(name!("id"), |value| write_id(value, "-status"))
                .children(|out| match &self.status.kind {
                    Kind::Tag(tag) => out.component(tag),
                    Kind::Content(content) => out.content(content),
                });
        });
    }
}

/// The status of a [`Task`]: words, or a [`Tag`].
#[derive(Clone)]
#[must_use]
pub struct TaskStatus<'a> {
    kind: Kind<'a>,
    classes: Cow<'a, str>,
}

#[derive(Debug, Clone)]
enum Kind<'a> {
    Content(Content<'a>),
    Tag(Tag<'a>),
}

impl<'a> TaskStatus<'a> {
    /// Words: "Completed".
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { kind: Kind::Content(content.into()), classes: Cow::Borrowed("") }
    }

    /// A tag: "Incomplete", "In progress".
    pub fn tag(tag: Tag<'a>) -> Self {
        Self { kind: Kind::Tag(tag), classes: Cow::Borrowed("") }
    }

    /// Words in grey, for a task that needs others to be done first.
    pub fn cannot_start_yet(content: impl Into<Content<'a>>) -> Self {
        Self::new(content).classes("govuk-task-list__status--cannot-start-yet")
    }

    setters! {
        /// Classes to add to those of the status.
        classes(into Cow<'a, str>)
    }
}

impl<'a> From<Tag<'a>> for TaskStatus<'a> {
    fn from(tag: Tag<'a>) -> Self {
        Self::tag(tag)
    }
}

impl<'a, C: Into<Content<'a>>> From<C> for TaskStatus<'a> {
    fn from(content: C) -> Self {
        Self::new(content)
    }
}

crate::markup::opaque_debug! { TaskList<'_>, Task<'_>, TaskStatus<'_> }
