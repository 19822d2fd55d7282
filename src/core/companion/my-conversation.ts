import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { define } from '../define.ts'
import { keepsConversation, type TurnContent, turnsOf } from './turn.ts'

/** A turn as its author reads it again. */
export interface MyTurn extends TurnContent {
  /** The message's own name. */
  id: string
  /** ISO time. */
  saidAt: string
}

/**
 * The actor's conversation with the companion on the web, as far as it is kept, oldest turn first. `keeps`: what is said
 * now is kept; false for a visitor and on a shared computer, where nothing of it is shown either.
 */
export const myConversation = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<{ keeps: boolean; turns: MyTurn[] }> {
    if (!keepsConversation(actor)) return { keeps: false, turns: [] }
    const turns = await turnsOf(world, requireLearner(actor), world.clock.now())
    return { keeps: true, turns: turns.map((turn) => ({ ...turn, saidAt: new Date(turn.saidAt).toISOString() })) }
  },
})
