// Adds an entry to package-lock.json for every optional platform package that the lock names but doesn't hold.
// Some mirrors lack builds for other platforms; npm then leaves them out of the lock, and `npm ci` calls it out of sync.
// Run it after `npm install`: node tests/support/mend-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { isCommand } from '../../src/cli/set-up.mjs'

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const PROCESSORS = ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']
const LIBRARIES = { gnu: 'glibc', musl: 'musl' }

/** Every place where Node would look for `name` when the package at `path` asks for it, nearest first. */
function places(path, name) {
  const at = path === '' ? -1 : path.lastIndexOf('node_modules/')
  const above = at > 0 ? path.slice(0, at - 1) : ''
  const here = `${path === '' ? '' : `${path}/`}node_modules/${name}`
  return path === '' ? [here] : [here, ...places(above, name)]
}

/** What the lock names and doesn't hold: [place, version, the entry of the package that asked]. */
export function missing(packages) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !places(path, name).some((place) => packages[place]))
      .map(([name, version]) => [`node_modules/${name}`, version, entry]),
  )
}

/** Says for which machines a package is, from the words in its name. */
export function stub(place, version, parent) {
  const words = place.split(/[/-]/)
  const of = (known) => known.filter((word) => words.includes(word))
  const libc = Object.entries(LIBRARIES)
    .filter(([word]) => words.includes(word))
    .map(([, name]) => name)
  const entry = { version, optional: true, cpu: of(PROCESSORS), os: of(SYSTEMS), libc, dev: parent.dev }
  if (!/^\d+\.\d+\.\d+/.test(version) || entry.cpu.length + entry.os.length === 0)
    throw new Error(`${place} ${version}: its name doesn’t say for which machines it is; add it to the lock by hand`)
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined && value.length !== 0))
}

if (isCommand(import.meta.url)) {
  const file = new URL('../../package-lock.json', import.meta.url)
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const found = missing(lock.packages)
  for (const [place, version, parent] of found) lock.packages[place] = stub(place, version, parent)
  const [root, ...rest] = Object.entries(lock.packages)
  const byPath = (a, b) => a[0].localeCompare(b[0], 'en')
  lock.packages = Object.fromEntries([root, ...rest.sort(byPath)])
  if (found.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`package-lock.json: ${found.length} entries added`)
}
