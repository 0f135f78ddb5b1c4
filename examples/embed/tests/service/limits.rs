//! Whatever else can be sent: each request ends in a page that tells a resident what to do next.

use super::{Page, over_every_server, vehicle, walk_to_the_check};

/// A page about something that went wrong is written for people: a heading, what to do, how to get help, and no word that blames or frightens.
fn is_helpful(page: &Page, status: u16, heading: &str) {
    assert_eq!((page.status, page.heading().as_str()), (status, heading));
    assert!(page.title().starts_with(heading), "{}", page.title());
    let text = page.main().to_lowercase();
    assert!(text.contains("01632 960 001"), "{text}");
    assert!(text.split('.').count() > 2, "{text}");
    for word in ["invalid", "illegal", "forbidden", "bad request", "oops", "please", "csrf", "token", "404", "500"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");
const HERE: (&str, &str) = ("Sec-Fetch-Site", "same-origin");

#[test]
fn forms_from_elsewhere_are_refused() {
    over_every_server(|server| {
        let mut resident = server.resident();
        resident.get("/home");
        let token = resident.token.clone();
        let body = format!("townhall-token={token}&postcode=NB1+4AB");
        let address = server.address.clone();
        let (own, other) = (format!("http://{address}"), "https://evil.example".to_owned());
        let refused = "We could not accept what you sent";
        for headers in [
            vec![FORM, ("Sec-Fetch-Site", "cross-site")],
            vec![FORM, ("Sec-Fetch-Site", "same-site")],
            vec![FORM, ("Origin", &other)],
            vec![FORM, ("Origin", "null")],
            vec![FORM, ("Sec-Fetch-Site", "cross-site"), ("Origin", &own)],
        ] {
            is_helpful(&resident.request("POST", "/home", &headers, body.as_bytes()), 403, refused);
        }
        // What is from this site is shown again, with what was typed and a token that is taken; what does not say so is refused.
        let again = |page: &Page| {
            assert_eq!((page.status, page.heading().as_str()), (200, "What is your postcode?"));
            assert!(page.main().contains("Check this page, then send it again"), "{}", page.main());
            assert_eq!(page.value("postcode").as_deref(), Some("NB1 4AB"));
        };
        for forged in ["", "x", &token.replace(|c: char| c.is_ascii_digit(), "0"), &"0".repeat(80)] {
            let body = format!("townhall-token={forged}&postcode=NB1+4AB");
            again(&resident.request("POST", "/home", &[FORM, HERE], body.as_bytes()));
            is_helpful(&resident.request("POST", "/home", &[FORM], body.as_bytes()), 403, refused);
        }
        // Another resident's token is none.
        let mut stranger = server.resident();
        stranger.get("/home");
        again(&stranger.request("POST", "/home", &[FORM, HERE], body.as_bytes()));
        // A browser without cookies cannot be remembered, and is told so when it happens again.
        let mut forgetful = server.resident();
        again(&forgetful.request("POST", "/home", &[FORM, HERE], body.as_bytes()));
        forgetful.cookies.clear();
        let body_again = format!("{body}&townhall-again=yes");
        let page = forgetful.request("POST", "/home", &[FORM, HERE], body_again.as_bytes());
        assert_eq!((page.status, page.value("postcode").as_deref()), (200, Some("NB1 4AB")));
        assert!(page.main().contains("Turn on cookies to use this service"), "{}", page.main());
        // Nothing was kept of all that.
        assert_eq!(resident.get("/council-tax").location(), "/home");
        for headers in [vec![FORM, HERE], vec![FORM, ("Origin", &own)], vec![FORM]] {
            resident.get("/home");
            let body = format!("townhall-token={}&postcode=NB1+4AB", resident.token);
            assert_eq!(resident.request("POST", "/home", &headers, body.as_bytes()).location(), "/council-tax");
        }
    });
}

#[test]
fn a_session_that_is_over_says_so() {
    over_every_server(|server| {
        let mut resident = server.resident();
        resident.get("/home");
        resident.answer("/home", &[("postcode", "NB1 4AB")]);
        let saved = resident.answer("/council-tax", &[("pays", "no"), ("townhall-save", "yes")]);
        let codes = saved.answers();
        // Somebody comes back elsewhere, so that this browser has them no more.
        let mut phone = server.resident();
        phone.get("/return");
        phone.answer("/return", &[("reference", &codes[0].1), ("secret", &codes[1].1)]);
        assert_eq!(phone.get("/home").value("postcode").as_deref(), Some("NB1 4AB"));
        let ended = "Your session has ended";
        for path in ["/home", "/about-you", "/vehicle/0123456789", "/check-answers", "/confirmation"] {
            is_helpful(&resident.get(path), 200, ended);
        }
        for path in ["/home", "/check-answers", "/vehicle/0123456789/remove"] {
            is_helpful(&resident.send(path, &[("postcode", "NB1 4AB"), ("another", "yes")]), 200, ended);
        }
        assert!(resident.get("/home").html.contains("action=\"/start-again\""));
        resident.send("/start-again", &[]);
        resident.get("/home");
        assert_eq!(resident.send("/home", &[("postcode", "NB1 4AB")]).location(), "/council-tax");
        // A cookie that is none is as good as no cookie.
        for cookie in ["x", "", "../../etc", &"f".repeat(39), &"F".repeat(40), &"f".repeat(64), "\u{e9}"] {
            let mut odd = server.resident();
            odd.cookies.insert("permit".to_owned(), cookie.to_owned());
            assert_eq!(odd.get("/about-you").location(), "/home", "{cookie}");
        }
    });
}

#[test]
fn what_cannot_be_read_is_answered() {
    over_every_server(|server| {
        let mut resident = server.resident();
        resident.get("/home");
        let large = format!("townhall-token={}&postcode={}", resident.token, "x".repeat(300_000));
        is_helpful(
            &resident.request("POST", "/home", &[FORM, HERE], large.as_bytes()),
            413,
            "What you sent is too large",
        );
        let many = format!("townhall-token={}{}", resident.token, "&a=b".repeat(100_000));
        is_helpful(
            &resident.request("POST", "/home", &[FORM, HERE], many.as_bytes()),
            413,
            "What you sent is too large",
        );
        let many = format!("townhall-token={}{}", resident.token, "&a=b".repeat(1_500));
        is_helpful(
            &resident.request("POST", "/home", &[FORM, HERE], many.as_bytes()),
            413,
            "What you sent is too large",
        );
        let unreadable = "We could not read what you sent";
        is_helpful(&resident.request("POST", "/home", &[FORM, HERE], b"postcode=%ff"), 400, unreadable);
        let json = ("Content-Type", "application/json");
        is_helpful(&resident.request("POST", "/home", &[json, HERE], b"{}"), 415, unreadable);
        is_helpful(&resident.request("POST", "/home", &[HERE], b""), 415, unreadable);
        let multipart = ("Content-Type", "multipart/form-data; boundary=cut");
        let cut = b"--cut\r\nContent-Disposition: form-data; name=\"postcode\"\r\n\r\nNB1";
        is_helpful(&resident.request("POST", "/home", &[multipart, HERE], cut), 400, unreadable);

        // Fields that nobody asked for, twice, or with values that are no choice.
        let page =
            resident.send("/home", &[("postcode", "x"), ("postcode", "NB1 4AB"), ("admin", "yes"), ("__proto__", "1")]);
        assert_eq!(page.location(), "/council-tax");
        resident.get("/council-tax");
        let page = resident.send("/council-tax", &[("pays", "castle")]);
        assert_eq!(
            (page.status, page.errors()),
            (200, vec!["Select yes if you pay Council Tax at this address".to_owned()])
        );
    });
}

#[test]
fn unknown_pages_and_methods_are_answered() {
    over_every_server(|server| {
        let mut resident = server.resident();
        for path in ["/nothing", "/permit/home", "/assets", "/%2e%2e/etc", "/home/1/2/3/4", "/tasks"] {
            is_helpful(&resident.get(path), 404, "Page not found");
        }
        assert_eq!(resident.get("/assets/nothing.css").status, 404);
        let moved = resident.get("/home/?change");
        assert_eq!((moved.status, moved.location()), (308, "/home?change"));
        let page = resident.get("/home");
        let head = resident.request("HEAD", "/home", &[], b"");
        assert_eq!((head.status, head.html.as_str()), (200, ""));
        assert_eq!(head.header("content-length"), Some(page.html.len().to_string().as_str()));
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
            let page = resident.request(method, "/home", &[], b"");
            // Rocket knows nine methods, and does not say what it has not understood.
            let is_known = server.program != "embed_rocket" || method != "BREW";
            is_helpful(&page, if is_known { 405 } else { 400 }, "We could not read what you sent");
            assert_eq!(page.header("allow"), is_known.then_some("GET, HEAD, POST"));
        }
        let page = resident.send("/privacy", &[]);
        assert_eq!((page.status, page.header("allow")), (405, Some("GET, HEAD")));
        is_helpful(&resident.send("/nothing", &[]), 404, "Page not found");
    });
}

#[test]
fn pages_are_safe_and_private() {
    over_every_server(|server| {
        let mut resident = server.resident();
        for path in ["/", "/home", "/privacy", "/nothing", "/cookies"] {
            let page = resident.get(path);
            let policy = page.header("content-security-policy").unwrap();
            assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
            assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
            assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
            // One inline script, whose hash the policy has; no style, no handler.
            assert_eq!(page.html.matches("<script>").count(), 1);
            assert!(!page.html.contains(" style=") && !page.html.contains(" onclick="), "{path}");
        }
        walk_to_the_check(&mut resident);
        let vehicle = vehicle(&mut resident, 0);
        let remove = format!("{vehicle}/remove");
        for path in ["/home", "/about-you", "/vehicle", &vehicle, &remove, "/check-answers", "/length"] {
            assert_eq!(resident.get(path).header("cache-control"), Some("no-store"), "{path}");
        }
        let sent = resident.send("/check-answers", &[]);
        assert_eq!((sent.status, sent.header("cache-control")), (303, Some("no-store")));
        assert_eq!(resident.get("/confirmation").header("cache-control"), Some("no-store"));

        let mut new = server.resident();
        let cookie = new.get("/home").header("set-cookie").unwrap().to_owned();
        assert!(cookie.contains("HttpOnly; SameSite=Lax") && !cookie.contains("Max-Age"), "{cookie}");
        // The secret is not on the page.
        let secret = new.cookies["permit"].clone();
        assert!(!new.get("/home").html.contains(&secret));

        let page = new.get("/home");
        let stylesheet =
            page.html.split("href=\"").find_map(|part| part.split('"').next().filter(|url| url.contains(".css")));
        let asset = new.get(stylesheet.unwrap());
        assert_eq!((asset.status, asset.header("content-type")), (200, Some("text/css; charset=utf-8")));
        assert!(asset.header("cache-control").unwrap().contains("immutable"));
    });
}

#[test]
fn every_error_page_speaks_every_language() {
    over_every_server(|server| {
        for (language, not_found, refused) in [
            ("cy", "Heb ddod o hyd i’r dudalen", "Ni allem dderbyn yr hyn y gwnaethoch ei anfon"),
            ("ur", "صفحہ نہیں ملا", "جو آپ نے بھیجا ہم اسے قبول نہیں کر سکے"),
        ] {
            let mut resident = server.resident();
            resident.language = Some(if language == "cy" { "cy" } else { "ur" });
            let page = resident.get("/nothing");
            assert_eq!((page.language().as_str(), page.heading().as_str()), (language, not_found));
            resident.get("/home");
            let page = resident.request("POST", "/home", &[FORM, ("Sec-Fetch-Site", "cross-site")], b"");
            assert_eq!(page.heading(), refused);
        }
    });
}
