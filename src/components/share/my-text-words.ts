import type { MyText } from '#core/texts/my-text.ts'
import { tickWords } from '../cohort/tick-words.ts'
import { type Html, html } from '../html.ts'

export const HELD: Record<NonNullable<MyText['held']>, string> = {
  'names-somebody': 'it may name somebody',
  contact: 'it has a way to reach somebody in it, or a number that belongs to one person',
  harm: 'it may tell of somebody being hurt',
}

/** What has become of words that somebody approved, in a sentence. */
export function myTextWords({ state, held, since }: MyText): string {
  if (state === 'held' && held) return `Kept with you, because ${HELD[held]}. Nobody else sees it. You can change it.`
  if (state === 'waiting')
    return 'Waits. It goes out when your answer is counted, with the pictures of the group, or with the next ones after that.'
  const seen = `Your trainer could see it from ${tickWords(since as string)}.`
  return state === 'leaving'
    ? `Taken back. ${seen} It goes with the next pictures, within two weeks at the latest.`
    : seen
}

/** Words of the learner's own that they approved, and the way to take them back; `next`: the page to come back to. */
export const myText = (text: MyText, next?: string): Html =>
  html`<div class="wordcard"><blockquote>${text.words}</blockquote><p class="small">${myTextWords(text)}</p>${
    text.state !== 'leaving' &&
    html`<form method="post" action="/api/texts/withdraw"><input type="hidden" name="question" value="${text.question}">${next && html`<input type="hidden" name="next" value="${next}">`}<button class="btn" type="submit">Take it back</button></form>`
  }</div>`
