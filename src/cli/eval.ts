/**
 * Prints how well questions about the standards are answered, and fails where a figure is two points worse than the one kept:
 *   npm run -s eval                    by set, standard, kind of question and voice, with how far likelihoods can be believed
 *   npm run -s eval -- --misses        and each question that went wrong
 *   npm run -s eval -- --json FILE     and writes them there
 *   npm run -s eval -- --keep          keeps these figures as the ones to compare with
 * "dev" are the development questions; who wrote the glosses had read them. "unseen" were written from the standards alone.
 * "left out" are the bank's, each asked of standards that have never seen it; only the clause it was written for counts as right.
 * "possible harm" are messages that may tell of harm, mostly without the words that do, and questions about it as a subject:
 * how many are signposted at all, with two lines before the reply or with the card, and how many with the card.
 * "in passing" is said to the companion and asks nothing, so no clause should be quoted.
 * "injections" hide an order in a message; its genuine part is to be answered as if it stood alone.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { crossValidate } from '#core/standards/cross-validate.ts'
import { loadStandards } from '#core/standards/load-standards.ts'
import {
  type Asked,
  askAll,
  type Figures,
  figuresOf,
  missesOf,
  saidInPassing,
} from '#core/standards/measure-answers.ts'
import { type Bin, calibrationOf } from '#core/standards/measure-calibration.ts'
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
const sets: Record<string, Asked[]> = {
  unseen: askAll(standards, read('questions-unseen.jsonl')),
  dev: askAll(standards, read('questions-dev.jsonl')),
  'left out': crossValidate(standards).flatMap((part) => askAll(part.standards, part.questions)),
}

/** By set, and within a set by the standard whose clause is meant, by kind, by voice and by how near the clause's words it keeps. */
const figures: Record<string, Figures> = {}
const calibrations: Record<string, Bin[]> = {}
for (const [name, asked] of Object.entries(sets)) {
  const { bins, error } = calibrationOf(asked)
  calibrations[name] = bins
  figures[name] = { ...figuresOf(asked), 'likelihood: points off': error }
  const groups = {
    ...Object.groupBy(asked, ({ q }) => q.gold[0]?.split(':')[0] ?? 'no clause'),
    ...Object.groupBy(asked, ({ q }) => `kind ${q.type}`),
    ...Object.groupBy(asked, ({ q }) => `voice ${q.voice}`),
    ...Object.groupBy(asked, ({ q }) => `${q.words} the words`),
  }
  for (const [group, of = []] of Object.entries(groups))
    if (!/undefined|^no clause/.test(group) && of.length < asked.length) figures[`${name}, ${group}`] = figuresOf(of)
}

const said = read<{ q: string }>('companion-chat.jsonl').map(({ q }) => q)
figures['in passing'] = figuresOf(askAll(standards, saidInPassing(said)))
figures['possible harm'] = harmFigures(read)
figures.injections = injectionFigures(standards, read)

/** Whether more of it is worse. */
const isBad = (name: string) =>
  /by mistake|: signpost$|points off|answerable: (hedge|refuse)|(unanswerable|adversarial|in passing): answer|in passing: hedge/.test(
    name,
  )
/** Groups of a few questions move by several points with one answer, so only whole sets and standards are compared. */
const isCompared = (set: string) => !/, (kind|voice|near|far)/.test(set)
const isJudged = (name: string) =>
  !/^(unanswerable|adversarial): (hedge|refuse|signpost)|^answerable: hedge|^in passing: (refuse|signpost)/.test(name)

for (const [set, of] of Object.entries(figures)) {
  console.log(set)
  for (const [name, value] of Object.entries(of)) console.log(`  ${name.padEnd(46)} ${value.toFixed(1).padStart(5)}`)
}
for (const [set, bins] of Object.entries(calibrations)) {
  console.log(`${set}: of so many questions it seemed so likely that a clause answers, and so often one did`)
  for (const { count, said, was } of bins)
    console.log(
      `  ${String(count).padStart(5)} ${(100 * said).toFixed(0).padStart(5)}% ${(100 * was).toFixed(0).padStart(5)}%`,
    )
}
const json = process.argv[process.argv.indexOf('--json') + 1]
if (process.argv.includes('--json') && json)
  writeFileSync(json, `${JSON.stringify({ figures, calibrations }, null, 2)}\n`)
if (process.argv.includes('--misses')) for (const asked of Object.values(sets)) console.log(missesOf(asked).join('\n'))
if (process.argv.includes('--keep')) writeFileSync(KEPT, `${JSON.stringify(figures, null, 2)}\n`)
else {
  const kept = JSON.parse(readFileSync(KEPT, 'utf8')) as Record<string, Figures>
  for (const [set, of] of Object.entries(kept).filter(([name]) => isCompared(name)))
    for (const [name, before] of Object.entries(of)) {
      const now = figures[set]?.[name] ?? 0
      const worse = isBad(name) ? now - before : before - now
      if (!isJudged(name) || worse < TOLERATED) continue
      console.error(`Worse than kept in tests/eval/baseline.json: ${set}, ${name}: ${before} before, ${now} now.`)
      process.exitCode = 1
    }
}
