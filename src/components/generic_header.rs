//! The [`GenericHeader`].

use std::borrow::Cow;

use crate::markup::{Attributes, Component, Content, Writer, classes_and_attributes, fixed_with_classes, setters};

/// The header of a public service that is not on gov.uk, with the organisation's own logo or name.
///
/// ```
/// use townhall::components::GenericHeader;
///
/// let header = GenericHeader::new("London Borough of Northbridge");
/// # assert!(maud::html! { (header) }.0.contains("govuk-generic-header__homepage-link"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct GenericHeader<'a> {
    logo: Content<'a>,
    url: Cow<'a, str>,
    container_classes: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> GenericHeader<'a> {
    /// A header with a logo: text, or HTML such as an image with its text alternative.
    pub fn new(logo: impl Into<Content<'a>>) -> Self {
        Self {
            logo: logo.into(),
            url: Cow::Borrowed("/"),
            container_classes: Cow::Borrowed("govuk-width-container"),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// Where the logo leads: `/` unless it is set.
        url(into Cow<'a, str>)
        /// Classes of the container, in place of `govuk-width-container`.
        container_classes(into Cow<'a, str>)
    }
    classes_and_attributes!();
}

impl Component for GenericHeader<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        fixed_with_classes!(out, "<div class=\"govuk-generic-header", &self.classes, "\"");
        out.attributes(&self.attributes);
        out.fixed("><div class=\"govuk-generic-header__container");
        fixed_with_classes!(
            out,
            "",
            &self.container_classes,
            "\"><div class=\"govuk-generic-header__logo\"><a href=\""
        );
        out.text(&self.url);
        out.fixed("\" class=\"govuk-generic-header__homepage-link\">\n");
        out.content(&self.logo);
        out.fixed("\n</a></div></div></div>");
    }
}

crate::markup::opaque_debug! { GenericHeader<'_> }
