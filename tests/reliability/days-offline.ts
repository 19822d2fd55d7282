import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { BrowserContext, Page } from 'playwright-core'
import { codeFor, newClient, signIn } from '#tests/e2e/people.ts'
import { ownBrowser } from '#tests/support/own-browser.ts'
import { roughLine } from '#tests/support/rough-line.ts'
import { startServer } from '#tests/support/server.ts'

const CHAPTERS = ['community', 'power', 'equality', 'cd', 'empower', 'partnership', 'influence']
const WAITING = 50
const DAY = 86_400_000
const ADDRESS = 'learner@example.org'

export interface DaysOffline {
  /** Answers that were given without a connection, in their order. */
  given: string[]
  /** What the page said of them before they were sent. */
  said: string
  /** Answers that the store holds of this learner, beside the one that came first, in the order of their times. */
  arrived: string[]
  /** Revisions of those; one each when each arrived once. */
  revisions: number
  /** Learners who have an answer. */
  learners: number
  /** What still waits in the browser at the end. */
  left: number
}

const sheet = (page: Page, id: string) => page.locator(`[id="${id}"]`)
const says = (page: Page, id: string, words: RegExp) =>
  sheet(page, id).locator('[data-words]').filter({ hasText: words }).waitFor()

/** Writes into the first box of each sheet that takes words, or makes its first choice; it is saved after a lull. */
const answerAll = (page: Page, ids: string[]): Promise<void> =>
  page.evaluate(async (ids) => {
    for (const id of ids) {
      const form = document.getElementById(id) as HTMLFormElement
      const words = form.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input[type=text]')
      const choice = form.querySelector<HTMLSelectElement | HTMLInputElement>('select, input:not([type=hidden])')
      if (words) words.value = `Written in a tunnel, for ${id}.`
      else if (choice instanceof HTMLSelectElement) choice.selectedIndex = 1
      else if (choice) choice.checked = true
      form.dispatchEvent(new Event('input', { bubbles: true }))
      // One after the other, as people do: their order is what is looked at.
      await new Promise((next) => setTimeout(next, 2))
    }
  }, ids)

async function signInHere(page: Page, output: { codeFor(): Promise<string> }): Promise<void> {
  await page.getByLabel('Your e-mail address').fill(ADDRESS)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('The code').fill(await output.codeFor())
  await page.getByRole('button', { name: 'Go on' }).click()
}

/** Answers one question after the other, chapter by chapter, while nothing comes through. */
async function answerOffline(context: BrowserContext, url: string): Promise<string[]> {
  const given: string[] = []
  const page = await context.newPage()
  for (const chapter of CHAPTERS) {
    await page.goto(`${url}/chapters/${chapter}`)
    await page.locator('[data-kept-page]').waitFor()
    const all = await page.locator('form.q').evaluateAll((forms) => forms.map(({ id }) => id))
    const ids = all.filter((id) => id !== 'community.belong').slice(0, WAITING - given.length)
    await answerAll(page, ids)
    for (const id of ids) await says(page, id, /^Kept in this browser/)
    given.push(...ids)
  }
  return given
}

/**
 * Answers 50 questions without a connection, kills the browser, waits three days, signs every browser out from
 * elsewhere, comes back, and signs in.
 */
export async function daysOffline(): Promise<DaysOffline> {
  const clock = join(mkdtempSync(join(tmpdir(), 'standpoint-clock-')), 'clock')
  const from = Date.parse('2026-03-02T09:00:00Z')
  writeFileSync(clock, new Date(from).toISOString())
  await using server = await startServer({ STANDPOINT_TEST_CLOCK: clock })
  const line = await roughLine(server.url)
  await using browser = ownBrowser()
  const output = { codeFor: () => codeFor(server, ADDRESS) }
  try {
    let context = await browser.start()
    let page = await context.newPage()
    await page.goto(`${line.url}/chapters/community`)
    await answerAll(page, ['community.belong'])
    await says(page, 'community.belong', /^Saved, /)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.goto(`${line.url}/sign-in`)
    await signInHere(page, output)
    await page.waitForURL(/\/account/)
    // A page that says whose notebook it is from.
    await page.goto(`${line.url}/chapters/community`)
    await page.close()
    line.down()
    const given = await answerOffline(context, line.url)
    await browser.kill()

    writeFileSync(clock, new Date(from + 3 * DAY).toISOString())
    const elsewhere = await signIn(server, newClient(server), ADDRESS)
    await elsewhere.post('/api/sign-out', { everywhere: true })
    line.up()
    context = await browser.start()
    page = await context.newPage()
    await page.goto(`${line.url}/notebook`)
    await page.locator('[data-open-again] a').click()
    const before = await page.context().newPage()
    await before.goto(`${line.url}/notebook`)
    const said = await before.locator('#waiting:not(:empty)').innerText()
    await before.close()
    await signInHere(page, output)
    await page.waitForURL(/\/notebook/)
    // What waits is listed until the last of it is sent; then the page comes anew, with all of it in the notebook.
    await page.locator('article.entry').nth(WAITING).waitFor({ timeout: 60_000 })
    await page.locator('[data-waiting][hidden]').waitFor({ state: 'attached' })
    const left = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const asked = indexedDB.open('standpoint')
          asked.onsuccess = () => {
            const all = asked.result.transaction('kept').objectStore('kept').getAll()
            all.onsuccess = () => done(all.result.filter(({ id }: { id: string }) => id).length)
          }
        }),
    )
    return { given, said, left, ...inStore(server.folder) }
  } finally {
    await line.close()
    rmSync(dirname(clock), { recursive: true })
  }
}

function inStore(folder: string): Pick<DaysOffline, 'arrived' | 'revisions' | 'learners'> {
  const store = new DatabaseSync(join(folder, 'data', 'standpoint.db'), { timeout: 5_000, readOnly: true })
  try {
    const rows = store
      .prepare(
        `select answer.question_id as question, learner.root_id as learner from answer
         join learner on learner.id = answer.learner_id where answer.question_id <> 'community.belong'
         order by answer.saved_at, answer.rowid`,
      )
      .all() as { question: string; learner: string }[]
    const learners = store
      .prepare('select count(distinct root_id) as n from learner join answer on answer.learner_id = learner.id')
      .get() as { n: number }
    return {
      arrived: [...new Set(rows.map((row) => row.question))],
      revisions: rows.length,
      learners: learners.n,
    }
  } finally {
    store.close()
  }
}
