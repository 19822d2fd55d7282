import type { Core } from '#core/app.ts'
import type { Feature } from './features/feature.ts'
import { type InChannel, inChannel } from './in-channel.ts'
import type { Card } from './replies/card.ts'
import {
  arrivedAmongOthersCard,
  forWhoeverAskedCard,
  keptForAnHour,
  notSharedNote,
  notYoursCard,
  type Room,
  sharedNote,
  tooOldTeamsCard,
} from './replies/in-channel.ts'

/** The companion where others read along and nothing can be posted for one person alone: their reply waits for them. */
export interface InGroup extends InChannel {
  /** For everybody, the same whatever was said. `ownChat` opens a chat with it that nobody else is in. */
  forAll(ownChat: string | null): Card
  notYours(ownChat: string | null): Card
  /** To a press in a program that can't show a reply to one person alone. */
  tooOld(ownChat: string | null): Card
  arrived(ownChat: string | null): Card
  /** Said under a reply. */
  notes: Record<'waits' | 'shared' | 'notShared', Card>
}

const note = (words: string): Card => ({ paragraphs: [], small: [words] })

export const inGroup = (core: Core, features: Feature[], room: Room): InGroup => ({
  ...inChannel(core, features, room),
  forAll: (ownChat) => forWhoeverAskedCard(room, ownChat),
  notYours: (ownChat) => notYoursCard(room, ownChat),
  tooOld: (ownChat) => tooOldTeamsCard(room, ownChat),
  arrived: (ownChat) => arrivedAmongOthersCard(room, ownChat),
  notes: { waits: note(keptForAnHour), shared: note(sharedNote), notShared: note(notSharedNote) },
})
