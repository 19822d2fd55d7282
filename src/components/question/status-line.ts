import { flag, type Html, html } from '../html.ts'
import { savedOrWaiting } from './icons.ts'
import { savedWords, timesOf } from './saved-words.ts'
import type { QuestionState } from './state.ts'

/** Whether the answer is saved, in words; the script writes here too. "Saved" only when it is true. */
export function statusLine({ answer, outcome, times }: QuestionState): Html {
  const [state, words] = stateOf()
  return html`<p class="status" role="status"${state && html` data-state="${state}"`}>${savedOrWaiting}<span data-words>${words}</span>
<button class="textbtn" data-again${flag('hidden', state !== 'failed')}>Try again</button></p>`

  function stateOf(): [string | null, string] {
    if (outcome?.kind === 'invalid') return ['waiting', 'Not saved yet. Your words are still in the box.']
    if (outcome?.kind === 'conflict') return ['waiting', 'Not saved yet. Choose which version to keep.']
    if (outcome?.kind === 'not-saved')
      return ['failed', `Could not be saved. Your words are still in the box. ${outcome.message}`]
    return answer && answer.revision > 0 ? ['saved', savedWords(answer, timesOf(times))] : [null, '']
  }
}
