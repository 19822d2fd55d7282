import { ruleOf } from '../questions/parts.ts'
import { countedParts } from '../questions/question.ts'
import { BACKGROUND, labelOf } from './background.ts'
import type { CountedTable } from './count-answers.ts'
import { csv } from './csv.ts'
import type { Quarter } from './quarter.ts'
import { ALL, LEAST_IN_GROUP, OTHER } from './split.ts'
import type { Study } from './study.ts'

export interface ExportFile {
  name: string
  text: string
}

/** A wording of a question, told from others of the same question. */
const wordingOf = ({ question }: CountedTable): string => question.hash.slice(0, 8)

/** What leaves: counts, the words for every code, and how to read them. The same counts give the same bytes. */
export function exportFiles(name: string, study: Study, quarter: Quarter, tables: CountedTable[]): ExportFile[] {
  return [
    { name: `${name}-counts.csv`, text: csv(countRows(study, quarter, tables)) },
    { name: `${name}-dictionary.csv`, text: csv(dictionaryRows(study, tables)) },
    { name: `${name}-README.txt`, text: readme(name, study, quarter) },
  ]
}

function countRows(study: Study, quarter: Quarter, tables: CountedTable[]): (string | number)[][] {
  const head = [
    'study',
    'version',
    'quarter',
    'question',
    'wording',
    'part',
    'option',
    ...study.background,
    'people',
    'count',
  ]
  const rows = tables.flatMap((table) =>
    table.groups.flatMap(({ labels, people, counts }) =>
      counts.map(({ part, option, count }) => [
        ...[study.id, study.version, quarter.name, table.question.id, wordingOf(table), part, option],
        ...study.background.map((field) => labels[field] ?? ALL),
        ...[people, count],
      ]),
    ),
  )
  return [head, ...rows]
}

function dictionaryRows(study: Study, tables: CountedTable[]): string[][] {
  const head = ['column', 'question', 'wording', 'part', 'code', 'group', 'words']
  const columns = [
    ['study', 'The study, as its operator named it.'],
    ['version', 'The version of the text that people said yes to.'],
    ['quarter', 'The quarter by whose end people had said yes and answered. There is no finer date.'],
    ['question', 'The question. Its words are below.'],
    ['wording', 'Which wording of the question was answered. Wordings are never counted together.'],
    ['part', 'The part of the question.'],
    ['option', 'What could be chosen in that part.'],
    ['people', 'How many people of this group answered the question, down to a multiple of 5.'],
    ['count', 'How many of them chose the option, to the nearest 5 and never above “people”.'],
  ].map(([column, words]) => [column as string, '', '', '', '', '', words as string])
  const background = study.background.flatMap((field) => [
    [field, '', '', '', '', '', BACKGROUND[field].ask],
    ...Object.keys(BACKGROUND[field].options).map((code) => [field, '', '', '', code, '', labelOf(field, code)]),
    [
      field,
      '',
      '',
      '',
      OTHER,
      '',
      `Answers that fewer than ${LEAST_IN_GROUP} people gave, and those who would rather not say.`,
    ],
    [field, '', '', '', ALL, '', 'Not split by this: everybody in the group, whatever their answer.'],
  ])
  const questions = tables.flatMap((table) => {
    const { question } = table
    const wording = wordingOf(table)
    return [
      ['question', question.id, wording, '', '', '', question.ask],
      ...countedParts(question).flatMap((part) => [
        ['part', question.id, wording, part.name, '', '', part.label ?? question.ask],
        ...ruleOf(part)
          .cells(part)
          .map(({ key, group, label }) => ['option', question.id, wording, part.name, key, group, label]),
      ]),
    ]
  })
  return [head, ...columns, ...background, ...questions]
}

const readme = (name: string, study: Study, quarter: Quarter): string => `${study.title}
Version ${study.version}, ${quarter.name}
Run by ${study.by}. Contact: ${study.contact}

What is here
  ${name}-counts.csv      how many people chose what
  ${name}-dictionary.csv  the words for every column and code, and each question as it was asked

How to read the counts
  Everybody counted here said yes to version ${study.version} of this study by the end of ${quarter.name}, and has shown who they are.
  Each question stands alone. It counts the people who had answered it and were in no earlier file for it, of this study or another.
  So files of several quarters can be added up, and nobody is in two of them with the same answer.
  Within a question each person is in exactly one group, and every group has at least ${LEAST_IN_GROUP} people.
  Groups that would be smaller are put together ("${OTHER}"), or not split at all ("${ALL}"). There are no totals: add up.
  "people" is rounded down to a multiple of 5; "count" is rounded to the nearest 5, and is never above "people".
  A question that fewer than ${LEAST_IN_GROUP} people answered is left out; what they said may be counted in a later quarter.

What is not here, on purpose
  No rows of people, no pseudonyms, no words that anybody wrote, no date finer than the quarter, and no course.
  Please don't try to find out who anybody is.

If somebody takes their yes back
  Later files lack them. Counts that have left can't be taken out of this file.

For programs
  UTF-8 with a byte order mark; RFC 4180; all text in quotes. A text that a spreadsheet could take for a formula, or that
  begins with an apostrophe, has one apostrophe before it. Take that one off to have the text as it was.
`
