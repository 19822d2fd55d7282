import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { joinScripts } from '../../src/cli/join-scripts.ts'

const tag = (name: string) => `<script type="module" src="/_astro/${name}.js"></script>`

function client(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-scripts-'))
  mkdirSync(join(folder, '_astro'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, '_astro', `${name}.js`), text)
  return folder
}

test('all scripts of a page become one, in their order, and what they share runs once', async () => {
  const folder = client({
    shared: 'globalThis.heard.push("shared")',
    one: 'import "./shared.js";globalThis.heard.push("one")',
    two: 'import "./shared.js";globalThis.heard.push("two")',
  })
  const page = await joinScripts(folder)(`<p>${tag('one')}</p>${tag('two')}`)
  const [, address] = /^<p><script type="module" src="(\/_astro\/[^"]+)"><\/script><\/p>$/.exec(page) ?? []
  const heard: string[] = []
  Object.assign(globalThis, { heard })
  await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(readFileSync(join(folder, address!), 'utf8'))}`
  )
  expect(heard).toEqual(['shared', 'one', 'two'])
})

test('what a script asks for later stays a file of its own', async () => {
  const folder = client({ one: 'go=()=>import("./later.js")', two: 'two()', later: 'export const late = 1' })
  const page = await joinScripts(folder)(tag('one') + tag('two'))
  const [, address] = /src="([^"]+)"/.exec(page) ?? []
  expect(readFileSync(join(folder, address!), 'utf8')).toContain('import("./later.js")')
})

test('it is asked for directly, not through the helper that Vite puts before it', async () => {
  const one =
    'import{t as p}from"./helper.js";a=()=>p(()=>import(`./later.js`),[]).catch(b);c=p(()=>import("./later.js").then(e=>d(e.t)),[])'
  const folder = client({ one, two: 'two()', later: 'export const t = 1', helper: 'var e=e=>e();export{e as t}' })
  const page = await joinScripts(folder)(tag('one') + tag('two'))
  const [, address] = /src="([^"]+)"/.exec(page) ?? []
  expect(readFileSync(join(folder, address!), 'utf8').trim()).toBe(
    'a=()=>import("./later.js").catch(b);c=import("./later.js").then(t=>d(t.t));two();',
  )
})

test('a part that comes later may not bring its own copy of what is there already', async () => {
  const folder = client({ one: 'import("./later.js")', two: 'two()', later: 'import "./shared.js"', shared: '' })
  await expect(joinScripts(folder)(tag('one') + tag('two'))).rejects.toThrow('later.js')
})

test('a page with one script keeps it', async () => {
  expect(await joinScripts(client({}))(tag('one'))).toBe(tag('one'))
})
