// Installs what package-lock.json names, with Node 24 among it. Plain JavaScript: any Node from 20 runs it with nothing installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const BIN = join(ROOT, 'node_modules', '.bin')
const STAMP = join(ROOT, 'node_modules', '.standpoint-set-up')

/** The Node that this project brings along. */
export const NODE = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** This process's environment, with the project's own Node and tools found first. */
export const environment = () => ({
  ...process.env,
  PATH: [BIN, process.env.PATH].filter(Boolean).join(delimiter),
  ASTRO_TELEMETRY_DISABLED: '1',
})

const read = (name) => readFileSync(join(ROOT, name), 'utf8')
const readJson = (name) => JSON.parse(read(name))

/** Ends with a message for a person, not with a stack. */
export class Stop extends Error {}

/** What is installed, as npm itself notes it, against what the lock says. */
function isInstalled() {
  if (!existsSync(join(ROOT, 'node_modules/.package-lock.json'))) return false
  const there = readJson('node_modules/.package-lock.json').packages
  return Object.entries(readJson('package-lock.json').packages).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.devOptional || there[path]?.version === wanted.version,
  )
}

function npm(...args) {
  const own = process.env.npm_execpath
  const [command, ...before] = own?.endsWith('npm-cli.js') ? [process.execPath, own] : ['npm']
  const shell = command === 'npm' && process.platform === 'win32'
  const { status, error } = spawnSync(command, [...before, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2], shell })
  if (error) throw new Stop(`npm could not be started (${error.message}). It comes with Node: install Node with npm.`)
  return status === 0
}

const nodeVersion = () => spawnSync(NODE, ['--version'], { encoding: 'utf8' }).stdout?.trim()

/** Runs the install scripts that package.json allows, and no others, whatever this npm does by itself. */
function prepare(wanted) {
  const { allowScripts } = readJson('package.json')
  const names = Object.keys(allowScripts).filter(
    (name) => allowScripts[name] && existsSync(join(ROOT, 'node_modules', name)),
  )
  npm('rebuild', '--ignore-scripts=false', '--loglevel=error', ...names)
  if (nodeVersion() === wanted) return
  throw new Stop(
    `Standpoint needs Node ${wanted}, which the package "node" brings along, and its install script did not run.\n` +
      'Mend it with:  npm rebuild --ignore-scripts=false --foreground-scripts node',
  )
}

/** Takes a moment when everything is in place already; says what it does when it isn't. */
export function setUp() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) throw new Stop(`Standpoint is started with Node 20 or newer; this is Node ${process.versions.node}.`)
  const wanted = `v${readJson('package-lock.json').packages['node_modules/node'].version}`
  const stamp = createHash('sha256')
    .update(read('package-lock.json'))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')
  const installed = isInstalled()
  if (installed && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp && existsSync(NODE)) return
  if (!installed) {
    console.error('Standpoint: installing what it needs. The first time this takes about a minute.')
    if (!npm('ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'))
      throw new Stop(
        'The packages could not be installed; npm says above why. Run the same command again when it is mended.',
      )
  }
  prepare(wanted)
  writeFileSync(STAMP, stamp)
}

/** Runs a command's own steps; a Stop becomes its message and exit code 1. */
export async function main(steps) {
  try {
    process.exitCode = await steps()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

/** Whether this file is the command that was started, and not imported by another. */
export const isCommand = (url) =>
  existsSync(process.argv[1] ?? '') && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(url))

if (isCommand(import.meta.url)) await main(setUp)
