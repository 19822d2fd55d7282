import { operationOf } from '../../kernel/said.ts'
import type { TeamsMessage } from './read-activity.ts'

/** What names a message. Teams' id of it counts within its conversation only. */
export const nameOf = ({ chat, eventId }: TeamsMessage): string => operationOf(`teams:${chat.conversation}:${eventId}`)

/** Where it was said: a channel is one place, whatever its threads. Teams' own ids may be longer than any that we keep. */
export const placeOf = ({ chat: { conversation } }: TeamsMessage): string =>
  operationOf(conversation.replace(/;messageid=.*$/, ''))

export const accountOf = ({ chat, person }: TeamsMessage) =>
  ({ kind: 'teams', subject: `${chat.tenant}:${person}` }) as const

/** Whoever asked where others read along. */
export const askerOf = (message: TeamsMessage) => ({ place: placeOf(message), asker: accountOf(message).subject })
