//! The [`Fieldset`] around controls that belong together, and its [`Legend`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, Component, Content, DescribedBy, Rarely, Writer, classes_and_attributes, fixed_with_classes, name,
    setters,
};

/// Groups controls that belong together under one question.
///
/// Radios, checkboxes and date inputs have one: their constructors ask for its legend. Use one of your own around
/// the parts of an address
/// ([design system](https://design-system.service.gov.uk/components/fieldset/), [WCAG 1.3.1](https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships)).
///
/// ```
/// use townhall::components::{Fieldset, Input, Legend};
///
/// let line = Input::new("address-line-1", "Address line 1").autocomplete("address-line1");
/// let address = Fieldset::new(Legend::page_heading("What is your address?")).content(&line);
/// # assert!(maud::html! { (address) }.0.contains("<h1 class=\"govuk-fieldset__heading\">"));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct Fieldset<'a> {
    legend: Legend<'a>,
    content: Content<'a>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
    rare: Rarely<Rare<'a>>,
}

/// What hardly any fieldset has.
#[derive(Debug, Clone, Default)]
struct Rare<'a> {
    described_by: Cow<'a, str>,
    role: Cow<'a, str>,
}

impl<'a> Fieldset<'a> {
    /// A fieldset with its legend.
    #[inline]
    pub fn new(legend: impl Into<Legend<'a>>) -> Self {
        Self { legend: legend.into(), ..Self::default() }
    }

    /// A fieldset without a legend: name the group in another way, with `aria-labelledby`.
    pub fn without_legend() -> Self {
        Self::default()
    }

    setters! {
        /// What the fieldset holds.
        content(into Content<'a>)
        /// Ids of elements that describe the whole group, separated by spaces.
        described_by(into Cow<'a, str>) => rare
        /// A role that replaces the fieldset's own, which is `group`.
        role(into Cow<'a, str>) => rare
    }
    classes_and_attributes!();

    pub(super) fn given_description(&self) -> &str {
        self.rare.as_ref().map_or("", |rare| &rare.described_by)
    }

    /// Writes the fieldset around controls.
    #[inline(always)]
    pub(super) fn write_around(
        &self,
        out: &mut Writer<'_>,
        role: &str,
        described_by: &DescribedBy<'_>,
        controls: impl FnOnce(&mut Writer<'_>),
    ) {
        fixed_with_classes!(out, "<fieldset class=\"govuk-fieldset", &self.classes, "\"");
        out.nonempty(name!("role"), role);
        out.described_by(described_by);
        out.attributes(&self.attributes);
        out.fixed(">");
        self.legend.write(out);
        controls(out);
        out.fixed("</fieldset>");
    }
}

impl Component for Fieldset<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        let described_by = DescribedBy { given: self.given_description(), ..DescribedBy::default() };
        let role = self.rare.as_ref().map_or("", |rare| &rare.role);
        self.write_around(out, role, &described_by, |out| out.content(&self.content));
    }
}

impl<'a, L: Into<Legend<'a>>> From<L> for Fieldset<'a> {
    #[inline]
    fn from(legend: L) -> Self {
        Self::new(legend)
    }
}

/// The question that the controls in a [`Fieldset`] answer.
#[derive(Clone, Default)]
#[must_use]
pub struct Legend<'a> {
    content: Content<'a>,
    is_page_heading: bool,
    classes: Cow<'a, str>,
}

impl<'a> Legend<'a> {
    /// A legend with text or HTML.
    #[inline]
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// A legend that is the `h1` of the page, in the large size, for a page that asks one question
    /// (<https://design-system.service.gov.uk/get-started/labels-legends-headings/>).
    pub fn page_heading(content: impl Into<Content<'a>>) -> Self {
        Self::new(content).is_page_heading(true).classes("govuk-fieldset__legend--l")
    }

    setters! {
        /// Whether the legend holds the page's `h1`.
        is_page_heading(bool)
        /// Classes to add to the legend's own.
        classes(into Cow<'a, str>)
    }

    fn write(&self, out: &mut Writer<'_>) {
        if self.content.is_empty() {
            return;
        }
        fixed_with_classes!(out, "<legend class=\"govuk-fieldset__legend", &self.classes, "\">");
        if self.is_page_heading {
            out.fixed("<h1 class=\"govuk-fieldset__heading\">");
        }
        out.content(&self.content);
        out.fixed(if self.is_page_heading { "</h1></legend>" } else { "</legend>" });
    }
}

impl<'a, C: Into<Content<'a>>> From<C> for Legend<'a> {
    #[inline]
    fn from(content: C) -> Self {
        Self::new(content)
    }
}

crate::markup::opaque_debug! { Fieldset<'_>, Legend<'_> }
