import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { define } from '../define.ts'
import { allStudies, isOpen } from './study.ts'

export interface ListedStudy {
  id: string
  title: string
  version: number
  until: string
  open: boolean
  /** The quarters that were settled, oldest first; `files` is false where too few people took part. */
  exports: { quarter: string; version: number; files: boolean }[]
}

/** The studies, for the operator. How many people said yes is never told: it would be a live view of who does. */
export const listStudies = define({
  input: z.strictObject({}),
  async run({ db, clock }, actor): Promise<ListedStudy[]> {
    requireSystem(actor)
    const rows = await db.read.selectFrom('study_export').selectAll().orderBy('quarter').execute()
    return (await allStudies(db)).map((study) => ({
      id: study.id,
      title: study.title,
      version: study.version,
      until: study.until,
      open: isOpen(study, clock.now()),
      exports: rows
        .filter((row) => row.study_id === study.id)
        .map(({ quarter, version, content_hash }) => ({ quarter, version, files: content_hash !== null })),
    }))
  },
})
