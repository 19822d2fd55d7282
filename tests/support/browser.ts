import { execFileSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

export interface Found {
  /** Where it was found, for the log of a run. */
  from: string
  executablePath: string
  env?: Record<string, string>
}

type Environment = Record<string, string | undefined>

/** What every Chromium of the tests is started with. */
export const FLAGS = [
  'no-sandbox',
  'disable-gpu',
  'disable-quic',
  'no-first-run',
  'disable-background-networking',
  'disable-component-update',
  'disable-sync',
  'disable-dev-shm-usage',
]
const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Unpacks the Chromium of the npm package once; two runs at a time each unpack their own, and one of them stays. */
async function unpack(): Promise<string> {
  const root = fileURLToPath(new URL('../', import.meta.resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const caches = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))
  const folder = join(caches, `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(caches, { recursive: true })
  const making = mkdtempSync(`${folder}-`)
  const before = process.env.TMPDIR
  // The package unpacks into the temporary folder, and has no other way to say where.
  process.env.TMPDIR = making
  try {
    const { inflate } = await import('@sparticuz/chromium')
    for (const name of ['chromium', 'fonts.tar', 'swiftshader.tar', 'al2023.tar'])
      await inflate(join(root, 'bin', `${name}.br`))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  const fonts = join(making, 'fonts', 'fonts.conf')
  writeFileSync(fonts, readFileSync(fonts, 'utf8').replaceAll('FONTS', join(folder, 'fonts')))
  try {
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** The packaged Chromium with the libraries and fonts that a bare machine lacks. */
async function packaged(env: Environment): Promise<Found> {
  const folder = await unpack()
  const executablePath = join(folder, 'chromium')
  const lacksLibraries = execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found')
  const libraries = [join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
  const added: Environment = { ...env }
  if (lacksLibraries) added.LD_LIBRARY_PATH = libraries
  if (!existsSync('/etc/fonts/fonts.conf')) added.FONTCONFIG_PATH = join(folder, 'fonts')
  return { from: '@sparticuz/chromium', executablePath, env: added as Record<string, string> }
}

const NONE = `No Chromium was found for the tests in a browser. Any one of these brings one:
  npx playwright-core install chromium
  apt-get install chromium      (Debian and Ubuntu)
  CHROMIUM_PATH=/path/to/chrome npm test`

/** The browser for the tests: CHROMIUM_PATH, else an installed one, else Playwright's own, else the packaged one. */
export async function findBrowser(
  env: Environment = process.env,
  playwrights = chromium.executablePath(),
): Promise<Found> {
  if (env.CHROMIUM_PATH) {
    if (runs(env.CHROMIUM_PATH)) return { from: 'CHROMIUM_PATH', executablePath: env.CHROMIUM_PATH }
    throw new Error(`CHROMIUM_PATH is ${env.CHROMIUM_PATH}, and no program can be run there.`)
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const installed = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE].find(runs)
  if (installed) return { from: 'installed', executablePath: installed }
  if (runs(playwrights)) return { from: 'Playwright', executablePath: playwrights }
  if (process.platform === 'linux' && process.arch === 'x64') return packaged(env)
  throw new Error(NONE)
}

/** Starts a browser, with more flags if it needs any; whoever starts it closes it. */
export async function launchBrowser(more: string[] = []): Promise<Browser> {
  const { from, ...found } = await findBrowser()
  return chromium.launch({ ...found, args: [...FLAGS, ...more].map((flag) => `--${flag}`), handleSIGINT: false })
}
