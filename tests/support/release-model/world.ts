import type { Actor } from '#core/actor.ts'
import { VISITOR } from '#core/actor.ts'
import { type Installation, idOf, newPeople } from './installation.ts'
import { type Asked, type Course, Reference } from './reference.ts'

export const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A Monday in winter, when UK clocks show UTC; and a moment after everything that a run can reach. */
export const START = Date.parse('2026-01-05T09:00:00Z')
export const END = START + 75 * DAY

export const OLD_WORDING = 'old'
/** The value that is saved when somebody chooses this and writes that. */
type Values = (choice: string | null, words: string) => Record<string, unknown>
export interface Question extends Asked {
  value: Values
}
export const QUESTIONS: Question[] = [
  {
    id: 'cd.doing-with',
    needs: 5,
    options: ['to', 'for', 'with', 'by', 'varies'],
    isScale: false,
    value: (choice) => ({ place: choice }),
  },
  {
    id: 'cd.my-role',
    needs: 5,
    options: ['1', '2', '3', '4', '5'],
    isScale: true,
    value: (choice, words) => ({ place: choice === null ? null : Number(choice), move: words }),
  },
  {
    id: 'community.belong',
    needs: 8,
    options: [
      'welcomed-by-name',
      'asked-to-help',
      'food-or-fun',
      'listened-to',
      'hard-time-together',
      'something-else',
    ],
    isScale: false,
    value: (choice, words) => ({ story: words, themes: choice === null ? [] : [choice] }),
  },
]
/** The question of which words are approved. */
export const TOLD = 'cd.my-role'
export const LABELS: Record<string, string> = {
  to: 'Mostly done to people',
  with: 'Mostly done with people',
  '2': '2 out of 5',
  '4': '4 out of 5',
  'asked-to-help': 'I was asked to help',
  'listened-to': 'I was listened to',
}

/** Eight whom a platform vouches for, two who have proven nothing, and three who run courses. */
export const LEARNERS = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10']
export const TRAINERS = ['T1', 'T2', 'T3']
export const PEOPLE = [...LEARNERS, ...TRAINERS]
const PROVEN = 8

const nights = Array.from({ length: 80 }, (_, n) => START + n * DAY + 18 * HOUR)
/** Never at the same moment as another course's: then either could be first. */
const days = (hour: number, ...at: number[]) => at.map((day) => START + day * DAY + (hour - 9) * HOUR + HOUR / 2)
/** A and B share a trainer. C ends early, and asks for more people. */
export const COURSES: Course[] = [
  { name: 'A', k: 5, staff: ['T1', 'T2'], ticks: days(9, 1, 2, 3, 5, 8, 13, 21, 34) },
  { name: 'B', k: 5, staff: ['T2'], ticks: nights },
  { name: 'C', k: 6, staff: ['T3'], ticks: days(10, 1, 2, 4) },
]

/** One run: the promises and the product, side by side. */
export interface World {
  installation: Installation
  reference: Reference
  /** The people as the core knows them; a notebook that was joined to another's is the other. */
  actors: Map<string, Actor>
  courses: Map<string, { id: string; joinCode: string }>
  /** Addresses of this run's own: two spellings of one mailbox, and another. */
  addresses: { address: string; mailbox: string }[]
}

/** Somebody as a trainer; whoever runs a course may be a learner in another. */
export const trainerOf = (actors: World['actors'], name: string | undefined): Actor => ({
  kind: 'trainer',
  learnerId: idOf(actors.get(name ?? '') as Actor),
})

let run = 0

export async function newWorld(installation: Installation): Promise<World> {
  const { core } = installation
  run++
  installation.at(START)
  const reference = new Reference(COURSES, QUESTIONS, TOLD)
  // The older notebook has the smaller id, so that whoever is named first is older here and there.
  const vouchedFor = [...LEARNERS.slice(0, PROVEN), ...TRAINERS]
  const older = await newPeople(
    installation,
    vouchedFor.map((name) => `${run}${name}`),
  )
  installation.at(START + 1)
  const unproven = LEARNERS.slice(PROVEN)
  const started = await Promise.all(unproven.map(() => core.startNotebook(VISITOR, {})))
  const ids = [...older.map(idOf), ...started.map(({ learnerId }) => learnerId).toSorted()]
  const actors = new Map<string, Actor>()
  for (const [i, name] of [...vouchedFor, ...unproven].entries()) {
    actors.set(name, { kind: 'learner', learnerId: ids[i] as string })
    reference.starts(name, unproven.includes(name) ? [] : [`account ${name}`])
  }
  const made = await Promise.all(
    COURSES.map(({ name, k, staff, ticks }) => {
      const rhythm = ticks === nights ? { nightly: true } : { ticks: ticks.map((at) => new Date(at).toISOString()) }
      const sent = { name, trainer: 'Ms Invented', k, questions: QUESTIONS.map((q) => q.id), ...rhythm }
      return core.createCohort(trainerOf(actors, staff[0]), sent)
    }),
  )
  const courses = new Map(COURSES.map(({ name }, i) => [name, made[i] as (typeof made)[0]]))
  for (const { name, staff } of COURSES)
    for (const other of staff.slice(1)) {
      const sql = "insert into staff (cohort_id, learner_id, name) values (?, ?, 'Mr Invented')"
      installation.alter(sql, courses.get(name)?.id as string, idOf(actors.get(other) as Actor))
    }
  const addresses = ['ann', 'ann+two', 'bob'].map((name) => ({
    address: `${name}@r${run}.example.org`,
    mailbox: `${name.split('+')[0]}`,
  }))
  return { installation, reference, actors, courses, addresses }
}
