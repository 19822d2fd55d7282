import type { StandardDefinition } from '../standards/standard-definition.ts'
import type { DraftClause } from './draft.ts'
import { plain } from './headings.ts'
import type { RepairsFile } from './repairs-file.ts'

type Head = Omit<StandardDefinition, 'id' | 'title' | 'sections'>
type Fact = keyof StandardDefinition['facts']

/** Which fact a field of the document's own table states. */
const FACT: Record<string, Fact> = {
  versionnumber: 'version',
  dateapproved: 'approved',
  approvedon: 'approved',
  approveddate: 'approved',
  indicativereviewdate: 'review',
  reviewdate: 'review',
  validity: 'status',
  status: 'status',
  nosdocumentstatus: 'status',
  developedby: 'author',
  publishedby: 'author',
  originatingorganisation: 'author',
  urn: 'number',
  originalurn: 'number',
  relevantoccupations: 'audience',
  occupations: 'audience',
  suite: 'suite',
  suites: 'suite',
  businesssectorssuites: 'suite',
}

/** What stands around the clauses: from the person's file, else from what the document says of itself. */
export function describeStandard(
  {
    id,
    title,
    flag,
    clauses,
    today,
  }: { id: string; title: string; flag: string | null; clauses: DraftClause[]; today: Date },
  given: RepairsFile,
): Head {
  const facts: Head['facts'] = {}
  const said: Partial<Record<Fact, string>> = {}
  for (const clause of clauses) {
    const [, key, value] = /^([^:]+): (.*)$/.exec(clause.id.startsWith('Details') ? clause.text : '') ?? []
    const fact = key ? FACT[plain(key)] : /^Targetgroup$/i.test(clause.id) ? ('audience' as const) : undefined
    if (!fact) continue
    facts[fact] = [...(facts[fact] ?? []), clause.id]
    if (value) said[fact] ??= value
  }
  // The document's own table comes first, then what its overview says of who it is for.
  for (const ids of Object.values(facts))
    ids.sort((a, b) => Number(b.startsWith('Details')) - Number(a.startsWith('Details')))
  const { status, statusNote } = statusOf(flag, said, today)
  const bare = clauses.some((c) => /^(PC|KU) \d/.test(c.label ?? ''))
  return {
    short: given.short ?? shortened(title),
    name: given.name ?? `The standard ${id}`,
    status: given.status ?? status,
    statusNote: given.statusNote ?? statusNote,
    about: given.about ?? [
      ...(bare
        ? [
            'Our copy prints plain numbers. PC and KU stand in front of them here to say which list a number belongs to.',
          ]
        : []),
      said.version
        ? `Version ${said.version}${said.approved ? `, approved ${said.approved}` : ''}.`
        : `Our copy gives no version number${said.approved ? `; it was approved ${said.approved}` : ' or date'}.`,
    ],
    credit:
      given.credit ??
      [
        'UK National Occupational Standards.',
        said.suite && `${said.suite}.`,
        said.author ? `Developed by ${said.author}.` : 'The copy we hold prints no publisher.',
      ]
        .filter(Boolean)
        .join(' '),
    aliases: given.aliases ?? otherNames(id, title),
    facts: given.facts ?? facts,
  }
}

function statusOf(
  flag: string | null,
  said: Partial<Record<Fact, string>>,
  today: Date,
): { status: string; statusNote: string } {
  const review = said.review ? endOf(said.review) : null
  if (flag)
    return { status: flag.toLowerCase(), statusNote: `Our copy of this standard is marked ${flag.toLowerCase()}.` }
  if (said.status && !/^current$/i.test(said.status))
    return { status: said.status.toLowerCase(), statusNote: `The standard gives its own status as “${said.status}”.` }
  if (review && review < today)
    return {
      status: 'past its review date',
      statusNote: `${said.status ? 'The standard says it is current, but its' : 'The standard’s'} own review date, ${said.review}, has passed.`,
    }
  if (said.status)
    return {
      status: 'current',
      statusNote: `The standard says it is current${said.review ? `; it gives ${said.review} as its review date` : ''}.`,
    }
  return { status: 'not stated', statusNote: 'The text doesn’t say whether it is current.' }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The end of the month, or year, that a date names: “July 2020”, “31/03/2021”, “1 Mar 2024”. */
function endOf(text: string): Date | null {
  const year = /\b(?:19|20)\d\d\b/.exec(text)?.[0]
  if (!year) return null
  const named = MONTHS.findIndex((month) => text.toLowerCase().includes(month))
  const figure = Number(/\b(\d{1,2})[/.-](?:19|20)\d\d\b/.exec(text)?.[1] ?? 0) - 1
  const month = named >= 0 ? named : figure >= 0 && figure < 12 ? figure : 11
  return new Date(Date.UTC(Number(year), month + 1, 1))
}

function shortened(title: string): string {
  if (title.length <= 48) return title
  return `${title.slice(0, 48).replace(/[\s,;]+\S*$/, '')}…`
}

const otherNames = (id: string, title: string): string[] => {
  const small = id.toLowerCase()
  return [
    ...new Set([
      small,
      small.replace('-', ' '),
      small.replace(/([a-z])(\d)/, '$1 $2'),
      title
        .toLowerCase()
        .replace(/[^a-z0-9&-]+/g, ' ')
        .trim(),
    ]),
  ]
}
