//! [`Breadcrumbs`].

use std::borrow::Cow;

use crate::markup::{Attributes, Component, Content, Writer, block, class, classes_and_attributes, name, setters, tag};

/// Show where a page stands in a site of several levels.
///
/// Not in a journey, where a [`BackLink`](super::BackLink) belongs
/// ([design system](https://design-system.service.gov.uk/components/breadcrumbs/)).
///
/// ```
/// use townhall::components::{Breadcrumb, Breadcrumbs};
///
/// let trail = Breadcrumbs::new([Breadcrumb::new("Home", "/"), Breadcrumb::current("Parking")]);
/// # assert!(maud::html! { (trail) }.0.contains("aria-current=\"page\">Parking</li>"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct Breadcrumbs<'a> {
    items: Vec<Breadcrumb<'a>>,
    collapse_on_mobile: bool,
    label_text: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Breadcrumbs<'a> {
    /// The pages from the top down.
    pub fn new<I: Into<Breadcrumb<'a>>>(items: impl IntoIterator<Item = I>) -> Self {
        Self {
            items: items.into_iter().map(Into::into).collect(),
            collapse_on_mobile: false,
            label_text: Cow::Borrowed("Breadcrumb"),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// Whether a small screen shows the first and the last only.
        collapse_on_mobile(bool)
        /// The name of the landmark: "Breadcrumb" unless it is set.
        label_text(into Cow<'a, str>)
    }
    classes_and_attributes!();
}

impl Component for Breadcrumbs<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("nav"))
            .classes(class!("govuk-breadcrumbs"), |classes| {
                classes.with(&self.classes).with_if(self.collapse_on_mobile, "govuk-breadcrumbs--collapse-on-mobile")
            })
            .attributes(&self.attributes)
            .attr(name!("aria-label"), &self.label_text)
            .children(|out| {
                out.block(block!("ol", "govuk-breadcrumbs__list"), "").children(|out| {
                    for item in &self.items {
                        item.write(out);
                    }
                });
            });
    }
}

/// One page of [`Breadcrumbs`]. A pair of text and address becomes one.
#[derive(Clone)]
#[must_use]
pub struct Breadcrumb<'a> {
    content: Content<'a>,
    href: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Breadcrumb<'a> {
    /// A link to a page.
    pub fn new(content: impl Into<Content<'a>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self { content: content.into(), href: href.into(), attributes: Attributes::new() }
    }

    /// The page that people are on.
    pub fn current(content: impl Into<Content<'a>>) -> Self {
        Self::new(content, "")
    }

    setters! {
        /// Attributes of the link.
        attributes(Attributes<'a>)
    }

    fn write(&self, out: &mut Writer<'_>) {
        out.line();
        let item = out.element(tag!("li")).class(class!("govuk-breadcrumbs__list-item"), "");
        if self.href.is_empty() {
            item.fixed("aria-current=\"page\"").content(&self.content);
        } else {
            item.children_on_line(|out| {
                out.element(tag!("a"))
                    .class(class!("govuk-breadcrumbs__link"), "")
                    .attr(name!("href"), &self.href)
                    .attributes(&self.attributes)
                    .content(&self.content);
            });
        }
    }
}

impl<'a, C: Into<Content<'a>>, H: Into<Cow<'a, str>>> From<(C, H)> for Breadcrumb<'a> {
    fn from((content, href): (C, H)) -> Self {
        Self::new(content, href)
    }
}

crate::markup::opaque_debug! { Breadcrumbs<'_>, Breadcrumb<'_> }
