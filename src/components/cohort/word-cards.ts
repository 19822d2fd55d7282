import type { ShownCard } from '#core/cards/shown-cards.ts'
import type { TrainersCard } from '#core/insights/cards.ts'
import { type Html, html } from '../html.ts'

/** Cards as everybody in the room sees them. They have no names, no dates and no order. */
export const wordCards = (cards: { words: string }[]): Html =>
  html`<div class="wordcards">${cards.map(({ words }) => html`<div class="wordcard"><blockquote>${words}</blockquote></div>`)}</div>`

/** Cards as a member of the group sees them, each with a way to ask for it to be taken away. */
export const groupCards = (cohort: string, cards: ShownCard[]): Html =>
  html`<div class="wordcards">${cards.map(
    ({ id, words }) =>
      html`<div class="wordcard"><blockquote>${words}</blockquote><form method="post" action="/api/cohorts/${cohort}/cards/report"><input type="hidden" name="card" value="${id}"><button class="btn" type="submit">This shouldn’t be here</button></form></div>`,
  )}</div>`

const STATE: Record<TrainersCard['state'], string> = {
  new: 'New. The group doesn’t see it yet.',
  shown: 'The group sees it.',
  hidden: 'Hidden from the group.',
}

/** Cards as their trainer reads them before anybody else does. */
export function cardsToRead(cohort: string, cards: TrainersCard[]): Html {
  const unread = cards.filter((card) => card.state === 'new')
  return html`<div class="toread">${unread.length > 1 && html`<form method="post" action="/api/cohorts/${cohort}/cards">${unread.map(({ id }) => html`<input type="hidden" name="cards" value="${id}">`)}<button class="btn" type="submit" name="as" value="shown">I have read the new ones: show them to the group</button></form>`}
<div class="wordcards">${cards.map((card) => cardToRead(cohort, card))}</div></div>`
}

/** A card's place on the page where its trainer reads it. */
export const cardPlace = (id: string): string => `card-${encodeURIComponent(id)}`

const cardToRead = (cohort: string, { id, words, state, reported }: TrainersCard): Html =>
  html`<div class="wordcard" id="${cardPlace(id)}"><blockquote>${words}</blockquote>
<p class="small">${STATE[state]}${reported && ' Somebody asked for it to be taken away. Please read it again with that in mind.'}</p>
<form class="acts" method="post" action="/api/cohorts/${cohort}/cards"><input type="hidden" name="cards" value="${id}">${state !== 'shown' && html`<button class="btn" type="submit" name="as" value="shown">Show</button>`}${state !== 'hidden' && html`<button class="btn" type="submit" name="as" value="hidden">Hide</button>`}</form></div>`
