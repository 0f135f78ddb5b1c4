//! [`Pagination`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, ClassAttribute, Component, Content, Writer, block, class, classes_and_attributes, name, setters, tag,
};

/// Leads through a long list page by page, or through a guide from part to part.
///
/// Not for the questions of a journey. Put the number of the page into its title
/// ([design system](https://design-system.service.gov.uk/components/pagination/)).
///
/// ```
/// use townhall::components::{Pagination, PaginationItem, PaginationLink};
///
/// let results = Pagination::new()
///     .previous(PaginationLink::new("/permits?page=1"))
///     .items([
///         PaginationItem::new(1, "/permits?page=1"),
///         PaginationItem::new(2, "/permits?page=2").current(true),
///         PaginationItem::ellipsis(),
///         PaginationItem::new(10, "/permits?page=10"),
///     ])
///     .next(PaginationLink::new("/permits?page=3"));
/// # assert!(maud::html! { (results) }.0.contains("aria-label=\"Page 2\" aria-current=\"page\""));
/// ```
#[derive(Clone)]
#[must_use]
pub struct Pagination<'a> {
    items: Option<Vec<PaginationItem<'a>>>,
    previous: Option<PaginationLink<'a>>,
    next: Option<PaginationLink<'a>>,
    previous_text: Option<Content<'a>>,
    next_text: Option<Content<'a>>,
    page_text: Cow<'a, str>,
    landmark_label: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl Default for Pagination<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a> Pagination<'a> {
    /// Without links. With previous and next alone the links stand one above the other and can have labels.
    pub fn new() -> Self {
        Self {
            items: None,
            previous: None,
            next: None,
            previous_text: None,
            next_text: None,
            page_text: Cow::Borrowed("Page"),
            landmark_label: Cow::Borrowed("Pagination"),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    /// The pages.
    pub fn items(mut self, items: impl IntoIterator<Item = PaginationItem<'a>>) -> Self {
        self.items = Some(items.into_iter().collect());
        self
    }

    setters! {
        /// The page before this one.
        previous(PaginationLink<'a>)
        /// The page after this one.
        next(PaginationLink<'a>)
        /// The words of the link to the previous page: "Previous page" unless they are set.
        previous_text(into Content<'a>)
        /// The words of the link to the next page: "Next page" unless they are set.
        next_text(into Content<'a>)
        /// What screen readers say before the number of a page: "Page" unless it is set.
        page_text(into Cow<'a, str>)
        /// The name of the landmark: "Pagination" unless it is set. Two on a page need different names.
        landmark_label(into Cow<'a, str>)
    }
    classes_and_attributes!();
}

impl Component for Pagination<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        let is_block = self.items.is_none() && (self.next.is_some() || self.previous.is_some());
        out.element(tag!("nav"))
            .classes(class!("govuk-pagination"), |classes| {
                classes.with_if(is_block, "govuk-pagination--block").with(&self.classes)
            })
            .attr(name!("aria-label"), &self.landmark_label)
            .attributes(&self.attributes)
            .children(|out| {
                if let Some(link) = self.previous.as_ref().filter(|link| !link.href.is_empty()) {
                    link.write(out, &PREVIOUS, self.previous_text.as_ref(), is_block);
                }
                if let Some(items) = &self.items {
                    out.block(block!("ul", "govuk-pagination__list"), "").children(|out| {
                        for item in items {
                            item.write(out, &self.page_text);
                        }
                    });
                }
                if let Some(link) = self.next.as_ref().filter(|link| !link.href.is_empty()) {
                    link.write(out, &NEXT, self.next_text.as_ref(), is_block);
                }
            });
    }
}

/// A page of a [`Pagination`].
#[derive(Clone)]
#[must_use]
pub struct PaginationItem<'a> {
    number: Content<'a>,
    href: Cow<'a, str>,
    current: bool,
    is_ellipsis: bool,
    visually_hidden_text: Option<Cow<'a, str>>,
    attributes: Attributes<'a>,
}

impl<'a> PaginationItem<'a> {
    /// A page with its number and address.
    pub fn new(number: impl Into<Content<'a>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self {
            number: number.into(),
            href: href.into(),
            current: false,
            is_ellipsis: false,
            visually_hidden_text: None,
            attributes: Attributes::new(),
        }
    }

    /// That pages are left out here.
    pub fn ellipsis() -> Self {
        Self { is_ellipsis: true, ..Self::new("", "") }
    }

    setters! {
        /// Whether it is the page that people are on.
        current(bool)
        /// What screen readers say: "Page" and the number unless it is set.
        visually_hidden_text(into Cow<'a, str>)
        /// Attributes of the link.
        attributes(Attributes<'a>)
    }

    fn write(&self, out: &mut Writer<'_>, page_text: &str) {
        out.line();
        let item = out.element(tag!("li")).classes(class!("govuk-pagination__item"), |classes| {
            classes
                .with_if(self.current, "govuk-pagination__item--current")
                .with_if(self.is_ellipsis, "govuk-pagination__item--ellipsis")
        });
        if self.is_ellipsis {
            return item.content_on_line(&"⋯".into());
        }
        item.children_on_line(|out| {
            let link = out
                .element(tag!("a"))
                .class(class!("govuk-link govuk-pagination__link"), "")
                .attr(name!("href"), &self.href)
                .attr_with(name!("aria-label"), |value| match &self.visually_hidden_text {
                    Some(text) => value.text(text),
                    None => {
                        value.text(page_text);
                        value.fixed(" ");
                        value.content(&self.number);
                    }
                });
            let link = if self.current { link.fixed("aria-current=\"page\"") } else { link };
            link.attributes(&self.attributes).content_on_line(&self.number);
        });
    }
}

/// A link of a [`Pagination`] to the page before or after.
#[derive(Clone)]
#[must_use]
pub struct PaginationLink<'a> {
    href: Cow<'a, str>,
    content: Content<'a>,
    label_text: Cow<'a, str>,
    attributes: Attributes<'a>,
}

/// In what the two links differ.
struct Direction {
    item_class: ClassAttribute,
    rel: &'static str,
    words: &'static str,
    arrow: &'static str,
    arrow_comes_first: bool,
}

const PREVIOUS: Direction = Direction {
    item_class: class!("govuk-pagination__prev"),
    rel: "rel=\"prev\"",
    words: "Previous<span class=\"govuk-visually-hidden\"> page</span>",
    arrow: concat!(
        "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" ",
        "aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449",
        "-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\"></path></svg>",
    ),
    arrow_comes_first: true,
};

const NEXT: Direction = Direction {
    item_class: class!("govuk-pagination__next"),
    rel: "rel=\"next\"",
    words: "Next<span class=\"govuk-visually-hidden\"> page</span>",
    arrow: concat!(
        "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" ",
        "aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896",
        "l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z\"></path></svg>",
    ),
    arrow_comes_first: false,
};

impl<'a> PaginationLink<'a> {
    /// A link with its address, which says "Previous page" or "Next page".
    pub fn new(href: impl Into<Cow<'a, str>>) -> Self {
        Self {
            href: href.into(),
            content: Content::default(),
            label_text: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// The link's words.
        content(into Content<'a>)
        /// What the page is about. Shown only where there are no items.
        label_text(into Cow<'a, str>)
        /// Attributes of the link.
        attributes(Attributes<'a>)
    }

    fn write(&self, out: &mut Writer<'_>, direction: &Direction, words: Option<&Content<'_>>, is_block: bool) {
        let has_label = !self.label_text.is_empty();
        out.element(tag!("div")).class(direction.item_class, "").children(|out| {
            out.element(tag!("a"))
                .class(class!("govuk-link govuk-pagination__link"), "")
                .attr(name!("href"), &self.href)
                .fixed(direction.rel)
                .attributes(&self.attributes)
                .children(|out| {
                    let arrow_comes_first = is_block || direction.arrow_comes_first;
                    out.line();
                    if arrow_comes_first {
                        out.fixed(direction.arrow);
                        out.line();
                    }
                    out.element(tag!("span"))
                        .classes(class!("govuk-pagination__link-title"), |classes| {
                            classes.with_if(is_block && !has_label, "govuk-pagination__link-title--decorated")
                        })
                        .children(|out| {
                            out.line();
                            match words {
                                _ if !self.content.is_empty() => self.content.write_trimmed(out),
                                Some(words) => words.write_trimmed(out),
                                None => out.fixed(direction.words),
                            }
                            out.line();
                        });
                    out.line();
                    if has_label && is_block {
                        out.fixed("<span class=\"govuk-visually-hidden\">:</span>\n");
                        out.block(block!("span", "govuk-pagination__link-label"), "").text(&self.label_text);
                        out.line();
                    }
                    if !arrow_comes_first {
                        out.fixed(direction.arrow);
                        out.line();
                    }
                });
        });
    }
}

crate::markup::opaque_debug! { Pagination<'_>, PaginationItem<'_>, PaginationLink<'_> }
