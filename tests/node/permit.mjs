// The example `parking_permit` in the browser, from the start to the confirmation: with script and without, by keyboard alone, at 320 px, at
// 400 % zoom, in forced colours, in three languages.

const languages = { en: 'ltr', cy: 'ltr', ur: 'rtl' }

/**
 * What axe reports on the official pages as well: what the official script does (`question.mjs` says more), and the skip link behind a
 * cookie banner, which is where the design system wants it: axe knows it as a skip link only before all other links.
 */
const official = /^(aria-allowed-attr at #(how|pays|fuel)(-\d)?|label-content-name-mismatch at #letter|region at \.govuk-skip-link)$/

/** The questions in their order: the path, and what is answered. */
const answers = [
  ['/home', { postcode: 'nb1 4ab' }],
  ['/council-tax', { pays: 'no' }],
  ['/about-you', {
    full_name: 'Siân "D’Arcy" <b>&', 'date_of_birth-day': '27', 'date_of_birth-month': '9', 'date_of_birth-year': '1984',
    'address-line_1': '1 High Street', 'address-town': 'Northbridge', 'address-postcode': 'NB1 4AB'
  }],
  ['/contact', { how: 'email', 'how-email': 'sian@example.com' }],
  ['/proof', { letter: 'bill.pdf' }],
  ['/vehicle/ID', { registration: 'AB51 ABC', fuel: 'petrol', 'fuel-petrol-emissions': '120' }],
  ['/vehicle', { another: 'no' }],
  ['/length', { months: '6' }]
]

const modes = [
  ...['en', 'cy', 'ur'].flatMap((language) => [
    { name: 'script', language, width: 320 },
    { name: 'script', language, width: 1000 },
    { name: 'no script', language, width: 320, context: { javaScriptEnabled: false } }
  ]),
  { name: 'keyboard', language: 'en', width: 1000 },
  { name: 'keyboard', language: 'ur', width: 320 },
  { name: '400 % zoom', language: 'en', width: 320, context: { deviceScaleFactor: 4 } },
  { name: 'forced colours', language: 'en', width: 1000, context: { forcedColors: 'active' } }
]

/** Goes to a control with the Tab key, as people do who have no mouse. */
async function tabTo(page, selector, fail, place) {
  for (let presses = 0; presses < 120; presses++) {
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return
    await page.keyboard.press('Tab')
  }
  fail(place, `${selector} cannot be reached with the Tab key`)
}

async function answerByKeyboard(page, name, value, fail, place) {
  const control = page.locator(`main [name="${name}"]`).first()
  const type = await control.getAttribute('type')
  if (type === 'file') return control.setInputFiles({ name: value, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  await tabTo(page, `[name="${name}"]`, fail, place)
  if (type !== 'radio') return page.keyboard.type(value)
  // Arrows move among radios, and choose.
  for (let presses = 0; presses < 10; presses++) {
    await page.keyboard.press(presses === 0 ? 'Space' : 'ArrowDown')
    if (await page.locator(`[name="${name}"]:checked`).getAttribute('value') === value) return
  }
  fail(place, `${name} cannot be set to ${value} with the keyboard`)
}

async function answer(page, name, value) {
  const control = page.locator(`main [name="${name}"]`)
  const type = await control.first().getAttribute('type')
  if (type === 'file') await control.first().setInputFiles({ name: value, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  else if (type === 'radio') await page.check(`main [name="${name}"][value="${value}"]`)
  else await control.fill(value)
}

/**
 * Another vehicle is added, and removed in another tab: the page about it says so, in each language, with and without script, and what is sent from
 * an old page that checks answers is not taken unseen.
 */
async function removedElsewhere(context, page, look) {
  const url = new URL(page.url()).origin
  const go = (tab, selector) => Promise.all([tab.waitForNavigation(), tab.click(selector)])
  const button = 'main form > .govuk-button:not(.govuk-visually-hidden), main form > .govuk-button-group > .govuk-button:first-child'
  const other = await context.newPage()
  await other.goto(`${url}/vehicle`)
  await answer(other, 'another', 'yes')
  await go(other, button)
  await answer(other, 'registration', 'CD52 CDE')
  await answer(other, 'fuel', 'electric')
  await go(other, button)
  // The first tab still shows one vehicle.
  await go(page, button)
  if (!(await page.locator('main').textContent()).includes('CD52 CDE')) throw new Error('the answers that changed are not shown')
  await look('check-answers-old')
  // Both tabs are at the vehicle.
  const change = await page.locator('main a[href*="/vehicle/"][href*="?change"]').last().getAttribute('href')
  await page.goto(url + change)
  await other.goto(`${url}${new URL(change, url).pathname}/remove`)
  if (!(await other.locator('main').textContent()).includes('CD52 CDE')) throw new Error('it is not said what is removed')
  await answer(other, 'another', 'yes')
  await go(other, button)
  await other.close()
  await go(page, button)
  await look('removed-elsewhere')
  if (await page.locator('main form:not([id^=townhall-])').count() !== 0) throw new Error('a vehicle that is gone can be changed')
  await go(page, 'main .govuk-button')
  await look('vehicle-after-removal')
  if ((await page.locator('main').textContent()).includes('CD52 CDE')) throw new Error('a vehicle that was removed is there')
  await page.goto(`${url}/check-answers`)
}

export async function checkPermit(browser, url, { newPage, axe, fail, screenshot }) {
  let states = 0
  for (const { name, language, width, context: options = {} } of modes) {
    const height = options.deviceScaleFactor ? 256 : 800
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', ...options })
    const page = await newPage(context)
    const hasScript = options.javaScriptEnabled !== false
    const place = `permit in ${language} at ${width} px, ${name}`
    const byKeyboard = name === 'keyboard'

    const look = async (state) => {
      states++
      const found = hasScript ? (await axe(page)).filter((line) => !official.test(line)) : []
      if (found.length > 0) fail(`${place}, ${state}`, `axe finds ${found.join('; ')}`)
      const messages = page.messages.filter((message) => !/404 \(Not Found\)|409 \(Conflict\)|410 \(Gone\)/.test(message))
      if (messages.length > 0) fail(`${place}, ${state}`, `the console says ${messages.join('; ')}`)
      const { dir, lang, overflow, headings, title } = await page.evaluate(() => ({
        dir: getComputedStyle(document.body).direction,
        lang: document.documentElement.lang,
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        headings: document.querySelectorAll('h1').length,
        title: document.title
      }))
      if (lang !== language || dir !== languages[language]) fail(`${place}, ${state}`, `it is ${lang} and ${dir}`)
      if (overflow > 0) fail(`${place}, ${state}`, `${overflow} px do not fit`)
      if (headings !== 1) fail(`${place}, ${state}`, `it has ${headings} headings of the first level`)
      if (!title.endsWith('London Borough of Northbridge')) fail(`${place}, ${state}`, `its title is ${title}`)
      await screenshot(page, `permit-${language}-${width}-${name.replace(/\W+/g, '-')}-${state}`)
    }
    const button = 'main form > .govuk-button:not(.govuk-visually-hidden), main form > .govuk-button-group > .govuk-button:first-child'
    const send = async () => {
      if (byKeyboard) {
        await tabTo(page, button, fail, place)
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
      } else {
        await Promise.all([page.waitForNavigation(), page.click(button)])
      }
    }
    // The id of a vehicle is another one each time.
    const path = () => new URL(page.url()).pathname.replace(/^(\/vehicle\/)[0-9a-f]{10}/, '$1ID')

    await page.goto(`${url}/?language=${language}`)
    await look('start')
    if (byKeyboard) {
      await tabTo(page, '.govuk-button--start', fail, place)
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    } else {
      await Promise.all([page.waitForNavigation(), page.click('.govuk-button--start')])
    }

    for (const [expected, fields] of answers) {
      if (path() !== expected) fail(place, `it is at ${path()}, not at ${expected}`)
      const state = expected.slice(1).replaceAll('/', '-')
      await look(state)
      // First nothing is answered.
      await send()
      await look(`${state}-empty`)
      if (await page.locator('.govuk-error-summary').count() !== 1) fail(`${place}, ${state}`, 'an empty page is accepted')
      if (hasScript && await page.evaluate(() => document.activeElement.className) !== 'govuk-error-summary') {
        fail(`${place}, ${state}`, 'the focus is not on the error summary')
      }
      for (const [name, value] of Object.entries(fields)) {
        if (byKeyboard) await answerByKeyboard(page, name, value, fail, `${place}, ${state}`)
        else await answer(page, name, value)
      }
      await send()
    }
    if (path() !== '/check-answers') fail(place, `it is at ${path()}, not at /check-answers`)
    await look('check-answers')
    const shown = await page.locator('main').textContent()
    for (const text of ['Siân "D’Arcy" <b>&', 'sian@example.com', 'bill.pdf', 'AB51 ABC', '120']) {
      if (!shown.includes(text)) fail(place, `${text} is not among the answers`)
    }
    await removedElsewhere(context, page, look)
    // A change, and back.
    await page.goto(`${url}/contact?change`)
    await look('change')
    if (byKeyboard) await answerByKeyboard(page, 'how', 'letter', fail, place)
    else await answer(page, 'how', 'letter')
    await send()
    if (path() !== '/check-answers') fail(place, `a change leads to ${path()}`)
    await send()
    if (path() !== '/confirmation') fail(place, `sending leads to ${path()}`)
    await look('confirmation')
    if (!/NB-\d{6}/.test(await page.locator('.govuk-panel').textContent())) fail(place, 'there is no reference')
    for (const [state, address] of Object.entries({
      'already-sent': '/about-you', cookies: '/cookies', privacy: '/privacy', accessibility: '/accessibility', feedback: '/feedback',
      return: '/return', 'not-found': '/nothing'
    })) {
      await page.goto(url + address)
      await look(state)
    }
    await context.close()

    // Pages that this way does not pass.
    const other = await newPage(await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', ...options }))
    const stopped = async (postcode, state) => {
      await other.goto(`${url}/home?language=${language}`)
      await other.fill('#postcode', postcode)
      await Promise.all([other.waitForNavigation(), other.click(button)])
      const found = hasScript ? (await axe(other)).filter((line) => !official.test(line)) : []
      if (found.length > 0) fail(`${place}, ${state}`, `axe finds ${found.join('; ')}`)
      if (await other.locator('main form:not([id^=townhall-])').count() !== 0) fail(`${place}, ${state}`, 'it goes on')
      await screenshot(other, `permit-${language}-${width}-${name.replace(/\W+/g, '-')}-${state}`)
      states++
    }
    await stopped('NB5 1AA', 'no-permit-needed')
    await stopped('SW1A 1AA', 'not-in-northbridge')
    await other.context().close()
  }
  return states
}
