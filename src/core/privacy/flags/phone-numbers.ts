import { asDigits } from './digits.ts'
import { type Flag, matches } from './flag.ts'

const BETWEEN = '[\\s.\\-/()·*_—,~]{0,3}'
const SPOKEN = 'zero|oh|o|nought|naught|nil|one|two|three|four|five|six|seven|eight|nine|double|triple|treble'
const PATTERNS = [
  // +44 (0)20 7946 0123, 0044 …, and as much abroad
  new RegExp(`(?<![\\p{L}\\p{N}])(?:\\+${BETWEEN}|00)[1-9](?:${BETWEEN}\\d){6,14}(?!\\d)`, 'dgu'),
  // nine to eleven digits from a nought on, however they are grouped; with an extension
  new RegExp(
    `(?<![\\p{L}\\p{N}])\\(?0(?:${BETWEEN}\\d){8,10}(?![\\d])(?:\\s*(?:ext(?:ension)?|x)\\.?\\s*\\d{2,5})?`,
    'dgiu',
  ),
  // a local number, where it is said what it is
  /(?<![\p{L}\p{N}])(?:tel(?:ephone)?|phone|call|ring|text|mobile|mob|cell|number|no|whatsapp|ext(?:ension)?|fax|landline|dial)(?: (?:me|us|him|her|them|is|on|at|no|number|it's|my|our|the))*[\s.:)]{0,3}(?<it>\d(?:[ .-]?\d){4,8})(?![\d,]*\d)/dgiu,
  // oh seven seven double oh …
  new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:${SPOKEN})[\\s,.-]{1,2}){6,}(?:${SPOKEN})(?![\\p{L}\\p{N}])`, 'dgiu'),
]

const DATE = /^\d\d?\/\d\d?\/\d{2,4}/
/** Without a bracket that only opens. */
const unbracketed = (text: string, flag: Flag): Flag =>
  /^\([^)]*$/.test(text.slice(flag.start, flag.end)) ? { ...flag, start: flag.start + 1 } : flag

type Search = typeof import('libphonenumber-js/max')['findPhoneNumbersInText']
let search: Promise<Search> | undefined

/**
 * Telephone numbers. The library knows every country’s; but it passes over numbers that nobody has (Ofcom’s for drama,
 * a slip of the finger) and over odd grouping, so British forms are found by their shape as well. It is loaded when the
 * first text is looked at.
 */
export async function findPhoneNumbers(text: string): Promise<Flag[]> {
  search ??= import('libphonenumber-js/max').then((library) => library.findPhoneNumbersInText)
  const digits = asDigits(text)
  const known = (await search)(digits, { defaultCountry: 'GB' })
  const found = [
    ...known.map(({ startsAt, endsAt }): Flag => ({ kind: 'contact', start: startsAt, end: endsAt })),
    ...PATTERNS.flatMap((pattern) => matches(digits, pattern, 'contact', (found) => !DATE.test(found))),
  ]
  return found.map((flag) => unbracketed(digits, flag))
}
