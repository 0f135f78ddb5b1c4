//! [`AddAnotherPage`] and [`RemovePage`].

use std::borrow::Cow;

use maud::html;

use super::check_answers::{AnswerRow, AnswerValue};
use super::{hidden_fields, one_error, say, yes_and_no, yes_or_no};
use crate::components::{Button, Legend, SummaryCard, SummaryList, SummaryListAction, SummaryListRow};
use crate::language::Locale;
use crate::page::{Document, FORM_ID, Layout};

/// A thing on a list: its title, what was answered about it, and where it is changed and removed.
#[derive(Clone, PartialEq, Eq)]
pub struct ListedItem {
    /// "Vehicle 1". Each thing has its own.
    pub title: String,
    /// What was answered about it.
    pub rows: Vec<AnswerRow>,
    /// Where it is changed.
    pub change: String,
    /// Where it is removed, if it can be.
    pub remove: Option<String>,
}

/// The things that were added, and a question whether to add another.
///
/// A thing can be changed and removed; the question is about the next one. At the limit there is no question.
#[derive(Clone)]
#[must_use]
pub struct AddAnotherPage<'a> {
    heading: Cow<'a, str>,
    items: Vec<ListedItem>,
    question: Option<Cow<'a, str>>,
    field: &'a str,
    answers: Option<(Cow<'a, str>, Cow<'a, str>)>,
    is_missing: bool,
    caption: Option<Cow<'a, str>>,
    back: Option<Cow<'a, str>>,
    hidden: Vec<(String, String)>,
}

impl<'a> AddAnotherPage<'a> {
    /// A page with its heading ("You have added 2 vehicles"), the things, and the name under which the answer is sent.
    pub fn new(heading: impl Into<Cow<'a, str>>, items: impl IntoIterator<Item = ListedItem>, field: &'a str) -> Self {
        Self {
            heading: heading.into(),
            items: items.into_iter().collect(),
            question: None,
            field,
            answers: None,
            is_missing: false,
            caption: None,
            back: None,
            hidden: Vec::new(),
        }
    }

    /// "Do you want to add another vehicle?" Without it there is a button only.
    pub fn question(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.question = Some(text.into());
        self
    }

    answers_setter!();

    /// Says that the question was not answered.
    pub fn missing(mut self, is_missing: bool) -> Self {
        self.is_missing = is_missing;
        self
    }

    /// What is shown above the heading.
    pub fn caption(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.caption = Some(text.into());
        self
    }

    back_link_setter!();

    hidden_setter!();

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let text = |id: &str| locale.text(id);
        let mut page = layout.page(&*self.heading).has_errors(self.is_missing);
        if let Some(back) = &self.back {
            page = page.back_link(&**back);
        }
        if let Some(caption) = &self.caption {
            page = page.caption(&**caption);
        }
        let cards = self.items.iter().map(|item| {
            let action = |id: &str, address: &str| SummaryListAction::new(text(id).into_owned(), address.to_owned());
            let change = action("townhall-change", &item.change);
            let remove = item.remove.as_deref().map(|address| action("townhall-remove", address));
            let rows = item.rows.iter().map(|row| shown(locale, row));
            SummaryList::new(rows).card(SummaryCard::new(&*item.title).actions([change].into_iter().chain(remove)))
        });
        let (yes, no) = yes_and_no(locale, self.question.as_deref().unwrap_or_default(), self.answers.as_ref());
        let error = self.is_missing.then(|| say(locale, "townhall-another-missing", "yes", yes));
        let error = error.as_deref();
        let radios = self.question.as_ref().map(|question| {
            let legend = Legend::new(&**question).classes("govuk-fieldset__legend--m");
            yes_or_no(locale, self.field, legend, (yes, no), error)
        });
        let document = page.content_after(
            one_error(locale, self.field, error),
            html! {
                @for card in cards { (card) }
                form id=(FORM_ID) method="post" novalidate {
                    (hidden_fields(&self.hidden))
                    @if let Some(radios) = &radios { (radios) }
                    (Button::new(locale.text("townhall-continue")).prevent_double_click(true))
                }
            },
        );
        document.private()
    }
}

/// An answer about a thing, without a link.
fn shown<'r>(locale: &Locale, row: &'r AnswerRow) -> SummaryListRow<'r> {
    let lines = match &row.value {
        AnswerValue::Lines(lines) => lines.as_slice(),
        _ => &[],
    };
    let value = html! {
        @if lines.is_empty() { (locale.text("townhall-not-provided")) }
        @for (at, line) in lines.iter().enumerate() { @if at > 0 { br; } bdi { (line) } }
    };
    SummaryListRow::new(&*row.key, value)
}

/// Asks whether to remove a thing from a list.
#[derive(Clone)]
#[must_use]
pub struct RemovePage<'a> {
    question: Cow<'a, str>,
    field: &'a str,
    item: Vec<AnswerRow>,
    answers: Option<(Cow<'a, str>, Cow<'a, str>)>,
    is_missing: bool,
    back: Cow<'a, str>,
    hidden: Vec<(String, String)>,
}

impl<'a> RemovePage<'a> {
    /// A page with its question, the name under which the answer is sent, and where the list is.
    pub fn new(question: impl Into<Cow<'a, str>>, field: &'a str, back: impl Into<Cow<'a, str>>) -> Self {
        Self {
            question: question.into(),
            field,
            item: Vec::new(),
            answers: None,
            is_missing: false,
            back: back.into(),
            hidden: Vec::new(),
        }
    }

    answers_setter!();

    /// Says that the question was not answered.
    pub fn missing(mut self, is_missing: bool) -> Self {
        self.is_missing = is_missing;
        self
    }

    /// What was answered about it, so that nobody has to remember which one it is.
    pub fn item(mut self, rows: impl IntoIterator<Item = AnswerRow>) -> Self {
        self.item.extend(rows);
        self
    }

    hidden_setter!();

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let (yes, no) = yes_and_no(locale, &self.question, self.answers.as_ref());
        let error = self.is_missing.then(|| say(locale, "townhall-remove-missing", "yes", yes));
        let error = error.as_deref();
        let mut page = layout.page(&*self.question).back_link(&*self.back).has_errors(self.is_missing);
        // With the answers between them and the heading, the radios have a legend of their own.
        let legend = if self.item.is_empty() {
            page = page.without_heading();
            Legend::page_heading(&*self.question).classes("govuk-fieldset__legend--l")
        } else {
            Legend::new(html! { span.govuk-visually-hidden { (&*self.question) } })
        };
        let radios = yes_or_no(locale, self.field, legend, (yes, no), error);
        let document = page.content_after(
            one_error(locale, self.field, error),
            html! {
                @if !self.item.is_empty() { (SummaryList::new(self.item.iter().map(|row| shown(locale, row)))) }
                form id=(FORM_ID) method="post" novalidate {
                    (hidden_fields(&self.hidden))
                    (radios)
                    (Button::new(locale.text("townhall-continue")).prevent_double_click(true))
                }
            },
        );
        document.private()
    }
}

crate::markup::opaque_debug! { ListedItem, AddAnotherPage<'_>, RemovePage<'_> }
