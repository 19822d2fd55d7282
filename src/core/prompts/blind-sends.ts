import type { ScheduleTable } from './table.ts'

/** A channel that takes no name of ours for a message and can't be asked for one: what was sent twice is there twice. */
export const isBlind = (channel: ScheduleTable['channel']): boolean => channel === 'teams'

/** So often is something sent there at most whose end nobody knows. Then it counts as sent: a press of it settles it. */
export const MOST_BLIND = 2
