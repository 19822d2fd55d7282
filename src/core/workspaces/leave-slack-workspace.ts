import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { openIfKept } from '../privacy/keys.ts'
import { cutOff } from '../prompts/cut-off.ts'
import { workspaceId } from './workspace-id.ts'

/**
 * The app was taken out of a workspace, or its token doesn't work any more: the token goes, and so do prompts there, which
 * their learners are told on their page. Notebooks stay as they are. Nothing happens, and it says false, where it was installed anew since.
 */
export const leaveSlackWorkspace = define({
  input: z.strictObject({
    workspace: workspaceId,
    /** When it was taken out, in milliseconds; left out, just now. */
    at: z.number().optional(),
    /** The token that doesn't work: where another has taken its place, it stays. */
    token: z.string().max(1000).optional(),
  }),
  async run({ db, keys, clock }, actor, { workspace, at, token }): Promise<boolean> {
    requireSystem(actor)
    const row = await db.read.selectFrom('slack_workspace').selectAll().where('id', '=', workspace).executeTakeFirst()
    if (row && at !== undefined && row.installed_at > at) return false
    if (token !== undefined && (!row || (await openIfKept(keys, row.key_id, row.sealed_token)) !== token)) return false
    const remove = row && db.draft.deleteFrom('slack_workspace').where('key_id', '=', row.key_id)
    const { committed } = await db.write([
      ...(remove ? [statement(remove, 1)] : []),
      ...cutOff(db, { channel: 'slack', within: `${workspace}/` }, clock.now()),
    ])
    if (committed && row) await keys.destroy([row.key_id])
    return committed
  },
})
