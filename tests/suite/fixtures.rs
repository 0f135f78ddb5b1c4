//! Every official example, through the public types.

use std::fmt::Write;

use townhall::macro_options::{COMPONENTS, render};

use crate::canonical::{first_difference, fragment};
use crate::front_end::{components, fixtures};

#[test]
fn the_package_has_the_components_that_we_have() {
    assert_eq!(components().unwrap(), COMPONENTS);
}

#[test]
fn every_fixture_renders_as_the_official_html() {
    let all = fixtures().unwrap();
    let mut report = String::new();
    let mut same = 0;
    for fixture in &all {
        let difference = match render(&fixture.component, &fixture.options) {
            Ok(markup) => first_difference(&fragment(&markup.into_string()), &fragment(&fixture.html)),
            Err(error) => Some(error.to_string()),
        };
        match difference {
            None => same += 1,
            Some(difference) => {
                let _ = writeln!(report, "\n{} / {}\n{difference}", fixture.component, fixture.name);
            }
        }
    }
    let visible = all.iter().filter(|fixture| !fixture.hidden).count();
    assert_eq!(visible, 293, "GOV.UK Frontend 6.6.0 has 293 visible fixtures");
    let inverse = all.iter().filter(|fixture| !fixture.body_classes.is_empty()).count();
    assert_eq!(inverse, 10, "ten examples stand on a dark page");
    println!("{same} of {} fixtures are the same", all.len());
    assert!(report.is_empty(), "{same} of {} fixtures are the same{report}", all.len());
    assert_eq!(same, 725, "GOV.UK Frontend 6.6.0 has 725 fixtures");
}
