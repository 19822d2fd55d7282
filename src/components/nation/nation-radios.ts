import { type Html, html } from '../html.ts'
import { ALL, NATION_NAMES } from './nation-names.ts'

/** Five ways to look at the law. `name` keeps one switch on a page apart from the next. */
export function nationRadios(name: string, legend: string): Html {
  const choices = [...Object.entries(NATION_NAMES), [ALL, 'Show all four']]
  return html`<fieldset class="nations" data-nations><legend>${legend}</legend>${choices.map(
    ([value, words]) =>
      html`<label><input type="radio" name="${name}" value="${value}" autocomplete="off"${value === ALL && html` checked`}>${words}</label>`,
  )}</fieldset>`
}
