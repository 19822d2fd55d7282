import type { Contact } from '#core/content/help.ts'
import { type Html, html } from '../../../src/components/html.ts'
import { type Card, type Choice, labelOf, pieces, type Quoted } from '../../replies/card.ts'

const PAGE = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M5 3h10l4 4v14H5zM9 12h6M9 16h6"/></svg>`

/** A turn of the conversation: what was said, unless it shouldn't be repeated, and the replies. */
export function renderTurn(said: string | null, cards: Card[]): Html {
  const repeated = cards.some((card) => card.tone === 'help') ? null : said
  const words = repeated ? lines(repeated) : html`<p class="soft">Your message is not repeated here.</p>`
  return turnRows(said !== null && words, cards.map(renderCard))
}

/** So many turns of before stand open; those before them are folded away. */
const OPEN = 2

/** The turns of before, the newest next to where one writes. */
export function renderKept(turns: { said: string | null; cards: Card[] }[]): Html {
  const all = turns.map(({ said, cards }) => renderKeptTurn(said, cards))
  const folded = all.slice(0, -OPEN)
  return html`${folded.length > 0 && html`<details class="fold"><summary>Earlier in this conversation</summary>${folded}</details>`}${all.slice(-OPEN)}`
}

/** A turn of before: the same words, and nothing to press. */
function renderKeptTurn(said: string | null, cards: Card[]): Html {
  const words = said ? lines(said) : html`<p class="soft">Your words are not repeated here.</p>`
  return turnRows(words, cards.map(renderKeptCard))
}

function renderKeptCard({ choices = [], ...card }: Card): Html {
  const options = choices.map((choice) => html`<li>${choiceWords(choice)}</li>`)
  return html`${renderCard(card)}${options.length > 0 && html`<ul class="plain">${options}</ul>`}`
}

const turnRows = (said: Html | false, replies: Html[]): Html =>
  html`<div class="turn-row you"><p class="by">You</p><div class="said">${said}</div></div>
<div class="turn-row"><p class="by">Companion</p><div class="said">${replies}</div></div>`

/** One card, in the classes of the look. */
export function renderCard(card: Card): Html {
  if (card.tone === 'help' || card.tone === 'perhaps') return helpCard(card)
  const { title, paragraphs, quotes = [], copies = [], after = [], choices = [], links = [], small = [], about } = card
  const inside = html`${title && html`<p><b>${title}</b></p>`}${paragraphs.map(lines)}${quotes.map(quoted)}${copies.map(copy)}${after.map(lines)}${buttons(choices, about)}${linkList(
    links,
  )}${small.map((text) => html`<p class="status-line">${text}</p>`)}`
  return card.tone === 'trouble' ? html`<div class="problem">${inside}</div>` : inside
}

const helpCard = ({
  tone,
  title,
  paragraphs,
  contacts = [],
  after = [],
  choices = [],
  links = [],
  small = [],
}: Card): Html =>
  html`<section class="${tone === 'perhaps' ? 'help perhaps' : 'help'}" aria-label="${title ?? 'Where to turn'}" data-ch="none">${title && html`<h2>${title}</h2>`}${paragraphs.map(lines)}
${contacts.length > 0 && html`<dl class="contacts">${contacts.map(contact)}</dl>`}${after.map(lines)}
<div class="acts">${buttons(choices)}${links.map(({ label, href }) => html`<a class="linkrow" href="${href}">${label}</a>`)}</div>
${small.map((text) => html`<p class="small">${text}</p>`)}</section>`

const contact = ({ label, tel, note }: Contact): Html =>
  html`<div><dt>${label}${note && html`<span>${note}</span>`}</dt>${tel && html`<dd><a href="tel:${tel.replaceAll(' ', '')}">${tel}</a></dd>`}</div>`

const quoted = ({ said, leadIn, text, marks = [], parts, label, href, heading, status }: Quoted): Html =>
  html`${said && html`<p>${said}</p>`}<div class="clause">${leadIn && html`<p class="lead">${leadIn}</p>`}<blockquote>“${marked(text, marks)}”</blockquote>${
    parts.length > 0 &&
    html`<ul>${parts.map((p) => html`<li>“${p.text}” <span class="soft">${p.label}</span></li>`)}</ul>`
  }<a class="cite" href="${href}">${PAGE}${label}</a>${heading && html` <span class="soft small">${heading}</span>`}</div>${status && html`<p class="status-line">${status}</p>`}`

/** A text that is the reader's to change and to copy; the script shows the button. */
const copy = ({ label, text }: NonNullable<Card['copies']>[number]): Html =>
  html`<div class="copy"><label><span>${label}</span><textarea class="field" rows="${text.split('\n').length + 3}" autocomplete="off" data-copied>${text}</textarea></label><p class="start"><button class="btn" type="button" aria-label="Copy the text: ${label}" hidden data-copy>Copy</button> <span class="small" role="status" data-copy-said></span></p></div>`

/** The whole of a clause, with what was cited of it marked. */
const marked = (text: string, marks: NonNullable<Quoted['marks']>): Html[] =>
  pieces(text, marks).map(({ words, cited }) =>
    cited ? html`<mark>${multiline(words)}</mark>` : html`${multiline(words)}`,
  )

/** Each choice says its words for the learner, of what this card was about. A form, so that it works without script. */
const buttons = (choices: Choice[], about?: Card['about']): Html | null =>
  choices.length > 0
    ? html`<form class="chips" method="post" action="/api/chat#turns" data-say>${about && html`<input type="hidden" name="context" value="${JSON.stringify(about)}">`}${choices.map(button)}</form>`
    : null

const button = (choice: Choice): Html =>
  html`<button class="btn" type="submit" name="text" value="${choice.say}"><span>${choiceWords(choice)}</span></button>`

function choiceWords(choice: Choice): Html {
  const words = labelOf(choice)
  return choice.detail ? html`<b>${words}</b> ${choice.detail}` : html`${words}`
}

const linkList = (links: NonNullable<Card['links']>): Html[] =>
  links.map(({ label, href }) => html`<p><a href="${href}">${label}</a></p>`)

const lines = (text: string): Html => html`<p>${multiline(text)}</p>`
const multiline = (text: string): Html[] => text.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)
