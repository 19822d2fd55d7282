/** What people do in eight weeks of courses, from a seed: who is where, who answers what and when, edits and moves. */
export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const WEEKS = 8
/** A Monday in winter, when UK clocks show UTC. */
export const START = Date.parse('2026-01-05T09:00:00Z')
export const END = START + WEEKS * 7 * DAY
export const SIZES = [5, 8, 12, 20, 30, 40]

/** Choice questions, and how many people each takes. The personal one takes eight. */
export const QUESTIONS = [
  { id: 'cd.doing-with', needs: 5, opensInWeek: 0, options: ['to', 'for', 'with', 'by', 'varies'] },
  { id: 'community.belong', needs: 8, opensInWeek: 1, options: ['asked-to-help', 'listened-to', 'food-or-fun'] },
  { id: 'cd.whose-agenda', needs: 5, opensInWeek: 2, options: ['garden', 'lift', 'ask', 'other'] },
  { id: 'cd.my-role', needs: 5, opensInWeek: 4, options: ['1', '2', '3', '4', '5'] },
]
export type Question = (typeof QUESTIONS)[number]

export interface Deed {
  at: number
  learner: number
  does: { answer: Question; option: string } | { moveTo: number }
}
export interface Plan {
  /** How many learners each cohort begins with. */
  sizes: number[]
  /** The cohort in which each learner begins. */
  cohortOf: number[]
  deeds: Deed[]
}

/** Mulberry32: the same numbers from the same seed on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const ANSWER = 0.7
const EDIT = 0.1
const MOVE = 0.05
const MEAN_DELAY = 3 * DAY

export function planCourses(cohorts: number, seed: number): Plan {
  const random = randomFrom(seed)
  const oneOf = <T>(list: T[]) => list[Math.floor(random() * list.length)] as T
  const delay = () => -Math.log(1 - random()) * MEAN_DELAY
  const sizes = Array.from({ length: cohorts }, (_, n) => SIZES[n % SIZES.length] as number)
  const cohortOf = sizes.flatMap((size, cohort) => Array<number>(size).fill(cohort))
  const deeds = cohortOf.flatMap((cohort, learner) => {
    const answers = QUESTIONS.flatMap((question): Deed[] => {
      if (random() >= ANSWER) return []
      const first = START + question.opensInWeek * 7 * DAY + delay()
      const option = oneOf(question.options)
      const given = { at: first, learner, does: { answer: question, option } }
      if (random() >= EDIT) return [given]
      const another = oneOf(question.options.filter((o) => o !== option))
      return [given, { at: first + delay(), learner, does: { answer: question, option: another } }]
    })
    const move = { at: START + random() * (END - START), learner, does: { moveTo: Math.floor(random() * cohorts) } }
    return random() < MOVE && move.does.moveTo !== cohort ? [...answers, move] : answers
  })
  return { sizes, cohortOf, deeds: deeds.filter(({ at }) => at < END).toSorted((a, b) => a.at - b.at) }
}
