//! Files in forms: what is stored, what is refused, and that nothing else is lost.

use axum::body::Body;
use axum::http::Request;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use townhall::form::{Field, Fields, FileHandles, Form, FormData, FormDataError, Limits, MemoryUploads, Question};
use townhall::language::Locale;
use townhall::page::Brand;
use townhall::values::{FileType, FullName, UploadedFile};
use townhall::web::axum::receive;
use validator::Validate;

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Proof {
    name: FullName,
    letter: UploadedFile,
    photo: Option<UploadedFile>,
}

impl Question for Proof {
    const NAME: &'static str = "proof";

    fn fields() -> Fields {
        Fields::new()
            .field("letter", Field::new().files(&[FileType::Pdf, FileType::Docx], 2_048))
            .field("photo", Field::new().files(&[FileType::Jpg, FileType::Png], 1))
    }
}

const PDF: &[u8] = b"%PDF-1.7 and so on";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and so on";

/// A part of a form: its name, the name of its file, and what is in it.
type Part<'p> = (&'p str, Option<&'p str>, &'p [u8]);

fn body(parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, content) in parts {
        let file =
            file.map(|file| format!("; filename=\"{file}\"\r\nContent-Type: application/pdf")).unwrap_or_default();
        body.extend(format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").as_bytes());
        body.extend(*content);
        body.extend(b"\r\n");
    }
    body.extend(b"--cut--\r\n");
    body
}

/// The application's own, without sessions.
fn handles() -> FileHandles {
    FileHandles::new([7; 32])
}

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

/// The handles with which a page keeps the files of a field.
fn kept(html: &str, field: &str) -> Vec<String> {
    let start = format!("<input type=\"hidden\" name=\"{field}\" value=\"");
    html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

fn page<Q: Question>(form: &Form<Q>) -> String {
    let brand = Brand::council("Northbridge").build().unwrap();
    String::from(form.page(&brand, &Locale::english()))
}

fn read_as(content_type: &str, body: Vec<u8>, uploads: &MemoryUploads) -> Result<FormData, FormDataError> {
    let request = Request::post("/").header("content-type", content_type).body(Body::from(body)).unwrap();
    let limits = Limits { bytes: 1_000, fields: 10, ..Limits::default() };
    run(receive::<Proof, _>(request, &limits, uploads, &handles()))
}

fn read(parts: &[Part<'_>], uploads: &MemoryUploads) -> FormData {
    read_as("multipart/form-data; boundary=cut", body(parts), uploads).unwrap()
}

fn errors(parts: &[Part<'_>], uploads: &MemoryUploads) -> Vec<String> {
    Form::<Proof>::submit(read(parts, uploads)).expect_err("something is wrong").error_texts(&Locale::english())
}

#[test]
fn a_good_file_is_stored_and_found_again() {
    let uploads = MemoryUploads::new();
    let data =
        read(&[("name", None, b"Sam"), ("letter", Some("my / letter.pdf"), PDF), ("photo", Some(""), b"")], &uploads);
    let proof = Form::<Proof>::submit(data).unwrap();
    assert_eq!((proof.letter.name(), proof.letter.file_type()), ("letter.pdf", FileType::Pdf));
    assert_eq!(proof.letter.size(), PDF.len() as u64);
    assert_eq!(uploads.content(proof.letter.key()).unwrap(), PDF);
    assert!(proof.photo.is_none());
    let json = serde_json::to_string(&proof).unwrap();
    assert_eq!(serde_json::from_str::<Proof>(&json).unwrap().letter, proof.letter);
}

#[test]
fn what_is_wrong_with_files_is_told_with_everything_else() {
    let uploads = MemoryUploads::new();
    let large = [PDF, &vec![b'x'; 2 * 1024 * 1024]].concat();
    for (letter, file, expected) in [
        (Some("a.exe"), &b"MZ\x90\0"[..], "The selected file must be a PDF or DOCX"),
        (Some("lying.pdf"), PNG, "The selected file must be a PDF or DOCX"),
        (Some("a.pdf"), b"", "The selected file is empty"),
        (Some("large.pdf"), &large, "The selected file must be smaller than 2MB"),
        (Some(""), b"", "Select letter"),
        (None, b"key/PDF/1/a.pdf", "Select letter"),
    ] {
        let said = errors(&[("name", None, b""), ("letter", letter, file)], &uploads);
        assert_eq!(said, ["Enter name", expected], "{letter:?}");
    }
    let said = errors(
        &[("name", None, b"Sam"), ("letter", Some("a.pdf"), PDF), ("photo", Some("a.png"), &PNG.repeat(100))],
        &uploads,
    );
    assert_eq!(said, ["The selected file must be smaller than 1KB"]);
}

#[test]
fn a_file_is_kept_while_other_answers_are_wrong() {
    let uploads = MemoryUploads::new();
    let form =
        Form::<Proof>::submit(read(&[("name", None, b""), ("letter", Some("first.pdf"), PDF)], &uploads)).unwrap_err();
    let html = page(&form);
    assert!(html.contains("enctype=\"multipart/form-data\""));
    assert!(html.contains("accept=\".pdf,.docx\""));
    assert!(html.contains("You have already uploaded first.pdf."));
    assert!(html.contains("Remove first.pdf"), "{html}");
    let [kept] = <[String; 1]>::try_from(kept(&html, "letter")).unwrap();

    // The page is sent again with the kept file, and then with another one in its place.
    let again = read(&[("name", None, b"Sam"), ("letter", None, kept.as_bytes()), ("letter", Some(""), b"")], &uploads);
    assert_eq!(Form::<Proof>::submit(again).unwrap().letter.name(), "first.pdf");
    let other = read(
        &[("name", None, b"Sam"), ("letter", None, kept.as_bytes()), ("letter", Some("second.pdf"), PDF)],
        &uploads,
    );
    assert_eq!(Form::<Proof>::submit(other).unwrap().letter.name(), "second.pdf");
    // A form without files of its own keeps it as well.
    let urlencoded = format!("name=Sam&letter={kept}");
    let again = read_as("application/x-www-form-urlencoded", urlencoded.into_bytes(), &uploads).unwrap();
    assert_eq!(Form::<Proof>::submit(again).unwrap().letter.name(), "first.pdf");

    // Its button takes it away, and the page is shown again, without errors.
    let removed = read(
        &[("name", None, b""), ("letter", None, kept.as_bytes()), ("townhall-remove-file", None, kept.as_bytes())],
        &uploads,
    );
    let form = Form::<Proof>::submit(removed).unwrap_err();
    assert!(form.errors().is_empty());
    assert!(!page(&form).contains("first.pdf"));

    // One that has expired, or was removed, has to be chosen again.
    run(townhall::form::Uploads::remove(&uploads, kept.split('.').next().unwrap())).unwrap();
    let said = errors(&[("name", None, b"Sam"), ("letter", None, kept.as_bytes())], &uploads);
    assert_eq!(said, ["Select the file again"]);
}

#[test]
fn no_text_is_a_file() {
    let uploads = MemoryUploads::new();
    let data =
        read(&[("name", None, b"Sam"), ("letter", Some("first.pdf"), PDF), ("photo", Some("p.png"), PNG)], &uploads);
    let good = Form::<Proof>::submit(data.clone()).unwrap();
    let form = Form::<Proof>::again(data);
    let html = page(&form);
    let [letter] = <[String; 1]>::try_from(kept(&html, "letter")).unwrap();
    let [photo] = <[String; 1]>::try_from(kept(&html, "photo")).unwrap();
    let key = good.letter.key();
    let claims = [
        "../PDF/99/x.exe".to_owned(),
        format!("{key}/PDF/18/first.pdf"),
        key.to_owned(),
        format!("{key}."),
        format!("{key}.{}", "0".repeat(32)),
        letter.replace(|c: char| c.is_ascii_digit(), "0"),
        letter.to_uppercase(),
        serde_json::to_string(&good.letter).unwrap(),
        // Signed, but for another field.
        photo.clone(),
        // Signed, but for another session, or with another key.
        FileHandles::new([7; 32]).for_session("theirs").owner().to_owned(),
        " ".to_owned(),
        String::new(),
    ];
    for claim in &claims {
        let said = |data: FormData| Form::<Proof>::submit(data).expect_err(claim).error_texts(&Locale::english());
        let body = form_urlencoded(&[("name", "Sam"), ("letter", claim)]);
        // The extractor of all frameworks, and the function that knows files.
        let data = FormData::from_urlencoded(body.as_bytes(), &Limits::default()).unwrap();
        assert_eq!(data.files("letter").count(), 0, "{claim}");
        assert_eq!(said(data), ["Select letter"], "{claim}");
        let data = read_as("application/x-www-form-urlencoded", body.into_bytes(), &uploads).unwrap();
        assert_eq!(said(data), ["Select letter"], "{claim}");
        let data = read(&[("name", None, b"Sam"), ("letter", None, claim.as_bytes())], &uploads);
        assert_eq!(said(data), ["Select letter"], "{claim}");
        let data: FormData = [("name", "Sam"), ("letter", claim)].into_iter().collect();
        assert_eq!(said(data), ["Select letter"], "{claim}");
    }
    // A page of another session keeps nothing of this one.
    let foreign = FileHandles::new([7; 32]).for_session("theirs");
    let sent = body(&[("name", None, b"Sam"), ("letter", None, letter.as_bytes())]);
    let request =
        Request::post("/").header("content-type", "multipart/form-data; boundary=cut").body(Body::from(sent)).unwrap();
    let data = run(receive::<Proof, _>(request, &Limits::default(), &uploads, &foreign)).unwrap();
    assert_eq!(data.files("letter").count(), 0);
    // serde reads no file from a text either.
    for claim in claims {
        let json = serde_json::json!({ "name": "Sam", "letter": claim, "photo": null });
        assert!(serde_json::from_value::<Proof>(json).is_err());
    }
}

fn form_urlencoded(pairs: &[(&str, &str)]) -> String {
    pairs.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<FormData>().to_urlencoded()
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Evidence {
    name: FullName,
    letters: Vec<UploadedFile>,
    photos: Option<Vec<UploadedFile>>,
}

impl Question for Evidence {
    const NAME: &'static str = "evidence";

    fn fields() -> Fields {
        Fields::new().field("letters", Field::new().files(&[FileType::Pdf], 2_048).most_files(3))
    }
}

fn evidence(parts: &[Part<'_>], uploads: &MemoryUploads) -> Result<Evidence, Form<Evidence>> {
    let body = Body::from(body(parts));
    let request = Request::post("/").header("content-type", "multipart/form-data; boundary=cut").body(body).unwrap();
    Form::submit(run(receive::<Evidence, _>(request, &Limits::default(), uploads, &handles())).unwrap())
}

#[test]
fn several_files_are_one_field() {
    let uploads = MemoryUploads::new();
    let names = |files: &[UploadedFile]| files.iter().map(UploadedFile::name).collect::<Vec<_>>().join(" ");
    let (one, two, three) =
        (("letters", Some("1.pdf"), PDF), ("letters", Some("2.pdf"), PDF), ("letters", Some("3.pdf"), PDF));

    // Without a name the page comes back, and has kept both files.
    let form = evidence(&[("name", None, b""), one, two], &uploads).unwrap_err();
    let html = page(&form);
    assert!(html.contains("You have already uploaded 1.pdf and 2.pdf. Files you choose now will be added."));
    assert!(html.contains(" multiple") && html.contains("name=\"townhall-upload\""), "{html}");
    let handles = kept(&html, "letters");
    let again: Vec<Part<'_>> = handles.iter().map(|file| ("letters", None, file.as_bytes())).collect();

    // What is chosen now is added to them.
    let name = ("name", None, &b"Sam"[..]);
    let answers = evidence(&[&[name][..], &again, &[("letters", Some(""), b"")]].concat(), &uploads).unwrap();
    assert_eq!(names(&answers.letters), "1.pdf 2.pdf");
    assert!(answers.photos.is_none());
    let added = evidence(&[&[name][..], &again, &[three]].concat(), &uploads).unwrap();
    assert_eq!(names(&added.letters), "1.pdf 2.pdf 3.pdf");

    // Each can be removed by itself, and a button uploads more without answering.
    let remove = ("townhall-remove-file", None, handles[0].as_bytes());
    let form = evidence(&[&[name][..], &again, &[remove]].concat(), &uploads).unwrap_err();
    assert!(form.errors().is_empty());
    assert_eq!(names(&form.data().files("letters").cloned().collect::<Vec<_>>()), "2.pdf");
    let upload = ("townhall-upload", None, &b"yes"[..]);
    let form = evidence(&[&[("name", None, &b""[..])][..], &again, &[three, upload]].concat(), &uploads).unwrap_err();
    assert!(form.errors().is_empty());
    assert_eq!(names(&form.data().files("letters").cloned().collect::<Vec<_>>()), "1.pdf 2.pdf 3.pdf");

    let said = |parts: &[Part<'_>]| evidence(parts, &uploads).unwrap_err().error_texts(&Locale::english());
    assert_eq!(said(&[name]), ["Select letters"]);
    // One that is bad costs nothing of the others, whichever button is pressed.
    let exe = ("letters", Some("4.exe"), &b"MZ\x90\0"[..]);
    for parts in [&[name, one, exe, two][..], &[name, one, exe, two, upload]] {
        let form = evidence(parts, &uploads).unwrap_err();
        assert_eq!(form.error_texts(&Locale::english()), ["The selected file must be a PDF"]);
        assert_eq!(names(&form.data().files("letters").cloned().collect::<Vec<_>>()), "1.pdf 2.pdf");
        assert_eq!(kept(&page(&form), "letters").len(), 2);
    }
    let most = ["You can only select up to 3 files at the same time"];
    assert_eq!(said(&[name, one, two, three, one]), most);
    assert_eq!(said(&[&[name][..], &again, &[three, one]].concat()), most);
    // A file is one file, however often a page names it.
    let twice: Vec<Part<'_>> = [&[name][..], &again, &again].concat();
    assert_eq!(names(&evidence(&twice, &uploads).unwrap().letters), "1.pdf 2.pdf");
    let photo = ("photos", Some("p.png"), PNG);
    assert_eq!(names(&evidence(&[name, one, photo, photo], &uploads).unwrap().photos.unwrap()), "p.png p.png");
}

#[test]
fn a_form_that_cannot_be_read_says_how_to_answer() {
    let uploads = MemoryUploads::new();
    let multipart = "multipart/form-data; boundary=cut";
    let status =
        |content_type: &str, body: Vec<u8>| read_as(content_type, body, &uploads).map_err(|error| error.status());
    let whole = body(&[("name", None, b"Sam"), ("letter", Some("a.pdf"), PDF)]);
    for at in [1, 30, whole.len() / 2, whole.len() - 10] {
        assert_eq!(status(multipart, whole[..at].to_vec()).map(|_| ()), Err(400), "cut off after {at} bytes");
    }
    assert_eq!(status(multipart, body(&[("name", None, &[b'x'; 1_001])])).map(|_| ()), Err(413));
    assert_eq!(status(multipart, body(&[("name", None, &b"x"[..]); 11])).map(|_| ()), Err(413));
    assert_eq!(status(multipart, body(&[("name", None, b"\xff")])).map(|_| ()), Err(400));
    assert_eq!(status("application/json", b"{}".to_vec()).map(|_| ()), Err(415));
    assert_eq!(status("", Vec::new()).map(|_| ()), Err(415));
    assert_eq!(status("multipart/form-data", whole).map(|_| ()), Err(415));
    assert_eq!(status("application/x-www-form-urlencoded", vec![b'a'; 1_001]).map(|_| ()), Err(413));
    let urlencoded = status("application/x-www-form-urlencoded; charset=utf-8", b"name=Sam".to_vec()).unwrap();
    assert_eq!(urlencoded.get("name"), Some("Sam"));
}

proptest! {
    #[test]
    fn any_bytes_are_a_form_with_files_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..300), at in 0..200_usize) {
        let uploads = MemoryUploads::new();
        let mut body = body(&[("name", None, b"Sam"), ("letter", Some("a.pdf"), PDF)]);
        let at = at.min(body.len());
        body.splice(at..at, bytes);
        if let Ok(data) = read_as("multipart/form-data; boundary=cut", body, &uploads) {
            let _ = Form::<Proof>::submit(data);
        }
    }

    #[test]
    fn a_file_survives_serde_whatever_its_name_was(name in any::<String>()) {
        let file = UploadedFile::new("key", FileType::Pdf, 3, name).unwrap();
        let json = serde_json::to_string(&file).unwrap();
        prop_assert_eq!(serde_json::from_str::<UploadedFile>(&json).unwrap(), file);
    }
}
