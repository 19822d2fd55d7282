import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { BrowserClient } from '#tests/support/browser-client.ts'
import type { Card } from '../../bot/replies/card.ts'
import { reply, stream } from '../support/scripted-endpoint.ts'
import { withModel } from './with-model.ts'

const QUESTION = 'How do I build trust?'
const SENTENCE = 'How to build trust and rapport.'
const GOOD = reply([
  { text: 'Trust takes 14 days.', citations: [{ clause: 'SC-NETWORKS:K14', quote: 'build trust and rapport' }] },
  { text: SENTENCE, citations: [{ clause: 'SC-NETWORKS:K14', quote: 'build trust and rapport' }] },
])
interface Line {
  card?: Card
  cards?: Card[]
  html: string
}
const at = withModel(GOOD)

/** The endpoint says nothing until it is let go; `gone` resolves when whoever asked it has hung up. */
function held() {
  const { promise: letGo, resolve: go } = Promise.withResolvers<void>()
  const { promise: gone, resolve: left } = Promise.withResolvers<void>()
  const { promise: asked, resolve: came } = Promise.withResolvers<void>()
  at.endpoint.act(async (_, response) => {
    response.on('close', () => left())
    came()
    await letGo
    if (!response.destroyed) stream(response, GOOD)
  })
  return { go, gone, asked }
}

const LINES = { accept: 'application/x-ndjson, application/json' }
/** Says something; each line as it comes. `leave` hangs up. */
async function talk(browser: BrowserClient, text: string, operation: string = randomUUID()) {
  const response = await browser.post('/api/chat', { text, operation }, LINES)
  const reader = (response.body as unknown as ReadableStream<BufferSource>)
    .pipeThrough(new TextDecoderStream())
    .getReader()
  let begun = ''
  const next = async (): Promise<Line> => {
    while (!begun.includes('\n')) {
      const { value, done } = await reader.read()
      if (done) throw new Error('No line is left.')
      begun += value
    }
    const [line = '', ...rest] = begun.split('\n')
    begun = rest.join('\n')
    return JSON.parse(line)
  }
  return { response, next, leave: () => reader.cancel() }
}

async function learner(): Promise<BrowserClient> {
  const ada = new BrowserClient(() => at.served.url)
  await ada.post('/api/chat', { text: 'next question' })
  await ada.post('/api/chat', { text: 'stop' })
  await ada.post('/api/chat', { text: 'use the model' })
  return ada
}
const keptCards = async (ada: BrowserClient): Promise<Card[][]> =>
  ((await (await ada.get('/api/chat')).json()) as { turns: { cards: Card[] }[] }).turns.map(({ cards }) => cards)
const quotes = ({ card }: Line) => card?.quotes?.map(({ text }) => text)

test.for(['a visitor', 'a learner'])(
  'the clauses are there while the endpoint says nothing, for %s; then what stood the check, and nothing else',
  async (who) => {
    const browser = who === 'a learner' ? await learner() : new BrowserClient(() => at.served.url)
    const { go, asked } = held()
    const text = who === 'a learner' ? QUESTION : `use the model: ${QUESTION}`
    const { next, response } = await talk(browser, text)
    const first = await next()
    expect(response.headers.get('content-type')).toBe('application/x-ndjson')
    expect(quotes(first)).toContain('how to build trust and rapport in a relationship')
    expect(first.html).toContain('how to build trust and rapport in a relationship')
    await asked
    expect(at.endpoint.asked).toHaveLength(1)
    go()
    const second = await next()
    expect(second.card?.quotes?.map(({ said }) => said)).toEqual([SENTENCE])
    const whole = await next()
    expect(whole.cards).toEqual([first.card, second.card].map((card) => expect.objectContaining(card as Card)))
    expect(JSON.stringify([first, second, whole])).not.toContain('14 days')
    await expect(next()).rejects.toThrow('No line is left.')
    if (who === 'a visitor') expect(browser.cookie).toBe('')
  },
)

test('who leaves lets go of the model at once, keeps what came, and costs the endpoint no trust', async () => {
  const ada = await learner()
  for (let times = 0; times < 6; times++) {
    const { gone } = held()
    const { next, leave } = await talk(ada, QUESTION)
    await next()
    await leave()
    await gone
    await at.served.companion.idle()
  }
  expect((await keptCards(ada)).at(-1)).toHaveLength(1)
  at.endpoint.act((_, response) => stream(response, GOOD))
  const { next } = await talk(ada, QUESTION)
  await next()
  expect((await next()).card?.quotes?.[0]?.said).toBe(SENTENCE)
})

test('sent again after it was cut off, a message gives the same clauses, and is kept once and whole', async () => {
  const ada = await learner()
  const before = (await keptCards(ada)).length
  const operation = randomUUID()
  const { gone } = held()
  const cut = await talk(ada, QUESTION, operation)
  const first = await cut.next()
  await cut.leave()
  await gone
  at.endpoint.act((_, response) => stream(response, GOOD))
  const again = await talk(ada, QUESTION, operation)
  expect(await again.next()).toEqual(first)
  await again.next()
  const { cards: whole } = await again.next()
  const kept = await keptCards(ada)
  expect(kept).toHaveLength(before + 1)
  expect(kept.at(-1)?.map(({ quotes }) => quotes)).toEqual(whole?.map(({ quotes }) => quotes))
  const third = await (await ada.post('/api/chat', { text: QUESTION, operation })).json()
  expect(third.cards).toEqual(whole)
  expect(await keptCards(ada)).toEqual(kept)
})

test.for([
  ['is down', 500, 'could not be reached'],
  ['has nothing that stands the check', 200, 'stood up to a check'],
] as const)('where the endpoint %s the clauses stay, and it is said once', async ([, status, why]) => {
  at.endpoint.act((_, response) => {
    if (status === 500) response.writeHead(500).end('{}')
    else stream(response, reply([{ text: 'Trust takes 14 days.', citations: [] }]))
  })
  const { next } = await talk(new BrowserClient(() => at.served.url), `use the model: ${QUESTION}`)
  expect(quotes(await next())?.length).toBeGreaterThan(0)
  const { card } = await next()
  expect(card?.paragraphs.join()).toContain(why)
  expect(card?.quotes).toEqual([])
  expect((await next()).cards).toHaveLength(2)
})

test('what needs a notebook gets its cookie before any line, and is one line', async () => {
  const ada = new BrowserClient(() => at.served.url)
  const { next, response } = await talk(ada, 'next question')
  expect(response.headers.getSetCookie()[0]).toMatch(/^standpoint=\S+; Path=\/; Max-Age=[1-9]/)
  expect((await next()).cards?.[0]?.title).toBeTruthy()
  await expect(next()).rejects.toThrow('No line is left.')
})
