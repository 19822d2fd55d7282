import { type CleanedWhere, type CustomAdapter, createAdapterFactory } from 'better-auth/adapters'
import type { Compilable, ExpressionBuilder, Kysely } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import { statement } from '../db/db.ts'
import type { World } from '../world.ts'

type Row = Record<string, unknown>
type Rows = Record<string, Row>

/** What better-auth would keep about a person and we don't. */
const NOT_KEPT = new Set(['name', 'image', 'ipAddress', 'userAgent'])

const COMPARE = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=', in: 'in', not_in: 'not in' } as const

/**
 * better-auth's storage over our database: reads at once, writes as whole units through the one writer. Times are
 * integers on the world's clock, whatever better-auth reads from the system's.
 */
export function accountStore({ db, clock }: World) {
  const ahead = clock.now() - Date.now()
  const read = db.read as unknown as ReadonlyKysely<Rows>
  const draft = db.draft as unknown as Kysely<Rows>
  const write = async (query: Compilable): Promise<number> => {
    const result = await db.write([statement(query)])
    return result.committed ? (result.changes[0] as number) : 0
  }
  const find = (model: string, where: CleanedWhere[] = []) => read.selectFrom(model).selectAll().where(matching(where))
  const adapter = (columnOf: (name: { model: string; field: string }) => string) =>
    ({
      async create({ model, data }) {
        const insert = draft.insertInto(model).values(data)
        // Two browsers may prove one new address at the same moment: both have proven it.
        const isNew = await write(model === 'account_user' ? insert.onConflict((c) => c.doNothing()) : insert)
        if (isNew || model !== 'account_user') return data
        const there = find(model).where('address', '=', (data as Row).address)
        return (await there.executeTakeFirstOrThrow()) as typeof data
      },
      findOne: async ({ model, where }) => ((await find(model, where).limit(1).executeTakeFirst()) ?? null) as never,
      async findMany({ model, where, limit, offset, sortBy }) {
        let query = find(model, where).limit(limit)
        if (sortBy) query = query.orderBy(columnOf({ model, field: sortBy.field }), sortBy.direction)
        if (offset) query = query.offset(offset)
        return (await query.execute()) as never
      },
      async update({ model, where, update }) {
        await write(
          draft
            .updateTable(model)
            .set(update as Row)
            .where(matching(where)),
        )
        return ((await find(model, where).limit(1).executeTakeFirst()) ?? null) as never
      },
      updateMany: ({ model, where, update }) => write(draft.updateTable(model).set(update).where(matching(where))),
      delete: async ({ model, where }) => void (await write(draft.deleteFrom(model).where(matching(where)))),
      deleteMany: ({ model, where }) => write(draft.deleteFrom(model).where(matching(where))),
      count: async ({ model, where }) => (await find(model, where).execute()).length,
    }) satisfies CustomAdapter
  return createAdapterFactory({
    config: {
      adapterId: 'standpoint',
      supportsBooleans: false,
      customTransformInput: ({ data, field }) =>
        NOT_KEPT.has(field) ? undefined : data instanceof Date ? data.getTime() + ahead : data,
      customTransformOutput: ({ data, fieldAttributes }) =>
        fieldAttributes.type === 'date' && typeof data === 'number' ? new Date(data - ahead) : data,
    },
    adapter: ({ getFieldName }) => adapter(getFieldName),
  })
}

function matching(where: CleanedWhere[]) {
  return (eb: ExpressionBuilder<Rows, string>) =>
    eb.and(
      where.map(({ field, operator, value, connector }) => {
        if (connector === 'OR' || !(operator in COMPARE))
          throw new Error(`better-auth asks for ${connector} ${operator}, which account-store.ts doesn't know yet.`)
        if (value === null) return eb(field, operator === 'ne' ? 'is not' : 'is', null)
        return eb(field, COMPARE[operator as keyof typeof COMPARE], value)
      }),
    )
}
