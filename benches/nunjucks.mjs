// The same pages with the official macros, for benches/nunjucks.rs: reads all versions of the data from standard input, and prints
// how many nanoseconds a page takes.
//
// node nunjucks.mjs WORK

import { readFileSync } from 'node:fs'
import nunjucks from 'nunjucks'
import { environment } from '../tests/node/official.mjs'

const work = process.argv[2]
const versions = JSON.parse(readFileSync(0, 'utf8'))
const page = (before, content) => `{% extends "govuk/template.njk" %}
{% from "govuk/components/back-link/macro.njk" import govukBackLink %}
{% from "govuk/components/button/macro.njk" import govukButton %}
{% from "govuk/components/date-input/macro.njk" import govukDateInput %}
{% from "govuk/components/error-summary/macro.njk" import govukErrorSummary %}
{% from "govuk/components/input/macro.njk" import govukInput %}
{% from "govuk/components/pagination/macro.njk" import govukPagination %}
{% from "govuk/components/radios/macro.njk" import govukRadios %}
{% from "govuk/components/summary-list/macro.njk" import govukSummaryList %}
{% from "govuk/components/table/macro.njk" import govukTable %}
{% block pageTitle %}{{ title }} – Apply for a parking permit – GOV.UK{% endblock %}
{% block containerStart %}${before}{% endblock %}
{% block content %}<h1 class="govuk-heading-l">{{ title }}</h1>${content}{% endblock %}`
const form = (inside) => `<form method="post" novalidate>${inside}</form>`

const templates = {
  button: '{% from "govuk/components/button/macro.njk" import govukButton %}{{ govukButton({ text: text, preventDoubleClick: true }) }}',
  question: page('{{ govukBackLink({ href: "/permit/start" }) }}', '{{ govukErrorSummary(summary) }}' + form(
    '{{ govukInput(name) }}{{ govukInput(mail) }}{{ govukInput(code) }}{{ govukDateInput(date) }}' +
    '{% set conditional %}{{ govukInput(tel) }}{% endset %}{{ govukRadios(radios(conditional)) }}{{ govukButton({ text: send }) }}'
  )),
  check_answers: page('{{ govukBackLink({ href: "/permit/proof" }) }}', '{{ govukSummaryList({ rows: list }) }}' + form('{{ govukButton({ text: "Accept and send" }) }}')),
  cases: page('', '{{ govukTable(table) }}{{ govukPagination(pages) }}')
}

// From plain data to the options of the macros, which is part of the work.
const optionsOf = {
  button: (data) => data,
  question: (q) => {
    const input = (field, rest) => ({
      label: { text: field.label }, value: field.value,
      ...(field.hint && { hint: { text: field.hint } }), ...(field.error && { errorMessage: { text: field.error } }), ...rest
    })
    const part = (name, field) => ({ name, label: field.label, value: field.value })
    return {
      title: q.title,
      send: q.send,
      summary: {
        titleText: q.problem,
        errorList: [
          { href: '#full-name', text: q.full_name.error }, { href: '#email', text: q.email.error }, { href: '#date-of-birth-day', text: q.birth.error }
        ]
      },
      name: input(q.full_name, { name: 'full-name', autocomplete: 'name', spellcheck: false }),
      mail: input(q.email, { name: 'email', type: 'email', autocomplete: 'email', spellcheck: false }),
      code: input(q.postcode, { name: 'postcode', classes: 'govuk-input--width-10', autocomplete: 'postal-code' }),
      tel: input(q.phone, { name: 'phone', type: 'tel', autocomplete: 'tel' }),
      date: {
        id: 'date-of-birth', namePrefix: 'date-of-birth', fieldset: { legend: { text: q.birth.label } }, hint: { text: q.birth.hint },
        errorMessage: { text: q.birth.error }, items: [part('day', q.day), part('month', q.month), part('year', q.year)]
      },
      radios: (html) => ({
        name: 'contact', value: q.chosen, fieldset: { legend: { text: q.contact } },
        items: [
          { value: 'email', text: q.contacts.email }, { value: 'phone', text: q.contacts.phone, conditional: { html: html.toString() } },
          { value: 'text', text: q.contacts.text }, { value: 'letter', text: q.contacts.letter },
          { value: 'none', text: q.contacts.none, hint: { text: q.contact_hint } }
        ]
      })
    }
  },
  check_answers: ({ title, rows }) => ({
    title,
    list: rows.map(({ question, answer, href, subject }) => ({
      key: { text: question }, value: { text: answer }, actions: { items: [{ href, text: 'Change', visuallyHiddenText: subject }] }
    }))
  }),
  cases: ({ title, cases, page }) => ({
    title,
    table: {
      caption: 'Cases of this month', firstCellIsHeader: true,
      head: ['Reference', 'Name', 'Address', 'Received', 'State'].map((text) => ({ text })).concat({ text: 'Fee', format: 'numeric' }),
      rows: cases.map((cells) => cells.map((text, at) => (at === 5 ? { text, format: 'numeric' } : { text })))
    },
    pages: {
      previous: { href: '/cases?page=previous' }, next: { href: '/cases?page=next' },
      items: Array.from({ length: 10 }, (_, at) => ({ number: at + 1, href: '/cases', current: at + 1 === page }))
    }
  })
}

const template = nunjucks.compile(templates[work], environment)
const service = { serviceName: 'Apply for a parking permit', serviceUrl: '/permit' }
const render = (data) => template.render({ ...service, ...optionsOf[work](data) })

function measure(milliseconds) {
  let pages = 0
  const start = process.hrtime.bigint()
  while (Number(process.hrtime.bigint() - start) < milliseconds * 1e6) render(versions[pages++ % versions.length])
  return Number(process.hrtime.bigint() - start) / pages
}

measure(1000)
console.log(measure(1500).toFixed(0))
