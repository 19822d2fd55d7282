import type { Page } from 'playwright-core'
import { launchBrowser } from '#tests/support/browser.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { type RoughLine, roughLine, type Side } from '#tests/support/rough-line.ts'
import { startServer } from '#tests/support/server.ts'
import type { Found } from './part.ts'

const CHAPTER = '/chapters/community'
const QUESTION = 'community.belong'
/** A whole exchange is shorter than this on either side. */
const MOST = 6_000

export interface EveryByte {
  /** How many bytes a save's request and its reply have. */
  length: Record<Side, number>
  cuts: number
  /** Texts that the notebook lacks, has twice, or that the page called something that wasn't true. */
  wrong: string[]
}

const form = (page: Page) => page.locator(`[id="${QUESTION}"]`)
const box = (page: Page) => form(page).locator('textarea[name="story"]')
const said = (page: Page) => form(page).locator('[data-words]').innerText()

/** Types, presses Save, and gives what the page says once it no longer says that it is saving. */
async function write(page: Page, text: string): Promise<string> {
  await box(page).fill(text)
  await form(page).evaluate((sheet: HTMLFormElement) => sheet.requestSubmit())
  return settled(page)
}

async function settled(page: Page): Promise<string> {
  await form(page).locator('.status:not([data-state="saving"])').waitFor()
  return said(page)
}

const keptHere = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((done) => {
        const asked = indexedDB.open('standpoint')
        asked.onsuccess = () => {
          const all = asked.result.transaction('kept').objectStore('kept').getAll()
          all.onsuccess = () =>
            done(all.result.map(({ body }: { body: string }) => decodeURIComponent(body)).join('\n'))
        }
        asked.onerror = () => done('')
      }),
  )

/** What the store has, asked for on a line that isn't rough. */
async function inStore(client: BrowserClient, text: string): Promise<number> {
  const page = await (await client.get('/notebook')).text()
  return page.split(text).length - 1
}

/** Breaks one save at a byte, and sees that what the page says is true, at once and after the line is back. */
async function breakAt(page: Page, line: RoughLine, client: BrowserClient, side: Side, at: number): Promise<string[]> {
  const text = `cut in the ${side} after ${at} bytes`
  const wrong: string[] = []
  const check = async (words: string) => {
    const there = await inStore(client, text)
    if (/^Saved, /.test(words)) {
      if (there !== 1) wrong.push(`${text}: called saved, and stands ${there} times in the notebook`)
    } else if (!/^Kept in this browser/.test(words)) wrong.push(`${text}: ${words}`)
    else if (!(await keptHere(page)).replaceAll('+', ' ').includes(text)) wrong.push(`${text}: called kept, and isn’t`)
  }
  line.cut(side, at)
  let words = await write(page, text)
  await check(words)
  if (!/^Saved, /.test(words)) {
    await page.evaluate(() => dispatchEvent(new Event('online')))
    words = await settled(page)
    if (!/^Saved, /.test(words)) wrong.push(`${text}: ${words} once the line is back`)
    await check(words)
  }
  return wrong
}

/** Breaks a save after each `step`-th byte of its request and of its reply, on a crawling line and a stalled one as well. */
export async function everyByte(step: number): Promise<EveryByte> {
  await using server = await startServer()
  const line = await roughLine(server.url)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(line.url + CHAPTER)
    await box(page).fill('the first')
    await form(page).locator('.status[data-state="saved"]').waitFor()
    const [cookie] = await page.context().cookies()
    const client = Object.assign(new BrowserClient(() => server.url), { cookie: `${cookie?.name}=${cookie?.value}` })
    await write(page, 'cut in the request after 1000 bytes, as long as the others')
    const length = { ...line.length }
    const wrong: string[] = []
    let cuts = 0
    for (const side of ['request', 'reply'] as const)
      for (
        let at = 0;
        at <= Math.min(length[side], MOST);
        at = at === length[side] ? at + 1 : Math.min(at + step, length[side])
      ) {
        wrong.push(...(await breakAt(page, line, client, side, at)))
        if (line.wasCut()) cuts += 1
      }
    wrong.push(...(await slowly(page, line, client)))
    return { length, cuts, wrong }
  } finally {
    await browser.close()
    await line.close()
  }
}

/** On 2G, and on a line that stalls and goes on. */
async function slowly(page: Page, line: RoughLine, client: BrowserClient): Promise<string[]> {
  const wrong: string[] = []
  line.slow({ bytes: 6_250, delay: 150 })
  const onTwoG = await write(page, 'at the speed of 2G')
  if (!/^Saved, /.test(onTwoG) || (await inStore(client, 'at the speed of 2G')) !== 1) wrong.push(`2G: ${onTwoG}`)
  line.slow(null)
  const go = line.stall()
  await box(page).fill('on a line that stalls')
  await form(page).evaluate((sheet: HTMLFormElement) => sheet.requestSubmit())
  await form(page).locator('.status[data-state="saving"]').waitFor()
  const before = await inStore(client, 'on a line that stalls')
  go()
  const after = await settled(page)
  if (before !== 0 || !/^Saved, /.test(after)) wrong.push(`stalled: ${after}`)
  return wrong
}

/** Every byte of the request and of the reply. */
export async function bytes(): Promise<Found> {
  const { length, cuts, wrong } = await everyByte(1)
  return {
    holds: wrong.length === 0,
    figures: [
      `a save of ${length.request} bytes and its reply of ${length.reply}, broken ${cuts} times`,
      `${wrong.length} lost, doubled or called what they weren’t`,
      ...wrong.slice(0, 20),
    ].join('\n'),
  }
}
