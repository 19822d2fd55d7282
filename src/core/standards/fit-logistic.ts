/** A logistic model: the chance is 1 / (1 + exp(-(bias + the sum of weights times signals))). */
export interface Logistic {
  bias: number
  weights: Record<string, number>
}

export interface Case {
  signals: Record<string, number>
  is: boolean
}

/** Holds the weights back a little, so that a signal which hardly tells gets hardly any. */
const HELD_BACK = 1e-3
const STEPS = 25

export function chanceOf({ bias, weights }: Logistic, signals: Record<string, number>): number {
  const sum = Object.entries(weights).reduce((all, [name, weight]) => all + weight * (signals[name] ?? 0), bias)
  return 1 / (1 + Math.exp(-sum))
}

/** Fits the model to cases by Newton's method. Those that are and those that aren't weigh the same, however many there are. */
export function fitLogistic(cases: Case[], names: string[]): Logistic {
  const rows = cases.map(({ signals }) => [1, ...names.map((name) => signals[name] ?? 0)])
  const yes = cases.filter((c) => c.is).length
  const share = cases.map((c) => (c.is ? 0.5 / yes : 0.5 / (cases.length - yes)))
  let model = names.map(() => 0)
  model.unshift(0)
  for (let step = 0; step < STEPS; step++) {
    const slope = model.map((weight, i) => (i ? -HELD_BACK * weight : 0))
    const bend = model.map((_, i) => model.map((_, j) => (i === j && i ? HELD_BACK : 0)))
    for (const [n, row] of rows.entries()) {
      const chance = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (model[i] as number), 0)))
      const weight = share[n] as number
      const missed = Number(cases[n]?.is) - chance
      for (const [i, value] of row.entries()) {
        slope[i] = (slope[i] as number) + weight * missed * value
        const line = bend[i] as number[]
        for (const [j, other] of row.entries())
          line[j] = (line[j] as number) + weight * chance * (1 - chance) * value * other
      }
    }
    const move = solve(bend, slope)
    model = model.map((weight, i) => weight + (move[i] as number))
  }
  const [bias = 0, ...weights] = model
  return { bias, weights: Object.fromEntries(names.map((name, i) => [name, weights[i] as number])) }
}

/** What `matrix` must be multiplied by to give `right`; the matrix is symmetric and positive, so no rows need swapping. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number])
  for (const [i, pivot] of rows.entries())
    for (const [k, row] of rows.entries()) {
      if (k === i) continue
      const factor = (row[i] as number) / (pivot[i] as number)
      for (let j = i; j < row.length; j++) row[j] = (row[j] as number) - factor * (pivot[j] as number)
    }
  return rows.map((row, i) => (row.at(-1) as number) / (row[i] as number))
}
