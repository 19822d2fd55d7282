import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const pages: Record<string, { file: string }> = JSON.parse(readFileSync('dist/pages.json', 'utf8'))
const patterns = (JSON.parse(readFileSync('dist/routes.json', 'utf8')) as { pattern: string }[]).map(
  ({ pattern }) => new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\[[^\]]+\]/g, '[^/]+')}$`),
)
const built = new Map(
  Object.entries(pages).map(([path, { file }]) => [path, readFileSync(`dist/client/${file}`, 'utf8')]),
)
const idsIn = (page: string) => new Set([...page.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1] as string))
const ids = new Map([...built].map(([path, page]) => [path, idsIn(page)]))

test('every link inside the built pages leads to a page that is there, and to a place on it', () => {
  const lost = [...built].flatMap(([from, page]) =>
    [...page.matchAll(/<a\s[^>]*href="([^"]*)"/g)].flatMap(([, href = '']) => {
      if (/^(?:https:|tel:|mailto:)/.test(href)) return []
      const [address = '', anchor] = href.split('#')
      const [path = ''] = address.split('?')
      const to = path === '' ? from : path
      if (!built.has(to) && !patterns.some((pattern) => pattern.test(to))) return [`${from}: ${href}: no such page`]
      // Pages made at a request are looked at in a browser; their anchors aren't known here.
      return anchor && built.has(to) && !ids.get(to)?.has(anchor) ? [`${from}: ${href}: no such place on it`] : []
    }),
  )
  expect([...new Set(lost)]).toEqual([])
})

test('every picture is either named, or hidden because the words beside it say the same', () => {
  const unnamed = [...built].flatMap(([from, page]) =>
    [...page.matchAll(/<(?:svg|img)\s[^>]*>/g)].flatMap(([tag]) => {
      const names = /aria-labelledby="([^"]+)"/.exec(tag)?.[1]?.split(' ') ?? []
      const named = names.length > 0 && names.every((id) => ids.get(from)?.has(id))
      return named || /aria-hidden="true"|aria-label="[^"]|alt="/.test(tag) ? [] : [`${from}: ${tag}`]
    }),
  )
  expect([...new Set(unnamed)]).toEqual([])
})

test('no id stands twice on a page', () => {
  const twice = [...built].flatMap(([path, page]) => {
    const all = [...page.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1] as string)
    return all.filter((id, i) => all.indexOf(id) !== i).map((id) => `${path}: ${id}`)
  })
  expect(twice).toEqual([])
})

test('every chapter says that answers may help to start a record of the clauses it touches', () => {
  const chapters = [...built].filter(([path]) => path.startsWith('/chapters/'))
  expect(chapters.length).toBeGreaterThan(0)
  for (const [path, page] of chapters) expect(page, path).toMatch(/may help you start a record/i)
})
