import { expect, test } from 'vitest'
import { answerWithModel } from '#core/standards/answer-with-model.ts'
import { askModel } from '#core/standards/ask-model.ts'
import { SAY } from '#core/standards/say.ts'
import type { Statement } from '#core/standards/standards-answer.ts'
import {
  beginStream,
  endStream,
  fail,
  reply,
  type Script,
  scriptedEndpoint,
  send,
  stream,
  whole,
} from '../support/scripted-endpoint.ts'
import { ask, clauses, standards } from './loaded.ts'
import { modelAt } from './model-under-test.ts'

const QUESTION = 'How do I build trust?'
const clause = (uid: string) => clauses.find((each) => each.uid === uid) ?? expect.fail(uid)
const trust = clause('SC-NETWORKS:K14')
const fair = (uid: string) => ({ text: clause(uid).text, citations: [{ clause: uid, quote: clause(uid).text }] })
const GOOD = reply([fair('SC-NETWORKS:K14')])
const FALSE = { text: 'Trust is built in 14 days.', citations: [{ clause: 'SC-NETWORKS:K14', quote: trust.text }] }

/** What is shown when the endpoint does this, and how often it was asked. */
async function shownWhen(script: Script, more: Parameters<typeof modelAt>[1] = {}) {
  const endpoint = await scriptedEndpoint(script)
  const model = await modelAt(endpoint.url, more)
  const { answer } = await answerWithModel(standards, { model }, { question: QUESTION, model: true })
  return { answer, endpoint, model, asked: endpoint.asked.length }
}

const junk: [what: string, script: Script, asked: number, said: string][] = [
  ['an error of the server', (_, r) => fail(r, 500), 2, SAY.modelDown],
  ['too many requests', (_, r) => fail(r, 429), 2, SAY.modelDown],
  ['a key that is refused', (_, r) => fail(r, 401, 'Incorrect API key provided: sk-secret'), 1, SAY.modelDown],
  ['a connection that closes', (_, r) => void r.destroy(), 2, SAY.modelDown],
  ['a page', (_, r) => void r.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello'), 2, SAY.modelDown],
  ['JSON that isn’t', (_, r) => stream(r, '{"decision": "answer", "statements": [{"text"'), 2, SAY.modelUnverified],
  ['prose', (_, r) => whole(r, `Trust! ${trust.text}`), 2, SAY.modelUnverified],
  ['nothing', (_, r) => whole(r, ''), 2, SAY.modelUnverified],
  ['another schema', (_, r) => whole(r, JSON.stringify({ answer: trust.text })), 2, SAY.modelUnverified],
  ['texts for statements', (_, r) => stream(r, reply([trust.text, 7, null, [[{}]]])), 2, SAY.modelUnverified],
  [
    'no message at all',
    (_, r) => void r.writeHead(200, { 'content-type': 'application/json' }).end('null'),
    2,
    SAY.modelUnverified,
  ],
  ['events that aren’t JSON', (_, r) => void beginStream(r).end('data: {"choices": [\n\n'), 2, SAY.modelDown],
  [
    'an error in the stream',
    (_, r) => void beginStream(r).end('data: {"error":{"message":"no"}}\n\n'),
    2,
    SAY.modelDown,
  ],
  [
    'a reply that is too long',
    (_, r) => stream(r, `{"decision":"answer","missing":"${'x'.repeat(50_000)}"`, 5000),
    2,
    SAY.modelUnverified,
  ],
  ['a line without end', (_, r) => void beginStream(r).end(`data: ${'x'.repeat(3_000_000)}`), 2, SAY.modelDown],
  ['one false statement', (_, r) => stream(r, reply([FALSE])), 1, SAY.modelUnverified],
  ['a refusal', (_, r) => stream(r, reply([], 'refuse')), 1, SAY.modelUnverified],
  [
    'a refusal with statements',
    (_, r) => stream(r, reply([fair('SC-NETWORKS:K14')], 'refuse')),
    1,
    SAY.modelUnverified,
  ],
  ['a stall', (_, r) => void beginStream(r).flushHeaders(), 1, SAY.modelLate],
  ['no reply at all', () => {}, 1, SAY.modelLate],
]

test.for(junk)('%s: the standards’ own words, and why', async ([, script, asked, said]) => {
  const patience = said === SAY.modelLate ? 1000 : 20_000
  const { answer, asked: times } = await shownWhen(script, { patience })
  const own = ask(QUESTION)
  expect(answer.statements).toBeUndefined()
  expect(answer.say).toEqual([said, ...own.say])
  expect(answer.quotes).toEqual(own.quotes)
  expect(answer.kind).toBe(own.kind)
  expect(times).toBe(asked)
})

test.for([
  ['streamed', (_, r) => stream(r, GOOD, 3)],
  ['whole', (_, r) => whole(r, GOOD)],
  ['in a block of code', (_, r) => stream(r, `\`\`\`json\n${GOOD}\n\`\`\``)],
  ['at the second attempt', (_, r, nth) => (nth === 1 ? fail(r, 503) : stream(r, GOOD))],
  ['after junk', (_, r, nth) => (nth === 1 ? whole(r, 'Sure!') : whole(r, GOOD))],
  [
    'without a schema, where the endpoint knows none',
    (a, r) => ('response_format' in a.body ? fail(r, 400) : whole(r, GOOD)),
  ],
  ['with more that is false', (_, r) => stream(r, reply([FALSE, fair('SC-NETWORKS:K14'), FALSE]))],
  [
    'and then the connection closes',
    (_, r) => {
      beginStream(r)
      r.write(`data: ${JSON.stringify({ choices: [{ delta: { content: GOOD.slice(0, -17) } }] })}\n\n`, () =>
        r.destroy(),
      )
    },
  ],
] as [string, Script][])('a verified statement is shown: %s', async ([, script]) => {
  const { answer } = await shownWhen(script)
  expect(answer.model).toMatchObject({ outcome: 'answered' })
  expect(answer.statements).toHaveLength(1)
  expect(answer.statements?.[0]).toMatchObject({
    text: trust.text,
    citations: [{ clause: trust.uid, text: trust.text, marks: [{ start: 0, end: trust.text.length }] }],
  })
  expect(answer.quotes.map(({ text }) => text)).toEqual([trust.text])
  expect(answer.say).toEqual([SAY.byModel])
})

test('statements come one by one, each whole and verified, while the model still writes', async () => {
  const seen: Statement[] = []
  let goOn = () => {}
  const firstSeen = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const text = reply([fair('SC-NETWORKS:K14'), FALSE, fair('SC-NETWORKS:K19')])
  const cut = text.indexOf('Trust is built')
  const endpoint = await scriptedEndpoint(async (_, response) => {
    beginStream(response)
    for (const letter of text.slice(0, cut)) send(response, letter)
    // The rest isn't written before the first statement has arrived.
    await firstSeen
    for (const letter of text.slice(cut)) send(response, letter)
    endStream(response, 9000)
  })
  const { statements } = await askModel(standards, await modelAt(endpoint.url), QUESTION, {
    onStatement(statement) {
      seen.push(statement)
      goOn()
    },
  })
  expect(seen.map((each) => each.text)).toEqual([trust.text, clause('SC-NETWORKS:K19').text])
  expect(statements).toEqual(seen)
})

test('nothing is shown before the model says that it answers', async () => {
  const late = JSON.stringify({ statements: [fair('SC-NETWORKS:K14')], decision: 'refuse', missing: null })
  const { answer } = await shownWhen((_, r) => stream(r, late))
  expect(answer.statements).toBeUndefined()
})

test('when it stalls after a verified statement, that one stands', async () => {
  const { answer, asked } = await shownWhen(
    (_, r) => {
      beginStream(r)
      send(r, GOOD.slice(0, -17))
    },
    { patience: 2000 },
  )
  expect(answer.statements).toHaveLength(1)
  expect(asked).toBe(1)
})

test('a part that is quoted is marked in its clause, which is shown whole', async () => {
  const citations = [
    { clause: trust.uid, quote: 'Build trust and rapport.' },
    { clause: trust.uid, quote: 'in a relationship' },
  ]
  const { answer } = await shownWhen((_, r) =>
    whole(r, reply([{ text: 'How to build trust and rapport.', citations }])),
  )
  const [cited] = answer.statements?.[0]?.citations ?? []
  expect(cited?.text).toBe(trust.text)
  expect(cited?.marks.map(({ start, end }) => trust.text.slice(start, end))).toEqual([
    'build trust and rapport in a relationship',
  ])
})

test('after five failures in a row nobody waits for it; after a minute one question tries again', async () => {
  let now = 1_800_000_000_000
  const { endpoint, model } = await shownWhen((_, r) => fail(r, 500), { now: () => now })
  const asks = async () => (await answerWithModel(standards, { model }, { question: QUESTION, model: true })).answer
  await asks()
  await asks()
  expect(endpoint.asked).toHaveLength(5)
  expect((await asks()).say[0]).toBe(SAY.modelDown)
  expect(endpoint.asked).toHaveLength(5)

  now += 60_000
  await asks()
  expect(endpoint.asked).toHaveLength(6)
  await asks()
  expect(endpoint.asked).toHaveLength(6)

  now += 60_000
  endpoint.act((_, r) => stream(r, GOOD))
  expect((await asks()).model?.outcome).toBe('answered')
  endpoint.act((_, r, nth) => (nth === 8 ? fail(r, 500) : stream(r, GOOD)))
  expect((await asks()).model?.outcome).toBe('answered')
  expect(endpoint.asked).toHaveLength(9)
})

test.for([
  ['calls', { STANDPOINT_MODEL_CALLS_A_DAY: '2' }, 2],
  // Each reply says that it cost 30,000 tokens.
  ['tokens', { STANDPOINT_MODEL_TOKENS_A_DAY: '70000' }, 2],
] as const)('the day’s budget of %s stops it, and the next day begins anew', async ([, settings, most]) => {
  let now = Date.parse('2026-03-02T23:00:00Z')
  const { endpoint, model } = await shownWhen((_, r) => whole(r, GOOD, 30_000), { settings, now: () => now })
  const asks = async () => (await answerWithModel(standards, { model }, { question: QUESTION, model: true })).answer
  await asks()
  const refused = await asks()
  expect(endpoint.asked).toHaveLength(most)
  expect(refused.model?.outcome).toBe('over-budget')
  expect(refused.say[0]).toBe(SAY.modelOverBudget)
  expect(refused.quotes).toEqual(ask(QUESTION).quotes)
  now += 2 * 60 * 60 * 1000
  expect((await asks()).model?.outcome).toBe('answered')
})
