// The example `question` in the browser: with script and without, at two widths, in three languages, from empty to sent.

const languages = { en: 'ltr', cy: 'ltr', ur: 'rtl' }

/** Words that are the same in every language: names, addresses, and the languages' own names. */
const same = /London Borough of Northbridge|English|Cymraeg|اردو|name@example\.com|bill\.pdf|PDF|%\{count\}|\d+/g

/** English words that are Welsh words too. */
const welshToo = ['example', 'print', 'problem']

/**
 * What the official script does, and axe reports on the official pages as well: `aria-expanded` on radios that reveal something, and
 * commas between the words of the button for files, which can be heard and not seen.
 */
const official = /^(aria-allowed-attr at #contact(-2)?|label-content-name-mismatch at #proof)$/

/** What the browser tells screen readers: every name, description and value in its accessibility tree, without what is in a language of its own. */
export async function tree(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('Accessibility.enable')
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  // The names of the languages are in those languages.
  const own = new Set(await page.evaluate(() => [...document.querySelectorAll('[lang]:not(html)')].map(({ textContent }) => textContent.trim())))
  await session.detach()
  // Lines of a text are in it; what was typed is in no language of ours.
  const isOurs = ({ ignored, role }) => !ignored && role?.value !== 'InlineTextBox'
  const texts = nodes.filter(isOurs).flatMap(({ name, description, value, properties = [] }) => [
    name?.value, description?.value, value?.value,
    ...properties.filter(({ name }) => ['roledescription', 'valuetext', 'keyshortcuts'].includes(name)).map(({ value }) => value.value)
  ])
  return texts.filter((text) => typeof text === 'string' && text && !own.has(text.trim()))
}

/** Every text in the page, and what its scripts say later. */
const written = (page) => page.evaluate(() => {
  const texts = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode
    if (!parentElement.closest('script, [lang]:not(html)') && data.trim()) texts.push(data.trim())
  }
  for (const element of document.querySelectorAll('body *')) {
    for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
      if (element.getAttribute(name)) texts.push(element.getAttribute(name))
    }
    // What scripts say later.
    for (const { name, value } of element.attributes) if (name.startsWith('data-i18n')) texts.push(value)
  }
  return [document.title, ...texts]
})

export const words = (texts) => new Set(texts.flatMap((text) => text.replace(same, ' ').toLowerCase().match(/\p{L}{3,}/gu) ?? []))

/** The links of the error summary, and the ids of what takes the focus when they are followed. */
async function followLinks(page, place, fail) {
  const links = page.locator('.govuk-error-summary__list a')
  for (let at = 0; at < await links.count(); at++) {
    const target = (await links.nth(at).getAttribute('href')).slice(1)
    await links.nth(at).click()
    const focused = await page.evaluate(() => document.activeElement.id)
    // Without script a browser moves to the control, and gives it the focus with the next key.
    const reached = focused || await page.evaluate(() => document.querySelector(':target')?.id)
    if (reached !== target) fail(place, `the link to ${target} leads to ${reached}`)
  }
}

async function fill(page, answers) {
  for (const [name, value] of Object.entries(answers)) {
    const control = page.locator(`[name="${name}"]`)
    const type = await control.last().getAttribute('type')
    if (type === 'radio' || type === 'checkbox') await page.check(`[name="${name}"][value="${value}"]`)
    else if (type === 'file') await control.last().setInputFiles({ name: value, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
    else await control.fill(value)
  }
}

const shown = (page) => page.evaluate(() => Object.fromEntries([...document.querySelectorAll('#question [name]')]
  .filter(({ type, checked }) => type !== 'hidden' && (checked || !['radio', 'checkbox'].includes(type)))
  .map(({ name, value }) => [name, value])))

const partly = { full_name: 'Siân "D’Arcy" <b>&', 'date_of_birth-day': '31', 'date_of_birth-month': '2', contact: 'email', 'contact-email': 'nobody', needs: 'none', proof: 'bill.pdf', reason: 'A\nB' }
const right = { full_name: 'Siân Rees', 'date_of_birth-day': '27', 'date_of_birth-month': 'Medi', 'date_of_birth-year': '1984', has_permit: 'yes', contact: 'phone', 'contact-phone': '07700 900 982', needs: 'interpreter' }

/** What the test types, on one line as in the accessibility tree or as it is. */
const typedTexts = new Set([...Object.values(partly), ...Object.values(right)].flatMap((text) => [text, text.replace(/\n/g, ' ')]))

export async function checkQuestion(browser, url, { newPage, axe, fail, screenshot, widths }) {
  let states = 0
  const said = {}
  for (const javaScriptEnabled of [true, false]) {
    for (const width of widths) {
      for (const [language, direction] of Object.entries(languages)) {
        const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } })
        const page = await newPage(context)
        const place = `question in ${language} at ${width} px ${javaScriptEnabled ? 'with' : 'without'} script`
        const look = async (state) => {
          states++
          // axe itself is a script.
          const found = javaScriptEnabled ? (await axe(page)).filter((line) => !official.test(line)) : []
          if (found.length > 0) fail(`${place}, ${state}`, `axe finds ${found.join('; ')}`)
          if (page.messages.length > 0) fail(`${place}, ${state}`, `the console says ${page.messages.join('; ')}`)
          const { dir, lang, overflow } = await page.evaluate(() => ({
            dir: getComputedStyle(document.body).direction,
            lang: document.documentElement.lang,
            overflow: document.documentElement.scrollWidth > document.documentElement.clientWidth
          }))
          if (dir !== direction || lang !== language) fail(`${place}, ${state}`, `it is ${lang} and ${dir}`)
          if (overflow) fail(`${place}, ${state}`, 'it is wider than the screen')
          // Without script the control for files is the browser's own, which speaks the browser's language.
          const isOurs = (text) => !typedTexts.has(text) && (javaScriptEnabled || text !== 'No file chosen')
          const heard = (await tree(page)).filter(isOurs)
          if (heard.length < 5) fail(`${place}, ${state}`, `the accessibility tree has ${heard.length} texts`)
          ;(said[language] ??= []).push(...heard, ...await written(page))
          if (javaScriptEnabled) await screenshot(page, `question-${language}-${width}-${state}`)
        }
        const send = () => Promise.all([page.waitForNavigation(), page.click('#question > .govuk-button:not(.govuk-visually-hidden)')])

        await page.goto(`${url}/?language=${language}`)
        await look('first')
        await send()
        if (javaScriptEnabled && await page.evaluate(() => document.activeElement.className) !== 'govuk-error-summary') {
          fail(place, 'the focus is not on the error summary')
        }
        await look('empty')
        await followLinks(page, place, fail)

        await fill(page, partly)
        await send()
        await look('partly')
        await followLinks(page, place, fail)
        const typed = await shown(page)
        for (const [name, value] of Object.entries(partly).filter(([name]) => name !== 'proof')) {
          if (typed[name] !== value) fail(place, `${name} is shown as ${typed[name]} and was ${value}`)
        }

        // Another language and back: everything is there, the errors too.
        const errors = await page.locator('.govuk-error-summary__list li').count()
        const other = language === 'cy' ? 'en' : 'cy'
        for (const tag of [other, language]) {
          await Promise.all([page.waitForNavigation(), page.click(`[name="townhall-language"][value="${tag}"]`)])
          if (await page.evaluate(() => document.documentElement.lang) !== tag) fail(place, `the page is not in ${tag}`)
          if (JSON.stringify(await shown(page)) !== JSON.stringify(typed)) fail(place, `${tag} lost what was typed`)
          if (!await page.locator('#proof-hint').textContent().then((hint) => hint.includes('bill.pdf'))) fail(place, `${tag} lost the file`)
          if (await page.locator('.govuk-error-summary__list li').count() !== errors) fail(place, `${tag} lost errors`)
        }

        // The Enter key in a field answers the question; it does not change the language.
        await page.uncheck('[name="needs"][value="none"]')
        await fill(page, right)
        await page.focus('[name="full_name"]')
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
        if (await page.locator('.govuk-panel').count() !== 1) fail(place, 'right answers are not accepted')
        await look('sent')
        await context.close()
      }
    }
  }
  // Whatever the English pages say, the others say in their own words.
  const english = words(said.en)
  for (const language of ['cy', 'ur']) {
    const left = [...words(said[language])].filter((word) => english.has(word) && !(language === 'cy' && welshToo.includes(word)))
    if (left.length > 0) fail(`question in ${language}`, `these words are English: ${left.join(', ')}`)
  }
  return states
}
