import type { DraftClause, DraftSection } from './draft.ts'

/** How clauses without a number of their own are called: by where they stand, or what they explain. */
export interface Names {
  prefix: string
  /** "Overview", "Scope of the performance criteria". */
  where: string
}

const SCOPE = {
  PC: { prefix: 'ScopePC', where: 'Scope of the performance criteria' },
  K: { prefix: 'ScopeK', where: 'Scope of the knowledge' },
}
export const letters = (text: string): string => text.replace(/[^A-Za-z]/g, '')
const lowFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
export const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/s$/, '')

export const namesOf = ({ part, heading }: DraftSection): Names =>
  part ? SCOPE[part] : { prefix: letters(heading), where: heading }

type Named = Pick<DraftClause, 'id' | 'label' | 'place' | 'number'>

/** A paragraph under a small heading is called by the heading. */
export const underHeading = (heading: string, nth: number, { where }: Names): Named => ({
  id: `${letters(heading).slice(0, 40)}${nth > 1 ? nth : ''}`,
  place: `${where}, ${lowFirst(heading)}${nth > 1 ? `, paragraph ${nth}` : ''}`,
})

export const paragraph = (nth: number, { prefix, where }: Names): Named => ({
  id: prefix + nth,
  place: `${where}, paragraph ${nth}`,
})

const NOT_A_TERM = /^(the details in this field|where|when|if|this|these|there|all|it|any|note|you|your|in|as|for)\b/i
const TERM =
  /^((?:The |To |An? )?\p{L}[\p{L}’'/-]*(?: [\p{L}’'/-]+){0,3}?) (?:is|are|means?|may include|may be|includes?|refers? to|that may|can include|could include|covers?)\b/u

/** A paragraph of scope: what every standard of a family prints, or the term that it explains. */
export function scoped(text: string, nth: number, notes: number, names: Names): Named & { isNote?: boolean } {
  const { prefix, where } = names
  if (/^the details in this field\b/i.test(text)) return { id: `${prefix}status`, place: `${where}, introduction` }
  if (/^all knowledge statements must be applied\b/i.test(text))
    return { id: `${prefix}application`, place: `${where}, how it applies` }
  if (/^(note\b|where\b)/i.test(text))
    return { id: `${prefix}note${notes + 1}`, place: `${where}, note ${notes + 1}`, isNote: true }
  const term = NOT_A_TERM.test(text) ? null : TERM.exec(text)?.[1]
  return term ? { id: prefix + letters(term), place: `${where}: “${term}”` } : paragraph(nth, names)
}

const COUNTED = /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) ((?:\p{Ll}+ )?\p{Ll}+s)\W*$/iu
const NAMED = /\bthe (\p{Ll}+s)(?: are)?\W*$/iu
const FOLLOWING = /^the following (\p{Ll}+s)\b/iu

/** What a list is a list of, from the words that lead to it: “six key areas:”, “The values are;”. */
export function nounOf(lead: string): string | null {
  const found = COUNTED.exec(lead)?.[1] ?? NAMED.exec(lead)?.[1] ?? FOLLOWING.exec(lead)?.[1]
  return found ? singular(found.toLowerCase()) : null
}

/** The words that lead to a list in a section that is one, such as values. */
export function introduction(noun: string | null, nth: number, { prefix, where }: Names): Named {
  const own = singular(prefix).toLowerCase()
  if (!noun || noun === own || nth === 1)
    return { id: `${prefix}intro${nth > 1 ? nth : ''}`, place: `${where}, introduction${nth > 1 ? ` ${nth}` : ''}` }
  return { id: `${singular(prefix)}${letters(noun)}sintro`, place: `${where}, introduction to the ${noun}s` }
}

const capitals = (words: string) => words.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase())

export interface Entry {
  /** As it is printed: "1", "One"; nothing for a bullet or a bare line. */
  number: string | null
  /** A label that is printed whole, such as "B3". */
  label: string | null
  nth: number
  of: number
}

/** One of a list that some words lead to. */
export function entry(
  { number, label, nth, of }: Entry,
  noun: string | null,
  lead: Named | null,
  section: DraftSection,
): Named {
  const names = namesOf(section)
  if (label) return { id: letters(label) + label.replace(/\D/g, ''), label, number: label.replace(/\D/g, '') }
  const own = singular(names.prefix).toLowerCase()
  if (noun && number) {
    const called =
      section.kind === 'values' ? [singular(names.prefix), ...(noun === own ? [] : [noun])].join(' ') : capitals(noun)
    return { id: letters(called) + number, label: `${called} ${number}`, number }
  }
  const nth_of = `${nth} of ${of}`
  if (noun) return { id: names.prefix + letters(noun) + nth, place: `${names.where}, ${noun} ${nth_of}` }
  return {
    id: `${lead?.id ?? names.prefix}.${nth}`.replace(/^([A-Za-z]+)\./, '$1'),
    place: `${lead?.place ?? names.where}, point ${nth_of}`,
  }
}
