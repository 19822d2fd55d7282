import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '#core/config.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { newLearner } from '#tests/support/open.ts'
import { openPlaygroundTalk } from '#tests/support/playground.ts'
import type { Posted } from '#tests/support/slack-emulator.ts'
import { renderAdaptiveCard } from '../../bot/channels/teams/render-adaptive-card.ts'
import type { Card } from '../../bot/replies/card.ts'
import { type Served, serve } from './front.ts'
import { CONVERSATION, type Turn } from './one-conversation.ts'
import { slackAndCompanion } from './slack-talk.ts'

interface Said {
  /** What a client without forms shows. */
  words: string
  /** What was sent, as it was sent. */
  payloads: unknown[]
}
/** Somebody in a channel; whatever differs between the channels is in the three of them. */
interface Speaker {
  served: Served
  say(text: string): Promise<Said>
  /** Presses a button under the last prompt. */
  press(label: string): Promise<Said>
  /** Presses a button under the last reply. */
  presses(label: string): Promise<Said>
  /** What is new to them once the companion has sent what is due. */
  comes(send: () => Promise<void>): Promise<Said>
  close(): Promise<void>
}

const clock = join(temporaryFolder(), 'clock')
const at = (iso: string) => writeFileSync(clock, iso)
const settings = (more: Record<string, string> = {}) => {
  const folder = temporaryFolder()
  return readConfig({
    PORT: '0',
    STANDPOINT_DATA_DIR: `${folder}/data`,
    STANDPOINT_SECRET_FILE: `${folder}/key`,
    STANDPOINT_TEST_CLOCK: clock,
    ...more,
  })
}
const NOTHING: Said = { words: '', payloads: [] }

/** Nothing is sent to the web: whoever looks there finds what waits. A button says its words. */
async function onTheWeb(): Promise<Speaker> {
  const served = await serve(settings())
  const client = new BrowserClient(() => served.url)
  let context: unknown
  let found = ''
  const say = async (text: string): Promise<Said> => {
    const response = await client.post('/api/chat', { text, operation: randomUUID(), ...(context ? { context } : {}) })
    const reply = (await response.json()) as { cards: Card[]; html: string; context: unknown }
    context = reply.context
    const words = reply.cards.map((card) => renderAdaptiveCard(card, '').fallbackText).join('\n')
    return { words, payloads: [reply.html] }
  }
  return {
    served,
    say,
    press: (label) => say(label.toLowerCase()),
    presses: (label) => say(label.toLowerCase()),
    async comes(send) {
      await send()
      const waiting = await say('what is waiting?')
      const before = found
      found = waiting.words.includes('I wrote to you') ? waiting.words : ''
      return found === '' || found === before ? NOTHING : waiting
    },
    close: () => served.close(),
  }
}

async function inSlack(): Promise<Speaker> {
  const slack = await slackAndCompanion(settings, ['ada'])
  const ada = await slack.talk('ada')
  const shown = (posted: Posted[]): Said => {
    const words = posted.map((p) => p.text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
    return { words: words.join('\n'), payloads: posted.map(({ text, blocks }) => ({ text, blocks })) }
  }
  let prompt: Posted | undefined
  let last: Posted | undefined
  return {
    served: slack.served,
    async say(text) {
      const posted = await ada.say(text)
      last = posted.at(-1)
      return shown(posted)
    },
    presses: async (label) => shown(await ada.press(last as Posted, label)),
    press: async (label) => shown(await ada.press(prompt as Posted, label)),
    async comes(send) {
      await send()
      const posted = await ada.fresh()
      prompt = posted[0] ?? prompt
      return shown(posted)
    },
    close: () => slack.close(),
  }
}

async function inTeams(): Promise<Speaker> {
  const served = await serve(settings({ STANDPOINT_TEAMS_PLAYGROUND: 'yes' }))
  const playground = await openPlaygroundTalk(`${served.url}/api/teams/activities`, () => served.companion.idle())
  const shown = (cards: { fallbackText: string }[]): Said => ({
    words: cards.map(({ fallbackText }) => fallbackText).join('\n'),
    payloads: cards,
  })
  return {
    served,
    say: async (text) => shown(await playground.say(text)),
    press: async (label) => shown(await playground.press(label)),
    presses: async (label) => shown(await playground.presses(label)),
    comes: async (send) => shown(await playground.comes(send)),
    async close() {
      await playground[Symbol.asyncDispose]()
      await served.close()
    },
  }
}

/** Lets a turn happen, and says what came of it; `line` is it in the transcript, without what is new each time. */
async function take({ served, ...speaker }: Speaker, turn: Turn): Promise<Said & { line: string }> {
  const written = ({ payloads }: Said, by: object, code = '{{code}}') =>
    JSON.stringify({ ...by, payloads })
      .replace(/\d+ \w+ 20\d\d at \d+:\d\d/g, 'THEN')
      .replace(/[\w-]+@20\d\d-[\d-]+T[\d:.]+Z/g, 'DELIVERY')
      .replace(/\/link\/[\w-]{43}/g, '/link/SECRET')
      .replaceAll(code, '{{code}}')
  if ('press' in turn) {
    const said = await speaker.press(turn.press)
    return { ...said, line: written(said, { press: turn.press }) }
  }
  if ('says' in turn) {
    const said = await speaker.presses(turn.says)
    return { ...said, line: written(said, { says: turn.says }) }
  }
  if ('comes' in turn) {
    at(turn.comes)
    const said = await speaker.comes(() => served.companion.sendPrompts(() => true))
    return { ...said, line: written(said, { comes: turn.comes }) }
  }
  const { code } = turn.say.includes('{{code}}')
    ? await served.core.makeLinkCode((await newLearner(served.core)).actor, {})
    : {}
  const said = await speaker.say(turn.say.replace('{{code}}', code ?? ''))
  return { ...said, line: written(said, { say: turn.say }, code) }
}

const CHANNELS: [name: string, open: () => Promise<Speaker>][] = [
  ['web', onTheWeb],
  ['slack', inSlack],
  ['teams', inTeams],
]

describe.each(CHANNELS)('one conversation of all that can be said, %s', (name, open) => {
  let speaker: Speaker
  beforeAll(async () => {
    at('2026-03-02T09:00:00Z')
    speaker = await open()
  })
  afterAll(() => speaker?.close())

  test('every turn is answered as it should be, and the payloads are those of the transcript', async () => {
    const transcript: string[] = []
    for (const [i, turn] of CONVERSATION.entries()) {
      const { words, line } = await take(speaker, turn)
      const { has, not = [], apart = [], web = [] } = turn
      const where = `turn ${i + 1}, ${JSON.stringify(turn)}, on ${name}: ${words}`
      expect.soft(words === '', where).toBe('comes' in turn && has.length === 0)
      for (const part of [...has, ...(name === 'web' ? web : apart)])
        expect.soft(words.toLowerCase(), where).toContain(part.toLowerCase())
      for (const part of not) expect.soft(words, where).not.toContain(part)
      transcript.push(line)
    }
    await expect(`${transcript.join('\n')}\n`).toMatchFileSnapshot(`transcripts/${name}.jsonl`)
  }, 120_000)
})
