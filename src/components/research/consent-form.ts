import type { MyStudy } from '#core/research/my-studies.ts'
import { choice, wrongWords } from '../form/field.ts'
import type { Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'

/** The text of a study, what it asks about a person, and a yes that nobody has ticked beforehand. */
export function consentForm({ id, version, background, consent }: MyStudy, sent: Sent): Html {
  return html`<form method="post" action="/api/studies/yes"><input type="hidden" name="study" value="${id}"><input type="hidden" name="version" value="${version}">
<h3>What you would say yes to</h3>${paragraphs(consent)}
${background.length > 0 && html`<p class="small soft">The researchers would like to compare groups. You can leave these out. Your answers are locked with your own key, kept for this study only, and deleted when you take your yes back.</p>`}
${background.map(
  ({ field, ask, options }) => html`<fieldset class="block"><legend class="lab">${ask}</legend>
<div class="opts">${options.map(({ code, label }) => choice(sent, 'radio', field, code, label))}</div></fieldset>`,
)}
<div${sent.values.study && html` id="agree"`}>${wrongWords(sent, 'agree')}<div class="opts">${choice(sent, 'checkbox', 'agree', 'yes', html`Yes, count my answers in this study<span>version ${version} of this text; you can take it back at any time</span>`)}</div></div>
<p class="small soft">If you haven’t written anything yet, saying yes starts a private notebook in this browser, with one cookie.</p>
<p class="start"><button class="btn main" type="submit">Save my yes</button></p></form>`
}

export const paragraphs = (text: string): Html[] => text.split(/\n\s*\n/).map((paragraph) => html`<p>${paragraph}</p>`)
