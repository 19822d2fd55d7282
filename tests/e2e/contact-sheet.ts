// npm run contact-sheet: five looks at every chapter in one picture, docs/pictures/chapters.png.
import { readFileSync, statSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#tests/support/browser.ts'
import { content } from '#tests/support/open.ts'
import { startServer } from '#tests/support/server.ts'
import { fittingAnswer } from './fitting-answer.ts'
import { answerThem, questionsOf } from './notebook.ts'
import { newClient } from './people.ts'
import { watchedPage } from './watched-page.ts'

const FILE = 'docs/pictures/chapters.png'
/** What a picture in a repository may weigh, in bytes. */
const MOST = 3_000_000
/** Height of every look on the sheet; a look is taken larger and set smaller. */
const HEIGHT = 380

interface Look {
  caption: string
  width: number
  height: number
  colorScheme: 'light' | 'dark'
  /** Brings the place to look at to the top of the window. */
  at(page: Page, chapter: string): Promise<void>
}

/** Scrolls what comes first of some places to the top of the window. */
async function scrollTo(page: Page, places: string[]): Promise<void> {
  for (const place of places) {
    const found = page.locator(place).first()
    if ((await found.count()) === 0) continue
    // The head of the page stays in the window, smaller than it is at the top: so a second time.
    for (let time = 0; time < 2; time++)
      await found.evaluate((element) => {
        const heads = [...document.querySelectorAll('.head, .head .row')]
        const head = Math.max(0, ...heads.map((part) => part.getBoundingClientRect().bottom))
        scrollBy({ top: element.getBoundingClientRect().top - head - 16, behavior: 'instant' })
      })
    return
  }
  throw new Error(`${page.url()} has none of ${places.join(', ')}.`)
}

/** What a chapter offers to play with: an explorer; else a picture of the reader's own, a law box. */
const toInteractive = (page: Page) =>
  scrollTo(page, ['section:not(.law):has(select, [type=radio])', 'figure.picture', 'section.law'])

const LOOKS: Look[] = [
  { caption: 'As it opens', width: 1280, height: 900, colorScheme: 'light', at: async () => {} },
  {
    caption: 'A question, answered',
    width: 360,
    height: 720,
    colorScheme: 'light',
    at: (page, chapter) => {
      const words = questionsOf(chapter).find((q) => q.sensitivity !== 'S2' && q.parts[0]?.type === 'long-text')
      return scrollTo(page, [`[id="${(words ?? questionsOf(chapter)[0])?.id}"]`])
    },
  },
  { caption: 'Something to try', width: 768, height: 900, colorScheme: 'light', at: toInteractive },
  { caption: 'The same, small and dark', width: 360, height: 720, colorScheme: 'dark', at: toInteractive },
  {
    caption: 'Into practice',
    width: 1280,
    height: 900,
    colorScheme: 'dark',
    at: (page) => scrollTo(page, ['#practice']),
  },
]

async function take(browser: Browser, site: string, cookie: string, look: Look, chapter: string): Promise<string> {
  const { width, height, colorScheme } = look
  await using watched = await watchedPage(browser, site, { viewport: { width, height }, colorScheme })
  const { page } = watched
  const [name, value] = cookie.split('=') as [string, string]
  await page.context().addCookies([{ name, value, url: site, httpOnly: true }])
  await page.goto(`/chapters/${chapter}`)
  await page.evaluate(() => document.fonts.ready)
  await look.at(page, chapter)
  const picture = (await page.screenshot()).toString('base64')
  const size = `width="${Math.round((width * HEIGHT) / height)}" height="${HEIGHT}"`
  return `<figure><img ${size} src="data:image/png;base64,${picture}"><figcaption>${look.caption} · ${width}, ${colorScheme}</figcaption></figure>`
}

const STYLE = `
  body { margin: 0; padding: 28px; width: max-content; background: #e9e6df; color: #222; font: 15px/1.4 sans-serif }
  h2 { margin: 0 0 8px; font-size: 20px }
  section { display: flex; gap: 16px; margin-bottom: 26px }
  figure { margin: 0 }
  img { display: block; border: 1px solid #0003 }
  figcaption { margin-top: 5px; font-size: 13px; contain: inline-size }`

async function layOut(browser: Browser, rows: string[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 900 } })
  await page.setContent(`<!doctype html><html lang="en-GB"><style>${STYLE}</style>${rows.join('')}</html>`)
  await page.locator('body').screenshot({ path: FILE })
}

await using server = await startServer()
const browser = await launchBrowser()
try {
  const learner = newClient(server)
  const all = content.chapters.flatMap(({ id }) => questionsOf(id)).map(({ id }) => id)
  await answerThem(learner, all, (question) => fittingAnswer(question, (what) => what))
  const rows: string[] = []
  for (const { id, number, title } of content.chapters) {
    const looks: string[] = []
    for (const look of LOOKS) looks.push(await take(browser, server.url, learner.cookie, look, id))
    rows.push(`<h2>${number}. ${title}</h2><section>${looks.join('')}</section>`)
  }
  await layOut(browser, rows)
} finally {
  await browser.close()
}
const { size } = statSync(FILE)
const [width, height] = [16, 20].map((at) => readFileSync(FILE).readUInt32BE(at))
process.stdout.write(`${FILE}: ${width} × ${height} pixels, ${Math.round(size / 1000)} kB\n`)
if (size > MOST) {
  process.stdout.write(`It weighs more than ${MOST / 1000} kB.\n`)
  process.exitCode = 1
}
