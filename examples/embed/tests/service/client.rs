//! A server in a process of its own, and a resident with a browser that keeps cookies.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::header::HeaderValue;
use hyper_util::rt::{TokioExecutor, TokioIo};
use scraper::{ElementRef, Html, Selector};
use townhall_tests::servers::servers;

/// How a browser speaks to a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Protocol {
    Http1,
    /// As a proxy speaks it to the server behind it: without encryption, and known beforehand.
    Http2,
}

impl Protocol {
    pub(super) const ALL: [Self; 2] = [Self::Http1, Self::Http2];
}

/// The parking permit in one of the frameworks.
pub(super) struct Server {
    pub(super) program: &'static str,
    /// How its residents speak to it.
    pub(super) protocol: Protocol,
    process: Mutex<Child>,
    pub(super) address: String,
    pub(super) folder: PathBuf,
    pub(super) store: String,
    log: PathBuf,
    options: Options,
}

/// What a program is told besides.
struct Options {
    /// The path of the service.
    at: &'static str,
    /// For how many seconds a request waits for the store.
    store_timeout: u64,
}

impl Default for Options {
    /// At the root, and longer than a test takes: nobody is told that a store is busy because the machine is.
    fn default() -> Self {
        Self { at: "", store_timeout: 24 * 60 * 60 }
    }
}

/// Where a program is, which cargo has built for this test.
fn program_file(program: &str) -> &'static str {
    match program {
        "embed_actix" => env!("CARGO_BIN_EXE_embed_actix"),
        "embed_axum" => env!("CARGO_BIN_EXE_embed_axum"),
        "embed_hyper" => env!("CARGO_BIN_EXE_embed_hyper"),
        "embed_poem" => env!("CARGO_BIN_EXE_embed_poem"),
        "embed_rocket" => env!("CARGO_BIN_EXE_embed_rocket"),
        "embed_warp" => env!("CARGO_BIN_EXE_embed_warp"),
        other => panic!("there is no program {other}"),
    }
}

/// Starts the program. A port that it had before may be in use for a moment, by somebody's connection.
fn spawn(program: &str, folder: &PathBuf, store: &str, port: &str, options: &Options) -> (Child, String) {
    std::fs::create_dir_all(folder).unwrap();
    for _ in 0..50 {
        let log = std::fs::OpenOptions::new().create(true).append(true).open(folder.join("log")).unwrap();
        let mut process = Command::new(program_file(program))
            .args(["--data", folder.to_str().unwrap(), "--store", store])
            .args(["--at", options.at, "--store-timeout", &options.store_timeout.to_string()])
            .envs([("PORT", port), ("LOG", "info")])
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        if let Some(address) = line.trim().strip_prefix("Listening on http://") {
            return (process, address.to_owned());
        }
        process.wait().unwrap();
        std::thread::sleep(Duration::from_millis(200));
    }
    panic!("the program does not start: {}", std::fs::read_to_string(folder.join("log")).unwrap_or_default());
}

/// A folder of its own, and its number.
fn new_folder() -> (PathBuf, usize) {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("permit-{}-{number}", std::process::id());
    (PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name), number)
}

impl Server {
    /// On axum, over a store: `memory`, `sqlite`, `postgres`, `redis`.
    pub(super) fn start(store: &'static str) -> Self {
        Self::run("embed_axum", store)
    }

    /// One of the programs, over a store of its own.
    pub(super) fn run(program: &'static str, store: &'static str) -> Self {
        let (folder, number) = new_folder();
        let store = match store {
            "postgres" => servers().database(&format!("permit_{}_{number}", std::process::id())),
            "redis" => servers().redis_database(),
            store => store.to_owned(),
        };
        Self::beside(program, store, folder, Options::default())
    }

    /// The example, over the store at an address, which is given up soon when it hangs.
    pub(super) fn impatient(store: &str) -> Self {
        let (folder, number) = new_folder();
        let store = match store {
            "postgres" => servers().database(&format!("permit_{}_{number}", std::process::id())),
            store => store.to_owned(),
        };
        Self::beside("embed_axum", store, folder, Options { store_timeout: 5, ..Options::default() })
    }

    /// The same server, for residents who speak to it in another way.
    pub(super) fn speaking(mut self, protocol: Protocol) -> Self {
        self.protocol = protocol;
        self
    }

    /// Another process with the same store and the same data.
    fn beside(program: &'static str, store: String, folder: PathBuf, options: Options) -> Self {
        let (process, address) = spawn(program, &folder, &store, "0", &options);
        let log = folder.join("log");
        Self { program, protocol: Protocol::Http1, process: Mutex::new(process), address, folder, store, log, options }
    }

    /// A service at a path of its own, as a second one.
    pub(super) fn at(at: &'static str, program: &'static str, store: String, folder: PathBuf) -> Self {
        Self::beside(program, store, folder, Options { at, ..Options::default() })
    }

    /// Several processes over one store, in one folder.
    pub(super) fn several(store: &str, processes: usize) -> Vec<Self> {
        let (folder, _) = new_folder();
        let process =
            |_| Self::beside("embed_axum", store.to_owned(), folder.clone(), Options { at: "", store_timeout: 30 });
        (0..processes).map(process).collect()
    }

    /// Tells the process to stop, as a service manager does.
    pub(super) fn terminate(&self) {
        let id = self.process.lock().unwrap().id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    }

    /// Waits until the process has ended, and says whether it did so as it should.
    pub(super) fn has_ended_well(&self) -> bool {
        self.process.lock().unwrap().wait().unwrap().success()
    }

    /// Ends the process at once, as a loss of power would.
    pub(super) fn kill(&self) {
        let mut process = self.process.lock().unwrap();
        process.kill().unwrap();
        process.wait().unwrap();
    }

    /// Starts it again at the same address.
    pub(super) fn start_again(&self) {
        let port = self.address.rsplit(':').next().unwrap();
        *self.process.lock().unwrap() = spawn(self.program, &self.folder, &self.store, port, &self.options).0;
    }

    pub(super) fn resident(&self) -> Resident<'_> {
        Resident::of(std::slice::from_ref(self))
    }

    /// What the process has said on its standard error.
    pub(super) fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let mut process = self.process.lock().unwrap();
        let _ = process.kill();
        let _ = process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A response.
#[derive(Clone)]
pub(super) struct Page {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) html: String,
}

impl Page {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Where it leads, if it is no page.
    pub(super) fn location(&self) -> &str {
        self.header("location").unwrap_or_default()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.html);
        let words = |element: ElementRef<'_>| {
            let text: String = element.text().collect();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        html.select(&Selector::parse(selector).unwrap()).map(words).collect()
    }

    fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let html = Html::parse_document(&self.html);
        let element = html.select(&Selector::parse(selector).unwrap()).next()?;
        element.value().attr(name).map(str::to_owned)
    }

    pub(super) fn heading(&self) -> String {
        self.texts("h1").concat()
    }

    pub(super) fn title(&self) -> String {
        self.texts("head title").concat()
    }

    pub(super) fn errors(&self) -> Vec<String> {
        self.texts(".govuk-error-summary__list li")
    }

    pub(super) fn main(&self) -> String {
        self.texts("main").concat()
    }

    pub(super) fn language(&self) -> String {
        self.attribute("html", "lang").unwrap_or_default()
    }

    pub(super) fn back(&self) -> String {
        self.attribute(".govuk-back-link", "href").unwrap_or_default()
    }

    /// What stands in a control.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        let html = Html::parse_document(&self.html);
        let selector = Selector::parse(&format!("main [name=\"{name}\"]")).unwrap();
        html.select(&selector)
            .find(|control| {
                let kind = control.value().attr("type").unwrap_or_default();
                !matches!(kind, "radio" | "checkbox") || control.value().attr("checked").is_some()
            })
            .and_then(|control| control.value().attr("value").map(str::to_owned))
    }

    /// The answers on the page that checks them.
    pub(super) fn answers(&self) -> Vec<(String, String)> {
        let (keys, values) = (self.texts(".govuk-summary-list__key"), self.texts(".govuk-summary-list__value"));
        keys.into_iter().zip(values).collect()
    }

    pub(super) fn reference(&self) -> String {
        self.texts(".govuk-panel strong").concat()
    }
}

/// The name of a header, and its value, which may be no text.
type Header<'h> = (&'h str, Vec<u8>);

/// The status, the headers and the body of a response.
type Answer = (u16, Vec<(String, String)>, String);

fn over_http1(server: &Server, method: &str, path: &str, headers: &[Header<'_>], body: &[u8]) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(&server.address)?;
    stream.set_read_timeout(Some(Duration::from_secs(300)))?;
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", server.address);
    if method == "POST" {
        head += &format!("Content-Length: {}\r\n", body.len());
    }
    let mut head = head.into_bytes();
    for (name, value) in headers {
        head.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
    }
    stream.write_all(&[&head[..], b"\r\n"].concat())?;
    // A server may answer before it has read everything.
    let _ = stream.write_all(body);
    let mut bytes = Vec::new();
    let read = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let Some((head, html)) = text.split_once("\r\n\r\n") else {
        read?;
        return Err(io::ErrorKind::UnexpectedEof.into());
    };
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
    Ok((status, headers, html.to_owned()))
}

fn over_http2(server: &Server, method: &str, path: &str, headers: &[Header<'_>], body: &[u8]) -> io::Result<Answer> {
    let host = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("host"));
    let host = host.map_or(server.address.as_str(), |(_, host)| std::str::from_utf8(host).unwrap());
    let mut request = Request::builder().method(method).uri(format!("http://{host}{path}"));
    for (name, value) in headers.iter().filter(|(name, _)| !name.eq_ignore_ascii_case("host")) {
        request = request.header(*name, HeaderValue::from_bytes(value).unwrap());
    }
    let body = if method == "POST" { Bytes::copy_from_slice(body) } else { Bytes::new() };
    let request = request.body(Full::new(body)).unwrap();
    let answer = async {
        let stream = tokio::net::TcpStream::connect(&server.address).await?;
        let handshake = hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(stream));
        let (mut sender, connection) = handshake.await.map_err(io::Error::other)?;
        let connection = tokio::spawn(connection);
        let (parts, body) = sender.send_request(request).await.map_err(io::Error::other)?.into_parts();
        let bytes = body.collect().await.map_err(io::Error::other)?.to_bytes();
        connection.abort();
        let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers = parts.headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect();
        Ok((parts.status.as_u16(), headers, String::from_utf8_lossy(&bytes).into_owned()))
    };
    townhall_tests::block_on(async { tokio::time::timeout(Duration::from_secs(300), answer).await })?
}

/// Somebody with a browser.
#[derive(Clone)]
pub(super) struct Resident<'s> {
    pub(super) servers: &'s [Server],
    pub(super) cookies: BTreeMap<String, String>,
    pub(super) token: String,
    /// What the page that checks answers says of those it showed.
    pub(super) shown: String,
    /// The address of the page that is open.
    pub(super) at: String,
    pub(super) language: Option<&'static str>,
}

/// A part of a form: its name, the name of its file, and what is in it.
pub(super) type Part<'p> = (&'p str, Option<&'p str>, &'p [u8]);

fn encoded(fields: &[(&str, &str)]) -> String {
    let data: townhall::form::FormData = fields.iter().copied().collect();
    data.to_urlencoded()
}

impl<'s> Resident<'s> {
    /// Somebody whose requests are answered by one server after the other.
    pub(super) fn of(servers: &'s [Server]) -> Self {
        let (token, shown, at) = (String::new(), String::new(), String::new());
        Self { servers, cookies: BTreeMap::new(), token, shown, at, language: None }
    }

    /// Sends a request and reads the response, or nothing if the connection fails.
    pub(super) fn try_request(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> std::io::Result<Page> {
        static TURN: AtomicUsize = AtomicUsize::new(0);
        let server = &self.servers[TURN.fetch_add(1, Ordering::Relaxed) % self.servers.len()];
        let mut all: Vec<Header<'_>> = Vec::new();
        let mut cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| (name.split_once(' ').unwrap_or((name, "")), value))
            .filter(|((_, below), _)| path.starts_with(below))
            .map(|((name, _), value)| format!("{name}={value}"))
            .collect();
        // Other people's cookies are around ours, and one is no text at all.
        cookies.insert(0, "town=Tŷ; broken; =".to_owned());
        cookies.push("theme=dark".to_owned());
        let fields: Vec<String> = match server.protocol {
            Protocol::Http1 => cookies.chunks(cookies.len().div_ceil(2)).map(|some| some.join("; ")).collect(),
            // Each is a field of its own (RFC 9113, 8.2.3).
            Protocol::Http2 => cookies,
        };
        all.extend(fields.into_iter().map(|field| ("Cookie", field.into_bytes())));
        all.push(("Cookie", b"x=\xff\xfe; y".to_vec()));
        if let Some(language) = self.language {
            all.push(("Accept-Language", language.into()));
        }
        all.extend(headers.iter().map(|(name, value)| (*name, value.as_bytes().to_vec())));
        let (status, headers, html) = match server.protocol {
            Protocol::Http1 => over_http1(server, method, path, &all, body)?,
            Protocol::Http2 => over_http2(server, method, path, &all, body)?,
        };
        for (_, cookie) in headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if cookie.contains("Domain=") {
                continue;
            }
            // By its name, and its path if it has one.
            let below = cookie.split("; ").find_map(|attribute| attribute.strip_prefix("Path=")).unwrap();
            let name = if below == "/" { name.to_owned() } else { format!("{name} {below}") };
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(&name);
            } else {
                self.cookies.insert(name, value.to_owned());
            }
        }
        let page = Page { status, headers, html };
        for (field, kept) in [("townhall-token", &mut self.token), ("townhall-shown", &mut self.shown)] {
            let value = page.html.split(&format!("name=\"{field}\" value=\"")).nth(1);
            if let Some(value) = value.and_then(|rest| rest.split('"').next()) {
                value.clone_into(kept);
            }
        }
        if status == 200 {
            path.clone_into(&mut self.at);
        }
        Ok(page)
    }

    pub(super) fn request(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Page {
        self.try_request(method, path, headers, body).unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    pub(super) fn get(&mut self, path: &str) -> Page {
        self.request("GET", path, &[], b"")
    }

    /// Follows to the page that a response leads to.
    pub(super) fn follow(&mut self, page: Page) -> Page {
        let mut page = page;
        for _ in 0..5 {
            if page.status != 303 {
                return page;
            }
            page = self.get(page.location());
        }
        panic!("it leads from page to page: {}", page.location());
    }

    /// Sends a form from a page of this site, and returns the response itself. Without a path it is the page that is open.
    pub(super) fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.try_send(path, fields).unwrap_or_else(|error| panic!("POST {path}: {error}"))
    }

    pub(super) fn try_send(&mut self, path: &str, fields: &[(&str, &str)]) -> std::io::Result<Page> {
        let (token, shown, at) = (self.token.clone(), self.shown.clone(), self.at.clone());
        let path = if path.is_empty() { &at } else { path };
        let mut all = vec![("townhall-token", token.as_str())];
        if path == "/check-answers" && fields.is_empty() {
            all.push(("townhall-shown", &shown));
        }
        let body = encoded(&[&all, fields].concat());
        let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Sec-Fetch-Site", "same-origin")];
        self.try_request("POST", path, &headers, body.as_bytes())
    }

    /// Sends a form and follows to the next page.
    pub(super) fn answer(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.send(path, fields);
        self.follow(page)
    }

    /// Sends a form with files.
    pub(super) fn send_files(&mut self, path: &str, parts: &[Part<'_>]) -> Page {
        let token = self.token.clone();
        let mut body = Vec::new();
        for (name, file, content) in [&[("townhall-token", None, token.as_bytes())], parts].concat() {
            let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
            body.extend(format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").as_bytes());
            body.extend(content);
            body.extend(b"\r\n");
        }
        body.extend(b"--cut--\r\n");
        let headers = [("Content-Type", "multipart/form-data; boundary=cut"), ("Sec-Fetch-Site", "same-origin")];
        self.request("POST", path, &headers, &body)
    }

    /// Tries again until the server is there, as somebody would who sees that a page does not load.
    pub(super) fn insist(&mut self, mut attempt: impl FnMut(&mut Self) -> std::io::Result<Page>) -> Page {
        let start = Instant::now();
        loop {
            match attempt(self) {
                Ok(page) if page.status != 503 => return page,
                _ if start.elapsed() > Duration::from_secs(600) => panic!("the server does not come back"),
                _ => std::thread::sleep(Duration::from_millis(50)),
            }
        }
    }
}
