import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#core/config.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { newLearner } from '#tests/support/open.ts'
import { waitingPromptView } from '../../src/components/companion/waiting-prompt.ts'
import { type Served, serve } from './front.ts'

const folder = temporaryFolder()
const clock = join(folder, 'clock')
const at = (iso: string) => writeFileSync(clock, iso)
let served: Served

beforeAll(async () => {
  at('2026-03-02T09:00:00Z')
  served = await serve(
    readConfig({
      PORT: '0',
      STANDPOINT_DATA_DIR: `${folder}/data`,
      STANDPOINT_SECRET_FILE: `${folder}/key`,
      STANDPOINT_TEST_CLOCK: clock,
    }),
  )
})
afterAll(() => served.close())

test('on the web a prompt waits in the companion until it is opened, and is answered there', async () => {
  const { core, companion } = served
  const { actor } = await newLearner(core)
  const say = async (text: string) =>
    (await companion.chat(actor, { text, operation: randomUUID() })).cards.map((card) => JSON.stringify(card)).join()
  expect(await core.waitingPrompt(actor, {})).toBeNull()
  expect(await say('prompts on')).toMatch(/I’m a program[\s\S]*waits on this page[\s\S]*Write “stop”/)
  at('2026-03-03T10:00:00Z')
  await companion.sendPrompts(() => true)
  const waiting = await core.waitingPrompt(actor, {})
  expect(waiting && waitingPromptView(waiting)?.text).toContain('One residents’ group was asked')
  expect(await say('what is waiting?')).toContain('One residents’ group was asked')
  expect(await say('answer')).toContain('Write your reply here')
  const operation = randomUUID()
  for (let times = 0; times < 2; times++) await companion.chat(actor, { text: 'The tenants', operation })
  expect(await say('stop')).toContain('won’t write to you first any more')
  const { bytes } = await core.exportMine(actor, { format: 'json' })
  const { sent } = JSON.parse(Buffer.from(bytes).toString('utf8')).prompts
  expect(sent.flatMap((one: { replies: { words: string }[] }) => one.replies.map((r) => r.words))).toEqual([
    'The tenants',
  ])
})

test('a word to leave by ends what is going on and switches nothing off; a visitor’s “stop” and “pause” start no notebook', async () => {
  const { core, companion } = served
  const { actor } = await newLearner(core)
  const say = (text: string) => companion.chat(actor, { text, operation: randomUUID() })
  await say('prompts on')
  for (const text of ['I have to go', 'that’s me done', 'not now', 'later']) await say(text)
  expect((await core.myPrompts(actor, {})).on).toBe(true)
  await say('enough, please')
  expect((await core.myPrompts(actor, {})).on).toBe(false)
  for (const text of ['stop', 'pause', 'settings'])
    expect((await companion.chat({ kind: 'visitor' }, { text, operation: randomUUID() })).failed).toBe(false)
})

test('prompts that come in Slack go on coming there, whatever is changed on a page', async () => {
  const { core } = served
  const { actor } = await newLearner(core)
  const page = { channel: 'chat' as const, place: null }
  await core.setPrompts(actor, { on: true, at: { channel: 'slack', place: 'D1' } })
  expect(await core.setPrompts(actor, { on: true, hour: 15, at: page })).toMatchObject({ channel: 'slack', hour: 15 })
  await core.stopPrompts(actor, {})
  expect(await core.setPrompts(actor, { on: true, at: page })).toMatchObject({ channel: 'chat' })
})
