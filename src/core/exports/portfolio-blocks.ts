import type { ConfirmedPiece } from '../evidence/piece.ts'
import type { Portfolio, PortfolioClause } from '../evidence/portfolio.ts'
import { type Block, heading, note, words } from './block.ts'
import { channelWords } from './channel-words.ts'
import { dayWords, timeWords } from './date-words.ts'

const iso = (at: number): string => new Date(at).toISOString()

/** A portfolio as a document to hand to an assessor, with every clause it holds in the standard's own words. */
export function portfolioBlocks({ standard, counts, sections, gone, madeAt }: Portfolio): Block[] {
  const { clauses, confirmed, review } = counts
  return [
    heading(1, 'My portfolio'),
    note(`“${standard.title}” (${standard.id})`),
    note([`${standard.name}.`, standard.statusNote, ...standard.version.map((line) => `${line}.`)].join(' ')),
    note(`Made on ${dayWords(iso(madeAt))}, with my notes for ${confirmed + review} of ${clauses} clauses.`),
    ...(review > 0 ? [note(`${review} of them to review: the standard has changed since.`)] : []),
    note(
      'These are my own notes. They may help to start a record for a clause. They are not proof that I can do it: an assessor decides that, from real work.',
    ),
    ...sections.flatMap((section) => [
      heading(2, section.heading),
      ...(section.leadIn ? [note(section.leadIn)] : []),
      ...section.groups.flatMap((group) => [
        ...(group.heading && group.heading !== section.heading ? [heading(3, group.heading)] : []),
        ...group.clauses.flatMap(clauseBlocks),
      ]),
    ]),
    ...(gone.length > 0
      ? [
          heading(2, 'Clauses that are gone'),
          note('The standard no longer has these. They stand in their old words.'),
          ...gone.flatMap(clauseBlocks),
        ]
      : []),
    note(standard.credit),
  ]
}

function clauseBlocks(clause: PortfolioClause): Block[] {
  const { label, begins, text, pieces, isEmpty, note: toAssessor } = clause
  return [
    heading(4, label),
    note(begins ? `${begins} ${text}` : text),
    ...pieces.flatMap(pieceBlocks),
    ...(toAssessor
      ? [note(`My note to the assessor, ${dayWords(iso(toAssessor.savedAt))}:`), words(toAssessor.words)]
      : []),
    ...(isEmpty ? [note('Nothing confirmed.')] : []),
  ]
}

function pieceBlocks({ ask, lines, isPrivate, isTakenBack, isEdited, review, ...piece }: ConfirmedPiece): Block[] {
  const saved = `Version ${piece.revision}, saved on ${timeWords(iso(piece.savedAt))}${channelWords[piece.channel]}${piece.imported ? ', brought in from a file' : ''}`
  const confirmed = `Confirmed on ${dayWords(iso(piece.confirmedAt))}.`
  const isLeftOut = isPrivate && lines.length === 0
  return [
    note(`I was asked: “${ask}”`),
    isTakenBack
      ? note('This answer was taken back.')
      : isLeftOut
        ? note('A private note, left out of this document.')
        : words(lines.join('\n')),
    note(`${saved}. ${confirmed}${isEdited && !isTakenBack ? ' Changed since then.' : ''}`),
    ...(review
      ? [
          note(
            `To review: the standard has changed since. Then ${review.label} said: “${[review.leadIn, review.text].filter(Boolean).join(' ')}”`,
          ),
        ]
      : []),
  ]
}
