// The page "About you" of the parking permit by Express with Nunjucks and the official macros, for `cargo bench --bench load`.

import express from 'express'
import nunjucks from 'nunjucks'

const app = express()
app.disable('x-powered-by')
nunjucks.configure(['node_modules/govuk-frontend/dist', 'benches/views'], { autoescape: true, express: app, noCache: false })

const line = (name, label, classes, autocomplete) => ({
  id: `address-${name}`, name: `address-${name}`, label: { text: label }, classes, autocomplete
})
const data = {
  service: 'Apply for a resident parking permit',
  name: { id: 'full_name', name: 'full_name', label: { text: 'Full name', classes: 'govuk-label--s' }, autocomplete: 'name', spellcheck: false },
  birth: {
    id: 'date_of_birth', namePrefix: 'date_of_birth', hint: { text: 'For example, 27 3 1984' },
    fieldset: { legend: { text: 'Date of birth', classes: 'govuk-fieldset__legend--s' } },
    items: [
      { name: 'day', classes: 'govuk-input--width-2', autocomplete: 'bday-day' },
      { name: 'month', classes: 'govuk-input--width-2', autocomplete: 'bday-month' },
      { name: 'year', classes: 'govuk-input--width-4', autocomplete: 'bday-year' }
    ]
  },
  address: [
    line('line_1', 'Address line 1', '', 'address-line1'),
    line('line_2', 'Address line 2 (optional)', '', 'address-line2'),
    line('town', 'Town or city', 'govuk-!-width-two-thirds', 'address-level2'),
    line('county', 'County (optional)', 'govuk-!-width-two-thirds'),
    line('postcode', 'Postcode', 'govuk-input--width-10', 'postal-code')
  ]
}

app.get('/about-you', (_, response) => response.render('about-you.njk', data))
const server = app.listen(0, '127.0.0.1', () => console.log(`127.0.0.1:${server.address().port}`))
