// The tutorial as a newcomer follows it.
//
// node tutorial.mjs extract TUTORIAL.md FOLDER PACKAGE: writes the files that the tutorial shows into a folder, over the unpacked package
// node tutorial.mjs walk PROGRAM: starts the program and walks through the service

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import assert from 'node:assert/strict'

const [verb, ...rest] = process.argv.slice(2)

function extract(tutorial, folder, townhall) {
  const files = {}
  // Blocks of one file follow each other.
  for (const [, file, text] of readFileSync(tutorial, 'utf8').matchAll(/^```\w+ file=(\S+)\n(.*?)^```$/gms)) {
    files[file] = [files[file], text].filter(Boolean).join('\n')
  }
  const { dependencies, ...others } = files
  const manifest = `[package]\nname = "bulky-waste"\nversion = "0.1.0"\nedition = "2024"\n\n[dependencies]\n${dependencies}\n` +
    `[patch.crates-io]\ntownhall = { path = ${JSON.stringify(townhall)} }\n\n[workspace]\n`
  for (const [file, text] of Object.entries({ 'Cargo.toml': manifest, ...others })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  assert.deepEqual(Object.keys(others).sort(), ['content/cy.ftl', 'content/en.ftl', 'src/main.rs'])
}

async function walk(program) {
  const server = spawn(program, { cwd: mkdtempSync(join(tmpdir(), 'bulky-')), env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    let said = ''
    const url = await new Promise((resolve, reject) => {
      server.on('exit', (code) => reject(new Error(`the program ended with ${code}`)))
      server.stdout.on('data', (data) => {
        said += data
        const found = said.match(/Listening on (\S+)/)
        if (found) resolve(found[1])
      })
    })
    const cookies = {}
    const hidden = { 'townhall-token': '', 'townhall-shown': '' }
    const request = async (path, fields) => {
      const response = await fetch(url + path, {
        method: fields ? 'POST' : 'GET',
        redirect: 'manual',
        headers: { cookie: Object.entries(cookies).map(([name, value]) => `${name}=${value}`).join('; ') },
        body: fields && new URLSearchParams([...Object.entries(hidden), ...fields])
      })
      for (const cookie of response.headers.getSetCookie()) {
        const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/)
        cookies[name] = value
      }
      const html = await response.text()
      for (const name in hidden) hidden[name] = html.match(new RegExp(`name="${name}" value="([^"]+)"`))?.[1] ?? hidden[name]
      return response.status === 303 ? request(response.headers.get('location')) : html
    }
    const has = (html, ...texts) => texts.forEach((text) => assert.ok(html.includes(text), `${text} is not in ${html}`))

    has(await request('/'), 'What should we collect?', 'Sofa or armchair')
    has(await request('/collection', []), 'Select what you want to get rid of', 'Enter the day')
    has(await request('/collection', [['things', 'other'], ['townhall-language', 'cy'], ['townhall-errors', 'shown']]), 'Beth dylem ei gasglu?', 'Rhowch eich ateb')
    await request('/collection?language=en')
    const day = [['collection-day', '1']]
    has(await request('/collection', [['things', 'sofa'], ['day-day', '1'], ['day-month', 'Mai'], ['day-year', '2001'], ...day]), 'The day must be in the future')
    has(await request('/collection', [['things', 'sofa'], ['things', 'other'], ['things-other-what', 'A piano'], ['day-day', '27'], ['day-month', 'Mawrth'], ['day-year', '2090']]), 'Where are you?')
    has(await request('/home', [['full_name', 'Siân Rees'], ['postcode', 'nb14ab']]), 'Check your answers', 'A piano', '27 March 2090', 'NB1 4AB')
    has(await request('/check-answers', []), 'Your collection is booked', 'BW-')
    has(await request('/home'), 'You have already sent your answers')
  } finally {
    server.removeAllListeners('exit')
    server.kill()
  }
}

if (verb === 'extract') extract(...rest)
else await walk(...rest)
