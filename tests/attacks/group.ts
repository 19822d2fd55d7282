import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import { type Config, readConfig } from '#core/config.ts'
import type { Log } from '#core/log.ts'
import { content } from '#tests/support/open.ts'
import { removeFolder } from './remove-folder.ts'

/** An installation whose clock the test moves. */
export interface Place {
  config: Config
  core: Core
  /** Lines for operators, of the core and of the server, as they were logged. */
  logged: string[]
  /** Sets the clock. */
  at(iso: string): void
}

export const START = '2026-03-02T09:00:00.000Z'
export const TICK = '2026-03-03T09:30:00.000Z'
export const SECOND_TICK = '2026-03-10T09:30:00.000Z'
export const THIRD_TICK = '2026-03-17T09:30:00.000Z'

const logTo =
  (lines: string[]): Log =>
  (event, facts) =>
    void lines.push(`${event} ${JSON.stringify(facts ?? {})}`)

/** Gives an installation a clock of its own, and closes it with the test. */
export async function openAt(config: Config, iso = START, asks = content): Promise<Place> {
  const clock = join(config.dataDir, '..', 'clock')
  mkdirSync(config.dataDir, { recursive: true })
  writeFileSync(clock, iso)
  // One address for all worlds, whatever port they listen on.
  const settled = { ...config, testClock: clock, url: 'http://standpoint.example' }
  const logged: string[] = []
  const core = await openCore(settled, { log: logTo(logged), content: asks })
  let open = true
  const close = core.close
  core.close = async () => {
    if (open) await close()
    open = false
  }
  onTestFinished(() => core.close())
  return { config: settled, core, logged, at: (time) => writeFileSync(clock, time) }
}

/** A new installation on SQLite files. */
export async function newPlace(settings: Record<string, string> = {}): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-attack-'))
  onTestFinished(() => removeFolder(folder))
  return openAt(
    readConfig({
      STANDPOINT_DATA_DIR: join(folder, 'data'),
      STANDPOINT_SECRET_FILE: join(folder, 'data.key'),
      ...settings,
    }),
  )
}

/** Installations that are the same to the last byte, one for each name; the one they were copied from is closed. */
export async function worlds<Name extends string>(place: Place, ...of: Name[]): Promise<Record<Name, Place>> {
  await place.core.close()
  const from = join(place.config.dataDir, '..')
  const copy = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'standpoint-world-'))
    onTestFinished(() => removeFolder(folder))
    cpSync(from, folder, { recursive: true })
    const clock = join(folder, 'clock')
    const config = {
      ...place.config,
      dataDir: join(folder, 'data'),
      secretFile: join(folder, 'data.key'),
      testClock: clock,
    }
    const logged: string[] = []
    const core = await openCore(config, { log: logTo(logged), content })
    onTestFinished(() => core.close())
    return { config, core, logged, at: (iso: string) => writeFileSync(clock, iso) }
  }
  const made = {} as Record<Name, Place>
  for (const name of of) made[name] = await copy()
  return made
}

/** Changes the data as no verb can, to build what the attack needs. */
export function alter(place: Place, sql: string, ...parameters: string[]): void {
  const db = new DatabaseSync(join(place.config.dataDir, 'standpoint.db'), { timeout: 5000 })
  db.prepare(sql).run(...parameters)
  db.close()
}

const learnerIdOf = (actor: Actor): string => {
  if (!('learnerId' in actor)) throw new Error('This actor has no notebook.')
  return actor.learnerId
}

export async function newTrainer(core: Core): Promise<Actor> {
  const { learnerId } = await core.startNotebook(VISITOR, {})
  return { kind: 'trainer', learnerId }
}

/** Somebody with a notebook who has proven nothing. */
export async function newVisitor(core: Core): Promise<Actor> {
  const { learnerId } = await core.startNotebook(VISITOR, {})
  return { kind: 'learner', learnerId }
}

/** Somebody whom a platform vouches for. */
export const newPerson = (core: Core, name: string): Promise<Actor> =>
  core.linkAccount(SYSTEM, { kind: 'slack', subject: `T0COURSE:U${name}`, verified: true })

export const idOf = learnerIdOf

export interface Choice {
  question: string
  value: Record<string, unknown>
}

/** `cd.doing-with`: one choice. */
export const chooses = (option: string): Choice => ({ question: 'cd.doing-with', value: { place: option } })
/** `cd.my-role`: a scale from 1 to 5, with a reason in the learner's own words. */
export const rates = (point: number, move = ''): Choice => ({ question: 'cd.my-role', value: { place: point, move } })
/** `community.belong`: a personal story, with tags. */
export const tells = (story: string, ...themes: string[]): Choice => ({
  question: 'community.belong',
  value: { story, themes },
})
export const QUESTIONS = ['cd.doing-with', 'cd.my-role', 'community.belong']

export const answer = (core: Core, actor: Actor, { question, value }: Choice) =>
  core.saveAnswer(actor, { question, value, channel: 'web' })

export const newCourse = (core: Core, trainer: Actor, more: Record<string, unknown> = {}): Promise<SetUp> =>
  core.createCohort(trainer, {
    name: 'Neighbours’ course',
    trainer: 'Ms Invented',
    questions: QUESTIONS,
    ticks: [TICK, SECOND_TICK, THIRD_TICK],
    ...more,
  })

export const joins = (core: Core, actor: Actor, course: SetUp, counted = true) =>
  core.joinCohort(actor, { code: course.joinCode, counted })

/** Proven people who joined to be counted. */
export async function newMembers(core: Core, course: SetUp, names: string[]): Promise<Actor[]> {
  const people = await Promise.all(names.map((name) => newPerson(core, name)))
  for (const person of people) await joins(core, person, course)
  return people
}

export const names = (count: number, from = 1): string[] => Array.from({ length: count }, (_, i) => `M${from + i}`)

/** Lets the ticks up to a time run. */
export async function tick(place: Place, iso: string) {
  place.at(iso)
  return place.core.closeBatches(SYSTEM, {})
}
