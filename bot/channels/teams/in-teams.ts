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
