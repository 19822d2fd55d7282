import { html } from '../../html.ts'

/** Equity: one table, three seats that differ, so that three people are at one height. */
export const threePlaces = {
  words:
    'Three people at one table, each within reach of a plate. One has an ordinary chair, a child has a tall seat with a step, and at the third place no chair is set, as the person there uses a wheelchair.',
  caption: 'Equality would be three of the same chair. Equity starts from who is coming to supper.',
  drawing: html`<svg class="drawing" viewBox="0 10 360 178" role="img" aria-labelledby="three-places.words"><title id="three-places.words">Equity, drawn as three different seats at one table</title>
<g class="seat"><path d="M36 60V182M98 60V182M36 66H98"/><path d="M150 129L140 182M210 129L220 182M144 160H216"/><path d="M262 58V142M326 58V142M262 68H326"/></g>
<g class="body"><circle cx="67" cy="36" r="19"/><path d="M42 140V84Q42 60 67 60T92 84V140Z"/><circle cx="180" cy="42" r="16"/><path d="M161 127V84Q161 63 180 63T199 84V127Z"/><circle cx="294" cy="36" r="19"/><path d="M269 140V84Q269 60 294 60T319 84V140Z"/></g>
<g class="seat"><path d="M36 142H98M147 129H213M256 142H332"/><ellipse cx="256" cy="149" rx="8" ry="32"/><ellipse cx="332" cy="149" rx="8" ry="32"/></g>
<path class="table" d="M4 104H356V117H4ZM8 117H14V182H8ZM346 117H352V182H346Z"/>
<g class="plate"><ellipse cx="67" cy="101" rx="19" ry="4"/><ellipse cx="180" cy="101" rx="17" ry="4"/><ellipse cx="294" cy="101" rx="19" ry="4"/></g></svg>`,
}
