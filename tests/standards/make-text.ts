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

/** Lines broken at 72 letters, pages ended by form feeds and a foot with number, title and page. */
export function wrappedText(): Buffer {
  const lines = plainLines().flatMap((line) => {
    const rows: string[] = []
    for (const word of line.split(' ')) {
      const row = rows.at(-1)
      if (row !== undefined && `${row} ${word}`.length <= 72) rows[rows.length - 1] = `${row} ${word}`
      else rows.push(word)
    }
    return rows
  })
  const pages: string[] = []
  for (let i = 0; i < lines.length; i += 25)
    pages.push([...lines.slice(i, i + 25), `${urn} ${title} ${pages.length + 1}`].join('\n'))
  return Buffer.from(`\ufeff${pages.join('\n\f')}`)
}
