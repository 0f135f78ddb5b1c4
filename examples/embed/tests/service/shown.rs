//! What is sent is what was shown: a page that checks answers and is old is shown again.

use super::{over_every_server, vehicle, walk_to_the_check};

#[test]
fn nothing_is_sent_that_was_not_shown() {
    over_every_server(|server| {
        let mut resident = server.resident();
        walk_to_the_check(&mut resident);
        let mut other = resident.clone();
        // In another tab an answer is changed.
        assert_eq!(other.send("/length?change", &[("months", "12")]).location(), "/check-answers");
        let again = resident.send("/check-answers", &[]);
        assert_eq!((again.status, again.heading().as_str()), (409, "Check your answers before you apply"));
        assert!(again.main().contains("Your answers have changed since you opened this page"), "{}", again.main());
        assert!(again.html.contains("role=\"alert\""));
        assert!(again.answers().contains(&("Length of the permit".to_owned(), "12 months".to_owned())));
        assert_eq!(resident.get("/confirmation").location(), "/");
        // Things on a list as well.
        let first = vehicle(&mut other, 0);
        other.send(&format!("{first}?change"), &[("registration", "ZZ99 ZZZ"), ("fuel", "electric")]);
        let again = resident.send("/check-answers", &[]);
        assert_eq!(again.status, 409);
        assert!(again.answers().contains(&("Registration number".to_owned(), "ZZ99 ZZZ".to_owned())));
        // What does not say what it showed has shown nothing.
        for shown in ["", "x", &"0".repeat(64)] {
            assert_eq!(resident.send("/check-answers", &[("townhall-shown", shown)]).status, 409, "{shown}");
        }
        // Now it is seen.
        resident.get("/check-answers");
        assert_eq!(resident.answer("/check-answers", &[]).reference(), "NB-000001");
        // An old page after that leads to the confirmation.
        assert_eq!(other.send("/check-answers", &[("townhall-shown", "x")]).location(), "/confirmation");
    });
}

#[test]
fn a_page_is_not_old_because_something_else_was_saved() {
    over_every_server(|server| {
        let mut resident = server.resident();
        walk_to_the_check(&mut resident);
        let mut other = resident.clone();
        // The same answer once more, half an answer that is kept for later, more time.
        assert_eq!(other.send("/length?change", &[("months", "6")]).location(), "/check-answers");
        let half = [("how", "email"), ("how-email", ""), ("townhall-save", "yes")];
        assert_eq!(other.answer("/contact", &half).heading(), "Your answers are saved");
        other.send("/keep", &[("townhall-keep", "yes")]);
        assert_eq!(resident.answer("/check-answers", &[]).reference(), "NB-000001");
    });
}

#[test]
fn an_old_page_says_so_in_every_language() {
    over_every_server(|server| {
        for (language, words) in [
            ("cy", "Mae eich atebion wedi newid ers i chi agor y dudalen hon"),
            ("ur", "جب سے آپ نے یہ صفحہ کھولا ہے، آپ کے جوابات بدل گئے ہیں"),
        ] {
            let mut resident = server.resident();
            walk_to_the_check(&mut resident);
            resident.get(&format!("/check-answers?language={language}"));
            let mut other = resident.clone();
            other.send("/length?change", &[("months", "3")]);
            let again = resident.send("/check-answers", &[]);
            assert_eq!((again.status, again.language().as_str()), (409, language));
            assert!(again.main().contains(words), "{}", again.main());
        }
    });
}

#[test]
fn back_leads_to_what_a_change_has_opened_from() {
    over_every_server(|server| {
        let mut resident = server.resident();
        walk_to_the_check(&mut resident);
        let opened = resident.send("/council-tax?change", &[("pays", "no")]).location().to_owned();
        assert_eq!(opened, "/proof?change=council-tax");
        let page = resident.get(&opened);
        assert_eq!((page.status, page.back().as_str()), (200, "/council-tax?change"));
        let page = resident.get("/council-tax?change");
        assert_eq!((page.status, page.back().as_str()), (200, "/check-answers"));
        // The check shows itself, says what is missing, and leads there.
        let check = resident.get("/check-answers");
        assert_eq!((check.status, check.heading().as_str()), (200, "Check your answers before you apply"));
        assert!(check.main().contains("Some answers are missing.") && check.html.contains("href=\"/proof?change\""));
        assert!(!check.main().contains("Accept and"), "{}", check.main());
        // A page that comes too early keeps the change.
        assert_eq!(resident.get("/length?change").location(), "/proof?change");
        // Wrong answers keep it, and another language.
        let wrong = resident.send_files(&opened, &[("letter", Some("a.pdf"), b"MZ")]);
        assert_eq!((wrong.status, wrong.back().as_str()), (200, "/council-tax?change"));
        let welsh = resident.send_files(&opened, &[("townhall-language", None, b"cy")]);
        assert_eq!((welsh.language().as_str(), welsh.back().as_str()), ("cy", "/council-tax?change"));
        assert_eq!(
            resident.send_files(&opened, &[("letter", Some("a.pdf"), b"%PDF-1.7 a")]).location(),
            "/check-answers"
        );
        assert_eq!(resident.get("/check-answers?language=en").status, 200);
        // A change that stops the journey.
        let stop = resident.send("/home?change", &[("postcode", "SW1A 1AA")]).location().to_owned();
        assert_eq!(stop, "/not-in-northbridge?change=home");
        assert_eq!(resident.get(&stop).back(), "/home?change");
        assert_eq!(resident.get("/home?change").back(), "/check-answers");
        let check = resident.get("/check-answers");
        assert_eq!(check.status, 200);
        assert!(
            check.main().contains("You cannot send your answers.")
                && check.html.contains("href=\"/not-in-northbridge?change\"")
        );
        // Answers behind the stop cannot be changed now, so nothing leads to them.
        assert!(
            !check.html.contains("href=\"/length?change") && check.html.contains("href=\"/home?change"),
            "{}",
            check.html
        );
        assert_eq!(resident.send("/home?change", &[("postcode", "NB1 4AB")]).location(), "/check-answers");
    });
}
