import type { Part, PartValue } from '#core/questions/parts.ts'
import { ruleOf } from '#core/questions/parts.ts'
import { type Question, THEMES } from '#core/questions/question.ts'
import { flag, type Html, html } from '../html.ts'
import { beforeBeside } from './before-beside.ts'
import { suggestionsOf } from './earlier-of.ts'
import type { PartContext, Title } from './part-view.ts'
import { viewOf } from './parts.ts'
import { fieldProblems } from './problem-panel.ts'
import type { QuestionState } from './state.ts'
import { folded } from './words-of.ts'

/** The question as a label or legend, and the controls of its parts; a private note that is already there stays shut. */
export function questionBody(question: Question, state: QuestionState): Html {
  const parts = question.parts.filter((p) => p.name !== THEMES)
  const shut = question.sensitivity === 'S2' && state.answer && !state.answer.blank && !state.outcome
  // Inside the fold, and under a legend of its own, the first part needs no second telling of the question.
  if (shut) return html`${askWords(question)}${folded(question, viewParts(question, parts, 'hidden', state))}`
  if (parts[0]?.label)
    return html`<fieldset><legend><span class="label">Over to you</span><span class="ask">${question.ask}</span></legend>
${question.hint && html`<p class="hint">${question.hint}</p>`}${viewParts(question, parts, 'hidden', state)}</fieldset>`
  return viewParts(question, parts, 'ask', state)
}

/** The parts below each other; one at a time, each further one is in a fold within the one before. */
function viewParts(question: Question, parts: Part[], first: 'ask' | 'hidden', state: QuestionState): Html {
  const views = parts.map((p, i) =>
    i === 0 && first === 'ask'
      ? viewPart(question, p, titleOf(p, question, 'ask'), state, question.hint)
      : viewPart(question, p, titleOf(p, question, 'hidden'), state),
  )
  if (!question.oneAtATime) return html`${views}`
  const [shown, ...next] = views
  const rest = next.reduceRight<Html | null>((inside, view, i) => {
    const open = parts.slice(i + 1).some((p) => isTouched(question, p, state))
    return html`<details class="fold"${flag('open', open)}><summary>Next one</summary>${view}${inside}</details>`
  }, null)
  return html`${shown}${rest}`
}

/** Whether a part holds something, or something is wrong with it. */
function isTouched(question: Question, part: Part, state: QuestionState): boolean {
  const inPart = (field: string) => field === part.name || field.startsWith(`${part.name}.`)
  return !ruleOf(part).isBlank(shownValue(part, state)) || Object.keys(problemsOf(question, state)).some(inPart)
}

/** The tags a learner may pick for their answer, in a fold that is open once one is picked. */
export function tagFold(question: Question, state: QuestionState): Html | null {
  const tags = question.parts.find((p) => p.name === THEMES)
  if (!tags) return null
  const open = !ruleOf(tags).isBlank(shownValue(tags, state)) || Boolean(problemsOf(question, state)[THEMES])
  const title: Title = { words: tags.label ?? '', look: 'part' }
  return html`<details class="fold"${flag('open', open)}><summary>Pick a tag for the group, if you like</summary>${viewPart(question, tags, title, state)}</details>`
}

const askWords = (question: Question): Html =>
  html`<p class="label">Over to you</p><p class="ask">${question.ask}</p>${question.hint && html`<p class="hint">${question.hint}</p>`}`

const titleOf = (part: Part, question: Question, otherwise: 'ask' | 'hidden'): Title =>
  part.label ? { words: part.label, look: 'part' } : { words: question.ask, look: otherwise }

const problemsOf = (question: Question, { outcome }: QuestionState) =>
  outcome?.kind === 'invalid' ? fieldProblems(question, outcome.fields) : {}

/** What the form shows: what was just typed, if it isn't saved; otherwise the answer. */
function shownValue(part: Part, { outcome, answer }: QuestionState): PartValue {
  const value = outcome ? outcome.typed[part.name] : answer?.value[part.name]
  return (value ?? ruleOf(part).blank) as PartValue
}

function viewPart(question: Question, part: Part, title: Title, state: QuestionState, askHint?: string): Html {
  const hint = [askHint, part.hint].filter(Boolean).join(' ')
  const ctx: PartContext = {
    scope: question.id,
    field: part.name,
    title,
    describedBy: [`${question.id}.who`],
    problems: problemsOf(question, state),
    suggestions: suggestionsOf(state.earlier ?? []),
    before: beforeBeside(question, state.earlier ?? []),
    ...(hint && { hint }),
  }
  return html`<div class="part">${viewOf(part).view(part, shownValue(part, state), ctx)}</div>`
}
