import type { MyGap } from '#core/gaps/my-gaps.ts'
import { tickWords } from '../cohort/tick-words.ts'
import { type Html, html } from '../html.ts'

/** What somebody asked and the companion couldn't answer, with what was shown of it, and a way to delete each. */
export function gapsView(gaps: MyGap[]): Html {
  return html`<div class="form"><header><h1>What the companion couldn’t answer for me</h1>
<p>If you are counted on a course, a question that the standards don’t answer, or to which you said “not what I asked”, is kept for 90 days, locked with your key. Only you can read it here. No trainer ever sees a word of it.</p>
<p>If 8 or more people on your course ask something near the same heading of a standard, its trainer is shown that heading, and whether it was 8 to 19 people or more.</p></header>
${gaps.length === 0 ? html`<p>Nothing is kept for you.</p>` : gaps.map(gapBlock)}
<p class="small soft">What may be about somebody being hurt is never kept. Of a longer message, only the sentences that ask something are. <a href="/who-sees-what#companion">More about who sees what</a></p></div>`
}

function gapBlock({ id, question, askedAt, keptUntil, near, counted }: MyGap): Html {
  return html`<section class="block" aria-labelledby="gap-${id}"><h2 id="gap-${id}">${question}</h2>
<p>Asked on ${tickWords(askedAt)}. It is deleted by itself on ${tickWords(keptUntil)}.</p>
${near && html`<p>The nearest heading is <a href="${near.path}">${near.words}</a>.</p>`}
<p>${counted ? html`Counted on ${tickWords(counted.closedAt)}, under the heading “${counted.under}”. That is all the trainer was shown.` : 'Nothing of it has been shown to anybody.'}</p>
<form method="post" action="/api/gaps/forget"><input type="hidden" name="gap" value="${id}"><p class="start"><button class="btn" type="submit">Delete this question</button></p></form></section>`
}
