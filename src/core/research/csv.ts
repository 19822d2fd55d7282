/** What spreadsheets may take for the beginning of a formula, in the wide forms of it too. */
const FORMULA = /^['=+\-@\t\r\n＝＋－＠]/

/**
 * Rows as CSV (RFC 4180) with a mark of UTF-8 in front. Every text is quoted, so that no separator of any country’s
 * spreadsheet parts it; one that could be taken for a formula, or that begins with an apostrophe, has one before it: taking that off gives the text back.
 */
export const csv = (rows: (string | number)[][]): string =>
  `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`

const field = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `"${(FORMULA.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
