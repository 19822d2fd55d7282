import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { hashSecret } from '../id.ts'

/**
 * Whether a browser that comes back from Slack is the one that went, `late` where it took too long. A visit ends once; one
 * from another browser doesn't end it.
 */
export const endSlackVisit = define({
  input: z.strictObject({ state: z.string().max(200), browser: z.string().max(200) }),
  async run({ db, clock }, actor, { state, browser }): Promise<'good' | 'late' | 'unknown'> {
    requireSystem(actor)
    const hash = hashSecret(state)
    const visit = await db.read
      .selectFrom('slack_visit')
      .select('expires_at')
      .where('state_hash', '=', hash)
      .where('browser_hash', '=', hashSecret(browser))
      .executeTakeFirst()
    if (!visit) return 'unknown'
    const { committed } = await db.write([
      statement(db.draft.deleteFrom('slack_visit').where('state_hash', '=', hash), 1),
    ])
    if (!committed) return 'unknown'
    return visit.expires_at > clock.now() ? 'good' : 'late'
  },
})
