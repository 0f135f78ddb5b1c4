//! Three processes over one store, and two hundred residents at once, while processes are killed and the store is stopped.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::client::Page;
use super::faults::{Random, applications};
use super::{Resident, Server};
use townhall_tests::servers::Servers;

const RESIDENTS: usize = 200;

/// What somebody types.
struct Answers {
    name: String,
    account: String,
    phone: String,
    vehicles: Vec<String>,
    months: &'static str,
}

/// Somebody who walks through the service: back and forth, in more than one language, and again when a page does not come.
struct Walker<'s> {
    resident: Resident<'s>,
    random: Random,
    /// How many pages said that the service is unavailable.
    unavailable: &'s AtomicUsize,
}

impl Walker<'_> {
    /// Until a page comes that is not about trouble. What was typed is on the page that is.
    fn insist(&mut self, typed: &str, mut attempt: impl FnMut(&mut Resident<'_>) -> std::io::Result<Page>) -> Page {
        let unavailable = self.unavailable;
        let pause = Duration::from_millis(100 + self.random.below(200));
        self.resident.insist(|resident| {
            let page = attempt(resident);
            if let Ok(page) = &page
                && page.status == 503
            {
                unavailable.fetch_add(1, Ordering::Relaxed);
                assert!(page.html.contains(typed), "{typed} is lost: {}", page.html);
                assert!(page.header("retry-after").is_some());
                std::thread::sleep(pause);
            }
            page
        })
    }

    fn get(&mut self, path: &str) -> Page {
        self.insist("", |resident| resident.try_request("GET", path, &[], b""))
    }

    /// Answers a page, perhaps after a detour.
    fn answer(&mut self, path: &str, fields: &[(&str, &str)], typed: &str) -> Page {
        match self.random.below(5) {
            // Another language in the middle of typing: everything is still there.
            0 => {
                let fields = [fields, &[("townhall-language", "cy")]].concat();
                let page = self.insist(typed, |resident| resident.try_send(path, &fields));
                // A page on which nothing is typed leads to itself.
                if !typed.is_empty() {
                    assert_eq!((page.status, page.html.contains(typed)), (200, true), "{path}: {typed}");
                    assert!(page.html.contains("lang=\"cy\""));
                }
            }
            1 => {
                self.get("/home?language=en");
            }
            // Back, and forward again.
            2 => {
                self.get("/council-tax");
                self.get(path);
            }
            _ => {}
        }
        let page = self.insist(typed, |resident| resident.try_send(path, fields));
        assert_eq!(page.status, 303, "{path} {fields:?}: {}", page.html);
        page
    }

    fn walk(&mut self, number: usize) -> (String, Answers) {
        let mut answers = Answers {
            name: format!("Resident {number}"),
            account: format!("70{number:04}"),
            phone: format!("07700 900 {number:03}"),
            vehicles: ["X", "Y", "Z"][..*self.random.pick(&[1, 2, 3])]
                .iter()
                .map(|letter| format!("AB{:02} {letter}CD", number % 90 + 10))
                .collect(),
            months: self.random.pick::<&str>(&["3", "6", "12"]),
        };
        self.get("/home");
        self.answer("/home", &[("postcode", "NB1 4AB")], "NB1 4AB");
        self.answer("/council-tax", &[("pays", "yes"), ("pays-yes-account", "wrong")], "wrong");
        let about = [
            ("full_name", answers.name.clone()),
            ("date_of_birth-day", "27".to_owned()),
            ("date_of_birth-month", "9".to_owned()),
            ("date_of_birth-year", "1984".to_owned()),
            ("address-line_1", format!("{number} High Street")),
            ("address-line_2", String::new()),
            ("address-town", "Northbridge".to_owned()),
            ("address-county", String::new()),
            ("address-postcode", "NB1 4AB".to_owned()),
        ];
        let about: Vec<(&str, &str)> = about.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.answer("/about-you", &about, &answers.name);
        self.answer("/contact", &[("how", "phone"), ("how-phone", &answers.phone)], &answers.phone);
        for (at, vehicle) in answers.vehicles.iter().enumerate() {
            let path = format!("/vehicle/{}", at + 1);
            self.answer(&path, &[("registration", vehicle), ("fuel", "electric")], vehicle);
        }
        self.answer("/vehicle", &[("another", "no")], "");
        self.answer("/length", &[("months", answers.months)], "");
        self.get("/check-answers");
        self.answer(
            "/council-tax?change",
            &[("pays", "yes"), ("pays-yes-account", &answers.account)],
            &answers.account,
        );
        if self.random.below(2) == 0 {
            answers.months = "6";
            self.answer("/length?change", &[("months", "6")], "");
        }
        // A double click, now and then.
        if self.random.below(4) == 0 {
            let mut other = self.resident.clone();
            std::thread::scope(|scope| {
                scope.spawn(|| other.try_send("/check-answers", &[]));
                let _ = self.resident.try_send("/check-answers", &[]);
            });
        }
        let sent = self.insist("", |resident| resident.try_send("/check-answers", &[]));
        assert_eq!((sent.status, sent.location()), (303, "/confirmation"), "{}", sent.main());
        let reference = self.get("/confirmation").reference();
        assert_eq!(self.get("/confirmation?language=cy").reference(), reference);
        (reference, answers)
    }
}

/// Two hundred residents, ten kills, and a store that is away for five seconds.
fn two_hundred_residents(which: &str) {
    let folder = std::env::temp_dir().join(format!("townhall-{which}-{}", std::process::id()));
    let store = Servers::start(&folder);
    let address = if which == "redis" { store.redis.clone() } else { store.database("cluster") };
    let servers = Server::three(&address);
    let (unavailable, killed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let mut random = Random(11);
    let mut kill = |times: usize| {
        for _ in 0..times {
            std::thread::sleep(Duration::from_millis(200 + random.below(400)));
            let server = random.pick(&servers);
            server.kill();
            killed.fetch_add(1, Ordering::Relaxed);
            server.start_again();
        }
    };
    let mut walked = BTreeMap::new();
    std::thread::scope(|scope| {
        let walks: Vec<_> = (0..RESIDENTS)
            .map(|number| {
                let (resident, unavailable) = (Resident::of(&servers), &unavailable);
                let random = Random(number as u64 + 1);
                scope.spawn(move || Walker { resident, random, unavailable }.walk(number))
            })
            .collect();
        kill(5);
        store.stop(which);
        std::thread::sleep(Duration::from_secs(5));
        store.start_again(which);
        kill(5);
        for walk in walks {
            let (reference, answers) = walk.join().unwrap();
            let twice = walked.insert(reference.clone(), answers);
            assert!(twice.is_none(), "{reference} was given twice");
        }
    });
    assert_eq!((walked.len(), killed.into_inner()), (RESIDENTS, 10));
    assert!(unavailable.into_inner() > 0, "nobody has seen that the store was away");

    // Each submission has what was typed, and there are no others.
    let arrived = applications(&servers[0], RESIDENTS);
    assert_eq!(arrived.len(), RESIDENTS);
    for (reference, application) in arrived {
        let sent: serde_json::Value = serde_json::from_str(&application).unwrap();
        let answers = walked.remove(&reference).unwrap_or_else(|| panic!("nobody has {reference}"));
        assert_eq!(sent["about_you"]["full_name"], answers.name.as_str());
        assert_eq!(sent["council_tax"]["pays"]["yes"]["account"], answers.account.as_str());
        assert_eq!(sent["contact"]["how"]["phone"], answers.phone.as_str());
        assert_eq!(sent["length"]["months"], answers.months);
        let vehicles = sent["vehicles"].as_array().unwrap().iter();
        let vehicles: Vec<_> = vehicles.map(|vehicle| vehicle["registration"].as_str().unwrap()).collect();
        assert_eq!(vehicles, answers.vehicles);
    }
}

#[test]
fn two_hundred_residents_on_postgres() {
    two_hundred_residents("postgres");
}

#[test]
fn two_hundred_residents_on_redis() {
    two_hundred_residents("redis");
}
