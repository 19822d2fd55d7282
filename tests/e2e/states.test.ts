import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import { content } from '#tests/support/open.ts'
import { answerThem, questionsOf } from './notebook.ts'
import { expectOk, newClient } from './people.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

/** The chapter that is looked at in all its states; it has a law box, a picture, private questions and words to press. */
const CHAPTER = 'equality'
const asked = questionsOf(CHAPTER)
/** A box for words that are nobody’s secret, and whose it is. */
const [plain, part] = asked
  .filter(({ sensitivity }) => sensitivity !== 'S2')
  .flatMap(({ id, parts }) => parts.filter(({ type }) => /-text$/.test(type)).map(({ name }) => [id, name]))[0] as [
  string,
  string,
]
const secret = asked.find((q) => q.sensitivity === 'S2')?.id ?? ''

/** Somebody who has answered every question of the book. */
let learner: BrowserClient
beforeAll(async () => {
  learner = newClient(product.server)
  await answerThem(
    learner,
    content.chapters.flatMap(({ id }) => questionsOf(id)).map(({ id }) => id),
  )
})

async function open(path: string, client?: BrowserClient, options: BrowserContextOptions = {}) {
  const watched = await watchedPage(product.browser, product.server.url, {
    viewport: { width: 360, height: 800 },
    ...options,
  })
  if (client?.cookie) {
    const [name, value] = client.cookie.split('=') as [string, string]
    await watched.page.context().addCookies([{ name, value, url: product.server.url, httpOnly: true }])
  }
  await watched.page.goto(path)
  return watched
}

const sheet = (page: Page, id: string) => page.locator(`[id="${id}"]`)
const box = (page: Page) => sheet(page, plain).locator(`textarea[name="${part}"]`)
const save = (page: Page) => sheet(page, plain).getByRole('button', { name: 'Save', exact: true }).click()
const tooLong = 'x'.repeat(10_001)

interface State {
  name: string
  /** Who looks: somebody new, or somebody with an answer to everything. */
  as: 'visitor' | 'learner'
  scripts?: false
  /** Brings the page there, and sees that it is there. */
  reach?(page: Page): Promise<void>
}

const STATES: State[] = [
  { name: 'blank', as: 'visitor' },
  { name: 'blank, without script', as: 'visitor', scripts: false },
  {
    name: 'a private note unfolded',
    as: 'learner',
    async reach(page) {
      const fold = sheet(page, secret).locator('details.shut')
      expect(await fold.evaluate((details: HTMLDetailsElement) => details.open)).toBe(false)
      await fold.locator('summary').first().click()
      await fold.locator('textarea, select, input').first().waitFor()
    },
  },
  {
    name: 'too long, refused',
    as: 'visitor',
    async reach(page) {
      await box(page).fill(tooLong)
      await save(page)
      await sheet(page, plain).locator('.problem:focus').waitFor()
    },
  },
  {
    name: 'too long, refused without script',
    as: 'visitor',
    scripts: false,
    async reach(page) {
      await box(page).fill(tooLong)
      await save(page)
      await sheet(page, plain).locator('.problem').waitFor()
    },
  },
  {
    name: 'saved elsewhere meanwhile, both texts shown',
    as: 'learner',
    async reach(page) {
      await expectOk(await learner.save(plain, { [part]: 'From the other telephone.' }, 1))
      await box(page).fill('From this one.')
      await sheet(page, plain).locator('.versions').filter({ hasText: 'From the other telephone.' }).waitFor()
    },
  },
  {
    name: 'a nation chosen',
    as: 'visitor',
    async reach(page) {
      const law = page.locator('section.law').first()
      const before = await law.innerText()
      await law.getByLabel('Wales').check()
      expect((await law.innerText()).length).toBeLessThan(before.length)
    },
  },
  {
    name: 'a word explained',
    as: 'visitor',
    async reach(page) {
      await page.locator('button.term').first().click()
      await page.locator('.gloss:popover-open').waitFor()
    },
  },
  {
    name: 'the companion open',
    as: 'learner',
    async reach(page) {
      await page.locator('details.panel > summary').click()
      await page.getByLabel('Write to the companion').waitFor()
    },
  },
]

/** Where scripts are off no timer ever rings. Axe sets some, only to let others run in between; there are no others. */
const ringAtOnce = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const soon = (run: () => void) => Promise.resolve().then(run)
    Object.assign(window, { setTimeout: soon, requestAnimationFrame: soon })
  })

test.for(STATES)('axe finds nothing in a chapter: $name', async ({ as, scripts, reach }) => {
  const options = { javaScriptEnabled: scripts !== false }
  await using watched = await open(`/chapters/${CHAPTER}`, as === 'learner' ? learner : undefined, options)
  await reach?.(watched.page)
  if (!options.javaScriptEnabled) await ringAtOnce(watched.page)
  expect(await axeInBothSchemes(watched.page)).toEqual([])
  expect(watched.problems).toEqual([])
})

test.for(content.chapters)(
  'axe finds nothing in “$title” with every question answered and every fold open',
  async ({ id }) => {
    await using watched = await open(`/chapters/${id}`, learner)
    const { page } = watched
    expect(await page.locator('form.q:not([data-answered])').count()).toBe(0)
    // Private notes stay as they are: folded. The companion lies over the end of the page when it is open.
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>('details:not(.shut, .panel)')) fold.open = true
    })
    expect(await axeInBothSchemes(page)).toEqual([])
    expect(watched.problems).toEqual([])
  },
)
