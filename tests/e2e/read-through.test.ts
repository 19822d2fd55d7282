import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Question } from '#core/questions/question.ts'
import { content } from '#tests/support/open.ts'
import { type Focused, focusNext, give, neverReached, noteFocus, press, tryChoices } from './by-keyboard.ts'
import { type Fields, fittingAnswer } from './fitting-answer.ts'
import { answerThem, questionsOf } from './notebook.ts'
import { newClient } from './people.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

/** More than any page has. */
const STOPS = 1500

/** Reads a page from its first stop to its last, and uses everything on the way. */
async function readThrough(page: Page, answers: Record<string, Fields>): Promise<void> {
  await noteFocus(page)
  let sheet: string | null = null
  for (let stops = 0; stops < STOPS; stops++) {
    const here = await focusNext(page)
    if (!here) return
    if (here.question && here.question !== sheet) {
      await movesThere(page)
      await backAndForth(page)
    }
    sheet = here.question
    await (sheet ? useOnSheet(page, here, answers[sheet] as Fields) : useInText(page, here))
  }
  throw new Error(`There is no end to the page: ${STOPS} stops, and still another.`)
}

/** The moves of a ranking come with a script of their own, and no person tabs past a place before it is there. */
const movesThere = (page: Page) =>
  page.waitForFunction(() => !document.querySelector('form.q:focus-within [data-move][hidden]'))

/** Nobody is held on a sheet: the way back is open, too. */
async function backAndForth(page: Page): Promise<void> {
  const stop = () => page.evaluate(() => document.activeElement?.closest('form.q')?.id)
  const before = await stop()
  await press(page, 'Shift+Tab')
  expect(await stop()).not.toBe(before)
  await press(page, 'Tab')
  expect(await stop()).toBe(before)
}

async function useOnSheet(page: Page, here: Focused, answer: Fields): Promise<void> {
  const wanted = answer[here.name]
  if (wanted) await give(page, here, wanted)
  else if (here.kind === 'summary' && !here.open) await press(page, 'Enter')
  else if (here.kind === 'button' && here.name === '' && (await page.locator(':focus').innerText()) === 'Save') {
    await press(page, 'Enter')
    await page
      .locator(`[id="${here.question}"] .status`)
      .filter({ hasText: /^Saved, / })
      .waitFor()
  }
}

async function useInText(page: Page, here: Focused): Promise<void> {
  if (/^(select|radio|checkbox)$/.test(here.kind)) await tryChoices(page, here)
  if (here.kind === 'summary') {
    const fold = page.locator('details:has(> summary:focus)')
    const isCompanion = await fold.evaluate((details) => details.matches('[data-panel]'))
    await press(page, 'Space', here.open ? 2 : 1)
    // Its box takes the focus once its script has come, and then what is kept of the conversation.
    if (isCompanion) await page.locator('[data-panel][open] [data-clear]').waitFor({ state: 'attached' })
    else expect(await fold.evaluate((details: HTMLDetailsElement) => details.open)).toBe(true)
  }
  if (here.opens) {
    const meaning = page.locator(`[id="${here.opens}"]`)
    await press(page, 'Enter')
    expect(await meaning.innerText()).not.toBe('')
    await press(page, 'Escape')
    expect(await meaning.isVisible()).toBe(false)
  }
}

/** What every sheet of the page holds, and whether it says that it is saved. */
const sheets = (page: Page): Promise<Record<string, { saved: boolean; fields: Fields }>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLFormElement>('form.q')].map((form) => {
        const hidden = new Set([...form.querySelectorAll<HTMLInputElement>('[type=hidden]')].map(({ name }) => name))
        const given = [...new FormData(form)].filter(([name, value]) => !hidden.has(name) && value !== '')
        const fields: Fields = {}
        for (const [name, value] of given) fields[name] = [...(fields[name] ?? []), `${value}`.replaceAll('\r', '')]
        return [form.id, { saved: /^Saved, /.test(form.querySelector('.status')?.textContent?.trim() ?? ''), fields }]
      }),
    ),
  )

/** The words and the looks of every picture that is drawn from an answer on this page. */
const pictures = (page: Page, asked: Question[]): Promise<{ of: string; words: string; drawing: string }[]> =>
  page.evaluate(
    (ids) =>
      [...document.querySelectorAll<HTMLElement>('figure[data-picture]')]
        .filter((figure) => ids.includes(figure.dataset.picture as string))
        .map((figure) => {
          const words = figure.querySelector('figcaption')?.innerText ?? ''
          const drawing = figure.cloneNode(true) as HTMLElement
          drawing.querySelector('figcaption')?.remove()
          // Which folds are open says what was read, and not what was answered.
          for (const fold of drawing.querySelectorAll('details')) fold.open = false
          return { of: figure.dataset.picture as string, words, drawing: drawing.innerHTML }
        }),
    asked.map(({ id }) => id),
  )

test.for(content.chapters.map(({ id, title }) => ({ id, title })))(
  'chapter “$title”, read and answered by keyboard alone on a phone',
  async ({ id }) => {
    const questions = questionsOf(id)
    const reader = newClient(product.server)
    const earlier = questions
      .flatMap((q) => q.back.map(({ from }) => from))
      .filter((from) => !from.startsWith(`${id}.`))
    await answerThem(reader, [...new Set(earlier)])
    const phone = { viewport: { width: 360, height: 800 } }
    await using watched = await watchedPage(product.browser, product.server.url, phone)
    const { page, problems } = watched
    const [name, value] = reader.cookie.split('=') as [string, string]
    if (reader.cookie) await page.context().addCookies([{ name, value, url: product.server.url, httpOnly: true }])
    await page.goto(`/chapters/${id}`)
    const before = await pictures(page, questions)

    const answers = Object.fromEntries(questions.map((question) => [question.id, fittingAnswer(question)]))
    await readThrough(page, answers)
    expect(await neverReached(page)).toEqual([])
    const after = await pictures(page, questions)
    for (const [i, { of, words, drawing }] of after.entries()) {
      expect(drawing, `the drawing of ${of}`).not.toBe(before[i]?.drawing)
      expect(words, `the words of ${of}`).not.toBe(before[i]?.words)
    }

    await page.reload()
    const saved = Object.fromEntries(Object.entries(answers).map(([q, fields]) => [q, { saved: true, fields }]))
    expect(await sheets(page)).toEqual(saved)
    expect(await pictures(page, questions)).toEqual(after)
    expect(problems).toEqual([])
  },
)
