// npm run chat-pictures: the chat on the web and in Teams' playground, as docs show it: docs/pictures/{chat,teams}-*.png.
import { statSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '#tests/support/browser.ts'
import { startPlayground } from '#tests/support/playground.ts'
import { startServer } from '#tests/support/server.ts'
import { expectOk, newClient } from './people.ts'
import { watchedPage } from './watched-page.ts'

/** What a picture in a repository may weigh, in bytes. */
const MOST = 200_000
const SIZES = [
  { width: 360, height: 1000 },
  { width: 1280, height: 1000 },
]
/** What is said, and what shows that the reply is there. */
const SAID = [
  ['next question', 'which three words come to mind first'],
  ['tea, noise, warmth', 'Thanks, saved'],
  ['What does SFJBA13 say about conflicts of interest?', 'These clauses speak of it'],
] as const

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

async function takeTeams(browser: Browser, site: string) {
  const file = 'docs/pictures/teams-1000.png'
  await using playground = await startPlayground(`${site}/api/teams/activities`)
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } })
  await page.goto(playground.url)
  await page.getByText('I’m a program, not a person').last().waitFor()
  for (const [text, reply] of SAID) {
    await page.getByRole('textbox').fill(text)
    await page.keyboard.press('Enter')
    await page.getByText(reply).last().waitFor()
  }
  await page.screenshot({ path: file })
  await page.close()
  return { file, bytes: statSync(file).size }
}

await using server = await startServer({ STANDPOINT_TEAMS_PLAYGROUND: 'yes' })
const browser = await launchBrowser()
try {
  const learner = newClient(server)
  for (const [text] of SAID) await expectOk(await learner.post('/api/chat', { text }))
  const taken = [await takeTeams(browser, server.url)]
  for (const size of SIZES)
    for (const dark of [false, true]) taken.push(await take(browser, server.url, learner.cookie, size, dark))
  for (const { file, bytes } of taken) {
    process.stdout.write(`${file}: ${Math.round(bytes / 1000)} kB\n`)
    if (bytes <= MOST) continue
    process.stdout.write(`It weighs more than ${MOST / 1000} kB.\n`)
    process.exitCode = 1
  }
} finally {
  await browser.close()
}
