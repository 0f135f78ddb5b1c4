//! Files in forms: what is stored, what is refused, and that nothing else is lost.

use axum::body::Body;
use axum::http::Request;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use townhall::form::{Field, Fields, Form, FormData, FormDataError, Limits, MemoryUploads, Question};
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

fn read_as(content_type: &str, body: Vec<u8>, uploads: &MemoryUploads) -> Result<FormData, FormDataError> {
    let request = Request::post("/").header("content-type", content_type).body(Body::from(body)).unwrap();
    let limits = Limits { bytes: 1_000, fields: 10 };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(receive::<Proof, _>(request, &limits, uploads))
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
    assert_eq!((proof.letter.name(), proof.letter.file_type()), ("my / letter.pdf", FileType::Pdf));
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
    let brand = Brand::council("Northbridge").build().unwrap();
    let html = String::from(form.page(&brand, &Locale::english()));
    assert!(html.contains("enctype=\"multipart/form-data\""));
    assert!(html.contains("accept=\".pdf,.docx\""));
    assert!(html.contains("You have already uploaded first.pdf."));
    let kept = form.data().get("letter").unwrap().to_owned();
    assert!(html.contains(&format!("<input type=\"hidden\" name=\"letter\" value=\"{kept}\">")));

    // The page is sent again with the kept file, and then with another one in its place.
    let again = read(&[("name", None, b"Sam"), ("letter", None, kept.as_bytes()), ("letter", Some(""), b"")], &uploads);
    assert_eq!(Form::<Proof>::submit(again).unwrap().letter.name(), "first.pdf");
    let other = read(
        &[("name", None, b"Sam"), ("letter", None, kept.as_bytes()), ("letter", Some("second.pdf"), PDF)],
        &uploads,
    );
    assert_eq!(Form::<Proof>::submit(other).unwrap().letter.name(), "second.pdf");

    // What the page says about a kept file is not believed.
    let forged = kept.replace("/18/first.pdf", "/99999/other.pdf");
    assert_ne!(forged, kept);
    let data = read(&[("name", None, b"Sam"), ("letter", None, forged.as_bytes())], &uploads);
    assert_eq!(Form::<Proof>::submit(data).unwrap().letter.name(), "first.pdf");
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
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let data = runtime.block_on(receive::<Evidence, _>(request, &Limits::default(), uploads)).unwrap();
    Form::submit(data)
}

#[test]
fn several_files_are_one_field() {
    let uploads = MemoryUploads::new();
    let names = |files: &[UploadedFile]| files.iter().map(UploadedFile::name).collect::<Vec<_>>().join(" ");
    let (one, two, three) =
        (("letters", Some("1.pdf"), PDF), ("letters", Some("2.pdf"), PDF), ("letters", Some("3.pdf"), PDF));

    // Without a name the page comes back, and has kept both files.
    let form = evidence(&[("name", None, b""), one, two], &uploads).unwrap_err();
    let brand = Brand::council("Northbridge").build().unwrap();
    let html = String::from(form.page(&brand, &Locale::english()));
    assert!(html.contains(
        "You have already uploaded 1.pdf and 2.pdf. Choose files again only if you want to replace them all."
    ));
    assert!(html.contains(" multiple"), "{html}");
    let kept: Vec<String> = form.data().get_all("letters").map(str::to_owned).collect();
    let again: Vec<Part<'_>> = kept.iter().map(|file| ("letters", None, file.as_bytes())).collect();

    let name = ("name", None, &b"Sam"[..]);
    let answers = evidence(&[&[name][..], &again, &[("letters", Some(""), b"")]].concat(), &uploads).unwrap();
    assert_eq!(names(&answers.letters), "1.pdf 2.pdf");
    assert!(answers.photos.is_none());
    assert_eq!(names(&evidence(&[&[name][..], &again, &[three]].concat(), &uploads).unwrap().letters), "3.pdf");

    let said = |parts: &[Part<'_>]| evidence(parts, &uploads).unwrap_err().error_texts(&Locale::english());
    assert_eq!(said(&[name]), ["Select letters"]);
    let exe = ("letters", Some("4.exe"), &b"MZ\x90\0"[..]);
    assert_eq!(said(&[name, one, exe, two]), ["The selected file must be a PDF"]);
    assert_eq!(said(&[name, one, two, three, one]), ["You can only select up to 3 files at the same time"]);
    let four: Vec<Part<'_>> = [&[name][..], &again, &again].concat();
    assert_eq!(said(&four), ["You can only select up to 3 files at the same time"]);
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

#[test]
fn types_are_known_by_their_first_bytes() {
    for (bytes, name, expected) in [
        (&b"%PDF-1.4"[..], "a", Some(FileType::Pdf)),
        (b"\xff\xd8\xff\xe0", "a.png", Some(FileType::Jpg)),
        (PNG, "a", Some(FileType::Png)),
        (b"GIF89a", "a", Some(FileType::Gif)),
        (b"BM\x00\x00", "a.bmp", Some(FileType::Bmp)),
        (b"BM\x00\x00", "a.exe", None),
        (b"II*\0", "a", Some(FileType::Tif)),
        (b"MM\0*", "a", Some(FileType::Tif)),
        (b"\0\0\0\x18ftypheic", "a", Some(FileType::Heic)),
        (b"\0\0\0\x18ftypmp42", "a.heic", None),
        (b"PK\x03\x04", "a.DOCX", Some(FileType::Docx)),
        (b"PK\x03\x04", "a.xlsx", Some(FileType::Xlsx)),
        (b"PK\x03\x04", "a.odt", Some(FileType::Odt)),
        (b"PK\x03\x04", "a.ods", Some(FileType::Ods)),
        (b"PK\x03\x04", "a.zip", None),
        (b"a,b\n", "a.csv", Some(FileType::Csv)),
        (b"Si\xc3\xa2n", "a.txt", Some(FileType::Txt)),
        (b"a\0b", "a.txt", None),
        (b"MZ\x90\0", "a.pdf", None),
        (b"", "a.pdf", None),
    ] {
        assert_eq!(FileType::detect(bytes, name), expected, "{name} {bytes:?}");
    }
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
    fn any_name_of_a_file_survives(name in any::<String>()) {
        let file = UploadedFile::new("key", FileType::Pdf, 3, name.as_str()).unwrap();
        prop_assert_eq!(UploadedFile::parse(&file.to_string()), Ok(file));
    }
}
