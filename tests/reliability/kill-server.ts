import { EventEmitter, once } from 'node:events'
import { BrowserClient } from '#tests/support/browser-client.ts'
import type { TestServer } from '#tests/support/server.ts'

const LEARNERS = 50
const QUESTIONS = ['community.belong', 'community.whose-voice'] as const
const PART = { 'community.belong': 'story', 'community.whose-voice': 'voices' } as const

export interface Killed {
  rounds: number
  acknowledged: number
  missing: string[]
  slowestStartMs: number
}

/** One question of one learner, saved again and again; it remembers what the server said it had kept. */
interface Writer {
  client: BrowserClient
  question: (typeof QUESTIONS)[number]
  name: string
  base: number
  count: number
  acknowledged: string[]
}

/**
 * Kills the server with -9 while 100 saves are in flight, once at least `each` were acknowledged since its start, and
 * reads every acknowledged text back over HTTP after the restart.
 */
export async function killServer(
  server: TestServer,
  { rounds, each = 500 }: { rounds: number; each?: number },
): Promise<Killed> {
  const writers = Array.from({ length: LEARNERS }, () => new BrowserClient(() => server.url)).flatMap(
    (client, learner) =>
      QUESTIONS.map(
        (question): Writer => ({ client, question, name: `l${learner}`, base: 0, count: 0, acknowledged: [] }),
      ),
  )
  let slowestStartMs = 0
  for (let round = 0; round < rounds; round++) {
    await writeUntilKilled(server, writers, each)
    const from = performance.now()
    await server.start()
    slowestStartMs = Math.max(slowestStartMs, performance.now() - from)
  }
  const missing = (await Promise.all(writers.map(notInNotebook))).flat()
  return { rounds, acknowledged: writers.reduce((sum, w) => sum + w.acknowledged.length, 0), missing, slowestStartMs }
}

async function writeUntilKilled(server: TestServer, writers: Writer[], each: number): Promise<void> {
  const progress = new EventEmitter()
  let acknowledged = 0
  let dead = false
  // The first save of a learner starts the notebook: two at once would start two.
  for (const w of writers.filter((w) => !w.client.cookie && w.question === QUESTIONS[0]))
    if (await save(w)) acknowledged++
  const working = writers.map(async (w) => {
    while (!dead) {
      if (!(await save(w))) continue
      acknowledged++
      if (acknowledged === each) progress.emit('enough')
    }
  })
  if (acknowledged < each) await once(progress, 'enough')
  // Every writer has a save in flight now: each sends the next as soon as it hears of the last.
  const killed = server.kill()
  dead = true
  await killed
  await Promise.all(working)
}

/** Sends one save; true when the server said that it is kept. */
async function save(w: Writer): Promise<boolean> {
  w.count++
  const text = `${w.name} ${w.question} text ${w.count}.`
  try {
    const response = await w.client.save(w.question, { [PART[w.question]]: text }, w.base)
    const reply = (await response.json()) as { status: string; revision: number }
    // A save that was in flight at the kill may have been kept: then this one has an old base.
    w.base = reply.revision ?? w.base
    if (reply.status !== 'saved') return false
    w.acknowledged.push(text)
    return true
  } catch {
    return false
  }
}

/** What isn't among the versions of its answer any more. */
async function notInNotebook(w: Writer): Promise<string[]> {
  const page = await (await w.client.get(`/notebook/versions/${w.question}`)).text()
  return w.acknowledged.filter((text) => !page.includes(text))
}
