import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Taken } from '#core/prompts/take-delivery.ts'

/** An installation whose clock the test moves. */
interface Place {
  core: Core
  at(iso: string): void
}

/** Something that was sent, and when, UTC: `2027-03-30T09:00`. */
export interface SentPrompt {
  at: string
  place: string | null
  prompt: string
  taken: Taken
}

const MINUTE = 60_000

/** One minute of the server's clock: what is due is queued, and everything that may be sent now is. */
export async function sendDue({ core }: Place): Promise<SentPrompt[]> {
  await core.queuePrompts(SYSTEM, {})
  const sent: SentPrompt[] = []
  for (;;) {
    const taken = await core.takeDelivery(SYSTEM, { channels: ['slack', 'teams', 'chat', 'email'] })
    if (!taken) return sent
    const { delivery, lease, place, prompt, channel } = taken
    await core.markDelivery(SYSTEM, { delivery, lease, outcome: { as: 'sent', ref: '1.1' }, channel })
    const at = new Date(core.clock.now()).toISOString().slice(0, 16)
    sent.push({ at, place, prompt: prompt?.id ?? 'ask', taken })
  }
}

/** Lets time pass, every so many minutes looking what is due. `heard` runs after each send. */
export async function pass(
  place: Place,
  from: string,
  to: string,
  { minutes = 60, heard = async () => {} }: { minutes?: number; heard?: (sent: SentPrompt) => Promise<unknown> } = {},
): Promise<SentPrompt[]> {
  const all: SentPrompt[] = []
  for (let now = Date.parse(from); now <= Date.parse(to); now += minutes * MINUTE) {
    place.at(new Date(now).toISOString())
    for (const sent of await sendDue(place)) {
      all.push(sent)
      await heard(sent)
    }
  }
  return all
}

/** Says skip to whatever was sent, so that nothing counts as left alone. */
export const skips = (core: Core, actor: Actor) => (sent: SentPrompt) =>
  core.settleDelivery(actor, { delivery: sent.taken.delivery, as: 'skipped' })
