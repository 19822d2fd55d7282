import { asLetters } from './digits.ts'
import { EVERYDAY_NAMES, FIRST_NAMES } from './first-names.ts'
import type { Flag } from './flag.ts'
import { findByPattern } from './people-patterns.ts'
import { SURNAME_ENDING, SURNAMES } from './surnames.ts'
import { isUsual } from './usual-capitals.ts'
import { plainWord, type Word, wordsOf } from './words.ts'

/** Whether a word is a first name and nothing else. */
export const isFirst = ({ plain }: Pick<Word, 'plain'>): boolean =>
  (FIRST_NAMES.has(plain) && !EVERYDAY_NAMES.has(plain)) ||
  (plain.includes('-') && plain.split('-').some((part) => FIRST_NAMES.has(part) && !EVERYDAY_NAMES.has(part)))
const isEveryday = ({ plain }: Word) => EVERYDAY_NAMES.has(plain)
const isSurname = ({ plain, text }: Word) =>
  plain.split('-').some((part) => SURNAMES.has(part)) || SURNAME_ENDING.test(text.toLowerCase())
const CLAN = /^(?:O['’]\p{Lu}|Mc\p{Lu}|Mac\p{Lu}|Fitz\p{Lu})\p{L}+|^(?:o['’]\p{Ll}{3,}|mc(?!donalds)\p{Ll}{4,})$/u
const MONTHS = new Set(['may', 'june', 'april', 'august', 'autumn', 'summer', 'winter', 'jan', 'june'])
const IN_TIME =
  /(?:\b(?:in|last|next|since|by|until|till|early|late|mid|this|of|from|to|during|before|after|every|between|and|or)|\d(?:st|nd|rd|th)?)[ -]$/i
const AT_A_PLACE = /\b(?:in|from|to|near|at|of|visit(?:ed)?|outside|across|the) $/i
const SPEAKS =
  /^(?:['’]s)? (?:and (?:I|me|he|she)|said|says|told|tells|asked|asks|helped|helps|came|comes|went|goes|runs|ran|works|worked|lives|lived|rang|phoned|texted|emailed|thinks|thought|always|never|who|gave|made|left|brought|wanted|loves|started|leads|led|was|has|had|keeps|kept|taught|showed|invited|spoke|talks|chairs|volunteers)(?!\p{L})/u

const ASKS = /^ (?:it|you|we|they|I|he|she|this|that|there|the|my|our|any|some|people|for|to|of)\b/

/** Whether a word that is a name and something else is a name here. */
function isNameHere(word: Word, text: string, known: (after: Word | undefined) => boolean, next?: Word): boolean {
  if (!word.capital || word.shouted) return false
  const before = text.slice(Math.max(0, word.start - 12), word.start)
  const after = text.slice(word.end, word.end + 20)
  if (MONTHS.has(word.plain) && (IN_TIME.test(before) || /^ \d/.test(after))) return false
  if (isUsual(word.text) && !MONTHS.has(word.plain) && AT_A_PLACE.test(before)) return false
  if (known(next)) return true
  if (isUsual(word.text) && !MONTHS.has(word.plain))
    return SPEAKS.test(after) && /^(?:christian|jordan|georgia|india|kenya|israel|china)$/.test(word.plain)
  return word.opens ? SPEAKS.test(after) && !/^ (?:was|has|had)\b/.test(after) : true
}

const gapIsBlank = (text: string, from: number, to: number) => /^(?:\s|\. |-)$/.test(text.slice(from, to))

/** A name, and the capitals that follow it: surname, second name, initial, `van der`, `bin`. */
function withSurname(text: string, words: Word[], at: number): number {
  let end = words[at]?.end as number
  for (let i = at + 1; i < Math.min(words.length, at + 5); i++) {
    const word = words[i] as Word
    if (!gapIsBlank(text, words[i - 1]?.end as number, word.start)) break
    const particle =
      /^(?:van|von|de|da|del|della|der|den|du|di|dos|la|le|bin|bint|ibn|al|el|ap|ab|abu|ul|ur|ferch|ní|ni|nic|mac)$/i.test(
        word.text,
      )
    const following = words[i + 1]
    if (particle && following?.capital && gapIsBlank(text, word.end, following.start)) continue
    const lower = !word.capital && SURNAMES.has(word.plain) && !word.shouted
    if (
      !(
        lower ||
        (word.capital && (word.shouted ? isSurname(word) || isFirst(word) : !isUsual(word.text) && !word.opens))
      )
    )
      break
    end = word.end + (/^\p{Lu}\.(?= \p{Ll})/u.test(text.slice(word.start, word.end + 3)) ? 1 : 0)
  }
  return end
}

/** Each of the course’s own names: whole, in any order, and by each part of it that isn’t a common word. */
function knownParts(people: string[]): Set<string> {
  const parts = people.flatMap((person) => wordsOf(person)).flatMap(({ plain }) => [plain, ...plain.split('-')])
  return new Set(
    parts.filter((part) => part.length > 1 && !/^(?:mr|mrs|ms|miss|mx|dr|rev|prof|the|and|of|sir|cllr)$/.test(part)),
  )
}

/** A name that the course knows and that is a word as well: beside another of its names, or with a capital and no question. */
const isOwnHere = (word: Word, text: string, besideAnother: boolean) =>
  besideAnother || (word.capital && !(word.opens && ASKS.test(text.slice(word.end, word.end + 10))))

/** Words that may name somebody: from lists, by the words around them, and the names that the course knows. */
export function findPeople(text: string, words: Word[], people: string[]): Flag[] {
  const own = knownParts(people)
  const from = (start: number, end: number): Flag => ({ kind: 'person', start, end })
  const found = words.flatMap((word, i) => {
    const next = words[i + 1]
    const adjoining = next && /^\s$/.test(text.slice(word.end, next.start)) ? next : undefined
    const surnameNext = (after: Word | undefined) =>
      Boolean(
        after &&
          after === adjoining &&
          after.capital &&
          !after.opens &&
          !isUsual(after.text) &&
          (isSurname(after) || isFirst(after) || EVERYDAY_NAMES.has(after.plain) || CLAN.test(after.text)),
      )
    const beside = [words[i - 1], next].some(
      (other) => other && own.has(other.plain) && Math.max(other.start - word.end, word.start - other.end) <= 2,
    )
    const ownName = own.has(word.plain) || word.plain.split('-').some((part) => own.has(part))
    if (ownName && (!EVERYDAY_NAMES.has(word.plain) || isOwnHere(word, text, beside)))
      return [from(word.start, withSurname(text, words, i))]
    if (isFirst(word)) return [from(word.start, withSurname(text, words, i))]
    if (isEveryday(word) && isNameHere(word, text, surnameNext, adjoining))
      return [from(word.start, withSurname(text, words, i))]
    if (CLAN.test(word.text)) return [from(word.start, withSurname(text, words, i))]
    if (
      isSurname(word) &&
      word.capital &&
      !word.shouted &&
      !isUsual(word.text) &&
      (!word.opens ||
        /^['’]s /.test(text.slice(word.end)) ||
        SPEAKS.test(text.slice(word.end, word.end + 20)) ||
        surnameNext(adjoining))
    )
      return [from(word.start, withSurname(text, words, i))]
    return []
  })
  const hidden = [
    ...text.matchAll(/(?<![\p{L}\p{N}@.])\p{L}*[0134578@$!]\p{L}[\p{L}0134578@$!]*(?![\p{L}\p{N}@])/gu),
  ].flatMap(({ 0: word, index }) =>
    /\p{L}{2}|\p{L}.\p{L}/u.test(word) && FIRST_NAMES.has(plainWord(asLetters(word)))
      ? [from(index, index + word.length)]
      : [],
  )
  return [...found, ...findByPattern(text, words), ...hidden]
}
