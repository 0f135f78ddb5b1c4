//! How many instructions a page takes, counted by callgrind: the same number in every run of the same program.
//!
//! `cargo bench -p townhall-benches --bench instructions` (Debian's package `valgrind`).

#![allow(clippy::expect_used, reason = "a benchmark stops at what it did not expect")]

use std::hint::black_box;
use std::process::Command;

use townhall_benches::data::VERSIONS;
use townhall_benches::{askama, brand, data, floor, ours};

const WORK: [&str; 4] = ["button", "question", "check_answers", "cases"];
const CONTENDERS: [&str; 3] = ["floor", "townhall", "askama"];

/// Does one piece of work `count` times, each time on another version of the data.
fn work(name: &str, contender: &str, count: usize) {
    let brand = brand();
    let frame = floor::Frame::new(&brand);
    macro_rules! repeat {
        ($make:path, $floor:expr, $ours:expr, $askama:expr) => {{
            let versions: Vec<_> = (0..VERSIONS).map($make).collect();
            for at in 0..count {
                let data = black_box(&versions[at % versions.len()]);
                black_box(match contender {
                    "floor" => $floor(data),
                    "townhall" => $ours(data),
                    _ => $askama(data),
                });
            }
        }};
    }
    match name {
        "button" => repeat!(data::button, floor::button, ours::button, askama::button),
        "question" => {
            repeat!(
                data::question,
                |data| floor::question(&frame, data),
                |data| ours::question(&brand, data),
                |data| { askama::question(&frame, data) }
            );
        }
        "check_answers" => repeat!(
            data::check_answers,
            |data| floor::check_answers(&frame, data),
            |data| ours::check_answers(&brand, data),
            |data| askama::check_answers(&frame, data)
        ),
        _ => repeat!(data::cases, |data| floor::cases(&frame, data), |data| ours::cases(&brand, data), |data| {
            askama::cases(&frame, data)
        }),
    }
}

/// The instructions of a whole run, which callgrind tells on its standard error.
fn count(name: &str, contender: &str, times: usize) -> u64 {
    let program = std::env::current_exe().expect("this program has a path");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["work", name, contender, &times.to_string()])
        .output()
        .expect("valgrind is installed: apt-get install valgrind");
    let report = String::from_utf8_lossy(&output.stderr);
    let (_, rest) = report.split_once("Collected : ").expect("callgrind says what it has counted");
    rest.split_whitespace().next().and_then(|number| number.parse().ok()).expect("a number")
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, word, name, contender, times] = arguments.as_slice()
        && word == "work"
    {
        return work(name, contender, times.parse().expect("a number"));
    }
    println!(
        "{:<14}{:>12}{:>12}{:>12}{:>16}{:>18}",
        "instructions", "floor", "townhall", "askama", "townhall/floor", "askama/townhall"
    );
    for name in WORK {
        // What the program does before and after the work falls out of the difference.
        let [floor, townhall, askama] = CONTENDERS.map(|contender| {
            let (twice, once) = (count(name, contender, 2 * VERSIONS), count(name, contender, VERSIONS));
            (twice - once) / VERSIONS as u64
        });
        #[allow(clippy::cast_precision_loss, reason = "ratios of small numbers")]
        let ratio = |a: u64, b: u64| a as f64 / b as f64;
        println!(
            "{name:<14}{floor:>12}{townhall:>12}{askama:>12}{:>16.2}{:>18.2}",
            ratio(townhall, floor),
            ratio(askama, townhall)
        );
    }
}
