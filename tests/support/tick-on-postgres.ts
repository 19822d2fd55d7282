import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#core/config.ts'
import { type BigTick, fillCourses, measureTick } from './big-tick.ts'
import { newDatabase, startPostgres } from './lend-databases.ts'

const LEARNERS_EACH = 20

/** One night of so many courses, each of twenty people who have answered ten questions, on a PostgreSQL of its own. */
export async function tickOnPostgres(courses: number): Promise<BigTick> {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-tick-'))
  const server = await startPostgres()
  try {
    const config = readConfig({
      STANDPOINT_DATA_DIR: join(folder, 'data'),
      STANDPOINT_SECRET_FILE: join(folder, 'data.key'),
      STANDPOINT_DATABASE_URL: await newDatabase(server.url, 'answers'),
      STANDPOINT_KEYS_URL: await newDatabase(server.url, 'keys'),
    })
    const world = await fillCourses(config, courses, LEARNERS_EACH)
    const found = await measureTick(world)
    await world.db.close()
    await world.keys.close()
    return found
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
