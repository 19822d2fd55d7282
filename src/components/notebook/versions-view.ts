import type { Answer } from '#core/answers/answer.ts'
import type { MyVersions } from '#core/notebook/my-versions.ts'
import { flag, type Html, html } from '../html.ts'
import { placeOf } from '../question/chapter-of.ts'
import { whenAndWhere } from '../question/saved-words.ts'
import type { Times } from '../question/state.ts'
import { folded, wordsOf } from '../question/words-of.ts'
import { changedWords } from './changed-words.ts'
import { versionsPath } from './render-entry.ts'

/** All versions of one answer, and any two of them word by word. Private ones stay folded. */
export function versionsView({ question, stillAsked, versions, compared }: MyVersions, times: Times): Html {
  return html`<div class="form versions"><header><nav aria-label="Where you are"><a href="/notebook">My notebook</a></nav><h1>Then and now</h1><p>${question.ask}</p>
${(stillAsked || !question.own) && !question.elsewhere && html`<p><a href="${placeOf(question)}">Go to the question</a></p>`}</header>
${
  compared
    ? html`<section class="block" aria-labelledby="compare"><h2 id="compare">What changed</h2>${chooseTwo(question.id, versions, compared, times)}
${folded(question, changedWords(compared, [`Version ${compared.from.revision}`, `Version ${compared.to.revision}`], times))}</section>`
    : html`<p>There is one version${versions.at(-1)?.blank ? ', and you took that back' : ' so far'}. When you change your answer, the one before stays here.</p>`
}
<section class="block" aria-labelledby="all"><h2 id="all">${versions.length === 1 ? 'The version' : `All ${versions.length} versions`}</h2>
${versions.toReversed().map((version) => one(version, question, times))}</section>
${deleting(question, versions)}</div>`
}

/** For good only what its author has taken back, so that a slip of the finger deletes nothing; or what came in a file. */
function deleting({ id, elsewhere }: MyVersions['question'], versions: Answer[]): Html | null {
  const isTakenBack = versions.at(-1)?.blank
  if (!isTakenBack && !elsewhere)
    return deletable(
      html`<p>Take your answer back at the question first. Then you can delete every version of it here, for good.</p>`,
    )
  const going = elsewhere ? versions.length : versions.length - 1
  if (going === 0) return null
  const which = going === 1 ? 'the version' : going === 2 ? 'both versions' : `all ${going} versions`
  return deletable(html`<p>${elsewhere ? 'It came in a file, and isn’t asked here.' : 'You took it back.'} You can delete ${which}${!elsewhere && ' before that'}, and what you said of ${going === 1 ? 'it' : 'them'} and the standards. This can’t be undone.</p>
${!elsewhere && html`<p>What a course has counted stays counted, and your receipts say so. Words that you chose to show you take back on <a href="/share">your words</a>.</p>`}<p>A backup of the server may hold what you delete for a while, locked with your key.</p>
<form method="post" action="/api/notebook/forget-versions"><input type="hidden" name="question" value="${id}"><p class="start"><button class="btn" type="submit">Delete ${going === 1 ? 'it' : 'them'} for good</button></p></form>`)
}

const deletable = (words: Html): Html =>
  html`<section class="block" aria-labelledby="delete"><h2 id="delete">Delete this answer</h2>${words}</section>`

/** Two menus and a button; only numbers go into the address. */
function chooseTwo(
  id: string,
  versions: Answer[],
  { from, to }: NonNullable<MyVersions['compared']>,
  times: Times,
): Html {
  const menu = (name: string, label: string, chosen: Answer) =>
    html`<label class="lab" for="${name}">${label}<select class="field" id="${name}" name="${name}">${versions.map(
      (version) =>
        html`<option value="${version.revision}"${flag('selected', version.revision === chosen.revision)}>Version ${version.revision}: ${whenAndWhere(version, times)}</option>`,
    )}</select></label>`
  if (versions.length < 3) return html``
  return html`<form method="get" action="${versionsPath(id)}"><div class="pairf">${menu('from', 'Compare', from)}${menu('to', 'with', to)}</div><button class="btn" type="submit">Compare</button></form>`
}

const one = (version: Answer, question: MyVersions['question'], times: Times): Html =>
  html`<article class="version"><h3>Version ${version.revision}</h3><p class="small soft">${whenAndWhere(version, times)}${version.asked.ask !== question.ask && html`. You were asked: “${version.asked.ask}”`}</p>
${version.blank ? html`<p class="soft">Taken back.</p>` : folded(question, html`<div class="mine">${wordsOf(version.lines)}</div>`)}</article>`
