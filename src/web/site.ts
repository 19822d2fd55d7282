import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { z } from 'zod'
import { etagOf } from './etag.ts'
import { contentPolicy } from './headers.ts'
import { compileTemplate, type Template } from './splice.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
}

/** A file of the build, held in memory with the copies that the build compressed. */
export interface BuiltFile {
  type: string
  etag: string
  plain: Buffer
  brotli: Buffer | null
  gzip: Buffer | null
  /** The file's name holds a hash of what is in it, so it may be kept for ever. */
  forever: boolean
}

export interface BuiltPage extends BuiltFile {
  policy: string
  template: Template
}

export interface Site {
  page(path: string): BuiltPage | undefined
  file(path: string): BuiltFile | undefined
  /** Paths of the prerendered pages that are for everybody, for the sitemap. */
  listed: string[]
  /** What a page that is made at run time needs to look like the others. */
  frame: { stylesheets: string[]; scripts: string[] }
}

const entry = z.object({
  file: z.string(),
  csp: z.object({ style: z.array(z.string()), script: z.array(z.string()) }),
  listed: z.boolean(),
  stylesheets: z.array(z.string()),
  scripts: z.array(z.string()),
})
const manifest = z.record(z.string(), entry)

/** Loads what the build made into memory. */
export function loadSite(folder: string): Site {
  if (!existsSync(join(folder, 'pages.json')))
    throw new Error(`There is no built site in ${folder}. Run npm start, or npm run build first.`)
  const pagesOf = manifest.parse(JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')))
  const client = join(folder, 'client')
  const files = new Map<string, BuiltFile>()
  for (const name of readdirSync(client, { recursive: true, encoding: 'utf8' })) {
    if (!TYPES[extname(name)]) continue
    files.set(`/${relative('.', name)}`, load(join(client, name), name.startsWith('_astro/')))
  }
  const pages = new Map<string, BuiltPage>()
  for (const [path, { file, csp }] of Object.entries(pagesOf)) {
    const built = load(join(client, file), false)
    pages.set(path, { ...built, policy: contentPolicy(csp), template: compileTemplate(built.plain.toString('utf8')) })
  }
  return {
    page: (path) => pages.get(path),
    file: (path) => (path.endsWith('.html') ? undefined : files.get(path)),
    listed: Object.keys(pagesOf).filter((path) => pagesOf[path]?.listed),
    frame: pagesOf['/404'] ?? { stylesheets: [], scripts: [] },
  }
}

function load(path: string, forever: boolean): BuiltFile {
  const plain = readFileSync(path)
  const packed = (ending: string) => (existsSync(path + ending) ? readFileSync(path + ending) : null)
  return {
    type: TYPES[extname(path)] as string,
    etag: etagOf(plain),
    plain,
    brotli: packed('.br'),
    gzip: packed('.gz'),
    forever,
  }
}
