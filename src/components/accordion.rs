//! The [`Accordion`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, Component, Content, HeadingLevel, Writer, block, class, classes_and_attributes, name, setters, tag,
};

/// Sections that people open and close.
///
/// Only for content that few people need all of; headings must say what is inside. Without script all sections are open
/// ([design system](https://design-system.service.gov.uk/components/accordion/)).
///
/// ```
/// use townhall::components::{Accordion, AccordionSection};
///
/// let help = Accordion::new("help", [
///     AccordionSection::new("Writing well for the web", "How people read"),
///     AccordionSection::new("Know your audience", "How people search").expanded(true),
/// ]);
/// # assert!(maud::html! { (help) }.0.contains("id=\"help-heading-2\""));
/// ```
#[derive(Clone)]
#[must_use]
pub struct Accordion<'a> {
    id: Cow<'a, str>,
    sections: Vec<AccordionSection<'a>>,
    heading_level: HeadingLevel,
    remember_expanded: Option<bool>,
    hide_all_sections_text: Cow<'a, str>,
    hide_section_text: Cow<'a, str>,
    hide_section_aria_label_text: Cow<'a, str>,
    show_all_sections_text: Cow<'a, str>,
    show_section_text: Cow<'a, str>,
    show_section_aria_label_text: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> Accordion<'a> {
    /// An accordion with an id that is the only one of its kind in the service, because browsers remember under it which
    /// sections are open.
    pub fn new(id: impl Into<Cow<'a, str>>, sections: impl IntoIterator<Item = AccordionSection<'a>>) -> Self {
        Self {
            id: id.into(),
            sections: sections.into_iter().collect(),
            heading_level: HeadingLevel::H2,
            remember_expanded: None,
            hide_all_sections_text: Cow::Borrowed(""),
            hide_section_text: Cow::Borrowed(""),
            hide_section_aria_label_text: Cow::Borrowed(""),
            show_all_sections_text: Cow::Borrowed(""),
            show_section_text: Cow::Borrowed(""),
            show_section_aria_label_text: Cow::Borrowed(""),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// The level of the headings: 2 unless it is set.
        heading_level(HeadingLevel)
        /// Whether the browser remembers which sections are open: it does unless this is `false`.
        remember_expanded(bool)
        /// The script's "Hide all sections".
        hide_all_sections_text(into Cow<'a, str>)
        /// The script's "Hide".
        hide_section_text(into Cow<'a, str>)
        /// The script's "Hide this section", for screen readers.
        hide_section_aria_label_text(into Cow<'a, str>)
        /// The script's "Show all sections".
        show_all_sections_text(into Cow<'a, str>)
        /// The script's "Show".
        show_section_text(into Cow<'a, str>)
        /// The script's "Show this section", for screen readers.
        show_section_aria_label_text(into Cow<'a, str>)
    }
    classes_and_attributes!();
}

impl Component for Accordion<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        let accordion = out
            .element(tag!("div"))
            .class(class!("govuk-accordion"), &self.classes)
            .fixed("data-module=\"govuk-accordion\"")
            .reference(name!("id"), &self.id, "")
            .nonempty(name!("data-i18n.hide-all-sections"), &self.hide_all_sections_text)
            .nonempty(name!("data-i18n.hide-section"), &self.hide_section_text)
            .nonempty(name!("data-i18n.hide-section-aria-label"), &self.hide_section_aria_label_text)
            .nonempty(name!("data-i18n.show-all-sections"), &self.show_all_sections_text)
            .nonempty(name!("data-i18n.show-section"), &self.show_section_text)
            .nonempty(name!("data-i18n.show-section-aria-label"), &self.show_section_aria_label_text)
            .true_or_false(name!("data-remember-expanded"), self.remember_expanded);
        accordion.attributes(&self.attributes).children(|out| {
            for (at, section) in self.sections.iter().enumerate() {
                section.write(out, self, at + 1);
            }
        });
    }
}

/// One section of an [`Accordion`].
#[derive(Clone, Default)]
#[must_use]
pub struct AccordionSection<'a> {
    heading: Content<'a>,
    content: Content<'a>,
    summary: Content<'a>,
    expanded: bool,
    number: Option<usize>,
}

impl<'a> AccordionSection<'a> {
    /// A section with its heading and content. Text becomes a paragraph.
    pub fn new(heading: impl Into<Content<'a>>, content: impl Into<Content<'a>>) -> Self {
        Self { heading: heading.into(), content: content.into(), ..Self::default() }
    }

    setters! {
        /// A line under the heading. It is part of the button that opens the section: no links.
        summary(into Content<'a>)
        /// Whether the section is open at first, unless the browser remembers otherwise.
        expanded(bool)
        /// The number in the section's ids, under which browsers remember whether it is open: its place in the accordion unless it is set.
        /// Set it where sections before this one come and go.
        number(usize)
    }

    fn write(&self, out: &mut Writer<'_>, accordion: &Accordion<'_>, place: usize) {
        let number = i64::try_from(self.number.unwrap_or(place)).unwrap_or(i64::MAX);
        let id = |part: &'static str| {
            move |value: &mut crate::markup::Value<'_>| {
                value.id(&accordion.id);
                value.fixed(part);
                value.number(number);
            }
        };
        let section = out.element(tag!("div")).classes(class!("govuk-accordion__section"), |classes| {
            classes.with_if(self.expanded, "govuk-accordion__section--expanded")
        });
        section.children(|out| {
            out.block(block!("div", "govuk-accordion__section-header"), "").children(|out| {
                out.element(accordion.heading_level.tag())
                    .class(class!("govuk-accordion__section-heading"), "")
                    .children(|out| {
                        out.element(tag!("span"))
                            .class(class!("govuk-accordion__section-button"), "")
                            .attr_with(name!("id"), id("-heading-"))
                            .content_on_line(&self.heading);
                    });
                if !self.summary.is_empty() {
                    out.element(tag!("div"))
                        .class(class!("govuk-accordion__section-summary govuk-body"), "")
                        .attr_with(name!("id"), id("-summary-"))
                        // The script puts it in line with the heading, where white space means something.
                        .content_on_line(&self.summary);
                }
            });
            out.element(tag!("div"))
                .attr_with(name!("id"), id("-content-"))
                .class(class!("govuk-accordion__section-content"), "")
                .children(|out| self.content.write_as_trimmed_body(out, class!("govuk-body")));
        });
    }
}

crate::markup::opaque_debug! { Accordion<'_>, AccordionSection<'_> }
