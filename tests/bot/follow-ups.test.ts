import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { learnerOf, SYSTEM } from '#core/actor.ts'
import { type Config, readConfig } from '#core/config.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { runSql } from '#tests/support/sql.ts'
import { DIALOGUES } from './dialogues.ts'
import { type Served, serve } from './front.ts'
import { slackAndCompanion, words } from './slack-talk.ts'

const settings = (folder: string) => ({
  PORT: '0',
  STANDPOINT_DATA_DIR: `${folder}/data`,
  STANDPOINT_SECRET_FILE: `${folder}/key`,
})
const dialogues = Object.entries(DIALOGUES)
let config: Config
let served: Served
let slack: Awaited<ReturnType<typeof slackAndCompanion>>
beforeAll(async () => {
  config = readConfig(settings(temporaryFolder()))
  served = await serve(config)
  const own = temporaryFolder()
  slack = await slackAndCompanion(
    (more) => readConfig({ ...settings(own), ...more }),
    dialogues.map((_, i) => `person${i}`),
  )
})
afterAll(async () => {
  await served.close()
  await slack.close()
})

const browser = () => new BrowserClient(() => served.url)
const actorOf = ({ cookie }: BrowserClient) => served.core.whoIsThis(SYSTEM, { secret: cookie.split('=')[1] ?? null })

/** What is shown, without what is only carried. */
const shown = (cards: object[]): string => JSON.stringify(cards.map(({ about, ...card }: { about?: unknown }) => card))

async function expectDialogue(name: string, say: (text: string) => Promise<string>) {
  for (const exchange of DIALOGUES[name] ?? []) {
    const reply = await say(exchange.say)
    for (const part of exchange.has) expect(reply, `${name}: ${exchange.say}`).toContain(part)
    for (const part of exchange.not ?? []) expect(reply, `${name}: ${exchange.say}`).not.toContain(part)
  }
}

/** A form's reply is a page: the turn, and what its hidden field would hold. */
function readPage(page: string) {
  const [turn = '', context = 'null'] = page.split('</textarea>')
  const text = turn
    .replace(/<input[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
  return {
    text,
    context: context === 'null' ? '' : context,
    carried: turn.match(/name="context" value="([^"]*)"/)?.[1],
  }
}

test.each(dialogues)('a visitor, with what the page carries, and no notebook is begun: %s', async (name) => {
  const ada = browser()
  let context: unknown = null
  await expectDialogue(name, async (text) => {
    const reply = (await (await ada.post('/api/chat', { text, context: JSON.stringify(context) })).json()) as {
      cards: object[]
      context: unknown
    }
    context = reply.context
    return shown(reply.cards)
  })
  expect(ada.cookie).toBe('')
})

test.each(dialogues)('somebody with a notebook, whose messages carry nothing: %s', async (name) => {
  const ada = browser()
  await ada.post('/api/chat', { text: 'next question' })
  await ada.post('/api/chat', { text: 'stop' })
  await expectDialogue(name, async (text) =>
    shown(((await (await ada.post('/api/chat', { text })).json()) as { cards: object[] }).cards),
  )
})

test.each(dialogues)('without script, with a hidden field, in the chat and of the question route: %s', async (name) => {
  for (const [path, field] of [
    ['/api/chat', 'text'],
    ['/api/ask', 'question'],
  ] as const) {
    const ada = browser()
    let context = ''
    await expectDialogue(name, async (text) => {
      const page = readPage(await (await ada.post(path, new URLSearchParams({ [field]: text, context }))).text())
      context = page.context
      return page.text
    })
  }
})

test.each(dialogues.map(([name], i) => [name, `person${i}`] as const))('in Slack: %s', async (name, person) => {
  const talk = await slack.talk(person)
  await expectDialogue(name, async (text) => {
    const reply = words(await talk.say(text))
    return reply.includes('more: Show more') ? `${reply} Show more` : reply
  })
})

test('what is kept of it is ids; the question, sealed, until something else is said', async () => {
  const ada = browser()
  await ada.post('/api/chat', { text: 'next question' })
  await ada.post('/api/chat', { text: 'stop' })
  await ada.post('/api/chat', { text: 'How do I build trust with Marigold?' })
  const actor = await actorOf(ada)
  const kept = await served.core.readDialogue(actor, { conversation: 'chat/chat' })
  expect(JSON.parse(kept ?? '')).toMatchObject({ dialogue: { about: { standards: expect.any(Array) } } })
  expect(kept).toContain('Marigold')
  const atRest = await runSql(config, 'select * from dialogue')
  const mine = atRest.filter((row) => row.learner_id === learnerOf(actor))
  expect(mine).toHaveLength(1)
  expect(JSON.stringify(atRest)).not.toMatch(/Marigold|standards/)
  await ada.post('/api/chat', { text: 'thanks' })
  await ada.post('/api/chat', { text: 'what is waiting?' })
  expect(await served.core.readDialogue(actor, { conversation: 'chat/chat' })).not.toMatch(/trust|Marigold/i)
})

test('a question that may tell of harm isn’t kept, and the one before it goes', async () => {
  const ada = browser()
  await ada.post('/api/chat', { text: 'next question' })
  await ada.post('/api/chat', { text: 'stop' })
  await ada.post('/api/chat', { text: 'How do I build trust with Marigold?' })
  const kept = async () => served.core.readDialogue(await actorOf(ada), { conversation: 'chat/chat' })
  expect(await kept()).toContain('Marigold')
  await ada.post('/api/chat', { text: 'How do I live with Marigold? She hits me' })
  expect(await kept()).toBeNull()
})

test('on a shared computer the question isn’t kept even until then', async () => {
  const ada = browser()
  await ada.post('/api/chat', { text: 'next question' })
  await ada.post('/api/chat', { text: 'stop' })
  const here = { kind: 'learner', learnerId: learnerOf(await actorOf(ada)) as string, shared: true } as const
  await served.companion.chat(here, { text: 'How do I build trust with Marigold?', operation: randomUUID() })
  expect(await served.core.readDialogue(here, { conversation: 'chat/chat' })).not.toMatch(/trust|Marigold/i)
})

test('the button for more of an older answer goes on with that answer', async () => {
  const ada = browser()
  const first = await (
    await ada.post('/api/chat', new URLSearchParams({ text: 'how do I evaluate a partnership?' }))
  ).text()
  const carried = readPage(first).carried?.replaceAll('&quot;', '"') ?? ''
  const rest = (JSON.parse(carried) as { rest: string[] }).rest
  expect(rest.length).toBeGreaterThan(1)
  await ada.post('/api/chat', { text: 'K31' })
  const more = await (await ada.post('/api/chat', { text: 'more', context: carried })).json()
  expect(more).toMatchObject({ cards: [{ quotes: expect.any(Array) }] })
  expect(more.context.clauses.toSorted()).toEqual(rest.toSorted())
})

test('a question that waits keeps its answers: only what follows clauses is not one', async () => {
  const ada = browser()
  const say = async (text: string) => shown((await (await ada.post('/api/chat', { text })).json()).cards)
  await say('next question')
  await say('What do the standards say about evaluating a partnership?')
  expect(await say('tell me more')).toContain('Here is more')
  expect(await say('tea, noise, warmth')).toContain('Thanks, saved')
  await say('next question')
  expect(await say('why?')).not.toContain('no reasons')
})

test('what comes before a message that may tell of harm is not gone on with after it', async () => {
  const ada = browser()
  const first = await (await ada.post('/api/chat', { text: 'K31' })).json()
  const harm = await (await ada.post('/api/chat', { text: 'My stepdad hits me', context: first.context })).json()
  expect([harm.cards[0].tone, harm.context]).toEqual(['help', null])
})

test('a context that nobody was given, or that names what is not there, does no harm', async () => {
  for (const context of [
    '{',
    'null',
    '[]',
    5,
    { clauses: ['K31'] },
    { clauses: ['SFJBA13:PC99'], standards: ['X'] },
    { clauses: 7 },
  ]) {
    const response = await browser().post('/api/chat', { text: 'tell me more', context })
    expect(response.status).toBe(200)
    expect(shown((await response.json()).cards)).toContain('I can’t tell what that is about')
  }
})
