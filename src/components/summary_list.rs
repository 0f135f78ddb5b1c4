//! The [`SummaryList`].

use std::borrow::Cow;

use super::MappedRows;
use crate::markup::{
    Attributes, BorrowedContent, Component, Content, HeadingLevel, Rarely, Render, Writer, block, class,
    classes_and_attributes, fixed_with_classes, rarely, setters, tag,
};

/// Pairs of a question and what was answered, with links to change it.
///
/// "Change" alone says nothing to a screen reader in a list of links: give every action its hidden text
/// ([design system](https://design-system.service.gov.uk/components/summary-list/), [WCAG 2.4.9](https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-link-only)).
///
/// ```
/// use townhall::components::{SummaryList, SummaryListAction, SummaryListRow};
///
/// let answers = SummaryList::new([
///     SummaryListRow::new("Name", "Sarah Philips")
///         .action(SummaryListAction::new("Change", "/name").visually_hidden_text("name")),
///     SummaryListRow::new("Reference", "HDJ2123F"),
/// ]);
/// # assert!(maud::html! { (answers) }.0.contains("Change<span class=\"govuk-visually-hidden\"> name</span>"));
///
/// // Rows are made while they are written: a list of any length needs no memory of its own.
/// let vehicles = ["AB12 CDE", "XY34 ZED"];
/// let list = SummaryList::map(&vehicles, |plate| SummaryListRow::new("Registration number", *plate));
/// # assert!(maud::html! { (list) }.0.contains("XY34 ZED</dd>"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct SummaryList<'a, R = Vec<SummaryListRow<'a>>> {
    rows: R,
    card: Option<SummaryCard<'a>>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> SummaryList<'a> {
    /// A list with its rows.
    pub fn new<I: Into<SummaryListRow<'a>>>(rows: impl IntoIterator<Item = I>) -> Self {
        Self::of(rows.into_iter().map(Into::into).collect())
    }
}

impl<'a, T, F> SummaryList<'a, MappedRows<'a, T, F>>
where
    T: Sync,
    F: Fn(&'a T) -> SummaryListRow<'a> + Sync,
{
    /// A list with a row for each item of another list. The closure makes the row when it is written.
    pub fn map(items: &'a [T], row: F) -> Self {
        Self::of(MappedRows { items, row })
    }
}

impl<'a, R> SummaryList<'a, R> {
    fn of(rows: R) -> Self {
        Self { rows, card: None, classes: Cow::Borrowed(""), attributes: Attributes::new() }
    }

    setters! {
        /// A card around the list, with a title: for one of several things of a kind.
        card(SummaryCard<'a>)
    }
    classes_and_attributes!();
}

impl<'a, R: SummaryListRows<'a>> SummaryList<'a, R> {
    fn write_list(&self, out: &mut Writer<'_>) {
        let card_title = self.card.as_ref().and_then(|card| card.title.as_ref());
        fixed_with_classes!(out, "<dl class=\"govuk-summary-list", &self.classes, "\"");
        out.attributes(&self.attributes);
        out.fixed(">");
        // Only a row without actions asks whether others have any.
        let mut any_row_has_actions = None;
        self.rows.for_each(|row| {
            let is_narrow = row.actions.is_none()
                && *any_row_has_actions.get_or_insert_with(|| {
                    let mut any = false;
                    self.rows.for_each(|row| any |= !row.actions.as_slice().is_empty());
                    any
                });
            row.write(out, is_narrow, card_title);
        });
        out.fixed("</dl>");
    }
}

impl<'a, R: SummaryListRows<'a>> Component for SummaryList<'a, R> {
    fn write(&self, out: &mut Writer<'_>) {
        match &self.card {
            Some(card) => card.write(out, |out| self.write_list(out)),
            None => self.write_list(out),
        }
    }
}

impl<'a, R: SummaryListRows<'a>> Render for SummaryList<'a, R> {
    fn render_to(&self, buffer: &mut String) {
        self.write(&mut Writer::new(buffer));
    }
}

impl<R> std::fmt::Debug for SummaryList<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SummaryList").field("card", &self.card).finish_non_exhaustive()
    }
}

/// The rows of a [`SummaryList`], handed over one by one.
pub trait SummaryListRows<'a>: Sync {
    /// Calls `write` with each row, in order.
    fn for_each<'r>(&'r self, write: impl FnMut(SummaryListRow<'r>))
    where
        'a: 'r;
}

impl<'a> SummaryListRows<'a> for Vec<SummaryListRow<'a>> {
    fn for_each<'r>(&'r self, write: impl FnMut(SummaryListRow<'r>))
    where
        'a: 'r,
    {
        self.iter().map(SummaryListRow::borrowed).for_each(write);
    }
}

impl<'a, T, F> SummaryListRows<'a> for MappedRows<'a, T, F>
where
    T: Sync,
    F: Fn(&'a T) -> SummaryListRow<'a> + Sync,
{
    fn for_each<'r>(&'r self, mut write: impl FnMut(SummaryListRow<'r>))
    where
        'a: 'r,
    {
        for item in self.items {
            write((self.row)(item));
        }
    }
}

/// One row of a [`SummaryList`]. A pair of key and value becomes one.
#[derive(Clone, Default)]
#[must_use]
pub struct SummaryListRow<'a> {
    key: Content<'a>,
    value: Content<'a>,
    actions: Actions<'a>,
    classes: Rarely<RowClasses<'a>>,
}

/// What hardly any row has, so that a list of rows stays small.
#[derive(Debug, Clone, Default)]
struct RowClasses<'a> {
    row: Cow<'a, str>,
    key: Cow<'a, str>,
    value: Cow<'a, str>,
    actions: Cow<'a, str>,
}

const NO_CLASSES: RowClasses<'static> =
    RowClasses { row: Cow::Borrowed(""), key: Cow::Borrowed(""), value: Cow::Borrowed(""), actions: Cow::Borrowed("") };

impl<'a> SummaryListRow<'a> {
    /// A row: what was asked in short, and what was answered.
    #[inline]
    pub fn new(key: impl Into<Content<'a>>, value: impl Into<Content<'a>>) -> Self {
        Self { key: key.into(), value: value.into(), ..Self::default() }
    }

    /// Adds an action.
    #[inline]
    pub fn action(mut self, action: SummaryListAction<'a>) -> Self {
        match &mut self.actions {
            Actions::None => self.actions = Actions::One(action),
            actions => actions.push(action),
        }
        self
    }

    /// Sets the actions. With an empty list the row keeps the width of a row with actions.
    pub fn actions(mut self, actions: impl IntoIterator<Item = SummaryListAction<'a>>) -> Self {
        self.actions = Actions::Several(actions.into_iter().collect());
        self
    }

    /// Classes to add to the row's own.
    pub fn classes(mut self, classes: impl Into<Cow<'a, str>>) -> Self {
        rarely(&mut self.classes).row = classes.into();
        self
    }

    /// Classes to add to those of the key.
    pub fn key_classes(mut self, classes: impl Into<Cow<'a, str>>) -> Self {
        rarely(&mut self.classes).key = classes.into();
        self
    }

    /// Classes to add to those of the value.
    pub fn value_classes(mut self, classes: impl Into<Cow<'a, str>>) -> Self {
        rarely(&mut self.classes).value = classes.into();
        self
    }

    /// Classes to add to those of the actions.
    pub fn actions_classes(mut self, classes: impl Into<Cow<'a, str>>) -> Self {
        rarely(&mut self.classes).actions = classes.into();
        self
    }

    /// The same row, with what it holds borrowed.
    #[inline(always)]
    fn borrowed(&self) -> SummaryListRow<'_> {
        SummaryListRow {
            key: Content::from(&self.key),
            value: Content::from(&self.value),
            actions: match &self.actions {
                Actions::None => Actions::None,
                Actions::One(action) => Actions::One(action.borrowed()),
                actions => Actions::Borrowed(actions.as_slice()),
            },
            classes: self.classes.clone(),
        }
    }

    /// What the usual row consists of, if it is one: with one action, and with nothing to be dropped.
    #[inline(always)]
    fn usual(&self) -> Option<UsualRow<'a>> {
        let Actions::One(action) = &self.actions else { return None };
        if self.classes.is_some() || action.rare.is_some() {
            return None;
        }
        let (Cow::Borrowed(href), Cow::Borrowed(hidden)) = (&action.href, &action.visually_hidden_text) else {
            return None;
        };
        Some(UsualRow {
            key: self.key.if_borrowed()?,
            value: self.value.if_borrowed()?,
            words: action.content.if_borrowed()?,
            href,
            hidden,
        })
    }

    /// Inlined, so that a row that is made while it is written needs not be put together first.
    #[inline(always)]
    fn write(self, out: &mut Writer<'_>, is_narrow: bool, card_title: Option<&Content<'_>>) {
        match self.usual() {
            Some(usual) => {
                // All of it is borrowed: to look for what has to be dropped takes 60 instructions a row.
                std::mem::forget(self);
                usual.write(out, card_title);
            }
            None => self.write_unusual(out, is_narrow, card_title),
        }
    }

    #[inline(never)]
    fn write_unusual(self, out: &mut Writer<'_>, is_narrow: bool, card_title: Option<&Content<'_>>) {
        let more = self.classes.as_deref().unwrap_or(&NO_CLASSES);
        out.fixed("<div class=\"govuk-summary-list__row");
        if is_narrow {
            out.fixed(" govuk-summary-list__row--no-actions");
        }
        fixed_with_classes!(out, "", &more.row, "\"><dt class=\"govuk-summary-list__key");
        fixed_with_classes!(out, "", &more.key, "\">");
        out.content(&self.key);
        fixed_with_classes!(out, "</dt><dd class=\"govuk-summary-list__value", &more.value, "\">");
        out.content(&self.value);
        match self.actions.as_slice() {
            [] => out.fixed("</dd></div>"),
            [action] => {
                fixed_with_classes!(out, "</dd><dd class=\"govuk-summary-list__actions", &more.actions, "\">");
                action.write(out, card_title);
                out.fixed("</dd></div>");
            }
            actions => {
                fixed_with_classes!(out, "</dd><dd class=\"govuk-summary-list__actions", &more.actions, "\">");
                out.block(block!("ul", "govuk-summary-list__actions-list"), "").children(|out| {
                    for action in actions {
                        out.line();
                        out.block(block!("li", "govuk-summary-list__actions-list-item"), "")
                            .children_on_line(|out| action.write(out, card_title));
                    }
                });
                out.fixed("</dd></div>");
            }
        }
    }
}

impl<'a, K: Into<Content<'a>>, V: Into<Content<'a>>> From<(K, V)> for SummaryListRow<'a> {
    fn from((key, value): (K, V)) -> Self {
        Self::new(key, value)
    }
}

/// The usual row.
struct UsualRow<'a> {
    key: BorrowedContent<'a>,
    value: BorrowedContent<'a>,
    words: BorrowedContent<'a>,
    href: &'a str,
    hidden: &'a str,
}

impl UsualRow<'_> {
    /// Writes it in pieces as long as can be.
    #[inline(always)]
    fn write(&self, out: &mut Writer<'_>, card_title: Option<&Content<'_>>) {
        out.fixed("<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">");
        self.key.write(out);
        out.fixed("</dt><dd class=\"govuk-summary-list__value\">");
        self.value.write(out);
        out.fixed("</dd><dd class=\"govuk-summary-list__actions\"><a class=\"govuk-link\" href=\"");
        out.text(self.href);
        out.fixed("\">");
        self.words.write(out);
        write_hidden(out, self.hidden, card_title);
        out.fixed("</a></dd></div>");
    }
}

/// Most rows have one action, which then needs no list.
#[derive(Debug, Clone, Default)]
enum Actions<'a> {
    #[default]
    None,
    One(SummaryListAction<'a>),
    Several(Vec<SummaryListAction<'a>>),
    Borrowed(&'a [SummaryListAction<'a>]),
}

impl<'a> Actions<'a> {
    fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    fn as_slice(&self) -> &[SummaryListAction<'a>] {
        match self {
            Self::None => &[],
            Self::One(action) => std::slice::from_ref(action),
            Self::Several(actions) => actions,
            Self::Borrowed(actions) => actions,
        }
    }

    fn push(&mut self, action: SummaryListAction<'a>) {
        *self = match std::mem::take(self) {
            Self::None => Self::One(action),
            Self::One(first) => Self::Several(vec![first, action]),
            Self::Several(mut actions) => {
                actions.push(action);
                Self::Several(actions)
            }
            Self::Borrowed(actions) => Self::Several(actions.iter().cloned().chain([action]).collect()),
        };
    }
}

/// A link of a row or of a card: "Change", "Remove".
#[derive(Clone)]
#[must_use]
pub struct SummaryListAction<'a> {
    content: Content<'a>,
    href: Cow<'a, str>,
    visually_hidden_text: Cow<'a, str>,
    rare: Rarely<RareOfAction<'a>>,
}

/// What hardly any link has, so that a list of rows stays small.
#[derive(Debug, Clone, Default)]
struct RareOfAction<'a> {
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> SummaryListAction<'a> {
    /// A link.
    #[inline]
    pub fn new(content: impl Into<Content<'a>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self { content: content.into(), href: href.into(), visually_hidden_text: Cow::Borrowed(""), rare: None }
    }

    setters! {
        /// What screen readers say after the link's words: what is changed. The title of the card is added to it.
        visually_hidden_text(into Cow<'a, str>)
    }
    classes_and_attributes!(=> rare);

    /// The same link, with what it holds borrowed.
    #[inline(always)]
    fn borrowed(&self) -> SummaryListAction<'_> {
        SummaryListAction {
            content: Content::from(&self.content),
            href: Cow::Borrowed(&self.href),
            visually_hidden_text: Cow::Borrowed(&self.visually_hidden_text),
            rare: self.rare.clone(),
        }
    }

    fn write(&self, out: &mut Writer<'_>, card_title: Option<&Content<'_>>) {
        out.fixed("<a class=\"govuk-link");
        if let Some(rare) = self.rare.as_deref() {
            fixed_with_classes!(out, "", &rare.classes, "");
        }
        out.fixed("\" href=\"");
        out.text(&self.href);
        out.fixed("\"");
        if let Some(rare) = self.rare.as_deref() {
            out.attributes(&rare.attributes);
        }
        out.fixed(">");
        out.content(&self.content);
        write_hidden(out, &self.visually_hidden_text, card_title);
        out.fixed("</a>");
    }
}

/// Writes what screen readers say after a link's words.
#[inline(always)]
fn write_hidden(out: &mut Writer<'_>, text: &str, card_title: Option<&Content<'_>>) {
    match (text, card_title) {
        ("", None) => {}
        (text, None) => {
            out.fixed("<span class=\"govuk-visually-hidden\"> ");
            out.text(text);
            out.fixed("</span>");
        }
        (text, Some(title)) => {
            out.fixed("<span class=\"govuk-visually-hidden\">");
            if !text.is_empty() {
                out.fixed(" ");
                out.text(text);
            }
            out.fixed(" (");
            out.content(title);
            out.fixed(")</span>");
        }
    }
}

/// A card around a [`SummaryList`].
#[derive(Clone)]
#[must_use]
pub struct SummaryCard<'a> {
    title: Option<Content<'a>>,
    heading_level: HeadingLevel,
    title_classes: Cow<'a, str>,
    actions: Vec<SummaryListAction<'a>>,
    actions_classes: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> SummaryCard<'a> {
    /// A card with a title, which the hidden texts of all its actions repeat.
    pub fn new(title: impl Into<Content<'a>>) -> Self {
        Self { title: Some(title.into()), ..Self::without_title() }
    }

    /// A card without a title.
    pub fn without_title() -> Self {
        Self {
            title: None,
            heading_level: HeadingLevel::H2,
            title_classes: Cow::Borrowed(""),
            actions: Vec::new(),
            actions_classes: Cow::Borrowed(""),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    /// Actions for all that the card holds.
    pub fn actions(mut self, actions: impl IntoIterator<Item = SummaryListAction<'a>>) -> Self {
        self.actions = actions.into_iter().collect();
        self
    }

    setters! {
        /// The level of the title: 2 unless it is set.
        heading_level(HeadingLevel)
        /// Classes to add to those of the title.
        title_classes(into Cow<'a, str>)
        /// Classes to add to those of the actions.
        actions_classes(into Cow<'a, str>)
    }
    classes_and_attributes!();

    fn write(&self, out: &mut Writer<'_>, list: impl FnOnce(&mut Writer<'_>)) {
        out.element(tag!("div"))
            .class(class!("govuk-summary-card"), &self.classes)
            .attributes(&self.attributes)
            .children(|out| {
                out.block(block!("div", "govuk-summary-card__title-wrapper"), "").children(|out| {
                    if let Some(title) = &self.title {
                        out.element(self.heading_level.tag())
                            .class(class!("govuk-summary-card__title"), &self.title_classes)
                            .content(title);
                    }
                    self.write_actions(out);
                });
                out.block(block!("div", "govuk-summary-card__content"), "").children(list);
            });
    }

    fn write_actions(&self, out: &mut Writer<'_>) {
        let title = self.title.as_ref();
        match self.actions.as_slice() {
            [] => {}
            [action] => out
                .block(block!("div", "govuk-summary-card__actions"), &self.actions_classes)
                .children(|out| action.write(out, title)),
            actions => out.block(block!("ul", "govuk-summary-card__actions"), &self.actions_classes).children(|out| {
                for action in actions {
                    out.line();
                    out.block(block!("li", "govuk-summary-card__action"), "")
                        .children_on_line(|out| action.write(out, title));
                }
            }),
        }
    }
}

crate::markup::opaque_debug! { SummaryListRow<'_>, SummaryListAction<'_>, SummaryCard<'_> }
