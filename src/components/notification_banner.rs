//! The [`NotificationBanner`].

use std::borrow::Cow;

use crate::markup::{
    Attributes, Component, Content, HeadingLevel, Writer, block, class, classes_and_attributes, name, setters, tag,
};

/// Tells something that is not about the page itself: a problem with the whole service, a deadline, that something worked.
///
/// One on a page at most, none beside an error summary
/// ([design system](https://design-system.service.gov.uk/components/notification-banner/)).
///
/// ```
/// use townhall::components::NotificationBanner;
///
/// let news = NotificationBanner::new("You have 7 days left to send your application.");
/// let done = NotificationBanner::success("Your vehicle has been removed.");
/// # assert!(maud::html! { (news) (done) }.0.contains("role=\"alert\""));
/// ```
#[derive(Clone)]
#[must_use]
pub struct NotificationBanner<'a> {
    content: Content<'a>,
    pub(super) is_success: bool,
    title: Content<'a>,
    title_heading_level: HeadingLevel,
    title_id: Cow<'a, str>,
    role: Cow<'a, str>,
    disable_auto_focus: Option<bool>,
    classes: Cow<'a, str>,
    attributes: Attributes<'a>,
}

impl<'a> NotificationBanner<'a> {
    /// A neutral banner, titled "Important". Text becomes the banner's heading.
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        Self {
            content: content.into(),
            is_success: false,
            title: Content::default(),
            title_heading_level: HeadingLevel::H2,
            title_id: Cow::Borrowed("govuk-notification-banner-title"),
            role: Cow::Borrowed(""),
            disable_auto_focus: None,
            classes: Cow::Borrowed(""),
            attributes: Attributes::new(),
        }
    }

    /// A green banner, titled "Success", which the script puts the focus on: something worked.
    pub fn success(content: impl Into<Content<'a>>) -> Self {
        Self { is_success: true, ..Self::new(content) }
    }

    setters! {
        /// The title: "Important" or "Success" unless it is set.
        title(into Content<'a>)
        /// The level of the title: 2 unless it is set.
        title_heading_level(HeadingLevel)
        /// The id of the title, if there can be another banner on the page.
        title_id(into Cow<'a, str>)
        /// The role: `region`, or `alert` for success, unless it is set.
        role(into Cow<'a, str>)
        /// Whether the script leaves the focus where it is.
        disable_auto_focus(bool)
    }
    classes_and_attributes!();
}

impl Component for NotificationBanner<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        let role = match (&*self.role, self.is_success) {
            ("", true) => "alert",
            ("", false) => "region",
            (role, _) => role,
        };
        let banner = out
            .element(tag!("div"))
            .classes(class!("govuk-notification-banner"), |classes| {
                classes.with_if(self.is_success, "govuk-notification-banner--success").with(&self.classes)
            })
            .attr(name!("role"), role)
            .reference(name!("aria-labelledby"), &self.title_id, "")
            .fixed("data-module=\"govuk-notification-banner\"")
            .true_or_false(name!("data-disable-auto-focus"), self.disable_auto_focus);
        banner.attributes(&self.attributes).children(|out| {
            out.block(block!("div", "govuk-notification-banner__header"), "").children(|out| {
                let title = out
                    .element(self.title_heading_level.tag())
                    .class(class!("govuk-notification-banner__title"), "")
                    .reference(name!("id"), &self.title_id, "");
                if self.title.is_empty() {
                    title.text(if self.is_success { "Success" } else { "Important" });
                } else {
                    title.content(&self.title);
                }
            });
            out.block(block!("div", "govuk-notification-banner__content"), "")
                .children(|out| self.content.write_as_trimmed_body(out, class!("govuk-notification-banner__heading")));
        });
    }
}

crate::markup::opaque_debug! { NotificationBanner<'_> }
