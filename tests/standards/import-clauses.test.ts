import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { importStandard } from '#core/imports/import-standard.ts'
import { repairsFile } from '#core/imports/repairs-file.ts'
import { toStandard } from '#core/standards/standard.ts'
import { standards } from './loaded.ts'

const at = (name: string) => fileURLToPath(new URL(`sources/${name}`, import.meta.url))
const repairsOf = (name: string) => repairsFile.parse(parse(readFileSync(at(`${name}.repairs.yaml`), 'utf8')))

const TEXTS = [
  ['cd-collab', 47],
  ['sc-networks', 104],
  ['sfjba13', 80],
] as const

test.for(TEXTS)('%s gives the clauses that are published, each as it is', async ([name, count]) => {
  const published = standards.standard(name.toUpperCase())
  const { definition, log } = await importStandard(at(`${name}.txt`), { repairs: repairsOf(name) })
  expect(log.doubts.filter((d) => d.weight !== 'look')).toEqual([])
  expect(definition.title).toBe(published?.title)
  const made = toStandard(definition, {}).clauses
  expect(made).toHaveLength(count)
  // Glosses and the way to Get help are ours, and no part of the document.
  const ours = { gloss: '', also: [], offerHelp: false }
  expect(made).toEqual(published?.clauses.map((c) => ({ ...c, ...ours })))
})
