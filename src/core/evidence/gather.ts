import { type Actor, learnerOf } from '../actor.ts'
import { type MyAnswer, myAnswers } from '../answers/my-answers.ts'
import type { World } from '../world.ts'
import { assessableClause, saysTheSame } from './assessable.ts'
import { type Link, linkKey, readLinks } from './link.ts'
import { readNotes } from './note.ts'
import { type ClauseWords, type ConfirmedPiece, type EvidencePiece, type SuggestedPiece, toPiece } from './piece.ts'
import { suggestedFor } from './suggest.ts'

/** All that is one clause's, in reading order of the answers. */
export interface OfClause {
  confirmed: ConfirmedPiece[]
  suggested: SuggestedPiece[]
  /** What its author wants no suggestion of. */
  dismissed: EvidencePiece[]
  /** Private answers to questions written for this clause. Never suggested: to use one is its author's own choice. */
  privateNotes: EvidencePiece[]
  note: { words: string; savedAt: number } | null
}

export interface Gathered {
  /** Every answer that isn't taken back. */
  answers: MyAnswer[]
  of(uid: string): OfClause
  /** Clauses that something was confirmed for and that no standard has any more, in their old words. */
  gone: ClauseWords[]
  /** Answers that nothing is confirmed of; private ones are left in peace. */
  unused(): EvidencePiece[]
}

interface Found {
  pieces: Map<string, OfClause>
  gone: Map<string, ClauseWords>
}

const nothing = (): OfClause => ({ confirmed: [], suggested: [], dismissed: [], privateNotes: [], note: null })

/** Brings the actor's answers, links and notes together with the clauses. A visitor has nothing. */
export async function gatherEvidence(world: World, actor: Actor): Promise<Gathered> {
  const root = learnerOf(actor)
  const found: Found = { pieces: new Map(), gone: new Map() }
  if (root === null) return { answers: [], of: nothing, gone: [], unused: () => [] }
  const [{ answers }, links, notes] = await Promise.all([
    myAnswers(world, actor, {}),
    readLinks(world, root),
    readNotes(world, root),
  ])
  for (const answer of answers) placeAnswer(world, found, answer, links)
  const byId = new Map(answers.map((answer) => [answer.question.id, answer]))
  for (const link of links.values()) {
    if (link.state === 'confirmed' && !byId.has(link.question)) placeConfirmed(world, found, link, undefined)
  }
  for (const [uid, { words, savedAt }] of notes) at(found, uid).note = { words, savedAt }
  const written = answers.filter((answer) => !answer.blank)
  const used = new Set([...links.values()].filter((l) => l.state === 'confirmed').map((l) => l.question))
  return {
    answers: written,
    of: (uid) => found.pieces.get(uid) ?? nothing(),
    gone: [...found.gone.values()],
    unused: () => written.filter(({ question: q }) => !used.has(q.id) && q.sensitivity !== 'S2').map(toPiece),
  }
}

function at({ pieces }: Found, uid: string): OfClause {
  const known = pieces.get(uid) ?? nothing()
  pieces.set(uid, known)
  return known
}

function placeAnswer(world: World, found: Found, answer: MyAnswer, links: Map<string, Link>): void {
  const { id, sensitivity, evidence } = answer.question
  const mine = [...links.values()].filter((link) => link.question === id)
  for (const link of mine)
    if (link.state === 'confirmed') placeConfirmed(world, found, link, answer)
    else if (!answer.blank) at(found, link.clause.uid).dismissed.push(toPiece(answer))
  const isSettled = (uid: string) => links.has(linkKey(id, uid))
  for (const [uid, reason] of suggestedFor(world.content.standards, answer))
    if (!isSettled(uid)) at(found, uid).suggested.push({ ...toPiece(answer), reason })
  if (sensitivity === 'S2' && !answer.blank)
    for (const uid of evidence) if (!isSettled(uid)) at(found, uid).privateNotes.push(toPiece(answer))
}

function placeConfirmed(world: World, found: Found, link: Link, answer: MyAnswer | undefined): void {
  const { clause: then, question, ask, savedAt, revision, changedAt } = link
  const now = assessableClause(world.content.standards, then.uid)
  if (!now) found.gone.set(then.uid, then)
  const piece: EvidencePiece = answer
    ? toPiece(answer)
    : // A question that was taken out of the content altogether: the words can't be read without it.
      { question: { id: question, chapter: '' }, ask, lines: [], isPrivate: false, revision, savedAt, channel: 'web' }
  at(found, then.uid).confirmed.push({
    ...piece,
    confirmedAt: changedAt,
    isEdited: answer !== undefined && answer.savedAt !== savedAt,
    isTakenBack: answer?.blank ?? true,
    review: saysTheSame(then, now) ? null : then,
  })
}

/** Where a clause stands: only what is confirmed, and still says what it said, counts. */
export type EvidenceState = 'confirmed' | 'review' | 'suggested' | 'none'
export const STATES = ['confirmed', 'review', 'suggested', 'none'] as const satisfies EvidenceState[]

export function stateOf({ confirmed, suggested }: OfClause): EvidenceState {
  if (confirmed.some((piece) => piece.review)) return 'review'
  if (confirmed.some((piece) => !piece.isTakenBack)) return 'confirmed'
  return suggested.length ? 'suggested' : 'none'
}
