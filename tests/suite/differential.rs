//! Random options, rendered by the official Nunjucks macros and by ours.
//!
//! `TOWNHALL_SEED` and `TOWNHALL_CASES` set the seed and the number of cases.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;
use townhall::macro_options::render;

use crate::canonical::{first_difference, fragment};

fn setting(variable: &str, default: u32) -> u32 {
    std::env::var(variable).map_or(default, |value| value.parse().expect("a whole number"))
}

#[test]
fn random_options_render_as_the_official_macros_render_them() {
    let (seed, count) = (setting("TOWNHALL_SEED", 20_260_327), setting("TOWNHALL_CASES", 4_000));
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/node/differential.mjs");
    let output = Command::new("node").args([script, &seed.to_string(), &count.to_string()]).output();
    let output = output.expect("Node.js renders the official macros");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let cases = String::from_utf8(output.stdout).unwrap();
    assert_eq!(cases.lines().count(), count as usize);

    let mut repaired = BTreeMap::<String, usize>::new();
    let mut differing = Vec::new();
    for line in cases.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        for reason in case["repaired"].as_array().unwrap() {
            *repaired.entry(reason.as_str().unwrap().to_owned()).or_default() += 1;
        }
        let component = case["component"].as_str().unwrap();
        let official = fragment(case["html"].as_str().unwrap());
        let difference = match render(component, &case["options"]) {
            Ok(markup) => first_difference(&fragment(&markup.into_string()), &official),
            Err(error) => Some(error.to_string()),
        };
        if let Some(difference) = difference {
            let options = case["options"].to_string();
            differing.push((options.len(), component.to_owned(), options, difference));
        }
    }
    for (reason, cases) in repaired {
        println!("{cases} cases in which the official output was repaired first: {reason}");
    }
    differing.sort();
    // The smallest case of each component: the first is the smallest of all.
    let mut smallest = Vec::<(&str, String)>::new();
    let mut by_component = BTreeMap::<&str, usize>::new();
    for (_, component, options, difference) in &differing {
        *by_component.entry(component).or_default() += 1;
        if !smallest.iter().any(|(known, _)| known == component) {
            smallest.push((component, format!("{options}\n{difference}")));
        }
    }
    let report =
        smallest.iter().fold(String::new(), |report, (component, case)| report + "\n\n" + component + " " + case);
    assert!(
        differing.is_empty(),
        "{} of {count} cases differ (seed {seed}): {by_component:?}{report}",
        differing.len()
    );
}
