import { z } from 'zod'
import type { TeamsChat } from '#core/prompts/teams-chat.ts'

const id = z.string().min(1).max(1000)
/** As the ledger names what it sends. */
const delivery = z.string().regex(/^\S{1,200}$/)
const activity = z.object({
  type: z.string(),
  id: id.optional(),
  serviceUrl: z.url(),
  channelId: z.literal('msteams'),
  from: z.object({ id, aadObjectId: id.optional() }),
  recipient: z.object({ id }),
  conversation: z.object({ id, conversationType: z.string().optional(), tenantId: id.optional() }),
  channelData: z.object({ tenant: z.object({ id }).optional() }).optional(),
  text: z.string().optional(),
  /** Of a button: what it says, and the prompt that it was under. */
  value: z.object({ say: z.string(), delivery: delivery.optional() }).optional().catch(undefined),
  /** Of an installation: what became of it. */
  action: z.string().optional(),
  membersAdded: z.array(z.object({ id })).default([]),
})

export interface TeamsMessage {
  /** Teams' id of it: delivered again, it has the same. */
  eventId: string
  /** Where a reply goes. */
  chat: TeamsChat
  /** The person's id in the directory of their tenant. */
  person: string
  text: string
  /** The prompt whose button was pressed to say it. */
  pressed: string | undefined
  /** In a group or a channel, others read along. */
  alone: boolean
}

type Kind = 'message' | 'arrived' | 'left'

/** Something said; the app put into a chat, or taken out of it. */
export type TeamsEvent = { kind: Kind; message: TeamsMessage } | { ignored: true } | { malformed: true }

/** What came from Teams. All but those three is taken and left. */
export function readActivity(rawBody: Buffer): TeamsEvent {
  const sent = activity.safeParse(json(rawBody))
  if (!sent.success) return { malformed: true }
  const { id: eventId, serviceUrl, from, recipient, conversation, channelData, text, value } = sent.data
  const tenant = channelData?.tenant?.id ?? conversation.tenantId
  const kind = kindOf(sent.data)
  if (!eventId || !tenant || !kind) return { ignored: true }
  const message: TeamsMessage = {
    eventId,
    chat: { serviceUrl, conversation: conversation.id, tenant, bot: recipient.id, user: from.id },
    person: from.aadObjectId ?? from.id,
    text: text || (value?.say ?? ''),
    pressed: text ? undefined : value?.delivery,
    alone: (conversation.conversationType ?? 'personal') === 'personal',
  }
  return { kind, message }
}

function kindOf({ type, membersAdded, recipient, action }: z.infer<typeof activity>): Kind | null {
  if (type === 'message') return 'message'
  if (type === 'conversationUpdate' && membersAdded.some(({ id }) => id === recipient.id)) return 'arrived'
  // Others are adds, and the two halves of an upgrade.
  return type === 'installationUpdate' && action === 'remove' ? 'left' : null
}

function json(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'))
  } catch {
    return undefined
  }
}
