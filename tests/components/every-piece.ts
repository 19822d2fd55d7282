import type { EvidenceForClause } from '#core/evidence/evidence-for-clause.ts'
import type { EvidenceRow } from '#core/evidence/evidence-row.ts'
import type { ConfirmedPiece, EvidencePiece } from '#core/evidence/piece.ts'

export const AT = Date.UTC(2026, 2, 3)

export const aPiece = (id: string, lines: string[], more: Partial<EvidencePiece> = {}): EvidencePiece => ({
  question: { id, chapter: 'community' },
  ask: `What of ${id}?`,
  lines,
  isPrivate: false,
  revision: 1,
  savedAt: AT,
  channel: 'web',
  ...more,
})

export const aConfirmed = (id: string, lines: string[], more: Partial<ConfirmedPiece> = {}): ConfirmedPiece => ({
  ...aPiece(id, lines),
  confirmedAt: AT,
  isEdited: false,
  isTakenBack: false,
  review: null,
  ...more,
})

export const CLAUSE: EvidenceRow['clause'] = {
  uid: 'CD-COLLAB:KU8',
  label: 'CD-COLLAB KU 8',
  short: 'KU 8',
  leadIn: null,
  text: 'barriers to participation',
  standard: 'CD-COLLAB',
  section: 'knowledge',
  parent: null,
  path: '/standards/cd-collab/ku8',
}

/** A clause with a piece of every kind. */
export const everyPiece: EvidenceForClause = {
  isAssessed: true,
  row: {
    clause: CLAUSE,
    state: 'review',
    confirmed: [
      aConfirmed('a.kept', ['Kept.'.repeat(300)], { isEdited: true }),
      aConfirmed('a.gone', [], { isTakenBack: true }),
      aConfirmed('a.old', ['Old.'], { review: { ...CLAUSE, text: 'what it said' } }),
      aConfirmed('a.shut', ['Shut away.'], { isPrivate: true }),
    ],
    suggested: [
      { ...aPiece('a.asked', ['Asked.']), reason: 'question' },
      { ...aPiece('a.like', ['Alike.']), reason: 'words' },
    ],
    dismissed: [aPiece('a.no', ['No.'])],
    privateNotes: [aPiece('a.private', ['Something private.'], { isPrivate: true })],
    note: { words: 'Seen in May.', savedAt: AT },
  },
  others: [aPiece('a.other', []), aPiece('a.hidden', [], { isPrivate: true })],
}
