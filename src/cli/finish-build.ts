/**
 * What is left to do once Astro has built: puts the styles that a page needs into it, joins its scripts, notes the hashes
 * that its content policy must allow, compresses everything, and writes `dist/pages.json` for the front server.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { loadContent } from '#core/content/load-content.ts'
import { buildWorker } from './build-worker.ts'
import { joinScripts } from './join-scripts.ts'
import { namesInPage, together } from './names-in.ts'
import { pruneStyles } from './prune-styles.ts'
import { namesPutInLater } from './put-in-later.ts'

const LINK = /<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"[^>]*>/g
const INLINE = /<(style|script)\b([^>]*)>([\s\S]*?)<\/\1>/g
const COMPRESSED = new Set(['.html', '.css', '.js', '.svg', '.json', '.txt', '.xml', '.webmanifest'])

export interface PageEntry {
  /** Inside `dist/client`. */
  file: string
  /** Hashes of the styles and scripts that stand in the page, quoted as in a Content-Security-Policy. */
  csp: { style: string[]; script: string[] }
  /** For the sitemap and for search engines. */
  listed: boolean
  /** The page's styles and scripts as files, for pages made at run time that should look like it. */
  stylesheets: string[]
  scripts: string[]
}

/** Every file under a folder, with / between the parts of its name. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const addressOf = (file: string) =>
  `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`.replace(/(?<=.)\/$/, '')

/** A page with its stylesheets inside. Cascade layers keep their order, whichever sheet comes first. */
export function inlineStyles(
  page: string,
  readStyle: (href: string) => string,
  prune = (css: string): string => css,
): string {
  const style = prune([...page.matchAll(LINK)].map((m) => readStyle(m[1] as string).trim()).join(''))
  if (/<\/style/i.test(style)) throw new Error('A stylesheet holds a closing tag, which would end the style element.')
  let placed = style === ''
  return page.replace(LINK, () => {
    if (placed) return ''
    placed = true
    return `<style>${style}</style>`
  })
}

/** What the content policy of a page must allow, and what it is made of. */
export function describePage(page: string, before: string): Omit<PageEntry, 'file'> {
  const csp = { style: new Set<string>(), script: new Set<string>() }
  for (const [, tag, attributes, text] of page.matchAll(INLINE))
    if (text && !/\bsrc=/.test(attributes as string)) csp[tag as 'style' | 'script'].add(hashOf(text))
  return {
    csp: { style: [...csp.style], script: [...csp.script] },
    listed: !page.includes('<meta name="robots" content="noindex"'),
    stylesheets: [...before.matchAll(LINK)].map((m) => m[1] as string),
    scripts: [...page.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map((m) => m[1] as string),
  }
}

async function compress(path: string): Promise<void> {
  const body = readFileSync(path)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  const [br, gz] = await Promise.all([promisify(brotliCompress)(body, { params }), promisify(gzip)(body, { level: 9 })])
  writeFileSync(`${path}.br`, br)
  writeFileSync(`${path}.gz`, gz)
}

type PartsOf = (question: string) => string[]

export async function finishBuild(folder: string, partsOf: PartsOf = () => []): Promise<Record<string, PageEntry>> {
  const client = join(folder, 'client')
  const joined = joinScripts(client)
  const styles = new Map<string, string>()
  const readStyle = (href: string) => {
    if (!styles.has(href)) styles.set(href, readFileSync(join(client, href), 'utf8'))
    return styles.get(href) as string
  }
  const pages: Record<string, PageEntry> = {}
  for (const file of filesIn(client).filter((f) => f.endsWith('.html'))) {
    const built = await joined(readFileSync(join(client, file), 'utf8'))
    const names = together([namesInPage(built), namesPutInLater(built, partsOf)])
    const page = inlineStyles(built, readStyle, (css) => pruneStyles(css, names))
    writeFileSync(join(client, file), page)
    pages[addressOf(file)] = { file, ...describePage(page, built) }
  }
  if (pages['/offline']) await buildWorker(client, pages)
  writeFileSync(join(folder, 'pages.json'), `${JSON.stringify(pages, null, 1)}\n`)
  await Promise.all(
    filesIn(client)
      .filter((f) => COMPRESSED.has(extname(f)))
      .map((f) => compress(join(client, f))),
  )
  return pages
}

if (import.meta.main) {
  const content = loadContent()
  const partsOf = (id: string) => content.question(id)?.parts.map((part) => part.type) ?? []
  const pages = await finishBuild(resolve('dist'), partsOf)
  console.log(`${Object.keys(pages).length} pages built.`)
}
