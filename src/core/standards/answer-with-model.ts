import { answerQuestion, type Considered } from './answer-question.ts'
import { askModel, type Hearing } from './ask-model.ts'
import type { Standards } from './load-standards.ts'
import { mayAskModel } from './may-ask-model.ts'
import type { Model } from './model.ts'
import type { Embeddings } from './open-embeddings.ts'
import { questionForModel } from './question-for-model.ts'
import { SAY } from './say.ts'
import type { SpokenOf } from './spoken-of.ts'
import type { ModelOutcome, RankingOutcome, StandardsAnswer, Statement } from './standards-answer.ts'

/** What the settings name, each null where they name none. */
export interface Endpoints {
  model: Model | null
  embeddings?: Embeddings | null
}

export interface AskedWithModel {
  question: string
  more?: boolean
  /** What the last answer was about. */
  context?: SpokenOf | undefined
  /** Whoever asks has said yes to a model's reading this question. */
  model?: boolean
}

/** What can be said before a model has replied. */
export interface Early {
  /** Told the answer in the standards' own words, where a model is asked as well: its reply may take long. */
  onOwnWords?: (answer: StandardsAnswer) => Promise<void>
}

const WHY: Partial<Record<ModelOutcome, string>> = {
  'nothing-verified': SAY.modelUnverified,
  late: SAY.modelLate,
  down: SAY.modelDown,
  'over-budget': SAY.modelOverBudget,
}

/**
 * Answers from the standards' own words, and where a model is set and may be asked, with its sentences as far as they
 * were verified. Possible harm, look-ups and refusals are settled before any model is asked.
 */
export async function answerWithModel(
  standards: Standards,
  { model, embeddings }: Endpoints,
  asked: AskedWithModel,
  { onOwnWords, ...hearing }: Hearing & Early = {},
): Promise<Pick<Considered, 'answer' | 'followsUp'>> {
  const byOurselves = answerQuestion(standards, asked)
  // What hangs on the last answer has no meaning for a model, which knows nothing of it.
  const may = (model || embeddings) && !byOurselves.followsUp
  const question = may ? mayAskModel(standards, asked.question, byOurselves.answer) : null
  if (question === null) return byOurselves
  const considered = embeddings ? await orderedBy(embeddings, standards, asked, question, byOurselves) : byOurselves
  const { answer } = considered
  if (!model || asked.more) return considered
  const { host } = model
  if (!asked.model) return { answer: { ...answer, model: { outcome: 'offered', host } } }
  await onOwnWords?.(answer)
  const { outcome, statements } = await askModel(standards, model, question, hearing)
  if (statements.length) return { answer: { ...inItsSentences(answer, statements), model: { outcome, host } } }
  const why = WHY[outcome]
  return { answer: { ...answer, say: why ? [why, ...answer.say] : answer.say, model: { outcome, host } } }
}

/** The same answer with the clauses in the order that an endpoint's vectors give them, where the asker has said yes and it tells. */
async function orderedBy(
  embeddings: Embeddings,
  standards: Standards,
  asked: AskedWithModel,
  question: string,
  byOurselves: Considered,
): Promise<Considered> {
  const { host } = embeddings
  const told = (considered: Considered, outcome: RankingOutcome): Considered => ({
    ...considered,
    answer: { ...considered.answer, ranking: { outcome, host } },
  })
  if (!asked.model) return told(byOurselves, 'offered')
  const { outcome, clauses } = await embeddings.near(await questionForModel(question))
  return told(clauses ? answerQuestion(standards, asked, clauses) : byOurselves, outcome)
}

/** The model's sentences, over the clauses that they cite. Where the words alone wouldn't have answered, it says that it is unsure. */
function inItsSentences(answer: StandardsAnswer, statements: Statement[]): StandardsAnswer {
  const cited = statements.flatMap(({ citations }) => citations)
  const quotes = [...new Map(cited.map(({ marks: _, ...quote }) => [quote.clause, quote])).values()]
  const sure = answer.kind === 'answer'
  return {
    ...answer,
    kind: sure ? 'answer' : 'hedge',
    say: [sure ? SAY.byModel : SAY.byModelPerhaps],
    statements,
    quotes,
    context: {
      clauses: quotes.map(({ clause }) => clause),
      rest: answer.context?.rest ?? [],
      facts: [],
      standards: [...new Set(quotes.map(({ standard }) => standard))],
    },
    choices: [],
    note: quotes.some(({ section }) => section === 'knowledge') ? SAY.whatNotHow : null,
    turnTo: [],
    hasMore: sure,
  }
}
