import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { type Playground, startPlayground } from '#tests/support/playground.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let playground: Playground
let browser: Browser

beforeAll(async () => {
  server = await startServer({ STANDPOINT_TEAMS_PLAYGROUND: 'yes' })
  ;[playground, browser] = await Promise.all([startPlayground(`${server.url}/api/teams/activities`), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await playground?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

const says = (page: Page, words: string) => page.getByText(words).last().waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()
async function write(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox').fill(words)
  await page.keyboard.press('Enter')
}

test('in Teams’ own playground it greets, asks by a button, keeps the answer, quotes a clause, and stops', async () => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
  await page.goto(playground.url)
  await says(page, 'I’m a program, not a person')
  await press(page, 'Hello')
  await says(page, 'Write “stop” at any time')
  await press(page, 'Next question')
  await says(page, 'which three words come to mind first')
  await write(page, 'Neighbours, *noise* & <b>tea</b>')
  await says(page, 'Thanks, saved')
  await write(page, 'what did I say about community?')
  await says(page, '“Neighbours, *noise* & <b>tea</b>”')
  await write(page, 'K15')
  await says(page, 'SC-NETWORKS K15')
  await write(page, 'please stop')
  await says(page, 'Stopped.')
  expect(await page.getByText('undefined').count()).toBe(0)
  await page.close()
})
