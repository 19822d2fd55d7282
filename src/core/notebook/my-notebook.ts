import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import type { Answer } from '../answers/answer.ts'
import { type MyAnswer, myAnswers } from '../answers/my-answers.ts'
import { type MyPartInCourse, myParts } from '../cohorts/my-parts.ts'
import { define } from '../define.ts'
import { confirmedClauses } from '../evidence/link.ts'
import type { ClauseWords } from '../evidence/piece.ts'
import type { Question } from '../questions/question.ts'
import { type MyText, myTextsOf } from '../texts/my-text.ts'
import type { World } from '../world.ts'
import { findWords, type Stretch, type Wanted, wantedIn } from './find-words.ts'
import { type Change, wordChanges } from './word-changes.ts'

const input = z.strictObject({
  /** Only answers with all of these words, whatever their capitals and accents; "several words" in quotes. */
  words: z.string().max(200, 'Look for up to 200 characters at a time.').default(''),
})

/** An answer with all that there is to say of it. */
export interface NotebookEntry extends MyAnswer {
  /** The first version and what changed since, where it reads differently now. */
  thenAndNow: { first: Answer; changes: Change[] } | null
  /** What has become of it in courses: whether it waits, and exactly what trainers were shown. */
  courses: MyPartInCourse[]
  /** Words of it that were approved for a course. */
  texts: MyText[]
  /** The clauses it is confirmed for, in the words they had then. */
  clauses: ClauseWords[]
  /** When something is looked for: the version that has it, and where, line by line. */
  found: { in: Answer; isNewest: boolean; marks: Stretch[][] } | null
}

export interface MyNotebook {
  /** In reading order; trainers' own questions last. Only those that have what is looked for. */
  entries: NotebookEntry[]
  /** How many answers there are in all. */
  answered: number
  /** Questions of the chapters that wait for an answer, in reading order. */
  open: Question[]
  /** Whether something was looked for. */
  isSearch: boolean
}

/** Everything the actor has written, and what became of it. A visitor has an empty notebook. */
export const myNotebook = define({
  input,
  async run(world, actor, { words }): Promise<MyNotebook> {
    const root = learnerOf(actor)
    const wanted = wantedIn(words)
    // The versions between the first and the newest are opened only where something is looked for in them.
    const { answers } = await myAnswers(world, actor, { history: wanted.length ? true : 'ends' })
    const written = new Set(answers.filter((a) => !a.blank).map((a) => a.question.id))
    return {
      entries: root === null ? [] : await entriesOf(world, root, answers, wanted),
      answered: written.size,
      open: world.content.questions.filter((q) => !q.retired && !written.has(q.id)),
      isSearch: wanted.length > 0,
    }
  },
})

async function entriesOf(world: World, root: string, answers: MyAnswer[], wanted: Wanted): Promise<NotebookEntry[]> {
  const ids = answers.map(({ question }) => question.id)
  const [parts, texts, clauses] = await Promise.all([
    myParts(world, root, ids),
    myTextsOf(world, root),
    confirmedClauses(world, root),
  ])
  return answers.flatMap((answer) => {
    const { id } = answer.question
    const found = foundIn(answer, wanted)
    if (wanted.length > 0 && !found) return []
    const entry = {
      ...answer,
      thenAndNow: thenAndNowOf(answer),
      courses: parts.filter(({ question }) => question.id === id),
      texts: texts.filter(({ question }) => question === id),
      clauses: clauses.get(id) ?? [],
      found,
    }
    return [entry]
  })
}

/** The newest version that has everything that is looked for. */
function foundIn({ history }: MyAnswer, wanted: Wanted): NotebookEntry['found'] {
  if (wanted.length === 0) return null
  for (const version of history.toReversed()) {
    const marks = findWords(version.lines, wanted)
    if (marks) return { in: version, isNewest: version === history.at(-1), marks }
  }
  return null
}

function thenAndNowOf({ history, lines, blank }: MyAnswer): NotebookEntry['thenAndNow'] {
  const first = history.find((version) => !version.blank)
  const [before, now] = [first?.lines.join('\n'), lines.join('\n')]
  if (!first || blank || before === undefined || before === now) return null
  return { first, changes: wordChanges(before, now) }
}
