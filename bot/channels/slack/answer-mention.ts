import type { Log } from '#core/log.ts'
import type { InChannel } from '../../in-channel.ts'
import type { Card } from '../../replies/card.ts'
import { conversationIn } from './conversation.ts'
import { ownUser } from './own-user.ts'
import { plainText } from './plain-text.ts'
import type { SlackMention } from './read-event.ts'
import type { SlackOthers, SlackShare } from './read-press.ts'
import type { SlackAdapter, Whispered } from './slack-adapter.ts'

interface Parts {
  adapter: SlackAdapter
  inChannel: InChannel
  sorry(error: unknown): Card
  log: Log
}

/** Replies to somebody who named the companion, to them alone. It never rejects: nobody is left to hear it. */
export async function answerMention(parts: Parts, mention: SlackMention): Promise<void> {
  // The acknowledgement leaves first.
  await new Promise(setImmediate)
  const own = await ownUser(parts, mention.workspace)
  if (!own || own === mention.user) return
  const { raw, ownChat, workspace, channel, user, thread, root } = mention
  const said = plainText(raw.replace(new RegExp(`<@${own}(?:\\|[^<>]*)?>[,:]?`, 'g'), ' '))
  await whisper(parts, { workspace, channel, user, thread, root }, () => parts.inChannel.answer(said, ownChat))
}

/** Shows everybody the clauses that one person was shown, in the thread of their question and in nobody's name. */
export async function shareClauses(parts: Parts, share: SlackShare): Promise<void> {
  const { thread, clauses } = share
  await whisper(parts, share, async () => {
    for (const card of await parts.inChannel.share(clauses))
      await parts.adapter.send({ conversation: conversationIn(share), thread }, card)
    return []
  })
}

/** Shows the same person what came next, and again nobody else. */
export async function showOthers(parts: Parts, { clauses, within, thread: root, ...where }: SlackOthers) {
  await whisper(parts, { ...where, thread: within, root: root ?? 'here' }, () => parts.inChannel.others(clauses))
}

/** What went wrong is said to the same person, and to nobody else. */
async function whisper({ adapter, sorry, log }: Parts, to: Whispered, reply: () => Promise<Card[]>): Promise<void> {
  try {
    await adapter.whisper(to, await reply())
  } catch (error) {
    await adapter.whisper(to, [sorry(error)]).catch((failed: Error) => log('slack-send-failed', { name: failed.name }))
  }
}
