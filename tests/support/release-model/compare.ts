import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import type { Actor } from '#core/actor.ts'
import type { Course } from './reference.ts'
import { COURSES, LABELS, QUESTIONS, trainerOf, type World } from './world.ts'

const iso = (at: number) => new Date(at).toISOString()
const inOrder = <T>(list: T[]) => list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** What the trainers of a course see, against the batches that the promises allow. Gives the view, byte for byte. */
async function compareCourse({ reference, installation, actors, courses }: World, course: Course): Promise<string> {
  const { core } = installation
  const trainer = trainerOf(actors, course.staff[0])
  const cohort = courses.get(course.name)?.id as string
  const { questions, participation } = await core.cohortInsights(trainer, { cohort })
  const askOf = (id: string, wording: string) => {
    const now = core.content.question(id)
    return wording === now?.hash ? now.ask : 'In the old words?'
  }
  const seen = questions.map(({ id, pictures }) => ({
    id,
    pictures: inOrder(
      pictures.map(({ closedAt, ask, parts }) => {
        const cells = parts.flatMap((p) => p.groups.flatMap((g) => g.cells))
        const bands = Object.fromEntries(cells.map(({ key, band }) => [key, band]))
        return { closedAt, ask, bands, mean: parts.find((p) => p.mean !== null)?.mean ?? null }
      }),
    ),
  }))
  const promised = questions.map(({ id }) => ({
    id,
    pictures: inOrder(
      (reference.released.get(course.name) ?? [])
        .filter((batch) => batch.question === id)
        .map(({ tick, wording, bands, mean }) => ({ closedAt: iso(tick), ask: askOf(id, wording), bands, mean })),
    ),
  }))
  deepStrictEqual(seen, promised, `what the trainers of course ${course.name} see (first) is not what is promised`)
  const words = questions.flatMap(({ cards }) => cards.map((card) => card.words)).toSorted()
  const cards = (reference.cards.get(course.name) ?? []).map((card) => card.words).toSorted()
  deepStrictEqual(
    words,
    cards,
    `the cards that the trainers of course ${course.name} see (first) are not those promised`,
  )
  strictEqual(participation, reference.participation.get(course.name), `the band of people in course ${course.name}`)
  return JSON.stringify({ questions, participation })
}

/** What a member sees of their own: exactly what was counted of it, and what became of the rest. */
async function compareMember(world: World, name: string, course: Course): Promise<void> {
  const { reference, installation, actors, courses } = world
  const cohort = courses.get(course.name)?.id as string
  const seen = await installation.core.cohortForLearner(actors.get(name) as Actor, { cohort })
  const now = installation.now()
  const lines = (choice: string | null) => (choice === null ? [] : [LABELS[choice]])
  const receipts = (id: string) =>
    (reference.of(name)?.receipts.get(id) ?? [])
      .filter((receipt) => receipt.course === course.name)
      .map(({ tick, choice }) => ({ closedAt: iso(tick), lines: lines(choice) }))
  const promised = QUESTIONS.map(({ id }) => ({
    id,
    state: reference.stateOf(name, course, id, now),
    shown: inOrder(receipts(id)),
  }))
  const mine = seen.mine.map(({ question, state, shown }) => ({ id: question.id, state, shown: inOrder(shown) }))
  const who = `what ${name} sees of their own in course ${course.name} (first) is not what is promised`
  deepStrictEqual(inOrder(mine), inOrder(promised), who)
  strictEqual(seen.participation, reference.participation.get(course.name), `the band that ${name} sees`)
}

/** Compares every course, and these people in each that they joined. Gives what the trainers see. */
export async function compare(world: World, who: string[]): Promise<string> {
  const views: string[] = []
  for (const course of COURSES) {
    views.push(await compareCourse(world, course))
    for (const name of who)
      if (world.reference.of(name)?.courses.has(course.name)) await compareMember(world, name, course)
  }
  return views.join('\n')
}
