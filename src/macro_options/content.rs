//! Content components.

use maud::Markup;

use super::{Options, Result, done};
use crate::components::{
    Accordion, AccordionSection, CookieBanner, CookieBannerAction, CookieBannerMessage, Details, ErrorSummary,
    ErrorSummaryItem, Feedback, InsetText, NotificationBanner, Panel, PanelAction, PhaseBanner, SummaryCard,
    SummaryList, SummaryListAction, SummaryListRow, Tab, Table, TableCell, Tabs, Tag, Task, TaskList, TaskStatus,
    WarningText,
};
use crate::markup::{Content, HeadingLevel};

pub(super) fn accordion(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "id",
        "headingLevel",
        "classes",
        "attributes",
        "rememberExpanded",
        "hideAllSectionsText",
        "hideSectionText",
        "hideSectionAriaLabelText",
        "showAllSectionsText",
        "showSectionText",
        "showSectionAriaLabelText",
        "items",
    ])?;
    let mut sections = Vec::new();
    for (place, item) in o.required_items("items", &["heading", "summary", "content", "expanded"])? {
        let heading = item.required_part("heading", &["text", "html"])?.required_content("text", "html")?;
        let content = item.required_part("content", &["text", "html"])?;
        content.required_content("text", "html")?;
        let summary = item.part_or_empty("summary", &["text", "html"])?;
        sections.push(
            AccordionSection::new(heading, content.truthy_content("text", "html")?)
                .summary(summary.truthy_content("text", "html")?)
                .expanded(item.truthy("expanded"))
                .number(place),
        );
    }
    let mut attributes = crate::markup::Attributes::new();
    if let Some(remember) = o.printed("rememberExpanded")? {
        let _ = attributes.set("data-remember-expanded", remember);
    }
    done(
        &Accordion::new(o.required_id("id")?, sections)
            .heading_level(o.heading_level("headingLevel", HeadingLevel::H2)?)
            .hide_all_sections_text(o.text("hideAllSectionsText")?)
            .hide_section_text(o.text("hideSectionText")?)
            .hide_section_aria_label_text(o.text("hideSectionAriaLabelText")?)
            .show_all_sections_text(o.text("showAllSectionsText")?)
            .show_section_text(o.text("showSectionText")?)
            .show_section_aria_label_text(o.text("showSectionAriaLabelText")?)
            .classes(o.text("classes")?)
            .attributes(attributes.followed_by(o.attributes("attributes")?)),
    )
}

/// What an action of a cookie banner or a panel is.
enum Action {
    Button(Content<'static>, String),
    Link(Content<'static>, String),
    LinkButton(Content<'static>, String),
}

fn action(o: &Options<'_>) -> Result<Action> {
    let text = Content::from(o.required("text")?);
    let (href, kind) = (o.text("href")?, o.text("type")?);
    Ok(match (href.is_empty(), kind.as_str()) {
        (true, "") => Action::Button(text, "button".to_owned()),
        (true, _) => Action::Button(text, kind),
        (false, "button") => Action::LinkButton(text, href),
        (false, _) => Action::Link(text, href),
    })
}

pub(super) fn cookie_banner(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["ariaLabel", "hidden", "classes", "attributes", "messages"])?;
    let known = ["headingText", "headingHtml", "text", "html", "actions", "hidden", "role", "classes", "attributes"];
    let mut messages = Vec::new();
    for item in o.all_required_items("messages", &known)? {
        let mut message = CookieBannerMessage::new(item.truthy_content("text", "html")?)
            .heading(item.truthy_content("headingText", "headingHtml")?)
            .hidden(item.truthy("hidden"))
            .role(item.text("role")?)
            .classes(item.text("classes")?)
            .attributes(item.attributes("attributes")?);
        if item.truthy("actions") {
            let known = ["text", "type", "href", "name", "value", "classes", "attributes"];
            let mut actions = Vec::new();
            for item in item.all_items("actions", &known)? {
                let action = match action(&item)? {
                    Action::Button(text, kind) => CookieBannerAction::button(text).button_type(kind),
                    Action::Link(text, href) => CookieBannerAction::link(text, href),
                    Action::LinkButton(text, href) => CookieBannerAction::link_button(text, href),
                };
                actions.push(
                    action
                        .name(item.text("name")?)
                        .value(item.text("value")?)
                        .classes(item.text("classes")?)
                        .attributes(item.attributes("attributes")?),
                );
            }
            message = message.actions(actions);
        }
        messages.push(message);
    }
    let mut banner = CookieBanner::new(messages)
        .hidden(o.truthy("hidden"))
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if o.truthy("ariaLabel") {
        banner = banner.aria_label(o.text("ariaLabel")?);
    }
    done(&banner)
}

pub(super) fn details(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["summaryText", "summaryHtml", "text", "html", "id", "open", "classes", "attributes"])?;
    let summary = o.required_content("summaryText", "summaryHtml")?;
    done(
        &Details::new(summary, o.required_content("text", "html")?)
            .id(o.id("id")?)
            .open(o.truthy("open"))
            .classes(o.text("classes")?)
            .attributes(o.attributes("attributes")?),
    )
}

/// `data-disable-auto-focus`, which is written as it is unless it is absent.
fn with_auto_focus(o: &Options<'_>) -> Result<crate::markup::Attributes<'static>> {
    let mut attributes = crate::markup::Attributes::new();
    if let Some(value) = o.printed("disableAutoFocus")? {
        let _ = attributes.set("data-disable-auto-focus", value);
    }
    Ok(attributes.followed_by(o.attributes("attributes")?))
}

pub(super) fn error_summary(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "titleText",
        "titleHtml",
        "descriptionText",
        "descriptionHtml",
        "errorList",
        "disableAutoFocus",
        "classes",
        "attributes",
    ])?;
    let mut errors = Vec::new();
    for item in o.all_items("errorList", &["href", "text", "html", "attributes"])? {
        let content = item.required_content("text", "html")?;
        let error = match item.text("href")? {
            href if href.is_empty() => ErrorSummaryItem::text(content),
            href => ErrorSummaryItem::link(href, content),
        };
        errors.push(error.attributes(item.attributes("attributes")?));
    }
    done(
        &ErrorSummary::new(o.required_content("titleText", "titleHtml")?, errors)
            .description(o.truthy_content("descriptionText", "descriptionHtml")?)
            .classes(o.text("classes")?)
            .attributes(with_auto_focus(o)?),
    )
}

pub(super) fn feedback(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["titleText", "titleHtml", "headingLevel", "text", "html", "classes", "attributes"])?;
    let title = o.required_content("titleText", "titleHtml")?;
    o.required_content("text", "html")?;
    done(
        &Feedback::new(title, o.truthy_content("text", "html")?)
            .heading_level(o.heading_level("headingLevel", HeadingLevel::H2)?)
            .classes(o.text("classes")?)
            .attributes(o.attributes("attributes")?),
    )
}

pub(super) fn inset_text(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["text", "html", "id", "classes", "attributes"])?;
    done(
        &InsetText::new(o.required_content("text", "html")?)
            .id(o.id("id")?)
            .classes(o.text("classes")?)
            .attributes(o.attributes("attributes")?),
    )
}

pub(super) fn notification_banner(o: &Options<'_>) -> Result<Markup> {
    o.allow(&[
        "text",
        "html",
        "titleText",
        "titleHtml",
        "titleHeadingLevel",
        "type",
        "role",
        "titleId",
        "disableAutoFocus",
        "classes",
        "attributes",
    ])?;
    o.required_content("text", "html")?;
    let content = o.truthy_content("text", "html")?;
    let banner = match o.text("type")?.as_str() {
        "success" => NotificationBanner::success(content),
        _ => NotificationBanner::new(content),
    };
    let mut banner = banner
        .title(o.truthy_content("titleText", "titleHtml")?)
        .title_heading_level(o.heading_level("titleHeadingLevel", HeadingLevel::H2)?)
        .role(o.text("role")?)
        .classes(o.text("classes")?)
        .attributes(with_auto_focus(o)?);
    if o.truthy("titleId") {
        banner = banner.title_id(o.id("titleId")?);
    }
    done(&banner)
}

pub(super) fn panel(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["titleText", "titleHtml", "headingLevel", "text", "html", "classes", "attributes", "actions"])?;
    let mut panel = Panel::new(o.required_content("titleText", "titleHtml")?)
        .content(o.truthy_content("text", "html")?)
        .heading_level(o.heading_level("headingLevel", HeadingLevel::H1)?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if let Some(group) = o.part("actions", &["items", "classes", "attributes"])? {
        let mut actions = Vec::new();
        for item in group.all_items("items", &["text", "type", "href", "classes", "attributes"])? {
            let action = match action(&item)? {
                Action::Button(text, kind) => PanelAction::button(text).button_type(kind),
                Action::Link(text, href) => PanelAction::link(text, href),
                Action::LinkButton(text, href) => PanelAction::link_button(text, href),
            };
            actions.push(action.classes(item.text("classes")?).attributes(item.attributes("attributes")?));
        }
        panel = panel
            .actions(actions)
            .actions_classes(group.text("classes")?)
            .actions_attributes(group.attributes("attributes")?);
    }
    done(&panel)
}

const TAG: &[&str] = &["text", "html", "classes", "attributes"];

pub(super) fn phase_banner(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["text", "html", "tag", "classes", "attributes"])?;
    let tag = o.part_or_empty("tag", TAG)?;
    let tag = Tag::new(tag.content("text", "html")?.unwrap_or_default()).classes(tag.text("classes")?);
    done(
        &PhaseBanner::new(tag, o.required_content("text", "html")?)
            .classes(o.text("classes")?)
            .attributes(o.attributes("attributes")?),
    )
}

fn read_tag(o: &Options<'_>) -> Result<Tag<'static>> {
    Ok(Tag::new(o.required_content("text", "html")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?))
}

pub(super) fn tag(o: &Options<'_>) -> Result<Markup> {
    o.allow(TAG)?;
    done(&read_tag(o)?)
}

fn summary_list_actions(o: &Options<'_>) -> Result<Vec<SummaryListAction<'static>>> {
    let known = ["href", "text", "html", "visuallyHiddenText", "classes", "attributes"];
    let mut actions = Vec::new();
    for item in o.all_items("items", &known)? {
        actions.push(
            SummaryListAction::new(item.required_content("text", "html")?, item.required("href")?)
                .visually_hidden_text(item.text("visuallyHiddenText")?)
                .classes(item.text("classes")?)
                .attributes(item.attributes("attributes")?),
        );
    }
    Ok(actions)
}

pub(super) fn summary_list(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["rows", "card", "classes", "attributes"])?;
    let part = ["text", "html", "classes"];
    let mut rows = Vec::new();
    for (_, item) in o.required_items("rows", &["classes", "key", "value", "actions"])? {
        let key = item.required_part("key", &part)?;
        let value = item.required_part("value", &part)?;
        let actions = item.part_or_empty("actions", &["items", "classes"])?;
        let mut row =
            SummaryListRow::new(key.required_content("text", "html")?, value.required_content("text", "html")?)
                .classes(item.text("classes")?)
                .key_classes(key.text("classes")?)
                .value_classes(value.text("classes")?)
                .actions_classes(actions.text("classes")?);
        if actions.truthy("items") {
            row = row.actions(summary_list_actions(&actions)?);
        }
        rows.push(row);
    }
    let mut list = SummaryList::new(rows).classes(o.text("classes")?).attributes(o.attributes("attributes")?);
    if let Some(item) = o.part("card", &["title", "actions", "classes", "attributes"])? {
        let mut card = SummaryCard::without_title();
        if let Some(title) = item.part("title", &["text", "html", "headingLevel", "classes"])? {
            card = SummaryCard::new(title.content("text", "html")?.unwrap_or_default())
                .heading_level(title.heading_level("headingLevel", HeadingLevel::H2)?)
                .title_classes(title.text("classes")?);
        }
        let actions = item.part_or_empty("actions", &["items", "classes"])?;
        list = list.card(
            card.actions(summary_list_actions(&actions)?)
                .actions_classes(actions.text("classes")?)
                .classes(item.text("classes")?)
                .attributes(item.attributes("attributes")?),
        );
    }
    done(&list)
}

const CELL: &[&str] = &["text", "html", "format", "classes", "colspan", "rowspan", "attributes"];

fn cell(o: &Options<'_>) -> Result<TableCell<'static>> {
    let mut cell = TableCell::new(o.content("text", "html")?.unwrap_or_default())
        .format(o.text("format")?)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if let Some(columns) = o.integer("colspan")?.filter(|_| o.truthy("colspan")) {
        cell = cell.colspan(columns);
    }
    if let Some(rows) = o.integer("rowspan")?.filter(|_| o.truthy("rowspan")) {
        cell = cell.rowspan(rows);
    }
    Ok(cell)
}

pub(super) fn table(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["rows", "head", "caption", "captionClasses", "firstCellIsHeader", "classes", "attributes"])?;
    let mut rows = Vec::new();
    if o.get("rows").is_none_or(serde_json::Value::is_null) {
        return o.missing(&["rows"]);
    }
    for (at, row) in o.values("rows")?.iter().enumerate() {
        if super::reader::is_truthy(Some(row)) {
            let mut cells = Vec::new();
            for item in o.inner_items("rows", at, row, CELL)? {
                item.required_content("text", "html")?;
                cells.push(cell(&item)?);
            }
            rows.push(cells);
        }
    }
    let mut table = Table::new(rows)
        .caption(o.text("caption")?)
        .caption_classes(o.text("captionClasses")?)
        .first_cell_is_header(o.truthy("firstCellIsHeader"))
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if o.truthy("head") {
        let head: Result<Vec<TableCell<'_>>> = o.all_items("head", CELL)?.iter().map(cell).collect();
        table = table.head(head?);
    }
    done(&table)
}

pub(super) fn tabs(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["id", "idPrefix", "title", "items", "classes", "attributes"])?;
    let prefix = o.id("idPrefix")?;
    let mut items = Vec::new();
    for (place, item) in o.items("items", &["id", "label", "attributes", "panel"])? {
        let id = item.id("id")?;
        if id.is_empty() && prefix.is_empty() {
            return item.missing(&["id"]);
        }
        let panel = item.required_part("panel", &["text", "html", "attributes"])?;
        panel.required_content("text", "html")?;
        items.push(
            Tab::new(id, item.required("label")?, panel.truthy_content("text", "html")?)
                .number(place)
                .attributes(item.attributes("attributes")?)
                .panel_attributes(panel.attributes("attributes")?),
        );
    }
    let mut tabs = Tabs::new(items)
        .id(o.id("id")?)
        .id_prefix(prefix)
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if let Some(title) = o.printed("title")? {
        tabs = tabs.title(title);
    }
    done(&tabs)
}

pub(super) fn task_list(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["items", "classes", "attributes", "idPrefix"])?;
    let mut tasks = Vec::new();
    for (place, item) in o.required_items("items", &["title", "hint", "status", "href", "classes"])? {
        let title = item.required_part("title", &["text", "html", "classes"])?;
        let status = item.required_part("status", &["tag", "text", "html", "classes"])?;
        let kind = match status.part("tag", TAG)? {
            Some(tag) => TaskStatus::tag(read_tag(&tag)?),
            None => TaskStatus::new(status.content("text", "html")?.unwrap_or_default()),
        };
        let mut task = Task::new(title.required_content("text", "html")?, kind.classes(status.text("classes")?))
            .href(item.text("href")?)
            .title_classes(title.text("classes")?)
            .classes(item.text("classes")?)
            .number(place);
        if let Some(hint) = item.part("hint", &["text", "html"])? {
            task = task.hint(hint.required_content("text", "html")?);
        }
        tasks.push(task);
    }
    let mut list = TaskList::new(tasks).classes(o.text("classes")?).attributes(o.attributes("attributes")?);
    if o.truthy("idPrefix") {
        list = list.id_prefix(o.id("idPrefix")?);
    }
    done(&list)
}

pub(super) fn warning_text(o: &Options<'_>) -> Result<Markup> {
    o.allow(&["text", "html", "iconFallbackText", "classes", "attributes"])?;
    // Not required, whatever is declared: an official example has the hidden text alone.
    let mut warning = WarningText::new(o.content("text", "html")?.unwrap_or_default())
        .classes(o.text("classes")?)
        .attributes(o.attributes("attributes")?);
    if o.truthy("iconFallbackText") {
        warning = warning.icon_fallback_text(o.text("iconFallbackText")?);
    }
    done(&warning)
}
