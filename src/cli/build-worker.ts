import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type OutputFile } from 'esbuild'
import { etagOf } from '../web/etag.ts'

/** Pages that can be read without a connection, beside the chapters. */
const PAGES = ['/', '/help', '/glossary', '/offline']
const SCRIPT = /\/_astro\/[\w.-]+\.js/g
/** The two fonts of every page (`src/fonts`). The others are for letters and styles that few pages have. */
const FONT = /\/_astro\/(?:besley|atkinson)-latin\.[\w-]+\.woff2/g
/** How one script names another that it asks for later. */
const LATER = /["'](?:\.|\/_astro)\/([\w.-]+\.js)["']/g

/** Every address that is kept in the browser, with what the server says of its content. */
function filesFor(client: string, pages: Record<string, { file: string }>): Record<string, string> {
  const files: Record<string, string> = {}
  const add = (address: string, file = address) => {
    if (files[address]) return
    const content = readFileSync(join(client, file))
    files[address] = etagOf(content)
    const text = /\.(html|js)$/.test(file) ? content.toString('utf8') : ''
    for (const [asset] of [...text.matchAll(SCRIPT), ...text.matchAll(FONT)]) add(asset)
    if (file.endsWith('.js')) for (const [, name] of text.matchAll(LATER)) add(`/_astro/${name}`)
  }
  for (const [address, { file }] of Object.entries(pages))
    if (address.startsWith('/chapters/') || PAGES.includes(address)) add(address, file)
  add('/favicon.svg')
  return files
}

/** Writes the service worker beside the built pages. Its version changes when anything that it keeps does. */
export async function buildWorker(client: string, pages: Record<string, { file: string }>): Promise<void> {
  const files = filesFor(client, pages)
  const version = createHash('sha256').update(JSON.stringify(files)).digest('base64url').slice(0, 12)
  const { outputFiles } = await build({
    entryPoints: ['src/client/service-worker.ts'],
    define: { FILES: JSON.stringify(files), VERSION: JSON.stringify(version) },
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  })
  writeFileSync(join(client, 'service-worker.js'), (outputFiles[0] as OutputFile).contents)
}
