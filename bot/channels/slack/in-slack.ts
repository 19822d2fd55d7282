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
export const IN_A_CHANNEL: Place = { ...IN_SLACK, private: false, introduces: false, edits: false, window: null }
