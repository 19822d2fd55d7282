import type { MyStudies, MyStudy } from '#core/research/my-studies.ts'
import { problemList } from '../form/field.ts'
import { NOTHING_SENT, type Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'
import { consentForm, paragraphs } from './consent-form.ts'

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })

/** Every open study with its text and its own yes, and what became of a yes that was given. */
export function studiesView({ studies, verified }: MyStudies, sent: Sent): Html {
  const [open, over] = [studies.filter((s) => s.open), studies.filter((s) => !s.open)]
  return html`<div class="form"><header><h1>Studies</h1>${
    open.length > 0
      ? html`<p>Researchers may learn from what people choose here. They count your answers only if you say yes to their study. You can say no to all of them, and everything here works the same.</p>`
      : html`<p>No study is open here at the moment.</p>`
  }</header>${problemList(sent)}
${open.map((study) => openStudy(study, verified, sent.values.study?.[0] === study.id ? sent : NOTHING_SENT))}
${over.map((study) => html`<section class="block" id="study-${study.id}" aria-labelledby="study-${study.id}.h"><h2 id="study-${study.id}.h">${study.title}</h2><p>This study is over.</p>${whatBecame(study)}</section>`)}
${open.length > 0 && alwaysSo()}</div>`
}

function openStudy(study: MyStudy, verified: boolean, sent: Sent): Html {
  return html`<section class="block" id="study-${study.id}" aria-labelledby="study-${study.id}.h"><h2 id="study-${study.id}.h">${study.title}</h2>
${whatBecame(study)}${study.mine === 'yes' && !verified && html`<p>You can’t be counted yet, because you haven’t shown who you are. <a href="/sign-in">Keep your notebook safe with an e-mail code</a>. The researchers never see your address.</p>`}
<dl><dt>Who runs it</dt><dd>${study.by}. You can reach them at ${study.contact}</dd>
<dt>What it is for</dt><dd>${paragraphs(study.purpose)}</dd>
<dt>What is counted</dt><dd>What you choose, rate or tag in ${study.questions.length === 1 ? 'this question' : `these ${study.questions.length} questions`}${study.personal && ', some of them personal'}. Never your own words.<details class="fold"><summary>${study.questions.length === 1 ? 'The question' : 'The questions'}</summary><ul>${study.questions.map((ask) => html`<li>${ask}</li>`)}</ul></details></dd>
<dt>Until when</dt><dd>What you answer up to ${day.format(Date.parse(`${study.until}T12:00:00Z`))}</dd></dl>
${study.mine !== 'yes' && sayYes(study, sent)}</section>`
}

/** The form; folded away where somebody has just said no. */
function sayYes(study: MyStudy, sent: Sent): Html {
  if (study.mine !== 'taken-back' || sent !== NOTHING_SENT) return consentForm(study, sent)
  return html`<details class="fold"><summary>Say yes again</summary>${consentForm(study, sent)}</details>`
}

/** What the learner said, which files hold them, and the way back. */
function whatBecame({ id, mine, since, files }: MyStudy): Html | null {
  if (mine === 'none' || since === null) return null
  const when = day.format(Date.parse(since))
  const said = {
    yes: `You said yes on ${when}.`,
    changed: `You said yes to an earlier text, on ${when}. The text has changed since, so that yes counts no more.`,
    'taken-back': `You took your yes back on ${when}. No later file counts you, and what you told about yourself for this study is deleted.`,
  }[mine]
  return html`<p><b>${said}</b></p>${
    files.length > 0
      ? html`<p>You were one of the people counted in ${files.length === 1 ? 'this file' : 'these files'}, which ${files.length === 1 ? 'has' : 'have'} left. Counts can’t be taken out of a file that has left:</p><ul>${files.map((file) => html`<li class="file">${file}</li>`)}</ul>`
      : html`<p>No file that has left counts you.</p>`
  }${mine !== 'taken-back' && html`<form method="post" action="/api/studies/take-back"><input type="hidden" name="study" value="${id}"><button class="btn" type="submit">Take my yes back</button></form>`}`
}

const alwaysSo = (): Html =>
  html`<section class="block" aria-labelledby="always"><h2 id="always">The same for every study</h2>
<p><b>Counts, never people.</b> At the end of each quarter of a year, a file may be made of how many people chose what. No name, no words, no row for a person, no date and no course is in it.</p>
<p><b>Groups of ten or more.</b> Every number is about a group of at least ten people, and is rounded to five. Only people who have shown who they are count, with an e-mail code, their organisation’s sign-in, or by answering in Slack or Teams.</p>
<p><b>Once.</b> Each of your answers is counted at most once, whichever studies you say yes to. So two files can’t be put together to follow you.</p>
<p><b>You can stop.</b> Take your yes back whenever you like. You then see which files count you, if any have left.</p>
<p class="small">There is a limit. Somebody who already knows what nearly everybody in a group of ten chose could work out more about the last one. <a href="/who-sees-what">More about who sees what</a></p></section>`
