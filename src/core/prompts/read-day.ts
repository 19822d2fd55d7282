const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const NUMBERS: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 }

const plus = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The weekday that words begin with: "mon", "Tuesday". 0 (Sunday) to 6; null where they name none. */
export function readWeekday(words: string): number | null {
  const word = words.trim().toLowerCase().replace(/s$/, '')
  const at = word.length < 3 ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(word) || name === word)
  return at < 0 ? null : at
}

/** The month that a word names, 1 to 12; null where it names none. */
function readMonth(word: string): number | null {
  const at = word.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(word.toLowerCase()))
  return at < 0 ? null : at + 1
}

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

/**
 * The day that people mean by "1 June", "1/6/2027", "Monday", "next week", "two weeks", counted from `today`; days and
 * months in the British order. A date without a year is the next such day. Null where the words name none.
 */
export function readDay(words: string, today: string): string | null {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/[.!?,]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^(?:the |on |next (?=(?:sun|mon|tue|wed|thu|fri|sat)))/, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .trim()
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  if (text === 'tomorrow') return plus(today, 1)
  const inSome = /^(?:in )?(next|a|an|one|two|three|four|five|six|\d{1,2}) (day|week|month)s?$/.exec(text)
  if (inSome) return later(today, NUMBERS[inSome[1] as string] ?? (Number(inSome[1]) || 1), inSome[2] as string)
  const weekday = readWeekday(text)
  if (weekday !== null) {
    const ahead = (weekday - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7
    return plus(today, ahead || 7)
  }
  return namedDay(text, today)
}

function later(today: string, count: number, unit: string): string {
  if (unit !== 'month') return plus(today, count * (unit === 'week' ? 7 : 1))
  const [year, month, day] = today.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(day, last))).toISOString().slice(0, 10)
}

function namedDay(text: string, today: string): string | null {
  const numbers = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d\d))?$/.exec(text)
  const dayFirst = /^(\d{1,2}) (?:of )?([a-z]+)(?: (\d{4}))?$/.exec(text)
  const monthFirst = /^([a-z]+) (?:the )?(\d{1,2})(?: (\d{4}))?$/.exec(text)
  const found = numbers ?? dayFirst ?? (monthFirst && [text, monthFirst[2], monthFirst[1], monthFirst[3]])
  if (!found) return null
  const month = numbers ? Number(found[2]) : readMonth(found[2] as string)
  if (!month || month > 12) return null
  const day = Number(found[1])
  if (found[3]) return realDay(Number(found[3]) + (found[3].length === 2 ? 2000 : 0), month, day)
  const year = Number(today.slice(0, 4))
  const options = [year, year + 1, year + 2, year + 3, year + 4].map((y) => realDay(y, month, day))
  return options.find((option) => option !== null && option > today) ?? null
}
