// The official macros of GOV.UK Frontend, rendered by Nunjucks as its own fixtures are.

import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nunjucks from 'nunjucks'

const require = createRequire(import.meta.url)

/** The folder of the package that holds `template.njk`. */
export const dist = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist', 'govuk')

export const environment = nunjucks.configure(join(dist, '..'), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true
})

export const components = readdirSync(join(dist, 'components'))
  .filter((name) => existsSync(join(dist, 'components', name, 'macro-options.json')))
  .sort()

export const readJson = (component, file) =>
  JSON.parse(readFileSync(join(dist, 'components', component, file), 'utf8'))

const macroName = (component) =>
  'govuk' + component.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('')

const compiled = new Map()

// The templates indent what they nest, inside attribute values and textareas too. Without that, only the first line is indented.
let indents = true
const indent = environment.getFilter('indent')
environment.addFilter('indent', (text, width = 4, first = false) => {
  if (indents) return indent(text, width, first)
  return first ? nunjucks.runtime.copySafeness(text, ' '.repeat(width) + text) : text
})

/** What the official macro renders. */
export function render(component, params, options = { indent: true }) {
  if (!compiled.has(component)) {
    const name = macroName(component)
    compiled.set(component, nunjucks.compile(
      `{% from "govuk/components/${component}/macro.njk" import ${name} %}{{ ${name}(params) }}`,
      environment
    ))
  }
  indents = options.indent
  return compiled.get(component).render({ params })
}
