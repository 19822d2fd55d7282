import type { ConfirmedPiece } from '#core/evidence/piece.ts'
import type { Portfolio, PortfolioClause } from '#core/evidence/portfolio.ts'
import { type Html, html } from '../html.ts'
import { whenAndWhere } from '../question/saved-words.ts'
import type { Times } from '../question/state.ts'
import { reviewWords } from './review-words.ts'

/** What I confirmed for one standard, as a document to print and hand to an assessor; whole, or only where there is something. */
export function portfolioView(portfolio: Portfolio, onlyMine: boolean, times: Times): Html {
  const { standard, counts, gone, madeAt } = portfolio
  const sections = onlyMine ? withSomething(portfolio.sections) : portfolio.sections
  const { clauses, confirmed, review } = counts
  return html`<div class="portfolio"><header><nav aria-label="Where you are"><a href="/notebook/evidence">My notes and the standards</a></nav>
<h1>My portfolio</h1><p class="first">“${standard.title}” (${standard.id})</p>
<dl class="facts"><div><dt>Standard</dt><dd>${standard.name}. ${standard.statusNote}${standard.version.map((line) => html` ${line}.`)}</dd></div>
<div><dt>Made on</dt><dd>${fullDay(madeAt)}</dd></div>
<div><dt>In it</dt><dd>My notes for ${confirmed + review} of ${clauses} clauses${review > 0 && html`, ${review} of them to review`}</dd></div></dl>
<p>These are my own notes. They may help to start a record for a clause. They are not proof that I can do it: an assessor decides that, from real work.</p>
<p class="hint">${onlyMine ? html`Only the clauses that have something of mine. <a href="?">Show all ${clauses}</a>` : html`All ${clauses} clauses. <a href="?only=mine">Show only those that have something of mine</a>`}</p>
<p class="hint small">To keep it, print this page or save it as a PDF from your browser’s print window. Private notes print closed unless you open them first.</p></header>
${sections.map(
  ({ kind, heading, leadIn, groups }) =>
    html`<section aria-labelledby="pf-${kind}"><h2 id="pf-${kind}">${heading}</h2>${leadIn && html`<p>${leadIn}</p>`}${groups.map(
      (group) =>
        html`${group.heading && group.heading !== heading && html`<h3>${group.heading}</h3>`}${group.clauses.map((clause) => one(clause, leadIn, times))}`,
    )}</section>`,
)}
${gone.length > 0 && html`<section aria-labelledby="pf-gone"><h2 id="pf-gone">Clauses that are gone</h2><p>The standard no longer has these. They stand in their old words.</p>${gone.map((clause) => one(clause, null, times))}</section>`}
<p class="small soft">${standard.credit}</p></div>`
}

const isEmpty = ({ pieces, note }: PortfolioClause): boolean => pieces.length === 0 && !note

const withSomething = (sections: Portfolio['sections']): Portfolio['sections'] =>
  sections
    .map((section) => ({
      ...section,
      groups: section.groups
        .map((group) => ({ ...group, clauses: group.clauses.filter((clause) => !isEmpty(clause)) }))
        .filter(({ clauses }) => clauses.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0)

/** Dates in a document that is handed over have their year. */
const fullDay = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' }).format(at)

function one(clause: PortfolioClause, said: string | null, times: Times): Html {
  const { uid, short, leadIn, text, note, pieces } = clause
  const completes =
    leadIn && leadIn !== said ? leadIn.slice(said && leadIn.startsWith(said) ? said.length : 0).trim() : ''
  return html`<article class="pfclause${isEmpty(clause) && ' empty'}" id="${uid}"><h4>${short}</h4><div><p class="says">${completes && html`<span class="soft">${completes} </span>`}${text}</p>
${pieces.map((piece) => onePiece(piece, times))}${note && html`<div class="note"><p class="label">Note to the assessor, ${fullDay(note.savedAt)}</p><p class="lines">${note.words}</p></div>`}${isEmpty(clause) && html`<p class="small soft">Nothing confirmed.</p>`}</div></article>`
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
  }<p class="small soft">Version ${piece.revision}, ${when}. Confirmed on ${fullDay(piece.confirmedAt)}.${piece.isEdited && !piece.isTakenBack && ' Changed since then.'}</p>${piece.review && reviewWords(piece.review)}</div>`
}
