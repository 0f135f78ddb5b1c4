//! The same HTML by hand, to the last byte: `String::push_str` with a good escaper. Nothing that builds HTML of parts can be much
//! faster.

#[path = "../../src/markup/escape.rs"]
#[allow(dead_code, reason = "ids are written by hand here")]
mod escape;

use escape::push_escaped;
use townhall::page::{Brand, Page};

use super::data::{ButtonData, Cases, CheckAnswers, Contacts, Field, Question};

/// What stands around the content of all pages of the service, cut where the title and the content go.
#[derive(Debug)]
pub struct Frame {
    pub before_title: String,
    pub after_title: String,
    pub after_content: String,
}

impl Frame {
    pub fn new(brand: &Brand) -> Self {
        let page = Page::new(brand, "TITLE").service_name("Apply for a parking permit").service_url("/permit");
        let html = page.content("CONTENT").render_document().into_string();
        let (before_title, rest) = html.split_once("TITLE").expect("the page has a title");
        let (after_title, rest) = rest.split_once("<main").expect("the page has content");
        let (_, after_content) = rest.split_once("CONTENT").expect("the page has content");
        Self {
            before_title: before_title.to_owned(),
            after_title: after_title.to_owned(),
            after_content: after_content.to_owned(),
        }
    }

    fn start(&self, room: usize, error: &str, title: &str, back: Option<&str>) -> String {
        let mut out = String::with_capacity(room);
        out.push_str(&self.before_title);
        out.push_str(error);
        push_escaped(&mut out, title);
        out.push_str(&self.after_title);
        if let Some(back) = back {
            out.push_str("<nav><a href=\"");
            out.push_str(back);
            out.push_str("\" class=\"govuk-back-link\">Back</a></nav>");
        }
        out.push_str("<main class=\"govuk-main-wrapper\" id=\"main-content\">");
        out
    }
}

pub fn button(data: &ButtonData) -> String {
    let mut out = String::with_capacity(256);
    out.push_str("<button type=\"submit\" data-prevent-double-click=\"true\" class=\"govuk-button\" data-module=\"govuk-button\">\n");
    push_escaped(&mut out, &data.text);
    out.push_str("\n</button>");
    out
}

fn error(out: &mut String, id: &str, text: &str) {
    out.push_str("<p id=\"");
    out.push_str(id);
    out.push_str("-error\" class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">Error:</span> ");
    push_escaped(out, text);
    out.push_str("</p>");
}

fn date_part(out: &mut String, id: &str, width: &str, part: &Field) {
    out.push_str(
        "<div class=\"govuk-date-input__item\"><div class=\"govuk-form-group\"><label class=\"govuk-label govuk-date-input__label\" \
         for=\"date-of-birth-",
    );
    out.push_str(id);
    out.push_str("\">\n");
    push_escaped(out, &part.label);
    out.push_str(
        "\n</label>\n<input class=\"govuk-input govuk-date-input__input govuk-input--error govuk-input--width-",
    );
    out.push_str(width);
    out.push_str("\" id=\"date-of-birth-");
    out.push_str(id);
    out.push_str("\" name=\"date-of-birth-");
    out.push_str(id);
    out.push_str("\" type=\"text\" value=\"");
    push_escaped(out, &part.value);
    out.push_str("\" inputmode=\"numeric\"></div></div>");
}

fn radio(out: &mut String, number: &str, value: &str, chosen: &str, attributes: &str, label: &str) {
    out.push_str("<div class=\"govuk-radios__item\"><input class=\"govuk-radios__input\" id=\"contact");
    out.push_str(number);
    out.push_str("\" name=\"contact\" type=\"radio\" value=\"");
    out.push_str(value);
    out.push('"');
    if value == chosen {
        out.push_str(" checked");
    }
    out.push_str(attributes);
    out.push_str(">\n<label class=\"govuk-label govuk-radios__label\" for=\"contact");
    out.push_str(number);
    out.push_str("\">\n");
    push_escaped(out, label);
    out.push_str("\n</label>");
}

#[allow(clippy::too_many_lines, reason = "by hand, a page is as long as it is")]
pub fn question(frame: &Frame, q: &Question) -> String {
    let mut page = frame.start(12 * 1024, "Error: ", &q.title, Some("/permit/start"));
    let out = &mut page;
    out.push_str(
        "<div class=\"govuk-error-summary\" data-module=\"govuk-error-summary\"><div role=\"alert\"><h2 \
         class=\"govuk-error-summary__title\">",
    );
    push_escaped(out, &q.problem);
    out.push_str(
        "</h2><div class=\"govuk-error-summary__body\"><ul class=\"govuk-list govuk-error-summary__list\">\n<li>\n<a \
         href=\"#full-name\">",
    );
    push_escaped(out, &q.full_name.error);
    out.push_str("</a>\n</li>\n<li>\n<a href=\"#email\">");
    push_escaped(out, &q.email.error);
    out.push_str("</a>\n</li>\n<li>\n<a href=\"#date-of-birth-day\">");
    push_escaped(out, &q.birth.error);
    out.push_str("</a>\n</li></ul></div></div></div><h1 class=\"govuk-heading-l\">");
    push_escaped(out, &q.title);
    out.push_str(
        "</h1><form method=\"post\" novalidate><div class=\"govuk-form-group govuk-form-group--error\"><label \
         class=\"govuk-label\" for=\"full-name\">\n",
    );
    push_escaped(out, &q.full_name.label);
    out.push_str("\n</label><div id=\"full-name-hint\" class=\"govuk-hint\">");
    push_escaped(out, &q.full_name.hint);
    out.push_str("</div>");
    error(out, "full-name", &q.full_name.error);
    out.push_str(
        "\n<input class=\"govuk-input govuk-input--error\" id=\"full-name\" name=\"full-name\" type=\"text\" \
         spellcheck=\"false\" value=\"",
    );
    push_escaped(out, &q.full_name.value);
    out.push_str(
        "\" aria-describedby=\"full-name-hint full-name-error\" autocomplete=\"name\"></div><div class=\"govuk-form-group \
         govuk-form-group--error\"><label class=\"govuk-label\" for=\"email\">\n",
    );
    push_escaped(out, &q.email.label);
    out.push_str("\n</label>");
    error(out, "email", &q.email.error);
    out.push_str(
        "\n<input class=\"govuk-input govuk-input--error\" id=\"email\" name=\"email\" type=\"email\" spellcheck=\"false\" \
         value=\"",
    );
    push_escaped(out, &q.email.value);
    out.push_str(
        "\" aria-describedby=\"email-error\" autocomplete=\"email\"></div><div class=\"govuk-form-group\"><label \
         class=\"govuk-label\" for=\"postcode\">\n",
    );
    push_escaped(out, &q.postcode.label);
    out.push_str(
        "\n</label>\n<input class=\"govuk-input govuk-input--width-10\" id=\"postcode\" name=\"postcode\" type=\"text\" value=\"",
    );
    push_escaped(out, &q.postcode.value);
    out.push_str(
        "\" autocomplete=\"postal-code\"></div><div class=\"govuk-form-group govuk-form-group--error\"><fieldset \
         class=\"govuk-fieldset\" role=\"group\" aria-describedby=\"date-of-birth-hint date-of-birth-error\"><legend \
         class=\"govuk-fieldset__legend\">",
    );
    push_escaped(out, &q.birth.label);
    out.push_str("</legend><div id=\"date-of-birth-hint\" class=\"govuk-hint\">");
    push_escaped(out, &q.birth.hint);
    out.push_str("</div>");
    error(out, "date-of-birth", &q.birth.error);
    out.push_str("<div class=\"govuk-date-input\" id=\"date-of-birth\">");
    date_part(out, "day", "2", &q.day);
    date_part(out, "month", "2", &q.month);
    date_part(out, "year", "4", &q.year);
    out.push_str(
        "</div></fieldset></div><div class=\"govuk-form-group\"><fieldset class=\"govuk-fieldset\"><legend \
         class=\"govuk-fieldset__legend\">",
    );
    push_escaped(out, &q.contact);
    out.push_str("</legend><div class=\"govuk-radios\" data-module=\"govuk-radios\">");
    let Contacts { email, phone, text, letter, none } = &q.contacts;
    radio(out, "", "email", q.chosen, "", email);
    out.push_str("</div>");
    radio(out, "-2", "phone", q.chosen, " data-aria-controls=\"conditional-contact-2\"", phone);
    out.push_str("</div><div class=\"govuk-radios__conditional");
    if q.chosen != "phone" {
        out.push_str(" govuk-radios__conditional--hidden");
    }
    out.push_str(
        "\" id=\"conditional-contact-2\"><div class=\"govuk-form-group\"><label class=\"govuk-label\" for=\"phone\">\n",
    );
    push_escaped(out, &q.phone.label);
    out.push_str("\n</label>\n<input class=\"govuk-input\" id=\"phone\" name=\"phone\" type=\"tel\" value=\"");
    push_escaped(out, &q.phone.value);
    out.push_str("\" autocomplete=\"tel\"></div></div>");
    radio(out, "-3", "text", q.chosen, "", text);
    out.push_str("</div>");
    radio(out, "-4", "letter", q.chosen, "", letter);
    out.push_str("</div>");
    radio(out, "-5", "none", q.chosen, " aria-describedby=\"contact-5-item-hint\"", none);
    out.push_str("<div id=\"contact-5-item-hint\" class=\"govuk-hint govuk-radios__hint\">");
    push_escaped(out, &q.contact_hint);
    out.push_str(
        "</div></div></div></fieldset></div><button type=\"submit\" class=\"govuk-button\" data-module=\"govuk-button\">\n",
    );
    push_escaped(out, &q.send);
    out.push_str("\n</button></form>");
    out.push_str(&frame.after_content);
    page
}

pub fn check_answers(frame: &Frame, data: &CheckAnswers) -> String {
    let mut out = frame.start(40 * 1024, "", &data.title, Some("/permit/proof"));
    out.push_str("<h1 class=\"govuk-heading-l\">");
    push_escaped(&mut out, &data.title);
    out.push_str("</h1><dl class=\"govuk-summary-list\">");
    for row in &data.rows {
        out.push_str("<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">");
        push_escaped(&mut out, &row.question);
        out.push_str("</dt><dd class=\"govuk-summary-list__value\">");
        push_escaped(&mut out, &row.answer);
        out.push_str("</dd><dd class=\"govuk-summary-list__actions\"><a class=\"govuk-link\" href=\"");
        push_escaped(&mut out, &row.href);
        out.push_str("\">Change<span class=\"govuk-visually-hidden\"> ");
        push_escaped(&mut out, &row.subject);
        out.push_str("</span></a></dd></div>");
    }
    out.push_str(
        "</dl><form method=\"post\" novalidate><button type=\"submit\" class=\"govuk-button\" data-module=\"govuk-button\">\n\
         Accept and send\n</button></form>",
    );
    out.push_str(&frame.after_content);
    out
}

pub fn cases(frame: &Frame, data: &Cases) -> String {
    let mut out = frame.start(512 * 1024, "", &data.title, None);
    out.push_str("<h1 class=\"govuk-heading-l\">");
    push_escaped(&mut out, &data.title);
    out.push_str(
        "</h1><table class=\"govuk-table\"><caption class=\"govuk-table__caption\">Cases of this month</caption><thead \
         class=\"govuk-table__head\"><tr class=\"govuk-table__row\"><th scope=\"col\" class=\"govuk-table__header\">Reference</th><th \
         scope=\"col\" class=\"govuk-table__header\">Name</th><th scope=\"col\" class=\"govuk-table__header\">Address</th><th \
         scope=\"col\" class=\"govuk-table__header\">Received</th><th scope=\"col\" class=\"govuk-table__header\">State</th><th \
         scope=\"col\" class=\"govuk-table__header govuk-table__header--numeric\">Fee</th></tr></thead><tbody class=\"govuk-table__body\">",
    );
    for [reference, name, address, received, state, fee] in &data.cases {
        out.push_str("<tr class=\"govuk-table__row\"><th scope=\"row\" class=\"govuk-table__header\">");
        push_escaped(&mut out, reference);
        out.push_str("</th>");
        for cell in [name, address, received, state] {
            out.push_str("<td class=\"govuk-table__cell\">");
            push_escaped(&mut out, cell);
            out.push_str("</td>");
        }
        out.push_str("<td class=\"govuk-table__cell govuk-table__cell--numeric\">");
        push_escaped(&mut out, fee);
        out.push_str("</td></tr>");
    }
    out.push_str(
        "</tbody></table><nav class=\"govuk-pagination\" aria-label=\"Pagination\"><div class=\"govuk-pagination__prev\"><a \
         class=\"govuk-link govuk-pagination__link\" href=\"/cases?page=previous\" rel=\"prev\">\n<svg class=\"govuk-pagination__icon \
         govuk-pagination__icon--prev\" xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" \
         focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2\
         h-12.984l4.2931-4.293-1.414-1.414z\"></path></svg>\n<span class=\"govuk-pagination__link-title\">\nPrevious<span \
         class=\"govuk-visually-hidden\"> page</span>\n</span>\n</a></div><ul class=\"govuk-pagination__list\">",
    );
    for number in 1..=10_u32 {
        let mut digits = [0; 2];
        let number_text = decimal(number, &mut digits);
        out.push_str("\n<li class=\"govuk-pagination__item");
        if number == data.page {
            out.push_str(" govuk-pagination__item--current");
        }
        out.push_str("\">\n<a class=\"govuk-link govuk-pagination__link\" href=\"/cases\" aria-label=\"Page ");
        out.push_str(number_text);
        out.push('"');
        if number == data.page {
            out.push_str(" aria-current=\"page\"");
        }
        out.push_str(">\n");
        out.push_str(number_text);
        out.push_str("\n</a>\n</li>");
    }
    out.push_str(
        "</ul><div class=\"govuk-pagination__next\"><a class=\"govuk-link govuk-pagination__link\" href=\"/cases?page=next\" \
         rel=\"next\">\n<span class=\"govuk-pagination__link-title\">\nNext<span class=\"govuk-visually-hidden\"> page</span>\n</span>\n<svg \
         class=\"govuk-pagination__icon govuk-pagination__icon--next\" xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" \
         aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896\
         l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z\"></path></svg>\n</a></div></nav>",
    );
    out.push_str(&frame.after_content);
    out
}

fn decimal(number: u32, digits: &mut [u8; 2]) -> &str {
    digits[0] = b'0' + u8::try_from(number / 10).unwrap_or_default();
    digits[1] = b'0' + u8::try_from(number % 10).unwrap_or_default();
    std::str::from_utf8(if number < 10 { &digits[1..] } else { &digits[..] }).unwrap_or_default()
}
