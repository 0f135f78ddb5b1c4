//! The [`ServiceNavigation`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, Component, Content, Rarely, Token, Writer, block, class, classes_and_attributes, fixed_with_classes,
    name, setters, tag,
};

/// The name of the service, and links to its parts, below the header.
///
/// On a small screen the links close into a menu; without script they are all there
/// ([design system](https://design-system.service.gov.uk/components/service-navigation/)).
///
/// ```
/// use townhall::components::{ServiceNavigation, ServiceNavigationItem};
///
/// let navigation = ServiceNavigation::new()
///     .service_name("Apply for a parking permit")
///     .service_url("/permit")
///     .navigation([
///         ServiceNavigationItem::new("Your permits", "/permits").current(true),
///         ServiceNavigationItem::new("Your vehicles", "/vehicles"),
///     ]);
/// # assert!(maud::html! { (navigation) }.0.contains("aria-current=\"page\""));
/// ```
#[derive(Clone)]
#[must_use]
pub struct ServiceNavigation<'a> {
    service_name: Content<'a>,
    service_url: Cow<'a, str>,
    navigation: Vec<ServiceNavigationItem<'a>>,
    collapse_navigation_on_mobile: Option<bool>,
    aria_label: Token<'a>,
    menu_button_text: Cow<'a, str>,
    menu_button_label: Cow<'a, str>,
    navigation_label: Cow<'a, str>,
    rare: Rarely<Rare<'a>>,
}

/// What hardly any navigation has.
#[derive(Debug, Clone)]
struct Rare<'a> {
    navigation_id: Cow<'a, str>,
    navigation_classes: Cow<'a, str>,
    slot_start: Option<Content<'a>>,
    slot_end: Option<Content<'a>>,
    slot_end_is_inline: bool,
    slot_navigation_start: Option<Content<'a>>,
    slot_navigation_end: Option<Content<'a>>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

static NONE: Rare<'static> = Rare::new();

impl Rare<'_> {
    const fn new() -> Self {
        Self {
            navigation_id: Cow::Borrowed("navigation"),
            navigation_classes: Cow::Borrowed(""),
            slot_start: None,
            slot_end: None,
            slot_end_is_inline: false,
            slot_navigation_start: None,
            slot_navigation_end: None,
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }
}

impl Default for Rare<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl Default for ServiceNavigation<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a> ServiceNavigation<'a> {
    /// Without a name and links.
    pub fn new() -> Self {
        Self {
            service_name: Content::default(),
            service_url: Cow::Borrowed(""),
            navigation: Vec::new(),
            collapse_navigation_on_mobile: None,
            aria_label: Token::fixed("Service information"),
            menu_button_text: Cow::Borrowed("Menu"),
            menu_button_label: Cow::Borrowed(""),
            navigation_label: Cow::Borrowed(""),
            rare: None,
        }
    }

    /// The links.
    pub fn navigation(mut self, items: impl IntoIterator<Item = ServiceNavigationItem<'a>>) -> Self {
        self.navigation = items.into_iter().collect();
        self
    }

    setters! {
        /// The name of the service.
        service_name(into Content<'a>)
        /// Where the name leads: the first page of the service.
        service_url(into Cow<'a, str>)
        /// Whether the links close into a menu on a small screen: they do if there is more than one, unless it is set.
        collapse_navigation_on_mobile(bool)
        /// The name of the landmark around name and links: "Service information" unless it is set.
        aria_label(token)
        /// The text of the menu button: "Menu" unless it is set.
        menu_button_text(into Cow<'a, str>)
        /// The name of the menu button for screen readers, if it is not its text.
        menu_button_label(into Cow<'a, str>)
        /// The name of the landmark around the links: the text of the menu button unless it is set.
        navigation_label(into Cow<'a, str>)
        /// The id of the list of links: `navigation` unless it is set.
        navigation_id(into Cow<'a, str>) => rare
        /// Classes to add to those of the landmark around the links.
        navigation_classes(into Cow<'a, str>) => rare
        /// Content before all else.
        slot_start(into Content<'a>) => rare
        /// Content after all else, such as a [`LanguageNavigation`](super::LanguageNavigation).
        slot_end(into Content<'a>) => rare
        /// Whether that content stands in one line with the links on a wide screen.
        slot_end_is_inline(bool) => rare
        /// List items before the links.
        slot_navigation_start(into Content<'a>) => rare
        /// List items after the links.
        slot_navigation_end(into Content<'a>) => rare
    }
    classes_and_attributes!(=> rare);

    fn write_navigation(&self, out: &mut Writer<'_>, rare: &Rare<'_>) {
        let text = &self.menu_button_text;
        out.element(tag!("nav"))
            .attr(name!("aria-label"), if self.navigation_label.is_empty() { text } else { &self.navigation_label })
            .class(class!("govuk-service-navigation__wrapper"), &rare.navigation_classes)
            .children(|out| {
                if self.collapse_navigation_on_mobile.unwrap_or(self.navigation.len() > 1) {
                    let button = out
                        .element(tag!("button"))
                        .fixed("type=\"button\"")
                        .class(class!("govuk-service-navigation__toggle govuk-js-service-navigation-toggle"), "")
                        .reference(name!("aria-controls"), &rare.navigation_id, "");
                    let label = if self.menu_button_label == *text { "" } else { &self.menu_button_label };
                    button.nonempty(name!("aria-label"), label).fixed("hidden aria-hidden=\"true\"").children(|out| {
                        out.line();
                        out.text(text);
                        out.line();
                    });
                }
                out.element(tag!("ul"))
                    .class(class!("govuk-service-navigation__list"), "")
                    .reference(name!("id"), &rare.navigation_id, "")
                    .children(|out| {
                        write_slot(out, rare.slot_navigation_start.as_ref());
                        for item in &self.navigation {
                            item.write(out);
                        }
                        out.line();
                        write_slot(out, rare.slot_navigation_end.as_ref());
                    });
            });
    }
}

impl ServiceNavigation<'_> {
    fn write_name(&self, out: &mut Writer<'_>) {
        if self.service_url.is_empty() {
            out.fixed(concat!(
                "<span class=\"govuk-service-navigation__service-name\">\n",
                "<span class=\"govuk-service-navigation__text\">",
            ));
            out.content(&self.service_name);
            out.fixed("</span>\n</span>");
        } else {
            out.fixed("<span class=\"govuk-service-navigation__service-name\">\n<a href=\"");
            out.text(&self.service_url);
            out.fixed("\" class=\"govuk-service-navigation__link\">\n");
            out.content(&self.service_name);
            out.fixed("\n</a>\n</span>");
        }
    }
}

fn write_slot(out: &mut Writer<'_>, slot: Option<&Content<'_>>) {
    if let Some(content) = slot {
        out.content(content);
    }
}

impl Component for ServiceNavigation<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        let rare = self.rare.as_deref().unwrap_or(&NONE);
        let has_name = !self.service_name.is_empty();
        // With a name there is more than links, which needs a landmark of its own.
        let is_section = has_name || rare.slot_start.is_some() || rare.slot_end.is_some();
        if is_section {
            out.fixed("<section aria-label=\"");
            out.token(&self.aria_label);
            out.fixed("\" class=\"govuk-service-navigation");
        } else {
            out.fixed("<div class=\"govuk-service-navigation");
        }
        fixed_with_classes!(out, "", &rare.classes, "\" data-module=\"govuk-service-navigation\"");
        out.attributes(&rare.attributes);
        if rare.slot_end_is_inline {
            out.fixed("><div class=\"govuk-width-container govuk-service-navigation__inlining-container\">");
        } else {
            out.fixed("><div class=\"govuk-width-container\">");
        }
        write_slot(out, rare.slot_start.as_ref());
        out.fixed("<div class=\"govuk-service-navigation__container\">");
        if has_name {
            self.write_name(out);
        }
        let has_slots = rare.slot_navigation_start.is_some() || rare.slot_navigation_end.is_some();
        if !self.navigation.is_empty() || has_slots {
            self.write_navigation(out, rare);
        }
        out.fixed("</div>");
        write_slot(out, rare.slot_end.as_ref());
        out.fixed(if is_section { "</div></section>" } else { "</div></div>" });
    }
}

/// A link of a [`ServiceNavigation`].
#[derive(Clone)]
#[must_use]
pub struct ServiceNavigationItem<'a> {
    content: Content<'a>,
    href: Cow<'a, str>,
    current: bool,
    active: bool,
    attributes: Attributes<'a>,
}

impl<'a> ServiceNavigationItem<'a> {
    /// A link.
    pub fn new(content: impl Into<Content<'a>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self {
            content: content.into(),
            href: href.into(),
            current: false,
            active: false,
            attributes: Attributes::new(),
        }
    }

    /// Words without a link.
    pub fn text(content: impl Into<Content<'a>>) -> Self {
        Self::new(content, "")
    }

    setters! {
        /// Whether it leads to this very page.
        current(bool)
        /// Whether this page is in the part that it leads to.
        active(bool)
        /// Attributes of the link.
        attributes(Attributes<'a>)
    }

    fn write(&self, out: &mut Writer<'_>) {
        let is_active = self.active || self.current;
        out.line();
        let item = out.element(tag!("li")).classes(class!("govuk-service-navigation__item"), |classes| {
            classes.with_if(is_active, "govuk-service-navigation__item--active")
        });
        item.children_on_line(|out| {
            let (element, attributes) = if !self.href.is_empty() {
                let link = out
                    .element(tag!("a"))
                    .class(class!("govuk-service-navigation__link"), "")
                    .attr(name!("href"), &self.href);
                (link, Some(&self.attributes))
            } else if !self.content.is_empty() {
                (out.element(tag!("span")).class(class!("govuk-service-navigation__text"), ""), None)
            } else {
                return;
            };
            let element = match (self.current, self.active) {
                (true, _) => element.fixed("aria-current=\"page\""),
                (false, true) => element.fixed("aria-current=\"true\""),
                (false, false) => element,
            };
            let element = match attributes {
                Some(attributes) => element.attributes(attributes),
                None => element,
            };
            if is_active {
                element.children(|out| {
                    out.line();
                    // Bold without styles too.
                    out.block(block!("strong", "govuk-service-navigation__active-fallback"), "").content(&self.content);
                    out.line();
                });
            } else {
                element.content_on_line(&self.content);
            }
        });
    }
}

crate::markup::opaque_debug! { ServiceNavigation<'_>, ServiceNavigationItem<'_> }
