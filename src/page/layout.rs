//! [`Layout`]: what all pages of a service have in common.

use std::borrow::Cow;

use maud::{Markup, PreEscaped};

use super::{Brand, Page};
use crate::attributes;
#[cfg(feature = "journey")]
use crate::components::ServiceNavigation;
use crate::components::{BackLink, Button, Feedback, FooterLink, FooterMeta, LanguageNavigation, PhaseBanner};
use crate::language::{Languages, Locale, Word};
#[cfg(feature = "journey")]
use crate::markup::Render;
use crate::markup::{Content, Prose, Writer, class, from_fn, html_of, tag};

/// The id of the form of a page, to which buttons belong wherever they stand.
pub(crate) const FORM_ID: &str = "question";

/// A hidden copy of a form's own button, to stand before buttons that do something else: the Enter key presses the first button of a form.
pub(crate) fn default_button<'a>(locale: &'a Locale, form: &'a str) -> Button<'a> {
    let hidden = attributes! { "form": form, "tabindex": "-1", "aria-hidden": "true" };
    Button::new(locale.word(Word::Continue)).classes("govuk-visually-hidden").attributes(hidden)
}

/// A finished page: a status, a few headers, and HTML. Every framework can send it.
///
/// With the feature `axum` it is a response; with `journey` it becomes an [`http::Response`](https://docs.rs/http).
#[derive(Clone, PartialEq, Eq)]
#[must_use]
pub struct Document {
    /// The status code ([RFC 9110, 15](https://www.rfc-editor.org/rfc/rfc9110#section-15)).
    pub status: u16,
    /// Headers besides `Content-Type`.
    pub headers: Vec<(&'static str, Cow<'static, str>)>,
    /// The HTML.
    pub html: String,
    has_security_headers: bool,
}

impl Document {
    /// A page that was found, from its HTML.
    pub fn new(html: impl Into<String>) -> Self {
        Self { status: 200, headers: Vec::new(), html: html.into(), has_security_headers: true }
    }

    /// Another status.
    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// Adds a header. One that every page has, such as `content-security-policy`, takes the place of that.
    pub fn header(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Keeps the page out of caches: it has somebody's answers in it
    /// ([RFC 9111, 5.2.2.5](https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.5)).
    pub fn private(self) -> Self {
        self.header("cache-control", "no-store")
    }

    /// Leaves out the headers that keep every page safe, the `Content-Security-Policy` and five others
    /// (`web::security_headers`): for an application that sets them itself.
    pub fn without_security_headers(mut self) -> Self {
        self.has_security_headers = false;
        self
    }

    /// Whether the headers that keep every page safe are sent with this one.
    #[must_use]
    pub fn has_security_headers(&self) -> bool {
        self.has_security_headers
    }
}

/// What stands around every page of a service: brand, language, the service's name, phase, footer, links to other languages.
///
/// The [`patterns`](crate::patterns) take one, and pages of your own can:
///
/// ```
/// use maud::html;
/// use townhall::language::Languages;
/// use townhall::page::{Brand, Layout};
///
/// let (brand, languages) = (Brand::council("London Borough of Northbridge").build()?, Languages::builder().build()?);
/// let locale = languages.default_locale();
/// let layout = Layout::new(&brand, &locale)
///     .service("Apply for a parking permit", "/permit")
///     .footer_link("Cookies", "/permit/cookies")
///     .languages(&languages, "/permit/prices");
/// let page = layout.page("What a permit costs").back_link("/permit").content(html! { p.govuk-body { "£40 a year" } });
/// assert_eq!(page.status, 200);
/// assert!(page.html.contains("<h1 class=\"govuk-heading-l\">What a permit costs</h1>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct Layout<'a> {
    brand: &'a Brand,
    locale: &'a Locale,
    service: Option<(Cow<'a, str>, Cow<'a, str>)>,
    phase_banner: Option<PhaseBanner<'a>>,
    footer_links: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    languages: Option<(&'a Languages, Cow<'a, str>)>,
    body_start: Option<Markup>,
    container_start: Option<Markup>,
    notice: Option<Markup>,
    after_content: Option<Markup>,
    feedback: Option<(Cow<'a, str>, Cow<'a, str>)>,
    asset_path: Option<Cow<'a, str>>,
    frame: Option<&'a PageFrame>,
}

/// What is the same on every page of a service in a language: header and footer, written once.
#[derive(Clone)]
pub(crate) struct PageFrame {
    header: Markup,
    footer: Markup,
    #[cfg(feature = "form")]
    languages: Markup,
}

impl<'a> Layout<'a> {
    /// A page of an organisation in a language.
    pub fn new(brand: &'a Brand, locale: &'a Locale) -> Self {
        Self {
            brand,
            locale,
            service: None,
            phase_banner: None,
            footer_links: Vec::new(),
            languages: None,
            body_start: None,
            container_start: None,
            notice: None,
            after_content: None,
            feedback: None,
            asset_path: None,
            frame: None,
        }
    }

    /// Writes what every page has around it; `languages` are the buttons of its form, and `navigation_end` stands at the end of the service navigation.
    #[cfg(feature = "journey")]
    pub(crate) fn to_frame(&self, languages: Markup, navigation_end: Option<&Markup>) -> PageFrame {
        let navigation = navigation_end.zip(self.service.as_ref()).map(|(end, (name, address))| {
            let navigation = ServiceNavigation::new().service_name(&**name).service_url(&**address);
            navigation.slot_end(PreEscaped(end.0.as_str())).localised(self.locale).render()
        });
        let mut page = self.around(Page::new(self.brand, "")).localised(self.locale);
        if let Some(navigation) = &navigation {
            page = page.service_navigation(PreEscaped(navigation.0.as_str()));
        }
        PageFrame {
            header: html_of(|out| page.write_header(out)),
            footer: html_of(|out| page.write_footer(out)),
            languages,
        }
    }

    /// Takes header and footer as they were written before.
    #[cfg(feature = "journey")]
    pub(crate) fn frame(mut self, frame: &'a PageFrame) -> Self {
        self.frame = Some(frame);
        self
    }

    /// The name of the service, and where it starts.
    pub fn service(mut self, name: impl Into<Cow<'a, str>>, address: impl Into<Cow<'a, str>>) -> Self {
        self.service = Some((name.into(), address.into()));
        self
    }

    /// The phase of the service.
    pub fn phase_banner(mut self, banner: PhaseBanner<'a>) -> Self {
        self.phase_banner = Some(banner);
        self
    }

    /// Adds a link to the footer.
    pub fn footer_link(mut self, words: impl Into<Cow<'a, str>>, address: impl Into<Cow<'a, str>>) -> Self {
        self.footer_links.push((words.into(), address.into()));
        self
    }

    /// The links of the footer, all at once.
    pub fn footer_links(mut self, links: &'a [(String, String)]) -> Self {
        self.footer_links.extend(links.iter().map(|(words, address)| (Cow::from(&**words), Cow::from(&**address))));
        self
    }

    /// The languages of the service, and the address of this page, to which `language=cy` is added. A page with a form has buttons instead
    /// ([`QuestionPage::languages`](crate::form::QuestionPage::languages)).
    pub fn languages(mut self, languages: &'a Languages, address: impl Into<Cow<'a, str>>) -> Self {
        self.languages = Some((languages, address.into()));
        self
    }

    /// No links to other languages: the page has buttons.
    pub fn without_languages(mut self) -> Self {
        self.languages = None;
        self
    }

    /// The first thing in the body: a cookie banner.
    pub fn body_start(mut self, html: Markup) -> Self {
        self.body_start = Some(html);
        self
    }

    /// What stands at the top of every page, before its content: the button that
    /// [leaves a page quickly](crate::patterns::SafetyPage::exit_button).
    pub fn container_start(mut self, html: Markup) -> Self {
        self.container_start = Some(html);
        self
    }

    /// A notification above the content.
    pub fn notice(mut self, html: Markup) -> Self {
        self.notice = Some(html);
        self
    }

    /// What stands below the content of every page.
    #[cfg(feature = "journey")]
    pub(crate) fn after_content(mut self, html: Markup) -> Self {
        self.after_content = Some(html);
        self
    }

    /// Asks for feedback at the end of the page: the words, and what to say about it.
    pub fn feedback(mut self, title: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Self {
        self.feedback = Some((title.into(), text.into()));
        self
    }

    /// Where the assets are: `/assets` unless it is set.
    pub fn asset_path(mut self, path: impl Into<Cow<'a, str>>) -> Self {
        self.asset_path = Some(path.into());
        self
    }

    /// The brand.
    #[must_use]
    pub fn brand(&self) -> &'a Brand {
        self.brand
    }

    /// The language of the page.
    #[must_use]
    pub fn locale(&self) -> &'a Locale {
        self.locale
    }

    /// Starts a page with its heading.
    pub fn page(&self, heading: impl Into<Cow<'a, str>>) -> LayoutPage<'_, 'a> {
        LayoutPage {
            layout: self,
            title: heading.into(),
            status: 200,
            caption: None,
            back: None,
            has_heading: true,
            is_wide: false,
            has_errors: false,
            main_classes: "",
        }
    }

    /// Puts what all pages have around a page. Languages are left to the page.
    pub(crate) fn around<'p>(&'p self, mut page: Page<'p>) -> Page<'p> {
        if let Some((name, address)) = &self.service {
            page = page.service_name(&**name).service_url(&**address);
        }
        if let Some(PageFrame { header, footer, .. }) = self.frame {
            page = page.header_block(PreEscaped(header.0.as_str())).footer_block(PreEscaped(footer.0.as_str()));
        }
        if let Some(phase) = &self.phase_banner {
            page = page.phase_banner(phase.clone());
        }
        if !self.footer_links.is_empty() {
            let links = self.footer_links.iter().map(|(words, address)| FooterLink::new(&**words, &**address));
            page = page.footer_meta(FooterMeta::new().items(links));
        }
        if let Some(html) = &self.body_start {
            page = page.body_start(PreEscaped(html.0.as_str()));
        }
        if let Some(path) = &self.asset_path {
            page = page.asset_path(&**path);
        }
        page
    }

    /// The buttons of a form that show the page in another language, if they were written before.
    #[cfg(feature = "form")]
    pub(crate) fn language_buttons(&self) -> Option<&'a Markup> {
        self.frame.map(|frame| &frame.languages)
    }

    pub(crate) fn write_container_start(&self, out: &mut Writer<'_>) {
        if let Some(html) = &self.container_start {
            out.render(html);
        }
    }

    pub(crate) fn write_notice(&self, out: &mut Writer<'_>) {
        if let Some(notice) = &self.notice {
            out.render(notice);
        }
    }

    pub(crate) fn write_after_content(&self, out: &mut Writer<'_>) {
        if let Some(html) = &self.after_content {
            out.render(html);
        }
    }
}

/// A page of a [`Layout`], before its content.
#[derive(Clone)]
#[must_use = "a page is finished with `content` or `prose`"]
pub struct LayoutPage<'l, 'a> {
    layout: &'l Layout<'a>,
    title: Cow<'a, str>,
    status: u16,
    caption: Option<Cow<'a, str>>,
    back: Option<Cow<'a, str>>,
    has_heading: bool,
    is_wide: bool,
    has_errors: bool,
    main_classes: &'static str,
}

impl<'a> LayoutPage<'_, 'a> {
    /// The status code: 200 unless it is set.
    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// What stands above the heading: the section of the service.
    pub fn caption(mut self, caption: impl Into<Cow<'a, str>>) -> Self {
        self.caption = Some(caption.into());
        self
    }

    /// Where the page before this one is.
    pub fn back_link(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.back = Some(address.into());
        self
    }

    /// The content has the heading: a panel, a fieldset.
    pub fn without_heading(mut self) -> Self {
        self.has_heading = false;
        self
    }

    /// The content takes the whole width, not two thirds of it.
    pub fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }

    /// The title says that there are errors.
    pub fn has_errors(mut self, has_errors: bool) -> Self {
        self.has_errors = has_errors;
        self
    }

    /// More room above the content, for pages without a back link.
    pub fn large(mut self) -> Self {
        self.main_classes = "govuk-main-wrapper--l";
        self
    }

    /// Finishes the page with a text.
    pub fn prose(self, text: &str) -> Document {
        self.content(&Prose::new(text))
    }

    /// Finishes the page with content.
    pub fn content<'c>(self, content: impl Into<Content<'c>>) -> Document {
        self.content_after(|_| {}, content)
    }

    /// Finishes the page with something that stands above the heading, such as an error summary.
    pub(crate) fn content_after<'c>(
        self,
        before: impl Fn(&mut Writer<'_>) + Sync,
        content: impl Into<Content<'c>>,
    ) -> Document {
        let (layout, locale) = (self.layout, self.layout.locale);
        let content = content.into();
        let content = html_of(|out| out.content(&content));
        let main = from_fn(|out: &mut Writer<'_>| {
            out.element(tag!("div")).class(class!("govuk-grid-row"), "").children(|out| {
                let column = if self.is_wide { "govuk-grid-column-full" } else { "govuk-grid-column-two-thirds" };
                out.element(tag!("div")).class(column, "").children(|out| {
                    layout.write_notice(out);
                    before(out);
                    if self.has_heading {
                        if let Some(caption) = &self.caption {
                            out.element(tag!("span")).class(class!("govuk-caption-l"), "").text(caption);
                        }
                        out.element(tag!("h1")).class(class!("govuk-heading-l"), "").text(&self.title);
                    }
                    out.render(&content);
                    layout.write_after_content(out);
                });
            });
        });
        let languages = layout.languages.as_ref().filter(|(languages, _)| languages.locales().len() > 1).map(
            |(languages, address)| {
                LanguageNavigation::between(languages, locale, address).classes("govuk-!-margin-top-3")
            },
        );
        let container_start = from_fn(|out: &mut Writer<'_>| {
            layout.write_container_start(out);
            if let Some(languages) = &languages {
                out.component(languages);
            }
        });
        let feedback = layout
            .feedback
            .as_ref()
            .map(|(title, text)| Feedback::new(&**title, html_of(|out| out.component(&Prose::new(&**text)))));
        let mut page = layout
            .around(Page::new(layout.brand, &*self.title))
            .has_errors(self.has_errors)
            .container_start(&container_start)
            .main_classes(self.main_classes)
            .content(&main);
        if let Some(feedback) = &feedback {
            page = page.footer_start(feedback);
        }
        if let Some(back) = &self.back {
            page = page.back_link(BackLink::new(&**back));
        }
        Document::new(page.localised(locale).render_document()).status(self.status)
    }
}

crate::markup::opaque_debug! { Document, Layout<'_>, PageFrame, LayoutPage<'_, '_> }
