//! [`Walk`]: how far somebody is, derived from the journey and the answers.

use super::definition::{Journey, Kind};
use super::steps::Asks;
use crate::form::Question;
use crate::patterns::SectionComplete;

/// How a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StepState {
    /// It does not apply.
    Skipped,
    /// It is not answered.
    Open,
    /// It is answered, or has nothing to answer.
    Done,
    /// It ends the journey here.
    Stopping,
}

/// A page of a journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Start,
    Tasks,
    Step(usize),
    CheckAnswers,
}

/// The state of every step with some answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Walk {
    states: Vec<StepState>,
    sections: Vec<Option<&'static str>>,
    has_tasks: bool,
}

impl<A: 'static> Journey<A> {
    /// Goes through the steps in order. Answers that do not count are taken out, so that no later condition sees them.
    pub(crate) fn walk(&self, answers: &mut A) -> Walk {
        let mut states = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let applies = step.when.as_ref().is_none_or(|when| when(answers));
            let state = match &step.kind {
                _ if !applies => {
                    if let Some(asks) = step.asks() {
                        asks.clear(answers);
                    }
                    StepState::Skipped
                }
                Kind::Stop => StepState::Stopping,
                Kind::Question(asks) if asks.count(answers) == 0 || is_incomplete(&**asks, answers) => StepState::Open,
                Kind::Question(_) | Kind::Page => StepState::Done,
                Kind::List(asks, limits) if limits.contains(&asks.count(answers)) => StepState::Done,
                Kind::List(..) => StepState::Open,
            };
            states.push(state);
        }
        let sections = self.steps.iter().map(|step| step.section).collect();
        Walk { states, sections, has_tasks: self.has_tasks }
    }
}

/// Whether somebody has answered that the section is not complete yet.
pub(crate) fn is_incomplete<A>(asks: &dyn Asks<A>, answers: &mut A) -> bool {
    asks.name() == SectionComplete::NAME
        && asks.count(answers) > 0
        && asks.form(answers, 0).data.get("is_complete") == Some("no")
}

impl Walk {
    pub(crate) fn state(&self, at: usize) -> StepState {
        self.states.get(at).copied().unwrap_or(StepState::Skipped)
    }

    /// Whether two steps are on one way: all are, unless sections can be done in any order.
    fn together(&self, at: usize, other: usize) -> bool {
        !self.has_tasks || self.sections.get(at) == self.sections.get(other)
    }

    fn blocks(&self, at: usize) -> bool {
        matches!(self.state(at), StepState::Open | StepState::Stopping)
    }

    /// The first step that has to come before a step: one that is not answered, or that ends the journey. A journey that ends in one section ends
    /// in all of them.
    pub(crate) fn blocked_by(&self, at: usize) -> Option<usize> {
        (0..at.min(self.states.len()))
            .find(|&other| self.state(other) == StepState::Stopping || self.blocks(other) && self.together(at, other))
    }

    /// Whether a page of a step can be shown.
    pub(crate) fn can_reach(&self, at: usize) -> bool {
        self.state(at) != StepState::Skipped && self.blocked_by(at).is_none()
    }

    /// The first step that keeps the answers from being sent.
    pub(crate) fn first_open(&self) -> Option<usize> {
        (0..self.states.len()).find(|&at| self.blocks(at))
    }

    /// The page after a step: one that can be shown.
    pub(crate) fn after(&self, at: usize) -> Place {
        let next = (at + 1..self.states.len())
            .find(|&other| self.state(other) != StepState::Skipped && self.together(at, other));
        match next {
            // What was answered later can have opened a step before it.
            Some(next) => Place::Step(self.blocked_by(next).unwrap_or(next)),
            None if self.has_tasks => Place::Tasks,
            None => self.after_change(),
        }
    }

    /// The page after a change: what it has opened, or the check.
    pub(crate) fn after_change(&self) -> Place {
        self.first_open().map_or(Place::CheckAnswers, Place::Step)
    }

    /// The page before a step.
    pub(crate) fn before(&self, at: usize) -> Place {
        let previous = (0..at.min(self.states.len())).rev().find(|&other| {
            self.state(other) != StepState::Stopping && self.can_reach(other) && self.together(at, other)
        });
        match previous {
            Some(previous) => Place::Step(previous),
            None if self.has_tasks => Place::Tasks,
            None => Place::Start,
        }
    }

    /// The page before the check.
    pub(crate) fn before_check(&self) -> Place {
        if self.has_tasks { Place::Tasks } else { self.before(self.states.len()) }
    }

    /// Where somebody goes on who comes back.
    pub(crate) fn go_on(&self) -> Place {
        if self.has_tasks { Place::Tasks } else { self.after_change() }
    }

    /// The first page.
    pub(crate) fn first(&self) -> Place {
        let first = (0..self.states.len()).find(|&at| self.can_reach(at));
        first.map_or(Place::CheckAnswers, Place::Step)
    }

    /// The states as bytes: the same if the same steps apply and are answered.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        self.states.iter().map(|state| *state as u8).collect()
    }

    /// The states of the steps of a section.
    pub(crate) fn section(&self, section: Option<&'static str>) -> impl Iterator<Item = (usize, StepState)> {
        self.states
            .iter()
            .copied()
            .enumerate()
            .filter(move |(at, state)| self.sections.get(*at) == Some(&section) && *state != StepState::Skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use StepState::{Done, Open, Skipped, Stopping};

    fn walk(states: &[StepState]) -> Walk {
        Walk { states: states.to_vec(), sections: vec![None; states.len()], has_tasks: false }
    }

    #[test]
    fn nothing_can_be_skipped() {
        let walk = walk(&[Done, Skipped, Open, Open]);
        assert!(walk.can_reach(0) && walk.can_reach(2));
        assert!(!walk.can_reach(1) && !walk.can_reach(3));
        assert_eq!(walk.blocked_by(3), Some(2));
        assert_eq!(walk.after(0), Place::Step(2));
        assert_eq!(walk.before(2), Place::Step(0));
        assert_eq!(walk.before(0), Place::Start);
    }

    #[test]
    fn a_change_returns_to_the_check_unless_it_opens_a_question() {
        assert_eq!(walk(&[Done, Done, Done]).after_change(), Place::CheckAnswers);
        assert_eq!(walk(&[Done, Done, Open]).after_change(), Place::Step(2));
        assert_eq!(walk(&[Done, Stopping, Done]).after_change(), Place::Step(1));
        assert_eq!(walk(&[Done, Done]).after(1), Place::CheckAnswers);
    }

    #[test]
    fn the_next_page_is_one_that_can_be_shown() {
        // The answer to the last step has opened the first, or the second of three.
        assert_eq!(walk(&[Open, Done]).after(1), Place::Step(0));
        assert_eq!(walk(&[Done, Open, Done, Done]).after(2), Place::Step(1));
        assert_eq!(walk(&[Done, Open, Done]).before_check(), Place::Step(1));
        assert_eq!(walk(&[Done, Stopping, Done]).before_check(), Place::Step(0));
    }

    #[test]
    fn a_stop_is_a_wall() {
        let walk = walk(&[Done, Stopping, Done]);
        assert!(walk.can_reach(1) && !walk.can_reach(2));
        assert_eq!(walk.first_open(), Some(1));
        assert_eq!(walk.before(1), Place::Step(0));
    }

    #[test]
    fn sections_of_a_task_list_do_not_wait_for_each_other() {
        let walk = Walk {
            states: vec![Open, Open, Done, Open],
            sections: vec![Some("a"), Some("a"), Some("b"), Some("b")],
            has_tasks: true,
        };
        assert!(walk.can_reach(0) && walk.can_reach(2) && walk.can_reach(3));
        assert!(!walk.can_reach(1));
        assert_eq!(walk.after(1), Place::Tasks);
        assert_eq!(walk.after(2), Place::Step(3));
        assert_eq!(walk.before(2), Place::Tasks);
        assert_eq!(walk.section(Some("b")).collect::<Vec<_>>(), [(2, Done), (3, Open)]);
    }
}
