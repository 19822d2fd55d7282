import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '#core/actor.ts'
import { keepWordings } from '#core/answers/wordings.ts'
import { readConfig } from '#core/config.ts'
import { statement } from '#core/db/db.ts'
import { newId } from '#core/id.ts'
import { myNotebook } from '#core/notebook/my-notebook.ts'
import type { AnswerValue, Question } from '#core/questions/question.ts'
import type { World } from '#core/world.ts'
import { openWorld } from '#tests/support/open-world.ts'
import { byChapter, chapterEntries } from '../../src/components/notebook/chapter-entries.ts'
import { openQuestions } from '../../src/components/notebook/open-questions.ts'
import { TIME_ZONE } from '../../src/components/question/saved-words.ts'

const NOW = Date.parse('2026-03-03T04:00:00Z')
const VERSIONS = 10
const ROUNDS = 25
const AT_MOST = 3

/**
 * How many times as long the whole notebook takes as reading and decrypting the same rows: every question of the
 * chapters answered, ten versions each. The fastest of rounds that take turns: the others waited for the machine.
 */
export async function notebookRatio(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-bench-'))
  const world = await openWorld(
    readConfig({ STANDPOINT_DATA_DIR: join(folder, 'data'), STANDPOINT_SECRET_FILE: join(folder, 'data.key') }),
    NOW,
  )
  try {
    const learnerId = await fill(world)
    const actor: Actor = { kind: 'learner', learnerId }
    const times: { reading: number; notebook: number }[] = []
    for (let round = 0; round < ROUNDS; round++)
      times.push({
        reading: await timed(() => readAndDecrypt(world, learnerId)),
        notebook: await timed(async () => {
          const { entries, open } = await myNotebook(world, actor, {})
          for (const chapter of byChapter(world.content.chapters, entries))
            chapterEntries(chapter, { now: NOW, timeZone: TIME_ZONE })
          openQuestions(world.content.chapters, open)
        }),
      })
    const reading = Math.min(...times.map((t) => t.reading))
    const notebook = Math.min(...times.map((t) => t.notebook))
    const ratio = notebook / reading
    const rows = await world.db.read.selectFrom('answer').select('number').execute()
    console.log(
      `Notebook: ${ratio.toFixed(1)} times reading and decrypting the same ${rows.length} versions (at most ${AT_MOST})`,
    )
    return ratio <= AT_MOST
  } finally {
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill(world: World): Promise<string> {
  const { db, keys, content } = world
  const questions = content.questions.filter((q) => !q.retired)
  await keepWordings(db, questions)
  const id = newId(NOW)
  await keys.make(id)
  await db.write([statement(db.draft.insertInto('learner').values({ id, root_id: id, started_at: NOW }))])
  for (const question of questions) {
    const rows = await Promise.all(
      Array.from({ length: VERSIONS }, async (_, nth) => ({
        learner_id: id,
        question_id: question.id,
        number: nth + 1,
        operation_id: `${question.id} ${nth}`,
        wording_hash: question.hash,
        sealed_value: await keys.seal(id, JSON.stringify(exampleValue(question, nth))),
        channel: 'web' as const,
        saved_at: NOW - (VERSIONS - nth) * 86_400_000,
      })),
    )
    await db.write([statement(db.draft.insertInto('answer').values(rows))])
  }
  return id
}

/** As long as people write, where they write, and a few words other each time. */
function exampleValue(question: Question, nth: number): AnswerValue {
  const words = `We met in the hall for the time number ${nth}, moved the chairs into a ring, and asked the people at the back what they came for. Then ${['tea', 'soup', 'cake'][nth % 3]} came, and somebody sang. `
  const value = question.parts.map((part) => {
    const options = 'options' in part ? part.options.map(({ id }) => id) : []
    const chosen = options[nth % Math.max(1, options.length)]
    if (part.type === 'scale') return [part.name, (nth % part.points) + 1]
    if (part.type === 'single-choice') return [part.name, chosen]
    if (part.type === 'multi-choice') return [part.name, chosen ? [chosen] : []]
    if (part.type === 'boxes') return [part.name, [words.slice(0, 50)]]
    if (part.type === 'short-text') return [part.name, words.slice(0, 60)]
    return part.type === 'long-text' || part.type === 'reason' ? [part.name, words.repeat(2)] : []
  })
  return Object.fromEntries(value.filter(([name]) => name !== undefined))
}

/** No more than what nobody can do without: the rows, their texts, and the values in them. */
async function readAndDecrypt({ db, keys }: World, learnerId: string): Promise<void> {
  const rows = await db.read
    .selectFrom('answer')
    .innerJoin('learner', 'learner.id', 'answer.learner_id')
    .where('learner.root_id', '=', learnerId)
    .selectAll('answer')
    .orderBy('saved_at')
    .execute()
  const texts = await keys.openAll(rows.map((row) => ({ learnerId: row.learner_id, sealed: row.sealed_value })))
  for (const text of texts) JSON.parse(text ?? '')
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
