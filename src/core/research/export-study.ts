import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { NoKey } from '../privacy/keys.ts'
import type { World } from '../world.ts'
import { countAnswers } from './count-answers.ts'
import { exportFiles } from './export-files.ts'
import { contentHash, finish, isThere, putDown, takeAway, waitsUnfinished } from './put-down.ts'
import { lastQuarter, type Quarter } from './quarter.ts'
import { fileName } from './receipts.ts'
import { ledgerRows, settling } from './settling.ts'
import { type Study, studyById } from './study.ts'
import { studyId } from './study-definition.ts'
import type { StudyExportTable } from './table.ts'
import { whoTakesPart } from './who-takes-part.ts'

const TRIES = 5

const input = z.strictObject({
  study: studyId,
  /** The folder in which the export gets a folder of its own. */
  folder: z.string().min(1),
})

export interface Exported {
  quarter: string
  /** The new folder. */
  place: string
}

/**
 * Exports the newest quarter that is over: counts of who had said yes and answered by its end and still wants to be in.
 * A quarter is settled at the first try, whatever comes of it: asking again can’t tell that somebody came or went.
 */
export const exportStudy = define({
  input,
  async run(world, actor, { study: id, folder }): Promise<Exported> {
    requireSystem(actor)
    const study = await studyById(world.db, id)
    const quarter = lastQuarter(world.clock.now())
    checkTime(study, quarter)
    for (let tries = 0; tries < TRIES; tries++) {
      const settled = await settledExport(world, study.id, quarter.name)
      if (settled) return again(settled, folder)
      const done = await settle(world, study, quarter, folder).catch(ifErasedMeanwhile)
      if (done) return done
    }
    throw new AppError(
      'unavailable',
      'People kept changing while they were being counted. Nothing was written; please try again.',
    )
  },
})

function checkTime(study: Study, quarter: Quarter): void {
  if (study.closedAt !== null)
    throw new AppError('invalid', `The study ${study.id} was closed: nothing more of it is exported.`)
  if (study.openedAt >= quarter.ended)
    throw new AppError(
      'invalid',
      `The study ${study.id} was opened after ${quarter.name}. It can be exported when the quarter it was opened in is over.`,
    )
  if (study.endsAt <= quarter.began)
    throw new AppError(
      'invalid',
      `The study ${study.id} ended before ${quarter.name}: there is nothing more to export.`,
    )
}

const settledExport = (world: World, study: string, quarter: string): Promise<StudyExportTable | undefined> =>
  world.db.read
    .selectFrom('study_export')
    .selectAll()
    .where('study_id', '=', study)
    .where('quarter', '=', quarter)
    .executeTakeFirst()

/** What to say, or to finish, of a quarter that was settled before. */
async function again(
  { study_id, version, quarter, content_hash }: StudyExportTable,
  folder: string,
): Promise<Exported> {
  if (content_hash === null)
    throw new AppError(
      'invalid',
      `Too few people took part by the end of ${quarter}, so nothing was written. What they said may be counted in a later quarter.`,
    )
  const name = fileName({ study: study_id, version, quarter })
  if (!isThere(folder, name) && (await waitsUnfinished(folder, name, content_hash)))
    return { quarter, place: await finish(folder, name) }
  throw new AppError(
    'invalid',
    `${quarter} was exported already, as ${name}. Nobody is counted twice, so it can’t be made again.`,
  )
}

/** One try: counts, writes the files, and settles the quarter. Null when somebody came, went or settled it meanwhile. */
async function settle(world: World, study: Study, quarter: Quarter, folder: string): Promise<Exported | null> {
  const cutoff = Math.min(quarter.ended, study.endsAt)
  const name = fileName({ study: study.id, version: study.version, quarter: quarter.name })
  if (isThere(folder, name))
    throw new AppError('invalid', `There is a folder ${name} already. Move it away, or choose another folder.`)
  const rows = await ledgerRows(world)
  const people = await whoTakesPart(world, study, cutoff)
  const tables = await countAnswers(world, study, people, cutoff)
  const files = exportFiles(name, study, quarter, tables)
  const row: StudyExportTable = {
    study_id: study.id,
    quarter: quarter.name,
    version: study.version,
    content_hash: tables.length ? contentHash(files) : null,
  }
  // Whatever was counted, they are written first: a folder that can’t be written to must not tell what would be in it.
  await putDown(folder, name, files)
  const result = await world.db.write(await settling(world, row, people, tables, rows))
  if (!result.committed || tables.length === 0) await takeAway(folder, name)
  if (!result.committed) return null
  return tables.length ? { quarter: quarter.name, place: await finish(folder, name) } : again(row, folder)
}

const ifErasedMeanwhile = (error: unknown): null => {
  if (error instanceof NoKey) return null
  throw error
}
