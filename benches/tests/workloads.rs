//! The benchmarks compare like with like, and a page costs one allocation.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]

use allocation_counter::measure;
use townhall::components::{SummaryList, SummaryListAction, SummaryListRow};
use townhall::markup::Render;
use townhall_benches::{answer, askama, brand, data, floor, ours};

use townhall_tests::canonical::{document, first_difference, fragment};

#[test]
fn all_contenders_make_the_same_html() {
    let brand = brand();
    let frame = floor::Frame::new(&brand);
    for version in 0..data::VERSIONS {
        let button = data::button(version);
        let question = data::question(version);
        let answers = data::check_answers(version);
        let cases = data::cases(version);
        for (ours, floor, askama) in [
            (ours::button(&button), floor::button(&button), askama::button(&button)),
            (
                ours::question(&brand, &question),
                floor::question(&frame, &question),
                askama::question(&frame, &question),
            ),
            (
                ours::check_answers(&brand, &answers),
                floor::check_answers(&frame, &answers),
                askama::check_answers(&frame, &answers),
            ),
            (ours::cases(&brand, &cases), floor::cases(&frame, &cases), askama::cases(&frame, &cases)),
        ] {
            if ours != floor {
                let at = ours.bytes().zip(floor.bytes()).take_while(|(a, b)| a == b).count();
                let around = |html: &str| {
                    String::from_utf8_lossy(&html.as_bytes()[at.saturating_sub(80)..(at + 80).min(html.len())])
                        .into_owned()
                };
                panic!("version {version}, byte {at}\n  ours: {}\n floor: {}", around(&ours), around(&floor));
            }
            // The largest has 6,000 cells: a few versions of it are enough.
            if ours.len() < 100_000 || version < 2 {
                let canonical = if ours.starts_with("<!DOCTYPE") { document } else { fragment };
                assert_eq!(first_difference(&canonical(&ours), &canonical(&askama)), None);
            }
        }
    }
}

#[test]
fn a_page_with_errors_is_the_page_of_its_literals() {
    let (brand, languages) = (brand(), answer::languages());
    for version in 0..data::VERSIONS {
        let sent = answer::sent(version);
        let (read, literals) = (answer::answer(&brand, &languages, "en", &sent), answer::literals(&brand, &sent));
        assert_eq!(first_difference(&document(&read), &document(&literals)), None);
        assert!(answer::answer(&brand, &languages, "cy", &sent).contains("Mae problem"));
    }
}

#[test]
fn rows_made_while_they_are_written_are_the_rows_of_a_list() {
    let names = ["name", "reference", "email", "both", "own <b>"];
    let row = |name: &&'static str| {
        let change = SummaryListAction::new("Change", "/change").visually_hidden_text(*name);
        let row = SummaryListRow::new(*name, "an answer");
        match *name {
            "reference" => row,
            "email" => row.action(change.classes("app-change")).value_classes("app-value"),
            "own <b>" => SummaryListRow::new(format!("{name}s"), maud::html! { b { (name) } }).action(
                SummaryListAction::new("Change", format!("/{name}")).visually_hidden_text(format!("its {name}")),
            ),
            "both" => row.action(change).action(SummaryListAction::new("Remove", "/remove")),
            _ => row.action(change),
        }
    };
    let written = SummaryList::map(&names, row).render().into_string();
    assert_eq!(written, SummaryList::new(names.iter().map(row)).render().into_string());
    // A row without a link is as wide as the others.
    assert_eq!(written.matches("govuk-summary-list__row--no-actions").count(), 1);
    assert!(!SummaryList::map(&names[1..2], row).render().into_string().contains("no-actions"));
}

#[test]
fn a_page_costs_one_allocation_and_each_list_another() {
    let brand = brand();
    let question = data::question(1);
    let answers = data::check_answers(1);
    let cases = data::cases(1);
    let button = data::button(1);
    // The first page of its size teaches the others how much room they need.
    for _ in 0..2 {
        drop((ours::question(&brand, &question), ours::check_answers(&brand, &answers), ours::cases(&brand, &cases)));
    }
    let count = |work: &mut dyn FnMut()| measure(work).count_total;
    assert_eq!(count(&mut || drop(ours::button(&button))), 1, "the button");
    // The errors and the radios are lists.
    assert_eq!(count(&mut || drop(ours::question(&brand, &question))), 3, "the question page");
    // Rows that are made while they are written are no list.
    assert_eq!(count(&mut || drop(ours::check_answers(&brand, &answers))), 1, "check answers");
    // The head of the table and the items of the pagination are lists.
    assert_eq!(count(&mut || drop(ours::cases(&brand, &cases))), 3, "the table");
}
