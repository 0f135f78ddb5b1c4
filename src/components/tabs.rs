//! [`Tabs`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, Component, Content, Value, Writer, block, class, classes_and_attributes, name, setters, tag,
};

/// Sections of which one is shown at a time, chosen by its tab.
///
/// Only where nobody needs to compare the sections. Without script, and on a small screen, all stand below each other
/// ([design system](https://design-system.service.gov.uk/components/tabs/)).
///
/// ```
/// use townhall::components::{Tab, Tabs};
///
/// let tabs = Tabs::new([
///     Tab::new("past-day", "Past day", "3 cases"),
///     Tab::new("past-week", "Past week", "12 cases"),
/// ]);
/// # assert!(maud::html! { (tabs) }.0.contains("href=\"#past-week\""));
/// ```
#[derive(Clone)]
#[must_use]
pub struct Tabs<'a> {
    items: Vec<Tab<'a>>,
    id: Cow<'a, str>,
    id_prefix: Cow<'a, str>,
    title: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Tabs<'a> {
    /// The tabs. Without any, nothing but the title is written.
    pub fn new(items: impl IntoIterator<Item = Tab<'a>>) -> Self {
        Self {
            items: items.into_iter().collect(),
            id: Cow::Borrowed(""),
            id_prefix: Cow::Borrowed(""),
            title: Cow::Borrowed("Contents"),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// The id.
        id(into Cow<'a, str>)
        /// What the ids of the tabs without their own start with.
        id_prefix(into Cow<'a, str>)
        /// The heading over the list of sections where there are no tabs: "Contents" unless it is set.
        title(into Cow<'a, str>)
    }
    classes_and_attributes!();
}

impl Component for Tabs<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("div"))
            .id(&self.id, "")
            .class(class!("govuk-tabs"), &self.classes)
            .attributes(&self.attributes)
            .fixed("data-module=\"govuk-tabs\"")
            .children(|out| {
                out.block(block!("h2", "govuk-tabs__title"), "").text(&self.title);
                if self.items.is_empty() {
                    return;
                }
                out.block(block!("ul", "govuk-tabs__list"), "").children(|out| {
                    for (at, item) in self.items.iter().enumerate() {
                        item.write_tab(out, &self.id_prefix, at + 1);
                    }
                });
                for (at, item) in self.items.iter().enumerate() {
                    item.write_panel(out, &self.id_prefix, at + 1);
                }
            });
    }
}

/// One tab of [`Tabs`] with its section.
#[derive(Clone)]
#[must_use]
pub struct Tab<'a> {
    id: Cow<'a, str>,
    label: Content<'a>,
    panel: Content<'a>,
    number: Option<usize>,
    attributes: Attributes<'a>,
    panel_attributes: Attributes<'a>,
}

impl<'a> Tab<'a> {
    /// A tab with the id of its section, its label, and the section. Text becomes a paragraph. With an empty id it is made of
    /// [`Tabs::id_prefix`] and the tab's number.
    pub fn new(id: impl Into<Cow<'a, str>>, label: impl Into<Content<'a>>, panel: impl Into<Content<'a>>) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            panel: panel.into(),
            number: None,
            attributes: Attributes::new(),
            panel_attributes: Attributes::new(),
        }
    }

    setters! {
        /// The number of the tab: its place unless it is set. The tab with the number 1 is the one that is open.
        number(usize)
        /// Attributes of the tab.
        attributes(Attributes<'a>)
        /// Attributes of the section.
        panel_attributes(Attributes<'a>)
    }

    fn write_id(&self, value: &mut Value<'_>, prefix: &str, number: usize) {
        if self.id.is_empty() {
            value.id(prefix);
            value.fixed("-");
            value.number(i64::try_from(number).unwrap_or(i64::MAX));
        } else {
            value.id(&self.id);
        }
    }

    fn write_tab(&self, out: &mut Writer<'_>, prefix: &str, place: usize) {
        let number = self.number.unwrap_or(place);
        out.line();
        let item = out.element(tag!("li")).classes(class!("govuk-tabs__list-item"), |classes| {
            classes.with_if(number == 1, "govuk-tabs__list-item--selected")
        });
        item.children_on_line(|out| {
            out.element(tag!("a"))
                .class(class!("govuk-tabs__tab"), "")
                .attr_with(name!("href"), |value| {
                    value.fixed("#");
                    self.write_id(value, prefix, number);
                })
                .attributes(&self.attributes)
                .content_on_line(&self.label);
        });
    }

    fn write_panel(&self, out: &mut Writer<'_>, prefix: &str, place: usize) {
        let number = self.number.unwrap_or(place);
        out.element(tag!("div"))
            .classes(class!("govuk-tabs__panel"), |classes| classes.with_if(number > 1, "govuk-tabs__panel--hidden"))
            .attr_with(name!("id"), |value| self.write_id(value, prefix, number))
            .attributes(&self.panel_attributes)
            .children(|out| self.panel.write_as_body(out, class!("govuk-body")));
    }
}

crate::markup::opaque_debug! { Tabs<'_>, Tab<'_> }
