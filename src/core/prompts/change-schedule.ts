import { statement } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { newPublicId } from '../id.ts'
import { learnersOfRoot } from '../learners/join-learners.ts'
import type { World } from '../world.ts'
import {
  DEFAULTS,
  dropWaiting,
  type PromptSettings,
  type ScheduleRow,
  scheduleOf,
  toColumns,
  toSettings,
} from './settings.ts'
import { forgetIdleChats } from './teams-chat.ts'
import { nextPrompt } from './when.ts'

type Change = Partial<PromptSettings & { place: string | null }>

/**
 * Changes somebody's settings, and works out when the next prompt is due. They have said something, so nothing counts as
 * left alone any more. Where notebooks were joined, one schedule stays on.
 */
export async function changeSchedule(
  world: World,
  rootId: string,
  decide: (before: PromptSettings) => Change,
): Promise<PromptSettings> {
  const { db, clock } = world
  // A second look is enough: the first can only lose to a change that has committed meanwhile.
  for (let tries = 0; tries < 5; tries++) {
    const row = await scheduleOf(db, rootId)
    const now = clock.now()
    const before = row ? toSettings(row, now) : DEFAULTS
    const { place = row?.place ?? null, ...change } = decide(before)
    const settings = { ...before, ...change, asked: false, cutOff: false }
    settings.nextAt = settings.on ? nextPrompt(settings, 0, Math.max(now, (settings.snoozedUntil ?? 0) - 1000)) : null
    const columns = {
      ...toColumns(settings),
      place,
      snoozed_until: settings.snoozedUntil,
      next_at: settings.nextAt,
      unanswered: 0,
      asked_at: null,
      cut_off_at: null,
      changed_at: Math.max(now, (row?.changed_at ?? 0) + 1),
    }
    if (await write(world, rootId, row, columns)) return settings
  }
  throw new AppError('unavailable', 'Your prompts were changed somewhere else just now. Please try again.')
}

type Columns = Omit<ScheduleRow, 'id' | 'learner_id'>

async function write({ db }: World, rootId: string, row: ScheduleRow | undefined, columns: Columns): Promise<boolean> {
  const keep = row
    ? db.draft.updateTable('schedule').set(columns).where('id', '=', row.id).where('changed_at', '=', row.changed_at)
    : db.draft
        .insertInto('schedule')
        .values({ id: newPublicId(), learner_id: rootId, ...columns })
        .onConflict((c) => c.doNothing())
  const others = db.draft
    .updateTable('schedule')
    .set({ is_on: 0, next_at: null })
    .where('learner_id', 'in', learnersOfRoot(db, rootId))
    .where('changed_at', '<', columns.changed_at)
  const said = db.draft
    .updateTable('delivery')
    .set({ state: 'answered' })
    .where('kind', '=', 'ask')
    .where('state', 'in', ['waiting', 'sent'])
    .where('learner_id', 'in', learnersOfRoot(db, rootId))
  const result = await db.write([
    statement(keep, 1),
    statement(others),
    statement(said),
    ...(columns.is_on === 1 ? [] : [dropWaiting(db, rootId), forgetIdleChats(db, rootId)]),
  ])
  return result.committed
}
