//! [`Writer`]: what all components write themselves through.

use std::borrow::Cow;

use maud::Render;

use super::escape::push_escaped;
use super::ids::{DescribedBy, Id, ItemId};
use super::names::{AttributeName, Block, ElementName, FirstClass, Tags, name};
use super::{Attributes, Component, Content, PluralText, Token};

/// Writes elements, attributes and text straight into a page's buffer.
///
/// It takes text, numbers and [`Content`]; only maud's types and components can put HTML into it, so nothing unescaped is
/// written by mistake. Components write themselves through it. Content that is as large as a page can be
/// written through it too ([`from_fn`](super::from_fn)), which saves the copy that `html!` makes.
///
/// ```
/// use townhall::components::{Button, Input};
/// use townhall::markup::{from_fn, Writer};
///
/// let form = from_fn(|out: &mut Writer| {
///     out.element("form").attr("method", "post").boolean("novalidate").children(|out| {
///         out.component(&Input::new("ward", "Which ward do you live in?"));
///         out.component(&Button::new("Continue"));
///     });
/// });
/// let html = maud::html! { (form) }.into_string();
/// assert!(html.starts_with(r#"<form method="post" novalidate><div"#));
/// ```
pub struct Writer<'o> {
    out: &'o mut String,
}

impl<'o> Writer<'o> {
    /// A writer that appends to `buffer`.
    #[inline(always)]
    pub fn new(buffer: &'o mut String) -> Self {
        Self { out: buffer }
    }

    /// Starts an element. Give it attributes, then end it with its content.
    ///
    /// `name` is the name of an HTML element, and belongs to the source.
    #[inline(always)]
    pub fn element<N: ElementName>(&mut self, name: N) -> Element<'_, N> {
        name.write_start(self.out);
        Element { out: self.out, name }
    }

    /// An element whose start tag has been begun.
    #[inline(always)]
    pub(crate) fn in_tag(&mut self, name: Tags) -> Element<'_> {
        Element { out: self.out, name }
    }

    /// Starts an element that has no attributes but its classes: `extra` are added.
    #[inline(always)]
    pub(crate) fn block(&mut self, block: Block, extra: &str) -> Body<'_> {
        if extra.is_empty() {
            self.out.push_str(block.start);
        } else {
            self.out.push_str(block.tags.start);
            self.out.push_str(block.class.open);
            self.out.push(' ');
            push_escaped(self.out, extra);
            self.out.push_str("\">");
        }
        Body { out: self.out, tags: block.tags }
    }

    /// Writes what stands around something, or nothing at all if that writes nothing but white space.
    pub(crate) fn unless_blank(
        &mut self,
        before: impl FnOnce(&mut Writer<'_>),
        inside: impl FnOnce(&mut Writer<'_>),
        after: impl FnOnce(&mut Writer<'_>),
    ) {
        let outside = self.out.len();
        before(self);
        let start = self.out.len();
        inside(self);
        if self.out[start..].trim_ascii_start().is_empty() { self.out.truncate(outside) } else { after(self) }
    }

    /// Writes text, escaped.
    #[inline(always)]
    pub fn text(&mut self, text: &str) {
        push_escaped(self.out, text);
    }

    /// Writes a whole number.
    #[inline(always)]
    pub fn number(&mut self, number: i64) {
        push_number(self.out, number);
    }

    /// Writes text or HTML.
    #[inline(always)]
    pub fn content(&mut self, content: &Content<'_>) {
        content.write(self);
    }

    /// Writes a component.
    #[inline(always)]
    pub fn component(&mut self, component: &impl Component) {
        component.write(self);
    }

    /// Writes anything that maud can render. Strings are escaped by maud.
    #[inline(always)]
    pub fn render(&mut self, render: &(impl Render + ?Sized)) {
        render.render_to(self.out);
    }

    /// Writes a line break: white space where the official templates have it next to inline content.
    #[inline(always)]
    pub fn line(&mut self) {
        self.out.push('\n');
    }

    /// HTML that was HTML already: the inside of [`Content`], the name of a file of this crate.
    #[inline(always)]
    pub(crate) fn html(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// An attribute inside a start tag, the value escaped.
    #[inline(always)]
    fn attr(&mut self, name: impl AttributeName, value: &str) {
        name.write_start(self.out);
        push_escaped(self.out, value);
        self.out.push('"');
    }

    /// An attribute inside a start tag, if there is a value.
    #[inline(always)]
    pub(crate) fn optional(&mut self, name: impl AttributeName, value: Option<&Cow<'_, str>>) {
        if let Some(value) = value {
            self.attr(name, value);
        }
    }

    /// [`Writer::optional`] for a token.
    #[inline(always)]
    pub(crate) fn optional_token(&mut self, name: impl AttributeName, value: Option<&Token<'_>>) {
        if let Some(value) = value {
            name.write_start(self.out);
            value.write(self.out);
            self.out.push('"');
        }
    }

    /// An attribute inside a start tag, unless its value is empty.
    #[inline(always)]
    pub(crate) fn nonempty(&mut self, name: impl AttributeName, value: &str) {
        if !value.is_empty() {
            self.attr(name, value);
        }
    }

    /// A token, inside the quotes of an attribute.
    #[inline(always)]
    pub(crate) fn token(&mut self, token: &Token<'_>) {
        token.write(self.out);
    }

    /// An id, inside the quotes of an attribute.
    #[inline(always)]
    pub(crate) fn id(&mut self, id: Id<'_>) {
        id.write(self.out);
    }

    /// The id of an item, inside the quotes of an attribute.
    #[inline(always)]
    pub(crate) fn item_id(&mut self, id: ItemId<'_>) {
        id.write(self.out);
    }

    /// `aria-describedby`, inside a start tag, unless nothing describes the element.
    #[inline(always)]
    pub(crate) fn described_by(&mut self, ids: &DescribedBy<'_>) {
        if !ids.is_empty() {
            self.fixed(" aria-describedby=\"");
            ids.write(self.out);
            self.fixed("\"");
        }
    }

    /// The author's attributes, inside a start tag.
    #[inline(always)]
    pub(crate) fn attributes(&mut self, attributes: &Attributes<'_>) {
        attributes.write(self.out);
    }

    /// Markup that stands in this crate's source.
    #[inline(always)]
    pub(crate) fn fixed(&mut self, html: &'static str) {
        self.out.push_str(html);
    }
}

/// An element whose start tag is being written.
#[must_use = "an element must be ended: with `children`, `content`, `text`, `empty` or `void`"]
pub struct Element<'w, N = Tags> {
    out: &'w mut String,
    name: N,
}

impl<N: ElementName> Element<'_, N> {
    /// Writes ` name="value"`, the value escaped.
    #[inline(always)]
    pub fn attr(mut self, name: impl AttributeName, value: &str) -> Self {
        self.writer().attr(name, value);
        self
    }

    /// [`Element::attr`] if there is a value.
    #[inline(always)]
    pub fn optional(mut self, name: impl AttributeName, value: Option<&Cow<'_, str>>) -> Self {
        self.writer().optional(name, value);
        self
    }

    /// [`Element::attr`] unless the value is empty.
    #[inline(always)]
    pub fn nonempty(mut self, name: impl AttributeName, value: &str) -> Self {
        self.writer().nonempty(name, value);
        self
    }

    /// Writes ` name="5"`.
    #[inline(always)]
    pub fn number(mut self, name: impl AttributeName, value: i64) -> Self {
        self.begin(name);
        push_number(self.out, value);
        self.out.push('"');
        self
    }

    /// Writes ` name`: an attribute that is on by being there, such as `disabled`.
    #[inline(always)]
    pub fn boolean(self, name: &'static str) -> Self {
        self.out.push(' ');
        self.out.push_str(name);
        self
    }

    /// [`Element::boolean`] if `on`.
    #[inline(always)]
    pub fn boolean_if(self, name: &'static str, on: bool) -> Self {
        if on { self.boolean(name) } else { self }
    }

    /// Writes ` name="true"` or ` name="false"`, or nothing if neither is said.
    #[inline(always)]
    pub fn true_or_false(mut self, name: impl AttributeName, on: Option<bool>) -> Self {
        if let Some(on) = on {
            self.begin(name);
            self.out.push_str(if on { "true\"" } else { "false\"" });
        }
        self
    }

    /// Writes ` class="first extra"`, without the space if there is no `extra`.
    #[inline(always)]
    pub fn class(self, first: impl FirstClass, extra: &str) -> Self {
        if extra.is_empty() {
            first.write_whole(self.out);
        } else {
            first.write_open(self.out);
            self.out.push(' ');
            push_escaped(self.out, extra);
            self.out.push('"');
        }
        self
    }

    /// Writes ` class="first .."` with what the closure adds.
    #[inline(always)]
    pub fn classes(self, first: impl FirstClass, add: impl FnOnce(Classes<'_>) -> Classes<'_>) -> Self {
        first.write_open(self.out);
        add(Classes { out: self.out });
        self.out.push('"');
        self
    }

    /// Writes ` id="basesuffix"` unless the base is empty. White space in it becomes hyphens.
    #[inline(always)]
    pub fn id<'a>(self, base: impl Into<Id<'a>>, suffix: &'static str) -> Self {
        let base = base.into();
        if base.is_empty() && suffix.is_empty() { self } else { self.reference(name!("id"), base, suffix) }
    }

    /// Writes an attribute that names one id, such as `for`, by the same rule as [`Element::id`].
    #[inline(always)]
    pub fn reference<'a>(mut self, name: impl AttributeName, base: impl Into<Id<'a>>, suffix: &'static str) -> Self {
        self.begin(name);
        base.into().write(self.out);
        self.out.push_str(suffix);
        self.out.push('"');
        self
    }

    /// Writes the author's attributes.
    #[inline(always)]
    pub fn attributes(mut self, attributes: &Attributes<'_>) -> Self {
        self.writer().attributes(attributes);
        self
    }

    /// Writes `aria-describedby` unless nothing describes the element.
    #[inline(always)]
    pub(crate) fn described_by(mut self, ids: &DescribedBy<'_>) -> Self {
        self.writer().described_by(ids);
        self
    }

    /// Attributes that stand in this crate's source, written as they are: `data-module="govuk-button"`.
    #[inline(always)]
    pub(crate) fn fixed(self, attributes: &'static str) -> Self {
        self.out.push(' ');
        self.out.push_str(attributes);
        self
    }

    /// A text for a script, in each plural form: `data-i18n.key.one="..."`.
    pub(crate) fn plural(self, name: &'static str, text: &PluralText<'_>) -> Self {
        for (category, text) in text.forms() {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push('.');
            self.out.push_str(category.name());
            self.out.push_str("=\"");
            push_escaped(self.out, text);
            self.out.push('"');
        }
        self
    }

    /// An attribute whose value is written piece by piece.
    #[inline(always)]
    pub(crate) fn attr_with(mut self, name: impl AttributeName, value: impl FnOnce(&mut Value<'_>)) -> Self {
        self.begin(name);
        value(&mut Value { out: self.out });
        self.out.push('"');
        self
    }

    /// Ends the element after what the closure writes into it.
    #[inline(always)]
    pub fn children(self, write: impl FnOnce(&mut Writer<'_>)) {
        self.out.push('>');
        write(&mut Writer { out: self.out });
        self.end();
    }

    /// Ends the element with text or HTML in it.
    #[inline(always)]
    pub fn content(self, content: &Content<'_>) {
        self.children(|out| out.content(content));
    }

    /// [`Element::children`] on a line of its own: with white space around, which means nothing inside a block, and separates
    /// inline elements as in the official templates.
    #[inline(always)]
    pub fn children_on_line(self, write: impl FnOnce(&mut Writer<'_>)) {
        self.out.push_str(">\n");
        write(&mut Writer { out: self.out });
        self.name.write_end_on_line(self.out);
    }

    /// [`Element::content`] on a line of its own.
    #[inline(always)]
    pub fn content_on_line(self, content: &Content<'_>) {
        self.children_on_line(|out| out.content(content));
    }

    /// Ends the element with text in it, escaped.
    #[inline(always)]
    pub fn text(self, text: &str) {
        self.out.push('>');
        push_escaped(self.out, text);
        self.end();
    }

    /// Ends the element with nothing in it.
    #[inline(always)]
    pub fn empty(self) {
        self.out.push('>');
        self.end();
    }

    /// Ends an element that has no end tag, such as `input`.
    #[inline(always)]
    pub fn void(self) {
        self.out.push('>');
    }

    /// What writes into the start tag.
    #[inline(always)]
    fn writer(&mut self) -> Writer<'_> {
        Writer { out: self.out }
    }

    #[inline(always)]
    fn begin(&mut self, name: impl AttributeName) {
        name.write_start(self.out);
    }

    #[inline(always)]
    fn end(self) {
        self.name.write_end(self.out);
    }
}

/// An element whose start tag has been written.
#[must_use = "an element must be ended: with `children`, `content` or `text`"]
pub(crate) struct Body<'w> {
    out: &'w mut String,
    tags: Tags,
}

impl Body<'_> {
    #[inline(always)]
    pub(crate) fn children(self, write: impl FnOnce(&mut Writer<'_>)) {
        write(&mut Writer { out: self.out });
        self.out.push_str(self.tags.end);
    }

    #[inline(always)]
    pub(crate) fn content(self, content: &Content<'_>) {
        self.children(|out| out.content(content));
    }

    #[inline(always)]
    pub(crate) fn text(self, text: &str) {
        self.children(|out| out.text(text));
    }

    #[inline(always)]
    pub(crate) fn children_on_line(self, write: impl FnOnce(&mut Writer<'_>)) {
        self.out.push('\n');
        write(&mut Writer { out: self.out });
        self.out.push_str(self.tags.end_on_line);
    }

    #[inline(always)]
    pub(crate) fn content_on_line(self, content: &Content<'_>) {
        self.children_on_line(|out| out.content(content));
    }
}

/// The classes of an element, while they are being written.
pub struct Classes<'w> {
    out: &'w mut String,
}

impl Classes<'_> {
    /// Adds classes, unless there are none.
    #[inline(always)]
    #[must_use]
    pub fn with(self, classes: &str) -> Self {
        if !classes.is_empty() {
            self.out.push(' ');
            push_escaped(self.out, classes);
        }
        self
    }

    /// Adds a class that is put together of two parts, unless the second is empty.
    pub(crate) fn with_joined(self, start: &'static str, end: &str) -> Self {
        if !start.is_empty() && !end.is_empty() {
            self.out.push(' ');
            self.out.push_str(start);
            push_escaped(self.out, end);
        }
        self
    }

    /// Adds a class of this source if `on`.
    #[inline(always)]
    #[must_use]
    pub fn with_if(self, on: bool, class: &'static str) -> Self {
        if on {
            self.out.push(' ');
            self.out.push_str(class);
        }
        self
    }
}

/// The value of an attribute, while it is being written.
pub(crate) struct Value<'w> {
    out: &'w mut String,
}

impl Value<'_> {
    /// Text of this source, which is written as it is.
    #[inline(always)]
    pub(crate) fn fixed(&mut self, text: &'static str) {
        self.out.push_str(text);
    }

    #[inline(always)]
    pub(crate) fn text(&mut self, text: &str) {
        push_escaped(self.out, text);
    }

    #[inline(always)]
    pub(crate) fn id<'a>(&mut self, id: impl Into<Id<'a>>) {
        id.into().write(self.out);
    }

    #[inline(always)]
    pub(crate) fn number(&mut self, number: i64) {
        push_number(self.out, number);
    }

    /// Text or HTML as text: the official templates escape HTML here.
    pub(crate) fn content(&mut self, content: &Content<'_>) {
        if content.is_html() {
            let mut html = String::new();
            content.write(&mut Writer::new(&mut html));
            push_escaped(self.out, &html);
        } else {
            content.write(&mut Writer { out: self.out });
        }
    }
}

pub(super) fn push_number(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    push_digits(out, number.unsigned_abs());
}

fn push_digits(out: &mut String, number: u64) {
    if number >= 10 {
        push_digits(out, number / 10);
    }
    out.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or_default()));
}

// What was written so far may be somebody's answer.
crate::markup::opaque_debug! { Writer<'_>, Classes<'_> }

impl<N> std::fmt::Debug for Element<'_, N> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Element").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_display_writes_them() {
        for number in [0, 7, 10, 1_234, -1, i64::MAX, i64::MIN] {
            let mut out = String::new();
            push_number(&mut out, number);
            assert_eq!(out, number.to_string());
        }
    }
}
