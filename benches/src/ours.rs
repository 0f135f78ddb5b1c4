//! The work as an author of this crate would do it.

use townhall::components::{
    BackLink, Button, DateInput, DateInputPart, ErrorSummary, ErrorSummaryItem, Input, Pagination, PaginationItem,
    PaginationLink, RadioItem, Radios, SummaryList, SummaryListAction, SummaryListRow, Table, TableCell,
};
use townhall::markup::{Render, from_fn};
use townhall::page::{Brand, Page};

use super::data::{ButtonData, Cases, CheckAnswers, Question};

pub fn button(data: &ButtonData) -> String {
    Button::new(&data.text).prevent_double_click(true).render().into_string()
}

pub fn question(brand: &Brand, q: &Question) -> String {
    let summary = ErrorSummary::new(
        &q.problem,
        [
            ErrorSummaryItem::for_field("full-name", &q.full_name.error),
            ErrorSummaryItem::for_field("email", &q.email.error),
            ErrorSummaryItem::for_field("date-of-birth-day", &q.birth.error),
        ],
    );
    let name = Input::new("full-name", &q.full_name.label)
        .hint(&q.full_name.hint)
        .autocomplete("name")
        .spellcheck(false)
        .value(&q.full_name.value)
        .error_message(&q.full_name.error);
    let email = Input::new("email", &q.email.label)
        .input_type("email")
        .autocomplete("email")
        .spellcheck(false)
        .value(&q.email.value)
        .error_message(&q.email.error);
    let postcode = Input::new("postcode", &q.postcode.label)
        .classes("govuk-input--width-10")
        .autocomplete("postal-code")
        .value(&q.postcode.value);
    let birth = DateInput::new("date-of-birth", &q.birth.label)
        .name_prefix("date-of-birth")
        .hint(&q.birth.hint)
        .day(DateInputPart::day().label(&q.day.label).value(&q.day.value))
        .month(DateInputPart::month().label(&q.month.label).value(&q.month.value))
        .year(DateInputPart::year().label(&q.year.label).value(&q.year.value))
        .error_message(&q.birth.error);
    let phone = Input::new("phone", &q.phone.label).input_type("tel").autocomplete("tel").value(&q.phone.value);
    let contact = Radios::new(
        "contact",
        &q.contact,
        [
            RadioItem::new("email", &q.contacts.email),
            RadioItem::new("phone", &q.contacts.phone).conditional(&phone),
            RadioItem::new("text", &q.contacts.text),
            RadioItem::new("letter", &q.contacts.letter),
            RadioItem::new("none", &q.contacts.none).hint(&q.contact_hint),
        ],
    )
    .value(q.chosen);
    let content = from_fn(|out| {
        out.component(&summary);
        out.element("h1").class("govuk-heading-l", "").text(&q.title);
        out.element("form").attr("method", "post").boolean("novalidate").children(|out| {
            out.component(&name);
            out.component(&email);
            out.component(&postcode);
            out.component(&birth);
            out.component(&contact);
            out.component(&Button::new(&q.send));
        });
    });
    page(brand, &q.title)
        .has_errors(true)
        .back_link(BackLink::new("/permit/start"))
        .content(&content)
        .render_document()
        .0
}

pub fn check_answers(brand: &Brand, data: &CheckAnswers) -> String {
    let answers = SummaryList::map(&data.rows, |row| {
        let change = SummaryListAction::new("Change", &row.href).visually_hidden_text(&row.subject);
        SummaryListRow::new(&row.question, &row.answer).action(change)
    });
    let content = from_fn(|out| {
        out.element("h1").class("govuk-heading-l", "").text(&data.title);
        out.component(&answers);
        out.element("form").attr("method", "post").boolean("novalidate").children(|out| {
            out.component(&Button::new("Accept and send"));
        });
    });
    page(brand, &data.title).back_link(BackLink::new("/permit/proof")).content(&content).render_document().0
}

pub fn cases(brand: &Brand, data: &Cases) -> String {
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
