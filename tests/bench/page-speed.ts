import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { loadContent } from '#core/content/load-content.ts'
import { filledIn } from '#tests/build/filled-in.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { startServer } from '#tests/support/server.ts'
import { type Loaded, loadSlowly } from './load-slowly.ts'

const TIMES = 5
const CHAPTER = 'community'

/** The words of a built page and nothing else: no styles, scripts, fonts, pictures or forms. The least it could be. */
function plainPage(file: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(readFileSync(file, 'utf8'))?.[0] ?? ''
  const words = main
    .replace(/<(svg|style|script|select)\b[\s\S]*?<\/\1>/g, '')
    .split(/<\/?(?:p|h\d|li|label|legend|summary)\b[^>]*>/)
  const paragraphs = words.map((part) => part.replace(/<[^>]*>/g, ' ').trim()).filter(Boolean)
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Plain</title>${paragraphs.map((p) => `<p>${p}</p>`).join('')}</html>`
}

async function servePlain(page: string) {
  const body = brotliCompressSync(page)
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' }).end(body),
  )
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, close: () => server.close() }
}

/** The middle one of several first visits. */
async function middle(browser: Browser, url: string, cookie = ''): Promise<Loaded> {
  const loads: Loaded[] = []
  for (let i = 0; i < TIMES; i += 1) loads.push(await loadSlowly(browser, url, cookie))
  return loads.sort((a, b) => a.largestPaint - b.largestPaint)[Math.floor(TIMES / 2)] as Loaded
}

/**
 * How a chapter loads on slow 4G, beside a plain page of the same words. Printed only: the load and the fonts of this
 * machine have a part in it.
 */
export async function pageSpeed(): Promise<boolean> {
  const server = await startServer()
  const browser = await launchBrowser()
  const plain = await servePlain(plainPage(`dist/client/chapters/${CHAPTER}.html`))
  try {
    const learner = new BrowserClient(() => server.url)
    for (const question of loadContent().questions.filter((q) => q.chapter === CHAPTER)) {
      const saved = await learner.save(question.id, filledIn(question, 1), 0)
      if (!saved.ok) throw new Error(`${question.id} could not be saved: ${await saved.text()}`)
    }
    const page = `${server.url}/chapters/${CHAPTER}`
    const words = await middle(browser, plain.url)
    const blank = await middle(browser, page)
    const answered = await middle(browser, page, learner.cookie)
    const ratio = (a: Loaded, b: Loaded) => (a.largestPaint / b.largestPaint).toFixed(2)
    console.log(`Slow 4G, first visit, middle one of ${TIMES}:`)
    console.table({
      'plain page of the same words': words,
      [`/chapters/${CHAPTER}`]: blank,
      'with answers to all': answered,
    })
    console.log(
      `Largest paint: ${ratio(blank, words)} times the plain page; with answers ${ratio(answered, blank)} times the blank one (goal: at most 1.15).`,
    )
    return true
  } finally {
    plain.close()
    await browser.close()
    await server[Symbol.asyncDispose]()
  }
}
