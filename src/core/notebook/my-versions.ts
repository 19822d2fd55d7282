import { z } from 'zod'
import type { Answer } from '../answers/answer.ts'
import { myAnswers } from '../answers/my-answers.ts'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'
import type { Question } from '../questions/question.ts'
import { type Change, wordChanges } from './word-changes.ts'

const input = z.strictObject({
  question: z.string().max(100),
  /** Which versions to lay over each other, by their revision. Left out: the first and the newest. */
  from: z.int().min(1).optional(),
  to: z.int().min(1).optional(),
})

export interface MyVersions {
  question: Question
  stillAsked: boolean
  /** Oldest first, those that were taken back among them. */
  versions: Answer[]
  /** Two versions laid over each other, the older first; null while there is only one. */
  compared: { from: Answer; to: Answer; changes: Change[]; wordingChanged: boolean } | null
}

/** All versions of one of the actor's answers, and two of them word by word. */
export const myVersions = define({
  input,
  async run(world, actor, { question: id, from, to }): Promise<MyVersions> {
    const { answers } = await myAnswers(world, actor, { questions: [id], history: true })
    const answer = answers.find(({ question }) => question.id === id)
    if (!answer) throw notFound('an answer of yours to that question')
    const { question, stillAsked, history: versions } = answer
    return { question, stillAsked, versions, compared: compare(versions, from, to) }
  },
})

function compare(versions: Answer[], from: number | undefined, to: number | undefined): MyVersions['compared'] {
  const at = (revision: number | undefined, otherwise: Answer | undefined) => {
    if (revision === undefined) return otherwise
    const found = versions.find((version) => version.revision === revision)
    if (!found) throw notFound('that version of your answer')
    return found
  }
  const [one, other] = [at(from, versions[0]), at(to, versions.at(-1))]
  if (!one || !other || versions.length < 2) return null
  const [older, newer] = one.revision <= other.revision ? [one, other] : [other, one]
  return {
    from: older,
    to: newer,
    changes: wordChanges(older.lines.join('\n'), newer.lines.join('\n')),
    wordingChanged: older.asked.ask !== newer.asked.ask,
  }
}
