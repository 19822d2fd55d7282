import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '#core/config.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { openPlaygroundTalk } from '#tests/support/playground.ts'
import { renderAdaptiveCard } from '../../bot/channels/teams/render-adaptive-card.ts'
import type { Card } from '../../bot/replies/card.ts'
import { serve } from './front.ts'
import { CONVERSATION } from './one-conversation.ts'
import { slackAndCompanion } from './slack-talk.ts'

interface Said {
  /** What a client without forms shows. */
  words: string
  /** What was sent, as it was sent. */
  payloads: unknown[]
}
interface Speaker {
  say(text: string): Promise<Said>
  close(): Promise<void>
}

const settings = (more: Record<string, string> = {}) => {
  const folder = temporaryFolder()
  return readConfig({
    PORT: '0',
    STANDPOINT_DATA_DIR: `${folder}/data`,
    STANDPOINT_SECRET_FILE: `${folder}/key`,
    ...more,
  })
}

async function onTheWeb(): Promise<Speaker> {
  const served = await serve(settings())
  const client = new BrowserClient(() => served.url)
  let context: unknown
  return {
    async say(text) {
      const response = await client.post('/api/chat', {
        text,
        operation: randomUUID(),
        ...(context ? { context } : {}),
      })
      const reply = (await response.json()) as { cards: Card[]; html: string; context: unknown }
      context = reply.context
      return {
        words: reply.cards.map((card) => renderAdaptiveCard(card, '').fallbackText).join('\n'),
        payloads: [reply.html],
      }
    },
    close: () => served.close(),
  }
}

async function inSlack(): Promise<Speaker> {
  const slack = await slackAndCompanion(settings, ['ada'])
  const ada = await slack.talk('ada')
  return {
    async say(text) {
      const posted = await ada.say(text)
      const words = posted.map((p) => p.text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
      return { words: words.join('\n'), payloads: posted.map(({ text, blocks }) => ({ text, blocks })) }
    },
    close: () => slack.close(),
  }
}

async function inTeams(): Promise<Speaker> {
  const served = await serve(settings({ STANDPOINT_TEAMS_PLAYGROUND: 'yes' }))
  const playground = await openPlaygroundTalk(`${served.url}/api/teams/activities`, () => served.companion.idle())
  return {
    async say(text) {
      const cards = await playground.say(text)
      return { words: cards.map(({ fallbackText }) => fallbackText).join('\n'), payloads: cards }
    },
    async close() {
      await playground[Symbol.asyncDispose]()
      await served.close()
    },
  }
}

const CHANNELS: [name: string, open: () => Promise<Speaker>][] = [
  ['web', onTheWeb],
  ['slack', inSlack],
  ['teams', inTeams],
]

describe.each(CHANNELS)('one conversation of all that can be said, %s', (name, open) => {
  let speaker: Speaker
  beforeAll(async () => {
    speaker = await open()
  })
  afterAll(() => speaker?.close())

  test('every turn is answered as it should be, and the payloads are those of the transcript', async () => {
    const transcript: string[] = []
    for (const [i, { say, has, not = [], apart = [], web = [] }] of CONVERSATION.entries()) {
      const { words, payloads } = await speaker.say(say)
      const where = `turn ${i + 1}, “${say}”, on ${name}: ${words}`
      expect.soft(words, where).not.toBe('')
      for (const part of [...has, ...(name === 'web' ? web : apart)])
        expect.soft(words.toLowerCase(), where).toContain(part.toLowerCase())
      for (const part of not) expect.soft(words, where).not.toContain(part)
      transcript.push(JSON.stringify({ say, payloads }).replace(/\d+ \w+ 20\d\d at \d+:\d\d/g, 'THEN'))
    }
    await expect(`${transcript.join('\n')}\n`).toMatchFileSnapshot(`transcripts/${name}.jsonl`)
  }, 120_000)
})
