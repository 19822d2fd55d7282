import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { define } from '../define.ts'
import { AppError, notFound } from '../errors.ts'
import { assessableClause } from './assessable.ts'
import { MOST_TYPED, readNotes, writeNote } from './note.ts'

const input = z.strictObject({
  clause: z.string('Say which clause.').max(100),
  /** Left blank, the note is deleted. */
  words: z.string().transform((typed) => (typed.trim() === '' ? '' : typed)),
  /** When the note was saved that the actor had before them, in milliseconds; 0 when there was none. Left out, it isn't asked. */
  base: z.int().min(0).optional(),
})

export interface SavedNote {
  clause: string
  note: { words: string; savedAt: number } | null
}

/** What is saved now, when a note was too long or built on something older; null when there is none. */
export interface NoteConflict {
  theirs: SavedNote['note']
}

/** How long a note may be: one that was put together from several is longer, and may be edited, but doesn't grow. */
const mostOf = (kept: SavedNote['note']): number => Math.max(MOST_TYPED, kept?.words.length ?? 0)

/** Keeps what the actor writes to their assessor about a clause. A stale base is a conflict: nothing is overwritten. */
export const noteForAssessor = define({
  input,
  async run(world, actor, { clause, words, base }): Promise<SavedNote> {
    const root = requireLearner(actor)
    for (let tries = 0; tries < 3; tries++) {
      const before = (await readNotes(world, root)).get(clause)
      if (!before && !assessableClause(world.content.standards, clause))
        throw notFound('that clause among those that can be assessed')
      const kept = before ? { words: before.words, savedAt: before.savedAt } : null
      if ((before?.words ?? '') === words) return { clause, note: kept }
      if (words.length > mostOf(kept))
        throw new AppError('invalid', 'This note is too long. What you typed is still in the box.', {
          fields: { words: `This note can be up to ${mostOf(kept).toLocaleString('en-GB')} characters.` },
          detail: { theirs: kept } satisfies NoteConflict,
        })
      if (base !== undefined && base !== (before?.savedAt ?? 0))
        throw new AppError('conflict', 'This note was changed somewhere else. What you typed is still in the box.', {
          detail: { theirs: kept } satisfies NoteConflict,
        })
      const { committed } = await world.db.write(await writeNote(world, root, clause, words, before))
      if (committed) {
        const note = (await readNotes(world, root)).get(clause)
        return { clause, note: note ? { words: note.words, savedAt: note.savedAt } : null }
      }
    }
    throw new AppError('unavailable', 'This note couldn’t be kept just now. Nothing was changed; please try again.')
  },
})
