import { beforeAll, expect, test } from 'vitest'
import { everyPlace, type Place, patterns, prepare, type World } from './pages.ts'
import { runProduct } from './product.ts'
import { visit } from './visit.ts'

const product = runProduct()
let world: World
let places: Place[]
beforeAll(async () => {
  world = await prepare(product.server)
  places = await everyPlace(product.server, world)
})

test('no page is left out: every address pattern has a place that is visited', () => {
  const visited = new Set(places.map((p) => p.pattern))
  expect(patterns().filter((pattern) => !visited.has(pattern))).toEqual([])
})

// The clauses' pages are one template over 231 texts: axe looks at a dozen of them here, and at all in `npm run pages`.
const isClause = (place: Place) => place.pattern === '/standards/[standard]/[clause]'
test('every page: nothing axe finds, in light and dark, no console error, no breach of the policy, no other host', async () => {
  const clauses = places.filter(isClause)
  const sample = new Set(clauses.filter((_, i) => i % 20 === 0))
  const chosen = places.filter((p) => !isClause(p) || sample.has(p))
  expect(await visit(product.browser, product.server, world, chosen, () => true)).toEqual([])
}, 240_000)

test('every address of the sitemap answers, and none of it asks another host for anything', async () => {
  const paths = [...new Set(places.filter((p) => p.as === 'visitor').map((p) => p.path))]
  for (const path of paths) {
    const page = await (await fetch(product.server.url + path)).text()
    const loaded = [...page.matchAll(/<(?:link|script|img|iframe|source)\b[^>]*\b(?:href|src)="(https?:)?\/\/[^"]+"/g)]
    expect(
      loaded.map((m) => m[0]),
      path,
    ).toEqual([])
  }
})
