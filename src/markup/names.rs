//! The names of elements, attributes and classes, and what stands around them, put together when the crate is compiled.

/// Names come from sources, never from people: no other crate can add kinds of them.
mod sealed {
    pub trait Sealed: Copy {}
    impl Sealed for &'static str {}
    impl Sealed for super::Tags {}
    impl Sealed for super::BeforeValue {}
    impl Sealed for super::ClassAttribute {}
}

/// The name of an element: a literal, or what the crate's own `tag!` makes of one when it is compiled.
pub trait ElementName: sealed::Sealed {
    /// Writes `<name`.
    fn write_start(self, out: &mut String);
    /// Writes `</name>`.
    fn write_end(self, out: &mut String);
    /// Writes a line break and `</name>`.
    fn write_end_on_line(self, out: &mut String);
}

impl ElementName for &'static str {
    #[inline(always)]
    fn write_start(self, out: &mut String) {
        out.push('<');
        out.push_str(self);
    }

    #[inline(always)]
    fn write_end(self, out: &mut String) {
        out.push_str("</");
        out.push_str(self);
        out.push('>');
    }

    #[inline(always)]
    fn write_end_on_line(self, out: &mut String) {
        out.push('\n');
        self.write_end(out);
    }
}

/// Both tags of an element, each of which is written in one piece.
#[derive(Debug, Clone, Copy)]
pub struct Tags {
    pub(crate) start: &'static str,
    pub(crate) end: &'static str,
    pub(crate) end_on_line: &'static str,
}

impl ElementName for Tags {
    #[inline(always)]
    fn write_start(self, out: &mut String) {
        out.push_str(self.start);
    }

    #[inline(always)]
    fn write_end(self, out: &mut String) {
        out.push_str(self.end);
    }

    #[inline(always)]
    fn write_end_on_line(self, out: &mut String) {
        out.push_str(self.end_on_line);
    }
}

/// Both tags of an element.
macro_rules! tag {
    ($name:literal) => {
        $crate::markup::Tags {
            start: concat!("<", $name),
            end: concat!("</", $name, ">"),
            end_on_line: concat!("\n</", $name, ">"),
        }
    };
}
pub(crate) use tag;

/// An element whose only attribute is `class`, with its start tag in one piece.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block {
    pub(crate) tags: Tags,
    pub(crate) class: ClassAttribute,
    pub(crate) start: &'static str,
}

/// An element with a class and no other attributes.
macro_rules! block {
    ($name:literal, $class:literal) => {
        $crate::markup::Block {
            tags: $crate::markup::tag!($name),
            class: $crate::markup::class!($class),
            start: concat!("<", $name, " class=\"", $class, "\">"),
        }
    };
}
pub(crate) use block;

/// The name of an attribute: a literal, or what the crate's own `name!` makes of one when it is compiled.
pub trait AttributeName: sealed::Sealed {
    /// Writes ` name="`.
    fn write_start(self, out: &mut String);
}

impl AttributeName for &'static str {
    #[inline(always)]
    fn write_start(self, out: &mut String) {
        out.push(' ');
        out.push_str(self);
        out.push_str("=\"");
    }
}

/// All that stands before the value of an attribute.
#[derive(Debug, Clone, Copy)]
pub struct BeforeValue(pub(crate) &'static str);

impl AttributeName for BeforeValue {
    #[inline(always)]
    fn write_start(self, out: &mut String) {
        out.push_str(self.0);
    }
}

/// All that stands before the value of an attribute.
macro_rules! name {
    ($name:literal) => {
        $crate::markup::BeforeValue(concat!(" ", $name, "=\""))
    };
}
pub(crate) use name;

/// The first class of an element: a literal, or what the crate's own `class!` makes of one when it is compiled.
pub trait FirstClass: sealed::Sealed {
    /// Writes ` class="first`.
    fn write_open(self, out: &mut String);
    /// Writes ` class="first"`.
    fn write_whole(self, out: &mut String);
}

impl FirstClass for &'static str {
    #[inline(always)]
    fn write_open(self, out: &mut String) {
        out.push_str(" class=\"");
        out.push_str(self);
    }

    #[inline(always)]
    fn write_whole(self, out: &mut String) {
        self.write_open(out);
        out.push('"');
    }
}

/// The attribute `class`, with its end and without.
#[derive(Debug, Clone, Copy)]
pub struct ClassAttribute {
    pub(crate) open: &'static str,
    pub(crate) whole: &'static str,
}

impl FirstClass for ClassAttribute {
    #[inline(always)]
    fn write_open(self, out: &mut String) {
        out.push_str(self.open);
    }

    #[inline(always)]
    fn write_whole(self, out: &mut String) {
        out.push_str(self.whole);
    }
}

/// The attribute `class` with a first class.
macro_rules! class {
    ($class:literal) => {
        $crate::markup::ClassAttribute { open: concat!(" class=\"", $class), whole: concat!(" class=\"", $class, "\"") }
    };
}
pub(crate) use class;

/// Writes literals of this source with an author's classes between them: in one piece when there are none, which is nearly always.
macro_rules! fixed_with_classes {
    ($out:expr, $before:literal, $classes:expr, $after:literal) => {{
        let (out, classes): (&mut $crate::markup::Writer<'_>, &str) = ($out, $classes);
        if classes.is_empty() {
            out.fixed(concat!($before, $after));
        } else {
            out.fixed(concat!($before, " "));
            out.text(classes);
            out.fixed($after);
        }
    }};
}
pub(crate) use fixed_with_classes;
