import { expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { startTeams } from '#tests/support/teams-service.ts'
import { activity, words } from '../bot/teams-talk.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct(() => ({ STANDPOINT_TEAMS_PLAYGROUND: 'yes' }))

test('who has prompts on and a chat in Teams chooses on the page where they come; who has stopped them isn’t asked', async () => {
  const teams = await startTeams()
  await using watched = await watchedPage(product.browser, product.server.url, {
    viewport: { width: 360, height: 800 },
  })
  const { page, problems } = watched
  const say = async (text: string) => {
    const before = teams.of('ada').length
    const answered = teams.until(() => teams.of('ada').length > before)
    const body = JSON.stringify(activity(teams.url, 'ada', { text }))
    const headers = { 'content-type': 'application/json' }
    await fetch(`${product.server.url}/api/teams/activities`, { method: 'POST', headers, body })
    await answered
    return words(teams.of('ada').slice(before))
  }
  const main = () => page.locator('main').innerText()
  const saved = async () => {
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Save' }).click()])
    expect(await main()).toContain('Saved.')
  }
  await say('prompts on')
  // The chat is noted once the reply has left, so before the next one is written.
  const link = /\/link\/[\w-]{43}/.exec(await say('link'))?.[0] as string
  await page.goto(link)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Open it here' }).click()])
  await page.goto('/prompts')
  expect(await main()).toContain('Your prompts come in Teams, where people who run it at your organisation')
  expect(await page.getByRole('radio', { name: 'In Teams' }).isChecked()).toBe(true)
  expect(await page.getByRole('radio', { name: 'In Slack' }).count()).toBe(0)
  expect(await axeInBothSchemes(page)).toEqual([])
  await page.getByRole('radio', { name: 'it waits in the companion' }).check()
  await saved()
  expect(await main()).toContain('On the web a prompt waits in the companion')
  await page.getByRole('radio', { name: 'In Teams' }).check()
  await saved()
  expect(await main()).toContain('Your prompts come in Teams')
  await page.getByRole('button', { name: 'Stop prompts' }).click()
  await expect.poll(main).toContain('Prompts are off.')
  expect(await page.getByRole('radio', { name: 'In Teams' }).count()).toBe(0)
  expect(problems).toEqual([])
  await teams.close()
})
