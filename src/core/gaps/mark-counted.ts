import { type Statement, statement } from '../db/db.ts'
import type { World } from '../world.ts'
import type { Counting, Gap } from './gap.ts'

/**
 * Statements for the unit that counts these questions: each is told where it was counted. The unit only stands if every
 * one is still there as it was read, so that none is counted twice.
 */
export const markCounted = (world: World, gaps: { gap: Gap; counted: Counting }[]): Promise<Statement[]> =>
  Promise.all(
    // In one order, so that two closings don't wait for each other for ever.
    gaps
      .toSorted((a, b) => (a.gap.id < b.gap.id ? -1 : 1))
      .map(async ({ gap, counted }) => {
        const content = { question: gap.question, clauses: gap.clauses, counted }
        const sealed = await world.keys.seal(gap.learnerId, JSON.stringify(content))
        const mark = world.db.draft.updateTable('gap').set({ sealed })
        return statement(mark.where('id', '=', gap.id).where('sealed', '=', gap.sealed), 1)
      }),
  )
