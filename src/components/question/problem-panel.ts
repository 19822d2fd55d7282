import type { Answer } from '#core/answers/answer.ts'
import { answerLines, answerValue, type Question } from '#core/questions/question.ts'
import { type Html, html } from '../html.ts'
import { viewOf } from './parts.ts'
import { savedWords } from './saved-words.ts'
import { FORM_FIELDS, type Times, type Typed } from './state.ts'
import { folded, wordsOf } from './words-of.ts'

/** Messages by the form field they are about, from messages by their place in the value. */
export function fieldProblems(question: Question, fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => {
      const [name, ...place] = path.split('.')
      const part = question.parts.find((p) => p.name === name)
      return [part ? viewOf(part).fieldOf(part, part.name, place) : path, message]
    }),
  )
}

/** What has to be put right, with a way to each field. */
export function invalidPanel(question: Question, problems: Record<string, string>, message: string): Html {
  const found = Object.entries(problems)
  const title = found.length > 1 ? `${found.length} things to put right` : 'One thing to put right'
  return html`<div class="problem" role="group" aria-labelledby="${question.id}.problem" tabindex="-1" autofocus>
<p class="problem-title" id="${question.id}.problem">${title}</p>
${found.length ? found.map(([field, words]) => html`<p><a href="#${question.id}.${field}">${words}</a></p>`) : html`<p>${message}</p>`}
<p>Everything you typed is still here.</p></div>`
}

/** Both versions, when something newer was saved elsewhere. Nothing goes until the learner has chosen. */
export function conflictPanel(question: Question, mine: Typed, theirs: Answer, times: Times, page: string): Html {
  const words = (asked: Question, value: Typed) => {
    const read = answerValue(asked).safeParse(value)
    const lines = read.success ? answerLines(asked, read.data, { tags: true }) : []
    return folded(question, lines.length ? wordsOf(lines) : html`<p>(blank)</p>`)
  }
  return html`<div class="problem" role="group" aria-labelledby="${question.id}.problem" tabindex="-1" autofocus>
<p class="problem-title" id="${question.id}.problem">This answer was changed somewhere else</p>
<p>Both versions are here. Keep one of them, or put together what you want in the answer below and save that. The saved version stays in your notebook either way.</p>
<div class="versions"><div><p class="label">${savedWords(theirs, times)}</p>${words({ ...question, ...theirs.asked }, theirs.value)}</div>
<div><p class="label">Yours, not saved yet</p>${words(question, mine)}</div></div>
<p class="acts"><button class="btn" type="submit">Save the answer below</button> <a class="btn" href="${page}#${question.id}" data-drop>Keep the saved one</a></p></div>`
}

/**
 * The notebook that these words belong to isn't open in this browser: signed out, or another one is open. What is asked
 * only of its learner can go into no other.
 */
export function elsewherePanel(question: Pick<Question, 'id'>, page: string, mayGoHere = true): Html {
  return html`<div class="problem" role="group" aria-labelledby="${question.id}.problem" tabindex="-1" autofocus>
<p class="problem-title" id="${question.id}.problem">Your notebook isn’t open here any more</p>
<p>You were signed out in this browser, or another notebook was opened in it. These words can only go into the notebook that they were written in. Open it again, and they are sent.</p>
<p class="acts"><a class="btn" href="/sign-in?next=${encodeURIComponent(`${page}#${question.id}`)}">Open my notebook</a></p>
${mayGoHere && html`<label class="opt"><input type="checkbox" name="${FORM_FIELDS.here}" value="yes"><span class="grow">I can’t open it any more. Put these words into the notebook that is open here, or start a new one</span></label>`}</div>`
}
