//! Bodies of forms as they arrive: in pieces of any size, too slowly, without end, cut off, and with more than anybody asked for.

use std::convert::Infallible;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use townhall::form::{
    Field, Fields, FileHandles, Form, FormData, FormDataError, Limits, MemoryUploads, Question, UploadError,
    UploadWriter, Uploads, Usage, receive,
};
use townhall::journey::{FolderUploads, Keys};
use townhall::language::{Languages, Locale};
use townhall::values::{FileType, Text, UploadedFile, ValueError};
use validator::Validate;

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Proof {
    letter: UploadedFile,
    pages: Option<Vec<UploadedFile>>,
    note: Text<500>,
}

impl Question for Proof {
    const NAME: &'static str = "proof";

    fn fields() -> Fields {
        let letter = Field::new().files(&[FileType::Pdf], 64);
        Fields::new().field("letter", letter).field("pages", Field::new().files(&[FileType::Pdf], 64).most_files(3))
    }
}

const KIND: &str = "multipart/form-data; boundary=cut";

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

fn handles() -> FileHandles {
    FileHandles::new([7; 32]).for_session("mine")
}

/// A body in pieces. What stands behind them is waited for in vain.
struct Pieces {
    pieces: std::vec::IntoIter<Bytes>,
    ends: bool,
    read: Arc<AtomicUsize>,
}

impl Pieces {
    fn new(body: &[u8], size: usize) -> Self {
        let pieces: Vec<Bytes> = body.chunks(size.max(1)).map(Bytes::copy_from_slice).collect();
        Self { pieces: pieces.into_iter(), ends: true, read: Arc::default() }
    }
}

impl Stream for Pieces {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.pieces.next() {
            Some(piece) => {
                self.read.fetch_add(piece.len(), Ordering::Relaxed);
                Poll::Ready(Some(Ok(piece)))
            }
            None if self.ends => Poll::Ready(None),
            None => Poll::Pending,
        }
    }
}

/// A body without end, which says how much of it was read.
struct Endless {
    start: Option<Bytes>,
    again: Bytes,
    read: Arc<AtomicUsize>,
}

impl Stream for Endless {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = self.start.take().unwrap_or_else(|| self.again.clone());
        self.read.fetch_add(next.len(), Ordering::Relaxed);
        Poll::Ready(Some(Ok(next)))
    }
}

fn part(name: &str, file: Option<&str>, content: &[u8]) -> Vec<u8> {
    let file = file.map(|file| format!("; filename=\"{file}\"\r\nContent-Type: application/pdf")).unwrap_or_default();
    let mut part = format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").into_bytes();
    part.extend(content);
    part.extend(b"\r\n");
    part
}

fn whole(parts: &[Vec<u8>]) -> Vec<u8> {
    [parts.concat().as_slice(), b"--cut--\r\n"].concat()
}

const PDF: &[u8] = b"%PDF-1.7 and so on";

async fn read<U: Uploads>(body: Vec<u8>, limits: &Limits, uploads: &U) -> Result<FormData, FormDataError> {
    receive::<Proof, _, _, _>(KIND, Pieces::new(&body, 1_000), limits, uploads, &handles()).await
}

/// A folder of its own for each test, which goes with it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        Self(std::env::temp_dir().join(format!("townhall-receiving-{}-{number}", std::process::id())))
    }

    /// The files below it.
    fn files(&self) -> Vec<PathBuf> {
        fn below(folder: &Path, files: &mut Vec<PathBuf>) {
            for entry in std::fs::read_dir(folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() { below(&path, files) } else { files.push(path) }
            }
        }
        let mut files = Vec::new();
        below(&self.0, &mut files);
        files
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn headers_that_never_end_cost_no_memory() {
    let (read, limits) = (Arc::new(AtomicUsize::new(0)), Limits::default());
    let start = b"--cut\r\nContent-Disposition: form-data; name=\"".to_vec();
    let body = |again: &'static [u8]| Endless {
        start: Some(start.clone().into()),
        again: Bytes::from_static(again),
        read: Arc::clone(&read),
    };
    for again in [&b"a"[..], &[b'a'; 10_000], b"X-More: yes\r\n", b"\r\nX"] {
        read.store(0, Ordering::Relaxed);
        let uploads = MemoryUploads::new();
        let outcome = run(receive::<Proof, _, _, _>(KIND, body(again), &limits, &uploads, &handles()));
        assert_eq!(outcome, Err(FormDataError::HeadersTooLarge { limit: 8 * 1024 }));
        assert!(read.load(Ordering::Relaxed) <= 200_000, "{} bytes were read", read.load(Ordering::Relaxed));
    }
}

#[test]
fn names_and_headers_count_as_what_is_typed_does() {
    let limits = Limits { bytes: 20_000, ..Limits::default() };
    let said = |body: Vec<u8>| run(read(body, &limits, &MemoryUploads::new()));
    let long = "n".repeat(7_000);
    assert!(said(whole(&[part(&long, None, b"x")])).is_ok());
    let many: Vec<_> = (0..3).map(|_| part(&long, None, b"x")).collect();
    assert_eq!(said(whole(&many)), Err(FormDataError::TooLarge { limit: 20_000 }));
    let named = part("letter", Some(&"l".repeat(7_000)), PDF);
    let data = said(whole(&[named])).unwrap();
    assert_eq!(data.files("letter").next().unwrap().name().len(), 255);
    assert_eq!(
        said(whole(&[part(&"n".repeat(9_000), None, b"x")])),
        Err(FormDataError::HeadersTooLarge { limit: 8 * 1024 })
    );
    let body: Vec<u8> = (0..1_001).flat_map(|_| part("a", None, b"")).collect();
    let limits = Limits::default();
    assert_eq!(
        run(read(whole(&[body]), &limits, &MemoryUploads::new())),
        Err(FormDataError::TooManyFields { limit: 1_000 })
    );
}

#[test]
fn a_body_that_does_not_come_is_not_waited_for() {
    let limits =
        Limits { time: Duration::from_millis(50), upload_time: Duration::from_millis(60), ..Limits::default() };
    let folder = Folder::new();
    run(async {
        let uploads = FolderUploads::open(&folder.0, Keys::random().unwrap()).await.unwrap();
        for start in [&b""[..], b"--cut\r\nContent-Disposition: form-", &part("letter", Some("a.pdf"), &[b'%'; 9_000])]
        {
            let mut body = Pieces::new(start, 100);
            body.ends = false;
            let outcome = receive::<Proof, _, _, _>(KIND, body, &limits, &uploads, &handles()).await;
            assert_eq!(outcome, Err(FormDataError::TooSlow { seconds: 0 }));
        }
        let mut body = Pieces::new(b"note=a", 3);
        body.ends = false;
        let kind = "application/x-www-form-urlencoded";
        let outcome = receive::<Proof, _, _, _>(kind, body, &limits, &uploads, &handles()).await;
        assert_eq!(outcome.map_err(|error| error.status()), Err(408));
    });
    assert_eq!(folder.files(), Vec::<PathBuf>::new());
}

#[test]
fn one_field_takes_one_file_however_many_are_sent() {
    let folder = Folder::new();
    run(async {
        let uploads = FolderUploads::open(&folder.0, Keys::random().unwrap()).await.unwrap();
        let mut parts: Vec<_> = (0..500).map(|_| part("letter", Some("a.pdf"), PDF)).collect();
        parts.push(part("note", None, b"typed"));
        let data = read(whole(&parts), &Limits::default(), &uploads).await.unwrap();
        assert_eq!((data.files("letter").count(), data.get("note")), (1, Some("typed")));
        let said = Form::<Proof>::submit(data).unwrap_err().error_texts(&Locale::english());
        assert_eq!(said.len(), 1);
        // A file and what is known about it.
        assert_eq!(folder.files().len(), 2);
        // Fields that take no files take none.
        let parts = [part("note", Some("a.pdf"), PDF), part("other", Some("b.pdf"), PDF), part("note", None, b"x")];
        let data = read(whole(&parts), &Limits::default(), &uploads).await.unwrap();
        assert_eq!((data.get("note"), data.get("other")), (Some("x"), None));
        assert_eq!(folder.files().len(), 2);
    });
}

#[test]
fn a_session_has_so_many_files_and_bytes() {
    let folder = Folder::new();
    run(async {
        let uploads = FolderUploads::open(&folder.0, Keys::random().unwrap()).await.unwrap();
        let limits = Limits { session_files: 2, ..Limits::default() };
        let send = async |size: usize, limits: &Limits, handles: &FileHandles| {
            let content = [PDF, &vec![b'x'; size]].concat();
            let body = whole(&[part("letter", Some("a.pdf"), &content), part("note", None, b"typed")]);
            let body = Pieces::new(&body, 1_000);
            let data = receive::<Proof, _, _, _>(KIND, body, limits, &uploads, handles).await.unwrap();
            Form::<Proof>::submit(data).map_err(|form| form.error_texts(&Locale::english()))
        };
        let full = ["You cannot upload any more files for now – try again in an hour"];
        let first = send(1, &limits, &handles()).await.unwrap();
        send(1, &limits, &handles()).await.unwrap();
        assert_eq!(send(1, &limits, &handles()).await.unwrap_err(), full);
        // Another session has its own, and nobody in particular has no number.
        send(1, &limits, &FileHandles::new([7; 32]).for_session("theirs")).await.unwrap();
        for _ in 0..3 {
            send(1, &limits, &FileHandles::new([7; 32])).await.unwrap();
        }
        // One that is gone makes room.
        uploads.remove(first.letter.key()).await.unwrap();
        send(1, &limits, &handles()).await.unwrap();

        let limits = Limits { session_bytes: 30_000, ..Limits::default() };
        let other = FileHandles::new([7; 32]).for_session("other");
        send(20_000, &limits, &other).await.unwrap();
        assert_eq!(send(20_000, &limits, &other).await.unwrap_err(), full);
        let Usage { files, bytes } = uploads.usage(other.owner()).await.unwrap();
        assert!(files == 1 && bytes <= 30_000, "{files} files with {bytes} bytes");

        // At the same time as well: what one has written the other counts.
        let racing = FileHandles::new([7; 32]).for_session("racing");
        let outcomes = [(); 8].map(|()| send(20_000, &limits, &racing));
        let mut stored = 0;
        for outcome in join_all(outcomes.into_iter().collect()).await {
            stored += usize::from(outcome.is_ok());
        }
        assert!(stored <= 1, "{stored} were stored");
        assert!(uploads.usage(racing.owner()).await.unwrap().bytes <= 30_000);
    });
}

/// Does several things at once, on one thread.
async fn join_all<T>(work: Vec<impl Future<Output = T>>) -> Vec<T> {
    let mut work: Vec<_> = work.into_iter().map(|work| (Box::pin(work), None)).collect();
    std::future::poll_fn(|context| {
        let mut is_done = true;
        for (work, done) in work.iter_mut().filter(|(_, done)| done.is_none()) {
            match work.as_mut().poll(context) {
                Poll::Ready(outcome) => *done = Some(outcome),
                Poll::Pending => is_done = false,
            }
        }
        if is_done { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    work.into_iter().filter_map(|(_, done)| done).collect()
}

#[test]
fn a_file_that_is_far_too_large_costs_nothing_else() {
    let folder = Folder::new();
    run(async {
        let uploads = FolderUploads::open(&folder.0, Keys::random().unwrap()).await.unwrap();
        let large = [PDF, &vec![b'x'; 20 * 1024 * 1024]].concat();
        let body = whole(&[part("letter", Some("a.pdf"), &large), part("note", None, b"typed")]);
        let data = read(body, &Limits::default(), &uploads).await.unwrap();
        assert_eq!(data.get("note"), Some("typed"));
        let said = Form::<Proof>::submit(data).unwrap_err().error_texts(&Locale::english());
        assert_eq!(said, ["The selected file must be smaller than 64KB"]);
    });
    assert_eq!(folder.files(), Vec::<PathBuf>::new());
}

/// Where files are scanned before they are kept.
struct Scanned(MemoryUploads);

struct ScannedWriter<W>(W, Vec<u8>);

impl Uploads for Scanned {
    type Writer = ScannedWriter<<MemoryUploads as Uploads>::Writer>;

    async fn start(&self, owner: &str) -> io::Result<Self::Writer> {
        Ok(ScannedWriter(self.0.start(owner).await?, Vec::new()))
    }

    async fn find(&self, key: &str) -> io::Result<Option<UploadedFile>> {
        self.0.find(key).await
    }

    async fn usage(&self, owner: &str) -> io::Result<Usage> {
        self.0.usage(owner).await
    }

    async fn keep(&self, key: &str, until: u64) -> io::Result<()> {
        self.0.keep(key, until).await
    }

    async fn remove(&self, key: &str) -> io::Result<()> {
        self.0.remove(key).await
    }

    async fn delete_expired(&self) -> io::Result<u64> {
        self.0.delete_expired().await
    }
}

impl<W: UploadWriter> UploadWriter for ScannedWriter<W> {
    async fn write(&mut self, bytes: Bytes) -> io::Result<()> {
        self.1.extend_from_slice(&bytes);
        self.0.write(bytes).await
    }

    async fn finish(self, file_type: FileType, size: u64, name: &str) -> Result<String, UploadError> {
        let has = |mark: &[u8]| self.1.windows(mark.len()).any(|window| window == mark);
        if has(b"EICAR") {
            return Err(ValueError::new("file-virus").into());
        }
        if has(b"/Encrypt") {
            return Err(ValueError::new("file-password").into());
        }
        if has(b"blank") {
            return Err(ValueError::new("blank-form").into());
        }
        if has(b"full") {
            return Err(io::Error::other("the disk is full").into());
        }
        self.0.finish(file_type, size, name).await
    }

    async fn discard(self) {
        self.0.discard().await;
    }
}

#[test]
fn what_a_scanner_finds_stands_at_the_field() {
    let content = "proof-letter = Letter\n    .it = your letter\n    .error-blank-form = Fill in the form first\n";
    let languages = Languages::builder().file("en", "a.ftl", content).build().unwrap();
    let uploads = Scanned(MemoryUploads::new());
    for (mark, expected) in [
        ("EICAR", "The selected file contains a virus"),
        ("/Encrypt", "The selected file is password protected"),
        ("blank", "Fill in the form first"),
        ("full", "The selected file could not be uploaded – try again"),
    ] {
        let content = [PDF, mark.as_bytes()].concat();
        let body = whole(&[part("letter", Some("a.pdf"), &content), part("note", None, b"typed")]);
        let form = Form::<Proof>::submit(run(read(body, &Limits::default(), &uploads)).unwrap()).unwrap_err();
        assert_eq!(form.error_texts(&languages.default_locale()), [expected]);
        assert_eq!(form.data().get("note"), Some("typed"));
        assert!(uploads.0.is_empty(), "nothing is kept of it");
    }
}

/// Parts as anybody might send them.
fn parts() -> impl Strategy<Value = Vec<Vec<u8>>> {
    let name =
        prop_oneof![Just("letter"), Just("pages"), Just("note"), Just("other"), Just("townhall-remove-file"), Just("")];
    let file = prop_oneof![
        Just(None),
        Just(Some(String::new())),
        Just(Some("a.pdf".to_owned())),
        "[a-z./\\\\%\"2]{0,12}".prop_map(Some),
    ];
    let content = prop_oneof![
        Just(PDF.to_vec()),
        Just(Vec::new()),
        Just([PDF, &vec![b'x'; 70 * 1024]].concat()),
        proptest::collection::vec(any::<u8>(), 0..200),
        Just(b"\r\n--cu\r\n--\r\n\r\n--cut".to_vec()),
    ];
    proptest::collection::vec(
        (name, file, content).prop_map(|(name, file, content)| part(name, file.as_deref(), &content)),
        0..8,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn a_form_is_the_same_in_pieces_of_any_size(parts in parts(), size in 1..3_000_usize, broken in proptest::option::of(0..2_000_usize)) {
        let mut body = whole(&parts);
        if let Some(at) = broken {
            body.truncate(at);
        }
        let read = |size: usize| {
            let uploads = MemoryUploads::new();
            let body = Pieces::new(&body, size);
            let data = run(receive::<Proof, _, _, _>(KIND, body, &Limits::default(), &uploads, &handles()));
            if data.is_err() {
                assert!(uploads.is_empty(), "nothing is left of a form that was refused");
            }
            data.map(|data| {
                let files: Vec<_> = ["letter", "pages"].iter().flat_map(|name| data.files(name)).map(|file| {
                    (file.name().to_owned(), file.size(), uploads.content(file.key()).unwrap())
                }).collect();
                assert_eq!(files.len(), uploads.len(), "nothing is stored but what is in the form");
                let texts: Vec<_> = data.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
                let errors = Form::<Proof>::submit(data).map_or_else(|form| form.error_texts(&Locale::english()), |_| Vec::new());
                (texts, files, errors)
            })
        };
        prop_assert_eq!(read(size), read(1_000_000));
    }

    #[test]
    fn nothing_is_left_on_the_disk_of_a_request_that_breaks_off(parts in parts(), polls in 0..60_usize) {
        let folder = Folder::new();
        run(async {
            let uploads = FolderUploads::open(&folder.0, Keys::random().unwrap()).await.unwrap();
            // It never ends: whoever sends it goes away in the middle.
            let mut body = Pieces::new(&[whole(&parts)[..].strip_suffix(b"--cut--\r\n").unwrap(), &part("letter", Some("z.pdf"), PDF)[..60]].concat(), 500);
            body.ends = false;
            let (handles, limits) = (handles(), Limits::default());
            let mut work = Box::pin(receive::<Proof, _, _, _>(KIND, body, &limits, &uploads, &handles));
            for _ in 0..polls {
                let done = std::future::poll_fn(|context| Poll::Ready(work.as_mut().poll(context).is_ready())).await;
                if done {
                    break;
                }
                tokio::task::yield_now().await;
            }
            drop(work);
        });
        // The runtime has ended, and with it whatever was still at work on the disk.
        let half: Vec<_> = folder.files().into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "part")).collect();
        prop_assert_eq!(half, Vec::<PathBuf>::new());
    }
}
