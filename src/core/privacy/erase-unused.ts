import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { DAY } from '../cohorts/tick-time.ts'
import { define } from '../define.ts'
import { nameOf } from '../errors.ts'
import { forgetLeftOver } from '../learners/account.ts'
import { forgetOldRequests } from '../learners/ask-for-code.ts'
import { beginCounting, noteWarning, shutUnused, type Unused, unusedSince } from '../learners/unused.ts'
import { unusedLetter } from '../learners/unused-letter.ts'
import { monthsFrom } from '../learners/use.ts'
import type { World } from '../world.ts'
import { eraseEverything } from './erase-me.ts'

/** A notebook that nobody opens for so many whole months is deleted; its owner is written to so many before. */
const MONTHS_KEPT = 24
const MONTHS_WARNED = 23
/** However late the letter went out, so many days are left to come back. */
const DAYS_WARNED = 30
/** Looked at in one run, so that nothing else waits long. */
const AT_ONCE = 50

export interface Swept {
  warned: number
  erased: number
  failed: number
}

const dayWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/**
 * Deletes notebooks that nobody has opened for 24 months, as their owners would delete them. Whoever has an address here
 * gets a letter a month before, and without one having gone out nothing of theirs is deleted. A notebook with no sign-in
 * can be opened by nobody by then: browsers forget it earlier. One that is used in Slack or Teams stays. What is left of
 * codes and their letters goes as well.
 */
export const eraseUnused = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<Swept> {
    requireSystem(actor)
    const now = world.clock.now()
    await world.db.write([forgetOldRequests(world), ...forgetLeftOver(world)])
    await beginCounting(world.db, now)
    const swept: Swept = { warned: 0, erased: 0, failed: 0 }
    for (const notebook of await unusedSince(world.db, monthsFrom(now, -MONTHS_WARNED), AT_ONCE)) {
      try {
        const done = await treat(world, notebook, now)
        if (done) swept[done]++
      } catch (error) {
        // One letter that can't be sent must not keep the others; the next run tries again.
        swept.failed++
        world.log('sweep-failed', { name: nameOf(error) })
      }
    }
    return swept
  },
})

async function treat(world: World, notebook: Unused, now: number): Promise<'warned' | 'erased' | null> {
  const { warnedAt, addresses, elsewhere, usedUntil, rootId } = notebook
  const hasOwner = addresses.length > 0 || elsewhere
  if (hasOwner && (addresses.length === 0 || world.config.smtpUrl === null)) return null
  if (hasOwner && warnedAt === null) {
    await warn(world, notebook, now)
    return 'warned'
  }
  const isDue =
    usedUntil <= monthsFrom(now, -MONTHS_KEPT) && (!hasOwner || now >= (warnedAt ?? now) + DAYS_WARNED * DAY)
  if (!isDue || !(await shutUnused(world.db, notebook))) return null
  await eraseEverything(world, rootId)
  return 'erased'
}

async function warn(world: World, notebook: Unused, now: number): Promise<void> {
  const goesOn = Math.max(monthsFrom(notebook.usedUntil, MONTHS_KEPT), now + DAYS_WARNED * DAY)
  for (const address of notebook.addresses)
    await world.mail(unusedLetter(address, dayWords.format(goesOn), world.config.url))
  await noteWarning(world.db, notebook, now)
}
