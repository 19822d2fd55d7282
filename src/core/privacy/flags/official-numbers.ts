import { asDigits } from './digits.ts'
import { type Flag, matches } from './flag.ts'

const BEFORE = '(?<![\\p{L}\\p{N}])'
const AFTER = '(?![\\p{L}\\p{N}])'
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const YEAR = "(?:(?:19|20)\\d\\d|['’]\\d\\d)"
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const pattern = (body: string, flags = 'dgiu') => new RegExp(`${BEFORE}(?:${body})${AFTER}`, flags)

/**
 * National Insurance numbers: two letters, six digits, A to D. D, F, I, Q, U, V are never used, O not second, and some
 * pairs not (HMRC’s manual, NIM39110). With its last letter anything of that shape is taken, as the manual’s own example
 * (QQ) is; without it, only a prefix that is given out, in capitals.
 */
const INSURANCE = [
  pattern('[A-Z][\\s.-]?[A-Z](?:[\\s./-]{0,2}\\d){6}[\\s./-]{0,2}[A-D]'),
  pattern('(?!BG|GB|KN|NK|NT|TN|ZZ)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])(?:[\\s./-]{0,2}\\d){6}', 'dgu'),
]
/** Nine digits or more with at most a blank, dot or hyphen between: NHS numbers, whatever their check digit says (a slip still is somebody’s), passports, accounts and cards. */
const LONG = pattern('\\d(?:[ .\\-\\n]{0,3}\\d){8,}')
const YEARS = /^(?:(?:19|20)\d\d(?:[ .\n-]{1,3}|$))+$/
/** As Royal Mail writes them: no letter of the last two is C, I, K, M, O or V. An O for the nought is read as one. */
const POSTCODE = pattern(
  'GIR[\\s.-]{0,2}0AA|[A-PR-UWYZ](?:\\d[\\dO]?|\\d[A-HJKPSTUW]|[A-HK-Y]\\d[\\dO]?|[A-HK-Y]\\d[ABEHMNPRVWXY])[\\s.-]{0,2}[\\dO][ABD-HJLNP-UW-Z]{2}',
)
const ORDINAL = /\d(?:st|nd|rd|th)$/
const NOT_A_PLATE =
  /(?:THE|AND|FOR|ARE|WAS|NOT|YOU|ALL|HAS|HAD|CAN|BUT|OUR|HER|HIS|WHO|NOS|OUT|NEW|DAY|ONE|TWO)\s?\d|\d\s(?:THE|AND|FOR|ARE|WAS|NOT|YOU|ALL|HAS|HAD|CAN|BUT|OUR|HER|HIS|WHO|OUT)$/
const PLATES = [
  pattern('[A-HJ-PR-Y]{2}\\d{2}[A-HJ-PR-Z]{3}'),
  pattern(
    '[A-HJ-PR-Y]{2}\\d{2}\\s[A-HJ-PR-Z]{3}|[A-HJ-NPR-TV-Y]\\d{1,3}\\s?[A-HJ-PR-Z]{3}|[A-HJ-PR-Z]{3}\\s?\\d{1,3}[A-HJ-NPR-TV-Y]|[A-Z](?:[IZ][A-Z]|[A-Z][IZ])\\s?\\d{3,4}',
    'dgu',
  ),
  pattern(
    "(?:car |van )?(?:reg(?:istration)?|number ?plate|plate)(?: (?:number|no|is|was|of|it's|plate))*[\\s.:]{1,2}(?<it>(?=[A-Z ]*\\d)[A-Z\\d]{1,4} ?[A-Z\\d]{1,4})",
  ),
]
const DATES = [
  pattern(`\\d{1,2} ?[/.\\- ] ?\\d{1,2} ?[/.\\- ] ?(?:19|20)\\d\\d|\\d{1,2}([/.-])\\d{1,2}\\1\\d\\d`),
  pattern('(?:19|20)\\d\\d([-/.])\\d{1,2}\\1\\d{1,2}'),
  pattern(`${DAY}(?: day)?(?: of)?[ -]${MONTH}\\.?[ ,-]{1,2}(?:${YEAR}|\\d\\d)`),
  pattern(`${MONTH}\\.? ${DAY},? ${YEAR}`),
  // a birthday without a year
  new RegExp(
    `${BEFORE}(?:d\\.?o\\.?b\\.?|born|birth|birthday)${AFTER}(?:[\\s:]+(?:is|was|on|the|of|date|in|:))*[\\s:]*(?<it>\\d{6,8}|${DAY}(?: of)? ${MONTH}|${MONTH} ${DAY}|\\d{1,2}[/.-]\\d{1,2})${AFTER}`,
    'dgiu',
  ),
]
const BANK = [
  pattern('\\d\\d-\\d\\d-\\d\\d(?:[\\s,/;]{1,3}\\d{8})?'),
  new RegExp(
    `${BEFORE}sort ?code(?: (?:is|of|number|no))*[\\s:]*(?<it>\\d\\d[ .-]?\\d\\d[ .-]?\\d\\d(?:[\\s,/]{1,3}\\d{8})?)${AFTER}`,
    'dgiu',
  ),
  pattern('\\d{8}|\\d{4} \\d{4}(?! ?\\d)'),
  pattern('[A-Z]{2}\\d\\d(?: ?[A-Z\\d]{4}){3,7}(?: ?[A-Z\\d]{1,3})?', 'dgu'),
]
/** Of a driving licence. */
const LICENCE = pattern('[A-Z]{2,5}9{0,3}\\d{6}[A-Z][A-Z9]\\d[A-Z]{2}')

const PLAIN = [...INSURANCE, ...DATES, ...BANK, LICENCE]

/** Numbers that belong to one person or one house, and dates to the day, each of which may be a birthday. */
export function findOfficialNumbers(text: string): Flag[] {
  const digits = asDigits(text)
  return [
    ...PLAIN.flatMap((each) => matches(digits, each, 'contact', (found) => !YEARS.test(found))),
    ...matches(digits, LONG, 'contact', (found) => !YEARS.test(found)),
    ...matches(digits, POSTCODE, 'contact', (found) => !ORDINAL.test(found)),
    ...PLATES.flatMap((each) => matches(digits, each, 'contact', (found) => !NOT_A_PLATE.test(found))),
  ]
}
