import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missing, stub } from './support/mend-lock.mjs'

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

interface Entry {
  version?: string
  resolved?: string
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}
const packages: Record<string, Entry> = JSON.parse(read('package-lock.json')).packages
const manifest = JSON.parse(read('package.json'))

test('the lock names no address that packages come from', () => {
  const addresses = Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined)
  expect(addresses.map(([path]) => path)).toEqual([])
  expect(read('package-lock.json')).not.toMatch(/registry\.|\.tgz"|git\+|file:/)
})

test('the lock holds every platform’s packages, so that npm ci passes (node tests/support/mend-lock.mjs adds them)', () => {
  expect(missing(packages).map(([place]) => place)).toEqual([])
})

test('the lock was made from this package.json', () => {
  expect(packages['']?.dependencies).toEqual(manifest.dependencies)
  expect(packages['']?.devDependencies).toEqual(manifest.devDependencies)
})

test('every package with an install script is allowed or refused by name', () => {
  const withScripts = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript)
  const names = withScripts.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
  const decided = Object.keys(manifest.allowScripts)
  expect(names.filter((name) => !decided.includes(name))).toEqual([])
})

test('a stub says for which machines a package is, and refuses a name that doesn’t', () => {
  expect(stub('node_modules/@a/b-linux-x64-musl', '1.2.3', { dev: true })).toEqual({
    version: '1.2.3',
    optional: true,
    cpu: ['x64'],
    os: ['linux'],
    libc: ['musl'],
    dev: true,
  })
  expect(() => stub('node_modules/@a/b', '1.2.3', {})).toThrow('by hand')
  expect(missing({ 'node_modules/a': { optionalDependencies: { b: '1.0.0' } } })).toHaveLength(1)
  expect(missing({ 'node_modules/a': { optionalDependencies: { b: '1.0.0' } }, 'node_modules/b': {} })).toEqual([])
})
