//! One use of each component as an author would write it, and a page, for people to read.

use maud::{Markup, Render, html};
use townhall::attributes;
use townhall::components::*;
use townhall::markup::PluralCategory::{One, Other};
use townhall::markup::PluralText;
use townhall::page::{Brand, Page};

/// A line for each element, which is how reviewers read a change. The crown is the front-end package's and is left out.
fn lines(markup: &Markup) -> String {
    let mut html = markup.0.clone();
    if let (Some(start), Some(end)) = (html.find("</title><g>"), html.find("</svg>")) {
        html.replace_range(start + "</title>".len()..end, "(crown)");
    }
    html.replace("><", ">\n<")
}

macro_rules! snapshots {
    ($($name:ident => $component:expr;)*) => {$(
        #[test]
        fn $name() {
            insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(stringify!($name), lines(&$component.render()));
            });
        }
    )*};
}

snapshots! {
    accordion => Accordion::new("permits", [
        AccordionSection::new("Resident permits", "For people who live in the zone.").summary("From £90 a year"),
        AccordionSection::new("Visitor permits", html! { p.govuk-body { "For " em { "guests" } "." } }).expanded(true),
    ]);
    back_link => BackLink::new("/permit/about-you");
    breadcrumbs => Breadcrumbs::new([Breadcrumb::new("Home", "/"), Breadcrumb::current("Parking")]).collapse_on_mobile(true);
    button => Button::new("Accept and send").prevent_double_click(true);
    button_that_starts => Button::link("Start now", "/permit/postcode").is_start_button(true);
    character_count => CharacterCount::new("reason", "Why do you need it?")
        .maxlength(200)
        .characters_under_limit_text(PluralText::new([(One, "%{count} character left"), (Other, "%{count} characters left")]));
    checkboxes => Checkboxes::new("days", "On which days?", [
        CheckboxItem::new("weekdays", "Monday to Friday"),
        CheckboxItem::new("weekend", "Saturday and Sunday"),
        CheckboxItem::divider("or"),
        CheckboxItem::exclusive("none", "None of these"),
    ])
    .hint("Select all that apply")
    .values(["weekend"]);
    cookie_banner => CookieBanner::new([
        CookieBannerMessage::new("We use some essential cookies.").heading("Cookies on Parking").actions([
            CookieBannerAction::submit("Accept analytics cookies").name("cookies[additional]").value("yes"),
            CookieBannerAction::link("View cookies", "/cookies"),
        ]),
    ]);
    date_input => DateInput::new("moved-in", "When did you move in?")
        .name_prefix("moved-in")
        .hint("For example, 27 3 2026")
        .error_message("Date you moved in must include a year")
        .values("27", "3", "")
        .year(DateInputPart::year().error(true));
    details => Details::new("Help with your reference", "It is on the letter we sent you.");
    error_message => ErrorMessage::new("Enter your full name").id("full-name-error");
    error_summary => ErrorSummary::new("There is a problem", [
        ErrorSummaryItem::for_field("full-name", "Enter your full name"),
        ErrorSummaryItem::text("The service is busy"),
    ]);
    exit_this_page => ExitThisPage::new().redirect_url("/leave");
    feedback => Feedback::new("Help us improve this service", "Tell us what you think.");
    fieldset => Fieldset::new(Legend::page_heading("What is your address?"))
        .content(html! { (Input::new("line-1", "Address line 1").autocomplete("address-line1")) });
    file_upload => FileUpload::new("proof", "Upload a proof of address")
        .hint("A PDF of up to 5MB")
        .javascript(true)
        .multiple_files_chosen_text(PluralText::new([(One, "%{count} file"), (Other, "%{count} files")]));
    footer => Footer::new().meta(FooterMeta::new().items([("Privacy", "/privacy")])).copyright("© Northbridge");
    generic_header => GenericHeader::new("London Borough of Northbridge").url("https://northbridge.example/");
    header => Header::new().product_name("Notify");
    hint => Hint::new("As it is on your passport").id("name-hint");
    input => Input::new("email", Label::new("Email address").classes("govuk-label--m"))
        .hint("We will send your permit to it")
        .error_message("Enter an email address in the correct format, like name@example.com")
        .input_type("email")
        .autocomplete("email")
        .spellcheck(false)
        .value("sam@example");
    input_with_prefix => Input::new("cost", "How much do you pay a month, in pounds?")
        .prefix("£")
        .inputmode("decimal")
        .classes("govuk-input--width-5");
    inset_text => InsetText::new("It takes 5 working days.");
    label => Label::page_heading("What is your name?").r#for("name");
    language_navigation => LanguageNavigation::new([
        LanguageLink::current("en", "English"),
        LanguageLink::new("cy", "Cymraeg", "/cy/permit").language_description_text("Newid yr iaith i’r Gymraeg"),
    ]);
    notification_banner => NotificationBanner::success("Your vehicle has been removed.");
    pagination => Pagination::new()
        .previous(PaginationLink::new("?page=1"))
        .items([PaginationItem::new(1, "?page=1"), PaginationItem::new(2, "?page=2").current(true), PaginationItem::ellipsis()])
        .next(PaginationLink::new("?page=3"));
    panel => Panel::new("Application complete").content(html! { "Your reference number" br; strong { "HDJ2123F" } });
    panel_that_interrupts => Panel::interruption("Is your age correct?")
        .content("You said that you are 110 years old.")
        .actions([PanelAction::link_button("Yes, continue", "/next"), PanelAction::link("Change my age", "/age")]);
    password_input => PasswordInput::new("password", "Create a password").autocomplete("new-password");
    phase_banner => PhaseBanner::new("Beta", html! { "This is new. " a.govuk-link href="/feedback" { "Tell us what you think" } });
    radios => Radios::new("tenure", Legend::page_heading("Do you own or rent?"), [("own", "I own my home"), ("rent", "I rent it")])
        .value("rent");
    radios_with_conditional => Radios::new("contact", "How should we contact you?", [
        RadioItem::new("phone", "By phone").conditional(html! { (Input::new("phone", "Phone number").autocomplete("tel")) }),
        RadioItem::new("letter", "By letter").hint("It takes 3 days"),
    ]);
    select => Select::new("ward", "Ward", [("", "Choose a ward"), ("riverside", "Riverside")]).value("riverside");
    service_navigation => ServiceNavigation::new().service_name("Parking").service_url("/").navigation([
        ServiceNavigationItem::new("Permits", "/permits").current(true),
        ServiceNavigationItem::new("Vehicles", "/vehicles"),
    ]);
    skip_link => SkipLink::new("#main-content", "Skip to main content");
    summary_list => SummaryList::new([
        SummaryListRow::new("Name", "Sarah Philips").action(SummaryListAction::new("Change", "/name").visually_hidden_text("name")),
        SummaryListRow::new("Reference", "HDJ2123F"),
    ])
    .card(SummaryCard::new("Applicant"));
    table => Table::map(&[("Mill Lane", 2_u32), ("High Street", 1)], |(street, zones)| [TableCell::new(*street), TableCell::numeric(*zones)])
        .caption("Zones by street")
        .head([TableCell::new("Street"), TableCell::numeric("Zones")])
        .first_cell_is_header(true);
    tabs => Tabs::new([Tab::new("day", "Past day", "3 cases"), Tab::new("week", "Past week", "12 cases")]);
    tag => Tag::new("Overdue").classes("govuk-tag--red").attributes(attributes! { "data-cy": "status", "hidden" });
    task_list => TaskList::new([
        Task::new("Tell us about your vehicle", "Completed").href("/vehicle"),
        Task::new("Pay", TaskStatus::cannot_start_yet("Cannot start yet")).hint("When all else is done"),
    ]);
    textarea => Textarea::new("detail", "What happened?").rows(8).value("\nFirst line empty\n");
    warning_text => WarningText::new("You can be fined up to £130.");
    page => Page::new(&Brand::council("London Borough of Northbridge").build().unwrap(), "What is your name?")
        .service_name("Apply for a parking permit")
        .service_url("/")
        .has_errors(true)
        .phase_banner(PhaseBanner::new("Beta", "This is a new service."))
        .back_link(BackLink::new("/start"))
        .content(html! { form method="post" novalidate { (Input::new("name", Label::page_heading("What is your name?"))) } })
        .footer_meta(FooterMeta::new().items([("Privacy", "/privacy"), ("Accessibility", "/accessibility")]));
}

#[test]
fn every_component_has_a_snapshot() {
    let source = include_str!("snapshots.rs");
    for name in townhall::macro_options::COMPONENTS {
        let line = format!("\n    {} =>", name.replace('-', "_"));
        assert!(source.contains(&line), "{name}");
    }
}
