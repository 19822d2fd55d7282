import { NATIONS, type Nation } from '#core/content/help.ts'
import { readWeekday } from '#core/prompts/read-day.ts'

export interface Wishes {
  perWeek?: number | 'fewer'
  weekday?: number
  hour?: number
  zone?: string
  daysOff?: number[]
  quietFrom?: number
  quietUntil?: number
  nation?: Nation | null
}

const TIMES: Record<string, number> = { no: 0, none: 0, once: 1, one: 1, twice: 2, two: 2, three: 3 }
const HOUR = String.raw`(\d{1,2})(?::00)? ?(am|pm)?`

/** What somebody may write about when prompts come, and what it means. */
const WISHES: [words: RegExp, wish: (found: RegExpExecArray) => Wishes | null][] = [
  [
    /^(?:prompts? )?(no|none|once|one|twice|two|three|[0-3])(?: (?:prompts?|times?))? (?:a|per|each|every) week$/,
    ([, often = '']) => ({ perWeek: TIMES[often] ?? Number(often) }),
  ],
  [/^fewer(?: prompts)?$/, () => ({ perWeek: 'fewer' })],
  [
    new RegExp(`^prompts? on ([a-z]+?)s?(?: at ${HOUR})?$`),
    ([, day = '', hour, half]) => {
      const weekday = readWeekday(day)
      return weekday === null ? null : { weekday, ...(hour && { hour: hourOf(hour, half) }) }
    },
  ],
  [new RegExp(`^prompts? at ${HOUR}$`), ([, hour = '', half]) => ({ hour: hourOf(hour, half) })],
  [/^time ?zone (?:is )?([\w+/-]+)$/, ([, zone = '']) => ({ zone })],
  [/^(?:no days off|days off:? none)$/, () => ({ daysOff: [] })],
  [
    /^days? off:? (?:on |is |are )?([a-z, ]+)$/,
    ([, list = '']) => {
      const days = list.split(/,|\band\b|\s/).filter((word) => word.trim() !== '')
      const read = days.map(readWeekday)
      return read.includes(null) ? null : { daysOff: read as number[] }
    },
  ],
  [
    new RegExp(`^quiet hours:? (?:from )?${HOUR} ?(?:to|until|till|-|–) ?${HOUR}$`),
    ([, from = '', half, until = '', later]) => ({ quietFrom: hourOf(from, half), quietUntil: hourOf(until, later) }),
  ],
  [
    /^(?:nation|bank holidays)(?: of| in| for)?:? ([a-z ]+)$/,
    ([, name = '']) => {
      if (/^(?:none|no nation)$/.test(name)) return { nation: null }
      const nation = NATIONS.find((one) => one === name.trim().replace(' ', '-'))
      return nation ? { nation } : null
    },
  ],
]

/** On a clock of 24 hours. */
const hourOf = (hour: string, half: string | undefined): number =>
  half ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour)

/** A change to when prompts come, as somebody wrote it; null where it is none. */
export function readWishes(text: string): Wishes | null {
  const plain = text.trim().replace(/^please |(?:,? please)?[\s.!]*$/gi, '')
  for (const [words, wish] of WISHES) {
    // A zone's name is the only one whose capitals count.
    const found = new RegExp(words.source, 'i').exec(plain)
    const read =
      found && wish(found.map((part) => (part?.includes('/') ? part : part?.toLowerCase())) as RegExpExecArray)
    if (read) return read
  }
  return null
}
