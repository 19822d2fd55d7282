import { SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { nameOf } from '#core/errors.ts'
import type { Log } from '#core/log.ts'

const MINUTE = 60_000

/**
 * Wakes every minute and lets the core close the ticks that are due: they follow the core's clock, so a minute that was
 * missed is caught up at the next. `stop` settles when nothing is running any more.
 */
export function startTicking(core: Pick<Core, 'closeBatches'>, log: Log, every = MINUTE): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const tick = async () => {
    try {
      const { cohorts, failed } = await core.closeBatches(SYSTEM, {})
      // Never how many batches: of a single cohort, that would tell a reader of the log whether enough people answered.
      if (cohorts > 0) log('tick', { cohorts, failed })
    } catch (error) {
      log('tick-failed', { name: nameOf(error) })
    }
    // Only after the one before has ended: a long night must not be run twice.
    if (!stopped) timer = setTimeout(wake, every).unref()
  }
  const wake = () => {
    running = tick()
  }
  wake()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
