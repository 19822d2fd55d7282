import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { learnerOf, requireLearner } from '../actor.ts'
import { mayQuote } from '../consents/choices.ts'
import { preparedWrite } from '../db/prepared.ts'
import { define, parseInput } from '../define.ts'
import { AppError } from '../errors.ts'
import { newId } from '../id.ts'
import { mustBeOf } from '../learners/notebook-mark.ts'
import { withMoves } from '../questions/move.ts'
import { type AnswerValue, answerValue, isBlankAnswer, type Question } from '../questions/question.ts'
import type { World } from '../world.ts'
import { type Answer, toAnswer } from './answer.ts'
import { CHANNELS } from './channels.ts'
import { compareRatings } from './compare-ratings.ts'
import { findQuestion } from './find-question.ts'
import { isUsed, type Revision, readNewest, readOperation } from './revision.ts'
import type { AnswerTable } from './table.ts'
import { askedOf, inWording } from './wordings.ts'

const input = z.strictObject({
  question: z.string().max(100),
  /** By part name; parts left out are blank. */
  value: z.record(z.string(), z.unknown()),
  /** How many revisions the learner had seen. Left out, the newest is built upon. */
  base: z.int().min(0).optional(),
  /** Names this save: the same operation twice is one revision. */
  operation: z.uuid().optional(),
  /** The hash of the wording that the learner saw. */
  wording: z.string().max(64).optional(),
  /** The mark of the notebook that it was written in. Left out, it is the actor's own. */
  notebook: z.string().max(64).optional(),
  channel: z.enum(CHANNELS),
})
type Input = z.infer<typeof input>

type Given = Pick<Revision, 'value' | 'moves'>

/** What the edge shows when something newer was saved elsewhere: nothing of either text is lost. */
export interface Conflict {
  mine: AnswerValue
  theirs: Answer
  /** The companion may repeat `theirs` where it was said. */
  quotable: boolean
}

/**
 * Saves a learner's answer as a new revision, and resolves after the durable commit. Saving what is already there, or
 * the same operation again, adds nothing. A stale base is a conflict that carries both texts. What was written in another
 * notebook is refused.
 */
export const saveAnswer = define({
  input,
  async run(world, actor, sent): Promise<Answer> {
    if (sent.notebook !== undefined) await mustBeOf(world, actor, sent.notebook)
    const question = await findQuestion(world, learnerOf(actor), sent.question)
    if (question.sensitivity === 'S2' && sent.channel !== 'web')
      throw new AppError('invalid', 'This question is private. Answer it on its page, not in chat.')
    const asked = await inWording(world, question, sent.wording)
    const value = parseInput(answerValue(asked), sent.value)
    // A visitor's blank answer starts no notebook: there is nothing to keep.
    if (actor.kind === 'visitor' && isBlankAnswer(asked, value)) return nothingYet(question, asked, value, sent)
    const learnerId = requireLearner(actor)
    // A second look is enough: the first can only lose to a save that has committed meanwhile.
    for (let tries = 0; tries < 3; tries++) {
      const newest = await readNewest(world, learnerId, question.id)
      // What was done before left a revision above its base: only then is it looked for.
      const mayBeDone = sent.base !== (newest?.revision ?? 0)
      const done = sent.operation && mayBeDone && (await readOperation(world, learnerId, question.id, sent.operation))
      if (done) return toAnswer(question, done)
      const given = { value, moves: await compareRatings(world, learnerId, asked, value, newest) }
      const quotable = async () => (await mayQuote(world, learnerId, [question.sensitivity])).has(question.sensitivity)
      const settled = await settle(question, asked, given, sent, newest, quotable)
      if (settled) return settled
      const next = tries === 0 ? (newest?.revision ?? 0) + 1 : await nextNumber(world.db, learnerId, question.id)
      const saved = await append(world, learnerId, asked, given, sent, { newest, next })
      if (saved) return toAnswer(question, saved)
    }
    if (sent.operation && (await isUsed(world, learnerId, sent.operation)))
      throw new AppError(
        'invalid',
        'This save has the name (operation) of another one of yours. Send it under a new name.',
      )
    throw new AppError('unavailable', 'Other saves of this answer came first. Please save again.')
  },
})

/** The reply when nothing needs writing, a conflict when somebody else wrote meanwhile, or null to go on. */
async function settle(
  question: Question,
  asked: Question,
  { value, moves }: Given,
  sent: Input,
  newest: Revision | undefined,
  quotable: () => Promise<boolean>,
): Promise<Answer | null> {
  if (!newest) return isBlankAnswer(asked, value) ? nothingYet(question, asked, value, sent) : null
  // What was brought along in a file becomes an answer given here only by being saved here.
  const same = newest.importedAt === null && isDeepStrictEqual([newest.value, newest.moves], [value, moves])
  if (same && newest.wordingHash === asked.hash) return toAnswer(question, newest)
  if (sent.base !== undefined && sent.base !== newest.revision)
    throw new AppError('conflict', 'This answer was changed somewhere else. Both versions are here; nothing is lost.', {
      detail: { mine: value, theirs: toAnswer(question, newest), quotable: await quotable() } satisfies Conflict,
    })
  return null
}

const nothingYet = (question: Question, asked: Question, value: AnswerValue, sent: Input): Answer => ({
  question,
  value,
  moves: {},
  revision: 0,
  savedAt: 0,
  channel: sent.channel,
  asked: askedOf(asked),
  wordingChanged: asked.hash !== question.hash,
  lines: [],
  blank: true,
})

const insert = preparedWrite<Omit<AnswerTable, 'imported_at' | 'sealed_asked'>>(
  ['learner_id', 'question_id', 'number', 'operation_id', 'wording_hash', 'sealed_value', 'channel', 'saved_at'],
  (draft, row) =>
    draft
      .insertInto('answer')
      .values(row)
      .onConflict((c) => c.doNothing()),
  1,
)

/** Where a number is taken: by a save that came meanwhile, or by what was left when earlier versions were deleted. */
async function nextNumber({ read }: World['db'], learnerId: string, questionId: string): Promise<number> {
  const { highest } = await read
    .selectFrom('answer')
    .select(({ fn }) => fn.max('number').as('highest'))
    .where('learner_id', '=', learnerId)
    .where('question_id', '=', questionId)
    .executeTakeFirstOrThrow()
  return (highest ?? 0) + 1
}

/** Adds the revision if its number is still free; null when another save took it. */
async function append(
  world: World,
  learnerId: string,
  asked: Question,
  { value, moves }: Given,
  sent: Input,
  { newest, next }: { newest: Revision | undefined; next: number },
): Promise<Revision | null> {
  const now = world.clock.now()
  const savedAt = Math.max(now, (newest?.savedAt ?? 0) + 1)
  const row = {
    learner_id: learnerId,
    question_id: asked.id,
    number: next,
    operation_id: sent.operation ?? newId(now),
    wording_hash: asked.hash,
    sealed_value: await world.keys.seal(learnerId, JSON.stringify(withMoves(value, moves))),
    channel: sent.channel,
    saved_at: savedAt,
  }
  const result = await world.db.write([insert(world.db, row)])
  if (!result.committed) return null
  return {
    questionId: asked.id,
    revision: (newest?.revision ?? 0) + 1,
    value,
    moves,
    savedAt,
    channel: sent.channel,
    asked: askedOf(asked),
    wordingHash: asked.hash,
    operationId: row.operation_id,
    importedAt: null,
    elsewhere: null,
  }
}
