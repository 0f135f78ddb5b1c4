//! The [`GenericHeader`].

use std::borrow::Cow;

use crate::markup::{Attributes, Component, Content, Writer, block, class, classes_and_attributes, name, setters, tag};

/// The header of a public service that is not on gov.uk, with the organisation's own logo or name.
///
/// ```
/// use townhall::components::GenericHeader;
///
/// let header = GenericHeader::new("London Borough of Northbridge");
/// # assert!(maud::html! { (header) }.0.contains("govuk-generic-header__homepage-link"));
/// ```
#[derive(Debug, Clone)]
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
        out.element(tag!("div"))
            .class(class!("govuk-generic-header"), &self.classes)
            .attributes(&self.attributes)
            .children(|out| {
                out.block(block!("div", "govuk-generic-header__container"), &self.container_classes).children(|out| {
                    out.block(block!("div", "govuk-generic-header__logo"), "").children(|out| {
                        out.element(tag!("a"))
                            .attr(name!("href"), &self.url)
                            .class(class!("govuk-generic-header__homepage-link"), "")
                            .content_on_line(&self.logo);
                    });
                });
            });
    }
}
