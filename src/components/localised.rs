//! `localised`: the words that components bring, in the language of a [`Locale`].

use maud::html;

use super::{
    Accordion, BackLink, Breadcrumbs, CharacterCount, Checkboxes, CookieBanner, CountType, DateInput, DateInputPart,
    ErrorMessage, ExitThisPage, FileUpload, Footer, FooterMeta, Input, LanguageNavigation, NotificationBanner,
    Pagination, PasswordInput, Radios, Select, ServiceNavigation, Tabs, Textarea, WarningText,
};
use crate::language::{Locale, ScriptText, Word};
use crate::markup::Content;

macro_rules! localised {
    ($($component:ident { $($setter:ident: $word:ident),* })*) => {$(
        impl<'a> $component<'a> {
            /// Puts its own words into the language of the locale. Set words of your own after it.
            pub fn localised(self, locale: &'a Locale) -> Self {
                self$(.$setter(locale.word(Word::$word)))*
            }
        }
    )*};
}

localised! {
    Accordion {
        show_all_sections_text: ShowAllSections,
        hide_all_sections_text: HideAllSections,
        show_section_text: Show,
        hide_section_text: Hide,
        show_section_aria_label_text: ShowThisSection,
        hide_section_aria_label_text: HideThisSection
    }
    BackLink { content: Back }
    Breadcrumbs { label_text: Breadcrumb }
    CookieBanner { aria_label: CookieBanner }
    ErrorMessage { visually_hidden_text: Error }
    FooterMeta { visually_hidden_title: SupportLinks }
    LanguageNavigation { aria_label: Language }
    ServiceNavigation {
        aria_label: ServiceInformation,
        menu_button_text: Menu,
        menu_button_label: Menu,
        navigation_label: Menu
    }
    Tabs { title: Contents }
    WarningText { icon_fallback_text: Warning }
}

macro_rules! controls {
    ($($control:ident)*) => {$(
        impl<'a> $control<'a> {
            /// Puts the word before its error message into the language of the locale. Call it after the message is set.
            pub fn localised(mut self, locale: &'a Locale) -> Self {
                self.error_message = self.error_message.map(|message| message.localised(locale));
                self
            }
        }
    )*};
}

controls! { Checkboxes Input Radios Select Textarea }

impl<'a> CharacterCount<'a> {
    /// Puts the words of the count into the language of the locale. Call it after the error message, the limit and the kind of count are set.
    pub fn localised(mut self, locale: &'a Locale) -> Self {
        self.textarea = self.textarea.localised(locale);
        let (text, limit) = match self.count_type {
            Some(CountType::Words) => (ScriptText::WordsLimit, self.maxwords.or(self.maxlength)),
            None if self.maxwords.is_some() => (ScriptText::WordsLimit, self.maxwords),
            _ => (ScriptText::CharactersLimit, self.maxlength),
        };
        self.textarea_description_text(locale.script_text_for(text, limit))
            .characters_under_limit_text(locale.script_text(ScriptText::CharactersUnderLimit))
            .characters_at_limit_text(locale.word(Word::CharactersAtLimit))
            .characters_over_limit_text(locale.script_text(ScriptText::CharactersOverLimit))
            .words_under_limit_text(locale.script_text(ScriptText::WordsUnderLimit))
            .words_at_limit_text(locale.word(Word::WordsAtLimit))
            .words_over_limit_text(locale.script_text(ScriptText::WordsOverLimit))
    }
}

impl<'a> DateInput<'a> {
    /// Puts the labels of day, month and year into the language of the locale. Call it after the parts and the error message are set.
    pub fn localised(mut self, locale: &'a Locale) -> Self {
        self.error_message = self.error_message.map(|message| message.localised(locale));
        self.day = self.day.map(|part| part.localised(locale));
        self.month = self.month.map(|part| part.localised(locale));
        self.year = self.year.map(|part| part.localised(locale));
        self.parts = self.parts.into_iter().map(|part| part.localised(locale)).collect();
        self
    }
}

impl<'a> DateInputPart<'a> {
    /// Puts the label of a part that is named `day`, `month` or `year` into the language of the locale.
    pub fn localised(self, locale: &'a Locale) -> Self {
        let word = match &*self.name {
            "day" => Word::Day,
            "month" => Word::Month,
            "year" => Word::Year,
            _ => return self,
        };
        self.label(locale.word(word))
    }
}

impl<'a> ExitThisPage<'a> {
    /// Puts its own words into the language of the locale. Set words of your own after it.
    pub fn localised(self, locale: &'a Locale) -> Self {
        let word = |word| locale.word(word);
        self.content(html! {
            span.govuk-visually-hidden { (word(Word::Emergency)) } " " (word(Word::ExitThisPage))
        })
        .activated_text(word(Word::ExitLoading))
        .timed_out_text(word(Word::ExitExpired))
        .press_two_more_times_text(word(Word::ExitTwoMore))
        .press_one_more_time_text(word(Word::ExitOneMore))
    }
}

impl<'a> FileUpload<'a> {
    /// Puts its own words into the language of the locale. Call it after the error message is set.
    pub fn localised(mut self, locale: &'a Locale) -> Self {
        self.error_message = self.error_message.map(|message| message.localised(locale));
        self.choose_files_button_text(locale.word(Word::ChooseFile))
            .drop_instruction_text(locale.word(Word::DropFile))
            .no_file_chosen_text(locale.word(Word::NoFile))
            .multiple_files_chosen_text(locale.script_text(ScriptText::FilesChosen))
            .entered_drop_zone_text(locale.word(Word::EnteredDropZone))
            .left_drop_zone_text(locale.word(Word::LeftDropZone))
    }
}

impl<'a> Footer<'a> {
    /// Puts its own words into the language of the locale. Call it after the links are set.
    ///
    /// The licence and the copyright of GOV.UK have its official words; those of an author are the author's to translate.
    pub fn localised(mut self, locale: &'a Locale) -> Self {
        self.meta = self.meta.map(|meta| meta.localised(locale));
        if !self.is_gov_uk {
            return self;
        }
        if self.content_licence.as_ref().is_some_and(Content::is_empty) {
            let word = |word| locale.word(word);
            self = self.content_licence(html! {
                (word(Word::LicenceBefore)) " "
                a.govuk-footer__link href=(word(Word::LicenceAddress)) rel="license" { (word(Word::LicenceName)) }
                (word(Word::LicenceAfter))
            });
        }
        self.copyright(locale.word(Word::CrownCopyright))
    }
}

impl<'a> NotificationBanner<'a> {
    /// Puts "Important" or "Success" into the language of the locale. Set words of your own after it.
    pub fn localised(self, locale: &'a Locale) -> Self {
        let title = if self.is_success { Word::Success } else { Word::Important };
        self.title(locale.word(title))
    }
}

impl<'a> Pagination<'a> {
    /// Puts its own words into the language of the locale. Set words of your own after it.
    pub fn localised(self, locale: &'a Locale) -> Self {
        let link = |word| {
            let page = locale.word(Word::PaginationPage);
            html! {
                (locale.word(word))
                @if !page.is_empty() { span.govuk-visually-hidden { " " (page) } }
            }
        };
        self.previous_text(link(Word::Previous))
            .next_text(link(Word::Next))
            .page_text(locale.word(Word::Page))
            .landmark_label(locale.word(Word::Pagination))
    }
}

impl<'a> PasswordInput<'a> {
    /// Puts its own words into the language of the locale. Call it after the error message is set.
    pub fn localised(mut self, locale: &'a Locale) -> Self {
        self.input = self.input.localised(locale);
        self.show_password_text(locale.word(Word::Show))
            .hide_password_text(locale.word(Word::Hide))
            .show_password_aria_label_text(locale.word(Word::ShowPassword))
            .hide_password_aria_label_text(locale.word(Word::HidePassword))
            .password_shown_announcement_text(locale.word(Word::PasswordShown))
            .password_hidden_announcement_text(locale.word(Word::PasswordHidden))
    }
}
