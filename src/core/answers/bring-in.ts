import { hash } from 'node:crypto'
import { type Statement, statement } from '../db/db.ts'
import { chunksOf } from '../db/in-chunks.ts'
import { AppError } from '../errors.ts'
import type { World } from '../world.ts'
import type { Channel } from './channels.ts'

/** A version of an answer that its author brings along from elsewhere. */
export interface BroughtRevision {
  questionId: string
  operationId: string
  wordingHash: string
  /** The value as JSON, to be sealed. */
  value: string
  /** What was asked, as JSON, to be sealed; null where this installation had that wording itself. */
  asked: string | null
  channel: Channel
  savedAt: number
}

/** Far more than anybody writes; without it a notebook could be filled until its page can't be shown. */
const MOST = 20_000

/**
 * Adds versions to what somebody wrote, each at its own time among those that are there, all of them or none. What is
 * there already, by its operation, is left as it is. Gives how many were added.
 */
export async function bringIn(world: World, learnerId: string, brought: BroughtRevision[]): Promise<number> {
  // A second look is enough: the first can only lose to a save that has committed meanwhile.
  for (let tries = 0; tries < 3; tries++) {
    const there = await whatIsThere(world, learnerId)
    const fresh = withoutRepeats(brought).filter((b) => !there.operations.has(b.operationId))
    if (fresh.length === 0) return 0
    if (there.imported + fresh.length > MOST)
      throw new AppError(
        'invalid',
        `A notebook takes up to ${MOST.toLocaleString('en-GB')} versions from files. Nothing was changed.`,
      )
    const unit = await inserts(world, learnerId, fresh, there.versions)
    if ((await world.db.write(unit)).committed) return fresh.length
  }
  throw new AppError('unavailable', 'Other saves came first. Nothing of the file was brought in; please try again.')
}

/**
 * Each version once, in the order of the file: of versions at one moment, the later one there is the newer. Other words
 * under the same operation, as in a file that was edited by hand, are a version too, under a name made of both.
 */
function withoutRepeats(all: BroughtRevision[]): BroughtRevision[] {
  const known = new Map<string, Set<string>>()
  return all.flatMap((each) => {
    const words = `${each.questionId} ${each.value}`
    const before = known.get(each.operationId)
    if (before?.has(words)) return []
    known.set(each.operationId, (before ?? new Set()).add(words))
    return before ? [{ ...each, operationId: nameOf(`${each.operationId} ${words}`) }] : [each]
  })
}

/** A UUID that is always the same for a text (RFC 9562, version 8). */
function nameOf(text: string): string {
  const hex = hash('sha256', text, 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function whatIsThere({ db }: World, learnerId: string) {
  const rows = await db.read
    .selectFrom('answer')
    .innerJoin('learner', 'learner.id', 'answer.learner_id')
    .select(['answer.operation_id', 'answer.question_id', 'answer.number', 'answer.imported_at'])
    .where('learner.root_id', '=', learnerId)
    .execute()
  // No number below is free for certain.
  const versions = new Map<string, number>()
  for (const { question_id, number } of rows)
    versions.set(question_id, Math.max((versions.get(question_id) ?? 0) + 1, number))
  return {
    operations: new Set(rows.map((row) => row.operation_id)),
    versions,
    imported: rows.filter((row) => row.imported_at !== null).length,
  }
}

async function inserts(
  world: World,
  learnerId: string,
  fresh: BroughtRevision[],
  versions: Map<string, number>,
): Promise<Statement[]> {
  const { db, keys, clock } = world
  const now = clock.now()
  const seal = (text: string | null) => (text === null ? null : keys.seal(learnerId, text))
  const rows = []
  for (const each of fresh.toSorted((a, b) => a.savedAt - b.savedAt)) {
    const number = (versions.get(each.questionId) ?? 0) + 1
    versions.set(each.questionId, number)
    rows.push({
      learner_id: learnerId,
      question_id: each.questionId,
      number,
      operation_id: each.operationId,
      wording_hash: each.wordingHash,
      sealed_value: await keys.seal(learnerId, each.value),
      sealed_asked: await seal(each.asked),
      channel: each.channel,
      saved_at: each.savedAt,
      imported_at: now,
    })
  }
  return chunksOf(rows).map((chunk) =>
    statement(
      db.draft
        .insertInto('answer')
        .values(chunk)
        .onConflict((c) => c.doNothing()),
      chunk.length,
    ),
  )
}
