/** Where an answer was given. */
export const CHANNELS = ['web', 'slack', 'teams', 'chat'] as const
export type Channel = (typeof CHANNELS)[number]
