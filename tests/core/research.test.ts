import { expect, test } from 'vitest'
import { SYSTEM, VISITOR } from '#core/actor.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { newLearner } from '#tests/support/open.ts'
import { rowsOf, runSql } from '#tests/support/sql.ts'
import {
  AFTER_Q1,
  AFTER_Q2,
  chooses,
  contentsOf,
  counts,
  IN_Q1,
  IN_Q2,
  many,
  newFolder,
  open,
  person,
  STUDY,
  says,
  takePart,
} from '#tests/support/study.ts'
import { openAt } from '../attacks/group.ts'

forEachDatabase((_, fresh) => {
  const place = async () => openAt(await fresh(), IN_Q1)
  const exported = async (core: Parameters<typeof counts>[0]) =>
    (await counts(core)).map(({ nation, paid, option, people, count }) =>
      [nation, paid, option, people, count].join(' '),
    )

  test('only those who said yes to this study are counted, once each, in rounded groups of ten', async () => {
    const { core, at } = await place()
    await open(core)
    await takePart(core, many('E', 14), 'with', { nation: 'england', paid: 'paid' })
    await takePart(core, many('W', 12), 'by', { nation: 'wales', paid: 'unpaid' })
    await takePart(core, many('S', 3), 'to', { nation: 'scotland' })
    for (const name of many('no', 20)) await chooses(core, await person(core, name), 'for')
    at(AFTER_Q1)
    const rows = (await exported(core)).filter((row) => !row.endsWith(' 0'))
    // Scotland is too few, so the smallest nation goes with it; there is no total to subtract from.
    expect(rows).toEqual(['england all with 10 10', 'other-or-not-said all to 15 5', 'other-or-not-said all by 15 10'])
  })

  test('fewer than ten people leave nothing, and asking again tells nothing new', async () => {
    const { core, at } = await place()
    await open(core)
    await takePart(core, many('E', 9), 'with')
    at(AFTER_Q1)
    const folder = newFolder()
    const asks = () => core.exportStudy(SYSTEM, { study: STUDY.id, folder }).catch((error) => error.message)
    const first = await asks()
    await takePart(core, ['late'], 'with')
    expect(await asks()).toBe(first)
    expect(contentsOf(folder)).toEqual({})
    // What waited is counted once there are enough.
    at(AFTER_Q2)
    expect((await exported(core)).filter((row) => row.includes('with'))).toEqual(['all all with 10 10'])
  })

  test('a yes to a text that has changed counts no more, until it is said anew', async () => {
    const { core, at } = await place()
    await open(core)
    const people = await takePart(core, many('E', 12), 'with')
    await expect(open(core, { purpose: 'Something else.' })).rejects.toMatchObject({ fields: { version: /version 2/ } })
    expect(await open(core)).toMatchObject({ isNew: false })
    expect(await open(core, { version: 2, purpose: 'Something else.' })).toMatchObject({ version: 2, isNew: true })
    expect((await core.myStudies(people[0] as never, {})).studies).toMatchObject([{ version: 2, mine: 'changed' }])
    await expect(says(core, people[0] as never)).rejects.toMatchObject({ fields: { agree: /has changed/ } })
    at(AFTER_Q1)
    await expect(counts(core)).rejects.toMatchObject({ message: /Too few people/ })
    for (const who of people.slice(0, 10)) await says(core, who, {}, { version: 2 })
    at(AFTER_Q2)
    expect((await exported(core)).filter((row) => row.includes('with'))).toEqual(['all all with 10 10'])
  })

  test('a yes that is taken back names the files that hold it, deletes what was told, and counts in no later file', async () => {
    const { core, at, config } = await place()
    await open(core)
    const people = await takePart(core, many('E', 10), 'with', { nation: 'wales' })
    const [target, early] = [people[0] as never, people[1] as never]
    at(AFTER_Q1)
    await exported(core)
    expect(await core.takeBackConsent(target, { study: STUDY.id })).toEqual({
      files: ['working-with-v1-2026-Q1-counts.csv'],
    })
    expect((await core.myStudies(target, {})).studies).toMatchObject([
      { mine: 'taken-back', files: ['working-with-v1-2026-Q1-counts.csv'] },
    ])
    // A question that nobody had answered: ten have now, and one of them took it back.
    const rates = (who: unknown) =>
      core.saveAnswer(who as never, { question: 'cd.my-role', value: { place: 4 }, channel: 'web' })
    at(IN_Q2)
    for (const who of people) await rates(who)
    at(AFTER_Q2)
    await expect(counts(core)).rejects.toMatchObject({ message: /Too few people/ })
    // The same yes said again counts what was never counted, and nothing twice.
    await says(core, target)
    at('2026-10-02T09:00:00Z')
    expect((await exported(core)).filter((row) => row.includes(' 4 '))).toEqual(['all all 4 10 10'])
    expect(await core.takeBackConsent(early, { study: STUDY.id })).toEqual({
      files: ['working-with-v1-2026-Q1-counts.csv', 'working-with-v1-2026-Q3-counts.csv'],
    })
    expect(await rowsOf(config, 'background')).toBe(9)
  })

  test('erasing everything takes ledger, background and receipts along, and names the files', async () => {
    const { core, at, config } = await place()
    await open(core)
    const [target] = await takePart(core, many('E', 10), 'with', { nation: 'wales' })
    at(AFTER_Q1)
    await exported(core)
    const receipt = await core.eraseMe(target as never, { sure: 'delete everything' })
    expect(receipt.files).toEqual(['working-with-v1-2026-Q1-counts.csv'])
    for (const table of ['consent', 'background', 'study_receipt']) expect(await rowsOf(config, table)).toBe(9)
  })

  test('the ledger takes no change and no deletion, whoever asks the database', async () => {
    const { core, config } = await place()
    await open(core)
    const { actor } = await newLearner(core)
    await says(core, actor)
    for (const sql of [
      "update consent set sealed = 'forged'",
      'update consent set number = number + 1',
      'delete from consent',
      ...(config.databaseUrl ? ['truncate consent'] : []),
    ])
      await expect(runSql(config, sql), sql).rejects.toThrow(/append-only/)
    if (!config.databaseUrl)
      await runSql(config, "insert or replace into consent select learner_id, number, 'forged' from consent")
    expect(await runSql(config, "select count(*) as n from consent where sealed <> 'forged'")).toMatchObject([{ n: 1 }])
    await core.eraseMe(actor, { sure: 'delete everything' })
    expect(await rowsOf(config, 'consent')).toBe(0)
  })

  test('what is in the ledger, the background and the receipts can’t be read without the person’s key', async () => {
    const { core, at, config } = await place()
    await open(core)
    await takePart(core, many('E', 10), 'with', { nation: 'wales' })
    at(AFTER_Q1)
    await exported(core)
    for (const table of ['consent', 'background', 'study_receipt']) {
      const rows = JSON.stringify(await runSql(config, `select * from ${table}`))
      expect(rows).not.toMatch(/working-with|wales|given|2026-Q1|cd\.doing/)
      expect(rows.length).toBeGreaterThan(500)
    }
  })

  test('many notebooks of one person are one, unproven ones are nobody, and one no is a no', async () => {
    const { core, at, config } = await place()
    await open(core)
    await takePart(core, many('E', 9), 'with')
    for (let i = 0; i < 5; i++) {
      const { actor } = await newLearner(core)
      await says(core, actor)
      await chooses(core, actor, 'with')
    }
    at(AFTER_Q1)
    await expect(counts(core)).rejects.toMatchObject({ message: /Too few people/ })
    at(IN_Q2)
    // The tenth, twice: in two notebooks with one mailbox. A third of theirs took it back before the second export.
    for (const name of ['a', 'b', 'c']) {
      const who = await person(core, name)
      await says(core, who)
      await chooses(core, who, 'by')
      const id = (who as { learnerId: string }).learnerId
      await runSql(
        config,
        `insert into identity (kind, subject, learner_id, verified_at, mailbox)
        values ('email', '${name}@one.example', '${id}', 1, 'me@one.example')`,
      )
      if (name !== 'c') continue
      await core.takeBackConsent(who, { study: STUDY.id })
      at(AFTER_Q2)
      await expect(counts(core)).rejects.toMatchObject({ message: /Too few people/ })
      await says(core, who)
      at('2026-10-02T09:00:00Z')
      expect((await exported(core)).filter((row) => / (with|by) /.test(row))).toEqual([
        'all all with 10 10',
        'all all by 10 0',
      ])
    }
  })

  test('an answer is counted once, whichever studies ask for it', async () => {
    const { core, at } = await place()
    await open(core)
    const people = await takePart(core, many('E', 12), 'with')
    await open(core, { id: 'another-one' })
    for (const who of people) await says(core, who, {}, { study: 'another-one' })
    // One more in the second study only: the second file less the first would be that person.
    const target = await person(core, 'target')
    await says(core, target, {}, { study: 'another-one' })
    await chooses(core, target, 'by')
    at(AFTER_Q1)
    expect((await exported(core)).filter((row) => row.includes('with'))).toEqual(['all all with 10 10'])
    await expect(counts(core, newFolder(), 'another-one')).rejects.toMatchObject({ message: /Too few people/ })
  })

  test('people who come and go while an export is made are in it and told so, or not in it', async () => {
    const { core, at } = await place()
    await open(core)
    const people = await takePart(core, many('E', 16), 'with')
    at(AFTER_Q1)
    const leaving = people.slice(0, 3).map((who) => core.takeBackConsent(who, { study: STUDY.id }))
    const [rows, ...left] = await Promise.all([counts(core), ...leaving])
    const named = left.filter(({ files }) => files.length > 0).length
    const shown = Number(rows.find((row) => row.option === 'with')?.count)
    expect(shown).toBe(Math.min(Math.round((13 + named) / 5) * 5, Math.floor((13 + named) / 5) * 5))
  })

  test('private questions can’t be asked for, personal ones only by name of it, and nobody but the operator can', async () => {
    const { core } = await place()
    const refused = (questions: string[], more = {}) => expect(open(core, { questions, ...more })).rejects
    await refused(['community.my-communities'], { personal: true }).toMatchObject({ fields: { questions: /private/ } })
    await refused(['cd.practice']).toMatchObject({ fields: { questions: /nothing of it can be counted/ } })
    await refused(['cd.already-do']).toMatchObject({ fields: { questions: /personal: true/ } })
    await refused(['cd.nothing']).toMatchObject({ fields: { questions: /no question/ } })
    await open(core, { questions: ['cd.already-do'], personal: true })
    const { actor } = await newLearner(core)
    for (const call of [
      core.openStudy(actor, STUDY),
      core.listStudies(actor, {}),
      core.closeStudy(actor, { study: STUDY.id }),
      core.exportStudy(actor, { study: STUDY.id, folder: newFolder() }),
    ])
      await expect(call).rejects.toMatchObject({ kind: 'not-found' })
    expect((await core.myStudies(VISITOR, {})).studies).toMatchObject([{ personal: true, mine: 'none', files: [] }])
  })

  test('a study that was closed takes no yes and gives no file; one that was never open to a quarter has none of it', async () => {
    const { core, at } = await place()
    await open(core)
    await takePart(core, many('E', 12), 'with')
    await expect(counts(core)).rejects.toMatchObject({ message: /opened after 2025-Q4/ })
    at(AFTER_Q1)
    await core.closeStudy(SYSTEM, { study: STUDY.id })
    await expect(counts(core)).rejects.toMatchObject({ message: /was closed/ })
    await expect(says(core, (await newLearner(core)).actor)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(open(core, { version: 2 })).rejects.toMatchObject({ fields: { id: /stays so/ } })
  })
})
