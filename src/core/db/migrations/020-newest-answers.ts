import type { Kysely } from 'kysely'
import type { Step } from '../migrate.ts'

/** Which version of an answer is the newest, without reading the others: every save asks. */
export const newestAnswers: Step = () => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('answer_by_time')
      .on('answer')
      .columns(['learner_id', 'question_id', 'saved_at', 'number'])
      .execute()
  },
})
