//! The GOV.UK [`Header`].

use std::borrow::Cow;

use super::artwork;
use crate::markup::{Attributes, Component, Content, Writer, block, class, classes_and_attributes, name, setters, tag};

/// The header of GOV.UK with the crown, for services on gov.uk only. All others use
/// [`GenericHeader`](super::GenericHeader)
/// ([design system](https://design-system.service.gov.uk/components/header/)).
///
/// ```
/// use townhall::components::Header;
///
/// let header = Header::new().product_name("Notify");
/// # assert!(maud::html! { (header) }.0.contains("govuk-header__product-name"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct Header<'a> {
    homepage_url: Cow<'a, str>,
    product_name: Content<'a>,
    container_classes: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl Default for Header<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a> Header<'a> {
    /// The crown and "GOV.UK".
    pub fn new() -> Self {
        Self {
            homepage_url: Cow::Borrowed("//gov.uk"),
            product_name: Content::default(),
            container_classes: Cow::Borrowed("govuk-width-container"),
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// Where the crown leads: the home page of GOV.UK unless it is set.
        homepage_url(into Cow<'a, str>)
        /// The name of a product of GOV.UK, beside the crown.
        product_name(into Content<'a>)
        /// Classes of the container, in place of `govuk-width-container`.
        container_classes(into Cow<'a, str>)
    }
    classes_and_attributes!();
}

impl Component for Header<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("div")).class(class!("govuk-header"), &self.classes).attributes(&self.attributes).children(|out| {
            out.block(block!("div", "govuk-header__container"), &self.container_classes).children(|out| {
                out.block(block!("div", "govuk-header__logo"), "").children(|out| {
                    out.element(tag!("a")).attr(name!("href"), &self.homepage_url).class(class!("govuk-header__homepage-link"), "").children(|out| {
                        out.line();
                        out.fixed(concat!(
                            "<svg focusable=\"false\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 324 60\" height=\"30\" width=\"162\" ",
                            "fill=\"currentcolor\" class=\"govuk-header__logotype\" aria-label=\"GOV.UK\"><title>GOV.UK</title>",
                        ));
                        out.fixed(artwork::CROWN);
                        out.fixed(artwork::LOGOTYPE);
                        out.fixed("</svg>");
                        out.line();
                        if !self.product_name.is_empty() {
                            out.block(block!("span", "govuk-header__product-name"), "").content(&self.product_name);
                            out.line();
                        }
                    });
                });
            });
        });
    }
}

crate::markup::opaque_debug! { Header<'_> }
