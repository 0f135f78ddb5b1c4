//! What every response says besides its page: who may keep it, show it and find it.

use http::Response;
use townhall::web::Service;

use super::whole::{All, FORM, Pieces, Resident, builder, service, whole};

/// One of each kind of page, from the start to the confirmation, and of what goes wrong.
async fn responses(resident: &mut Resident) -> Vec<(String, Response<String>)> {
    let mut all = Vec::new();
    let paths = [
        "/",
        "/name",
        "/name?change",
        "/name/",
        "/born",
        "/pets",
        "/proof",
        "/rent",
        "/tasks",
        "/check-answers",
        "/confirmation",
        "/save",
        "/return",
        "/keep",
        "/start-again",
        "/cookies",
        "/cookies?saved",
        "/feedback",
        "/feedback?sent",
        "/privacy",
        "/nothing",
        "/name/1/2/3",
        "/?language=cy",
    ];
    for _ in 0..2 {
        for method in ["GET", "HEAD", "POST", "PUT"] {
            for path in paths {
                all.push((format!("{method} {path}"), resident.request(method, path, FORM, whole("a=b")).await));
            }
        }
        // The second time there are answers.
        resident.walk("Sam", "Rex").await;
        resident.get("/check-answers").await;
    }
    all.push(("wrong".to_owned(), resident.send("/name", &[("full_name", "")]).await));
    all.push(("large".to_owned(), resident.send("/name", &[("full_name", &"x".repeat(300_000))]).await));
    all.push(("json".to_owned(), resident.request("POST", "/name", "application/json", whole("{}")).await));
    resident.headers = vec![("sec-fetch-site", "cross-site".to_owned())];
    all.push(("elsewhere".to_owned(), resident.send("/name", &[("full_name", "Sam")]).await));
    resident.headers.clear();
    resident.get("/check-answers").await;
    all.push(("sent".to_owned(), resident.send("/check-answers", &[]).await));
    for path in ["/confirmation", "/name", "/check-answers"] {
        all.push((format!("{path} after sending"), resident.get(path).await));
    }
    all
}

/// The files that a page names, and one that is not there.
async fn files(resident: &mut Resident) -> Vec<(String, Response<String>)> {
    let page = resident.get("/privacy").await.into_body();
    let links = page.split("=\"/assets/").skip(1).filter_map(|rest| rest.split('"').next());
    let links: Vec<String> = links.map(str::to_owned).chain(["nothing.css".to_owned()]).collect();
    assert!(links.len() > 3, "{links:?}");
    let mut all = Vec::new();
    for link in links {
        let path = format!("/assets/{link}");
        all.push((path.clone(), resident.request("GET", &path, "", Pieces(Vec::new())).await));
    }
    all
}

fn one<'r>(name: &str, response: &'r Response<String>, header: &str) -> &'r str {
    let mut all = response.headers().get_all(header).iter();
    let first = all.next().unwrap_or_else(|| panic!("{name} has no {header}"));
    assert!(all.next().is_none(), "{name} has {header} twice");
    first.to_str().unwrap()
}

#[test]
fn every_response_has_what_keeps_it_safe() {
    let service = service();
    crate::block_on(async {
        let mut resident = Resident::new(&service);
        let (pages, files) = (responses(&mut resident).await, files(&mut resident).await);
        for (name, page) in &pages {
            assert_eq!(one(name, page, "cache-control"), "no-store", "{name}");
            assert_eq!(one(name, page, "referrer-policy"), "same-origin", "{name}");
            let policy = one(name, page, "content-security-policy");
            for part in ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"] {
                assert!(policy.contains(part), "{name}: {policy}");
            }
            one(name, page, "x-request-id");
        }
        for (name, response) in pages.iter().chain(&files) {
            assert_eq!(one(name, response, "x-content-type-options"), "nosniff", "{name}");
            assert!(one(name, response, "content-security-policy").contains("frame-ancestors 'none'"), "{name}");
            assert!(!response.headers().contains_key("access-control-allow-origin"), "{name}");
            if !response.body().is_empty() {
                let kind = one(name, response, "content-type");
                assert!(!kind.starts_with("text/") || kind.ends_with("charset=utf-8"), "{name}: {kind}");
            }
        }
        let statuses: std::collections::BTreeSet<u16> = pages.iter().map(|(_, page)| page.status().as_u16()).collect();
        for status in [200, 303, 308, 403, 404, 405, 413, 415] {
            assert!(statuses.contains(&status), "{status} is not looked at: {statuses:?}");
        }
    });
}

/// A page of the application's own, which would like to be kept.
#[test]
fn a_page_of_ones_own_is_not_kept_either() {
    let service = builder(async |_| Ok(townhall::journey::Receipt::new("AL-1")));
    let service =
        service.page("prices", |layout| layout.page("Prices").prose("£1").header("cache-control", "public, max-age=9"));
    let service = std::sync::Arc::new(service.build().unwrap());
    crate::block_on(async {
        let page = Resident::new(&service).get("/prices").await;
        assert_eq!(one("prices", &page, "cache-control"), "no-store");
    });
}

#[test]
fn search_engines_find_the_start_and_no_page_of_the_journey() {
    let service = service();
    crate::block_on(async {
        let mut resident = Resident::new(&service);
        for (name, page) in responses(&mut resident).await {
            let path = name.split(' ').nth(1).unwrap_or_default().split('?').next().unwrap();
            let is_open = ["/", "/cookies", "/privacy"].contains(&path) && !name.contains("after");
            let robots = page.headers().get("x-robots-tag").map(|value| value.to_str().unwrap());
            assert_eq!(robots, if is_open { None } else { Some("noindex") }, "{name}");
        }
    });
}

#[test]
fn a_slash_too_many_leads_to_the_page() {
    async fn moved(service: &std::sync::Arc<Service<All>>, method: &str, path: &str) -> (u16, String) {
        let page = Resident::new(service).request(method, path, FORM, Pieces(Vec::new())).await;
        let to = page.headers().get("location").map_or("", |value| value.to_str().unwrap()).to_owned();
        (page.status().as_u16(), to)
    }
    let below = builder(async |_| Ok(townhall::journey::Receipt::new("AL-1"))).at("/permit").build().unwrap();
    let (root, below) = (service(), std::sync::Arc::new(below));
    crate::block_on(async {
        for (path, to) in [
            ("/name/", "/name"),
            ("/name//", "/name"),
            ("/name/?change", "/name?change"),
            ("/privacy/?language=cy&a=b", "/privacy?language=cy&a=b"),
            ("/check-answers/", "/check-answers"),
        ] {
            for method in ["GET", "HEAD"] {
                assert_eq!(moved(&root, method, path).await, (308, to.to_owned()), "{path}");
                let (path, to) = (format!("/permit{path}"), format!("/permit{to}"));
                assert_eq!(moved(&below, method, &path).await, (308, to), "{path}");
            }
            // A form is not sent twice.
            assert!(moved(&root, "POST", path).await.0 != 308, "{path}");
        }
        for path in
            ["/nothing/", "//", "//name/", "//privacy/", "/%2f/", "//elsewhere.example/", "/assets/", "/name/x/y/z/"]
        {
            let (status, to) = moved(&root, "GET", path).await;
            assert!(status != 308 && to.is_empty() || status == 200, "{path}: {status} {to}");
        }
        for path in ["/name/", "/permits/name/", "/permit"] {
            assert!(moved(&below, "GET", path).await.0 != 308, "{path}");
        }
    });
}
