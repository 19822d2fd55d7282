import { SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Log } from '#core/log.ts'
import type { KeyedQueue } from '../../kernel/keyed-queue.ts'
import { operationOf } from '../../kernel/said.ts'
import type { Card } from '../../replies/card.ts'
import type { Outcome, Windows } from '../../windows.ts'
import { conversationIn } from './conversation.ts'
import type { SlackOpening, SlackSubmission } from './read-window.ts'
import type { From } from './render-view.ts'
import type { SlackAdapter } from './slack-adapter.ts'
import type { SlackReply } from './slack-channel.ts'

interface Parts {
  core: Pick<Core, 'claimEvent' | 'linkAccount'>
  adapter: SlackAdapter
  queue: KeyedQueue
  windows: Windows
  sorry(error: unknown): Card
  log: Log
}

/** Opens the window that a button is for. What goes wrong is said to whoever pressed it. */
export async function openWindow(
  parts: Parts,
  { team, user, kind, about, from, trigger }: SlackOpening,
): Promise<void> {
  const { core, adapter, windows, sorry } = parts
  try {
    const account = { kind: 'slack', subject: `${team}:${user}` } as const
    // Looking at a window writes nothing that a notebook is wanted for.
    const actor = await core.linkAccount(SYSTEM, { ...account, verified: true, starts: false })
    const asking = { actor, account, about, conversation: await ownConversation(adapter, from, user) }
    await adapter.openView(trigger, await windows.open(kind, asking), from)
  } catch (error) {
    await tell(parts, { ...from, user }, [sorry(error)])
  }
}

/**
 * Takes what was filled in. The reply closes the window, or says beside its fields what can't be taken: what was typed stays
 * there. What is said in the conversation follows, once.
 */
export async function takeWindow(parts: Parts, submission: SlackSubmission): Promise<SlackReply> {
  const { core, adapter, queue, windows, sorry } = parts
  const { eventId, team, user, kind, about, from, filled } = submission
  const conversation = await ownConversation(adapter, from, user)
  const where = `slack/${conversation}`
  return queue.run(where, async () => {
    try {
      const account = { kind: 'slack', subject: `${team}:${user}` } as const
      const actor = await core.linkAccount(SYSTEM, { ...account, verified: true })
      const operation = operationOf(`slack:${team}:${user}:${eventId}`)
      const sent = { actor, account, about, filled, operation, conversation }
      const outcome = await windows.take(kind, sent)
      const { taken } = outcome
      if ('problems' in taken) return { status: 200, json: { response_action: 'errors', errors: taken.problems } }
      if ('instead' in taken)
        return { status: 200, json: { response_action: 'update', view: adapter.view(taken.instead, from) } }
      if (await core.claimEvent(SYSTEM, { id: `slack:${eventId}` }))
        void queue.run(where, () => follow(parts, submission, outcome))
      return { status: 200, text: '' }
    } catch (error) {
      const [field = ''] = Object.keys(filled)
      const errors = { [field]: sorry(error).paragraphs.join(' ') }
      return { status: 200, json: { response_action: 'errors', errors } }
    }
  })
}

/** What is held or goes on belongs in their direct message, also where the window was opened from a channel. */
async function ownConversation(adapter: SlackAdapter, { workspace, channel }: From, user: string): Promise<string> {
  const own = channel.startsWith('D') ? channel : await adapter.ownChat(workspace, user).catch(() => channel)
  return conversationIn({ workspace, channel: own })
}

async function follow(parts: Parts, { from, user }: SlackSubmission, { cards, settled }: Outcome): Promise<void> {
  const { adapter, log } = parts
  if (settled && from.message)
    await adapter
      .change({ ...from, message: from.message }, settled)
      .catch((failed: Error) => log('slack-send-failed', { name: failed.name }))
  await tell(parts, { ...from, user }, cards)
}

/** In somebody's own direct message as any reply is, and where others read along to them alone. It never rejects. */
async function tell({ adapter, log }: Parts, to: From & { user: string }, cards: Card[]) {
  try {
    const { workspace, channel, user } = to
    if (!channel.startsWith('D')) await adapter.whisper({ workspace, channel, user, thread: undefined }, cards)
    else for (const card of cards) await adapter.send({ conversation: conversationIn(to) }, card)
  } catch (error) {
    log('slack-send-failed', { name: (error as Error).name })
  }
}
