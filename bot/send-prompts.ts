import { SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import type { Log } from '#core/log.ts'
import type { Taken } from '#core/prompts/take-delivery.ts'
import { IN_SLACK } from './channels/slack/in-slack.ts'
import type { Outcome, PromptToPost } from './channels/slack/post-prompt.ts'
import { askCard, promptCard } from './replies/prompts.ts'

/** Sent beside each other: Slack takes several hundred a minute of a workspace. */
const AT_ONCE = 4

type Sending = Pick<Core, 'queuePrompts' | 'takeDelivery' | 'markDelivery'>
type Post = (prompt: PromptToPost) => Promise<Outcome>

/** What sends the prompts that are due, one after another until none is left or a channel asks for patience. */
export function promptSender(core: Sending, config: Config, log: Log): (goesOn: () => boolean) => Promise<void> {
  let posting: Promise<Post> | null = null
  // Slack's client is loaded with the first prompt that needs it.
  const post: Post = async (prompt) => {
    if (!config.slack) throw new Error('Slack is off.')
    posting ??= poster(config, config.slack)
    return (await posting)(prompt)
  }
  return (goesOn) => sendPrompts({ core, channels: config.slack ? ['slack', 'chat'] : ['chat'], post, log }, goesOn)
}

async function poster(config: Config, slack: NonNullable<Config['slack']>): Promise<Post> {
  const { promptPoster } = await import('./channels/slack/post-prompt.ts')
  return promptPoster({ ...slack, site: config.url ?? `http://localhost:${config.port}` })
}

interface Parts {
  core: Sending
  channels: Taken['channel'][]
  post: Post
  log: Log
}

export async function sendPrompts({ core, channels, post, log }: Parts, goesOn: () => boolean): Promise<void> {
  await core.queuePrompts(SYSTEM, {})
  const count: Record<Outcome['as'], number> = { sent: 0, busy: 0, unknown: 0, failed: 0 }
  const sendOnAndOn = async () => {
    while (goesOn() && count.busy === 0) {
      const taken = await core.takeDelivery(SYSTEM, { channels })
      if (!taken) return
      const outcome = await send(taken, post)
      count[outcome.as]++
      await core.markDelivery(SYSTEM, { delivery: taken.delivery, lease: taken.lease, outcome })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendOnAndOn))
  if (Object.values(count).some((n) => n > 0)) log('prompts', count)
}

/** On the web a prompt waits in the companion, so it is there as soon as it is due. */
async function send({ delivery, channel, place, prompt, triedAt }: Taken, post: Post): Promise<Outcome> {
  if (channel === 'chat') return { as: 'sent', ref: '' }
  if (place === null) return { as: 'failed', gone: true }
  const card = prompt ? promptCard(delivery, prompt.text, IN_SLACK) : askCard(delivery)
  return post({ place, delivery, card, triedAt })
}
