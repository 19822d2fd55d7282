import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { define } from '../define.ts'
import { openIfKept } from '../privacy/keys.ts'
import { workspaceId } from './workspace-id.ts'

/** The token that speaks in a workspace; null where the app isn't installed, or not any more. */
export const slackToken = define({
  input: z.strictObject({ workspace: workspaceId }),
  async run({ db, keys }, actor, { workspace }): Promise<string | null> {
    requireSystem(actor)
    const row = await db.read
      .selectFrom('slack_workspace')
      .select(['key_id', 'sealed_token'])
      .where('id', '=', workspace)
      .executeTakeFirst()
    return row ? openIfKept(keys, row.key_id, row.sealed_token) : null
  },
})
