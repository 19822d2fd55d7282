import type { Config } from '#core/config.ts'
import type { TokenOf } from './clients.ts'

/** The token of the settings: it speaks in the one workspace that the app was installed in. */
export const tokens =
  ({ botToken }: NonNullable<Config['slack']>): TokenOf =>
  async () =>
    botToken
