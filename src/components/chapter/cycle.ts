import type { Cycle } from '#core/content/cycle.ts'
import type { Clause } from '#core/standards/standard.ts'
import { flag, type Html, html } from '../html.ts'
import { drawLoop } from './pictures/cycle-loop.ts'

type Stop = Cycle['stops'][number]

/**
 * A loop to choose a stop on, each with two lists. All of it stands in the page, in order: the styles show one stop at a
 * time where they can, and everything on paper or in a browser without `:has()`.
 */
export function renderCycle(cycle: Cycle, clause: (uid: string) => Clause): Html {
  return html`<section class="picture cycle" aria-labelledby="cycle"><div class="sides">
<h3 id="cycle">${cycle.title}</h3>
<fieldset><legend>${cycle.choose}</legend><div class="loop">${drawLoop(cycle)}${cycle.stops.map(
    ({ name }, i) =>
      html`<input type="radio" name="cycle" id="cycle.${i + 1}"${flag('checked', i === 0)}><label for="cycle.${i + 1}"><b>${i + 1}</b> ${name}</label>`,
  )}</div></fieldset>
<div class="stops"><label class="opt turn"><input type="checkbox"> <span>${cycle.switch}</span></label>
${cycle.stops.map((stop) => renderStop(stop, cycle, clause))}<p>${cycle.closing}</p></div>
</div></section>`
}

const list = (items: string[]): Html => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`

function renderStop(stop: Stop, cycle: Cycle, clause: (uid: string) => Clause): Html {
  const clauses = stop.clauses.map(clause)
  return html`<div class="stop"><h4>${stop.name}</h4>
<div class="voice theirs"><p>${cycle.decides}</p>${list(stop.decides)}</div>
<p class="taken"><b>${cycle.switched}:</b> ${stop.taken}</p>
<div class="voice"><p>${cycle.offers}</p>${list(stop.offers)}<p class="small">${clauses[0]?.standard} ${clauses.map(
    ({ path, short }, i) => html`${i > 0 && ', '}<a href="${path}">${short}</a>`,
  )}</p></div></div>`
}
