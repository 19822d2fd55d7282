import { INVENTED } from './invented.ts'

const { urn, title, overview, performance, knowledge, scope, details } = INVENTED

/** The standard as plain lines, a blank line between its parts. */
export const plainLines = (): string[] => [
  urn,
  title,
  '',
  'Overview',
  ...overview.flatMap((p) => [p, '']),
  ...[
    ['Performance criteria', 'You must be able to:', performance] as const,
    ['Knowledge and understanding', 'You need to know and understand:', knowledge] as const,
  ].flatMap(([heading, lead, groups]) => [
    heading,
    lead,
    '',
    ...groups.flatMap((g) => [g.heading, '', ...g.clauses.map(([label, text]) => `${label} ${text}`), '']),
  ]),
  'Scope/range related to performance criteria',
  ...scope.flatMap((p) => [p, '']),
  ...details.map(([key, value]) => `${key}\t${value}`),
]

/** Windows-1252 with Windows' line ends, as old editors save. */
export const windowsText = (): Buffer =>
  Buffer.from(
    plainLines().join('\r\n').replaceAll('’', '\x92').replaceAll('“', '\x93').replaceAll('”', '\x94'),
    'latin1',
  )

/** Words in lines of at most so many letters. */
function wrap(line: string, width: number): string[] {
  const rows: string[] = []
  for (const word of line.split(' ')) {
    const row = rows.at(-1)
    if (row !== undefined && `${row} ${word}`.length <= width) rows[rows.length - 1] = `${row} ${word}`
    else rows.push(word)
  }
  return rows
}

/** The look of a page in two columns kept by spaces, headings broken to the left, as programs copy it out of a PDF. */
export function laidOut(): Buffer {
  const beside = (left: string[], right: string[]) =>
    Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
      `${(left[i] ?? '').padEnd(26)}${right[i] ?? ''}`.trimEnd(),
    )
  const list = (heading: string[], lead: string, groups: typeof performance) =>
    groups.flatMap((g, i) => [
      ...beside(i === 0 ? heading : [], ['', ...wrap(g.heading, 60), '']),
      ...beside(
        wrap(lead, 20),
        g.clauses.flatMap(([label, text]) => [
          ...wrap(text, 54).map((row, k) => `${(k === 0 ? label : '').padEnd(6)}${row}`),
          '',
        ]),
      ),
      '',
    ])
  const pages = [
    [
      urn,
      title,
      '',
      ...beside(
        ['Overview'],
        overview.flatMap((p) => [...wrap(p, 60), '']),
      ),
    ],
    list(['', 'Performance', 'criteria'], 'You must be able to:', performance),
    list(['', 'Knowledge and', 'understanding'], 'You need to know and understand:', knowledge),
    beside(
      wrap('Scope/range related to performance criteria', 20),
      scope.flatMap((p) => [...wrap(p, 60), '']),
    ),
    details.flatMap(([key, value]) => [...beside(wrap(key, 22), wrap(value, 60)), '']),
  ]
  return Buffer.from(pages.map((page, i) => [...page, '', `${urn} ${title} ${i + 1}`].join('\n')).join('\n\f'))
}

/** Lines broken at 72 letters, pages ended by form feeds and a foot with number, title and page. */
export function wrappedText(): Buffer {
  const lines = plainLines().flatMap((line) => wrap(line, 72))
  const pages: string[] = []
  for (let i = 0; i < lines.length; i += 25)
    pages.push([...lines.slice(i, i + 25), `${urn} ${title} ${pages.length + 1}`].join('\n'))
  return Buffer.from(`\ufeff${pages.join('\n\f')}`)
}
