import { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import type { Config } from '#core/config.ts'
import { openReleased } from '#core/db/open-released.ts'
import { RELEASED_VIEWS, type ReleasedDatabase } from '#core/db/released.ts'
import {
  answer,
  chooses,
  joins,
  names,
  newCourse,
  newMembers,
  newTrainer,
  newVisitor,
  openAt,
  type Place,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

/** The real handle, with its type taken off: what a slip in a query, or a query put in from outside, could ask. */
async function handleOn(config: Config) {
  const { released, close } = await openReleased(config)
  onTestFinished(close)
  const handle = released as unknown as Kysely<ReleasedDatabase>
  return { handle, ask: (text: string) => sql.raw<Record<string, unknown>>(text).execute(handle) }
}

/** A course with a batch, and somebody's answer that waits. */
async function courseWithBatch(place: Place) {
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer)
  for (const member of await newMembers(core, course, names(5))) await answer(core, member, chooses('with'))
  expect(await tick(place, TICK)).toMatchObject({ batches: 1 })
  const late = await newVisitor(core)
  await joins(core, late, course)
  await answer(core, late, chooses('for'))
  return { trainer, course }
}

/** As whoever owns the database. */
async function asOwner(config: Config, text: string): Promise<Record<string, unknown>[]> {
  if (!config.databaseUrl) {
    const db = new DatabaseSync(`${config.dataDir}/standpoint.db`)
    const rows = db.prepare(text).all()
    db.close()
    return rows
  }
  const client = new pg.Client(config.databaseUrl)
  await client.connect()
  const { rows } = await client.query(text).finally(() => client.end())
  return rows
}

/** Everything in the schema that holds rows, as the catalogue lists it: also what a later migration adds. */
const holdsRows = async (config: Config): Promise<string[]> =>
  (
    await asOwner(
      config,
      config.databaseUrl
        ? "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p')"
        : "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite_%'",
    )
  ).map((row) => row.name as string)

const REFUSED = /prohibited|not authorized|permission denied|can’t have a WITH|must be able to SET ROLE/

forEachDatabase((_name, fresh) => {
  test('the views are there, and hold what was released', async () => {
    const place = await openAt(await fresh())
    const { trainer, course } = await courseWithBatch(place)
    const { handle } = await handleOn(place.config)
    const rows = await handle.selectFrom('released_batch').selectAll().where('cohort_id', '=', course.id).execute()
    expect(rows).toMatchObject([
      { question_id: 'cd.doing-with', closed_at: Date.parse(TICK), participation: '5-9', picture: expect.any(String) },
    ])
    const { participation, questions } = await place.core.cohortInsights(trainer, { cohort: course.id })
    expect(participation).toBe('5-9')
    expect(questions.flatMap((q) => q.pictures)).toHaveLength(1)
    expect(RELEASED_VIEWS).toEqual((await holdsRows(place.config)).filter((each) => each.startsWith('released_')))
  })

  test('every table is refused, whichever way it is asked for', async () => {
    const place = await openAt(await fresh())
    await courseWithBatch(place)
    const { ask } = await handleOn(place.config)
    // A view of somebody else's making is no released one.
    await asOwner(place.config, 'create view all_answers as select * from answer')
    const tables = (await holdsRows(place.config)).filter((each) => !RELEASED_VIEWS.includes(each))
    expect(tables).toEqual(
      expect.arrayContaining(['all_answers', 'answer', 'learner', 'member', 'receipt', 'closing', 'batch']),
    )
    const seen: string[] = []
    for (const table of tables) {
      const columns = await asOwner(place.config, `select * from "${table}" limit 1`)
      const column = Object.keys(columns[0] ?? {})[0]
      for (const text of [
        `select * from "${table}"`,
        `select 1 from "${table}"`,
        `select count(*) from "${table}"`,
        `select "t".* from (select * from "${table}") as "t"`,
        `select "released_batch".* from (select * from "${table}") as "released_batch"`,
        `with "released_batch" as (select * from "${table}") select * from "released_batch"`,
        `with "released_batch"("cohort_id") as (select (select 'x' from "${table}")) select "cohort_id" from "released_batch"`,
        `select "cohort_id" from "released_batch" where exists (select 1 from "${table}")`,
        `select "cohort_id", (select count(*) from "${table}") from "released_batch"`,
        `select "r"."cohort_id" from "released_batch" as "r" cross join "${table}"`,
        `select "cohort_id" from "released_batch" union all select '1' from "${table}"`,
        ...(column ? [`select "released_batch"."${column}" from "${table}" as "released_batch"`] : []),
      ])
        await ask(text).then(
          () => seen.push(text),
          (error: Error) => expect(error.message, text).toMatch(REFUSED),
        )
    }
    expect(seen).toEqual([])
  })

  test('nothing can be written, and no door is left to a connection that could', async () => {
    const place = await openAt(await fresh())
    await courseWithBatch(place)
    const { ask } = await handleOn(place.config)
    const owner = place.config.databaseUrl && new URL(place.config.databaseUrl).username
    const doors = owner
      ? [
          'set role none; select * from answer',
          'reset role; select * from answer',
          `set role ${owner}`,
          `set session authorization ${owner}`,
          "select set_config('role', 'none', false), query_to_xml('select * from answer', true, false, '')",
          'set transaction_read_only = off; delete from batch',
          'set transaction_read_only = off; create table public.mine (a text)',
          'set transaction_read_only = off; create or replace view public.released_batch as select 1 as cohort_id',
          "select pg_read_file('postgresql.conf')",
          'select * from pg_authid',
          "copy (select 1) to program 'true'",
          'create extension dblink',
        ]
      : [
          'select * from sqlite_master',
          'select * from sqlite_schema',
          'pragma table_info(answer)',
          "select * from pragma_table_info('answer')",
          'pragma query_only = off',
          "attach ':memory:' as other",
          `attach '${place.config.dataDir}/keys.db' as keys`,
          'create temp view released_batch as select * from answer',
          'create temp table mine (a text)',
          "select load_extension('x')",
          'explain select * from answer',
          'select 1 from main.batch',
          'select count(*) from main.batch',
          'select count(*) from released_batch',
          'select hex(cohort_id) from released_batch',
          'with recursive n(i) as (select 1 union all select i + 1 from n) select i from n',
          'vacuum',
          'begin',
        ]
    const open: string[] = []
    const writes = [
      'delete from batch',
      'update batch set picture = picture',
      'drop view released_batch',
      'insert into closing (cohort_id, closed_at, took_part) select cohort_id, 1, 1 from released_batch',
    ]
    for (const text of [...writes, ...doors])
      await ask(text).then(
        () => open.push(text),
        () => {},
      )
    expect(open).toEqual([])
    if (owner) expect((await ask('show transaction_read_only')).rows).toEqual([{ transaction_read_only: 'on' }])
    expect(await asOwner(place.config, 'select picture from batch')).toHaveLength(1)
  })

  test('nothing that stands in front of a view on its connection is read in its place', async () => {
    const place = await openAt(await fresh())
    await courseWithBatch(place)
    const { handle, ask } = await handleOn(place.config)
    const made = await ask(
      `${place.config.databaseUrl ? 'set transaction_read_only = off; ' : ''}create temp table released_batch as select '1' as cohort_id, 'x' as picture`,
    ).then(
      () => true,
      () => false,
    )
    expect(made).toBe(place.config.databaseUrl !== null)
    const [row, ...more] = await handle.selectFrom('released_batch').select('picture').execute()
    expect(row?.picture).toMatch(/^{"ask":/)
    expect(more).toEqual([])
  })
})
