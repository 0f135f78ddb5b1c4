//! Equality information: [`EqualityTopic`], [`EqualityPage`].

use std::borrow::Cow;

use maud::html;

use super::hidden_fields;
use crate::components::{Button, Input, Legend, RadioItem, Radios};
use crate::page::{Document, FORM_ID, Layout};

/// Whose categories are used: those of its census.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Nation {
    England,
    Wales,
    Scotland,
    NorthernIreland,
}

/// What is asked. The order of options is that of the harmonised standards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
#[non_exhaustive]
pub enum EqualityTopic {
    Disability,
    EthnicGroup,
    Religion,
    Sex,
    Gender,
    Orientation,
    Marriage,
}

/// An answer that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EqualityOption {
    /// What is sent.
    pub value: &'static str,
    /// Whether people can say it in their own words, sent as the topic with `-other`.
    pub has_text: bool,
}

/// The value that is sent by those who prefer not to say.
pub const PREFER_NOT_TO_SAY: &str = "skip";

impl EqualityTopic {
    /// All topics, in the order in which they are asked.
    pub const ALL: [Self; 7] = [
        Self::Disability,
        Self::EthnicGroup,
        Self::Religion,
        Self::Sex,
        Self::Gender,
        Self::Orientation,
        Self::Marriage,
    ];

    /// The name of the field.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disability => "disability",
            Self::EthnicGroup => "ethnic-group",
            Self::Religion => "religion",
            Self::Sex => "sex",
            Self::Gender => "gender",
            Self::Orientation => "orientation",
            Self::Marriage => "marriage",
        }
    }

    /// The options, without "Prefer not to say", which every topic has.
    #[must_use]
    pub fn options(self, nation: Nation) -> Vec<EqualityOption> {
        let values: &[&'static str] = match (self, nation) {
            (Self::Disability, _) => &["yes", "no"],
            (Self::EthnicGroup, Nation::England | Nation::Wales) => &["white", "mixed", "asian", "black", "other"],
            (Self::EthnicGroup, Nation::Scotland) => &["white", "mixed", "asian", "african", "caribbean", "other"],
            (Self::EthnicGroup, Nation::NorthernIreland) => {
                &["white", "traveller", "roma", "mixed", "asian", "black", "other"]
            }
            (Self::Religion, Nation::England | Nation::Wales) => {
                &["none", "christian", "buddhist", "hindu", "jewish", "muslim", "sikh", "other"]
            }
            (Self::Religion, Nation::Scotland) => &[
                "none",
                "church-of-scotland",
                "roman-catholic",
                "other-christian",
                "muslim",
                "hindu",
                "buddhist",
                "sikh",
                "jewish",
                "pagan",
                "other",
            ],
            (Self::Religion, Nation::NorthernIreland) => &[
                "none",
                "roman-catholic",
                "presbyterian",
                "church-of-ireland",
                "methodist",
                "other-christian",
                "other",
            ],
            (Self::Sex, _) => &["female", "male"],
            (Self::Gender, _) => &["yes", "other"],
            (Self::Orientation, _) => &["straight", "gay", "bisexual", "other"],
            (Self::Marriage, _) => &[
                "never",
                "married",
                "partnership",
                "separated",
                "separated-partnership",
                "divorced",
                "dissolved",
                "widowed",
                "surviving",
            ],
        };
        values.iter().map(|value| EqualityOption { value, has_text: *value == "other" }).collect()
    }
}

/// A question about equality, which nobody has to answer
/// ([equality information](https://design-system.service.gov.uk/patterns/equality-information/)).
///
/// Ask after the answers were sent, say why, and keep the answers apart from those that decide anything. They are data of special
/// categories ([UK GDPR, article 9](https://www.legislation.gov.uk/eur/2016/679/article/9)).
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::{EqualityPage, EqualityTopic, Nation};
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let page = EqualityPage::new(EqualityTopic::Religion, Nation::Wales).page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("Prefer not to say"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct EqualityPage<'a> {
    topic: EqualityTopic,
    nation: Nation,
    chosen: Cow<'a, str>,
    text: Cow<'a, str>,
    back: Option<Cow<'a, str>>,
    hidden: Vec<(String, String)>,
}

impl<'a> EqualityPage<'a> {
    /// A page about a topic, with the options of a nation.
    pub fn new(topic: EqualityTopic, nation: Nation) -> Self {
        Self { topic, nation, chosen: "".into(), text: "".into(), back: None, hidden: Vec::new() }
    }

    /// What was answered before: the value, and own words.
    pub fn answered(mut self, value: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Self {
        self.chosen = value.into();
        self.text = text.into();
        self
    }

    back_link_setter!();

    hidden_setter!();

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let name = self.topic.name();
        let message = format!("townhall-equality-{name}");
        let heading = locale.text(&message);
        let own = format!("{name}-other");
        let options = self.topic.options(self.nation);
        // Only some topics have an answer in own words, and a message for it.
        let own_words = options.iter().any(|option| option.has_text).then(|| {
            Input::new(&*own, locale.text(&format!("{message}.text")))
                .value(&*self.text)
                .classes("govuk-!-width-one-half")
        });
        let items = options.iter().map(|option| {
            let item = RadioItem::new(option.value, locale.text(&format!("{message}.{}", option.value)));
            match &own_words {
                Some(own_words) if option.has_text => item.conditional(own_words),
                _ => item,
            }
        });
        let skip = [
            RadioItem::divider(locale.text("townhall-or")),
            RadioItem::new(PREFER_NOT_TO_SAY, locale.text("townhall-equality-skip")),
        ];
        let legend = Legend::page_heading(&*heading).classes("govuk-fieldset__legend--l");
        let radios = Radios::new(name, legend, items.chain(skip)).value(&*self.chosen).localised(locale);
        let mut page = layout.page(&*heading).without_heading();
        if let Some(back) = &self.back {
            page = page.back_link(&**back);
        }
        let document = page.content(html! {
            form id=(FORM_ID) method="post" novalidate {
                (hidden_fields(&self.hidden))
                (radios)
                (Button::new(locale.text("townhall-continue")).prevent_double_click(true))
            }
        });
        document.private()
    }
}

crate::markup::opaque_debug! { EqualityPage<'_> }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_has_its_words_in_english_and_welsh() {
        for locale in [Locale::english(), Locale::welsh()] {
            for topic in EqualityTopic::ALL {
                let message = format!("townhall-equality-{}", topic.name());
                assert!(locale.find(&message, &[]).is_some(), "{message}");
                for nation in [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland] {
                    for option in topic.options(nation) {
                        let words = format!("{message}.{}", option.value);
                        assert!(
                            locale.find(&words, &[]).is_some_and(|text| !text.is_empty()),
                            "{words} in {}",
                            locale.tag()
                        );
                        let text = format!("{message}.text");
                        assert!(!option.has_text || locale.find(&text, &[]).is_some(), "{text}");
                    }
                }
            }
        }
    }

    /// Rendering a page asks for no message that there is not.
    #[test]
    fn the_pages_report_nothing_missing() {
        use std::sync::{Arc, Mutex};
        let heard: Arc<Mutex<Vec<String>>> = Arc::default();
        let sink = Arc::clone(&heard);
        let note = move |problem: &crate::language::MessageProblem| sink.lock().unwrap().push(problem.to_string());
        let languages = crate::language::Languages::builder().file("en", "own.ftl", "").file("cy", "own.ftl", "");
        let languages = languages.on_problem(note).build().unwrap();
        let brand = crate::page::Brand::council("Northbridge").build().unwrap();
        for locale in languages.locales() {
            for topic in EqualityTopic::ALL {
                for nation in [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland] {
                    let page = EqualityPage::new(topic, nation).page(&Layout::new(&brand, locale));
                    assert_eq!(page.status, 200);
                }
            }
        }
        assert_eq!(*heard.lock().unwrap(), Vec::<String>::new());
    }

    use crate::language::Locale;
}
