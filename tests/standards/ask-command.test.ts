import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { reply, scriptedEndpoint, stream } from '../support/scripted-endpoint.ts'
import { endpointSettings, KEY } from './model-under-test.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Runs the command as `npm run -s ask -- …` does. */
const run = (...args: string[]) => withSettings({ OPENAI_API_KEY: '', OPENAI_MODEL: '' }, ...args)

const withSettings = (
  settings: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    // An address nobody can connect to shows that no database is opened.
    const env = {
      ...process.env,
      ...settings,
      STANDPOINT_URL: 'https://standpoint.example',
      STANDPOINT_DATABASE_URL: 'postgres://localhost:1/none',
    }
    execFile(process.execPath, ['src/cli/ask.ts', ...args], { cwd: ROOT, env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })

test('ask prints the quote with label, lead-in, status and full link', async () => {
  const { code, out } = await run('what does K31 say?')
  expect(code).toBe(0)
  expect(out).toContain('SC-NETWORKS K31 (Safe-guarding)')
  expect(out).toContain('“what to do if you have reported concerns but no action is taken to address them”')
  expect(out).toContain('You need to know and understand:')
  expect(out).toContain('The text carries no title or unit number.')
  expect(out).toContain('https://standpoint.example/standards/sc-networks/k31')
})

test('ask prints a refusal that helps', async () => {
  const { code, out } = await run('How', 'much', 'money', 'can', 'we', 'get?')
  expect(code).toBe(0)
  expect(out).toContain('I looked through all 231 clauses of the three standards I hold.')
  expect(out).toContain('You could turn to:')
})

test('ask --more prints more quotes', async () => {
  const count = ({ out }: { out: string }) => out.match(/^ {2}“/gm)?.length ?? 0
  const question = 'how do I evaluate a partnership?'
  expect(count(await run('--more', question))).toBeGreaterThan(count(await run(question)))
})

test('ask prints the fixed card when a message may tell of harm', async () => {
  const { code, out } = await run('he hit me last night')
  expect(code).toBe(0)
  expect(out).toContain('999')
  expect(out).not.toContain('/standards/')
})

test.for([[], ['  '], ['--nonsense'], ['x'.repeat(1001)]])(
  'ask says how it is used and ends with 2: %j',
  async (args) => {
    const { code, out, err } = await run(...args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(/npm run -s ask|1,000 characters/)
  },
)

test('ask --model prints the verified sentence over its clause, and what was dropped and why', async () => {
  const k14 = 'how to build trust and rapport in a relationship'
  const endpoint = await scriptedEndpoint((_, response) =>
    stream(
      response,
      reply([
        { text: 'Trust takes 14 days.', citations: [{ clause: 'SC-NETWORKS:K14', quote: k14 }] },
        {
          text: 'How to build trust and rapport.',
          citations: [{ clause: 'SC-NETWORKS:K14', quote: 'build trust and rapport' }],
        },
      ]),
    ),
  )
  const { code, out } = await withSettings(endpointSettings(endpoint.url), '--model', 'how do I build trust?')
  expect(code).toBe(0)
  expect(out).toContain(
    'How to build trust and rapport.\n  SC-NETWORKS K14: “how to [build trust and rapport] in a relationship”',
  )
  expect(out).toMatch(/Dropped, .*a number or name that its clause hasn’t:\n.*Trust takes 14 days/)
  expect(out).not.toContain(KEY)
})

test('ask --model without a model says what to set, and ends with 2', async () => {
  const { code, err } = await run('--model', 'how do I build trust?')
  expect(code).toBe(2)
  expect(err).toContain('OPENAI_MODEL')
})
