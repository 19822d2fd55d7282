import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { content } from '#tests/support/open.ts'
import { focusNext, give, noteFocus, press } from './by-keyboard.ts'
import { fittingAnswer } from './fitting-answer.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

const BELONG = 'community.belong'
const sheet = (page: Page, id = BELONG) => page.locator(`[id="${id}"]`)
const box = (page: Page) => sheet(page).locator('textarea[name="story"]')
const says = (page: Page, words: RegExp, id = BELONG) =>
  sheet(page, id).locator('.status').filter({ hasText: words }).waitFor()

/** Ways to write that bring no key, or none that a script could rely on. */
const WAYS: { way: string; write(page: Page, devtools: CDPSession): Promise<void>; words: string }[] = [
  {
    way: 'pasting',
    words: 'Copied from a letter.',
    async write(page) {
      await page.evaluate(() => navigator.clipboard.writeText('Copied from a letter.'))
      await box(page).focus()
      await page.keyboard.press('ControlOrMeta+V')
    },
  },
  {
    way: 'dropping',
    words: 'Drag these words.',
    async write(page, devtools) {
      await box(page).scrollIntoViewIfNeeded()
      const { x, y } = (await box(page).boundingBox()) as { x: number; y: number }
      const data = { items: [{ mimeType: 'text/plain', data: 'Drag these words.' }], dragOperationsMask: 1 }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await devtools.send('Input.dispatchDragEvent', { type, x: x + 20, y: y + 20, data })
    },
  },
  {
    way: 'dictating',
    words: 'Said to the telephone.',
    async write(page, devtools) {
      await box(page).focus()
      await devtools.send('Input.insertText', { text: 'Said to the telephone.' })
    },
  },
  {
    way: 'a keyboard that makes words out of parts',
    words: '社区是我们',
    async write(page, devtools) {
      await box(page).focus()
      await devtools.send('Input.imeSetComposition', { text: 'shequ', selectionStart: 5, selectionEnd: 5 })
      await devtools.send('Input.imeSetComposition', { text: '社区', selectionStart: 2, selectionEnd: 2 })
      await devtools.send('Input.insertText', { text: '社区是我们' })
    },
  },
]

test.for(WAYS)('$way counts as writing: it is saved, said to be, and the focus stays', async ({ write, words }) => {
  await using watched = await watchedPage(product.browser, product.server.url, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const { page, problems } = watched
  const devtools = await page.context().newCDPSession(page)
  await page.goto('/chapters/community')
  await write(page, devtools)
  await says(page, /^Saved, /)
  expect(await box(page).inputValue()).toBe(words)
  // Where the words end is where the next ones go.
  expect(await box(page).evaluate((b: HTMLTextAreaElement) => [b === document.activeElement, b.selectionEnd])).toEqual([
    true,
    words.length,
  ])
  expect(await sheet(page).locator('.status').ariaSnapshot()).toMatch(/^- status: Saved, /)
  await page.reload()
  expect(await box(page).inputValue()).toBe(words)
  expect(problems).toEqual([])
})

/** One question for each kind of part that there is, the one with the fewest parts of other kinds. */
const kinds = [...new Set(content.questions.flatMap(({ parts }) => parts.map(({ type }) => type)))]
const oneOfEach = kinds.map((kind) => {
  const with_ = content.questions.filter(({ parts }) => parts.some(({ type }) => type === kind))
  return { kind, question: with_.sort((a, b) => a.parts.length - b.parts.length)[0] as (typeof with_)[0] }
})

test.for(oneOfEach)('an answer of the kind “$kind” is given and taken back by keyboard alone', async ({ question }) => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page, problems } = watched
  await page.goto(`/chapters/${question.chapter}#${question.id}`)
  const answer = fittingAnswer(question)
  const given = () =>
    sheet(page, question.id).evaluate((form: HTMLFormElement) =>
      [...new FormData(form)].filter(
        ([name, value]) => value !== '' && name in JSON.parse(form.dataset.wanted ?? '{}'),
      ),
    )
  await sheet(page, question.id).evaluate((form, wanted) => (form.dataset.wanted = wanted), JSON.stringify(answer))
  await noteFocus(page)
  let isTakenBack = false
  while (!isTakenBack) {
    const here = await focusNext(page)
    if (here?.question !== question.id) throw new Error(`“Take my answer back” was not reached in ${question.id}.`)
    const wanted = answer[here.name]
    if (wanted) await give(page, here, wanted)
    else if (here.kind === 'summary' && !here.open) await press(page, 'Enter')
    else if (here.kind === 'button' && (await page.locator(':focus').innerText()) === 'Save') {
      await press(page, 'Enter')
      await says(page, /^Saved, /, question.id)
      expect(await page.locator(':focus').innerText()).toBe('Save')
      expect((await given()).length).toBeGreaterThan(0)
    } else if (here.kind === 'button' && here.name === 'clear') {
      await press(page, 'Enter')
      await says(page, /^Taken back, /, question.id)
      isTakenBack = true
    }
  }
  expect(await given()).toEqual([])
  await page.reload()
  await says(page, /^Taken back, /, question.id)
  expect(problems).toEqual([])
})
