// Every official example in headless Chromium, ours beside the official HTML, with the official stylesheet and script:
// what axe-core finds, what the console says, whether the scripts start, and the screenshots of all visible examples.
// Then the pages of the gallery and the other examples themselves.
//
// node browser.mjs --gallery URL --hello URL --question URL --permit URL --components URL --handlers URL [--screenshots FOLDER] [--only COMPONENT]

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { components, readJson } from './official.mjs'
import { checkPatterns } from './patterns.mjs'
import { checkPermit } from './permit.mjs'
import { checkQuestion } from './question.mjs'
import { checkSessions } from './sessions.mjs'

const { values: options } = parseArgs({
  options: { gallery: { type: 'string' }, hello: { type: 'string' }, question: { type: 'string' }, permit: { type: 'string' }, components: { type: 'string' }, handlers: { type: 'string' }, screenshots: { type: 'string', default: 'target/screenshots' }, only: { type: 'string', multiple: true } }
})
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const widths = [320, 1000]
const workers = 2

const failures = []
const counts = { examples: 0, screenshots: 0, modules: 0, pages: 0 }
const fail = (place, text) => failures.push(`${place}: ${text}`)

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync'
  ]
})

async function newPage(context) {
  const page = await context.newPage()
  page.messages = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) page.messages.push(message.text())
  })
  page.on('pageerror', (error) => page.messages.push(error.message))
  return page
}

async function open(page, url) {
  page.messages.length = 0
  const response = await page.goto(url, { waitUntil: 'load' })
  if (response.status() !== 200) fail(url, `status ${response.status()}`)
  return [...page.messages]
}

/** What axe finds, as comparable lines. */
async function axe(page) {
  await page.evaluate(`${axeSource}; 0`)
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}`)).sort()
  }, tags)
}

/** Script modules of the page, and those of them that did not start. */
const modules = (page) => page.evaluate(() => {
  const names = [...document.querySelectorAll('[data-module]')].map((element) => [element.dataset.module, element])
  return {
    all: names.length,
    asleep: names.filter(([name, element]) => !element.hasAttribute(`data-${name}-init`)).map(([name]) => name)
  }
})

const slug = (name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).join('-')

const examples = components.filter((component) => options.only?.includes(component) ?? true).flatMap((component) => readJson(component, 'fixtures.json').fixtures.map(({ name, hidden }) => ({
  place: `${component} / ${name}`, hidden, url: `${options.gallery}/gov-uk/components/${component}/${slug(name)}/preview`
})))

async function compare(page, { place, hidden, url }) {
  const seen = {}
  for (const side of ['ours', 'official']) {
    await page.setViewportSize({ width: 1000, height: 800 })
    const messages = await open(page, side === 'ours' ? url : `${url}?official`)
    seen[side] = { messages, modules: await modules(page), screenshots: [] }
    if (!hidden) {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        // Scripts that look at the width, such as that of the tabs, hear of it before the next frame is painted.
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
        seen[side].screenshots.push(await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' }))
      }
    }
    seen[side].axe = await axe(page)
  }
  const { ours, official } = seen
  counts.examples++
  counts.modules += ours.modules.all
  const onlyOurs = ours.axe.filter((line) => !official.axe.includes(line))
  if (onlyOurs.length > 0) fail(place, `axe finds in ours alone: ${onlyOurs.join('; ')}`)
  // The script says on purpose that `maxwords` is deprecated, and that a count without a limit has none.
  const deliberate = /deprecated|Either "maxlength" or "maxwords" must be provided/
  const unexpected = ours.messages.filter((message) => !deliberate.test(message))
  if (unexpected.length > 0) fail(place, `the console says: ${unexpected.join('; ')}`)
  if (ours.messages.join() !== official.messages.join()) fail(place, `the console says ${ours.messages} and not ${official.messages}`)
  if (ours.modules.asleep.join() !== official.modules.asleep.join()) fail(place, `modules asleep: ${ours.modules.asleep}`)
  const excused = ours.messages.some((message) => deliberate.test(message))
  if (ours.modules.asleep.length > 0 && !excused) fail(place, `modules that did not start: ${ours.modules.asleep}`)
  ours.screenshots.forEach((screenshot, at) => {
    counts.screenshots++
    if (!screenshot.equals(official.screenshots[at])) {
      const name = slug(place) + `-${widths[at]}`
      mkdirSync(options.screenshots, { recursive: true })
      writeFileSync(join(options.screenshots, `${name}-ours.png`), screenshot)
      writeFileSync(join(options.screenshots, `${name}-official.png`), official.screenshots[at])
      fail(place, `the screenshots at ${widths[at]} px differ: see ${options.screenshots}/${name}-*.png`)
    }
  })
}

// A page of our own must be without fault, and fit a small screen.
async function check(page, name, url, act = async () => {}) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const messages = await open(page, url)
    await act(page)
    const found = await axe(page)
    if (found.length > 0) fail(`${url} at ${width} px`, `axe finds ${found.join('; ')}`)
    if (messages.length > 0) fail(`${url} at ${width} px`, `the console says ${messages.join('; ')}`)
    const { asleep } = await modules(page)
    if (asleep.length > 0) fail(url, `modules that did not start: ${asleep}`)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (overflow > 0) fail(`${url} at ${width} px`, `${overflow} px do not fit`)
    mkdirSync(options.screenshots, { recursive: true })
    await page.screenshot({ path: join(options.screenshots, `page-${name}-${width}.png`), fullPage: true })
    counts.pages++
  }
}

const queue = [...examples]
await Promise.all(Array.from({ length: workers }, async () => {
  const page = await newPage(await browser.newContext({ reducedMotion: 'reduce' }))
  for (let example = queue.shift(); example; example = queue.shift()) await compare(page, example)
}))

const page = await newPage(await browser.newContext())
for (const [brand, base] of [['council', ''], ['gov-uk', '/gov-uk']]) {
  await check(page, `gallery-${brand}`, `${options.gallery}${base || '/'}`)
  await check(page, `component-${brand}`, `${options.gallery}${base}/components/radios`)
  await check(page, `fixture-${brand}`, `${options.gallery}${base}/components/date-input/default`)
}
await check(page, 'hello', options.hello)
await check(page, 'hello-error', options.hello, async (page) => {
  await page.click('button[type=submit]')
  await page.waitForLoadState('load')
  if (!(await page.title()).startsWith('Error: ')) fail('hello', 'the title of a page with errors does not say so')
  const focused = await page.evaluate(() => document.activeElement.className)
  if (focused !== 'govuk-error-summary') fail('hello', `the focus is on ${focused}`)
})
await check(page, 'components-only', options.components)
await check(page, 'own-handlers', options.handlers)
await check(page, 'own-handlers-report', `${options.handlers}/report`)
await check(page, 'own-handlers-error', `${options.handlers}/report`, async (page) => {
  await page.fill('#postcode', 'SW1A 1AA')
  await Promise.all([page.waitForNavigation(), page.click('#question > .govuk-button:not(.govuk-visually-hidden)')])
  if (await page.locator('.govuk-error-summary li').count() !== 1) fail('own-handlers', 'an empty date is accepted')
})
mkdirSync(options.screenshots, { recursive: true })
const screenshot = (page, name) => page.screenshot({ path: join(options.screenshots, `page-${name}.png`), fullPage: true })
counts.pages += await checkQuestion(browser, options.question, { newPage, axe, fail, widths, screenshot })
counts.pages += await checkPatterns(browser, options.gallery, { newPage, axe, fail, widths, screenshot })
counts.pages += await checkPermit(browser, options.permit, { newPage, axe, fail, screenshot })
counts.pages += await checkSessions(browser, options.permit, { newPage, axe, fail, screenshot })
await browser.close()

console.log(`${counts.examples} examples, ${counts.screenshots} pairs of screenshots, ${counts.modules} script modules, ${counts.pages} pages`)
if (counts.examples !== examples.length || counts.screenshots === 0) fail('browser', 'not all examples were compared')
for (const line of failures.slice(0, 40)) console.error(line)
console.log(`${counts.examples + counts.pages - failures.length} passed, ${failures.length} failed`)
process.exit(failures.length > 0 ? 1 : 0)
