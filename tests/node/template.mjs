// Prints pages made by the official page template, one JSON object a line: {"variables", "blocks", "html"}.
// Each variable and each block alone, each block left empty, and all kinds of them together.

import nunjucks from 'nunjucks'
import { environment } from './official.mjs'

const attributes = { 'data-a': 'b "c"', 'data-d': '<e>' }
const variables = {
  htmlLang: 'cy', htmlClasses: 'app-html', pageTitleLang: 'cy', mainLang: 'en', bodyClasses: 'app-body "x"', bodyAttributes: attributes,
  headerClasses: 'app-header', headerAttributes: attributes, containerClasses: 'app-container', containerAttributes: attributes,
  mainClasses: 'govuk-main-wrapper--l', mainAttributes: attributes, footerClasses: 'app-footer', footerAttributes: attributes,
  serviceName: 'Apply for <a permit> & pay', serviceUrl: '/start?a=1&b=2', assetPath: '/public', assetUrl: 'https://example.com/assets',
  opengraphImageUrl: 'https://example.com/image.png', themeColor: '#123456', cspNonce: 'bm9uY2U='
}
const blocks = {
  pageTitle: 'Enw – Gwasanaeth', head: '<meta name="description" content="A page">', headIcons: '<link rel="icon" href="/icon.svg">',
  bodyStart: '<div class="app-cookies">Cookies</div>', govukSkipLink: '<a href="#main-content" class="govuk-skip-link">Neidio</a>',
  header: '<header>Own header</header>', headerStart: '<p>Header start</p>', govukHeader: '<div>Own logo</div>',
  govukServiceNavigation: '<nav>Own navigation</nav>', headerEnd: '<p>Header end</p>', container: '<div>Own container</div>',
  containerStart: '<p>Container start</p>', main: '<main id="main-content">Own main</main>', content: '<h1>Heading</h1><p>Content</p>',
  containerEnd: '<p>Container end</p>', footer: '<footer>Own footer</footer>', footerStart: '<p>Footer start</p>',
  govukFooter: '<div>Own footer inside</div>', footerEnd: '<p>Footer end</p>', bodyEnd: '<div>Body end</div>'
}

function print(variables, blocks) {
  const source = '{% extends "govuk/template.njk" %}' +
    Object.entries(blocks).map(([name, html]) => `{% block ${name} %}${html}{% endblock %}`).join('')
  const html = nunjucks.compile(source, environment).render(variables)
  console.log(JSON.stringify({ variables, blocks, html }))
}

const pick = (map, keep) => Object.fromEntries(Object.entries(map).filter(keep))

print({}, {})
for (const name of Object.keys(variables)) print({ [name]: variables[name] }, {})
for (const name of Object.keys(blocks)) {
  print({}, { [name]: blocks[name] })
  print({}, { [name]: '' })
}
// A header and a footer with nothing in them are left out.
print({ headerClasses: 'x' }, { govukHeader: ' ', govukServiceNavigation: '\n' })
print({ footerClasses: 'x' }, { govukFooter: ' ' })
// Every third, every second, all but one.
for (let step = 2; step <= 7; step++) {
  for (let offset = 0; offset < step; offset++) {
    const keep = (_, at) => at % step === offset
    print(pick(variables, keep), pick(blocks, keep))
    print(pick(variables, (entry, at) => !keep(entry, at)), pick(blocks, keep))
    print(pick(variables, keep), pick(blocks, (entry, at) => !keep(entry, at)))
  }
}
