import { type Html, html } from '../html.ts'

interface Switch {
  action: string
  /** The field that says yes or no. */
  name: string
  on: boolean
  /** What it is about, for those who hear the button without what stands beside it. */
  about: string
  words: Html
  turnOn: string
  turnOff: string
  hidden: Record<string, string>
}

/** How something stands, in words. */
export const state = (on: boolean, yes: string, no: string): Html => html`<b>${on ? yes : no}.</b>`

/** One thing that can be allowed or not: how it stands, and the button for the other. It needs no script. */
export const switchForm = ({ action, name, on, about, words, turnOn, turnOff, hidden }: Switch): Html =>
  html`<form method="post" action="${action}"><p>${words}</p>${Object.entries(hidden).map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`)}<button class="btn" type="submit" name="${name}" value="${on ? 'no' : 'yes'}" aria-label="${on ? turnOff : turnOn}: ${about}">${on ? turnOff : turnOn}</button></form>`
