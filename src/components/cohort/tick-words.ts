import { type Html, html } from '../html.ts'
import { TIME_ZONE } from '../question/saved-words.ts'

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const time = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: 'numeric', minute: '2-digit', hour12: true })

/** A tick as people say it: “Tuesday 3 March 2026, 9:30 am”. Always the time that was named, never the moment it ran. */
export const tickWords = (iso: string): string => {
  const at = Date.parse(iso)
  return `${day.format(at).replace(',', '')}, ${time.format(at)}`
}

interface Ticks {
  rhythm: 'named' | 'nightly'
  nextTicks: string[]
  settleDays: number
}

/** When the next pictures are made. */
export function nextTicks({ rhythm, nextTicks: next, settleDays }: Ticks): Html {
  if (next.length === 0) return html`<p>No more pictures are planned.</p>`
  if (rhythm === 'nightly')
    return html`<p>Every night; next on ${tickWords(next[0] as string)}.${settleDays > 0 && ` A picture is made once enough answers are ${settleDays} ${settleDays === 1 ? 'day' : 'days'} old, so that those who come a little later are in it too.`}</p>`
  return html`<ul>${next.map((iso) => html`<li>${tickWords(iso)}</li>`)}</ul>`
}
