//! Equality information: [`EqualityStartPage`], [`EqualityTopic`], [`EqualityPage`].

use std::borrow::Cow;

use maud::html;

use super::{hidden_fields, one_error, say};
use crate::components::{Button, Details, Input, Legend, RadioItem, Radios};
use crate::markup::Prose;
use crate::page::{Document, FORM_ID, Layout};

/// The nation whose categories are used. Ethnic groups, and religions where they differ, have the names of its census.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Nation {
    England,
    Wales,
    Scotland,
    NorthernIreland,
}

/// What is asked. Questions, options and their order are those of the harmonised standards
/// ([equality information](https://design-system.service.gov.uk/patterns/equality-information/)): do not reword them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
#[non_exhaustive]
pub enum EqualityTopic {
    Disability,
    /// How much a condition limits somebody: only for those who answered yes to [`EqualityTopic::Disability`].
    Impact,
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
    pub const ALL: [Self; 8] = [
        Self::Disability,
        Self::Impact,
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
            Self::Impact => "impact",
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
            (Self::Impact, _) => &["lot", "little", "no"],
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

    /// The attribute with the words of an option, which some nations have of their own.
    fn attribute(self, value: &'static str, nation: Nation) -> Cow<'static, str> {
        match (self, value, nation) {
            (Self::EthnicGroup, "asian", Nation::Wales) => "asian-wales".into(),
            (Self::EthnicGroup, "black", Nation::Wales) => "black-wales".into(),
            (Self::EthnicGroup, "asian" | "african" | "caribbean", Nation::Scotland) => {
                format!("{value}-scotland").into()
            }
            _ => value.into(),
        }
    }

    /// The attribute with the hint of an option.
    fn hint_attribute(self, value: &'static str, nation: Nation) -> Option<&'static str> {
        match (self, value, nation) {
            (Self::Religion, "christian", Nation::Wales) => Some("christian-wales-hint"),
            (Self::Religion, "christian", _) => Some("christian-hint"),
            _ => None,
        }
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
    is_missing: bool,
    back: Option<Cow<'a, str>>,
    hidden: Vec<(String, String)>,
}

impl<'a> EqualityPage<'a> {
    /// A page about a topic, with the options of a nation.
    pub fn new(topic: EqualityTopic, nation: Nation) -> Self {
        Self { topic, nation, chosen: "".into(), text: "".into(), is_missing: false, back: None, hidden: Vec::new() }
    }

    /// What was answered before: the value, and own words.
    pub fn answered(mut self, value: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Self {
        self.chosen = value.into();
        self.text = text.into();
        self
    }

    /// Says that nothing was selected: an answer, or "Prefer not to say".
    pub fn missing(mut self, is_missing: bool) -> Self {
        self.is_missing = is_missing;
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
            let attribute = self.topic.attribute(option.value, self.nation);
            let item = RadioItem::new(option.value, locale.text(&format!("{message}.{attribute}")));
            let item = match self.topic.hint_attribute(option.value, self.nation) {
                Some(hint) => item.hint(locale.text(&format!("{message}.{hint}"))),
                None => item,
            };
            match &own_words {
                Some(own_words) if option.has_text => item.conditional(own_words),
                _ => item,
            }
        });
        let skip_words = locale.text("townhall-equality-skip");
        let skip = [RadioItem::divider(locale.text("townhall-or")), RadioItem::new(PREFER_NOT_TO_SAY, &*skip_words)];
        let legend = Legend::page_heading(&*heading).classes("govuk-fieldset__legend--l");
        let error = self.is_missing.then(|| say(locale, &format!("{message}.missing"), "skip", &skip_words));
        let error = error.as_deref();
        let mut radios = Radios::new(name, legend, items.chain(skip)).value(&*self.chosen);
        if let Some(hint) = locale.find(&format!("{message}.hint"), &[]) {
            radios = radios.hint(hint);
        }
        if let Some(error) = error {
            radios = radios.error_message(error);
        }
        let radios = radios.localised(locale);
        let mut page = layout.page(&*heading).without_heading().has_errors(self.is_missing);
        if let Some(back) = &self.back {
            page = page.back_link(&**back);
        }
        let document = page.content_after(
            one_error(locale, name, error),
            html! {
                form id=(FORM_ID) method="post" novalidate {
                    (hidden_fields(&self.hidden))
                    (radios)
                    (Button::new(locale.text("townhall-continue")).prevent_double_click(true))
                }
            },
        );
        document.private()
    }
}

/// The page before the questions about equality, after an application was sent: people choose whether to answer them
/// ([equality information](https://design-system.service.gov.uk/patterns/equality-information/)).
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::EqualityStartPage;
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let page = EqualityStartPage::new("We use the answers to find out who our services do not reach.").page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("No, skip the equality questions"));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct EqualityStartPage<'a> {
    why: Cow<'a, str>,
    is_missing: bool,
    hidden: Vec<(String, String)>,
}

impl<'a> EqualityStartPage<'a> {
    /// The name under which the answer is sent: `yes` or `no`.
    pub const FIELD: &'static str = "equality";

    /// A page that says why the questions are asked and what becomes of the answers, as [`Prose`].
    pub fn new(why: impl Into<Cow<'a, str>>) -> Self {
        Self { why: why.into(), is_missing: false, hidden: Vec::new() }
    }

    /// Says that the question was not answered.
    pub fn missing(mut self, is_missing: bool) -> Self {
        self.is_missing = is_missing;
        self
    }

    hidden_setter!();

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let text = |attribute: &str| locale.text(&format!("townhall-equality.{attribute}"));
        let error = self.is_missing.then(|| text("missing"));
        let error = error.as_deref();
        let legend = Legend::new(text("question")).classes("govuk-fieldset__legend--m");
        let items = [RadioItem::new("yes", text("yes")), RadioItem::new("no", text("no"))];
        let mut radios = Radios::new(Self::FIELD, legend, items).hint(text("hint"));
        if let Some(error) = error {
            radios = radios.error_message(error);
        }
        let radios = radios.localised(locale);
        let why = Prose::new(&*self.why);
        let page = layout.page(locale.text("townhall-equality")).has_errors(self.is_missing);
        let document = page.content_after(
            one_error(locale, Self::FIELD, error),
            html! {
                (Prose::new(text("body")))
                form id=(FORM_ID) method="post" novalidate {
                    (hidden_fields(&self.hidden))
                    (radios)
                    @if !why.is_empty() { (Details::new(text("why"), &why)) }
                    (Button::new(locale.text("townhall-continue")).prevent_double_click(true))
                }
            },
        );
        document.private()
    }
}

crate::markup::opaque_debug! { EqualityStartPage<'_>, EqualityPage<'_> }

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
                        let words = format!("{message}.{}", topic.attribute(option.value, nation));
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

    #[test]
    fn nations_have_their_own_names_for_groups() {
        let (brand, english, welsh) =
            (crate::page::Brand::council("Northbridge").build().unwrap(), Locale::english(), Locale::welsh());
        let html =
            |locale: &Locale, topic, nation| EqualityPage::new(topic, nation).page(&Layout::new(&brand, locale)).html;
        let ethnic = |locale, nation| html(locale, EqualityTopic::EthnicGroup, nation);
        assert!(ethnic(&english, Nation::England).contains("Asian or Asian British"));
        assert!(ethnic(&english, Nation::Wales).contains("Black, Black Welsh, Black British, Caribbean or African"));
        assert!(ethnic(&english, Nation::Scotland).contains("African, Scottish African or British African"));
        assert!(ethnic(&welsh, Nation::Wales).contains("Asiaidd, Asiaidd Cymreig neu Asiaidd Prydeinig"));
        assert!(html(&english, EqualityTopic::Religion, Nation::England).contains("Including Church of England"));
        assert!(html(&english, EqualityTopic::Religion, Nation::Wales).contains("All denominations"));
    }

    /// The wording of the standards, which must not be changed.
    #[test]
    fn questions_have_their_official_wording() {
        for (topic, english, welsh) in [
            (
                EqualityTopic::Disability,
                "Do you have any physical or mental health conditions or illness lasting or expected to last 12 months or more?",
                "Oes gennych chi gyflwr neu salwch corfforol neu feddyliol sydd wedi para neu sy’n debygol o bara 12 mis neu fwy?",
            ),
            (EqualityTopic::EthnicGroup, "What is your ethnic group?", "Beth yw eich grŵp ethnig?"),
            (EqualityTopic::Religion, "What is your religion?", "Beth yw eich crefydd?"),
            (EqualityTopic::Sex, "What is your sex?", "Beth yw eich rhyw?"),
            (
                EqualityTopic::Gender,
                "Is the gender you identify with the same as your sex registered at birth?",
                "A yw’r rhywedd rydych yn uniaethu ag ef yr un peth â’r rhyw a gofrestrwyd pan gawsoch chi eich geni?",
            ),
            (
                EqualityTopic::Orientation,
                "Which of the following best describes your sexual orientation?",
                "Pa un o’r canlynol sy’n disgrifio orau eich cyfeiriadedd rhywiol?",
            ),
            (
                EqualityTopic::Marriage,
                "What is your legal marital or registered civil partnership status?",
                "Yn gyfreithiol, beth yw eich statws priodasol neu statws eich partneriaeth sifil gofrestredig?",
            ),
        ] {
            let id = format!("townhall-equality-{}", topic.name());
            assert_eq!(Locale::english().text(&id), english);
            assert_eq!(Locale::welsh().text(&id), welsh);
        }
    }

    #[test]
    fn nothing_selected_is_an_error_that_names_the_way_out() {
        let brand = crate::page::Brand::council("Northbridge").build().unwrap();
        for (locale, expected) in [
            (Locale::english(), "Select an ethnic group or ‘Prefer not to say’"),
            (Locale::welsh(), "Dewiswch grŵp ethnig, neu ‘Mae’n well gennyf beidio â dweud’"),
        ] {
            let layout = Layout::new(&brand, &locale);
            let html = EqualityPage::new(EqualityTopic::EthnicGroup, Nation::England).missing(true).page(&layout).html;
            assert_eq!(html.matches(expected).count(), 2, "in the summary and at the question");
        }
        for locale in [Locale::english(), Locale::welsh()] {
            for topic in EqualityTopic::ALL {
                let id = format!("townhall-equality-{}.missing", topic.name());
                assert!(locale.find(&id, &[("skip", "x".into())]).is_some_and(|text| text.contains('x')), "{id}");
            }
        }
    }

    use crate::language::Locale;
}
