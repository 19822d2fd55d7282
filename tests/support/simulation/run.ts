import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import type { Insights } from '#core/insights/cohort-insights.ts'
import { type Installation, newPeople, openInstallation } from '#tests/support/release-model/installation.ts'
import { DAY, type Deed, END, HOUR, type Plan, QUESTIONS, START, WEEKS } from './plan.ts'

/** What was done, and what was seen of it: all that the ledger needs, and nothing that the core says of itself. */
export interface Course {
  size: number
  id: string
  /** What its trainer saw after each tick, and what differed when they looked again before the next. */
  views: Pick<Insights, 'questions' | 'participation'>[]
  changedBetweenTicks: number
}
export interface Saved {
  learner: number
  question: string
  option: string
  at: number
  /** Where its author was then. */
  course: number
}
/** A line of somebody's own receipt. */
export interface Counted {
  learner: number
  question: string
  course: number
  tick: number
  lines: string[]
}
export interface Lived {
  courses: Course[]
  saved: Saved[]
  counted: Counted[]
}

/** `settling`: every night, once enough answers are four days old. */
export type Rhythm = 'nightly' | 'settling' | 'weekly'
const SETTLE_DAYS = 4
const weekly = Array.from({ length: WEEKS }, (_, n) => START + (n + 1) * 7 * DAY - HOUR)
const nightly = Array.from({ length: WEEKS * 7 }, (_, n) => START + n * DAY + 18 * HOUR)

const exampleOf: Record<string, (option: string) => Record<string, unknown>> = {
  'cd.doing-with': (option) => ({ place: option }),
  'community.belong': (option) => ({ story: 'Words.', themes: [option] }),
  'cd.whose-agenda': (option) => ({ first: option }),
  'cd.my-role': (option) => ({ place: Number(option) }),
}

/** Lives the plan on a real core, hour by hour, with the ticks of this rhythm. */
export async function live(plan: Plan, rhythm: Rhythm): Promise<Lived> {
  const installation = await openInstallation(START)
  try {
    return await liveOn(installation, plan, rhythm)
  } finally {
    await installation.close()
  }
}

async function liveOn(installation: Installation, plan: Plan, rhythm: Rhythm): Promise<Lived> {
  const { core, at } = installation
  const { learnerId } = await core.startNotebook(VISITOR, {})
  const trainer: Actor = { kind: 'trainer', learnerId }
  const when =
    rhythm !== 'weekly'
      ? { nightly: true, settle: rhythm === 'settling' ? SETTLE_DAYS : 0 }
      : { ticks: weekly.map((tick) => new Date(tick).toISOString()) }
  const setUp = { name: 'A course', trainer: 'Ms Invented', questions: QUESTIONS.map((q) => q.id), ...when }
  const made = await Promise.all(plan.sizes.map(() => core.createCohort(trainer, setUp)))
  const courses = made.map(({ id }, n): Course => {
    const nothing = { questions: [], participation: '0-4' as const }
    return { size: plan.sizes[n] as number, id, views: [nothing], changedBetweenTicks: 0 }
  })
  const people = await newPeople(
    installation,
    plan.cohortOf.map((_, n) => `${n}`),
  )
  const isIn = [...plan.cohortOf]
  const join = (learner: number, counted = true) => {
    const code = made[isIn[learner] as number]?.joinCode as string
    return core.joinCohort(people[learner] as Actor, { code, counted })
  }
  await Promise.all(people.map((_, learner) => join(learner)))
  const saved: Saved[] = []
  const been = plan.cohortOf.map((course) => new Set([course]))

  const act = async ({ learner, does }: Deed) => {
    const actor = people[learner] as Actor
    if ('moveTo' in does) {
      await core.leaveCohort(actor, { cohort: made[isIn[learner] as number]?.id as string })
      isIn[learner] = does.moveTo
      been[learner]?.add(does.moveTo)
      await join(learner)
      return
    }
    const { id } = does.answer
    saved.push({ learner, question: id, option: does.option, at: installation.now(), course: isIn[learner] as number })
    await core.saveAnswer(actor, { question: id, value: exampleOf[id]?.(does.option) ?? {}, channel: 'web' })
  }
  const view = async ({ id }: Course) => {
    const { questions, participation } = await core.cohortInsights(trainer, { cohort: id })
    return { questions, participation }
  }
  for (const course of courses) course.views = [await view(course)]
  let next = 0
  for (const tick of [...(rhythm === 'weekly' ? weekly : nightly), END]) {
    for (; (plan.deeds[next]?.at ?? END) < tick; ) {
      const hour = Math.ceil((plan.deeds[next] as Deed).at / HOUR) * HOUR
      const now: Deed[] = []
      // Nobody does two things at once: what would come second waits for the next round.
      for (; (plan.deeds[next]?.at ?? END) < Math.min(hour, tick); next++) {
        const deed = plan.deeds[next] as Deed
        if (now.some(({ learner }) => learner === deed.learner)) break
        now.push(deed)
      }
      at(now.at(-1)?.at ?? hour)
      await Promise.all(now.map(act))
    }
    for (const course of courses)
      if (JSON.stringify(await view(course)) !== JSON.stringify(course.views.at(-1))) course.changedBetweenTicks++
    at(tick + 1)
    if (tick === END) break
    const { failed } = await core.closeBatches(SYSTEM, {})
    if (failed) throw new Error(`${failed} courses could not be closed.`)
    for (const course of courses) course.views.push(await view(course))
  }

  const counted: Counted[] = []
  for (const [learner, actor] of people.entries())
    for (const course of been[learner] ?? []) {
      // Whoever moved joins once more, not to be counted, and only to read their own receipt there.
      if (course !== isIn[learner]) {
        await core.joinCohort(actor, { code: made[course]?.joinCode as string, counted: false })
      }
      const { mine } = await core.cohortForLearner(actor, { cohort: made[course]?.id as string })
      for (const { question, shown } of mine)
        for (const { closedAt, lines } of shown)
          counted.push({ learner, question: question.id, course, tick: Date.parse(closedAt), lines })
    }
  return { courses, saved, counted }
}
