import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { finishBuild, inlineStyles } from '../../src/cli/finish-build.ts'

/** A folder as Astro leaves it. */
function built(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-built-'))
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, 'client', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return folder
}

const SHEETS = '<link rel="stylesheet" href="/_astro/a.css"><link rel="stylesheet" href="/_astro/b.css">'
const SITE = {
  'index.html': `<head>${SHEETS}<script type="module" src="/_astro/leave.js"></script></head><p>Front</p>`,
  '404.html': `<head><meta name="robots" content="noindex"><link rel="stylesheet" href="/_astro/a.css"></head>`,
  'chapters/community.html': `<head>${SHEETS}</head><script>stray()</script>`,
  '_astro/a.css': 'head{color:red}table{color:green}\n',
  '_astro/b.css': 'p{color:blue}\n',
  '_astro/leave.js': 'leave()',
}
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const read = (folder: string, file: string) => readFileSync(join(folder, 'client', file), 'utf8')

test('a page carries its styles, in order, in one element', async () => {
  const folder = built(SITE)
  await finishBuild(folder)
  const page = read(folder, 'index.html')
  expect(page).toContain('<style>head{color:red}p{color:blue}</style>')
  expect(page).not.toContain('rel="stylesheet"')
})

test('the list of pages has each address, its file, and the hash of every inline style and script', async () => {
  const folder = built(SITE)
  const pages = await finishBuild(folder)
  expect(JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8'))).toEqual(pages)
  expect(Object.keys(pages).sort()).toEqual(['/', '/404', '/chapters/community'])
  expect(pages['/']).toEqual({
    file: 'index.html',
    csp: { style: [hash('head{color:red}p{color:blue}')], script: [] },
    listed: true,
    stylesheets: ['/_astro/a.css', '/_astro/b.css'],
    scripts: ['/_astro/leave.js'],
  })
  expect(pages['/chapters/community']?.csp.script).toEqual([hash('stray()')])
  expect(pages['/404']?.listed).toBe(false)
})

test('pages, styles and scripts lie beside their compressed copies', async () => {
  const folder = built(SITE)
  await finishBuild(folder)
  for (const file of ['index.html', '_astro/a.css', '_astro/leave.js']) {
    expect(brotliDecompressSync(readFileSync(join(folder, 'client', `${file}.br`))).toString()).toBe(read(folder, file))
    expect(gunzipSync(readFileSync(join(folder, 'client', `${file}.gz`))).toString()).toBe(read(folder, file))
  }
})

test('a style that would end its own element stops the build', () => {
  const page = '<link rel="stylesheet" href="/a.css">'
  expect(() => inlineStyles(page, () => 'a::before{content:"</style>"}')).toThrow('closing tag')
})
