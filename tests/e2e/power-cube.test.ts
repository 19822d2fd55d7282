import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { runProduct } from './product.ts'

const product = runProduct()

const choose = async (page: Page, level: string, space: string, form: string) => {
  await page.getByLabel('Level', { exact: true }).first().selectOption(level)
  await page.getByLabel('Space', { exact: true }).first().selectOption(space)
  await page.getByLabel('Form of power', { exact: true }).first().selectOption(form)
}

/** Where the small cube stands on the page, in the drawing’s own units. */
const placeOf = (page: Page) =>
  page.locator('.explorer .small').evaluate((path: SVGGraphicsElement) => {
    const svg = path.ownerSVGElement as SVGSVGElement
    const box = path.getBoundingClientRect()
    const scale = svg.viewBox.baseVal.width / svg.getBoundingClientRect().width
    return [box.x * scale, (box.y + scrollY) * scale]
  })

test('without a script, three menus move the cube, build the sentence and choose two questions', async () => {
  const { browser, server } = product
  await using context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${server.url}/chapters/power`)
  const explorer = page.getByRole('region', { name: 'Walk round the cube' })
  const said = () => explorer.getByRole('status').innerText()

  expect(await said()).toBe('You are looking at a local, invited space where power is mostly hidden.')
  const [x, y] = (await placeOf(page)) as [number, number]

  await choose(page, 'global', 'claimed', 'visible')
  expect(await said()).toBe('You are looking at a global, claimed or created space where power is mostly visible.')
  expect(await explorer.getByRole('list').innerText()).toBe(
    'Whose space is it, and who doesn’t feel it is theirs?\nWhat rule could change?',
  )
  const [x2, y2] = (await placeOf(page)) as [number, number]
  expect(Math.round(x2 - x)).toBe(2 * 54)
  expect(Math.round(y2 - y)).toBe(-2 * 62)
  // One row is left that says so; were there two, this would fail.
  expect(await explorer.getByRole('row', { name: /You are here/ }).innerText()).toContain(
    'A tenants’ group elects a chair.',
  )
  const bold = (word: string) =>
    explorer
      .locator(`text=${word}`)
      .first()
      .evaluate((text) => Number(getComputedStyle(text).fontWeight))
  expect(await bold('Global')).toBeGreaterThan(await bold('Local'))
})
