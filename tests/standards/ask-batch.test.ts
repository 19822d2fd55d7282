import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { BatchReply } from '../../src/cli/ask-batch.ts'
import { devQuestions, standards } from './loaded.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

type Line = BatchReply & { id: unknown; error?: string }

/** `npm run -s ask -- --batch`, running. Its environment has an address nobody can connect to: no database is opened. */
function start() {
  const env = {
    ...process.env,
    STANDPOINT_DATABASE_URL: 'postgres://localhost:1/none',
    STANDPOINT_URL: 'https://s.example',
  }
  const child = spawn('npm', ['run', '-s', 'ask', '--', '--batch'], { cwd: ROOT, env, stdio: 'pipe' })
  let problems = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    problems += text
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    problems: () => problems,
    write: (bytes: string | Uint8Array) => child.stdin.write(bytes),
    next: async () => (await lines.next()).value as string,
    async end() {
      child.stdin.end()
      const rest: string[] = []
      for (let line = await lines.next(); !line.done; line = await lines.next()) rest.push(line.value)
      const [code] = child.exitCode === null ? await once(child, 'close') : [child.exitCode]
      return { code, rest }
    },
  }
}

async function batch(bytes: string | Uint8Array): Promise<{ code: number; lines: Line[]; raw: string[] }> {
  const command = start()
  command.write(bytes)
  const { code, rest } = await command.end()
  return { code, raw: rest, lines: rest.map((line) => JSON.parse(line)) }
}
const asked = (...questions: string[]) => questions.map((q, id) => `${JSON.stringify({ id, q })}\n`).join('')

test('every development question gets a line in its place, with clauses that exist and quotes that stand in them', async () => {
  const { code, lines } = await batch(devQuestions.map(({ id, q }) => `${JSON.stringify({ id, q })}\n`).join(''))
  expect(code).toBe(0)
  expect(lines.map((line) => line.id)).toEqual(devQuestions.map(({ id }) => id))
  for (const { decision, clauses, quotes, text } of lines) {
    if (decision !== 'signpost') expect(clauses.length).toBeGreaterThan(0)
    expect(clauses.length).toBeLessThanOrEqual(10)
    expect(new Set(clauses).size).toBe(clauses.length)
    for (const uid of clauses) expect(standards.clause(uid), uid).toBeDefined()
    // What may tell of harm has its answer too, after where to turn.
    if (decision !== 'signpost') expect(quotes.length > 0).toBe(decision === 'answer')
    for (const { clause, quote } of quotes) {
      expect(standards.clause(clause)?.text).toBe(quote)
      expect(text).toContain(`“${quote}”`)
    }
  }
})

test('what is looked up comes first; what is not there is refused; harm is signposted', async () => {
  const { lines } = await batch(
    asked(
      'K31',
      'PC 7',
      'K60',
      'when was SFJBA13 approved?',
      'CLDSCCD15',
      'he hit me last night',
      'zzzxx qqyy',
      '😀 👋',
    ),
  )
  expect(lines.map((line) => line.decision)).toEqual([
    'answer',
    'answer',
    'refuse',
    'answer',
    'refuse',
    'signpost',
    'refuse',
    'refuse',
  ])
  expect(lines.map((line) => line.clauses.slice(0, 2))).toMatchObject([
    ['SC-NETWORKS:K31'],
    ['CD-COLLAB:PC7', 'SFJBA13:PC7'],
    {},
    ['SFJBA13:DetailsDateApproved'],
    {},
    {},
    {},
    {},
  ])
  expect(lines[0]?.text).toContain('https://s.example/standards/sc-networks/k31')
  expect(lines[5]).toMatchObject({ quotes: [], text: expect.stringContaining('999') })
})

test('the points of a clause are quoted under their own ids', async () => {
  const { lines } = await batch(asked('PC 15 of SFJBA13'))
  expect(lines[0]?.quotes.map((q) => q.clause)).toEqual(
    ['PC15', 'PC15.1', 'PC15.2', 'PC15.3'].map((id) => `SFJBA13:${id}`),
  )
})

const BAD: [what: string, line: string | Buffer][] = [
  ['not JSON', 'what does K31 say?'],
  ['half of it', '{"id":"1","q":"K31"'],
  ['two on one line', '{"id":"1","q":"K31"}{"id":"2","q":"K31"}'],
  ['a list', '["1","K31"]'],
  ['a word', '"K31"'],
  ['a number', '31'],
  ['null', 'null'],
  ['no q', '{"id":"1"}'],
  ['q that is no text', '{"id":"1","q":31}'],
  ['q null', '{"id":"1","q":null}'],
  ['an empty q', '{"id":"1","q":" \\n"}'],
  ['a long q', `{"id":"1","q":"${'trust '.repeat(200)}"}`],
  ['far too long', `{"id":"1","q":"${'x'.repeat(200_000)}"}`],
  ['far too deep', '['.repeat(60_000)],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
]

test('a line that can’t be taken is answered with what is wrong with it, and the rest go on', async () => {
  const bytes = BAD.flatMap(([, line]) => [line, '\n', asked('K31')]).map((part) => Buffer.from(part as string))
  const { code, lines } = await batch(Buffer.concat(bytes))
  expect(code).toBe(0)
  expect(lines).toHaveLength(2 * BAD.length)
  for (const [i, [what]] of BAD.entries()) {
    expect(Object.keys(lines[2 * i] as Line), what).toEqual(['id', 'error'])
    expect(lines[2 * i], what).toMatchObject({ id: null, error: expect.stringMatching(`^Line ${2 * i + 1}: .{10}`) })
    expect(lines[2 * i + 1], what).toMatchObject({ id: 0, clauses: ['SC-NETWORKS:K31'] })
  }
})

test('ids come back as they were written, whatever they are', async () => {
  const ids = [
    '"a"',
    '7',
    '1.50',
    '12345678901234567890',
    '-0',
    '1e3',
    'null',
    'true',
    '["x",1.0]',
    '{"n":2.0}',
    '"😀\\u0000"',
  ]
  const { raw } = await batch(ids.map((id) => `{"id":${id},"q":"K31"}\n`).join(''))
  expect(raw.map((line) => line.slice(6, line.indexOf(',"decision"')))).toEqual(ids)
})

test('a mark at the beginning, Windows’ ends of lines, blank lines and a last line without end are no hindrance', async () => {
  const { lines } = await batch('\ufeff{"id":1,"q":"K31"}\r\n\r\n  \n{"id":2,"q":"K32"}\r\n{"q":"K33"}')
  expect(lines.map((line) => [line.id, line.clauses])).toEqual([
    [1, ['SC-NETWORKS:K31']],
    [2, ['SC-NETWORKS:K32']],
    [null, ['SC-NETWORKS:K33']],
  ])
})

test('nothing asked is nothing answered', async () => {
  expect(await batch('')).toMatchObject({ code: 0, lines: [] })
})

test('each answer comes while the next question is still being thought of', async () => {
  const command = start()
  for (const label of ['K31', 'K32', 'K33']) {
    command.write(`{"id":"${label}","q":"${label}"}\n`)
    expect(JSON.parse(await command.next())).toMatchObject({ id: label, clauses: [`SC-NETWORKS:${label}`] })
  }
  // A line may come in pieces, and a letter of several bytes too.
  const [bytes, cut] = [Buffer.from('{"id":"ü","q":"K34"}\n'), 8]
  command.write(bytes.subarray(0, cut))
  command.write(bytes.subarray(cut))
  expect(JSON.parse(await command.next())).toMatchObject({ id: 'ü' })
  expect((await command.end()).code).toBe(0)
})

test('whoever has read enough may close the pipe: it ends quietly', async () => {
  const command = start()
  command.child.stdin.on('error', () => {})
  command.write(asked('K31'))
  await command.next()
  command.child.stdout.destroy()
  for (let i = 0; i < 200; i += 1) command.write(asked('how do I build trust?', 'K31'))
  command.child.stdin.end()
  const [code] = await once(command.child, 'close')
  expect([code, command.problems()]).toEqual([0, ''])
})
