import { define } from '../define.ts'
import { pair, type Settled, settle } from './settle.ts'

/** The actor wants no suggestion of an answer for a clause. What was confirmed between the two is so no longer. */
export const dismissEvidence = define({
  input: pair,
  run: (world, actor, sent): Promise<Settled> => settle(world, actor, sent, 'dismissed'),
})
