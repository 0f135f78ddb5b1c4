//! Which page an address is.

use crate::journey::{ItemId, Journey, Kind};

/// A page of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Route {
    Start,
    /// A file, below `assets/`.
    Asset,
    Step(usize),
    /// A thing on a list.
    Item(usize, ItemId),
    Remove(usize, ItemId),
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

/// The page at a path below that of the service. Each page has one spelling: what is kept belongs to a page, and would otherwise belong to several.
pub(super) fn route<A: 'static>(journey: &Journey<A>, own: &[&'static str], path: &str) -> Route {
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
        let item = second.filter(|_| is_list).and_then(ItemId::parse);
        return match (second, item, third) {
            (None, ..) => Route::Step(step),
            (_, Some(item), None) => Route::Item(step, item),
            (_, Some(item), Some("remove")) => Route::Remove(step, item),
            _ => Route::NotFound,
        };
    }
    if second.is_some() {
        return Route::NotFound;
    }
    match first {
        "" => Route::Start,
        "tasks" if journey.has_tasks => Route::Tasks,
        "check-answers" => Route::CheckAnswers,
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

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};
    use validator::Validate;

    use super::*;
    use crate::form::Question;
    use crate::journey::Receipt;
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
    fn each_page_has_one_address() {
        let journey = Journey::new("pets")
            .question(|a: &mut Answers| &mut a.name)
            .add_another(|a| &mut a.pets, 1..=3)
            .submit(|_| async { Ok(Receipt::new("P-1")) });
        let route = |path| route(&journey, &["privacy"], path);
        let id = ItemId::parse("0123456789").unwrap();
        for (path, expected) in [
            ("", Route::Start),
            ("name", Route::Step(0)),
            ("pet", Route::Step(1)),
            ("pet/0123456789", Route::Item(1, id)),
            ("pet/0123456789/remove", Route::Remove(1, id)),
            ("check-answers", Route::CheckAnswers),
            ("privacy", Route::Own(0)),
        ] {
            assert_eq!(route(path), expected, "{path}");
        }
        for path in [
            "/name",
            "//name",
            "name/",
            "Name",
            "n%61me",
            "name/0123456789",
            "pet/",
            "pet/1",
            "pet/01",
            "pet/+1",
            "pet/-1",
            "pet/1.0",
            "pet/ 1",
            "pet/%31",
            "pet/0123456789/",
            "pet/0123456789/remove/",
            "pet/012345678A",
            "pet/0123456789/other",
            "pet/01234567890",
            "pet//remove",
            "pet/new",
            "check-answers/",
            "privacy/x",
        ] {
            assert_eq!(route(path), Route::NotFound, "{path}");
        }
    }
}
