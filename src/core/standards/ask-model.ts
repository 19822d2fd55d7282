import type { Log } from '../log.ts'
import { type Checked, checkStatement, type Fault } from './check-statement.ts'
import type { Standards } from './load-standards.ts'
import { EndpointError, type Model } from './model.ts'
import { promptFor } from './model-prompt.ts'
import { proposal } from './proposal.ts'
import { questionForModel } from './question-for-model.ts'
import { readStatements } from './read-statements.ts'
import type { ModelOutcome, Statement } from './standards-answer.ts'

/** What comes of asking a model. Only verified statements are in it. */
export interface FromModel {
  outcome: Exclude<ModelOutcome, 'offered'>
  statements: Statement[]
}

export interface Hearing {
  /** Told each statement when it is verified, before the reply has ended. */
  onStatement?: (statement: Statement) => void
  /** Told what was dropped: for whoever tries a model out, never for learners. */
  onDropped?: (value: unknown, fault: Fault) => void
  /** Ends the asking: nobody waits for the reply any more. */
  signal?: AbortSignal | undefined
  log?: Log
}

/** More statements than this are too much to read in a chat. */
const MOST = 4
const ATTEMPTS = 2
/** Characters in a token, for what an endpoint doesn't count: fewer than in English text, so that nothing is counted short. */
const LETTERS_A_TOKEN = 3

/** What one attempt came to. */
type Attempt = 'done' | 'refused' | 'junk' | EndpointError

/**
 * Puts a question to a model and lets through only what code has verified. It never throws and never takes longer than
 * the model's patience: whatever goes wrong, the caller has the standards' own words to show.
 */
export async function askModel(
  standards: Standards,
  model: Model,
  question: string,
  { onStatement, onDropped, signal: given, log = () => {} }: Hearing = {},
): Promise<FromModel> {
  const prompt = promptFor(standards, await questionForModel(question))
  const patience = AbortSignal.timeout(model.patience)
  const signal = given ? AbortSignal.any([patience, given]) : patience
  const statements: Statement[] = []
  let dropped = 0
  let plain = false
  const take = (value: unknown): void => {
    const checked: Checked = checkStatement(standards, value)
    if ('fault' in checked) {
      dropped++
      onDropped?.(value, checked.fault)
    } else if (statements.length < MOST && !statements.some(({ text }) => text === checked.statement.text)) {
      statements.push(checked.statement)
      onStatement?.(checked.statement)
    }
  }

  async function attempt(): Promise<Attempt> {
    const reader = readStatements()
    const held: unknown[] = []
    for await (const piece of untilAborted(model.stream(prompt, { signal, plain, onTokens }), signal)) {
      letters += piece.length
      held.push(...reader.push(piece))
      // Before it says that it answers, nothing of it is an answer.
      const decision = reader.decision()
      if (decision === 'answer' || decision === 'partly') for (const value of held.splice(0)) take(value)
    }
    if (reader.decision() === 'refuse') return 'refused'
    return proposal.safeParse(reader.end()).success ? 'done' : 'junk'
  }
  let letters = 0
  let counted = 0
  const onTokens = (tokens: number) => {
    counted = Math.max(counted, tokens)
  }

  let outcome: FromModel['outcome'] = given?.aborted ? 'stopped' : 'down'
  for (let tries = 0; tries < ATTEMPTS && !signal.aborted; tries++) {
    if (!model.breaker.mayTry()) break
    const asked = Math.ceil((prompt.system.length + prompt.user.length) / LETTERS_A_TOKEN)
    const most = asked + model.longestReply
    if (!model.budget.reserve(most)) {
      outcome = 'over-budget'
      break
    }
    letters = 0
    counted = 0
    const came = await attempt().catch((error: unknown) => (error instanceof EndpointError ? error : ('junk' as const)))
    model.budget.settle(most, counted || asked + Math.ceil(letters / LETTERS_A_TOKEN))
    const well = came === 'done' || came === 'refused'
    if (well) model.breaker.worked()
    // That somebody left says nothing about the endpoint.
    else if (given?.aborted) model.breaker.gaveUp()
    else model.breaker.failed()
    outcome = given?.aborted
      ? 'stopped'
      : signal.aborted
        ? 'late'
        : well || came === 'junk'
          ? 'nothing-verified'
          : 'down'
    log('model', {
      outcome: came instanceof EndpointError ? 'no-reply' : came,
      late: patience.aborted,
      ...(given?.aborted ? { stopped: true } : {}),
      verified: statements.length,
      dropped,
      tokens: counted,
      ...(came instanceof EndpointError ? { status: came.status } : {}),
    })
    if (well || statements.length || (came instanceof EndpointError && came.again === 'no')) break
    plain ||= came instanceof EndpointError && came.again === 'plain'
  }
  return { outcome: statements.length ? 'answered' : outcome, statements }
}

/** The same pieces; ends with an error as soon as time is up, whatever the endpoint does. */
async function* untilAborted(pieces: AsyncIterable<string>, signal: AbortSignal): AsyncIterable<string> {
  const iterator = pieces[Symbol.asyncIterator]()
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  // Nobody may be waiting for it when time is up.
  aborted.catch(() => {})
  try {
    while (true) {
      const next = await Promise.race([iterator.next(), aborted])
      if (next.done) return
      yield next.value
    }
  } finally {
    // It may hang on the endpoint, so it isn't waited for.
    iterator.return?.()?.catch(() => {})
  }
}
