import { define } from '../define.ts'
import { pair, type Settled, settle } from './settle.ts'

/**
 * The actor says that an answer of theirs may start a record for a clause, in the words that the clause has now. Said
 * again, it is confirmed anew. A private answer may be used too: saying so is its author's own choice.
 */
export const confirmEvidence = define({
  input: pair,
  run: (world, actor, sent): Promise<Settled> => settle(world, actor, sent, 'confirmed'),
})
