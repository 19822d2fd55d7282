import { type Html, html } from '../html.ts'

/** Which answer and which clause, and the page to come back to. */
export interface Pair {
  question: string
  clause: string
  page: string
}

type Act = 'confirm' | 'dismiss' | 'remove'

/** Buttons that say something of an answer and a clause. `of` names the answer to whoever hears only the button. */
export const pairForm = ({ question, clause, page }: Pair, acts: [act: Act, words: string][], of: string): Html =>
  html`<form method="post" action="/api/evidence/${acts[0]?.[0] ?? 'remove'}"><input type="hidden" name="question" value="${question}"><input type="hidden" name="clause" value="${clause}"><input type="hidden" name="page" value="${page}">${acts.map(
    ([act, words]) =>
      html`<button class="textbtn" type="submit" formaction="/api/evidence/${act}">${words}<span class="vh">: ${of}</span></button>`,
  )}</form>`
