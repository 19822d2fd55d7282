// npm run chat-pictures: the chat on the web as docs/guides/chat.md shows it, docs/pictures/chat-*.png.
import { statSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '#tests/support/browser.ts'
import { startServer } from '#tests/support/server.ts'
import { expectOk, newClient } from './people.ts'
import { watchedPage } from './watched-page.ts'

/** What a picture in a repository may weigh, in bytes. */
const MOST = 150_000
const SIZES = [
  { width: 360, height: 1000 },
  { width: 1280, height: 1000 },
]
const SAID = ['next question', 'tea, noise, warmth', 'What does SFJBA13 say about conflicts of interest?']

/** The page of the chat, opened again after something was said; gives what the picture weighs. */
async function take(browser: Browser, site: string, cookie: string, size: (typeof SIZES)[number], dark: boolean) {
  const colorScheme = dark ? 'dark' : 'light'
  const file = `docs/pictures/chat-${size.width}-${colorScheme}.png`
  await using watched = await watchedPage(browser, site, { viewport: size, colorScheme })
  const { page } = watched
  const [name, value] = cookie.split('=') as [string, string]
  await page.context().addCookies([{ name, value, url: site, httpOnly: true }])
  await page.goto('/companion')
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: file })
  return { file, bytes: statSync(file).size }
}

await using server = await startServer()
const browser = await launchBrowser()
try {
  const learner = newClient(server)
  for (const text of SAID) await expectOk(await learner.post('/api/chat', { text }))
  for (const size of SIZES)
    for (const dark of [false, true]) {
      const { file, bytes } = await take(browser, server.url, learner.cookie, size, dark)
      process.stdout.write(`${file}: ${Math.round(bytes / 1000)} kB\n`)
      if (bytes <= MOST) continue
      process.stdout.write(`It weighs more than ${MOST / 1000} kB.\n`)
      process.exitCode = 1
    }
} finally {
  await browser.close()
}
