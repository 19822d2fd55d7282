import { z } from 'zod'

const id = z.string().min(1).max(1000)
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
  /** Of a button: what it says. */
  value: z.object({ say: z.string() }).optional().catch(undefined),
  membersAdded: z.array(z.object({ id })).default([]),
})

/** Where a reply goes: everything that Teams wants to hear again. */
export interface TeamsPlace {
  serviceUrl: string
  conversation: { id: string; conversationType?: string | undefined; tenantId?: string | undefined }
  /** The companion there. */
  bot: { id: string }
  user: { id: string }
}

export interface TeamsMessage extends TeamsPlace {
  /** Teams' id of it: delivered again, it has the same. */
  eventId: string
  tenant: string
  /** The person's id in the directory of their tenant. */
  person: string
  text: string
  /** In a group or a channel, others read along. */
  alone: boolean
}

export type TeamsEvent = { message: TeamsMessage } | { arrived: TeamsMessage } | { ignored: true } | { malformed: true }

/** What came from Teams: something said, or the app put into a chat. All else is taken and left. */
export function readActivity(rawBody: Buffer): TeamsEvent {
  const sent = activity.safeParse(json(rawBody))
  if (!sent.success) return { malformed: true }
  const {
    type,
    id: eventId,
    serviceUrl,
    from,
    recipient,
    conversation,
    channelData,
    text,
    value,
    membersAdded,
  } = sent.data
  const tenant = channelData?.tenant?.id ?? conversation.tenantId
  const isMessage = type === 'message'
  const isArrival = type === 'conversationUpdate' && membersAdded.some((member) => member.id === recipient.id)
  if (!eventId || !tenant || !(isMessage || isArrival)) return { ignored: true }
  const said: TeamsMessage = {
    eventId,
    tenant,
    person: from.aadObjectId ?? from.id,
    text: text || (value?.say ?? ''),
    alone: (conversation.conversationType ?? 'personal') === 'personal',
    serviceUrl,
    conversation,
    bot: recipient,
    user: { id: from.id },
  }
  return isMessage ? { message: said } : { arrived: said }
}

function json(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'))
  } catch {
    return undefined
  }
}
