//! Options that are of no use are errors that name them, and never broken HTML.

use serde_json::{Value, json};
use townhall::macro_options::{OptionsError, render};

use crate::front_end::fixtures;

#[test]
fn errors_name_the_option() {
    for (component, options, message) in [
        (
            "buton",
            json!({}),
            "there is no component `buton`: names are those of the design system, such as `summary-list`",
        ),
        ("button", json!([]), "`button` must be an object, not a list"),
        ("button", json!({}), "`button.text` or `button.html` is required"),
        ("button", json!({"text": "a", "colour": "red"}), "`button.colour` is not an option: there are text, html,"),
        ("button", json!({"text": {"a": 1}}), "`button.text` must be text, not an object"),
        (
            "button",
            json!({"text": "a", "attributes": {"on click": "x"}}),
            "`button.attributes.on click` must be an attribute name",
        ),
        (
            "button",
            json!({"text": "a", "attributes": {"a\"b": "x"}}),
            "`button.attributes.a\"b` must be an attribute name",
        ),
        ("button", json!({"text": "a", "attributes": "data-a=\"b\""}), "`button.attributes` must be an object"),
        ("button", json!({"text": "a", "id": "a b"}), "`button.id` must be an id without white space, not \"a b\""),
        ("input", json!({"label": {"text": "a"}}), "`input.name` is required"),
        ("input", json!({"name": "a"}), "`input.label` is required"),
        ("input", json!({"name": "a", "label": {}}), "`input.label.text` or `input.label.html` is required"),
        (
            "input",
            json!({"name": "full name", "label": {"text": "a"}}),
            "`input.name` must be an id without white space",
        ),
        (
            "radios",
            json!({"name": "a", "items": [{}, null, {"hint": {"txt": "a"}}]}),
            "`radios.items[2].hint.txt` is not an option",
        ),
        ("radios", json!({"name": "a", "items": {}}), "`radios.items` must be a list, not an object"),
        ("radios", json!({"name": "a", "items": ["yes"]}), "`radios.items[0]` must be an object, not \"yes\""),
        ("table", json!({"rows": [[{"text": "a"}], [{"cells": 1}]]}), "`table.rows[1][0].cells` is not an option"),
        (
            "accordion",
            json!({"id": "a", "headingLevel": 9, "items": []}),
            "`accordion.headingLevel` must be a heading level from 1 to 6, not 9",
        ),
        (
            "character-count",
            json!({"name": "a", "label": {"text": "a"}, "maxlength": "ten"}),
            "`character-count.maxlength` must be a whole number, not \"ten\"",
        ),
        (
            "character-count",
            json!({"name": "a", "label": {"text": "a"}, "countType": "bytes"}),
            "must be length, characters or words, not \"bytes\"",
        ),
        (
            "character-count",
            json!({"name": "a", "label": {"text": "a"}, "wordsUnderLimitText": {"three": "a"}}),
            "`character-count.wordsUnderLimitText.three` is not an option: there are zero, one",
        ),
        (
            "language-navigation",
            json!({"items": [{"text": "Cymraeg", "href": "/cy"}]}),
            "`language-navigation.items[0].lang` is required",
        ),
    ] {
        let error = render(component, &options).unwrap_err().to_string();
        assert!(error.contains(message), "{component} {options}\n{error}\ninstead of\n{message}");
    }
    assert!(matches!(render("x", &json!({})), Err(OptionsError::UnknownComponent { .. })));
}

/// Each official example with each of its options, at any depth, replaced by something else.
#[test]
fn nothing_that_options_can_hold_stops_the_program() {
    fn places(value: &Value, path: &str, found: &mut Vec<String>) {
        let children: Vec<(String, &Value)> = match value {
            Value::Object(map) => {
                map.iter().map(|(name, value)| (name.replace('~', "~0").replace('/', "~1"), value)).collect()
            }
            Value::Array(list) => list.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
            _ => return,
        };
        for (name, child) in children {
            let path = format!("{path}/{name}");
            places(child, &path, found);
            found.push(path);
        }
    }
    let others = [
        json!(null),
        json!(true),
        json!(-1.5),
        json!(1e300),
        json!(""),
        json!("<\"'&>"),
        json!([]),
        json!([[null]]),
        json!({}),
        json!({"": {}}),
    ];
    let mut tried = 0;
    for fixture in fixtures().unwrap() {
        let mut paths = Vec::new();
        places(&fixture.options, "", &mut paths);
        for path in paths {
            for other in &others {
                let mut options = fixture.options.clone();
                *options.pointer_mut(&path).unwrap() = other.clone();
                if let Err(error) = render(&fixture.component, &options) {
                    assert!(error.to_string().contains(&format!("`{}", fixture.component)), "{error}");
                }
                tried += 1;
            }
        }
    }
    assert!(tried > 20_000, "{tried} tried");
}
