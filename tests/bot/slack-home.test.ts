import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { newCourse, newTrainer } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { type HomePage, signed } from '#tests/support/slack-emulator.ts'
import { slackAndCompanion, type Talk, TEAM, words } from './slack-talk.ts'

interface Button {
  action_id: string
  value: string
  text: { text: string }
}
interface Block {
  type: string
  elements: Button[]
}
const buttonsOf = (page: HomePage): Button[] =>
  (page.blocks as Block[]).flatMap(({ type, elements }) => (type === 'actions' ? elements : []))

forEachDatabase((_name, fresh) => {
  let slack: Awaited<ReturnType<typeof slackAndCompanion>>
  let core: Core
  beforeAll(async () => {
    slack = await slackAndCompanion(fresh, ['ada', 'ben', 'cleo', 'dev', 'eve'])
    core = slack.served.core
  })
  afterAll(() => slack.close())

  /** Somebody opens the companion's page, and sees this. */
  async function open({ user, channel }: Pick<Talk, 'user' | 'channel'>): Promise<{ page: HomePage; text: string }> {
    await slack.event({ type: 'app_home_opened', tab: 'home', user, channel, event_ts: '1.1' })
    const page = slack.slack.home(user)
    if (!page) throw new Error('Nothing was put on the page.')
    return { page, text: JSON.stringify(page.blocks) }
  }
  async function press({ user, fresh }: Talk, page: HomePage, label: string) {
    const button = buttonsOf(page).find(({ text }) => text.text === label)
    if (!button) throw new Error(`No button says ${label}.`)
    const payload = {
      type: 'block_actions',
      team: { id: TEAM },
      user: { id: user },
      view: { type: 'home', private_metadata: page.private_metadata },
      container: { type: 'view', view_id: 'V1' },
      actions: [{ type: 'button', action_ts: String(Math.random()), ...button }],
    }
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
    const headers = { ...signed(body), 'content-type': 'application/x-www-form-urlencoded' }
    await fetch(`${slack.served.url}/api/slack/interactions`, { method: 'POST', headers, body })
    return fresh()
  }

  test('whoever never wrote is told what this is, and opening it begins no notebook', async () => {
    const { user, channel } = await slack.slack.open('ada')
    const { text, page } = await open({ user, channel })
    expect(text).toContain('I’m a program, not a person')
    expect(text).toContain('Until you write, I keep nothing')
    expect(buttonsOf(page).map(({ value }) => value)).toEqual(['hello'])
    const who = { kind: 'slack', subject: `${TEAM}:${user}`, verified: true, starts: false } as const
    expect(await core.linkAccount(SYSTEM, who)).toEqual({ kind: 'visitor' })
  })

  test('it says where somebody is and what comes next; its button asks that in the direct message', async () => {
    const ben = await slack.talk('ben')
    const before = await open(ben)
    expect(before.text).toContain('You haven’t answered anything yet')
    expect(before.text).toContain('which three words come to mind first?')
    expect(words(await press(ben, before.page, 'Ask me'))).toContain('which three words come to mind first?')
    // Nothing moves until it is opened again.
    expect(JSON.stringify(slack.slack.home(ben.user)?.blocks)).toBe(before.text)
    const waits = await open(ben)
    expect(waits.text).toContain('A question that waits for you')
    expect(words(await press(ben, waits.page, 'Ask me again'))).toContain('which three words come to mind first?')
    await ben.say('a heron')
    const after = await open(ben)
    expect(after.text).toMatch(/You last answered in chapter 1/)
    expect(after.text).not.toContain('which three words')
    const asks = words(await press(ben, after.page, 'Ask me'))
    const [next] = /"text":"([^"]+\?)"/.exec(after.text)?.slice(1) ?? []
    expect(next?.length).toBeGreaterThan(10)
    expect(asks).toContain(next)
  })

  test('no word of its reader’s is on it, and a private question isn’t either', async () => {
    const cleo = await slack.talk('cleo')
    const channel = 'web'
    const said: [question: string, value: Record<string, string>][] = [
      ['community.first-words', { words: 'heron, harbour, tea' }],
      ['community.belong', { story: 'the choir let me in' }],
      ['community.on-the-edge', { door: 'nobody spoke to me' }],
    ]
    for (const [question, value] of said) await core.saveAnswer(cleo.actor, { question, value, channel })
    const { text } = await open(cleo)
    for (const word of [
      'heron',
      'choir',
      'nobody spoke',
      'community.on-the-edge',
      core.content.question('community.on-the-edge')?.ask,
    ])
      expect(text).not.toContain(word)
    expect(text).toContain('You last answered in chapter 1')
    for (const path of ['/privacy-settings', '/who-sees-what', '/privacy', '/help'])
      expect(text).toContain(`"http://standpoint.example.org${path}"`)
    expect(text).toContain('owners of this Slack workspace may be able to read')
  })

  test('prompts are switched on and off from it, and the course and its trainer’s view are named', async () => {
    const dev = await slack.talk('dev')
    const off = await open(dev)
    expect(off.text).toContain('Prompts are off: I never write first')
    expect(off.text).toContain('no trainer sees anything of yours')
    expect(words(await press(dev, off.page, 'Switch prompts on'))).toContain('Prompts are on')
    const cohort = await newCourse(core, await newTrainer(core), { ticks: undefined, nightly: true })
    await core.joinCohort(dev.actor, { code: cohort.joinCode, counted: false })
    const on = await open(dev)
    expect(on.text).toMatch(/Prompts are on\. I write once a week/)
    expect(on.text).toContain(`http://standpoint.example.org/cohort/${cohort.id}`)
    expect(words(await press(dev, on.page, 'Switch prompts off'))).toContain('I won’t write to you first any more')
    expect((await core.myPrompts(dev.actor, {})).on).toBe(false)
  })

  test('another tab, and presses that aren’t ours, do nothing', async () => {
    const eve = await slack.talk('eve')
    await slack.event({ type: 'app_home_opened', tab: 'messages', user: eve.user, channel: eve.channel })
    await slack.event({ type: 'app_home_opened', tab: 'home', user: eve.user, channel: 'C024BE91L' }, randomUUID())
    expect(slack.slack.home(eve.user)).toBeUndefined()
    const { page } = await open(eve)
    expect(await press(eve, { ...page, private_metadata: 'C024BE91L' }, 'Ask me')).toEqual([])
  })
})
