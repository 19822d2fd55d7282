import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { type BroughtRevision, bringIn } from '../answers/bring-in.ts'
import { isElsewhere } from '../answers/elsewhere.ts'
import { define } from '../define.ts'
import { type BroughtIn, type BroughtNotes, bringInLinks, bringInNotes } from '../evidence/bring-in-evidence.ts'
import type { AnswerRecord } from './answer-record.ts'
import { placeAnswers } from './place-answers.ts'
import { MOST_CHARACTERS, readFile } from './read-file.ts'

/** What became of a file. Every version in it is in one of these: none is dropped without a word. */
export interface Imported {
  /** Versions that are in the notebook now and weren't before. */
  added: number
  /** Versions that were there already, or stood in the file twice. */
  already: number
  /** Of all versions, those whose question isn't asked here: they can be read in the notebook and not changed. */
  elsewhere: number
  /** Versions dated later than now, which stand under this moment. */
  redated: number
  questions: number
  /** What was said of answers and clauses. */
  links: BroughtIn
  /** To an assessor. */
  notes: BroughtNotes
}

/**
 * Brings the answers of a JSON file from `exportMine` into the acting learner's notebook, each version at its own time.
 * Brought in twice, they are there once. None is counted in any course until it is saved here. What was said of clauses
 * comes along. The rest of a file belongs to the installation that it came from.
 */
export const importMine = define({
  input: z.strictObject({
    /** The file's text. */
    file: z
      .string('Choose the file first.')
      .min(1, 'Choose the file first.')
      .max(MOST_CHARACTERS, 'The file is too large: up to 10 MB is possible.'),
  }),
  async run(world, actor, { file }): Promise<Imported> {
    // Read before a notebook is asked for, so that a wrong file starts none.
    const { answers: records, evidence } = readFile(file)
    const learnerId = requireLearner(actor)
    const byRecord = new Map<AnswerRecord, BroughtRevision[]>()
    for (const record of records) byRecord.set(record, await placeAnswers(world, learnerId, record))
    const placed = [...byRecord.values()].flat()
    const added = await bringIn(world, learnerId, placed)
    const links = evidence.links.map((link) => ({
      ...link,
      savedAt: savedAtOf(byRecord, link),
      changedAt: Date.parse(link.changedAt),
    }))
    const notes = evidence.notes.map((note) => ({ ...note, savedAt: Date.parse(note.savedAt) }))
    const now = world.clock.now()
    const dates = records.flatMap((record) => record.revisions.map(({ savedAt }) => Date.parse(savedAt)))
    return {
      added,
      already: placed.length - added,
      elsewhere: placed.filter(({ questionId }) => isElsewhere(questionId)).length,
      redated: dates.filter((at) => at > now).length,
      questions: records.length,
      links: await bringInLinks(world, learnerId, links),
      notes: await bringInNotes(world, learnerId, notes),
    }
  },
})

/** When the version was saved, as it stands here now, that a link was made of; null where the file doesn't hold it. */
function savedAtOf(placed: Map<AnswerRecord, BroughtRevision[]>, link: { question: string; revision: number }) {
  const record = [...placed.keys()].find(({ question }) => question === link.question)
  return (record && placed.get(record)?.[link.revision - 1]?.savedAt) ?? null
}
