import { expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()
const CHAPTER = '/chapters/community'
const ID = 'community.belong'

test.for([true, false])(
  'an answer is taken back, and then deleted for good (script: %s)',
  async (javaScriptEnabled) => {
    const phone = { viewport: { width: 360, height: 800 }, javaScriptEnabled }
    await using watched = await watchedPage(product.browser, product.server.url, phone)
    const { page, problems } = watched
    const sheet = page.locator(`[id="${ID}"]`)
    const save = async (words: string) => {
      await page.goto(CHAPTER)
      await sheet.locator('textarea[name="story"]').fill(words)
      await sheet.getByRole('button', { name: 'Save', exact: true }).click()
      await sheet
        .locator('.status')
        .filter({ hasText: /^Saved, / })
        .waitFor()
    }
    await save('The first that I wrote.')
    await save('And another, later.')
    await page.goto(`/notebook/versions/${ID}`)
    const main = page.locator('main')
    expect(await main.innerText()).toContain('Take your answer back at the question first.')
    await page.getByRole('link', { name: 'Go to the question' }).click()
    await sheet.getByRole('button', { name: 'Take my answer back' }).click()
    await sheet
      .locator('.status')
      .filter({ hasText: /^Taken back, / })
      .waitFor()

    await page.goto('/notebook')
    await page.getByRole('link', { name: /^All 3 versions/ }).click()
    expect(await main.innerText()).toContain('The first that I wrote.')
    if (javaScriptEnabled) expect(await axeInBothSchemes(page)).toEqual([])
    await page.getByRole('button', { name: 'Delete them for good' }).click()
    await page.waitForURL(`**/notebook#${ID}`)
    expect(await main.innerText()).toContain('You took this answer back.')
    await page.goto(`/notebook/versions/${ID}`)
    expect(await main.innerText()).toContain('There is one version, and you took that back.')
    expect(await main.innerText()).not.toMatch(/first that I wrote|another, later/)
    await save('Begun anew.')
    expect(problems).toEqual([])
  },
)
