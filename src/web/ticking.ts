import type { Companion } from '#bot/index.ts'
import { SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { nameOf } from '#core/errors.ts'
import type { Log } from '#core/log.ts'

const MINUTE = 60_000

const HOUR = 60 * MINUTE

/**
 * Wakes every minute and lets the core close the ticks that are due: they follow the core's clock, so a minute that was
 * missed is caught up at the next. Then the companion sends the prompts that are due. Once an hour it lets the core look for notebooks that nobody uses any more. `stop`
 * settles when nothing is running any more.
 */
export function startTicking(
  core: Pick<Core, 'closeBatches' | 'eraseUnused' | 'clock'>,
  log: Log,
  every = MINUTE,
  companion?: Pick<Companion, 'sendPrompts'>,
): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let swept = Number.NEGATIVE_INFINITY
  const sweep = async () => {
    const now = core.clock.now()
    if (Math.abs(now - swept) < HOUR) return
    swept = now
    try {
      const { warned, erased, failed } = await core.eraseUnused(SYSTEM, {})
      if (warned + erased + failed > 0) log('sweep', { warned, erased, failed })
    } catch (error) {
      log('sweep-failed', { name: nameOf(error) })
    }
  }
  const tick = async () => {
    try {
      const { cohorts, failed } = await core.closeBatches(SYSTEM, {})
      // Never how many batches: of a single cohort, that would tell a reader of the log whether enough people answered.
      if (cohorts > 0) log('tick', { cohorts, failed })
    } catch (error) {
      log('tick-failed', { name: nameOf(error) })
    }
    try {
      await companion?.sendPrompts(() => !stopped)
    } catch (error) {
      log('prompts-failed', { name: nameOf(error) })
    }
    await sweep()
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
