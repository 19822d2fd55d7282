import { SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Log } from '#core/log.ts'
import type { Home } from '../../home.ts'
import type { Card } from '../../replies/card.ts'
import { conversationIn } from './conversation.ts'
import type { SlackHomeOpened } from './read-event.ts'
import type { SlackAdapter } from './slack-adapter.ts'

interface Parts {
  core: Pick<Core, 'linkAccount'>
  adapter: SlackAdapter
  home: Home
  sorry(error: unknown): Card
  log: Log
}

/** Makes somebody's page as they open it. Looking at it begins no notebook. It never rejects: nobody is left to hear it. */
export async function showHome({ core, adapter, home, sorry, log }: Parts, opened: SlackHomeOpened): Promise<void> {
  const { team, user } = opened
  const cards = async (): Promise<Card[]> => {
    const account = { kind: 'slack', subject: `${team}:${user}`, verified: true, starts: false } as const
    return home(await core.linkAccount(SYSTEM, account), `slack/${conversationIn(opened)}`)
  }
  await adapter
    .publish(opened, await cards().catch((error) => [sorry(error)]))
    .catch((failed: Error) => log('slack-send-failed', { name: failed.name }))
}
