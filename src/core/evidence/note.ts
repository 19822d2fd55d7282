import { z } from 'zod'
import { type Statement, statement } from '../db/db.ts'
import type { World } from '../world.ts'

/** Characters that a note may be typed with. */
export const MOST_TYPED = 2000
/** Characters that notes from files may make together: room for several, so that what joined notebooks hold comes along. */
export const MOST_BROUGHT = 20_000

const noteContent = z.strictObject({ clause: z.string(), words: z.string() })

/** What somebody wrote to their assessor about a clause; from two notebooks, both, the older first. */
export interface Note {
  words: string
  savedAt: number
  rows: { learnerId: string; place: string }[]
}

/** All of this person's notes, by clause. */
export async function readNotes(world: World, root: string): Promise<Map<string, Note>> {
  const rows = await world.db.read
    .selectFrom('evidence_note')
    .innerJoin('learner', 'learner.id', 'evidence_note.learner_id')
    .where('learner.root_id', '=', root)
    .selectAll('evidence_note')
    .orderBy('evidence_note.changed_at')
    .orderBy('evidence_note.learner_id')
    .execute()
  const texts = await world.keys.openAll(rows.map((row) => ({ learnerId: row.learner_id, sealed: row.sealed })))
  const found = new Map<string, Note>()
  for (const [i, { learner_id: learnerId, place, changed_at: savedAt }] of rows.entries()) {
    const text = texts[i]
    if (typeof text !== 'string') continue
    const { clause, words } = noteContent.parse(JSON.parse(text))
    const before = found.get(clause)
    found.set(clause, {
      words: before ? `${before.words}\n\n${words}` : words,
      savedAt,
      rows: [...(before?.rows ?? []), { learnerId, place }],
    })
  }
  return found
}

/** The statements that put these words in the place of what was there; without words the note is gone. */
export async function writeNote(
  world: World,
  root: string,
  clause: string,
  words: string,
  before: Note | undefined,
  at = world.clock.now(),
): Promise<Statement[]> {
  const { draft } = world.db
  const clear = (before?.rows ?? []).map(({ learnerId, place }) =>
    statement(
      draft
        .deleteFrom('evidence_note')
        .where('learner_id', '=', learnerId)
        .where('place', '=', place)
        .where('changed_at', '<=', before?.savedAt ?? 0),
      1,
    ),
  )
  if (words === '') return clear
  const row = {
    learner_id: root,
    place: world.keys.blind(`evidence note ${root} ${clause}`),
    sealed: await world.keys.seal(root, JSON.stringify({ clause, words })),
    changed_at: Math.max(at, (before?.savedAt ?? 0) + 1),
  }
  const insert = draft
    .insertInto('evidence_note')
    .values(row)
    .onConflict((c) => c.doNothing())
  // Only stands if nobody wrote here meanwhile.
  return [...clear, statement(insert, 1)]
}
