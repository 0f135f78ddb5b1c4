//! `docs/security.md` is whole, and what it names is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The requirements of OWASP ASVS 5.0 of levels 1 and 2, in the chapters that the page is about.
const REQUIREMENTS: &str = "
2.1.1 2.1.2 2.1.3 2.2.1 2.2.2 2.2.3 2.3.1 2.3.2 2.3.3 2.3.4 2.4.1
3.2.1 3.2.2 3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.5.1 3.5.2 3.5.3 3.5.4 3.5.5 3.7.1 3.7.2
4.1.1 4.1.2 4.1.3 4.2.1 4.3.1 4.3.2 4.4.1 4.4.2 4.4.3 4.4.4
5.1.1 5.2.1 5.2.2 5.2.3 5.3.1 5.3.2 5.4.1 5.4.2 5.4.3
6.1.1 6.1.2 6.1.3 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.2.9 6.2.10 6.2.11 6.2.12 6.3.1 6.3.2 6.3.3 6.3.4
6.4.1 6.4.2 6.4.3 6.4.4 6.5.1 6.5.2 6.5.3 6.5.4 6.5.5 6.6.1 6.6.2 6.6.3 6.8.1 6.8.2 6.8.3 6.8.4
7.1.1 7.1.2 7.1.3 7.2.1 7.2.2 7.2.3 7.2.4 7.3.1 7.3.2 7.4.1 7.4.2 7.4.3 7.4.4 7.4.5 7.5.1 7.5.2 7.6.1 7.6.2
11.1.1 11.1.2 11.2.1 11.2.2 11.2.3 11.3.1 11.3.2 11.3.3 11.4.1 11.4.2 11.4.3 11.4.4 11.5.1 11.6.1
14.1.1 14.1.2 14.2.1 14.2.2 14.2.3 14.2.4 14.3.1 14.3.2 14.3.3
16.1.1 16.2.1 16.2.2 16.2.3 16.2.4 16.2.5 16.3.1 16.3.2 16.3.3 16.3.4 16.4.1 16.4.2 16.4.3 16.5.1 16.5.2 16.5.3
";

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap()
}

/// The names of all tests of this repository.
fn tests() -> BTreeSet<String> {
    fn visit(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("target") && !path.ends_with("node_modules") {
                visit(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                let mut is_test = false;
                for line in source.lines().map(str::trim) {
                    is_test |= ["#[test]", "#[tokio::test"].iter().any(|mark| line.starts_with(mark));
                    let Some((_, rest)) = line.split_once("fn ").filter(|_| is_test) else { continue };
                    found.insert(rest.split(['(', '<']).next().unwrap().to_owned());
                    is_test = false;
                }
            }
        }
    }
    let mut found = BTreeSet::new();
    for folder in ["src", "tests", "examples", "benches"] {
        visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder), &mut found);
    }
    found
}

/// The headings of a page, as links name them.
fn anchors(page: &str) -> BTreeSet<String> {
    let headings = page.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    let anchor = |heading: &str| {
        let words = heading.to_lowercase().replace(' ', "-");
        words.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect()
    };
    headings.map(anchor).collect()
}

/// The rows of the table: a requirement, its state, and where.
fn rows(page: &str) -> Vec<(&str, &str, &str)> {
    page.lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let is_row = cells.len() == 4 && cells[0].starts_with(|c: char| c.is_ascii_digit());
            is_row.then(|| (cells[0], cells[2], cells[3]))
        })
        .collect()
}

#[test]
fn each_requirement_has_a_row() {
    let page = read("docs/security.md");
    let known: Vec<&str> = rows(&page).iter().map(|(requirement, ..)| *requirement).collect();
    let wanted: Vec<&str> = REQUIREMENTS.split_whitespace().collect();
    assert_eq!(known, wanted);
    for (requirement, state, place) in rows(&page) {
        assert!(["met", "left to the operator", "does not apply"].contains(&state), "{requirement}: {state}");
        assert!(!place.is_empty(), "{requirement}");
        // What is left to those who run a service is said where they read.
        assert!(state != "left to the operator" || place.contains("(operations.md#"), "{requirement}: {place}");
    }
}

#[test]
fn each_test_that_is_named_is_there() {
    let (page, tests) = (read("docs/security.md"), tests());
    assert!(tests.contains("each_test_that_is_named_is_there"));
    for (requirement, state, place) in rows(&page).into_iter().filter(|(_, state, _)| *state == "met") {
        let named = place.split('`').skip(1).step_by(2);
        let named: Vec<&str> = named
            .filter(|name| name.contains('_') && !name.contains(|c: char| c.is_uppercase() || "-:. ".contains(c)))
            .collect();
        let missing: Vec<&&str> = named.iter().filter(|name| !tests.contains(**name)).collect();
        assert!(missing.is_empty(), "{requirement}: there is no test {missing:?}");
        assert!(!named.is_empty(), "{requirement} is {state}, and no test shows it: {place}");
    }
}

#[test]
fn each_place_that_is_named_is_there() {
    let page = read("docs/security.md");
    let mut known = BTreeMap::new();
    for (at, _) in page.match_indices("](") {
        let target = page[at + 2..].split(')').next().unwrap();
        if target.starts_with("http") {
            continue;
        }
        let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
        let file = if file.is_empty() { "security.md" } else { file };
        let headings = known.entry(file.to_owned()).or_insert_with(|| anchors(&read(&format!("docs/{file}"))));
        assert!(anchor.is_empty() || headings.contains(anchor), "{target}: {headings:?}");
    }
    assert!(known.contains_key("operations.md"));
}
