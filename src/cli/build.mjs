// Builds the pages into dist/: npm run build. `buildIfStale` does so only when something they are made of has changed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must } from './run.mjs'
import { isCommand, main, ROOT, setUp } from './set-up.mjs'

const SOURCES = [
  'bot',
  'content',
  'public',
  'src',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const STAMP = join(ROOT, 'dist', '.built-from')

const isFile = (path) => statSync(join(ROOT, path)).isFile()

/** One hash over the names and contents of everything that goes into the pages. */
function sources() {
  const below = (folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, name))
  const there = SOURCES.filter((path) => existsSync(join(ROOT, path)))
  const files = there.flatMap((path) => (isFile(path) ? [path] : below(path))).filter(isFile)
  const hash = createHash('sha256')
  for (const path of files.sort()) hash.update(`\0${path}\0`).update(readFileSync(join(ROOT, path)))
  return hash.digest('hex')
}

export async function build(...options) {
  const from = sources()
  rmSync(STAMP, { force: true })
  await must(
    ['node_modules/astro/bin/astro.mjs', 'build', ...options],
    'The pages could not be built; what is wrong stands above.',
  )
  await must(['src/cli/finish-build.ts'], 'The pages could not be finished; what is wrong stands above.')
  writeFileSync(STAMP, from)
}

export async function buildIfStale() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources()) return
  console.error('Standpoint: building the pages.')
  await build('--silent')
}

if (isCommand(import.meta.url))
  await main(async () => {
    setUp()
    await build()
  })
