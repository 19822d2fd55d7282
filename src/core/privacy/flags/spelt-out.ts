import { EVERYDAY_NAMES, FIRST_NAMES } from './first-names.ts'
import type { Flag } from './flag.ts'

const SPELT = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ .\-_*·/][\p{L}\p{N}]){2,}(?![\p{L}\p{N}])/gu
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/i
const INSURANCE = /^[A-Z]{2}\d{6}[A-D]?$/i

/** What is written letter by letter, as in `D a v e` or `S-W-1-A-1-A-A`: a name from the list, a code, or perhaps a name. */
export const findSpeltOut = (text: string): Flag[] =>
  [...text.matchAll(SPELT)].flatMap(({ 0: found, index }): Flag[] => {
    const word = found.replace(/[^\p{L}\p{N}]/gu, '')
    const at = { start: index, end: index + found.length }
    if (POSTCODE.test(word) || INSURANCE.test(word)) return [{ kind: 'contact', ...at }]
    if (FIRST_NAMES.has(word.toLowerCase()) || EVERYDAY_NAMES.has(word.toLowerCase()))
      return [{ kind: 'person', ...at }]
    return /^\p{L}{4,}$/u.test(word) ? [{ kind: 'maybe-person', ...at }] : []
  })
