//! [`QuestionPage`]: the whole page of a question.

use std::borrow::Cow;

use maud::{Markup, PreEscaped};

use super::data::{ERRORS_FIELD, LANGUAGE_FIELD};
use super::render::Rendering;
use crate::attributes;
use crate::components::{BackLink, Button};
use crate::language::{Languages, Locale, Word};
#[cfg(feature = "journey")]
use crate::markup::html_of;
use crate::markup::{Component, Content, Prose, Writer, from_fn, name, tag};
use crate::page::{Brand, Document, FORM_ID, Layout, Page, default_button};

/// A page that asks a question: heading, controls, button, and what is wrong
/// ([question pages](https://design-system.service.gov.uk/patterns/question-pages/)).
///
/// ```
/// # use serde::{Deserialize, Serialize};
/// # use townhall::form::{Form, Question};
/// # use townhall::language::Languages;
/// # use townhall::page::Brand;
/// # use townhall::values::Postcode;
/// # use validator::Validate;
/// # #[derive(Serialize, Deserialize, Validate)]
/// # struct Home { postcode: Postcode }
/// # impl Question for Home { const NAME: &'static str = "home"; }
/// let languages = Languages::builder()
///     .file("en", "home.en.ftl", "home-postcode = What is your postcode?\n    .it = your postcode")
///     .file("cy", "home.cy.ftl", "home-postcode = Beth yw eich cod post?\n    .it = eich cod post")
///     .build()?;
/// let (brand, locale) = (Brand::council("London Borough of Northbridge").build()?, languages.default_locale());
///
/// let html = Form::<Home>::new()
///     .page(&brand, &locale)
///     .languages(&languages)
///     .back_link("/start")
///     .service("Apply for a parking permit", "/")
///     .render_document()
///     .into_string();
/// assert!(html.contains("<h1 class=\"govuk-label-wrapper\">"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub struct QuestionPage<'a> {
    rendering: Rendering<'a>,
    brand: &'a Brand,
    action: Cow<'a, str>,
    button: Option<Cow<'a, str>>,
    back: Option<Cow<'a, str>>,
    service: Option<(Cow<'a, str>, Cow<'a, str>)>,
    languages: Option<&'a Languages>,
    hidden: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    layout: Option<&'a Layout<'a>>,
    caption: Option<Cow<'a, str>>,
    intro: Option<Markup>,
    after_button: Option<Content<'a>>,
    blank: Option<&'a Markup>,
}

impl std::fmt::Debug for QuestionPage<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("QuestionPage").field("question", &self.rendering.words.question).finish_non_exhaustive()
    }
}

impl<'a> QuestionPage<'a> {
    pub(super) fn new(rendering: Rendering<'a>, brand: &'a Brand) -> Self {
        Self {
            rendering,
            brand,
            action: Cow::Borrowed(""),
            button: None,
            back: None,
            service: None,
            languages: None,
            hidden: Vec::new(),
            layout: None,
            caption: None,
            intro: None,
            after_button: None,
            blank: None,
        }
    }

    /// Where the form is sent: to the page's own address unless it is set.
    pub fn action(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.action = address.into();
        self
    }

    /// The words of the button: "Continue" unless they are set.
    pub fn button(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.button = Some(text.into());
        self
    }

    /// Where the page before this one is.
    pub fn back_link(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.back = Some(address.into());
        self
    }

    /// The name of the service, and where it starts.
    pub fn service(mut self, name: impl Into<Cow<'a, str>>, address: impl Into<Cow<'a, str>>) -> Self {
        self.service = Some((name.into(), address.into()));
        self
    }

    /// The languages that people can change to. They are buttons of the form, so that what was typed comes along, with or without
    /// script.
    pub fn languages(mut self, languages: &'a Languages) -> Self {
        self.languages = Some(languages);
        self
    }

    /// A hidden field: a form token, say.
    pub fn hidden(mut self, name: impl Into<Cow<'a, str>>, value: impl Into<Cow<'a, str>>) -> Self {
        self.hidden.push((name.into(), value.into()));
        self
    }

    /// What all pages of the service have around them.
    pub fn layout(mut self, layout: &'a Layout<'a>) -> Self {
        self.layout = Some(layout);
        self
    }

    /// What stands above the heading: the section of the service, or the number of the question.
    pub fn caption(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.caption = Some(text.into());
        self
    }

    /// What stands between the heading and the controls: what people need to know before they answer. A text that needs nothing
    /// from the program is the attribute `body` of the question's message.
    pub fn intro(mut self, html: Markup) -> Self {
        self.intro = Some(html);
        self
    }

    /// What stands below the button, and belongs to the form: a second button.
    pub fn after_button(mut self, content: impl Into<Content<'a>>) -> Self {
        self.after_button = Some(content.into());
        self
    }

    /// The controls as they are while nothing is typed, if they were written before: the same for everybody.
    #[cfg(feature = "journey")]
    pub(crate) fn blank_controls(mut self, html: Option<&'a Markup>) -> Self {
        self.blank = html;
        self
    }

    fn locale(&self) -> &'a Locale {
        self.rendering.locale()
    }

    fn write_content(&self, out: &mut Writer<'_>) {
        out.element(tag!("div")).class("govuk-grid-row", "").children(|out| {
            out.element(tag!("div")).class("govuk-grid-column-two-thirds", "").children(|out| {
                if let Some(layout) = self.layout
                    && self.rendering.errors.is_empty()
                {
                    layout.write_notice(out);
                }
                if let Some(summary) = self.rendering.summary() {
                    out.component(&summary);
                }
                if let Some(caption) = &self.caption {
                    out.element(tag!("span")).class("govuk-caption-l", "").text(caption);
                }
                if let Some(heading) = self.rendering.heading() {
                    out.element(tag!("h1")).class("govuk-heading-l", "").text(&heading);
                }
                if let Some(body) = self.rendering.body() {
                    out.component(&Prose::new(body));
                }
                if let Some(intro) = &self.intro {
                    out.render(intro);
                }
                out.element(tag!("form"))
                    .attr(name!("id"), FORM_ID)
                    .attr(name!("method"), "post")
                    .nonempty(name!("action"), &self.action)
                    .nonempty(name!("enctype"), if self.rendering.has_files() { "multipart/form-data" } else { "" })
                    .boolean("novalidate")
                    .children(|out| self.write_form(out));
                if let Some(layout) = self.layout {
                    layout.write_after_content(out);
                }
            });
        });
    }

    fn write_form(&self, out: &mut Writer<'_>) {
        let hidden = |out: &mut Writer<'_>, field: &str, value: &str| {
            out.element(tag!("input"))
                .attr(name!("type"), "hidden")
                .attr(name!("name"), field)
                .attr(name!("value"), value)
                .void();
        };
        for (field, value) in &self.hidden {
            hidden(out, field, value);
        }
        if !self.rendering.errors.is_empty() {
            hidden(out, ERRORS_FIELD, "shown");
        }
        match self.blank {
            Some(html) if self.rendering.is_blank() => out.render(html),
            _ => Component::write(&self.rendering, out),
        }
        let button = self.button.as_deref().unwrap_or_else(|| self.locale().word(Word::Continue));
        let button = Button::new(button).prevent_double_click(true);
        match &self.after_button {
            Some(content) => out.element(tag!("div")).class("govuk-button-group", "").children(|out| {
                out.component(&button);
                out.content(content);
            }),
            None => out.component(&button),
        }
    }

    /// The buttons that show the page in another language.
    fn write_languages(&self, out: &mut Writer<'_>) {
        let Some(languages) = self.languages else { return };
        match self.layout.and_then(Layout::language_buttons) {
            Some(buttons) => out.render(buttons),
            None => Self::write_buttons(out, languages, self.locale()),
        }
    }

    /// [`QuestionPage::languages`] for every page of a service.
    #[cfg(feature = "journey")]
    pub(crate) fn language_buttons(languages: &Languages, locale: &Locale) -> Markup {
        html_of(|out| Self::write_buttons(out, languages, locale))
    }

    fn write_buttons(out: &mut Writer<'_>, languages: &Languages, shown: &Locale) {
        if languages.locales().len() < 2 {
            return;
        }
        out.component(&default_button(shown, FORM_ID));
        let nav = out.element(tag!("nav")).class("townhall-languages", "");
        nav.attr(name!("aria-label"), shown.word(Word::Language)).children(|out| {
            out.element(tag!("div"))
                .class("govuk-button-group", "govuk-!-margin-top-4 govuk-!-margin-bottom-0")
                .children(|out| {
                    for locale in languages.locales().filter(|locale| *locale != shown) {
                        let own = attributes! {
                            "form": FORM_ID, "lang": locale.tag(), "dir": locale.direction().as_str(),
                        };
                        let button = Button::new(locale.name())
                            .name(LANGUAGE_FIELD)
                            .value(locale.tag())
                            .classes("govuk-button--secondary")
                            .attributes(own);
                        out.component(&button);
                    }
                });
        });
    }

    /// Renders the page, changed by a closure: a phase banner, links in the footer.
    #[must_use]
    pub fn render_with(&self, change: impl for<'p> FnOnce(Page<'p>) -> Page<'p>) -> Markup {
        let content = from_fn(|out: &mut Writer<'_>| self.write_content(out));
        let container_start = from_fn(|out: &mut Writer<'_>| {
            if let Some(layout) = self.layout {
                layout.write_container_start(out);
            }
            self.write_languages(out);
        });
        let mut page = Page::new(self.brand, self.rendering.title())
            .has_errors(!self.rendering.errors.is_empty())
            .container_start(&container_start)
            .content(&content);
        if let Some(layout) = self.layout {
            page = layout.around(page);
        }
        if let Some((name, address)) = &self.service {
            page = page.service_name(&**name).service_url(&**address);
        }
        if let Some(back) = &self.back {
            page = page.back_link(BackLink::new(&**back));
        }
        change(page.localised(self.locale())).render_document()
    }

    /// Renders the page.
    #[must_use]
    pub fn render_document(&self) -> Markup {
        self.render_with(|page| page)
    }

    /// The page as a response: it stays out of caches, because it shows what somebody typed.
    pub fn document(&self) -> Document {
        Document::new(self.render_document().into_string()).private()
    }
}

impl From<QuestionPage<'_>> for String {
    fn from(page: QuestionPage<'_>) -> Self {
        let PreEscaped(html) = page.render_document();
        html
    }
}
