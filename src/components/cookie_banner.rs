//! The [`CookieBanner`].

use std::borrow::Cow;

use super::Button;
use crate::markup::{
    Attributes, Component, Content, Writer, block, class, classes_and_attributes, name, setters, setters_of, tag,
};

/// Asks whether a service may set cookies that are not essential.
///
/// First thing in the body, with buttons to accept and to reject that are alike. Put it into a form, so that it works
/// without script ([design system](https://design-system.service.gov.uk/components/cookie-banner/)).
///
/// ```
/// use maud::html;
/// use townhall::components::{CookieBanner, CookieBannerAction, CookieBannerMessage};
///
/// let accept = CookieBannerAction::submit("Accept analytics cookies").name("cookies[additional]").value("yes");
/// let reject = CookieBannerAction::submit("Reject analytics cookies").name("cookies[additional]").value("no");
/// let view = CookieBannerAction::link("View cookies", "/cookies");
/// let banner = CookieBanner::new([
///     CookieBannerMessage::new("We use some essential cookies to make this service work.")
///         .heading("Cookies on Apply for a parking permit")
///         .actions([accept, reject, view]),
/// ])
/// .aria_label("Cookies on Apply for a parking permit");
/// let page_top = html! { form method="post" action="/cookies" novalidate { (banner) } };
/// # assert!(page_top.0.contains("data-nosnippet"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct CookieBanner<'a> {
    messages: Vec<CookieBannerMessage<'a>>,
    aria_label: Cow<'a, str>,
    hidden: bool,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> CookieBanner<'a> {
    /// A banner with its messages: one at a time, or all of them for a script that shows one.
    pub fn new(messages: impl IntoIterator<Item = CookieBannerMessage<'a>>) -> Self {
        Self {
            messages: messages.into_iter().collect(),
            aria_label: Cow::Borrowed("Cookie banner"),
            hidden: false,
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    setters! {
        /// The name of the region: "Cookies on" and the service; "Cookie banner" unless it is set.
        aria_label(into Cow<'a, str>)
        /// Whether a script is to show the banner.
        hidden(bool)
    }
    classes_and_attributes!();
}

impl Component for CookieBanner<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("div"))
            .class(class!("govuk-cookie-banner"), &self.classes)
            .fixed("data-nosnippet role=\"region\"")
            .attr(name!("aria-label"), &self.aria_label)
            .boolean_if("hidden", self.hidden)
            .attributes(&self.attributes)
            .children(|out| {
                for message in &self.messages {
                    message.write(out);
                }
            });
    }
}

/// One message of a [`CookieBanner`].
#[derive(Clone, Default)]
#[must_use]
pub struct CookieBannerMessage<'a> {
    content: Content<'a>,
    heading: Content<'a>,
    actions: Option<Vec<CookieBannerAction<'a>>>,
    hidden: bool,
    role: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> CookieBannerMessage<'a> {
    /// A message. Text becomes a paragraph.
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// Buttons and links.
    pub fn actions(mut self, actions: impl IntoIterator<Item = CookieBannerAction<'a>>) -> Self {
        self.actions = Some(actions.into_iter().collect());
        self
    }

    setters! {
        /// The heading.
        heading(into Content<'a>)
        /// Whether a script is to show the message.
        hidden(bool)
        /// A role: `alert` for a confirmation that a script shows.
        role(into Cow<'a, str>)
    }
    classes_and_attributes!();

    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("div"))
            .classes(class!("govuk-cookie-banner__message"), |classes| {
                classes.with(&self.classes).with("govuk-width-container")
            })
            .nonempty(name!("role"), &self.role)
            .attributes(&self.attributes)
            .boolean_if("hidden", self.hidden)
            .children(|out| {
                out.block(block!("div", "govuk-grid-row"), "").children(|out| {
                    out.block(block!("div", "govuk-grid-column-two-thirds"), "").children(|out| {
                        if !self.heading.is_empty() {
                            out.block(block!("h2", "govuk-cookie-banner__heading govuk-heading-m"), "")
                                .content(&self.heading);
                        }
                        out.block(block!("div", "govuk-cookie-banner__content"), "")
                            .children(|out| self.content.write_as_body(out, class!("govuk-body")));
                    });
                });
                if let Some(actions) = &self.actions {
                    out.block(block!("div", "govuk-button-group"), "").children(|out| {
                        for action in actions {
                            action.write(out);
                        }
                    });
                }
            });
    }
}

/// A button or a link of a [`CookieBannerMessage`].
#[derive(Clone)]
#[must_use]
pub struct CookieBannerAction<'a> {
    button: Button<'a>,
    is_link: bool,
}

impl<'a> CookieBannerAction<'a> {
    /// A button that sends the form around the banner.
    pub fn submit(content: impl Into<Content<'a>>) -> Self {
        Self { button: Button::new(content), is_link: false }
    }

    /// A button for a script.
    pub fn button(content: impl Into<Content<'a>>) -> Self {
        Self { button: Button::new(content).button_type("button"), is_link: false }
    }

    /// A link.
    pub fn link(content: impl Into<Content<'a>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self { button: Button::link(content, href), is_link: true }
    }

    /// A link that looks like a button.
    pub fn link_button(content: impl Into<Content<'a>>, href: impl Into<Cow<'a, str>>) -> Self {
        Self { button: Button::link(content, href), is_link: false }
    }

    setters_of! { button:
        /// What a button does in a form.
        button_type(impl Into<Cow<'a, str>>)
        /// The name under which a button's value is sent.
        name(impl Into<Cow<'a, str>>)
        /// What is sent when a button is pressed.
        value(impl Into<Cow<'a, str>>)
        /// Classes to add to its own.
        classes(impl Into<Cow<'a, str>>)
        /// Attributes to add to its own.
        attributes(Attributes<'a>)
    }

    fn write(&self, out: &mut Writer<'_>) {
        if self.is_link {
            self.button.write_as_plain_link(out, class!("govuk-link"));
        } else {
            out.component(&self.button);
        }
        out.line();
    }
}

crate::markup::opaque_debug! { CookieBanner<'_>, CookieBannerMessage<'_>, CookieBannerAction<'_> }
