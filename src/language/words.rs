//! The words that components bring.

/// Messages of the library's files, each with its id.
macro_rules! messages {
    ($(#[$doc:meta])* $name:ident { $($message:ident = $id:literal)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name { $($message),* }

        impl $name {
            pub(super) const ALL: &'static [Self] = &[$(Self::$message),*];

            /// The id of the message.
            pub(super) const fn id(self) -> &'static str {
                match self { $(Self::$message => $id),* }
            }
        }
    };
}

messages! {
    /// Words without arguments, resolved once for each language.
    Word {
        Back = "townhall-back"
        Breadcrumb = "townhall-breadcrumb"
        Contents = "townhall-contents"
        CookieBanner = "townhall-cookie-banner"
        Error = "townhall-error"
        Important = "townhall-important"
        Success = "townhall-success"
        Warning = "townhall-warning"
        Language = "townhall-language"
        LanguageName = "townhall-language-name"
        Menu = "townhall-menu"
        ServiceInformation = "townhall-service-information"
        SkipToMainContent = "townhall-skip-to-main-content"
        SupportLinks = "townhall-support-links"
        LicenceBefore = "townhall-licence-before"
        LicenceName = "townhall-licence-name"
        LicenceAddress = "townhall-licence-address"
        LicenceAfter = "townhall-licence-after"
        CrownCopyright = "townhall-crown-copyright"
        Pagination = "townhall-pagination"
        Previous = "townhall-previous"
        Next = "townhall-next"
        PaginationPage = "townhall-pagination-page"
        Page = "townhall-page"
        ShowAllSections = "townhall-show-all-sections"
        HideAllSections = "townhall-hide-all-sections"
        Show = "townhall-show"
        Hide = "townhall-hide"
        ShowThisSection = "townhall-show-this-section"
        HideThisSection = "townhall-hide-this-section"
        ShowPassword = "townhall-show-password"
        HidePassword = "townhall-hide-password"
        PasswordShown = "townhall-password-shown"
        PasswordHidden = "townhall-password-hidden"
        Emergency = "townhall-emergency"
        ExitThisPage = "townhall-exit-this-page"
        ExitLoading = "townhall-exit-loading"
        ExitExpired = "townhall-exit-expired"
        ExitTwoMore = "townhall-exit-two-more"
        ExitOneMore = "townhall-exit-one-more"
        ChooseFile = "townhall-choose-file"
        DropFile = "townhall-drop-file"
        NoFile = "townhall-no-file"
        EnteredDropZone = "townhall-entered-drop-zone"
        LeftDropZone = "townhall-left-drop-zone"
        CharactersAtLimit = "townhall-characters-at-limit"
        WordsAtLimit = "townhall-words-at-limit"
        ThereIsAProblem = "townhall-there-is-a-problem"
        Continue = "townhall-continue"
        Optional = "townhall-optional"
        Or = "townhall-or"
        Yes = "townhall-yes"
        No = "townhall-no"
        SelectOne = "townhall-select-one"
        Day = "townhall-day"
        Month = "townhall-month"
        Year = "townhall-year"
    }
}

messages! {
    /// Texts for scripts, in which `%{count}` stands for a number that only the browser knows.
    ScriptText {
        FilesChosen = "townhall-files-chosen"
        CharactersLimit = "townhall-characters-limit"
        CharactersUnderLimit = "townhall-characters-under-limit"
        CharactersOverLimit = "townhall-characters-over-limit"
        WordsLimit = "townhall-words-limit"
        WordsUnderLimit = "townhall-words-under-limit"
        WordsOverLimit = "townhall-words-over-limit"
    }
}
