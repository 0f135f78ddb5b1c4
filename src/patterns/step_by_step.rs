//! [`StepByStep`].

use std::borrow::Cow;

use maud::html;

use crate::markup::{Component, Writer, render_components};

/// A step: what is done, and where.
#[derive(Clone, PartialEq, Eq)]
#[must_use]
pub struct Step<'a> {
    title: Cow<'a, str>,
    links: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    is_current: bool,
}

impl<'a> Step<'a> {
    /// A step with its title.
    pub fn new(title: impl Into<Cow<'a, str>>) -> Self {
        Self { title: title.into(), links: Vec::new(), is_current: false }
    }

    /// Adds a page of this step.
    pub fn link(mut self, words: impl Into<Cow<'a, str>>, address: impl Into<Cow<'a, str>>) -> Self {
        self.links.push((words.into(), address.into()));
        self
    }

    /// The step that this page belongs to.
    pub fn current(mut self, current: bool) -> Self {
        self.is_current = current;
        self
    }
}

/// What has to be done across several services and pages, in its order. It is for pages of content: inside a service there is the
/// [task list](super::TaskListPage)
/// ([step by step navigation](https://design-system.service.gov.uk/patterns/step-by-step-navigation/)).
///
/// Everything is open, with and without script, so that nothing has to be found.
///
/// ```
/// use maud::html;
/// use townhall::patterns::{Step, StepByStep};
///
/// let steps = StepByStep::new([
///     Step::new("Check that you can park").link("Find your parking zone", "/zones").current(true),
///     Step::new("Apply").link("Apply for a permit", "/permit"),
/// ]);
/// assert!(html! { (steps) }.0.contains("aria-current=\"step\""));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[must_use]
pub struct StepByStep<'a>(Vec<Step<'a>>);

impl<'a> StepByStep<'a> {
    /// The steps in order.
    pub fn new(steps: impl IntoIterator<Item = Step<'a>>) -> Self {
        Self(steps.into_iter().collect())
    }
}

impl Component for StepByStep<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.render(&html! {
            ol class="govuk-list govuk-list--number govuk-list--spaced" {
                @for step in &self.0 {
                    li aria-current=[step.is_current.then_some("step")] {
                        h2 class="govuk-heading-s govuk-!-margin-bottom-1" { (step.title) }
                        @if !step.links.is_empty() {
                            ul.govuk-list { @for (words, address) in &step.links { li { a.govuk-link href=(address) { (words) } } } }
                        }
                    }
                }
            }
        });
    }
}

crate::markup::opaque_debug! { Step<'_>, StepByStep<'_> }

render_components! { StepByStep }
