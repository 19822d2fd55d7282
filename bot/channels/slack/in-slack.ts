import type { Room } from '../../replies/in-channel.ts'
import type { Place } from '../../replies/place.ts'

export const IN_SLACK: Place = {
  name: 'Slack',
  private: true,
  introduces: true,
  edits: true,
  sameNotebook: false,
  // Slack's reference of the plain-text input.
  window: 3000,
  owners: 'owners of this Slack workspace',
}

/** A channel, or a direct message between several people. */
export const IN_A_CHANNEL: Room = {
  channel: 'slack',
  place: { ...IN_SLACK, private: false, introduces: false, edits: false, window: null },
  alone: 'a direct message',
  shared: 'to everybody here',
  commands: {
    ask: 'type /standpoint and a question anywhere in Slack',
    stop: '“/standpoint stop” stops me at once, wherever you type it.',
  },
}
