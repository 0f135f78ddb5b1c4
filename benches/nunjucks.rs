//! How many times faster a page is than the official macros in Nunjucks, on the same data, in turns.
//!
//! `npm ci && cargo bench -p townhall-benches --bench nunjucks`

#![allow(clippy::expect_used, reason = "a benchmark stops at what it did not expect")]

#[allow(dead_code, reason = "the other contenders are not of interest here")]
use std::hint::black_box;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use townhall::page::Brand;
use townhall_benches::{data, ours};

/// What Nunjucks needs for one page, in nanoseconds.
fn nunjucks(work: &str, versions: &Value) -> f64 {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/nunjucks.mjs");
    let mut node = Command::new("node")
        .args([script, work])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node.js is installed");
    node.stdin.take().expect("a pipe").write_all(versions.to_string().as_bytes()).expect("Node.js reads the data");
    let output = node.wait_with_output().expect("Node.js ends");
    String::from_utf8_lossy(&output.stdout).trim().parse().expect("a number")
}

/// What this crate needs for one page, in nanoseconds.
fn townhall<T>(versions: &[T], render: impl Fn(&T) -> String) -> f64 {
    let mut pages = 0_u32;
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(1) {
        for data in versions {
            black_box(render(black_box(data)));
            pages += 1;
        }
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(pages)
}

fn median(mut times: [f64; 3]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[1]
}

fn main() {
    let brand = Brand::gov_uk();
    println!("{:<14}{:>14}{:>14}{:>9}", "", "townhall", "Nunjucks", "times");
    macro_rules! compare {
        ($name:literal, $make:path, $render:expr) => {{
            let versions: Vec<_> = (0..data::VERSIONS).map($make).collect();
            let json = json!(versions);
            let rounds = [(); 3].map(|()| (townhall(&versions, $render), nunjucks($name, &json)));
            let (ours, theirs) = (median(rounds.map(|round| round.0)), median(rounds.map(|round| round.1)));
            let times = median(rounds.map(|(ours, theirs)| theirs / ours));
            println!("{:<14}{:>11.2} µs{:>11.0} µs{times:>9.0}", $name, ours / 1e3, theirs / 1e3);
        }};
    }
    compare!("button", data::button, ours::button);
    compare!("question", data::question, |data| ours::question(&brand, data));
    compare!("check_answers", data::check_answers, |data| ours::check_answers(&brand, data));
    compare!("cases", data::cases, |data| ours::cases(&brand, data));
}
