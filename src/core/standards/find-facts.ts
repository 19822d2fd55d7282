import type { Standards } from './load-standards.ts'
import { namedStandards } from './named-standards.ts'
import type { Clause, Standard } from './standard.ts'
import type { Fact } from './standard-definition.ts'
import { contentWords } from './words.ts'

const ASKED: [fact: Fact, words: string, pattern: RegExp][] = [
  [
    'review',
    'a review date',
    /\breview(ed)? (date|due)\b|\bdue (for|to be) (a )?review|\bdates? (of|for|to) .{0,12}review|\bwhen (?:is|are|was|were|will|should|must|does|do|did|can)\b.*\breviewed\b|\bexpir(es?|y)\b|\brun out\b|\bnext review\b/i,
  ],
  [
    'approved',
    'a date',
    /\b(when|what (date|year|day)|how old|date)\b.*\b(approved|signed off|published|issued|written|released|dated?|made|agreed|come out|came out|updated|revised|amended|introduced)\b|\bhow (old|recent)\b|\b(approval|publication|issue) date\b|(?<!\b(?:review|due|expiry|to|of) )\bdates?\b|\b(last|latest) (updated?|revised|revision)\b/i,
  ],
  [
    'version',
    'a version number',
    /(?<!\b(?:short|long|simple|plain|quick|easy|full|own|my|your|our|their) )\bversions?\b|\bedition\b/i,
  ],
  ['number', 'a unit number', /\bURN\b|\b(unit|reference|standard) (number|code|no)\b/i],
  [
    'author',
    'an author',
    /\bwho (wrote|writes|developed|develops|made|published|publishes|produced|created|owns|owned|issued|issues|is behind|came up with)\b|\b(developed|written|published|produced|created|issued|owned) by\b|\b(publishers?|authors?|developers?)\b/i,
  ],
  [
    'status',
    'a status',
    /\b(still|is it|is the|is this|is that|are they|are these|are the|status|currently)\b.*\b(current|valid|in force|live|legacy|out of date|up to date|withdrawn|in use|obsolete|retired)\b|^(is|are)\b(?:\W+[\w-]+){1,5}\W+(current|valid|in force|live|legacy|out of date|up to date|withdrawn|in use|obsolete|retired)\W*$|\bwhat status\b|\bstatus\W*(of\b|$)|\b(replaced|replaces|successor|superseded)\b|\bvalidity\b/i,
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

/** "Is it current?", "who wrote this?", "version": with no other word than these, nothing but a document can be meant. */
const NOTHING_ELSE =
  /^(?:approv(?:ed|al)|sign(?:ed)?|publish(?:ed|es|ers?)?|publication|issue[ds]?|writ(?:ten|es)|wrote|authors?|releas(?:ed?)|dated?|dates|made|agreed|versions?|edition|current(?:ly)?|valid(?:ity)?|force|live|legacy|withdrawn|use|obsolete|retired|review(?:ed)?|due|expir(?:es?|y)|next|last|latest|old|recent|updated?|revised|amended|develop(?:ed|ers?|s)|created|produced|owns|owned|status|replaced|replaces|successor|superseded|urn|unit|reference|number|code|year|suite)$/

const MADE = /\b(approv|publish|issue|releas|writ|sign)/i

export interface FoundFacts {
  /** Which facts were asked for. */
  facts: Fact[]
  /** Of which standards. */
  of: Standard[]
  clauses: Clause[]
  /** What each standard that gives none says instead. */
  missing: string[]
}

/**
 * What a standard says about itself: version, dates, status, who wrote it. Null when that isn't the question. Where none is
 * named, those that were spoken of last are meant, or all.
 */
export function findFacts(standards: Standards, text: string, inContext: Standard[] = []): FoundFacts | null {
  const named = namedStandards(standards, text)
  const words = contentWords(text)
  const nothingElse = words.length > 0 && words.every((word) => NOTHING_ELSE.test(word))
  if (!named.length && !nothingElse && !OF_A_DOCUMENT.test(text)) return null
  const fits = ASKED.filter(([, , pattern]) => pattern.test(text)).map(([fact]) => fact)
  // "The review date" is one date, not two.
  const asked = fits.filter((fact) => fact !== 'approved' || !fits.includes('review') || MADE.test(text))
  if (!asked.length) return null
  const spokenOf = nothingElse && inContext.length ? inContext : standards.list
  return factsOf(standards, named.length ? named : spokenOf, asked)
}

/** These facts of these standards, where their texts give them. */
export function factsOf(standards: Standards, among: Standard[], facts: Fact[]): FoundFacts {
  const clauses: Clause[] = []
  const missing: string[] = []
  for (const fact of facts)
    for (const standard of among) {
      const found = (standard.facts[fact] ?? []).flatMap((uid) => standards.clause(uid) ?? [])
      clauses.push(...found.filter((c) => !clauses.includes(c)))
      const words = ASKED.find(([name]) => name === fact)?.[1] ?? ''
      if (!found.length) missing.push(givesNone(standard, fact, words))
    }
  return { facts, of: among, clauses, missing }
}

function givesNone(standard: Standard, fact: Fact, words: string): string {
  const none = `The text of ${standard.id} gives no ${words.replace(/^an? /, '')}.`
  return fact === 'status' ? `${none} ${standard.statusNote}` : none
}
