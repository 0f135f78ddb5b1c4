//! HTML as a browser sees it: the tree, the attributes in no order, and the white space that means something.
//!
//! Runs of white space are one space. Next to the edge of a block, or to another block, white space means nothing and is
//! left out; everywhere else it is kept, at the edges of inline elements too. What is inside `textarea` and `pre` is kept as
//! it is. The order of the classes in a `class` attribute is kept: it is compared as one string.

use std::fmt::Write;

use scraper::node::Node;
use scraper::{ElementRef, Html};

/// Elements that begin and end a line: white space at their edges, inside and outside, means nothing. Items of lists are not among
/// them, because styles set them in a line, or put a mark before what is in them.
const BLOCKS: &[&str] = &[
    "html",
    "head",
    "body",
    "title",
    "meta",
    "link",
    "script",
    "style",
    "base",
    "header",
    "footer",
    "main",
    "nav",
    "section",
    "article",
    "aside",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "form",
    "fieldset",
    "legend",
    "details",
    "summary",
    "hr",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
    "option",
    "optgroup",
    "select",
    "pre",
    "blockquote",
    "figure",
    "figcaption",
    "g",
    "path",
    "circle",
    "br",
];

const VERBATIM: &[&str] = &["textarea", "pre", "script", "style"];

fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// One line for each element, attribute and text of a fragment. Equal strings mean equal HTML.
pub fn fragment(html: &str) -> String {
    let parsed = Html::parse_fragment(html);
    let mut out = String::new();
    write_children(&mut out, parsed.root_element(), 0);
    out
}

/// [`fragment`] for a whole document.
pub fn document(html: &str) -> String {
    let parsed = Html::parse_document(html);
    let mut out = String::new();
    write_element(&mut out, parsed.root_element(), 0);
    out
}

fn write_element(out: &mut String, element: ElementRef<'_>, depth: usize) {
    let _ = writeln!(out, "{:depth$}<{}>", "", element.value().name());
    let mut attributes: Vec<(&str, &str)> = element.value().attrs().collect();
    attributes.sort_unstable();
    for (name, value) in attributes {
        let _ = writeln!(out, "{:depth$}  @{name}={value:?}", "");
    }
    write_children(out, element, depth + 2);
}

fn write_children(out: &mut String, parent: ElementRef<'_>, depth: usize) {
    let name = parent.value().name();
    let verbatim = VERBATIM.contains(&name);
    let block = is_block(name) || name == "svg";
    for child in parent.children() {
        match child.value() {
            Node::Text(text) if verbatim => {
                let _ = writeln!(out, "{:depth$}{:?}", "", &**text);
            }
            Node::Text(text) => {
                let touches_block = |sibling: Option<_>| match sibling {
                    None => block,
                    Some(node) => ElementRef::wrap(node).is_some_and(|element| is_block(element.value().name())),
                };
                let mut text = collapsed(text);
                if touches_block(child.prev_sibling()) {
                    text = text.trim_start_matches(' ').to_owned();
                }
                if touches_block(child.next_sibling()) {
                    text = text.trim_end_matches(' ').to_owned();
                }
                if !text.is_empty() {
                    let _ = writeln!(out, "{:depth$}{text:?}", "");
                }
            }
            Node::Comment(comment) => {
                let _ = writeln!(out, "{:depth$}<!--{}-->", "", &**comment);
            }
            _ => {
                if let Some(element) = ElementRef::wrap(child) {
                    write_element(out, element, depth);
                }
            }
        }
    }
}

fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_space = false;
    for c in text.chars() {
        let is_space = c.is_ascii_whitespace();
        if !(is_space && after_space) {
            out.push(if is_space { ' ' } else { c });
        }
        after_space = is_space;
    }
    out
}

/// The first line in which two canonical forms differ, with the lines before it.
pub fn first_difference(ours: &str, theirs: &str) -> Option<String> {
    if ours == theirs {
        return None;
    }
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (ours.lines().collect(), theirs.lines().collect());
    let at = (0..ours.len().max(theirs.len())).find(|&at| ours.get(at) != theirs.get(at)).unwrap_or_default();
    let context = ours[at.saturating_sub(6)..at.min(ours.len())].join("\n");
    let line = |lines: &[&str]| lines.get(at).map_or_else(|| "(end)".to_owned(), |line| (*line).to_owned());
    Some(format!("{context}\n- official: {}\n+ townhall: {}", line(&theirs), line(&ours)))
}
