//! Things on lists in two tabs: nothing is removed that nobody wanted to remove, and nothing overwrites anything else.

use super::{Page, Resident, over_every_server, vehicle, walk, walk_to_the_check};

fn car(registration: &str) -> [(&'static str, &str); 2] {
    [("registration", registration), ("fuel", "electric")]
}

/// Somebody with three vehicles, and the addresses at which each is changed.
fn with_three(resident: &mut Resident<'_>) -> [String; 3] {
    walk(resident);
    for registration in ["CD52 CDE", "EF53 EFG"] {
        resident.answer("/vehicle", &[("another", "yes")]);
        resident.answer("", &car(registration));
    }
    [0, 1, 2].map(|at| vehicle(resident, at))
}

fn registrations(resident: &mut Resident<'_>) -> Vec<String> {
    let answers = resident.get("/vehicle").answers();
    answers.into_iter().filter(|(key, _)| key == "Registration number").map(|(_, value)| value).collect()
}

fn says_that_it_is_gone(page: &Page, status: u16) {
    assert_eq!((page.status, page.heading().as_str()), (status, "This is not on your list"));
    assert!(page.main().contains("It may have been removed"));
    assert!(page.html.contains("href=\"/vehicle\"") && page.main().contains("Go to your list"), "{}", page.main());
    assert_eq!(page.header("cache-control"), Some("no-store"));
}

#[test]
fn removing_one_twice_removes_one() {
    over_every_server(|server| {
        let mut resident = server.resident();
        let [first, second, third] = with_three(&mut resident);
        let remove = format!("{first}/remove");
        // Two tabs have the same question open.
        let mut other = resident.clone();
        assert_eq!(other.get(&remove).status, 200);
        assert_eq!(resident.send(&remove, &[("another", "yes")]).location(), "/vehicle");
        says_that_it_is_gone(&other.send(&remove, &[("another", "yes")]), 410);
        assert_eq!(registrations(&mut resident), ["CD52 CDE", "EF53 EFG"]);
        for path in [&first, &remove] {
            says_that_it_is_gone(&other.get(path), 410);
        }
        // A page about it that was open does not bring it back, nor overwrite another.
        says_that_it_is_gone(&other.send(&first, &car("ZZ99 ZZZ")), 410);
        says_that_it_is_gone(&other.send(&format!("{first}?new"), &car("ZZ99 ZZZ")), 410);
        assert_eq!(registrations(&mut resident), ["CD52 CDE", "EF53 EFG"]);
        // The others have the addresses that they had.
        assert_eq!(resident.get(&second).value("registration").as_deref(), Some("CD52 CDE"));
        assert_eq!(resident.get(&third).value("registration").as_deref(), Some("EF53 EFG"));
        assert_eq!(resident.send(&third, &car("GH54 GHI")).location(), "/vehicle");
        assert_eq!(registrations(&mut resident), ["CD52 CDE", "GH54 GHI"]);

        // At the same moment, too.
        let remove = format!("{second}/remove");
        std::thread::scope(|scope| {
            for _ in 0..6 {
                let (mut tab, remove) = (resident.clone(), &remove);
                scope.spawn(move || tab.send(remove, &[("another", "yes")]));
            }
        });
        assert_eq!(registrations(&mut resident), ["GH54 GHI"]);
    });
}

#[test]
fn adding_one_twice_adds_one_and_two_tabs_add_two() {
    over_every_server(|server| {
        let mut resident = server.resident();
        walk(&mut resident);
        let add = resident.send("/vehicle", &[("another", "yes")]).location().to_owned();
        let mut other = resident.clone();
        let another = other.send("/vehicle", &[("another", "yes")]).location().to_owned();
        assert!(add != another && add.ends_with("?new"), "{add} {another}");
        let (page, other_page) = (resident.get(&add), other.get(&another));
        assert_eq!((page.back().as_str(), page.value("registration")), ("/vehicle", None));
        assert_eq!(other_page.value("registration"), None);
        std::thread::scope(|scope| {
            for _ in 0..6 {
                let (mut tab, add) = (resident.clone(), &add);
                scope.spawn(move || tab.send(add, &car("CD52 CDE")));
            }
        });
        assert_eq!(other.send(&another, &car("EF53 EFG")).location(), "/vehicle");
        assert_eq!(registrations(&mut resident), ["AB51 ABC", "CD52 CDE", "EF53 EFG"]);
        // Back to the page on which it was added: it is filled in, and changes what was added.
        let page = resident.get(&add);
        assert_eq!((page.status, format!("{}?new", page.location())), (303, add.clone()));
        assert_eq!(resident.get(page.location()).value("registration").as_deref(), Some("CD52 CDE"));
        assert_eq!(resident.send(&add, &car("GH54 GHI")).location(), "/vehicle");
        assert_eq!(registrations(&mut resident), ["AB51 ABC", "GH54 GHI", "EF53 EFG"]);
    });
}

#[test]
fn a_list_that_is_full_takes_no_more_and_loses_nothing_that_was_typed() {
    over_every_server(|server| {
        let mut resident = server.resident();
        walk(&mut resident);
        // A tab that was opened when there was room.
        let late = resident.send("/vehicle", &[("another", "yes")]).location().to_owned();
        for registration in ["CD52 CDE", "EF53 EFG"] {
            resident.answer("/vehicle", &[("another", "yes")]);
            resident.answer("", &car(registration));
        }
        let page = resident.get(&late);
        assert_eq!((page.status, page.heading().as_str()), (409, "You cannot add any more"));
        assert!(page.html.contains("href=\"/vehicle\""));
        let page = resident.send("/vehicle", &[("another", "yes")]);
        assert_eq!((page.status, page.heading().as_str()), (409, "You cannot add any more"));
        let page = resident.send(&late, &car("GH54 GHI"));
        assert_eq!((page.status, page.value("registration").as_deref()), (409, Some("GH54 GHI")));
        assert!(page.main().contains("Your list is full"), "{}", page.main());
        assert_eq!(registrations(&mut resident), ["AB51 ABC", "CD52 CDE", "EF53 EFG"]);
        // With room it is taken.
        let first = vehicle(&mut resident, 0);
        resident.send(&format!("{first}/remove"), &[("another", "yes")]);
        assert_eq!(resident.send(&late, &car("GH54 GHI")).location(), "/vehicle");
        assert_eq!(registrations(&mut resident), ["CD52 CDE", "EF53 EFG", "GH54 GHI"]);
    });
}

#[test]
fn what_was_half_typed_belongs_to_its_thing() {
    over_every_server(|server| {
        let mut resident = server.resident();
        let [first, second, third] = with_three(&mut resident);
        let half = |registration| [("registration", registration), ("fuel", ""), ("townhall-save", "yes")];
        assert_eq!(resident.answer(&first, &half("FIRST")).heading(), "Your answers are saved");
        assert_eq!(resident.answer(&second, &half("SECOND")).heading(), "Your answers are saved");
        assert_eq!(resident.get(&first).value("registration").as_deref(), Some("FIRST"));
        resident.send(&format!("{first}/remove"), &[("another", "yes")]);
        assert_eq!(resident.get(&second).value("registration").as_deref(), Some("SECOND"));
        assert_eq!(resident.get(&third).value("registration").as_deref(), Some("EF53 EFG"));

        // One that is not on the list yet is found again where another is added.
        let add = resident.send("/vehicle", &[("another", "yes")]).location().to_owned();
        assert_eq!(resident.get(&add).value("registration"), None);
        resident.answer(&add, &half("FOURTH"));
        assert_eq!(resident.send("/vehicle", &[("another", "yes")]).location(), add);
        assert_eq!(resident.get(&add).value("registration").as_deref(), Some("FOURTH"));
        assert_eq!(resident.send(&add, &car("GH54 GHI")).location(), "/vehicle");
        assert_eq!(registrations(&mut resident), ["CD52 CDE", "EF53 EFG", "GH54 GHI"]);
    });
}

#[test]
fn the_page_that_removes_says_what() {
    over_every_server(|server| {
        let mut resident = server.resident();
        let [first, second, _] = with_three(&mut resident);
        for (path, question, registration) in [
            (&first, "Do you want to remove vehicle 1, AB51 ABC?", "AB51 ABC"),
            (&second, "Do you want to remove vehicle 2, CD52 CDE?", "CD52 CDE"),
        ] {
            let page = resident.get(&format!("{path}/remove"));
            assert_eq!((page.status, page.heading().as_str()), (200, question));
            assert_eq!(page.answers()[0], ("Registration number".to_owned(), registration.to_owned()));
            let wrong = resident.send(&format!("{path}/remove"), &[]);
            assert_eq!(wrong.errors(), ["Select yes if you want to remove it"]);
            assert_eq!(wrong.answers()[0].1, registration);
        }
        // It follows the thing, not its place.
        resident.send(&format!("{first}/remove"), &[("another", "yes")]);
        let page = resident.get(&format!("{second}/remove"));
        assert_eq!(page.heading(), "Do you want to remove vehicle 1, CD52 CDE?");
        for (language, question, gone) in [
            ("cy", "Ydych chi am ddileu cerbyd 1, CD52 CDE?", "Nid yw hwn ar eich rhestr"),
            ("ur", "کیا آپ گاڑی 1، CD52 CDE ہٹانا چاہتے ہیں؟", "یہ آپ کی فہرست میں نہیں ہے"),
        ] {
            let page = resident.get(&format!("{second}/remove?language={language}"));
            // Whatever keeps the direction of what was typed apart cannot be seen.
            let heading = page.heading().replace(['\u{2068}', '\u{2069}'], "");
            assert_eq!((page.language().as_str(), heading.as_str()), (language, question));
            assert_eq!(resident.get(&first).heading(), gone);
        }
    });
}

#[test]
fn an_address_has_one_spelling() {
    over_every_server(|server| {
        let mut resident = server.resident();
        let [first, ..] = with_three(&mut resident);
        let id = first.strip_prefix("/vehicle/").unwrap().to_owned();
        for path in [
            "/vehicle/1",
            "/vehicle/01",
            "/vehicle/+1",
            "/vehicle/0",
            "/vehicle/-1",
            "/vehicle/x",
            "/vehicle/1/remove",
            "/vehicle/new",
            "//home",
            "/home/1",
            &format!("/vehicle//{id}"),
            &format!("/vehicle/{}", id.to_uppercase().replace(|c: char| c.is_ascii_digit(), "A")),
            &format!("/vehicle/{id}x"),
            &format!("/vehicle/{id}/remove/x"),
            &format!("/vehicle/{id}/other"),
            &format!("/home/{id}"),
        ] {
            assert_eq!(resident.get(path).status, 404, "{path}");
            assert_eq!(resident.send(path, &car("ZZ99 ZZZ")).status, 404, "{path}");
        }
        // One that nothing ever had.
        says_that_it_is_gone(&resident.get("/vehicle/0123456789"), 404);
        says_that_it_is_gone(&resident.send("/vehicle/0123456789", &car("ZZ99 ZZZ")), 404);
        says_that_it_is_gone(&resident.get("/vehicle/0123456789/remove"), 404);
        assert_eq!(registrations(&mut resident), ["AB51 ABC", "CD52 CDE", "EF53 EFG"]);
    });
}

#[test]
fn a_change_of_a_thing_goes_back_where_it_came_from() {
    over_every_server(|server| {
        let mut resident = server.resident();
        let check = walk_to_the_check(&mut resident);
        let first = vehicle(&mut resident, 0);
        // From the check, and back to it.
        assert!(check.html.contains(&format!("href=\"{first}?change#registration\"")));
        assert_eq!(resident.get(&format!("{first}?change")).back(), "/check-answers");
        assert_eq!(resident.send(&format!("{first}?change"), &car("CD52 CDE")).location(), "/check-answers");
        // From the list, as part of a change, and back to it.
        let list = resident.get("/vehicle?change");
        let link = format!("{first}?change=vehicle");
        assert!(list.html.contains(&format!("href=\"{link}\"")), "{}", list.html);
        assert_eq!(resident.get(&link).back(), "/vehicle?change");
        assert_eq!(resident.send(&link, &car("EF53 EFG")).location(), "/vehicle?change");
        let add = resident.send("/vehicle?change", &[("another", "yes")]).location().to_owned();
        assert!(add.ends_with("?new&change=vehicle"), "{add}");
        assert_eq!(resident.get(&add).back(), "/vehicle?change");
        assert_eq!(resident.send(&add, &car("GH54 GHI")).location(), "/vehicle?change");
        let second = vehicle(&mut resident, 1);
        let remove = format!("{second}/remove?change");
        assert!(resident.get("/vehicle?change").html.contains(&format!("href=\"{remove}\"")));
        assert_eq!(resident.get(&remove).back(), "/vehicle?change");
        assert_eq!(resident.send(&remove, &[("another", "yes")]).location(), "/vehicle?change");
        assert_eq!(resident.send("/vehicle?change", &[("another", "no")]).location(), "/check-answers");
        // None is left, and there must be one: the way back to the check is not lost.
        let new = resident.send(&format!("{first}/remove?change"), &[("another", "yes")]).location().to_owned();
        assert!(new.starts_with("/vehicle/") && new.ends_with("?new&change"), "{new}");
        let page = resident.get(&new);
        assert_eq!((page.status, page.back().as_str()), (200, "/check-answers"));
        let check = resident.get("/check-answers");
        assert_eq!((check.status, check.html.contains("townhall-shown")), (200, false));
        assert!(check.main().contains("Some answers are missing."), "{}", check.main());
        assert_eq!(resident.send(&new, &car("AB51 ABC")).location(), "/vehicle?change");
        assert_eq!(resident.get("/check-answers").reference(), "");
    });
}
