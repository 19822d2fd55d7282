import { type Html, html } from '../html.ts'

interface Doing {
  /** An address that was made a moment ago. */
  made?: string | undefined
  removed: boolean
}

/** A calendar that shows when prompts come: make its address, put a new one in its place, take it away. */
export function calendarView(on: boolean, has: boolean, { made, removed }: Doing): Html | null {
  if (!on && !has && !removed) return null
  return html`<section class="form" aria-labelledby="calendar"><div class="block"><h2 id="calendar">In your calendar</h2>
${removed && html`<p role="status">That calendar address shows nothing any more. A calendar may go on showing what it has fetched; delete it there too.</p>`}
<p>A calendar program can show when prompts come, for the next eight weeks. It gets a secret address to look at. Whoever has that address sees when, and nothing that you wrote: no question and no answer.</p>
${made !== undefined && madeView(made)}
${has && made === undefined && html`<p>You have a calendar address. It was shown once, when you made it, and can’t be shown again.</p>`}
${!on && has && html`<p>Prompts are off, so your calendar is empty.</p>`}
<form method="post" action="/api/calendar#calendar"><p class="start"><button class="btn" type="submit">${has ? 'Make a new address and end this one' : 'Make a calendar address'}</button></p></form>
${has && html`<form method="post" action="/api/calendar/remove"><p class="start"><button class="btn" type="submit">Remove the calendar address</button></p></form>`}</div></section>`
}

const madeView = (address: string): Html =>
  html`<div role="status"><label class="lab" for="address">Your calendar address<input class="field" id="address" value="${address}" readonly></label>
<p>Copy it now: it isn’t shown again. In your calendar program, look for “subscribe” or “from an address”, and put it in there. If somebody has it who shouldn’t, make a new one.</p></div>`
