//! The same work in askama: templates that are compiled into the program.

use askama::Template;

use super::data::{Answer, ButtonData, Cases, CheckAnswers, Question};
use super::floor::Frame;

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<button type="submit" data-prevent-double-click="true" class="govuk-button" data-module="govuk-button">
{{ data.text }}
</button>"#
)]
struct ButtonTemplate<'a> {
    data: &'a ButtonData,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"
{%- macro error(id, text) -%}
<p id="{{ id }}-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {{ text }}</p>
{%- endmacro -%}
{%- macro part(id, width, label, value) -%}
<div class="govuk-date-input__item"><div class="govuk-form-group"><label class="govuk-label govuk-date-input__label" for="date-of-birth-{{ id }}">
{{ label }}
</label>
<input class="govuk-input govuk-date-input__input govuk-input--error govuk-input--width-{{ width }}" id="date-of-birth-{{ id }}" name="date-of-birth-{{ id }}" type="text" value="{{ value }}" inputmode="numeric"></div></div>
{%- endmacro -%}
{%- macro radio(number, value, label, attributes) -%}
<input class="govuk-radios__input" id="contact{{ number }}" name="contact" type="radio" value="{{ value }}"{% if value == q.chosen %} checked{% endif %}{{ attributes|safe }}>
<label class="govuk-label govuk-radios__label" for="contact{{ number }}">
{{ label }}
</label>
{%- endmacro -%}
{{ frame.before_title|safe }}Error: {{ q.title }}{{ frame.after_title|safe }}<nav><a href="/permit/start" class="govuk-back-link">Back</a></nav><main class="govuk-main-wrapper" id="main-content"><div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">{{ q.problem }}</h2><div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
<li>
<a href="#full-name">{{ q.full_name.error }}</a>
</li>
<li>
<a href="#email">{{ q.email.error }}</a>
</li>
<li>
<a href="#date-of-birth-day">{{ q.birth.error }}</a>
</li></ul></div></div></div><h1 class="govuk-heading-l">{{ q.title }}</h1><form method="post" novalidate><div class="govuk-form-group govuk-form-group--error"><label class="govuk-label" for="full-name">
{{ q.full_name.label }}
</label><div id="full-name-hint" class="govuk-hint">{{ q.full_name.hint }}</div>{% call error("full-name", q.full_name.error) %}{% endcall %}
<input class="govuk-input govuk-input--error" id="full-name" name="full-name" type="text" spellcheck="false" value="{{ q.full_name.value }}" aria-describedby="full-name-hint full-name-error" autocomplete="name"></div><div class="govuk-form-group govuk-form-group--error"><label class="govuk-label" for="email">
{{ q.email.label }}
</label>{% call error("email", q.email.error) %}{% endcall %}
<input class="govuk-input govuk-input--error" id="email" name="email" type="email" spellcheck="false" value="{{ q.email.value }}" aria-describedby="email-error" autocomplete="email"></div><div class="govuk-form-group"><label class="govuk-label" for="postcode">
{{ q.postcode.label }}
</label>
<input class="govuk-input govuk-input--width-10" id="postcode" name="postcode" type="text" value="{{ q.postcode.value }}" autocomplete="postal-code"></div><div class="govuk-form-group govuk-form-group--error"><fieldset class="govuk-fieldset" role="group" aria-describedby="date-of-birth-hint date-of-birth-error"><legend class="govuk-fieldset__legend">{{ q.birth.label }}</legend><div id="date-of-birth-hint" class="govuk-hint">{{ q.birth.hint }}</div>{% call error("date-of-birth", q.birth.error) %}{% endcall %}<div class="govuk-date-input" id="date-of-birth">{% call part("day", "2", q.day.label, q.day.value) %}{% endcall %}{% call part("month", "2", q.month.label, q.month.value) %}{% endcall %}{% call part("year", "4", q.year.label, q.year.value) %}{% endcall %}</div></fieldset></div><div class="govuk-form-group"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">{{ q.contact }}</legend><div class="govuk-radios" data-module="govuk-radios"><div class="govuk-radios__item">{% call radio("", "email", q.contacts.email, "") %}{% endcall %}</div><div class="govuk-radios__item">{% call radio("-2", "phone", q.contacts.phone, " data-aria-controls=\"conditional-contact-2\"") %}{% endcall %}</div><div class="govuk-radios__conditional{% if q.chosen != "phone" %} govuk-radios__conditional--hidden{% endif %}" id="conditional-contact-2"><div class="govuk-form-group"><label class="govuk-label" for="phone">
{{ q.phone.label }}
</label>
<input class="govuk-input" id="phone" name="phone" type="tel" value="{{ q.phone.value }}" autocomplete="tel"></div></div><div class="govuk-radios__item">{% call radio("-3", "text", q.contacts.text, "") %}{% endcall %}</div><div class="govuk-radios__item">{% call radio("-4", "letter", q.contacts.letter, "") %}{% endcall %}</div><div class="govuk-radios__item">{% call radio("-5", "none", q.contacts.none, " aria-describedby=\"contact-5-item-hint\"") %}{% endcall %}<div id="contact-5-item-hint" class="govuk-hint govuk-radios__hint">{{ q.contact_hint }}</div></div></div></fieldset></div><button type="submit" class="govuk-button" data-module="govuk-button">
{{ q.send }}
</button></form>{{ frame.after_content|safe }}"##
)]
struct QuestionTemplate<'a> {
    frame: &'a Frame,
    q: &'a Question,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{{ frame.before_title|safe }}{{ data.title }}{{ frame.after_title|safe }}<nav><a href="/permit/proof" class="govuk-back-link">Back</a></nav><main class="govuk-main-wrapper" id="main-content"><h1 class="govuk-heading-l">{{ data.title }}</h1><dl class="govuk-summary-list">
{%- for Answer { question, answer, href, subject } in data.rows -%}
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">{{ question }}</dt><dd class="govuk-summary-list__value">{{ answer }}</dd><dd class="govuk-summary-list__actions"><a class="govuk-link" href="{{ href }}">Change<span class="govuk-visually-hidden"> {{ subject }}</span></a></dd></div>
{%- endfor -%}
</dl><form method="post" novalidate><button type="submit" class="govuk-button" data-module="govuk-button">
Accept and send
</button></form>{{ frame.after_content|safe }}"#
)]
struct CheckAnswersTemplate<'a> {
    frame: &'a Frame,
    data: &'a CheckAnswers,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{{ frame.before_title|safe }}{{ data.title }}{{ frame.after_title|safe }}<main class="govuk-main-wrapper" id="main-content"><h1 class="govuk-heading-l">{{ data.title }}</h1><table class="govuk-table"><caption class="govuk-table__caption">Cases of this month</caption><thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Reference</th><th scope="col" class="govuk-table__header">Name</th><th scope="col" class="govuk-table__header">Address</th><th scope="col" class="govuk-table__header">Received</th><th scope="col" class="govuk-table__header">State</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">Fee</th></tr></thead><tbody class="govuk-table__body">
{%- for [reference, name, address, received, state, fee] in data.cases -%}
<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{{ reference }}</th><td class="govuk-table__cell">{{ name }}</td><td class="govuk-table__cell">{{ address }}</td><td class="govuk-table__cell">{{ received }}</td><td class="govuk-table__cell">{{ state }}</td><td class="govuk-table__cell govuk-table__cell--numeric">{{ fee }}</td></tr>
{%- endfor -%}
</tbody></table><nav class="govuk-pagination" aria-label="Pagination"><div class="govuk-pagination__prev"><a class="govuk-link govuk-pagination__link" href="/cases?page=previous" rel="prev">
<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>
<span class="govuk-pagination__link-title">
Previous<span class="govuk-visually-hidden"> page</span>
</span>
</a></div><ul class="govuk-pagination__list">
{%- for number in 1..11 %}
<li class="govuk-pagination__item{% if number == data.page %} govuk-pagination__item--current{% endif %}">
<a class="govuk-link govuk-pagination__link" href="/cases" aria-label="Page {{ number }}"{% if number == data.page %} aria-current="page"{% endif %}>
{{ number }}
</a>
</li>
{%- endfor -%}
</ul><div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="/cases?page=next" rel="next">
<span class="govuk-pagination__link-title">
Next<span class="govuk-visually-hidden"> page</span>
</span>
<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg>
</a></div></nav>{{ frame.after_content|safe }}"#
)]
struct CasesTemplate<'a> {
    frame: &'a Frame,
    data: &'a Cases,
}

fn render(template: &impl Template) -> String {
    template.render().expect("writing to a string does not fail")
}

pub fn button(data: &ButtonData) -> String {
    render(&ButtonTemplate { data })
}

pub fn question(frame: &Frame, q: &Question) -> String {
    render(&QuestionTemplate { frame, q })
}

pub fn check_answers(frame: &Frame, data: &CheckAnswers) -> String {
    render(&CheckAnswersTemplate { frame, data })
}

pub fn cases(frame: &Frame, data: &Cases) -> String {
    render(&CasesTemplate { frame, data })
}
