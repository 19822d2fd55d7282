import { isDeepStrictEqual } from 'node:util'
import { DAY, END, QUESTIONS } from './plan.ts'
import type { Counted, Lived, Saved } from './run.ts'

const keyOf = (...of: (string | number)[]) => of.join(' ')

/** Everything that should never have happened, in words; nothing of it is taken from the core's own reckoning. */
export function leaks({ courses, saved, counted }: Lived): string[] {
  const found: string[] = []
  const byBatch = Map.groupBy(counted, (c) => keyOf(c.course, c.question, c.tick))
  const savedBy = Map.groupBy(saved, (s) => keyOf(s.learner, s.question))
  for (const lines of Map.groupBy(counted, (c) => keyOf(c.learner, c.question)).values()) {
    if (new Set(lines.map((line) => line.course)).size > 1) found.push('an answer was counted in two cohorts')
    if (new Set(lines.map((line) => `${line.lines}`)).size < lines.length) found.push('an answer was counted twice')
  }
  for (const [n, course] of courses.entries()) {
    if (course.changedBetweenTicks) found.push(`a trainer’s view changed outside a tick, in cohort ${n}`)
    for (const [i, view] of course.views.entries())
      for (const { id, pictures } of course.views[i - 1]?.questions ?? []) {
        const now = view.questions.find((question) => question.id === id)?.pictures ?? []
        if (!isDeepStrictEqual(now.slice(0, pictures.length), pictures)) found.push(`a picture changed, in cohort ${n}`)
      }
    for (const { id, pictures } of course.views.at(-1)?.questions ?? [])
      for (const picture of pictures) {
        const key = keyOf(n, id, Date.parse(picture.closedAt))
        const people = byBatch.get(key) ?? []
        byBatch.delete(key)
        if (new Set(people.map((p) => p.learner)).size < (QUESTIONS.find((q) => q.id === id)?.needs ?? 5))
          found.push(`a batch of too few people, in cohort ${n}`)
        const cells = picture.parts.flatMap((part) => part.groups.flatMap((group) => group.cells))
        for (const { label, band } of cells)
          if (band !== bandOf(people, label)) found.push(`a band says something else than what was counted: ${band}`)
        for (const person of people) {
          const stood = savedBy.get(keyOf(person.learner, id))?.findLast((s) => s.at <= person.tick)
          const cell = cells.find(({ key }) => key === stood?.option)
          if (!isDeepStrictEqual(person.lines, [cell?.label])) found.push('a receipt says what was not answered')
        }
      }
  }
  for (const key of byBatch.keys()) found.push(`a receipt names a batch that nobody was shown: ${key}`)
  return found
}

/** As P7 says it: none and few are one band. */
function bandOf(people: Counted[], label: string): string {
  const share = people.filter(({ lines }) => lines.includes(label)).length / people.length
  return share <= 0.25 ? 'few-or-none' : share > 0.6 ? 'most' : 'some'
}

export const WITHIN = 14 * DAY

/**
 * Of the answers given in cohorts of this size to questions that take so many people, the share that was in a batch
 * within 14 days. An answer is somebody's first to a question; its edits are the same answer. Everybody here is verified
 * and counted. Those whose 14 days weren't over at the end are left out.
 */
export function shareReleased({ courses, saved, counted }: Lived, size: number, needs: number): number {
  const asked = new Set(QUESTIONS.filter((q) => q.needs === needs).map((q) => q.id))
  const first = new Map<string, Saved>()
  for (const s of saved) if (!first.has(keyOf(s.learner, s.question))) first.set(keyOf(s.learner, s.question), s)
  const judged = [...first.values()].filter(
    (s) => courses[s.course]?.size === size && asked.has(s.question) && s.at <= END - WITHIN,
  )
  const released = new Map<string, number>()
  for (const c of counted) {
    const key = keyOf(c.learner, c.question)
    released.set(key, Math.min(c.tick, released.get(key) ?? c.tick))
  }
  const intime = judged.filter((s) => (released.get(keyOf(s.learner, s.question)) ?? Infinity) <= s.at + WITHIN)
  return intime.length / judged.length
}
