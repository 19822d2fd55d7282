import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { rootOf } from '../learners/join-learners.ts'
import { harmLevel } from '../privacy/possible-harm.ts'
import { keepsConversation, MOST_TURNS, reply, type TurnContent, turnContent } from './turn.ts'

const input = z.strictObject({
  /** The message's own name: the same once more changes nothing. */
  id: z.string().min(1).max(200),
  said: z.string().max(20_000),
  /** False where what was said has a place of its own: then the reply alone is kept. */
  withWords: z.boolean(),
  replies: z.array(reply).min(1).max(20),
})

/**
 * Keeps a turn of the acting learner's conversation on the web, sealed under their key, and lets go of the oldest beyond
 * the last 30. A reply that came whole after it had come in part takes its place. What may tell of harm is never kept, nor anything of a visitor's or said on a shared computer.
 */
export const keepTurn = define({
  input,
  async run(world, actor, { id, said, withWords, replies }): Promise<{ kept: boolean }> {
    if (!keepsConversation(actor) || harmLevel(said) !== null) return { kept: false }
    const { db, keys, clock } = world
    // What was said may have joined this notebook to another.
    const learnerId = (await rootOf(db, requireLearner(actor))) ?? requireLearner(actor)
    const before = await db.read
      .selectFrom('turn')
      .innerJoin('learner', 'learner.id', 'turn.learner_id')
      .select(['turn.id', 'turn.learner_id', 'turn.nth', 'turn.sealed'])
      .where('learner.root_id', '=', learnerId)
      .orderBy('turn.said_at', 'desc')
      .orderBy('turn.nth', 'desc')
      .execute()
    const content: TurnContent = { said: withWords ? said : null, replies }
    const same = before.find((turn) => turn.id === id)
    if (same) {
      const kept = turnContent.parse(JSON.parse(await keys.open(same.learner_id, same.sealed)))
      if (kept.replies.length >= replies.length) return { kept: true }
      const sealed = await keys.seal(same.learner_id, JSON.stringify(content))
      const whole = db.draft.updateTable('turn').set({ sealed })
      await db.write([statement(whole.where('learner_id', '=', same.learner_id).where('id', '=', id))])
      return { kept: true }
    }
    const row = {
      learner_id: learnerId,
      id,
      nth: Math.max(0, ...before.map((turn) => turn.nth)) + 1,
      sealed: await keys.seal(learnerId, JSON.stringify(content)),
      said_at: clock.now(),
    }
    const insert = db.draft
      .insertInto('turn')
      .values(row)
      .onConflict((c) => c.doNothing())
    const beyond = before
      .slice(MOST_TURNS - 1)
      .map((turn) =>
        statement(db.draft.deleteFrom('turn').where('learner_id', '=', turn.learner_id).where('id', '=', turn.id)),
      )
    await db.write([statement(insert), ...beyond])
    return { kept: true }
  },
})
