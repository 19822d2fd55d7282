import type { Question } from '../questions/question.ts'
import type { World } from '../world.ts'
import { askersNeeded, neverOpen, peopleNeeded } from './countable.ts'
import { type Demand, toDemand } from './demand.ts'
import { ownQuestionsOf } from './own-question.ts'
import type { CohortTable } from './table.ts'
import { nextNight } from './uk-time.ts'

/** A question of a cohort, as its trainer and its learners see it listed. */
export interface Asked {
  id: string
  ask: string
  /** Its chapter's id. */
  chapter: string
  /** How many people must have answered before anything of it shows. */
  needs: number
  /** A trainer of this cohort wrote it; then these are its options. */
  own: { options: string[]; several: boolean } | null
  /** No longer asked: what waits isn't counted any more, what was released stays. */
  retired: boolean
}

/** What its trainers chose for a cohort. Nothing in it depends on who joined or answered. */
export interface SetUp {
  id: string
  name: string
  joinCode: string
  k: number
  rhythm: CohortTable['rhythm']
  /** Of a nightly cohort: how many days answers settle before a picture is made of them. */
  settleDays: number
  /** The names that its trainers gave. */
  trainers: string[]
  /** Ticks still to come, as ISO times; of a nightly cohort, the next. None once it was archived. */
  nextTicks: string[]
  /** Whether somebody with the code may still join. */
  open: boolean
  /** Which proof of who one is counts; null where every proof does. */
  demand: Demand | null
  /** Everybody in a Slack channel sees its pictures too. */
  channelSees: boolean
  /** When it was archived, and until when its trainers can read what was released, as ISO times. */
  archived: { at: string; readableUntil: string } | null
  questions: Asked[]
  /** How many people must have asked the companion near one heading before its trainer sees the heading. */
  askersNeeded: number
  /** What can never open with the number of people expected. */
  notes: string[]
  /** Names that are pointed out to learners in words that they want to show; the trainer’s own list. */
  names: string[]
}

/** A set-up without what is only for its trainers. */
export type SharedSetUp = Omit<SetUp, 'notes' | 'names'>

export async function sharedSetUpOf(world: World, cohort: CohortTable): Promise<SharedSetUp> {
  const { notes: _notes, names: _names, ...shared } = await setUpOf(world, cohort)
  return shared
}

export async function setUpOf(world: World, cohort: CohortTable): Promise<SetUp> {
  const { read } = world.db
  const [staff, ticks, asked] = await Promise.all([
    read
      .selectFrom('staff')
      .select('name')
      .where('cohort_id', '=', cohort.id)
      .where('left_at', 'is', null)
      .orderBy('name')
      .execute(),
    read
      .selectFrom('cohort_tick')
      .select('at')
      .where('cohort_id', '=', cohort.id)
      .where('at', '>', world.clock.now())
      .orderBy('at')
      .execute(),
    questionsOf(world, cohort.id),
  ])
  const { archived_at, readable_until } = cohort
  const planned =
    cohort.rhythm === 'nightly' ? [nextNight(world.clock.now(), world.config.tickHour)] : ticks.map((t) => t.at)
  const next = archived_at === null ? planned : []
  return {
    id: cohort.id,
    name: cohort.name,
    joinCode: cohort.join_code,
    k: cohort.k,
    rhythm: cohort.rhythm,
    settleDays: cohort.settle_days,
    trainers: staff.map((s) => s.name),
    nextTicks: next.map(iso),
    open: cohort.is_open === 1,
    demand: toDemand(cohort.demands),
    channelSees: cohort.channel_sees === 1,
    archived: archived_at === null ? null : { at: iso(archived_at), readableUntil: iso(readable_until ?? archived_at) },
    questions: asked.map((q) => toAsked(q, cohort.k)),
    askersNeeded: askersNeeded(cohort.k),
    notes: neverOpen(cohort.people, cohort.k, asked),
    names: JSON.parse(cohort.names_to_watch),
  }
}

const iso = (at: number): string => new Date(at).toISOString()

function toAsked(question: Question, k: number): Asked {
  const { id, ask, chapter, own, retired } = question
  const [part] = question.parts
  const options = part && 'options' in part ? part.options.map((o) => o.label) : []
  return {
    id,
    ask,
    chapter,
    needs: peopleNeeded(question, k),
    own: own ? { options, several: part?.type === 'multi-choice' } : null,
    retired,
  }
}

/**
 * The questions that a cohort asks, in reading order, and then its trainers' own. One that has left the content is left
 * out.
 */
export async function questionsOf(world: World, cohortId: string): Promise<Question[]> {
  const rows = await world.db.read
    .selectFrom('cohort_question')
    .select('question_id')
    .where('cohort_id', '=', cohortId)
    .execute()
  const ids = new Set(rows.map((r) => r.question_id))
  return [...world.content.questions.filter((q) => ids.has(q.id)), ...(await ownQuestionsOf(world.db, cohortId))]
}
