import { openIfKept } from '../privacy/keys.ts'
import type { World } from '../world.ts'
import { type Background, backgroundInput } from './background.ts'
import { readLedger } from './ledger.ts'
import { filesHolding } from './receipts.ts'
import { allStudies } from './study.ts'

/** A row of the ledger as its learner takes it along: a yes, or its taking back. */
export interface Said {
  study: string
  title: string
  version: number
  given: boolean
  at: number
  /** What was told with a yes, as far as it is still kept. */
  told: Background
}

/** Everything that somebody ever said to studies, oldest first, and the files that hold counts with them in it. */
export async function whatWasSaid(world: World, rootId: string): Promise<{ said: Said[]; files: string[] }> {
  const titles = new Map((await allStudies(world.db)).map(({ id, title }) => [id, title]))
  const told = await backgroundsOf(world, rootId)
  const said = (await readLedger(world, [rootId])).map(({ study, version, given, at, learnerId, number }) => ({
    study,
    title: titles.get(study) ?? study,
    version,
    given,
    at,
    told: told.get(`${learnerId} ${number}`) ?? {},
  }))
  return { said, files: await filesHolding(world, rootId) }
}

async function backgroundsOf(world: World, rootId: string): Promise<Map<string, Background>> {
  const rows = await world.db.read
    .selectFrom('background')
    .innerJoin('learner', 'learner.id', 'background.learner_id')
    .where('learner.root_id', '=', rootId)
    .select(['background.learner_id', 'background.number', 'background.sealed'])
    .execute()
  const found = new Map<string, Background>()
  for (const row of rows) {
    const text = await openIfKept(world.keys, row.learner_id, row.sealed)
    if (text !== null) found.set(`${row.learner_id} ${row.number}`, backgroundInput.parse(JSON.parse(text)))
  }
  return found
}
