import { SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import type { Log } from '#core/log.ts'
import type { Taken } from '#core/prompts/take-delivery.ts'
import type { SlackSettings } from '#core/slack-settings.ts'
import { forCore, type Outcome } from './channels/outcome.ts'
import { IN_SLACK } from './channels/slack/in-slack.ts'
import { IN_TEAMS } from './channels/teams/in-teams.ts'
import type { Place } from './replies/place.ts'
import { promptEmail } from './replies/prompt-email.ts'
import { askCard, promptCard } from './replies/prompts.ts'

/** Sent beside each other: Slack takes several hundred a minute of a workspace, Teams fifty a second of a tenant. */
const AT_ONCE = 4

type Sending = Pick<Core, 'queuePrompts' | 'takeDelivery' | 'markDelivery' | 'slackToken' | 'leaveSlackWorkspace'>
type Post = (taken: Taken) => Promise<Outcome>
type Channels = Partial<Record<Taken['channel'], Post>>

/** What sends the prompts that are due, one after another until none is left or each channel asks for patience. */
export function promptSender(core: Sending, config: Config, log: Log): (goesOn: () => boolean) => Promise<void> {
  const site = config.url ?? `http://localhost:${config.port}`
  const { slack, teams, smtpUrl } = config
  const channels: Channels = {
    // On the web a prompt waits in the companion, so it is there as soon as it is due.
    chat: async () => ({ as: 'sent', ref: '' }),
    ...(slack && { slack: loaded(() => inSlack(core, slack, site)) }),
    ...(teams && { teams: loaded(() => inTeams({ ...teams, site })) }),
    ...(smtpUrl && { email: loaded(() => byEmail(config, site)) }),
  }
  return (goesOn) => sendPrompts({ core, channels, log }, goesOn)
}

/** A platform's client takes tens of megabytes, so it is loaded with the first prompt that needs it. */
function loaded(load: () => Promise<Post>): Post {
  let loading: Promise<Post> | null = null
  return async (taken) => {
    loading ??= load()
    return (await loading)(taken)
  }
}

async function inSlack(core: Sending, slack: SlackSettings, site: string) {
  const { promptPoster } = await import('./channels/slack/post-prompt.ts')
  const { sending } = await import('./channels/slack/sending.ts')
  const post = promptPoster({ ...sending(core, slack, site), many: slack.app !== null })
  return async (taken: Taken): Promise<Outcome> => {
    const { place, delivery, triedAt } = taken
    return place === null ? NOWHERE : post({ place, delivery, triedAt, card: cardOf(taken, IN_SLACK) })
  }
}

async function inTeams(settings: Parameters<typeof import('./channels/teams/post-prompt.ts').promptPoster>[0]) {
  const post = (await import('./channels/teams/post-prompt.ts')).promptPoster(settings)
  return async (taken: Taken): Promise<Outcome> =>
    taken.chat === null ? NOWHERE : post(taken.chat, cardOf(taken, IN_TEAMS))
}

async function byEmail(config: Config, site: string) {
  const post = (await import('./channels/email/post-email.ts')).emailPoster(config)
  return async ({ place, delivery, prompt, beganAt, stopKey }: Taken): Promise<Outcome> => {
    const stopAt = `${site}/prompts/stop/${stopKey}`
    const email = promptEmail(prompt, { site, stopAt })
    return place === null ? NOWHERE : post({ ...email, to: place, delivery, beganAt, stopAt })
  }
}

const NOWHERE: Outcome = { as: 'failed', gone: true }

const cardOf = ({ delivery, prompt }: Taken, place: Place) =>
  prompt ? promptCard(delivery, prompt.text, place) : askCard(delivery)

interface Parts {
  core: Sending
  channels: Channels
  log: Log
}

async function sendPrompts({ core, channels, log }: Parts, goesOn: () => boolean): Promise<void> {
  await core.queuePrompts(SYSTEM, {})
  const count: Record<Outcome['as'], number> = { sent: 0, busy: 0, unknown: 0, failed: 0 }
  const open = new Set(Object.keys(channels) as Taken['channel'][])
  const sendOnAndOn = async () => {
    while (goesOn() && open.size > 0) {
      const taken = await core.takeDelivery(SYSTEM, { channels: [...open] })
      const post = taken && channels[taken.channel]
      if (!taken || !post) return
      const outcome = await post(taken)
      count[outcome.as]++
      // A channel that asks for patience gets it, and the others go on.
      if (outcome.as === 'busy' && !outcome.alone) open.delete(taken.channel)
      await core.markDelivery(SYSTEM, {
        delivery: taken.delivery,
        lease: taken.lease,
        outcome: forCore(outcome, log, 'prompt-not-sent'),
        channel: taken.channel,
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendOnAndOn))
  if (Object.values(count).some((n) => n > 0)) log('prompts', count)
}
