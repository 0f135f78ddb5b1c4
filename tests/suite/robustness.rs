//! Whatever arrives is answered: requests, cookies, forms and files made at random, of which some are nearly right.
//!
//! `TOWNHALL_CASES` says how many, and `TOWNHALL_SEED` which. With a number of cases of one's own the largest resident size of the process is looked at:
//!
//! ```sh
//! TOWNHALL_CASES=1000000 cargo test -p townhall-tests --all-features --test suite -- --exact robustness::random_requests_are_answered --nocapture
//! ```

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Uri};

use super::whole::{All, FORM, Pieces, Resident, service, whole};
use townhall::web::Service;

/// Numbers that only look like random ones, so that a failure can be met again (xorshift64*).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap() % end.max(1)
    }

    fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    fn of<'t, T: ?Sized>(&mut self, list: &[&'t T]) -> &'t T {
        list[self.below(list.len())]
    }

    fn bytes(&mut self, longest: usize) -> Vec<u8> {
        let length = self.below(longest);
        (0..length).map(|_| self.next().to_le_bytes()[7]).collect()
    }

    /// A value that a control could have, or that somebody has made up.
    fn value(&mut self) -> String {
        const VALUES: [&str; 44] = [
            "",
            " ",
            "Sam",
            "Siân",
            "NB1 4AB",
            "1",
            "2",
            "31",
            "02",
            "1980",
            "-0",
            "1e309",
            "99999999999999999999",
            "12.50",
            "£12.50",
            "1,5",
            "NaN",
            "cash",
            "other",
            "yes",
            "no",
            "cy",
            "en",
            "xx",
            "\0",
            "\u{202e}abc",
            "\u{feff}",
            "👩\u{200d}👧",
            "a\r\nb",
            "<script>",
            "\" onload=\"",
            "{{7*7}}",
            "../../etc/passwd",
            "//elsewhere.example",
            "/\\elsewhere.example",
            "/\t/elsewhere.example",
            "javascript:alert(1)",
            "%00",
            "%",
            "name@example.com",
            "2026-02-30",
            "true",
            "[]",
            "{\"a\":1}",
        ];
        match self.below(12) {
            0 => String::from_utf8_lossy(&self.bytes(40)).into_owned(),
            1 => self.of(&VALUES).repeat(self.below(300)),
            _ => self.of(&VALUES).to_owned(),
        }
    }

    fn name(&mut self) -> String {
        const NAMES: [&str; 27] = [
            "full_name",
            "email",
            "born-day",
            "born-month",
            "born-year",
            "born",
            "pet",
            "legs",
            "letter",
            "note",
            "rent",
            "how",
            "how-what",
            "another",
            "satisfaction",
            "improve",
            "reference",
            "secret",
            "townhall-token",
            "townhall-save",
            "townhall-keep",
            "townhall-back",
            "townhall-language",
            "townhall-errors",
            "cookies[additional]",
            "__proto__",
            "",
        ];
        match self.below(10) {
            0 => self.value(),
            1 => format!("{}-{}", self.of(&NAMES), self.value()),
            _ => self.of(&NAMES).to_owned(),
        }
    }

    fn path(&mut self) -> String {
        const PARTS: [&str; 26] = [
            "",
            "name",
            "born",
            "pets",
            "proof",
            "rent",
            "check-answers",
            "confirmation",
            "save",
            "return",
            "keep",
            "start-again",
            "leave",
            "cookies",
            "feedback",
            "privacy",
            "assets",
            "tasks",
            "1",
            "2",
            "01",
            "+1",
            "99999999999999999999",
            "remove",
            "%2e%2e",
            "é",
        ];
        let mut path = String::new();
        for _ in 0..=self.below(4) {
            path.push('/');
            if self.one_in(15) {
                path.extend(self.bytes(20).iter().map(|byte| format!("%{byte:02X}")));
            } else {
                path += self.of(&PARTS);
            }
        }
        match self.below(8) {
            0 => path += "/",
            1 => path += "?change",
            2 => path += "?language=cy",
            3 => {
                path = format!("{path}?{}={}", self.of(&["language", "saved", "sent", "change", "x"]), self.below(100));
            }
            _ => {}
        }
        path
    }

    /// A form as `application/x-www-form-urlencoded`, with the token that belongs to it more often than not.
    fn form(&mut self, token: &str) -> Vec<u8> {
        if self.one_in(20) {
            return self.bytes(2_000);
        }
        let mut data = townhall::form::FormData::new();
        if !self.one_in(6) {
            data.push("townhall-token", token);
        }
        for _ in 0..self.below(8) {
            data.push(self.name(), self.value());
        }
        let mut body = data.to_urlencoded().into_bytes();
        if self.one_in(15) {
            body.truncate(self.below(body.len()));
        }
        if self.one_in(200) {
            body = [body, b"&a=b".repeat(self.below(3_000))].concat();
        }
        if self.one_in(500) {
            body.resize(400_000, b'x');
        }
        body
    }

    /// A form as `multipart/form-data`, in whatever shape.
    fn multipart(&mut self, token: &str) -> Vec<u8> {
        let mut body = Vec::new();
        let mut parts = Vec::new();
        if !self.one_in(6) {
            parts.push(("townhall-token".to_owned(), None, token.as_bytes().to_vec()));
        }
        for _ in 0..self.below(6) {
            let file = (!self.one_in(3)).then(|| match self.below(4) {
                0 => "letter.pdf".to_owned(),
                1 => self.value(),
                2 => format!("../{}.exe", self.value()),
                _ => "x".repeat(self.below(2_000)),
            });
            let name = if file.is_some() && !self.one_in(4) { "letter".to_owned() } else { self.name() };
            let content = match self.below(5) {
                0 => Vec::new(),
                1 => self.bytes(3_000),
                2 => [b"%PDF-1.7 ".to_vec(), self.bytes(300)].concat(),
                3 if self.one_in(40) => vec![b'%'; 300_000],
                _ => self.value().into_bytes(),
            };
            parts.push((name, file, content));
        }
        if self.one_in(4) {
            parts.reverse();
        }
        for (name, file, content) in parts {
            body.extend_from_slice(if self.one_in(40) { b"--cu\r\n" } else { b"--cut\r\n" });
            match self.below(12) {
                0 => body.extend_from_slice(&self.bytes(200)),
                1 => body.extend_from_slice(&b"X-Header: x\r\n".repeat(self.below(400))),
                2 => body.extend_from_slice(b"Content-Type: multipart/mixed; boundary=other\r\n"),
                _ => {}
            }
            let disposition = match file {
                Some(file) => format!("Content-Disposition: form-data; name=\"{name}\"; filename=\"{file}\""),
                None => format!("Content-Disposition: form-data; name=\"{name}\""),
            };
            body.extend_from_slice(disposition.as_bytes());
            body.extend_from_slice(if self.one_in(30) { b"\r\n" } else { b"\r\n\r\n" });
            body.extend_from_slice(&content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(match self.below(8) {
            0 => b"--cut",
            1 => b"",
            _ => b"--cut--\r\n",
        });
        if self.one_in(15) {
            body.truncate(self.below(body.len()));
        }
        body
    }

    /// The bytes in pieces, which may break off.
    fn pieces(&mut self, body: Vec<u8>) -> Pieces {
        if self.one_in(2) {
            return whole(body);
        }
        let mut pieces = Vec::new();
        let mut rest = Bytes::from(body);
        while !rest.is_empty() && pieces.len() < 30 {
            let length = (1 + self.below(500)).min(rest.len());
            pieces.push(Ok(rest.split_to(length)));
        }
        pieces.push(Ok(rest));
        if self.one_in(10) {
            let at = self.below(pieces.len());
            pieces.truncate(at);
            pieces.push(Err(std::io::ErrorKind::ConnectionReset.into()));
        }
        Pieces(pieces)
    }

    fn header(&mut self, name: &'static str) -> (HeaderName, HeaderValue) {
        let text = self.value();
        let value = HeaderValue::from_bytes(text.as_bytes()).or_else(|_| HeaderValue::from_bytes(&self.bytes(60)));
        (HeaderName::from_static(name), value.unwrap_or_else(|_| HeaderValue::from_static("x")))
    }
}

/// One request of somebody who has been here before, or of nobody.
fn request(random: &mut Random, resident: &Resident) -> Option<Request<Pieces>> {
    const METHODS: [&str; 12] =
        ["GET", "GET", "GET", "POST", "POST", "POST", "POST", "POST", "HEAD", "PUT", "OPTIONS", "BREW"];
    let mut request = Request::new(Pieces(Vec::new()));
    *request.method_mut() = random.of(&METHODS).parse().unwrap();
    *request.uri_mut() = random.path().parse::<Uri>().ok()?;
    let headers = request.headers_mut();
    headers.insert("host", HeaderValue::from_static("all.example"));
    for (name, value) in &resident.cookies {
        let text = match random.below(20) {
            0 => format!("{name}={}", random.value()),
            1 => continue,
            2 => format!("town=T\u{177}; {name}={value}"),
            3 => format!("{name}={value}; {name}={}", random.value()),
            _ => format!("{name}={value}"),
        };
        if let Ok(value) = HeaderValue::from_bytes(text.as_bytes()) {
            headers.append("cookie", value);
        }
    }
    for name in [
        "cookie",
        "accept-language",
        "accept-encoding",
        "origin",
        "sec-fetch-site",
        "host",
        "x-request-id",
        "if-none-match",
    ] {
        if random.one_in(25) {
            let (name, value) = random.header(name);
            headers.append(name, value);
        }
    }
    let (kind, body) = match random.below(10) {
        0 => (
            random.of(&["", "application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary="]),
            random.bytes(500),
        ),
        1..=6 => (FORM, random.form(&resident.token)),
        _ => ("multipart/form-data; boundary=cut", random.multipart(&resident.token)),
    };
    headers.insert("content-type", HeaderValue::from_static(kind));
    if !random.one_in(10) {
        headers.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
    }
    *request.body_mut() = random.pieces(body);
    Some(request)
}

/// The largest resident size of this process so far, in kilobytes.
fn largest_resident_size() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.trim().parse().ok())
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn random_requests_are_answered() {
    let wanted = number("TOWNHALL_CASES");
    let cases = wanted.unwrap_or(20_000);
    let seed = number("TOWNHALL_SEED").unwrap_or(0x0074_6f77_6e68_616c);
    let mut random = Random(seed.max(1));
    let (before, mut statuses) = (largest_resident_size(), std::collections::BTreeMap::<u16, u64>::new());
    crate::block_on(async {
        let service: Arc<Service<All>> = service();
        // Some have answered everything, others are on their way, and some have just come.
        let mut residents: Vec<Resident> = (0..8).map(|_| Resident::new(&service)).collect();
        for case in 0..cases {
            let at = random.below(residents.len());
            let resident = &mut residents[at];
            match random.below(400) {
                0 => drop(resident.walk("Sam", "Rex").await),
                1 => *resident = Resident::new(&service),
                _ => {}
            }
            let Some(request) = request(&mut random, resident) else { continue };
            let asked = format!("case {case} of seed {seed}: {} {}", request.method(), request.uri());
            let response = service.respond(request).await;
            let (status, headers) = (response.status().as_u16(), response.headers());
            assert!(status < 500, "{asked}: {status}");
            if let Some(next) = headers.get("location") {
                let next = next.to_str().unwrap();
                assert!(next.starts_with('/') && !next.starts_with("//") && !next.contains('\\'), "{asked}: {next}");
            }
            if !asked.contains("/assets/") {
                assert_eq!(headers["cache-control"], "no-store", "{asked}");
                assert!(headers.contains_key("content-security-policy"), "{asked}");
            }
            *statuses.entry(status).or_default() += 1;
            resident.remember(response);
            // A cookie that somebody else has made up is thrown away, as its browser would in the end.
            resident.cookies.retain(|_, value| value.len() < 200);
        }
    });
    let after = largest_resident_size();
    println!("{cases} requests of seed {seed}: {statuses:?}; largest resident size in kB: {before:?}, then {after:?}");
    for status in [200, 303, 400, 403, 404, 405, 413, 415] {
        assert!(statuses.contains_key(&status), "{status} is never met: {statuses:?}");
    }
    if let (Some(_), Some(after)) = (wanted, after) {
        assert!(after < 512 * 1024, "{after} kB");
    }
}
