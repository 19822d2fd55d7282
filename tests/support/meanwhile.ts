import type { World } from '#core/world.ts'
import { place } from './shared-place.ts'

type Write = World['db']['write']

/**
 * The same installation, where something happens after all was read and just before it is written, which is told how
 * often that has been by now and what is to be written.
 */
export async function meanwhile(deed: (time: number, unit: Parameters<Write>[0]) => Promise<unknown>) {
  const { db } = await place.world()
  let tries = 0
  const write: Write = async (unit) => {
    await deed(++tries, unit)
    return db.write(unit)
  }
  return { change: { db: { ...db, write } }, tries: () => tries }
}
