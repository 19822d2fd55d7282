import { createSecretKey } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { SYSTEM } from '#core/actor.ts'
import { keepWordings } from '#core/answers/wordings.ts'
import { LEAST_PEOPLE } from '#core/cohorts/countable.ts'
import type { Config } from '#core/config.ts'
import type { Db } from '#core/db/db.ts'
import { statement } from '#core/db/db.ts'
import { chunksOf } from '#core/db/in-chunks.ts'
import { openKeysDatabase } from '#core/db/keys-database.ts'
import { newId, newPublicId } from '#core/id.ts'
import { sealWith } from '#core/privacy/keys.ts'
import { readSecretFile } from '#core/privacy/secret-file.ts'
import type { AnswerValue, Question } from '#core/questions/question.ts'
import { closeBatches } from '#core/release/close-batches.ts'
import type { World } from '#core/world.ts'
import { openWorld } from '#tests/support/open-world.ts'

const NOW = Date.parse('2026-03-03T04:00:00Z')
const DAY = 86_400_000
/** Ten questions of the usual kinds: words with tags, choices, a scale. */
const ASKED = [
  'community.first-words',
  'community.belong',
  'community.ties',
  'community.whose-voice',
  'community.working-definition',
  'cd.doing-with',
  'cd.strengths',
  'cd.whose-agenda',
  'cd.my-role',
  'cd.definition-now',
]
/** As long as people write, where they write. */
const WORDS =
  'We met in the hall, moved the chairs into a ring, and asked the people at the back what they came for. '.repeat(3)

/** A valid answer, which differs from one person to the next. */
function exampleValue(question: Question, nth: number): AnswerValue {
  const value = question.parts.map((part) => {
    const options = 'options' in part ? part.options.map(({ id }) => id) : []
    const chosen = options[nth % Math.max(1, options.length)]
    if (part.type === 'scale') return [part.name, (nth % part.points) + 1]
    if (part.type === 'single-choice') return [part.name, chosen]
    if (part.type === 'multi-choice') return [part.name, chosen ? [chosen] : []]
    if (part.type === 'boxes') return [part.name, [WORDS.slice(0, 40)]]
    return [part.name, part.type === 'short-text' ? WORDS.slice(0, 60) : WORDS]
  })
  return Object.fromEntries(value)
}

/** Nightly courses with proven learners who have all answered ten questions, written in bulk past the verbs. */
export async function fillCourses(config: Config, courses: number, learnersEach: number): Promise<World> {
  const world = await openWorld(config, NOW)
  const { content, db } = world
  await keepWordings(db, content.questions)
  const questions = ASKED.map((id) => content.question(id) as Question)
  const keysDb = await openKeysDatabase({ url: config.keysUrl as string })
  const secret = createSecretKey(readSecretFile(config.secretFile))
  for (let nth = 0; nth < courses; nth++) await fillCourse(nth)
  // As a database that has been in use would have done by itself.
  await db.write([{ sql: 'analyze', parameters: [] }])
  await keysDb.db.write([{ sql: 'analyze', parameters: [] }])
  await keysDb.db.close()
  return world

  async function fillCourse(nth: number) {
    const began = NOW - 9 * DAY
    const id = newPublicId()
    const people = Array.from({ length: learnersEach + 1 }, () => newId(began))
    const learners = people.slice(1)
    const wrapped = people.map((learnerId, i) => {
      const bytes = Buffer.alloc(32, `${nth} ${i} `)
      const sealed = sealWith(secret, learnerId, bytes.toString('base64url'))
      return { learnerId, key: createSecretKey(bytes), sealed }
    })
    await keysDb.db.write(wrapped.map(({ learnerId, sealed }) => keysDb.query.insert(learnerId, sealed, began)))
    const cohort = { id, name: 'A course', join_code: id, k: LEAST_PEOPLE, rhythm: 'nightly' as const, people: null }
    const answers = wrapped.slice(1).flatMap(({ learnerId, key }, i) =>
      questions.map((question, q) => ({
        learner_id: learnerId,
        question_id: question.id,
        number: 1,
        operation_id: `${q}`,
        wording_hash: question.hash,
        sealed_value: sealWith(key, learnerId, JSON.stringify(exampleValue(question, i * 7 + q))),
        channel: 'web' as const,
        saved_at: NOW - DAY - i,
      })),
    )
    const { draft } = db
    await db.write([
      statement(draft.insertInto('learner').values(people.map((p) => ({ id: p, root_id: p, started_at: began })))),
      statement(
        draft.insertInto('identity').values(
          learners.map((learner_id, i) => {
            const mailbox = `m${i}@${nth}.example.org`
            return { kind: 'email' as const, subject: mailbox, learner_id, verified_at: began, mailbox }
          }),
        ),
      ),
      statement(
        draft.insertInto('cohort').values({
          ...cohort,
          named_ticks: 0,
          made_at: began,
          is_open: 1,
          settle_days: 0,
          own_questions: 0,
          names_to_watch: '[]',
          channel_sees: 0,
        }),
      ),
      statement(
        draft.insertInto('staff').values({ cohort_id: id, learner_id: people[0] as string, name: 'Ms Invented' }),
      ),
      statement(
        draft.insertInto('cohort_question').values(ASKED.map((question_id) => ({ cohort_id: id, question_id }))),
      ),
      statement(
        draft
          .insertInto('member')
          .values(learners.map((learner_id) => ({ cohort_id: id, learner_id, counted: 1, joined_at: began }))),
      ),
      ...chunksOf(answers).map((chunk) => statement(draft.insertInto('answer').values(chunk))),
    ])
  }
}

export interface BigTick {
  cohorts: number
  answers: number
  batches: number
  failed: number
  seconds: number
  /** How much of that this process was on a processor; on a busy machine the rest is mostly waiting. */
  cpuSeconds: number
  /** How long it takes to do no more than read and decrypt the same answers. */
  readingSeconds: number
  peakMb: number
  /** How much the heap grew from one cohort to the next, in kB, after collecting garbage: a line through all samples. */
  heapPerCohortKb: number
}

const SAMPLED_EVERY = 50
setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Closes everything that is due, once, and measures; first it only reads and decrypts the same answers. */
export async function measureTick(world: World): Promise<BigTick> {
  const answers = await world.db.read.selectFrom('answer').select(['learner_id', 'sealed_value']).execute()
  const readingSeconds = await timed(async () => {
    for (const chunk of chunksOf(answers.map((row) => row.learner_id))) {
      const rows = await world.db.read
        .selectFrom('answer')
        .select(['learner_id', 'sealed_value'])
        .where('learner_id', 'in', [...new Set(chunk)])
        .execute()
      const texts = await world.keys.openAll(
        rows.map((row) => ({ learnerId: row.learner_id, sealed: row.sealed_value })),
      )
      for (const text of texts) JSON.parse(text ?? '')
    }
  })
  const count = answers.length
  answers.length = 0
  const heap: number[] = []
  let [written, peak, collecting] = [0, 0, 0]
  const write: Db['write'] = async (unit) => {
    const result = await world.db.write(unit)
    peak = Math.max(peak, process.memoryUsage.rss())
    if (++written % SAMPLED_EVERY === 0) {
      const began = performance.now()
      collect()
      heap.push(process.memoryUsage().heapUsed)
      collecting += performance.now() - began
    }
    return result
  }
  const before = process.cpuUsage()
  let closed = { cohorts: 0, batches: 0, failed: 0 }
  const seconds = await timed(async () => {
    closed = await closeBatches({ ...world, db: { ...world.db, write } }, SYSTEM, {})
  })
  const { user, system } = process.cpuUsage(before)
  return {
    ...closed,
    answers: count,
    seconds: seconds - collecting / 1000,
    cpuSeconds: (user + system) / 1e6,
    readingSeconds,
    peakMb: peak / 2 ** 20,
    heapPerCohortKb: slopeOf(heap) / SAMPLED_EVERY / 1024,
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** Least squares: by how much the values grow from one to the next. */
function slopeOf(values: number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  const across = values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0)
  return across / values.reduce((sum, _value, i) => sum + (i - middle) ** 2, 0)
}
