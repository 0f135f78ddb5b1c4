//! [`UnavailablePage`].

use std::borrow::Cow;

use maud::html;

use super::{answers_kept, say};
use crate::markup::Prose;
use crate::page::{Document, Layout};

/// The service is closed: for a while, until a date, or for good
/// ([service unavailable](https://design-system.service.gov.uk/patterns/service-unavailable-pages/)). Its status is 503.
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::UnavailablePage;
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let layout = Layout::new(&brand, &locale);
/// let page = UnavailablePage::until("9am on Monday 30 November 2026").retry_after(3_600).page(&layout);
/// assert!(page.html.contains("You will be able to use the service from 9am on Monday 30 November 2026."));
/// assert_eq!(page.headers, [("retry-after", "3600".into())]);
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct UnavailablePage<'a> {
    why: Why<'a>,
    body: Cow<'a, str>,
    retry_after: Option<u64>,
    answers_kept_for: Option<u32>,
}

#[derive(Debug, Clone)]
enum Why<'a> {
    Later,
    Until(Cow<'a, str>),
    Opens(Cow<'a, str>),
    Closed(Cow<'a, str>),
    ForGood,
}

impl<'a> UnavailablePage<'a> {
    fn new(why: Why<'a>) -> Self {
        Self { why, body: Cow::Borrowed(""), retry_after: None, answers_kept_for: None }
    }

    /// Unavailable for a while, without a time.
    pub fn later() -> Self {
        Self { retry_after: Some(300), ..Self::new(Why::Later) }
    }

    /// Unavailable until a time, written in the page's language: [`Locale::date_with_weekday`](crate::language::Locale::date_with_weekday).
    pub fn until(time: impl Into<Cow<'a, str>>) -> Self {
        Self::new(Why::Until(time.into()))
    }

    /// Not open yet, with the time from when it is.
    pub fn opens(time: impl Into<Cow<'a, str>>) -> Self {
        Self::new(Why::Opens(time.into()))
    }

    /// Closed for the season, with the time since when it is.
    pub fn closed(time: impl Into<Cow<'a, str>>) -> Self {
        Self::new(Why::Closed(time.into()))
    }

    /// Closed for good. Say in the body what took its place.
    pub fn for_good() -> Self {
        Self::new(Why::ForGood)
    }

    /// What to do meanwhile, or which service took its place, as [`Prose`].
    pub fn body(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.body = text.into();
        self
    }

    /// After how many seconds a program may ask again.
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    answers_kept_setter!();

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let sentence =
            |attribute: &str, time: &str| say(locale, &format!("townhall-unavailable.{attribute}"), "time", time);
        let text = match &self.why {
            Why::Later => sentence("later", ""),
            Why::Until(time) => sentence("until", time),
            Why::Opens(time) => sentence("opens", time),
            Why::Closed(time) => sentence("since", time),
            Why::ForGood => sentence("for-good", ""),
        };
        let kept = answers_kept(locale, self.answers_kept_for);
        let document = layout.page(locale.text("townhall-unavailable")).large().status(503).content(html! {
            p.govuk-body { (text) }
            (Prose::new(&*kept))
            (Prose::new(&*self.body))
        });
        match self.retry_after {
            Some(seconds) => document.header("retry-after", seconds.to_string()),
            None => document,
        }
    }
}

crate::markup::opaque_debug! { UnavailablePage<'_> }
