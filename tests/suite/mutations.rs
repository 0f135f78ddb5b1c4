//! The comparison of HTML sees what a browser sees: a change that matters is a difference, one that does not is none.

use crate::canonical::{first_difference, fragment};
use crate::front_end::fixtures;

fn differs(a: &str, b: &str) -> bool {
    first_difference(&fragment(a), &fragment(b)).is_some()
}

/// Every change of one kind to the HTML, one at a time.
fn mutations(html: &str) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|offset| at + offset) {
        let Some(end) = html[start..].find('>').map(|offset| start + offset) else { break };
        let tag = &html[start..=end];
        if tag.starts_with("</") {
            at = end + 1;
            continue;
        }
        // The last attribute, with its value.
        if let Some(equals) = tag.rfind("=\"") {
            let name = start + html[start..start + equals].rfind(char::is_whitespace).unwrap();
            let value_end = start + equals + 2 + html[start + equals + 2..].find('"').unwrap();
            found.push(("a lost attribute", format!("{}{}", &html[..name], &html[value_end + 1..])));
            found.push(("another value", format!("{}!{}", &html[..value_end], &html[value_end..])));
        }
        at = end + 1;
    }
    // The first letter of each text.
    for (at, _) in html.match_indices('>') {
        let text = &html[at + 1..];
        let spaces = text.len() - text.trim_ascii_start().len();
        if text[spaces..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let letter = at + 1 + spaces;
            found.push(("a changed text", format!("{}?{}", &html[..letter], &html[letter + 1..])));
        }
    }
    found
}

#[test]
fn lost_attributes_and_changed_texts_are_seen_in_every_fixture() {
    let mut checked = 0;
    for fixture in fixtures().unwrap() {
        let official = fragment(&fixture.html);
        for (kind, mutated) in mutations(&fixture.html) {
            let (component, name) = (&fixture.component, &fixture.name);
            assert!(fragment(&mutated) != official, "{component} / {name}: {kind} is not seen in\n{mutated}");
            checked += 1;
        }
    }
    assert!(checked > 14_000, "{checked} mutations");
}

#[test]
fn white_space_matters_where_it_is_seen() {
    for (a, b) in [
        ("Previous<span> page</span>", "Previous <span>page</span>"),
        ("<a>Change<span> name</span></a>", "<a>Change<span>name</span></a>"),
        ("<p><span>Error:</span> Enter</p>", "<p><span>Error:</span>Enter</p>"),
        ("<div><button>a</button> <a>b</a></div>", "<div><button>a</button><a>b</a></div>"),
        ("<textarea>a\n\nb</textarea>", "<textarea>a\nb</textarea>"),
        ("<p>a b</p>", "<p>a\u{a0}b</p>"),
        ("<ul><li>a</li> <li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul><li> <a>a</a></li></ul>", "<ul><li><a>a</a></li></ul>"),
        ("<p class=\"a b\"></p>", "<p class=\"b a\"></p>"),
        ("<p hidden></p>", "<p></p>"),
        ("<p><b>a</b></p>", "<p><i>a</i></p>"),
        ("<p>a</p><p>b</p>", "<p>b</p><p>a</p>"),
        ("<p>a<!-- x --></p>", "<p>a</p>"),
    ] {
        assert!(differs(a, b), "{a} and {b}");
    }
}

#[test]
fn what_a_browser_does_not_show_makes_no_difference() {
    for (a, b) in [
        ("<div>\n  <p>\n    a\n  b</p>\n</div>", "<div><p>a b</p></div>"),
        ("<p id=\"a\" class=\"b\"></p>", "<p class='b' id=a></p>"),
        ("<p>&quot;&#39;</p>", "<p>\"'</p>"),
        ("<input disabled>", "<input disabled=\"\">"),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul><li>a</li> <li>b</li></ul>"),
    ] {
        assert!(!differs(a, b), "{a} and {b}");
    }
}
