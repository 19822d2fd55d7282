import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { answerQuestion } from '#core/standards/answer-question.ts'
import { loadStandards } from '#core/standards/load-standards.ts'
import { devQuestions } from '#tests/standards/loaded.ts'

/**
 * How many times as long a question may take with its meaning encoded as by its words alone, at the 95th percentile in the same
 * run: the encoder does seventy million multiplications.
 */
const TIMES_AS_LONG = 60
/** In MB, of which the weights are 28. */
const MEMORY = 450

/** A process of its own: standards loaded and a first question answered, with and without the encoder. */
function started(meaning: boolean): { seconds: number; memory: number } {
  const code = `
    const from = performance.now()
    const { answerQuestion } = await import('#core/standards/answer-question.ts')
    const { loadStandards } = await import('#core/standards/load-standards.ts')
    const read = loadStandards('content/standards')
    const standards = ${meaning} ? read : { ...read, meaning: () => null }
    answerQuestion(standards, { question: 'how do I build trust with people' })
    console.log(JSON.stringify({ seconds: (performance.now() - from) / 1000, memory: process.memoryUsage().rss / 1e6 }))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: resolve('.'),
    encoding: 'utf8',
  })
  return JSON.parse(stdout)
}

/** Answers, as quick as a learner gets them: each development question once, after a first round. */
export function askSpeed(): boolean {
  const read = loadStandards(resolve('content/standards'))
  const timesOf = (standards: typeof read) => {
    const ask = (question: string) => {
      const from = performance.now()
      answerQuestion(standards, { question })
      return performance.now() - from
    }
    for (const { q } of devQuestions.slice(0, 50)) ask(q)
    return devQuestions.map(({ q }) => ask(q)).sort((a, b) => a - b)
  }
  const at = (times: number[], share: number) => times[Math.floor(times.length * share)] as number
  const [whole, words] = [timesOf(read), timesOf({ ...read, meaning: () => null })]
  const [withIt, without] = [started(true), started(false)]
  const ratio = at(whole, 0.95) / at(words, 0.95)
  const memory = withIt.memory - without.memory
  const shown = (times: number[]) => [0.5, 0.95, 0.99].map((share) => `${at(times, share).toFixed(1)} ms`).join(' / ')
  console.log(`Ask, at p50 / p95 / p99: ${shown(whole)}; by words alone ${shown(words)}`)
  console.log(`Ask: p95 is ${ratio.toFixed(0)} times that by words alone (at most ${TIMES_AS_LONG})`)
  console.log(
    `Ask: ${withIt.seconds.toFixed(2)} s to a first answer, ${(withIt.seconds / without.seconds).toFixed(1)} times as long as by words alone`,
  )
  console.log(`Ask: the encoder adds ${memory.toFixed(0)} MB (at most ${MEMORY})`)
  return ratio <= TIMES_AS_LONG && memory <= MEMORY
}
