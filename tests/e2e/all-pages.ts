// npm run pages: every page of the sitemap and every personal one, in light and dark, with axe.
// npm run pages -- --pictures FOLDER: pictures of one page of each kind, at 360, 768 and 1280 pixels, to look at;
// a tall page comes in pieces.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#tests/support/browser.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { everyPlace, type Place, prepare, type World } from './pages.ts'
import { visit } from './visit.ts'
import { watchedPage } from './watched-page.ts'

const WIDTHS = [360, 768, 1280]

/**
 * Pixels of one picture's height. Of a page of 18,000 the browser draws one big bitmap, and while it still holds the one
 * before it may find no room: “Unable to capture screenshot”, now and then. Nobody can look at so tall a picture either.
 */
const PIECE = 3000

async function takeInPieces(page: Page, width: number, file: string): Promise<void> {
  const all = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let y = 0, n = 1; y < all; y += PIECE, n++) {
    const clip = { x: 0, y, width, height: Math.min(PIECE, all - y) }
    await page.screenshot({ path: `${file}${all > PIECE ? `-${n}` : ''}.png`, fullPage: true, clip })
  }
}

async function takePictures(
  browser: Browser,
  server: TestServer,
  world: World,
  places: Place[],
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const kinds = [...new Map(places.map((p) => [`${p.pattern} ${p.as}`, p])).values()]
  for (const width of WIDTHS)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const { path, as } of kinds) {
        await using watched = await watchedPage(browser, server.url, { viewport: { width, height: 900 }, colorScheme })
        const { page } = watched
        if (as !== 'visitor') {
          const [name, value] = world[as].cookie.split('=') as [string, string]
          await page.context().addCookies([{ name, value, url: server.url, httpOnly: true }])
        }
        await page.goto(path)
        const name = `${path.replace(/^\//, '').replaceAll('/', '-') || 'front'}-${as}-${width}-${colorScheme}`
        await takeInPieces(page, width, join(folder, name))
      }
}

const { values } = parseArgs({ options: { pictures: { type: 'string' } } })
await using server = await startServer()
const browser = await launchBrowser()
try {
  const world = await prepare(server)
  const places = await everyPlace(server, world)
  if (values.pictures) await takePictures(browser, server, world, places, values.pictures)
  else {
    const found = await visit(browser, server, world, places, () => true)
    process.stdout.write([...found, `${places.length} pages visited, ${found.length} problems found`, ''].join('\n'))
    if (found.length) process.exitCode = 1
  }
} finally {
  await browser.close()
}
