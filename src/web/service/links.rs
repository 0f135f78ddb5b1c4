//! Where links lead: to a page that shows itself, with the way that a change has come.

use percent_encoding::percent_decode_str;

use super::Service;
use super::pages::State;
use super::visit::Visit;
use crate::form::Uploads;
use crate::journey::{Answers, ItemId, Journey, Kind, Place};

/// The part of an address that says that a page was reached from the check, and over which pages.
const CHANGE: &str = "change";
/// The part of an address that says that a thing is not on its list yet.
const NEW: &str = "new";

/// A page of a step: its question, its list, or a thing on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StepPage {
    pub(super) at: usize,
    pub(super) item: Option<ItemId>,
}

impl StepPage {
    /// The page of a step itself.
    pub(super) const fn of(at: usize) -> Self {
        Self { at, item: None }
    }

    /// The page of a thing on the list of a step.
    pub(super) const fn item(at: usize, item: ItemId) -> Self {
        Self { at, item: Some(item) }
    }

    /// Its path below the service, which is also the name of what was typed there and is not right yet.
    pub(super) fn path<A: 'static>(self, journey: &Journey<A>) -> String {
        let slug = journey.steps.get(self.at).map_or("", |step| step.slug);
        match self.item {
            Some(item) => format!("{slug}/{item}"),
            None => slug.to_owned(),
        }
    }

    pub(super) fn parse<A: 'static>(text: &str, journey: &Journey<A>) -> Option<Self> {
        let (slug, item) = text.split_once('/').map_or((text, None), |(slug, item)| (slug, Some(item)));
        let at = journey.steps.iter().position(|step| step.slug == slug)?;
        match (item, &journey.steps.get(at)?.kind) {
            (None, Kind::Question(_) | Kind::List(..)) => Some(Self::of(at)),
            (Some(item), Kind::List(..)) => Some(Self::item(at, ItemId::parse(item)?)),
            _ => None,
        }
    }
}

/// A change that began on the page that checks answers, and the pages through which it has come: each has opened the next. It stands in the address,
/// `?change=home,vehicle/01ab23cd45`, and nowhere else, so that two tabs do not disturb each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Change {
    way: Vec<StepPage>,
}

impl Change {
    /// The change that an address is part of. What is no page of the journey is left out.
    pub(super) fn parse<A: 'static>(query: &str, journey: &Journey<A>) -> Option<Self> {
        let way = query.split('&').find_map(|pair| {
            let value = pair.strip_prefix(CHANGE)?;
            if value.is_empty() { Some(value) } else { value.strip_prefix('=') }
        })?;
        let way = percent_decode_str(way).decode_utf8_lossy();
        let mut change = Self::default();
        for page in way.split(',').filter_map(|page| StepPage::parse(page, journey)) {
            change.push(page);
        }
        Some(change)
    }

    /// More pages than a change leads through.
    const LONGEST: usize = 50;

    /// The way goes on over a page. A page at which it was before shortens it.
    fn push(&mut self, page: StepPage) {
        let known = self.way.iter().position(|known| *known == page).unwrap_or(self.way.len());
        self.way.truncate(known.min(Self::LONGEST));
        self.way.push(page);
    }

    fn over(&self, page: StepPage) -> Self {
        let mut change = self.clone();
        change.push(page);
        change
    }

    /// The way up to a page on it.
    fn up_to(&self, count: usize) -> Self {
        Self { way: self.way.get(..count).unwrap_or_default().to_vec() }
    }

    /// The way of a list from which a thing on it was opened, if it was.
    fn before_list(&self, list: usize) -> Option<Self> {
        let before = self.way.len().checked_sub(1)?;
        (self.way.last() == Some(&StepPage::of(list))).then(|| self.up_to(before))
    }

    fn query<A: 'static>(&self, journey: &Journey<A>) -> String {
        if self.way.is_empty() {
            return CHANGE.to_owned();
        }
        let pages: Vec<String> = self.way.iter().map(|page| page.path(journey)).collect();
        format!("{CHANGE}={}", pages.join(","))
    }
}

/// Whether an address is that of a thing that is not on its list yet.
pub(super) fn is_new(query: &str) -> bool {
    query.split('&').any(|pair| pair == NEW)
}

impl<A, U> Visit<'_, A, U>
where
    A: Answers,
    U: Uploads,
{
    /// The address of a path of the service, as part of a change.
    pub(super) fn link(&self, path: &str, is_new: bool, change: Option<&Change>) -> String {
        let change = change.map(|change| change.query(&self.service.journey));
        let query: Vec<&str> = is_new.then_some(NEW).into_iter().chain(change.as_deref()).collect();
        let address = self.service.address(path);
        if query.is_empty() { address } else { format!("{address}?{}", query.join("&")) }
    }

    /// The address of this page, as it was asked for, without the language.
    pub(super) fn own_address(&self) -> String {
        self.link(self.slug, self.is_new, self.change.as_ref())
    }

    /// The address of a page of a step.
    pub(super) fn step_link(&self, page: StepPage, change: Option<&Change>) -> String {
        self.link(&page.path(&self.service.journey), false, change)
    }

    /// The address of a list, from a page of it, as part of the same change.
    pub(super) fn list_link(&self, at: usize, state: &State<A>) -> String {
        let from_list = self.change.as_ref().and_then(|change| change.before_list(at));
        self.open_link(at, state, from_list.as_ref().or(self.change.as_ref()))
    }

    /// The address of a step: of its page, or of the first thing for a list that has none and needs one.
    pub(super) fn open_link(&self, at: usize, state: &State<A>, change: Option<&Change>) -> String {
        if self.service.is_list_page(at, state) {
            self.step_link(StepPage::of(at), change)
        } else {
            self.new_link(at, state, change)
        }
    }

    /// The address of a thing that is not on a list yet. It has its id before there is anything to keep: sent twice, it is one thing.
    pub(super) fn new_link(&self, at: usize, state: &State<A>, change: Option<&Change>) -> String {
        let page = StepPage::item(at, state.unfinished(at).unwrap_or_else(ItemId::new));
        self.link(&page.path(&self.service.journey), true, change)
    }

    /// The address of another thing, from its list.
    pub(super) fn another_link(&self, at: usize, state: &State<A>) -> String {
        self.new_link(at, state, self.change_over_list(at, state).as_ref())
    }

    /// The address at which a thing is changed, from its list.
    pub(super) fn item_link(&self, at: usize, item: ItemId, state: &State<A>) -> String {
        self.step_link(StepPage::item(at, item), self.change_over_list(at, state).as_ref())
    }

    /// The change that leads from a list to one of its things.
    fn change_over_list(&self, at: usize, state: &State<A>) -> Option<Change> {
        let change = self.change.as_ref()?;
        Some(if self.service.is_list_page(at, state) { change.over(StepPage::of(at)) } else { change.clone() })
    }

    /// The address at which a thing is removed, from its list.
    pub(super) fn remove_link(&self, at: usize, item: ItemId) -> String {
        let path = StepPage::item(at, item).path(&self.service.journey);
        self.link(&format!("{path}/remove"), false, self.change.as_ref())
    }

    /// The address of a place in the journey.
    pub(super) fn place(&self, place: Place, state: &State<A>) -> String {
        match place {
            Place::Start => self.service.address(""),
            Place::Tasks => self.service.address("tasks"),
            Place::Step(at) => self.open_link(at, state, None),
            Place::CheckAnswers => self.service.address("check-answers"),
        }
    }

    /// The page after one that was answered. What a change has opened is asked first, and knows what has opened it.
    pub(super) fn next(&self, page: StepPage, state: &State<A>) -> String {
        let Some(change) = &self.change else { return self.place(state.walk.after(page.at), state) };
        match state.walk.after_change() {
            Place::Step(open) if open == page.at => self.open_link(open, state, Some(change)),
            Place::Step(open) => self.open_link(open, state, Some(&change.over(page))),
            place => self.place(place, state),
        }
    }

    /// Whether somebody who changes a thing came to it from its list.
    pub(super) fn is_from_list(&self, at: usize) -> bool {
        self.change.as_ref().is_none_or(|change| change.before_list(at).is_some())
    }

    /// The page before one: after a change that has opened it, what has opened it. The first page has none if there is no start page.
    pub(super) fn back_link(&self, page: StepPage, state: &State<A>) -> Option<String> {
        if let Some(change) = &self.change {
            for (at, before) in change.way.iter().enumerate().rev() {
                if *before != page && self.service.shows_itself(*before, state) {
                    return Some(self.step_link(*before, Some(&change.up_to(at))));
                }
            }
            if state.can_check() {
                return Some(self.place(Place::CheckAnswers, state));
            }
        }
        if page.item.is_some() && self.service.is_list_page(page.at, state) {
            return Some(self.step_link(StepPage::of(page.at), None));
        }
        match state.walk.before(page.at) {
            Place::Start if !self.frame().is_some_and(|frame| frame.has_start) => None,
            place => Some(self.place(place, state)),
        }
    }
}

impl<A, U> Service<A, U>
where
    A: Answers,
    U: Uploads,
{
    /// Whether a step has a page of its own: a list that has nothing and needs something begins with the first thing.
    pub(super) fn is_list_page(&self, at: usize, state: &State<A>) -> bool {
        match self.journey.steps.get(at).map(|step| &step.kind) {
            Some(Kind::List(_, limits)) => *limits.start() == 0 || !state.items(at).is_empty(),
            _ => true,
        }
    }

    /// Whether a page of a step is there, and can be reached.
    fn shows_itself(&self, page: StepPage, state: &State<A>) -> bool {
        let is_there = match page.item {
            Some(item) => state.items(page.at).contains(&item),
            None => self.is_list_page(page.at, state),
        };
        is_there && state.walk.can_reach(page.at)
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};
    use validator::Validate;

    use super::*;
    use crate::form::Question;
    use crate::values::FullName;

    #[derive(Default, Serialize, Deserialize)]
    struct Answers {
        name: Option<Name>,
        pets: Vec<Pet>,
    }
    #[derive(Serialize, Deserialize, Validate)]
    struct Name {
        name: FullName,
    }
    #[derive(Serialize, Deserialize, Validate)]
    struct Pet {
        name: FullName,
    }
    impl Question for Name {
        const NAME: &'static str = "name";
    }
    impl Question for Pet {
        const NAME: &'static str = "pet";
    }

    #[test]
    fn the_way_of_a_change_is_read_as_it_was_written() {
        let journey = Journey::new("pets").question(|a: &mut Answers| &mut a.name).add_another(|a| &mut a.pets, 1..=3);
        let read = |query: &str| Change::parse(query, &journey).map(|change| change.query(&journey));
        for (query, expected) in [
            ("", None),
            ("changed", None),
            ("language=cy", None),
            ("change", Some("change")),
            ("change=", Some("change")),
            ("language=cy&change", Some("change")),
            ("new&change=name", Some("change=name")),
            ("change=name,pet/0123456789", Some("change=name,pet/0123456789")),
            ("change=name%2Cpet%2F0123456789", Some("change=name,pet/0123456789")),
            // What is no page of the journey, and what turns round.
            ("change=other,name,pet/1,name/0123456789,//evil.example", Some("change=name")),
            ("change=name,pet,name", Some("change=name")),
            ("change=%0d%0aSet-Cookie:x", Some("change")),
        ] {
            assert_eq!(read(query).as_deref(), expected, "{query}");
        }
    }
}
