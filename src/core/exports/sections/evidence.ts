import { z } from 'zod'
import { readTimes } from '../../answers/revision.ts'
import { isOwnId } from '../../cohorts/own-question.ts'
import { clauseWords, readLinks } from '../../evidence/link.ts'
import { readNotes } from '../../evidence/note.ts'
import { heading, note, words } from '../block.ts'
import { dayWords } from '../date-words.ts'
import { isoTime, section } from '../section.ts'

const time = z.iso.datetime()

/** Which clauses a learner has tied answers to, or doesn't want to hear of, and what they wrote to an assessor. */
export const evidence = section({
  name: 'evidence',
  shape: z.strictObject({
    links: z.array(
      z.strictObject({
        question: z.string(),
        /** The question as it was asked. */
        ask: z.string(),
        /** The clause, in the words it had then. */
        clause: clauseWords,
        /** dismissed: its author wants no suggestion of it. */
        state: z.enum(['confirmed', 'dismissed']),
        /** The version of the answer that its author had before them, counted in this file's list; 0 where it isn't there. */
        revision: z.int(),
        changedAt: time,
      }),
    ),
    notes: z.array(z.strictObject({ clause: z.string(), label: z.string(), words: z.string(), savedAt: time })),
  }),
  async read({ world, learnerId, withoutPrivate }) {
    // Of a question that was taken out nothing is known, so it is taken for private, as its answer is.
    const isPrivate = (id: string) => !isOwnId(id) && (world.content.question(id)?.sensitivity ?? 'S2') === 'S2'
    const links = [...(await readLinks(world, learnerId)).values()]
    const notes = await readNotes(world, learnerId)
    // A join of notebooks, or a file that came in, may have put others before it: its time is its own.
    const times = await readTimes(world.db, learnerId)
    return {
      links: links
        .filter(({ question }) => !withoutPrivate || !isPrivate(question))
        .map(({ question, ask, clause, state, savedAt, changedAt }) => ({
          question,
          ask,
          clause,
          state,
          revision: (times.get(question) ?? []).lastIndexOf(savedAt) + 1,
          changedAt: isoTime(changedAt),
        })),
      notes: [...notes].map(([clause, { words, savedAt }]) => ({
        clause,
        label: world.content.clause(clause)?.label ?? clause,
        words,
        savedAt: isoTime(savedAt),
      })),
    }
  },
  blocks({ links, notes }) {
    const confirmed = links.filter(({ state }) => state === 'confirmed')
    if (confirmed.length === 0 && notes.length === 0) return []
    return [
      heading(2, 'What may help me start a record'),
      ...confirmed.flatMap(({ ask, clause, changedAt }) => [
        heading(3, clause.label),
        note(`“${clause.text}”`),
        note(`I tied my answer to “${ask}” to it, ${dayWords(changedAt)}.`),
      ]),
      ...notes.flatMap(({ label, words: text, savedAt }) => [
        heading(3, `My note on ${label}, ${dayWords(savedAt)}`),
        words(text),
      ]),
    ]
  },
})
