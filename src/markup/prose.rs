//! [`Prose`]: a text of several paragraphs, as writers and translators write it.

use std::borrow::Cow;

use maud::{Markup, PreEscaped};

use super::{Component, Writer, block, class, name, render_components, tag};

/// A text with paragraphs, lists, headings and links, from a content file: no HTML comes out of a translation.
///
/// | line | becomes |
/// | --- | --- |
/// | `# Heading`, `## Heading` | a heading of the second or third level |
/// | `- item` | an item of a list with bullets |
/// | `1. item` | an item of a numbered list |
/// | `> text` | inset text |
/// | anything else | a paragraph, up to the next empty line |
///
/// In a line `[words](address)` is a link, and `**words**` is bold. Only addresses on this site, `https:`, `http:`, `mailto:` and `tel:` become
/// links; everything else is text, and escaped.
///
/// ```
/// use maud::html;
/// use townhall::markup::Prose;
///
/// let text = Prose::new("You need:\n- your car’s registration number\n- a [proof of address](/proof)");
/// assert_eq!(
///     html! { (text) }.into_string(),
///     "<p class=\"govuk-body\">You need:</p><ul class=\"govuk-list govuk-list--bullet\"><li>your car’s registration number</li>\
///      <li>a <a class=\"govuk-link\" href=\"/proof\">proof of address</a></li></ul>"
/// );
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Prose<'a>(Cow<'a, str>);

impl<'a> Prose<'a> {
    /// The text.
    #[must_use]
    pub fn new(text: impl Into<Cow<'a, str>>) -> Self {
        Self(text.into())
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl Prose<'_> {
    /// The text as one line, without a paragraph around it: for a phase banner.
    #[must_use]
    pub fn inline(&self) -> Markup {
        let mut html = String::new();
        let lines: Vec<&str> = self.0.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        write_line(&mut Writer::new(&mut html), &lines.join(" "));
        PreEscaped(html)
    }
}

/// What a line is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Paragraph,
    Bullets,
    Numbers,
    Inset,
    Heading,
    SmallHeading,
}

/// What a line is, and what it says.
fn part(line: &str) -> (Part, &str) {
    let starts = [("# ", Part::Heading), ("## ", Part::SmallHeading), ("- ", Part::Bullets), ("> ", Part::Inset)];
    for (start, part) in starts {
        if let Some(rest) = line.strip_prefix(start) {
            return (part, rest.trim());
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.get(digits..).and_then(|rest| rest.strip_prefix(". ")) {
        Some(rest) if (1..=2).contains(&digits) => (Part::Numbers, rest.trim()),
        _ => (Part::Paragraph, line),
    }
}

impl Component for Prose<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        let mut lines = self.0.lines().map(str::trim).peekable();
        while let Some(line) = lines.next() {
            if line.is_empty() {
                continue;
            }
            let (kind, text) = part(line);
            // The lines that belong to the same part. A heading is one line.
            let mut texts = vec![text];
            let is_heading = matches!(kind, Part::Heading | Part::SmallHeading);
            let belongs = |line: &&str| !is_heading && part(line).0 == kind && !part(line).1.is_empty();
            while let Some(line) = lines.next_if(belongs) {
                texts.push(part(line).1);
            }
            match kind {
                Part::Heading => out.block(block!("h2", "govuk-heading-m"), "").children(|out| write_line(out, text)),
                Part::SmallHeading => {
                    out.block(block!("h3", "govuk-heading-s"), "").children(|out| write_line(out, text));
                }
                Part::Bullets => {
                    out.block(block!("ul", "govuk-list govuk-list--bullet"), "")
                        .children(|out| write_items(out, &texts));
                }
                Part::Numbers => {
                    out.block(block!("ol", "govuk-list govuk-list--number"), "")
                        .children(|out| write_items(out, &texts));
                }
                Part::Inset => {
                    out.block(block!("div", "govuk-inset-text"), "").children(|out| write_line(out, &texts.join(" ")));
                }
                Part::Paragraph => {
                    out.block(block!("p", "govuk-body"), "").children(|out| write_line(out, &texts.join(" ")));
                }
            }
        }
    }
}

fn write_items(out: &mut Writer<'_>, texts: &[&str]) {
    for text in texts {
        out.element(tag!("li")).children(|out| write_line(out, text));
    }
}

/// A line with its links and bold words.
fn write_line(out: &mut Writer<'_>, mut text: &str) {
    while let Some(at) = text.find(['[', '*']) {
        let (before, rest) = text.split_at(at);
        out.text(before);
        if let Some((words, address, after)) = link(rest) {
            out.element(tag!("a")).class(class!("govuk-link"), "").attr(name!("href"), address).text(words);
            text = after;
        } else if let Some((words, after)) = rest.strip_prefix("**").and_then(|rest| rest.split_once("**")) {
            out.element(tag!("strong")).text(words);
            text = after;
        } else {
            let (first, after) = rest.split_at(1);
            out.text(first);
            text = after;
        }
    }
    out.text(text);
}

/// The words and the address of a link at the start of a text, and what follows it.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (words, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (address, after) = rest.split_once(')')?;
    let is_known =
        ["https://", "http://", "mailto:", "tel:", "/", "#", "?"].iter().any(|start| address.starts_with(start));
    let is_on_this_site = !address.contains(':') && !address.starts_with("//");
    ((is_known && !address.starts_with("//")) || is_on_this_site).then_some((words, address, after))
}

render_components! { Prose }

crate::markup::opaque_debug! { Prose<'_> }

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn html(text: &str) -> String {
        maud::html! { (Prose::new(text)) }.into_string()
    }

    #[test]
    fn parts_are_told_apart_by_their_lines() {
        assert_eq!(
            html("# One\nTwo\nthree\n\nFour\n1. a\n2. b\n> c\nd\n## Five"),
            "<h2 class=\"govuk-heading-m\">One</h2><p class=\"govuk-body\">Two three</p><p class=\"govuk-body\">Four</p>\
             <ol class=\"govuk-list govuk-list--number\"><li>a</li><li>b</li></ol><div class=\"govuk-inset-text\">c</div>\
             <p class=\"govuk-body\">d</p><h3 class=\"govuk-heading-s\">Five</h3>"
        );
        assert_eq!(html(" \n\t\n"), "");
    }

    #[test]
    fn only_safe_addresses_become_links() {
        let is_link = |address: &str| html(&format!("[a]({address})")).contains("<a ");
        for address in ["/a", "a", "#a", "?a=b", "https://a.example", "mailto:a@example.com", "tel:+441632960001"] {
            assert!(is_link(address), "{address}");
        }
        for address in ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//evil.example", " javascript:x"] {
            assert!(!is_link(address), "{address}");
        }
    }

    #[test]
    fn unfinished_marks_are_text() {
        assert_eq!(html("a * b [c] (d) ** [e](f"), "<p class=\"govuk-body\">a * b [c] (d) ** [e](f</p>");
        assert_eq!(html("**a & b**"), "<p class=\"govuk-body\"><strong>a &amp; b</strong></p>");
    }

    proptest! {
        #[test]
        fn no_text_brings_markup_of_its_own(text in any::<String>()) {
            let html = html(&text);
            let known = ["p", "ul", "ol", "li", "h2", "h3", "div", "strong", "a"];
            for part in html.split('<').skip(1) {
                let name = part.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
                prop_assert!(known.contains(&name), "{}", html);
            }
        }
    }
}
