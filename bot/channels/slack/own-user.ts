import type { Log } from '#core/log.ts'
import type { SlackAdapter } from './slack-adapter.ts'

/** The companion's own user. Without knowing it, it would answer itself, and that answer again, without end: then nothing is said. */
export const ownUser = (
  { adapter, log }: { adapter: SlackAdapter; log: Log },
  workspace: string,
): Promise<string | undefined> =>
  adapter.ownUser(workspace).catch((error: Error) => {
    log('slack-not-reached', { name: error.name })
    return undefined
  })
