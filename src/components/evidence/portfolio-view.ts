import type { ConfirmedPiece } from '#core/evidence/piece.ts'
import type { Portfolio, PortfolioClause } from '#core/evidence/portfolio.ts'
import { type Html, html } from '../html.ts'
import { whenAndWhere } from '../question/saved-words.ts'
import type { Times } from '../question/state.ts'
import { reviewWords } from './review-words.ts'

/** What I confirmed for one standard, as a document to print and hand to an assessor; whole, or only where there is something. */
export function portfolioView(portfolio: Portfolio, onlyMine: boolean, times: Times): Html {
  const { standard, counts, sections, gone, madeAt } = portfolio
  const { clauses, confirmed, review } = counts
  return html`<div class="portfolio"><header><nav aria-label="Where you are"><a href="/notebook/evidence">My notes and the standards</a></nav>
<h1>My portfolio</h1><p class="first">“${standard.title}” (${standard.id})</p>
<dl class="facts"><div><dt>Standard</dt><dd>${standard.name}. ${standard.statusNote}${standard.version.map((line) => html` ${line}.`)}</dd></div>
<div><dt>Made on</dt><dd>${fullDay(madeAt)}</dd></div>
<div><dt>In it</dt><dd>My notes for ${confirmed + review} of ${clauses} clauses${review > 0 && html`, ${review} of them to review`}</dd></div></dl>
<p>These are my own notes. They may help to start a record for a clause. They are not proof that I can do it: an assessor decides that, from real work.</p>
<p class="hint">${onlyMine ? html`Only the clauses that have something of mine. <a href="?">Show all ${clauses}</a>` : html`All ${clauses} clauses. <a href="?only=mine">Show only those that have something of mine</a>`}</p>
<p class="hint small">To keep it, print this page or save it as a PDF from your browser’s print window. Private notes print closed unless you open them first.</p>
${take(standard.id, onlyMine)}</header>
${sections.map(
  ({ kind, heading, leadIn, groups }) =>
    html`<section aria-labelledby="pf-${kind}"><h2 id="pf-${kind}">${heading}</h2>${leadIn && html`<p>${leadIn}</p>`}${groups.map(
      (group) =>
        html`${group.heading && group.heading !== heading && html`<h3>${group.heading}</h3>`}${group.clauses.map((clause) => one(clause, times))}`,
    )}</section>`,
)}
${gone.length > 0 && html`<section aria-labelledby="pf-gone"><h2 id="pf-gone">Clauses that are gone</h2><p>The standard no longer has these. They stand in their old words.</p>${gone.map((clause) => one(clause, times))}</section>`}
<p class="small soft">${standard.credit}</p></div>`
}

/** The same as a Word document, with what the page shows. */
const take = (standard: string, onlyMine: boolean): Html =>
  html`<form class="take hint" method="post" action="/api/portfolio/export"><input type="hidden" name="standard" value="${standard}">${onlyMine && html`<input type="hidden" name="only" value="mine">`}
<label class="opt"><input type="checkbox" name="private" value="with"><span class="grow">Put my private notes into the document</span></label><p class="start"><button class="btn" type="submit">Take it along as a Word document</button></p></form>`

/** Dates in a document that is handed over have their year. */
const fullDay = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' }).format(at)

function one(clause: PortfolioClause, times: Times): Html {
  const { uid, short, begins, text, note, pieces, isEmpty } = clause
  return html`<article class="pfclause${isEmpty && ' empty'}" id="${uid}"><h4>${short}</h4><div><p class="says">${begins && html`<span class="soft">${begins} </span>`}${text}</p>
${pieces.map((piece) => onePiece(piece, times))}${note && html`<div class="note"><p class="label">Note to the assessor, ${fullDay(note.savedAt)}</p><p class="lines">${note.words}</p></div>`}${isEmpty && html`<p class="small soft">Nothing confirmed.</p>`}</div></article>`
}

function onePiece(piece: ConfirmedPiece, times: Times): Html {
  const words = html`<p class="lines">${piece.lines.join('\n')}</p>`
  const when = whenAndWhere(piece, { ...times, now: 0 })
  return html`<div class="piece"><p class="label">${piece.ask}</p>${
    piece.isTakenBack
      ? html`<p class="soft">This answer was taken back.</p>`
      : piece.isPrivate
        ? html`<details class="fold shut"><summary>A private note. Show it</summary>${words}</details>`
        : words
  }<p class="small soft">Version ${piece.revision}, ${when}${piece.imported && ', brought in from a file'}. Confirmed on ${fullDay(piece.confirmedAt)}.${piece.isEdited && !piece.isTakenBack && ' Changed since then.'}</p>${piece.review && reviewWords(piece.review)}</div>`
}
