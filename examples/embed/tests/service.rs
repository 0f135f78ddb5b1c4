//! The parking permit, from outside: over HTTP, as a browser sees it, in every framework and over every store.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]
#![allow(clippy::too_many_lines, clippy::format_push_string, reason = "a test is read from top to bottom")]

#[path = "service/client.rs"]
mod client;
#[path = "service/cluster.rs"]
mod cluster;
#[path = "service/faults.rs"]
mod faults;
#[path = "service/files.rs"]
mod files;
#[path = "service/frameworks.rs"]
mod frameworks;
#[path = "service/journey.rs"]
mod journey;
#[path = "service/limits.rs"]
mod limits;
#[path = "service/lists.rs"]
mod lists;
#[path = "service/sessions.rs"]
mod sessions;
#[path = "service/shown.rs"]
mod shown;
#[path = "service/stop.rs"]
mod stop;

use client::{Page, Protocol, Resident, Server};

/// Every store, in one framework; and every framework, over one store.
const SERVERS: [(&str, &str); 9] = [
    ("embed_axum", "sqlite"),
    ("embed_axum", "postgres"),
    ("embed_axum", "redis"),
    ("embed_axum", "memory"),
    ("embed_actix", "memory"),
    ("embed_rocket", "memory"),
    ("embed_poem", "memory"),
    ("embed_warp", "memory"),
    ("embed_hyper", "memory"),
];

/// Runs a test over every store and in every framework, over HTTP/1.1 and HTTP/2.
fn over_every_server(test: impl Fn(&Server)) {
    for (program, store) in SERVERS {
        for protocol in Protocol::ALL {
            // It is seen if a test fails.
            println!("{program} over {store} and {protocol:?}");
            test(&Server::run(program, store).speaking(protocol));
        }
    }
}

/// The answers of a whole journey: the page, and what is sent to it.
const ANSWERS: [(&str, &[(&str, &str)]); 6] = [
    ("/home", &[("postcode", "nb1 4ab")]),
    ("/council-tax", &[("pays", "yes"), ("pays-yes-account", "7001234567")]),
    (
        "/about-you",
        &[
            ("full_name", "Siân \"D’Arcy\" <b>&"),
            ("date_of_birth-day", "27"),
            ("date_of_birth-month", "Medi"),
            ("date_of_birth-year", "1984"),
            ("address-line_1", "1 High Street"),
            ("address-line_2", ""),
            ("address-town", "Northbridge"),
            ("address-county", ""),
            ("address-postcode", "NB1 4AB"),
        ],
    ),
    ("/contact", &[("how", "phone"), ("how-phone", "07700 900 982")]),
    // The page that is open: its address has the id of the vehicle.
    ("", &[("registration", "ab51 abc"), ("fuel", "petrol"), ("fuel-petrol-emissions", "120")]),
    ("/vehicle", &[("another", "no")]),
];

/// Answers everything up to the page that asks for the length.
fn walk(resident: &mut Resident<'_>) -> Page {
    let mut page = resident.get("/home");
    for (path, answers) in ANSWERS {
        page = resident.answer(path, answers);
    }
    page
}

/// The address of the vehicle at a place on the list, from 0.
fn vehicle(resident: &mut Resident<'_>, place: usize) -> String {
    let list = resident.get("/vehicle");
    let links = list.html.split("href=\"/vehicle/").skip(1).filter_map(|rest| rest.split('"').next());
    let removes = links.filter_map(|link| link.split('?').next()?.strip_suffix("/remove").map(str::to_owned));
    format!("/vehicle/{}", removes.collect::<Vec<_>>()[place])
}

/// Answers everything.
fn walk_to_the_check(resident: &mut Resident<'_>) -> Page {
    walk(resident);
    resident.answer("/length", &[("months", "6")])
}
