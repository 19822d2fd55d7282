// npm run lighthouse: Lighthouse’s own marks for every chapter, on the phone that it imitates. Fails where
// accessibility isn’t 100.
//
// Lighthouse is no devDependency: with all it brings it is 176 MB, more than half of what everybody else’s first
// `npm test` would have to wait for, and nothing but this command needs it. So npm fetches this one version, into a
// folder of its own, when it is first asked for; the folder goes with node_modules.
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { launchBrowser } from '#tests/support/browser.ts'
import { content } from '#tests/support/open.ts'
import { startServer } from '#tests/support/server.ts'
import { type Report, rowOf, TITLES } from './row.ts'

const VERSION = '13.5.0'
const FOLDER = resolve('node_modules/.cache', `lighthouse-${VERSION}`)
const COMMAND = join(FOLDER, 'node_modules/lighthouse/cli/index.js')
/** Written last: a fetch that was broken off begins again. */
const WHOLE = join(FOLDER, 'whole')

function fetchOnce(): void {
  if (existsSync(WHOLE)) return
  process.stderr.write(`Fetching Lighthouse ${VERSION}; this is done once.\n`)
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }\n')
  const own = process.env.npm_execpath
  const [npm, ...before] = own?.endsWith('npm-cli.js') ? [process.execPath, own] : ['npm']
  const how = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  execFileSync(npm as string, [...before, 'install', ...how, `lighthouse@${VERSION}`], {
    cwd: FOLDER,
    stdio: ['ignore', 2, 2],
  })
  writeFileSync(WHOLE, '')
}

/** A port that nobody uses now, for the browser to be reached at. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as { port: number }
  await new Promise((closed) => server.close(closed))
  return port
}

async function measure(url: string, port: number): Promise<Report> {
  const how = [`--port=${port}`, '--output=json', '--quiet', '--no-enable-error-reporting', '--max-wait-for-load=60000']
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, url, ...how], { maxBuffer: 100_000_000 })
  return JSON.parse(stdout)
}

fetchOnce()
const port = await freePort()
await using server = await startServer()
const browser = await launchBrowser([`remote-debugging-port=${port}`])
const rows: string[][] = []
let worst = 100
try {
  for (const { path } of content.chapters) {
    const report = await measure(server.url + path, port)
    rows.push([path, ...rowOf(report)])
    worst = Math.min(worst, Math.round((report.categories.accessibility?.score ?? 0) * 100))
  }
} finally {
  await browser.close()
}
const all = [['chapter', ...TITLES], ...rows]
const widths = all[0]?.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0))) ?? []
for (const row of all) process.stdout.write(`${row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  ')}\n`)
if (worst < 100) {
  process.stdout.write(`Accessibility is ${worst} of 100 somewhere.\n`)
  process.exitCode = 1
}
