import { randomBytes } from 'node:crypto'
import type { Db } from '../db/db.ts'
import { inChunks } from '../db/in-chunks.ts'
import type { Part } from '../questions/parts.ts'
import { type Question, toQuestion } from '../questions/question.ts'
import { peopleNeeded } from './countable.ts'

/** Every id of a trainer's own question begins with it, and no question of the content may. */
export const OWN = 'own'
export const isOwnId = (id: string): boolean => id.startsWith(`${OWN}.`)
/** 80 random bits: nothing in it tells when, or how many there are. */
export const newOwnId = (): string => `${OWN}.${randomBytes(10).toString('hex')}`

/** What a trainer wrote: the words, and one part to choose in. */
export interface OwnAsked {
  ask: string
  parts: Part[]
}

interface Row {
  id: string
  cohort_id: string
  asked: string
  withdrawn_at: number | null
  archived_at: number | null
  name: string
  k: number
}

/** A trainer's own question: always personal, so never from fewer than eight people, and only its choices are counted. */
export const toOwn = (id: string, { ask, parts }: OwnAsked): Question =>
  toQuestion({
    id,
    ask,
    parts,
    sensitivity: 'S1',
    aggregate: 'distribution',
    deeper: [],
    themes: [],
    back: [],
    after: [],
    evidence: [],
    oneAtATime: false,
    retired: false,
  })

function toQuestionOf({ id, cohort_id, asked, withdrawn_at, archived_at, name, k }: Row): Question {
  const question = { ...toOwn(id, JSON.parse(asked)), retired: withdrawn_at !== null }
  const open = withdrawn_at === null && archived_at === null
  return { ...question, own: { cohort: cohort_id, course: name, open, needs: peopleNeeded(question, k) } }
}

type Reading = Pick<Db, 'read'>

const rows = ({ read }: Reading) =>
  read
    .selectFrom('own_question')
    .innerJoin('cohort', 'cohort.id', 'own_question.cohort_id')
    .select(['own_question.id', 'own_question.cohort_id', 'own_question.asked', 'own_question.withdrawn_at'])
    .select(['cohort.name', 'cohort.k', 'cohort.archived_at'])
    .orderBy('own_question.asked_at')
    .orderBy('own_question.id')

/** The questions that the trainers of a cohort asked of it, in the order in which they did. */
export const ownQuestionsOf = async (db: Reading, cohortId: string): Promise<Question[]> =>
  (await rows(db).where('own_question.cohort_id', '=', cohortId).execute()).map(toQuestionOf)

/** Trainers' own questions by their ids, whoever may see them. */
export const ownQuestionsById = async (db: Reading, ids: string[]): Promise<Question[]> =>
  (await inChunks(ids.filter(isOwnId), (chunk) => rows(db).where('own_question.id', 'in', chunk).execute())).map(
    toQuestionOf,
  )

/** One of a cohort that this person has joined, or undefined: the same for one of another cohort and for none at all. */
export async function ownQuestionFor(db: Reading, rootId: string, id: string): Promise<Question | undefined> {
  const found = await rows(db)
    .innerJoin('member', 'member.cohort_id', 'own_question.cohort_id')
    .innerJoin('learner', 'learner.id', 'member.learner_id')
    .where('own_question.id', '=', id)
    .where('learner.root_id', '=', rootId)
    .executeTakeFirst()
  return found && toQuestionOf(found)
}
