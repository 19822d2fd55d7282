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

interface Config {
  bot: { id: string; name: string }
  currentUser: { id: string }
  groupChats: { id: string; name: string }[]
}

/** Names the companion, as the playground's own page does when its name is chosen from a list. */
async function nameIt({ bot, currentUser }: Config, conversation: string, words: string): Promise<void> {
  const name = `<at>${bot.name}</at>`
  const mentions = [{ type: 'mention', mentioned: bot, text: name }]
  const body = { from: { id: currentUser.id }, text: `${name} ${words}`, textFormat: 'plain', mentions }
  const { ok } = await fetch(`${playground.url}/_conversation/v1/conversations/${conversation}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(ok).toBe(true)
}

test('in the playground’s group chat it says what it is, shows the reply at a press, and shares the clauses', async () => {
  const { config } = (await (await fetch(`${playground.url}/_internal/v1/config`)).json()) as { config: Config }
  const [chat] = config.groupChats
  if (!chat) throw new Error('The playground has no group chat.')
  // Narrower, its list of chats lies over the chat.
  const page = await browser.newPage({ viewport: { width: 1900, height: 1100 } })
  const clauses = page.getByText('SC-NETWORKS K15')
  await page.goto(playground.url)
  await page.getByText(chat.name, { exact: true }).first().click()
  await page.getByText('Only whoever asked can open my reply').waitFor()
  await nameIt(config, chat.id, 'K15')
  await page.getByText('For whoever asked').waitFor()
  expect(await clauses.count()).toBe(0)
  await page.getByRole('button', { name: 'Show me the reply' }).click()
  await page.getByText('Only you see this').waitFor()
  expect(await clauses.count()).toBe(1)
  await page.getByRole('button', { name: 'Share with everyone' }).click()
  await page.getByText('These clauses are here for everybody now').waitFor()
  await expect.poll(() => clauses.count()).toBe(2)
  expect(await page.getByText('undefined').count()).toBe(0)
  await page.close()
})
