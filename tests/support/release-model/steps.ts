import fc from 'fast-check'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Course } from './reference.ts'
import {
  COURSES,
  END,
  HOUR,
  LABELS,
  OLD_WORDING,
  PEOPLE,
  QUESTIONS,
  type Question,
  TOLD,
  TRAINERS,
  type World,
} from './world.ts'

/** One thing that happens. It is told to the reference and done to the core; what it says is what a failure prints. */
export interface Step {
  says: string
  /** Who did it, so that what they see is looked at after it. */
  who: string[]
  /** Whether batches may close at it. At any other step no trainer's view may change. */
  ticks?: boolean
  run(world: World): Promise<void>
}

const course = fc.constantFrom(...COURSES)
const named = ({ name }: Course) => `course ${name}`
const person = fc.constantFrom(...PEOPLE)
/** People in a row: most often from the first, and as many as it takes, one fewer or one more. */
const group = fc
  .tuple(fc.constantFrom(0, 0, 0, 0, 1, 3, 5, 8, 12), fc.constantFrom(5, 4, 6, 8, 10, 9, 1, 3))
  .map(([from, count]) => PEOPLE.slice(Math.min(from, PEOPLE.length - count)).slice(0, count))
/** Enough for a batch, or one too few. */
const crowd = fc.constantFrom(5, 8, 4, 6, 10, 9).map((count) => PEOPLE.slice(0, count))
const listed = (who: string[]) => (who.length > 2 ? `${who[0]} to ${who.at(-1)}` : who.join(' and '))

/** Those who can: whoever erased themselves is gone, and notebooks that were joined are one person. */
const able = (world: World, who: string[], can: (name: string) => boolean = () => true): string[] => [
  ...new Map(
    who.filter((name) => world.reference.of(name) && can(name)).map((n) => [world.reference.of(n), n]),
  ).values(),
]
const actorOf = (world: World, name: string) => world.actors.get(name) as Actor
const idOf = (world: World, { name }: Course) => world.courses.get(name)?.id as string

async function join(world: World, who: string[], to: Course, counted: boolean) {
  const code = world.courses.get(to.name)?.joinCode as string
  const names = able(world, who, (name) => !world.reference.runs(name, to))
  for (const name of names) world.reference.joins(name, to.name, counted, world.installation.now())
  await Promise.all(names.map((name) => world.installation.core.joinCohort(actorOf(world, name), { code, counted })))
}

async function leave(world: World, who: string[], from: Course) {
  const names = able(world, who, (name) => world.reference.of(name)?.courses.has(from.name) ?? false)
  for (const name of names) world.reference.leaves(name, from.name)
  const cohort = idOf(world, from)
  await Promise.all(names.map((name) => world.installation.core.leaveCohort(actorOf(world, name), { cohort })))
}

const joining = (who: string[], to: Course, counted: boolean): Step => ({
  says: `${listed(who)} join ${named(to)}${counted ? '' : ', not to be counted'}`,
  who,
  run: (world) => join(world, who, to, counted),
})
const joins = fc
  .record({ who: group, to: course, counted: fc.constantFrom(true, true, true, true, true, false) })
  .map(({ who, to, counted }) => joining(who, to, counted))

const leaves = fc
  .record({ who: group, from: course })
  .map(({ who, from }): Step => ({ says: `${listed(who)} leave ${named(from)}`, who, run: (w) => leave(w, who, from) }))

const moves = fc.record({ who: group, from: course, to: course }).map(
  ({ who, from, to }): Step => ({
    says: `${listed(who)} move from ${named(from)} to ${named(to)}`,
    who,
    async run(world) {
      const were = who.filter((name) => world.reference.of(name)?.courses.has(from.name))
      await leave(world, were, from)
      await join(world, were, to, true)
    },
  }),
)

const chooses = fc.record({ who: group, of: course, counted: fc.boolean() }).map(
  ({ who, of, counted }): Step => ({
    says: `${listed(who)} choose ${counted ? '' : 'not '}to be counted in ${named(of)}`,
    who,
    async run(world) {
      const names = able(world, who, (name) => world.reference.of(name)?.courses.has(of.name) ?? false)
      for (const name of names) world.reference.joins(name, of.name, counted, world.installation.now())
      const sent = { cohort: idOf(world, of), counted }
      await Promise.all(names.map((name) => world.installation.core.setCounted(actorOf(world, name), sent)))
    },
  }),
)

async function save(
  world: World,
  who: string[],
  question: Question,
  choice: string | null,
  words: string,
  old: boolean,
) {
  const { core, now } = world.installation
  const current = core.content.question(question.id)?.hash as string
  const wording = old ? OLD_WORDING : current
  const hasWords =
    !('words' in question.value(choice, words)) && JSON.stringify(question.value(null, 'w')).includes('"w"')
  const given = { choice, words: hasWords ? words : '', wording }
  const names = able(world, who)
  for (const name of names) world.reference.answers(name, question.id, given, now())
  const sent = { question: question.id, value: question.value(choice, words), wording, channel: 'web' as const }
  await Promise.all(names.map((name) => core.saveAnswer(actorOf(world, name), sent)))
}

/** The first is asked most, so that batches follow each other. */
const ASKED_OFTEN = [...QUESTIONS, ...QUESTIONS.slice(0, 1), ...QUESTIONS.slice(0, 1)]

const answering = (by: fc.Arbitrary<string[]>) =>
  fc
    .record({
      who: by,
      question: fc.constantFrom(...ASKED_OFTEN),
      nth: fc.constantFrom(0, 0, 0, 1, 1, null),
      words: fc.constantFrom('', '', 'Some words.', 'Other words.'),
      old: fc.constantFrom(false, false, false, false, false, true),
    })
    .map(({ who, question, nth, words, old }): Step => {
      const choice = nth === null ? null : (question.options.filter((option) => option in LABELS)[nth] ?? null)
      const before = old && question.id === QUESTIONS[0]?.id
      return {
        says: `${listed(who)} answer ${question.id}: ${choice ?? 'no choice'}, “${words}”${before ? ', in the old wording' : ''}`,
        who,
        run: (world) => save(world, who, question, choice, words, before),
      }
    })

/** Whoever chose one of two options chooses the other, or chooses one for the first time. */
const changes = fc.record({ who: crowd, question: fc.constantFrom(...ASKED_OFTEN) }).map(
  ({ who, question }): Step => ({
    says: `${listed(who)} change what they chose for ${question.id}`,
    who,
    async run(world) {
      const [one, other] = question.options.filter((option) => option in LABELS)
      const chose = (name: string) => world.reference.of(name)?.answers.get(question.id)?.choice
      const ones = who.filter((name) => chose(name) === one)
      const others = who.filter((name) => !ones.includes(name))
      await save(world, ones, question, other ?? null, '', false)
      await save(world, others, question, one ?? null, '', false)
    },
  }),
)

const takesBack = fc.record({ who: group, question: fc.constantFrom(...QUESTIONS) }).map(
  ({ who, question }): Step => ({
    says: `${listed(who)} take ${question.id} back`,
    who,
    run: (world) => save(world, who, question, null, '', false),
  }),
)

const signsIn = fc.record({ who: fc.constantFrom('L1', 'L2', 'L5', 'L6', 'L9', 'T1'), nth: fc.nat(2) }).map(
  ({ who, nth }): Step => ({
    says: `${who} signs in with ${['ann@', 'ann+two@', 'bob@'][nth]}`,
    who: [who],
    async run(world) {
      const { address, mailbox } = world.addresses[nth] as World['addresses'][0]
      if (!world.reference.of(who) || world.reference.tie(who, address)) return
      world.reference.proves(who, address, mailbox)
      const actor = await world.installation.signIn(actorOf(world, who), address)
      for (const name of PEOPLE) if (world.reference.of(name) === world.reference.of(who)) world.actors.set(name, actor)
    },
  }),
)

const erases = person.map(
  (who): Step => ({
    says: `${who} erases everything`,
    who: [],
    async run(world) {
      const { reference } = world
      // A course whose trainers have gone has nobody left to compare its view by.
      if (!reference.of(who) || TRAINERS.some((t) => reference.of(t) === reference.of(who))) return
      reference.erases(who, world.installation.now())
      await world.installation.core.eraseMe(actorOf(world, who), { sure: 'delete everything' })
    },
  }),
)

/** Short enough that nothing in them could name anybody. */
const WORDS = ['I listen.', 'I ask why.', 'I make the tea.']

const approves = fc.record({ who: group, words: fc.constantFrom(...WORDS) }).map(
  ({ who, words }): Step => ({
    says: `${listed(who)} approve “${words}”`,
    who,
    async run({ reference, installation, ...world }) {
      for (const name of able({ reference, installation, ...world }, who)) {
        const course = reference.wordsGoTo(name, installation.now())
        if (!course) continue
        reference.approves(name, course, words, installation.now())
        await installation.core.approveText(world.actors.get(name) as Actor, { question: TOLD, words })
      }
    },
  }),
)

const withdraws = group.map(
  (who): Step => ({
    says: `${listed(who)} take their words back`,
    who,
    async run(world) {
      for (const name of able(world, who)) {
        world.reference.takesTextsBack(name, world.installation.now())
        await world.installation.core.withdrawText(actorOf(world, name), { question: TOLD })
      }
    },
  }),
)

const ALL_TICKS = [...new Set(COURSES.flatMap((c) => c.ticks))].toSorted((a, b) => a - b)

/** A few minutes after the nth tick from now. */
function pass(world: World, ticks: number) {
  const { now, at } = world.installation
  const to = ALL_TICKS.filter((tick) => tick > now())[ticks - 1]
  if (to !== undefined && to < END - 30 * 24 * HOUR) at(to + 5 * 60_000)
}
const ticksOf = (count: number) => `${count} tick${count === 1 ? '' : 's'}`

const ticks = fc.constantFrom(1, 2, 3, 1, 4, 0).map(
  (count): Step => ({
    says: count ? `${ticksOf(count)} later, what is due is closed` : 'what is due is closed',
    who: [],
    ticks: true,
    async run(world) {
      pass(world, count)
      await close(world)
    },
  }),
)

export async function close(world: World) {
  world.reference.closes(world.installation.now())
  const { failed } = await world.installation.core.closeBatches(SYSTEM, {})
  if (failed) throw new Error(`${failed} courses could not be closed.`)
}

const passes = fc
  .constantFrom(1, 2)
  .map(
    (count): Step => ({ says: `${ticksOf(count)} pass, and nothing runs`, who: [], run: async (w) => pass(w, count) }),
  )

const stepsBack = fc.constantFrom(1, 7, 30).map(
  (hours): Step => ({
    says: `the clock is set back by ${hours} h`,
    who: [],
    run: async ({ installation }) => installation.at(installation.now() - hours * HOUR),
  }),
)

/** What begins a run: without it, most would be over before anybody is counted. */
export const beginning: fc.Arbitrary<Step[]> = fc.tuple(
  fc.tuple(crowd, course).map(([who, to]) => joining(who, to, true)),
  answering(crowd),
)

/**
 * Everything that can happen, with how often. A new kind of thing is a step like those above, a line here, what it does to
 * a notebook in `people.ts`, and what follows at a tick in `reference.ts`.
 */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 7, arbitrary: answering(group) },
  { weight: 4, arbitrary: changes },
  { weight: 8, arbitrary: ticks },
  { weight: 4, arbitrary: joins },
  { weight: 2, arbitrary: moves },
  { weight: 2, arbitrary: signsIn },
  { weight: 1, arbitrary: leaves },
  { weight: 1, arbitrary: chooses },
  { weight: 1, arbitrary: takesBack },
  { weight: 1, arbitrary: erases },
  { weight: 3, arbitrary: approves },
  { weight: 1, arbitrary: withdraws },
  { weight: 1, arbitrary: passes },
  { weight: 1, arbitrary: stepsBack },
)
