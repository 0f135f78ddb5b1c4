//! What one anonymous address can take up on a server: bytes on its disk and in its memory, in a minute.
//!
//! It starts a program of `examples/embed` (the one that `PROGRAM` names, or `target/debug/embed_axum`), does to it what somebody would who means harm, with
//! four connections for six seconds each, and prints the peak and what is left on the disk, ten times that for a minute:
//!
//! ```text
//! cargo build -p embed --bin embed_axum && cargo bench -p townhall-benches --bench limits
//! ```

#![allow(clippy::unwrap_used, clippy::panic, clippy::too_many_lines, reason = "a program for the command line")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

const SECONDS: u64 = 6;
const CONNECTIONS: usize = 4;

struct Server {
    process: Child,
    address: String,
    folder: PathBuf,
}

impl Server {
    fn start() -> Self {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("townhall-limits-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        // Benchmarks run in the folder of their package.
        let program = std::env::var("PROGRAM").unwrap_or_else(|_| "../target/debug/embed_axum".to_owned());
        let mut process = Command::new(program)
            .args(["--data", folder.to_str().unwrap(), "--store", "memory"])
            .env("PORT", "0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("Listening on http://").unwrap().to_owned();
        Self { process, address, folder }
    }

    /// The bytes of all files that were uploaded.
    fn disk(&self) -> u64 {
        fn below(folder: &Path) -> u64 {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            entries
                .map(|entry| {
                    if entry.path().is_dir() {
                        below(&entry.path())
                    } else {
                        entry.metadata().map_or(0, |about| about.len())
                    }
                })
                .sum()
        }
        below(&self.folder.join("files"))
    }

    /// A number of kilobytes that the system tells of the process, in bytes.
    fn memory(&self, name: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|number| number.parse::<u64>().ok()).unwrap_or_default() * 1024
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Somebody with cookies.
#[derive(Default)]
struct Visitor {
    cookies: String,
    token: String,
}

impl Visitor {
    fn head(&self, address: &str, method: &str, path: &str, kind: &str, length: usize) -> String {
        let cookies = if self.cookies.is_empty() { String::new() } else { format!("Cookie: {}\r\n", self.cookies) };
        format!(
            "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n{cookies}Content-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
        )
    }

    fn request(&mut self, address: &str, method: &str, path: &str, kind: &str, body: &[u8]) {
        let Ok(mut stream) = TcpStream::connect(address) else { return };
        let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
        let head = self.head(address, method, path, kind, body.len());
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer);
        for line in answer.lines().take_while(|line| !line.is_empty()) {
            if line.to_ascii_lowercase().starts_with("set-cookie: ") {
                line[12..].split(';').next().unwrap_or_default().clone_into(&mut self.cookies);
            }
        }
        if let Some(token) = answer.split("name=\"townhall-token\" value=\"").nth(1) {
            token.split('"').next().unwrap_or_default().clone_into(&mut self.token);
        }
    }

    fn get(&mut self, address: &str, path: &str) {
        self.request(address, "GET", path, "text/plain", b"");
    }

    fn send(&mut self, address: &str, path: &str, fields: &str) {
        self.get(address, path);
        let body = format!("townhall-token={}&{fields}", self.token);
        self.request(address, "POST", path, "application/x-www-form-urlencoded", body.as_bytes());
    }

    /// Answers what comes before the question for a file.
    fn walk(&mut self, address: &str) {
        self.send(address, "/home", "postcode=NB1+4AB");
        self.send(address, "/council-tax", "pays=no");
        let about = "full_name=A&date_of_birth-day=1&date_of_birth-month=1&date_of_birth-year=1990&address-line_1=1&address-town=A&address-postcode=NB1+4AB";
        self.send(address, "/about-you", about);
        self.send(address, "/contact", "how=letter");
        self.get(address, "/proof");
    }
}

const KIND: &str = "multipart/form-data; boundary=cut";

fn part(name: &str, file: &str, content: &[u8]) -> Vec<u8> {
    let mut part = format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").into_bytes();
    part.extend(content);
    part.extend(b"\r\n");
    part
}

/// A form with a token, and so many files of a size.
fn form(token: &str, files: usize, size: usize) -> Vec<u8> {
    let mut content = b"%PDF-1.7 ".to_vec();
    content.resize(size, b'x');
    let file = part("letter", "; filename=\"a.pdf\"", &content);
    let mut body = part("townhall-token", "", token.as_bytes());
    (0..files).for_each(|_| body.extend(&file));
    body.extend(b"--cut--\r\n");
    body
}

/// Does something again and again, on several connections.
fn attack(server: &Server, once: impl Fn(&str) + Sync) {
    let end = Instant::now() + Duration::from_secs(SECONDS);
    std::thread::scope(|scope| {
        for _ in 0..CONNECTIONS {
            scope.spawn(|| {
                while Instant::now() < end {
                    once(&server.address);
                }
            });
        }
    });
}

/// What is done to a server.
type Attack = dyn Fn(&Server) + Sync;

const LARGE: usize = 9 * 1024 * 1024;

fn main() {
    let attacks: [(&str, &Attack); 7] = [
        ("files without a session", &|server| {
            let body = form("", 1, LARGE);
            attack(server, |address| Visitor::default().request(address, "POST", "/proof", KIND, &body));
        }),
        ("files on a page that comes too early", &|server| {
            attack(server, |address| {
                let mut visitor = Visitor::default();
                visitor.get(address, "/home");
                let body = form(&visitor.token, 1, LARGE);
                visitor.request(address, "POST", "/proof", KIND, &body);
            });
        }),
        ("900 files for one field, with another token", &|server| {
            attack(server, |address| {
                let mut visitor = Visitor::default();
                visitor.get(address, "/home");
                visitor.request(address, "POST", "/proof", KIND, &form("0", 900, 20 * 1024));
            });
        }),
        ("files that break off", &|server| {
            attack(server, |address| {
                let mut visitor = Visitor::default();
                visitor.walk(address);
                let body = form(&visitor.token, 1, LARGE);
                let head = visitor.head(address, "POST", "/proof", KIND, body.len());
                let Ok(mut stream) = TcpStream::connect(address) else { return };
                let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body[..LARGE - 100_000]));
            });
        }),
        ("good files, one session", &|server| {
            let visitor = std::sync::Mutex::new(Visitor::default());
            visitor.lock().unwrap().walk(&server.address);
            attack(server, |address| {
                let (cookies, token) = {
                    let visitor = visitor.lock().unwrap();
                    (visitor.cookies.clone(), visitor.token.clone())
                };
                let mut tab = Visitor { cookies, token };
                let body = form(&tab.token, 1, LARGE);
                tab.request(address, "POST", "/proof", KIND, &body);
            });
        }),
        ("good files, a new session each", &|server| {
            attack(server, |address| {
                let mut visitor = Visitor::default();
                visitor.walk(address);
                let body = form(&visitor.token, 1, LARGE);
                visitor.request(address, "POST", "/proof", KIND, &body);
            });
        }),
        ("headers of a part that never end", &|server| {
            attack(server, |address| {
                let mut visitor = Visitor::default();
                visitor.walk(address);
                let head = visitor.head(address, "POST", "/proof", KIND, 1 << 30);
                let Ok(mut stream) = TcpStream::connect(address) else { return };
                let start = part("townhall-token", "", visitor.token.as_bytes());
                let mut sent = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&start));
                sent = sent.and_then(|()| stream.write_all(b"--cut\r\nContent-Disposition: form-data; name=\""));
                let end = Instant::now() + Duration::from_secs(SECONDS);
                while sent.is_ok() && Instant::now() < end {
                    sent = stream.write_all(&vec![b'a'; 64 * 1024]);
                }
            });
        }),
    ];
    let per_minute = 60 / SECONDS;
    println!("| what is sent | disk after {SECONDS} s | in a minute | memory, peak above idle |");
    println!("| --- | --- | --- | --- |");
    for (name, attack) in attacks {
        let server = Server::start();
        let idle = server.memory("VmRSS");
        attack(&server);
        // What has arrived is worked off.
        std::thread::sleep(Duration::from_secs(8));
        let megabytes = |bytes: u64| format!("{} MB", bytes.div_ceil(1_000_000));
        let (disk, peak) = (server.disk(), server.memory("VmHWM").saturating_sub(idle));
        println!("| {name} | {} | {} | {} |", megabytes(disk), megabytes(disk * per_minute), megabytes(peak));
    }
}
