import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { encode } from '#core/encoder/encoder.ts'
import { answerQuestion } from '#core/standards/answer-question.ts'
import { loadStandards } from '#core/standards/load-standards.ts'
import { rank } from '#core/standards/rank.ts'
import { devQuestions, evalSet } from '#tests/standards/loaded.ts'

/**
 * How many times as long an answer may take as encoding its question does, at the 95th percentile in the same run. A question is
 * judged for harm and ranked, and encoded once for both.
 */
const TIMES_AS_LONG = 2.5
/** In MB, of which the weights are 28. */
const MEMORY = 450
/** A set of questions as large as one is likely to be asked of the command at once, and how many seconds it may take, start included. */
const MANY = { questions: 600, seconds: 60 }

/** A process of its own: standards loaded and a first question answered, with and without the encoder. */
function started(meaning: boolean): { seconds: number; memory: number } {
  const code = `
    const from = performance.now()
    const { answerQuestion } = await import('#core/standards/answer-question.ts')
    const { loadStandards } = await import('#core/standards/load-standards.ts')
    const { rank } = await import('#core/standards/rank.ts')
    const read = loadStandards('content/standards')
    const question = 'how do I build trust with people'
    if (${meaning}) answerQuestion(read, { question })
    else rank({ ...read, meaning: () => null }, question)
    console.log(JSON.stringify({ seconds: (performance.now() - from) / 1000, memory: process.memoryUsage().rss / 1e6 }))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: resolve('.'),
    encoding: 'utf8',
  })
  return JSON.parse(stdout)
}

/** The command as it is typed, with everything that it loads. */
function many(): number {
  const questions = [...evalSet<{ q: string }>('questions-unseen.jsonl'), ...devQuestions].slice(0, MANY.questions)
  const input = questions.map(({ q }, id) => JSON.stringify({ id, q })).join('\n')
  const from = performance.now()
  const { stdout } = spawnSync(process.execPath, ['src/cli/run.mjs', 'src/cli/ask.ts', '--batch'], {
    cwd: resolve('.'),
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
  })
  const answered = stdout.trim().split('\n').length
  if (answered !== MANY.questions) throw new Error(`${answered} of ${MANY.questions} questions were answered.`)
  return (performance.now() - from) / 1000
}

/** Answers, as quick as a learner gets them: each development question once, after a first round. */
export function askSpeed(): boolean {
  const read = loadStandards(resolve('content/standards'))
  const timesOf = (answer: (question: string) => void) => {
    const ask = (question: string) => {
      const from = performance.now()
      answer(question)
      return performance.now() - from
    }
    for (const { q } of devQuestions.slice(0, 50)) ask(q)
    return devQuestions.map(({ q }) => ask(q)).sort((a, b) => a - b)
  }
  const at = (times: number[], share: number) => times[Math.floor(times.length * share)] as number
  const byWords = { ...read, meaning: () => null }
  const whole = timesOf((question) => answerQuestion(read, { question }))
  const words = timesOf((question) => rank(byWords, question))
  const encoding = timesOf((question) => encode(question))
  const [withIt, without] = [started(true), started(false)]
  const ratio = at(whole, 0.95) / at(encoding, 0.95)
  const memory = withIt.memory - without.memory
  const shown = (times: number[]) => [0.5, 0.95, 0.99].map((share) => `${at(times, share).toFixed(1)} ms`).join(' / ')
  console.log(`Ask, at p50 / p95 / p99: ${shown(whole)}; ranked by words alone ${shown(words)}`)
  console.log(`Ask: p95 is ${ratio.toFixed(1)} times that of encoding alone (at most ${TIMES_AS_LONG})`)
  console.log(
    `Ask: ${withIt.seconds.toFixed(2)} s to a first answer, ${(withIt.seconds / without.seconds).toFixed(1)} times as long as by words alone`,
  )
  console.log(`Ask: the encoder adds ${memory.toFixed(0)} MB (at most ${MEMORY})`)
  const seconds = many()
  console.log(`Ask: ${MANY.questions} questions in one process take ${seconds.toFixed(0)} s (at most ${MANY.seconds})`)
  return ratio <= TIMES_AS_LONG && memory <= MEMORY && seconds <= MANY.seconds
}
