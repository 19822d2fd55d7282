import { flag, type Html, html } from '../../html.ts'
import { FORMS, inSentence, LEVELS, PAIRS, SPACES, type Step } from './cube-words.ts'
import { drawCube } from './draw-cube.ts'

/** The cube that is shown first, and on paper. */
const FIRST = { level: LEVELS[2] as Step, space: SPACES[1] as Step, form: FORMS[1] as Step }

export const firstCube = (): Html =>
  drawCube(
    FIRST,
    html`aria-label="A cube divided into 27 smaller cubes. One side lists levels, one spaces, one forms of power. The one you choose is filled in."`,
  )

/** A menu of one axis. It is read by the style sheet alone, so it has no name and is sent nowhere. */
const menu = (id: string, steps: Step[], first: Step): Html =>
  html`<select class="field" id="${id}" autocomplete="off">${steps.map(
    (step) => html`<option value="${step.id}"${flag('selected', step === first)}>${step.label}</option>`,
  )}</select>`

export const menus = (): { id: string; label: string; control: Html }[] => [
  { id: 'cube-level', label: 'Level', control: menu('cube-level', LEVELS, FIRST.level) },
  { id: 'cube-space', label: 'Space', control: menu('cube-space', SPACES, FIRST.space) },
  { id: 'cube-form', label: 'Form of power', control: menu('cube-form', FORMS, FIRST.form) },
]

/** Words for every step; the style sheet leaves those that are chosen. */
const oneOf = (steps: Step[], words: (step: Step) => string): Html[] =>
  steps.map((step) => html`<span data-if="${step.id}">${words(step)}</span>`)

export const sentence = (): Html =>
  html`You are looking at a ${oneOf(LEVELS, inSentence)}, ${oneOf(SPACES, inSentence)} space where power is mostly ${oneOf(FORMS, inSentence)}.`

export const questions = (): Html[] => [SPACES, FORMS].map((steps) => html`${oneOf(steps, (step) => step.ask ?? '')}`)

/** The nine pairs of space and form, for whoever doesn't see the picture and for paper. */
export const pairs = (): Html =>
  html`${SPACES.map(
    (space) =>
      html`<tbody><tr><th scope="rowgroup" colspan="2">${space.label}</th></tr>${FORMS.map(
        (form) =>
          html`<tr><th scope="row">${form.label}</th><td>${PAIRS[space.id]?.[form.id]}<b data-if="${space.id} ${form.id}"> You are here.</b></td></tr>`,
      )}</tbody>`,
  )}`
