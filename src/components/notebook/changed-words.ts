import type { Answer } from '#core/answers/answer.ts'
import type { Change } from '#core/notebook/word-changes.ts'
import { type Html, html } from '../html.ts'
import { whenAndWhere } from '../question/saved-words.ts'
import type { Times } from '../question/state.ts'

interface Compared {
  from: Answer
  to: Answer
  changes: Change[]
}

/** Two versions side by side. What went is struck through and what came underlined, and both are said to who can't see it. */
export function changedWords({ from, to, changes }: Compared, names: [string, string], times: Times): Html {
  const side = (answer: Answer, name: string, left: Change['kind']) =>
    html`<div><p class="label">${name}, ${whenAndWhere(answer, times)}</p>${
      answer.blank
        ? html`<p class="soft">Taken back.</p>`
        : html`<p class="lines">${changes.filter(({ kind }) => kind !== left).map(change)}</p>`
    }</div>`
  return html`<div class="pair">${side(from, names[0], 'added')}${side(to, names[1], 'removed')}</div>
<p class="small">${sumOf(changes)} ${wording(from, to)}</p>`
}

function change({ kind, text }: Change): Html | string {
  if (kind === 'added') return html`<ins><span class="vh">(new: </span>${text}<span class="vh">) </span></ins>`
  if (kind === 'removed') return html`<del><span class="vh">(taken out: </span>${text}<span class="vh">) </span></del>`
  return text
}

/** "Six words went, fifteen came." */
function sumOf(changes: Change[]): string {
  const count = (kind: Change['kind']) =>
    changes
      .filter((c) => c.kind === kind)
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)?.length ?? 0), 0)
  const words = (n: number) => (n === 1 ? '1 word' : `${n} words`)
  const [went, came] = [count('removed'), count('added')]
  if (went === 0 && came === 0) return 'No word changed.'
  return `${words(went)} went, ${words(came)} came.`
}

const wording = (from: Answer, to: Answer): Html | string =>
  from.asked.ask === to.asked.ask
    ? 'The wording of the question was the same.'
    : html`Then you were asked: “${from.asked.ask}”`
