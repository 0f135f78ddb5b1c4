//! The [`CharacterCount`].

use std::borrow::Cow;

use super::{ErrorMessage, FormGroup, Hint, Label, Textarea};
use crate::markup::{Attributes, Component, PluralText, Writer, class, name, setters, setters_of, tag};

/// What a [`CharacterCount`] counts. The server must count the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountType {
    /// UTF-16 code units, with each line break as one: what `value.length` is in a browser. An emoji can count as several.
    Length,
    /// Characters as people see them (grapheme clusters).
    Characters,
    /// Words, as the language of the page has them.
    Words,
}

impl CountType {
    const fn name(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Characters => "characters",
            Self::Words => "words",
        }
    }
}

/// A [`Textarea`] that says how many characters or words are left.
///
/// Only where there is a good reason for a limit. People can go over it, and are told so: nothing they typed is cut
/// ([design system](https://design-system.service.gov.uk/components/character-count/)).
///
/// ```
/// use townhall::components::{CharacterCount, CountType};
///
/// let detail = CharacterCount::new("job", "Describe your job").maxlength(150).count_type(CountType::Words);
/// # assert!(maud::html! { (detail) }.0.contains("You can enter up to 150 words"));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct CharacterCount<'a> {
    pub(super) textarea: Textarea<'a>,
    pub(super) maxlength: Option<u32>,
    pub(super) maxwords: Option<u32>,
    threshold: Option<u32>,
    pub(super) count_type: Option<CountType>,
    count_message_classes: Cow<'a, str>,
    textarea_description_text: Cow<'a, str>,
    characters_under_limit_text: PluralText<'a>,
    characters_at_limit_text: Cow<'a, str>,
    characters_over_limit_text: PluralText<'a>,
    words_under_limit_text: PluralText<'a>,
    words_at_limit_text: Cow<'a, str>,
    words_over_limit_text: PluralText<'a>,
}

impl<'a> CharacterCount<'a> {
    /// A textarea with the name under which the answer is sent, and its label. Set [`CharacterCount::maxlength`] unless
    /// a script of your own does.
    pub fn new(name: impl Into<Cow<'a, str>>, label: impl Into<Label<'a>>) -> Self {
        Self { textarea: Textarea::new(name, label), ..Self::default() }
    }

    setters! {
        /// How many are allowed of what [`CharacterCount::count_type`] names.
        maxlength(u32)
        /// How many words are allowed, counted by white space alone. Deprecated in GOV.UK Frontend 6.6.0: use `maxlength` with
        /// [`CountType::Words`].
        maxwords(u32)
        /// The share of the limit, in percent, from which on the script shows the count.
        threshold(u32)
        /// What is counted: [`CountType::Length`] unless it is set.
        count_type(CountType)
        /// Classes to add to those of the count.
        count_message_classes(into Cow<'a, str>)
        /// What is said before the script runs, with `%{count}` for the limit: "You can enter up to %{count} characters" unless
        /// it is set.
        textarea_description_text(into Cow<'a, str>)
        /// How many characters are left.
        characters_under_limit_text(PluralText<'a>)
        /// That no character is left.
        characters_at_limit_text(into Cow<'a, str>)
        /// How many characters are too many.
        characters_over_limit_text(PluralText<'a>)
        /// How many words are left.
        words_under_limit_text(PluralText<'a>)
        /// That no word is left.
        words_at_limit_text(into Cow<'a, str>)
        /// How many words are too many.
        words_over_limit_text(PluralText<'a>)
    }
    setters_of! { textarea:
        /// The id of the textarea: its name unless it is set.
        id(impl Into<Cow<'a, str>>)
        /// Its height in lines: 5 unless it is set.
        rows(u32)
        /// What was typed, shown again to the last character.
        value(impl Into<Cow<'a, str>>)
        /// Whether the browser checks the spelling.
        spellcheck(bool)
        /// Help for answering.
        hint(impl Into<Hint<'a>>)
        /// What is wrong with the answer.
        error_message(impl Into<ErrorMessage<'a>>)
        /// The group around label, messages and textarea.
        form_group(FormGroup<'a>)
        /// Classes to add to the textarea's own.
        classes(impl Into<Cow<'a, str>>)
        /// Attributes to add to the textarea's own.
        attributes(Attributes<'a>)
    }

    fn write_count(&self, out: &mut Writer<'_>, limit: Option<u32>, count_type: Option<CountType>) {
        out.element(tag!("div"))
            .id(self.textarea.id_or_name(), "-info")
            .classes(class!("govuk-hint"), |classes| {
                classes.with("govuk-character-count__message").with(&self.count_message_classes)
            })
            .children(|out| {
                // Without a limit a script sets it, and only the script can say it.
                let Some(limit) = limit else { return };
                let text = if !self.textarea_description_text.is_empty() {
                    &self.textarea_description_text
                } else if count_type == Some(CountType::Words) {
                    "You can enter up to %{count} words"
                } else {
                    "You can enter up to %{count} characters"
                };
                for (at, part) in text.split("%{count}").enumerate() {
                    if at > 0 {
                        out.number(limit.into());
                    }
                    out.text(part);
                }
            });
    }
}

impl Component for CharacterCount<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        let not_zero = |limit: Option<u32>| limit.filter(|&limit| limit > 0);
        let limit = not_zero(self.maxwords).or(not_zero(self.maxlength));
        let count_type = self.count_type.or(not_zero(self.maxwords).map(|_| CountType::Words));
        self.textarea.write_as(
            out,
            " govuk-character-count",
            "govuk-js-character-count",
            |group| {
                let mut group = group.fixed("data-module=\"govuk-character-count\"");
                for (name, number) in [
                    ("data-maxlength", self.maxlength),
                    ("data-maxwords", self.maxwords),
                    ("data-threshold", self.threshold),
                ] {
                    if let Some(number) = number {
                        group = group.number(name, number.into());
                    }
                }
                if let Some(count_type) = count_type {
                    group = group.attr(name!("data-count-type"), count_type.name());
                }
                if limit.is_none() {
                    group =
                        group.nonempty(name!("data-i18n.textarea-description.other"), &self.textarea_description_text);
                }
                group
                    .plural("data-i18n.characters-under-limit", &self.characters_under_limit_text)
                    .nonempty(name!("data-i18n.characters-at-limit"), &self.characters_at_limit_text)
                    .plural("data-i18n.characters-over-limit", &self.characters_over_limit_text)
                    .plural("data-i18n.words-under-limit", &self.words_under_limit_text)
                    .nonempty(name!("data-i18n.words-at-limit"), &self.words_at_limit_text)
                    .plural("data-i18n.words-over-limit", &self.words_over_limit_text)
            },
            Some(&|out| self.write_count(out, limit, count_type)),
        );
    }
}

crate::markup::opaque_debug! { CharacterCount<'_> }
