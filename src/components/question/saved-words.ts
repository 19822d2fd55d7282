import type { Answer } from '#core/answers/answer.ts'
import type { Times } from './state.ts'

const SAID = { slack: 'in Slack', teams: 'in Teams', chat: 'in chat', web: 'on the web' }

/** Times are told as they are in the UK unless the learner says otherwise. */
export const TIME_ZONE = 'Europe/London'

// Making a format takes longer than rendering a sheet.
const formats = new Map<string, Intl.DateTimeFormat>()

function format(timeZone: string, options: Intl.DateTimeFormatOptions, at: number): string {
  const key = `${timeZone} ${Object.keys(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone })
  formats.set(key, known)
  return known.format(at)
}

/** "2:14 pm" today, "3 March" this year, "3 March 2025" before that. */
export function timeWords(at: number, { now, timeZone }: Times): string {
  const day = (time: number) => format(timeZone, { day: 'numeric', month: 'long', year: 'numeric' }, time)
  if (day(at) === day(now)) return format(timeZone, { hour: 'numeric', minute: '2-digit', hour12: true }, at)
  const year = (time: number) => format(timeZone, { year: 'numeric' }, time)
  return year(at) === year(now) ? format(timeZone, { day: 'numeric', month: 'long' }, at) : day(at)
}

/** "Saved, 2:14 pm". Said only of what is in the store; of nothing when nothing was ever saved. */
export function savedWords(answer: Answer, times: Times): string {
  if (answer.revision === 0) return ''
  const verb = answer.blank ? 'Taken back' : 'Saved'
  const elsewhere = answer.channel === 'web' ? '' : `, ${SAID[answer.channel]}`
  const brought = answer.imported ? '; brought in from a file' : ''
  return `${verb}, ${timeWords(answer.savedAt, times)}${elsewhere}${brought}`
}

/** "3 March, on the web": when a version was written, and where. */
export const whenAndWhere = ({ savedAt, channel }: Pick<Answer, 'savedAt' | 'channel'>, times: Times): string =>
  `${timeWords(savedAt, times)}, ${SAID[channel]}`

export const timesOf = (times: Times | undefined): Times => times ?? { now: Date.now(), timeZone: TIME_ZONE }
