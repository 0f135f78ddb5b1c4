//! The program, whatever it is given.

#![allow(clippy::unwrap_used, clippy::format_push_string, reason = "a test stops at what it did not expect")]

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

#[test]
fn every_line_is_answered() {
    let mut child =
        Command::new(env!("CARGO_BIN_EXE_render")).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = String::new();
    for n in 0..2_000 {
        let component = ["button", "date-input", "radios", "summary-list"][n % 4];
        input += &format!("{}\n", json!({ "component": component, "options": { "text": "a", "x": n } }));
    }
    input +=
        "not json\n\n{\"options\": {}}\n[1]\n{\"component\": \"hint\", \"options\": {\"text\": \"5 < 6\\nlines\"}}\n";
    let mut bytes = input.into_bytes();
    bytes.extend(b"\xff\xfe\n{\"component\": \"tag\", \"options\": {\"text\": \"last\"}}");
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success());
    let answers: Vec<Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 2_006);
    assert!(answers[..2_000].iter().all(|answer| answer["error"].as_str().unwrap().contains('`')));
    assert!(answers[2_000]["error"].as_str().unwrap().starts_with("the line is not JSON"));
    assert_eq!(answers[2_001]["error"], "`component` must be the name of a component");
    assert_eq!(answers[2_003]["html"], "<div class=\"govuk-hint\">5 &lt; 6\nlines</div>");
    assert!(answers[2_004]["error"].is_string());
    assert!(answers[2_005]["html"].as_str().unwrap().contains("last"));
}
