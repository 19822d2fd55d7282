import type { SectionKind } from '../standards/standard-definition.ts'

/** Which list a section of scope is about. */
export type Part = 'PC' | 'K'
export interface Heading {
  kind: SectionKind
  /** How we print it. */
  heading: string
  /** A heading within its section, as it is printed there. */
  group?: string
  part?: Part
}

const overview: Heading = { kind: 'overview', heading: 'Overview' }
const performance: Heading = { kind: 'performance', heading: 'Performance criteria' }
const knowledge: Heading = { kind: 'knowledge', heading: 'Knowledge and understanding' }
const scope: Heading = { kind: 'scope', heading: 'Scope' }
const SCOPE_PC = 'Scope/range related to performance criteria'
const SCOPE_K = 'Scope/range related to knowledge and understanding'
const values = (heading: string): Heading => ({ kind: 'values', heading })

/** Every heading of a section that UK standards print, by who printed it first; small differences don't matter. */
const HEADINGS: [Heading, ...string[]][] = [
  [
    overview,
    'Overview',
    'Unit overview',
    'Standard overview',
    'Suite overview',
    'About this standard',
    'About this unit',
  ],
  [overview, 'What this standard is about', 'What this unit is about', 'Unit summary', 'Summary'],
  [
    performance,
    'Performance criteria',
    'Performance statements',
    'Performance outcomes',
    'Outcomes of effective performance',
  ],
  [performance, 'Performance', 'What you must be able to do', 'What you must do', 'Performance criterion'],
  [knowledge, 'Knowledge and understanding', 'Knowledge', 'Knowledge requirements', 'Knowledge statements'],
  [knowledge, 'Knowledge and understanding criteria', 'Knowledge criteria', 'What you must know and understand'],
  [knowledge, 'What you need to know and understand', 'What you must know', 'Knowledge and skills'],
  [scope, 'Scope/range', 'Scope', 'Range', 'Scope and range', 'Range statement', 'Scope/range statement'],
  [
    { ...scope, group: SCOPE_PC, part: 'PC' },
    SCOPE_PC,
    'Scope Performance',
    'Scope related to performance criteria',
    'Range performance',
  ],
  [
    { ...scope, group: SCOPE_K, part: 'K' },
    SCOPE_K,
    'Scope Knowledge',
    'Scope related to knowledge and understanding',
    'Range knowledge',
  ],
  [
    { kind: 'scope', heading: 'Glossary' },
    'Glossary',
    'Glossary of terms',
    'Definitions',
    'Key terms',
    'Key terms and definitions',
    'Terminology',
  ],
  [
    values('Values'),
    'Values',
    'Key values',
    'Values and principles',
    'Principles',
    'Values and ethics',
    'Principles and values',
  ],
  [
    values('Behaviours'),
    'Behaviours',
    'Behaviors',
    'Behaviours which underpin effective performance',
    'Behaviours underpinning effective performance',
  ],
  [values('Behaviours'), 'Values and behaviours', 'Key behaviours', 'Attitudes and behaviours'],
  [values('Skills'), 'Skills', 'Generic skills', 'Key skills'],
  [
    { kind: 'details', heading: 'Links to other standards' },
    'Links to other NOS',
    'Links to other standards',
    'Links',
    'Related standards',
    'Linked NOS',
    'Links to other national occupational standards',
  ],
  [{ kind: 'details', heading: 'External links' }, 'External links', 'External link', 'Links to external sources'],
  [
    { kind: 'details', heading: 'Additional information' },
    'Additional information',
    'Further information',
    'Supporting information',
  ],
  [{ kind: 'details', heading: 'Document details' }, 'Document details', 'Standard details', 'NOS details'],
]
const LEAD_INS: Partial<Record<SectionKind, string>> = {
  performance: 'You must be able to:',
  knowledge: 'You need to know and understand:',
}
export const leadInOf = (kind: SectionKind): string | undefined => LEAD_INS[kind]

/** What a standard says of itself in a table at its end or its top. */
const KEYS = [
  ...['Developed by', 'Version number', 'Date approved', 'Indicative review date', 'Validity', 'Status', 'URN'],
  ...[
    'Originating organisation',
    'Original URN',
    'Relevant occupations',
    'Occupations',
    'Suite',
    'Suites',
    'Keywords',
    'Key words',
  ],
  ...[
    'Business sectors (suites)',
    'Approved on',
    'Approved date',
    'Review date',
    'SOC code',
    'NOS category',
    'Sector',
    'Sectors',
  ],
  ...['NOS document status', 'Endorsed by', 'Published by', 'Reference', 'NOS title', 'Title', 'Level'],
]
/** Words that stand nowhere else but in that table. */
const STARTS = [
  'developedby',
  'versionnumber',
  'dateapproved',
  'indicativereviewdate',
  'originatingorganisation',
  'originalurn',
]
const ALSO_STARTS = ['urn', 'businesssectorssuites', 'approvedon', 'nostitle', 'noscategory', 'nosdocumentstatus']

/** Letters and figures alone, so that “Scope range” is “Scope/range”. */
export const plain = (text: string): string =>
  text
    .replaceAll('&', 'and')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

const byWords = new Map(
  HEADINGS.flatMap(([heading, ...words]) => words.map((w) => [plain(w), { heading, words: w }] as const)),
)
const keys = new Set(KEYS.map(plain))
const leadWords = [
  'youmustbeableto',
  'youmustbeabletodothefollowing',
  'youneedtoknowandunderstand',
  'youwillneedtoknowandunderstand',
  'youmustknowandunderstand',
  'whenperformingtothisstandardyoumustbeableto',
]

/** The section that a line is the heading of; `mended` where letters were lost or doubled in it. */
export function findHeading(text: string): { heading: Heading; words: string; mended: boolean } | null {
  const asked = plain(text.replace(/^\d+[.)]?\s+(?=[A-Z])/, ''))
  if (asked.length < 4 || asked.length > 70 || !/^\W*(\d+[.)]?\s+)?\p{Lu}/u.test(text) || /[.;,]\s*$/.test(text))
    return null
  const found = byWords.get(asked)
  if (found) return { ...found, mended: false }
  if (asked.length < 12) return null
  for (const [words, like] of byWords)
    if (Math.abs(words.length - asked.length) <= 3 && words.length >= 12 && distance(words, asked) <= 3)
      return { ...like, mended: true }
  return null
}

/** “You must be able to:” at the start of a text, and what follows it. */
export function findLeadIn(text: string): { leadIn: string; rest: string } | null {
  const found =
    /^((?:when performing [^,]{3,60}, )?you (?:must|should|need to|will need to|will|need)(?: to)? (?:be able to(?: do the following)?|know and(?:\/or)? understand|know|understand|do the following)\b\s*(?:the following)?)\s*(:|…|\.{3}|$|(?=\s*(?:[/|]\s+)?(?:PC|KU|P|K)?\d))\s*/i.exec(
      text.trim(),
    )
  return found
    ? {
        leadIn: found[0].trim(),
        rest: text
          .trim()
          .slice(found[0].length)
          .replace(/^\s*[/|]\s+/, '')
          .trim(),
      }
    : null
}

export const isKey = (text: string): boolean => keys.has(plain(text))
/** Whether a line with this key begins the table of what a standard says of itself. */
export const startsDetails = (key: string): boolean => [...STARTS, ...ALSO_STARTS].includes(plain(key))

/** Splits “Developed by: Skills for Justice”, with a colon, a tab or neither between the two. */
export function findKey(text: string): { key: string; value: string } | null {
  const cells = text.trim().split(/\s*\t\s*/)
  if (cells[0] && isKey(cells[0])) return { key: cells[0].replace(/\s*:$/, ''), value: cells.slice(1).join(' ') }
  const colon = /^([^:\t]{3,30}?)\s*:\s*(.*)$/.exec(text.trim())
  if (colon?.[1] && isKey(colon[1])) return { key: colon[1], value: (colon[2] ?? '').replaceAll('\t', ' ') }
  const words = text.trim().replaceAll('\t', ' ').split(' ')
  for (let length = Math.min(4, words.length - 1); length >= 2; length--) {
    const key = words.slice(0, length).join(' ')
    if (isKey(key)) return { key, value: words.slice(length).join(' ') }
  }
  return null
}

/** Headings of lists, with the words that lead to the list printed under them. */
const withLead = [...byWords].flatMap(([words, { heading }]) =>
  heading.kind in LEAD_INS ? leadWords.map((lead) => words + lead) : [],
)

export const isKnown = (text: string): boolean =>
  findHeading(text)?.mended === false || isKey(text) || [...leadWords, ...withLead].includes(plain(text))
/** Whether more words could make a known heading of it. */
export const mayBecomeKnown = (text: string): boolean =>
  /^\p{Lu}|^you\b/u.test(text) &&
  [...byWords.keys(), ...keys, ...leadWords, ...withLead].some((words) => words.startsWith(plain(text)))

/** How many letters must change to make one word of the other; counted no further than the words differ. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] ?? 0
}
