/** Reads CSV as RFC 4180 has it, strictly: what isn't CSV throws. Gives the rows, the mark of UTF-8 taken off. */
export function readCsv(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, '')
  const rows: string[][] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  let row: string[] = []
  while (field.lastIndex < source.length) {
    const at = field.lastIndex
    const found = field.exec(source)
    if (!found) throw new Error(`This isn't CSV at character ${at}: ${JSON.stringify(source.slice(at, at + 40))}`)
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** The same with the first row as names. */
export function readTable(text: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(text)
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])))
}
