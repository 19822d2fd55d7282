import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { axeViolations } from '#tests/support/axe.ts'
import { cutOff } from './cut-off.ts'
import { moves, unringed } from './focus-rings.ts'
import { everyPlace, type Place, prepare, type World } from './pages.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()
let world: World
/** The learner's own space: one page of each kind, and every chapter. */
let places: Place[]
beforeAll(async () => {
  world = await prepare(product.server)
  const all = (await everyPlace(product.server, world)).filter(({ as }) => as !== 'trainer')
  // As its learner sees it, where a visitor may see it, too.
  const kinds = new Map(all.map((place) => [place.pattern, place]))
  const chapters = all.filter(({ pattern, as }) => pattern.startsWith('/chapters/') && as === 'learner')
  const signIn = all.filter(({ path, as }) => path === '/sign-in' && as === 'visitor')
  places = [...new Set([...kinds.values(), ...chapters, ...signIn])]
})

/** Goes through the learner's space in a browser of its own, and gives what is wrong there, each with its place. */
async function goThrough(
  options: BrowserContextOptions,
  look: (page: Page) => Promise<string[]>,
  begin?: (page: Page) => Promise<unknown>,
): Promise<string[]> {
  const found: string[] = []
  for (const as of ['visitor', 'learner'] as const) {
    await using watched = await watchedPage(product.browser, product.server.url, options)
    const { page, problems } = watched
    if (as === 'learner') {
      const [name, value] = world.learner.cookie.split('=') as [string, string]
      await page.context().addCookies([{ name, value, url: product.server.url, httpOnly: true }])
    }
    await begin?.(page)
    for (const place of places.filter((p) => p.as === as)) {
      await page.goto(place.path)
      for (const what of [...(await look(page)), ...problems.splice(0)]) found.push(`${place.path} as ${as}: ${what}`)
    }
  }
  return found
}

test('320 px wide, which is 1280 px at 400%, nothing scrolls sideways, nothing is cut off, and axe finds nothing', async () => {
  const found = await goThrough({ viewport: { width: 320, height: 256 } }, async (page) => [
    ...(await cutOff(page)),
    ...(await axeViolations(page)),
  ])
  expect(found).toEqual([])
})

test('with letters twice as big nothing scrolls sideways and nothing is cut off', async () => {
  const twice = async (page: Page) => {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Page.enable')
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
  }
  const found = await goThrough(
    { viewport: { width: 360, height: 800 } },
    async (page) => {
      const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
      return [...(size === '16px' ? [size] : []), ...(await cutOff(page))]
    },
    twice,
  )
  expect(found).toEqual([])
})

/** One page of each way of writing: colours are forced on all of them by the same rules. */
const LOOKED_AT = ['/', '/chapters/equality', '/notebook', '/notebook/evidence', '/companion', '/account', '/sign-in']
test('with colours forced every control shows where the focus is, and axe finds nothing', async () => {
  const found = await goThrough({ viewport: { width: 1280, height: 800 }, forcedColors: 'active' }, async (page) => [
    ...(await unringed(page)),
    ...(LOOKED_AT.includes(new URL(page.url()).pathname) ? await axeViolations(page) : []),
  ])
  expect(found).toEqual([])
})

test('for somebody who asks for less motion nothing moves', async () => {
  const found = await goThrough({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' }, moves)
  expect(found).toEqual([])
})
