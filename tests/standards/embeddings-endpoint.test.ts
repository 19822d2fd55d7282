import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readConfig } from '#core/config.ts'
import { encode } from '#core/encoder/encoder.ts'
import { answerQuestion } from '#core/standards/answer-question.ts'
import { answerWithModel } from '#core/standards/answer-with-model.ts'
import { keepEmbedded, readEmbedded } from '#core/standards/embedded-file.ts'
import { textsOf } from '#core/standards/meaning.ts'
import { openEmbeddings } from '#core/standards/open-embeddings.ts'
import type { StandardsAnswer } from '#core/standards/standards-answer.ts'
import type { Vector } from '#core/standards/vectors.ts'
import { temporaryFolder } from '../support/databases.ts'
import { fail, type Script, scriptedEndpoint } from '../support/scripted-endpoint.ts'
import { devQuestions, standards } from './loaded.ts'

const QUESTION = 'How do I build trust with people who have been let down?'
const folder = temporaryFolder()
const texts = textsOf(standards.list, standards.bank)
/** The own encoder's numbers, as an endpoint's model might have them. */
const meant = (text: string): Vector => encode(text) ?? expect.fail('There is no encoder.')

beforeAll(() =>
  keepEmbedded(
    join(folder, 'embeddings.bin'),
    'scripted',
    vectorsOf((text) => standards.vectors.of(text)),
  ),
)

const vectorsOf = (of: (text: string) => Vector | null) =>
  new Map(texts.map((text) => [text, of(text) ?? expect.fail(text)]))

const sends =
  (embedding: (text: string) => unknown): Script =>
  ({ body }, response) => {
    const data = (body.input as string[]).map((text, index) => ({
      object: 'embedding',
      index,
      embedding: embedding(text),
    }))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ object: 'list', data }))
  }

interface Setting {
  name?: string
  patience?: number
  now?: () => number
}

async function opened(script: Script, { name = 'scripted', patience = 20_000, now = Date.now }: Setting = {}) {
  const endpoint = await scriptedEndpoint(script)
  const settings = readConfig({
    OPENAI_API_KEY: 'sk-secret',
    OPENAI_BASE_URL: endpoint.url,
    OPENAI_EMBEDDINGS_MODEL: name,
    STANDPOINT_DATA_DIR: folder,
  }).embeddings
  const lines: string[] = []
  const log = (event: string, facts?: object) => lines.push(`${event} ${JSON.stringify(facts)}`)
  const embeddings = await openEmbeddings(settings && { ...settings, patience }, standards, { now }, log)
  const ask = async (question = QUESTION, yes = true) =>
    (await answerWithModel(standards, { model: null, embeddings }, { question, model: yes })).answer
  return { endpoint, embeddings, lines, ask }
}

test('an endpoint that knows what the own encoder knows finds as many right clauses', {
  timeout: 120_000,
}, async () => {
  const { ask } = await opened(sends((text) => [...meant(text)]))
  const some = devQuestions.filter(({ kind }) => kind === 'answerable').slice(0, 40)
  const isRight = ({ quotes, choices }: StandardsAnswer, gold: string[]) =>
    [...quotes, ...choices].some(({ clause }) => gold.includes(clause))
  let [theirs, ours] = [0, 0]
  for (const { q, gold } of some) {
    const [answer, own] = [await ask(q), answerQuestion(standards, { question: q }).answer]
    expect(answer.kind).toBe(own.kind)
    theirs += Number(isRight(answer, gold))
    ours += Number(isRight(own, gold))
  }
  expect(theirs).toBeGreaterThanOrEqual(ours - 1)
})

test('the endpoint orders what is shown, and the own encoder decides whether anything answers', async () => {
  const { ask } = await opened(sends(() => [...meant('people catch colds from each other')]))
  const own = answerQuestion(standards, { question: QUESTION }).answer
  const answer = await ask()
  expect(answer).toMatchObject({ kind: own.kind, ranking: { outcome: 'ranked' } })
  expect(answer.quotes.map((quote) => quote.clause)).not.toEqual(own.quotes.map((quote) => quote.clause))
  expect((await ask('Who won the cup final last night?')).kind).toBe('refusal')
})

test('nothing leaves before a yes; then the question does, without how to reach anybody, and neither is logged', async () => {
  const { ask, endpoint, lines } = await opened(sends((text) => [...meant(text)]))
  expect(await ask(QUESTION, false)).toMatchObject({ ranking: { outcome: 'offered' } })
  for (const never of ['K31', 'he hit me last night', 'I felt powerless when my son’s school moved him without asking'])
    await ask(never)
  expect(endpoint.asked).toEqual([])
  await ask('How do I build trust with people? Ring me on 07700 900123')
  expect(endpoint.asked.map(({ path }) => path)).toEqual(['/v1/embeddings'])
  expect(endpoint.asked[0]?.body).toMatchObject({ model: 'scripted', encoding_format: 'float' })
  expect(JSON.stringify(endpoint.asked[0]?.body)).toContain('build trust')
  expect(JSON.stringify(endpoint.asked[0]?.body)).not.toContain('900123')
  expect(lines).toEqual(['embeddings {"outcome":"ranked"}'])
})

const numbers = (count: number, value: unknown = 0.1) => Array(count).fill(value)
const junk: [what: string, script: Script, outcome: string][] = [
  ['too many requests', (_, r) => fail(r, 429), 'down'],
  ['an error of the server', (_, r) => fail(r, 500, QUESTION), 'down'],
  ['a connection that closes', (_, r) => void r.destroy(), 'down'],
  ['a page', (_, r) => void r.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello'), 'down'],
  ['null', (_, r) => void r.writeHead(200, { 'content-type': 'application/json' }).end('null'), 'down'],
  ['no vector', (_, r) => void r.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}'), 'down'],
  ['a vector of another model’s size', sends(() => numbers(1536)), 'down'],
  ['one number too few', sends(() => numbers(511)), 'down'],
  ['numbers that aren’t', sends(() => [...numbers(511), 'NaN']), 'down'],
  ['nulls, as NaN is sent', sends(() => numbers(512, null)), 'down'],
  ['noughts', sends(() => numbers(512, 0)), 'down'],
  ['numbers without end', sends(() => numbers(512, 1e308)), 'down'],
  ['no list', sends(() => 'AAAA'), 'down'],
  ['a stall', (_, r) => void r.writeHead(200, { 'content-type': 'application/json' }).write('{"data":['), 'late'],
  ['no reply at all', () => {}, 'late'],
]

test.for(junk)('%s: the answer is our own, and says who found it', async ([, script, outcome]) => {
  const { ask, lines } = await opened(script, { patience: outcome === 'late' ? 500 : 20_000 })
  const { ranking, ...answer } = await ask()
  expect(ranking?.outcome).toBe(outcome)
  expect(answer).toEqual(answerQuestion(standards, { question: QUESTION }).answer)
  expect(lines).toEqual([`embeddings {"outcome":"${outcome}"}`])
})

test('an endpoint that keeps failing isn’t waited for, and is tried again after a rest', async () => {
  let now = Date.now()
  const { ask, endpoint } = await opened((_, r) => fail(r, 500), { now: () => now })
  for (let i = 0; i < 8; i++) await ask()
  expect(endpoint.asked).toHaveLength(5)
  endpoint.act(sends((text) => [...meant(text)]))
  now += 61_000
  expect((await ask()).ranking?.outcome).toBe('ranked')
})

test('vectors of another model, or of other texts, are not used', async () => {
  const other = await opened(
    sends(() => numbers(512)),
    { name: 'another' },
  )
  expect(other.embeddings).toBeNull()
  expect(other.lines[0]).toMatch(/^no embeddings.*"kept":"scripted","wanted":"another"/)
  expect((await other.ask()).ranking).toBeUndefined()
})

test('kept vectors are read as they were written, whatever their size; anything else is nothing', () => {
  const file = join(folder, 'seven.bin')
  keepEmbedded(file, 'seven', new Map([['a text', Float32Array.from([1, 0, 0, 0, 0, 0, 0])]]))
  const { model, size, of } = readEmbedded(file) ?? expect.fail('Nothing was read.')
  expect({ model, size, of: [...(of('A text?') ?? [])], other: of('another') }).toEqual({
    model: 'seven',
    size: 7,
    of: [1, 0, 0, 0, 0, 0, 0],
    other: null,
  })
  expect(readEmbedded(join(folder, 'none.bin'))).toBeNull()
  expect(readEmbedded(new URL(import.meta.url).pathname)).toBeNull()
})
