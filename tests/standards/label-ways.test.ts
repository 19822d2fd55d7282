import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionsOf } from '#core/standards/named-standards.ts'
import type { Clause, Standard } from '#core/standards/standard.ts'
import { ask, clauses, standards } from './loaded.ts'

type List = 'PC' | 'P' | 'KU' | 'K'
const listed = clauses.filter((c) => c.section === 'performance' || c.section === 'knowledge')
const listOf = (c: Clause) => /^[PCKU]+/.exec(c.short)?.[0] as List
const uidsOf = (found: Clause[]) => found.map((c) => c.uid).sort()
const quoted = (question: string) =>
  ask(question)
    .quotes.map((q) => q.clause)
    .sort()

/** How people write a label. */
const LABELS: ((list: string, number: string) => string)[] = [
  (l, n) => `${l}${n}`,
  (l, n) => `${l} ${n}`,
  (l, n) => `${l.toLowerCase()}${n}`,
  (l, n) => `${l.toLowerCase()} ${n}`,
  (l, n) => `${l}.${n}`,
  (l, n) => `${l}-${n}`,
  (l, n) => `${l}: ${n}`,
  (l, n) => `${l} no. ${n}`,
  (l, n) => `${l} number ${n}`,
  (l, n) => `${l}#${n}`,
  (l, n) => `${l} 0${n}`,
  (l, n) => `${l} ${n.replace('.', ' . ')}`,
  (l, n) => `${l} ${n}`,
]
/** How people write a label out. */
const IN_WORDS: ((of: 'performance' | 'knowledge', number: string) => string)[] = [
  (of, n) => (of === 'performance' ? `performance criterion ${n}` : `knowledge statement ${n}`),
  (of, n) => (of === 'performance' ? `Criterion ${n}` : `knowledge ${n}`),
  (of, n) => (of === 'performance' ? `performance criteria ${n}` : `Knowledge and understanding ${n}`),
  (of, n) => (of === 'performance' ? `performance statement number ${n}` : `knowledge and understanding point ${n}`),
]
const ASKED: ((label: string) => string)[] = [
  (l) => l,
  (l) => `${l}?`,
  (l) => `what does ${l} say?`,
  (l) => `Can you show me ${l} please`,
  (l) => `i need to know about ${l}.`,
  (l) => `"${l}"`,
]
/** How people say which standard they mean. */
const NAMED: ((label: string, standard: Standard) => string)[] = [
  (l, s) => `${s.id} ${l}`,
  (l, s) => `${l} of ${s.id}`,
  (l, s) => `${l} (${s.id.toLowerCase()})`,
  (l, s) => `${l} in ${s.name.toLowerCase()}`,
  (l, s) => `${s.name}: ${l}`,
  (l, s) => `${l}, ${s.aliases.at(-1)}`,
  (l, s) => `${l} from ${s.id.replace('-', '')}`,
]
const SPELT: ((id: string) => string)[] = [
  (id) => id.toLowerCase(),
  (id) => id.replace('-', ' '),
  (id) => id.replace('-', ''),
  (id) => id.replace(/(?=\d)/, ' '),
  (id) => id.replace(/(?=\d)/, '-'),
]

test('every label, alone, in every way to write it: each clause that has it, and no other', () => {
  for (const clause of listed) {
    const number = clause.number as string
    const same = uidsOf(listed.filter((c) => c.number === number && listOf(c) === listOf(clause)))
    for (const [i, write] of LABELS.entries()) {
      const question = ASKED[(i + Math.trunc(Number(number))) % ASKED.length]?.(write(listOf(clause), number)) ?? ''
      expect(quoted(question), question).toEqual(same)
    }
  }
})

test('every label, written out: that number of every standard’s list', () => {
  for (const clause of listed)
    for (const write of IN_WORDS) {
      const question = write(clause.section as 'performance', clause.number as string)
      const same = uidsOf(listed.filter((c) => c.number === clause.number && c.section === clause.section))
      expect(quoted(question), question).toEqual(same)
    }
})

test('every label, of a standard that is named: that clause alone, whatever the list is called', {
  timeout: 120_000,
}, () => {
  for (const clause of listed) {
    const standard = standards.standard(clause.standard) as Standard
    const number = clause.number as string
    const others = clause.section === 'performance' ? ['PC', 'P'] : ['KU', 'K']
    const labels = [
      ...LABELS.map((write) => write(listOf(clause), number)),
      ...IN_WORDS.map((write) => write(clause.section as 'performance', number)),
      ...others.map((list) => `${list}${number}`),
    ]
    for (const [i, label] of labels.entries()) {
      const question = NAMED[(i + Math.trunc(Number(number))) % NAMED.length]?.(label, standard) ?? ''
      expect(quoted(question), question).toEqual([clause.uid])
    }
    for (const spell of SPELT) {
      const question = `${spell(standard.id)} ${clause.short}`
      expect(quoted(question), question).toEqual([clause.uid])
    }
  }
})

/** The numbers that a list of a standard has, and some that it has not. */
const LISTS = standards.list.flatMap((standard) =>
  (['performance', 'knowledge'] as const).map((section) => {
    const list = standard.clauses.filter((c) => c.section === section)
    const has = new Set(list.map((c) => c.number))
    const whole = list.filter((c) => !c.number?.includes('.'))
    const last = whole.length
    const beyond = [0, last + 1, last + 2, last + 45, 99, 100, 999, 1000, 123456].map(String)
    const points = [`${last}.1`, '15.9', '16.4', '1.1', '15.2.1'].filter((n) => !has.has(n))
    return {
      standard,
      section,
      short: listOf(list[0] as Clause),
      last: whole.at(-1)?.short ?? '',
      none: [...beyond, ...points],
    }
  }),
)

test('a number that a list doesn’t have is refused, in every way to write it, and it is said how far the list runs', {
  timeout: 120_000,
}, () => {
  for (const { standard, section, short, last, none } of LISTS)
    for (const number of none)
      for (const [i, label] of [
        ...LABELS.map((write) => write(short, number)),
        ...IN_WORDS.map((write) => write(section, number)),
      ].entries()) {
        const question = NAMED[i % NAMED.length]?.(label, standard) ?? ''
        const answer = ask(question)
        expect([answer.kind, answer.quotes, answer.hasMore], question).toEqual(['refusal', [], false])
        expect(answer.say.join(' '), question).toMatch(
          number.includes('.') ? /runs to|no points of its own/ : `runs to ${last}.`,
        )
      }
})

test('a range is each clause from the first to the last, and says where it ends if it goes on beyond', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LISTS),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('-', '–', ' - ', ' to ', ' through ', ' up to '),
      fc.boolean(),
      ({ standard, section, short }, from, count, between, again) => {
        const question = `${standard.id} ${short}${from}${between}${again ? short : ''}${from + count}`
        const answer = ask(question)
        const wanted = standard.clauses.filter(
          (c) => c.section === section && Number(c.number) >= from && Number(c.number) <= from + count && !c.parent,
        )
        expect(quoted(question), question).toEqual(uidsOf(wanted))
        const whole = standard.clauses.filter((c) => c.section === section && !c.parent).length
        expect(/runs to/.test(answer.say.join(' ')), question).toBe(from + count > whole)
      },
    ),
    { numRuns: 300 },
  )
})

test('several labels are each looked up, of the standard that is named with them', () => {
  const labelOf = (c: Clause) => c.label
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...listed), { minLength: 2, maxLength: 4, selector: (c) => c.uid }),
      fc.constantFrom(', ', ' and ', ' & ', ' or ', '; ', ' + ', ', and '),
      (some, between) => {
        for (const question of [
          some.map(labelOf).join(between),
          some.map((c) => `${c.short} of ${c.standard}`).join(between),
          `what is the difference between ${some.map(labelOf).join(between)}?`,
        ])
          expect(quoted(question), question).toEqual(uidsOf(some))
      },
    ),
    { numRuns: 200 },
  )
})

test('more numbers may follow a label, and words that only look like it don’t', () => {
  const k = (...numbers: number[]) => numbers.map((n) => `SC-NETWORKS:K${n}`)
  for (const [question, uids] of [
    ['K31, 32 and 33', k(31, 32, 33)],
    ['K31 & 32', k(31, 32)],
    ['K31/32', k(31, 32)],
    ['Ks 31 and 32', k(31, 32)],
    ['K31 and 2 other people', k(31)],
    ['k thirty-one', k(31)],
    ['what does K thirty one say', k(31)],
    ['PC fifteen point two of SFJBA13', ['SFJBA13:PC15.2']],
    ['PC 15.1 to 15.3', ['SFJBA13:PC15.1', 'SFJBA13:PC15.2', 'SFJBA13:PC15.3']],
    ['15.2', ['SFJBA13:PC15.2']],
    ['number 15.2 of SFJBA13', ['SFJBA13:PC15.2']],
    ['SFJBA13PC2', ['SFJBA13:PC2']],
    ['key area four', ['CD-COLLAB:KeyAreaFour']],
    ['Key Area 4', ['CD-COLLAB:KeyAreaFour']],
    ['Element 2', ['SFJBA13:Element2']],
    ['value 3 of the partnership standard', ['CD-COLLAB:Value3']],
  ] as const)
    expect(quoted(question), question).toEqual([...uids].sort())
  for (const question of ['I value 3 things about us', 'do I have the knowledge one needs?', 'we spent 5k 3 times'])
    expect(['lookup'], question).not.toContain(ask(question).kind)
})

test('a long list is shown in parts, and all of it with “more”', () => {
  const first = ask('P1 to P27')
  expect([first.quotes.length, first.hasMore, first.context?.rest.length]).toEqual([10, true, 17])
  expect(ask('P1 to P27', true).quotes).toHaveLength(27)
})

test('of names within names the longest is meant', () => {
  const named = (text: string) => mentionsOf(standards, text).map((m) => m.standard.id)
  expect(named('the community networks and partnerships standard')).toEqual(['SC-NETWORKS'])
  expect(named('the networks standard and the partnership standard')).toEqual(['SC-NETWORKS', 'CD-COLLAB'])
})
