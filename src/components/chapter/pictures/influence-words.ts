import { type Html, html } from '../../html.ts'
import { canPlace, isHigh, type Placeable, QUARTERS, type Stakeholder } from './stakeholders.ts'

/** A name in its own direction of writing, so that the words round it keep theirs. */
const nameOf = ({ name }: Stakeholder): Html => html`<bdi>${name}</bdi>`
const LINK_WORDS = { none: 'no link yet', weak: 'weak link', strong: 'strong link' }
const joined = (items: Html[], between = '; '): Html =>
  html`${items.map((item, i) => html`${i > 0 && between}${item}`)}`
const withSaid = (s: Stakeholder, said: (string | false | undefined)[]): Html => {
  const words = said.filter(Boolean)
  return words.length ? html`${nameOf(s)} (${words.join(', ')})` : nameOf(s)
}

/** The map in words, made from the answer: four lists by quarter, who has no place yet, and who is affected most. */
export function influenceWords(people: Stakeholder[]): Html {
  const placed = people.filter(canPlace)
  const unplaced = people.filter((s) => !canPlace(s))
  const most = people.filter((s) => s.mostAffected)
  return html`<ul class="quarters" role="list">${QUARTERS.map((quarter) => {
    const here = placed.filter((s) => isHigh(s.power) === quarter.power && isHigh(s.interest) === quarter.interest)
    return html`<li><b>${quarter.name}.</b> ${quarter.move}. ${
      here.length ? html`<br>${joined(here.map(placedWords))}.` : html`<br>Nobody yet.`
    }</li>`
  })}</ul>${
    unplaced.length > 0 &&
    html`<p><b>Not on the grid yet,</b> as power or interest isn’t said: ${joined(
      unplaced.map((s) => withSaid(s, [s.link && LINK_WORDS[s.link]])),
    )}.</p>`
  }${most.length > 0 && html`<p><b>Most affected:</b> ${joined(most.map(mostWords))}. Involve them first, on their terms.</p>`}
<p>From 3 upwards counts as high.</p>`
}

const placedWords = (s: Placeable): Html =>
  withSaid(s, [`power ${s.power}`, `interest ${s.interest}`, s.link && LINK_WORDS[s.link]])

const mostWords = (s: Stakeholder): Html =>
  html`${nameOf(s)}, ${[
    s.power === undefined ? 'power not said' : isHigh(s.power) ? 'high power' : 'low power',
    ...(s.link ? [LINK_WORDS[s.link]] : []),
  ].join(', ')}`

/** Said where somebody who is affected most has little power; otherwise nothing. */
export function warningFor(placed: Placeable[]): Html | null {
  const unheard = placed.filter((s) => s.mostAffected && !isHigh(s.power))
  return unheard.length
    ? html`<p class="heed"><b>Most affected, least power: how will they shape this?</b> ${joined(unheard.map(nameOf), ', ')}</p>`
    : null
}
