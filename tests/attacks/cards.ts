import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import { answer, type Choice, rates, tells } from './group.ts'

/** The two questions of the course whose words can be shown. */
export const ROLE = 'cd.my-role'
export const BELONG = 'community.belong'

export const writes: Record<string, (words: string) => Choice> = {
  [ROLE]: (words) => rates(3, words),
  [BELONG]: (words) => tells(words, 'listened-to'),
}

/** Answers a question with these words and approves exactly them, having looked at what is marked. */
export async function shares(core: Core, author: Actor, question: string, words: string): Promise<void> {
  await answer(core, author, (writes[question] as (words: string) => Choice)(words))
  await core.approveText(author, { question, words, looked: true })
}

/** The words on the cards of a question, in the order in which the trainer sees them. */
export async function cardsSeen(core: Core, trainer: Actor, course: SetUp, question: string): Promise<string[]> {
  const { questions } = await core.cohortInsights(trainer, { cohort: course.id })
  return (questions.find((q) => q.id === question)?.cards ?? []).map((card) => card.words)
}
