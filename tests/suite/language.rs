//! What components say by themselves, in Welsh.

use std::collections::BTreeSet;

use maud::html;
use townhall::components::{
    Accordion, AccordionSection, BackLink, Breadcrumbs, CharacterCount, CheckboxItem, Checkboxes, CookieBanner,
    CookieBannerMessage, CountType, DateInput, ErrorMessage, ExitThisPage, FileUpload, Footer, FooterMeta, Input,
    LanguageLink, LanguageNavigation, NotificationBanner, Pagination, PaginationItem, PaginationLink, PasswordInput,
    RadioItem, Radios, Select, ServiceNavigation, ServiceNavigationItem, Tab, Tabs, Textarea, WarningText,
};
use townhall::language::{Languages, Locale};
use townhall::markup::Markup;
use townhall::page::{Brand, Page};

/// All components that say something by themselves, in one language. What their author says is "xx".
fn everything(locale: &Locale) -> Markup {
    html! {
        (Accordion::new("a", [AccordionSection::new("xx", "xx")]).localised(locale))
        (BackLink::new("/").localised(locale))
        (Breadcrumbs::new([("xx", "/")]).localised(locale))
        (CharacterCount::new("b", "xx").maxlength(10).error_message("xx").localised(locale))
        (CharacterCount::new("c", "xx").maxlength(10).count_type(CountType::Words).localised(locale))
        (Checkboxes::new("d", "xx", [CheckboxItem::new("x", "xx")]).error_message("xx").localised(locale))
        (CookieBanner::new([CookieBannerMessage::new("xx")]).localised(locale))
        (DateInput::new("e", "xx").error_message("xx").localised(locale))
        (ErrorMessage::new("xx").localised(locale))
        (ExitThisPage::new().localised(locale))
        (FileUpload::new("f", "xx").javascript(true).multiple(true).error_message("xx").localised(locale))
        (Footer::new().meta(FooterMeta::new().items([("xx", "/")])).localised(locale))
        (Footer::gov_uk().localised(locale))
        (Input::new("g", "xx").error_message("xx").localised(locale))
        (LanguageNavigation::new([LanguageLink::current("xx", "xx")]).localised(locale))
        (NotificationBanner::new("xx").localised(locale))
        (NotificationBanner::success("xx").localised(locale))
        (Pagination::new()
            .previous(PaginationLink::new("/"))
            .items([PaginationItem::new(1, "/")])
            .next(PaginationLink::new("/"))
            .localised(locale))
        (PasswordInput::new("h", "xx").error_message("xx").localised(locale))
        (Radios::new("i", "xx", [RadioItem::new("x", "xx")]).error_message("xx").localised(locale))
        (Select::new("j", "xx", [("x", "xx")]).error_message("xx").localised(locale))
        (ServiceNavigation::new()
            .service_name("xx")
            .navigation([ServiceNavigationItem::new("xx", "/"), ServiceNavigationItem::new("xx", "/")])
            .localised(locale))
        (Tabs::new([Tab::new("k", "xx", "xx")]).localised(locale))
        (Textarea::new("l", "xx").error_message("xx").localised(locale))
        (WarningText::new("xx").localised(locale))
    }
}

/// Every text and every value that is read aloud or that a script says.
fn said(markup: &Markup) -> BTreeSet<String> {
    let document = scraper::Html::parse_fragment(&markup.0);
    let mut said = BTreeSet::new();
    for node in document.tree.values() {
        if let Some(text) = node.as_text() {
            said.insert(text.trim().to_owned());
        }
        if let Some(element) = node.as_element() {
            let spoken = |name: &str| matches!(name, "aria-label" | "title" | "alt") || name.starts_with("data-i18n");
            said.extend(element.attrs().filter(|(name, _)| spoken(name)).map(|(_, value)| value.to_owned()));
        }
    }
    said.retain(|text| text.chars().any(char::is_alphabetic) && text != "xx");
    said
}

#[test]
fn components_say_nothing_in_english_on_a_welsh_page() {
    let (english, welsh) = (said(&everything(&Locale::english())), said(&everything(&Locale::welsh())));
    let left: Vec<_> = english.intersection(&welsh).collect();
    assert!(left.is_empty(), "not translated: {left:?}");
    insta::assert_snapshot!(welsh.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn components_in_english_say_what_they_say_without_a_language() {
    let plain = html! {
        (BackLink::new("/")) (Tabs::new([Tab::new("k", "xx", "xx")])) (WarningText::new("xx")) (ExitThisPage::new())
        (DateInput::new("e", "xx").error_message("xx")) (Pagination::new().next(PaginationLink::new("/")))
    };
    let english = said(&everything(&Locale::english()));
    for text in said(&plain) {
        assert!(english.contains(&text), "{text} is not in {english:?}");
    }
}

#[test]
fn a_page_says_its_language_and_direction() {
    let languages = Languages::builder().file("ur", "x.ftl", "townhall-error = خرابی").build().unwrap();
    let brand = Brand::council("Northbridge").build().unwrap();
    for (locale, start) in [
        (Locale::english(), "<html lang=\"en\" class"),
        (Locale::welsh(), "<html lang=\"cy\" class"),
        (languages.default_locale(), "<html lang=\"ur\" dir=\"rtl\" class"),
    ] {
        let page = Page::new(&brand, "Title").back_link(BackLink::new("/")).service_name("Service").has_errors(true);
        let html = page.localised(&locale).render_document().into_string();
        assert!(html.contains(start), "{html}");
        for (english, words) in [
            ("<title>Error: Title", &[("cy", "<title>Gwall: Title"), ("ur", "<title>خرابی: Title")][..]),
            (">Skip to main content<", &[("cy", ">Neidio i’r prif gynnwys<")]),
            (">Back</a>", &[("cy", ">Yn ôl</a>")]),
            ("aria-label=\"Service information\"", &[("cy", "aria-label=\"Gwybodaeth am y gwasanaeth\"")]),
        ] {
            let expected = words.iter().find(|(tag, _)| *tag == locale.tag()).map_or(english, |(_, words)| words);
            assert!(html.contains(expected), "{expected} is not in {html}");
        }
    }
}

/// Rules of the Welsh that can be checked by a program.
#[test]
fn the_welsh_file_keeps_to_its_rules() {
    let file = concat!(include_str!("../../src/language/cy.ftl"), include_str!("../../src/language/patterns.cy.ftl"));
    let english =
        concat!(include_str!("../../src/language/en.ftl"), include_str!("../../src/language/patterns.en.ftl"));
    let ids = |file: &str| -> BTreeSet<String> {
        let is_message = |line: &&str| line.starts_with("townhall-");
        file.lines().filter(is_message).filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
    };
    assert_eq!(ids(file), ids(english), "both languages have the same messages");
    let text: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).collect();
    let unsafe_before_text = [
        "am", "ar", "at", "dan", "dros", "drwy", "gan", "heb", "i", "o", "wrth", "neu", "a", "ac", "â", "gyda", "na",
        "y", "yr", "yn", "dy", "ei", "fy", "pa", "unrhyw", "un", "dau", "dwy",
    ];
    for line in &text {
        assert!(!line.contains('\''), "an apostrophe is ’: {line}");
        assert!(!line.to_lowercase().contains("os gwelwch yn dda"), "{line}");
        // A text in a sentence must not stand after a word that mutates it. Dates and numbers start with digits.
        for variable in
            ["$it", "$label", "$characters", "$allowed", "$other", "$none", "$service", "$organisation", "$question"]
        {
            for word in unsafe_before_text {
                assert!(!line.contains(&format!(" {word} {{ {variable} }}")), "{word} before {variable}: {line}");
            }
        }
    }
}
