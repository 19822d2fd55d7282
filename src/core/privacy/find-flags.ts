import type { Flag, Kind } from './flags/flag.ts'
import { findMaybePeople } from './flags/maybe-people.ts'
import { findNumbers } from './flags/numbers.ts'
import { findOfficialNumbers } from './flags/official-numbers.ts'
import { findOnline } from './flags/online.ts'
import { findOrganisations } from './flags/organisations.ts'
import { findPeople, isFirst } from './flags/people.ts'
import { findPhoneNumbers } from './flags/phone-numbers.ts'
import { findPlaces } from './flags/places.ts'
import { findRoles } from './flags/roles.ts'
import { findSpeltOut } from './flags/spelt-out.ts'
import { wordsOf } from './flags/words.ts'

export type { Flag, Kind } from './flags/flag.ts'

/** Where two kinds claim the same words, the earlier has them; the later keeps what is left over. */
const ORDER: Kind[][] = [['contact'], ['place', 'organisation'], ['person'], ['role'], ['number'], ['maybe-person']]

const overlap = (a: Flag, b: Flag) => a.start < b.end && b.start < a.end

/** Joins flags of one rank that overlap: the longer one’s kind, the words of both. */
function joined(flags: Flag[]): Flag[] {
  const done: Flag[] = []
  for (const flag of flags.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = done.at(-1)
    if (!last || !overlap(last, flag)) done.push({ ...flag })
    else {
      if (flag.end - flag.start > last.end - last.start) last.kind = flag.kind
      last.end = Math.max(last.end, flag.end)
    }
  }
  return done
}

/** What is left of a flag beside those that stand, without blanks and commas at its ends. */
function leftOver(text: string, flag: Flag, standing: Flag[]): Flag[] {
  const pieces = standing
    .filter((each) => overlap(each, flag))
    .reduce<Flag[]>(
      (now, { start, end }) =>
        now.flatMap((piece) =>
          overlap(piece, { ...piece, start, end })
            ? [
                { ...piece, end: Math.max(piece.start, start) },
                { ...piece, start: Math.min(piece.end, end) },
              ]
            : [piece],
        ),
      [flag],
    )
  if (pieces.length === 1 && pieces[0] === flag) return [flag]
  return pieces.flatMap((piece) => {
    const words = text.slice(piece.start, piece.end)
    const start = piece.start + (words.match(/^(?:[^\p{L}\p{N}]|s(?!\p{L}))*/u)?.[0].length ?? 0)
    const end = piece.end - (words.match(/[^\p{L}\p{N}]*$/u)?.[0].length ?? 0)
    return end - start > 1 || /\d/.test(text.slice(start, end)) ? [{ ...piece, start, end }] : []
  })
}

/**
 * A name inside the name of a place or a body is the body’s (St Mary’s Church, George Square); a first name and a surname
 * before its last word stay a person.
 */
function isSomebody(text: string, person: Flag, bodies: Flag[]): boolean {
  const body = bodies.find(({ start, end }) => start <= person.start && person.end <= end)
  if (!body) return true
  const names = wordsOf(text.slice(person.start, person.end)).slice(0, person.end === body.end ? -1 : undefined)
  return names.length > 1 && isFirst(names[0] as { plain: string })
}

/**
 * The words of a text by which somebody may be told: sorted, not overlapping, as positions in `text`. Give it the text as
 * `shareableText` wrote it: what is hidden by look-alikes or invisible marks is found only there. `known.people` are names
 * that the course gave (trainers and others), found in any case and order. Software misses names; the limits and figures
 * are in docs/flags.md. The first call loads the library of telephone numbers; after it, 500 characters take a few ms.
 */
export async function findFlags(text: string, known: { people: string[] }): Promise<Flag[]> {
  const words = wordsOf(text)
  const bodies = [...findPlaces(text, words), ...findOrganisations(text, words)]
  const spelt = findSpeltOut(text)
  const people = [...findPeople(text, words, known.people), ...spelt.filter(({ kind }) => kind === 'person')]
  const somebody = joined(people)
  const full = somebody.filter((person) => isSomebody(text, person, bodies))
  const found = [
    ...(await findPhoneNumbers(text)),
    ...findOnline(text),
    ...findOfficialNumbers(text),
    ...spelt,
    ...bodies.filter((body) => !full.some((person) => overlap(person, body) && person.start <= body.start)),
    ...full,
    ...findRoles(text),
    ...findNumbers(text),
    ...findMaybePeople(text, words),
  ]
  const standing: Flag[] = []
  for (const kinds of ORDER) {
    const rank = joined(found.filter(({ kind }) => kinds.includes(kind)))
    standing.push(...rank.flatMap((flag) => leftOver(text, flag, standing)))
  }
  return standing.sort((a, b) => a.start - b.start)
}
