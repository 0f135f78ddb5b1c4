// Prints random cases, one JSON object a line: {"component", "options", "html", "repaired"}.
// Options are drawn from the official macro-options.json; the HTML is what the official macro renders.
//
// node differential.mjs SEED COUNT

import { components, readJson, render } from './official.mjs'

const [seed, count] = process.argv.slice(2).map(Number)

// mulberry32: a small generator of pseudo-random numbers whose sequence depends on the seed alone.
let state = seed >>> 0
function random() {
  state = (state + 0x6d2b79f5) >>> 0
  let t = state
  t = Math.imul(t ^ (t >>> 15), t | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const pick = (list) => list[Math.floor(random() * list.length)]
const chance = (share) => random() < share

const texts = [
  'Full name', 'Enw llawn', 'الاسم الكامل', '山田 太郎', 'Zoë 👨‍👩‍👧‍👦', 'a < b & c > d', '"quoted" and \'quoted\'', '<script>alert(1)</script>',
  '&amp; twice', 'back\\slash `tick`', '  spaced  ', 'two\nlines', 'tab\there', '{{ not }} a %{count} template', '0', 'x'.repeat(200), '\u00a0', '}', '/>'
]
const classes = ['app-thing', 'govuk-!-margin-bottom-9 app-other', 'app--"odd"&', 'govuk-button--secondary']
const htmls = ['<b>bold</b>', 'plain', ' <em>space around</em> ', 'a &amp; b', '\n<i>lines</i>\n', 'text <a href="/x">link</a> text', '<span class="y">1</span><span>2</span>']
const ids = ['example', 'a[b].c', 'with-hyphen', '1st', 'émoji-👍', 'under_score', 'quote"d', '<id>']
const hrefs = ['', '/path', '#main', '/q?a=1&b=2', 'https://example.com/"x"', '#', 'mailto:a@example.com']
const attributeNames = ['data-a', 'data-b-c', 'data-i18n.x', 'aria-label', 'title', 'hx-get', '@click', 'class', 'id', 'x:y', 'accept', 'rows']

const attributes = () => {
  const map = {}
  for (let n = Math.floor(random() * 3); n > 0; n--) {
    map[pick(attributeNames)] = pick([...texts, 123, 0, true, false, null])
  }
  return map
}
const plurals = () => {
  const map = {}
  for (const form of ['one', 'other', 'zero', 'two', 'few', 'many']) if (chance(0.4)) map[form] = pick(texts)
  return map
}
const numeric = (values) => pick([...values, ...values.map(String)])

// Options whose name says more than their declared type.
const byName = {
  id: () => pick(ids), name: () => pick(ids), idPrefix: () => pick(ids), namePrefix: () => pick(ids), for: () => pick(ids),
  titleId: () => pick(ids), navigationId: () => pick(ids), describedBy: () => pick(['one', 'one two']),
  href: () => pick(hrefs), url: () => pick(hrefs), redirectUrl: () => pick(hrefs), homepageUrl: () => pick(hrefs), serviceUrl: () => pick(hrefs),
  classes: () => pick(classes), containerClasses: () => pick(classes), wrapperClasses: () => pick(classes), navigationClasses: () => pick(classes), captionClasses: () => pick(classes),
  headingLevel: () => numeric([1, 2, 3, 4, 5, 6]), titleHeadingLevel: () => numeric([1, 2, 3, 4, 5, 6]),
  maxlength: () => pick([0, 1, 10, '10', 1200, '1200']), maxwords: () => pick([0, 10, '10']), threshold: () => numeric([0, 75]), rows: () => pick([0, 1, 8, '8']),
  columns: () => numeric([0, 2]), colspan: () => numeric([0, 2]), rowspan: () => numeric([0, 3]), number: () => pick([0, 1, 42, '7', 'a<b']),
  countType: () => pick(['length', 'characters', 'words', '']),
  behaviour: () => pick(['exclusive', 'other']), align: () => pick(['inline', 'other']), format: () => pick(['numeric', 'other']),
  type: () => pick(['button', 'submit', 'reset', 'text', 'success', 'email']),
  attributes, wrapperAttributes: attributes
}

// Where the declaration says `required`, but official examples do without.
const notRequired = new Set([
  'maxlength', 'maxwords', 'back-link.href', 'phase-banner.tag', 'tabs.items', 'select.items', 'service-navigation.navigation',
  'label.text', 'label.html', 'cookie-banner.messages.text', 'panel.text', 'warning-text.text'
])
// What the declaration of a nested component does not say about its use here.
const nested = { label: 'label', hint: 'hint', errorMessage: 'error-message', fieldset: 'fieldset', tag: 'tag' }
const known = new Map(components.map((name) => [name, readJson(name, 'macro-options.json')]))

/** Of `text` and `html`, the pair of names if this is one of the two. */
function counterpart(name) {
  if (/^text$|Text$/.test(name)) return name.replace(/Text$/, 'Html').replace(/^text$/, 'html')
  if (/^html$|Html$/.test(name)) return name.replace(/Html$/, 'Text').replace(/^html$/, 'text')
}

function object(declared, path) {
  const result = {}
  const has = (name) => declared.some((option) => option.name === name)
  const bare = path.replace(/\[\]/g, '')
  for (const option of declared) {
    const { name } = option
    if (option.type === 'nunjucks-block') continue
    const here = `${bare}.${name}`
    const isRequired = option.required && !notRequired.has(name) && !notRequired.has(here)
    const twin = counterpart(name)
    const hasTwin = twin !== undefined && has(twin)
    if (hasTwin && /tml$/.test(name)) {
      // The text of the pair is there already if it is required.
      if (chance(0.35)) result[name] = pick([...htmls, ...htmls, ''])
      continue
    }
    if (isRequired || chance(0.35)) result[name] = value(option, `${path}.${name}`, isRequired)
  }
  return result
}

function value(option, path, isRequired) {
  const { name, type } = option
  if (nested[name] && type === 'object' && (option.isComponent || option.params === undefined)) {
    const part = object([...known.get(nested[name]), ...(option.params ?? [])].filter((o) => !['for', 'id', 'html'].includes(o.name) || (o.name === 'html' && name !== 'fieldset')), path)
    if (name !== 'fieldset' && part.text === undefined && !(name === 'label' && path.includes('items'))) part.text = pick(texts)
    return part
  }
  if (byName[name] && type !== 'array') return byName[name]()
  if (name === 'html') return pick(htmls)
  if (type === 'boolean') return pick([true, true, false, null])
  if (type === 'integer') return numeric([1, 2, 3])
  if (type === 'string') return isRequired ? pick(texts) : pick([...texts, ...texts, 0, 42, true, false, null, ''])
  if (type === 'array') {
    const length = Math.floor(random() * 4) + (isRequired ? 1 : 0)
    const item = () => (option.params === undefined ? pick(texts) : object(option.params, `${path}[]`))
    const isRow = path === 'table.rows'
    const falsy = () => pick([null, false, '', 0])
    const any = () => (chance(0.08) ? falsy() : item())
    return Array.from({ length }, () => {
      if (isRow) return chance(0.1) ? falsy() : Array.from({ length: 1 + Math.floor(random() * 3) }, any)
      return any()
    })
  }
  if (type === 'object' && option.params) return object(option.params, path)
  if (type === 'object' && /LimitText$|ChosenText$/.test(name)) return plurals()
  return {}
}

/** What can only be drawn with a look at the rest. */
function adjust(component, options) {
  const items = (options.items ?? []).filter(Boolean)
  if (component === 'radios' || component === 'select') {
    options.value = pick([undefined, '', 0, 2, '2', ...items.map((item) => item.value)])
    for (const item of items) if (chance(0.3)) item.value = pick([2, '2', 0, '', false, undefined])
    if (component === 'radios') for (const item of items) if (item.value === undefined) item.value = 'v'
  }
  if (component === 'checkboxes') {
    options.values = chance(0.5) ? [0, 'v', ...items.map((item) => item.value).filter(() => chance(0.5))] : undefined
    for (const item of items) if (chance(0.3)) item.value = pick([0, '0', 'v'])
  }
  for (const item of items) if (item.divider === null || item.divider === 0 || item.divider === false) delete item.divider
  if (component === 'tabs') {
    for (const item of items) if (chance(0.4) && options.idPrefix) delete item.id
    // Of nothing but falsy items the macro makes an empty list, which is not HTML that anybody wants.
    if (items.length === 0) delete options.items
  }
  if (component === 'date-input') {
    const part = () => ({
      ...object(known.get('date-input').find((option) => option.name === 'items').params, 'date-input.items[]'),
      ...(chance(0.3) ? { inputmode: pick(['text', 'numeric', '']) } : {})
    })
    options.items = chance(0.4) ? Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({ ...part(), name: pick(['day', 'month', 'year', 'foo-bar', 'Quarter']) })) : pick([undefined, []])
    for (const name of ['day', 'month', 'year']) {
      const choice = pick([undefined, undefined, false, part(), part()])
      if (choice && chance(0.6)) delete choice.name
      options[name] = choice
    }
    const keys = ['day', 'month', 'year', `${options.namePrefix}-day`, `${options.namePrefix}-year`, 'foo-bar']
    options.values = chance(0.6) ? Object.fromEntries(keys.filter(() => chance(0.5)).map((key) => [key, pick([1, '02', '1980', 0, '', null])])) : undefined
  }
  if (component === 'footer') {
    // Of nothing but links that it leaves out the macro makes an empty list, which is not HTML that anybody wants.
    for (const nav of (options.navigation ?? []).filter(Boolean)) {
      if (!nav.items?.some((link) => link && link.href && link.text)) delete nav.items
    }
  }
  if (component === 'footer' && chance(0.2)) options.contentLicence = null
  if (component === 'service-navigation' && options.slots) {
    const html = ['<div>slot</div>', '<p>slot</p>']
    const list = ['<li>slot</li>']
    options.slots = Object.fromEntries([['start', pick(html)], ['navigationStart', pick(list)], ['navigationEnd', pick(list)], ['end', pick([pick(html), { html: pick(html), align: 'inline' }, { align: 'inline' }])]].filter(() => chance(0.5)))
  }
  if (component === 'panel' && chance(0.5)) options.classes = pick(['govuk-panel--interruption', 'app-x govuk-panel--interruption app-y'])
  if (component === 'pagination' && chance(0.5)) delete options.items
  if (component === 'pagination') for (const item of items) if (chance(0.1)) item.number = pick([undefined, null, '', false])
  // The macro would print `false` as the button's text.
  for (const name of ['showPasswordText', 'showPasswordAriaLabelText']) if (options[name] === false || options[name] === 0) delete options[name]
  if (component === 'pagination' && chance(0.2)) (options.items ??= []).push({}, null)
  if (['textarea', 'character-count'].includes(component) && chance(0.2)) options.value = '\n' + pick(texts)
  return JSON.parse(JSON.stringify(options))
}

// What the official templates get wrong, by name. Such a case is compared with the repaired official output.
const repairs = {
  'a first empty line in a textarea, which browsers drop': {
    applies: (component, options) => ['textarea', 'character-count'].includes(component) && /^[\n\r]/.test(options.value),
    repair: (options) => ({ ...options, value: '\n' + options.value })
  },
  'a line break inside a value, after which the templates indent': {
    applies: (component, options) => JSON.stringify(options).includes('\\n'),
    repair: (options) => options,
    withoutIndent: true
  }
}

for (let n = 0; n < count; n++) {
  const component = components[n % components.length]
  const options = adjust(component, object(known.get(component), component))
  const found = Object.keys(repairs).filter((name) => repairs[name].applies(component, options))
  const repaired = found.reduce((current, name) => repairs[name].repair(current), options)
  const html = render(component, repaired, { indent: !found.some((name) => repairs[name].withoutIndent) })
  console.log(JSON.stringify({ component, options, html, repaired: found }))
}
