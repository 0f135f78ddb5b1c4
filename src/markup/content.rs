//! [`Content`]: text or HTML, never confused.

use std::borrow::Cow;

use maud::{Markup, PreEscaped, Render};

use super::escape::is_plain_word;
use super::{ClassAttribute, Component, Writer, tag};

/// What an element holds: text, HTML, or something that renders itself.
///
/// Text is the default, and is escaped. Only maud's [`Markup`] becomes HTML, so no string can turn into
/// HTML by accident.
///
/// | from | becomes |
/// | --- | --- |
/// | `&str`, `String`, `Cow<str>` | text, escaped |
/// | whole numbers | text, without an allocation |
/// | [`Markup`] and `PreEscaped<&str>`, as `html! { .. }` gives | HTML, as it is |
/// | a reference to a component | HTML, rendered in place |
/// | [`Content::of`] anything that implements [`Render`] | what it renders, in place |
///
/// ```
/// use maud::html;
/// use townhall::components::InsetText;
///
/// let text = InsetText::new("Rates for <5 people");
/// assert!(html! { (text) }.into_string().contains("Rates for &lt;5 people"));
///
/// let bold = InsetText::new(html! { "Apply by " strong { "5 April" } });
/// assert!(html! { (bold) }.into_string().contains("<strong>5 April</strong>"));
/// ```
#[derive(Clone)]
pub struct Content<'a>(Inner<'a>);

#[derive(Clone)]
enum Inner<'a> {
    /// Text in which nothing has to be escaped.
    Plain(&'a str),
    Text(Cow<'a, str>),
    Html(Cow<'a, str>),
    Number(i64),
    Component(&'a dyn Component),
    Render(&'a (dyn Render + Sync)),
}

/// Borrowed text or HTML.
#[derive(Clone, Copy)]
pub(crate) enum BorrowedContent<'a> {
    Text(&'a str),
    Html(&'a str),
}

impl BorrowedContent<'_> {
    #[inline(always)]
    pub(crate) fn write(self, out: &mut Writer<'_>) {
        match self {
            Self::Text(text) => out.text(text),
            Self::Html(html) => out.html(html),
        }
    }
}

impl Default for Content<'_> {
    fn default() -> Self {
        Self::empty()
    }
}

impl<'a> Content<'a> {
    /// Nothing.
    #[must_use]
    pub const fn empty() -> Self {
        Self(Inner::Plain(""))
    }

    /// A literal of this source that need not be escaped.
    pub(crate) const fn fixed(text: &'static str) -> Self {
        Self(Inner::Plain(text))
    }

    /// Content that renders itself when it is written, straight into the page: a closure from
    /// [`markup::from_fn`](super::from_fn), a component of your own, anything that implements [`Render`].
    #[must_use]
    pub fn of(render: &'a (dyn Render + Sync)) -> Self {
        Self(Inner::Render(render))
    }

    /// Whether there is nothing to write: no text and no HTML.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.0 {
            Inner::Plain(text) => text.is_empty(),
            Inner::Text(text) | Inner::Html(text) => text.is_empty(),
            Inner::Number(_) | Inner::Component(_) | Inner::Render(_) => false,
        }
    }

    /// The text or HTML, if it is borrowed: nothing of it has to be dropped.
    #[inline(always)]
    pub(crate) fn if_borrowed(&self) -> Option<BorrowedContent<'a>> {
        match self.0 {
            Inner::Plain(text) | Inner::Html(Cow::Borrowed(text)) => Some(BorrowedContent::Html(text)),
            Inner::Text(Cow::Borrowed(text)) => Some(BorrowedContent::Text(text)),
            _ => None,
        }
    }

    pub(crate) fn is_html(&self) -> bool {
        matches!(self.0, Inner::Html(_) | Inner::Component(_) | Inner::Render(_))
    }

    #[inline(always)]
    pub(crate) fn write(&self, out: &mut Writer<'_>) {
        match &self.0 {
            Inner::Plain(text) => out.html(text),
            Inner::Text(text) => out.text(text),
            Inner::Html(html) => out.html(html),
            Inner::Number(number) => out.number(*number),
            Inner::Component(component) => component.write(out),
            Inner::Render(render) => out.render(*render),
        }
    }

    /// HTML as it is, text as a paragraph, nothing as nothing.
    pub(crate) fn write_as_body(&self, out: &mut Writer<'_>, class: ClassAttribute) {
        if self.is_html() {
            self.write(out);
        } else if !self.is_empty() {
            out.element(tag!("p")).class(class, "").content(self);
        }
    }

    /// [`Content::write_as_body`], the text without the white space around it.
    pub(crate) fn write_as_trimmed_body(&self, out: &mut Writer<'_>, class: ClassAttribute) {
        match &self.0 {
            Inner::Plain(text) if !text.is_empty() => out.element(tag!("p")).class(class, "").text(text.trim()),
            Inner::Text(text) if !text.is_empty() => out.element(tag!("p")).class(class, "").text(text.trim()),
            _ => self.write_as_body(out, class),
        }
    }

    /// Text or HTML without the white space around it.
    pub(crate) fn write_trimmed(&self, out: &mut Writer<'_>) {
        match &self.0 {
            Inner::Html(html) => out.html(html.trim()),
            Inner::Plain(text) => out.html(text.trim()),
            Inner::Text(text) => out.text(text.trim()),
            _ => self.write(out),
        }
    }

    /// HTML without the white space around it; text as it is.
    pub(crate) fn write_html_trimmed(&self, out: &mut Writer<'_>) {
        if self.is_html() { self.write_trimmed(out) } else { self.write(out) }
    }
}

crate::markup::opaque_debug! { Content<'_> }

impl Render for Content<'_> {
    fn render_to(&self, buffer: &mut String) {
        self.write(&mut Writer::new(buffer));
    }
}

impl<'a> From<&'a str> for Content<'a> {
    #[inline(always)]
    fn from(text: &'a str) -> Self {
        Self(if is_plain_word(text) { Inner::Plain(text) } else { Inner::Text(Cow::Borrowed(text)) })
    }
}

impl<'a> From<&'a String> for Content<'a> {
    #[inline]
    fn from(text: &'a String) -> Self {
        Self(Inner::Text(Cow::Borrowed(text)))
    }
}

impl From<String> for Content<'_> {
    #[inline]
    fn from(text: String) -> Self {
        Self(Inner::Text(Cow::Owned(text)))
    }
}

impl<'a> From<Cow<'a, str>> for Content<'a> {
    #[inline]
    fn from(text: Cow<'a, str>) -> Self {
        Self(Inner::Text(text))
    }
}

impl<'a> From<&'a Content<'a>> for Content<'a> {
    #[inline]
    fn from(content: &'a Content<'a>) -> Self {
        match &content.0 {
            Inner::Plain(text) => Self(Inner::Plain(text)),
            Inner::Text(text) => Self(Inner::Text(Cow::Borrowed(text))),
            Inner::Html(html) => Self(Inner::Html(Cow::Borrowed(html))),
            Inner::Number(number) => Self(Inner::Number(*number)),
            Inner::Component(component) => Self(Inner::Component(*component)),
            Inner::Render(render) => Self(Inner::Render(*render)),
        }
    }
}

impl From<Markup> for Content<'_> {
    #[inline]
    fn from(PreEscaped(html): Markup) -> Self {
        Self(Inner::Html(Cow::Owned(html)))
    }
}

impl<'a> From<PreEscaped<&'a str>> for Content<'a> {
    #[inline]
    fn from(PreEscaped(html): PreEscaped<&'a str>) -> Self {
        Self(Inner::Html(Cow::Borrowed(html)))
    }
}

impl<'a, C: Component> From<&'a C> for Content<'a> {
    #[inline]
    fn from(component: &'a C) -> Self {
        Self(Inner::Component(component))
    }
}

macro_rules! from_numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Content<'_> {
            #[inline]
            fn from(number: $number) -> Self {
                Self(Inner::Number(i64::from(number)))
            }
        }
    )*};
}

from_numbers!(u8, u16, u32, i8, i16, i32, i64);

impl From<usize> for Content<'_> {
    #[inline]
    fn from(number: usize) -> Self {
        match i64::try_from(number) {
            Ok(number) => Self(Inner::Number(number)),
            Err(_) => Self::from(number.to_string()),
        }
    }
}

impl From<u64> for Content<'_> {
    #[inline]
    fn from(number: u64) -> Self {
        match i64::try_from(number) {
            Ok(number) => Self(Inner::Number(number)),
            Err(_) => Self::from(number.to_string()),
        }
    }
}
