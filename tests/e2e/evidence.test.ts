import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { expectOk, newClient } from './people.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()
const PHONE = { viewport: { width: 360, height: 740 } }

/** A learner's browser with two versions of one answer, a private one and one of choices. */
async function open(more: object = {}) {
  const { server, browser } = product
  const client = newClient(server)
  await expectOk(await client.save('community.belong', { story: 'Somebody kept me a chair.' }, 0))
  await expectOk(await client.save('community.belong', { story: 'Everybody kept me a chair.' }, 1))
  await expectOk(await client.save('community.on-the-edge', { door: 'A private word.' }, 0))
  await expectOk(await client.save('community.ties', { most: 'bonding' }, 0))
  const watched = await watchedPage(browser, server.url, { ...PHONE, ...more })
  const [name, value] = client.cookie.split('=') as [string, string]
  await watched.page.context().addCookies([{ name, value, url: server.url }])
  return { ...watched, client }
}

/** Goes by Tab alone to what has this name, and that is within the row of a clause where one is given. */
async function tabTo(page: Page, name: string, clause?: string): Promise<void> {
  for (let n = 0; n < 400; n++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const it = document.activeElement as HTMLElement
      return { name: `${it.textContent} ${it.getAttribute('name')}`, row: it.closest('tr')?.id ?? null }
    })
    if (here.name.includes(name) && (!clause || here.row === clause)) return
  }
  throw new Error(`Tab never comes to “${name}”.`)
}

/** Waits until a clause's row says so. */
const says = (page: Page, clause: string, state: string) =>
  page.locator(`[id="${clause}"] .mk`, { hasText: state }).waitFor()

test('on a phone, by keyboard and without script, suggestions are filtered, confirmed, refused and taken back', async () => {
  const { page, problems } = await open({ javaScriptEnabled: false })
  await page.goto('/notebook')
  // Each control is given the focus here; the next test comes to them by Tab.
  await page.getByRole('link', { name: 'My notes and the standards' }).press('Enter')
  for (let n = 0; n < 3; n++) await page.getByLabel('Where it stands').press('ArrowDown')
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter')
  await page.waitForURL(/state=suggested/)
  const rows = page.locator('.cover tbody tr')
  const suggested = await rows.count()
  expect(suggested).toBeGreaterThan(3)
  expect(await page.getByRole('status').filter({ hasText: 'of 169 clauses' }).textContent()).toContain(
    `${suggested} of`,
  )
  const row = page.locator('[id="SC-NETWORKS:K14"]')
  await row.getByRole('button', { name: /^Confirm.*Think of a time you felt you belonged/ }).press('Enter')
  await page.waitForURL(/#SC-NETWORKS:K14$/)
  expect(await rows.count()).toBe(suggested - 1)
  await page.locator('[id="SC-NETWORKS:K16"]').getByRole('button', { name: 'No, not this' }).press('Enter')
  await page.waitForURL(/#SC-NETWORKS:K16$/)
  expect(await rows.count()).toBe(suggested - 2)
  await page.goto('/notebook/evidence?state=confirmed')
  expect(await rows.count()).toBe(1)
  await row.getByRole('link', { name: 'K14' }).press('Enter')
  await page.waitForURL(/k14#mine$/)
  await page.getByLabel('Note, up to 2,000 characters').fill('Ask:\n  Sam.')
  await page.getByRole('button', { name: 'Save the note' }).press('Enter')
  await page.waitForURL(/#note$/)
  await page.goto('/notebook/portfolio/sc-networks?only=mine')
  // As it looks: a line that was set in is.
  expect(await page.locator('.pfclause').allInnerTexts()).toEqual([expect.stringMatching(/K14[\s\S]*Ask:\n {2}Sam\./)])
  expect(problems).toEqual([])
  await page.context().close()
})

test('by Tab alone, each button is reached in the row of its clause and does what it says', async () => {
  const { page, problems } = await open()
  await page.goto('/notebook/evidence?standard=SC-NETWORKS&section=knowledge')
  await tabTo(page, 'Confirm', 'SC-NETWORKS:K14')
  await page.keyboard.press('Enter')
  await says(page, 'SC-NETWORKS:K14', 'Confirmed by me')
  await tabTo(page, 'Remove', 'SC-NETWORKS:K14')
  await page.keyboard.press('Enter')
  await says(page, 'SC-NETWORKS:K14', 'Suggested')
  expect(problems).toEqual([])
  await page.context().close()
})

test('what somebody looks for is marked, and stands in no address', async () => {
  const { page } = await open()
  await page.goto('/notebook')
  await page.getByLabel('Find in my answers').fill('SOMEBODY chair')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'One answer has “SOMEBODY chair”' }).waitFor()
  expect(await page.locator('mark').allTextContents()).toEqual(['Somebody', 'chair'])
  expect(page.url()).not.toMatch(/somebody|chair/i)
  await page.getByLabel('Find in my answers').fill('private word')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'private word' }).waitFor()
  expect(await page.getByText('A private word.').isVisible()).toBe(false)
  await page.context().close()
})

test('on the clause’s page a private answer is closed, is used only by its own button, and stays closed on paper', async () => {
  const { page } = await open()
  await page.goto('/standards/cd-collab/ku8')
  expect(await page.getByText('A private word.').isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Use this private note' }).press('Enter')
  await page.getByText('Confirmed by me').first().waitFor()
  expect(await page.getByText('A private word.').isVisible()).toBe(false)
  await page.goto('/notebook/portfolio/cd-collab')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('A private word.').isVisible()).toBe(false)
  expect(await page.getByText('You must be able to').first().isVisible()).toBe(true)
  const printed = async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4', tagged: true })))
    return (await extractText(pdf, { mergePages: true })).text.replace(/\s+/g, ' ')
  }
  expect(await printed()).toContain('Version 1')
  expect(await printed()).not.toContain('A private word.')
  await page.emulateMedia({ media: 'screen' })
  await page.getByText('A private note. Show it').click()
  expect(await printed()).toContain('A private word.')
  await page.context().close()
})

test('the portfolio comes as a Word document, by keyboard and without script, private notes only where they are ticked', async () => {
  const { page } = await open({ javaScriptEnabled: false, acceptDownloads: true })
  await page.goto('/standards/cd-collab/ku8')
  await page.getByRole('button', { name: 'Use this private note' }).press('Enter')
  await page.goto('/notebook/portfolio/cd-collab?only=mine')
  const take = async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'as a Word document' }).press('Enter'),
    ])
    expect(download.suggestedFilename()).toMatch(/^portfolio-[\d-]+\.docx$/)
    return (await mammoth.extractRawText({ buffer: readFileSync(await download.path()) })).value
  }
  const without = await take()
  expect(without).toContain('CD-COLLAB KU 8')
  expect(without).not.toContain('CD-COLLAB KU 9')
  expect(without).not.toContain('A private word.')
  await page.getByLabel('Put my private notes into the document').press('Space')
  expect(await take()).toContain('A private word.')
  await page.context().close()
})

test('axe finds nothing in any state of these pages, and none scrolls sideways on a phone', async () => {
  const { page, client, problems } = await open()
  for (const [question, clause] of [
    ['community.belong', 'SC-NETWORKS:K14'],
    ['community.on-the-edge', 'CD-COLLAB:KU8'],
  ])
    await expectOk(await client.post('/api/evidence/confirm', { question, clause }))
  await expectOk(await client.post('/api/evidence/note', { clause: 'SC-NETWORKS:K14', words: 'Ask Sam. '.repeat(30) }))
  const found: string[] = []
  const look = async (where: string) => {
    for (const summary of await page.locator('main summary:visible').all()) await summary.click()
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push(`${where}: sideways`)
    found.push(...(await axeInBothSchemes(page)).map((violation) => `${where}: ${violation}`))
  }
  for (const path of [
    '/notebook',
    '/notebook/evidence?state=suggested',
    '/notebook/versions/community.belong',
    '/notebook/portfolio/sc-networks?only=mine',
    '/standards/sc-networks/k14',
    '/standards/cd-collab/ku8',
  ]) {
    await page.goto(path)
    await look(path)
  }
  await page.goto('/notebook')
  await page.getByLabel('Find in my answers').fill('chair')
  await page.keyboard.press('Enter')
  await page.locator('#found').waitFor()
  await look('search')
  expect(found).toEqual([])
  expect(problems).toEqual([])
  await page.context().close()
})
