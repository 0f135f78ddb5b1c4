//! The [`Table`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, ClassAttribute, Component, Content, Rarely, Render, Tags, Writer, block, class, classes_and_attributes,
    rarely, setters, tag,
};

/// Lets people compare what stands in rows and columns.
///
/// Give it a caption, and headers for its columns; numbers are set right. Not for layout
/// ([design system](https://design-system.service.gov.uk/components/table/), [WCAG 1.3.1](https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships)).
///
/// ```
/// use townhall::components::{Table, TableCell};
///
/// struct Permit { street: &'static str, zones: u32 }
/// let permits = [Permit { street: "Mill Lane", zones: 2 }, Permit { street: "High Street", zones: 1 }];
///
/// // Rows are made while they are written: a table of any length needs no memory of its own.
/// let table = Table::map(&permits, |permit| [permit.street.into(), TableCell::numeric(permit.zones)])
///     .caption("Permits by street")
///     .head([TableCell::new("Street"), TableCell::numeric("Zones")])
///     .first_cell_is_header(true);
/// # assert!(maud::html! { (table) }.0.contains(r#"<td class="govuk-table__cell govuk-table__cell--numeric">2</td>"#));
///
/// let small = Table::new([["Mill Lane", "Zone 2"], ["High Street", "Zone 1"]].map(|row| row.map(TableCell::new)));
/// # assert!(maud::html! { (small) }.0.contains("Zone 1</td>"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct Table<'a, R> {
    rows: R,
    head: Option<Vec<TableCell<'a>>>,
    caption: Content<'a>,
    caption_classes: Cow<'a, str>,
    first_cell_is_header: bool,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a, R: TableRows<'a>> Table<'a, R> {
    /// A table with its rows: a `Vec`, an array or a slice of `Vec`s, arrays or slices of cells.
    pub fn new(rows: R) -> Self {
        Self {
            rows,
            head: None,
            caption: Content::default(),
            caption_classes: Cow::Borrowed(""),
            first_cell_is_header: false,
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    /// The headers of the columns.
    pub fn head<C: Into<TableCell<'a>>>(mut self, head: impl IntoIterator<Item = C>) -> Self {
        self.head = Some(head.into_iter().map(Into::into).collect());
        self
    }

    setters! {
        /// What the table is about.
        caption(into Content<'a>)
        /// Classes to add to those of the caption.
        caption_classes(into Cow<'a, str>)
        /// Whether the first cell of each row is the row's header.
        first_cell_is_header(bool)
    }
    classes_and_attributes!();
}

impl<'a, T, F, Row> Table<'a, MappedRows<'a, T, F>>
where
    T: Sync,
    F: Fn(&'a T) -> Row + Sync,
    Row: AsRef<[TableCell<'a>]>,
{
    /// A table with a row for each item of a list. The closure makes the row when it is written.
    pub fn map(items: &'a [T], row: F) -> Self {
        Self::new(MappedRows { items, row })
    }
}

impl<R> std::fmt::Debug for Table<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table").field("caption", &self.caption).field("head", &self.head).finish_non_exhaustive()
    }
}

impl<'a, R: TableRows<'a>> Component for Table<'a, R> {
    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("table")).class(class!("govuk-table"), &self.classes).attributes(&self.attributes).children(
            |out| {
                if !self.caption.is_empty() {
                    out.block(block!("caption", "govuk-table__caption"), &self.caption_classes).content(&self.caption);
                }
                if let Some(head) = &self.head {
                    out.block(block!("thead", "govuk-table__head"), "").children(|out| {
                        out.block(block!("tr", "govuk-table__row"), "").children(|out| {
                            for cell in head {
                                cell.write(out, &HEADER);
                            }
                        });
                    });
                }
                out.block(block!("tbody", "govuk-table__body"), "").children(|out| {
                    self.rows.for_each(|row| {
                        out.block(block!("tr", "govuk-table__row"), "").children(|out| {
                            let mut cells = row.iter();
                            if self.first_cell_is_header
                                && let Some(cell) = cells.next()
                            {
                                cell.write(out, &ROW_HEADER);
                            }
                            for cell in cells {
                                cell.write(out, &CELL);
                            }
                        });
                    });
                });
            },
        );
    }
}

impl<'a, R: TableRows<'a>> Render for Table<'a, R> {
    fn render_to(&self, buffer: &mut String) {
        self.write(&mut Writer::new(buffer));
    }
}

/// The rows of a [`Table`], handed over one by one.
pub trait TableRows<'a>: Sync {
    /// Calls `write` with the cells of each row, in order.
    fn for_each(&self, write: impl FnMut(&[TableCell<'a>]));
}

impl<'a, R: AsRef<[TableCell<'a>]> + Sync> TableRows<'a> for Vec<R> {
    fn for_each(&self, write: impl FnMut(&[TableCell<'a>])) {
        self.iter().map(AsRef::as_ref).for_each(write);
    }
}

impl<'a, R: AsRef<[TableCell<'a>]> + Sync> TableRows<'a> for &[R] {
    fn for_each(&self, write: impl FnMut(&[TableCell<'a>])) {
        self.iter().map(AsRef::as_ref).for_each(write);
    }
}

impl<'a, R: AsRef<[TableCell<'a>]> + Sync, const N: usize> TableRows<'a> for [R; N] {
    fn for_each(&self, write: impl FnMut(&[TableCell<'a>])) {
        self.iter().map(AsRef::as_ref).for_each(write);
    }
}

/// The rows of [`Table::map`] and [`SummaryList::map`](super::SummaryList::map).
#[derive(Clone, Copy)]
pub struct MappedRows<'a, T, F> {
    pub(super) items: &'a [T],
    pub(super) row: F,
}

impl<T, F> std::fmt::Debug for MappedRows<'_, T, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MappedRows").field("rows", &self.items.len()).finish_non_exhaustive()
    }
}

impl<'a, T, F, Row> TableRows<'a> for MappedRows<'a, T, F>
where
    T: Sync,
    F: Fn(&'a T) -> Row + Sync,
    Row: AsRef<[TableCell<'a>]>,
{
    fn for_each(&self, mut write: impl FnMut(&[TableCell<'a>])) {
        for item in self.items {
            write((self.row)(item).as_ref());
        }
    }
}

/// What the kinds of cell differ in. Start tags are in one piece, because a table has so many of them.
struct Kind {
    tags: Tags,
    scope: Option<&'static str>,
    class: ClassAttribute,
    plain: &'static str,
    numeric: &'static str,
    /// What the class of a format starts with. The header of a row has no format.
    format: Option<&'static str>,
}

const CELL: Kind = Kind {
    tags: tag!("td"),
    scope: None,
    class: class!("govuk-table__cell"),
    plain: "<td class=\"govuk-table__cell\">",
    numeric: "<td class=\"govuk-table__cell govuk-table__cell--numeric\">",
    format: Some("govuk-table__cell--"),
};
const HEADER: Kind = Kind {
    tags: tag!("th"),
    scope: Some("scope=\"col\""),
    class: class!("govuk-table__header"),
    plain: "<th scope=\"col\" class=\"govuk-table__header\">",
    numeric: "<th scope=\"col\" class=\"govuk-table__header govuk-table__header--numeric\">",
    format: Some("govuk-table__header--"),
};
const ROW_HEADER: Kind = Kind {
    tags: tag!("th"),
    scope: Some("scope=\"row\""),
    class: class!("govuk-table__header"),
    plain: "<th scope=\"row\" class=\"govuk-table__header\">",
    numeric: "<th scope=\"row\" class=\"govuk-table__header\">",
    format: None,
};

/// One cell of a [`Table`]. Anything that is [`Content`] becomes one.
#[derive(Clone, Default)]
#[must_use]
pub struct TableCell<'a> {
    content: Content<'a>,
    is_numeric: bool,
    extras: Rarely<Extras<'a>>,
}

/// What hardly any cell has, so that a row of cells stays small.
#[derive(Debug, Clone, Default)]
struct Extras<'a> {
    format: Cow<'a, str>,
    classes: Cow<'a, str>,
    colspan: Option<u32>,
    rowspan: Option<u32>,
    attributes: Attributes<'a>,
}

impl<'a> TableCell<'a> {
    /// A cell with text or HTML.
    #[inline]
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// A cell with a number, set right so that digits stand under each other.
    #[inline]
    pub fn numeric(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), is_numeric: true, extras: None }
    }

    /// Another format than `numeric`, for styles of your own.
    pub fn format(mut self, format: impl Into<Cow<'a, str>>) -> Self {
        let format = format.into();
        self.is_numeric = format == "numeric";
        rarely(&mut self.extras).format = if self.is_numeric { Cow::Borrowed("") } else { format };
        self
    }

    /// Classes to add to the cell's own.
    pub fn classes(mut self, classes: impl Into<Cow<'a, str>>) -> Self {
        rarely(&mut self.extras).classes = classes.into();
        self
    }

    /// How many columns the cell takes.
    pub fn colspan(mut self, columns: u32) -> Self {
        rarely(&mut self.extras).colspan = Some(columns);
        self
    }

    /// How many rows the cell takes; 0 is all that are left.
    pub fn rowspan(mut self, rows: u32) -> Self {
        rarely(&mut self.extras).rowspan = Some(rows);
        self
    }

    /// Attributes to add to the cell's own.
    pub fn attributes(mut self, attributes: Attributes<'a>) -> Self {
        rarely(&mut self.extras).attributes = attributes;
        self
    }

    /// Inlined, so that the tags are copied as literals of known length.
    #[inline(always)]
    fn write(&self, out: &mut Writer<'_>, kind: &Kind) {
        if let Some(extras) = self.extras.as_deref() {
            return self.write_with(out, kind, extras);
        }
        if self.is_numeric {
            out.fixed(kind.numeric);
        } else {
            out.fixed(kind.plain);
        }
        out.content(&self.content);
        out.fixed(kind.tags.end);
    }

    #[cold]
    fn write_with(&self, out: &mut Writer<'_>, kind: &Kind, extras: &Extras<'_>) {
        let mut cell = out.element(kind.tags);
        if let Some(scope) = kind.scope {
            cell = cell.fixed(scope);
        }
        let format = if self.is_numeric { "numeric" } else { &extras.format };
        let prefix = kind.format.filter(|_| !format.is_empty());
        cell = cell.classes(kind.class, |classes| {
            classes.with_joined(prefix.unwrap_or_default(), format).with(&extras.classes)
        });
        for (name, span) in [("colspan", extras.colspan), ("rowspan", extras.rowspan)] {
            if let Some(span) = span {
                cell = cell.number(name, span.into());
            }
        }
        cell.attributes(&extras.attributes).content(&self.content);
    }
}

impl<'a, C: Into<Content<'a>>> From<C> for TableCell<'a> {
    #[inline]
    fn from(content: C) -> Self {
        Self::new(content)
    }
}

crate::markup::opaque_debug! { TableCell<'_> }
