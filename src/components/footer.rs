//! The [`Footer`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, Component, Content, Writer, block, class, classes_and_attributes, fixed_with_classes, name, setters,
    tag,
};

/// The end of every page: links to the pages that every service has, and whose content it is.
///
/// `Footer::new` is for everybody. `Footer::gov_uk` (feature `gov_uk`) has crown, licence and Crown copyright, and is for
/// services on gov.uk only
/// ([design system](https://design-system.service.gov.uk/components/footer/)).
///
/// ```
/// use townhall::components::{Footer, FooterMeta};
///
/// let footer = Footer::new()
///     .meta(FooterMeta::new().items([
///         ("Privacy", "/privacy"),
///         ("Accessibility", "/accessibility"),
///         ("Cookies", "/cookies"),
///     ]))
///     .copyright("© London Borough of Northbridge");
/// # assert!(maud::html! { (footer) }.0.contains("href=\"/cookies\""));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct Footer<'a> {
    pub(super) is_gov_uk: bool,
    pub(super) meta: Option<FooterMeta<'a>>,
    navigation: Vec<FooterNavigation<'a>>,
    pub(super) content_licence: Option<Content<'a>>,
    copyright: Option<Content<'a>>,
    container_classes: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Footer<'a> {
    /// A footer without anything of GOV.UK.
    pub fn new() -> Self {
        Self::default()
    }

    /// The footer of GOV.UK, with the crown, the Open Government Licence and Crown copyright.
    #[cfg(feature = "gov_uk")]
    pub fn gov_uk() -> Self {
        Self { is_gov_uk: true, content_licence: Some(Content::default()), ..Self::default() }
    }

    /// Groups of links.
    pub fn navigation(mut self, navigation: impl IntoIterator<Item = FooterNavigation<'a>>) -> Self {
        self.navigation = navigation.into_iter().collect();
        self
    }

    /// Leaves the licence out, for content that is not under it.
    pub fn without_content_licence(mut self) -> Self {
        self.content_licence = None;
        self
    }

    setters! {
        /// Links that every page has, and further words.
        meta(FooterMeta<'a>)
        /// The licence of the content. On GOV.UK it is the Open Government Licence unless it is set, with that licence's logo.
        content_licence(into Content<'a>)
        /// The copyright. On GOV.UK it is "© Crown copyright" unless it is set, with the crest and a link.
        copyright(into Content<'a>)
        /// Classes to add to those of the container.
        container_classes(into Cow<'a, str>)
    }
    classes_and_attributes!();

    fn write_navigation(&self, out: &mut Writer<'_>) {
        out.block(block!("div", "govuk-footer__navigation"), "").children(|out| {
            for group in &self.navigation {
                group.write(out);
            }
        });
        out.fixed("<hr class=\"govuk-footer__section-break\">");
    }

    fn write_licence(&self, out: &mut Writer<'_>, licence: &Content<'_>) {
        #[cfg(feature = "gov_uk")]
        if self.is_gov_uk {
            out.fixed(super::artwork::LICENCE_LOGO);
            out.line();
        }
        out.block(block!("span", "govuk-footer__licence-description"), "").children(|out| {
            out.line();
            if licence.is_empty() && self.is_gov_uk {
                out.fixed("All content is available under the\n");
                out.element(tag!("a"))
                    .class(class!("govuk-footer__link"), "")
                    .fixed("href=\"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/\" rel=\"license\"")
                    .text("Open Government Licence v3.0");
                out.fixed(", except where otherwise stated");
            } else {
                out.content(licence);
            }
            out.line();
        });
    }

    fn write_copyright(&self, out: &mut Writer<'_>) {
        if self.is_gov_uk {
            let crown = Content::from("© Crown copyright");
            out.element(tag!("a"))
                .class(class!("govuk-footer__link govuk-footer__copyright-logo"), "")
                .fixed("href=\"https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/\"")
                .content_on_line(self.copyright.as_ref().unwrap_or(&crown));
        } else if let Some(copyright) = &self.copyright {
            out.content(copyright);
        }
    }
}

impl Component for Footer<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        self.write_with_meta(out, self.meta.as_ref());
    }
}

impl Footer<'_> {
    /// Writes the footer with links that somebody else holds.
    pub(crate) fn write_with_meta(&self, out: &mut Writer<'_>, meta: Option<&FooterMeta<'_>>) {
        fixed_with_classes!(out, "<div class=\"govuk-footer", &self.classes, "\"");
        out.attributes(&self.attributes);
        fixed_with_classes!(out, "><div class=\"govuk-width-container", &self.container_classes, "\">");
        #[cfg(feature = "gov_uk")]
        if self.is_gov_uk {
            out.fixed(concat!(
                "<svg focusable=\"false\" role=\"presentation\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 60\" ",
                "height=\"30\" width=\"32\" fill=\"currentcolor\" class=\"govuk-footer__crown\">",
            ));
            out.fixed(super::artwork::CROWN);
            out.fixed("</svg>");
        }
        if !self.navigation.is_empty() {
            self.write_navigation(out);
        }
        out.fixed(
            "<div class=\"govuk-footer__meta\"><div class=\"govuk-footer__meta-item govuk-footer__meta-item--grow\">",
        );
        if let Some(meta) = meta {
            meta.write(out);
        }
        if let Some(licence) = &self.content_licence {
            self.write_licence(out, licence);
        }
        out.fixed("</div><div class=\"govuk-footer__meta-item\">");
        self.write_copyright(out);
        out.fixed("</div></div></div></div>");
    }
}

/// The links that every page has, and further words.
#[derive(Clone)]
#[must_use]
pub struct FooterMeta<'a> {
    visually_hidden_title: Cow<'a, str>,
    items: Vec<FooterLink<'a>>,
    content: Content<'a>,
}

impl Default for FooterMeta<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a> FooterMeta<'a> {
    /// Without links.
    pub fn new() -> Self {
        Self { visually_hidden_title: Cow::Borrowed("Support links"), items: Vec::new(), content: Content::default() }
    }

    /// The links: "Privacy", "Accessibility", "Cookies", "Terms and conditions".
    pub fn items<I: Into<FooterLink<'a>>>(mut self, items: impl IntoIterator<Item = I>) -> Self {
        self.items = items.into_iter().map(Into::into).collect();
        self
    }

    setters! {
        /// The heading before the links, for screen readers: "Support links" unless it is set.
        visually_hidden_title(into Cow<'a, str>)
        /// Words after the links.
        content(into Content<'a>)
    }

    fn write(&self, out: &mut Writer<'_>) {
        out.block(block!("h2", "govuk-visually-hidden"), "").text(&self.visually_hidden_title);
        if !self.items.is_empty() {
            out.block(block!("ul", "govuk-footer__inline-list"), "").children(|out| {
                for item in &self.items {
                    out.line();
                    out.block(block!("li", "govuk-footer__inline-list-item"), "")
                        .children_on_line(|out| item.write(out));
                }
            });
        }
        if !self.content.is_empty() {
            out.block(block!("div", "govuk-footer__meta-custom"), "").content(&self.content);
        }
    }
}

/// A group of links in a [`Footer`].
#[derive(Clone)]
#[must_use]
pub struct FooterNavigation<'a> {
    title: Content<'a>,
    items: Vec<FooterLink<'a>>,
    columns: Option<u32>,
    width: Cow<'a, str>,
}

impl<'a> FooterNavigation<'a> {
    /// A heading and the links under it.
    pub fn new<I: Into<FooterLink<'a>>>(title: impl Into<Content<'a>>, items: impl IntoIterator<Item = I>) -> Self {
        Self {
            title: title.into(),
            items: items.into_iter().map(Into::into).collect(),
            columns: None,
            width: Cow::Borrowed("full"),
        }
    }

    setters! {
        /// In how many columns the links stand on a wide screen.
        columns(u32)
        /// The width of the group in the grid: `full` unless it is set, or `two-thirds`, `one-third` and so on.
        width(into Cow<'a, str>)
    }

    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("div"))
            .attr_with(name!("class"), |value| {
                value.fixed("govuk-footer__section govuk-grid-column-");
                value.text(&self.width);
            })
            .children(|out| {
                out.block(block!("h2", "govuk-footer__heading govuk-heading-m"), "").content(&self.title);
                if self.items.is_empty() {
                    return;
                }
                out.element(tag!("ul"))
                    .attr_with(name!("class"), |value| {
                        value.fixed("govuk-footer__list");
                        if let Some(columns) = self.columns {
                            value.fixed(" govuk-footer__list--columns-");
                            value.number(columns.into());
                        }
                    })
                    .children(|out| {
                        for item in &self.items {
                            out.line();
                            out.block(block!("li", "govuk-footer__list-item"), "")
                                .children_on_line(|out| item.write(out));
                        }
                    });
            });
    }
}

/// A link in a footer. A pair of text and address becomes one.
#[derive(Clone)]
#[must_use]
pub struct FooterLink<'a> {
    content: Content<'a>,
    href: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> FooterLink<'a> {
    /// A link.
    pub fn new(content: impl Into<Content<'a>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self { content: content.into(), href: href.into(), attributes: Attributes::new() }
    }

    setters! {
        /// Attributes of the link.
        attributes(Attributes<'a>)
    }

    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("a"))
            .class(class!("govuk-footer__link"), "")
            .attr(name!("href"), &self.href)
            .attributes(&self.attributes)
            .content_on_line(&self.content);
    }
}

impl<'a, C: Into<Content<'a>>, H: Into<Cow<'a, str>>> From<(C, H)> for FooterLink<'a> {
    fn from((content, href): (C, H)) -> Self {
        Self::new(content, href)
    }
}

crate::markup::opaque_debug! { Footer<'_>, FooterMeta<'_>, FooterNavigation<'_>, FooterLink<'_> }
