import { namedStandards } from './find-label.ts'
import type { Standards } from './load-standards.ts'
import type { Clause, Standard } from './standard.ts'
import type { Fact } from './standard-definition.ts'

const ASKED: [fact: Fact, words: string, pattern: RegExp][] = [
  ['review', 'a review date', /\breview(ed)? (date|due)\b|\bdue (for|to be) review|\bwhen .*\b(be )?reviewed\b/i],
  [
    'approved',
    'a date',
    /\b(when|what (date|year|day)|how old|date)\b.*\b(approved|signed off|published|issued|written|released|dated?|made|agreed|come out|came out)\b|\bhow old\b|\bapproval date\b/i,
  ],
  ['version', 'a version number', /\bversion\b|\bedition\b/i],
  ['number', 'a unit number', /\bURN\b|\b(unit|reference) (number|code)\b/i],
  [
    'author',
    'an author',
    /\bwho (wrote|developed|made|published|produced|created|owns|issued|is behind)\b|\bdeveloped by\b|\bwritten by\b/i,
  ],
  [
    'status',
    'a status',
    /\b(still|is it|is the|are they|status|currently)\b.*\b(current|valid|in force|live|legacy|out of date|up to date|withdrawn)\b|\bwhat status\b|\b(replaced|replaces|successor|superseded)\b/i,
  ],
  [
    'audience',
    'a list of jobs',
    /\b(who is|who's|which (jobs|roles|workers|occupations)|what (jobs|occupations))\b.*\b(for|aimed at|cover)\b|\bappl(y|ies) to\b|\boccupations?\b/i,
  ],
  [
    'suite',
    'a suite',
    /\bsuite\b|\b(which|what) (family|set|group) of standards\b|\bkey area\b.*\bbelong|\bbelong.*\bkey area\b/i,
  ],
]

/** Words that show the question is about a document and not about the work. */
const OF_A_DOCUMENT = /\b(standards?|documents?|NOS|units?)\b/i

export interface FoundFacts {
  clauses: Clause[]
  /** What each standard that gives none says instead. */
  missing: string[]
}

/** What a standard says about itself: version, dates, status, who wrote it. Null when that isn't the question. */
export function findFacts(standards: Standards, text: string): FoundFacts | null {
  const named = namedStandards(standards, text)
  if (!named.length && !OF_A_DOCUMENT.test(text)) return null
  const asked = ASKED.filter(([, , pattern]) => pattern.test(text))
  if (!asked.length) return null
  const among = named.length ? named : standards.list
  const clauses: Clause[] = []
  const missing: string[] = []
  for (const [fact, words] of asked)
    for (const standard of among) {
      const found = (standard.facts[fact] ?? []).flatMap((uid) => standards.clause(uid) ?? [])
      clauses.push(...found.filter((c) => !clauses.includes(c)))
      if (!found.length) missing.push(givesNone(standard, fact, words))
    }
  return { clauses, missing }
}

function givesNone(standard: Standard, fact: Fact, words: string): string {
  const none = `The text of ${standard.id} gives no ${words.replace(/^an? /, '')}.`
  return fact === 'status' ? `${none} ${standard.statusNote}` : none
}
