import { systemClock } from '#core/clock.ts'
import type { Config } from '#core/config.ts'
import { AppError } from '#core/errors.ts'
import { logToStderr } from '#core/log.ts'
import { answerWithModel } from '#core/standards/answer-with-model.ts'
import type { Standards } from '#core/standards/load-standards.ts'
import { openEmbeddings } from '#core/standards/open-embeddings.ts'
import { openModel } from '#core/standards/open-model.ts'
import type { CitedClause, StandardsAnswer, Statement } from '#core/standards/standards-answer.ts'

/**
 * `npm run -s ask -- --model "question"`: the model's sentences with their clauses, and what was dropped and why. For
 * whoever sets a model up: nobody else is shown a sentence that was dropped.
 */
export async function askWithModel(
  standards: Standards,
  config: Config,
  question: string,
  inWords: (answer: StandardsAnswer) => string,
): Promise<string> {
  const model = await openModel(config.model, systemClock)
  const embeddings = await openEmbeddings(config.embeddings, standards, systemClock, logToStderr)
  if (!model && !embeddings)
    throw new AppError(
      'invalid',
      'No model is set: set OPENAI_API_KEY, and OPENAI_MODEL or OPENAI_EMBEDDINGS_MODEL, then ask again.',
    )
  const dropped: string[] = []
  const { answer } = await answerWithModel(
    standards,
    { model, embeddings },
    { question, model: true },
    {
      onDropped: (value, fault) => dropped.push(`  Dropped, as it ${saidOf(fault)}:\n    ${oneLine(value)}`),
    },
  )
  const ranking = answer.ranking ? [`The vectors at ${answer.ranking.host}: ${answer.ranking.outcome}.`] : []
  if (answer.ranking && !answer.model) return [inWords(answer), ...ranking].join('\n\n')
  if (!answer.model) return `${inWords(answer)}\n\nThis question never goes to a model.`
  const shown = answer.statements
    ? [...answer.say, ...answer.statements.map(statementInWords), ...(answer.note ? [answer.note] : [])].join('\n\n')
    : inWords(answer)
  return [shown, `The model at ${answer.model.host}: ${answer.model.outcome}.`, ...ranking, ...dropped].join('\n\n')
}

const statementInWords = ({ text, citations }: Statement): string =>
  [text, ...citations.map((cited) => `  ${cited.label}: “${withMarks(cited)}”\n  ${cited.statusNote}`)].join('\n')

/** The clause, with square brackets around the words that were cited. */
function withMarks({ text, marks }: CitedClause): string {
  return marks.reduceRight(
    (words, { start, end }) => `${words.slice(0, start)}[${words.slice(start, end)}]${words.slice(end)}`,
    text,
  )
}

const saidOf = (fault: string): string => (/^(not|a|words) /.test(fault) ? `is or has ${fault}` : fault)

/** What a model sent, on one line and without what could act on a terminal. */
const oneLine = (value: unknown): string => (JSON.stringify(value) ?? '').replace(/\p{Cc}/gu, ' ').slice(0, 600)
