// Every pattern as the gallery shows it, in English and Welsh: one heading, a title, nothing for axe, nothing wider than the screen, and no English
// on a Welsh page.

import { tree, words } from './question.mjs'

/** Names, addresses, and what is the same in both languages. */
const same = /London Borough of Northbridge|English|Cymraeg|Siân|Rees|Stryd Fawr|Pontypridd|AB-2345|Prospect Cottage|AbilityNet|WCAG|Shift|(sian|post)@cymru\.example|\bsession\b|\bvisits\b/g

/** English words that are Welsh words too. */
const welshToo = ['ehrc', 'eass', 'person', 'incognito', 'post', 'pagan', 'problem', 'roma', 'sikh', 'hindu', 'partner', 'sector']

/** What the official script does on the official pages as well: `question.mjs` says more. */
const official = /^aria-allowed-attr at #/

export async function checkPatterns(browser, gallery, { newPage, axe, fail, widths, screenshot }) {
  let pages = 0
  const page = await newPage(await browser.newContext({ reducedMotion: 'reduce' }))
  await page.goto(`${gallery}/patterns`)
  const addresses = await page.evaluate(() => [...document.querySelectorAll('main li a:not([lang])')].map(({ href }) => href))
  if (addresses.length < 30) fail('patterns', `there are ${addresses.length}`)
  for (const address of addresses) {
    const name = address.split('/').pop()
    const said = {}
    for (const language of ['en', 'cy']) {
      for (const width of widths) {
        pages++
        const place = `${name} in ${language} at ${width} px`
        page.messages.length = 0
        await page.setViewportSize({ width, height: 800 })
        await page.goto(`${address}?language=${language}`)
        const found = (await axe(page)).filter((line) => !official.test(line))
        if (found.length > 0) fail(place, `axe finds ${found.join('; ')}`)
        const messages = page.messages.filter((message) => !/status of [45]\d\d/.test(message))
        if (messages.length > 0) fail(place, `the console says ${messages.join('; ')}`)
        const { headings, title, heading, overflow, lang } = await page.evaluate(() => ({
          headings: document.querySelectorAll('h1').length,
          heading: document.querySelector('h1')?.textContent.trim(),
          title: document.title,
          lang: document.documentElement.lang,
          overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth
        }))
        if (headings !== 1) fail(place, `it has ${headings} headings of the first level`)
        if (!title.includes(heading)) fail(place, `its heading is ${heading} and its title ${title}`)
        if (lang !== language) fail(place, `it is in ${lang}`)
        if (overflow > 0) fail(place, `${overflow} px do not fit`)
        await screenshot(page, `pattern-${name}-${language}-${width}`)
        said[language] = (await tree(page)).map((text) => text.replace(same, ' '))
      }
    }
    const english = words(said.en)
    const left = [...words(said.cy)].filter((word) => english.has(word) && !welshToo.includes(word))
    if (left.length > 0) fail(`${name} in cy`, `these words are English: ${left.join(', ')}`)
  }
  await page.context().close()
  return pages
}
