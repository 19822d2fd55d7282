/** Prints how well the development questions are answered: `npm run -s eval`, with `-- --misses` for each miss. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadStandards } from '#core/standards/load-standards.ts'
import { type EvalQuestion, measureAnswers } from '#core/standards/measure-answers.ts'

const standards = loadStandards(resolve('content/standards'))
const lines = readFileSync(resolve('tests/eval/questions-dev.jsonl'), 'utf8').trim().split('\n')
const questions = lines.map((line) => JSON.parse(line) as EvalQuestion)
const { figures, misses } = measureAnswers(standards, questions)

for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(46)} ${value}`)
if (process.argv.includes('--misses')) for (const miss of misses) console.log(miss)
