import { type Keys, openIfKept } from '../privacy/keys.ts'

export interface SealedCard {
  id: string
  sealed: string
}
export type OpenCards = <Row extends SealedCard>(rows: Row[]) => Promise<(Row & { words: string })[]>

/** Opens cards with the keys of their own. One whose key is destroyed is on its way out, and isn't there any more. */
export const cardOpener =
  ({ keys }: { keys: Keys }): OpenCards =>
  async (rows) => {
    const opened = await Promise.all(
      rows.map(async (row) => ({ row, words: await openIfKept(keys, row.id, row.sealed) })),
    )
    return opened.flatMap(({ row, words }) => (words === null ? [] : [{ ...row, words }]))
  }
