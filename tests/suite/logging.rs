//! Nothing that somebody has typed is in a log: not in an event of any level, and not in what `Debug` shows.

use std::fmt::Debug;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

use http::Request;
use serde::{Deserialize, Serialize};
use townhall::components as c;
use townhall::form::{Form, FormData, MemoryUploads, Question};
use townhall::journey::{
    AnswerStore, Journey, Keys, MemoryStore, Receipt, Record, RecordId, StoreError, StoreFuture, Submission,
};
use townhall::language::{Argument, Languages, Locale};
use townhall::markup::{Content, Prose};
use townhall::page::{Brand, Document, Layout, Page};
use townhall::patterns::{AnswerRow, AnswerSection, AnswerValue, CheckAnswersPage, ConfirmEmailPage, ListedItem};
use townhall::values::{Date, FullName, Money, Text, UploadedFile, WholeNumber};
use townhall::web::{RequestLanguage, Service};

use super::whole::{FORM, Pieces, Resident, builder, whole};

/// What nobody but the person who typed it should see.
const SECRET: &str = "Zzyzx";

/// What was logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn lines(&self) -> Vec<String> {
        String::from_utf8_lossy(&self.0.lock().unwrap()).lines().map(str::to_owned).collect()
    }
}

/// Runs something, and returns all that this thread has logged meanwhile.
fn logged(work: impl Future<Output = ()>) -> Vec<String> {
    // While there is one subscriber alone, `tracing` asks the thread that comes to an event first whether anybody wants it: one of another test says no
    // for all of them. With a second subscriber it asks both.
    static SECOND: std::sync::LazyLock<tracing::Dispatch> = std::sync::LazyLock::new(|| {
        tracing::Dispatch::new(
            tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(std::io::sink).finish(),
        )
    });
    std::sync::LazyLock::force(&SECOND);
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, || crate::block_on(work));
    log.lines()
}

fn has(lines: &[String], parts: &[&str]) -> bool {
    lines.iter().any(|line| parts.iter().all(|part| line.contains(part)))
}

/// The id that an event has.
fn id(line: &str) -> Option<&str> {
    line.split("request_id=\"").nth(1)?.split('"').next()
}

/// A store that is away now and then.
#[derive(Clone, Default)]
struct Away {
    store: MemoryStore,
    is_away: Arc<std::sync::atomic::AtomicBool>,
}

impl Away {
    fn check(&self) -> Result<(), StoreError> {
        let is_away = self.is_away.load(std::sync::atomic::Ordering::Relaxed);
        if is_away { Err(StoreError::Unavailable("connection refused".into())) } else { Ok(()) }
    }
}

impl AnswerStore for Away {
    fn load<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, Option<Record>> {
        Box::pin(async move {
            self.check()?;
            self.store.load(id).await
        })
    }

    fn save<'a>(&'a self, id: &'a RecordId, record: Record) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            self.check()?;
            self.store.save(id, record).await
        })
    }

    fn delete<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, ()> {
        self.store.delete(id)
    }

    fn delete_expired(&self, limit: u32) -> StoreFuture<'_, u64> {
        self.store.delete_expired(limit)
    }
}

/// The same service later: names have become numbers, so that what was kept cannot be read as it was.
#[derive(Default, Serialize, Deserialize)]
struct Later {
    name: Option<LaterName>,
}

#[derive(Serialize, Deserialize, validator::Validate)]
struct LaterName {
    full_name: u32,
}

impl Question for LaterName {
    const NAME: &'static str = "name";
}

#[test]
fn no_event_of_a_walk_has_anything_that_was_typed() {
    let store = Away::default();
    let key = "07".repeat(32);
    let keys = || Keys::from_hex(&key).unwrap();
    // The application's own error repeats what it was given, as errors do.
    let failing = async |submission: Submission<super::whole::All>| {
        let name = submission.answers.name.map(|name| name.full_name.to_string()).unwrap_or_default();
        if name.starts_with("Fails") { Err(format!("no such person: {name}").into()) } else { Ok(Receipt::new("AL-1")) }
    };
    let lines = logged(async {
        let service = Arc::new(builder(failing).store(store.clone(), keys()).build().unwrap());
        let mut resident = Resident::new(&service);
        // A session that the check of what is typed is told apart by.
        resident.walk(&format!("Sam {SECRET}"), SECRET).await;
        resident.get(&format!("/{SECRET}")).await;
        resident.get(&format!("/name?{SECRET}=1")).await;
        resident.get(&format!("/pets/{SECRET}")).await;
        resident.send("/name", &[("full_name", &SECRET.repeat(100)), (SECRET, SECRET)]).await;
        resident.send("/born", &[("born-day", SECRET), ("born-month", "2"), ("born-year", "1980")]).await;
        resident.send_file("/proof", "letter", &format!("{SECRET}.pdf"), SECRET.as_bytes()).await;
        resident.send_file("/proof", "letter", &format!("{SECRET}.pdf"), b"%PDF-1.7 Zzyzx").await;
        resident.request("POST", "/name", &format!("text/{SECRET}"), whole(SECRET)).await;
        resident.request("POST", "/name", FORM, whole(format!("full_name={SECRET}%ff"))).await;
        resident
            .request("POST", "/name", "multipart/form-data; boundary=Zzyzx", whole(format!("--{SECRET}\r\n")))
            .await;
        resident.send("/return", &[("reference", SECRET), ("secret", SECRET)]).await;
        resident.send("/return", &[("reference", "NB-1234-5678"), ("secret", &format!("ABCD-{SECRET}"))]).await;
        resident.send("/feedback", &[("satisfaction", "satisfied"), ("improve", SECRET)]).await;
        // What is refused.
        let token = std::mem::replace(&mut resident.token, SECRET.to_owned());
        resident.send("/name", &[("full_name", SECRET)]).await;
        resident.token = token;
        let elsewhere = Request::post("/name").header("origin", format!("https://{SECRET}.example"));
        let elsewhere = elsewhere.header("content-type", FORM).header("host", "all.example");
        drop(service.respond(elsewhere.body(whole(format!("full_name={SECRET}"))).unwrap()).await);
        // Ids that are none, and one that is.
        resident.headers.push(("x-request-id", format!("{SECRET} {SECRET}")));
        resident.get("/name").await;
        resident.headers = vec![("x-request-id", "proxy-1234".to_owned())];
        assert_eq!(resident.get("/name").await.headers()["x-request-id"], "proxy-1234");
        resident.headers.clear();
        // Saved, and come back to, if the page says how.
        resident.send("/name", &[("full_name", &format!("Fails {SECRET}")), ("townhall-save", "yes")]).await;
        let saved = resident.get("/save").await.into_body();
        let codes: Vec<&str> = saved.split("<bdi>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
        if let [reference, secret, ..] = codes[..] {
            resident.send("/return", &[("reference", reference), ("secret", secret)]).await;
        }
        // Sent in vain, then sent.
        resident.get("/check-answers").await;
        resident.send("/check-answers", &[]).await;
        resident.send("/name", &[("full_name", &format!("Sam {SECRET}"))]).await;
        // The store is away.
        store.is_away.store(true, std::sync::atomic::Ordering::Relaxed);
        resident.send("/name", &[("full_name", SECRET)]).await;
        resident.get("/check-answers").await;
        store.is_away.store(false, std::sync::atomic::Ordering::Relaxed);
        // Another version reads what was kept.
        let words = "all = All\nall-confirmation = Sent\nname-full_name = Name\n    .it = your name";
        let languages = Languages::builder().file("en", "later.ftl", words).build().unwrap();
        let journey = Journey::new("all").question(|a: &mut Later| &mut a.name).submit(async |_| Ok(Receipt::new("1")));
        let later = Service::builder(journey, Brand::council("Northbridge").build().unwrap(), languages);
        let later = later.store(store.store.clone(), keys()).build().unwrap();
        for path in ["/name", "/check-answers"] {
            let mut request = Request::get(path).header("host", "all.example");
            let cookies: Vec<String> = resident.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header("cookie", cookies.join("; "));
            drop(later.respond(request.body(Pieces(Vec::new())).unwrap()).await);
        }
        resident.get("/check-answers").await;
        resident.send("/check-answers", &[]).await;
    });
    assert!(lines.len() > 30, "{lines:#?}");
    for line in &lines {
        assert!(!line.contains(SECRET) && !line.contains(&SECRET.to_uppercase()), "{line}");
        // Each event of the service says of which page and of which request it is.
        if line.contains("townhall: ") && !line.contains("what has expired") {
            assert!(line.contains("route=") && id(line).is_some(), "{line}");
        }
    }
    for parts in [
        &["route=/name", "status=303", "answered"][..],
        &["route=not found", "status=404", "answered"],
        &["request_id=\"proxy-1234\"", "answered"],
        &["INFO", "sent"],
        &["WARN", "a form from another site was refused"],
        &["WARN", "a form could not be read", "content-type"],
        &["WARN", "a reference and a secret that open nothing"],
        &["ERROR", "a submission failed"],
        &["ERROR", "connection refused"],
    ] {
        assert!(has(&lines, parts), "{parts:?}: {lines:#?}");
    }
    // Two requests have two ids.
    let mut ids: Vec<&str> =
        lines.iter().filter(|line| line.contains("answered")).filter_map(|line| id(line)).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn each_response_has_the_id_of_its_request() {
    let service = super::whole::service();
    crate::block_on(async {
        let mut resident = Resident::new(&service);
        for path in ["/", "/name", "/nothing", "/check-answers", "/name/", "/privacy"] {
            let response = resident.get(path).await;
            assert_eq!(response.headers()["x-request-id"].len(), 32, "{path}");
        }
    });
}

/// The types that can hold what somebody typed, as `Debug` shows one that does.
#[test]
fn debug_shows_nothing_that_was_typed() {
    let brand = Brand::council("Northbridge").build().unwrap();
    let locale = Locale::english();
    let layout = Layout::new(&brand, &locale).service(SECRET, "/");
    let data: FormData = [("full_name", SECRET)].into_iter().collect();
    let name: FullName = SECRET.parse().unwrap();
    let born: Date = "1984-09-27".parse().unwrap();
    let row = || AnswerRow::new("Name", SECRET).change("/name");
    let input = c::Input::new("name", "Name").value(SECRET).hint(SECRET).error_message(SECRET);
    let request = Request::get("/").header("cookie", SECRET).body(()).unwrap().into_parts().0;
    let mut seen = Vec::new();
    let mut show = |value: &dyn Debug| seen.push(format!("{value:?} {value:#?}"));
    // Values.
    show(&name);
    show(&SECRET.parse::<Text<50>>().unwrap());
    show(&born);
    show(&"1984".parse::<WholeNumber>().unwrap());
    show(&"1984.00".parse::<Money>().unwrap());
    show(&UploadedFile::new("0".repeat(64), townhall::values::FileType::Pdf, 42, format!("{SECRET}.pdf")).unwrap());
    // Forms and answers.
    show(&data);
    show(&Form::<super::whole::Name>::again(data.clone()));
    show(&Form::<super::whole::Name>::again(data.clone()).page(&brand, &locale));
    show(&super::whole::Name { full_name: name.clone(), email: None });
    show(&Submission::new(SECRET.to_owned(), SECRET, locale.clone()));
    show(&Record { version: 0, expires: 0, data: SECRET.into() });
    show(&MemoryStore::new());
    show(&MemoryUploads::new());
    show(&RequestLanguage::new(&request));
    show(&Argument::from(SECRET));
    // Components.
    show(&input);
    show(&c::Textarea::new("a", "a").value(SECRET));
    show(&c::CharacterCount::new("a", "a").value(SECRET));
    show(&c::SummaryList::new([(SECRET, SECRET)]));
    show(&c::SummaryListRow::new(SECRET, SECRET));
    show(&c::Table::new([[c::TableCell::new(SECRET)]]).caption(SECRET));
    show(&c::TableCell::new(SECRET));
    show(&c::InsetText::new(SECRET));
    show(&c::Panel::new(SECRET));
    show(&c::Label::new(SECRET));
    show(&c::RadioItem::new(SECRET, SECRET));
    show(&c::Select::new("a", "a", [(SECRET, SECRET)]).value(SECRET));
    show(&Content::from(SECRET));
    show(&Prose::new(SECRET));
    // Pages.
    show(&row());
    show(&AnswerValue::Missing(SECRET.into()));
    show(&AnswerSection::new(SECRET, [row()]));
    show(&CheckAnswersPage::new().heading(SECRET).section(AnswerSection::new(SECRET, [row()])));
    show(&ListedItem { title: SECRET.into(), rows: vec![row()], change: SECRET.into(), remove: Some(SECRET.into()) });
    show(&ConfirmEmailPage::new(SECRET, SECRET));
    show(&Page::new(&brand, SECRET).content(SECRET));
    show(&layout);
    show(&layout.page(SECRET));
    show(&Document::new(SECRET).header("x-a", SECRET));
    for shown in &seen {
        assert!(!shown.contains(SECRET) && !shown.contains("1984"), "{shown}");
    }
}

/// The public types that derive `Debug` and have texts in them, each with the reason why none of these is typed by a resident.
const AUTHORS: [(&str, &str); 30] = [
    ("Asset", "a file of the front end"),
    ("AttributeNameError", "a name in the author's source"),
    ("BeforeValue", "a name in the author's source"),
    ("Brand", "the author's"),
    ("BrandBuilder", "the author's"),
    ("BrandError", "the author's"),
    ("CheckedName", "a name in the author's source"),
    ("ColourError", "the author's"),
    ("ContentProblem", "files of the author"),
    ("EqualityOption", "the author's"),
    ("ErrorArgument", "limits, which the author has set"),
    ("Field", "the author's"),
    ("FieldError", "the name of a field, and a code"),
    ("Fields", "the author's"),
    ("FolderWriter", "the random name of a file"),
    ("FormDataError", "a limit, or the type of a body that no browser sends"),
    ("Hints", "the author's"),
    ("Id", "the author's"),
    ("JourneyProblem", "the author's"),
    ("KeysError", "no key and nothing that was encrypted"),
    ("LanguagesError", "files of the author"),
    ("ListedError", "codes and the author's words"),
    ("MessageProblem", "files of the author"),
    ("OptionsError", "options of the author"),
    ("Origin", "addresses of sites"),
    ("Receipt", "the reference, which both sides know"),
    ("ServiceError", "the author's"),
    ("Tags", "names of elements"),
    ("ClassAttribute", "the author's"),
    ("ValueError", "a code and limits"),
];

/// A type that is new and can hold a text either shows none of it, or is on the list above.
#[test]
fn every_type_with_texts_in_it_is_known() {
    fn visit(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                visit(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                types(&std::fs::read_to_string(&path).unwrap(), found);
            }
        }
    }
    /// The public types of a file that derive `Debug` and have a text in them.
    fn types(source: &str, found: &mut Vec<String>) {
        for part in source.split("\n#[derive(").skip(1) {
            let Some((derives, rest)) = part.split_once(")]") else { continue };
            let lines: Vec<&str> =
                rest.lines().skip_while(|line| line.is_empty() || line.starts_with(['#', '/'])).collect();
            let Some(head) = lines.first().and_then(|line| line.strip_prefix("pub ")) else { continue };
            let name = head.split([' ', '<', '(', ';', '{']).nth(1).unwrap_or_default();
            let end =
                lines.iter().position(|line| line.ends_with(';') || *line == "}" || line.ends_with("{}")).unwrap_or(0);
            let fields = lines[..=end].iter().filter(|line| !line.trim_start().starts_with("//"));
            let is_text = |line: &&&str| {
                ["String", "Cow<", "str>", "str,", "Vec<u8>", "Markup"].iter().any(|kind| line.contains(kind))
            };
            if derives.contains("Debug") && fields.clone().any(|line| is_text(&line)) {
                found.push(name.to_owned());
            }
        }
    }
    let mut found = Vec::new();
    visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../src"), &mut found);
    assert!(found.len() > 10, "{found:?}");
    let unknown: Vec<&String> = found.iter().filter(|name| !AUTHORS.iter().any(|(known, _)| known == name)).collect();
    assert!(unknown.is_empty(), "these show what they hold: {unknown:?}");
}
