import type { Compilable } from 'kysely'
import { isReadonlyCompiledQuery, type ReadonlyCompiledQuery } from 'kysely/readonly'
import type { Db, Statement } from './db.ts'

/** Holds a value's place in a query that is made before there are values. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const placesFor = <Values>(names: (keyof Values & string)[]) =>
  Object.fromEntries(names.map((name) => [name, new Place(name)])) as unknown as Values

const filled = (parameters: readonly unknown[], values: Record<string, unknown>): unknown[] =>
  parameters.map((value) => (value instanceof Place ? values[value.name] : value))

/**
 * A query that every request asks: built and compiled once for each database, then run with other values. Kysely takes
 * longer to build one than SQLite to answer it. Each value is one text or number; a list won't do.
 */
export function prepared<Values extends Record<string, string | number>, Row>(
  names: (keyof Values & string)[],
  build: (read: Db['read'], values: Values) => Compilable<Row>,
): (db: Pick<Db, 'read'>, values: Values) => Promise<Row[]> {
  const places = placesFor<Values>(names)
  const built = new WeakMap<Db['read'], ReadonlyCompiledQuery<Row>>()
  const make = (read: Db['read']): ReadonlyCompiledQuery<Row> => {
    const query = build(read, places).compile()
    if (!isReadonlyCompiledQuery<Row>(query)) throw new Error('Only a query that reads can be prepared.')
    built.set(read, query)
    return query
  }
  return async ({ read }, values) => {
    const query = built.get(read) ?? make(read)
    return (await read.executeQuery<Row>({ ...query, parameters: filled(query.parameters, values) })).rows
  }
}

/** The same of a statement that every save writes; `expect` is how many rows it must change. */
export function preparedWrite<Values extends Record<string, string | number>>(
  names: (keyof Values & string)[],
  build: (draft: Db['draft'], values: Values) => Compilable,
  expect: number,
): (db: Pick<Db, 'draft'>, values: Values) => Statement {
  const places = placesFor<Values>(names)
  const built = new WeakMap<Db['draft'], Pick<Statement, 'sql' | 'parameters'>>()
  return ({ draft }, values) => {
    const { sql, parameters } = built.get(draft) ?? build(draft, places).compile()
    built.set(draft, { sql, parameters })
    return { sql, parameters: filled(parameters, values), expect }
  }
}
