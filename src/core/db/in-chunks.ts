/** Under the number of parameters that either database takes in one statement. */
const CHUNK = 1000

export function chunksOf<T>(list: T[]): T[][] {
  const chunks: T[][] = []
  for (let at = 0; at < list.length; at += CHUNK) chunks.push(list.slice(at, at + CHUNK))
  return chunks
}

/** Reads rows for a list of any length, a chunk after the other. */
export async function inChunks<T, Row>(list: T[], read: (chunk: T[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (const chunk of chunksOf(list)) rows.push(...(await read(chunk)))
  return rows
}
