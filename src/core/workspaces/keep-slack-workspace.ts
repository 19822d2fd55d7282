import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { newPublicId } from '../id.ts'
import { workspaceId } from './workspace-id.ts'

/** Keeps the token of a workspace, sealed, in place of one that it had before. */
export const keepSlackWorkspace = define({
  input: z.strictObject({ workspace: workspaceId, token: z.string().min(1).max(1000) }),
  async run({ db, keys, clock }, actor, { workspace, token }): Promise<{ replaced: boolean }> {
    requireSystem(actor)
    const key_id = `slack-${newPublicId()}`
    await keys.ensure(key_id)
    const sealed_token = await keys.seal(key_id, token)
    // A second look is enough: the first can only lose to an install that has committed meanwhile.
    for (let tries = 0; tries < 5; tries++) {
      const before = await db.read
        .selectFrom('slack_workspace')
        .select('key_id')
        .where('id', '=', workspace)
        .executeTakeFirst()
      const row = { id: workspace, key_id, sealed_token, installed_at: clock.now() }
      const insert = db.draft
        .insertInto('slack_workspace')
        .values(row)
        .onConflict((c) => c.doNothing())
      const remove = (key: string) => db.draft.deleteFrom('slack_workspace').where('key_id', '=', key)
      const unit = [...(before ? [statement(remove(before.key_id), 1)] : []), statement(insert, 1)]
      if (!(await db.write(unit)).committed) continue
      if (before) await keys.destroy([before.key_id])
      return { replaced: before !== undefined }
    }
    await keys.destroy([key_id])
    throw new AppError('unavailable', 'Other installs came first. Please try again.')
  },
})
