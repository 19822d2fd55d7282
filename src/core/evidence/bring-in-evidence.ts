import { hasAnswered } from '../answers/revision.ts'
import { statement } from '../db/db.ts'
import { chunksOf } from '../db/in-chunks.ts'
import { AppError } from '../errors.ts'
import type { World } from '../world.ts'
import { assessableClause, saysTheSame, wordsOfClause } from './assessable.ts'
import { type LinkContent, linkKey, linkRow, readLinks } from './link.ts'
import { MOST_BROUGHT, readNotes, writeNote } from './note.ts'

/** A link that its author brings along. */
export interface BroughtLink extends Pick<LinkContent, 'question' | 'clause' | 'state' | 'revision'> {
  /** When the version that its author had before them was saved; null where the file doesn't hold it. */
  savedAt: number | null
  changedAt: number
}

/** A note to an assessor that its author brings along. */
export interface BroughtNote {
  clause: string
  words: string
  savedAt: number
}

/** How many are new, and how many can't be here: the clause has other words, or the question no answer. */
export interface BroughtIn {
  added: number
  leftBehind: number
}

export interface BroughtNotes extends BroughtIn {
  /** With these, the notes on one clause would be longer than `MOST_BROUGHT`. */
  tooLong: number
}

/**
 * Adds links to what somebody has said of clauses, each at its own time. What is here already stays. A clause is only ever
 * quoted from this installation's own standards, so a link to other words than theirs is left behind.
 */
export async function bringInLinks(world: World, root: string, links: BroughtLink[]): Promise<BroughtIn> {
  const { db, clock, content } = world
  const here = await readLinks(world, root)
  const ids = [...new Set(links.map(({ question }) => question))].filter((id) => content.question(id))
  const answered = new Set<string>()
  for (const id of ids) if (await hasAnswered(db, root, id)) answered.add(id)
  const fresh = new Map<string, { link: LinkContent; at: number }>()
  let leftBehind = 0
  for (const { clause: then, savedAt, changedAt, ...link } of links) {
    const now = assessableClause(content.standards, then.uid)
    const ask = answered.has(link.question) && content.question(link.question)?.ask
    if (!now || !ask || !saysTheSame(then, now)) leftBehind++
    else if (!here.has(linkKey(link.question, now.uid)))
      fresh.set(linkKey(link.question, now.uid), {
        link: { ...link, ask, clause: wordsOfClause(now), savedAt: savedAt ?? 0 },
        at: Math.min(changedAt, clock.now()),
      })
  }
  const rows = await Promise.all([...fresh.values()].map(({ link, at }) => linkRow(world, root, link, at)))
  const insert = (chunk: typeof rows) =>
    db.draft
      .insertInto('evidence')
      .values(chunk)
      .onConflict((c) => c.doNothing())
  await db.write(chunksOf(rows).map((chunk) => statement(insert(chunk))))
  return { added: rows.length, leftBehind }
}

/** Adds notes to an assessor. Where there is one already both stand, the one from here first. */
export async function bringInNotes(world: World, root: string, notes: BroughtNote[]): Promise<BroughtNotes> {
  const { db, clock, content } = world
  const fits = notes.filter(({ clause }) => assessableClause(content.standards, clause))
  // A second look is enough: the first can only lose to a note that was written meanwhile.
  for (let tries = 0; tries < 3; tries++) {
    const here = await readNotes(world, root)
    const unit = []
    let [added, tooLong] = [0, 0]
    for (const [clause, brought] of Map.groupBy(fits, (note) => note.clause)) {
      const before = here.get(clause)
      let words = before?.words ?? ''
      const fresh = brought.filter((note) => {
        const both = together(words, note.words)
        if (both === words) return false
        if (both.length > MOST_BROUGHT) {
          tooLong++
          return false
        }
        words = both
        return true
      })
      if (fresh.length === 0) continue
      added += fresh.length
      const at = Math.min(clock.now(), ...fresh.map(({ savedAt }) => savedAt))
      unit.push(...(await writeNote(world, root, clause, words, before, at)))
    }
    if ((await db.write(unit)).committed) return { added, leftBehind: notes.length - fits.length, tooLong }
  }
  throw new AppError('unavailable', 'Other notes were saved first. Bring the same file in again for those in it.')
}

/** Both notes, the one from here first; only the longer where it has the other in it as a whole. */
function together(here: string, brought: string): string {
  if (brought.trim() === '' || holds(here, brought)) return here
  return here === '' || holds(brought, here) ? brought : `${here}\n\n${brought}`
}

/** Whether a note stands in another from blank line to blank line. "Agreed" is no part of "Agreed with Sam". */
const holds = (whole: string, note: string): boolean => `\n\n${whole}\n\n`.includes(`\n\n${note}\n\n`)
