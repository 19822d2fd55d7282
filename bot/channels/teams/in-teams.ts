import type { Room } from '../../replies/in-channel.ts'
import type { Place } from '../../replies/place.ts'

export const IN_TEAMS: Place = {
  name: 'Teams',
  private: true,
  introduces: true,
  edits: false,
  sameNotebook: false,
  window: null,
  owners: 'people who run Teams at your organisation',
}

/** A group chat, or a channel of a team. */
export const IN_A_GROUP: Room = {
  channel: 'teams',
  place: { ...IN_TEAMS, private: false, introduces: false },
  alone: 'a chat of your own',
  shared: 'to everybody here',
  commands: null,
}
