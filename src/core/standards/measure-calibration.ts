import type { Asked } from './measure-answers.ts'

const BINS = 10

export interface Bin {
  count: number
  /** How likely an answer seemed, on average, and how often there was one. */
  said: number
  was: number
}

/**
 * Whether likelihoods mean what they say: where it seemed 80% likely that a clause answers, one should in 80 of 100. Both kinds
 * weigh the same, as they did when the models were fitted. `error` is how far off it is on average, in points.
 */
export function calibrationOf(asked: Asked[]): { bins: Bin[]; error: number } {
  const judged = asked.flatMap(({ q, result }) =>
    result.likely === undefined || q.kind === 'adversarial'
      ? []
      : { likely: result.likely, is: q.kind === 'answerable' },
  )
  const yes = judged.filter((j) => j.is).length
  const weight = ({ is }: { is: boolean }) => 0.5 / (is ? yes : judged.length - yes)
  const bins: Bin[] = []
  let error = 0
  for (let n = 0; n < BINS; n++) {
    const within = judged.filter(({ likely }) => Math.min(BINS - 1, Math.floor(likely * BINS)) === n)
    if (!within.length) continue
    const whole = within.reduce((sum, j) => sum + weight(j), 0)
    const said = within.reduce((sum, j) => sum + weight(j) * j.likely, 0) / whole
    const was = within.reduce((sum, j) => sum + weight(j) * Number(j.is), 0) / whole
    bins.push({ count: within.length, said, was })
    error += 100 * whole * Math.abs(said - was)
  }
  return { bins, error: Math.round(10 * error) / 10 }
}
