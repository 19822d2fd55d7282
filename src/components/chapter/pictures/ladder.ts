import type { Answer } from '#core/answers/answer.ts'
import { type Html, html } from '../../html.ts'
import { BANDS, type Band, type Rung } from './rungs.ts'

const RUNGS = BANDS.flatMap((band) => band.rungs)
/** Rungs are counted from the ground. */
const numberOf = (rung: Rung): number => RUNGS.length - RUNGS.indexOf(rung)

/** Arnstein's ladder: a list from the top rung down, in three bands. The chosen rung is marked, and stands open. */
export function ladder(answer: Answer | null): Html {
  const chosen = answer ? chosenIn(answer) : null
  const mine = chosen === null ? undefined : RUNGS.find((rung) => numberOf(rung) === chosen)
  return html`<div class="ladder">${BANDS.map((band) => viewBand(band, mine))}</div>
<figcaption><p>${
    mine
      ? `You chose rung ${numberOf(mine)} of ${RUNGS.length}, ${mine.name.toLowerCase()}. Open the others to compare.`
      : 'Open a rung to see two signs of it. When you choose one in the question, it is marked here.'
  } The names are Arnstein’s (1969). The rest is in our words.</p></figcaption>`
}

function chosenIn({ asked, value }: Answer): number | null {
  const part = asked.parts.find((p) => p.type === 'scale')
  const point = part && value[part.name]
  return typeof point === 'number' ? point : null
}

const viewBand = ({ name, rungs }: Band, mine: Rung | undefined): Html =>
  html`<p class="band">${name}</p><ol role="list" reversed start="${numberOf(rungs[0] as Rung)}">${rungs.map((rung) =>
    viewRung(rung, rung === mine),
  )}</ol>`

const viewRung = (rung: Rung, chosen: boolean): Html =>
  html`<li${chosen && html` class="on"`}><details${chosen && html` open`}><summary><span class="tread">${numberOf(
    rung,
  )}</span> ${rung.name}${chosen && html` <b class="mark">Your rung</b>`}</summary><ul>${rung.signs.map(
    (sign) => html`<li>${sign}</li>`,
  )}</ul><p><b>What would one rung up look like here?</b> ${rung.up}</p></details></li>`
