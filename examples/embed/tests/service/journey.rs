//! Walks through the service: every branch, back, change and return, lists, languages, sending.

use super::faults::applications;
use super::{ANSWERS, Resident, over_every_server, vehicle, walk, walk_to_the_check};

#[test]
fn a_whole_journey_ends_with_one_reference() {
    over_every_server(|server| {
        let mut resident = server.resident();
        let start = resident.get("/");
        assert_eq!((start.status, start.heading().as_str()), (200, "Apply for a resident parking permit"));
        assert!(start.html.contains("href=\"/home\""));
        let check = walk_to_the_check(&mut resident);
        assert_eq!(check.heading(), "Check your answers before you apply");
        let answers = [
            ("Postcode", "NB1 4AB"),
            ("Pays Council Tax", "Yes"),
            ("Council Tax account number", "7001234567"),
            ("Full name", "Siân \"D’Arcy\" <b>&"),
            ("Date of birth", "27 September 1984"),
            ("Address", "1 High StreetNorthbridgeNB1 4AB"),
            ("How to contact you", "Phone"),
            ("Phone number", "07700 900 982"),
            ("Vehicle", "You have added 1 vehicle"),
            ("Registration number", "AB51 ABC"),
            ("Fuel", "Petrol or hybrid"),
            ("CO2 emissions (g/km)", "120"),
            ("Length of the permit", "6 months"),
        ];
        assert_eq!(check.answers(), answers.map(|(key, value)| (key.to_owned(), value.to_owned())));
        let confirmation = resident.answer("/check-answers", &[]);
        assert_eq!(confirmation.heading(), "Application complete");
        assert_eq!(confirmation.reference(), "NB-000001");
        // It is there again, from a bookmark, in another language.
        assert_eq!(resident.get("/confirmation?language=cy").heading(), "Cais wedi’i gwblhau");

        let mut next = server.resident();
        walk_to_the_check(&mut next);
        assert_eq!(next.answer("/check-answers", &[]).reference(), "NB-000002");

        // The office has both, as the schema says.
        // What `parking_permit --schema` prints.
        let schema = serde_json::to_value(schemars::schema_for!(parking_permit::Permit)).unwrap();
        let schema = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        let applications = applications(server, 2);
        assert_eq!(applications.len(), 2);
        for ((reference, application), expected) in applications.iter().zip(["NB-000001", "NB-000002"]) {
            assert_eq!(reference, expected);
            let mut application: serde_json::Value = serde_json::from_str(application).unwrap();
            assert!(schema.is_valid(&application), "{:?}", schema.iter_errors(&application).next());
            application["about_you"]["date_of_birth"] = "27 September 1984".into();
            assert!(!schema.is_valid(&application));
        }
    });
}

#[test]
fn every_branch_has_its_own_way() {
    over_every_server(|server| {
        let mut resident = server.resident();
        resident.get("/home");
        let stopped = resident.answer("/home", &[("postcode", "NB5 1AA")]);
        assert_eq!((stopped.heading().as_str(), stopped.back().as_str()), ("You do not need a permit", "/home"));
        assert_eq!(resident.get("/council-tax").location(), "/no-permit-needed");
        let stopped = resident.answer("/home", &[("postcode", "SW1A 1AA")]);
        assert_eq!(stopped.heading(), "You cannot get a permit from Northbridge");
        assert_eq!(resident.get("/check-answers").location(), "/not-in-northbridge");
        assert_eq!(resident.send("/home", &[("postcode", "NB2 1AA")]).location(), "/council-tax");
        // A page that does not apply leads to the one that does.
        assert_eq!(resident.get("/not-in-northbridge").location(), "/council-tax");

        // Without Council Tax a proof is asked for; with it there is no such page.
        assert_eq!(resident.send("/council-tax", &[("pays", "no")]).location(), "/about-you");
        resident.answer(ANSWERS[2].0, ANSWERS[2].1);
        for (how, field, value) in [("email", "how-email", "sian@example.com"), ("letter", "", "")] {
            assert_eq!(resident.send("/contact", &[("how", how), (field, value)]).location(), "/proof", "{how}");
        }
        assert_eq!(resident.get("/proof").back(), "/contact");
        assert_eq!(resident.get("/vehicle").location(), "/proof");
        let refused = resident.send_files("/proof", &[("letter", Some("bill.pdf"), b"MZ\x90\0")]);
        assert_eq!(refused.errors(), ["The selected file must be a PDF, JPG, PNG or HEIC"]);
        let accepted = resident.send_files("/proof", &[("letter", Some("bill.pdf"), b"%PDF-1.7 and so on")]);
        assert!(accepted.location().starts_with("/vehicle/"), "{}", accepted.location());
        assert!(resident.get("/proof").main().contains("You have already uploaded bill.pdf."));
        for (fuel, field) in [("diesel", "fuel-diesel-emissions"), ("electric", "")] {
            let first = vehicle_or_new(&mut resident);
            let page = resident.send(&first, &[("registration", "AB51 ABC"), ("fuel", fuel), (field, "90")]);
            assert_eq!(page.location(), "/vehicle", "{fuel}");
        }
        resident.answer("/vehicle", &[("another", "no")]);
        let check = resident.answer("/length", &[("months", "3")]);
        assert!(check.answers().contains(&("Letter or bill".to_owned(), "bill.pdf".to_owned())));
    });
}

#[test]
fn nothing_can_be_skipped() {
    over_every_server(|server| {
        let mut resident = server.resident();
        for path in [
            "/council-tax",
            "/about-you",
            "/vehicle",
            "/vehicle/0123456789",
            "/vehicle/0123456789/remove",
            "/length",
            "/check-answers",
        ] {
            let page = resident.get(path);
            let first = resident.follow(page);
            assert_eq!(first.heading(), "What is your postcode?", "{path}");
        }
        assert_eq!(resident.send("/length", &[("months", "6")]).location(), "/home");
        // What was typed there waits; nothing is sent, from a page that is not there.
        assert_eq!(resident.send("/check-answers", &[]).location(), "/home");
        assert_eq!(resident.get("/confirmation").location(), "/");
        resident.get("/home");
        resident.answer("/home", &[("postcode", "NB1 4AB")]);
        assert_eq!(resident.get("/length").location(), "/council-tax");
        assert_eq!(resident.send("/vehicle/0123456789", &[]).location(), "/council-tax");
        assert_eq!(resident.send("/check-answers", &[]).location(), "/check-answers");
    });
}

#[test]
fn back_leads_to_the_page_before() {
    over_every_server(|server| {
        let mut resident = server.resident();
        walk_to_the_check(&mut resident);
        let vehicle = vehicle(&mut resident, 0);
        for (path, back) in [
            ("/home", "/"),
            ("/council-tax", "/home"),
            ("/about-you", "/council-tax"),
            ("/contact", "/about-you"),
            ("/vehicle", "/contact"),
            (&*vehicle, "/vehicle"),
            ("/vehicle/0123456789?new", "/vehicle"),
            ("/length", "/vehicle"),
            ("/check-answers", "/length"),
            ("/contact?change", "/check-answers"),
            ("/vehicle?change", "/check-answers"),
            (&format!("{vehicle}/remove"), "/vehicle"),
        ] {
            assert_eq!(resident.get(path).back(), back, "{path}");
        }
    });
}

#[test]
fn a_change_returns_to_the_check() {
    over_every_server(|server| {
        let mut resident = server.resident();
        let check = walk_to_the_check(&mut resident);
        assert!(check.html.contains("href=\"/about-you?change#date_of_birth-day\""));
        assert_eq!(resident.get("/contact?change").value("how-phone").as_deref(), Some("07700 900 982"));
        assert_eq!(resident.send("/contact?change", &[("how", "letter")]).location(), "/check-answers");
        let wrong = resident.send("/contact?change", &[("how", "email")]);
        assert_eq!((wrong.status, wrong.back().as_str()), (200, "/check-answers"));

        // What a change opens is asked first.
        let opened = "/proof?change=council-tax";
        assert_eq!(resident.send("/council-tax?change", &[("pays", "no")]).location(), opened);
        let sent = resident.send_files(opened, &[("letter", Some("a.pdf"), b"%PDF-1.7 a")]);
        assert_eq!(sent.location(), "/check-answers");
        assert!(resident.get("/check-answers").main().contains("a.pdf"));

        // An answer that no longer counts is not shown; changed back, it is there again.
        let check = resident.answer("/council-tax?change", &[("pays", "yes"), ("pays-yes-account", "1")]);
        assert!(!check.main().contains("a.pdf"));
        assert_eq!(resident.send("/council-tax?change", &[("pays", "no")]).location(), "/check-answers");
        assert!(resident.get("/check-answers").main().contains("a.pdf"));
        // A change can end the journey.
        assert_eq!(
            resident.send("/home?change", &[("postcode", "SW1A 1AA")]).location(),
            "/not-in-northbridge?change=home"
        );
        assert_eq!(resident.send("/check-answers", &[]).location(), "/check-answers");
    });
}

/// The address of the first vehicle, or at which it is added.
fn vehicle_or_new(resident: &mut Resident<'_>) -> String {
    let list = resident.get("/vehicle");
    if list.status == 303 { list.location().to_owned() } else { vehicle(resident, 0) }
}

#[test]
fn things_are_added_changed_and_removed() {
    over_every_server(|server| {
        let mut resident = server.resident();
        walk(&mut resident);
        let car = |registration| [("registration", registration), ("fuel", "electric")];
        assert_eq!(resident.send("/vehicle", &[]).errors(), ["Select yes if you want to add another"]);
        for (registration, heading) in
            [("CD52 CDE", "You have added 2 vehicles"), ("EF53 EFG", "You have added 3 vehicles")]
        {
            resident.answer("/vehicle", &[("another", "yes")]);
            assert_eq!(resident.answer("", &car(registration)).heading(), heading);
        }
        assert!(!resident.get("/vehicle").main().contains("add another"));
        assert_eq!(resident.send("/vehicle", &[]).location(), "/length");

        let second = vehicle(&mut resident, 1);
        assert_eq!(resident.answer(&second, &car("GH52 GHJ")).heading(), "You have added 3 vehicles");
        assert!(resident.get("/vehicle").main().contains("GH52 GHJ"));
        let remove = format!("{second}/remove");
        assert_eq!(resident.get(&remove).heading(), "Do you want to remove vehicle 2, GH52 GHJ?");
        assert_eq!(resident.send(&remove, &[]).errors(), ["Select yes if you want to remove it"]);
        assert_eq!(resident.answer(&remove, &[("another", "no")]).heading(), "You have added 3 vehicles");
        let removed = resident.answer(&remove, &[("another", "yes")]);
        assert_eq!(removed.heading(), "You have added 2 vehicles");
        assert!(!removed.main().contains("GH52 GHJ") && removed.main().contains("EF53 EFG"));
        for _ in 0..2 {
            let first = vehicle(&mut resident, 0);
            resident.answer(&format!("{first}/remove"), &[("another", "yes")]);
        }
        // None is left, and there must be one.
        let new = resident.get("/vehicle").location().to_owned();
        assert!(new.starts_with("/vehicle/") && new.ends_with("?new"), "{new}");
        assert_eq!(resident.get(&new).back(), "/contact");
        assert!(resident.get("/length").location().starts_with("/vehicle/"));
    });
}

#[test]
fn the_language_changes_in_the_middle_of_typing() {
    over_every_server(|server| {
        let mut resident = server.resident();
        resident.get("/home");
        let typed = [("postcode", "  not \"one\" <b>")];
        let welsh = resident.send("/home", &[typed[0], ("townhall-language", "cy")]);
        assert_eq!((welsh.status, welsh.language().as_str()), (200, "cy"));
        assert_eq!(welsh.heading(), "Beth yw eich cod post?");
        assert_eq!(welsh.value("postcode").as_deref(), Some(typed[0].1));
        assert!(welsh.errors().is_empty());
        let wrong = resident.send("/home", &typed);
        assert_eq!(wrong.errors(), ["Rhowch god post llawn yn y DU"]);
        let urdu = resident.send("/home", &[typed[0], ("townhall-errors", "shown"), ("townhall-language", "ur")]);
        assert_eq!(urdu.errors(), ["برطانیہ کا پورا پوسٹ کوڈ درج کریں"]);
        assert!(urdu.html.contains("dir=\"rtl\""));
        assert_eq!(urdu.value("postcode").as_deref(), Some(typed[0].1));
        // It is remembered.
        assert_eq!(resident.get("/").language(), "ur");
        assert_eq!(resident.get("/?language=en").language(), "en");
        assert_eq!(resident.get("/privacy").language(), "en");
        let mut other = server.resident();
        other.language = Some("fr, cy;q=0.8, en;q=0.5");
        assert_eq!(other.get("/home").language(), "cy");
    });
}

#[test]
fn a_choice_about_cookies_loses_nothing() {
    over_every_server(|server| {
        let mut resident = server.resident();
        let page = resident.get("/home");
        assert!(page.html.contains("Accept additional cookies") && page.html.contains("form=\"question\""));
        let page = resident.send("/home", &[("postcode", "half"), ("cookies[additional]", "no")]);
        assert_eq!(page.value("postcode").as_deref(), Some("half"));
        assert!(page.html.contains("You’ve rejected additional cookies."));
        assert_eq!(resident.cookies.get("cookie_choice").map(String::as_str), Some("no"));
        let page = resident.send("/home", &[("postcode", "half"), ("cookies[hide]", "yes")]);
        assert!(!page.html.contains("additional cookies") && page.value("postcode").as_deref() == Some("half"));

        let page = resident.get("/cookies");
        assert_eq!(page.value("cookies[additional]").as_deref(), Some("no"));
        let page = resident.answer("/cookies", &[("cookies[additional]", "yes")]);
        assert!(page.main().contains("You’ve set your cookie preferences."));
        assert_eq!(page.value("cookies[additional]").as_deref(), Some("yes"));

        // On a page without a form the banner has one, and leads back.
        let mut other = server.resident();
        other.get("/privacy");
        let back = other.send("/cookies", &[("cookies[additional]", "yes"), ("townhall-back", "/privacy")]);
        assert_eq!(back.location(), "/privacy");
        for evil in ["//evil.example", "https://evil.example", "/\\evil.example", "evil"] {
            let back = other.send("/cookies", &[("cookies[additional]", "yes"), ("townhall-back", evil)]);
            assert_eq!(back.location(), "/", "{evil}");
        }
    });
}

#[test]
fn sending_twice_sends_once() {
    over_every_server(|server| {
        let mut resident = server.resident();
        walk_to_the_check(&mut resident);
        // Two clicks, two tabs: at the same moment.
        let pages: Vec<_> = std::thread::scope(|scope| {
            let sent: Vec<_> = (0..6)
                .map(|_| {
                    let mut tab = resident.clone();
                    scope.spawn(move || tab.answer("/check-answers", &[]))
                })
                .collect();
            sent.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        for page in &pages {
            assert_eq!((page.heading().as_str(), page.reference().as_str()), ("Application complete", "NB-000001"));
        }
        // Back after the confirmation: nothing is sent again, and nothing can be changed.
        for path in ["/home", "/about-you?change", "/vehicle", "/vehicle/0123456789", "/check-answers"] {
            let page = resident.get(path);
            assert_eq!(page.heading(), "You have already sent your answers", "{path}");
            assert!(page.html.contains("href=\"/confirmation\""));
        }
        assert_eq!(resident.answer("/check-answers", &[]).reference(), "NB-000001");
        let late = resident.send("/contact", &[("how", "letter")]);
        assert_eq!(late.heading(), "You have already sent your answers");

        // A new application is one.
        assert!(resident.get("/confirmation").html.contains("Start a new application"));
        resident.send("/start-again", &[]);
        assert_eq!(resident.get("/council-tax").location(), "/home");
        walk_to_the_check(&mut resident);
        assert_eq!(resident.answer("/check-answers", &[]).reference(), "NB-000002");
    });
}

#[test]
fn two_tabs_do_not_overwrite_each_other() {
    over_every_server(|server| {
        let mut resident = server.resident();
        walk_to_the_check(&mut resident);
        for round in 0..5 {
            let (account, months) = (format!("70{round}"), if round % 2 == 0 { "3" } else { "12" });
            let (mut one, mut other) = (resident.clone(), resident.clone());
            std::thread::scope(|scope| {
                scope.spawn(|| one.send("/council-tax?change", &[("pays", "yes"), ("pays-yes-account", &account)]));
                scope.spawn(|| other.send("/length?change", &[("months", months)]));
            });
            let answers = resident.get("/check-answers").answers();
            assert!(answers.contains(&("Council Tax account number".to_owned(), account)), "{answers:?}");
            assert!(answers.contains(&("Length of the permit".to_owned(), format!("{months} months"))), "{answers:?}");
        }
    });
}

fn code(page: &super::Page, at: usize) -> String {
    page.answers().get(at).map(|(_, value)| value.clone()).unwrap_or_default()
}

#[test]
fn saved_answers_are_found_again_on_another_device() {
    over_every_server(|server| {
        let mut resident = server.resident();
        resident.get("/home");
        resident.answer("/home", &[("postcode", "NB1 4AB")]);
        // Half a page is saved as it is.
        let saved =
            resident.answer("/council-tax", &[("pays", "yes"), ("pays-yes-account", ""), ("townhall-save", "yes")]);
        assert_eq!(saved.heading(), "Your answers are saved");
        assert!(saved.main().contains("We will delete your answers on"));
        let (reference, secret) = (code(&saved, 0), code(&saved, 1));
        assert!(reference.len() == 12 && secret.len() == 19, "{reference} {secret}");

        let mut phone = server.resident();
        let come_back = |phone: &mut Resident<'_>, reference: &str, secret: &str| {
            phone.get("/return");
            phone.answer("/return", &[("reference", reference), ("secret", secret)])
        };
        let wrong = come_back(&mut phone, &reference, "ABCD-EFGH-JKLM-NPQR");
        assert_eq!(wrong.errors().len(), 1);
        assert!(wrong.errors()[0].starts_with("We have no answers for this reference and secret code."));
        assert_eq!(wrong.value("reference").as_deref(), Some(reference.as_str()));
        assert_eq!(come_back(&mut phone, &reference, "").errors(), ["Enter your secret code"]);
        let page = come_back(&mut phone, &reference.to_lowercase().replace('-', " "), &secret.to_lowercase());
        assert_eq!(page.heading(), "Do you pay Council Tax at this address?");
        assert_eq!(page.value("pays").as_deref(), Some("yes"));
        assert!(page.errors().is_empty());
        // The answers have moved with them: the first browser opens nothing any more.
        phone.answer("/council-tax", &[("pays", "yes"), ("pays-yes-account", "700")]);
        assert_eq!(resident.get("/council-tax").heading(), "Your session has ended");
        assert_eq!(phone.get("/save").heading(), "Your answers are saved");
        // The phone is somebody else's: they leave, and come back on the computer.
        let left = phone.send("/leave", &[]);
        assert_eq!((left.location(), left.header("clear-site-data")), ("/leave?left", Some("\"cache\", \"storage\"")));
        assert_eq!(phone.follow(left).heading(), "You have left the service");
        assert_eq!(phone.get("/council-tax").location(), "/home");
        come_back(&mut resident, &reference, &secret);
        assert_eq!(resident.get("/council-tax").value("pays-yes-account").as_deref(), Some("700"));
    });
}

#[test]
fn feedback_and_help_are_there() {
    over_every_server(|server| {
        let mut resident = server.resident();
        resident.get("/feedback");
        let wrong = resident.send("/feedback", &[("improve", "Nothing")]);
        assert_eq!(wrong.errors(), ["Select how you felt about the service you received today"]);
        assert!(wrong.html.contains(">\nNothing</textarea>") || wrong.html.contains(">Nothing</textarea>"));
        let thanks = resident.answer("/feedback", &[("satisfaction", "very-satisfied"), ("improve", "")]);
        assert_eq!(thanks.heading(), "Thank you for your feedback");
        for (path, heading) in [
            ("/privacy", "Privacy"),
            ("/accessibility", "Accessibility statement for Apply for a resident parking permit"),
            ("/cookies", "Cookies"),
            ("/return", "Come back to your answers"),
        ] {
            let page = resident.get(path);
            assert_eq!((page.status, page.heading().as_str()), (200, heading));
        }
    });
}
