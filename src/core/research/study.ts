import { fromUkTime, ukDay } from '../cohorts/uk-time.ts'
import type { Db } from '../db/db.ts'
import { notFound } from '../errors.ts'
import { hashOf, type StudyDefinition, studyDefinition } from './study-definition.ts'

/** A study in its newest version. */
export interface Study extends StudyDefinition {
  /** Names the text of this version. */
  hash: string
  /** When its first version was opened. */
  openedAt: number
  closedAt: number | null
  /** The moment at which its last day is over, in the UK. */
  endsAt: number
}

/** Every study that was ever opened here, by id. */
export async function allStudies(db: Db): Promise<Study[]> {
  const rows = await db.read
    .selectFrom('study')
    .innerJoin('study_version', 'study_version.study_id', 'study.id')
    .select(['study.id', 'study.closed_at', 'study_version.definition', 'study_version.opened_at'])
    .orderBy('study.id')
    .orderBy('study_version.version')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((versions) => {
    const [first, newest] = [versions[0], versions.at(-1)]
    if (!first || !newest) return []
    const definition = studyDefinition.parse(JSON.parse(newest.definition))
    return [
      {
        ...definition,
        hash: hashOf(definition),
        openedAt: first.opened_at,
        closedAt: newest.closed_at,
        endsAt: endOf(definition.until),
      },
    ]
  })
}

export async function studyById(db: Db, id: string): Promise<Study> {
  const found = (await allStudies(db)).find((study) => study.id === id)
  if (!found) throw notFound('that study')
  return found
}

/** Whether somebody may say yes to it now. */
export const isOpen = (study: Study, now: number): boolean => study.closedAt === null && now < study.endsAt

/** Midnight after a day, by clocks in the UK. */
export function endOf(day: string): number {
  const noon = Date.parse(`${day}T12:00:00Z`)
  return fromUkTime(`${ukDay(noon + 86_400_000)}T00:00`) ?? noon
}
