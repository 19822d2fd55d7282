/**
 * Fits the models that decide whether to answer, hedge or refuse on the bank's questions, each asked of standards that have
 * never seen it, and prints them as src/core/standards/decide.ts has them: `npm run -s fit`.
 */
import { resolve } from 'node:path'
import { crossValidate } from '#core/standards/cross-validate.ts'
import { SIGNALS, signals } from '#core/standards/decide.ts'
import { fitLogistic, type Logistic } from '#core/standards/fit-logistic.ts'
import { loadStandards } from '#core/standards/load-standards.ts'
import { rank } from '#core/standards/rank.ts'

const parts = crossValidate(loadStandards(resolve('content/standards')))

function printFit(name: string, byWords: boolean) {
  const cases = parts.flatMap(({ standards, questions }) =>
    questions.map(({ q, gold }) => {
      const ranking = rank(byWords ? { ...standards, meaning: () => null } : standards, q)
      const first = ranking.hits.slice(0, 3).map((hit) => hit.uid)
      return {
        signals: signals(q, ranking, standards.scope(q)),
        answerable: gold.length > 0,
        found: gold.some((uid) => first.includes(uid)),
      }
    }),
  )
  const answerable = fitLogistic(
    cases.map((c) => ({ signals: c.signals, is: c.answerable })),
    told(SIGNALS.answerable, byWords),
  )
  const found = fitLogistic(
    cases.filter((c) => c.answerable).map((c) => ({ signals: c.signals, is: c.found })),
    told(SIGNALS.found, byWords),
  )
  console.log(`const ${name}: Models = {\n  answerable: ${inCode(answerable)},\n  found: ${inCode(found)},\n}`)
}

const told = (names: readonly string[], byWords: boolean) =>
  names.filter((name) => !byWords || (name !== 'inside' && name !== 'near'))

const inCode = ({ bias, weights }: Logistic): string => {
  const listed = Object.entries(weights).map(([name, weight]) => `${name}: ${weight.toFixed(2)}`)
  return `{ bias: ${bias.toFixed(2)}, weights: { ${listed.join(', ')} } }`
}

printFit('WITH_MEANING', false)
printFit('BY_WORDS', true)
