/**
 * Learns anew, from `content/harm`, which messages may tell of harm, and writes the weights that the product uses:
 *   npm run -s learn-harm             writes src/core/privacy/harm-weights.ts
 *   npm run -s learn-harm -- --judge  instead prints how well kinds of messages are told that nothing was learnt from
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { judgeLeftOut, judgeLeftOutKinds } from '#core/privacy/cross-validate-harm.ts'
import { readHarmBank } from '#core/privacy/harm-bank.ts'
import type { Kept } from '#core/privacy/harm-model.ts'
import { learnHarm } from '#core/privacy/learn-harm.ts'
import { loadStandards } from '#core/standards/load-standards.ts'

const bank = readHarmBank(resolve('content/harm'), loadStandards(resolve('content/standards')))

/** Scores to print the share above of; the bounds of `possible-harm.ts` are among them. */
const LEVELS = [-2, -1.5, -1, -0.5, 0, 0.5]
const shareFrom = (level: number, of: { score: number }[]): string =>
  ((100 * of.filter(({ score }) => score >= level).length) / of.length).toFixed(1).padStart(5)

if (process.argv.includes('--judge')) {
  for (const [name, judged] of [
    ['a fifth left out', judgeLeftOut(bank)],
    ['kinds left out', judgeLeftOutKinds(bank)],
  ] as const) {
    console.log(`${name.padEnd(46)} score >= ${LEVELS.map((level) => String(level).padStart(5)).join(' ')}`)
    for (const tells of [true, false])
      for (const [kind, of] of Map.groupBy(
        judged.filter((b) => b.tells === tells),
        (b) => b.kind,
      ))
        console.log(
          `  ${tells ? 'tells' : '     '} ${kind.padEnd(46)} ${LEVELS.map((level) => shareFrom(level, of)).join(' ')}`,
        )
  }
} else {
  const { words, meaning } = learnHarm(bank)
  const inCode = ({ unit, bias, weights }: Kept) =>
    `{\n    unit: ${unit},\n    bias: ${bias},\n    weights:\n      '${weights}',\n  }`
  const file = resolve('src/core/privacy/harm-weights.ts')
  writeFileSync(
    file,
    `// Written by \`npm run -s learn-harm\` from content/harm: never by hand.\nexport const LEARNT = {\n  words: ${inCode(words)},\n  meaning: ${inCode(meaning)},\n}\n`,
  )
  console.log(`Learnt from ${bank.length} messages, and wrote ${file}.`)
}
