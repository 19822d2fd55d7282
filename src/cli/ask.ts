/**
 * Asks the standards: `npm run -s ask -- "what does K31 say?"`. Quotes come with label and link, or a refusal that helps.
 * It reads only `content/`, never the database, so it works while the server runs.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#core/config.ts'
import { help } from '#core/content/help.ts'
import { readYaml } from '#core/content/read-yaml.ts'
import { parseInput } from '#core/define.ts'
import { AppError } from '#core/errors.ts'
import { answerQuestion } from '#core/standards/answer-question.ts'
import { askStandards } from '#core/standards/ask-standards.ts'
import { briefOf } from '#core/standards/brief.ts'
import { loadStandards } from '#core/standards/load-standards.ts'
import type { StandardsAnswer } from '#core/standards/standards-answer.ts'
import { answerInWords } from './answer-in-words.ts'
import { askBatch } from './ask-batch.ts'
import { askWithModel } from './ask-model.ts'

const USAGE = `Asks the three standards, and quotes what they say.

  npm run -s ask -- "how do I build trust?"
  npm run -s ask -- "PC 15.2 of SFJBA13"
  npm run -s ask -- --more "how do I build trust?"     up to seven quotes
  npm run -s ask -- --model "how do I build trust?"    what a model says, and what of it was dropped and why
  npm run -s ask -- --batch < questions.jsonl          a line of JSON {"id","q"} each, and one back`

function options(): { more: boolean; model: boolean; batch: boolean; question: string } | null {
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values, positionals } = parseArgs({
      options: { more: flag, model: flag, batch: flag },
      allowPositionals: true,
    })
    const question = positionals.join(' ').trim()
    return values.batch === Boolean(question) ? null : { ...values, question }
  } catch {
    return null
  }
}

async function main(): Promise<number> {
  const wanted = options()
  if (!wanted) {
    console.error(USAGE)
    return 2
  }
  try {
    const { more, model, batch } = wanted
    const asked = batch ? null : parseInput(askStandards.input, { question: wanted.question, more })
    const standards = loadStandards(resolve('content/standards'))
    const helpCard = readYaml(resolve('content/help.yaml'), help).data
    const config = readConfig()
    const site = config.url ?? `http://localhost:${config.port}`
    const inWords = (answer: StandardsAnswer) => answerInWords(answer, site, helpCard)
    if (asked && model) console.log(await askWithModel(standards, config, asked.question, inWords))
    else if (asked) console.log(inWords(answerQuestion(standards, asked).answer))
    else
      await askBatch({ input: process.stdin, output: process.stdout }, (question) => {
        const considered = answerQuestion(standards, { question, more })
        return { ...briefOf(standards, question, considered), text: inWords(considered.answer) }
      })
    return 0
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    console.error(Object.values(error.fields)[0] ?? error.message)
    return 2
  }
}

process.exitCode = await main()
