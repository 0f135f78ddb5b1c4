//! The [`SummaryList`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, Component, Content, HeadingLevel, Writer, block, class, classes_and_attributes, name, setters, tag,
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
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct SummaryList<'a> {
    rows: Vec<SummaryListRow<'a>>,
    card: Option<SummaryCard<'a>>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> SummaryList<'a> {
    /// A list with its rows.
    pub fn new<R: Into<SummaryListRow<'a>>>(rows: impl IntoIterator<Item = R>) -> Self {
        Self {
            rows: rows.into_iter().map(Into::into).collect(),
            card: None,
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// A card around the list, with a title: for one of several things of a kind.
        card(SummaryCard<'a>)
    }
    classes_and_attributes!();

    fn write_list(&self, out: &mut Writer<'_>) {
        let any_row_has_actions = self.rows.iter().any(|row| !row.actions.as_slice().is_empty());
        let card_title = self.card.as_ref().and_then(|card| card.title.as_ref());
        out.element(tag!("dl"))
            .class(class!("govuk-summary-list"), &self.classes)
            .attributes(&self.attributes)
            .children(|out| {
                for row in &self.rows {
                    row.write(out, any_row_has_actions, card_title);
                }
            });
    }
}

impl Component for SummaryList<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        match &self.card {
            Some(card) => card.write(out, |out| self.write_list(out)),
            None => self.write_list(out),
        }
    }
}

/// One row of a [`SummaryList`]. A pair of key and value becomes one.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct SummaryListRow<'a> {
    key: Content<'a>,
    value: Content<'a>,
    actions: Actions<'a>,
    classes: Option<Box<RowClasses<'a>>>,
}

/// What hardly any row has, so that a list of rows stays small.
#[derive(Debug, Clone, Default)]
struct RowClasses<'a> {
    row: Cow<'a, str>,
    key: Cow<'a, str>,
    value: Cow<'a, str>,
    actions: Cow<'a, str>,
}

impl<'a> SummaryListRow<'a> {
    /// A row: what was asked in short, and what was answered.
    pub fn new(key: impl Into<Content<'a>>, value: impl Into<Content<'a>>) -> Self {
        Self { key: key.into(), value: value.into(), ..Self::default() }
    }

    /// Adds an action.
    pub fn action(mut self, action: SummaryListAction<'a>) -> Self {
        self.actions.push(action);
        self
    }

    /// Sets the actions. With an empty list the row keeps the width of a row with actions.
    pub fn actions(mut self, actions: impl IntoIterator<Item = SummaryListAction<'a>>) -> Self {
        self.actions = Actions::Several(actions.into_iter().collect());
        self
    }

    /// Classes to add to the row's own.
    pub fn classes(mut self, classes: impl Into<Cow<'a, str>>) -> Self {
        self.classes.get_or_insert_default().row = classes.into();
        self
    }

    /// Classes to add to those of the key.
    pub fn key_classes(mut self, classes: impl Into<Cow<'a, str>>) -> Self {
        self.classes.get_or_insert_default().key = classes.into();
        self
    }

    /// Classes to add to those of the value.
    pub fn value_classes(mut self, classes: impl Into<Cow<'a, str>>) -> Self {
        self.classes.get_or_insert_default().value = classes.into();
        self
    }

    /// Classes to add to those of the actions.
    pub fn actions_classes(mut self, classes: impl Into<Cow<'a, str>>) -> Self {
        self.classes.get_or_insert_default().actions = classes.into();
        self
    }

    fn write(&self, out: &mut Writer<'_>, any_row_has_actions: bool, card_title: Option<&Content<'_>>) {
        let none = RowClasses::default();
        let more = self.classes.as_deref().unwrap_or(&none);
        let is_without_actions = any_row_has_actions && matches!(self.actions, Actions::None);
        let row = out.element(tag!("div")).classes(class!("govuk-summary-list__row"), |classes| {
            classes.with_if(is_without_actions, "govuk-summary-list__row--no-actions").with(&more.row)
        });
        row.children(|out| {
            out.block(block!("dt", "govuk-summary-list__key"), &more.key).content(&self.key);
            out.block(block!("dd", "govuk-summary-list__value"), &more.value).content(&self.value);
            let actions = self.actions.as_slice();
            if actions.is_empty() {
                return;
            }
            let cell = out.element(tag!("dd")).class(class!("govuk-summary-list__actions"), &more.actions);
            if let [action] = actions {
                cell.children(|out| action.write(out, card_title));
            } else {
                cell.children(|out| {
                    out.block(block!("ul", "govuk-summary-list__actions-list"), "").children(|out| {
                        for action in actions {
                            out.line();
                            out.block(block!("li", "govuk-summary-list__actions-list-item"), "")
                                .children_on_line(|out| action.write(out, card_title));
                        }
                    });
                });
            }
        });
    }
}

impl<'a, K: Into<Content<'a>>, V: Into<Content<'a>>> From<(K, V)> for SummaryListRow<'a> {
    fn from((key, value): (K, V)) -> Self {
        Self::new(key, value)
    }
}

/// Most rows have one action, which then needs no list.
#[derive(Debug, Clone, Default)]
enum Actions<'a> {
    #[default]
    None,
    One(SummaryListAction<'a>),
    Several(Vec<SummaryListAction<'a>>),
}

impl<'a> Actions<'a> {
    fn as_slice(&self) -> &[SummaryListAction<'a>] {
        match self {
            Self::None => &[],
            Self::One(action) => std::slice::from_ref(action),
            Self::Several(actions) => actions,
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
        };
    }
}

/// A link of a row or of a card: "Change", "Remove".
#[derive(Debug, Clone)]
#[must_use]
pub struct SummaryListAction<'a> {
    content: Content<'a>,
    href: Cow<'a, str>,
    visually_hidden_text: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> SummaryListAction<'a> {
    /// A link.
    pub fn new(content: impl Into<Content<'a>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self {
            content: content.into(),
            href: href.into(),
            visually_hidden_text: Cow::Borrowed(""),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// What screen readers say after the link's words: what is changed. The title of a card follows by itself.
        visually_hidden_text(into Cow<'a, str>)
    }
    classes_and_attributes!();

    fn write(&self, out: &mut Writer<'_>, card_title: Option<&Content<'_>>) {
        out.element(tag!("a"))
            .class(class!("govuk-link"), &self.classes)
            .attr(name!("href"), &self.href)
            .attributes(&self.attributes)
            .children(|out| {
                out.content(&self.content);
                if self.visually_hidden_text.is_empty() && card_title.is_none() {
                    return;
                }
                out.block(block!("span", "govuk-visually-hidden"), "").children(|out| {
                    if !self.visually_hidden_text.is_empty() {
                        out.fixed(" ");
                        out.text(&self.visually_hidden_text);
                    }
                    if let Some(title) = card_title {
                        out.fixed(" (");
                        out.content(title);
                        out.fixed(")");
                    }
                });
            });
    }
}

/// A card around a [`SummaryList`].
#[derive(Debug, Clone)]
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
