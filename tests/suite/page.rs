//! The page against the official template, and what is ours alone.

use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::PreEscaped;
use serde_json::Value;
use sha2::{Digest, Sha256};
use townhall::assets::{GOV_UK_STYLESHEET, SCRIPT as START};
use townhall::components::{BackLink, Breadcrumb, Breadcrumbs, FooterMeta, PhaseBanner};
use townhall::markup::Attributes;
use townhall::page::{Brand, Page, SCRIPT, SCRIPT_HASH};

use crate::canonical::{document, first_difference};

fn attributes(value: &Value) -> Attributes<'_> {
    let mut attributes = Attributes::new();
    for (name, value) in value.as_object().unwrap() {
        attributes.set(name, value.as_str().unwrap()).unwrap();
    }
    attributes
}

/// A page that has something of its own is written piece by piece; one that has not, with what its brand has written before.
#[test]
fn what_a_brand_has_written_is_what_its_pages_write() {
    let council = Brand::council("Northbridge & <Sons>").icon("/a&b.ico").build().unwrap();
    let locales = [None, Some(townhall::language::Locale::english()), Some(townhall::language::Locale::welsh())];
    for brand in [&council, &Brand::council("Northbridge").build().unwrap(), &Brand::gov_uk()] {
        for locale in &locales {
            for dir in ["", "rtl"] {
                let page = || {
                    let page = Page::new(brand, "Title").service_name("A service").service_url("/a");
                    let page = page.phase_banner(PhaseBanner::new("Beta", "New")).content("Content");
                    match locale {
                        Some(locale) => page.localised(locale),
                        None => page,
                    }
                    .dir(dir)
                };
                let html = page().render_document().into_string();
                assert_eq!(html, page().html_classes("").render_document().into_string());
                let elsewhere = page().asset_path("/other").render_document().into_string();
                assert_eq!(html.replace("=\"/assets/", "=\"/other/"), elsewhere);
                assert!(
                    page()
                        .footer_meta(FooterMeta::new().visually_hidden_title("Links"))
                        .render_document()
                        .0
                        .contains("Links")
                );
            }
        }
    }
}

/// The page with the official template's variables and blocks.
fn page<'a>(brand: &'a Brand, variables: &'a Value, blocks: &'a Value) -> Page<'a> {
    let mut page =
        Page::new(brand, "").page_title("GOV.UK - The best place to find government services and information");
    for (name, value) in variables.as_object().unwrap() {
        let text = || value.as_str().unwrap();
        page = match name.as_str() {
            "htmlLang" => page.html_lang(text()),
            "htmlClasses" => page.html_classes(text()),
            "pageTitleLang" => page.page_title_lang(text()),
            "mainLang" => page.main_lang(text()),
            "bodyClasses" => page.body_classes(text()),
            "bodyAttributes" => page.body_attributes(attributes(value)),
            "headerClasses" => page.header_classes(text()),
            "headerAttributes" => page.header_attributes(attributes(value)),
            "containerClasses" => page.container_classes(text()),
            "containerAttributes" => page.container_attributes(attributes(value)),
            "mainClasses" => page.main_classes(text()),
            "mainAttributes" => page.main_attributes(attributes(value)),
            "footerClasses" => page.footer_classes(text()),
            "footerAttributes" => page.footer_attributes(attributes(value)),
            "serviceName" => page.service_name(text()),
            "serviceUrl" => page.service_url(text()),
            "assetPath" => page.asset_path(text()),
            "assetUrl" => page.asset_url(text()),
            "opengraphImageUrl" => page.opengraph_image_url(text()),
            "themeColor" => page.theme_color(text()),
            "cspNonce" => page.csp_nonce(text()),
            other => panic!("no setter for the variable {other}"),
        };
    }
    for (name, value) in blocks.as_object().unwrap() {
        let html = PreEscaped(value.as_str().unwrap());
        page = match name.as_str() {
            "pageTitle" => page.page_title(html),
            "head" => page.head(html),
            "headIcons" => page.head_icons(html),
            "bodyStart" => page.body_start(html),
            "govukSkipLink" => page.skip_link_block(html),
            "header" => page.header_block(html),
            "headerStart" => page.header_start(html),
            "govukHeader" => page.site_header(html),
            "govukServiceNavigation" => page.service_navigation(html),
            "headerEnd" => page.header_end(html),
            "container" => page.container_block(html),
            "containerStart" => page.container_start(html),
            "main" => page.main_block(html),
            "content" => page.content(html),
            "containerEnd" => page.container_end(html),
            "footer" => page.footer_block(html),
            "footerStart" => page.footer_start(html),
            "govukFooter" => page.site_footer(html),
            "footerEnd" => page.footer_end(html),
            "bodyEnd" => page.body_end(html),
            other => panic!("no setter for the block {other}"),
        };
    }
    page
}

#[test]
fn every_variable_and_block_of_the_official_template_does_the_same_here() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/node/template.mjs");
    let output = Command::new("node").arg(script).output().expect("Node.js renders the official template");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let brand = Brand::gov_uk();
    let cases = String::from_utf8(output.stdout).unwrap();
    assert!(cases.lines().count() > 100);
    for line in cases.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let ours = page(&brand, &case["variables"], &case["blocks"]).render_document().into_string();
        // The official template leaves stylesheet and script to the author.
        let assets = case["variables"]["assetPath"].as_str().unwrap_or("/assets");
        let stylesheet = format!("<link rel=\"stylesheet\" href=\"{assets}/{GOV_UK_STYLESHEET}\">");
        let start = format!("<script type=\"module\" src=\"{assets}/{START}\"></script>");
        assert!(ours.contains(&stylesheet) && ours.contains(&start), "{ours}");
        let ours = document(&ours.replace(&stylesheet, "").replace(&start, ""));
        if let Some(difference) = first_difference(&ours, &document(case["html"].as_str().unwrap())) {
            panic!("{} {}\n{difference}", case["variables"], case["blocks"]);
        }
    }
}

#[test]
fn the_hash_is_that_of_the_script() {
    assert_eq!(SCRIPT_HASH, format!("sha256-{}", STANDARD.encode(Sha256::digest(SCRIPT))));
}

fn title_of(page: &Page<'_>) -> String {
    let html = page.render_document().into_string();
    let (_, rest) = html.split_once("<title>").unwrap();
    rest.split_once("</title>").unwrap().0.to_owned()
}

#[test]
fn titles_say_error_heading_service_and_organisation() {
    let council = Brand::council("Northbridge").build().unwrap();
    let page = Page::new(&council, "What is your name?");
    assert_eq!(title_of(&page), "What is your name? – Northbridge");
    let page = page.service_name("Apply & pay");
    assert_eq!(title_of(&page), "What is your name? – Apply &amp; pay – Northbridge");
    let page = page.has_errors(true);
    assert_eq!(title_of(&page), "Error: What is your name? – Apply &amp; pay – Northbridge");
    let page = page.error_title_prefix("Gwall: ");
    assert_eq!(title_of(&page), "Gwall: What is your name? – Apply &amp; pay – Northbridge");
    // The start page is called as the service is: once is enough.
    let start = Page::new(&council, "Apply for a permit").service_name("Apply for a permit");
    assert_eq!(title_of(&start), "Apply for a permit – Northbridge");
    let gov_uk = Brand::gov_uk();
    assert_eq!(title_of(&Page::new(&gov_uk, "Page 2 of 3").service_name("Find")), "Page 2 of 3 – Find – GOV.UK");
}

#[test]
fn the_word_for_an_error_is_in_the_language_of_the_page_unless_it_is_set() {
    let brand = Brand::council("Northbridge").build().unwrap();
    let languages = townhall::language::Languages::builder().build().unwrap();
    let welsh = languages.locales().find(|locale| locale.tag() == "cy").unwrap();
    let page = Page::new(&brand, "Eich enw").has_errors(true);
    assert!(title_of(&page.clone().localised(welsh)).starts_with("Gwall: Eich enw"));
    let own = page.error_title_prefix("Problem: ");
    assert!(title_of(&own.clone().localised(welsh)).starts_with("Problem: Eich enw"));
    assert!(title_of(&own).starts_with("Problem: Eich enw"));
}

#[test]
fn a_page_has_a_back_link_or_breadcrumbs_never_both() {
    let brand = Brand::council("Northbridge").build().unwrap();
    let trail = || Breadcrumbs::new([Breadcrumb::new("Home", "/")]);
    let page = Page::new(&brand, "x").back_link(BackLink::new("/a")).breadcrumbs(trail());
    let html = page.render_document().into_string();
    assert!(html.contains("govuk-breadcrumbs") && !html.contains("govuk-back-link"));
    let page = Page::new(&brand, "x").breadcrumbs(trail()).back_link(BackLink::new("/a"));
    let html = page.render_document().into_string();
    assert!(!html.contains("govuk-breadcrumbs") && html.contains("govuk-back-link"));
}

#[test]
fn a_council_page_has_nothing_of_gov_uk() {
    let brand = Brand::council("Northbridge").homepage_url("https://example.com/").build().unwrap();
    let page = Page::new(&brand, "Yr un dudalen")
        .html_lang("ar")
        .dir("rtl")
        .service_name("Service")
        .phase_banner(PhaseBanner::new("Beta", "This is new."))
        .footer_meta(FooterMeta::new().items([("Privacy", "/privacy")]));
    let html = page.render_document().into_string();
    for theirs in ["GOV.UK", "crown", "Crown", "crest", "gov.uk", "1d70b8", "Open Government", "govuk-icon"] {
        assert!(!html.contains(theirs), "{theirs} in {html}");
    }
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\" class=\"govuk-template\">"));
    assert!(html.contains("href=\"https://example.com/\" class=\"govuk-generic-header__homepage-link\""));
    // Phase banner and navigation are in the header, the banner last.
    let header = html.split_once("</header>").unwrap().0;
    assert!(header.find("govuk-service-navigation").unwrap() < header.find("govuk-phase-banner").unwrap());
    assert!(html.contains("© Northbridge") && html.contains("href=\"/privacy\""));
}
