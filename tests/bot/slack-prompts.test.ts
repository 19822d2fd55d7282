import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Config, readConfig } from '#core/config.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { faultyLine } from '#tests/support/faulty-line.ts'
import { type Posted, signed } from '#tests/support/slack-emulator.ts'
import { startTicking } from '../../src/web/ticking.ts'
import { buttons, slackAndCompanion, type Talk, TEAM, words } from './slack-talk.ts'

const folder = temporaryFolder()
const clock = join(folder, 'clock')
const settings = { PORT: '0', STANDPOINT_DATA_DIR: `${folder}/data`, STANDPOINT_SECRET_FILE: `${folder}/key` }
const people = ['ada', 'ben', 'cleo', 'dev', 'eve', 'fay', 'gus', 'hal', 'ida', 'jo', 'kit']
let slack: Awaited<ReturnType<typeof slackAndCompanion>>
let line: Awaited<ReturnType<typeof faultyLine>>

const at = (iso: string) => writeFileSync(clock, iso)
const MONDAY = '2026-03-02T09:00:00Z'
const TUESDAY = '2026-03-03T10:00:00Z'

interface Sent extends Posted {
  metadata?: { event_payload: { delivery: string } }
}
beforeAll(async () => {
  at(MONDAY)
  slack = await slackAndCompanion(async (more) => {
    line = await faultyLine(more.STANDPOINT_SLACK_API_URL as string)
    const own = { STANDPOINT_TEST_CLOCK: clock, STANDPOINT_SLACK_API_URL: line.url }
    return readConfig({ ...settings, ...more, ...own }) as Config
  }, people)
})
afterAll(async () => {
  await slack.close()
  await line.close()
})

const send = () => slack.served.companion.sendPrompts(() => true)
/** Somebody who switched prompts on, and the one that was sent to them. */
async function prompted(name: string): Promise<{ talk: Talk; sent: Sent }> {
  at(MONDAY)
  const talk = await slack.talk(name)
  await talk.say('prompts on')
  at(TUESDAY)
  await send()
  const [sent] = (await talk.fresh()) as Sent[]
  if (!sent) throw new Error(`Nothing was sent to ${name}.`)
  return { talk, sent }
}

test('switched on, it says that it is a program, what it does, who sees what, and Stop; and then nothing before its time', async () => {
  at(MONDAY)
  const ada = await slack.talk('ada')
  const said = words(await ada.say('please switch prompts on'))
  for (const part of [
    'I’m a program, not a person',
    'I write to you first',
    'owners of this Slack workspace',
    'your trainer never',
    'Write “stop”',
    'Tuesday 3 March',
  ])
    expect(said).toContain(part)
  await send()
  expect(await ada.fresh()).toEqual([])
  at(TUESDAY)
  await send()
  const [sent, ...more] = (await ada.fresh()) as Sent[]
  expect(more).toEqual([])
  expect(sent?.text).toContain('One residents’ group was asked')
  expect(sent?.text).toContain('owners of this Slack workspace may be able to read')
  expect(buttons(sent).map(({ text }) => text.text)).toEqual(['Answer', 'Later', 'Skip', 'Pause', 'Stop'])
  const delivery = sent?.metadata?.event_payload.delivery as string
  expect(delivery.length).toBeGreaterThan(10)
  for (const { value } of buttons(sent)) expect(value.startsWith(`${delivery} `)).toBe(true)
  await send()
  expect(await ada.fresh()).toEqual([])
})

test('Answer, the reply and one question after it: kept for their author, the press and the reply once', async () => {
  const { talk, sent } = await prompted('ben')
  expect(words(await talk.press(sent, 'Answer'))).toContain('Write your reply here')
  expect(words(await talk.say('The tenants’ group and the mosque.'))).toMatch(
    /Thanks, saved\.[\s\S]*easy for one of them/,
  )
  expect(words(await talk.say('A crèche'))).toBe('Thanks, saved.')
  expect(words(await talk.press(sent, 'Skip'))).toContain('settled already')
  const { bytes } = await slack.served.core.exportMine(talk.actor, { format: 'json' })
  const kept = JSON.parse(Buffer.from(bytes).toString('utf8')).prompts.sent
  expect(kept.map((one: { replies: { words: string }[] }) => one.replies.map((reply) => reply.words))).toEqual([
    ['The tenants’ group and the mosque.', 'A crèche'],
  ])
})

test('a reply in the prompt’s own thread is the answer, without a press', async () => {
  const { talk, sent } = await prompted('cleo')
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: TEAM,
    event_id: randomUUID(),
    event: {
      type: 'message',
      user: talk.user,
      channel: talk.channel,
      text: 'The youth club',
      ts: '2.1',
      thread_ts: sent.ts,
    },
  })
  await fetch(`${slack.served.url}/api/slack/events`, { method: 'POST', headers: signed(body), body })
  await slack.served.companion.idle()
  expect(await slack.served.core.waitingPrompt(talk.actor, {})).toBeNull()
})

test('a press that Slack delivers four times counts once, and its buttons go', async () => {
  const { talk, sent } = await prompted('dev')
  const action_ts = '1700000000.1'
  const four = await Promise.all([1, 2, 3, 4].map(() => talk.press(sent, 'Later', { action_ts })))
  expect(four.flat().filter((m) => m.text.includes('another day'))).toHaveLength(1)
  const all = (await (await slack.slack.open('dev')).replies()) as Sent[]
  expect(buttons(all.find(({ ts }) => ts === sent.ts))).toEqual([])
  at('2026-03-04T10:00:00Z')
  await send()
  const [again] = (await talk.fresh()) as Sent[]
  expect(again?.metadata).toEqual(sent.metadata)
  expect(words(await talk.press(again as Sent, 'Skip'))).toContain('Skipped')
})

test('nobody presses for another, and what Slack didn’t sign is refused', async () => {
  const { talk, sent } = await prompted('eve')
  const ada = await slack.talk('ada')
  await talk.press(sent, 'Stop', { user: ada.user })
  expect((await slack.served.core.myPrompts(talk.actor, {})).on).toBe(true)
  await talk.press(sent, 'Skip', { user: ada.user })
  expect(await slack.served.core.waitingPrompt(talk.actor, {})).not.toBeNull()
  const post = (body: string, headers: Record<string, string>) =>
    fetch(`${slack.served.url}/api/slack/interactions`, { method: 'POST', headers, body }).then((r) => r.status)
  expect(await post('payload=%7B%7D', {})).toBe(401)
  for (const body of ['', 'payload=', 'payload=nope', 'payload=%7B%7D', 'payload=null'])
    expect(await post(body, signed(body))).toBe(400)
  const other = new URLSearchParams({ payload: JSON.stringify({ type: 'view_closed' }) }).toString()
  expect(await post(other, signed(other))).toBe(200)
})

test('Stop holds at once, by button or in any near words; Pause and its date; settings in words', async () => {
  const { talk, sent } = await prompted('fay')
  expect(words(await talk.say('pause until 1 May'))).toContain('before Friday 1 May')
  expect(words(await talk.say('pause until the cows come home'))).toContain('Name a day')
  const changed = words(await talk.say('prompts on Thursdays at 9'))
  expect(changed).toMatch(/from Thursday on, at 09:00[\s\S]*Paused until Friday 1 May/)
  expect(words(await talk.say('quiet hours 8 to 12'))).toContain('can’t come in your quiet hours')
  expect(words(await talk.press(sent, 'Stop'))).toContain('Stopped. I won’t write to you first any more')
  expect(words(await talk.say('settings'))).toContain('Prompts are off')
  await talk.say('prompts on')
  expect(words(await talk.say('leave me alone'))).toContain('I won’t write to you first any more')
  expect((await slack.served.core.myPrompts(talk.actor, {})).on).toBe(false)
})

test('what is waiting says the prompt, and “not now” puts it off without switching anything off', async () => {
  const { talk, sent } = await prompted('gus')
  expect(words(await talk.say('what is waiting?'))).toContain('One residents’ group was asked')
  expect(words(await talk.say('not now'))).toContain('another day')
  expect((await slack.served.core.myPrompts(talk.actor, {})).on).toBe(true)
  expect(words(await talk.press(sent, 'Answer'))).toContain('settled already')
})

test('a reply that may tell of harm meets the fixed card, and is not saved', async () => {
  const { talk, sent } = await prompted('hal')
  await talk.press(sent, 'Answer')
  const said = words(await talk.say('My partner hit me last night and I am scared to go home'))
  expect(said).toContain('I haven’t saved what you wrote as your reply')
  expect(JSON.stringify(await slack.served.core.waitingPrompt(talk.actor, {}))).toContain('residents')
})

test('429 waits as long as Slack says; a fault is tried again; a lost reply is looked up and not sent twice', async () => {
  at(MONDAY)
  const ida = await slack.talk('ida')
  await ida.say('prompts on')
  at(TUESDAY)
  line.next('chat.postMessage', { busy: 90 })
  await send()
  expect(await ida.fresh()).toEqual([])
  at('2026-03-03T10:01:29Z')
  await send()
  expect(await ida.fresh()).toEqual([])
  at('2026-03-03T10:01:31Z')
  line.next('chat.postMessage', 'fails')
  await send()
  expect(await ida.fresh()).toEqual([])
  at('2026-03-03T10:03:00Z')
  line.next('chat.postMessage', 'reply lost')
  await send()
  expect(await ida.fresh()).toHaveLength(1)
  line.asked.length = 0
  at('2026-03-03T10:10:00Z')
  await send()
  expect(await ida.fresh()).toEqual([])
  expect(line.asked).toEqual(['conversations.history'])
  expect(await slack.served.core.waitingPrompt(ida.actor, {})).not.toBeNull()
})

test('somebody whose conversation is gone is written to no more', async () => {
  at(MONDAY)
  const jo = await slack.talk('jo')
  await slack.served.core.setPrompts(jo.actor, { on: true, at: { channel: 'slack', place: 'D404' } })
  at(TUESDAY)
  await send()
  expect((await slack.served.core.myPrompts(jo.actor, {})).on).toBe(false)
})

test('the server’s own clock sends what is due', async () => {
  at(MONDAY)
  const kit = await slack.talk('kit')
  await kit.say('prompts on')
  at(TUESDAY)
  const ticking = startTicking(slack.served.core, () => {}, 5, slack.served.companion)
  await expect.poll(() => slack.served.core.waitingPrompt(kit.actor, {})).not.toBeNull()
  await ticking.stop()
  expect(await kit.fresh()).toHaveLength(1)
})
