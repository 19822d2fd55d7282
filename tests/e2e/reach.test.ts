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

/** One page of each make-up, for axe; that looks at every page at 360 px elsewhere. */
const MAKE_UPS = ['/', '/chapters/equality', '/notebook', '/notebook/evidence', '/companion', '/account', '/sign-in']
const axe = async (page: Page) => (MAKE_UPS.includes(new URL(page.url()).pathname) ? await axeViolations(page) : [])

test('320 px wide, which is 1280 px at 400%, nothing scrolls sideways, nothing is cut off, and axe finds nothing', async () => {
  const look = async (page: Page) => [...(await cutOff(page)), ...(await axe(page))]
  expect(await goThrough({ viewport: { width: 320, height: 256 } }, look)).toEqual([])
})

test('with letters twice as big on a phone nothing scrolls sideways and nothing is cut off', async () => {
  const twice = async (page: Page) => {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Page.enable')
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
  }
  const look = async (page: Page) => {
    const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
    return [...(size === '32px' ? [] : [`letters of ${size}`]), ...(await cutOff(page))]
  }
  expect(await goThrough({ viewport: { width: 360, height: 800 } }, look, twice)).toEqual([])
})

/** Axe reads -webkit-text-fill-color, which a browser gives as it was before it forced the colours. */
const isOfForcing = (violation: string) => violation.startsWith('color-contrast')

test('with colours forced and less motion asked for, every control shows the focus, nothing moves, and axe finds nothing', async () => {
  const look = async (page: Page) => [
    ...(await unringed(page)),
    ...(await moves(page)),
    ...(await axe(page)).filter((violation) => !isOfForcing(violation)),
  ]
  const options = { viewport: { width: 1280, height: 800 }, forcedColors: 'active', reducedMotion: 'reduce' } as const
  expect(await goThrough(options, look)).toEqual([])
})
