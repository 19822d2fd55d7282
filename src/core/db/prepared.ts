import type { Compilable } from 'kysely'
import { isReadonlyCompiledQuery, type ReadonlyCompiledQuery } from 'kysely/readonly'
import type { Db } from './db.ts'

/** Holds a value's place in a query that is made before there are values. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/**
 * A query that every request asks: built and compiled once for each database, then run with other values. Kysely takes
 * longer to build one than SQLite to answer it. Each value is one text or number; a list won't do.
 */
export function prepared<Values extends Record<string, string | number>, Row>(
  names: (keyof Values & string)[],
  build: (read: Db['read'], values: Values) => Compilable<Row>,
): (db: Pick<Db, 'read'>, values: Values) => Promise<Row[]> {
  const places = Object.fromEntries(names.map((name) => [name, new Place(name)])) as unknown as Values
  const built = new WeakMap<Db['read'], ReadonlyCompiledQuery<Row>>()
  const make = (read: Db['read']): ReadonlyCompiledQuery<Row> => {
    const query = build(read, places).compile()
    if (!isReadonlyCompiledQuery<Row>(query)) throw new Error('Only a query that reads can be prepared.')
    built.set(read, query)
    return query
  }
  return async ({ read }, values) => {
    const query = built.get(read) ?? make(read)
    const parameters = query.parameters.map((value) => (value instanceof Place ? values[value.name] : value))
    return (await read.executeQuery<Row>({ ...query, parameters })).rows
  }
}
