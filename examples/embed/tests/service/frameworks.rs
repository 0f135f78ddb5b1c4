//! The three ways into each framework, from outside: a page of components, a form with a file in a handler of one's own, and the service beside them.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::{Protocol, Server};

const PROGRAMS: [&str; 6] = ["embed_axum", "embed_actix", "embed_rocket", "embed_poem", "embed_warp", "embed_hyper"];

fn in_every_framework(test: impl Fn(&Server)) {
    for program in PROGRAMS {
        for protocol in Protocol::ALL {
            println!("{program} over {protocol:?}");
            test(&Server::run(program, "memory").speaking(protocol));
        }
    }
}

#[test]
fn a_page_of_components_has_its_files() {
    in_every_framework(|server| {
        let mut resident = server.resident();
        let page = resident.get("/office");
        assert_eq!((page.status, page.heading().as_str()), (200, "The parking office"));
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
        let links = page.html.split("=\"/files/").skip(1).filter_map(|rest| rest.split('"').next());
        let files: Vec<&str> = links.collect();
        for kind in [".css", ".js"] {
            assert!(files.iter().any(|file| file.contains(kind)), "{kind}: {files:?}");
        }
        for file in files {
            let asset = resident.request("GET", &format!("/files/{file}"), &[("Accept-Encoding", "gzip")], b"");
            assert_eq!(asset.status, 200, "{file}");
            assert!(asset.header("cache-control").unwrap().contains("immutable"), "{file}");
            let etag = asset.header("etag").unwrap().to_owned();
            let again = resident.request("GET", &format!("/files/{file}"), &[("If-None-Match", &etag)], b"");
            assert_eq!((again.status, again.html.as_str()), (304, ""), "{file}");
        }
        assert_eq!(resident.get("/files/nothing.css").status, 404);
        // The service is beside it.
        assert_eq!(resident.get("/home").heading(), "What is your postcode?");
    });
}

#[test]
fn a_form_of_ones_own_keeps_what_was_typed_and_its_file() {
    in_every_framework(|server| {
        let mut resident = server.resident();
        resident.language = Some("cy");
        assert_eq!(resident.get("/call").heading(), "Gofyn i ni eich ffonio");
        resident.language = None;
        resident.cookies.clear();
        // A large file, in many pieces.
        let mut letter = b"%PDF-1.7 ".to_vec();
        letter.resize(3_000_000, b'x');
        let wrong = resident.send_files(
            "/call",
            &[("full_name", None, b"Sian"), ("phone", None, b"12"), ("letter", Some("letter.pdf"), &letter)],
        );
        assert_eq!((wrong.status, wrong.errors().len()), (200, 1), "{}", wrong.main());
        assert_eq!(wrong.value("full_name").as_deref(), Some("Sian"));
        assert!(wrong.main().contains("letter.pdf"));
        let kept = wrong.value("letter").unwrap();
        // The other language, with everything that was typed.
        let welsh = resident.send_files(
            "/call",
            &[
                ("full_name", None, b"Sian"),
                ("phone", None, b"12"),
                ("letter", None, kept.as_bytes()),
                ("townhall-language", None, b"cy"),
            ],
        );
        assert_eq!((welsh.language().as_str(), welsh.value("phone").as_deref()), ("cy", Some("12")));
        assert!(welsh.main().contains("letter.pdf"));
        let done = resident.send_files(
            "/call",
            &[("full_name", None, b"Sian"), ("phone", None, b"07700 900 982"), ("letter", None, kept.as_bytes())],
        );
        assert_eq!(done.heading(), "Byddwn yn eich ffonio");
        // Without files it may come as a short form.
        let short = resident.send("/call", &[("full_name", "Sam"), ("phone", "07700 900 982"), ("letter", "")]);
        assert_eq!(short.heading(), "Byddwn yn eich ffonio", "{}", short.main());
        let unreadable = resident.request("POST", "/call", &[("Content-Type", "application/json")], b"{}");
        assert_eq!((unreadable.status, unreadable.errors().len()), (415, 0));
        // What another site has sent is not read, and the page is one of ours.
        for header in [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://elsewhere.example")] {
            let form = [("Content-Type", "application/x-www-form-urlencoded"), header];
            let elsewhere = resident.request("POST", "/call", &form, b"full_name=Sam&phone=07700+900+982");
            assert_eq!((elsewhere.status, elsewhere.language().as_str()), (403, "cy"));
            assert!(elsewhere.header("content-security-policy").unwrap().contains("frame-ancestors 'none'"));
        }
    });
}

/// What a framework refuses by itself, before anybody else sees it.
#[test]
fn a_frameworks_own_limits_end_one_request_and_nothing_else() {
    in_every_framework(|server| {
        let many_headers: String =
            (0..2_000).flat_map(|number| ["X-".to_owned(), number.to_string(), ": x\r\n".to_owned()]).collect();
        let long_path = format!("/{}", "a".repeat(500_000));
        for head in [
            format!("GET /home HTTP/1.1\r\nHost: x\r\n{many_headers}\r\n"),
            format!("GET {long_path} HTTP/1.1\r\nHost: x\r\n\r\n"),
            "GET /home HTTP/9.9\r\n\r\n".to_owned(),
            "nonsense\r\n\r\n".to_owned(),
            "POST /home HTTP/1.1\r\nHost: x\r\nContent-Length: nine\r\n\r\n".to_owned(),
            "POST /home HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nbreaks off".to_owned(),
        ] {
            let mut stream = TcpStream::connect(&server.address).unwrap();
            let _ = stream.write_all(head.as_bytes());
            let _ = stream.shutdown(std::net::Shutdown::Write);
            let mut answer = Vec::new();
            let _ = stream.read_to_end(&mut answer);
            let answer = String::from_utf8_lossy(&answer);
            let status = answer.split(' ').nth(1).unwrap_or_default();
            // A refusal, or a connection that is closed.
            assert!(status.is_empty() || status.starts_with('4'), "{}: {answer}", &head[..40]);
        }
        assert_eq!(server.resident().get("/home").status, 200);
    });
}
