import type { WaitingPrompt } from '#core/prompts/waiting-prompt.ts'
import { type Html, html } from '../html.ts'

type Saying = [say: string, words: string]
const TO_PROMPT: Saying[] = [
  ['answer', 'Answer'],
  ['later', 'Later'],
  ['skip', 'Skip'],
  ['pause', 'Pause'],
  ['stop', 'Stop'],
]
const TO_ASK: Saying[] = [
  ['keep going', 'Keep going'],
  ['fewer', 'Less often'],
  ['stop', 'Stop'],
]

/** What the companion wrote while its page was closed. Each button says its words to it, as in the conversation. */
export function waitingPromptView({ kind, text }: WaitingPrompt): Html | null {
  const words =
    kind === 'ask'
      ? 'I’ve written a few times and heard nothing, which is fine. Shall I keep going, write less often, or stop?'
      : text
  if (!words) return null
  return html`<div class="turn-row"><p class="by">Companion</p><div class="said"><p>${words}</p>
<form class="chips" method="post" action="/api/chat#turns" data-say>${(kind === 'ask' ? TO_ASK : TO_PROMPT).map(
    ([say, label]) => html`<button class="btn" type="submit" name="text" value="${say}"><span>${label}</span></button>`,
  )}</form><p class="status-line">You asked me to write now and then. Only you see what you reply. <a href="/prompts">Prompt settings</a></p></div></div>`
}
