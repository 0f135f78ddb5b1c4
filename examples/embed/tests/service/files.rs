//! Files in a service: whose they are, what becomes of those of refused requests, and that an answer keeps its file.

use std::path::{Path, PathBuf};

use super::client::{Part, Server};
use super::{ANSWERS, Resident, over_every_server};

const PDF: &[u8] = b"%PDF-1.7 and so on";
const MULTIPART: (&str, &str) = ("Content-Type", "multipart/form-data; boundary=cut");
const HERE: (&str, &str) = ("Sec-Fetch-Site", "same-origin");

/// All files that the service has stored.
fn stored(server: &Server) -> Vec<PathBuf> {
    fn below(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() { below(&path, files) } else { files.push(path) }
        }
    }
    let mut files = Vec::new();
    below(&server.folder.join("files"), &mut files);
    files
}

fn whole(parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, content) in parts {
        let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
        body.extend(format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").as_bytes());
        body.extend(*content);
        body.extend(b"\r\n");
    }
    body.extend(b"--cut--\r\n");
    body
}

/// Walks to the page that asks for a file.
fn walk_to_the_proof(resident: &mut Resident<'_>) {
    resident.get("/home");
    resident.answer(ANSWERS[0].0, ANSWERS[0].1);
    resident.answer("/council-tax", &[("pays", "no")]);
    resident.answer(ANSWERS[2].0, ANSWERS[2].1);
    resident.answer("/contact", &[("how", "letter")]);
    assert_eq!(resident.get("/proof").status, 200);
}

#[test]
fn no_text_is_taken_for_a_file() {
    over_every_server(|server| {
        let mut resident = server.resident();
        walk_to_the_proof(&mut resident);
        let page = resident.send_files("/proof", &[("letter", Some("bill.pdf"), PDF)]);
        assert!(page.location().starts_with("/vehicle/"), "{}", page.location());
        let kept = resident.get("/proof").value("letter").unwrap();
        let key = kept.split('.').next().unwrap();
        let mut stranger = server.resident();
        walk_to_the_proof(&mut stranger);
        let claims =
            ["../PDF/99/x.exe", &format!("{key}/PDF/18/bill.pdf"), key, &kept, &kept.to_uppercase(), "{}", "x.y"];
        for claim in claims {
            for page in [
                stranger.send("/proof", &[("letter", claim)]),
                stranger.send_files("/proof", &[("letter", None, claim.as_bytes())]),
            ] {
                assert_eq!((page.status, page.errors()), (200, vec!["Select a letter or bill".to_owned()]), "{claim}");
                assert!(!page.html.contains("bill.pdf"));
            }
        }
        // Whoever uploaded it keeps it, in both kinds of form.
        assert!(resident.send("/proof", &[("letter", &kept)]).location().starts_with("/vehicle/"));
        let sent = resident.send_files("/proof", &[("letter", None, kept.as_bytes())]);
        assert!(sent.location().starts_with("/vehicle/"), "{}", sent.location());
    });
}

#[test]
fn refused_requests_leave_no_files() {
    over_every_server(|server| {
        let file: Part<'_> = ("letter", Some("bill.pdf"), PDF);
        let mut resident = server.resident();
        resident.get("/home");
        let token = resident.token.clone();
        let good: Part<'_> = ("townhall-token", None, token.as_bytes());
        // Too early, and on pages that take no files or no forms.
        for path in ["/proof", "/home", "/cookies", "/nothing", "/", "/check-answers"] {
            resident.request("POST", path, &[MULTIPART, HERE], &whole(&[good, file]));
        }
        // No session, and from another site.
        let mut forgetful = server.resident();
        forgetful.request("POST", "/proof", &[MULTIPART, HERE], &whole(&[good, file]));
        let elsewhere = ("Sec-Fetch-Site", "cross-site");
        walk_to_the_proof(&mut resident);
        let token = resident.token.clone();
        let good: Part<'_> = ("townhall-token", None, token.as_bytes());
        assert_eq!(resident.request("POST", "/proof", &[MULTIPART, elsewhere], &whole(&[good, file])).status, 403);
        // A file before the token, and one without.
        assert_eq!(resident.request("POST", "/proof", &[MULTIPART, HERE], &whole(&[file, good])).status, 403);
        assert_eq!(resident.request("POST", "/proof", &[MULTIPART, HERE], &whole(&[file])).status, 403);
        // A token that is not this session's: the file is not stored, whatever the page says.
        let wrong: Part<'_> =
            ("townhall-token", None, b"0000000000000000000000000000000000000000000000000000000000000000");
        resident.request("POST", "/proof", &[MULTIPART, HERE], &whole(&[wrong, file]));
        // Cut off.
        let cut = whole(&[good, file]);
        for at in [cut.len() - 4, cut.len() - 20] {
            assert_eq!(resident.request("POST", "/proof", &[MULTIPART, HERE], &cut[..at]).status, 400);
        }
        assert_eq!(stored(server), Vec::<PathBuf>::new());

        // One field is one file, however many are sent.
        let many: Vec<Part<'_>> = std::iter::once(good).chain(std::iter::repeat_n(file, 300)).collect();
        assert_eq!(resident.request("POST", "/proof", &[MULTIPART, HERE], &whole(&many)).errors().len(), 1);
        assert_eq!(stored(server).len(), 2, "a file, and what is known about it");

        // Sent already.
        let sent = resident.send_files("/proof", &[file]);
        resident.follow(sent);
        let saved = stored(server).len();
        resident.answer(ANSWERS[4].0, ANSWERS[4].1);
        resident.answer(ANSWERS[5].0, ANSWERS[5].1);
        resident.answer("/length", &[("months", "6")]);
        assert_eq!(resident.send("/check-answers", &[]).location(), "/confirmation");
        let page = resident.send_files("/proof", &[file]);
        assert!(page.status == 200 && page.main().contains("View your confirmation"), "{}", page.heading());
        assert_eq!(stored(server).len(), saved);
    });
}

#[test]
fn an_answer_keeps_its_file_and_what_takes_its_place_lets_it_go() {
    let server = Server::start("sqlite");
    let mut resident = server.resident();
    walk_to_the_proof(&mut resident);
    let until = || {
        let mut all: Vec<u64> = stored(&server)
            .iter()
            .filter(|path| path.extension().is_some_and(|ending| ending == "until"))
            .map(|path| std::fs::read_to_string(path).unwrap().parse().unwrap())
            .collect();
        all.sort_unstable();
        all
    };
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let (hour, day) = (60 * 60, 24 * 60 * 60);

    // A form that is shown again keeps its file for the hour that every file has.
    let page = resident.send_files("/proof", &[("letter", Some("first.pdf"), PDF), ("townhall-upload", None, b"yes")]);
    assert!(page.main().contains("first.pdf"));
    assert_eq!(until(), Vec::<u64>::new());

    // Saved, it stays as long as the answers do.
    let kept = page.value("letter").unwrap();
    let sent = resident.send_files("/proof", &[("letter", None, kept.as_bytes())]);
    assert!(sent.location().starts_with("/vehicle/"), "{}", sent.location());
    assert!(matches!(until()[..], [until] if until >= now + 7 * day), "{:?}", until());

    // Another takes its place. It goes within the hour, unless a page that is open brings it back.
    assert!(resident.send_files("/proof", &[("letter", Some("second.pdf"), PDF)]).location().starts_with("/vehicle/"));
    assert!(
        matches!(until()[..], [first, second] if first <= now + hour + 60 && second >= now + 7 * day),
        "{:?}",
        until()
    );
    let sent = resident.send_files("/proof", &[("letter", None, kept.as_bytes())]);
    assert!(sent.location().starts_with("/vehicle/"), "{}", sent.location());
    assert!(resident.get("/proof").main().contains("first.pdf"));
    assert!(
        matches!(until()[..], [second, first] if second <= now + hour + 60 && first >= now + 7 * day),
        "{:?}",
        until()
    );

    // Removed, it is asked for again.
    let page = resident
        .send_files("/proof", &[("letter", None, kept.as_bytes()), ("townhall-remove-file", None, kept.as_bytes())]);
    assert_eq!((page.status, page.errors().len(), page.main().contains("first.pdf")), (200, 0, false));

    // Sent, it belongs to whoever gets it.
    let page = resident.get("/vehicle");
    resident.follow(page);
    resident.answer(ANSWERS[4].0, ANSWERS[4].1);
    resident.answer(ANSWERS[5].0, ANSWERS[5].1);
    resident.answer("/length", &[("months", "6")]);
    assert_eq!(resident.send("/check-answers", &[]).location(), "/confirmation");
    assert_eq!(until().last(), Some(&u64::MAX));
}

#[test]
fn files_are_kept_in_every_language() {
    let server = Server::start("memory");
    for (language, uploaded, remove) in [
        ("en", "You have already uploaded bill.pdf.", "Remove bill.pdf"),
        ("cy", "Rydych eisoes wedi uwchlwytho bill.pdf.", "Tynnu bill.pdf"),
        ("ur", "bill.pdf", "ہٹائیں"),
    ] {
        let mut resident = server.resident();
        resident.language = Some(language);
        walk_to_the_proof(&mut resident);
        resident.send_files("/proof", &[("letter", Some("bill.pdf"), PDF)]);
        let page = resident.get("/proof");
        // The direction of a name is its own.
        let text = page.main().replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
        assert!(text.contains(uploaded) && text.contains(remove), "{text}");
        // The Enter key presses the first button, which must not remove anything.
        let first = page.html.split("<form id=\"question\"").nth(1).unwrap().split("<button").nth(1).unwrap();
        assert!(!first.split('>').next().unwrap().contains("name="), "{first}");
    }
}
