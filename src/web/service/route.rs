//! Which page an address is.

use crate::journey::{Journey, Kind};

/// A page of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Route {
    Start,
    /// A file, below `assets/`.
    Asset,
    Step(usize),
    /// A thing on a list, from 1.
    Item(usize, usize),
    Remove(usize, usize),
    Tasks,
    CheckAnswers,
    Confirmation,
    Save,
    Return,
    Keep,
    StartAgain,
    /// Leaves the service on a computer that others use.
    Leave,
    /// Asks which answers count: those of this browser, or those of the person who has signed in.
    ChooseAnswers,
    Cookies,
    Feedback,
    /// A page of the application.
    Own(usize),
    NotFound,
}

impl Route {
    /// Whether it is a page that anybody may look for: those of the journey are found by starting it.
    pub(super) fn is_for_search_engines(self) -> bool {
        matches!(self, Self::Start | Self::Cookies | Self::Own(_))
    }
}

/// The page at a path below that of the service.
pub(super) fn route<A: 'static>(journey: &Journey<A>, own: &[&'static str], path: &str) -> Route {
    let path = path.strip_prefix('/').unwrap_or(path);
    if path.starts_with("assets/") {
        return Route::Asset;
    }
    let mut parts = path.split('/');
    let (first, second, third, rest) = (parts.next().unwrap_or_default(), parts.next(), parts.next(), parts.next());
    if rest.is_some() {
        return Route::NotFound;
    }
    let step = journey.steps.iter().position(|step| step.slug == first);
    if let Some(step) = step {
        let is_list = matches!(journey.steps[step].kind, Kind::List(..));
        let number = second.and_then(|number| number.parse::<usize>().ok()).filter(|number| *number > 0);
        return match (second, number, third) {
            (None, ..) => Route::Step(step),
            (_, Some(number), None) if is_list => Route::Item(step, number),
            (_, Some(number), Some("remove")) if is_list => Route::Remove(step, number),
            _ => Route::NotFound,
        };
    }
    if second.is_some() {
        return Route::NotFound;
    }
    match first {
        "" => Route::Start,
        "tasks" if journey.has_tasks => Route::Tasks,
        "check-answers" if journey.submit.is_some() => Route::CheckAnswers,
        "confirmation" if journey.submit.is_some() => Route::Confirmation,
        "save" => Route::Save,
        "return" => Route::Return,
        "keep" => Route::Keep,
        "start-again" => Route::StartAgain,
        "leave" => Route::Leave,
        "choose-answers" => Route::ChooseAnswers,
        "cookies" => Route::Cookies,
        "feedback" => Route::Feedback,
        _ => own.iter().position(|slug| *slug == first).map_or(Route::NotFound, Route::Own),
    }
}
