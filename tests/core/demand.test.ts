import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { SYSTEM } from '#core/actor.ts'
import { meets } from '#core/cohorts/demand.ts'
import {
  answer,
  chooses,
  joins,
  names,
  newCourse,
  newPerson,
  newPlace,
  newTrainer,
  openAt,
  SECOND_TICK,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { newNotebook } from '#tests/support/proves-mailbox.ts'

test('the whole domain or the whole workspace has to be the same', () => {
  const domain = { kind: 'email', of: 'example.org' } as const
  for (const proof of ['email:jo@example.org', 'email:a@b@example.org']) expect(meets(domain, [proof])).toBe(true)
  for (const proof of [
    'email:jo@sub.example.org',
    'email:jo@example.org.evil.com',
    'email:jo@evil-example.org',
    'email:example.org@evil.com',
    'email:jo@example.org@evil.com',
    'email:jo@example.co',
    'slack:example.org:U1',
    'slack:T1:jo@example.org',
  ])
    expect([proof, meets(domain, [proof])]).toEqual([proof, false])
  const workspace = { kind: 'slack', of: 'T0COURSE' } as const
  expect(meets(workspace, ['email:jo@example.org', 'slack:T0COURSE:U1'])).toBe(true)
  for (const proof of ['slack:T0COURSE2:U1', 'slack:T0:T0COURSE', 'teams:T0COURSE:U1', 'email:T0COURSE:@x'])
    expect([proof, meets(workspace, [proof])]).toEqual([proof, false])
  expect([meets(null, []), meets(null, ['teams:a:b'])]).toEqual([false, true])
  expect(meets(domain, [])).toBe(false)
})

forEachDatabase((_name, fresh) => {
  test('an operator says which proof counts; learners see it before they join and after, and trainers can’t', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const made = await newCourse(core, trainer)
    const demand = (text: string) => core.demandSignIn(SYSTEM, { code: made.joinCode, demand: text })
    await expect(core.demandSignIn(trainer, { code: made.joinCode, demand: 'none' })).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(core.listCohorts(trainer, {})).rejects.toMatchObject({ kind: 'not-found' })
    expect(await demand('T0COURSE')).toEqual({ name: made.name, demand: { kind: 'slack', of: 'T0COURSE' } })
    const member = await newPerson(core, 'member')
    await joins(core, member, made)
    const seen = { demand: { kind: 'slack', of: 'T0COURSE' } }
    expect(await core.cohortToJoin(member, { code: made.joinCode })).toMatchObject(seen)
    expect(await core.cohortForLearner(member, { cohort: made.id })).toMatchObject({ ...seen, verified: true })
    expect(await demand('@Example.org')).toMatchObject({ demand: { kind: 'email', of: 'example.org' } })
    expect(await core.cohortForLearner(member, { cohort: made.id })).toMatchObject({ verified: false })
    expect(await demand('googlemail.com')).toMatchObject({ demand: { kind: 'email', of: 'gmail.com' } })
    for (const wrong of [
      '',
      'example',
      'example.org.',
      '.org',
      'a b.org',
      'jo@example.org',
      't0course',
      'https://x.org',
    ])
      await expect(demand(wrong), wrong).rejects.toMatchObject({ fields: { demand: expect.any(String) } })
    await expect(core.demandSignIn(SYSTEM, { code: 'no-such-code-10', demand: 'none' })).rejects.toMatchObject({
      kind: 'not-found',
    })
    // A copy is under the same demand: copying is no way round it.
    const copy = await core.copyCohort(trainer, { cohort: made.id, name: 'Copy', trainer: 'T', nightly: true })
    expect(copy.demand).toEqual({ kind: 'email', of: 'gmail.com' })
    expect(await demand('none')).toMatchObject({ demand: null })
    expect(await core.listCohorts(SYSTEM, {})).toEqual([
      { joinCode: copy.joinCode, name: 'Copy', ended: false, demand: { kind: 'email', of: 'gmail.com' } },
      { joinCode: made.joinCode, name: made.name, ended: false, demand: null },
    ])
  })
})

test('only people with that proof are in a batch, or towards its number', async () => {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const made = await newCourse(core, trainer)
  await core.demandSignIn(SYSTEM, { code: made.joinCode, demand: 'example.org' })
  const inside = await Promise.all(names(4).map((name) => newNotebook(place, `${name.toLowerCase()}@example.org`)))
  const outside = [
    await newPerson(core, 'slack'),
    await newNotebook(place, 'a@sub.example.org'),
    await newNotebook(place, 'b@example.org.evil.com'),
    await newNotebook(place, 'c@evilexample.org'),
  ]
  for (const person of [...inside, ...outside]) await joins(core, person, made)
  for (const person of inside) await answer(core, person, chooses('with'))
  for (const person of outside) await answer(core, person, chooses('by'))
  expect(await tick(place, TICK)).toMatchObject({ batches: 0 })
  const fifth = await newNotebook(place, 'fifth@example.org')
  await joins(core, fifth, made)
  await answer(core, fifth, chooses('with'))
  expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 1 })
  for (const person of outside)
    expect((await core.cohortForLearner(person, { cohort: made.id })).mine.flatMap((m) => m.shown)).toEqual([])
})

test('the command lists courses, demands a sign-in, and says how it is used', { timeout: 120_000 }, async () => {
  const place = await newPlace()
  const made = await newCourse(place.core, await newTrainer(place.core))
  const env = {
    PATH: process.env.PATH,
    STANDPOINT_DATA_DIR: place.config.dataDir,
    STANDPOINT_SECRET_FILE: place.config.secretFile,
  }
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['src/cli/cohort.ts', ...args], { env }).catch((error) => error)
  expect((await run('demand', made.joinCode, 'example.org')).stdout).toContain(
    'an e-mail address at example.org counts',
  )
  expect((await run('list')).stdout).toBe(`${made.joinCode}  ${made.name}: an e-mail address at example.org\n`)
  expect(await run('demand', made.joinCode, 'example')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Give a domain such as example.org'),
  })
  expect(await run('demand', made.joinCode)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('npm run cohort'),
  })
})
