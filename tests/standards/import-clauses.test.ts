import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { clausesOf } from '#core/imports/compare.ts'
import { importStandard } from '#core/imports/import-standard.ts'
import { repairsFile } from '#core/imports/repairs-file.ts'
import { writeReport } from '#core/imports/write-report.ts'
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

const tokens = (text: string): string[] => text.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []

test.for(TEXTS)('%s: nothing is invented, and what is no clause is in the report', async ([name]) => {
  const rows = readFileSync(at(`${name}.txt`), 'utf8').split('\n')
  const { definition, log, lines } = await importStandard(at(`${name}.txt`), { repairs: repairsOf(name) })
  const left = tokens(rows.join(' '))
  for (const c of clausesOf(definition)) {
    // The words of a clause stand on its lines, in its order.
    const printed = tokens((lines.get(c.id) ?? []).map((n) => rows[n - 1]).join(' '))
    let from = 0
    for (const word of tokens(c.printed ?? c.text)) {
      const at = printed.indexOf(word, from)
      expect(at, `${c.id}: ${word}`).toBeGreaterThanOrEqual(0)
      from = at + 1
      left.splice(left.indexOf(word), 1)
    }
  }
  const labels = clausesOf(definition).flatMap((c) => tokens(`${c.number} ${c.label}`))
  const told = new Set([...log.asides.map((a) => a.text), ...log.repairs.map((r) => r.before)].flatMap(tokens))
  expect(left.filter((word) => !told.has(word) && !labels.includes(word))).toEqual([])
})

test.for(TEXTS)('%s: the report has every repair and every doubt', async ([name]) => {
  const imported = await importStandard(at(`${name}.txt`), { repairs: repairsOf(name) })
  const report = writeReport(imported, `${name}.txt`)
  const { repairs, doubts } = imported.log
  const rows = (heading: string) =>
    report
      .split(`## ${heading}\n`)[1]
      ?.split('\n## ')[0]
      ?.split('\n')
      .filter((row) => row.startsWith('| '))
      .slice(2) ?? []
  expect(rows('Repairs').map((row) => row.split(' | ')[0])).toEqual(repairs.map((r) => `| ${r.kind}`))
  expect(rows('Doubts')).toHaveLength(doubts.length)
})

test('what no program may guess stops the import when nobody decided it', async () => {
  const kinds = async (name: string) =>
    (await importStandard(at(`${name}.txt`))).log.doubts.filter((d) => d.weight === 'mend').map((d) => d.kind)
  expect(await kinds('cd-collab')).toEqual(['no number'])
  expect((await kinds('sc-networks')).sort()).toEqual(['no number', 'no title'])
  expect(await kinds('sfjba13')).toEqual(['numbers missing'])
  const looks = (await importStandard(at('sc-networks.txt'))).log.doubts.map((d) => d.words)
  expect(looks).toContain('collaborations partnerships')
})
