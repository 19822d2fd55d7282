import type { Browser } from 'playwright-core'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import type { TestServer } from '#tests/support/server.ts'
import type { Place, World } from './pages.ts'
import { watchedPage } from './watched-page.ts'

/** Visits places one after the other in a real browser; gives every problem found, each with its place. */
export async function visit(
  browser: Browser,
  server: TestServer,
  world: World,
  places: Place[],
  axe: (place: Place) => boolean,
): Promise<string[]> {
  const found: string[] = []
  for (const as of ['visitor', 'learner', 'trainer'] as const) {
    const mine = places.filter((p) => p.as === as)
    if (mine.length === 0) continue
    await using watched = await watchedPage(browser, server.url, { viewport: { width: 360, height: 800 } })
    const { page, problems } = watched
    if (as !== 'visitor') {
      const [name, value] = world[as].cookie.split('=') as [string, string]
      await page.context().addCookies([{ name, value, url: server.url, httpOnly: true }])
    }
    for (const place of mine) {
      const response = await page.goto(place.path)
      const say = (text: string) => found.push(`${place.path} as ${as}: ${text}`)
      const expected = place.pattern === '/404' ? [200, 404] : as === 'visitor' ? [200, 401, 404] : [200]
      if (!expected.includes(response?.status() ?? 0)) say(`status ${response?.status()}`)
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        say('scrolls sideways at 360 px')
      for (const link of ['Get help', 'Leave this page'])
        if ((await page.getByRole('link', { name: link, exact: true }).count()) === 0) say(`has no “${link}”`)
      if (axe(place)) (await axeInBothSchemes(page)).forEach(say)
      problems.splice(0).forEach(say)
    }
  }
  return found
}
