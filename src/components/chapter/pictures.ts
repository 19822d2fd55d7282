import type { Answer } from '#core/answers/answer.ts'
import type { Question } from '#core/questions/question.ts'
import { type Html, html } from '../html.ts'
import { communitiesMap } from './pictures/communities-map.ts'
import { influenceMap } from './pictures/influence-map.ts'
import { ladder } from './pictures/ladder.ts'

interface Picture {
  /** The question whose answer it draws. */
  of: string
  /** The drawing with its words; without an answer, an example of it. */
  draw(answer: Answer | null): Html
}

/** Every picture that is drawn from an answer. The form comes first: the question's own form does the same in words. */
const PICTURES: Record<string, Picture> = {
  'communities-map': { of: 'community.my-communities', draw: communitiesMap },
  'influence-map': { of: 'influence.map', draw: influenceMap },
  ladder: { of: 'influence.ladder-place', draw: ladder },
}

/** A picture by its name in the text; an unknown name stops the build. */
export function renderPicture(name: string, answer: Answer | null = null): Html {
  const picture = PICTURES[name]
  if (!picture) throw new Error(`No picture is called “${name}”. There are: ${Object.keys(PICTURES).join(', ')}.`)
  return html`<figure class="picture" data-picture="${picture.of}">${picture.draw(answer?.blank ? null : answer)}</figure>`
}

/** The picture that belongs to a question, drawn from its answer. */
export function pictureOf(question: Question, answer: Answer): Html | null {
  const name = Object.keys(PICTURES).find((n) => PICTURES[n]?.of === question.id)
  return name ? renderPicture(name, answer) : null
}
