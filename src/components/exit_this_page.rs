//! The [`ExitThisPage`] button.

use std::borrow::Cow;

use super::Button;
use crate::attributes;
use crate::markup::{Attributes, Component, Content, Writer, class, classes_and_attributes, name, setters, tag};

/// Leaves a page at once, for people who would be in danger if they were seen on it.
///
/// At the top of the page, in services for victims of abuse; say before how it works, and what it cannot do. The link
/// replaces the page for scripts too, and pressing Shift three times follows it
/// ([design system](https://design-system.service.gov.uk/components/exit-this-page/)).
///
/// ```
/// use townhall::components::ExitThisPage;
///
/// let exit = ExitThisPage::new().redirect_url("/leave");
/// # assert!(maud::html! { (exit) }.0.contains("href=\"/leave\""));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct ExitThisPage<'a> {
    content: Content<'a>,
    redirect_url: Cow<'a, str>,
    id: Cow<'a, str>,
    activated_text: Cow<'a, str>,
    timed_out_text: Cow<'a, str>,
    press_two_more_times_text: Cow<'a, str>,
    press_one_more_time_text: Cow<'a, str>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> ExitThisPage<'a> {
    /// A button that says "Exit this page".
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        /// The button's text or HTML: "Exit this page", after a hidden "Emergency", unless it is set.
        content(into Content<'a>)
        /// Where it leads: a harmless page, the BBC's weather unless it is set. An address of your own can end the session first.
        redirect_url(into Cow<'a, str>)
        /// The id.
        id(into Cow<'a, str>)
        /// What screen readers say when it has been pressed.
        activated_text(into Cow<'a, str>)
        /// What they say when Shift was not pressed in time.
        timed_out_text(into Cow<'a, str>)
        /// What they say after the first press of Shift.
        press_two_more_times_text(into Cow<'a, str>)
        /// What they say after the second.
        press_one_more_time_text(into Cow<'a, str>)
    }
    classes_and_attributes!();
}

impl Component for ExitThisPage<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        out.element(tag!("div"))
            .id(&self.id, "")
            .class(class!("govuk-exit-this-page"), &self.classes)
            .fixed("data-module=\"govuk-exit-this-page\"")
            .attributes(&self.attributes)
            .nonempty(name!("data-i18n.activated"), &self.activated_text)
            .nonempty(name!("data-i18n.timed-out"), &self.timed_out_text)
            .nonempty(name!("data-i18n.press-two-more-times"), &self.press_two_more_times_text)
            .nonempty(name!("data-i18n.press-one-more-time"), &self.press_one_more_time_text)
            .children(|out| {
                let words = Content::from(maud::PreEscaped(
                    "<span class=\"govuk-visually-hidden\">Emergency</span> Exit this page",
                ));
                let words = if self.content.is_empty() { words } else { self.content.clone() };
                let href: &str =
                    if self.redirect_url.is_empty() { "https://www.bbc.co.uk/weather" } else { &self.redirect_url };
                Button::link(words, href)
                    .classes("govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button")
                    .attributes(attributes! { "rel": "nofollow noreferrer" })
                    .write(out);
            });
    }
}

crate::markup::opaque_debug! { ExitThisPage<'_> }
