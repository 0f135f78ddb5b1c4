// The example `parking_permit` on computers that are shared or left alone: leaving, a browser in which nothing is done, a second application, answers that are
// there already, a form that is shown again. With script and without, in three languages.

const languages = { en: 'ltr', cy: 'ltr', ur: 'rtl' }

/** What axe reports on the official pages as well (`permit.mjs` says more). */
const official = /^(aria-allowed-attr at #(how|pays|fuel)(-\d)?|region at \.govuk-skip-link)$/

const modes = Object.keys(languages).flatMap((language) => [
  { name: 'script', language, width: 320 },
  { name: 'script', language, width: 1000 },
  { name: 'no script', language, width: 320, context: { javaScriptEnabled: false } }
])

/** What a whole application needs. */
const answers = [
  ['/home', { postcode: 'NB1 4AB' }],
  ['/council-tax', { pays: 'yes', 'pays-yes-account': '7001234567' }],
  ['/about-you', {
    full_name: 'Siân', 'date_of_birth-day': '27', 'date_of_birth-month': '9', 'date_of_birth-year': '1984', 'address-line_1': '1 High Street',
    'address-town': 'Northbridge', 'address-postcode': 'NB1 4AB'
  }],
  ['/contact', { how: 'letter' }],
  [null, { registration: 'AB51 ABC', fuel: 'electric' }],
  ['/vehicle', { another: 'no' }],
  ['/length', { months: '6' }]
]

export async function checkSessions(browser, url, { newPage, axe, fail, screenshot }) {
  let states = 0
  for (const { name, language, width, context: options = {} } of modes) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce', ...options })
    const hasScript = options.javaScriptEnabled !== false
    const place = `sessions in ${language} at ${width} px, ${name}`

    const look = async (page, state) => {
      states++
      const found = hasScript ? (await axe(page)).filter((line) => !official.test(line)) : []
      if (found.length > 0) fail(`${place}, ${state}`, `axe finds ${found.join('; ')}`)
      if (page.messages.length > 0) fail(`${place}, ${state}`, `the console says ${page.messages.join('; ')}`)
      const { dir, lang, overflow, headings } = await page.evaluate(() => ({
        dir: getComputedStyle(document.body).direction,
        lang: document.documentElement.lang,
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        headings: document.querySelectorAll('h1').length
      }))
      if (lang !== language || dir !== languages[language]) fail(`${place}, ${state}`, `it is ${lang} and ${dir}`)
      if (overflow > 0) fail(`${place}, ${state}`, `${overflow} px do not fit`)
      if (headings !== 1) fail(`${place}, ${state}`, `it has ${headings} headings of the first level`)
      await screenshot(page, `sessions-${language}-${width}-${name.replace(/\W+/g, '-')}-${state}`)
    }
    const expect = (state, condition, text) => { if (!condition) fail(`${place}, ${state}`, text) }
    const press = async (page, selector) => Promise.all([page.waitForNavigation(), page.locator(selector).first().click()])
    const primary = 'main form > .govuk-button:not(.govuk-visually-hidden), main form > .govuk-button-group > .govuk-button:first-child'
    const path = (page) => new URL(page.url()).pathname
    const fill = async (page, fields) => {
      for (const [field, value] of Object.entries(fields)) {
        const control = page.locator(`main [name="${field}"]`)
        if (await control.first().getAttribute('type') === 'radio') await page.check(`main [name="${field}"][value="${value}"]`)
        else await control.fill(value)
      }
    }

    // A form that is shown again: the browser has forgotten its cookie.
    const page = await newPage(context)
    await page.goto(`${url}/home?language=${language}`)
    await context.clearCookies({ name: 'permit' })
    await page.fill('#postcode', 'NB1 4AB')
    await press(page, primary)
    await look(page, 'shown-again')
    expect('shown-again', await page.inputValue('#postcode') === 'NB1 4AB', 'what was typed is lost')
    expect('shown-again', await page.locator('.govuk-notification-banner[role=alert]').count() === 1, 'it does not say what happened')
    await press(page, primary)
    expect('shown-again', path(page) === '/council-tax', `it leads to ${path(page)}`)

    // A browser in which nothing is done: a sentence and a button, and with script a dialog in time.
    await look(page, 'idle-sentence')
    const sentence = page.locator('[data-townhall-idle] > p')
    expect('idle-sentence', (await sentence.textContent()).includes('30'), 'it does not say how long it is')
    const more = page.locator('[data-townhall-without-script] button')
    await page.check('main [name="pays"][value="yes"]')
    if (hasScript) {
      expect('idle', !(await more.isVisible()), 'there is a button beside the script')
      await page.clock.install()
      await page.reload()
      await page.check('main [name="pays"][value="yes"]')
      await page.locator('main [name="pays-yes-account"]').fill('70')
      await page.clock.fastForward('24:00')
      expect('idle', !(await page.locator('dialog').isVisible()), 'the warning comes too early')
      await page.clock.fastForward('01:30')
      expect('idle', await page.locator('dialog').isVisible(), 'there is no warning')
      await look(page, 'idle-warning')
      expect('idle', await page.evaluate(() => document.activeElement.closest('dialog') !== null), 'the focus is not in the warning')
      await page.keyboard.press('Enter')
      await page.locator('dialog').waitFor({ state: 'hidden' })
      expect('idle', await page.locator('main [name="pays-yes-account"]').inputValue() === '70', 'more time loses what was typed')
      // The Escape key is a sign of life as well.
      await page.clock.fastForward('25:30')
      await page.locator('dialog').waitFor({ state: 'visible' })
      await page.keyboard.press('Escape')
      await page.locator('dialog').waitFor({ state: 'hidden' })
      // At the end what was typed goes to the service, which knows of somebody in another tab, and shows it again.
      await page.clock.fastForward('25:30')
      await Promise.all([page.waitForNavigation(), page.clock.fastForward('05:30')])
      expect('idle', await page.locator('main [name="pays-yes-account"]').inputValue() === '70', 'the end loses what was typed')
    } else {
      await page.locator('main [name="pays-yes-account"]').fill('70')
      await press(page, '[data-townhall-without-script] button')
      expect('idle', await page.locator('main [name="pays-yes-account"]').inputValue() === '70', 'more time loses what was typed')
    }
    expect('idle', await page.locator('meta[http-equiv=refresh]').count() === 0, 'the page turns by itself')

    // Saved, with the secret: the only time.
    await press(page, 'button[name="townhall-save"]')
    await look(page, 'saved')
    const codes = await page.locator('main .govuk-summary-list strong').allTextContents()
    expect('saved', codes.length === 2, `it shows ${codes.length} codes`)
    const [reference, secret] = codes
    await page.goto(`${url}/save`)
    await look(page, 'saved-before')
    expect('saved-before', !(await page.content()).includes(secret), 'the secret is shown again')
    // Every page has the button now.
    await page.goto(`${url}/council-tax`)
    await look(page, 'can-leave')
    await press(page, 'header button[form="townhall-leave"], .govuk-service-navigation button')
    expect('left', path(page) === '/leave', `leaving leads to ${path(page)}`)
    await look(page, 'left')
    await page.goto(`${url}/council-tax`)
    expect('left', path(page) === '/home', 'the answers are still there')

    // Other answers first; then coming back asks.
    await page.fill('#postcode', 'NB2 2AB')
    await press(page, primary)
    await page.goto(`${url}/return`)
    await fill(page, { reference, secret })
    await press(page, primary)
    await look(page, 'replace')
    expect('replace', path(page) === '/return' && await page.locator('main .govuk-button--warning').count() === 1, 'it does not ask')
    await press(page, 'main .govuk-button--warning')
    await page.goto(`${url}/home`)
    expect('return', await page.inputValue('#postcode') === 'NB1 4AB', 'the answers are others')

    // A whole application, and a second one.
    for (const [expected, fields] of answers) {
      if (expected === '/home') await page.goto(`${url}/home`)
      if (expected) expect('second', path(page) === expected, `it is at ${path(page)}, not at ${expected}`)
      await fill(page, fields)
      await press(page, primary)
    }
    await press(page, primary)
    expect('second', path(page) === '/confirmation', `sending leads to ${path(page)}`)
    await look(page, 'confirmation')
    await page.goto(`${url}/home`)
    await look(page, 'already-sent')
    await press(page, 'main form[action="/start-again"] button')
    expect('second', path(page) === '/', `a new application leads to ${path(page)}`)
    await page.goto(`${url}/home`)
    expect('second', await page.inputValue('#postcode') === '', 'the second application has answers of the first')
    await page.goto(`${url}/start-again`)
    await look(page, 'start-again')
    await context.close()
  }
  return states
}
