import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { BroughtRevision } from '../answers/bring-in.ts'
import { type Elsewhere, elsewhereId } from '../answers/elsewhere.ts'
import { findQuestion } from '../answers/find-question.ts'
import { type Asked, readWording } from '../answers/wordings.ts'
import { AppError } from '../errors.ts'
import { countsMove, isMove, type Moves, withMoves } from '../questions/move.ts'
import { type Part, partDefinition } from '../questions/parts.ts'
import { answerValue, type Question } from '../questions/question.ts'
import type { World } from '../world.ts'
import type { AnswerRecord, RevisionRecord } from './answer-record.ts'

/** A wording as it is asked, what fits it, and the JSON of it where only the file has it. */
interface Wording {
  parts: Part[]
  schema: ReturnType<typeof answerValue>
  sealed: string | null
}

/**
 * Finds each version its place: with the question of the same id, where the learner may answer that here and the value
 * fits the wording it was given to; otherwise among what was asked elsewhere, in the words that the file has for it.
 * What the file says of a wording is believed only where its hash agrees, and only for this learner.
 */
export async function placeAnswers(world: World, learnerId: string, record: AnswerRecord): Promise<BroughtRevision[]> {
  const now = world.clock.now()
  const question = await questionHere(world, learnerId, record.question)
  const wordings = new Map<string, Wording | null>()
  const placed: BroughtRevision[] = []
  for (const revision of record.revisions) {
    if (question && !wordings.has(revision.wording))
      wordings.set(revision.wording, await wordingOf(world, question, record, revision.wording))
    const fitting = ifItFits(wordings.get(revision.wording) ?? null, revision)
    placed.push({
      questionId: fitting ? record.question : elsewhereId(record.question),
      operationId: revision.operation,
      wordingHash: revision.wording,
      value: fitting?.value ?? JSON.stringify(keptElsewhere(record, revision)),
      asked: fitting?.asked ?? null,
      channel: revision.channel,
      // A time to come would stand before everything that is still to be written.
      savedAt: Math.min(Date.parse(revision.savedAt), now),
    })
  }
  return placed
}

async function questionHere(world: World, learnerId: string, id: string): Promise<Question | null> {
  try {
    return await findQuestion(world, learnerId, id)
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') return null
    throw error
  }
}

async function wordingOf(
  world: World,
  question: Question,
  record: AnswerRecord,
  hash: string,
): Promise<Wording | null> {
  const ours = await readWording(world, question.id, hash)
  if (ours) return wording(question, ours, null)
  const theirs = record.wordings.find((w) => w.wording === hash)
  if (!theirs || hashOf(theirs) !== hash) return null
  const parts = z.array(partDefinition).min(1).safeParse(theirs.parts)
  if (!parts.success) return null
  const asked = { ask: theirs.ask, parts: parts.data }
  return wording(question, asked, JSON.stringify(asked))
}

const wording = (question: Question, asked: Asked, sealed: string | null): Wording => ({
  parts: asked.parts,
  schema: answerValue({ ...question, ...asked }),
  sealed,
})

/** As `toQuestion` makes it. */
const hashOf = ({ ask, parts }: { ask: string; parts: unknown[] }): string =>
  createHash('sha256').update(JSON.stringify({ ask, parts })).digest('hex').slice(0, 32)

/** The value as it is sealed, or null where it doesn't fit. */
function ifItFits(wording: Wording | null, { value, moves }: RevisionRecord) {
  const parsed = wording?.schema.safeParse(value)
  if (!wording || !parsed?.success) return null
  const moved: Moves = {}
  for (const part of wording.parts) {
    const move = moves[part.name]
    if (countsMove(part) && isMove(move)) moved[part.name] = move
  }
  return { value: JSON.stringify(withMoves(parsed.data, moved)), asked: wording.sealed }
}

function keptElsewhere(record: AnswerRecord, { wording, value, moves, words }: RevisionRecord): Elsewhere {
  const asked = record.wordings.find((w) => w.wording === wording)
  return {
    ask: asked?.ask ?? record.ask,
    place: record.place,
    private: record.private,
    parts: asked?.parts ?? [],
    value,
    moves,
    words,
  }
}
