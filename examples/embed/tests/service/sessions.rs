//! Two services on one host, as a browser sees them: cookies know hosts and paths, and nothing of ports.

use super::{Resident, Server};

/// One is at the root of the host and one below, in one framework each, over one store with one key.
#[test]
fn two_services_on_one_host_and_one_store_know_nothing_of_each_other() {
    for (one, other) in [("embed_axum", "embed_rocket"), ("embed_actix", "embed_poem"), ("embed_warp", "embed_hyper")] {
        println!("{one} and {other}");
        let root = Server::run(one, "sqlite");
        let below = Server::at("/second", other, root.store.clone(), root.folder.clone());
        let mut browser = root.resident();
        browser.get("/home");
        browser.answer("/home", &[("postcode", "NB1 4AB")]);
        let mut second = Resident { servers: std::slice::from_ref(&below), ..browser.clone() };
        let page = second.get("/second/home");
        assert_eq!((page.status, page.value("postcode").unwrap_or_default().as_str()), (200, ""), "{}", page.main());
        let token = second.token.clone();
        // A form of the first is none of the second.
        second.token.clone_from(&browser.token);
        let page = second.send("/second/home", &[("postcode", "NB2 2AB")]);
        assert!(page.main().contains("Check this page, then send it again"), "{}", page.main());
        second.token = token;
        second.answer("/second/home", &[("postcode", "NB3 3AB")]);
        // The browser has the cookies of both.
        let mut browser = Resident { servers: std::slice::from_ref(&root), ..second.clone() };
        assert!(second.cookies.len() >= 2, "{:?}", second.cookies.keys());
        assert_eq!(browser.get("/home").value("postcode").as_deref(), Some("NB1 4AB"));
        assert_eq!(second.get("/second/home").value("postcode").as_deref(), Some("NB3 3AB"));
        // Leaving one leaves the other.
        let saved = browser.answer("/council-tax", &[("pays", "no"), ("townhall-save", "yes")]);
        assert_eq!(saved.heading(), "Your answers are saved");
        browser.send("/leave", &[]);
        assert_eq!(browser.get("/council-tax").location(), "/home");
        second.cookies = browser.cookies;
        assert_eq!(second.get("/second/home").value("postcode").as_deref(), Some("NB3 3AB"));
    }
}
