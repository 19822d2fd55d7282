import type { Nation } from '#core/content/help.ts'
import type { LawTopic } from '#core/content/law.ts'
import { type Html, html } from '../html.ts'
import { NATION_NAMES } from './nation-names.ts'
import { nationRadios } from './nation-radios.ts'

const list = new Intl.ListFormat('en-GB')
const NATIONS = Object.keys(NATION_NAMES) as Nation[]

/** What the law says of some topics, nation by nation. All four stand in the page; the switch hides three by style alone. */
export function lawBox(topics: [LawTopic, ...LawTopic[]]): Html {
  const id = `law-${topics[0].id}`
  // Said once where it is the same for all.
  const oneDate = topics.every((t) => t.dated === topics[0].dated)
  const [first, ...others] = topics.map((t) => t.title)
  const title = list.format([first as string, ...others.map((t) => t.charAt(0).toLowerCase() + t.slice(1))])
  return html`<section class="law" aria-labelledby="${id}"><p class="label">The law by nation</p><h3 id="${id}">${title}</h3>
${nationRadios(id, 'Show the law in')}${NATIONS.map((nation) => ofNation(nation, topics, oneDate))}
<p class="small">${oneDate ? `${topics[0].dated}. ` : ''}This is a summary, not advice. Laws change, so check the current law in your nation.</p></section>`
}

const ofNation = (nation: Nation, topics: LawTopic[], oneDate: boolean): Html =>
  html`<div class="${nation}"><h4>${NATION_NAMES[nation]}</h4>${topics.map((t) => ofTopic(t, nation, topics.length > 1, oneDate))}</div>`

const ofTopic = ({ title, dated, nations }: LawTopic, nation: Nation, several: boolean, oneDate: boolean): Html => {
  const { text, source } = nations[nation]
  return html`<p>${several && html`<b>${title}.</b> `}${text} <span class="small soft">${oneDate ? '' : `${dated}. `}Look it up: <a href="${source.url}">${source.name}</a></span></p>`
}
