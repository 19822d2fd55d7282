import type { Place } from '../../replies/place.ts'

export const IN_SLACK: Place = {
  name: 'Slack',
  private: true,
  introduces: true,
  sameNotebook: false,
  owners: 'owners of this Slack workspace',
}
