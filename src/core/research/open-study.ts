import { requireSystem } from '../actor.ts'
import { isCountable } from '../cohorts/countable.ts'
import type { Content } from '../content/content.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { allStudies, endOf, type Study } from './study.ts'
import { hashOf, type StudyDefinition, studyDefinition } from './study-definition.ts'

export interface Opened {
  id: string
  version: number
  /** False when exactly this was open already. */
  isNew: boolean
}

/** Opens a study, or a new version of one. Whoever said yes to an earlier text is asked again. */
export const openStudy = define({
  input: studyDefinition,
  async run({ db, clock, content }, actor, definition): Promise<Opened> {
    requireSystem(actor)
    const now = clock.now()
    const { id, version } = definition
    checkQuestions(content, definition)
    if (endOf(definition.until) <= now) refuse('until', 'The last day should be still to come.')
    const known = (await allStudies(db)).find((study) => study.id === id)
    if (known && isSame(known, definition)) return { id, version, isNew: false }
    const row = { study_id: id, version, opened_at: now, definition: JSON.stringify(definition) }
    const { draft } = db
    const result = await db.write([
      // The next version is free for one writer only, and a study that was closed takes none.
      known
        ? statement(
            draft.updateTable('study').set({ closed_at: null }).where('id', '=', id).where('closed_at', 'is', null),
            1,
          )
        : statement(
            draft
              .insertInto('study')
              .values({ id, closed_at: null })
              .onConflict((c) => c.doNothing()),
            1,
          ),
      statement(
        draft
          .insertInto('study_version')
          .values(row)
          .onConflict((c) => c.doNothing()),
        1,
      ),
    ])
    if (!result.committed)
      throw new AppError('unavailable', 'The study was changed by somebody else just now. Look at it again.')
    return { id, version, isNew: true }
  },
})

/** Whether exactly this text is open; throws where it can’t follow what is there. */
function isSame(known: Study, definition: StudyDefinition): boolean {
  if (known.closedAt !== null)
    refuse('id', `The study ${known.id} was closed, and stays so. Give the new one another id.`)
  if (definition.version === known.version && hashOf(definition) === known.hash) return true
  if (definition.version !== known.version + 1)
    refuse(
      'version',
      `The text isn’t the one that people said yes to in version ${known.version}. Make it version ${known.version + 1}: everybody is then asked again.`,
    )
  return false
}

/** Only what may be counted at all, each once; personal questions only where the study says that it asks them. */
function checkQuestions({ question }: Content, { questions, personal }: StudyDefinition): void {
  for (const [i, id] of questions.entries()) {
    const found = question(id)
    if (!found) refuse('questions', `There is no question ${id}.`)
    else if (questions.indexOf(id) !== i) refuse('questions', `${id} is listed twice.`)
    else if (!isCountable(found))
      refuse('questions', `${id} can’t be used: it is private, retired, or nothing of it can be counted.`)
    else if (found.sensitivity !== 'S0' && !personal)
      refuse(
        'questions',
        `${id} is a personal question. Say “personal: true” if the study needs it; learners are told.`,
      )
  }
}

function refuse(field: string, message: string): never {
  throw new AppError('invalid', message, { fields: { [field]: message } })
}
