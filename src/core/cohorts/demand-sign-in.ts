import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'
import { mailboxOf } from '../learners/mailbox.ts'
import { type Demand, toDemand } from './demand.ts'
import { joinCodeOf } from './join-code.ts'

const HOW = 'Give a domain such as example.org, the id of a Slack workspace such as T024BE7LD, or none.'
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])$/
/** Workspaces begin with T, organisations of several with E. */
const WORKSPACE = /^[TE][A-Z0-9]{5,20}$/

/** As it is compared: a mail provider's other names are folded, as they are in the proofs. */
const demand = z
  .string(HOW)
  .max(260, HOW)
  .transform((typed, ctx): string | null => {
    const text = typed.trim()
    const domain = text.replace(/^@/, '').toLowerCase()
    if (domain === 'none') return null
    if (WORKSPACE.test(text)) return `slack:${text}`
    if (DOMAIN.test(domain)) return `email:${mailboxOf(`name@${domain}`).split('@')[1]}`
    ctx.addIssue({ code: 'custom', message: HOW })
    return z.NEVER
  })

const input = z.strictObject({ code: z.string().max(200).transform(joinCodeOf), demand })

/**
 * Says which proof of who one is counts in a cohort, from the next tick on; `none` lets every proof count again. Only an
 * operator may: a trainer could otherwise choose who is counted.
 */
export const demandSignIn = define({
  input,
  async run({ db }, actor, sent): Promise<{ name: string; demand: Demand | null }> {
    requireSystem(actor)
    const change = db.draft.updateTable('cohort').set({ demands: sent.demand }).where('join_code', '=', sent.code)
    const result = await db.write([statement(change, 1)])
    const cohort = await db.read
      .selectFrom('cohort')
      .select(['name', 'demands'])
      .where('join_code', '=', sent.code)
      .executeTakeFirst()
    if (!result.committed || !cohort) throw notFound('a course with that join code')
    return { name: cohort.name, demand: toDemand(cohort.demands) }
  },
})
