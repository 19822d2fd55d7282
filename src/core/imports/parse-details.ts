import type { Context, DraftClause, DraftGroup, DraftSection } from './draft.ts'
import { squash } from './edits.ts'
import { findKey } from './headings.ts'
import { letters } from './prose-names.ts'

interface Field {
  key: string
  values: string[]
  line: number
  lines: number[]
  colon: boolean
}

/** What a standard says of itself, one clause for each fact, “Version Number: 3”. */
export function parseDetails(section: DraftSection, { log }: Context): DraftGroup[] {
  const fields: Field[] = []
  for (const piece of section.pieces) {
    log.used.push({ line: piece.line, text: piece.text })
    const known = findKey(piece.text)
    const cells = piece.text.split(/\s*\t\s*/).filter(Boolean)
    const other =
      !known && cells.length === 2 && cells[0] && cells[0].split(' ').length <= 5
        ? { key: cells[0], value: cells[1] ?? '' }
        : null
    const found = known ?? other
    const field = fields.at(-1)
    if (other)
      log.doubt('unknown field', piece.line, squash(piece.text), 'it looks like a fact of the document; is it one?')
    if (found) {
      const key = squash(found.key).replace(/:$/, '')
      const colon = new RegExp(`^${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*:`).test(piece.text.trim())
      fields.push({ key, values: [squash(found.value)].filter(Boolean), line: piece.line, lines: [piece.line], colon })
    } else if (field) {
      field.values.push(squash(piece.text))
      field.lines.push(piece.line)
    } else
      log.doubt(
        'words without a field',
        piece.line,
        squash(piece.text),
        'they stand before the first fact of the document',
        'stop',
      )
  }
  const clauses = fields.flatMap(({ key, values, lines, line, colon }): DraftClause[] => {
    if (!values.length) {
      log.repair('empty field', line, key, '', 'the document gives nothing here')
      return []
    }
    const value = values.join(' ')
    return [
      {
        id: `Details${letters(key)}`,
        place: `${section.heading}, ${key}`,
        text: `${key}: ${value}`,
        lines,
        ...(!colon && { printed: `${key} ${value}` }),
      },
    ]
  })
  return clauses.length ? [{ heading: section.heading, clauses }] : []
}
