import type { Content } from '../content/content.ts'
import { localTime } from '../local-time.ts'
import type { PromptSettings } from './settings.ts'

/** Days on which nothing may be sent: bank holidays of their nation, and those on which something was. */
export const daysTaken = (
  { bankHolidays }: Pick<Content, 'bankHolidays'>,
  { nation, zone }: Pick<PromptSettings, 'nation' | 'zone'>,
  sentAt: number[],
): Set<string> => new Set([...(nation ? bankHolidays[nation] : []), ...sentAt.map((at) => localTime(at, zone).day)])
