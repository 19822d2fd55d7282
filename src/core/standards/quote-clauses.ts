import { z } from 'zod'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'
import { quoted } from './compose-answer.ts'
import { SAY } from './say.ts'
import type { StandardsAnswer } from './standards-answer.ts'

/** Quotes these clauses by their ids, in that order, as an answer would. Open to everybody; one that isn't there is left out. */
export const quoteClauses = define({
  input: z.strictObject({ clauses: z.array(z.string().max(60)).min(1).max(30) }),
  async run({ content: { standards } }, _actor, { clauses: ids }): Promise<StandardsAnswer> {
    const clauses = ids.flatMap((id) => standards.clause(id) ?? [])
    if (clauses.length === 0) throw notFound('that clause')
    return quoted(standards, 'lookup', clauses, { say: [clauses.length === 1 ? SAY.one : SAY.some] }).answer
  },
})
