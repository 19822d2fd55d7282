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
import { loadStandards } from '#core/standards/load-standards.ts'
import type { Quote, StandardsAnswer } from '#core/standards/standards-answer.ts'
import { askWithModel } from './ask-model.ts'

const USAGE = `Asks the three standards, and quotes what they say.

  npm run -s ask -- "how do I build trust?"
  npm run -s ask -- "PC 15.2 of SFJBA13"
  npm run -s ask -- --more "how do I build trust?"     up to seven quotes
  npm run -s ask -- --model "how do I build trust?"    what a model says, and what of it was dropped and why`

function print(answer: StandardsAnswer, site: string): string {
  const link = (path: string) => `${site}${path}`
  if (answer.kind === 'harm') {
    const card = readYaml(resolve('content/help.yaml'), help).data.harmCard
    return [card.title, ...card.body, `${card.showContacts}: ${link('/help')}`, card.carryOn].join('\n\n')
  }
  const quote = (q: Quote) =>
    [
      `${q.label}${q.heading ? ` (${q.heading})` : ''}`,
      ...(q.leadIn ? [`  ${q.leadIn}`] : []),
      `  “${q.text}”`,
      ...q.parts.map((p) => `    ${p.label}: “${p.text}”`),
      `  From “${q.standardTitle}”. ${q.statusNote}`,
      `  ${link(q.path)}`,
    ].join('\n')
  return [
    answer.say.join('\n'),
    ...answer.quotes.map(quote),
    answer.note,
    ...(answer.choices.length
      ? [
          ['The nearest clauses:', ...answer.choices.map((c) => `  ${c.label}: ${c.heading}\n  ${link(c.path)}`)].join(
            '\n',
          ),
        ]
      : []),
    answer.turnTo.length ? `You could turn to: ${answer.turnTo.join('; ')}.` : null,
    answer.hasMore ? 'There are more clauses: ask again with --more.' : null,
    answer.offerHelp ? `If somebody is being harmed: ${link('/help')}` : null,
  ]
    .filter(Boolean)
    .join('\n\n')
}

async function main(): Promise<number> {
  let options: { values: { more: boolean; model: boolean }; positionals: string[] }
  try {
    const flag = { type: 'boolean', default: false } as const
    options = parseArgs({ options: { more: flag, model: flag }, allowPositionals: true })
  } catch {
    console.error(USAGE)
    return 2
  }
  const question = options.positionals.join(' ').trim()
  if (!question) {
    console.error(USAGE)
    return 2
  }
  try {
    const asked = parseInput(askStandards.input, { question, more: options.values.more })
    const standards = loadStandards(resolve('content/standards'))
    const config = readConfig()
    const inWords = (answer: StandardsAnswer) => print(answer, config.url ?? `http://localhost:${config.port}`)
    const words = options.values.model
      ? await askWithModel(standards, config, asked.question, inWords)
      : inWords(answerQuestion(standards, asked).answer)
    console.log(words)
    return 0
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    console.error(Object.values(error.fields)[0] ?? error.message)
    return 2
  }
}

process.exitCode = await main()
