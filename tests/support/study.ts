import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Background } from '#core/research/background.ts'
import type { StudyDefinition } from '#core/research/study-definition.ts'
import { removeFolder } from '../attacks/remove-folder.ts'
import { readTable } from './read-csv.ts'

export const STUDY: StudyDefinition = {
  id: 'working-with',
  version: 1,
  title: 'Doing to, for, with and by',
  by: 'Dr Invented, University of Nowhere',
  contact: 'invented@nowhere.example',
  purpose: 'We want to know whether paid and unpaid people see their work differently.',
  questions: ['cd.doing-with', 'cd.my-role'],
  personal: false,
  background: ['nation', 'paid'],
  until: '2027-12-31',
  consent: 'You may count what I choose.\n\nI can take this back.',
}

/** Within quarters that follow one another, and the days on which they are over. */
export const IN_Q1 = '2026-03-02T09:00:00.000Z'
export const AFTER_Q1 = '2026-04-02T09:00:00.000Z'
export const IN_Q2 = '2026-05-04T09:00:00.000Z'
export const AFTER_Q2 = '2026-07-02T09:00:00.000Z'

export const open = (core: Core, more: Partial<StudyDefinition> = {}) => core.openStudy(SYSTEM, { ...STUDY, ...more })

/** Somebody whom a platform vouches for. */
export const person = (core: Core, name: string): Promise<Actor> =>
  core.linkAccount(SYSTEM, { kind: 'slack', subject: `T0STUDY:U${name}`, verified: true })

export const says = (core: Core, who: Actor, background: Background = {}, more: Record<string, unknown> = {}) =>
  core.giveConsent(who, { study: STUDY.id, version: 1, agree: true, background, ...more })

export const chooses = (core: Core, who: Actor, place: string | null) =>
  core.saveAnswer(who, { question: 'cd.doing-with', value: { place }, channel: 'web' })

/** People who said yes and chose: for each name, what they chose and who they are. */
export async function takePart(
  core: Core,
  names: string[],
  place: string,
  background: Background = {},
): Promise<Actor[]> {
  const people: Actor[] = []
  for (const name of names) {
    const who = await person(core, name)
    await says(core, who, background)
    await chooses(core, who, place)
    people.push(who)
  }
  return people
}

export const many = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`)

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-study-'))
  onTestFinished(() => removeFolder(folder))
  return folder
}

/** Everything that lies in a folder and under it, by path. */
export const contentsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )

/** Exports the quarter that is over, and reads its counts. */
export async function counts(core: Core, folder = newFolder(), study = STUDY.id): Promise<Record<string, string>[]> {
  const { place } = await core.exportStudy(SYSTEM, { study, folder })
  const name = readdirSync(place).find((each) => each.endsWith('-counts.csv')) as string
  return readTable(readFileSync(join(place, name), 'utf8'))
}
