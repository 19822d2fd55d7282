import { z } from 'zod'
import type { TeamsChat } from '#core/prompts/teams-chat.ts'
import { saidTo } from './said-to.ts'

const id = z.string().min(1).max(1000)
/** As the ledger names what it sends. */
const delivery = z.string().regex(/^\S{1,200}$/)
const aside = z.string().regex(/^[\w-]{43}$/)
const say = z.string().min(1).max(2000)
/** Of a button whose reply takes the card's place. */
const execute = z.object({
  action: z.discriminatedUnion('verb', [
    z.object({ verb: z.literal('say'), data: z.object({ say, delivery: delivery.optional() }) }),
    z.object({ verb: z.literal('show'), data: z.object({ aside }) }),
    z.object({ verb: z.literal('share'), data: z.object({ aside }) }),
  ]),
})
const submitted = z.object({ say: z.string(), delivery: delivery.optional() })
const opened = z.object({ aside })
const activity = z.object({
  type: z.string(),
  id: id.optional(),
  serviceUrl: z.url(),
  channelId: z.literal('msteams'),
  from: z.object({ id, aadObjectId: id.optional() }),
  recipient: z.object({ id }),
  conversation: z.object({ id, conversationType: z.string().optional(), tenantId: id.optional() }),
  channelData: z.object({ tenant: z.object({ id }).optional() }).optional(),
  /** Of an invoke: which kind. */
  name: z.string().optional(),
  text: z.string().optional(),
  /** Of a button: what it says, and the prompt that it was under. */
  value: z.unknown().optional(),
  /** Of a button: the message that it was under. */
  replyToId: id.optional().catch(undefined),
  entities: z.array(z.unknown()).default([]).catch([]),
  /** Of an installation: what became of it. */
  action: z.string().optional(),
  membersAdded: z.array(z.object({ id })).default([]),
  membersRemoved: z.array(z.object({ id })).default([]),
})
type Activity = z.infer<typeof activity>

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
  /** The message whose button it was. */
  under: string | undefined
  /** In a group or a channel, others read along. */
  alone: boolean
}

/** What a press wants shown in the card's place: a reply to words, or one that waits, to them or to all. */
export type Press = z.infer<typeof execute>['action']

/** Something said; the app put into a chat, or taken out of it; a button that a program without `Action.Execute` pressed. */
type Kind = 'message' | 'arrived' | 'left' | 'old press'

export type TeamsEvent =
  | { kind: Kind; message: TeamsMessage }
  | { kind: 'press'; message: TeamsMessage; press: Press }
  | { ignored: true }
  | { malformed: true }

/** What came from Teams. All but those is taken and left, as is what in a group doesn't name the companion. */
export function readActivity(rawBody: Buffer): TeamsEvent {
  const sent = activity.safeParse(json(rawBody))
  if (!sent.success) return { malformed: true }
  const { id: eventId, serviceUrl, from, recipient, conversation, channelData, replyToId } = sent.data
  const tenant = channelData?.tenant?.id ?? conversation.tenantId
  if (!eventId || !tenant) return { ignored: true }
  const message: TeamsMessage = {
    eventId,
    chat: { serviceUrl, conversation: conversation.id, tenant, bot: recipient.id, user: from.id },
    person: from.aadObjectId ?? from.id,
    text: '',
    pressed: undefined,
    under: replyToId,
    alone: (conversation.conversationType ?? 'personal') === 'personal',
  }
  if (sent.data.type === 'invoke') return readPress(sent.data, message)
  if (sent.data.type === 'message') return readMessage(sent.data, message)
  const kind = kindOf(sent.data)
  return kind ? { kind, message } : { ignored: true }
}

function readPress({ name, value }: Activity, message: TeamsMessage): TeamsEvent {
  if (name !== 'adaptiveCard/action') return { ignored: true }
  const read = execute.safeParse(value)
  if (!read.success) return { malformed: true }
  return { kind: 'press', message, press: read.data.action }
}

function readMessage({ text, value, entities, recipient }: Activity, message: TeamsMessage): TeamsEvent {
  if (message.alone) {
    const button = text ? undefined : submitted.safeParse(value).data
    return { kind: 'message', message: { ...message, text: text || (button?.say ?? ''), pressed: button?.delivery } }
  }
  if (!text && opened.safeParse(value).success) return { kind: 'old press', message }
  const said = saidTo(recipient.id, text ?? '', entities)
  return said === null ? { ignored: true } : { kind: 'message', message: { ...message, text: said } }
}

function kindOf({ type, membersAdded, membersRemoved, recipient, action }: Activity): Kind | null {
  const isUs = ({ id }: { id: string }) => id === recipient.id
  if (type === 'conversationUpdate')
    return membersAdded.some(isUs) ? 'arrived' : membersRemoved.some(isUs) ? 'left' : null
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
