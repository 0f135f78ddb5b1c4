//! Navigation, headers and footers.

use maud::Markup;
use serde_json::Value;

use super::{Options, Result, done};
use crate::components::{
    BackLink, Breadcrumb, Breadcrumbs, ExitThisPage, Footer, FooterLink, FooterMeta, FooterNavigation, GenericHeader,
    Header, LanguageLink, LanguageNavigation, Pagination, PaginationItem, PaginationLink, ServiceNavigation,
    ServiceNavigationItem, SkipLink,
};
use crate::markup::PreEscaped;

pub(super) fn back_link(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["text", "html", "href", "classes", "attributes"])?;
    // Not required, whatever is declared: official examples leave it out.
    let href = o.text("href")?;
    let mut link = BackLink::new(if href.is_empty() { "#".to_owned() } else { href })
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if o.truthy("text") || o.truthy("html") {
        link = link.content(o.truthy_content("text", "html")?);
    }
    done(&link)
}

pub(super) fn breadcrumbs(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["items", "classes", "collapseOnMobile", "attributes", "labelText"])?;
    let mut items = Vec::new();
    for item in o.all_required_items("items", &["text", "html", "href", "attributes"])? {
        items.push(
            Breadcrumb::new(item.required_content("text", "html")?, item.text("href")?)
                .attributes(item.attributes("attributes")?),
        );
    }
    let mut breadcrumbs = Breadcrumbs::new(items)
        .collapse_on_mobile(o.truthy("collapseOnMobile"))
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if let Some(label) = o.printed("labelText")? {
        breadcrumbs = breadcrumbs.label_text(label);
    }
    done(&breadcrumbs)
}

pub(super) fn exit_this_page(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "text",
        "html",
        "redirectUrl",
        "id",
        "classes",
        "attributes",
        "activatedText",
        "timedOutText",
        "pressTwoMoreTimesText",
        "pressOneMoreTimeText",
    ])?;
    done(
        &ExitThisPage::new()
            .content(o.truthy_content("text", "html")?)
            .redirect_url(o.text("redirectUrl")?)
            .id(o.id("id")?)
            .activated_text(o.text("activatedText")?)
            .timed_out_text(o.text("timedOutText")?)
            .press_two_more_times_text(o.text("pressTwoMoreTimesText")?)
            .press_one_more_time_text(o.text("pressOneMoreTimeText")?)
            .classes(o.text("classes")?)
            .attributes(o.attributes("attributes")?),
    )
}

const FOOTER_LINK: &[&str] = &["text", "href", "attributes"];

fn footer_links(items: &[Options<'_>]) -> Result<Vec<FooterLink<'static>>> {
    let link = |item: &Options<'_>| {
        let link = FooterLink::new(item.required("text")?, item.required("href")?);
        Ok(link.attributes(item.attributes("attributes")?))
    };
    items.iter().map(link).collect()
}

pub(super) fn footer(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["meta", "navigation", "contentLicence", "copyright", "containerClasses", "classes", "attributes"])?;
    let mut groups = Vec::new();
    for item in o.all_items("navigation", &["title", "columns", "width", "items"])? {
        // Links that lead nowhere or say nothing are left out here, and here alone.
        let mut links = item.all_items("items", FOOTER_LINK)?;
        links.retain(|link| link.truthy("href") && link.truthy("text"));
        let mut group = FooterNavigation::new(item.required("title")?, footer_links(&links)?);
        if let Some(columns) = item.integer("columns")?.filter(|_| item.truthy("columns")) {
            group = group.columns(columns);
        }
        if item.truthy("width") {
            group = group.width(item.text("width")?);
        }
        groups.push(group);
    }
    let mut footer = Footer::gov_uk()
        .navigation(groups)
        .container_classes(o.text("containerClasses")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if let Some(item) = o.part("meta", &["visuallyHiddenTitle", "html", "text", "items"])? {
        let links = footer_links(&item.all_items("items", FOOTER_LINK)?)?;
        let mut meta = FooterMeta::new().items(links).content(item.truthy_content("text", "html")?);
        if item.truthy("visuallyHiddenTitle") {
            meta = meta.visually_hidden_title(item.text("visuallyHiddenTitle")?);
        }
        footer = footer.meta(meta);
    }
    if o.get("contentLicence").is_some_and(Value::is_null) {
        footer = footer.without_content_licence();
    } else if let Some(licence) = o.part("contentLicence", &["text", "html"])? {
        footer = footer.content_licence(licence.truthy_content("text", "html")?);
    }
    if let Some(copyright) = o.part("copyright", &["text", "html"])? {
        let content = copyright.truthy_content("text", "html")?;
        if !content.is_empty() {
            footer = footer.copyright(content);
        }
    }
    done(&footer)
}

pub(super) fn generic_header(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["url", "logoText", "logoHtml", "containerClasses", "classes", "attributes"])?;
    let mut header = GenericHeader::new(o.required_content("logoText", "logoHtml")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if o.truthy("url") {
        header = header.url(o.text("url")?);
    }
    if o.truthy("containerClasses") {
        header = header.container_classes(o.text("containerClasses")?);
    }
    done(&header)
}

pub(super) fn header(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["homepageUrl", "productName", "containerClasses", "classes", "attributes"])?;
    let mut header = Header::new()
        .product_name(o.text("productName")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if o.truthy("homepageUrl") {
        header = header.homepage_url(o.text("homepageUrl")?);
    }
    if o.truthy("containerClasses") {
        header = header.container_classes(o.text("containerClasses")?);
    }
    done(&header)
}

pub(super) fn language_navigation(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["items", "ariaLabel", "classes", "attributes"])?;
    let known = [
        "text",
        "html",
        "lang",
        "hrefLang",
        "dir",
        "href",
        "current",
        "languageDescriptionText",
        "classes",
        "attributes",
    ];
    let mut items = Vec::new();
    for item in o.all_required_items("items", &known)? {
        item.required("lang")?;
        items.push(
            LanguageLink::new(item.text("lang")?, item.required_content("text", "html")?, item.text("href")?)
                .is_current(item.truthy("current"))
                .href_lang(item.text("hrefLang")?)
                .dir(item.text("dir")?)
                .language_description_text(item.text("languageDescriptionText")?)
                .classes(item.text("classes")?)
                .attributes(item.attributes("attributes")?),
        );
    }
    let mut navigation =
        LanguageNavigation::new(items).classes(o.text("classes")?).attributes(o.attributes("attributes")?);
    if let Some(label) = o.printed("ariaLabel")? {
        navigation = navigation.aria_label(label);
    }
    done(&navigation)
}

fn pagination_link(o: &Options<'_>, key: &str) -> Result<Option<PaginationLink<'static>>> {
    let Some(item) = o.part(key, &["text", "html", "labelText", "href", "attributes"])? else { return Ok(None) };
    Ok(Some(
        PaginationLink::new(item.text("href")?)
            .content(item.truthy_content("text", "html")?)
            .label_text(item.text("labelText")?)
            .attributes(item.attributes("attributes")?),
    ))
}

pub(super) fn pagination(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["items", "previous", "next", "landmarkLabel", "classes", "attributes"])?;
    let mut pagination = Pagination::new().classes(o.text("classes")?).attributes(o.attributes("attributes")?);
    if o.truthy("items") {
        let known = ["number", "visuallyHiddenText", "href", "current", "ellipsis", "attributes"];
        let mut items = Vec::new();
        for (_, item) in o.items("items", &known)? {
            if item.is_empty() {
                continue;
            }
            let number = item.printed("number")?;
            let read = if item.truthy("ellipsis") {
                PaginationItem::ellipsis()
            } else {
                PaginationItem::new(number.clone().unwrap_or_default(), item.printed("href")?.unwrap_or_default())
            };
            let mut read = read.current(item.truthy("current")).attributes(item.attributes("attributes")?);
            // JavaScript puts "Page " and nothing together in its own way.
            let nothing = match item.get("number") {
                None => Some("Page undefined".to_owned()),
                Some(Value::Null) => Some("Page null".to_owned()),
                Some(_) => None,
            };
            if let Some(text) = item.printed("visuallyHiddenText")?.or(nothing) {
                read = read.visually_hidden_text(text);
            }
            items.push(read);
        }
        pagination = pagination.items(items);
    }
    if let Some(link) = pagination_link(o, "previous")? {
        pagination = pagination.previous(link);
    }
    if let Some(link) = pagination_link(o, "next")? {
        pagination = pagination.next(link);
    }
    if o.truthy("landmarkLabel") {
        pagination = pagination.landmark_label(o.text("landmarkLabel")?);
    }
    done(&pagination)
}

pub(super) fn service_navigation(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "classes",
        "attributes",
        "ariaLabel",
        "menuButtonText",
        "menuButtonLabel",
        "navigationLabel",
        "navigationId",
        "navigationClasses",
        "collapseNavigationOnMobile",
        "serviceName",
        "serviceUrl",
        "navigation",
        "slots",
    ])?;
    let mut items = Vec::new();
    for (_, item) in o.items("navigation", &["current", "active", "html", "text", "href", "attributes"])? {
        items.push(
            ServiceNavigationItem::new(item.required_content("text", "html")?, item.text("href")?)
                .current(item.truthy("current"))
                .active(item.truthy("active"))
                .attributes(item.attributes("attributes")?),
        );
    }
    let mut navigation = ServiceNavigation::new()
        .navigation(items)
        .service_name(o.text("serviceName")?)
        .service_url(o.text("serviceUrl")?)
        .menu_button_label(o.text("menuButtonLabel")?)
        .navigation_label(o.text("navigationLabel")?)
        .navigation_classes(o.text("navigationClasses")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if o.get("collapseNavigationOnMobile").is_some() {
        navigation = navigation.collapse_navigation_on_mobile(o.truthy("collapseNavigationOnMobile"));
    }
    if let Some(label) = o.printed("ariaLabel")? {
        navigation = navigation.aria_label(label);
    }
    if o.truthy("menuButtonText") {
        navigation = navigation.menu_button_text(o.text("menuButtonText")?);
    }
    if o.truthy("navigationId") {
        navigation = navigation.navigation_id(o.id("navigationId")?);
    }
    let slots = o.part_or_empty("slots", &["start", "end", "navigationStart", "navigationEnd"])?;
    if slots.truthy("start") {
        navigation = navigation.slot_start(PreEscaped(slots.text("start")?));
    }
    if slots.truthy("navigationStart") {
        navigation = navigation.slot_navigation_start(PreEscaped(slots.text("navigationStart")?));
    }
    if slots.truthy("navigationEnd") {
        navigation = navigation.slot_navigation_end(PreEscaped(slots.text("navigationEnd")?));
    }
    if slots.get("end").is_some_and(Value::is_object) {
        let end = slots.part_or_empty("end", &["html", "align"])?;
        navigation = navigation.slot_end_is_inline(end.text("align")? == "inline");
        if end.truthy("html") {
            navigation = navigation.slot_end(PreEscaped(end.text("html")?));
        }
    } else if slots.truthy("end") {
        navigation = navigation.slot_end(PreEscaped(slots.text("end")?));
    }
    done(&navigation)
}

pub(super) fn skip_link(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["text", "html", "href", "classes", "attributes"])?;
    let content = o.required_content("text", "html")?;
    let href = o.text("href")?;
    done(
        &SkipLink::new(if href.is_empty() { "#content".to_owned() } else { href }, content)
            .classes(o.text("classes")?)
            .attributes(o.attributes("attributes")?),
    )
}
