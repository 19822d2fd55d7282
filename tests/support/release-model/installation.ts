import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import { readConfig } from '#core/config.ts'
import type { Content } from '#core/content/content.ts'
import { loadContent } from '#core/content/load-content.ts'

/** A real installation on SQLite whose clock is moved by hand; many runs share one, each with people of its own. */
export interface Installation {
  core: Core
  at(time: number): void
  now(): number
  /** Changes the data as no verb can. */
  alter(sql: string, ...parameters: (string | number)[]): void
  /** Keeps this address for somebody by the code in the letter, as they would, and gives them back as an actor. */
  signIn(learner: Actor, address: string): Promise<Actor>
  close(): Promise<void>
}

let content: Content | undefined
/** In memory where the machine has such a folder: what is checked here is rules, not what survives a power cut. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

export async function openInstallation(start: number): Promise<Installation> {
  const folder = mkdtempSync(join(SCRATCH, 'standpoint-model-'))
  const clock = join(folder, 'clock')
  let now = start
  const at = (time: number) => {
    now = time
    writeFileSync(clock, new Date(time).toISOString())
  }
  at(start)
  const dataDir = join(folder, 'data')
  const config = readConfig({
    STANDPOINT_DATA_DIR: dataDir,
    STANDPOINT_SECRET_FILE: join(folder, 'data.key'),
    STANDPOINT_TEST_CLOCK: clock,
  })
  content ??= loadContent()
  let letter = ''
  const say = (line: string) => {
    letter = line
  }
  const core = await openCore(config, { log: () => {}, say, content })
  const db = new DatabaseSync(join(dataDir, 'standpoint.db'), { timeout: 5000 })
  return {
    core,
    at,
    now: () => now,
    alter: (sql, ...parameters) => void db.prepare(sql).run(...parameters),
    async signIn(learner, email) {
      await core.askForCode(learner, { email })
      const code = /^\W*(\d{6})$/m.exec(letter)?.[1] ?? ''
      const { secret } = await core.signIn(learner, { email, code, secret: null, together: true })
      return core.whoIsThis(VISITOR, { secret })
    },
    async close() {
      db.close()
      await core.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** People whom a platform vouches for, the oldest notebook first. */
export async function newPeople({ core }: Installation, subjects: string[]): Promise<Actor[]> {
  const account = (subject: string) => ({ kind: 'slack' as const, subject: `T0MODEL:${subject}`, verified: true })
  const people = await Promise.all(subjects.map((subject) => core.linkAccount(SYSTEM, account(subject))))
  return people.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
}

export const idOf = (actor: Actor): string => ('learnerId' in actor ? actor.learnerId : '')
