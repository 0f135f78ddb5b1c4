//! Requests a second on loopback: a question page of the parking permit with its session looked up, an axum handler that returns the same response
//! as a constant, headers included, and the same page by Express with Nunjucks and the official macros.
//!
//! `npm ci && cargo bench -p townhall-benches --bench load` (Debian's package `wrk`). Each server has one thread; wrk has the other core.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a benchmark stops at what it did not expect")]

use parking_permit as permit;

use std::hint::black_box;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::http::{HeaderMap, HeaderName};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use townhall::form::Uploads;
use townhall::journey::{Answers, Keys, MemoryStore, Receipt};
use townhall::page::Brand;
use townhall::web::Service;

const PAGE: &str = "/about-you";
const ROUNDS: usize = 15;

/// Serves a router on one thread of its own.
fn serve(app: Router) -> SocketAddr {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            sender.send(listener.local_addr().unwrap()).unwrap();
            axum::serve(listener, app).await.unwrap();
        });
    });
    receiver.recv().unwrap()
}

/// One request on a connection of its own: headers and HTML.
fn request(address: SocketAddr, method: &str, path: &str, cookie: &str, body: &str) -> (Vec<(String, String)>, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nCookie: {cookie}\r\nContent-Length: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    let (head, html) = response.split_once("\r\n\r\n").unwrap();
    let headers = head.lines().filter_map(|line| line.split_once(": "));
    (headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(), html.to_owned())
}

/// Requests a second, as wrk counts them.
fn load(address: &str, cookie: &str) -> f64 {
    let output = Command::new("wrk")
        .args(["-t1", "-c16", "-d2s", "-H", &format!("Cookie: {cookie}"), &format!("http://{address}{PAGE}")])
        .output()
        .expect("wrk is installed: apt-get install wrk");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!text.contains("Non-2xx"), "{text}");
    let line = text.lines().find_map(|line| line.trim().strip_prefix("Requests/sec:")).expect("wrk counts");
    line.trim().parse().unwrap()
}

/// The same page by Express, in a process of its own.
fn express() -> (Child, String) {
    let mut process = Command::new("node")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/express.mjs"))
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node.js is installed");
    let mut line = String::new();
    BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
    (process, line.trim().to_owned())
}

/// What a request takes without the network, in microseconds. Making the request is measured by one for a file that is not there.
fn in_process<A: Answers, U: Uploads>(service: &Service<A, U>, cookie: &str) -> f64 {
    const TIMES: u32 = 200_000;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let ask = |path: &str| {
        let request = http::Request::get(path).header("host", "127.0.0.1").header("cookie", cookie);
        let request = request.body(Full::<Bytes>::default()).unwrap();
        black_box(runtime.block_on(service.respond(request.map(BodyExt::into_data_stream))));
    };
    let measure = |path: &str| {
        let start = Instant::now();
        (0..TIMES).for_each(|_| ask(path));
        start.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES)
    };
    let (none, time) = (measure("/assets/nothing"), measure(PAGE));
    time - none
}

/// The cookie of somebody who has given answers, in this order.
fn visit(address: SocketAddr, answers: &[(&str, &str)]) -> String {
    let mut cookie = String::new();
    let mut ask = |method: &str, path: &str, body: &str| {
        let (headers, html) = request(address, method, path, &cookie, body);
        if let Some((_, set)) = headers.iter().find(|(name, _)| name == "set-cookie") {
            set.split(';').next().unwrap().clone_into(&mut cookie);
        }
        html
    };
    for (path, answer) in answers {
        let html = ask("GET", path, "");
        let token = html.split("name=\"townhall-token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        ask("POST", path, &format!("townhall-token={token}&{answer}"));
    }
    cookie
}

fn main() {
    let brand = Brand::council("London Borough of Northbridge").build().unwrap();
    let journey = permit::journey(|_| async { Ok(Receipt::new("NB-1")) });
    let service = Service::builder(journey, brand, permit::languages().unwrap())
        .store(MemoryStore::new(), Keys::random().unwrap())
        .text_page("privacy")
        .save_and_return()
        .insecure_cookies()
        .build()
        .unwrap();
    let service = Arc::new(service);
    let ours = serve(townhall::web::axum::service(Arc::clone(&service)));

    let before = [("/home", "postcode=NB1+4AB"), ("/council-tax", "pays=no")];
    let cookie = visit(ours, &before);
    let (headers, page) = request(ours, "GET", PAGE, &cookie, "");
    assert!(page.contains("date_of_birth-day"), "{page}");
    let about = "full_name=Sam+Rees&date_of_birth-day=3&date_of_birth-month=5&date_of_birth-year=1980&address-line_1=1+Mill+Lane\
                 &address-town=Northbridge&address-postcode=NB1+4AB";
    let answered = visit(ours, &[&before[..], &[(PAGE, about)]].concat());
    assert!(request(ours, "GET", PAGE, &answered, "").1.contains("Sam Rees"));
    let (blank, filled) = (in_process(&service, &cookie), in_process(&service, &answered));
    println!("in process: {blank:.1} µs for the page with nothing typed, {filled:.1} µs with an answer\n");
    let bytes: &'static str = Box::leak(page.into_boxed_str());
    // What hyper adds by itself, it adds to both.
    let added = ["connection", "content-length", "date"];
    let headers = headers.into_iter().filter(|(name, _)| !added.contains(&name.as_str()));
    let headers: HeaderMap =
        headers.map(|(name, value)| (name.parse::<HeaderName>().unwrap(), value.parse().unwrap())).collect();
    let answer = move || std::future::ready((headers.clone(), bytes));
    let constant = serve(Router::new().route(PAGE, axum::routing::get(answer)));
    let (mut process, express) = express();

    println!(
        "{:>10} {:>10} {:>10} {:>18} {:>16}",
        "townhall", "constant", "Express", "of the constant", "times Express"
    );
    let (mut parts, mut many) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let [ours, constant, express] =
            [ours.to_string(), constant.to_string(), express.clone()].map(|address| load(&address, &cookie));
        let (part, times) = (100.0 * ours / constant, ours / express);
        println!("{ours:>10.0} {constant:>10.0} {express:>10.0} {part:>16.0} % {times:>16.0}");
        parts.push(part);
        many.push(times);
    }
    let median = |numbers: &mut Vec<f64>| {
        numbers.sort_by(f64::total_cmp);
        numbers[ROUNDS / 2]
    };
    println!("\nmedians: {:.0} % of the constant, {:.0} times Express", median(&mut parts), median(&mut many));
    println!("{} bytes a page", bytes.len());
    process.kill().unwrap();
    process.wait().unwrap();
}
