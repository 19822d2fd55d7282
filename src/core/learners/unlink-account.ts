import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { forgetDialogues } from '../companion/forget-dialogues.ts'
import { type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError, notFound } from '../errors.ts'
import { endPrompts } from '../prompts/end-prompts.ts'
import { forgetChats } from '../prompts/teams-chat.ts'
import type { World } from '../world.ts'
import { findAccount } from './accounts.ts'
import { browsersOf } from './browsers.ts'
import { canComeBack } from './can-come-back.ts'
import { learnersOf } from './erase-learner.ts'
import { mustOwn } from './identity.ts'
import { isRoot } from './join-learners.ts'
import { type Linkable, linkable } from './link-rules.ts'

const input = z.strictObject({
  /** By its name in `myAccount`, or the account itself. */
  account: z.union([z.string().max(64), linkable]),
  /** They know that the browsers in which it is open will be the only way into their notebook. */
  anyway: z.boolean().default(false),
})

/**
 * Ends that an account elsewhere writes to the acting learner's notebook. The answers stay; whoever writes from the account
 * next starts anew. The account is remembered beside the notebook, so that one person still counts once. Prompts that came
 * in such a chat are switched off: they quote the notebook.
 */
export const unlinkAccount = define({
  input,
  async run(world, actor, { account: sent, anyway }): Promise<Unlinked> {
    const learnerId = requireLearner(actor)
    const account = typeof sent === 'string' ? await findAccount(world.db, learnerId, sent) : sent
    if (!account) throw notFound('that account')
    await mustOwn(world.db, learnerId, account)
    await mustKeepAWay(world, learnerId, account, anyway)
    const promptsEnded = await unlink(world, learnerId, account)
    if (promptsEnded === null)
      throw new AppError('unavailable', 'This didn’t work just now. Nothing was changed; please try again.')
    return { kind: account.kind, promptsEnded }
  },
})

export interface Unlinked {
  kind: Linkable['kind']
  /** Prompts came there, and don’t come any more. */
  promptsEnded: boolean
}

/** Nobody loses their notebook by this: where there is no way into it left, it isn't done. */
async function mustKeepAWay(
  { db, clock }: World,
  learnerId: string,
  account: Linkable,
  anyway: boolean,
): Promise<void> {
  if (await canComeBack(db, learnerId, account)) return
  if ((await browsersOf(db, clock.now(), learnerId, null)).length === 0)
    throw new AppError(
      'invalid',
      'This account is the only way into your notebook, so unlinking it would lose what you wrote. Open the notebook in a browser first, or delete everything.',
    )
  if (anyway) return
  const warning =
    'Without it, your notebook opens only in the browsers where it is open now: a lost phone or a cleared browser would lose it. Keep it safe with your e-mail address first, or say that you want to unlink it all the same.'
  throw new AppError('invalid', 'This account is the only way back into your notebook.', {
    fields: { anyway: warning },
  })
}

/** Whether prompts came there; null when the account was unlinked, or the notebook joined to another, meanwhile. */
async function unlink({ db, clock }: World, rootId: string, { kind, subject }: Linkable): Promise<boolean | null> {
  const ids = await learnersOf(db, rootId)
  const known = await db.read
    .selectFrom('identity')
    .select('verified_at')
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .executeTakeFirst()
  const theirs = db.draft.deleteFrom('identity').where('kind', '=', kind).where('subject', '=', subject)
  const unlinked_at = clock.now()
  const remember = db.draft
    .insertInto('former_account')
    .values({ kind, subject, learner_id: rootId, unlinked_at })
    .onConflict((c) => c.columns(['kind', 'subject', 'learner_id']).doUpdateSet({ unlinked_at }))
  const [stop, ...stopping] = endPrompts(db, rootId, { channel: kind }) as [Statement, ...Statement[]]
  const unit: Statement[] = [
    isRoot(db, rootId),
    stop,
    ...stopping,
    ...(kind === 'teams' ? [forgetChats(db, ids)] : []),
    statement(theirs.where('learner_id', 'in', ids), 1),
    // What proved nothing while it was linked proves nothing afterwards.
    ...(known?.verified_at ? [statement(remember)] : []),
    // A link that was sent there opens nothing any more.
    statement(db.draft.deleteFrom('link_offer').where('kind', '=', kind).where('subject', '=', subject)),
    ...forgetDialogues(db, ids, kind),
  ]
  const result = await db.write(unit)
  return result.committed ? (result.changes[1] ?? 0) > 0 : null
}
