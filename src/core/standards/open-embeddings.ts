import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { dot } from '../encoder/encode-sentence.ts'
import type { Log } from '../log.ts'
import { BREAKER, circuitBreaker } from './circuit-breaker.ts'
import { dailyBudget } from './daily-budget.ts'
import { embedTexts } from './embed-texts.ts'
import { readEmbedded } from './embedded-file.ts'
import type { Standards } from './load-standards.ts'
import { knownClauses, type Meaning, meanOfHighest, textsOf } from './meaning.ts'
import { openClient } from './open-client.ts'
import type { Vector } from './vectors.ts'

/** What came of asking an endpoint how near a question is to the clauses: how near, or why nobody knows. */
export type Nearness =
  | { outcome: 'ranked'; clauses: Meaning['clauses'] }
  | { outcome: 'late' | 'down' | 'over-budget'; clauses: null }

export interface Embeddings {
  /** The host a question goes to, as the person who asks is told. */
  host: string
  /** It never throws and never takes longer than its patience. */
  near(question: string): Promise<Nearness>
}

/** The endpoint of the settings; null where none is set, or where the clauses' own vectors of that model aren't kept. */
export async function openEmbeddings(
  settings: Config['embeddings'],
  { list, bank }: Pick<Standards, 'list' | 'bank'>,
  clock: Clock,
  log: Log,
): Promise<Embeddings | null> {
  if (!settings) return null
  const kept = readEmbedded(settings.file)
  const missing = textsOf(list, bank).filter((text) => !kept?.of(text)).length
  if (!kept || kept.model !== settings.name || missing) {
    log('no embeddings: run npm run vectors -- --endpoint', {
      kept: kept?.model ?? 'nothing',
      wanted: settings.name,
      missing,
    })
    return null
  }
  const client = await openClient(settings)
  const known = knownClauses(list, bank, kept.of)
  const breaker = circuitBreaker(clock, BREAKER)
  const budget = dailyBudget(clock, { calls: settings.callsADay, tokens: Number.POSITIVE_INFINITY })

  async function ask(question: string): Promise<Nearness> {
    if (!breaker.mayTry()) return { outcome: 'down', clauses: null }
    if (!budget.reserve(0)) return { outcome: 'over-budget', clauses: null }
    const signal = AbortSignal.timeout(settings?.patience ?? 0)
    try {
      const [asked] = await withinTime(
        embedTexts(client, kept?.model ?? '', [question], { signal, size: kept?.size ?? 0 }),
        signal,
      )
      breaker.worked()
      return { outcome: 'ranked', clauses: stretched(known.map((c) => [c.uid, nearTo(asked as Vector, c)])) }
    } catch {
      breaker.failed()
      return { outcome: signal.aborted ? 'late' : 'down', clauses: null }
    }
  }
  return {
    host: new URL(settings.baseUrl).host,
    async near(question) {
      const near = await ask(question)
      log('embeddings', { outcome: near.outcome })
      return near
    },
  }
}

const nearTo = (asked: Vector, { statements, questions }: { statements: Vector[]; questions: Vector[] }): number =>
  meanOfHighest([...statements, ...questions].map((vector) => dot(asked, vector)))

/** The mean as 0 and the nearest as 1: with some models any two texts are near, and only differences tell. */
function stretched(near: [uid: string, value: number][]): Meaning['clauses'] {
  const values = near.map(([, value]) => value)
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
  const width = Math.max(...values) - mean || 1
  return new Map(near.map(([uid, value]) => [uid, (value - mean) / width]))
}

/** Ends with an error as soon as time is up, whatever the endpoint does. */
function withinTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  )
  // Nobody may be waiting for either when the other has come.
  late.catch(() => {})
  work.catch(() => {})
  return Promise.race([work, late])
}
