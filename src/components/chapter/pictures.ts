import type { Answer } from '#core/answers/answer.ts'
import type { Question } from '#core/questions/question.ts'
import { type Html, html } from '../html.ts'
import { barrierList } from './pictures/barrier-list.ts'
import { communitiesMap } from './pictures/communities-map.ts'
import { fiveDimensions } from './pictures/five-dimensions.ts'
import { influenceMap } from './pictures/influence-map.ts'
import { ladder } from './pictures/ladder.ts'
import { spaceMap } from './pictures/space-map.ts'

export interface Picture {
  /** The question whose answer it draws. */
  of: string
  /**
   * The drawing with its words; without an answer, an example of it. `before` is what its question's ghost brings back: of
   * another question the newest answer, of its own the newest earlier one whose ratings differ; null where there is none,
   * or no ghost. Both are answers: `ratingsIn` gives the ratings of either, row by row, and `savedAt` says when it was.
   */
  draw(answer: Answer | null, before: Answer | null): Html
}

/** Every picture that is drawn from an answer. The form comes first: the question's own form does the same in words. */
const PICTURES: Record<string, Picture> = {
  'barrier-list': { of: 'equality.barriers', draw: barrierList },
  'communities-map': { of: 'community.my-communities', draw: communitiesMap },
  'five-dimensions': { of: 'empower.five-rating', draw: fiveDimensions },
  'space-map': { of: 'power.space-map', draw: spaceMap },
  'influence-map': { of: 'influence.map', draw: influenceMap },
  ladder: { of: 'influence.ladder-place', draw: ladder },
}

/** A picture by its name in the text; an unknown name stops the build. */
export function renderPicture(name: string, answer: Answer | null = null, before: Answer | null = null): Html {
  const picture = PICTURES[name]
  if (!picture) throw new Error(`No picture is called “${name}”. There are: ${Object.keys(PICTURES).join(', ')}.`)
  return html`<figure class="picture" data-picture="${picture.of}">${picture.draw(answer?.blank ? null : answer, before)}</figure>`
}

const nameOf = (question: Question) => Object.keys(PICTURES).find((n) => PICTURES[n]?.of === question.id)

/** Whether any picture is drawn from answers to this question. */
export const hasPicture = (question: Question): boolean => nameOf(question) !== undefined

/** The picture that belongs to a question, drawn from its answer. */
export function pictureOf(question: Question, answer: Answer, before: Answer | null = null): Html | null {
  const name = nameOf(question)
  return name ? renderPicture(name, answer, before) : null
}
