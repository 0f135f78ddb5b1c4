//! [`LanguageNavigation`].

use std::borrow::Cow;

use crate::language::{Languages, Locale, Word};
use crate::markup::{Attributes, Component, Content, Writer, block, class, classes_and_attributes, name, setters, tag};

/// Leads to the same page in other languages.
///
/// Each language is named in itself ("Cymraeg") and marked as such, so that screen readers pronounce it
/// ([WCAG 3.1.2](https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts)).
///
/// ```
/// use townhall::components::{LanguageLink, LanguageNavigation};
///
/// let languages = LanguageNavigation::new([
///     LanguageLink::current("en", "English"),
///     LanguageLink::new("cy", "Cymraeg", "/cy/permit"),
/// ]);
/// # assert!(maud::html! { (languages) }.0.contains("rel=\"alternate\" lang=\"cy\" hreflang=\"cy\""));
/// ```
#[derive(Clone)]
#[must_use]
pub struct LanguageNavigation<'a> {
    items: Vec<LanguageLink<'a>>,
    aria_label: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> LanguageNavigation<'a> {
    /// The languages of the page.
    pub fn new(items: impl IntoIterator<Item = LanguageLink<'a>>) -> Self {
        Self {
            items: items.into_iter().collect(),
            aria_label: Cow::Borrowed("Language"),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    /// The languages of an application, on a page in one of them: for pages without a form, on which nothing can be lost. The links lead to
    /// `path` with `?language=` and the tag of the language.
    ///
    /// ```
    /// use townhall::components::LanguageNavigation;
    /// use townhall::language::Languages;
    ///
    /// let languages = Languages::builder().build()?;
    /// let navigation = LanguageNavigation::between(&languages, &languages.default_locale(), "/start");
    /// # let html = maud::html! { (navigation) }.0;
    /// # assert!(html.contains("href=\"/start?language=cy\"") && html.contains("aria-current=\"true\""), "{html}");
    /// # Ok::<(), townhall::language::LanguagesError>(())
    /// ```
    pub fn between(languages: &Languages, locale: &Locale, path: &str) -> LanguageNavigation<'static> {
        let mixed = languages.locales().any(|other| other.direction() != locale.direction());
        let items = languages.locales().map(|other| {
            let (tag, name) = (other.tag().to_owned(), other.name().to_owned());
            let link = if other == locale {
                LanguageLink::current(tag, name)
            } else {
                let href = format!("{path}?language={tag}");
                LanguageLink::new(tag.clone(), name, href).href_lang(tag)
            };
            if mixed { link.dir(other.direction().as_str()) } else { link }
        });
        LanguageNavigation::new(items).aria_label(locale.word(Word::Language).to_owned())
    }

    setters! {
        /// The name of the landmark, in the language of the page: "Language" unless it is set.
        aria_label(into Cow<'a, str>)
    }
    classes_and_attributes!();
}

impl Component for LanguageNavigation<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("nav"))
            .class(class!("govuk-language-navigation"), &self.classes)
            .attributes(&self.attributes)
            .attr(name!("aria-label"), &self.aria_label)
            .children(|out| {
                out.block(block!("ul", "govuk-language-navigation__list"), "").children(|out| {
                    for item in &self.items {
                        item.write(out);
                    }
                });
            });
    }
}

/// One language of a [`LanguageNavigation`].
#[derive(Clone)]
#[must_use]
pub struct LanguageLink<'a> {
    lang: Cow<'a, str>,
    content: Content<'a>,
    href: Cow<'a, str>,
    current: bool,
    href_lang: Cow<'a, str>,
    dir: Cow<'a, str>,
    language_description_text: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> LanguageLink<'a> {
    /// A language, by its tag ([BCP 47](https://www.rfc-editor.org/info/bcp47)), its own name and the page's address in it.
    pub fn new(lang: impl Into<Cow<'a, str>>, content: impl Into<Content<'a>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self {
            lang: lang.into(),
            content: content.into(),
            href: href.into(),
            current: false,
            href_lang: Cow::Borrowed(""),
            dir: Cow::Borrowed(""),
            language_description_text: Cow::Borrowed(""),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    /// The language of the page.
    pub fn current(lang: impl Into<Cow<'a, str>>, content: impl Into<Content<'a>>) -> Self {
        Self::new(lang, content, "").is_current(true)
    }

    /// Whether it is the language of the page.
    pub fn is_current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }

    setters! {
        /// The language of the page that the link leads to, if it is not the language of the link.
        href_lang(into Cow<'a, str>)
        /// The direction of writing, `ltr` or `rtl`: set it on all languages if they differ.
        dir(into Cow<'a, str>)
        /// What screen readers say after the name, in the same language.
        language_description_text(into Cow<'a, str>)
    }
    classes_and_attributes!();

    fn write(&self, out: &mut Writer<'_>) {
        out.line();
        out.block(block!("li", "govuk-language-navigation__list-item"), "").children_on_line(|out| {
            if self.current || self.href.is_empty() {
                out.element(tag!("span"))
                    .class(class!("govuk-language-navigation__text"), &self.classes)
                    .fixed("aria-current=\"true\"")
                    .nonempty(name!("lang"), &self.lang)
                    .nonempty(name!("dir"), &self.dir)
                    .attributes(&self.attributes)
                    .content(&self.content);
            } else {
                out.element(tag!("a"))
                    .class(class!("govuk-language-navigation__link"), &self.classes)
                    .attr(name!("href"), &self.href)
                    .fixed("rel=\"alternate\"")
                    .nonempty(name!("lang"), &self.lang)
                    .nonempty(name!("hreflang"), if self.href_lang.is_empty() { &self.lang } else { &self.href_lang })
                    .nonempty(name!("dir"), &self.dir)
                    .attributes(&self.attributes)
                    .children(|out| {
                        out.content(&self.content);
                        if !self.language_description_text.is_empty() {
                            out.block(block!("span", "govuk-visually-hidden"), "").children(|out| {
                                out.fixed(" ");
                                out.text(&self.language_description_text);
                            });
                        }
                        out.line();
                    });
            }
        });
    }
}

crate::markup::opaque_debug! { LanguageNavigation<'_>, LanguageLink<'_> }
