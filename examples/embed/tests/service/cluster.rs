//! Two hundred residents at once, over every store that lasts, in one process or three, while processes are killed and the store is away.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::client::Page;
use super::faults::{Random, applications, while_locked};
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
    seen: &'s Seen,
}

/// What all of them have seen so far.
#[derive(Default)]
struct Seen {
    /// How many pages have come.
    pages: AtomicUsize,
    /// How many of them said that the service is unavailable.
    unavailable: AtomicUsize,
}

/// Waits until something has been seen so often.
fn until(seen: &AtomicUsize, times: usize) {
    while seen.load(Ordering::Relaxed) < times {
        std::thread::sleep(Duration::from_millis(5));
    }
}

impl Walker<'_> {
    /// Until a page comes that is not about trouble. What was typed is on the page that is.
    fn insist(&mut self, typed: &str, mut attempt: impl FnMut(&mut Resident<'_>) -> std::io::Result<Page>) -> Page {
        let seen = self.seen;
        let pause = Duration::from_millis(100 + self.random.below(200));
        self.resident.insist(|resident| {
            let page = attempt(resident)?;
            assert!(page.status < 500 || page.status == 503, "{}: {}", page.status, page.main());
            if page.status == 503 {
                seen.unavailable.fetch_add(1, Ordering::Relaxed);
                assert!(page.html.contains(typed), "{typed} is lost: {}", page.html);
                assert!(page.header("retry-after").is_some());
                std::thread::sleep(pause);
            } else {
                seen.pages.fetch_add(1, Ordering::Relaxed);
            }
            Ok(page)
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
        // As a browser does: the next page has the token of a session whose secret has changed.
        self.get(page.location());
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
        let mut next = self.answer("/contact", &[("how", "phone"), ("how-phone", &answers.phone)], &answers.phone);
        for (at, vehicle) in answers.vehicles.iter().enumerate() {
            if at > 0 {
                next = self.answer("/vehicle", &[("another", "yes")], "");
            }
            self.answer(next.location(), &[("registration", vehicle), ("fuel", "electric")], vehicle);
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
        // What is sent is what was seen.
        self.get("/check-answers");
        // A double click, now and then.
        if self.random.below(4) == 0 {
            let mut other = self.resident.clone();
            std::thread::scope(|scope| {
                let twice =
                    [&mut other, &mut self.resident].map(|tab| scope.spawn(|| tab.try_send("/check-answers", &[])));
                for page in twice.into_iter().filter_map(|tab| tab.join().unwrap().ok()) {
                    assert!(matches!(page.status, 303 | 503), "{}: {}", page.status, page.main());
                }
            });
        }
        let sent = self.insist("", |resident| resident.try_send("/check-answers", &[]));
        assert_eq!((sent.status, sent.location()), (303, "/confirmation"), "{}", sent.main());
        let reference = self.get("/confirmation").reference();
        assert_eq!(self.get("/confirmation?language=cy").reference(), reference);
        (reference, answers)
    }
}

/// Two hundred residents, ten kills, and a store that is away for a while. What happens when depends on how far they are, not on how fast.
fn two_hundred_residents(which: &str, processes: usize) {
    let folder = std::env::temp_dir().join(format!("townhall-{which}-{}", std::process::id()));
    let store = (which != "sqlite").then(|| Servers::start(&folder));
    let address = match (&store, which) {
        (Some(store), "redis") => store.redis.clone(),
        (Some(store), _) => store.database("cluster"),
        (None, _) => "sqlite".to_owned(),
    };
    let servers = Server::several(&address, processes);
    let seen = Seen::default();
    let mut random = Random(11);
    // Every walk has more than 14 pages.
    let mut kill = |pages: [usize; 5]| {
        for pages in pages {
            until(&seen.pages, pages);
            let server = random.pick(&servers);
            server.kill();
            server.start_again();
        }
    };
    let mut walked = BTreeMap::new();
    std::thread::scope(|scope| {
        let walks: Vec<_> = (0..RESIDENTS)
            .map(|number| {
                let (resident, seen) = (Resident::of(&servers), &seen);
                let random = Random(number as u64 + 1);
                scope.spawn(move || Walker { resident, random, seen }.walk(number))
            })
            .collect();
        kill([100, 350, 600, 850, 1_100]);
        until(&seen.pages, 1_300);
        match &store {
            Some(store) => {
                let before = seen.unavailable.load(Ordering::Relaxed);
                store.stop(which);
                until(&seen.unavailable, before + 1);
                store.start_again(which);
            }
            // Somebody copies it, and nobody can write meanwhile: they wait.
            None => while_locked(&servers[0], || std::thread::sleep(Duration::from_secs(3))),
        }
        kill([1_500, 1_750, 2_000, 2_250, 2_500]);
        for walk in walks {
            let (reference, answers) = walk.join().unwrap();
            let twice = walked.insert(reference.clone(), answers);
            assert!(twice.is_none(), "{reference} was given twice");
        }
    });
    // Every number was given once, whoever was killed while giving it.
    let numbers: BTreeSet<String> = (1..=RESIDENTS).map(|number| format!("NB-{number:06}")).collect();
    assert_eq!(walked.keys().cloned().collect::<BTreeSet<_>>(), numbers);

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
    two_hundred_residents("postgres", 3);
}

#[test]
fn two_hundred_residents_on_redis() {
    two_hundred_residents("redis", 3);
}

#[test]
fn two_hundred_residents_on_sqlite() {
    two_hundred_residents("sqlite", 1);
}

#[test]
fn two_hundred_residents_on_one_sqlite_file_of_three_processes() {
    two_hundred_residents("sqlite", 3);
}
