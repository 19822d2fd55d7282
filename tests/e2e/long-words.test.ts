import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import { content } from '#tests/support/open.ts'
import { fittingAnswer } from './fitting-answer.ts'
import { answerThem, questionsOf } from './notebook.ts'
import { prepare } from './pages.ts'
import { expectOk, newClient } from './people.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

const LONG = 'Llanfairpwllgwyngyll'.repeat(8)
/** A phone, and where sheets stand in two columns. */
const WIDTHS = [320, 768]
const CHAPTERS = content.chapters.map(({ id }) => `/chapters/${id}`)
const box = (page: Page) => page.getByLabel('Write to the companion')
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function open(width: number, client?: BrowserClient) {
  const watched = await watchedPage(product.browser, product.server.url, { viewport: { width, height: 640 } })
  if (client) {
    const [name, value] = client.cookie.split('=') as [string, string]
    await watched.page.context().addCookies([{ name, value, url: product.server.url, httpOnly: true }])
  }
  return watched
}

/** Opens every fold, and puts a long word into every box that somebody can write in: how many there are. */
const fillEveryBox = (page: Page) =>
  page.evaluate((word) => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
    const boxes = document.querySelectorAll<HTMLTextAreaElement>('main :is(textarea, input[type=text])')
    for (const box of boxes) box.value = word
    return boxes.length
  }, LONG)

/** Boxes that stand out of the sheet or the form that they are on, whether or not the page scrolls. */
const standOut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(textarea, input[type=text])')]
      .filter((box) => {
        const sheet = box.closest('form') as Element
        return box.getBoundingClientRect().right > sheet.getBoundingClientRect().right + 1
      })
      .map(({ id }) => id),
  )

/** What each place has of faults: as it is, and once its boxes are full. */
async function faults(width: number, paths: string[], client?: BrowserClient): Promise<string[]> {
  await using watched = await open(width, client)
  const { page, problems } = watched
  const found: string[] = []
  for (const path of paths) {
    await page.goto(path)
    const shown = await sideways(page)
    if (shown) found.push(`${path} at ${width}: ${shown} px too wide`)
    if (path.startsWith('/chapters/')) expect(await fillEveryBox(page), path).toBeGreaterThan(5)
    else await fillEveryBox(page)
    const filled = await sideways(page)
    if (filled !== shown) found.push(`${path} at ${width}: ${filled} px too wide with its boxes full`)
    for (const id of await standOut(page)) found.push(`${path} at ${width}: ${id} stands out`)
  }
  return [...found, ...problems]
}

test('one very long word never widens a page on a phone', async () => {
  await using watched = await open(320)
  const { page, problems } = watched
  const save = async (question: string, value: object) => {
    const reply = await page.request.post('/api/answers', {
      headers: { origin: product.server.url, accept: 'application/json' },
      data: { question, value, base: 0, operation: randomUUID() },
    })
    expect(reply.status()).toBe(200)
  }
  await save('community.working-definition', { definition: LONG })
  await save('community.my-communities', { communities: [{ row: LONG.slice(0, 80), cells: { closeness: 'near' } }] })
  for (const path of ['/notebook', '/chapters/community', '/chapters/cd', '/standards/sc-networks/k50']) {
    await page.goto(path)
    expect([path, await sideways(page)]).toEqual([path, 0])
  }
  await page.goto('/companion')
  await box(page).fill(LONG)
  await page.getByRole('button', { name: 'Send' }).click()
  await page.locator('.turn-row.you').waitFor()
  expect(await sideways(page)).toBe(0)
  expect(problems).toEqual([])
})

test('a long word in any box of any chapter widens nothing, nor does one that comes back from an answer', async () => {
  const learner = newClient(product.server)
  const asked = content.chapters.flatMap(({ id }) => questionsOf(id)).map(({ id }) => id)
  await answerThem(learner, asked, (question) => fittingAnswer(question, () => LONG.slice(0, 38)))
  const found: string[] = []
  for (const width of WIDTHS)
    found.push(
      ...(await faults(width, CHAPTERS)),
      ...(await faults(width, [...CHAPTERS, '/notebook', '/notebook/evidence'], learner)),
    )
  expect(found).toEqual([])
})

test('a long word in a form, or in what a trainer asks, widens no page of a course', async () => {
  const { learner, trainer, samples } = await prepare(product.server)
  const course = samples['/cohort/[id]'] as string
  const room = samples['/trainer/cohorts/[id]'] as string
  for (const several of [true, false]) {
    const own = { ask: `How was ${LONG}?`, options: [LONG.slice(0, 80), LONG.slice(1, 81)], several }
    await expectOk(await trainer.post(`/api${course.replace('cohort', 'cohorts')}/questions`, own))
  }
  const mine = await (await learner.get(course)).text()
  const ids = [...mine.matchAll(/<form class="q" id="(own[^"]+)"/g)].map(([, id]) => id as string)
  expect(ids).toHaveLength(3)
  for (const question of ids)
    await expectOk(await learner.post('/api/answers', new URLSearchParams({ question, choice: 'option-1', base: '0' })))
  const others = ['/share/[question]', '/notebook/versions/[question]', '/notebook/portfolio/[standard]']
  const learners = [course, ...others.map((pattern) => samples[pattern] as string), '/notebook', '/share']
  const clause = '/standards/sc-networks/k14'
  const trainers = [
    room,
    `${room}/copy`,
    `${room}/channel`,
    '/trainer',
    samples['/trainer/invitations/[secret]'] as string,
  ]
  const found: string[] = []
  for (const width of WIDTHS)
    found.push(...(await faults(width, [...learners, clause], learner)), ...(await faults(width, trainers, trainer)))
  expect(found).toEqual([])
})
