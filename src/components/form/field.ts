import { flag, type Html, html } from '../html.ts'
import { warning } from '../question/icons.ts'
import type { Sent } from './sent.ts'

export const wrongWords = (sent: Sent, name: string): Html | null =>
  sent.problems[name]
    ? html`<span class="wrong" id="${name}.wrong">${warning}<span>${sent.problems[name]}</span></span>`
    : null

interface Field {
  type?: string
  hint?: string
  value?: string
  /** Several fields of one name are told apart by their place. */
  index?: number
  /** Where several forms of a page have a field of this name. */
  id?: string
  autocomplete?: string
  inputmode?: string
}

/** A one-line field under its label; what was typed stays in it. */
export function textField(sent: Sent, name: string, label: string, more: Field = {}): Html {
  const { type = 'text', hint, index = 0, autocomplete, inputmode } = more
  const value = sent.values[name]?.[index] ?? more.value ?? ''
  const id = more.id ?? (index ? `${name}.${index}` : name)
  const wrong = sent.problems[name] !== undefined
  const described = [wrong && `${name}.wrong`, hint && `${id}.hint`].filter(Boolean).join(' ')
  const attributes = {
    type,
    autocomplete,
    inputmode,
    'aria-describedby': described || undefined,
    'aria-invalid': wrong ? 'true' : undefined,
  }
  const given = Object.entries(attributes).filter(([, v]) => v !== undefined)
  return html`<label class="lab" for="${id}">${label}${hint && html`<span class="small soft" id="${id}.hint">${hint}</span>`}${index === 0 && wrongWords(sent, name)}
<input class="field" id="${id}" name="${name}" value="${value}"${given.map(([k, v]) => html` ${k}="${v}"`)}></label>`
}

/** One row to tick or choose. */
export const choice = (
  sent: Sent,
  type: 'radio' | 'checkbox',
  name: string,
  value: string,
  words: Html | string,
): Html =>
  html`<label class="opt"><input type="${type}" name="${name}" value="${value}"${flag('checked', sent.values[name]?.includes(value) ?? false)}><span class="grow">${words}</span></label>`

/** What has to be put right, at the top of the form, with a way to each field. */
export function problemList(sent: Sent): Html | null {
  const found = Object.entries(sent.problems)
  if (found.length === 0 && !sent.message) return null
  return html`<div class="problem" role="group" aria-labelledby="problem" tabindex="-1" autofocus><p class="problem-title" id="problem">${found.length > 1 ? `${found.length} things to put right` : 'One thing to put right'}</p>
${found.length ? found.map(([name, words]) => html`<p><a href="#${name}">${words}</a></p>`) : html`<p>${sent.message}</p>`}<p>Everything you typed is still here.</p></div>`
}
