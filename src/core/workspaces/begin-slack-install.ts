import { z } from 'zod'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { hashSecret, newSecret } from '../id.ts'

/** How long somebody may take at Slack. */
export const MINUTES = 15
/** For so long it can be said that a visit came back too late. */
const REMEMBERED = 86_400_000

/** Notes that a browser goes to Slack to install the app: who comes back must be who went, once. Anybody may go. */
export const beginSlackInstall = define({
  input: z.strictObject({}),
  async run({ db, clock, config }): Promise<{ state: string; browser: string }> {
    if (!config.slack?.app) throw new AppError('not-found', 'We couldn’t find that page.')
    const now = clock.now()
    const [state, browser] = [newSecret(), newSecret()]
    const visit = {
      state_hash: hashSecret(state),
      browser_hash: hashSecret(browser),
      expires_at: now + MINUTES * 60_000,
    }
    await db.write([
      statement(db.draft.deleteFrom('slack_visit').where('expires_at', '<', now - REMEMBERED)),
      statement(db.draft.insertInto('slack_visit').values(visit), 1),
    ])
    return { state, browser }
  },
})
