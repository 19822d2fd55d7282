import { expect, test } from 'vitest'
import { content } from '#tests/support/open.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

/** The first ranking of the book. */
const question = content.questions.find(({ parts }) => parts.some(({ type }) => type === 'ranking'))
const part = question?.parts.find(({ type }) => type === 'ranking')
const [first, second, third] = part?.type === 'ranking' ? part.options.map(({ id }) => id) : []

async function openRanking(javaScriptEnabled = true) {
  const watched = await watchedPage(product.browser, product.server.url, { javaScriptEnabled })
  const { page } = watched
  await page.goto(`/chapters/${question?.chapter}`)
  const sheet = page.locator(`[id="${question?.id}"]`)
  const place = (n: number) => sheet.locator(`[name="${part?.name}.${n}"]`)
  // The moves come when the ranking is near.
  await sheet.scrollIntoViewIfNeeded()
  if (javaScriptEnabled) await sheet.locator('.ranking button').first().waitFor()
  const placed = () =>
    sheet.locator('.ranking select').evaluateAll((all) => all.map((s) => (s as HTMLSelectElement).value))
  return { watched, page, sheet, place, placed }
}

test('an option chosen a second time changes places, and one only passed over by arrow keeps its own', async () => {
  const { watched, page, place, placed } = await openRanking()
  await using _ = watched
  await place(1).selectOption(first as string)
  await place(2).selectOption(second as string)
  await place(3).focus()
  await page.keyboard.press('ArrowDown')
  expect((await placed()).slice(0, 3)).toEqual(['', second, first])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect((await placed()).slice(0, 3)).toEqual([first, second, third])
  await place(1).selectOption(third as string)
  expect((await placed()).slice(0, 3)).toEqual([third, second, first])
})

test('what was taken back stays away when a place is chosen again', async () => {
  const { watched, sheet, place, placed } = await openRanking()
  await using _ = watched
  await place(1).selectOption(first as string)
  await place(2).selectOption(second as string)
  await sheet
    .locator('.status')
    .filter({ hasText: /^Saved, / })
    .waitFor()
  await sheet.getByRole('button', { name: 'Take my answer back' }).click()
  await sheet
    .locator('.status')
    .filter({ hasText: /^Taken back, / })
    .waitFor()
  await place(2).selectOption(third as string)
  expect((await placed()).slice(0, 3)).toEqual(['', third, ''])
})

test('the moves up and down take the focus along, and what they change is saved', async () => {
  const { watched, page, sheet, place, placed } = await openRanking()
  await using _ = watched
  await place(1).selectOption(first as string)
  await place(2).selectOption(second as string)
  const down = sheet.locator('.ranking li').nth(0).getByRole('button')
  await down.focus()
  await page.keyboard.press('Enter')
  expect((await placed()).slice(0, 2)).toEqual([second, first])
  await page.keyboard.press('Enter')
  expect((await placed()).slice(0, 3)).toEqual([second, '', first])
  await sheet
    .locator('.status')
    .filter({ hasText: /^Saved, / })
    .waitFor()
  await page.reload()
  expect((await placed()).slice(0, 2)).toEqual([second, first])
})

test('without script, an option in two places is told, and the way there leads into the group', async () => {
  const { watched, page, sheet, place, placed } = await openRanking(false)
  await using _ = watched
  await place(1).selectOption(first as string)
  await place(2).selectOption(first as string)
  await sheet.getByRole('button', { name: 'Save', exact: true }).click()
  const way = sheet.locator('.problem a')
  const said = await way.innerText()
  await way.press('Enter')
  const group = sheet.locator('fieldset:focus')
  expect(await group.locator('.wrong').innerText()).toBe(said)
  await page.keyboard.press('Tab')
  expect(await place(1).evaluate((menu) => menu === document.activeElement)).toBe(true)
  expect((await placed()).slice(0, 3)).toEqual([first, first, ''])
})
