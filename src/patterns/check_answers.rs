//! [`CheckAnswersPage`].

use std::borrow::Cow;

use maud::{Markup, html};

use super::hidden_fields;
use crate::components::{Button, SummaryCard, SummaryList, SummaryListAction, SummaryListRow};
use crate::language::Locale;
use crate::markup::Prose;
use crate::page::{Document, Layout};

/// What was answered.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum AnswerValue {
    /// One or more lines of text.
    Lines(Vec<String>),
    /// Nothing, which is allowed: shown as "Not provided".
    NotProvided,
    /// Nothing, and it is needed: shown as a link to the question, with these words.
    Missing(String),
}

/// One answer: a short form of the question, the answer, and where it is changed.
#[derive(Clone, PartialEq, Eq)]
#[must_use]
pub struct AnswerRow {
    /// A short form of the question.
    pub key: String,
    /// The answer.
    pub value: AnswerValue,
    /// Where it is changed, if it can be.
    pub change: Option<String>,
}

impl AnswerRow {
    /// An answer of one line.
    pub fn new(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self { key: key.into(), value: AnswerValue::Lines(vec![value.into()]), change: None }
    }

    /// Where it is changed.
    pub fn change(mut self, address: impl Into<String>) -> Self {
        self.change = Some(address.into());
        self
    }

    fn row<'r>(&'r self, locale: &'r Locale) -> SummaryListRow<'r> {
        let address = self.change.as_deref().unwrap_or_default();
        let value: Markup = match &self.value {
            AnswerValue::Lines(lines) => html! {
                // What people typed may be in another script than the page.
                @for (at, line) in lines.iter().enumerate() { @if at > 0 { br; } bdi { (line) } }
            },
            AnswerValue::NotProvided => html! { (locale.text("townhall-not-provided")) },
            AnswerValue::Missing(words) => html! { a class="govuk-link" href=(address) { (words) } },
        };
        let row = SummaryListRow::new(&*self.key, value);
        match (&self.value, address) {
            (AnswerValue::Missing(_), _) | (_, "") => row,
            (_, address) => row.action(
                SummaryListAction::new(locale.text("townhall-change"), address).visually_hidden_text(&*self.key),
            ),
        }
    }
}

/// Answers that belong together.
#[derive(Clone, Default, PartialEq, Eq)]
#[must_use]
pub struct AnswerSection {
    /// The heading of the section. Empty for none.
    pub title: String,
    /// The answers.
    pub rows: Vec<AnswerRow>,
    /// Things of a list, each with a title and its own answers, and where it is removed.
    pub cards: Vec<(String, Vec<AnswerRow>)>,
}

impl AnswerSection {
    /// A section with its heading and answers.
    pub fn new(title: impl Into<String>, rows: impl IntoIterator<Item = AnswerRow>) -> Self {
        Self { title: title.into(), rows: rows.into_iter().collect(), cards: Vec::new() }
    }

    pub(crate) fn render(&self, locale: &Locale) -> Markup {
        html! {
            @if !self.title.is_empty() { h2.govuk-heading-m { (self.title) } }
            @if !self.rows.is_empty() {
                (SummaryList::new(self.rows.iter().map(|row| row.row(locale))).classes("govuk-!-margin-bottom-9"))
            }
            @for (title, rows) in &self.cards {
                (SummaryList::new(rows.iter().map(|row| row.row(locale))).card(SummaryCard::new(&**title)))
            }
        }
    }
}

/// Everything that was answered, before it is sent
/// ([check answers](https://design-system.service.gov.uk/patterns/check-answers/)).
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::{AnswerRow, AnswerSection, CheckAnswersPage};
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let about_you = AnswerSection::new("About you", [AnswerRow::new("Name", "Siân Rees").change("/permit/about-you?change")]);
/// let page = CheckAnswersPage::new().section(about_you).page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("Change<span class=\"govuk-visually-hidden\"> Name</span>"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct CheckAnswersPage<'a> {
    heading: Option<Cow<'a, str>>,
    sections: Vec<AnswerSection>,
    send_heading: Option<Cow<'a, str>>,
    declaration: Cow<'a, str>,
    button: Option<Cow<'a, str>>,
    back: Option<Cow<'a, str>>,
    hidden: Vec<(String, String)>,
    cannot_send: bool,
    next: Option<Cow<'a, str>>,
    reason: Option<Cow<'a, str>>,
}

impl<'a> CheckAnswersPage<'a> {
    /// A page without answers.
    pub fn new() -> Self {
        Self::default()
    }

    /// The heading: "Check your answers before you send them" unless it is set.
    pub fn heading(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.heading = Some(text.into());
        self
    }

    /// Adds a section.
    pub fn section(mut self, section: AnswerSection) -> Self {
        self.sections.push(section);
        self
    }

    /// The heading above the button: "Send your answers" unless it is set.
    pub fn send_heading(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.send_heading = Some(text.into());
        self
    }

    /// What people confirm by sending, as [`Prose`].
    pub fn declaration(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.declaration = text.into();
        self
    }

    /// The words of the button. Unless they are set they are "Accept and send" with a declaration, and "Confirm and send" without one.
    pub fn button(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.button = Some(text.into());
        self
    }

    /// Where the last question is.
    pub fn back_link(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.back = Some(address.into());
        self
    }

    hidden_setter!();

    /// Where it goes on if it [cannot be sent](Self::cannot_send): what has to be answered first. Without it the answers are only shown.
    pub fn continue_to(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.next = Some(address.into());
        self
    }

    /// Why they cannot be sent: "Some answers are missing", with what to do, unless it is set.
    pub fn cannot_send_because(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.reason = Some(text.into());
        self
    }

    /// They cannot be sent, because something is missing, or because nobody would get them: there is no button to send them.
    pub fn cannot_send(mut self, cannot_send: bool) -> Self {
        self.cannot_send = cannot_send;
        self
    }

    /// The page. It has somebody's answers in it, so it stays out of caches.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let own = |text: &Option<Cow<'a, str>>, id: &str| {
            text.as_deref().map_or_else(|| locale.text(id).into_owned(), str::to_owned)
        };
        let mut page = layout.page(own(&self.heading, "townhall-check-answers"));
        if let Some(back) = &self.back {
            page = page.back_link(&**back);
        }
        let has_declaration = !self.declaration.trim().is_empty();
        let button =
            own(&self.button, if has_declaration { "townhall-accept-and-send" } else { "townhall-confirm-and-send" });
        let send_heading = own(&self.send_heading, "townhall-send-your-answers");
        let document = page.content(html! {
            @for section in &self.sections { (section.render(locale)) }
            @if self.cannot_send {
                @if let Some(next) = &self.next {
                    p.govuk-body { (own(&self.reason, "townhall-answers-missing")) }
                    (Button::link(locale.text("townhall-continue"), &**next))
                }
            } @else {
                h2.govuk-heading-m { (send_heading) }
                (Prose::new(&*self.declaration))
                form method="post" novalidate {
                    (hidden_fields(&self.hidden))
                    (Button::new(&*button).prevent_double_click(true))
                }
            }
        });
        document.private()
    }
}

crate::markup::opaque_debug! { AnswerValue, AnswerRow, AnswerSection, CheckAnswersPage<'_> }
