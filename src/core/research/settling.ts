import { ledgerLength } from '../consents/ledger.ts'
import { type Statement, statement } from '../db/db.ts'
import { stillApart } from '../learners/still-apart.ts'
import type { World } from '../world.ts'
import type { CountedTable } from './count-answers.ts'
import { giveReceipts, type StudyReceipt } from './receipts.ts'
import type { StudyExportTable } from './table.ts'
import type { Participant } from './who-takes-part.ts'

/**
 * The write that settles a quarter and gives everybody counted a receipt. It only stands if nobody else settled it, and
 * everybody who takes part is still there and still willing.
 */
export async function settling(
  world: World,
  row: StudyExportTable,
  people: Participant[],
  tables: CountedTable[],
  rows: number,
): Promise<Statement[]> {
  const receipts = new Map<string, StudyReceipt>()
  for (const { question, roots } of tables)
    for (const root of roots) {
      const { study_id: study, version, quarter } = row
      const known = receipts.get(root) ?? { study, version, quarter, questions: [] }
      receipts.set(root, { ...known, questions: [...new Set([...known.questions, question.id])] })
    }
  const { draft } = world.db
  const insert = draft.insertInto('study_export').values(row)
  return [
    statement(
      insert.onConflict((c) => c.doNothing()),
      1,
    ),
    // Whoever takes a yes back waits for these rows, or was here first: then the ledger below is longer.
    ...stillApart(
      world.db,
      people.flatMap((person) => person.roots),
    ),
    ledgerIs(world, row, rows),
    ...(await giveReceipts(world, receipts)),
  ]
}

/** How long the ledger is; read before anything that depends on it. */
export async function ledgerRows({ db }: World): Promise<number> {
  const row = await ledgerLength(db.read).executeTakeFirst()
  return Number(row?.rows ?? 0)
}

/** The unit only stands if nothing was added to the ledger since it was read. */
function ledgerIs({ db }: World, { study_id, quarter, version }: StudyExportTable, rows: number): Statement {
  const same = db.draft
    .updateTable('study_export')
    .set({ version })
    .where('study_id', '=', study_id)
    .where('quarter', '=', quarter)
    .where((q) => q(ledgerLength(db.draft), '=', rows))
  return statement(same, 1)
}
