//! The work as an author of this crate would do it.

use townhall::components::{
    BackLink, Button, DateInput, ErrorSummary, ErrorSummaryItem, Input, Pagination, PaginationItem, PaginationLink,
    RadioItem, Radios, SummaryList, SummaryListAction, SummaryListRow, Table, TableCell,
};
use townhall::markup::{Render, from_fn};
use townhall::page::{Brand, Page};

use super::data::{ButtonData, Cases, CheckAnswers, Question};

pub(crate) fn button(data: &ButtonData) -> String {
    Button::new(&data.text).prevent_double_click(true).render().into_string()
}

pub(crate) fn question(brand: &Brand, q: &Question) -> String {
    let summary = ErrorSummary::new(
        "There is a problem",
        [
            ErrorSummaryItem::for_field("full-name", &q.name_error),
            ErrorSummaryItem::for_field("email", &q.email_error),
            ErrorSummaryItem::for_field("date-of-birth-day", &q.date_error),
        ],
    );
    let name = Input::new("full-name", "Full name")
        .hint("As it is on your passport")
        .autocomplete("name")
        .spellcheck(false)
        .value(&q.full_name)
        .error_message(&q.name_error);
    let email = Input::new("email", "Email address")
        .input_type("email")
        .autocomplete("email")
        .spellcheck(false)
        .value(&q.email)
        .error_message(&q.email_error);
    let postcode = Input::new("postcode", "Postcode")
        .classes("govuk-input--width-10")
        .autocomplete("postal-code")
        .value(&q.postcode);
    let birth = DateInput::new("date-of-birth", "What is your date of birth?")
        .name_prefix("date-of-birth")
        .hint("For example, 31 3 1980")
        .values(&q.day, &q.month, &q.year)
        .error_message(&q.date_error);
    let phone = Input::new("phone", "Phone number").input_type("tel").autocomplete("tel").value(&q.phone);
    let contact = Radios::new(
        "contact",
        "How should we contact you?",
        [
            RadioItem::new("email", "Email"),
            RadioItem::new("phone", "Phone").conditional(&phone),
            RadioItem::new("text", "Text message"),
            RadioItem::new("letter", "Letter"),
            RadioItem::new("none", "Do not contact me").hint("You will not hear about changes"),
        ],
    )
    .value(q.contact);
    let content = from_fn(|out| {
        out.component(&summary);
        out.element("h1").class("govuk-heading-l", "").text(&q.title);
        out.element("form").attr("method", "post").boolean("novalidate").children(|out| {
            out.component(&name);
            out.component(&email);
            out.component(&postcode);
            out.component(&birth);
            out.component(&contact);
            out.component(&Button::new("Continue"));
        });
    });
    page(brand, &q.title)
        .has_errors(true)
        .back_link(BackLink::new("/permit/start"))
        .content(&content)
        .render_document()
        .0
}

pub(crate) fn check_answers(brand: &Brand, data: &CheckAnswers) -> String {
    let answers = SummaryList::new(data.rows.iter().map(|row| {
        let change = SummaryListAction::new("Change", &row.href).visually_hidden_text(&row.subject);
        SummaryListRow::new(&row.question, &row.answer).action(change)
    }));
    let content = from_fn(|out| {
        out.element("h1").class("govuk-heading-l", "").text(&data.title);
        out.component(&answers);
        out.element("form").attr("method", "post").boolean("novalidate").children(|out| {
            out.component(&Button::new("Accept and send"));
        });
    });
    page(brand, &data.title).back_link(BackLink::new("/permit/proof")).content(&content).render_document().0
}

pub(crate) fn cases(brand: &Brand, data: &Cases) -> String {
    let table = Table::map(&data.cases, |case| {
        let [reference, name, address, received, state, fee] = case;
        [reference.into(), name.into(), address.into(), received.into(), state.into(), TableCell::numeric(fee)]
    })
    .caption("Cases of this month")
    .first_cell_is_header(true)
    .head([
        "Reference".into(),
        "Name".into(),
        "Address".into(),
        "Received".into(),
        "State".into(),
        TableCell::numeric("Fee"),
    ]);
    let pages = Pagination::new()
        .previous(PaginationLink::new("/cases?page=previous"))
        .items((1..=10).map(|number| PaginationItem::new(number, "/cases").current(number == data.page)))
        .next(PaginationLink::new("/cases?page=next"));
    let content = from_fn(|out| {
        out.element("h1").class("govuk-heading-l", "").text(&data.title);
        out.component(&table);
        out.component(&pages);
    });
    page(brand, &data.title).content(&content).render_document().0
}

fn page<'a>(brand: &'a Brand, title: &'a str) -> Page<'a> {
    Page::new(brand, title).service_name("Apply for a parking permit").service_url("/permit")
}
