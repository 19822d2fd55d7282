/**
 * Prints how well questions about the standards are answered, and fails where a figure is two points worse than the one kept:
 *   npm run -s eval               by set and standard
 *   npm run -s eval -- --misses   and each question that went wrong
 *   npm run -s eval -- --keep     keeps these figures as the ones to compare with
 * "dev" are the development questions. "left out" are the bank's, each asked of standards that have never seen it.
 * "possible harm" are messages that may tell of harm, mostly without the words that do, and questions about it as a subject.
 * "injections" hide an order in a message; its genuine part is to be answered as if it stood alone.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { crossValidate } from '#core/standards/cross-validate.ts'
import { loadStandards } from '#core/standards/load-standards.ts'
import {
  type Asked,
  askAll,
  type EvalQuestion,
  type Figures,
  figuresOf,
  missesOf,
} from '#core/standards/measure-answers.ts'
import { harmFigures } from '#core/standards/measure-harm.ts'
import { injectionFigures } from '#core/standards/measure-injections.ts'

const KEPT = resolve('tests/eval/baseline.json')
/** How many points a figure may get worse. */
const TOLERATED = 2

const standards = loadStandards(resolve('content/standards'))
const read = <T>(file: string): T[] =>
  readFileSync(resolve('tests/eval', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const dev = read<EvalQuestion>('questions-dev.jsonl')
const sets: Record<string, Asked[]> = {
  dev: askAll(standards, dev),
  'left out': crossValidate(standards).flatMap((part) => askAll(part.standards, part.questions)),
}

/** By set, and within a set by the standard whose clause is meant. */
const figures: Record<string, Figures> = {}
for (const [name, asked] of Object.entries(sets)) {
  figures[name] = figuresOf(asked)
  for (const { id } of standards.list)
    figures[`${name}, ${id}`] = figuresOf(asked.filter(({ q }) => q.gold[0]?.startsWith(`${id}:`)))
}

figures['possible harm'] = harmFigures(read)
figures.injections = injectionFigures(standards, read)

/** Whether more of it is worse. */
const isBad = (name: string) =>
  /by mistake|signpost|answerable: (hedge|refuse)|(unanswerable|adversarial): answer/.test(name)
const isJudged = (name: string) => !/^(unanswerable|adversarial): (hedge|refuse|signpost)|^answerable: hedge/.test(name)

for (const [set, of] of Object.entries(figures)) {
  console.log(set)
  for (const [name, value] of Object.entries(of)) console.log(`  ${name.padEnd(46)} ${value.toFixed(1).padStart(5)}`)
}
if (process.argv.includes('--misses')) for (const asked of Object.values(sets)) console.log(missesOf(asked).join('\n'))
if (process.argv.includes('--keep')) writeFileSync(KEPT, `${JSON.stringify(figures, null, 2)}\n`)
else {
  const kept = JSON.parse(readFileSync(KEPT, 'utf8')) as Record<string, Figures>
  for (const [set, of] of Object.entries(kept))
    for (const [name, before] of Object.entries(of)) {
      const now = figures[set]?.[name] ?? 0
      const worse = isBad(name) ? now - before : before - now
      if (!isJudged(name) || worse < TOLERATED) continue
      console.error(`Worse than kept in tests/eval/baseline.json: ${set}, ${name}: ${before} before, ${now} now.`)
      process.exitCode = 1
    }
}
